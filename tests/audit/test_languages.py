"""In every language of the interface, nothing is wider than a small phone, in any state."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from audit.conftest import site_of
from audit.looks import look, show, too_wide
from audit.test_axe import sample
from moocbuild.model.course import Course
from moocbuild.targets import web
from words.test_files import LANGUAGES

pytestmark = pytest.mark.browser


@pytest.mark.audit
@pytest.mark.parametrize("language", LANGUAGES)
def test_words_fit_a_small_phone(language: str, browser: Any, course: Course) -> None:
    """The words are the language's, the texts are English."""
    site = site_of(web.TARGETS[0].render(replace(course, language=language)))
    found = []
    with look(browser, "light", 320) as page:
        for state in sample(course):
            show(page, site.url, state)
            found += [f"{state.file}, {state.name}: {one}" for one in too_wide(page)]
    site.close()
    assert found == []
