"""Pictures, sound and film in a text: players with captions, and what those need who cannot see
or hear."""

from __future__ import annotations

import html
import posixpath
import re
from urllib.parse import unquote

from moocbuild.diagnostics import Rule, Severity
from moocbuild.source.context import Context
from moocbuild.source.markdown.fragment import Finder, Fragment

NO_ALT = Rule(
    "MB240",
    "no-alt",
    Severity.ERROR,
    """A picture has no words for those who cannot see it. Write what it shows between the
brackets: `![Two people on a bench](bench.svg)`. A picture that only decorates is written
`<img src="bench.svg" alt="">`: screen readers pass over it.""",
)
NO_CAPTIONS = Rule(
    "MB241",
    "no-captions",
    Severity.ERROR,
    """A film has no captions, so deaf people cannot follow it. Put them beside it as WebVTT: for
`clip.mp4` in a course in English, `clip.en.vtt`.""",
)
NO_TRANSCRIPT = Rule(
    "MB242",
    "no-transcript",
    Severity.ERROR,
    """Sound or film has no transcript. Write one right below it, in `<details>` with the
`<summary>` Transcript: it serves deaf people, people in a noisy place, and all who search.""",
)

_FILM = frozenset({"mp4", "m4v", "webm", "ogv"})
_SOUND = frozenset({"mp3", "ogg", "oga", "opus", "m4a", "wav"})
_LONE_LINK = re.compile(
    rf'<p><a href="([^"#?:]+\.({"|".join(sorted(_FILM | _SOUND))}))"[^>]*>(.*?)</a></p>', re.S
)
_PLAYER = re.compile(r"<(video|audio)\b([^>]*)>(.*?)</\1>(?:<figcaption>.*?</figure>)?", re.S)
_SOURCE = re.compile(r'\ssrc="([^"]*)"')
_BESIDE = re.compile(r"(?:\s|</p>|</div>|</figure>)*<details\b")
_IMAGE = re.compile(r'<img\b(?:[^">]|"[^"]*")*>')
_UNTOLD = re.compile(r"!\[\s*\]\(\s*<?([^)\s>]*)")


def with_players(markup: str, context: Context, fragment: Fragment) -> str:
    """A link to sound or film alone in a paragraph becomes a player, with captions beside it."""
    if ".m" not in markup and ".w" not in markup and ".o" not in markup:
        return markup
    return _LONE_LINK.sub(lambda match: _player(match, context, fragment), markup)


def _player(match: re.Match[str], context: Context, fragment: Fragment) -> str:
    address, suffix, words = match.groups()
    tag = "video" if suffix in _FILM else "audio"
    language = context.language
    captions = f"{address.rpartition('.')[0]}.{language}.vtt"
    known = _in_course(captions, fragment.path) in context.tree.media
    track = f'<track kind="captions" src="{captions}" srclang="{language}">' if known else ""
    return (
        f'<figure class="media"><{tag} controls src="{address}">{track}</{tag}>'
        f'<figcaption><a href="{address}">{words}</a></figcaption></figure>'
    )


def _in_course(address: str, holder: str) -> str:
    path = unquote(html.unescape(address))
    return posixpath.normpath(posixpath.join(posixpath.dirname(holder), path))


def check_media(markup: str, context: Context, fragment: Fragment) -> None:
    """Reports pictures without words, films without captions, and either without a transcript."""
    find = Finder(fragment, context.tree)
    for image in _IMAGE.finditer(markup):
        source = _SOURCE.search(image[0])
        address = html.unescape(source[1]) if source else "<img"
        span = find(address)
        if " alt=" not in image[0]:
            help = 'add alt="…" with what it shows'
            context.report(NO_ALT.at(span, f"no words for '{_short(address)}'", help=help))
    find = Finder(fragment, context.tree)
    for address in _UNTOLD.findall("\n".join(fragment.lines)) if "<img" in markup else ():
        span = find(f"]({address}")
        context.report(NO_ALT.at(span, f"no words for '{_short(address)}'", help=_ALT_HELP))
    for player in _PLAYER.finditer(markup):
        _check_player(player, markup, context, find)


_ALT_HELP = "write what it shows between the brackets"


def _check_player(player: re.Match[str], markup: str, context: Context, find: Finder) -> None:
    address = _SOURCE.search(player[2] + player[3])
    if address is None:
        return
    name, span = _short(html.unescape(address[1])), find(html.unescape(address[1]))
    if player[1] == "video" and "<track" not in player[3]:
        captions = f"{posixpath.basename(name).rpartition('.')[0]}.{context.language}.vtt"
        help = f"put '{captions}' beside it"
        context.report(NO_CAPTIONS.at(span, f"no captions for '{name}'", help=help))
    if not _BESIDE.match(markup, player.end()):
        help = "write it in <details> right below"
        context.report(NO_TRANSCRIPT.at(span, f"no transcript for '{name}'", help=help))


def _short(address: str) -> str:
    return address if len(address) <= 60 else f"…{address[-59:]}"
