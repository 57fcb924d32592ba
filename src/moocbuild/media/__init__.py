"""What media files say of themselves: type, size in pixels, whether they can be trusted."""

from __future__ import annotations

from typing import Literal

from moocbuild.values import dataclass

Problem = Literal["empty", "type", "size", "broken", "doctype"]
"""empty: 0 bytes. type: not what the name says, or not known. size: too many pixels or bytes.
broken: cut short or malformed. doctype: an SVG with a DOCTYPE or entities."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaInfo:
    """Found in a file's own bytes. width, height: pixels, 0 where unknown.

    fills: an SVG that says no size of its own. title: of an SVG.
    """

    media_type: str
    width: int = 0
    height: int = 0
    fills: bool = False
    title: str = ""


class MediaError(Exception):
    """A media file that cannot go into a package.

    reason: lower case, completes "the file …": "is empty". refused: not an author's slip but
    dangerous input, the run exits with 2.
    """

    def __init__(self, reason: str, problem: Problem = "broken", *, refused: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.problem = problem
        self.refused = refused
