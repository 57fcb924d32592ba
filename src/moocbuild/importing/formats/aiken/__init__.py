"""Aiken: a question, options with a letter, and `ANSWER: B`; single choices only."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from moocbuild.diagnostics import Span
from moocbuild.importing.asked import Answer, Asked
from moocbuild.importing.brought import Bank, Brought, Unit
from moocbuild.importing.format import Format, Wanted
from moocbuild.importing.html import Html
from moocbuild.importing.source import Source
from moocbuild.model.question import Question
from moocbuild.model.text import EMPTY, Text
from moocbuild.values import dataclass

_OPTION = re.compile(r"\s*([A-Z])\s*[.)]\s+(\S.*)", re.I)
_ANSWER = re.compile(r"\s*ANSWER\s*:\s*([A-Z])\b", re.I)
_SAID = re.compile(r"\s*(?:FEEDBACK|EXPLANATION)\s*:\s*(.*)", re.I)


def recognises(source: Source) -> bool:
    """A text with a line such as `ANSWER: B` below options."""
    text = source.data[:200_000].decode("utf-8", "replace")
    return bool(re.search(r"^\s*[A-Z][.)]\s.*\n\s*ANSWER\s*:\s*[A-Z]\s*$", text, re.M | re.I))


@dataclass(slots=True)
class _Entry:
    first: int
    asked: list[str]
    options: list[tuple[str, str]]
    right: str = ""
    told: str = ""


def read(source: Source, wanted: Wanted) -> Brought:
    """One quiz."""
    reader = Html(find=lambda address: None, report=wanted.report)
    found = []
    for entry in _entries(source.text(wanted.report)):
        question = _question(entry, source.span(entry.first), reader, wanted)
        found += [question] if question else []
    bank = Bank(title=source.stem, questions=tuple(found), span=source.span())
    units = (Unit(title=source.stem, pages=(bank,)),) if found else ()
    return Brought(units=units, title=source.stem, language=wanted.language)


def _entries(text: str) -> Iterator[_Entry]:
    found = _Entry(0, [], [])
    for number, line in enumerate(text.split("\n"), 1):
        option, answer, said = _OPTION.fullmatch(line), _ANSWER.match(line), _SAID.match(line)
        if answer:
            found.right = answer[1].upper()
        elif said and found.right:
            found.told = said[1]
        elif option and (found.asked or found.options) and not found.right:
            found.options.append((option[1].upper(), option[2]))
        elif line.strip():
            if found.right or (found.options and not found.right):
                yield found
                found = _Entry(0, [], [])
            found.first = found.first or number
            found.asked.append(line.strip())
    if found.asked:
        yield found


def _question(entry: _Entry, span: Span, reader: Html, wanted: Wanted) -> Question | None:
    asked = Asked(wanted.report, span, wanted.spoken)

    def inline(words: str) -> Text:
        return reader.inline(html.escape(words, quote=False), span)

    answers = [
        Answer(text=inline(words), share=float(letter == entry.right))
        for letter, words in entry.options
    ]
    asks = asked.choice(answers)
    if asks is None:
        return None
    prompt = reader.text("<br>".join(html.escape(each, quote=False) for each in entry.asked), span)
    told = reader.text(html.escape(entry.told, quote=False), span) if entry.told else EMPTY
    return Question(
        id="",
        kind="single",
        title="",
        prompt=prompt,
        interaction=asks,
        explanation=told,
        span=span,
    )


FORMAT = Format(name="aiken", title="Aiken", recognises=recognises, read=read, order=30)
