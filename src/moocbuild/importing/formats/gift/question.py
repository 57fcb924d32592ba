"""One entry of GIFT: a title, a text, and answers in braces."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from moocbuild.diagnostics import Span
from moocbuild.diagnostics.importing import KIND, MOVED, PATTERN, WRITING
from moocbuild.importing.asked import Answer, Asked, decimal, without_stars
from moocbuild.importing.brought import Page
from moocbuild.importing.carry import Carry
from moocbuild.importing.format import Wanted
from moocbuild.importing.html import Html
from moocbuild.importing.markup import as_html
from moocbuild.model.competency import CompetencyRef
from moocbuild.model.question import ExtendedTextInteraction, Interaction, Question
from moocbuild.model.text import EMPTY, Text, element, text
from moocbuild.values import dataclass

_TITLE = re.compile(r"\s*::((?:\\.|(?!::).)+)::", re.S)
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]", re.I)
_KINDS = {"moodle": "moodle_auto_format", "plain": "plain_text"}
_ESCAPED = re.compile(r"\\([~=#{}:\\n])")
_BRACE = re.compile(r"(?<!\\)(?:\\\\)*\{")
_CLOSED = re.compile(r"(?<!\\)(?:\\\\)*\}")
_SIGN = re.compile(r"(?<!\\)(?:\\\\)*([=~])")
_HASH = re.compile(r"(?<!\\)((?:\\\\)*)#")
_GENERAL = re.compile(r"(?<!\\)((?:\\\\)*)####")
"""Signs behind which something is said; backslashes before them may be escaped themselves."""
_WORTH = re.compile(r"\s*%(-?\d{1,3}(?:\.\d{1,5})?)%")
_TRUTH = re.compile(r"\s*(T|TRUE|F|FALSE)\s*(?:(?<!\\)#(.*))?", re.I | re.S)


@dataclass(frozen=True, slots=True)
class Entry:
    """written: without remarks. id, tags: of the remarks above it."""

    written: str
    span: Span
    id: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Texts:
    """Reads the texts of an entry. kind: of its first text, which others follow."""

    html: Html
    span: Span
    kind: str = "moodle_auto_format"

    def of(self, written: str, *, block: bool = False) -> Text:
        """A text, with a format of its own in brackets or that of the entry."""
        own = _FORMAT.match(written)
        kind = _kind(own[1]) if own else self.kind
        markup = as_html(plain(written[own.end() :] if own else written), kind)
        return self.html.text(markup, self.span) if block else self.html.inline(markup, self.span)


def _kind(name: str) -> str:
    return _KINDS.get(name.lower(), name.lower())


def plain(written: str) -> str:
    """Without the backslashes before signs that GIFT knows; `\\n` ends a line."""
    return _ESCAPED.sub(lambda m: "\n" if m[1] == "n" else m[1], written).strip()


def read_entry(entry: Entry, carry: Carry, wanted: Wanted) -> Question | Page | None:
    """A question; a page for what asks nothing; None for what is reported as left out."""
    rest = entry.written
    title = _TITLE.match(rest)
    rest = rest[title.end() :] if title else rest
    own = _FORMAT.match(rest)
    rest = rest[own.end() :] if own else rest
    kind = _kind(own[1]) if own else "moodle_auto_format"
    reader = Html(find=carry.inline, report=wanted.report)
    texts = _Texts(reader, entry.span, kind)
    asked = Asked(wanted.report, entry.span, wanted.spoken)
    name = " ".join(plain(title[1]).split()) if title else ""
    start = _BRACE.search(rest)
    if start is None:
        wanted.report(MOVED.at(entry.span, "a text without answers is a page"))
        body = texts.of(rest, block=True)
        name = name or body.plain[:60]
        return Page(title=name, body=body, id=entry.id, span=entry.span) if body else None
    end = _CLOSED.search(rest, start.end())
    if end is None:
        asked.left_out("answers without a closing brace")
        return None
    parts = rest[: start.end() - 1], rest[start.end() : end.end() - 1], rest[end.end() :]
    return _question(entry, name, *parts, texts, asked)


def _question(
    entry: Entry, name: str, before: str, answers: str, after: str, texts: _Texts, asked: Asked
) -> Question | None:
    found, general = _cut(_GENERAL, answers)
    asks, more = _asks(found, texts, asked)
    if asks is None:
        return None
    stem = f"{before.rstrip()} _____ {after.strip()}" if after.strip() else before
    prompt = texts.of(stem, block=True)
    explanation = texts.of(general, block=True)
    return Question(
        id=entry.id,
        kind="",
        title=name,
        prompt=prompt or text(element("p", name)),
        interaction=asks,
        explanation=Text((*explanation.nodes, *more.nodes)),
        competencies=tuple(CompetencyRef(tag, entry.span) for tag in entry.tags if "`" not in tag),
        span=entry.span,
    )


def _asks(found: str, texts: _Texts, asked: Asked) -> tuple[Interaction | None, Text]:
    if not found.strip():
        asked.report(WRITING.at(asked.place, "a text that teachers mark"))
        return ExtendedTextInteraction(), EMPTY
    if truth := _TRUTH.fullmatch(found):
        return _true_false(truth, texts, asked), EMPTY
    if found.lstrip().startswith("#"):
        return _numbers(found.lstrip()[1:], texts, asked)
    answers = list(_answers(found))
    if not answers:
        asked.report(KIND.at(asked.place, "answers without a sign before them"))
        answers = [("=", found)]
    if all(sign == "=" and "->" in words for sign, words in answers) and len(answers) > 1:
        return _match([words for _, words in answers], texts, asked), EMPTY
    if any(sign == "~" for sign, _ in answers):
        read = [_option(sign, words, texts) for sign, words in answers]
        multiple = not any(sign == "=" for sign, _ in answers)
        return asked.choice(read, multiple=multiple), EMPTY
    return _typed([words for _, words in answers], texts, asked)


def _answers(found: str) -> Iterator[tuple[str, str]]:
    """Sign and words of each answer."""
    signs = list(_SIGN.finditer(found))
    ends = [*(sign.start(1) for sign in signs[1:]), len(found)][: len(signs)]
    for sign, end in zip(signs, ends, strict=True):
        yield sign[1], found[sign.end() : end]


def _parts(words: str) -> tuple[str, str]:
    """What is answered, and what is said of it."""
    return _cut(_HASH, words)


def _cut(sign: re.Pattern[str], words: str) -> tuple[str, str]:
    """What stands before a sign, with its backslashes, and what behind it."""
    found = sign.search(words)
    return (words[: found.end(1)], words[found.end() :]) if found else (words, "")


def _option(sign: str, words: str, texts: _Texts) -> Answer:
    answer, told = _parts(words)
    worth = _WORTH.match(answer)
    share = float(worth[1]) / 100 if worth else float(sign == "=")
    said = answer[worth.end() :] if worth else answer
    return Answer(text=texts.of(said), share=share, feedback=texts.of(told, block=True))


def _true_false(found: re.Match[str], texts: _Texts, asked: Asked) -> Interaction | None:
    """`{F#what a wrong answer hears#what a right one hears}`."""
    right = found[1].upper().startswith("T")
    of_wrong, of_right = (texts.of(part, block=True) for part in _parts(found[2] or ""))
    return asked.true_false(right, (of_right, of_wrong) if right else (of_wrong, of_right))


def _typed(found: list[str], texts: _Texts, asked: Asked) -> tuple[Interaction | None, Text]:
    made, more = [], EMPTY
    for words in found:
        option = _option("=", words, texts)
        answer = _parts(words)[0]
        worth = _WORTH.match(answer)
        answer = answer[worth.end() :] if worth else answer
        own = _FORMAT.match(answer)
        typed, starred = without_stars(plain(answer[own.end() :] if own else answer))
        if starred and not typed:
            more += option.feedback
            asked.report(MOVED.at(asked.place, "feedback for any other answer"))
            continue
        if starred:
            message = f"'{plain(answer)[:60]}' accepts only '{typed}'"
            asked.report(PATTERN.at(asked.place, message))
        made.append(replace(option, typed=html.unescape(typed)))
    return asked.typed(made), more


def _match(found: list[str], texts: _Texts, asked: Asked) -> Interaction | None:
    pairs = []
    for words in found:
        left, _, right = _parts(words)[0].partition("->")
        pairs.append((texts.of(left), text(" ".join(plain(right).split())), EMPTY))
    return asked.match(pairs)


def _numbers(found: str, texts: _Texts, asked: Asked) -> tuple[Interaction | None, Text]:
    """`5`, `5:0.5`, `1..5`, or several with `=`; what follows `~` is said of all others."""
    answers = list(_answers(found)) or [("=", found)]
    made, more = [], EMPTY
    for sign, words in answers:
        answer, told = _parts(words)
        feedback = texts.of(told, block=True)
        if sign == "~":
            more += feedback
            continue
        worth = _WORTH.match(answer)
        share = float(worth[1]) / 100 if worth else 1.0
        number, around = _range(plain(answer[worth.end() :] if worth else answer))
        made.append(Answer(typed=number, share=share, feedback=feedback, around=around))
    if more:
        asked.report(MOVED.at(asked.place, "feedback for any other answer"))
    return asked.numbers(made), more


def _range(written: str) -> tuple[str, float]:
    """A number, and how far an answer may be off."""
    low, dots, high = written.partition("..")
    ends = sorted(end for end in (decimal(low), decimal(high)) if end is not None)
    if dots and len(ends) == 2:
        return format((ends[0] + ends[1]) / 2, "f"), float((ends[1] - ends[0]) / 2)
    number, _, around = written.partition(":")
    return number.strip(), float(decimal(around) or 0)
