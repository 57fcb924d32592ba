"""Whether the words of a link or a picture tell anything of it."""

from __future__ import annotations

import posixpath
import re
from urllib.parse import unquote

from moocbuild.prose.languages import language

_AROUND = " \t\n.,;:!?…()[]{}<>«»“”„\"'‘→➜➔►▶›»-–—*_"
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)
_PICTURE_FILE = re.compile(
    r"[^/\\\s]+(?: [^/\\\s]+){0,9}\.(?:png|jpe?g|gif|svg|webp|avif|bmp|tiff?)", re.I
)
_CAMERA = re.compile(r"(?:img|dsc[nf]?|pxl|image|photo|screenshot|scan)[-_ ]?\d[\w .:-]*", re.I)
_WORD = re.compile(r"[^\W\d_]+(?:[’·][^\W\d_]+)*")
_SHORT = 120
_ENGLISH = frozenset(["image", "img", "picture", "photo"])
"""What editors put there themselves, whatever the language."""


def says_nothing(words: str, tag: str) -> bool:
    """Whether a link's words are none of its target's, such as "here"."""
    known = language(tag).links.split("|")
    return _plain(words) in {_plain(each) for each in known if each.strip()}


def is_address(words: str) -> bool:
    """Whether a link's words are an address on the web."""
    return _ADDRESS.fullmatch(words.strip()) is not None


def names_no_content(alt: str, source: str, tag: str) -> bool:
    """Whether an alternative text tells nothing of the picture in the file `source`."""
    said = alt.strip()
    if len(said) > _SHORT:
        return False
    if _PICTURE_FILE.fullmatch(said) or _CAMERA.fullmatch(said):
        return True
    stem = posixpath.splitext(posixpath.basename(unquote(source)))[0]
    if said == stem and re.search(r"[_\d]|\w-\w", said):
        return True
    known = _ENGLISH.union(language(tag).pictures.split())
    parts = _WORD.findall(said.casefold().replace("'", "’"))
    return bool(parts) and known.issuperset(parts)


def _plain(words: str) -> str:
    return " ".join(words.casefold().replace("'", "’").split()).strip(_AROUND)
