"""Which file a link within a package leads to: none may lead out of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from posixpath import dirname, normpath
from urllib.parse import unquote, urlsplit

from moocbuild.archive.names import fold
from moocbuild.diagnostics import nearest
from moocbuild.values import dataclass

_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_REMOTE = frozenset({"http", "https", "mailto", "tel"})
_HIDDEN = re.compile("[\x00-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Link:
    """What an address means. name: of a file in the package, "" where it is none.

    remote: it leads to the web. outside: why it must not be followed, or "".
    """

    name: str = ""
    remote: bool = False
    outside: str = ""


def follow(href: str, base: str = "") -> Link:
    """Where `href` leads, from a folder of the package (`base`, "" or with `/` at its end)."""
    href = href.strip(" \t\r\n")
    if _HIDDEN.search(href):
        return Link(outside="has a control character")
    try:
        parts = urlsplit(href)
    except ValueError:
        return Link(outside="is no address")
    if _DRIVE.match(href):
        return Link(outside="names a drive")
    if parts.scheme:
        remote = parts.scheme in _REMOTE
        return Link(remote=True) if remote else Link(outside=f"is a '{parts.scheme}:' address")
    if href.startswith(("//", "\\\\")):
        return Link(outside="leads to another computer")
    return _inside(unquote(parts.path), base)


def _inside(path: str, base: str) -> Link:
    if "\\" in path:
        path = path.replace("\\", "/")  # as browsers do
    if path.startswith("/"):
        return Link(outside="is absolute")
    if "\0" in path or _HIDDEN.search(path):
        return Link(outside="has a control character")
    if not path:
        return Link()
    name = normpath(base + path)
    if name.startswith(("../", "/")) or name == "..":
        return Link(outside="leads out of the package")
    return Link("" if name == "." else name)


def folder(name: str) -> str:
    """The folder of a file, as `base` for `follow`."""
    inner = dirname(name)
    return f"{inner}/" if inner else ""


def near_name(name: str, names: Iterable[str]) -> str:
    """The file that was probably meant, "" where none is near.

    One of another case comes first, then one that is called so in another folder, then another
    spelling.
    """
    known = list(names)
    same = [each for each in known if fold(each) == fold(name)]
    last = fold(name.rpartition("/")[2])
    there = [each for each in known if fold(each.rpartition("/")[2]) == last]
    if same or there:
        return [*same, *there][0]
    suffix = name.rpartition(".")[2]
    alike = [each for each in known if each.rpartition(".")[2] == suffix]
    near = nearest(name, alike)
    return near if fold(near.rpartition("/")[2])[:3] == last[:3] else ""
