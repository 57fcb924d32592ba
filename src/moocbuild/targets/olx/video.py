"""Films in a text → video blocks of their own, with captions as the platform wants them."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from moocbuild.formats.olx import Block, element
from moocbuild.formats.srt import from_vtt
from moocbuild.model.course import Course
from moocbuild.model.richtext import Link, Ref, RichText
from moocbuild.package import read_asset
from moocbuild.targets.olx.names import Places, url_name

_MARK = "\x00"
_REF = re.compile(rf"{_MARK}(\d+){_MARK}")
_FILM = re.compile(
    rf'<figure class="media"><video\b[^>]*?\ssrc="{_MARK}(\d+){_MARK}"[^>]*>(.*?)</video>'
    r"<figcaption>(.*?)</figcaption></figure>",
    re.DOTALL,
)
_TRACK = re.compile(rf'<track\b[^>]*?\ssrc="{_MARK}(\d+){_MARK}"[^>]*?\ssrclang="([^"]+)"')
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)\b[^>]*>")
_VOID = frozenset({"br", "hr", "img", "col", "source", "track"})


@dataclass(frozen=True, slots=True)
class Film:
    """media: its asset. captions: language → asset. words: what it is called."""

    media: str
    captions: Mapping[str, str]
    words: str


def parted(text: RichText) -> Iterator[RichText | Film]:
    """`text`, parted at the films that stand in nothing else."""
    if not any(isinstance(part, str) and "<video" in part for part in text.parts):
        yield text
        return
    markup = "".join(
        part if isinstance(part, str) else f"{_MARK}{place}{_MARK}"
        for place, part in enumerate(text.parts)
    )
    start = 0
    for found in _FILM.finditer(markup):
        if _depth(markup[: found.start()]):
            continue
        if markup[start : found.start()].strip():
            yield _text(markup[start : found.start()], text)
        yield _film(found, text)
        start = found.end()
    if markup[start:].strip():
        yield _text(markup[start:], text)


def film_name(film: Film, places: Places) -> str:
    """What tells it from the other films of its page."""
    return PurePosixPath(places.media[film.media]).stem


def block(
    film: Film, name: str, page_id: str, course: Course, places: Places
) -> tuple[Block, dict[str, bytes]]:
    """The video block, and its captions below static/. Reads the captions' files."""
    sources = _sources(places.media[film.media], course)
    captions: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for language, href in film.captions.items():
        srt = f"{PurePosixPath(places.media[href]).stem}.srt"
        text = from_vtt(read_asset(course.assets[href]).decode("utf-8-sig", "replace"))
        captions[language], files[f"static/{srt}"] = srt, text.encode("utf-8")
    made = Block(
        type="video",
        url_name=url_name(page_id, "film", name),
        attributes={
            "display_name": film.words,
            "youtube_id_1_0": "",  # else the platform shows a film of its own
            "html5_sources": json.dumps(sources),
            "download_video": "true",
            "download_track": "true",
            "transcripts": json.dumps(captions),
        },
        content=(
            *(element("source", {"src": source}) for source in sources),
            *(element("transcript", {"language": k, "src": v}) for k, v in captions.items()),
        ),
    )
    return made, files


def _sources(name: str, course: Course) -> list[str]:
    """Where the film is, for the link that saves it and for the player.

    The platform turns the first into an address in the link alone (measured); the player is told
    the address itself, which holds where the course keeps the key that its package names.
    """
    key = f"{course.org}+{course.id}+{course.settings.olx_run}"
    return [f"/static/{name}", f"/asset-v1:{key}+type@asset+block@{name}"]


def _film(found: re.Match[str], text: RichText) -> Film:
    captions = {language: _asset(place, text) for place, language in _TRACK.findall(found[2])}
    return Film(_asset(found[1], text), captions, _words(found[3], text))


def _asset(place: str, text: RichText) -> str:
    part = text.parts[int(place)]
    assert isinstance(part, Ref)
    return part.id


def _words(caption: str, text: RichText) -> str:
    def said(found: re.Match[str]) -> str:
        part = text.parts[int(found[1])]
        return part.html if isinstance(part, Link) else ""

    return " ".join(html.unescape(_TAG.sub("", _REF.sub(said, caption))).split())


def _text(markup: str, text: RichText) -> RichText:
    pieces = _REF.split(markup)
    parts = (
        text.parts[int(piece)] if place % 2 else piece
        for place, piece in enumerate(pieces)
        if place % 2 or piece
    )
    return RichText(tuple(parts), text.plain)


def _depth(markup: str) -> int:
    """How many elements are open at the end of `markup`."""
    tags = (tag for tag in _TAG.finditer(markup) if tag[2] not in _VOID)
    return sum(-1 if tag[1] else 1 for tag in tags)
