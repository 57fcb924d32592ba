"""A simulation cannot be played in this target; its reading version is there instead.

Every simulation has a linear reading version, a page of its own. Learners read one way through
the scenes and choose nothing. Give them a SCORM package of the simulation where that matters.
"""

from __future__ import annotations

from moocbuild.diagnostics import Report, Rule, Severity
from moocbuild.lower.walk import change_pages, counted, note
from moocbuild.model.course import Course
from moocbuild.model.outline import scenarios, text_version
from moocbuild.model.scenario import Scenario
from moocbuild.target import Feature, Target, degraded

ORDER = 10
RULE = Rule("MB305", "scenario-as-reading", Severity.NOTE, __doc__)
FEATURE = Feature.SCENARIO
FATES = {FEATURE: degraded("only its reading version is there")}


def applies(target: Target) -> bool:
    """Where simulations cannot be played."""
    return not target.keeps(FEATURE)


def lower(course: Course, target: Target, report: Report) -> Course:
    """Simulations removed; their reading versions are pages of the course already."""
    found = list(scenarios(course))
    if not found:
        return course
    pages = {page.id for page in course.pages()}
    read = sum(text_version(scenario.id) in pages for scenario in found)
    missing = len(found) - read
    said = (
        [counted(read, "simulation is", "simulations are") + " there to read only"] if read else []
    )
    lost = counted(missing, "simulation is", "simulations are") + " left out"
    said += [f"{lost} (no reading version)"] if missing else []
    note(report, RULE, target, [scenario.span for scenario in found], "; ".join(said))
    return change_pages(course, lambda page: () if isinstance(page, Scenario) else (page,))
