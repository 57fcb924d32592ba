"""Options that nobody has translated yet are not judged by the rules of another language."""

from __future__ import annotations

from i18n.courses import catalogue, in_language, loaded, with_catalogue
from i18n.test_translated import MINIMAL
from moocbuild.checks.guessing.banks import banks
from moocbuild.diagnostics import Collector
from moocbuild.i18n.pseudo import pseudo
from moocbuild.model.course import Course


def asked(course: Course) -> int:
    return sum(len(bank.decisions) for bank in banks(course))


def test_only_what_is_translated_is_judged() -> None:
    found = loaded(MINIMAL)
    whole = with_catalogue(found, "fr", catalogue(found, "fr", lambda m: pseudo(m.words)))
    none = with_catalogue(found, "fr", catalogue(found, "fr", lambda m: ""))
    assert found.course is not None and asked(found.course) > 0
    assert asked(in_language(whole, "fr", Collector())) == asked(found.course)
    assert asked(in_language(none, "fr", Collector())) == 0
