"""Pictures, sound and film in a text: players with captions, and what those need who cannot see
or hear.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Sequence
from urllib.parse import unquote
from xml.etree import ElementTree

from moocbuild.diagnostics import Rule, Severity, Span
from moocbuild.model.language import autonym, primary
from moocbuild.model.text import Node, Nodes, Ref
from moocbuild.source.shared import FileReader

Element = ElementTree.Element

NO_ALT = Rule(
    "MB240",
    "no-alt",
    Severity.ERROR,
    """An image has no alternative text for people who cannot see it. Describe it between the
brackets: `![Two people on a bench](bench.svg)`. Write a purely decorative image as
`<img src="bench.svg" alt="">`: screen readers skip it.""",
    remedy="describe the image between the brackets: '![…](…)'",
)
NO_CAPTIONS = Rule(
    "MB241",
    "no-captions",
    Severity.ERROR,
    """A video has no captions in the course's language, so deaf people cannot follow it. Put them
beside it as WebVTT: for `clip.mp4` in an English course, `clip.en.vtt`. Files for other languages,
such as `clip.fr.vtt`, become further tracks. Tracks in a `<video>` stand in place of the files
beside it.""",
    remedy="put captions beside it: for 'clip.mp4', 'clip.en.vtt'",
)
NO_TRANSCRIPT = Rule(
    "MB242",
    "no-transcript",
    Severity.ERROR,
    """An audio or video file has no transcript. Add one directly below it, in `<details>` with
the `<summary>` Transcript: it helps deaf people, people in noisy places, and everyone who
searches.""",
    remedy="write it in <details> directly below",
)

NO_TRANSCRIPT_ELSEWHERE = Rule(
    "MB245",
    "no-transcript-elsewhere",
    Severity.WARNING,
    """A film on another site has no transcript in the course. Whether the site has captions cannot
be seen from here, the film may be gone tomorrow, and some learners will not agree to load it. Say
in `<details>` directly below what it shows, with the `<summary>` Transcript.""",
    remedy="write it in <details> directly below",
)

_KINDS = {
    **dict.fromkeys(("mp4", "m4v", "webm", "ogv"), "video"),
    **dict.fromkeys(("mp3", "ogg", "oga", "opus", "m4a", "wav"), "audio"),
}
"""Suffix of a file → the element that plays it."""
_CAPTIONS = frozenset({"captions", "subtitles"})


class Players:
    """Sound and film among the blocks of one file, however their author wrote them.

    A player is an element of its own: `kind`, `src`, and `poster`, `width`, `height` and `title`
    where they are written; its children are every further `source`, the `track`s that are written,
    and a `caption`, what it is called.
    """

    def __init__(self, blocks: Sequence[Element], reader: FileReader) -> None:
        self._blocks, self._reader = blocks, reader
        self._order: list[Element] = []

    def lone(self, paragraph: Element) -> Element | None:
        """The player that is all of a paragraph; None where it is something else.

        It may be a link, `[words](talk.mp4)`, around its poster too, a picture,
        `![words](talk.mp4)`, or HTML.
        """
        only = alone(paragraph)
        if only is None:
            return None
        if only.tag in ("audio", "video"):
            return self.written(only)
        made = _of_picture(only) if only.tag == "img" else _of_link(only)
        if made is not None:
            _place(made, paragraph)
            self._check_transcript(paragraph, made)
        return made

    def written(self, element: Element) -> Element | None:
        """The player of an `audio` or `video` element; None for one that plays no file."""
        sources = [each for each in element.iter("source") if each.get("src")]
        first = element if element.get("src") else next(iter(sources), None)
        if first is None:
            return None
        address = first.get("src", "")
        made = Element("player", {"kind": element.tag, "src": address})
        _place(made, first)
        for key in ("poster", "width", "height", "title"):
            if key in element.attrib:
                made.set(key, element.attrib[key])
        made.extend(_bare(each) for each in sources if each.get("src") != address)
        made.extend(_bare(each) for each in element.iter("track"))
        ElementTree.SubElement(made, "caption")
        self._check_transcript(element, made)
        return made

    def elsewhere(self, link: Element) -> None:
        """Reports a film on another site that has no transcript."""
        if not self._is_told(link):
            address = link.get("href", "")
            span = self._reader.find(address, int(link.get("line", "0")))
            message = f"no transcript for '{_short(address)}'"
            help = "write it in <details> directly below"
            self._reader.report(NO_TRANSCRIPT_ELSEWHERE.at(span, message, help=help))

    def kind(self, image: Element) -> str | None:
        """What an image in truth is: "video", "audio" or neither."""
        return _kind(image.get("src", ""))

    def in_a_line(self, image: Element) -> None:
        """Reports a film or sound that is written as a picture among words."""
        address = image.get("src", "")
        span = self._reader.find(address, int(image.get("line", "0")))
        message = f"no transcript for '{_short(address)}'"
        help = "write it alone in its paragraph, with a transcript in <details> directly below"
        self._reader.report(NO_TRANSCRIPT.at(span, message, help=help))

    def tracks(self, player: Element, source: Ref) -> Nodes:
        """A `track` for each file of captions beside the film, the course's language first.

        Where its author has written tracks, these are all that it has, and there is none here.
        """
        written = list(player.iter("track"))
        codes = list(self._languages(written)) if written else self._beside(source)
        spoken = {primary(language) for language in self._reader.languages}
        if player.get("kind") == "video" and spoken.isdisjoint(map(primary, codes)):
            self._report_captions(player)
        return () if written else tuple(self._track(player, source, code) for code in codes)

    def _languages(self, tracks: Sequence[Element]) -> Iterator[str]:
        """Of the captions among tracks; one that does not say is in the course's language."""
        for track in tracks:
            if track.get("kind", "subtitles") in _CAPTIONS:
                yield track.get("srclang") or self._reader.shared.language

    def _beside(self, source: Ref) -> list[str]:
        language, stem = self._reader.shared.language, _stem(source)
        found = sorted(
            name.removeprefix(stem).removesuffix(".vtt")
            for name in self._reader.shared.media
            if name.startswith(stem) and name.endswith(".vtt")
        )
        spoken = primary(language)
        return sorted(found, key=lambda code: (code != language, primary(code) != spoken))

    def _track(self, player: Element, source: Ref, code: str) -> Node:
        href = f"{_stem(source)}{code}.vtt"
        span = self._reader.line(int(player.get("line", "0")))
        self._reader.added.media.setdefault(href, span)
        named = (("label", autonym(code)),) if autonym(code) else ()
        attributes = (("kind", "captions"), ("src", Ref("media", href)), ("srclang", code), *named)
        return ("track", attributes, (), 0)

    def _report_captions(self, player: Element) -> None:
        address = player.get("src", "")
        stem = posixpath.basename(unquote(address)).rpartition(".")[0]
        help = f"put '{stem}.{self._reader.shared.language}.vtt' beside it"
        message = f"no captions for '{_short(address)}'"
        self._reader.report(NO_CAPTIONS.at(self._span(player), message, help=help))

    def _check_transcript(self, written: Element, player: Element) -> None:
        if not self._is_told(written):
            message = f"no transcript for '{_short(player.get('src', ''))}'"
            help = "write it in <details> directly below"
            self._reader.report(NO_TRANSCRIPT.at(self._span(player), message, help=help))

    def _is_told(self, written: Element) -> bool:
        following = self._after(written)
        return following is not None and following.tag in _TRANSCRIPTS

    def _span(self, player: Element) -> Span:
        return self._reader.find(player.get("src", ""), int(player.get("line", "0")))

    def _after(self, element: Element) -> Element | None:
        """The next element behind `element` and all that it holds."""
        self._order = self._order or [e for block in self._blocks for e in block.iter()]
        inside = set(element.iter())
        here = next((n for n, each in enumerate(self._order) if each is element), len(self._order))
        rest = self._order[here:]
        return next((e for e in rest if e not in inside and e.tag not in _BETWEEN), None)


