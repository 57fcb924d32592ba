"""A question before its kind has read it: the section, and which block holds the answers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from xml.etree import ElementTree

from moocbuild.diagnostics import Rule, Severity, Span
from moocbuild.model.question import AcceptedText, Choice
from moocbuild.model.text import EMPTY, Text
from moocbuild.source.characters import HIDDEN_CHARACTERS, HIDDEN_IN_DATA, hidden_message
from moocbuild.source.markdown.texts import last_line, line_of
from moocbuild.source.pages.section import (
    ListItem,
    Section,
    inline_start,
    is_boxed,
    list_items,
)
from moocbuild.source.pages.typed_words import hardly_typed, several_quoted, typed_words
from moocbuild.values import dataclass
from moocbuild.words.languages import writes_comma

Element = ElementTree.Element

TOO_MANY_OPTIONS = Rule(
    "MB114",
    "too-many-options",
    Severity.ERROR,
    """A question can have at most 36 options: SCORM 1.2 records each answer as a single
character, a-z or 0-9. Nobody can weigh that many anyway. Split the question.""",
    remedy="split the question",
)
EMPTY_OPTION = Rule(
    "MB116",
    "empty-text",
    Severity.ERROR,
    "A question, an option, a scene or a feedback text is empty.",
    remedy="write some text, or delete the line",
)
BAD_ANSWER = Rule(
    "MB120",
    "bad-text-answer",
    Severity.ERROR,
    """A text answer lists the exact words that are accepted, at most 200 characters:
`- = handover`. Add a line for each other spelling. Patterns (regular expressions) are not
supported.""",
    remedy="write the accepted words: '- = word'",
)

PARTED = Rule(
    "MB147",
    "parted-options",
    Severity.ERROR,
    """The options of a question are split into two lists by something that belongs to neither, or
some lines of the list have no box. Learners would see the rest as plain text, `[ ]` included.
Keep the options in one list; indent what is said about an option below it:
`    > Yes, because …`.""",
    remedy="keep the options in one list, and indent what belongs to one of them",
)

SHARE_BEHIND = Rule(
    "MB158",
    "share-behind-words",
    Severity.WARNING,
    """An option ends with a number in code, such as `0.5`. A share of the points stands before
the words: behind them it is shown to learners, and the option earns nothing. Before them, only
numbers from 0 to 1 with up to two digits behind the point are shares, not `50 %` or `-0.5`.""",
    remedy="write it before the words of the option",
)

HARDLY_TYPED = Rule(
    "MB163",
    "hardly-typed",
    Severity.WARNING,
    """An accepted answer holds what hardly anybody types: the markup of a link, of a formula or
