"""What Moodle keeps, and what becomes of the rest, in words for teachers.

What lower/ puts in its place has no row here. Measured on Moodle 4.5 and 5.1.
"""

from __future__ import annotations

from collections.abc import Mapping

from moocbuild.target import KEPT, Fate, Feature, degraded, lost

_QUESTIONS: Mapping[Feature, Fate] = {
    Feature.SINGLE: KEPT,
    Feature.TWO_OPTIONS: KEPT,
    Feature.MULTIPLE: KEPT,
    Feature.TRUE_FALSE: KEPT,
    Feature.MATCH: degraded("right sides are plain text; what is said of rows follows at the end"),
    Feature.ORDER: degraded("what is said of misplaced steps follows at the end, for all steps"),
    Feature.TEXT: degraded("accents and punctuation count, or are all left out; case does not"),
    Feature.JOURNAL: degraded("stands as a prompt to write for oneself; there is no notebook"),
    Feature.PARTIAL_CREDIT: KEPT,
    Feature.FEEDBACK: KEPT,
    Feature.HINT: KEPT,
    Feature.EXPLANATION: KEPT,
    Feature.SHUFFLE: KEPT,
    Feature.IMAGES: KEPT,
    Feature.TABS: degraded("unfold one below the other"),
    Feature.FILMS_ELSEWHERE: degraded("are links to the other site"),
}

BACKUP: Mapping[Feature, Fate] = {
    **_QUESTIONS,
    Feature.POINTS: degraded("in a quiz that draws, all questions of one draw count the same"),
    Feature.PASS_MARK: KEPT,
    Feature.CATEGORY_MARK: lost("a quiz is passed by its points as a whole"),
    Feature.DRAW: KEPT,
    Feature.ATTEMPTS: degraded("a question with a hint may be answered once more after it"),
    Feature.TIME_LIMIT: KEPT,
    Feature.LATER_FEEDBACK: degraded("hints do not show in such a quiz"),
    Feature.CLOSED_FEEDBACK: degraded("shows once the quiz has a closing date, set in Moodle"),
    Feature.HIDDEN_ANSWERS: KEPT,
    Feature.PRETEST: KEPT,
    Feature.SURVEY: degraded("stands in a quiz of its own; in lessons it is only read"),
    Feature.CRITICAL: degraded("are in every try, but a quiz can be passed without them"),
    Feature.GRADE: KEPT,
    Feature.SCENARIO: KEPT,
    Feature.READING_VERSION: KEPT,
    Feature.CAPTIONS: KEPT,
    Feature.POSTERS: KEPT,
    Feature.MADE_PAGES: KEPT,
    Feature.THEME: degraded("its cover is the course's image; all else is the site's look"),
    Feature.COMPLETION: KEPT,
    Feature.LINKS: KEPT,
    Feature.COMPETENCIES: KEPT,
    Feature.PROGRESS: degraded("Moodle ticks off whole activities and keeps no place in a page"),
}

_NO_QUIZZES = "a question bank has no quizzes: set it in yours"
_NO_COURSE = "a question bank has no pages"
BANK: Mapping[Feature, Fate] = {
    **_QUESTIONS,
    Feature.GAPS: degraded(
        "words to type are compared as in a text entry; points that gaps cannot share in whole "
        "ones become one point a gap"
    ),
    Feature.QUESTIONS_IN_LESSONS: lost(_NO_COURSE),
    Feature.POINTS: KEPT,
    Feature.CATEGORY_MARK: lost("a question bank has no quizzes"),
    Feature.PASS_MARK: lost(_NO_QUIZZES),
    Feature.DRAW: lost("a question bank has no quizzes: its categories are ready for drawing"),
    Feature.ATTEMPTS: lost(_NO_QUIZZES),
    Feature.TIME_LIMIT: lost(_NO_QUIZZES),
    Feature.LATER_FEEDBACK: lost(_NO_QUIZZES),
    Feature.CLOSED_FEEDBACK: lost(_NO_QUIZZES),
    Feature.HIDDEN_ANSWERS: lost(_NO_QUIZZES),
    Feature.PRETEST: lost("a question bank has no quizzes"),
    Feature.SURVEY: degraded(
        "earns nothing; Moodle calls every answer right, unless a quiz hides it"
    ),
    Feature.CRITICAL: lost("critical questions are like others"),
    Feature.GRADE: lost("a question bank has no grades"),
    Feature.SCENARIO: lost(_NO_COURSE),
    Feature.READING_VERSION: lost(_NO_COURSE),
    Feature.CAPTIONS: lost(_NO_COURSE),
    Feature.POSTERS: lost(_NO_COURSE),
    Feature.MADE_PAGES: lost(_NO_COURSE),
    Feature.THEME: lost(_NO_COURSE),
    Feature.COMPLETION: lost("a question bank has no activities"),
    Feature.LINKS: degraded("links to pages become words"),
    Feature.COMPETENCIES: degraded("every code is a tag of its questions"),
    Feature.PROGRESS: lost("a question bank keeps none"),
}

FRAMEWORK: Mapping[Feature, Fate] = {
    **dict.fromkeys(Feature, lost("a competency framework has no course content")),
    Feature.COMPETENCIES: KEPT,
}
