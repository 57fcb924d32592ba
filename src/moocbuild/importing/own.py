"""Markdown of others as texts of the model, by the reader of courses itself."""

from __future__ import annotations

from collections.abc import Callable

from moocbuild.importing.html import Find
from moocbuild.model.text import EMPTY, Ref, Text
from moocbuild.source.files.tree import SourceFile
from moocbuild.source.markdown.texts import Texts
from moocbuild.source.pages.section import read_syntax
from moocbuild.source.shared import FileReader, Shared


def markdown_text(written: str, find: Find, lost: Callable[[str], None]) -> Text:
    """A text. find: what an address names. lost: is told of addresses that name nothing."""
    lines = written.split("\n")
    reader = FileReader(SourceFile("text.md", written, tuple(lines)), "", Shared())
    syntax = read_syntax(lines, 1, reader)
    if syntax is None:
        return EMPTY

    def resolve(
        url: str, line: int, last: int, reader: FileReader, *, media: bool = False
    ) -> Ref | str | None:
        if url.startswith(("http://", "https://", "mailto:")) and not media:
            return url
        found = find(url)
        if found is None:
            lost(url)
        return found

    return Texts(syntax, reader, resolve).text(*syntax.blocks)
