"""text2qti: quizzes as numbered questions in plain text, with Markdown in them.

As its README of version 0.7 describes it; questions that programs generate are not run.
"""

from __future__ import annotations

import re

from moocbuild.importing.brought import Bank, Brought, Unit
from moocbuild.importing.format import Format, Wanted
from moocbuild.importing.formats.text2qti.question import read_question, read_text
from moocbuild.importing.formats.text2qti.quiz import parted
from moocbuild.importing.own import markdown_text
from moocbuild.importing.source import Source
from moocbuild.model.text import EMPTY


def recognises(source: Source) -> bool:
    """A numbered question, and below it answers with `a)`, `*a)`, `[*]`, `*`, `=` or a line."""
    if source.archive is not None or source.files is not None:
        return False
    text = source.data[:100_000].decode("utf-8", "replace")
    if re.search(r"^(?:Quiz title|Quiz description)[ \t]*:", text, re.M | re.I):
        return True
    asked = re.search(r"^\d{1,4}\.[ \t]+\S", text, re.M)
    return bool(asked and re.search(r"^(?:\*[a-z]\)|\[[* ]\]|\*[ \t]+\S|=[ \t]+\S)", text, re.M))


def read(source: Source, wanted: Wanted) -> Brought:
    """One quiz."""
    quiz = parted(source.text(wanted.report), source, wanted.report)
    found = []
    for each in quiz.questions:
        question = read_question(each, source.span(each.line), wanted)
        found += [question] if question else []
    title = quiz.title or source.stem
    pages = tuple(read_text(each, source.span(each.line), wanted) for each in quiz.texts)
    about = "\n".join(quiz.about).strip()
    settings: dict[str, int | bool] = {}
    if quiz.shuffle is not None:
        settings["shuffle"] = quiz.shuffle
    bank = Bank(
        title=title,
        questions=tuple(found),
        intro=markdown_text(about, lambda _: None, lambda _: None) if about else EMPTY,
        settings=settings,
        span=source.span(),
    )
    all_pages = (*pages, *((bank,) if found else ()))
    units = (Unit(title=title, pages=all_pages),) if all_pages else ()
    return Brought(units=units, title=title, language=wanted.language)


FORMAT = Format(name="text2qti", title="text2qti", recognises=recognises, read=read, order=35)
