"""What Open edX keeps, and what becomes of the rest, in words for teachers.

What lower/ puts in its place has no row here. Measured on a platform of 2025 with
openedx-scorm-xblock 19.0.5.
"""

from __future__ import annotations

from collections.abc import Mapping

from moocbuild.target import KEPT, Fate, Feature, degraded, lost

FATES: Mapping[Feature, Fate] = {
    Feature.SINGLE: KEPT,
    Feature.TWO_OPTIONS: KEPT,
    Feature.MULTIPLE: KEPT,
    Feature.TRUE_FALSE: KEPT,
    Feature.NUMERIC: degraded("feedback for a wrong number stands with the explanation"),
    Feature.TEXT: degraded("accents and punctuation are compared as they are written"),
    Feature.JOURNAL: degraded(
        "becomes a page with the prompt; a private notebook comes with moocbuild-xblock alone"
    ),
    Feature.PARTIAL_CREDIT: degraded(
        "in multiple choices one mistake leaves half of the points, two a quarter or none"
    ),
    Feature.FEEDBACK: KEPT,
    Feature.HINT: KEPT,
    Feature.EXPLANATION: KEPT,
    Feature.POINTS: KEPT,
    Feature.CATEGORY_MARK: lost("the course is passed by its points as a whole"),
    Feature.PASS_MARK: degraded("one pass mark for the whole course, not one a quiz"),
    Feature.DRAW: degraded("drawn once for each learner; with 'olx: redraw' they can draw anew"),
    Feature.ATTEMPTS: degraded("counted for each question, not for the quiz as a whole"),
    Feature.TIME_LIMIT: lost("a team sets timed exams in Studio, where its platform has them"),
    Feature.LATER_FEEDBACK: lost("each question tells what its answer is worth at once"),
    Feature.CLOSED_FEEDBACK: degraded("shows after the due date of its page: see 'olx: due'"),
    Feature.HIDDEN_ANSWERS: KEPT,
    Feature.PRETEST: KEPT,
    Feature.SURVEY: KEPT,
    Feature.LIKERT: KEPT,
    Feature.SHUFFLE: degraded("boxes to tick keep their order; single choices do not"),
    Feature.CRITICAL: lost("critical questions are in every draw, but count like others"),
    Feature.GRADE: KEPT,
    Feature.SCENARIO: KEPT,
    Feature.READING_VERSION: KEPT,
    Feature.CAPTIONS: KEPT,
    Feature.FILMS_ELSEWHERE: degraded("are links to the other site"),
    Feature.POSTERS: lost("the platform shows a film's own first picture"),
    Feature.TABS: degraded("stand one below the other, all open"),
    Feature.MADE_PAGES: KEPT,
    Feature.THEME: degraded("its cover is the course's image; all else is the platform's look"),
    Feature.COMPLETION: degraded("Open edX counts what was seen or answered, in its own way"),
    Feature.QUESTIONS_IN_LESSONS: KEPT,
    Feature.LINKS: degraded("a link to a place on another page leads to the top of that page"),
    Feature.IMAGES: KEPT,
    Feature.COMPETENCIES: KEPT,
    Feature.PROGRESS: KEPT,
}
