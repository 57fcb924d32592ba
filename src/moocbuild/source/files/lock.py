"""course.lock: what makes ids survive edits.

Questions, lessons and scenes keep their ordinals (places in a learner's stored state), options
keep their letters, found again by their text even when moved or mended. Nothing is identified by
its position or by a hash of its text. What is built trusts the lock alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from moocbuild.diagnostics import WRITE_IDS, Diagnostic, Fix, Report, Rule, Severity, Span, near
from moocbuild.source.files.letters import RELATED, letters_for, likeness
from moocbuild.source.files.lock_file import holder, retired
from moocbuild.source.files.lock_merge import clashes
from moocbuild.source.files.tree import SourceTree
from moocbuild.source.yaml.reader import Node, read_yaml
from moocbuild.source.yaml.schema import LockFile
from moocbuild.source.yaml.validate import validate
from moocbuild.values import dataclass

PATH = "course/course.lock"
LOST_ID = Rule(
    "MB104",
    "lost-id",
    Severity.ERROR,
    """An id that learners' records depend on is gone from the course: it was renamed or deleted.

If the id was changed by mistake, restore the old one. A page whose file was renamed or moved, or
whose module's folder was, keeps its id with `id:` in its front matter: `moocbuild ids` finds where
pages went, and `moocbuild ids --moved` writes it. If the question, page, item or scene is really
gone, run `moocbuild ids --write`: the id is retired and never used again.""",
    remedy="restore it, or run 'moocbuild ids --write' to retire it",
)
RETIRED_ID = Rule(
    "MB126",
    "retired-id",
    Severity.ERROR,
    """This id belonged to something that was removed. Old records would be counted for the new
content: choose another id. If the same content was put back, `moocbuild ids --restore` and the id
take it back, with its records.""",
    remedy="choose another id",
)
SAME_NUMBER = Rule(
    "MB146",
    "same-number",
    Severity.ERROR,
    """Two ids in course.lock have the same number, so a learner's results for one would count for
the other. This usually happens when two people add something at the same time and their branches
are merged. Run `moocbuild ids --write`: the id that was there before the branches parted, or that
a release has, keeps the number, and the other one gets a number of its own.""",
    remedy="run 'moocbuild ids --write': the newer one gets a number of its own",
)
NOT_FROZEN = Rule(
    "MB127",
    "not-frozen",
    Severity.WARNING,
    """Some ids are not in course.lock yet. Until they are, moving a page or an option can lose
learners' records. Run `moocbuild ids --write` before you publish, and keep course.lock with the
course.""",
    remedy="run 'moocbuild ids --write'",
)

LOST_OPTION = Rule(
    "MB155",
    "lost-option",
    Severity.WARNING,
    """An option is gone from a question, or its text has changed so much that it is taken for
