"""Films in a text → video blocks of their own, with captions as the platform wants them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from moocbuild.formats.olx import Block, element, markup
from moocbuild.formats.srt import from_vtt
from moocbuild.model.course import Course
from moocbuild.model.text import Element, Node, Text, attribute, reference, walk, words_of
from moocbuild.package import read_asset
from moocbuild.targets.olx.names import Places
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True)
class Film:
    """media: its assets, the first one first. captions: language → asset. words: its name."""

    media: tuple[str, ...]
    captions: Mapping[str, str]
    words: str


def parted(text: Text) -> Iterator[Text | Film]:
    """`text`, parted at the films that stand in nothing else."""
    held: list[Node] = []
    for node in text.nodes:
        if isinstance(node, str) or not _is_film(node):
            held.append(node)
            continue
        if held:
            yield Text(tuple(held))
        yield _film(node)
        held = []
    if held:
        yield text if len(held) == len(text.nodes) else Text(tuple(held))


def _is_film(node: Element) -> bool:
    return node[0] == "player" and attribute(node, "kind") == "video"


def film_name(film: Film, places: Places) -> str:
    """What tells it from the other films of its page."""
    return PurePosixPath(places.media[film.media[0]]).stem


def block(
    film: Film, name: str, page_id: str, course: Course, places: Places
) -> tuple[Block, dict[str, bytes]]:
    """The video block, and its captions below static/. Reads the captions' files."""
    sources = [url for href in film.media for url in _sources(places.media[href], course)]
    captions: dict[str, str] = {}
    files: dict[str, bytes] = {}
    for language, href in film.captions.items():
        srt = f"{PurePosixPath(places.media[href]).stem}.srt"
        text = from_vtt(read_asset(course.assets[href]).decode("utf-8-sig", "replace"))
        captions[language], files[f"static/{srt}"] = srt, text.encode("utf-8")
    made = Block(
        type="video",
        url_name=places.name(page_id, "film", name),
        attributes={
            "display_name": film.words,
            "youtube_id_1_0": "",  # else the platform shows a film of its own
            "html5_sources": json.dumps(sources),
            "download_video": "true",
            "download_track": "true",
            "transcripts": json.dumps(captions),
        },
        content=markup(
            (
                *(element("source", {"src": source}) for source in sources),
                *(element("transcript", {"language": k, "src": v}) for k, v in captions.items()),
            )
        ),
    )
    return made, files


def _sources(name: str, course: Course) -> list[str]:
    """Where the film is, for the link that saves it and for the player.

    The platform turns the first into an address in the link alone (measured); the player is told
    the address itself, which holds where the course keeps the key that its package names.
    """
    key = f"{course.org}+{course.id}+{course.settings.olx.run}"
    return [f"/static/{name}", f"/asset-v1:{key}+type@asset+block@{name}"]


def _film(player: Element) -> Film:
    source = reference(player, "src")
    assert source is not None
    children = list(walk(player[2]))
    more = [each for each in children if each[0] == "source"]
    tracks = [each for each in children if each[0] == "track" and _is_captions(each)]
    captions = {
        attribute(track, "srclang"): found.id
        for track in tracks
        if (found := reference(track, "src"))
    }
    media = (source.id, *(found.id for each in more if (found := reference(each, "src"))))
    named = attribute(player, "title") or PurePosixPath(source.id).stem
    return Film(media, captions, words_of(player[2]) or named)


def _is_captions(track: Element) -> bool:
    """Open edX has no other tracks, such as descriptions or chapters."""
    return (attribute(track, "kind") or "subtitles") in {"captions", "subtitles"}
