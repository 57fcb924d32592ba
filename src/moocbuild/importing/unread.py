"""What a source is that no format reads, and what its author can do instead."""

from __future__ import annotations

import re
from collections.abc import Mapping

from moocbuild.archive import Archive, RefusedError
from moocbuild.diagnostics import Collector
from moocbuild.importing.source import Source
from moocbuild.inspect.contents import Looking
from moocbuild.inspect.kinds import kinds

_ELSEWHERE = (
    "export its questions as Moodle XML or QTI 1.2, or the course as a Common Cartridge, from the"
    " program that it was made with"
)
_AS_WORD = "save it as DOCX in the program that it was made with, and import that"
_ADVICE: Mapping[str, str] = {
    "Moodle backup": "export the question bank as Moodle XML in Moodle, or the course as a Common"
    " Cartridge",
    "EPUB": "convert it to DOCX or Markdown, and import that",
}
_PACKAGE = "a package of"
_CALLED: Mapping[str, str] = {
    "IMS Content Package": "an IMS Content Package",
    "Moodle backup": "a Moodle backup",
    "Web site": "a web site",
}
_QTI = re.compile(
    rb"<(?:\w+:)?(?:assessmentItem|assessmentTest|qti-assessment-item|qti-assessment-test)\b"
)
_BEGINNINGS: Mapping[bytes, tuple[str, str]] = {
    b"%PDF": ("a PDF", _AS_WORD),
    b"\xd0\xcf\x11\xe0": ("a document of Office before 2007", _AS_WORD),
    b"{\\rtf": ("an RTF document", _AS_WORD),
}
_OFFICE: Mapping[str, str] = {
    "ppt/presentation.xml": "a presentation of PowerPoint",
    "META-INF/manifest.xml": "an OpenDocument file",
}


def what_it_is(source: Source) -> tuple[str, str]:
    """What a source is, as people call it, and advice; "" where nobody knows."""
    if source.archive is not None:
        return _packed(source.archive)
    for beginning, known in _BEGINNINGS.items():
        if source.data.startswith(beginning):
            return known
    head = source.data[:65_536]
    if _QTI.search(head):
        return "a question or test of QTI 2 or 3", _ELSEWHERE
    return ("a course structure of cmi5", _ELSEWHERE) if b"<courseStructure" in head else ("", "")


def _packed(archive: Archive) -> tuple[str, str]:
    looking = Looking(archive, Collector())
    try:
        for kind in kinds():
            if kind.recognise(looking):
                found = kind.look(looking)
                name = f"{_CALLED.get(found.kind, f'{_PACKAGE} {found.kind}')} {found.version}"
                return name.strip(), _ADVICE.get(found.kind, _ELSEWHERE)
    except RefusedError:
        return "", ""
    for name, called in _OFFICE.items():
        if name in archive.members:
            return called, _AS_WORD
    return "", ""
