"""The sample course, printed once a session."""

from __future__ import annotations

import lxml.html
import pytest

from moocbuild.model.course import Course
from moocbuild.player.html.site import site
from pages import sample


@pytest.fixture(scope="session")
def course() -> Course:
    return sample.course()


@pytest.fixture(scope="session")
def files(course: Course) -> dict[str, bytes]:
    return site(course)


@pytest.fixture(scope="session")
def pages(files: dict[str, bytes]) -> dict[str, lxml.html.HtmlElement]:
    return {
        name: lxml.html.document_fromstring(data.decode())
        for name, data in files.items()
        if name.endswith(".html")
    }
