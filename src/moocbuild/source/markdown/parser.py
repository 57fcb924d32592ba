"""GitHub's Markdown to tokens, by markdown-it-py and its plugins.

CommonMark with GitHub's tables, task lists, strikethrough, autolinks, alerts, footnotes and
mathematics; and what courses need beside: definition lists, the width of a picture, citations and
placeholders. Knows no course.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.gfm_autolink import gfm_autolink_plugin

MAX_NESTING = 60

_ABBREVIATION = re.compile(r"\*\[([^\]\n]{1,80})\]:[ \t]*(\S[^\n]{0,500})")
_WIDTH = re.compile(r"""\{ *width=(["']?)(\d{1,3}%|\d{1,4})(?:px)?\1 *\}""")
_CITATION = re.compile(r"\[@([A-Za-z][\w.-]{0,99})\]")
_SLOT = re.compile(r"\{(local_help|emergency_number)\}")


def tokens(text: str) -> tuple[list[Token], frozenset[str], dict[str, str]]:
    """The tokens of `text`; the labels of footnotes that nothing mentions; abbreviations."""
    environment: dict[str, Any] = {}
    found = _parser().parse(text, environment)
    notes = environment.get("footnotes", {}).get("refs", {})
    unused = frozenset(label[1:] for label, place in notes.items() if place < 0)
    return found, unused, environment.get("abbreviations", {})


@cache
def _parser() -> MarkdownIt:
    """Made once; a parse keeps its state in values of its own."""
    options = {
        "maxNesting": MAX_NESTING,
        "alerts": True,
        "strikethrough_single_tilde": True,
    }
    parser = MarkdownIt("commonmark", options).enable(["table", "strikethrough"])
    parser.use(gfm_autolink_plugin)
    parser.use(footnote_plugin, inline=False)
    parser.use(
        dollarmath_plugin,
        allow_space=False,
        allow_digits=False,  # money: $5 and $6
        allow_blank_lines=False,
        allow_labels=False,
        double_inline=True,
    )
    parser.use(deflist_plugin)
    parser.inline.ruler.after("image", "width", _width)
    parser.block.ruler.before(
        "reference", "abbreviation", _abbreviation, {"alt": ["paragraph", "reference"]}
    )
    parser.inline.ruler.before("link", "citation", _citation)
    parser.inline.ruler.before("link", "slot", _slot)
    # Addresses are judged where they are resolved: else a refused link would stand as text.
    parser.validateLink = _every_link  # type: ignore[method-assign]
    return parser


def _every_link(url: str) -> bool:
    return True


def _abbreviation(state: StateBlock, line: int, last: int, silent: bool) -> bool:
    """`*[HTML]: HyperText Markup Language`, alone on a line."""
    if state.sCount[line] - state.blkIndent >= 4:
        return False
    start, end = state.bMarks[line] + state.tShift[line], state.eMarks[line]
    match = _ABBREVIATION.fullmatch(state.src, start, end)
    if match is None:
        return False
    if not silent:
        state.env.setdefault("abbreviations", {})[match[1].strip()] = match[2]
        state.line = line + 1
    return True


def _width(state: StateInline, silent: bool) -> bool:
    """`{width=50%}` right behind a picture."""
    if not state.tokens or state.tokens[-1].type != "image" or state.pending:
        return False
    match = _WIDTH.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.tokens[-1].attrSet("width", match[2])
    state.pos = match.end()
    return True


def _citation(state: StateInline, silent: bool) -> bool:
    return _taken(state, silent, _CITATION, "citation")


def _slot(state: StateInline, silent: bool) -> bool:
    return _taken(state, silent, _SLOT, "slot")


def _taken(state: StateInline, silent: bool, pattern: re.Pattern[str], kind: str) -> bool:
    match = pattern.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push(kind, "", 0).content = match[1]
    state.pos = match.end()
    return True
