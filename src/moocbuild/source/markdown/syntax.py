"""Tokens to a syntax tree: the elements of Python-Markdown, each with the author's lines.

Python-Markdown lets a parser of one's own stand in place of its block parser; its extensions that
work on the tree then run as always. Elements carry `line` and `last`, counted from 1 in the file.
Beside those of HTML there are: `comment`, `citation` and `slot` (`name`), `noteref` (`note`),
`note` (`id`), `formula` (`tex`, `display`), `alert` (`kind`) with a `caption`, `tabs`, and `li`
with `checked`. A heading has `below`, the words of a comment on the line below it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import field
from xml.etree import ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrTreeprocessor

from moocbuild.diagnostics import Rule, Severity
from moocbuild.source.markdown.builder import Builder
from moocbuild.source.markdown.limits import MAX_DEPTH, TOO_DEEP
from moocbuild.source.markdown.paired_tree import Problem
from moocbuild.source.markdown.parser import tokens
from moocbuild.source.markdown.tabs import group_tabs
from moocbuild.values import dataclass

Element = ElementTree.Element


@dataclass(frozen=True, slots=True)
class Syntax:
    """A text as parsed.

    notes: footnotes by the number that `noteref` has. unused: labels of those that no text
    mentions. refused: nested too deep to be read on.
    """

    blocks: tuple[Element, ...]
    notes: dict[str, Element] = field(default_factory=dict)
    unused: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    refused: bool = False


def parse(lines: Sequence[str], first: int) -> Syntax:
    """The syntax of `lines`, the first of which is line `first` of its file."""
    markdown = _markdown().reset()
    parser = markdown.parser
    assert isinstance(parser, TokenParser)
    root = parser.document(lines, first)
    group_tabs(root)
    for processor in markdown.treeprocessors:
        processor.run(root)
    notes = {note.get("id", ""): note for note in root.iter("note")}
    blocks = tuple(block for block in _blocks(root) if block.tag != "notes")
    refused = any(problem.rule is TOO_DEEP for problem in parser.problems)
    return Syntax(blocks, notes, parser.unused, tuple(parser.problems), refused)


DEFINED_TWICE = Rule(
    "MB167",
    "defined-twice",
    Severity.ERROR,
    """A footnote or the address of a link is defined twice on a page, as two things. Names hold
for the whole page, as on GitHub: one of the two would stand in both places.""",
    remedy="give one of the two another name, such as '[^b]'",
)


def _blocks(root: Element) -> Iterator[Element]:
    """The blocks of a document; words between HTML blocks are paragraphs."""
    if root.text and root.text.strip():
        yield _paragraph(root.text, root)
    for block in root:
        tail, block.tail = block.tail, None
        yield block
        if tail and tail.strip():
            yield _paragraph(tail, block)


def _paragraph(words: str, place: Element) -> Element:
    made = Element("p", {"line": place.get("last", place.get("line", "1"))})
    made.text = words.strip()
    return made


class TokenParser(BlockParser):
    """Python-Markdown's place for a parser: lines in, a tree of elements out."""

    def __init__(self, md: Markdown, abbreviations: dict[str, str]) -> None:
        super().__init__(md)
        self.abbreviations = abbreviations
        self.problems: list[Problem] = []
        self.unused: frozenset[str] = frozenset()

    def parseDocument(self, lines: Iterable[str]) -> ElementTree.ElementTree:  # noqa: N802
        """The tree of a document; what was met on the way stands in the parser."""
        return ElementTree.ElementTree(self.document(lines, 1))

    def document(self, lines: Iterable[str], first: int) -> Element:
        """The root of that tree; the first line is line `first` of its file."""
        found, self.unused, abbreviations, twice = tokens("\n".join(lines))
        self.abbreviations.update(abbreviations)
        builder = Builder(first)
        deep = next((token for token in found if token.level > 2 * MAX_DEPTH), None)
        if deep is None:
            builder.add(found)
            self.problems = builder.finish()
            self.problems += (_defined_twice(first, *each) for each in twice)
        else:
            line = first + (deep.map or [0])[0]
            message = f"nested more than {MAX_DEPTH} levels deep"
            self.problems = [Problem(TOO_DEEP, line, "", message, "use fewer levels")]
        return builder.root


def _defined_twice(first: int, written: str, line: int) -> Problem:
    message, help = f"'{written}' is defined a second time", "give one of the two another name"
    return Problem(DEFINED_TWICE, first + line, written, message, help)


class _GitHubMarkdown(Extension):
    """Puts the parser in its place; of Python-Markdown's own steps only extensions' run."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Called by Python-Markdown."""
        self._parser = TokenParser(md, {})
        md.parser = self._parser
        md.registerExtension(self)
        for name in ("inline", "prettify", "unescape"):
            md.treeprocessors.deregister(name)
        md.treeprocessors.register(AbbrTreeprocessor(md, self._parser.abbreviations), "abbr", 7)

    def reset(self) -> None:
        """Called between two documents."""
        self._parser.abbreviations.clear()


_here = threading.local()


def _markdown() -> Markdown:
    """One a thread, as a Python-Markdown keeps what it met between its steps."""
    made: Markdown | None = getattr(_here, "markdown", None)
    if made is None:
        made = Markdown(extensions=[_GitHubMarkdown()])
        _here.markdown = made
    return made
