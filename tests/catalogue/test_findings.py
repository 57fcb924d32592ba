"""What is said around courses: the pages of `diagnostics/` that have a catalogue."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from catalogue.courses import here, tiny
from hostile.run import run
from moocbuild.catalogue import Done, Job, work
from moocbuild.catalogue.work import lost
from moocbuild.cli import catalogue as command
from moocbuild.errors import PackageError
from test_diagnostics import CATALOGUES, _files, _write, fence


@pytest.mark.parametrize("page", CATALOGUES, ids=lambda page: page.stem)
def test_they_see_this(
    page: Path, tmp_path: Path, accept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = page.read_text("utf-8")
    if "\n```latin\n" in text and sys.platform != "linux":
        pytest.skip("names of files are Unicode here")
    happens = _made(tmp_path, text)
    monkeypatch.setattr(command, "_runner", lambda *_: _spoilt(happens))
    monkeypatch.chdir(tmp_path)
    outcome = run("catalogue", "-t", "web")
    said, console = outcome.stdout.strip() + "\n", fence(text, "console")
    if accept and said != console:
        page.write_text(text.replace(f"```console\n{console}```", f"```console\n{said}```"))
    else:
        assert said == console
    assert f"[{text.split()[1]}]" in said
    assert outcome.status == _status(happens, said)


def _status(happens: Mapping[str, str], said: str) -> int:
    if happens:
        return {"killed": 2, "full": 2, "bug": 70}[next(iter(happens.values()))]
    return int("error[" in said)


def _made(top: Path, text: str) -> dict[str, str]:
    """Makes the courses of a page; what happens to which."""
    for name in fence(text, "catalogue").split():
        tiny(top / name)
    happens = {}
    for kind, name, body in _files(text):
        if kind == "version":
            tiny(top / name, version=body.strip())
        elif kind == "happens":
            happens[name] = body.strip()
        elif kind == "latin":
            os.mkdir(os.fsencode(top) + b"/" + body.strip().encode("latin-1"))  # noqa: PTH102
        elif kind != "catalogue":
            _write(top / name, kind, body)
    return happens


def _spoilt(happens: Mapping[str, str]) -> object:
    @contextmanager
    def running(jobs: Sequence[Job]) -> Iterator[Iterator[Done]]:
        yield (_one(job, happens.get(job.path, "")) for job in jobs)

    return running if happens else here


def _one(job: Job, what: str) -> Done:
    if what == "killed":
        return lost(job, 2)
    errors = {
        "full": PackageError(Path("tiny-2.0.0-en-web.zip"), "no space left on device"),
        "bug": RuntimeError("this cannot be"),
    }
    with pytest.MonkeyPatch.context() as patch:
        if what:
            patch.setattr(work, "build_course", _raising(errors[what]))
        return work.work(job)


def _raising(error: Exception) -> object:
    def raising(*_: object, **__: object) -> None:
        raise error

    return raising
