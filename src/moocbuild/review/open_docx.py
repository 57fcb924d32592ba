"""Opens a Word document that a stranger sent: two parts of it as XML, within limits."""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from moocbuild.review.comments import NotAReviewError

_PARTS = 5_000
_PART = 60_000_000
"""Bytes of XML; the document of a whole course of 15,000 passages has 20 MB."""
_DOCUMENT = "word/document.xml"
_COMMENTS = "word/comments.xml"
_SAVE = "ask the reviewer to save the document as .docx once more"


def open_docx(data: bytes) -> tuple[etree._Element, etree._Element | None]:
    """The text and the comments of a document. Raises NotAReviewError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if len(members) > _PARTS:
                raise NotAReviewError("has more parts than a document can have")
            names = {each.filename for each in members}
            if _DOCUMENT not in names:
                raise NotAReviewError("is no Word document")
            text = _xml(archive, _DOCUMENT)
            return text, _xml(archive, _COMMENTS) if _COMMENTS in names else None
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
        raise NotAReviewError("is damaged: it cannot be unpacked", _SAVE) from error
    except (NotImplementedError, RuntimeError) as error:
        raise NotAReviewError("is locked or packed in an unusual way", _SAVE) from error


def _xml(archive: zipfile.ZipFile, name: str) -> etree._Element:
    """One part, of which no more is unpacked than may be read."""
    with archive.open(name) as member:
        data = member.read(_PART + 1)
    if len(data) > _PART:
        raise NotAReviewError("holds more than a review can")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise NotAReviewError("is damaged: its text is no XML", _SAVE) from error
    if getattr(root.getroottree().docinfo, "doctype", ""):  # which the stubs lack
        raise NotAReviewError("has a document type, which Word never writes", _SAVE)
    return root
