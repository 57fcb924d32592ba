"""One row of a table: what is done to the tiny course, and what has to come of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from hostile.course import BASE, Content, write_course
from hostile.inside import Inside, packages, troubles
from hostile.run import Outcome, build, snapshot

STATUS = {"R": 2, "E": 1, "W": 0, "N": 0}


@dataclass(frozen=True)
class Place:
    """A finding: slug, file, and the words at whose beginning it points.

    words: "" for the file as a whole. nth: which time the words occur, from 1.
    """

    slug: str
    path: str
    words: str = ""
    nth: int = 1
    column: bool = True


@dataclass(frozen=True)
class Case:
    """A row. level: R, E, W or N of the table.

    places: every error (R, E) or the warnings meant (W, N). shown: texts that every package
    shows byte for byte. look: what else must hold inside each package.
    """

    id: str
    level: str
    files: dict[str, Content]
    places: tuple[Place, ...] = ()
    shown: tuple[str, ...] = ()
    look: Callable[[Inside], None] | None = None
    after: Callable[[Outcome], None] | None = None
    only: bool = field(default=True)


def check(case: Case, folder: Path) -> Outcome:
    """Runs the row below `folder`, which is all that the command may see."""
    root, out = write_course(folder / "course", case.files), folder / "out"
    out.mkdir()
    (out / "kept.txt").write_text("of an earlier build", encoding="utf-8")
    before = snapshot(folder)
    outcome = build(root, out)
    assert "Traceback" not in outcome.stderr, outcome.stderr
    said = "\n".join(str(f) for f in outcome.findings if f.severity != "note") + outcome.stderr
    assert outcome.status == STATUS[case.level], said
    _check_places(case, outcome, said)
    _check_voice(outcome)
    if case.level in "RE":
        assert snapshot(folder) == before, "something was written"
    else:
        _check_packages(case, out)
    if case.after:
        case.after(outcome)
    return outcome


def _check_places(case: Case, outcome: Outcome, said: str) -> None:
    found = [f for f in outcome.findings if f.severity in ("error", "warning")]
    for place in case.places:
        lines = [(f.line, f.column) for f in found if (f.slug, f.path) == (place.slug, place.path)]
        assert lines, f"no {place.slug} in {place.path}:\n{said}"
        line, column = _expected(case, place)
        there = [c for n, c in lines if n == line]
        assert there, f"{place.slug} at {lines}, not in line {line}:\n{said}"
        if place.column and place.words:
            assert column in there, f"{place.slug} at columns {there}, not {column}:\n{said}"
    if case.level in "RE" and case.only:
        meant = {place.slug for place in case.places}
        others = [f for f in outcome.of("error") if f.slug not in meant]
        assert not others, f"more than was meant:\n{said}"


def _expected(case: Case, place: Place) -> tuple[int, int]:
    if not place.words:
        return 0, 1
    content = case.files.get(place.path) or BASE.get(place.path)
    data = content if isinstance(content, bytes) else str(content).encode("utf-8", "surrogatepass")
    text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
    at = -1
    for _ in range(place.nth):
        at = text.index(place.words, at + 1)
    return text.count("\n", 0, at) + 1, at - (text.rfind("\n", 0, at) + 1) + 1


def _check_voice(outcome: Outcome) -> None:
    """Lower case, one clause, no full stop."""
    for finding in outcome.findings:
        message = finding.message
        assert message and (message[0] == message[0].lower() or message[:2].isupper()), message
        assert not message.endswith(".") and "\n" not in message, message


def _check_packages(case: Case, out: Path) -> None:
    for package in packages(out):
        found = troubles(package)
        assert not found, found
        words = package.words()
        for text in case.shown:
            assert " ".join(text.split()) in words, f"{package.target} does not show {text!r}"
        if case.look:
            case.look(package)
