"""Every example of CommonMark 0.31.2, read as the body of a text.

The examples stand in the npm package `commonmark-spec` (CC BY-SA), a development dependency.
"""

from __future__ import annotations

import re
from pathlib import Path

import cmarkgfm
import nh3
import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from markdown_trees import Tree, read, tree
from moocbuild.source.markdown.html_policy import ATTRIBUTES, TAGS

SPEC = Path(__file__).parents[1] / "player/node_modules/commonmark-spec/spec.txt"
needs_spec = pytest.mark.skipif(
    not SPEC.is_file(), reason="no commonmark-spec: npm --prefix tests/player ci"
)
AS_GITHUB = {602, 608, 611, 612}
"""Bare addresses: the specification leaves them, GitHub makes links of them."""
_EXAMPLE = re.compile(r"^`{32} example\n(.*?)^\.\n(.*?)^`{32}$", re.M | re.S)


def _examples() -> dict[int, tuple[str, str]]:
    """Number → Markdown and HTML; the specification shows tabs as arrows."""
    spec = SPEC.read_text("utf-8").replace("→", "\t") if SPEC.is_file() else ""
    found = (match.groups() for match in _EXAMPLE.finditer(spec))
    return {number: (markdown, html) for number, (markdown, html) in enumerate(found, 1)}


def _holds_html(tokens: list[Token]) -> bool:
    kinds = ("html_block", "html_inline")
    return any(each.type in kinds or _holds_html(each.children or []) for each in tokens)


EXAMPLES = _examples()
RAW = {n for n, (text, _) in EXAMPLES.items() if _holds_html(MarkdownIt().parse(text))}


@needs_spec
def test_all_examples_are_there() -> None:
    assert (len(EXAMPLES), len(RAW)) == (652, 72)


@needs_spec
@pytest.mark.parametrize("number", sorted(EXAMPLES.keys() - RAW))
def test_the_tree_is_the_expected_one(number: int) -> None:
    markdown, html = EXAMPLES[number]
    extensions = ["autolink"] if number in AS_GITHUB else []
    github = cmarkgfm.cmark.markdown_to_html_with_extensions(markdown, 0, extensions)
    found = read(markdown)
    assert tree(found.html) in [tree(github)] + [tree(html)] * (number not in AS_GITHUB)
    # `[[…]]`, a picture without words, words of a link that say nothing, an address as its words.
    assert set(found.codes) <= {"MB150", "MB166", "MB167", "MB240", "MB370", "MB371"}


@needs_spec
@pytest.mark.parametrize("number", sorted(RAW))
def test_raw_html_is_sanitised_or_reported(number: int) -> None:
    markdown, html = EXAMPLES[number]
    found = read(markdown)
    assert found.codes == REPORTED.get(number, [])
    if number not in REPORTED:
        assert _sanitised(found.html) == _sanitised(html)


REPORTED: dict[int, list[str]] = {
    21: ["MB033"],
    31: ["MB033"],
    148: ["MB033"],
    150: ["MB038", "MB033", "MB033", "MB033"],
    151: ["MB033"],
    155: ["MB033"],
    156: ["MB033"],
    157: ["MB033"],
    158: ["MB033"],
    163: ["MB038"],
    165: ["MB033"],
    169: ["MB038"],
    170: ["MB034"],
    171: ["MB038"],
    172: ["MB038"],
    173: ["MB038", "MB033"],
    174: ["MB033"],
    175: ["MB033"],
    176: ["MB038"],
    178: ["MB034"],
    180: ["MB038"],
    181: ["MB038"],
    182: ["MB038"],
    184: ["MB033"],
    187: ["MB033"],
    201: ["MB038", "MB033"],
    344: ["MB033"],
    475: ["MB240"],
    476: ["MB033"],
    477: ["MB033"],
    491: ["MB038", "MB033"],
    494: ["MB033"],
    524: ["MB038", "MB033"],
    536: ["MB038", "MB033"],
    613: ["MB038", "MB038", "MB033", "MB033", "MB033"],
    614: ["MB038", "MB033", "MB033"],
    615: ["MB038", "MB033", "MB033"],
    616: ["MB038", "MB038", "MB038", "MB038", "MB033"],
    617: ["MB038", "MB033"],
    623: ["MB033"],
    627: ["MB038"],
    628: ["MB038"],
    629: ["MB038"],
    630: ["MB033"],
    631: ["MB033"],
    642: ["MB033"],
    643: ["MB033"],
}
"""Examples whose author is told something: what is not closed, removed, or has no words."""


def _sanitised(html: str) -> list[Tree]:
    """What a sanitiser that follows HTML 5 leaves; words by themselves are paragraphs."""
    attributes = {name: set(found) for name, found in ATTRIBUTES.items()}
    return _in_paragraphs(tree(nh3.clean(html, set(TAGS), attributes=attributes, link_rel=None)))


def _in_paragraphs(children: list[Tree]) -> list[Tree]:
    return [("p", {}, [each]) if isinstance(each, str) else each for each in children]
