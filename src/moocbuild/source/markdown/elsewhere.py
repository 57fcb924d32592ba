"""Films on other sites: which addresses name one, and where its player is.

Only addresses of known shapes are taken, and what is made of them is put together anew from their
parts: no port, no user name, no host that is written in other signs than ASCII. All others stay
links.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A film. site: its site's name for people. address: its page. player: what a frame loads."""

    site: str
    address: str
    player: str


_PLAIN = re.compile(r"https?://[!#-;=?-\[\]_a-z~]{1,2000}", re.I)
"""ASCII without quotation marks, angle brackets, backslashes and spaces."""
_HOST = re.compile(r"(?!xn--)(?:(?!-)[a-z0-9-]{1,63}(?<!-)\.(?!xn--)){1,8}[a-z]{2,24}")
_YOUTUBE = re.compile(r"(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com")
_YOUTUBE_PATH = re.compile(r"/(?:embed|live|shorts|v)/([\w-]{11})/?", re.ASCII)
_YOUTUBE_ID = re.compile(r"[\w-]{11}", re.ASCII)
_VIMEO_PATH = re.compile(
    r"/(?:(?:video|channels/[\w-]+)/)?(\d{1,12})(?:/([0-9a-f]{6,20}))?/?", re.ASCII
)
_VIMEO_HASH = re.compile(r"[0-9a-f]{6,20}")
_PEERTUBE_PATH = re.compile(
    r"/(?:w|videos/(?:watch|embed))/"
    r"([1-9A-HJ-NP-Za-km-z]{22}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})/?"
)
"""A short UUID in the alphabet of Flickr, or a whole one: no other software has such addresses."""
_TIME = re.compile(r"(?:(\d{1,2})h)?(?:(\d{1,3})m)?(?:(\d{1,5})s?)?", re.ASCII)

_Query = dict[str, list[str]]


def film_at(url: str) -> Elsewhere | None:
    """The film that an address names; None for every other address."""
    if not _PLAIN.fullmatch(url):
        return None
    parts = urlsplit(url)
    host = parts.netloc.lower()
    if not _HOST.fullmatch(host):
        return None
    query = parse_qs(parts.query, max_num_fields=50) if parts.query.count("&") < 50 else {}
    start = _seconds(query) or _seconds(parse_qs(parts.fragment))
    site = _SITES.get("youtube.com" if _YOUTUBE.fullmatch(host) else host, _peertube)
    if site is _peertube and parts.scheme.lower() != "https":
        return None
    return site(host, parts.path, query, start)


def _youtube(host: str, path: str, query: _Query, start: int) -> Elsewhere | None:
    found = _YOUTUBE_PATH.fullmatch(path)
    id = found[1] if found else _first(query, "v") if path == "/watch" else ""
    if host == "youtu.be":
        id = path.strip("/")
    if not _YOUTUBE_ID.fullmatch(id):
        return None
    return Elsewhere(
        "YouTube",
        f"https://www.youtube.com/watch?v={id}" + (f"&t={start}s" if start else ""),
        f"https://www.youtube-nocookie.com/embed/{id}" + (f"?start={start}" if start else ""),
    )


def _vimeo(host: str, path: str, query: _Query, start: int) -> Elsewhere | None:
    found = _VIMEO_PATH.fullmatch(path)
    if found is None:
        return None
    given = found[2] or _first(query, "h")
    key = given if _VIMEO_HASH.fullmatch(given) else ""  # of a film that is not listed
    time = f"#t={start}s" if start else ""
    return Elsewhere(
        "Vimeo",
        f"https://vimeo.com/{found[1]}" + (f"/{key}" if key else "") + time,
        f"https://player.vimeo.com/video/{found[1]}?dnt=1" + (f"&h={key}" if key else "") + time,
    )


def _peertube(host: str, path: str, query: _Query, start: int) -> Elsewhere | None:
    """On any host. Without `p2p=0` viewers would send pieces of the film to each other."""
    found = _PEERTUBE_PATH.fullmatch(path)
    if found is None:
        return None
    return Elsewhere(
        host,
        f"https://{host}/w/{found[1]}" + (f"?start={start}s" if start else ""),
        f"https://{host}/videos/embed/{found[1]}?p2p=0" + (f"&start={start}s" if start else ""),
    )


_SITES: dict[str, Callable[[str, str, _Query, int], Elsewhere | None]] = {
    "youtu.be": _youtube,
    "youtube.com": _youtube,
    "vimeo.com": _vimeo,
    "www.vimeo.com": _vimeo,
    "player.vimeo.com": _vimeo,
}


def _seconds(query: _Query) -> int:
    """Where a film begins: `90`, `90s`, `1m30s`; 0 for its beginning."""
    found = _TIME.fullmatch(_first(query, "t") or _first(query, "start"))
    hours, minutes, seconds = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    return hours * 3600 + minutes * 60 + seconds


def _first(query: _Query, key: str) -> str:
    return next(iter(query.get(key, [])), "")
