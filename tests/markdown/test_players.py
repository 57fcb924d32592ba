"""Films and sounds: however their author writes one, it is the same player."""

from __future__ import annotations

import pytest

from markdown_trees import HTML, Reading
from moocbuild.model.text import Element, Text, attribute, reference, walk, words_of
from moocbuild.source.files.tree import SourceFile
from moocbuild.source.markdown.texts import Texts
from moocbuild.source.pages.section import read_syntax
from moocbuild.source.shared import FileReader, Shared

FILES = frozenset(
    f"media/{name}"
    for name in ("talk.mp4", "talk.webm", "TALK.MP4", "a.wav", "front.jpg", "talk.de.vtt")
) | {"media/talk.en.vtt", "media/talk.pt-BR.vtt", "media/TALK.en.vtt"}
TRANSCRIPT = "\n\n<details>\n<summary>Transcript</summary>\n\nWords.\n\n</details>\n"


def read(markdown: str, language: str = "en") -> Reading:
    """A text of a course that has `FILES`."""
    lines = tuple(markdown.split("\n"))
    file = SourceFile("course/01-module/01-text.md", markdown, lines)
    reader = FileReader(file, "module/text", Shared(language=language, media=FILES))
    syntax = read_syntax(lines, 1, reader)
    assert syntax is not None
    return Reading(Texts(syntax, reader).text(*syntax.blocks), tuple(reader.findings))


def player(markdown: str, language: str = "en") -> Element:
    found = read(markdown + TRANSCRIPT, language)
    assert found.codes == []
    (made,) = (each for each in walk(found.text.nodes) if each[0] == "player")
    return made


def tracks(made: Element) -> list[tuple[str, str]]:
    return [
        (attribute(each, "srclang"), attribute(each, "label"))
        for each in walk(made[2])
        if each[0] == "track"
    ]


ALL = [("en", "English"), ("de", "Deutsch"), ("pt-BR", "português (BR)")]


@pytest.mark.parametrize(
    "written",
    [
        "[A *talk*](../../media/talk.mp4)",
        "![A talk](../../media/talk.mp4)",
        "[![A talk](../../media/front.jpg)](../../media/talk.mp4)",
        '<video src="../../media/talk.mp4"></video>',
        '<video controls>\n<source src="../../media/talk.mp4" type="video/mp4">\n</video>',
        '<div>\n<video src="../../media/talk.mp4">Your browser is old.</video>\n</div>',
    ],
)
def test_every_way_to_write_a_film(written: str) -> None:
    made = player(written)
    assert attribute(made, "kind") == "video"
    assert reference(made, "src") == ("media", "media/talk.mp4", "")
    assert tracks(made) == ALL
    assert made[2][-1][0] == "caption"


def test_the_course_s_language_comes_first() -> None:
    for language in ("de", "de-AT"):
        made = player("![Ein Film](../../media/talk.mp4)", language)
        assert tracks(made)[0] == ("de", "Deutsch")


def test_capitals() -> None:
    assert tracks(player("[A talk](../../media/TALK.MP4)")) == [("en", "English")]


def test_a_poster() -> None:
    picture = player("[![A talk](../../media/front.jpg)](../../media/talk.mp4)")
    html = player('<video src="../../media/talk.mp4" poster="../../media/front.jpg"></video>')
    for made in (picture, html):
        assert reference(made, "poster") == ("media", "media/front.jpg", "")
    assert HTML.html(Text((picture,)), lambda ref: ref.id).startswith(
        '<figure class="media"><video controls="controls" src="media/talk.mp4"'
        ' poster="media/front.jpg"><track '
    )


def test_tracks_that_are_written_are_all() -> None:
    video = (
        '<video src="../../media/talk.mp4">\n'
        '<track src="../../media/talk.en.vtt" srclang="en">\n'
        '<track src="../../media/talk.de.vtt" srclang="de" label="Deutsch (leicht)">\n</video>'
    )
    assert tracks(player(video)) == [("en", ""), ("de", "Deutsch (leicht)")]
    other = video.replace('srclang="en"', 'srclang="en" kind="descriptions"')
    found = read(other + TRANSCRIPT)
    assert found.codes == ["MB241"] and found.at("MB241") == [1]


def test_several_files() -> None:
    made = player(
        '<video controls>\n<source src="../../media/talk.webm" type="video/webm">\n'
        '<source src="../../media/talk.mp4" type="video/mp4">\n</video>'
    )
    html = HTML.html(Text((made,)), lambda ref: ref.id)
    assert html.startswith(
        '<video controls="controls"><source src="media/talk.webm">'
        '<source src="media/talk.mp4" type="video/mp4"><track '
    )
    assert html.endswith("</video>")


def test_a_film_in_a_figure() -> None:
    found = read(
        '<figure>\n<video src="../../media/talk.mp4"></video>\n'
        "<figcaption>A talk</figcaption>\n</figure>" + TRANSCRIPT
    )
    assert found.codes == []
    assert found.html.startswith("<figure>\n<video controls") and "<figure class" not in found.html