of bold words, or several answers in one line, as in `colour | color`. Words are compared sign by
sign. Write each answer on a line of its own, as learners type it. If you mean the signs, put the
answer in code or in quotation marks.""",
    remedy="write each answer on a line of its own, as learners type it",
)

MAX_OPTIONS = 36
MAX_LENGTH = 200
_BLOCKS = {"p", "ul", "ol", "pre", "table", "dl", "details", "blockquote", "alert", "hr"}
_HARDLY = {
    "markup": ("markup included", "write it as learners type it, or in code"),
    "several": ("as one answer", "write a line for each answer, or put it in quotation marks"),
}


@dataclass(frozen=True, slots=True)
class RawQuestion:
    """section: where the author wrote it. id: unique in the course. answer: the options."""

    section: Section
    id: str
    answer: Element

    @property
    def span(self) -> Span:
        """The heading."""
        return self.section.span

    @property
    def place(self) -> Span:
        """The first line of the answers."""
        return Span(self.section.reader.path, line_of(self.answer))

    def letters(self, sources: Sequence[str], owner: str = "") -> tuple[str, ...]:
        """Frozen letters for things known by their source; owner: a part of this question."""
        return self.section.reader.added.ids.letters(owner or self.id, sources)

    def report(self, rule: Rule, span: Span, message: str, help: str = "") -> None:
        """Reports a finding."""
        self.section.reader.report(rule.at(span, message, help=help))


_SHARE = re.compile(r"0(?:\.\d{1,2})?|1(?:\.0{1,2})?")
_WRITTEN_SHARE = re.compile(r"`(?:0(?:[.,]\d{1,2})?|1(?:[.,]0{1,2})?)`\s+")
_MARK = re.compile(r"(?<!\w)\[(\d{1,2})\]")
_LIKE_SHARE = re.compile(r"[-\u2212]?0?[.,]\d+|\d{1,3} ?%|[01][.,]\d{3,}")
_ENTRY = re.compile(r"(!?=)(?:\s+|$)")


def task_list(section: Section) -> Element | None:
    """The first list whose every item has a box, `[ ]` or `[x]`."""
    return next(filter(is_boxed, section.blocks), None)


def entry_list(section: Section) -> Element | None:
    """The first list whose every item begins with `=` or `!=`."""
    return next((block for block in section.blocks if is_entries(section, block)), None)


def is_entries(section: Section, block: Element) -> bool:
    """Whether each item of a list begins with `=` or `!=`."""
    items = list_items(section, block) if block.tag == "ul" else []
    return bool(items) and all(_ENTRY.match(item.lines[0]) for item in items)


def block_of(section: Section, tag: str) -> Element | None:
    """The first block of a kind: `table`, `ol`, `hr` …"""
    return next((block for block in section.blocks if block.tag == tag), None)


@dataclass(frozen=True, slots=True)
class Task:
    """One item of a task list. share: what a chip such as `0.5` gives, None without one.

    source: the words as written, without box and share.
    """

    item: ListItem
    share: float | None
    source: str

    @property
    def ticked(self) -> bool:
        """Whether its box is."""
        return bool(self.item.ticked)


def tasks(raw: RawQuestion) -> list[Task]:
    """The items of the task list; too many are reported."""
    items = list_items(raw.section, raw.answer)
    if len(items) > MAX_OPTIONS:
        message = f"{len(items)} options in '{raw.id}'"
        raw.report(TOO_MANY_OPTIONS, items[MAX_OPTIONS].span, message)
    comma = writes_comma(raw.section.language)
    found = [_task(item, comma) for item in items[:MAX_OPTIONS]]
    for task in found:
        _said_behind(raw, task)
    return found


def _task(item: ListItem, comma: bool) -> Task:
    """comma: whether the course's language writes `0,5`."""
    start = inline_start(item.content)
    first = start[0] if len(start) and not (start.text or "").strip() else None
    share = None
    if first is not None and comma and re.fullmatch(r"[01],\d+", first.text or ""):
        first.text = (first.text or "").replace(",", ".")
    if first is not None and _is_share(first, start, item.content):
        share = float(first.text or "")
        start.text = (first.tail or "").lstrip()
        start.remove(first)
    source = _WRITTEN_SHARE.sub("", item.source, count=1) if share is not None else item.source
    return Task(item, share, source)


def _said_behind(raw: RawQuestion, task: Task) -> None:
    """A share that stands behind the words is a number in code to learners, and gives nothing."""
    start = inline_start(task.item.content)
    first = start[0] if len(start) and not (start.text or "").strip() else None
    said = (first.text or "") if first is not None and first.tag == "code" else ""
    if task.share is None and (first is not None and _LIKE_SHARE.fullmatch(said)):
        if (first.tail or "").strip():
            message = f"'`{said}`' is text, and no share of the points"
            help = "write '`0.5`' for half of them, up to two digits behind the point"
            raw.report(SHARE_BEHIND, task.item.span, message, help)
        return
    last = start[-1] if len(start) else None
    if task.share is not None or last is None or (last.tail or "").strip():
        return
    said = (last.text or "") if last.tag == "code" else ""
    if said.startswith("0.") and _SHARE.fullmatch(said) and (len(start) > 1 or start.text):
        help = f"write '`{said}`' before the words; if it is one of them, end with a full stop"
        raw.report(SHARE_BEHIND, task.item.span, f"'`{said}`' behind the words is text", help)


def _is_share(first: Element, start: Element, content: Element) -> bool:
    """A number in code before an option's words; alone it is the option."""
    said = (first.tail or "").strip() or len(start) > 1 or len(content) > 1
    return first.tag == "code" and bool(_SHARE.fullmatch(first.text or "") and said)


def choices(raw: RawQuestion, *, score: dict[bool, float] | None = None) -> tuple[Choice, ...]:
    """The task list as Choices with frozen letters. score: of ticked and unticked options."""
    worth = score or {True: 1.0, False: 0.0}
    found = tasks(raw)
    letters = raw.letters([task.source for task in found])
    return tuple(
        Choice(
            id=letter,
            text=words(raw.section, task.item.content, task.item.span),
            score=worth[task.ticked] if task.ticked or task.share is None else task.share,
            feedback=feedback(raw.section, task.item),
            span=task.item.span,
        )
        for letter, task in zip(letters, found, strict=True)
    )


