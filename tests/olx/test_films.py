"""Films become blocks of their own; their captions are SubRip."""

from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import pytest

from moocbuild.diagnostics import Collector
from moocbuild.formats.srt import from_vtt
from moocbuild.lower import lower
from moocbuild.model.asset import Asset
from moocbuild.model.course import Course
from moocbuild.model.text import Ref, Text, element, paragraph, text
from moocbuild.targets import targets
from moocbuild.targets.olx.video import Film, parted
from olx.test_package import built
from pages.sample import course, lesson

VTT = (
    b"\xef\xbb\xbfWEBVTT\n\nNOTE made by hand\n\nSTYLE\n::cue { color: red }\n\n"
    b"intro\n00:01.000 --> 00:02.500 align:start\n<v Tom>You said: 1 &lt; 2.\nTwo lines.\n\n"
    b"01:00:00.000 --> 01:00:01.000\r\nLast.\r\n"
)
SRT = (
    "1\n00:00:01,000 --> 00:00:02,500\nYou said: 1 < 2.\nTwo lines.\n\n"
    "2\n01:00:00,000 --> 01:00:01,000\nLast.\n\n"
)


def asset(href: str, content: bytes) -> Asset:
    digest = hashlib.sha256(content).hexdigest()
    return Asset(
        href=href,
        media_type="",
        source=Path("nowhere"),
        size=len(content),
        sha256=digest,
        content=content,
    )


FILM = Ref("media", "media/talk.mp4")
PLAYER = element(
    "player",
    element("track", kind="captions", src=Ref("media", "media/talk.en.vtt"), srclang="en"),
    element("caption", "Watch: ", element("em", "Lina & Tom")),
    kind="video",
    src=FILM,
)


def with_film(*parts: Text) -> Course:
    source = course()
    module, about = source.modules
    page = lesson("active-listening/film", "A film", *parts)
    media = (asset("media/talk.mp4", b"film"), asset("media/talk.en.vtt", VTT))
    return replace(
        source,
        modules=(replace(module, activities=(page,)), about),
        assets={a.href: a for a in media},
    )


def test_captions_are_written_anew() -> None:
    assert from_vtt(VTT.decode("utf-8-sig")) == SRT


def test_a_film_stands_between_its_texts() -> None:
    after = paragraph("After ", element("a", "it", href=FILM), ".")
    made = built(with_film(text(paragraph("Before."), PLAYER, after)))
    unit = made.of("vertical")["active-listening__film_unit"]
    named = [(child.tag, child.get("url_name")) for child in unit]
    assert named == [
        ("html", "active-listening__film_text"),
        ("video", "active-listening__film_film_talk"),
        ("html", "active-listening__film_text_talk"),
    ]
    video = made.of("video")["active-listening__film_film_talk"]
    assert video.get("display_name") == "Watch: Lina & Tom"
    sources = ["/static/talk.mp4", "/asset-v1:PAT+sample+r1+type@asset+block@talk.mp4"]
    assert json.loads(video.get("html5_sources")) == sources
    assert [source.get("src") for source in video.findall("source")] == sources
    assert json.loads(video.get("transcripts")) == {"en": "talk.en.srt"}
    assert video.get("youtube_id_1_0") == ""
    assert made.package.read("static/talk.en.srt").decode() == SRT
    assert "Before." in made.package.read("html/active-listening__film_text.html").decode()
    page = made.package.read("html/active-listening__film_text_talk.html").decode()
    assert '<p>After <a href="/static/talk.mp4">it</a>.</p>' in page


def test_the_same_film_twice_is_two_blocks() -> None:
    made = built(with_film(text(PLAYER), text(PLAYER)))
    assert set(made.of("video")) == {
        "active-listening__film_film_talk",
        "active-listening__film_film_talk-2",
    }


def test_a_film_inside_something_else_is_a_link() -> None:
    made = built(with_film(text(element("blockquote", PLAYER))))
    assert not made.of("video")
    page = made.package.read("html/active-listening__film_text.html").decode()
    assert "<video" not in page and 'href="/static/talk.mp4"' in page


def player(*inside: object, **attributes: object) -> Text:
    found = element("player", *inside, **{"kind": "video", "src": FILM, **attributes})  # type: ignore[arg-type]
    return text(found)


def source_of(name: str) -> object:
    return element("source", src=Ref("media", f"media/{name}"))


def track(kind: str | None, language: str) -> object:
    name = Ref("media", f"media/talk.{language}.vtt")
    return element("track", kind=kind, src=name, srclang=language)


def caption(*words: str) -> object:
    return element("caption", *words)


def test_a_film_has_all_its_files_and_only_captions_as_tracks() -> None:
    (film,) = parted(
        player(
            source_of("talk.webm"),
            track("captions", "en"),
            track("subtitles", "fr"),
            track(None, "de"),
            track("descriptions", "es"),
            track("chapters", "it"),
            caption("A talk"),
        )
    )
    assert isinstance(film, Film)
    assert film.media == ("media/talk.mp4", "media/talk.webm")
    assert film.captions == {
        language: f"media/talk.{language}.vtt" for language in ("en", "fr", "de")
    }
    assert film.words == "A talk"


@pytest.mark.parametrize(
    ("course_speaks", "given", "kept"),
    [
        ("de", "ar de en fr", "de fr"),
        ("fr", "de en fr", "fr"),
        ("de-CH", "de en", "de"),
        ("en", "ar en fr", "ar en fr"),
        ("nb", "en fr", "en fr"),
        ("de", "de", "de"),
        ("de", "", ""),
    ],
)
def test_captions_in_the_courses_language_are_the_first(
    course_speaks: str, given: str, kept: str
) -> None:
    """Of several the platform shows English, else the first of the alphabet (measured)."""
    film = player(*(track("captions", each) for each in given.split()), caption("A talk"))
    source = replace(with_film(film), language=course_speaks)
    lowered = lower(source, targets()["olx"], Collector())
    (text_of,) = lowered.modules[0].activities[0].parts  # type: ignore[union-attr]
    assert isinstance(text_of, Text)
    (found,) = parted(text_of)
    assert isinstance(found, Film) and list(found.captions) == kept.split()


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (player(caption("A talk"), title="Another"), "A talk"),
        (player(caption(), title="Another"), "Another"),
        (player(caption()), "talk"),
    ],
)
def test_what_a_film_is_called(found: Text, words: str) -> None:
    (film,) = parted(found)
    assert isinstance(film, Film) and film.words == words


def test_texts_are_parted_at_films_and_nowhere_else() -> None:
    film, words = player(caption("A talk")).nodes[0], paragraph("Words.")
    sound = element("player", caption("A song"), kind="audio", src=FILM)  # type: ignore[arg-type]

    def shapes(*nodes: object) -> list[int]:
        """The number of nodes of each text, 0 for a film."""
        whole = text(*nodes)  # type: ignore[arg-type]
        return [len(each.nodes) if isinstance(each, Text) else 0 for each in parted(whole)]

    assert shapes(words, film, words, words) == [1, 0, 2]
    assert shapes(film, film) == [0, 0]
    assert shapes(film, words) == [0, 1]
    assert shapes(words, sound) == [2]
    assert shapes() == []
    whole = text(words, words)
    assert next(iter(parted(whole))) is whole