def test_sound_needs_no_captions() -> None:
    assert tracks(player("![A sound](../../media/a.wav)")) == []
    assert "<audio controls" in read('<audio src="../../media/a.wav"></audio>').html


def test_what_is_missing_is_told_at_its_line() -> None:
    found = read("\n<video\n controls>\n<source src='../../media/talk.mp4'>\n</video>\n", "fi")
    assert found.at("MB241") == [4] and found.at("MB242") == [4]


def test_a_picture_has_its_title_below_it() -> None:
    alone = read('![A door](../../media/front.jpg "Our *door*"){width=50%}\n').html
    assert alone == (
        '<figure><img src="media/front.jpg" alt="A door" width="50%">'
        "<figcaption>Our *door*</figcaption></figure>"
    )
    among = read('See ![A door](../../media/front.jpg "Ours").').html
    assert among == '<p>See <img src="media/front.jpg" alt="A door" title="Ours">.</p>'


@pytest.mark.parametrize("width", ["x%", "50em", "%", "-1"])
def test_a_width_that_is_none(width: str) -> None:
    found = read(f'<img src="../../media/front.jpg" alt="A door" width="{width}">')
    assert found.codes == ["MB038"] and "width" not in found.html


def test_what_is_open_stays_open() -> None:
    assert read("<details open>\n<summary>A</summary>\n\nB\n\n</details>").html.startswith(
        "<details open"
    )


@pytest.mark.parametrize(
    ("written", "called"),
    [
        ("![A talk](../../media/talk.mp4)", "A talk"),
        ('![A talk](../../media/talk.mp4 "The talk")', "The talk"),
        ("![](../../media/talk.mp4)", ""),
    ],
)
def test_what_a_picture_that_is_a_film_is_called(written: str, called: str) -> None:
    caption = player(written)[2][-1]
    assert not isinstance(caption, str)
    assert "".join(map(str, caption[2])) == called


@pytest.mark.parametrize(
    ("written", "codes", "html"),
    [
        ('<img alt="A face">', [], ""),
        ('x <img src="" alt="A face">', ["MB106"], "<p>x </p>"),
        ("![A face]()", ["MB106"], ""),
        ("![A face](../../media/front.jpg)", [], 'alt="A face"'),
        ('<img src="../../media/front.jpg" alt="">', [], 'alt=""'),
        ("![](../../media/front.jpg)", ["MB240"], 'alt=""'),
        ('<img src="../../media/front.jpg">', ["MB240"], "<img"),
    ],
)
def test_pictures_have_words_in_their_place(written: str, codes: list[str], html: str) -> None:
    found = read(written)
    assert found.codes == codes
    assert html in found.html and ("<img" in found.html) == ("img" in html or "alt" in html)


@pytest.mark.parametrize(("length", "cut"), [(60, False), (61, True)])
def test_a_long_name_of_a_picture_is_cut(length: int, cut: bool) -> None:
    name = "a" * (length - 4) + ".jpg"
    said = next(each.message for each in read(f"![]({name})").findings if "text" in each.message)
    assert said.endswith(f"'…{name[-59:]}'" if cut else f"'{name}'")


@pytest.mark.parametrize(
    ("picture", "poster"),
    [("../../media/front.jpg", "media/front.jpg"), ("https://a.org/front.jpg", None)],
)
def test_a_film_elsewhere_has_a_picture_of_the_course(picture: str, poster: str | None) -> None:
    found = read(f"[![A talk]({picture})](https://youtu.be/dQw4w9WgXcQ)")
    (card,) = (each for each in walk(found.text.nodes) if each[0] == "card")
    source = reference(card, "poster")
    assert (source.id if source else None) == poster


@pytest.mark.parametrize(
    ("address", "played"),
    [
        ("../../media/talk.mp4", True),
        ("../../media/TALK.MP4", True),
        ("../../media/a.wav", True),
        ("https://a.org/talk.mp4", False),
        ("../../media/talk.mp4#t=10", False),
        ("../../media/talk.mp4?x=1", False),
        ("../../media/front.jpg", False),
        ("../../media/talk.en.vtt", False),
    ],
)
def test_what_is_played(address: str, played: bool) -> None:
    """A link to a film elsewhere, to a moment of one, or to another file is a link."""
    nodes = read(f"[A talk]({address}){TRANSCRIPT}").text.nodes
    names = [each[0] for each in walk(nodes)]
    assert ("player" in names, "a" in names) == (played, not played)


@pytest.mark.parametrize(
    ("written", "called", "poster"),
    [
        ('[![A](../../media/front.jpg "B")](../../media/talk.mp4)', "B", True),
        ("[![A](../../media/front.jpg)](../../media/talk.mp4)", "A", True),
        ("[![A](../../media/front.jpg)](../../media/a.wav)", "A", False),
        ("[A *b*](../../media/talk.mp4)", "A b", False),
    ],
)
def test_a_poster_is_of_films_alone(written: str, called: str, poster: bool) -> None:
    made = player(written)
    caption = made[2][-1]
    assert not isinstance(caption, str) and words_of(caption[2]) == called
    assert (reference(made, "poster") is not None) == poster
