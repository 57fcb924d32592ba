"""reviews.yml: who has reviewed which module."""

from __future__ import annotations

from collections.abc import Sequence

from moocbuild.diagnostics import Report, Span, nearest
from moocbuild.model.statements import Review
from moocbuild.source.files.tree import NOT_FOUND, SourceTree
from moocbuild.source.pages.naming import Names
from moocbuild.source.yaml.reader import read_yaml
from moocbuild.source.yaml.schema import ReviewFile, ReviewsFile
from moocbuild.source.yaml.validate import validate

PATH = "course/reviews.yml"


def read_reviews(
    tree: SourceTree, folders: Sequence[str], names: Names, report: Report
) -> tuple[Review, ...] | None:
    """Every review of one of `folders`; None where the course keeps no such file."""
    file = tree.texts.get(PATH)
    if file is None:
        return None
    node = read_yaml(file.text, PATH, report)
    data = validate(ReviewsFile, node, report, Span(PATH, 1))
    if data is None or node is None:
        return ()
    rows = [(row, node.at(("reviews", n, "unit"))) for n, row in enumerate(data.reviews)]
    for row, span in rows:
        if row.unit not in folders:
            message, name = f"unknown module '{row.unit[:80]}'", nearest(row.unit, folders)
            otherwise = "write it as in 'modules:' of course.yml"
            report(NOT_FOUND.meant(span, message, row.unit, name, otherwise))
    return tuple(_review(row, names, span) for row, span in rows if row.unit in folders)


def _review(row: ReviewFile, names: Names, span: Span) -> Review:
    return Review(
        unit=names.meant(row.unit),
        who=row.who,
        role=row.role,
        when=row.when,
        version=row.version,
        note=row.note,
        span=span,
    )
