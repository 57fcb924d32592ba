"""What a cartridge keeps, and what becomes of the rest, in words for teachers.

What lower/ puts in its place has no row here. Measured on Moodle 4.5 and 5.1 (cc-1.1) and
on cc2olx 0.4.0 (cc-1.3).
"""

from __future__ import annotations

from collections.abc import Mapping

from moocbuild.target import KEPT, Fate, Feature, degraded, lost

_BOTH: Mapping[Feature, Fate] = {
    Feature.SINGLE: KEPT,
    Feature.TWO_OPTIONS: degraded("two options are ticked like a multiple choice"),
    Feature.TRUE_FALSE: KEPT,
    Feature.TEXT: KEPT,
    Feature.PARTIAL_CREDIT: lost("an answer is right or wrong"),
    Feature.CATEGORY_MARK: lost("a quiz is passed by its points as a whole"),
    Feature.PASS_MARK: lost("set it in the learning system after import"),
    Feature.DRAW: lost("every learner gets every question"),
    Feature.ATTEMPTS: lost("set it in the learning system after import"),
    Feature.TIME_LIMIT: lost("set it in the learning system after import"),
    Feature.LATER_FEEDBACK: lost("set it in the learning system after import"),
    Feature.CLOSED_FEEDBACK: lost("set it in the learning system after import"),
    Feature.HIDDEN_ANSWERS: lost("a page of answers follows each quiz"),
    Feature.PRETEST: degraded("comes before the unit, but counts as other quizzes do"),
    Feature.LIKERT: degraded("becomes a table to read; no answers are collected"),
    Feature.CRITICAL: lost("critical questions count like others"),
    Feature.READING_VERSION: KEPT,
    Feature.CAPTIONS: KEPT,
    Feature.FILMS_ELSEWHERE: degraded("are links to the other site"),
    Feature.POSTERS: degraded("stand in the page, but Moodle's import leaves them out"),
    Feature.TABS: degraded("stand one below the other, all open"),
    Feature.MADE_PAGES: KEPT,
    Feature.THEME: lost("pages look as the learning system's others do"),
    Feature.COMPLETION: lost("switch it on for each activity after import"),
    Feature.LINKS: degraded("the page is named in words; links to media and websites work"),
    Feature.PROGRESS: lost("the learning system keeps its own; nothing is resumed within a page"),
}

MOODLE: Mapping[Feature, Fate] = {
    **_BOTH,
    Feature.MULTIPLE: degraded("ticking every box earns full marks, as wrong ticks cost nothing"),
    Feature.POINTS: lost("every question counts the same in a quiz"),
    Feature.SHUFFLE: lost("options keep their order"),
    Feature.GRADE: degraded(
        "each quiz counts ten marks, right only for quizzes of four questions"
    ),
    Feature.IMAGES: degraded("in options and feedback their description stands in their place"),
    Feature.COMPETENCIES: degraded("their codes stand in titles of questions and under pages"),
}

MOODLE_REASONS = {Feature.FEEDBACK: "imported but hidden by Moodle"}

CANVAS: Mapping[Feature, Fate] = {
    **_BOTH,
    Feature.MULTIPLE: KEPT,
    Feature.POINTS: degraded("whole points from 1 to 99 are kept, but left out by Open edX"),
    Feature.SHUFFLE: degraded("asked for, but left out by Open edX"),
    Feature.GRADE: degraded("set in the learning system: Open edX imports quizzes ungraded"),
    Feature.IMAGES: KEPT,
    Feature.COMPETENCIES: degraded(
        "their GUIDs are in the manifest, their codes in titles of questions and under pages"
    ),
}

CANVAS_REASONS = {Feature.FEEDBACK: "left out by Open edX"}
