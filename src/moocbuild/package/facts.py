"""What a package tells programs of the course that is in it."""

from __future__ import annotations

from dataclasses import asdict

from moocbuild.model.course import Course
from moocbuild.words.statement import sentence


def stated(course: Course) -> dict[str, object]:
    """What the course says of itself; nothing where it says nothing."""
    if not course.statements and course.reviews is None:
        return {}
    reviews = [
        {
            "unit": r.unit,
            "who": r.who,
            "role": r.role,
            "when": r.when.isoformat(),
            **({"changed_since": True} if r.stale else {}),
        }
        for r in course.reviews or ()
    ]
    told = {"sentence": sentence(course), **asdict(course.statements), "reviews": reviews}
    return {"statements": told}
