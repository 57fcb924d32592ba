"""Names of the bookmarks that tell, when a Word document comes back, what was whose.

Word keeps bookmarks through edits, as LibreOffice does. Their names have at most 40 letters,
digits and underscores, so that ids stand in them as hashes.
"""

from __future__ import annotations

import re

from moocbuild.values import dataclass

COURSE = "mbc"
"""`mbc_<key of the course's id>`"""
MODULE = "mbm"
"""`mbm_<key of a module's id>`, and at the same place `mbh_<hash of its text>`"""
HASH = "mbh"
PLACE = "mbp"
"""`mbp_<number>_<key of a place's id>_<hash of its words>`: the paragraph has just these words."""
OTHER = "mbq"
"""The same for a place that a paragraph cannot show word by word: a table, a picture."""
OURS = "mbx"
"""`mbx_<number>`: a paragraph of ours in which no place begins."""
REPLIES = "mbt"
"""`mbt_<number of the page's title>`: a table for comments on this page."""
FIELD = "mbf"
"""`mbf_name`, `mbf_role`, `mbf_verdict` and `mbf_remarks`: what stands beside is an answer."""
LABEL = "ReviewLabel"
"""The style of characters that are no words of the course: numbers, labels, bullets."""

_PLACE = re.compile(rf"({PLACE}|{OTHER})_(\d{{1,6}})_([0-9a-f]{{12}})_([0-9a-f]{{12}})")


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """worded: the paragraph was written with just the words that `hash` is of."""

    number: int
    key: str
    hash: str
    worded: bool


def place_mark(number: int, key: str, hash: str, *, worded: bool) -> str:
    """The name of a place's bookmark."""
    return f"{PLACE if worded else OTHER}_{number}_{key}_{hash}"


def read_place(name: str) -> PlaceMark | None:
    """What the name of a bookmark says of a place; None for all other names."""
    found = _PLACE.fullmatch(name)
    if found is None:
        return None
    return PlaceMark(int(found[2]), found[3], found[4], found[1] == PLACE)
