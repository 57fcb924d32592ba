"""Rules that are asked by sign, or not at all, find what the parser's own order finds."""

from __future__ import annotations

from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from moocbuild.source.markdown import dispatch
from moocbuild.source.markdown.parser import github

_BEGINS = ["", "> ", ">", "- ", "1. ", "  ", "    ", "[^1]: ", "> - ", "-\t"]
_LINES = [
    *("term", ": meaning", "~ meaning", ":\tmeaning", ":none", "a : b", ": ", "  : deep"),
    *("===", "---", "- -", "--", "= ", "---\t", "a ---", "===x"),
    *("| a | b |", "|---|---|", "--- | ---", ":-: | -", "a | b", "-|-", "| - |", "|:-|"),
    *("", "", "words"),
]
_LINE = st.builds(
    lambda begins, said: begins + said, st.sampled_from(_BEGINS), st.sampled_from(_LINES)
)


def _by_sign() -> MarkdownIt:
    parser = github()
    dispatch.dispatch(parser)
    return parser


BY_SIGN, IN_ORDER = _by_sign(), github()


def _tokens(parser: MarkdownIt, text: str) -> list[dict[str, Any]]:
    return [token.as_dict() for token in parser.parse(text, {})]


@settings(max_examples=800, deadline=None, derandomize=True)
@given(st.lists(_LINE, max_size=8).map("\n".join))
@example(": begins with a sign")
@example("---")
@example("term\n: meaning")
@example("> term\n>: meaning")
@example("a | b\n-|-\nc | d")
@example("    code\n\n- words\n\n      code\n\n>     code")
@example("words\r\n\r\n    code\0")
def test_rules_that_find_nothing_are_not_missed(text: str) -> None:
    assert _tokens(BY_SIGN, text) == _tokens(IN_ORDER, text)


def test_a_text_does_without_rules_of_which_it_has_no_sign() -> None:
    environment: dict[str, Any] = {}
    BY_SIGN.parse("words\n\n- more words", environment)
    _, deep, shallow = environment["lacks"]
    assert deep == set(dispatch._NEEDED) == shallow - {"code"}
