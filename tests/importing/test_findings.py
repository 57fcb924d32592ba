"""What an import says: the pages in `diagnostics/` that have a file of another program."""

from __future__ import annotations

import shlex
import sys
import zipfile
from pathlib import Path

import pytest

from imports import brought
from moocbuild.cli import run
from moocbuild.diagnostics.emit import EMITTERS
from test_diagnostics import IMPORTED, _files, fence


@pytest.mark.parametrize("page", IMPORTED, ids=lambda page: page.stem)
def test_the_author_sees_this(
    page: Path,
    tmp_path: Path,
    accept: bool,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """`imported` fences are files; with a `zip` fence, members of an archive of that name."""
    text = page.read_text("utf-8")
    for name in fence(text, "without").split():
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.chdir(tmp_path)
    members = {name: body for kind, name, body in _files(text) if kind == "imported"}
    whole = fence(text, "zip").strip()
    if whole:
        with zipfile.ZipFile(whole, "w") as archive:
            for name, body in members.items():
                archive.writestr(name, body)
    else:
        for name, body in members.items():
            Path(name).parent.mkdir(parents=True, exist_ok=True)
            Path(name).write_bytes(body.encode("latin-1" if "é" in body else "utf-8"))
    named = shlex.split(fence(text, "command")) or ["import", whole or next(iter(members))]
    status = run([*named, "--into", "made", "--language", "en"])
    said = capsys.readouterr().out.strip()
    if f"[{text.split()[1]}]" not in said:  # a note, which is not shown
        file = Path(whole or next(iter(members)))
        found = brought(tmp_path / "again", file, language="en").found
        own = [each for each in found if each.rule.code == text.split()[1]]
        said = "\n".join(EMITTERS["full"](own, lambda span: "")).strip()
    said, console = said + "\n", fence(text, "console")
    if accept and said != console:
        page.write_text(text.replace(f"```console\n{console}```", f"```console\n{said}```"))
    else:
        assert said == console
    assert text.split()[1] in said
    assert (status > 0) == ("error[" in said)
