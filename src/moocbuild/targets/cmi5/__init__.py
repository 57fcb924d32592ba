"""cmi5: the player as an assignable unit, which speaks xAPI 1.0.3 with a record store: one for the
course, or one for each module (`cmi5: {au: module}`), in a folder of its own.

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
from moocbuild.targets.cmi5.units import units


def _render(course: Course) -> Package:
    parts = units(course) if course.settings.au == "module" else {"": course}
    made: dict[str, Content] = dict(summary(course))
    for folder, part in parts.items():
        made |= {folder + name: each for name, each in _members(part).items()}
    return Package({**made, FILE: _structure(course, parts)}, first=(FILE,))


def _members(part: Course) -> Mapping[str, Content]:
    """Files of one assignable unit."""
    members = files(part, CMI5)
    known = _known(part)
    for each in (part, *part.others):
        name = in_tongue(PLAYER, each.tongue)
        members[name] = _knowing(known, members[name])
    return members


def _known(course: Course) -> Mapping[str, str]:
    """The IRI of each competency, by its code."""
    return {code: item.identifier.urn for code, item in course.framework.by_code.items()}


def _knowing(known: Mapping[str, str], script: Content) -> bytes:
    """The player, and the IRIs of competencies, which answers name."""
    table = json.dumps(known, separators=(",", ":"), sort_keys=True)
    return f"var moocbuildItems={table};\n".encode() + read(script)


def _structure(course: Course, parts: Mapping[str, Course]) -> bytes:
    asked = _asked(course)
    statements = {code: course.framework.by_code[code].statement for code in asked}
    return structure(
        id=_iri(course),
        title=course.title,
        description=_description(course),
        language=course.language,
        units=[_unit(folder, part) for folder, part in parts.items()],
        objectives=[Objective(id=asked[c], title=c, description=statements[c]) for c in asked],
    )


def _unit(folder: str, part: Course) -> Unit:
    return Unit(
        id=f"{_iri(part)}:unit",
        title=part.title,
        description=_description(part),
        url=folder + page_file(HOME),
        move_on=_move_on(part),
        objectives=list(_asked(part).values()),
    )


def _iri(course: Course) -> str:
    return f"urn:moocbuild:{course.id}"


def _description(course: Course) -> str:
    return course.description or course.title


def _asked(course: Course) -> Mapping[str, str]:
    """The IRIs of competencies that quizzes ask for, by code, in the order of the course."""
    known = _known(course)
    return {code: known[code] for code in asked_codes(course) if code in known}


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
