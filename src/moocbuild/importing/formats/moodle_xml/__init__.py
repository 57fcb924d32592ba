"""Moodle XML: the question bank as Moodle 2 to 5 exports it.

Read from the exporter and importer of Moodle 4.5 and 5.1 (question/format/xml, and the
`export_to_xml` of each type); what question types of other plugins write is named and left out.
"""

from __future__ import annotations

import re

from lxml import etree

from moocbuild.diagnostics import Span
from moocbuild.diagnostics.importing import UNREADABLE
from moocbuild.importing.asked import Asked
from moocbuild.importing.brought import Brought
from moocbuild.importing.carry import Carry
from moocbuild.importing.errors import ImportFailed
from moocbuild.importing.format import Format, Wanted
from moocbuild.importing.formats.moodle_xml.question import read_question
from moocbuild.importing.formats.moodle_xml.texts import Texts, plain
from moocbuild.importing.shelves import Shelf, Shelving
from moocbuild.importing.source import Source, line_of

_SLASH = "\ufdd0"
"""Stands for a slash in the name of a category while its path is cut."""


_HEAD = 65_536
_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|<\?.*?\?>|<!--.*?-->)*<quiz\b", re.S)
"""The root, behind what other programs may write before it."""


def recognises(source: Source) -> bool:
    """The root element of such a file is `quiz`, and holds `question`."""
    return bool(_ROOT.match(source.data[:_HEAD])) and b"<question" in source.data


def read(source: Source, wanted: Wanted) -> Brought:
    """Categories as modules and quizzes; descriptions as pages."""
    xml = source.xml()
    for each in xml.found:
        wanted.report(each)
    if xml.root.tag != "quiz":
        raise ImportFailed(UNREADABLE.at(source.span(1), f"the root element is '{xml.root.tag}'"))
    carry = Carry()
    shelving = Shelving(source)
    for element in xml.root.iterchildren("question"):
        span = source.span(line_of(element))
        if element.get("type") == "category":
            shelving.begin(_category(element, span))
            continue
        texts = Texts(carry, wanted.report, span)
        asked = Asked(wanted.report, span, wanted.spoken)
        shelving.add(read_question(element, texts, asked))
    return shelving.brought(carry, wanted)


def _category(element: etree._Element, span: Span) -> Shelf:
    """`$course$/top/Name/Below`; a slash in a name is written twice."""
    written = plain(element.find("category")).replace("//", _SLASH)
    names = [part.strip().replace(_SLASH, "/") for part in written.split("/")]
    path = [name for name in names if name and not re.fullmatch(r"\$\w+\$", name)]
    if path[:1] == ["top"]:
        path = path[1:]
    return Shelf(path=tuple(path), span=span, id=(element.findtext("idnumber") or "").strip())


FORMAT = Format(name="moodle-xml", title="Moodle XML", recognises=recognises, read=read, order=10)
