"""What both blocks hold: help lines, and prompts for private writing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml.etree import _Element as Element

from moocbuild_xblock.xmldata import flag

_CALLABLE = re.compile(r"\+?\d[\d -]*\d")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A help line that somebody has confirmed. emergency: for danger to life."""

    country: str
    number: str
    operator: str
    hours: str
    url: str
    emergency: bool

    def numbers(self) -> Iterator[tuple[str, str]]:
        """(words, number to call or ""): one row may hold several numbers, with words between."""
        at = 0
        for found in _CALLABLE.finditer(self.number):
            yield self.number[at : found.start()], ""
            yield found[0], re.sub(r"[^+\d]", "", found[0])
            at = found.end()
        yield self.number[at:], ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prompt:
    """A place to write for oneself. text: HTML. page: where it stands in the course, or ""."""

    id: str
    title: str
    text: str
    page: str


def offers_help(root: Element) -> bool:
    """Whether learners are led to help: always, unless the course says that it has none."""
    return root.get("help", "") not in ("false", "0")


def read_lines(root: Element) -> tuple[Line, ...]:
    """Confirmed ones only, whatever else stands there."""
    nodes = (node for node in root.iterfind("help") if node.get("confirmed-on"))
    return tuple(_line(node) for node in nodes)


def read_prompts(root: Element) -> tuple[Prompt, ...]:
    """The children `prompt`, in order."""
    return tuple(
        Prompt(
            id=node.get("id", ""),
            title=node.get("title", ""),
            text=(node.text or "").strip(),
            page=node.get("page", ""),
        )
        for node in root.iterfind("prompt")
    )


def _line(node: Element) -> Line:
    return Line(
        country=node.get("country", ""),
        number=node.get("number", ""),
        operator=node.get("operator", ""),
        hours=node.get("hours", ""),
        url=node.get("url", ""),
        emergency=flag(node, "emergency"),
    )
