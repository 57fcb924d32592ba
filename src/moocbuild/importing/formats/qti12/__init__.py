"""QTI 1.2 as a single file, without a package around it."""

from __future__ import annotations

import re

from moocbuild.diagnostics.importing import MISSING_FILE
from moocbuild.importing.brought import Bank, Brought, Unit
from moocbuild.importing.carry import Carry
from moocbuild.importing.format import Format, Wanted
from moocbuild.importing.html import Html
from moocbuild.importing.qti.assessment import Reading, read_assessments
from moocbuild.importing.source import Source


def recognises(source: Source) -> bool:
    """The root element of such a file is `questestinterop`."""
    head = re.sub(rb"<!--.*?-->", b"", source.data[:4096], flags=re.S)
    return bool(re.search(rb"<questestinterop\b", head))


def read(source: Source, wanted: Wanted) -> Brought:
    """Each assessment as a quiz."""
    xml = source.xml()
    for each in xml.found:
        wanted.report(each)
    carry = Carry()
    html = Html(find=carry.inline, report=wanted.report)
    reading = Reading(html=html, wanted=wanted, place=source.span)
    units = []
    for found in read_assessments(xml.root, reading, source.stem):
        if found.draws or found.picked:
            count = sum(found.draws.values()) + len(found.picked)
            message = f"{count} questions of banks that are in other files"
            wanted.report(MISSING_FILE.at(found.span, message))
        bank = Bank(
            title=found.title,
            questions=tuple(found.questions),
            intro=found.intro,
            settings=found.settings,
            span=found.span,
        )
        pages = (*found.pages, *((bank,) if found.questions else ()))
        if pages:
            units.append(Unit(title=found.title, pages=pages))
    return Brought(
        units=tuple(units), title=source.stem, files=carry.files, language=wanted.language
    )


FORMAT = Format(name="qti-1.2", title="QTI 1.2", recognises=recognises, read=read, order=11)
