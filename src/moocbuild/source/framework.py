"""framework.yml: categories and items, which may nest, as a CompetencyFramework."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from moocbuild.diagnostics import Report, Rule, Severity, Span
from moocbuild.model.competency import (
    NO_FRAMEWORK,
    Compared,
    Comparison,
    Competency,
    CompetencyFramework,
    Erratum,
)
from moocbuild.source.files.lock import Ids
from moocbuild.source.files.tree import SourceTree
from moocbuild.source.yaml.reader import Node, read_yaml
from moocbuild.source.yaml.schema import CategoryFile, FrameworkFile, ItemFile
from moocbuild.source.yaml.validate import validate

PATH = "course/framework.yml"

DUPLICATE_CODE = Rule(
    "MB142",
    "duplicate-code",
    Severity.ERROR,
    """Two items or categories of the framework have the same code.""",
    remedy="give one of the two another code",
)

COMPARISON = "comparison"
"""Under the framework's `extra`: how it compares with another framework."""
PRACTICE = "practice_with_people"
"""Under an item's `extra`: true where it can only be shown with people."""

NAMESPACE = uuid.UUID("6f0e6f0a-6a3c-5d0b-9a55-6d6f6f636275")
"""UUIDv5 of every framework, category and item is made in this namespace from ids and codes."""


def read_framework(tree: SourceTree, ids: Ids, report: Report) -> CompetencyFramework | None:
    """The framework, an empty one for a course that has none; None after anything was reported."""
    file = tree.texts.get(PATH)
    if file is None:
        return None if PATH in tree.unread else NO_FRAMEWORK
    node = read_yaml(file.text, PATH, report)
    data = validate(FrameworkFile, node, report, Span(PATH, 1)) if node else None
    if data is None or node is None:
        return None
    found = tuple(_categories(data.id, "", data.categories, ("categories",), node))
    categories = tuple(category for category, _ in found)
    items = tuple(
        replace(item, ordinal=ids.item(item.code)) for _, below in found for item in below
    )
    _report_twice((*categories, *items), report)
    return CompetencyFramework(
        id=data.id,
        identifier=_uuid(data.uuid, data.id),
        title=data.title,
        language=data.language,
        description=data.description,
        source="; ".join(map(str, data.source.values())),
        attribution=data.attribution,
        categories=categories,
        items=items,
        errata=tuple(Erratum(**e.plain()) for e in data.errata),
        comparison=_comparison(data.extra),
    )


def _uuid(written: str, *names: str) -> uuid.UUID:
    try:
        return uuid.UUID(written)
    except ValueError:
        return uuid.uuid5(NAMESPACE, "/".join(names))


def _notes(notes: list[str] | str) -> tuple[str, ...]:
    return (notes,) if isinstance(notes, str) and notes else tuple(notes or ())


def _categories(
    framework: str,
    parent: str,
    categories: list[CategoryFile],
    path: tuple[str | int, ...],
    node: Node,
) -> Iterator[tuple[Competency, Sequence[Competency]]]:
    """Every category with its own items, each before the categories in it."""
    for number, category in enumerate(categories):
        here = (*path, number)
        found = Competency(
            identifier=_uuid(category.uuid, framework, category.code),
            code=category.code,
            statement=category.title,
            type="category",
            parent=parent,
            short_label=category.short_label,
            description=category.description,
            notes=_notes(category.notes),
            span=node.at((*here, "code")),
        )
        yield found, list(_items(framework, category, category.items, (*here, "items"), node))
        inner = (*here, "categories")
        yield from _categories(framework, category.code, category.categories, inner, node)


def _items(
    framework: str,
    parent: CategoryFile | ItemFile,
    items: list[ItemFile],
    path: tuple[str | int, ...],
    node: Node,
) -> Iterator[Competency]:
    """Every item below `parent`, each before its own."""
    for number, item in enumerate(items):
        here = (*path, number)
        yield Competency(
            identifier=_uuid(item.uuid, framework, item.code),
            code=item.code,
            statement=item.statement,
            type="item",
            parent=parent.code,
            short_label=item.short_label,
            description=item.description,
            critical=item.critical,
            practice=str(item.extra.get(PRACTICE, "")).lower() == "true",
            notes=_notes(item.notes),
            span=node.at((*here, "code")),
        )
        yield from _items(framework, item, item.items, (*here, "items"), node)


def _report_twice(found: tuple[Competency, ...], report: Report) -> None:
    codes: dict[str, Competency] = {}
    for competency in found:
        first = codes.setdefault(competency.code, competency)
        if first is not competency:
            message = f"'{competency.code}' is used twice"
            related = ((first.span, "first used here"),)
            report(DUPLICATE_CODE.at(competency.span, message, related=related))


def _comparison(extra: Mapping[str, object]) -> Comparison:
    """As free data a comparison may hold anything, so what is odd in it is passed over."""
    table = extra.get(COMPARISON)
    if not isinstance(table, dict):
        return Comparison()
    rows, verdicts = table.get("rows"), table.get("verdicts")
    said = verdicts if isinstance(verdicts, dict) else {}
    return Comparison(
        title=_words(table, "title"),
        lead=_words(table, "lead"),
        rows=tuple(
            _compared(row, said)
            for row in (rows if isinstance(rows, list) else ())
            if isinstance(row, dict) and row.get("id")
        ),
    )


def _compared(row: Mapping[str, object], said: Mapping[str, object]) -> Compared:
    codes = row.get("items")
    verdict = _words(row, "verdict")
    return Compared(
        id=str(row["id"]),
        verdict=_words(said, verdict) or verdict,
        other=_words(row, "other"),
        topic=_words(row, "topic"),
        codes=tuple(map(str, codes)) if isinstance(codes, list) else (),
        source_says=_words(row, "source_says"),
        note=_words(row, "note"),
        errata=_words(row, "errata"),
    )


def _words(row: Mapping[str, object], key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""
