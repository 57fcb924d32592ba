"""What looks like the syntax of another tool is told to its author, and what is not, is not."""

from __future__ import annotations

import pytest

from counting import calls
from markdown_trees import read
from moocbuild.model.text import walk

FOREIGN = {
    "!!! note\n    words": "> [!NOTE]",
    '!!! warning "Title"': "> [!NOTE]",
    "??? tip\n    words": "> [!NOTE]",
    "???+ question": "> [!NOTE]",
    ":::note\nwords\n:::": "> [!NOTE]",
    "::: {.callout-tip}\nwords\n:::": "> [!NOTE]",
    "::::columns": "> [!NOTE]",
    "==marked words==": "<mark>",
    "see ==this==, please": "<mark>",
    "++new++": "<ins>",
    "x^2^ and 10^th^": "<sup>",
    "[[Other page]]": "[words](page.md)",
    "[[page|words]]": "[words](page.md)",
    "![[picture.png]]": "![what it shows]",
    "[TOC]": "delete it",
    "[[01-page]]": "[words](page.md)",
    "a %% hidden %% b": "<!--",
    "# Title {#id}": "<!-- #id -->",
    "words {: #id .class }": "<!-- #id -->",
    "words {.class}": "delete it",
    "[x](https://a.org){target=_blank}": "delete it",
    "{: .class}": "delete it",
    "{{ name }}": "variables are not supported",
    "{% include x %}": "variables are not supported",
    "{{< figure src=x >}}": "variables are not supported",
    "well done :tada:": "the character itself",
    "- item ==a==": "<mark>",
    "| a |\n| - |\n| ==b== |": "<mark>",
    "> quoted ==c==": "<mark>",
    "[x] done": "in a list",
    "-[ ] to do": "in a list",
    "- []to do": "in a list",
    "\u2022 [x] done\n[ ] to do": "in a list",
    "| a |\n| - |\n| [x] |": "in a list",
    "a[^1]\n\n[^1]: ==d==": "<mark>",
    "> [!INFO]\n> words": "[!NOTE]",
    "> [!warning]- Folded\n> words": "[!NOTE]",
    "##Heading": "a blank",
    "<<<<<<< HEAD\nwords": "resolve",
    "Term\nOther term\n: Words": "one line of words",
    "words^[a note] here": "[^1]",
    "words ^block-1": "delete it",
    "- item ^b2": "delete it",
    "**“quoted”**text": "<strong>",
    "これは**「強調」**です": "<strong>",
    "<details><summary>x</summary>\n**bold**\n</details>": "<strong>",
    "so \\(x\\) and": "write '$…$'",
    "so \\(\\frac{1}{2}\\) and": "write '$…$'",
    "\\[ E = mc^2 \\]": "write '$…$'",
}
MEANT = [
    "`==x==` `[[x]]` `{#id}` `:tada:`",
    "```\n!!! note\n:::note\n[TOC]\n```",
    "    ==x==",
    "$x^2^$ and $$[[x]]$$",
    "<https://a.org/==x==> https://a.org/[[x]] [x](https://a.org/:a:)",
    "<!-- ==x== [[y]] {#id} -->",
    "<code>==x==</code> <kbd>++x++</kbd>",
    "\\==x== \\[[x]] \\{#id} \\:tada: \\%%x%%",
    "if a == b and c == d, or a==b and c==d",
    "C++ and i++ + ++j",
    "see [[1]] and [[2]]",
    "if [[ -f x ]]; then",
    "100 %% of 50 %",
    "2^3^2 is 2^9, and ^ is a sign",
    "10:30:45 and a:b:c and std::vector::size",
    "Note: this. term :: type",
    "!!! Listen !!!",
    "What???",
    "{local_help} {emergency_number} {a, b} {x | x > 0}",
    "![p](y.png){width=50%}",
    "[TOC] in a sentence",
    "see [x] and [[x](y.md)], or [x](#y) and\n[x][y]\n\n[y]: z.md",
    "term\n: definition",
    "\\[sic\\] and \\(so on\\)",
    "`\\(x\\)` and `^[a]` and `**x**`",
    "\\*\\*not bold\\*\\*",
    "2**3**4 and f(**kwargs)",
    "x ^2 and n ^k",
    "#hashtag and #12",
    "a - b\n--- and more",
    "\\[!INFO] is a word",
]


@pytest.mark.parametrize("markdown", FOREIGN)
def test_the_author_is_told_what_to_write(markdown: str) -> None:
    found = [each for each in read(markdown).findings if each.rule.code == "MB150"]
    assert found
    assert all(FOREIGN[markdown] in (each.help or "") for each in found)


@pytest.mark.parametrize("markdown", MEANT)
def test_what_is_meant_is_not_told(markdown: str) -> None:
    assert "MB150" not in read(markdown).codes


def test_it_stands_where_it_is_written() -> None:
    found = read("# Title\n\nfirst\nthen ==a==\n\n- b\n- c\n  ++d++\n")
    assert found.at("MB150") == [4, 8]


@pytest.mark.parametrize("signs", ["==", "{:", "%%", ":a", "^", "!!! note ", "++a", "{.a "])
def test_many_signs_take_no_time(signs: str) -> None:
    """Twice as much text takes twice the steps; patterns are judged in tests/hostile."""
    short, long = ("\n\n".join([signs * 200] * count) for count in (5, 10))
    assert "MB031" not in read(long).codes
    assert calls(lambda: read(long)) < 2.5 * calls(lambda: read(short))


@pytest.mark.parametrize(("length", "shown"), [(60, 60), (61, 59)])
def test_long_words_are_cut(length: int, shown: int) -> None:
    words = "==" + "x" * (length - 4) + "=="
    (finding,) = read(words).findings
    assert f"'{words[:shown]}{'…' if shown < length else ''}'" in finding.message


@pytest.mark.parametrize(
    ("written", "groups"),
    [
        ('<details name="a">x</details><details name="a">y</details>', 1),
        ('<details name="a">x</details> words <details name="a">y</details>', 0),
        ('<details name="a">x</details><details name="b">y</details>', 0),
        ("<details>x</details><details>y</details>", 0),
        ('<details name="a">x</details><p>w</p><details name="a">y</details>', 0),
        (
            '<details name="a">x</details><details name="a">y</details>'
            '<details name="b">x</details><details name="b">y</details>',
            2,
        ),
        ('<details name=" a ">x</details><details name="a">y</details>', 1),
        ('<p name="a">x</p><p name="a">y</p>', 0),
    ],
)
def test_neighbours_of_one_name_are_tabs(written: str, groups: int) -> None:
    assert sum(each[0] == "tabs" for each in walk(read(written).text.nodes)) == groups
