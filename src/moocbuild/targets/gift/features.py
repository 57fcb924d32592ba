"""What GIFT keeps, and what becomes of the rest, in words for teachers.

What lower/ puts in its place has no row here. As Moodle 4.5 and 5.1 read it.
"""

from __future__ import annotations

from collections.abc import Mapping

from moocbuild.target import KEPT, Fate, Feature, degraded, lost

_NO_QUIZZES = "a question bank has no quizzes: set it in yours"
_NO_COURSE = "a question bank has no pages"
_ONLY_READ = degraded("is there to read; no answers are collected")

FATES: Mapping[Feature, Fate] = {
    Feature.SINGLE: KEPT,
    Feature.TWO_OPTIONS: KEPT,
    Feature.MULTIPLE: KEPT,
    Feature.TRUE_FALSE: KEPT,
    Feature.MATCH: degraded("right sides are plain text; what is said of rows follows at the end"),
    Feature.TEXT: degraded(
        "accents and punctuation count, or are all left out; case never counts"
    ),
    Feature.JOURNAL: degraded("stands as a prompt to write for oneself; there is no notebook"),
    Feature.SURVEY: _ONLY_READ,
    Feature.LIKERT: _ONLY_READ,
    Feature.PARTIAL_CREDIT: KEPT,
    Feature.FEEDBACK: KEPT,
    Feature.HINT: degraded("unfolds below the question, before it is answered"),
    Feature.EXPLANATION: KEPT,
    Feature.POINTS: lost("every question counts one mark: set others in your quiz"),
    Feature.PASS_MARK: lost(_NO_QUIZZES),
    Feature.CATEGORY_MARK: lost("a question bank has no quizzes"),
    Feature.DRAW: lost("a question bank has no quizzes: its categories are ready for drawing"),
    Feature.ATTEMPTS: lost(_NO_QUIZZES),
    Feature.TIME_LIMIT: lost(_NO_QUIZZES),
    Feature.LATER_FEEDBACK: lost(_NO_QUIZZES),
    Feature.CLOSED_FEEDBACK: lost(_NO_QUIZZES),
    Feature.HIDDEN_ANSWERS: lost(_NO_QUIZZES),
    Feature.PRETEST: lost("a question bank has no quizzes"),
    Feature.SHUFFLE: lost("whether options change places is a setting of your quiz"),
    Feature.CRITICAL: lost("critical questions are like others"),
    Feature.GRADE: lost("a question bank has no grades"),
    Feature.SCENARIO: lost(_NO_COURSE),
    Feature.READING_VERSION: lost(_NO_COURSE),
    Feature.QUESTIONS_IN_LESSONS: lost(_NO_COURSE),
    Feature.LINKS: degraded("links to pages and files become words"),
    Feature.IMAGES: lost("a text file has no pictures: their descriptions stand in their place"),
    Feature.CAPTIONS: lost(_NO_COURSE),
    Feature.POSTERS: lost(_NO_COURSE),
    Feature.FILMS_ELSEWHERE: degraded("are links to the other site"),
    Feature.TABS: degraded("unfold one below the other"),
    Feature.COMPETENCIES: degraded("every code is a tag of its questions"),
    Feature.MADE_PAGES: lost(_NO_COURSE),
    Feature.THEME: lost(_NO_COURSE),
    Feature.PROGRESS: lost("a question bank keeps none"),
    Feature.COMPLETION: lost("a question bank has no activities"),
}
