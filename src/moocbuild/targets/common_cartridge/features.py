"""What a cartridge keeps, and what becomes of the rest, in words for teachers.

Measured on Moodle 4.5 and 5.1 (cc-1.1) and on cc2olx 0.4.0 (cc-1.3).
"""

from __future__ import annotations

from collections.abc import Mapping

from moocbuild.target import KEPT, Fate, Feature, degraded, lost

_BOTH: Mapping[Feature, Fate] = {
    Feature.SINGLE: KEPT,
    Feature.TWO_OPTIONS: degraded("two options are ticked like a multiple choice"),
    Feature.TRUE_FALSE: KEPT,
    Feature.MATCH: degraded("every row becomes a single choice of its own"),
    Feature.ORDER: degraded("becomes a choice between three or four orders"),
    Feature.NUMERIC: degraded("becomes a text to type: exact numbers are kept, ranges are not"),
    Feature.TEXT: KEPT,
    Feature.HOTTEXT: degraded("becomes a multiple choice"),
    Feature.JOURNAL: degraded("becomes a page with the prompt; there is no private notebook"),
    Feature.PARTIAL_CREDIT: lost("an answer is right or wrong"),
    Feature.HINT: degraded("stands on the page of answers after the quiz"),
    Feature.EXPLANATION: degraded("stands on the page of answers after the quiz"),
    Feature.PASS_MARK: lost("set it in the learning system after import"),
    Feature.DRAW: lost("every learner gets every question"),
    Feature.CRITICAL: lost("critical questions count like others"),
    Feature.SCENARIO: degraded("only its reading version is there"),
    Feature.READING_VERSION: KEPT,
    Feature.CAPTIONS: KEPT,
    Feature.MADE_PAGES: KEPT,
    Feature.COMPLETION: lost("switch it on for each activity after import"),
    Feature.QUESTIONS_IN_LESSONS: degraded("are read, with the answers at the end of the page"),
    Feature.LINKS: degraded("the page is named in words; links to media and websites work"),
    Feature.PROGRESS: lost("the learning system keeps its own; nothing is resumed within a page"),
}

MOODLE: Mapping[Feature, Fate] = {
    **_BOTH,
    Feature.MULTIPLE: degraded("ticking every box earns full marks, as wrong ticks cost nothing"),
    Feature.FEEDBACK: degraded(
        "imported but hidden by Moodle: a page of answers follows each quiz"
    ),
    Feature.POINTS: lost("every question counts the same in a quiz"),
    Feature.SHUFFLE: lost("options keep their order"),
    Feature.GRADE: degraded(
        "each quiz counts ten marks, right only for quizzes of four questions"
    ),
    Feature.IMAGES: degraded("in options and feedback their description stands in their place"),
    Feature.COMPETENCIES: degraded("their codes stand in titles of questions and under pages"),
}

CANVAS: Mapping[Feature, Fate] = {
    **_BOTH,
    Feature.MULTIPLE: KEPT,
    Feature.FEEDBACK: degraded("left out by Open edX: a page of answers follows each quiz"),
    Feature.POINTS: degraded("whole points from 1 to 99 are kept, but left out by Open edX"),
    Feature.SHUFFLE: degraded("asked for, but left out by Open edX"),
    Feature.GRADE: degraded("set in the learning system: Open edX imports quizzes ungraded"),
    Feature.IMAGES: KEPT,
    Feature.COMPETENCIES: degraded(
        "their GUIDs are in the manifest, their codes in titles of questions and under pages"
    ),
}
