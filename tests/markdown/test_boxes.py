"""Boxes of task lists: where `[ ]` is one, and where it is words (GFM, section 5.3)."""

from __future__ import annotations

import re

import pytest

from markdown_trees import read


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("- [ ]\n  words", "<ul><li>☐ \nwords</li></ul>"),
        ("- [x]\\\n  words", "<ul><li>☑ <br>\nwords</li></ul>"),
        ("- [X] words", "<ul><li>☑ words</li></ul>"),
        ("- [ ]", "<ul><li>☐ </li></ul>"),
        ("- [ ]\twords", "<ul><li>☐ words</li></ul>"),
        ("- [ ]*words*", "<ul><li>[ ]<em>words</em></li></ul>"),
        ("- [ ]words", "<ul><li>[ ]words</li></ul>"),
        ("- *a* [ ] b", "<ul><li><em>a</em> [ ] b</li></ul>"),
        ("- a\n\n  [x] b", "<ul><li><p>a</p><p>[x] b</p></li></ul>"),
        ("[x]\nwords", "<p>[x]\nwords</p>"),
        ("- \\[x] words", "<ul><li>[x] words</li></ul>"),
        ("- [x\\] words", "<ul><li>[x] words</li></ul>"),
        ("- &#91;x] words", "<ul><li>[x] words</li></ul>"),
        ("> \\[!NOTE] words", "<blockquote><p>[!NOTE] words</p></blockquote>"),
    ],
)
def test_a_box_begins_an_item(written: str, shown: str) -> None:
    assert read(written).html == shown


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("- [ ] a\n\n- [x] b", "<ul><li><p>☐ a</p></li><li><p>☑ b</p></li></ul>"),
        ("- [ ] a\n\n  b", "<ul><li><p>☐ a</p><p>b</p></li></ul>"),
        ("- [x] a\n  - b", "<ul><li>☑ a<ul><li>b</li></ul></li></ul>"),
        ("- [ ] > a", "<ul><li>☐ &gt; a</li></ul>"),
    ],
)
def test_a_box_stands_before_the_first_words(written: str, shown: str) -> None:
    assert re.sub(r"\n", "", read(written).html) == shown
