"""course.lock: what makes ids survive edits.

Questions, lessons and scenes keep their ordinals (places in a learner's stored state), options
keep their letters, found again by their text even when moved or mended. Nothing is identified by
its position or by a hash of its text.
"""

from __future__ import annotations

import difflib
import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import yaml

from moocbuild.diagnostics import Diagnostic, Report, Rule, Severity, Span, near
from moocbuild.source.files.tree import SourceTree
from moocbuild.source.yaml.reader import Node, read_yaml
from moocbuild.source.yaml.schema import LockFile
from moocbuild.source.yaml.validate import validate

PATH = "course/course.lock"
LETTERS = string.ascii_lowercase + string.digits
"""SCORM 1.2 answer patterns know single characters 0-9 and a-z: at most 36 options."""

LOST_ID = Rule(
    "MB104",
    "lost-id",
    Severity.ERROR,
    """An id that learners' records depend on is gone from the course: it was renamed or deleted.

If the id was changed by mistake, restore the old one. If the question, page, item or scene is
really gone, run `moocbuild ids --write`: the id is retired and never used again.""",
)
RETIRED_ID = Rule(
    "MB126",
    "retired-id",
    Severity.ERROR,
    """This id belonged to something that was removed. Old records would be counted for the new
content: choose another id.""",
)
SAME_NUMBER = Rule(
    "MB146",
    "same-number",
    Severity.ERROR,
    """Two ids in course.lock have the same number, so a learner's results for one would count for
the other. This usually happens when two people add something at the same time and their branches
are merged. Delete the line of the newer one and run `moocbuild ids --write`: it gets a number of
its own.""",
)
NOT_FROZEN = Rule(
    "MB127",
    "not-frozen",
    Severity.WARNING,
    """Some ids are not in course.lock yet. Until they are, moving a page or an option can lose
learners' records. Run `moocbuild ids --write` before you publish, and keep course.lock with the
course.""",
)

MOST_LOST = 100
"""Of a kind, said one by one."""

COMPARED = 400
"""Characters."""

SIMILAR = 0.6
"""difflib ratio above which a changed option is taken for the same one, mended."""


@dataclass(slots=True)
class Ids:
    """The frozen ids and those in use: of one file, or of the whole course (`read_lock`).

    A file alone gives no new numbers: what the lock does not know has the number 0 until all
    files are merged.
    """

    frozen: LockFile = field(default_factory=LockFile)
    used: LockFile = field(default_factory=LockFile)
    present: bool = False
    node: Node | None = None
    """The lock as read, with places."""
    _tops: dict[str, int] = field(default_factory=dict)
    """By kind, the highest ordinal so far."""

    def question(self, id: str) -> int:
        """The frozen ordinal of a question, from 1; 0 for a new one."""
        return self.used.questions.setdefault(id, self.frozen.questions.get(id, 0))

    def page(self, id: str) -> int:
        """The frozen ordinal of a lesson, quiz or simulation, from 1; 0 for a new one."""
        return self.used.lessons.setdefault(id, self.frozen.lessons.get(id, 0))

    def merge(self, part: Ids) -> None:
        """Adds what one file uses; what is new gets the next number."""
        for id in part.used.questions:
            self._ordinal("questions", id, self.frozen.questions, self.used.questions)
        for id in part.used.lessons:
            self._ordinal("lessons", id, self.frozen.lessons, self.used.lessons)
        self.used.scenes.update(part.used.scenes)
        self.used.options.update(part.used.options)

    def item(self, code: str) -> int:
        """The ordinal of a competency, from 1."""
        return self._ordinal("items", code, self.frozen.items, self.used.items)

    def scene(self, scenario: str, id: str) -> int:
        """The ordinal of a scene within its simulation, from 1."""
        used = self.used.scenes.setdefault(scenario, {})
        frozen = self.frozen.scenes.get(scenario, {})
        return self._ordinal(f"scenes/{scenario}", id, frozen, used)

    def letters(self, owner: str, texts: Iterable[str]) -> tuple[str, ...]:
        """A letter for each text: its frozen one, else that of the likest, else a fresh one."""
        texts = list(texts)
        frozen = self.frozen.options.get(owner, {})
        letters = _letters(texts, frozen, set(self.frozen.retired.get(f"options/{owner}", ())))
        self.used.options[owner] = dict(zip(letters, texts, strict=True))
        return letters

    def _ordinal(self, kind: str, id: str, frozen: Mapping[str, int], used: dict[str, int]) -> int:
        if id not in used:
            if kind not in self._tops:
                self._tops[kind] = max(self._spent(kind), max(frozen.values(), default=0))
            self._tops[kind] += id not in frozen
            used[id] = frozen.get(id, self._tops[kind])
        return used[id]

    def _spent(self, kind: str) -> int:
        """The highest ordinal that retired ids have used up (written as `id=7`)."""
        numbers = [
            int(name.rpartition("=")[2])
            for name in self.frozen.retired.get(kind, ())
            if name.rpartition("=")[2].isdigit()
        ]
        return max(numbers, default=0)


