"""The two Markdown parsers, each with only the rules that a text can trigger.

Rules cost time on every line, needed or not. A rule whose characters are not in the text cannot
match, so leaving it out changes nothing but the time (`tests/test_markdown.py` compares both).
"""

from __future__ import annotations

import functools
import re

import markdown
from markdown_it import MarkdownIt

_EXTENSIONS = {
    "tables": r"\|",
    "footnotes": r"\[\^",
    "def_list": r"^ {0,3}: ",
    "abbr": r"\*\[",
    "md_in_html": r"<",
    "sane_lists": r"",
    "pymdownx.quotes": r">",
    "pymdownx.superfences": r"[`~]|^(?: {4}|\t)",
    "pymdownx.highlight": r"[`~]|^(?: {4}|\t)",
    "pymdownx.tilde": r"~",
}
"""Extension → what a text must hold for it to do anything."""

_CONFIG = {
    "tables": {"use_align_attribute": True},
    "pymdownx.quotes": {"callouts": True},
    "pymdownx.highlight": {"use_pygments": False},
}
_INLINE = {
    "backtick": r"`",
    "escape": r"\\",
    "reference": r"\[",
    "link": r"\[",
    "image_link": r"!\[",
    "image_reference": r"!\[",
    "short_reference": r"\[",
    "short_image_ref": r"!\[",
    "autolink": r"<",
    "automail": r"<",
    "linebreak": r"  $",
    "html": r"<",
    "entity": r"&",
    "em_strong": r"[*_]",
}
"""Inline pattern of Python-Markdown → what a text must hold for it to match."""

_BLOCKS = {
    "table": r"\|",
    "fence": r"[`~]",
    "html_block": r"<",
    "reference": r"\]:",
    "blockquote": r">",
    "heading": r"#",
    "code": r"^(?: {4}|\t)|[-*+.)>](?: {4}|\t)",
}
"""Block rule of markdown-it → what a text must hold for it to match."""

_MARKS = {
    pattern: re.compile(pattern, re.M)
    for pattern in sorted({*_EXTENSIONS.values(), *_INLINE.values(), *_BLOCKS.values()})
}


def _met(text: str) -> frozenset[str]:
    return frozenset(pattern for pattern, mark in _MARKS.items() if mark.search(text))


def renderer(text: str) -> markdown.Markdown:
    """Python-Markdown for `text`, fresh."""
    return _renderer(_met(text)).reset()


@functools.cache
def _renderer(met: frozenset[str]) -> markdown.Markdown:
    names = [name for name, pattern in _EXTENSIONS.items() if pattern in met]
    config = {name: values for name, values in _CONFIG.items() if name in names}
    made = markdown.Markdown(extensions=names, extension_configs=config)
    for name, pattern in _INLINE.items():
        if pattern not in met:
            made.inlinePatterns.deregister(name)
    if "<" not in met and "&" not in met:
        made.preprocessors.deregister("html_block")
    return made


def whole_renderer() -> markdown.Markdown:
    """Python-Markdown with every rule, whatever a text holds: for comparison."""
    return _renderer(frozenset(_MARKS))


def structure(text: str) -> MarkdownIt:
    """markdown-it for the blocks of `text`."""
    return _structure(_met(text) & frozenset(_BLOCKS.values()))


@functools.cache
def _structure(met: frozenset[str]) -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 60}).enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    parser.block.ruler.disable([name for name, pattern in _BLOCKS.items() if pattern not in met])
    return parser


def whole_structure() -> MarkdownIt:
    """markdown-it with every block rule: for comparison."""
    return _structure(frozenset(_BLOCKS.values()))
