"""The pages that only a player has, and where links lead in its pages."""

from __future__ import annotations

from urllib.parse import quote

from moocbuild.model.course import Activity, Course, Lesson, Quiz
from moocbuild.model.question import ExtendedTextInteraction, Question
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import Href, Ref
from moocbuild.package.names import media_files, page_file

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
    there = {COMPETENCIES: keyed and bool(course.framework.items)}
    there |= {JOURNAL: writes, COMPLETION: graded}
    return tuple(id for id, wanted in there.items() if wanted)


def journal_prompts(page: Activity) -> list[Question]:
    """The private writing spaces of a page; text versions only repeat their simulation's."""
    if isinstance(page, Lesson) and page.kind == "page":
        return []
    asked = page.debrief_questions if isinstance(page, Scenario) else page.questions
    return [q for q in asked if isinstance(q.interaction, ExtendedTextInteraction)]


def question_anchor(question_id: str) -> str:
    """The id of a question's form."""
    return f"q-{question_id}"


def links(course: Course) -> Href:
    """What a reference becomes in these pages; None for what the course (or track) lacks."""
    ids = (HOME, *learner_page_ids(course), *(page.id for page in course.pages()))
    pages = {id: page_file(id) for id in ids}
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
