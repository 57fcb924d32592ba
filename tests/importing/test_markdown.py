"""What is written is read back as the same tree, whatever stands in it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moocbuild.diagnostics import Diagnostic, Span
from moocbuild.importing.html import Html
from moocbuild.importing.markdown.blocks import Writer
from moocbuild.model.text import Node, Nodes, Ref, Text, element, is_inline, paragraph, text
from moocbuild.source.pages.section import read_body
from read_pages import opened

PLACE = Span("source.html")
SIGNS = "\\`*_{}[]()<>#+-.!|~$^=:;&%@\"'/? aZ1é"
HOSTILE = [
    "# no heading",
    "1. no list",
    "2) no list",
    "- [ ] no task",
    "+ no list",
    "> no quotation",
    ": no definition",
    "a < b, <b> and &amp; &#65; &nope",
    "C:\\new\\*.txt \\",
    "$5 and $6, $x^2$",
    "{local_help} {width=50%} {.class} {{x}}",
    "[1] [^1] [@key] [x](y) ![z](y) [[w]] [TOC]",
    "*[HTML]: no abbreviation",
    "`code` ``two``",
    "a_b_c _d_ 2*3*4 ** **",
    "~x~ ~~y~~ ==z== ++w++ ^v^ %%u%% :smile:",
    "---",
    "===",
    "____",
    "| a | b |",
    "!!! note",
    ":::",
    "= word",
    "!= word",
    "<!-- #id kind=match -->",
    "<script>alert(1)</script>",
    "T.1",
]


def read(html: str) -> Text:
    found: list[Diagnostic] = []
    return Html(find=lambda address: Ref("media", address), report=found.append).text(html, PLACE)


def written(found: Text) -> str:
    return "\n".join(Writer(href=lambda ref: f"../../media/{ref.id}").text(found))


def back(markdown: str) -> Text:
    document, reader = opened(f"# Title\n\n{markdown}\n")
    body = read_body(document, reader)
    assert not body.sections, markdown
    return body.intro.texts.text(*body.intro.blocks)


def shape(nodes: Nodes) -> list[object]:
    """A tree without lines, blanks between blocks, and what Markdown has one sign for."""
    made: list[object] = []
    blocks = any(not is_inline((node,)) for node in nodes)
    for node in nodes:
        if isinstance(node, str):
            if blocks and not node.strip():
                continue
            words = re.sub(r"[ \n]+", " ", node)
            words = words.lstrip() if made and made[-1] == ("br", (), []) else words
            made += [words] if words.strip() or (made and words) else []
            continue
        name, attributes, children, _ = node
        kept = {key: value for key, value in attributes if key not in ("scope", "class")}
        if name in ("thead", "tbody"):
            made += shape(children)
        elif name in ("code", "pre"):
            made.append((name, "".join(_words(children)).rstrip("\n")))
        else:
            only = children[0] if len(children) == 1 else ""
            if name == "li" and not isinstance(only, str) and only[0] == "p":
                children = only[2]  # whether a list is loose is of no account
            made.append((name, tuple(kept.items()), shape(children)))
    return made


def _words(nodes: Nodes) -> list[str]:
    return [w for node in nodes for w in ([node] if isinstance(node, str) else _words(node[2]))]


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(words: str) -> None:
    for around in (
        (words,),
        (words, element("br"), words),
        (element("strong", words), " ", words),
    ):
        found = text(paragraph(text(*around)))
        assert back(written(found)).plain == found.plain


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_in_lists_and_tables(words: str) -> None:
    row = element("tr", element("td", words), element("td", "b"))
    head = element("tr", element("th", words), element("th", "b"))
    made: list[Node] = [
        element("ul", element("li", words), element("li", words)),
        element(
            "ol",
            element("li", words),
            element("li", text(words, element("ul", element("li", words)))),
        ),
        element("table", head, row),
        element("table", row, row),
        element("blockquote", paragraph(words)),
        element("h3", words),
        element("pre", element("code", words)),
    ]
    for each in made:
        assert shape(back(written(Text((each,)))).nodes) == shape((each,)), each


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.lists(st.text(SIGNS, max_size=12), min_size=1, max_size=4))
def test_any_signs_stay_themselves(parts: list[str]) -> None:
    nodes: list[Node] = []
    for number, part in enumerate(parts):
        name = ("", "strong", "em", "s")[number % 4]
        nodes.append(element(name, part) if name else part)
    found = text(paragraph(text(*nodes)))
    assert "".join(back(written(found)).plain.split()) == "".join(found.plain.split())


@pytest.mark.parametrize(
    "html",
    [
        "<p>a<b>&quot;x&quot;</b>b <i>c</i></p>",
        "<p><b>bold</b>,<i>it</i> <s>gone</s> <code>a`b</code> x<sup>2</sup> <u>u</u></p>",
        "<p>one<br>two</p><ul><li>a</li><li>b<ul><li>c</li></ul></li></ul><ul><li>other</li></ul>",
        "<ol start='3'><li><p>x</p><p>y</p></li><li><p>z</p></li></ol>",
        "<blockquote><p>q</p><ul><li>r</li></ul></blockquote><hr><h3>h #</h3>",
        "<table><tr><th>a|b</th><th>c</th></tr><tr><td>1</td><td>2<br>3</td></tr></table>",
        "<table><tr><td><p>x</p><p>y</p></td><td rowspan='2'>z</td></tr></table>",
        "<p>Look!<a href='https://example.org/(a)'>h]e[re</a></p>",
        "<details><summary>More</summary><p>text</p></details>",
        "<pre><code class='language-py'>a\n\n```\nb</code></pre>",
        "<p lang='fr'>mot</p><div dir='rtl'><p>x</p></div>",
        "<dl><dt>t</dt><dd>d</dd></dl>",
        "<p>so <span lang='fr'>mot</span> and <kbd>Ctrl</kbd></p>",
    ],
)  # fmt: skip
def test_html_comes_back_as_the_same_tree(html: str) -> None:
    found = read(html)
    assert shape(back(written(found)).nodes) == shape(found.nodes), written(found)


def test_formulas_are_found_in_words_and_pictures() -> None:
    found = read(
        r"<p>\(a_1 &lt; 2\) and \[x\]<img class='equation_image' src='e'"
        r" data-equation-content='y^2'> \(\nosuch{\)</p>"
    )
    lines = ["$a_1 < 2$ and", "", "$$", "x", "$$", "", r"$y^2$ \\(\nosuch{\\)"]
    assert written(found).split("\n") == lines


def test_pictures_keep_their_description_and_width() -> None:
    found = read("<p><img src='a.png' alt='A [b] c' width='40'><img src='b.png' alt=''></p>")
    expected = r'![A \[b\] c](../../media/a.png){width=40}<img src="../../media/b.png" alt="">'
    assert written(found) == expected