def _letters(texts: list[str], frozen: Mapping[str, str], retired: set[str]) -> tuple[str, ...]:
    if not frozen and not retired:
        return tuple(_letter(n) for n in range(len(texts)))
    left = dict(frozen)
    found: dict[int, str] = {}
    for index, text in enumerate(texts):
        same = next((letter for letter, old in left.items() if old == text), None)
        if same is not None:
            found[index] = same
            del left[same]
    for index, text in enumerate(texts):
        if index not in found and left:
            letter, likeness = _likest(text, left)
            if likeness >= SIMILAR:
                found[index] = letter
                del left[letter]
    fresh = (x for x in map(_letter, range(10_000)) if x not in frozen and x not in retired)
    return tuple(found[i] if i in found else next(fresh) for i in range(len(texts)))


def _likest(text: str, left: Mapping[str, str]) -> tuple[str, float]:
    ratios = ((_likeness(text, old), letter) for letter, old in left.items())
    likeness, letter = max(ratios, key=lambda pair: (pair[0], -ord(pair[1][0])))
    return letter, likeness


def _likeness(text: str, old: str) -> float:
    """Of the beginnings: comparing long texts as a whole could take minutes."""
    # Of 200 characters and more autojunk leaves out the letters that all words are made of.
    one, other = text[:COMPARED], old[:COMPARED]
    return difflib.SequenceMatcher(None, one, other, autojunk=False).ratio()


def _letter(number: int) -> str:
    return LETTERS[number] if number < len(LETTERS) else f"x{number}"


def read_lock(tree: SourceTree, report: Report) -> Ids:
    """The lock of the course; empty where there is none yet."""
    file = tree.texts.get(PATH)
    if file is None:
        return Ids()
    node = read_yaml(file.text, PATH, report)
    frozen = validate(LockFile, node, report, Span(PATH, 1))
    if frozen is not None and node is not None:
        _report_clashes(frozen, node, report)
    return Ids(frozen or LockFile(), present=True, node=node)


def _report_clashes(frozen: LockFile, node: Node, report: Report) -> None:
    """One place in a learner's state for two things: what a merge of two branches leaves."""
    maps: list[tuple[tuple[str, ...], Mapping[str, int]]] = [
        (("questions",), frozen.questions),
        (("lessons",), frozen.lessons),
        (("items",), frozen.items),
        *((("scenes", name), scenes) for name, scenes in frozen.scenes.items()),
    ]
    for path, ordinals in maps:
        taken: dict[int, str] = {}
        for id, ordinal in ordinals.items():
            first = taken.setdefault(ordinal, id)
            if first != id:
                message = f"'{id}' has the same number as '{first}'"
                related = ((node.at((*path, first)), "first used here"),)
                help = "delete the newer line, then run 'moocbuild ids --write'"
                span = node.at((*path, id))
                report(SAME_NUMBER.at(span, message, help=help, related=related))


