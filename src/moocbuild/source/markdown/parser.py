"""GitHub's Markdown to tokens, by markdown-it-py and its plugins.

CommonMark with GitHub's tables, task lists, strikethrough, autolinks, alerts, footnotes and
mathematics; and what courses need beside: definition lists, the width of a picture, citations and
placeholders. Knows no course.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.footnote.index import footnote_def

from moocbuild.source.markdown.autolinks import autolinks
from moocbuild.source.markdown.dispatch import dispatch
from moocbuild.source.markdown.tables import table

MAX_NESTING = 60

_ABBREVIATION = re.compile(r"\*\[([^\]\n]{1,80})\]:[ \t]*(\S[^\n]{0,500})")
_INDENT = re.compile(r"\n[ \t]+")
_WIDTH = re.compile(r"""\{ *width=(["']?)(\d{1,3}%|\d{1,4})(?:px)?\1 *\}""")
_CITATION = re.compile(r"\[@([A-Za-z][\w.-]{0,99})\]")
_SLOT = re.compile(r"\{(local_help|emergency_number)\}")


class Twice(NamedTuple):
    """A name that is defined a second time, as something else. line: from 0."""

    written: str
    line: int


def tokens(text: str) -> tuple[list[Token], frozenset[str], dict[str, str], list[Twice]]:
    """The tokens of `text`; the labels of footnotes that nothing mentions; abbreviations; what is
    defined twice.
    """
    environment: dict[str, Any] = {}
    found = _parser().parse(text, environment)
    notes = environment.get("footnotes", {}).get("refs", {})
    unused = frozenset(label[1:] for label, place in notes.items() if place < 0)
    known = environment.get("references", {})
    lines = text.split("\n")
    twice = [
        Twice(_named(lines[each["map"][0]]), each["map"][0])
        for each in environment.get("duplicate_refs", ())
        if each["href"] != known[each["label"]]["href"]
    ]
    twice += environment.get("twice", ())
    return found, unused, environment.get("abbreviations", {}), twice


def _named(line: str) -> str:
    return f"{line[line.find('[') :].partition(']:')[0]}]:"


def block_tokens(text: str) -> list[Token]:
    """The tokens of `text` without those within its lines, in half the time.

    Only what mentions a footnote brings it, so that a text with such marks is parsed whole.
    """
    return tokens(text)[0] if "[^" in text else _block_parser().parse(text)


@cache
def _block_parser() -> MarkdownIt:
    parser = github()
    dispatch(parser)
    parser.core.ruler.disable("inline")
    return parser


@cache
def _parser() -> MarkdownIt:
    """Made once; a parse keeps its state in values of its own."""
    parser = github()
    dispatch(parser)
    return parser


def github() -> MarkdownIt:
    """A parser with every rule."""
    options = {
        "maxNesting": MAX_NESTING,
        "alerts": True,
        "strikethrough_single_tilde": True,
    }
    parser = MarkdownIt("commonmark", options).enable("strikethrough")
    parser.use(autolinks)
    parser.use(footnote_plugin, inline=False)
    # A definition ends whatever stands above it.
    everywhere = ["paragraph", "reference", "blockquote", "list"]
    parser.block.ruler.at("footnote_def", _footnote, {"alt": everywhere})
    parser.use(
        dollarmath_plugin,
        allow_space=False,
        allow_digits=False,  # money: $5 and $6
        allow_blank_lines=False,
        allow_labels=False,
        double_inline=True,
    )
    parser.use(deflist_plugin)
    # GitHub makes tables of paragraphs, so whatever else a line may begin goes before.
    parser.block.ruler.before("lheading", "tables", table, {"alt": ["paragraph", "reference"]})
    parser.inline.ruler.at("strikethrough", _tildes)
    parser.inline.ruler.after("image", "width", _width)
    parser.block.ruler.before(
        "reference", "abbreviation", _abbreviation, {"alt": ["paragraph", "reference"]}
    )
    parser.inline.ruler.before("link", "citation", _citation)
    parser.inline.ruler.before("link", "slot", _slot)
    parser.core.ruler.after("block", "unindented", _unindented)
    # Addresses are judged where they are resolved: else a refused link would stand as text.
    parser.validateLink = _every_link  # type: ignore[method-assign]
    return parser


def _every_link(url: str) -> bool:
    return True


def _footnote(state: StateBlock, line: int, last: int, silent: bool) -> bool:
    """`[^name]: words`; of two notes of one name only one would be shown, at both marks."""
    made: bool = footnote_def(state, line, last, silent)
    if made and not silent:
        start = state.bMarks[line] + state.tShift[line]
        written = state.src[start : state.src.index("]:", start) + 2]
        if written in state.env.setdefault("notes", set()):
            state.env.setdefault("twice", []).append(Twice(written, line))
        state.env["notes"].add(written)
    return made


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


def _unindented(state: StateCore) -> None:
    """Lines of a paragraph without the white space before them, in code and in tags, too."""
    for token in state.tokens:
        if token.type == "inline" and "\n" in token.content:
            token.content = _INDENT.sub("\n", token.content)


def _tildes(state: StateInline, silent: bool) -> bool:
    """`~` and `~~`; as with `*`, what may open and close is judged by the length of both."""
    if silent or state.src[state.pos] != "~":
        return False
    found = state.scanDelims(state.pos, True)
    state.push("text", "", 0).content = "~" * found.length
    if found.length <= 2:
        place = len(state.tokens) - 1
        state.delimiters.append(
            Delimiter(ord("~"), found.length, place, -1, found.can_open, found.can_close)
        )
    state.pos += found.length
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
    """`[@key]`, but for what GitHub makes a link: `[@ana](…)`, or with a line `[@ana]: …`."""
    match = _CITATION.match(state.src, state.pos, state.posMax)
    if match is None or state.src[match.end() : match.end() + 1] in ("(", "["):
        return False
    if normalizeReference(match[0][1:-1]) in state.env.get("references", ()):
        return False
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
