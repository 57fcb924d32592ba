"""Names of members that every file system and every LMS takes."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from itertools import count

from moocbuild.devices import DEVICES
from moocbuild.package import Package
from moocbuild.package.memo import once

LONGEST = 100
"""Characters of a whole name: Windows takes 260, of which an LMS's own folders use up half."""

_FOLDERS = 60
_SUFFIX = 10


@lru_cache(10_000)  # every target asks for those of all media
def safe_name(name: str) -> str:
    """`name` in `[a-z0-9._/-]`, at most LONGEST characters, the suffix kept.

    Leaves a safe name alone. Different names may become one: see `unique_names`.
    """
    parts = [part for part in map(_safe_part, name.replace("\\", "/").split("/")) if part]
    return _fit(parts or ["file"])


def unique_names(hrefs: Iterable[str], *, basenames: bool = False) -> dict[str, str]:
    """A safe name for each href, no two alike and none the folder of another.

    Where names would meet, an href that is safe already keeps its name and the others get a tag
    made from the href: a name never depends on the order, and hardly on the other files.
    basenames: make the last parts unique too, whatever their folders (Open edX's SCORM block
    looks assets up by that part alone).
    """
    safe = {href: safe_name(href) for href in hrefs}
    wanted = Counter(_key(name, basenames) for name in safe.values())
    folders = {folder for name in safe.values() for folder in _folders(name)}
    names: dict[str, str] = {}
    for href, name in safe.items():
        meets = wanted[_key(name, basenames)] > 1 and (basenames or name != href)
        if not meets and name not in folders:
            names[href] = name
    taken = {_key(name, basenames) for name in names.values()} | folders
    for href in sorted(safe.keys() - names.keys()):
        names[href] = next(n for n in _tagged(href) if _key(n, basenames) not in taken)
        taken.add(_key(names[href], basenames))
    return {href: names[href] for href in safe}


def check_names(package: Package) -> None:
    """Raise ValueError if a name is unsafe to unpack somewhere, or two are one there.

    Looks for `..`, absolute names, backslashes, control characters, what Windows cannot hold,
    names alike without case, and a file that is also a folder.
    """
    names = tuple(package.names())
    once(("names", names), partial(_check, names), lambda _: 0)


def _check(names: Iterable[str]) -> None:
    folded: dict[str, str] = {}
    for name in names:
        if (problem := _problem(name)) is not None:
            raise ValueError(f"member name {name!r} {problem}")
        if folded.setdefault(_fold(name), name) is not name:
            raise ValueError(f"member name {name!r} is used twice, ignoring case")
    inner = {each.rpartition("/")[0] for each in folded}
    folders = inner.union(*map(_folders, inner))
    if both := folders & folded.keys():
        raise ValueError(f"member name {folded[min(both)]!r} is both a file and a folder")


def _safe_part(part: str) -> str:
    plain = unicodedata.normalize("NFKD", part).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"[^a-z0-9._-]+", "-", plain)
    stem, _, suffix = plain.rpartition(".")
    if part.rpartition(".")[0].strip(".") and not stem.strip("-."):
        plain = f"file.{suffix}"  # nothing but the suffix is left, as of a name in another script
    stem, suffix = _split(plain.strip(".-"))
    plain = stem.rstrip(".-") + suffix
    return f"x-{plain}" if plain.split(".")[0] in DEVICES else plain


def _fit(parts: list[str], tag: str = "") -> str:
    """Join, with `tag` at the end of the stem; folders give way first, then the stem."""
    *folders, last = parts
    while folders and len("/".join(folders)) > _FOLDERS:
        folders.pop()
    stem, suffix = _split(last)
    room = LONGEST - len("/".join([*folders, ""])) - len(suffix) - len(tag)
    return "/".join([*folders, stem[:room].rstrip(".-") + tag + suffix])


def _split(last: str) -> tuple[str, str]:
    dot = last.rfind(".")
    suffix = last[dot:] if 0 < dot < len(last) - 1 else ""
    return (last, "") if len(suffix) > _SUFFIX else (last.removesuffix(suffix), suffix)


def _tagged(href: str) -> Iterator[str]:
    for attempt in count():
        digest = hashlib.sha256(f"{attempt or ''}{href}".encode("utf-8", "surrogatepass"))
        yield _fit(safe_name(href).split("/"), f"-{digest.hexdigest()[:6]}")


def _key(name: str, basenames: bool) -> str:
    return name.rpartition("/")[2] if basenames else name


def _folders(name: str) -> Iterator[str]:
    parts = name.split("/")
    return ("/".join(parts[:depth]) for depth in range(1, len(parts)))


def _fold(name: str) -> str:
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFC", name).casefold()


_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\\<>:"|?*]')
_SUSPECT = re.compile(
    rf"{_FORBIDDEN.pattern}|^$|(?:^|/)[/.]|[/. ](?:/|$)"
    rf"|(?:^|/)(?:{'|'.join(map(re.escape, sorted(DEVICES)))})\s*(?:[./]|$)",
    re.I,
)
"""What a name that is refused has in it; the few names that have it are looked at closely."""


_PART = rf"(?!{'|'.join(sorted({name[:3] for name in DEVICES}))})[\w-]+(?:\.[\w-]+)*"
_PLAIN = re.compile(rf"{_PART}(?:/{_PART})*", re.A | re.I)
"""Names as most files have them."""


@lru_cache(10_000)
def _problem(name: str) -> str | None:
    if _PLAIN.fullmatch(name) or not _SUSPECT.search(name):
        return None
    if _FORBIDDEN.search(name):
        return "has a control character, a backslash or a character that Windows forbids"
    for part in name.split("/"):
        if part in ("", ".", ".."):
            return "is empty, absolute or leads to a parent folder"
        if part[-1] in ". ":
            return "has a part that ends with a dot or a space"
        if part.split(".")[0].rstrip().lower() in DEVICES:
            return "is a device name on Windows"
    return None