def check_lock(ids: Ids, tree: SourceTree, report: Report, *, complete: bool = True) -> None:
    """Reports ids lost since the lock was written, retired ids in use, and ids not yet frozen.

    complete: every text was read; else an id that is not there need not be lost.
    """
    fresh = 0
    for kind, frozen, used in _pairs(ids):
        retired = {n.rpartition("=")[0] or n for n in ids.frozen.retired.get(kind, ())}
        added = sorted(set(used) - set(frozen))
        if complete:
            _report_lost([id for id in frozen if id not in used], kind, added, ids.node, report)
        for id in used:
            if id in retired:
                report(_retired(id, kind, ids.frozen.retired[kind], ids.node))
        fresh += len(added)
    if fresh:
        help = "run 'moocbuild ids --write'"
        count = f"{fresh} ids are" if fresh > 1 else "1 id is"
        report(NOT_FROZEN.at(Span(PATH), f"{count} not in course.lock yet", help=help))


def _pairs(ids: Ids) -> Iterable[tuple[str, Mapping[str, int], Mapping[str, int]]]:
    yield "questions", ids.frozen.questions, ids.used.questions
    yield "lessons", ids.frozen.lessons, ids.used.lessons
    yield "items", ids.frozen.items, ids.used.items
    for scenario in sorted({*ids.frozen.scenes, *ids.used.scenes}):
        frozen = ids.frozen.scenes.get(scenario, {})
        yield f"scenes/{scenario}", frozen, ids.used.scenes.get(scenario, {})


def _retired(id: str, kind: str, names: list[str], node: Node | None) -> Diagnostic:
    """The id of something that was removed, at its place in the lock, with the way back."""
    place = next(n for n, name in enumerate(names) if (name.rpartition("=")[0] or name) == id)
    number = names[place].rpartition("=")[2]
    help = "choose another id"
    if number.isdigit():
        whole = kind.partition("/")[0]
        help += f"; to take the old one back, write '{id}: {number}' under '{whole}' instead"
    span = (node or Node({}, Span(PATH, 1))).at(("retired", kind, place))
    return RETIRED_ID.at(span, f"'{id}' was retired", help=help)


def _report_lost(
    lost: list[str], kind: str, added: list[str], node: Node | None, report: Report
) -> None:
    what = {"questions": "question", "lessons": "page", "items": "item"}.get(kind, "scene")
    holder = (node or Node({}, Span(PATH, 1))).child(*kind.split("/", 1))
    for id in lost[:MOST_LOST]:
        message = f"the {what} '{id}' is gone, but learners' records depend on it"
        help = near(id, added) or "restore it, or run 'moocbuild ids --write' to retire it"
        report(LOST_ID.at(holder.keys.get(id, holder.span), message, help=help))
    if len(lost) > MOST_LOST:
        message = f"{len(lost) - MOST_LOST} more ids of this kind ({what}) are gone"
        report(LOST_ID.at(holder.span, message, help="is this the lock of another course?"))


def lock_text(ids: Ids) -> str:
    """The lock for the course as it is now: what is lost is retired, the rest frozen."""
    retired = {kind: list(names) for kind, names in ids.frozen.retired.items()}
    for kind, frozen, used in _pairs(ids):
        gone = [f"{id}={ordinal}" for id, ordinal in frozen.items() if id not in used]
        if gone:
            retired[kind] = sorted({*retired.get(kind, []), *gone})
    for owner, options in ids.frozen.options.items():
        gone = sorted(set(options) - set(ids.used.options.get(owner, {})))
        if gone and owner in ids.used.options:
            key = f"options/{owner}"
            retired[key] = sorted({*retired.get(key, []), *gone})
    data = {
        "questions": _by_ordinal(ids.used.questions),
        "lessons": _by_ordinal(ids.used.lessons),
        "scenes": {name: _by_ordinal(s) for name, s in sorted(ids.used.scenes.items())},
        "items": _by_ordinal(ids.used.items),
        "options": {name: dict(sorted(o.items())) for name, o in sorted(ids.used.options.items())},
        "retired": dict(sorted(retired.items())),
    }
    head = (
        "# Written by 'moocbuild ids --write'. "
        "Keep it with the course: learners' records hang on it.\n"
    )
    return head + yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=1000)


def _by_ordinal(ordinals: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(ordinals.items(), key=lambda pair: (pair[1], pair[0])))
