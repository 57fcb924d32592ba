"""Where an address in a text leads: a page, a file under media/, the web, or nowhere."""

from __future__ import annotations

import functools
import html
import posixpath
import re
import unicodedata
from collections.abc import Collection
from urllib.parse import unquote

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span, nearest
from moocbuild.model.text import Ref
from moocbuild.source.markdown.elsewhere import film_at
from moocbuild.source.shared import FileReader, MetLink

PATH_OUTSIDE = Rule(
    "MB004",
    "path-outside",
    Severity.ERROR,
    """A link points outside the course's folder, or to a place on the author's own computer.
Packages contain only the course's own files. Copy the file to media/ and link to it there.""",
    refuses=True,
    remedy="copy the file to media/ and link to it there",
)
DEAD_LINK = Rule(
    "MB106",
    "dead-link",
    Severity.ERROR,
    """The link leads to a file that is not part of the course.

Links are relative to the page that contains them: `[Being present](02-being-present.md)`. A new
module must also be listed under `modules:` in course.yml.""",
    remedy="link to a file of the course, relative to this page: '02-being-present.md'",
)
MISSING_MEDIA = Rule(
    "MB108",
    "missing-media",
    Severity.ERROR,
    """The file is neither beside the page nor in media/. Names must match exactly, including upper
and lower case.""",
    remedy="put the file beside the page or in media/, and write its name exactly",
)

URL_SCHEME = Rule(
    "MB035",
    "url-scheme",
    Severity.ERROR,
    """The address does not begin with https:, http:, mailto: or tel:, or an image is embedded as
data. Such addresses can run programs in the learner's browser.""",
    remedy="write an address that begins with 'https:'",
)
REMOTE_RESOURCE = Rule(
    "MB036",
    "remote-resource",
    Severity.ERROR,
    """An image, audio or video file is loaded from another host. That tells the host who is
learning what, and it fails without a network. Put the file in media/.""",
    remedy="put the file in media/",
)

SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_WINDOWS = re.compile(r"[A-Za-z]:[\\/]|\\|%5c", re.I)
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
_NO_LINK = re.compile("[\x00-\x20\x7f\u00ad\u200b-\u200f\u2028-\u202e\ufeff]+")


def resolve(
    url: str, line: int, last: int, reader: FileReader, *, media: bool = False
) -> Ref | str | None:
    """What `url`, written between two lines, names; None after it was reported.

    A string is an address outside the course. media: it is shown or played, so it must be a file
    of the course.
    """
    span = _place(url, line, last, reader)
    address = _NO_LINK.sub("", unquote(url))
    match = _SCHEME.match(address)
    scheme = match[1].lower() if match else ""
    if scheme in SAFE_SCHEMES and not media:
        return _NO_LINK.sub("", url).replace('"', "%22")
    if url and not scheme and not (media and address.startswith("//")):
        return _inside(url, span, reader, media=media)
    reader.report(_refusal(url, address, scheme, media=media, span=span))
    return None


def _place(url: str, line: int, last: int, reader: FileReader) -> Span:
    """Where an address stands: as the parser gives it, as it is written, or in its definition."""
    here = range(line, last + 1)
    for number in (*here, *range(1, len(reader.file.lines) + 1)):
        written = reader.file.line(number)
        if number in here or _DEFINITION.match(written):
            words = _written(url, written)
            if words:
                return reader.find(words, number)
    return reader.line(line)


def _written(url: str, line: str) -> str:
    """How `url` is written in a line, "" where it is not there."""
    decoded = unquote(url)
    for found in _ADDRESSES.finditer(line):
        words = found[1] or found[2]
        meant = unquote(html.unescape(words))
        if meant == decoded or (len(meant) > 3 and decoded.startswith(meant)):
            return words
    return next((words for words in (url, decoded) if words and words in line), "")


_DEFINITION = re.compile(r" {0,3}\[[^\]]{1,200}\]:")
_ADDRESSES = re.compile(
    r"""\]\(\s*<?((?:[^\s"'<>()]|\([^\s"'<>()]*\)){1,2000})"""
    r"""|(?:href|src|poster)\s*=\s*["']?([^\s"'<>]{1,2000})"""
)
"""Addresses as Markdown and HTML have them; in Markdown's, round brackets come in pairs."""


