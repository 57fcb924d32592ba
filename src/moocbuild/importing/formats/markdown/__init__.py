"""A folder of plain Markdown: MkDocs (with its `nav`), Obsidian, or whatever lies in folders.

Texts stay as their authors wrote them. Rewritten are links and pictures, whose files move, and the
signs of other tools, as far as a course can say the same (`rewrite.py`).
"""

from __future__ import annotations

from moocbuild.importing.brought import Brought
from moocbuild.importing.format import Format, Wanted
from moocbuild.importing.formats.markdown.folder import Folder
from moocbuild.importing.source import Source


def recognises(source: Source) -> bool:
    """A folder with a text in it, or a file of Markdown."""
    if source.files is not None:
        return any(name.lower().endswith((".md", ".markdown")) for name in source.files)
    return source.suffix in (".md", ".markdown")


def read(source: Source, wanted: Wanted) -> Brought:
    """Folders as modules, texts as pages."""
    return Folder(source, wanted).brought()


FORMAT = Format(
    name="markdown",
    title="Markdown",
    recognises=recognises,
    read=read,
    order=90,
)
