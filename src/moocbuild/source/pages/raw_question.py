"""A question before its kind has read it: the section, and which block holds the answers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from moocbuild.diagnostics import Rule, Severity, Span
from moocbuild.model.question import Choice
from moocbuild.model.richtext import EMPTY, RichText
from moocbuild.source.characters import HIDDEN_CHARACTERS, HIDDEN_IN_DATA, hidden_message
from moocbuild.source.context import Context
from moocbuild.source.markdown.fragment import Fragment
from moocbuild.source.markdown.render import render
from moocbuild.source.pages.section import Block, ListItem, Section, list_items

TOO_MANY_OPTIONS = Rule(
    "MB114",
    "too-many-options",
    Severity.ERROR,
    """A question has at most 36 options: SCORM 1.2 writes an answer as single characters a-z and
0-9. Nobody can weigh that many anyway. Split the question.""",
)
EMPTY_OPTION = Rule(
    "MB116",
    "empty-text",
    Severity.ERROR,
    """A question, an option, a scene or a feedback has no words.""",
)

MAX_OPTIONS = 36


@dataclass(frozen=True, slots=True)
class RawQuestion:
    """section: where the author wrote it. id: unique in the course. answer: the options."""

    section: Section
    id: str
    answer: Block

    @property
    def span(self) -> Span:
        """The heading."""
        return self.section.span

    @property
    def place(self) -> Span:
        """The first line of the answers."""
        return Span(self.section.path, self.answer.first)


_TASK = re.compile(r"\[([ xX])\](?:\s+|$)")
_SHARE = re.compile(r"`(0(?:\.\d{1,2})?|1(?:\.0{1,2})?)`\s+")
_ENTRY = re.compile(r"(!?=)(?:\s+|$)")


def task_list(section: Section) -> Block | None:
    """The first list whose every item begins with `[ ]` or `[x]`."""
    return _list_of(section, _TASK)


def entry_list(section: Section) -> Block | None:
    """The first list whose every item begins with `=` or `!=`."""
    return _list_of(section, _ENTRY)


def block_of(section: Section, type: str) -> Block | None:
    """The first block of a type."""
    return next((b for b in section.blocks if b.type == type), None)


def _list_of(section: Section, marker: re.Pattern[str]) -> Block | None:
    for block in section.blocks:
        if block.type == "bullet_list" and all(
            marker.match(item.text.lines[0]) for item in list_items(section, block)
        ):
            return block
    return None


@dataclass(frozen=True, slots=True)
class Task:
    """One item of a task list. share: what a chip such as `0.5` gives, None without one."""

    item: ListItem
    ticked: bool
    share: float | None
    text: Fragment


def tasks(raw: RawQuestion, context: Context) -> list[Task]:
    """The items of the task list, without their marks; too many are reported."""
    items = list_items(raw.section, raw.answer)
    if len(items) > MAX_OPTIONS:
        message = f"{len(items)} options in '{raw.id}'"
        context.report(TOO_MANY_OPTIONS.at(items[MAX_OPTIONS].span, message, help="split it"))
    return [_task(item) for item in items[:MAX_OPTIONS]]


def _task(item: ListItem) -> Task:
    lines = item.text.lines
    mark = _TASK.match(lines[0])
    rest = lines[0][mark.end() :] if mark else lines[0]
    share = _SHARE.match(rest)
    rest = rest[share.end() :] if share else rest
    text = Fragment(item.text.path, item.text.line, (rest, *lines[1:]))
    ticked = bool(mark and mark[1] != " ")
    return Task(item, ticked, float(share[1]) if share else None, text)


def choices(
    raw: RawQuestion, context: Context, *, score: dict[bool, float] | None = None
) -> tuple[Choice, ...]:
    """The task list as Choices with frozen letters. score: of ticked and unticked options."""
    worth = score or {True: 1.0, False: 0.0}
    found = tasks(raw, context)
    letters = context.ids.letters(raw.id, [task.text.text for task in found])
    return tuple(
        Choice(
            id=letter,
            text=words(task.text, context),
            score=worth[task.ticked] if task.ticked or task.share is None else task.share,
            feedback=feedback(task.item.quote, context),
            span=task.item.span,
        )
        for letter, task in zip(letters, found, strict=True)
    )


def words(fragment: Fragment, context: Context) -> RichText:
    """The words of an option or a cell; empty ones are reported."""
    text = render(fragment, context, inline=True)
    if not text.plain and "<img" not in "".join(p for p in text.parts if isinstance(p, str)):
        context.report(EMPTY_OPTION.at(fragment.span, "nothing is written here"))
    hidden = HIDDEN_CHARACTERS.search(text.plain)
    if hidden and not HIDDEN_CHARACTERS.search(fragment.lines[0]):
        message = hidden_message(hidden[0])
        context.report(HIDDEN_IN_DATA.at(fragment.span, message, help="delete it"))
    return text


def feedback(quote: Fragment | None, context: Context) -> RichText:
    """A nested quotation as feedback; an empty one is reported."""
    if quote is None:
        return EMPTY
    text = render(quote, context)
    if not text:
        context.report(EMPTY_OPTION.at(quote.span, "the feedback has no words"))
    return text


def entries(raw: RawQuestion) -> Iterator[tuple[bool, str, ListItem]]:
    """Items of a `=` list: whether accepted, the value as written, the item."""
    for item in list_items(raw.section, raw.answer):
        mark = _ENTRY.match(item.text.lines[0])
        value = " ".join([item.text.lines[0][mark.end() if mark else 0 :], *item.text.lines[1:]])
        yield mark is None or mark[1] == "=", value.strip(), item
