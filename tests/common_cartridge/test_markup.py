"""HTML written so that what importers do to it does no harm."""

from __future__ import annotations

import pytest

from moocbuild.model.text import Content, Node, Ref, element, paragraph, text
from moocbuild.render import Dialect
from moocbuild.targets.common_cartridge.dialects import (
    ANSWERS,
    PAGES,
    PLAIN,
    STEMS,
    typed,
)
from moocbuild.targets.common_cartridge.edition import EDITIONS
from moocbuild.targets.common_cartridge.quiz import Writer
from moocbuild.words.languages import truth

WJ = "\u2060"
FILE = Ref("media", "media/x.mp4")


def written(dialect: Dialect, *content: Content) -> str:
    return dialect.html(text(*content), lambda ref: ref.id)


@pytest.mark.parametrize(
    ("given", "made"),
    [
        (paragraph("a <b> c"), f"<p>a &lt;{WJ}b&gt; c</p>"),
        (paragraph("1 < 2"), "<p>1 &lt; 2</p>"),
        (paragraph("&lt; & co"), f"<p>&amp;{WJ}lt; &amp; co</p>"),
        (element("img", alt='say "hi" now'), '<img alt="say “hi” now" class="img-fluid">'),
        (
            element("a", href="x?a=%221%22", title='"'),
            '<a href="x?a=%221%22" title="“"></a>',
        ),
        (element("a", "a", href="x?a=1&lt=2"), '<a href="x?a=1&amp;lt=2">a</a>'),
        (element("img", alt="a > b <c>"), '<img alt="a &gt; b &lt;c&gt;" class="img-fluid">'),
    ],
)
@pytest.mark.parametrize("dialect", [PAGES, STEMS, ANSWERS], ids=["pages", "stems", "answers"])
def test_what_is_decoded_once_too_often(dialect: Dialect, given: Node, made: str) -> None:
    if dialect is not ANSWERS or "<img" not in made:
        assert written(dialect, given) == made


def test_what_runs_its_own_way_is_a_span() -> None:
    """Only where its direction is written: `bdi` alone finds it by itself."""
    assert written(PAGES, element("bdi", "1", dir="ltr")) == '<span dir="ltr">1</span>'
    assert written(PAGES, element("bdi", "1")) == "<bdi>1</bdi>"


@pytest.mark.parametrize("dialect", [PLAIN, PAGES, STEMS, ANSWERS])
def test_things_to_do_have_one_sign_each(dialect: Dialect) -> None:
    """Not a bullet and a box: Moodle keeps the class, Canvas and Open edX the style."""
    to_do = element("ul", element("li", element("box"), " a"))
    bare = '<ul class="list-unstyled" style="list-style: none"><li>'
    assert written(dialect, to_do).startswith(bare)
    assert written(dialect, element("ul", element("li", "a"))) == "<ul><li>a</li></ul>"


def test_details_become_paragraphs() -> None:
    given = element("details", element("summary", "Transcript"), paragraph("T"), class_="x")
    made = "<div><p><strong>Transcript</strong></p><p>T</p></div>"
    assert [written(each, given) for each in (PLAIN, PAGES, STEMS, ANSWERS)] == [made] * 4


@pytest.mark.parametrize(
    ("given", "made"),
    [
        (("a ", element("img", alt="a > b", src=FILE), " c"), "a [a &gt; b] c"),
        ((element("img", src=FILE, alt=""),), ""),
        ((element("img", src=FILE, alt=" "),), ""),
        ((element("figure", element("video", src=FILE)),), "<figure></figure>"),
        ((element("audio", element("source", src=FILE)), "b"), "b"),
        (
            (
                element(
                    "player",
                    element("track", src=FILE),
                    element("caption", "Film"),
                    kind="video",
                    src=FILE,
                ),
            ),
            "Film",
        ),
    ],
)
def test_images_by_their_description(given: tuple[Node, ...], made: str) -> None:
    assert written(ANSWERS, *given) == made


def test_percent_signs_survive_unquoting() -> None:
    given = element("a", "100% of %41 %zz %24", href="x%20y")
    assert written(STEMS, given) == f'<a href="x%20y">100% of %{WJ}41 %zz %{WJ}24</a>'


def test_what_php_takes_for_nothing() -> None:
    moodle = Writer(
        edition=EDITIONS[0],
        language="en",
        stem_href=lambda ref: None,
        answer_href=lambda ref: None,
        shuffle=False,
    )
    made = [moodle.answer(text(words)) for words in ("0", "10", "")]
    assert made == ["<span>0</span>", "10", ""]
    assert [typed(words) for words in ("0", "10", "a*b")] == ["0*", "10", r"a\*b"]


@pytest.mark.parametrize(
    ("label", "said"), [("True", "true"), ("Faux.", "false"), ("Yes", ""), ("", "")]
)
def test_labels_that_moodle_has_words_for(label: str, said: str) -> None:
    assert truth(label) == said