another one. Its letter is retired: answers that learners gave with it no longer belong to an
option. If the option was only reworded, write its new text after its letter in course.lock; if it
is really gone, run `moocbuild ids --write`. Put back in the same words, it gets its letter
again.""",
    remedy="run 'moocbuild ids --write' to retire its letter",
)

_RETIRE = "run 'moocbuild ids --write'"
MOST_LOST = 100
"""Of a kind, said one by one."""


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
    parts: dict[str, LockFile] = field(default_factory=dict)
    """Path of each file → what is used in it."""
    given: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Letters that a translation takes from the text that its author wrote, whatever its words."""
    _tops: dict[str, int] = field(default_factory=dict)
    """By kind, the highest ordinal so far."""

    def question(self, id: str) -> int:
        """The frozen ordinal of a question, from 1; 0 for a new one."""
        return self.used.questions.setdefault(id, self.frozen.questions.get(id, 0))

    def page(self, id: str) -> int:
        """The frozen ordinal of a lesson, quiz or simulation, from 1; 0 for a new one."""
        return self.used.lessons.setdefault(id, self.frozen.lessons.get(id, 0))

    def merge(self, path: str, part: Ids) -> None:
        """Adds what one file uses; what is new gets the next number."""
        self.parts[path] = part.used
        for id in part.used.questions:
            self._ordinal("questions", id, self.frozen.questions, self.used.questions)
        for id in part.used.lessons:
            self._ordinal("lessons", id, self.frozen.lessons, self.used.lessons)
        self.used.scenes.update(part.used.scenes)
        self.used.options.update(part.used.options)

    def asking(self, key: str, path: str) -> int:
        """The ordinal of a question of a pool in a quiz that is not its home.

        path: of the quiz, which uses it.
        """
        number = self._ordinal("questions", key, self.frozen.questions, self.used.questions)
        self.parts[path].questions[key] = number
        return number

    def item(self, code: str) -> int:
        """The ordinal of a competency, from 1."""
        return self._ordinal("items", code, self.frozen.items, self.used.items)

    def scene(self, scenario: str, id: str) -> int:
        """The ordinal of a scene within its simulation, from 1."""
        used = self.used.scenes.setdefault(scenario, {})
        frozen = self.frozen.scenes.get(scenario, {})
        return self._ordinal(f"scenes/{scenario}", id, frozen, used)

    def letters(self, owner: str, texts: Iterable[str]) -> tuple[str, ...]:
        """A letter for each text: see `letters_for`."""
        texts = list(texts)
        given = self.given.get(owner, ())
        if len(given) == len(texts) and given:
            self.used.options[owner] = dict(zip(given, texts, strict=True))
            return given
        frozen = self.frozen.options.get(owner, {})
        retired = self.frozen.retired.get(f"options/{owner}", ())
        letters = letters_for(texts, frozen, retired)
        self.used.options[owner] = dict(zip(letters, texts, strict=True))
        return letters

    def _ordinal(self, kind: str, id: str, frozen: Mapping[str, int], used: dict[str, int]) -> int:
        if id not in used:
            if kind not in self._tops:
                self._tops[kind] = max(
                    (*retired(self.frozen, kind).values(), *frozen.values()), default=0
                )
            self._tops[kind] += id not in frozen
            used[id] = frozen.get(id, self._tops[kind])
        return used[id]


def read_lock(tree: SourceTree, report: Report) -> Ids:
    """The lock of the course; empty where there is none yet."""
    file = tree.texts.get(PATH)
    if file is None:
        return Ids()
    frozen, node = parse_lock(file.text, report)
    if frozen is not None and node is not None:
        _report_clashes(frozen, node, report)
    return Ids(frozen or LockFile(), present=True, node=node)


def parse_lock(text: str, report: Report) -> tuple[LockFile | None, Node | None]:
    """A lock with its places; None where it cannot be read, which was reported."""
    node = read_yaml(text, PATH, report)
    return validate(LockFile, node, report, Span(PATH, 1)) if node else None, node


def _report_clashes(frozen: LockFile, node: Node, report: Report) -> None:
    """One place in a learner's state for two things: what a merge of two branches leaves."""
    help = "run 'moocbuild ids --write': the newer one gets a number of its own"
    for clash in clashes(frozen):
        path = tuple(clash.kind.split("/", 1))
        first, *others = (*clash.spent, *clash.ids)[:1] + clash.ids[not clash.spent :]
        place = node.at((*path, first))
        if clash.spent:
            place = _place_retired(first, clash.kind, frozen.retired[clash.kind], node)
        for id in others:
            message = f"'{id}' has the same number as '{first}'"
            message += ", which is retired" if clash.spent else ""
            related = ((place, "first used here"),)
            report(SAME_NUMBER.at(node.at((*path, id)), message, help=help, related=related))


def check_lock(ids: Ids, tree: SourceTree, report: Report, *, complete: bool = True) -> None:
    """Reports ids lost since the lock was written, retired ids in use, and ids not yet frozen.

    complete: every text was read; else an id that is not there need not be lost.
    """
    fresh, safe, strange = 0, True, _of_another_course(ids)
    if complete and strange:
        message = "no page and no question of course.lock is in the course"
        report(LOST_ID.at(Span(PATH), message, help=_STRANGE))
    for kind, frozen, used in pairs(ids):
        gone = retired(ids.frozen, kind)
        added = sorted(set(used) - set(frozen))
        gone_now = [id for id in frozen if id not in used]
        safe = safe and not gone_now
        if complete and not strange:
            said = [id for id in gone_now if not _page_is_lost(id, ids)]
            _report_lost(said, kind, added, ids.node, report)
        for id in used:
            if id in gone:
                report(_retired(id, kind, ids.frozen.retired[kind], ids.node))
        fresh += len(added)
    lost = list(_lost_options(ids)) if complete else []
    for diagnostic in lost[:MOST_LOST]:
        report(diagnostic)
    if fresh:
        count = f"{fresh} ids are" if fresh > 1 else "1 id is"
        # What is lost would be retired by it, too: nothing for a program to decide.
        fix = Fix(command=WRITE_IDS) if safe and not lost else None
        report(NOT_FROZEN.at(Span(PATH), f"{count} not in course.lock yet", fix=fix))


