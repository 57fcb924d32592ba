"""One page a rule: what an author wrote, and the message that the author sees.

A page in `diagnostics/` is prose, files in fences (they replace or join those of the minimal
course), what servers say of addresses in an `answers` fence, and a `console` fence with every
finding. `pytest --accept` rewrites the console fences;
read the difference before you commit it. Where no course is at fault, a `command` fence says what
is run instead (see serve/test_usage.py), or a `reviewed` fence has what a reviewer sent back
(see review/test_findings.py), `imported` fences have files of another program (see
importing/test_findings.py), or a `package` fence names a package with a fault (see
inspected/test_findings.py).
"""

from __future__ import annotations

import datetime
import os
import re
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from moocbuild.build import (
    BuildRequest,
    check_pages,
    check_prose,
    check_targets,
    in_languages,
    load,
    variants,
)
from moocbuild.checks.dead_address import check_addresses
from moocbuild.cli.requests import requested
from moocbuild.diagnostics import Collector
from moocbuild.diagnostics.emit import EMITTERS
from moocbuild.links.ask import verdict
from moocbuild.rules import rules
from moocbuild.source.overrides import report_unused
from test_rules import is_advice, never_lost

HERE = Path(__file__).parent
PAGES = sorted((HERE / "diagnostics").glob("*.md"))
COMMANDS = [page for page in PAGES if "\n```command\n" in page.read_text("utf-8")]
IMPORTED = [page for page in PAGES if "\n```imported " in page.read_text("utf-8")]
REVIEWED = [page for page in PAGES if "\n```reviewed\n" in page.read_text("utf-8")]
PACKAGED = [page for page in PAGES if "\n```package\n" in page.read_text("utf-8")]
TODAY = datetime.date(2026, 11, 21)

_FENCE = re.compile(r"^(`{3,})(\w+) ?([^\n`]*)\n(.*?)^\1$", re.M | re.S)


@pytest.mark.parametrize(
    "page",
    [page for page in PAGES if page not in (*COMMANDS, *IMPORTED, *REVIEWED, *PACKAGED)],
    ids=lambda page: page.stem,
)
def test_the_author_sees_this(page: Path, tmp_path: Path, accept: bool) -> None:
    text = page.read_text("utf-8")
    code = text.split()[1]
    course = tmp_path / "course"
    shutil.copytree(HERE / "courses" / "minimal", course)
    for kind, name, body in _files(text):
        _write(course / name, kind, body)
    said = "\n".join(_findings(course, code, fence(text, "answers"))).strip() + "\n"
    console = fence(text, "console")
    if accept and said != console:
        old, new = (f"```console\n{words}```" for words in (console, said))
        page.write_text(text.replace(old, new), "utf-8")
    else:
        assert said == console
    assert f"[{code}]" in said


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_finding_ends_in_advice(page: Path) -> None:
    for finding in re.split(r"\n\n(?=\w+\[)", fence(page.read_text("utf-8"), "console").strip()):
        if not finding.startswith("note["):
            *_, last = finding.split("\n")
            assert last.startswith("help: ") and is_advice(last.removeprefix("help: ")), finding


def test_every_rule_has_a_page() -> None:
    shown = {page.read_text("utf-8").split()[1] for page in PAGES}
    assert shown == set(rules()) - never_lost()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_pages_are_named_for_their_rule(page: Path) -> None:
    _, code, slug = page.read_text("utf-8").split("\n", 1)[0].split()
    assert (rules()[code].slug, page.stem) == (slug, f"{code}-{slug}")


def _files(text: str) -> Iterator[tuple[str, str, str]]:
    for match in _FENCE.finditer(text):
        if match[2] not in ("console", "answers"):
            yield match[2], match[3].strip(), match[4]


def fence(text: str, kind: str) -> str:
    """What stands in the first fence of this kind, "" without one."""
    return next((match[4] for match in _FENCE.finditer(text) if match[2] == kind), "")


def _write(path: Path, kind: str, body: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "symlink":
        path.unlink(missing_ok=True)
        path.symlink_to(body.strip())
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "hex":
        path.write_bytes(bytes.fromhex(body))
    elif kind == "repeat":
        count, _, words = body.rstrip("\n").partition(" ")
        path.write_text(words.encode().decode("unicode_escape") * int(count), "utf-8")
    elif kind == "gone":
        path.unlink()
    else:
        path.write_text(body, "utf-8")


def _findings(course: Path, code: str, answers: str = "") -> list[str]:
    """Every finding; of the notes about targets only those of the page's own code.

    answers: what servers say, "address status" on each line; "": nobody asks.
    """
    report = Collector()
    loaded = load(course, report, TODAY)
    asked = [*requested(course, links=False, spell=None)]
    if answers:
        given = dict(line.split() for line in answers.splitlines())
        said = {address: verdict(int(status)) for address, status in given.items()}
        asked.append(partial(check_addresses, ask=lambda _: said))
    check_prose(loaded, report, asked)
    if loaded.course is not None:
        check_targets(loaded.course, BuildRequest(), report)
        in_languages(loaded, BuildRequest(every_language=True), report, TODAY)
    if loaded.course is not None and not report.failed:
        variants(loaded.course, BuildRequest(), report)
        check_pages(loaded.course, report)
    report_unused(report.overrides, report)
    found = [
        d for d in report.sorted() if not d.rule.code.startswith("MB3") or d.rule.code == code
    ]
    return list(EMITTERS["full"](found, loaded.tree.line))
