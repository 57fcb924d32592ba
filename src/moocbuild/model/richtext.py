"""Text parsed once: HTML whose links are still symbolic.

Knows HTML as finished strings and references as values; does not know where any target puts its
pages and files. `bind` is the one place where both meet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ref:
    """What a link leads to.

    kind: "page" (id: a page of the course, `module/lesson`, or a made page such as `help`) or
    "media" (id: the file's path from the course's root, `media/bench.svg`).
    """

    kind: str
    id: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A whole `<a>` element: a target that cannot link shows `html` alone."""

    ref: Ref
    html: str


Href = Callable[[Ref], str | None]
"""Where a target puts what a Ref names; None where it cannot be linked and is named in words."""

Part = str | Ref | Link


@dataclass(frozen=True, slots=True)
class RichText:
    """HTML in parts: markup, values of `src` attributes (Ref) and links (Link).

    `plain` is the text without markup, white space folded.
    """

    parts: tuple[Part, ...] = ()
    plain: str = ""

    def bind(self, href: Href) -> str:
        """The HTML with every reference resolved; well-formed, attributes double-quoted."""
        if len(self.parts) == 1 and type(self.parts[0]) is str:
            return self.parts[0]
        return "".join(_bound(part, href) for part in self.parts)

    def refs(self) -> Iterator[Ref]:
        """Every reference, in order."""
        for part in self.parts:
            if isinstance(part, Ref):
                yield part
            elif isinstance(part, Link):
                yield part.ref

    def __bool__(self) -> bool:
        return bool(self.parts)

    def __add__(self, other: RichText) -> RichText:
        return RichText(self.parts + other.parts, f"{self.plain} {other.plain}".strip())


EMPTY = RichText()


def _bound(part: Part, href: Href) -> str:
    if isinstance(part, str):
        return part
    if isinstance(part, Ref):
        return href(part) or ""
    url = href(part.ref)
    return part.html if url is None else f'<a href="{url}">{part.html}</a>'
