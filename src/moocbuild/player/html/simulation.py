"""One simulation as a package of its own, for systems that hold it beside their native pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from moocbuild.model.course import MADE_MODULE, Course, Module
from moocbuild.model.outline import text_version
from moocbuild.model.scenario import Scenario
from moocbuild.model.shown import shown_assets
from moocbuild.package import Package
from moocbuild.player.html.edition import Edition
from moocbuild.player.html.sco import sco

_HELP = "help"


def simulation_sco(course: Course, scenario: Scenario, edition: Edition) -> Package:
    """The package of `scenario` alone, which opens there; its reading version and help are in."""
    return sco(simulation_course(course, scenario), edition, start=scenario.id)


def simulation_course(course: Course, scenario: Scenario) -> Course:
    """A course of one simulation, with no more media than it shows."""
    modules = tuple(_modules(course, scenario))
    return replace(
        course,
        id=f"{course.id}-{scenario.id.replace('/', '-')}",
        title=scenario.title,
        description="",
        modules=modules,
        origin=None,
        assets=shown_assets(course, modules),
        settings=replace(course.settings, sco="course", scorm_schemas=""),
    )


def _modules(course: Course, scenario: Scenario) -> Iterator[Module]:
    home = next(module for module in course.modules if scenario in module.activities)
    reading = (page for page in home.activities if page.id == text_version(scenario.id))
    welcome = replace(home.welcome, title=scenario.title, parts=(scenario.intro,))
    yield replace(home, welcome=welcome, outcomes=(), activities=(scenario, *reading))
    for module in course.modules:
        if module.id == MADE_MODULE:
            kept = tuple(page for page in module.activities if page.id == _HELP)
            yield replace(module, activities=kept)
