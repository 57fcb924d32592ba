"""Packages, and the Open edX that OEX_PLATFORM names.

    OEX_PLATFORM=/srv/edx-platform OEX_PYTHON=/srv/edx/bin/python pytest tests/systems/openedx

What that must have, and what was measured on it: README.md beside this file.
"""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from case.test_framework import OTHER
from moocbuild.build import load
from moocbuild.diagnostics import Collector
from moocbuild.lower import lower
from moocbuild.model.course import Course
from moocbuild.model.text import text
from moocbuild.pages import add_pages
from moocbuild.targets import targets
from olx.test_films import PLAYER, with_film
from pages.sample import course as sample_course
from systems.openedx.platform import SHARED, VARIABLE, OpenEdx

ROOT = Path(__file__).parents[3]
TODAY = datetime.date(2026, 11, 21)

Archive = Callable[[Course, str], Path]


def with_olx(course: Course, **settings: object) -> Course:
    """The course with other settings for Open edX."""
    olx = replace(course.settings.olx, **settings)  # type: ignore[arg-type]
    return replace(course, settings=replace(course.settings, olx=olx))


@pytest.fixture(scope="session")
def platform(tmp_path_factory: pytest.TempPathFactory) -> OpenEdx:
    """Skips where there is none."""
    if not os.environ.get(VARIABLE):
        pytest.skip(f"{VARIABLE} names no checkout of Open edX")
    if not SHARED.exists():
        pytest.skip("the drivers for Open edX are not beside this repository")
    return OpenEdx(tmp_path_factory.mktemp("openedx"))


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Writes a course as a target carries it."""
    folder = tmp_path_factory.mktemp("packages")

    def written(course: Course, name: str) -> Path:
        target = targets()[name]
        fitted = lower(course, target, Collector())
        count = len(list(folder.iterdir()))
        file = folder / f"{course.id}-{count}{target.suffix}"
        with file.open("wb") as stream:
            target.pack(target.render(fitted), stream)
        return file

    return written


@pytest.fixture(scope="session")
def reference() -> Course:
    """The reference course with its made pages."""
    course = load(ROOT, Collector(), TODAY).course
    assert course is not None
    return add_pages(course)


@pytest.fixture(scope="session")
def bread() -> Course:
    """A course of another subject, with its made pages."""
    course = load(ROOT / "tests" / "courses" / "first-loaf", Collector(), TODAY).course
    assert course is not None
    return add_pages(course)


@pytest.fixture(scope="session")
def other(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A tiny course with a framework of three levels and other codes."""
    root = tmp_path_factory.mktemp("other")
    for name, words in OTHER.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(words, "utf-8")
    course = load(root, Collector(), TODAY).course
    assert course is not None
    return course


@pytest.fixture(scope="session")
def sample() -> Course:
    """A small course with every kind of question, and a film."""
    course = sample_course()
    filmed = with_film(text(PLAYER))
    (page,), assets = filmed.modules[0].activities, {**course.assets, **filmed.assets}
    module, about = course.modules
    module = replace(module, activities=(*module.activities, page))
    return replace(course, modules=(module, about), assets=assets)
