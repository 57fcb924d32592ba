"""Names of files in a stranger's archive: none may mean two things, or another thing elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from moocbuild.archive import rules
from moocbuild.archive.refused import RefusedError, shown
from moocbuild.devices import DEVICES
from moocbuild.diagnostics import Rule

_PART, _WHOLE, _DEPTH = 255, 1_000, 100
"""Bytes of one part and of a whole name; parts."""
_OUTSIDE = re.compile(
    r"(?P<absolute>^/)|(?P<drive>^[A-Za-z]:)|(?P<backslash>\\)"
    r"|(?P<parent>(?:^|/)\.\.(?:/|$))|(?P<empty>^$|(?:^|/)\.?/|(?:^|/)\.$)"
)
_WHY = {
    "absolute": "is absolute",
    "drive": "names a drive",
    "backslash": "has a backslash",
    "parent": "leads to a parent folder",
    "empty": "has an empty part",
}
_BIDI = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_ON_WINDOWS = re.compile(r'[<>:"|?*]')
_FORBIDDEN = re.compile(
    r"(?:^|/)(?:\.htaccess|\.htpasswd|\.user\.ini|web\.config)$"
    r"|\.(?:php\d?|phps|phtml|phar|pht|aspx?|ashx|jspx?|cgi|exe|msi|scr|pif|bat|cmd|vbs|hta)$",
    re.I,
)
_JUNK = re.compile(
    r"(?:^|/)(?:__MACOSX|\.git|\.svn)(?:/|$)|(?:^|/)(?:\.DS_Store|Thumbs\.db|desktop\.ini)$", re.I
)
_ARCHIVE = re.compile(r"\.(?:zip|imscc|mbz|7z|rar|tar|tgz|gz|bz2|xz|zst)$", re.I)


def fold(name: str) -> str:
    """What is the same name on some file system: without case, accents composed."""
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()


def check_name(name: str, *, programs: bool = False) -> None:
    """Raises RefusedError for a name that is dangerous or deceives. programs: see Limits."""
    parts = name.removesuffix("/").split("/")
    if not name.isprintable() and (found := _CONTROL.search(name) or _BIDI.search(name)):
        why = f"the name has the hidden character U+{ord(found[0]):04X}"
        raise RefusedError(rules.HIDDEN_CHARACTER, why, name)
    if found := _OUTSIDE.search(name):
        why = next(words for group, words in _WHY.items() if found[group] is not None)
        raise RefusedError(rules.OUTSIDE, f"the name {why}", name)
    if len(parts) > _DEPTH or _is_long(name, parts):
        raise RefusedError(rules.LONG, "the name is longer than file systems take", name)
    if not programs and _FORBIDDEN.search(name.rstrip(". ")):
        why = "a kind of file that servers or desktops run"
        raise RefusedError(rules.FORBIDDEN, why, name)


def advice_on(name: str) -> Iterator[tuple[Rule, str]]:
    """What is not dangerous of a name, but a nuisance: the rule, and what is said."""
    parts = name.removesuffix("/").split("/")
    if any(part.split(".")[0].rstrip().lower() in DEVICES for part in parts):
        yield rules.WINDOWS, "the name is a device's on Windows"
    elif any(part[-1] in ". " for part in parts):
        yield rules.WINDOWS, "a part of the name ends with a dot or a space"
    elif found := _ON_WINDOWS.search(name):
        yield rules.WINDOWS, f"the name has a '{found[0]}', which Windows forbids"
    if _JUNK.search(name):
        yield rules.JUNK, "left by an operating system or by git"
    elif _ARCHIVE.search(name):
        yield rules.NOT_LOOKED_AT, "an archive in the archive, which was not looked at"


def check_together(names: Iterable[str]) -> None:
    """Raises RefusedError where two names are one somewhere. Names of folders end with `/`."""
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    inner: set[str] = set()
    for name in names:
        folded = fold(name)
        among = folders if folded.endswith("/") else files
        if folded in among:
            other = among[folded]
            same = "the name is there twice" if other == name else _alike(other)
            raise RefusedError(rules.DUPLICATE, same, name)
        among[folded] = name
        for folder in _folders(folded):
            if folder in inner:
                break
            inner.add(folder)
    inner.update(folder.removesuffix("/") for folder in folders)
    if both := inner & files.keys():
        raise RefusedError(rules.FILE_AND_FOLDER, "a file and a folder", files[min(both)])


def _alike(other: str) -> str:
    return f"the same name as '{shown(other)}' on Windows and macOS"


def _folders(name: str) -> Iterator[str]:
    """Those around it, the nearest first."""
    at = name.removesuffix("/").rfind("/")
    while at > 0:
        yield name[:at]
        at = name.rfind("/", 0, at)


def _is_long(name: str, parts: list[str]) -> bool:
    if len(name) <= _PART // 4:
        return False
    return len(name.encode()) > _WHOLE or any(len(part.encode()) > _PART for part in parts)
