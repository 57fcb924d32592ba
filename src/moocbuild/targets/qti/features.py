"""What a package of QTI 2.1 keeps, and what becomes of the rest, in words for teachers.

What lower/ puts in its place has no row here. Systems read more or less of it: what a package
says is what is listed, as nobody has tried one on each of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

from moocbuild.model.question import Interaction, Unreadable
from moocbuild.target import KEPT, Fate, Feature, degraded, lost

ASKED = frozenset(get_args(Interaction)) - {Unreadable}
"""What QTI can ask: everything. The table of `question` is not imported for saying so."""
_NO_COURSE = "a package of tests has no pages"
FATES: Mapping[Feature, Fate] = {
    Feature.SINGLE: KEPT,
    Feature.TWO_OPTIONS: KEPT,
    Feature.MULTIPLE: KEPT,
    Feature.TRUE_FALSE: KEPT,
    Feature.MATCH: degraded("what is said of rows follows the explanation"),
    Feature.ORDER: degraded("what is said of misplaced steps follows the explanation"),
    Feature.TEXT: degraded("accents and punctuation count, or are all left out; case does not"),
    Feature.JOURNAL: degraded("stands as a prompt to write for oneself; there is no notebook"),
    Feature.SURVEY: degraded("is a choice without a right answer, and scores nothing"),
    Feature.PARTIAL_CREDIT: KEPT,
    Feature.FEEDBACK: KEPT,
    Feature.HINT: degraded("stands before the explanation, once the question is answered"),
    Feature.EXPLANATION: KEPT,
    Feature.POINTS: KEPT,
    Feature.PASS_MARK: degraded("is an outcome of the test, which few systems show"),
    Feature.CATEGORY_MARK: lost("a test is passed by its points as a whole"),
    Feature.DRAW: KEPT,
    Feature.ATTEMPTS: lost("how often a test may be taken is a setting of the system"),
    Feature.TIME_LIMIT: KEPT,
    Feature.LATER_FEEDBACK: degraded("all is handed in at once; whether it then shows is open"),
    Feature.CLOSED_FEEDBACK: degraded("never shows, as a package knows no closing date"),
    Feature.HIDDEN_ANSWERS: degraded("are not to be shown, but stand in the package"),
    Feature.PRETEST: lost("a test does not know when it is taken"),
    Feature.SHUFFLE: KEPT,
    Feature.CRITICAL: degraded("are in every attempt, but a test can be passed without them"),
    Feature.GRADE: lost("whether a test counts is set where it is used"),
    Feature.SCENARIO: lost(_NO_COURSE),
    Feature.READING_VERSION: lost(_NO_COURSE),
    Feature.QUESTIONS_IN_LESSONS: lost(_NO_COURSE),
    Feature.LINKS: degraded("links to pages become words; those to files and sites work"),
    Feature.IMAGES: KEPT,
    Feature.CAPTIONS: lost("a film in a question is a link to its file"),
    Feature.POSTERS: lost("a film in a question is a link to its file"),
    Feature.FILMS_ELSEWHERE: degraded("are links to the other site"),
    Feature.TABS: degraded("stand one below the other, all open"),
    Feature.COMPETENCIES: degraded("their codes are categories of items in tests"),
    Feature.MADE_PAGES: lost(_NO_COURSE),
    Feature.THEME: lost(_NO_COURSE),
    Feature.PROGRESS: lost("a package of tests keeps none"),
    Feature.COMPLETION: lost("a package of tests has no activities"),
}
