"""A framework that a course's authors wrote themselves, three levels deep."""

from __future__ import annotations

import lxml.html

from moocbuild.build import load
from moocbuild.diagnostics import Collector
from test_diagnostics import TODAY
from whole.courses import course, packages, root


def page(name: str) -> str:
    html = packages("fractions")["web"].members[f"{name}.html"]
    assert isinstance(html, bytes)
    return " ".join(lxml.html.fromstring(html.decode()).text_content().split())


def test_it_is_not_said_to_be_printed_elsewhere() -> None:
    assert "5 catégories, 8 compétences. Sous chaque" in page("framework")
    assert "imprimé" not in page("framework")


def test_an_item_is_taken_up_where_one_below_it_is() -> None:
    assert "Additionner deux fractions." in page("framework")
    assert "Pas encore dans cette version" not in page("framework")
    assert "figure dans le référentiel" not in page("competencies")
    framework = course("fractions").framework
    assert [item.code for item in framework.untouched({"C1.1.b", "N1.1"})] == [
        *("N1.2", "N2.1", "N2.2", "C1.1.a", "C1.2")
    ]


def test_a_course_without_simulations_is_not_asked_for_them() -> None:
    report = Collector()
    load(root("fractions"), report, TODAY)
    found = [each.message for each in report.found if each.rule.code in ("MB210", "MB211")]
    assert found == [
        "C1.1.a: 1 of 2 questions assess it",
        "C1.2: 1 of 2 questions assess it",
    ]
