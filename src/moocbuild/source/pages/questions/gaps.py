"""`gaps`: gaps within a text, `[1]`, `[2]` …; a numbered list below says what fits each.

An item of that list is a list within the list: of boxes for a gap to choose (`- [x] word`), of
entries for one to type (`- = word`, as in the kind `text`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from moocbuild.diagnostics import Rule, Severity, Span
from moocbuild.model.question import Gap, GapsInteraction, Interaction, Unreadable
from moocbuild.source.markdown.texts import last_line, line_of
from moocbuild.source.pages.raw_question import (
    MAX_OPTIONS,
    TOO_MANY_OPTIONS,
    RawQuestion,
    accepted,
    choices,
    entries,
)
from moocbuild.source.pages.section import Section, is_boxed, list_items
from moocbuild.values import dataclass

Element = ElementTree.Element

ORDER = 20
FORM = "write a numbered list of what fits the gaps: '1. - [x] word'"

UNEVEN_GAPS = Rule(
    "MB153",
    "uneven-gaps",
    Severity.ERROR,
    """Each gap in the text (`[1]`, `[2]` …) needs the item of the same number in the list below,
and each item needs its gap, exactly once. In code and in links such a number is no gap. Where a
number in brackets is only text, write `\\[1]`.""",
    remedy="give each gap an item of its number, and each item a gap",
)
BAD_GAP = Rule(
    "MB154",
    "bad-gap",
    Severity.ERROR,
    """An item of the list below a text with gaps holds one list and nothing else: of options, one