def _refusal(url: str, address: str, scheme: str, *, media: bool, span: Span) -> Diagnostic:
    """Why an address is none that a course may use."""
    shown = url if len(url) <= 60 else url[:57] + "…"
    if not url:
        return DEAD_LINK.at(span, "a link or image without an address")
    if scheme == "file" or len(scheme) == 1:
        message = f"'{shown}' points outside the course"
        return PATH_OUTSIDE.at(span, message, help="copy it to media/")
    if media and (scheme in ("http", "https", "ftp") or address.startswith("//")):
        message = f"'{shown}' is on another host"
        help = "write a link, alone in its paragraph" if film_at(url) else "put it in media/"
        return REMOTE_RESOURCE.at(span, message, help=help)
    if media and address.lower().startswith("data:image/"):
        help = "save it as a file in media/"
        return URL_SCHEME.at(span, "an image embedded as data", help=help)
    message = f"'{shown}' is not an address that a course may use"
    return URL_SCHEME.at(span, message, help="write an address that begins with 'https:'")


def _inside(url: str, span: Span, reader: FileReader, *, media: bool) -> Ref | None:
    path, _, anchor = url.partition("#")
    target = _target(path.partition("?")[0], url, reader.path)
    if target is None and not media and (help := _from_here(path, reader)):
        message = f"'{url[:80]}' begins at the address of a site, which a course has not"
        reader.report(DEAD_LINK.at(span, message, help=help))
        return None
    if target is None:
        message, help = f"'{url[:80]}' points outside the course", "copy it to media/"
        if _WINDOWS.search(path):
            message, help = f"'{url[:80]}' has backslashes", "write '/' between folders and names"
        reader.report(PATH_OUTSIDE.at(span, message, help=help))
        return None
    if media or target.startswith("media/") or target in reader.shared.media:
        return _media(target, span, reader)
    return _page(target, anchor, url, span, reader)


def _from_here(path: str, reader: FileReader) -> str:
    """Where `/react/week-1/lesson` leads if course/ is the site; "" without such a page."""
    bare = "course" + unquote(path).rstrip("/").removesuffix(".md").removesuffix(".html")
    pages = reader.shared.pages
    found = next((p for p in (f"{bare}.md", f"{bare}/index.md") if p in pages), "")
    here = posixpath.dirname(reader.path)
    return f"did you mean '{posixpath.relpath(found, here)}'?" if found else ""


def _target(path: str, url: str, holder: str) -> str | None:
    """The path from the course's root, None where it leads out."""
    path = unquote(path)
    if path.startswith(("/", "file:")) or _WINDOWS.search(url) or "\0" in path:
        return None
    if "%2f" in url.lower():
        return None
    target = posixpath.normpath(posixpath.join(posixpath.dirname(holder), path or "."))
    if target == ".." or target.startswith("../"):
        return None
    return target if path else holder


def _page(target: str, anchor: str, url: str, span: Span, reader: FileReader) -> Ref | None:
    pages = reader.shared.pages
    page = pages.get(target) or pages.get(_same(target, pages))
    if page is None and target not in reader.shared.unread:
        path = unquote(url.partition("#")[0])
        name = nearest(path, _as_linked(tuple(pages), posixpath.dirname(reader.path)))
        message = f"'{path}' is not a page of this course"
        reader.report(DEAD_LINK.meant(span, message, path, name))
    if page is None:
        return None
    anchor = unquote(anchor)
    if anchor:
        reader.added.links.append(MetLink(page, anchor, span))
    return Ref("page", page, anchor)


@functools.lru_cache(maxsize=4)
def _as_linked(pages: tuple[str, ...], folder: str) -> list[str]:
    """The pages as files in `folder` link to them."""
    return sorted({posixpath.relpath(page, folder) for page in pages})


def _media(target: str, span: Span, reader: FileReader) -> Ref | None:
    known = reader.shared.media
    target = _same(target, known)
    if target not in known:
        reader.report(_missing(target, span, reader))
        return None
    reader.added.media.setdefault(target, span)
    return Ref("media", target)


def _same(target: str, known: Collection[str]) -> str:
    """The name as it is known: some systems store é as two characters."""
    if target in known or target.isascii():
        return target
    composed = unicodedata.normalize("NFC", target)
    return next((n for n in known if unicodedata.normalize("NFC", n) == composed), target)


def _missing(target: str, span: Span, reader: FileReader) -> Diagnostic:
    """With the file that was meant: the only one of that name, or else a similar one."""
    folder, known = posixpath.dirname(reader.path), reader.shared.media
    name = _folded(target)
    same = sorted(path for path in known if _folded(path) == name)
    links = (posixpath.relpath(path, folder) for path in same or known)
    meant = next(links, "") if same else nearest(posixpath.relpath(target, folder), links)
    place = reader.file.line(span.line)[span.column - 1 :][: span.length]
    written = place.partition("#")[0].partition("?")[0]
    sure = len(same) == 1
    message = f"no file '{target}'"
    return MISSING_MEDIA.meant(span, message, written, meant.replace(" ", "%20"), sure=sure)


def _folded(path: str) -> str:
    return unicodedata.normalize("NFC", posixpath.basename(path)).casefold()
