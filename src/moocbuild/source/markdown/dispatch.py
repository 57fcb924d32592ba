"""Rules of markdown-it-py asked by the character that they begin with.

A parser tries every rule at every line and at every sign, though nearly all of them look at one
character first and give up. Here each character has its rules, in the order of the parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Generic, TypeVar

from markdown_it import MarkdownIt
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.parser_inline import RuleFuncInlineType
from markdown_it.ruler import Ruler
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore, normalize
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from moocbuild.values import dataclass

Asked = TypeVar("Asked", RuleFuncBlockType, RuleFuncInlineType)

_BLOCKS = {
    "math_block": "$",
    "fence": "`~",
    "blockquote": ">",
    "hr": "*-_",
    "list": "*+-0123456789",
    "footnote_def": "[",
    "abbreviation": "*",
    "reference": "[",
    "html_block": "<",
    "heading": "#",
}
"""What the first line of a block begins with; rules that are not named may begin with anything."""

_INLINES = {
    "newline": "\n",
    "math_inline": "$",
    "escape": "\\",
    "backticks": "`",
    "strikethrough": "~",
    "emphasis": "*_",
    "citation": "[",
    "slot": "{",
    "link": "[",
    "image": "!",
    "width": "{",
    "footnote_ref": "[",
    "autolink": "<",
    "html_inline": "<",
    "entity": "&",
    "autolink_www": "w",
    "autolink_url": ":",
}

_NEEDED = {
    name: tuple(map(re.compile, patterns))
    for name, patterns in {
        "deflist": (r":(?<=[\s>].)(?=\s)", r"~(?<=[\s>].)(?=\s)"),
        "lheading": (r"(?m)=(?<=[\s>].)[=-]*[ \t]*$", r"(?m)-(?<=[\s>].)[=-]*[ \t]*$"),
        "table": (r"(?m)-[ \t:|]*$",),
    }.items()
}
"""What a text, behind the end of a line, has where such a rule finds anything, also within
quotations and lists. Each begins with one character, so that it is found quickly."""

_CODE = "code"
"""The rule that wants a line to be indented by four."""

_LACKS = "lacks"
"""Of the parser's environment: a text, the names of the rules that it does without, and of those
that a line does without which is not indented."""
_NO_TEXT = (None, frozenset[str](), frozenset[str]())

# `]` ends a label. Words go on over signs that begin nothing.
_SIGN = re.compile(r"[\n$\\`~*_\[\]<&]|\{|!(?=\[)|w(?=ww\.)|:(?=//)")


def dispatch(parser: MarkdownIt) -> None:
    """From now on the rules of `parser` are asked by character; none may be added any more."""
    parser.block.ruler = _Chains(parser.block.ruler, _BLOCKS, _block)
    parser.inline.ruler = _Chains(parser.inline.ruler, _INLINES, _inline)
    parser.inline.terminator_re = _SIGN
    parser.core.ruler.at("inline", _inlines)
    parser.core.ruler.at("normalize", _normalized)


def _normalized(state: StateCore) -> None:
    """In place of the parser's own, which goes twice through what is normal already."""
    if "\r" in state.src or "\0" in state.src:
        normalize(state)


def _inlines(state: StateCore) -> None:
    """In place of the parser's own: no rule has to look at words with no sign in them.

    An `@` begins nothing, but what is a text so far may have an address in it.
    """
    for token in state.tokens:
        if token.type == "inline":
            token.children = token.children or []
            if "@" in token.content or _SIGN.search(token.content):
                state.md.inline.parse(token.content, state.md, state.env, token.children)
            elif token.content:
                token.children.append(Token("text", "", 0, content=token.content))


@dataclass(frozen=True, slots=True)
class _Rules(Generic[Asked]):
    """The rules of a chain for each character that has any of its own; for all others.

    names: of the rules that a text or a line may do without.
    """

    by_sign: Mapping[str, tuple[Asked, ...]]
    others: tuple[Asked, ...]
    names: Mapping[Asked, str]

    def without(self, names: frozenset[str]) -> _Rules[Asked]:
        """Those that are left without these."""

        def left(rules: tuple[Asked, ...]) -> tuple[Asked, ...]:
            return tuple(rule for rule in rules if self.names.get(rule) not in names)

        by_sign = {sign: left(rules) for sign, rules in self.by_sign.items()}
        return _Rules(by_sign, left(self.others), self.names)


class _Chains(Ruler[Asked]):
    """In place of the rules of a chain one that asks those of the character."""

    def __init__(
        self,
        ruler: Ruler[Asked],
        begins: Mapping[str, str],
        join: Callable[[_Rules[Asked]], Asked],
    ) -> None:
        super().__init__()
        self._ruler: Ruler[Asked] = ruler
        self._join: Callable[[_Rules[Asked]], Asked] = join
        self._names = ruler.get_active_rules()
        self._named: dict[Asked, str] = dict(zip(ruler.getRules(), self._names, strict=True))
        signs = map(begins.get, self._names)
        self._begins: dict[Asked, str | None] = dict(zip(ruler.getRules(), signs, strict=True))
        self._chains: dict[str, list[Asked]] = {}

    def getRules(self, chainName: str = "") -> list[Asked]:  # noqa: N802, N803
        """Called by the parser."""
        if chainName not in self._chains:
            self._chains[chainName] = [self._join(self._rules(chainName))]
        return self._chains[chainName]

    def get_active_rules(self) -> list[str]:
        """Called by the parser, too."""
        return self._names

    def _rules(self, chain: str) -> _Rules[Asked]:
        rules = [(rule, self._begins[rule]) for rule in self._ruler.getRules(chain)]
        signs = set("".join(begins or "" for _, begins in rules))
        return _Rules(
            {
                sign: tuple(rule for rule, begins in rules if begins is None or sign in begins)
                for sign in signs
            },
            tuple(rule for rule, begins in rules if begins is None),
            {rule: name for rule, name in self._named.items() if name in _NEEDED or name == _CODE},
        )


def _block(rules: _Rules[RuleFuncBlockType]) -> RuleFuncBlockType:
    variants = {frozenset[str](): rules}

    def asked(state: StateBlock, line: int, end: int, silent: bool) -> bool:
        src, place = state.src, state.bMarks[line] + state.tShift[line]
        of, deep, shallow = state.env.get(_LACKS, _NO_TEXT)
        if of is not src:
            deep = frozenset(_lacking(f"\n{src}"))
            shallow = deep | {_CODE}
            state.env[_LACKS] = src, deep, shallow
        lacking = deep if state.sCount[line] - state.blkIndent >= 4 else shallow
        left = variants.get(lacking)
        if left is None:
            left = variants[lacking] = rules.without(lacking)
        for rule in left.by_sign.get(src[place : place + 1], left.others):
            if rule(state, line, end, silent):
                return True
        return False

    return asked


def _lacking(text: str) -> Iterator[str]:
    """The rules of which a text has no sign."""
    for name, patterns in _NEEDED.items():
        if not any(pattern.search(text) for pattern in patterns):
            yield name


def _inline(rules: _Rules[RuleFuncInlineType]) -> RuleFuncInlineType:
    by_sign, others = rules.by_sign, rules.others

    def asked(state: StateInline, silent: bool) -> bool:
        for rule in by_sign.get(state.src[state.pos], others):  # noqa: SIM110 - any() is slower
            if rule(state, silent):
                return True
        return False

    return asked
