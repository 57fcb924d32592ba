"""GitHub's additions to CommonMark, compared with GitHub's own parser."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from markdown_trees import github, ours, read

TABLES = [
    "| a | b |\n| - | - |\n| 1 | 2 |",
    "a | b\n:- | -:\n1 | 2\n3 | 4",
    "| a | b | c |\n|:-:|---|--:|\n| 1 |\n| 1 | 2 | 3 | 4 |",
    "| a |\n| - |\n\nafter",
    "| a |\n| - |\n| 1 |\nlazy\n\nafter",
    "a\n|-|\nb",
    "a\n:-\nb",
    "a\n-:\nb",
    "| `a|b` | c \\| d |\n|-|-|\n| `x\\|y` | \\\\| |",
    "before\n| a | b |\n|---|---|\n| 1 | 2 |",
    "| a | b |\n|---|\n| 1 | 2 |",
    "| a | b |\n|---|---|\n> quote",
    "| a | b |\n|---|---|\n- item",
    "| a | b |\n|---|---|\n# Heading",
    "| a | b |\n|---|---|\n    code",
    "| a | b |\n|---|---|\n|",
    "- | a | b |\n  |---|---|\n  | 1 | 2 |\n- c",
    "- a | b\n- | -",
    "> | a | b |\n> |---|---|\n> | 1 | 2 |\n| 3 | 4 |",
    "> | a |\n|---|",
    "- || \n-|-",
    "|a|b|\n|-|-|\n||2|\n|1||",
    "| **a** | [b](/c) | ~~d~~ |\n|---|---|---|\n| ![e](/f.png) | `g` | https://h.org |",
    "| a |\n| --- |\n| b<c |",
    "a | b\n--- | ---",
    "\\|\n--",
    "| a |\n  | - |\n  | b |",
    "1. | a |\n   | - |\n   | b |",
]
TASKS = [
    "- [ ] a\n- [x] b\n- [X] c",
    "* [ ] a\n* b",
    "1. [ ] a\n2. [x] b",
    "- [ ] a\n  - [x] b\n    - [ ] c\n- d",
    "- [ ] a\n\n  more\n\n- [x] b",
    "- [ ]a\n- [y] b\n- [] c",
    "[ ] a",
    "- a [ ] b",
    "- [x]\ta",
    "- [ ] **a** `b`",
    "-   [ ] a",
    "-     [ ] code",
    "- [ ] [a](/b)",
]
STRUCK = [
    "~~a~~ ~b~ ~~~c~~~",
    "a~~b~~c",
    "~~ a ~~",
    "~~a~ b~~",
    "~a~~b~",
    "~~a *b* c~~ *d ~~e~~*",
    "**a ~~b** c~~",
    "~~a\nb~~",
    "~~a\n\nb~~",
    "\\~~a~~ `~~b~~`",
    "[~~a~~](/b) ~~[c](/d)~~",
    "~)~~(~",
]
ADDRESSES = [
    "https://a.org http://b.org/c?d=e&f=g#h",
    "(https://a.org/b) (https://a.org/b_(c)) https://a.org/b_(c))",
    "https://a.org. https://a.org, https://a.org!",
    "https://a.org/&amp; https://a.org/&amp;b https://a.org/;",
    "*https://a.org* _https://b.org_ ~~https://c.org~~ **https://d.org**",
    "HTTPS://A.ORG/B xhttps://a.org /https://a.org",
    "https:// http://. https://+ https://~",
    "www.a.org, www.a.org/b. xwww.a.org WWW.a.org",
    "(www.a.org) *www.a.org* /www.a.org",
    "https://a_b.org https://a.b_c.org www.a_b.c.org",
    "https://a.org<b https://a.org/b|c",
    "me@a.org, a.b+c-d_e@f-g.org. mailto:me@a.org",
    "me@a me@a. me@a.b- me@a.b_ @a.b me@@a.b me@a.b.",
    "[https://a.org](https://b.org) <https://a.org> `https://a.org`",
    "![https://a.org](/b)",
    "https://a.org\nhttps://b.org",
    "http://localhost:8000/a http://127.0.0.1/",
]
NOTES = [
    "a[^1] b[^2]\n\n[^2]: two\n[^1]: one",
    "a[^1] b[^1]\n\n[^1]: one",
    "a[^long name] b[^x]\n\n[^x]: one\n[^long name]: two",
    "a[^1]\n\n[^1]: one\n\n    more\n\n    - list\n    - b\n\nafter",
    "a[^1]\n\n[^1]:\n    one",
    "a[^1]\n\n> [^1]: in a quotation",
    "a[^1]\n\n- b\n\n  [^1]: in a list\n- c[^1]",
    "[^1]: before\n\na[^1]",
    "a[^1]\n\n[^1]: one[^2]\n[^2]: two",
    "a[^none]",
    "a[^1]\n\n[^1]: one\n[^unused]: two",
    "text\n[^1]: ends a paragraph\n\na[^1]",
    "> quoted\n[^1]: ends a quotation\n\na[^1]",
    "| a[^1] |\n| - |\n| b[^1] |\n\n[^1]: one",
    "# a[^1]\n\n[^1]: one",
    "**a[^1]** ~~b[^1]~~\n\n[^1]: `one`",
    "a[^1]\n\n[^1]: one[^2]\n\n[^2]: two[^1]",
    "a[^1]\n\n[^1]: ```\n    code\n    ```",
    "`[^1]` \\[^1]\n\n[^1]: one",
]


@pytest.mark.parametrize("markdown", [*TABLES, *TASKS, *STRUCK, *ADDRESSES, *NOTES])
def test_the_tree_is_githubs(markdown: str) -> None:
    assert ours(read(markdown).html) == github(markdown)


OTHERWISE = {
    "a\n: b": "definition lists are read, too",
    "ftp://a.org xmpp:a@b.org": "no course may link there, so words stay words",
    "[https://a.org": "GitHub makes no links behind a bracket that is never closed",
    "http://é.org": "both write the same host, one in the way that names are looked up",
    "www.: a": "no host, nothing to follow",
    "_a_~b": "GitHub passes over tildes when it judges what stands beside other signs",
    "a\n-|-\n-|-": "GitHub tries one row of dashes in a paragraph, and never another",
    "[^a]:[^a]": "a footnote that only itself mentions is mentioned by no text",
    "> - [ ] a": "GitHub's parser leaves boxes in quotations to the site, which shows them",
    "[a[^1]](/b)\n\n[^1]: one": "a mark is a link itself, and links hold no links",
    "- [ ]": "an option whose words are still to be written",
    "- - [ ] ": "a box without words",
    "[a]: /b\n2) c": "a definition ends where its line ends",
    "> > a\n    - b": "words that go on behind two quotations, indented as code",
    "> a\n| b |\n> |---|": "a table whose head is not quoted, and whose dashes are",
    "a[^1]\n\n[^1]: one\n[^2]: two[^3]\n[^3]: three": "what only an unread note mentions",
    "- [ ] [x]": "GitHub ticks a box for the sign behind it",
    "-\n\n\n-": "lists of nothing",
}
"""What is read in another way than GitHub does, and why that does no harm."""


@pytest.mark.parametrize("markdown", OTHERWISE)
def test_a_known_difference_is_one(markdown: str) -> None:
    assert ours(read(markdown).html) != github(markdown)


_LINES = [
    *("# h", "text", "**b** *c*", "`code`", "a [l](/x) b", "![p](/y.png)", "[r] and [r][r]"),
    *("| a | b |\n|---|:-:|", "| c |", "| `d` | ~~f~~ |", "g | h\n--- | ---"),
    *("- [ ] t", "- [x] u", "- v", "1. w", "2) x", "  - y", "    - [ ] z", "> - r"),
    *("~~s~~ and ~q~", "~~m", "see https://a.org/x_(y).", "www.b.org, me@c.org", "(http://d.e)"),
    *("n[^1] o[^two]", "p[^1]", "[^1]: one\n***", "[^two]: two\n***", "    more", "[r]: /u\n"),
    *("> q", "> | a |\n> |---|", "> > s\n>", "```", "~~~ x", "***", "    code", "a  ", "\\"),
    *("", "", "", "", ""),
]


@settings(max_examples=1200, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(_LINES), max_size=12))
def test_any_document_reads_as_github_reads_it(lines: list[str]) -> None:
    markdown = "\n".join(lines)
    assert ours(read(markdown).html) == github(markdown)