_STRANGE = (
    "delete the file if nobody has learned with it, as with a sample that you replaced; "
    "else put back the course.lock of this very course"
)


def _of_another_course(ids: Ids) -> bool:
    """Whether all of it is gone, which is no edit of a course that people learn with."""
    frozen, used = ids.frozen, ids.used
    mine = not frozen.questions.keys().isdisjoint(used.questions)
    mine |= not frozen.lessons.keys().isdisjoint(used.lessons)
    return bool(frozen.questions and frozen.lessons and used.lessons) and not mine


def _page_is_lost(id: str, ids: Ids) -> bool:
    """Whether it is a question asked in a quiz that is itself lost, which says enough."""
    quiz = id.partition("@")[2]
    return quiz in ids.frozen.lessons and quiz not in ids.used.lessons


def changes(ids: Ids) -> list[str]:
    """What is new or gone since the lock was written: `new question 'x'`."""
    if not ids.present:
        return ["there is no course.lock yet"]
    found = []
    for kind, frozen, used in pairs(ids):
        what = _WHAT.get(kind, "scene")
        found += [f"new {what} '{id}'" for id in used if id not in frozen]
        found += [f"{what} '{id}' is gone" for id in frozen if id not in used]
    for owner, used_by in sorted(ids.used.options.items()):
        known = ids.frozen.options.get(owner, {})
        found += [
            f"'{owner}' has a new option: '{text}'"
            for letter, text in used_by.items()
            if known and letter not in known
        ]
        found += [
            f"'{owner}' has another wording: '{text}' (before: '{known[letter]}')"
            for letter, text in used_by.items()
            if letter in known and known[letter] != text
        ]
    return found + [d.message for d in _lost_options(ids)]


_WHAT = {"questions": "question", "lessons": "page", "items": "item"}


def pairs(ids: Ids) -> Iterable[tuple[str, Mapping[str, int], Mapping[str, int]]]:
    """Kind of id, what is frozen of it, what is used."""
    yield "questions", ids.frozen.questions, ids.used.questions
    yield "lessons", ids.frozen.lessons, ids.used.lessons
    yield "items", ids.frozen.items, ids.used.items
    for scenario in sorted({*ids.frozen.scenes, *ids.used.scenes}):
        frozen = ids.frozen.scenes.get(scenario, {})
        yield f"scenes/{scenario}", frozen, ids.used.scenes.get(scenario, {})


def _lost_options(ids: Ids) -> Iterator[Diagnostic]:
    """Of questions that are still there."""
    holder = (ids.node or Node({}, Span(PATH, 1))).child("options")
    for owner, frozen in ids.frozen.options.items():
        used = ids.used.options.get(owner, {})
        new = [text for letter, text in used.items() if letter not in frozen]
        for letter in sorted(set(frozen) - set(used)) if used else ():
            node = holder.child(owner)
            message = f"the option '{frozen[letter][:60]}' of '{owner}' is gone"
            help = "run 'moocbuild ids --write' to retire its letter"
            alike, text = max(((likeness(t, frozen[letter]), t) for t in new), default=(0, ""))
            if alike >= RELATED:
                help = f"write '{text[:60]}' after '{letter}:' if it is that now; else {help}"
            yield LOST_OPTION.at(node.keys.get(letter, node.span), message, help=help)


def _retired(id: str, kind: str, names: list[str], node: Node | None) -> Diagnostic:
    """The id of something that was removed, at its place in the lock, with the way back."""
    span = _place_retired(id, kind, names, node)
    help = "choose another id"
    if f"{id}=" in {name[: len(id) + 1] for name in names}:
        help += f"; if it is the same content as before, run 'moocbuild ids --restore {id}'"
    return RETIRED_ID.at(span, f"'{id}' was retired", help=help)


def _place_retired(id: str, kind: str, names: list[str], node: Node | None) -> Span:
    place = next(n for n, name in enumerate(names) if id in (name, name.rpartition("=")[0]))
    return (node or Node({}, Span(PATH, 1))).at(("retired", kind, place))


