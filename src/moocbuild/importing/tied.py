"""Links to pages that did not come, such as a quiz without questions, become words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from moocbuild.diagnostics import Report, Span
from moocbuild.diagnostics.importing import MISSING_FILE
from moocbuild.importing.brought import Bank, Brought, Page
from moocbuild.model.text import Element, Nodes, Text, reference, rewrite
from moocbuild.model.walk import map_texts

_Value = TypeVar("_Value")


def tied(brought: Brought, source: Span, report: Report) -> Brought:
    """The same, in which every link leads to a page that is there. source: for modules."""
    known = set(_keys(brought))

    def within(value: _Value, span: Span) -> _Value:
        def link(found: Element) -> Nodes:
            ref = reference(found, "href")
            if ref is None or ref.kind != "page" or ref.id in known:
                return (found,)
            report(MISSING_FILE.at(span, f"a link to '{ref.id[:80]}'"))
            return found[2]

        def text(found: Text) -> Text:
            nodes = rewrite(found.nodes, {"a": link})
            return found if nodes is found.nodes else Text(nodes)

        return map_texts(value, text)

    def page(found: Page | Bank) -> Page | Bank:
        return within(found, found.span)

    units = tuple(
        replace(unit, welcome=within(unit.welcome, source), pages=tuple(map(page, unit.pages)))
        for unit in brought.units
    )
    pools = tuple(within(pool, pool.span) for pool in brought.pools)
    return replace(brought, units=units, pools=pools)


def _keys(brought: Brought) -> Iterator[str]:
    for unit in brought.units:
        yield unit.key
        yield from (page.key for page in unit.pages)