def words(section: Section, content: Element, span: Span) -> Text:
    """The words of an option or a cell; empty ones are reported."""
    text = section.texts.inside(content)
    plain = text.plain
    if any("checked" in each.attrib for each in content.iter("li") if each is not content):
        help = "make each an option of its own, or leave out the boxes"
        section.reader.report(PARTED.at(span, "boxes within an option", help=help))
    if not plain and not any(each.tag in ("img", "formula", "hr") for each in content.iter()):
        section.reader.report(EMPTY_OPTION.at(span, "there is no text here"))
    hidden = HIDDEN_CHARACTERS.search(plain)
    if hidden and not HIDDEN_CHARACTERS.search(section.reader.file.line(span.line)):
        message = hidden_message(hidden[0])
        section.reader.report(HIDDEN_IN_DATA.at(span, message, help="delete it"))
    return text


def feedback(section: Section, item: ListItem) -> Text:
    """The quotations in an item; an empty one is reported."""
    if not item.quotes:
        return EMPTY
    text = section.texts.inside(*item.quotes, blocks=True)
    if not text:
        span = section.reader.line(line_of(item.quotes[0]))
        section.reader.report(EMPTY_OPTION.at(span, "the feedback is empty"))
    return text


def entries(raw: RawQuestion) -> Iterator[tuple[bool, str, ListItem]]:
    """Items of a `=` list: whether accepted, the value as written, the item."""
    for item in list_items(raw.section, raw.answer):
        mark = _ENTRY.match(item.lines[0])
        value = " ".join([item.lines[0][mark.end() if mark else 0 :], *item.lines[1:]])
        yield mark is None or mark[1] == "=", value.strip(), item


def accepted(raw: RawQuestion) -> tuple[AcceptedText, ...] | None:
    """The `=` list as words to type; None where one cannot be read, which is reported."""
    found = [_accepted(raw, *entry) for entry in entries(raw)]
    answers = tuple(answer for answer in found if answer is not None)
    return answers if len(answers) == len(found) else None


def _accepted(raw: RawQuestion, correct: bool, value: str, item: ListItem) -> AcceptedText | None:
    text, exact = typed_words(value)
    problem = _not_to_type(text, value, item)
    if problem:
        message, help = problem
        raw.report(BAD_ANSWER, below(item) or item.span, message, help=help)
        return None
    hardly = hardly_typed(value)
    if hardly:
        message = f"'{text[:40]}' is compared sign by sign, {_HARDLY[hardly][0]}"
        raw.report(HARDLY_TYPED, item.span, message, help=_HARDLY[hardly][1])
    said = feedback(raw.section, item)
    return AcceptedText(text=text, exact=exact, correct=correct, feedback=said, span=item.span)


def _not_to_type(text: str, value: str, item: ListItem) -> tuple[str, str] | None:
    """What is wrong with an entry, and what helps."""
    if below(item):
        return "an accepted answer is one line", "write what is said of it as '> …' below it"
    if not text or len(text) > MAX_LENGTH:
        return "expected an answer of 1 to 200 characters", ""
    if text.startswith("/") and text.endswith("/") and len(text) > 2:
        return "patterns are not supported", "write the accepted words"
    if several_quoted(value):
        return "several answers in one line", "write a line for each: '- = \"word\"'"
    return None


def report_marks(raw: RawQuestion) -> None:
    """Reports marks of gaps, [1] and [2], where the words to type are not numbered."""
    above = itertools.takewhile(lambda block: block is not raw.answer, raw.section.blocks)
    for block in above:
        found = [int(number) for number in _MARK.findall("".join(_said(block)))]
        entries = len(raw.answer)
        if found == [*range(1, len(found) + 1)] and len(found) == entries:
            line = line_of(block)
            span = raw.section.reader.find("[1]", line, last_line(block))
            if "\\" not in raw.section.reader.file.line(span.line)[: span.column - 1][-1:]:
                help = "write '1. - = word' for each gap, or '\\[1]' for a number in brackets"
                raw.report(
                    PARTED, span, "the words to type are not numbered as the gaps are", help
                )
            return


def _said(element: Element) -> Iterator[str]:
    """Words that are neither code nor a link."""
    yield element.text or ""
    for child in element:
        if child.tag not in ("a", "code", "formula", "pre"):
            yield from _said(child)
        yield child.tail or ""


def below(item: ListItem) -> Span | None:
    """Where an item of a `=` list holds more than a line of words, and its quotations."""
    first = inline_start(item.content)
    for child in item.content:
        if child is not first and child.tag in _BLOCKS:
            return Span(item.span.path, line_of(child))
    return None
