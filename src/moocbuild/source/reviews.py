"""reviews.yml: who has reviewed which module."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from moocbuild.diagnostics import Report, Span, nearest
from moocbuild.model.course import Module
from moocbuild.model.places import text_hash
from moocbuild.model.statements import Review
from moocbuild.source.files.tree import NOT_FOUND, SourceTree
from moocbuild.source.pages.naming import Names
from moocbuild.source.reviewers import NOT_A_PERSON, is_person
from moocbuild.source.yaml.reader import Node, read_yaml
from moocbuild.source.yaml.schema import ReviewFile, ReviewsFile
from moocbuild.source.yaml.validate import validate

PATH = "course/reviews.yml"


def read_reviews(
    tree: SourceTree,
    folders: Sequence[str],
    modules: Sequence[Module],
    names: Names,
    report: Report,
) -> tuple[Review, ...] | None:
    """Every review that a person made of one of `folders`; None where the course keeps no list.

    modules: as they are today, to tell which texts have changed since they were reviewed.
    """
    file = tree.texts.get(PATH)
    if file is None:
        return None
    node = read_yaml(file.text, PATH, report)
    data = validate(ReviewsFile, node, report, Span(PATH, 1))
    if data is None or node is None:
        return ()
    rows = [(row, node.child("reviews", n)) for n, row in enumerate(data.reviews)]
    counted = [each for each in rows if _counts(*each, folders, report)]
    today = _Today(modules)
    return tuple(_review(row, names, where.at(("unit",)), today) for row, where in counted)


def _counts(row: ReviewFile, where: Node, folders: Sequence[str], report: Report) -> bool:
    """Whether a row is a person's review of a module; reports what it is not."""
    there, person = row.unit in folders, is_person(row.who)
    if not there:
        message, name = f"unknown module '{row.unit[:80]}'", nearest(row.unit, folders)
        otherwise = "write it as in 'modules:' of course.yml"
        report(NOT_FOUND.meant(where.at(("unit",)), message, row.unit, name, otherwise))
    if not person:
        message = f"'{row.who[:80]}' is no person"
        report(NOT_A_PERSON.at(where.at(("who",)), message))
    return there and person


class _Today:
    """The hashes of today's texts, made when somebody asks."""

    def __init__(self, modules: Sequence[Module]) -> None:
        self._modules = {module.id: module for module in modules}
        self.hash = cache(self._hash)

    def _hash(self, module: str) -> str:
        return text_hash(self._modules[module]) if module in self._modules else ""


def _review(row: ReviewFile, names: Names, span: Span, today: _Today) -> Review:
    unit = names.meant(row.unit)
    return Review(
        unit=unit,
        who=row.who,
        role=row.role,
        when=row.when,
        version=row.version,
        note=row.note,
        hash=row.hash,
        stale=bool(row.hash) and row.hash != today.hash(unit),
        span=span,
    )
