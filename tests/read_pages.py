"""One page read by itself, as a value, with what its author is told."""

from __future__ import annotations

from moocbuild.source.files.front_matter import Document, read_document
from moocbuild.source.files.tree import SourceFile
from moocbuild.source.shared import FileReader, Shared

CODES = frozenset({"L.1", "LO 1"})


def opened(text: str, path: str = "course/01-m/01-p.md") -> tuple[Document, FileReader]:
    """A page `m/p`, and its reader, to whose findings everything is reported."""
    file = SourceFile(path, text, tuple(text.split("\n")))
    reader = FileReader(file, "m/p", Shared(codes=CODES, pages={path: "m/p"}))
    return read_document(file, reader.report), reader


def told(reader: FileReader) -> list[str]:
    """`code line` of each finding."""
    return [f"{each.rule.code} {each.span.line}" for each in reader.findings]
