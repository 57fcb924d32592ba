"""What GitHub's parser of CommonMark does not know, or shows in another way: trees by hand."""

from __future__ import annotations

import pytest

from markdown_trees import read, tree

X = '<math display="inline"><mrow><mi>x</mi></mrow></math>'
SHOWN = X.replace("inline", "block")


def _alert(kind: str, title: str, inner: str = "") -> str:
    name = f'<p class="admonition-title">{title}</p>'
    return f'<div class="admonition {kind}">{name}{inner}</div>'


TREES = {
    # alerts
    "> [!NOTE]\n> a\n> b": _alert("note", "Note", "<p>a b</p>"),
    "> [!warning]\n>\n> a": _alert("warning", "Warning", "<p>a</p>"),
    "> [!TIP] Take *care*\n> a": _alert("tip", "Take <em>care</em>", "<p>a</p>"),
    "> [!IMPORTANT] Only": _alert("important", "Only"),
    "> [!CAUTION]\n> - a\n> - b": _alert("caution", "Caution", "<ul><li>a</li><li>b</li></ul>"),
    "> [!TIP] A\n>\n> b\n>\n> c": _alert("tip", "A", "<p>b</p><p>c</p>"),
    "> [!OTHER]\n> a": "<blockquote><p>[!OTHER] a</p></blockquote>",
    "> a [!NOTE]": "<blockquote><p>a [!NOTE]</p></blockquote>",
    # details
    "<details>\n<summary>A</summary>\n\n## B\n\n- *c*\n\n</details>": (
        "<details><summary>A</summary><h2>B</h2><ul><li><em>c</em></li></ul></details>"
    ),
    "<details><summary>A</summary>\n\nb\n\n<details>\n\nc\n\n</details>\n\n</details>\n\nd": (
        "<details><summary>A</summary><p>b</p><details><p>c</p></details></details><p>d</p>"
    ),
    # mathematics
    "a $x$ b": f"<p>a {X} b</p>",
    "$x$, ($x$) *$x$*": f"<p>{X}, ({X}) <em>{X}</em></p>",
    "$$\nx\n$$": SHOWN,
    "$$x$$": SHOWN,
    "```math\nx\n```": SHOWN,
    "$5 and $6": "<p>$5 and $6</p>",
    "US$5 and US$6": "<p>US$5 and US$6</p>",
    "5$ and 6$": "<p>5$ and 6$</p>",
    "\\$x\\$ a": "<p>$x$ a</p>",
    "a $ x $ b": "<p>a $ x $ b</p>",
    "`$x$`": "<p><code>$x$</code></p>",
    "$a_b$ and $c_d$": (
        '<p><math display="inline"><mrow><msub><mi>a</mi><mi>b</mi></msub></mrow></math> and '
        '<math display="inline"><mrow><msub><mi>c</mi><mi>d</mi></msub></mrow></math></p>'
    ),
    # lists
    "- a\n  - b\n    - c\n- d": (
        "<ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ul>"
    ),
    "text\n- a\n- b": "<p>text</p><ul><li>a</li><li>b</li></ul>",
    "text\n1. a": "<p>text</p><ol><li>a</li></ol>",
    "text\n2. a": "<p>text 2. a</p>",
    "1) a\n2) b": "<ol><li>a</li><li>b</li></ol>",
    "3) a": '<ol start="3"><li>a</li></ol>',
    "1. a\n1) b": "<ol><li>a</li></ol><ol><li>b</li></ol>",
    # definitions, abbreviations, widths
    "a\n: b\n: c\n\nd\n\n: *e*": (
        "<dl><dt>a</dt><dd>b</dd><dd>c</dd><dt>d</dt><dd><em>e</em></dd></dl>"
    ),
    "HTML, `HTML`\n\n*[HTML]: Words": (
        '<p><abbr title="Words">HTML</abbr>, <code>HTML</code></p>'
    ),
    "![a](b.png){width=50%}": '<p><img src="b.png" alt="a" width="50%"></p>',
    '![a](b.png){ width="120px" } b': '<p><img src="b.png" alt="a" width="120"> b</p>',
    "![a](b.png) {width=50%}": '<p><img src="b.png" alt="a"> {width=50%}</p>',
    "a{width=50%}": "<p>a{width=50%}</p>",
    # HTML
    "a <!-- b --> c": "<p>a c</p>",
    "<!-- a\n\n<b>\n-->\n\nc": "<p>c</p>",
    "<b><i>x</i> <u>*y*</u></b>": "<p><b><i>x</i> <u><em>y</em></u></b></p>",
    "<div>\n<div>a</div>\n\n*b*\n</div>": "<div><div>a</div><p><em>b</em></p></div>",
    "<div>\n<p>a\n<p>b\n</div>": "<div><p>a</p><p>b</p></div>",
    "<ul>\n<li>a\n<li>b\n</ul>": "<ul><li>a</li><li>b</li></ul>",
    "<table><tr><td>a<td>b<tr><td>c</table>": (
        "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>"
    ),
    "<dl><dt>a<dd>b<dt>c<dd>d</dl>": "<dl><dt>a</dt><dd>b</dd><dt>c</dt><dd>d</dd></dl>",
}
UNCLOSED = {
    "a\n\n<div>\n\nb": [3],
    "a\n\nb <b>c\nd": [3],
    "a\n\nb\n</b>": [4],
    "<b>a\n\nb</b>": [1, 3],
    "a\n\n<b><i>x</b></i>": [3, 3],
    "- <div>\n- a\n\n</div>": [1, 4],
    "> <div>\n\n</div>": [1, 3],
    "<div>\n\n- a\n  </div>\n": [4],
    "a\n\n<!-- b\n\nc": [3],
    "a\n\n<details>\n<summary>b\n\nc\n\n</details>": [4],
    "a\n\n<div id=x\nb": [3],
    "press <Enter> now": [1],
}
"""What is not closed, or closes in another place → the lines on which that is told."""


@pytest.mark.parametrize("markdown", TREES)
def test_the_tree_is_this_one(markdown: str) -> None:
    assert tree(read(markdown).html) == tree(TREES[markdown])
    assert "MB033" not in read(markdown).codes


@pytest.mark.parametrize("markdown", UNCLOSED)
def test_a_tag_that_does_not_pair_is_told_at_its_line(markdown: str) -> None:
    found = read(markdown)
    assert found.at("MB033") == UNCLOSED[markdown]
    tree(found.html)  # pairs all the same
