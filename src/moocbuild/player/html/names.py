"""The pages that only a player has, and where links lead in its pages."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import quote

from moocbuild.model.course import Course, MadePage, Quiz
from moocbuild.model.outline import journal_prompts
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import Href, Ref
from moocbuild.package.names import in_tongue, media_files, page_file

HOME = ""
"""The page id of the course's first page, which the model does not hold."""
COMPETENCIES, JOURNAL, COMPLETION = "competencies", "journal", "completion"
"""Ids of pages that only a player can have, as it knows what the learner did."""


def learner_page_ids(course: Course) -> tuple[str, ...]:
    """Ids of the player's own pages that make sense for a course, beside the first."""
    pages = list(course.pages())
    graded = any(isinstance(page, Quiz) and page.graded for page in pages)
    keyed = graded or any(isinstance(page, Scenario) for page in pages)
    writes = any(journal_prompts(page) for page in pages)
    there: dict[MadePage, bool] = {
        "competencies": keyed and bool(course.framework.items),
        "journal": writes,
    }
    asked = [id for id, some in there.items() if some and course.made.wants(id, there=True)]
    finishes: MadePage = "completion"
    return (*asked, *([finishes] if course.made.wants(finishes, there=graded) else []))


def question_anchor(question_id: str) -> str:
    """The id of a question's form."""
    return f"q-{question_id}"


def page_files(course: Course) -> Mapping[str, str]:
    """Page id → its file, for every page of the player, the course's first page first."""
    ids = (HOME, *learner_page_ids(course), *(page.id for page in course.pages()))
    return {id: in_tongue(page_file(id), course.tongue) for id in ids}


def links(course: Course, pages: Mapping[str, str]) -> Href:
    """What a reference becomes in these pages; None for what the course (or track) lacks.

    pages: as `page_files` has them.
    """
    media = media_files(course)
    anchors = _question_anchors(course)

    def href(ref: Ref) -> str | None:
        if ref.kind == "media":
            return media.get(ref.id)
        file = pages.get(ref.id)
        if file is None or not ref.anchor:
            return file
        return f"{file}#{quote(anchors.get((ref.id, ref.anchor), ref.anchor))}"

    return href


def _question_anchors(course: Course) -> dict[tuple[str, str], str]:
    """Authors link to a question by its own id; the page puts it behind a prefix."""
    return {
        (page.id, question.id): question_anchor(question.id)
        for page in course.pages()
        if not isinstance(page, Scenario)
        for question in page.questions
    }
