"""What systems that show no page of ours put around a text: notes before it, lists after it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from moocbuild.model.text import Content, Element, Text, element, paragraph, text

Lists = Sequence[tuple[str, Sequence[str]]]
"""Headings, each with its lines."""


def surrounded(
    texts: Iterable[Content], *, notes: Iterable[str] = (), lists: Lists = (), heading: str = "h2"
) -> Text:
    """The texts with `notes` before them and `lists`, each under a `heading`, after them."""
    return text(*map(_note, notes), *texts, *_listed(lists, heading))


def _note(words: str) -> Element:
    return paragraph(element("em", words))


def _listed(lists: Lists, heading: str) -> Iterator[Element]:
    for title, lines in lists:
        yield element(heading, title)
        yield element("ul", *(element("li", line) for line in lines))
