"""Code on the player's pages: its words are marked, and nothing of it changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from common_cartridge import hand_made as make
from moocbuild.model.question import Choice
from moocbuild.model.text import Nodes, Text, element, text
from moocbuild.player.html.code import MOST, highlighted
from moocbuild.player.html.dialect import dialect
from moocbuild.player.html.question import question_html
from moocbuild.player.html.render import context
from moocbuild.render import Dialect

SIGNS = "ab1 \n\t\"'`<>&{}()[]#/*-=;\\$\u00e9\U0001f600"


def marked(code: str, language: str) -> Nodes:
    name = f"language-{language}" if language else None
    (found,) = highlighted(element("code", code, class_=name))
    assert not isinstance(found, str)
    return found[2]


def words(nodes: Nodes) -> str:
    return "".join(each if isinstance(each, str) else words(each[2]) for each in nodes)


@pytest.mark.parametrize(
    ("language", "code", "kinds"),
    [
        ("python", 'def f():  # why\n    return "a < b"\n', {"keyword", "comment", "string"}),
        ("html", "<!-- why --><p class='a'>b</p>\n", {"comment", "tag", "string"}),
        ("js", "const a = `b`; // why\n", {"keyword", "string", "comment"}),
        ("sql", "SELECT a FROM b -- why\n", {"keyword", "comment"}),
        ("diff", "-a\n+b\n c\n", {"deleted", "inserted"}),
    ],
)
def test_what_is_marked(language: str, code: str, kinds: set[str]) -> None:
    nodes = marked(code, language)
    found = {dict(each[1])["class"] for each in nodes if not isinstance(each, str)}
    assert found == {f"code-{kind}" for kind in kinds}
    assert words(nodes) == code


@pytest.mark.parametrize("language", ["", "nobody-knows", "../../etc", "python;rm"])
def test_other_code_stays_as_it_is(language: str) -> None:
    assert marked("if x:\n", language) == ("if x:\n",)


def test_options_of_a_command_stay_whole() -> None:
    nodes = marked("git log --graph -n 5 a-b --all", "")
    assert [words(each[2]) for each in nodes if not isinstance(each, str)] == [
        *("--graph", "-n", "--all")
    ]
    assert words(nodes) == "git log --graph -n 5 a-b --all"


def test_very_long_code_is_not_looked_at() -> None:
    longest = "if ".ljust(MOST)
    assert len(marked(longest, "python")) > 1
    assert marked(longest + " ", "python") == (longest + " ",)


def test_only_pages_of_the_player_mark_code() -> None:
    code = text(element("pre", element("code", "if x: pass\n", class_="language-python")))
    nowhere = lambda ref: None  # noqa: E731 - a text without links
    assert '<span class="code-keyword">if</span>' in dialect("en").html(code, nowhere)
    assert "span" not in Dialect().html(code, nowhere)


def test_code_of_answers_stays_as_it_was_written() -> None:
    code = text(element("pre", element("code", "if x:\n    pass\n", class_="language-python")))
    option = Choice(id="a", text=code, score=1, feedback=code, span=make.SPAN)
    asks = replace(make.single("*a", "b"), choices=(option, *make.choices("b")))
    asked = make.question("q", asks, prompt=code)
    shown = question_html(asked, context(make.course(make.quiz(asked))))
    assert shown.count(">if x:\n    pass\n</code>") == 2
    assert shown.count('<span class="code-keyword">if</span>') == 1


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(["python", "html", "css", "json", "bash", "c", "java", "yaml", "markdown"]),
    st.text(alphabet=st.sampled_from(SIGNS), max_size=60),
)
def test_whatever_the_code_no_sign_is_lost(language: str, code: str) -> None:
    assert words(marked(code, language)) == code
    assert "<script" not in dialect("en").html(Text(marked(code, language)), lambda ref: None)


@pytest.mark.parametrize(
    ("code", "reached"), [("a\nb\n", False), (f"a\n{'b' * 25}\n", True), ("b" * 24, False)]
)
def test_wide_code_can_be_reached_with_the_keyboard(code: str, reached: bool) -> None:
    page = dialect("en").html(text(element("pre", element("code", code))), lambda ref: None)
    assert ('<pre tabindex="0">' in page) is reached