def _report_lost(
    lost: list[str], kind: str, added: list[str], node: Node | None, report: Report
) -> None:
    what = _WHAT.get(kind, "scene")
    holder = (node or Node({}, Span(PATH, 1))).child(*kind.split("/", 1))
    for id in lost[:MOST_LOST]:
        gone = f"'{id}' is gone"
        if "@" in id:
            gone = "'{}' is no longer asked in '{}'".format(*id.split("@", 1))
        message = f"the {what} {gone}, but learners' records depend on it"
        meant = near(id, added)
        help = f"{meant} If" if meant else "restore it; if"
        help += f" it is gone for good, {_RETIRE}"
        if kind == "lessons":
            help = (
                f"run 'moocbuild ids' if its file was renamed or moved; if it is gone, {_RETIRE}"
            )
        report(LOST_ID.at(holder.keys.get(id, holder.span), message, help=help))
    if len(lost) > MOST_LOST:
        message = f"{len(lost) - MOST_LOST} more ids of this kind ({what}) are gone"
        report(
            LOST_ID.at(holder.span, message, help="put back the course.lock of this very course")
        )


@dataclass(frozen=True, slots=True)
class Open:
    """What is not decided, by kind and id. lost: is not retired, though it is gone; everything:
    nothing is. new: is not frozen yet. owners: questions whose options stay as they are.
    """

    lost: frozenset[tuple[str, str]] = frozenset()
    new: frozenset[tuple[str, str]] = frozenset()
    owners: frozenset[str] = frozenset()
    everything: bool = False


def kept(ids: Ids, open: Open) -> LockFile:
    """The lock for the course as it is now: what is lost is retired, the rest frozen."""
    lock = LockFile(retired={kind: list(names) for kind, names in ids.frozen.retired.items()})
    for kind, frozen, used in pairs(ids):
        spent = retired(ids.frozen, kind)
        stays = [id for id in frozen if id in used or open.everything or (kind, id) in open.lost]
        new = [id for id in used if id not in {*frozen, *spent} and (kind, id) not in open.new]
        held = holder(lock, kind)
        held.update({id: frozen[id] for id in stays}, **{id: used[id] for id in new})
        gone = [f"{id}={ordinal}" for id, ordinal in frozen.items() if id not in stays]
        lock.retired[kind] = [*lock.retired.get(kind, ()), *gone]
    _keep_options(lock, ids, open)
    stay = ids.frozen.openedx.banks if open.everything or open.lost else {}
    homes = {**ids.frozen.homes, **ids.used.homes}
    lock.homes = {id: quiz for id, quiz in homes.items() if id in lock.questions}
    banks = {**stay, **ids.used.openedx.banks}
    lock.openedx.banks = {quiz: held for quiz, held in banks.items() if quiz in lock.lessons}
    lock.openedx.org = (ids.frozen if ids.present else ids.used).openedx.org
    lock.openedx.periods = ids.present and ids.frozen.openedx.periods
    return lock


def _keep_options(lock: LockFile, ids: Ids, open: Open) -> None:
    """Those of what is retired stay: it may come back."""
    away = {*retired(lock, "questions"), *retired(lock, "lessons"), *(id for _, id in open.lost)}
    for owner in {*ids.frozen.options, *ids.used.options}:
        frozen, used = ids.frozen.options.get(owner, {}), ids.used.options.get(owner)
        holders = set(_holders(owner))
        waits = owner in open.owners or any(id in holders for _, id in open.new)
        if waits or used is None:
            if frozen and (waits or open.everything or holders & away):
                lock.options[owner] = frozen
        else:
            gone = {letter: text for letter, text in frozen.items() if letter not in used}
            lock.options[owner] = {**gone, **used} if open.everything else used
            _retire_letters(lock, owner, {} if open.everything else gone)


def _holders(owner: str) -> Iterator[str]:
    """Ids of the questions and pages that may have these options: `a/b/c` is of `a` or `a/b`."""
    parts = owner.split("/")
    return ("/".join(parts[:count]) for count in range(1, len(parts) + 1))


def _retire_letters(lock: LockFile, owner: str, gone: Mapping[str, str]) -> None:
    key, used = f"options/{owner}", lock.options[owner]
    names = [name for name in lock.retired.get(key, ()) if name.partition("=")[0] not in used]
    lock.retired[key] = [*names, *(f"{letter}={text}" for letter, text in gone.items())]
