"""Opens a Word document that a stranger sent: two parts of it as XML, within limits."""

from __future__ import annotations

from lxml import etree

from moocbuild.archive import Archive, Limits, RefusedError, open_archive, rules
from moocbuild.review.comments import NotAReviewError

_LIMITS = Limits(files=5_000, xml=60_000_000, nodes=10_000_000, programs=True)
"""The document of a whole course of 15,000 passages has 20 MB."""
_DOCUMENT = "word/document.xml"
_COMMENTS = "word/comments.xml"
_SAVE = "ask the reviewer to save the document as .docx once more"
_WORDS = {
    rules.TOO_LARGE.code: "holds more than a review can",
    rules.LIMIT.code: "holds more than a review can",
    rules.RATIO.code: "holds more than a review can",
    rules.ENCRYPTED.code: "is locked or packed in an unusual way",
    rules.METHOD.code: "is locked or packed in an unusual way",
    rules.ENTITY.code: "has a document type, which Word never writes",
    rules.REMOTE_DTD.code: "has a document type, which Word never writes",
    rules.SYNTAX.code: "is damaged: its text is no XML",
    rules.ENCODING.code: "is damaged: its text is no XML",
}


def open_docx(data: bytes) -> tuple[etree._Element, etree._Element | None]:
    """The text and the comments of a document. Raises NotAReviewError."""
    try:
        archive = open_archive(data, limits=_LIMITS)
        if _DOCUMENT not in archive.members:
            raise NotAReviewError("is no Word document")
        text = _xml(archive, _DOCUMENT)
        return text, _xml(archive, _COMMENTS) if _COMMENTS in archive.members else None
    except RefusedError as error:
        why = _WORDS.get(error.rule.code, f"is damaged: {error}")
        raise NotAReviewError(why, _SAVE) from error


def _xml(archive: Archive, name: str) -> etree._Element:
    xml = archive.xml(name)
    if xml.doctype:
        raise NotAReviewError("has a document type, which Word never writes", _SAVE)
    return xml.root