_TRANSCRIPTS = frozenset({"details", "tabs"})
_BETWEEN = frozenset({"comment", "figcaption"})
"""What may stand between a film and its transcript."""


def alone(paragraph: Element) -> Element | None:
    """The only element of a paragraph that has no words beside it."""
    if len(paragraph) != 1 or (paragraph.text or "").strip():
        return None
    return None if (paragraph[0].tail or "").strip() else paragraph[0]


def poster(link: Element) -> Element | None:
    """The picture that is all of a link."""
    only = alone(link)
    return only if only is not None and only.tag == "img" else None


def _of_picture(image: Element) -> Element | None:
    """`![words](talk.mp4)`: GitHub shows the words, with a link to the file."""
    kind = _kind(image.get("src", ""))
    if kind is None:
        return None
    made = Element("player", {"kind": kind, "src": image.get("src", "")})
    if "width" in image.attrib:
        made.set("width", image.attrib["width"])
    ElementTree.SubElement(made, "caption").text = image.get("title") or image.get("alt", "")
    return made


def _of_link(link: Element) -> Element | None:
    """`[words](talk.mp4)`, or with a poster `[![words](poster.jpg)](talk.mp4)`."""
    kind = _kind(link.get("href", "")) if link.tag == "a" else None
    if kind is None:
        return None
    made = Element("player", {"kind": kind, "src": link.get("href", "")})
    made.append(called(link))
    picture = poster(link)
    if picture is not None and kind == "video":
        made.set("poster", picture.get("src", ""))
    return made


def called(link: Element) -> Element:
    """The words of a link as a `caption`: of one around a poster, those of the picture."""
    picture, caption = poster(link), Element("caption")
    if picture is not None:
        caption.text = picture.get("title") or picture.get("alt", "")
        return caption
    caption.text = link.text
    caption.extend(link)
    return caption


def _kind(address: str) -> str | None:
    """What plays a file of the course; None for other files and other addresses."""
    if ":" in address or "#" in address or "?" in address:
        return None
    return _KINDS.get(address.rpartition(".")[2].lower())


def _stem(source: Ref) -> str:
    return source.id.rpartition(".")[0] + "."


def _bare(element: Element) -> Element:
    """An element without the words behind it."""
    return Element(element.tag, element.attrib)


def _place(made: Element, written: Element) -> None:
    for key in ("line", "last"):
        if key in written.attrib:
            made.set(key, written.attrib[key])


def _short(address: str) -> str:
    return address if len(address) <= 60 else f"…{address[-59:]}"
