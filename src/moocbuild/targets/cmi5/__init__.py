"""cmi5: the player as one assignable unit, which speaks xAPI 1.0.3 with a record store.

Competencies are objectives of the course structure, and activities in the context of answers,
under the IRIs of the framework.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from moocbuild.formats.cmi5 import FILE, Objective, Unit, structure
from moocbuild.model.course import Course
from moocbuild.model.outline import asked_codes, quizzes
from moocbuild.package import Content, Package, read
from moocbuild.package.names import in_tongue, page_file
from moocbuild.package.summary import summary
from moocbuild.player.html.edition import CMI5
from moocbuild.player.html.features import FATES
from moocbuild.player.html.names import HOME
from moocbuild.player.html.question import RENDERERS
from moocbuild.player.html.site import PLAYER, files
from moocbuild.target import Feature, Target, degraded


def _render(course: Course) -> Package:
    members = files(course, CMI5)
    known = {code: item.identifier.urn for code, item in course.framework.by_code.items()}
    for each in (course, *course.others):
        name = in_tongue(PLAYER, each.tongue)
        members[name] = _knowing(known, members[name])
    made: Mapping[str, Content] = {**members, **summary(course), FILE: _structure(course, known)}
    return Package(made, first=(FILE,))


def _knowing(known: Mapping[str, str], script: Content) -> bytes:
    """The player, and the IRI of each competency, which answers name."""
    table = json.dumps(known, separators=(",", ":"), sort_keys=True)
    return f"var moocbuildItems={table};\n".encode() + read(script)


def _structure(course: Course, known: Mapping[str, str]) -> bytes:
    asked = dict.fromkeys(code for code in asked_codes(course) if code in known)
    statements = {code: course.framework.by_code[code].statement for code in asked}
    unit = Unit(
        id=f"urn:moocbuild:{course.id}:unit",
        title=course.title,
        description=course.description or course.title,
        url=page_file(HOME),
        move_on=_move_on(course),
        objectives=[known[code] for code in asked],
    )
    objectives = (Objective(id=known[c], title=c, description=s) for c, s in statements.items())
    return structure(
        id=f"urn:moocbuild:{course.id}",
        language=course.language,
        unit=unit,
        objectives=objectives,
    )


def _move_on(course: Course) -> str:
    """Where nothing is graded, nothing can be passed."""
    graded = any(quiz.graded and any(q.scored for q in quiz.questions) for quiz in quizzes(course))
    return "CompletedAndPassed" if graded else "Completed"


TARGETS = (
    Target(
        name="cmi5",
        title="cmi5 (xAPI)",
        suffix=".zip",
        interactions=RENDERERS.known,
        fates={
            **FATES,
            Feature.GRADE: degraded("is told once the course is passed: cmi5 has no score before"),
        },
        render=_render,
        switches=True,
        on_request=True,
    ),
)
