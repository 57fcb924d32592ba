"""What is in the course, in numbers: modules, kinds of questions, competencies by page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from moocbuild.model.competency import Competency
from moocbuild.model.course import Activity, Course, Lesson
from moocbuild.model.question import Feature, feature_of
from moocbuild.model.scenario import Scenario
from moocbuild.model.statements import Review
from moocbuild.pages.coverage import Places, coverage
from moocbuild.pages.reviews import of_module
from moocbuild.report.keeps import named
from moocbuild.words import Words

Row = dict[str, Any]


def modules(course: Course) -> list[Row]:
    """A row for each module: title, lessons, simulations, questions, minutes."""
    return [
        {"id": m.id, "title": m.title, "minutes": m.minutes, **_counts(m.pages())}
        for m in course.units()
    ]


def _counts(pages: Iterable[Activity]) -> dict[str, int]:
    counts = {"lessons": 0, "simulations": 0, "questions": 0}
    for page in pages:
        counts["lessons"] += isinstance(page, Lesson)
        counts["simulations"] += isinstance(page, Scenario)
        counts["questions"] += 0 if isinstance(page, Scenario) else len(page.questions)
    return counts


def kinds(course: Course, say: Words) -> list[Row]:
    """How many questions there are of each kind, the most frequent first."""
    found: Counter[Feature] = Counter(
        feature for q in course.questions() if (feature := feature_of(q.interaction))
    )
    return [{"kind": named(feature, say), "n": n} for feature, n in found.most_common()]


def competencies(course: Course) -> Row | None:
    """Each category with its items and how many pages take them up; None without a framework."""
    framework = course.framework
    if not framework.items:
        return None
    places = coverage(course)
    rows = [
        _item(item, framework.category_of(item), places.get(item.code, Places()))
        for item in framework.items
    ]
    groups = [
        {
            "code": c.code,
            "title": c.statement,
            "items": [r for r in rows if r["category"] == c.code],
        }
        for c in framework.categories
        if not c.parent
    ]
    alone = [row for row in rows if row["category"] not in {group["code"] for group in groups}]
    return {
        "title": framework.title,
        "attribution": framework.attribution,
        "groups": [group for group in groups if group["items"]]
        + ([{"code": "", "title": "", "items": alone}] if alone else []),
        "items": len(rows),
        **{
            name: sum(bool(row[name]) for row in rows)
            for name in ("taught", "practised", "assessed")
        },
    }


def _item(item: Competency, category: str, places: Places) -> Row:
    return {
        "code": item.code,
        "label": item.short_label or item.statement,
        "category": category,
        "critical": item.critical,
        "practice": item.practice,
        "taught": len(places.taught),
        "practised": len(places.practised),
        "assessed": len(places.assessed),
    }


def reviews(course: Course, say: Words) -> list[Row] | None:
    """Each module with who has reviewed it; None where the course keeps no list."""
    if course.reviews is None:
        return None
    return [
        {
            "id": module.id,
            "title": module.title,
            "reviews": [_review(each, say) for each in of_module(module, course.reviews)],
        }
        for module in course.units()
    ]


def _review(review: Review, say: Words) -> Row:
    return {
        "who": review.who,
        "role": review.role,
        "when": review.when.isoformat(),
        "date": say.date(review.when),
        "version": review.version,
        "note": review.note,
        "changed_since": review.stale,
    }


def media(course: Course) -> list[Row]:
    """Files by kind: how many, and how heavy."""
    found: dict[str, list[int]] = {}
    for asset in course.assets.values():
        found.setdefault(_media_kind(asset.media_type), []).append(asset.size)
    return [
        {"kind": kind, "n": len(found[kind]), "bytes": sum(found[kind])}
        for kind in _KINDS.values()
        if kind in found
    ]


_KINDS: Mapping[str, str] = {
    "image": "pictures",
    "video": "films",
    "audio": "sounds",
    "text/vtt": "captions",
    "": "documents",
}


def _media_kind(media_type: str) -> str:
    return _KINDS.get(media_type) or _KINDS.get(media_type.partition("/")[0]) or _KINDS[""]
