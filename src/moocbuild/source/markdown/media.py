"""Pictures, sound and film in a text: players with captions, and what those need who cannot see
or hear.
"""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from urllib.parse import unquote
from xml.etree import ElementTree

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.text import Nodes, Ref
from moocbuild.source.shared import FileReader

Element = ElementTree.Element

NO_ALT = Rule(
    "MB240",
    "no-alt",
    Severity.ERROR,
    """An image has no alternative text for people who cannot see it. Describe it between the
brackets: `![Two people on a bench](bench.svg)`. Write a purely decorative image as
`<img src="bench.svg" alt="">`: screen readers skip it.""",
)
NO_CAPTIONS = Rule(
    "MB241",
    "no-captions",
    Severity.ERROR,
    """A video has no captions, so deaf people cannot follow it. Put them beside it as WebVTT: for
`clip.mp4` in an English course, `clip.en.vtt`.""",
)
NO_TRANSCRIPT = Rule(
    "MB242",
    "no-transcript",
    Severity.ERROR,
    """An audio or video file has no transcript. Add one directly below it, in `<details>` with
the `<summary>` Transcript: it helps deaf people, people in noisy places, and everyone who
searches.""",
)

_KINDS = {
    **dict.fromkeys(("mp4", "m4v", "webm", "ogv"), "video"),
    **dict.fromkeys(("mp3", "ogg", "oga", "opus", "m4a", "wav"), "audio"),
}
"""Suffix of a file → the element that plays it."""


class Players:
    """Sound and film among the blocks of one file."""

    def __init__(self, blocks: Sequence[Element], reader: FileReader) -> None:
        self._blocks, self._reader = blocks, reader
        self._order: list[Element] = []

    def lone(self, paragraph: Element) -> str | None:
        """ "video" or "audio" where a link to a file of that kind is all of a paragraph.

        A film written as a picture, `![words](talk.mp4)`, is made the link that is meant.
        """
        if len(paragraph) != 1 or (paragraph.text or "").strip():
            return None
        link = paragraph[0]
        if link.tag == "img" and self.kind(link):
            link.tag, link.text = "a", link.get("alt", "")
            link.set("href", link.attrib.pop("src"))
            link.attrib.pop("alt", None)
        if link.tag != "a" or (link.tail or "").strip():
            return None
        address = link.get("href", "")
        if ":" in address or "#" in address or "?" in address:
            return None
        kind = _KINDS.get(address.rpartition(".")[2])
        if kind:
            self._check_transcript(paragraph, address)
        return kind

    def kind(self, image: Element) -> str | None:
        """What an image in truth is: "video", "audio" or neither."""
        return _KINDS.get(image.get("src", "").rpartition(".")[2].lower())

    def in_a_line(self, image: Element) -> None:
        """Reports a film or sound that is written as a picture among words."""
        address = image.get("src", "")
        span = self._reader.find(address, int(image.get("line", "0")))
        message = f"no transcript for '{_short(address)}'"
        help = "write it alone in its paragraph, with a transcript in <details> directly below"
        self._reader.report(NO_TRANSCRIPT.at(span, message, help=help))

    def tracks(self, link: Element, source: Ref, kind: str) -> Nodes:
        """A `track` for each file of captions beside the film, the course's language first."""
        language = self._reader.shared.language
        stem = source.id.rpartition(".")[0] + "."
        found = sorted(
            name.removeprefix(stem).removesuffix(".vtt")
            for name in self._reader.shared.media
            if name.startswith(stem) and name.endswith(".vtt")
        )
        found.sort(key=lambda code: code != language)
        if kind == "video" and language not in found:
            self._report_captions(link, link.get("href", ""))
        span = self._reader.line(int(link.get("line", "0")))
        for code in found:
            self._reader.added.media.setdefault(f"{stem}{code}.vtt", span)
        return tuple(
            (
                "track",
                (
                    ("kind", "captions"),
                    ("src", Ref("media", f"{stem}{code}.vtt")),
                    ("srclang", code),
                ),
                (),
                0,
            )
            for code in found
        )

    def check(self, player: Element) -> None:
        """Reports what is missing at a player that is written in HTML."""
        sources = [player.get("src"), *(each.get("src") for each in player.iter("source"))]
        address = next(filter(None, sources), None)
        if address is None:
            return
        player.attrib.setdefault("controls", "controls")  # without them nobody can play it
        if player.find("track") is None:
            self._add_tracks(player, address)
        if player.tag == "video" and player.find("track") is None:
            self._report_captions(player, address)
        self._check_transcript(player, address)

    def _add_tracks(self, player: Element, address: str) -> None:
        """Captions that lie beside the file, as for a link to it."""
        folder = posixpath.dirname(self._reader.path)
        stem = posixpath.normpath(posixpath.join(folder, unquote(address))).rpartition(".")[0]
        written = address.rpartition(".")[0]
        language = self._reader.shared.language
        names = (n for n in self._reader.shared.media if n.startswith(f"{stem}."))
        codes = [n[len(stem) + 1 : -4] for n in names if n.endswith(".vtt")]
        if player.tag == "video" and language not in codes:
            return
        for code in sorted(codes, key=lambda code: (code != language, code)):
            source = {"kind": "captions", "src": f"{written}.{code}.vtt", "srclang": code}
            track = ElementTree.SubElement(player, "track", source)
            track.set("line", player.get("line", "0"))

    def _report_captions(self, element: Element, address: str) -> None:
        stem = posixpath.basename(unquote(address)).rpartition(".")[0]
        help = f"put '{stem}.{self._reader.shared.language}.vtt' beside it"
        span = self._reader.find(address, int(element.get("line", "0")))
        message = f"no captions for '{_short(address)}'"
        self._reader.report(NO_CAPTIONS.at(span, message, help=help))

    def _check_transcript(self, element: Element, address: str) -> None:
        following = self._after(element)
        if following is None or following.tag != "details":
            span = self._reader.find(address, int(element.get("line", "0")))
            message = f"no transcript for '{_short(address)}'"
            help = "write it in <details> directly below"
            self._reader.report(NO_TRANSCRIPT.at(span, message, help=help))

    def _after(self, element: Element) -> Element | None:
        """The next element behind `element` and all that it holds."""
        self._order = self._order or [e for block in self._blocks for e in block.iter()]
        inside = set(element.iter())
        here = next((n for n, each in enumerate(self._order) if each is element), len(self._order))
        rest = self._order[here:]
        return next((e for e in rest if e not in inside and e.tag != "comment"), None)


def _short(address: str) -> str:
    return address if len(address) <= 60 else f"…{address[-59:]}"