of them right (`- [x] word`, `- [ ] word`), or of words to type (`- = word`).""",
    remedy="write one list in the item: of options, or of '- = word' lines",
)

_MARK = re.compile(r"\[(\d{1,3})\]")
_WRITTEN = re.compile(r"(\\?)\[(\d{1,3})\\?\](?!\()")
_TICKS = re.compile(r"`+")
_CLOSED = frozenset({"a", "code", "formula", "pre"})
_ENTRY = re.compile(r"!?=(?:\s|$)")


@dataclass(frozen=True, slots=True)
class _Entry:
    """An item of the list: its number as shown, and the list in it, None without a right one."""

    number: int
    inner: Element | None
    span: Span


def find(section: Section) -> Element | None:
    """The numbered list with lists of answers in it; with `kind=gaps`, the last numbered list."""
    numbered = [block for block in section.blocks if block.tag == "ol"]
    found = next((block for block in numbered if _asks(section, block)), None)
    if found is None and section.attributes.get("kind") == "gaps" and numbered:
        return numbered[-1]
    return found


def _asks(section: Section, block: Element) -> bool:
    """Whether an item of a list holds a list of answers."""
    return any(_answers(section, item) is not None for item in block)


def parse(raw: RawQuestion) -> Interaction:
    """Puts blanks in the place of the marks above the list, and reads what fits them."""
    items = list(_items(raw))
    marks = [mark for block in _above(raw) for mark in _marked(raw, block)]
    sound = [_even(raw, items, marks), *(_sound(raw, each) for each in items)]
    if not all(sound):
        return Unreadable("gaps and entries that do not fit")
    if len(items) > MAX_OPTIONS:
        message = f"{len(items)} gaps in '{raw.id}'"
        raw.report(TOO_MANY_OPTIONS, items[MAX_OPTIONS].span, message)
        return Unreadable(message)
    by_number = {item.number: item for item in items}
    return _gaps(raw, [(blank, by_number[number]) for number, blank in marks])


def _gaps(raw: RawQuestion, found: Sequence[tuple[Element, _Entry]]) -> Interaction:
    inner = [RawQuestion(raw.section, raw.id, e.inner) for _, e in found if e.inner is not None]
    letters = raw.letters([_source(each) for each in inner])
    gaps = []
    for place, (letter, each) in enumerate(zip(letters, inner, strict=True)):
        blank, entry = found[place]
        blank.set("part", letter)
        blank.set("number", str(place + 1))
        gaps.append(
            _gap(RawQuestion(raw.section, f"{raw.id}/{letter}", each.answer), letter, entry)
        )
    read = tuple(gap for gap in gaps if gap is not None)
    return GapsInteraction(gaps=read) if len(read) == len(gaps) else Unreadable("a gap")


def _gap(own: RawQuestion, letter: str, entry: _Entry) -> Gap | None:
    """None where something in it cannot be read, which is reported."""
    if not is_boxed(own.answer):
        answers = accepted(own)
        return None if answers is None else Gap(id=letter, answers=answers, span=entry.span)
    options = choices(own)
    shared = next((option for option in options if 0 < option.score < 1), None)
    if shared:
        own.report(
            BAD_GAP, shared.span, "an option of a gap is right or wrong", "leave its share out"
        )
        return None
    return Gap(id=letter, choices=options, span=entry.span)


def _source(inner: RawQuestion) -> str:
    """What course.lock knows a gap by: its options, or the first word that is accepted."""
    if not is_boxed(inner.answer):
        return next(value for right, value, _ in entries(inner) if right)
    options = (item.source for item in list_items(inner.section, inner.answer))
    return " / ".join(sorted(options, key=str.casefold))  # they may change places


# --- the list below -----------------------------------------------------------------------------


def _items(raw: RawQuestion) -> Iterator[_Entry]:
    first = raw.answer.get("start", "1")
    for place, item in enumerate(list_items(raw.section, raw.answer)):
        element = [child for child in raw.answer if child.tag == "li"][place]
        yield _Entry(int(first) + place, _answers(raw.section, element), item.span)


def _answers(section: Section, item: Element) -> Element | None:
    """The list in an item that holds nothing but a list of boxes or entries."""
    lists = [child for child in item if child.tag == "ul"]
    said = (item.text or "").strip() or any((child.tail or "").strip() for child in item)
    if said or len(lists) != 1 or len(item) != 1:
        return None
    written = [each.lines[0] for each in list_items(section, lists[0])]
    right = is_boxed(lists[0]) or (written and all(map(_ENTRY.match, written)))
    return lists[0] if right else None


def _sound(raw: RawQuestion, entry: _Entry) -> bool:
    """Whether an entry can be read; what is wrong is reported."""
    problem = _problem(raw, entry)
    if problem:
        span, message, help = problem
        raw.report(BAD_GAP, span, f"gap {entry.number} of '{raw.id}' {message}", help)
    return not problem


def _problem(raw: RawQuestion, entry: _Entry) -> tuple[Span, str, str] | None:
    if entry.inner is None:
        return entry.span, "has no list of options or words", "write '- [x] …' or '- = …'"
    inner = RawQuestion(raw.section, raw.id, entry.inner)
    items = list_items(inner.section, inner.answer)
    if not is_boxed(entry.inner):
        right = any(item.lines[0].startswith("=") for item in items)
        return None if right else (entry.span, "accepts no word", "write '- = word'")
    if len(items) < 2:
        return entry.span, "has only one option", "add '- [ ] …'"
    ticked = [item.span for item in items if item.ticked]
    if len(ticked) != 1:
        place = ticked[1] if ticked else entry.span
        return place, f"has {len(ticked)} right options", "mark one with [x]"
    return None


# --- the text above -----------------------------------------------------------------------------


def _above(raw: RawQuestion) -> Iterator[Element]:
    for block in raw.section.blocks:
        if block is raw.answer:
            return
        if block.tag != "alert":
            yield block


def _marked(raw: RawQuestion, block: Element) -> Iterator[tuple[int, Element]]:
    """The marks in a block, with the blanks that stand there from now on."""
    lines = raw.section.reader.file.lines[line_of(block) - 1 : last_line(block)]
    written = _WRITTEN.findall(_without_code("\n".join(lines)))
    literal = [place for place, (escape, _) in enumerate(written) if escape]
    places = iter(range(len(written)))
    yield from _blanks(block, literal, places)


def _without_code(written: str) -> str:
    """Without what stands between two runs of as many backticks (CommonMark 6.1)."""
    runs = [match.span() for match in _TICKS.finditer(written)]
    closing: dict[int, int] = {}  # how many backticks → where their next run ends
    ends: list[int] = []
    for start, end in reversed(runs):
        ends.append(closing.get(end - start, 0))
        closing[end - start] = end
    kept, at = [], 0
    for (start, _), end in zip(runs, reversed(ends), strict=True):
        if end and start >= at:
            kept.append(written[at:start])
            at = end
    return "".join((*kept, written[at:]))


def _blanks(
    element: Element, literal: Sequence[int], places: Iterator[int]
) -> Iterator[tuple[int, Element]]:
    """literal: places, among all that look like marks, of those whose bracket is escaped."""
    line = element.get("line", "")
    element.text, made = _cut(element.text or "", line, literal, places)
    children = list(element)
    for place, (_, blank) in enumerate(made):
        element.insert(place, blank)
    yield from made
    for child in children:
        if child.tag not in _CLOSED:
            yield from _blanks(child, literal, places)
        child.tail, made = _cut(child.tail or "", child.get("line", line), literal, places)
        after = list(element).index(child) + 1
        for place, (_, blank) in enumerate(made):
            element.insert(after + place, blank)
        yield from made


def _cut(
    words: str, line: str, literal: Sequence[int], places: Iterator[int]
) -> tuple[str, list[tuple[int, Element]]]:
    """The words before the first mark; then each mark's number and blank, with what follows."""
    before, made = "", list[tuple[int, Element]]()
    start = 0
    for mark in _MARK.finditer(words):
        if next(places, -1) in literal:
            continue
        before, made = _ended(before, made, words[start : mark.start()])
        made.append((int(mark[1]), ElementTree.Element("blank", {"line": line})))
        start = mark.end()
    return _ended(before, made, words[start:])


def _ended(
    before: str, made: list[tuple[int, Element]], words: str
) -> tuple[str, list[tuple[int, Element]]]:
    if not made:
        return before + words, made
    made[-1][1].tail = words
    return before, made


def _even(raw: RawQuestion, items: Sequence[_Entry], marks: Sequence[tuple[int, Element]]) -> bool:
    """Whether every mark has its entry and every entry its mark; what is wrong is reported."""
    listed = {entry.number for entry in items}
    found: set[int] = set()
    problems: list[tuple[Span, str, str]] = []
    for number, blank in marks:
        span = raw.section.reader.find(f"[{number}]", line_of(blank), line_of(raw.answer))
        if number in found:
            problems.append((span, f"gap [{number}] of '{raw.id}' stands twice", "number it anew"))
        elif number not in listed:
            help = f"add item {number} to the list below, or write '\\[{number}]'"
            problems.append((span, f"gap [{number}] of '{raw.id}' is not in the list", help))
        found.add(number)
    for entry in items:
        if entry.number not in found:
            help = f"write '[{entry.number}]' where it belongs, outside code and links"
            message = f"item {entry.number} of '{raw.id}' has no gap in the text"
            problems.append((entry.span, message, help))
    for problem in problems:
        raw.report(UNEVEN_GAPS, *problem)
    return not problems
