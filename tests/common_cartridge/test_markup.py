"""HTML written so that what importers do to it does no harm."""

from __future__ import annotations

import pytest

from moocbuild.model.language import truth
from moocbuild.targets.common_cartridge import markup

WJ = "\u2060"


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ("<p>a &lt;b&gt; c</p>", f"<p>a &lt;{WJ}b&gt; c</p>"),
        ("<p>1 &lt; 2</p>", "<p>1 &lt; 2</p>"),
        ("<p>&amp;lt; &amp; co</p>", f"<p>&amp;{WJ}lt; &amp; co</p>"),
        ('<img alt="say &quot;hi&quot; now">', '<img alt="say “hi” now">'),
        ('<a href="x?a=&quot;1&quot;" title="&quot;">', '<a href="x?a=%221%22" title="“">'),
        ('<a href="x?a=1&amp;lt=2">a</a>', '<a href="x?a=1&amp;lt=2">a</a>'),
        ('<img alt="a > b &lt;c&gt;">', '<img alt="a > b &lt;c&gt;">'),
    ],
)
def test_what_is_decoded_once_too_often(given: str, made: str) -> None:
    assert markup.guarded(given) == made


def test_details_become_paragraphs() -> None:
    given = '<details class="x"><summary>Transcript</summary><p>T</p></details>'
    assert markup.plain(given) == "<div><p><strong>Transcript</strong></p><p>T</p></div>"


@pytest.mark.parametrize(
    ("given", "made"),
    [
        ('a <img alt="a > b" src="x.png"> c', "a [a > b] c"),
        ('<img src="x.png" alt="">', ""),
        ('<img src="x.png">', ""),
        (
            '<figure><video controls src="x"><track src="y"></video><figcaption>Film</figcaption>',
            "<figure><figcaption>Film</figcaption>",
        ),
    ],
)
def test_images_by_their_description(given: str, made: str) -> None:
    assert markup.spoken(given) == made


def test_percent_signs_survive_unquoting() -> None:
    given = '<a href="x%20y">100% of %41 %zz %24</a>'
    assert markup.percent(given) == f'<a href="x%20y">100% of %{WJ}41 %zz %{WJ}24</a>'


def test_what_php_takes_for_nothing() -> None:
    assert [markup.solid(text) for text in ("0", "10", "")] == ["<span>0</span>", "10", ""]
    assert [markup.literal(text) for text in ("0", "10", "a*b")] == ["0*", "10", r"a\*b"]


@pytest.mark.parametrize(
    ("label", "said"), [("True", "true"), ("Faux.", "false"), ("Yes", ""), ("", "")]
)
def test_labels_that_moodle_has_words_for(label: str, said: str) -> None:
    assert truth(label) == said
