"""The tree of a text says what its Markdown says, in order, whatever was read before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

import lxml.html
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from moocbuild.source.markdown import parser
from moocbuild.source.markdown.syntax import Syntax, parse

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("course/*/*.md"), *ROOT.glob("quizzes/*.md")])

LINES = st.sampled_from(
    """plain words|a *b* and __c__|- item|    nested|1. one|> quoted|> [!NOTE]|# Title|Title|=====
| a | b ||\\| - \\| - \\||`code`|```|~~~|~~gone~~|[link](x.md)|![alt](y.png)|[ref]: z.md|[ref][ref]
[^1]: note|see[^1]|term|: definition|*[HTML]: words|HTML|<div>|</div>|<b>bold</b>|a  |a &amp; b
\ttab|---|***|+ plus|10) ten|https://example.org|&lt;|>> deep|\\* no|- [x] y|$x^2$||
""".replace("\n", "|").split("|")
)
_NAMED = re.compile(r"\[@[\w.-]+\]|\{local_help\}|\{emergency_number\}")
_ADDED = "markdown-alert-title", "footnote-ref", "footnote-backref"
"""Classes of what the renderer says of its own."""


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_reference_course_reads_as_it_is_rendered(page: Path) -> None:
    text = _NAMED.sub("", page.read_text("utf-8").split("---\n", 2)[-1])
    assert _words(parse(text.split("\n"), 1)) == _rendered(text)


@given(st.lists(LINES, max_size=12))
def test_any_text_reads_as_it_is_rendered(lines: list[str]) -> None:
    """But where an element is never closed, which is an error: notes come to stand in it."""
    found = parse(lines, 1)
    assume(not any(note for block in found.blocks for note in block.iter("notes")))
    assert _words(found) == _rendered("\n".join(lines))


@given(st.lists(LINES, max_size=12), st.lists(LINES, max_size=12))
def test_nothing_stays_of_the_text_before(lines: list[str], before: list[str]) -> None:
    alone = _written(parse(lines, 1))
    parse([*before, "*[words]: kept?", "", "[ref]: kept.md", "", "[^1]: Kept?"], 1)
    assert _written(parse(lines, 1)) == alone


@given(st.lists(LINES, max_size=12), st.integers(1, 1000))
def test_every_element_has_a_line_of_its_text(lines: list[str], first: int) -> None:
    inside = range(first, first + max(1, len(lines)))
    for block in parse(lines, first).blocks:
        for element in block.iter():
            assert int(element.get("line", first)) in inside
            assert int(element.get("last", first)) in inside


def _words(syntax: Syntax) -> str:
    notes = sorted(syntax.notes.items(), key=lambda pair: int(pair[0]))
    trees = [*syntax.blocks, *(note for _, note in notes)]
    return re.sub(r"\s", "", "".join(words for tree in trees for words in _said(tree)))


def _said(element: Element) -> Iterator[str]:
    if element.tag != "comment":
        if "checked" in element.attrib:
            yield "[x]" if element.get("checked") else "[ ]"
        yield element.get("tex", "") if element.tag == "formula" else element.text or ""
        for child in element:
            yield from _said(child)
    yield element.tail or ""


def _written(syntax: Syntax) -> list[bytes]:
    return [tostring(block) for block in (*syntax.blocks, *syntax.notes.values())]


def _rendered(text: str) -> str:
    """What markdown-it-py's own renderer shows of the text, without white space."""
    page = lxml.html.fromstring(f"<body>{parser._parser().render(text)}</body>")
    for name in _ADDED:
        for added in page.find_class(name):
            added.drop_tree()
    return re.sub(r"\s", "", str(page.text_content()))
