"""What a target may not carry whole without anything in the course being changed for it.

One rule a feature, so that each can be explained, and what on a page uses the feature.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from moocbuild.diagnostics import Rule, Severity, Span
from moocbuild.model.course import Activity, Course, Lesson, Quiz
from moocbuild.model.question import Question, feature_of
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import Text
from moocbuild.target import Feature

Place = Question | Activity
Find = Callable[[Activity], Iterator[Place]]


def _rule(number: int, slug: str, explanation: str) -> Rule:
    return Rule(f"MB{number}", slug, Severity.NOTE, explanation)


SINGLE = _rule(
    311,
    "loses-single-choice",
    """Single choices are changed or left out by this target. Use another target where they
matter.""",
)
TWO_OPTIONS = _rule(
    312,
    "loses-two-options",
    """A choice between two options becomes boxes to tick, because the standard wants at least
three options in a single choice. Add a third option, or ask it as true or false.""",
)
MULTIPLE = _rule(
    313,
    "loses-multiple-choice",
    """Multiple choices are scored in another way than in the course. Do not grade with them
there, or split them into single choices.""",
)
TRUE_FALSE = _rule(
    314,
    "loses-true-false",
    """True-or-false questions are changed by this target. Ask a single choice instead.""",
)
TEXT = _rule(
    315,
    "loses-text-entry",
    """Texts to type are compared in another way, or left out. Ask a single choice instead.""",
)
PARTIAL_CREDIT = _rule(
    316,
    "loses-partial-credit",
    """A partly right answer earns nothing. Say in its feedback what is good about it, and do
not rely on its share of the points.""",
)
HINT = _rule(
    317,
    "loses-hint",
    """Hints cannot be asked for while answering. What learners need for answering belongs in
the question itself.""",
)
EXPLANATION = _rule(
    318,
    "loses-explanation",
    """The explanation does not appear beside the question. Point learners to the page of
answers.""",
)
POINTS = _rule(
    319,
    "loses-points",
    """Points that differ from 1 are not carried. Set the marks in the learning system after
import, or ask more questions on what counts more.""",
)
PASS_MARK = _rule(
    320,
    "loses-pass-mark",
    """The pass mark is not carried. Set it in the learning system after import.""",
)
CATEGORY_MARK = _rule(
    342,
    "loses-category-mark",
    """A learner can pass without the mark that each category of a quiz asks for. Look at the
answers by category, or grade in a target that keeps it.""",
)
DRAW = _rule(
    321,
    "loses-draw",
    """Questions are not drawn from a bank: every learner gets them all. Set up random
questions in the learning system, or keep the bank short.""",
)
SHUFFLE = _rule(
    322,
    "loses-shuffle",
    """Options are not shuffled. Switch shuffling on in the learning system, and do not always
write the right answer at the same place.""",
)
CRITICAL = _rule(
    323,
    "loses-critical",
    """Critical questions are not required to be right. Check them in another way before you
certify anyone.""",
)
GRADE = _rule(
    324,
    "loses-grade",
    """Grades are not weighted as in the course. Look at the gradebook after import.""",
)
LINKS = _rule(
    325,
    "loses-links",
    """Links between pages become words, because pages get other addresses on import. Write
link texts that name the page.""",
)
IMAGES = _rule(
    326,
    "loses-images",
    """Images in options, feedback, hints and explanations do not arrive: their description
stands there instead. Put what must be seen into the question itself.""",
)
COMPETENCIES = _rule(
    327,
    "loses-competencies",
    """Questions and pages are not linked to competencies in the learning system. Import the
framework and link them there, or use a target that keeps them.""",
)
PROGRESS = _rule(
    328,
    "loses-progress",
    """Progress is not that of the course: the learning system counts in its own way. Switch
completion on for each activity after import.""",
)
READING_VERSION = _rule(
    329,
    "loses-text-versions",
    """Text versions of simulations are left out by this target. Use another target for pages.""",
)
CAPTIONS = _rule(
    330,
    "loses-captions",
    """Films lose their captions in this target. Put the transcript below the film as text.""",
)
FILMS_ELSEWHERE = _rule(
    353,
    "loses-films-elsewhere",
    """Films on other sites are links there: the learning system has no place for a card that loads
a film only when the learner agrees, and would load it at once or never.""",
)
POSTERS = _rule(
    355,
    "loses-posters",
    """A film shows its first picture, or none, until it is played: the picture that stands for it
in the course is left out. Show in the text what must be seen.""",
)
TABS = _rule(
    354,
    "loses-tabs",
    """Tabs stand one below the other there. Give them titles that say what is different, and write
no text that depends on their standing side by side.""",
)
THEME = _rule(
    341,
    "loses-theme",
    """Logo, colours, font, cover or the line below each page are not carried by this target, or
only in part: the learning system has its own look.""",
)
MADE_PAGES = _rule(
    331,
    "loses-made-pages",
    """The pages that every course has (help, framework, glossary, sources) are left out by this
target. Show learners where to find help in another way.""",
)
MATCH = _rule(
    333,
    "weakens-match",
    """Matching is there, but says less than in the course. Read below how, and look at such a
question after import.""",
)
ORDER = _rule(
    334,
    "weakens-order",
    """Ordering is there, but says less than in the course. Read below how, and look at such a
question after import.""",
)
NUMERIC = _rule(
    335,
    "weakens-numeric",
    """Numbers are asked for, but feedback is shown in another way than in the course. Look at
such a question after import.""",
)
COMPLETION = _rule(
    332,
    "loses-completion",
    """The learning system does not know when this course is complete. Switch completion on for its
activities after import.""",
)

ATTEMPTS = _rule(
    343,
    "loses-attempts",
    """How often a quiz may be taken is not carried, or is counted in another way. Look at what is
said of it below, and set it in the learning system after import.""",
)
TIME_LIMIT = _rule(
    344,
    "loses-time-limit",
    """Nobody is stopped when the time for a quiz is over. Use the target `moodle` where that
matters, or set the limit in the learning system after import.""",
)
LATER_FEEDBACK = _rule(
    345,
    "loses-later-feedback",
    """Feedback does not wait until all questions of a quiz are answered. Set it in the learning
system after import, if it can do so.""",
)
CLOSED_FEEDBACK = _rule(
    346,
    "loses-closed-feedback",
    """When a quiz closes is a date of a learning system, which a package does not know. Read below
what becomes of its feedback.""",
)
HIDDEN_ANSWERS = _rule(
    347,
    "loses-hidden-answers",
    """Right answers can be found by learners who look for them. Do not use such a package for an
examination.""",
)
PRETEST = _rule(
    348,
    "loses-pretest",
    """A pre-test is a quiz like others there, which may be graded. Take it out of the grade in the
learning system after import.""",
)
SURVEY = _rule(
    351,
    "weakens-survey",
    """Survey questions are asked, but not quite as in the course: read below what differs.""",
)
LIKERT = _rule(
    352,
    "weakens-likert",
    """Likert scales are there, but not quite as in the course: read below what differs.""",
)
HOTTEXT = _rule(
    357,
    "weakens-hottext",
    """Sentences cannot be marked there: they are a list to read. Use another target where learners
are to mark them.""",
)
GAPS = _rule(
    358,
    "weakens-gaps",
    """Gaps cannot be filled there: the text has lines to write on, and its answers stand apart.
Use another target where learners are to fill them.""",
)


def _quizzes(wanted: Callable[[Quiz], bool]) -> Find:
    return _pages(lambda page: isinstance(page, Quiz) and wanted(page))


def _pages(wanted: Callable[[Activity], bool]) -> Find:
    return lambda page: iter((page,) if wanted(page) else ())


def _draws(quiz: Quiz) -> bool:
    return quiz.drawn > 0 or any(use.drawn for use in quiz.pools)


def _asked(wanted: Callable[[Question], bool]) -> Find:
    return lambda page: (q for q in _questions(page) if wanted(q))


def _questions(page: Activity) -> tuple[Question, ...]:
    """Those that learners are asked; what a debrief asks is part of its simulation."""
    return () if isinstance(page, Scenario) else page.questions


def _asked_as(feature: Feature) -> Find:
    return _asked(lambda question: feature_of(question.interaction) is feature)


def _answer_images(question: Question) -> bool:
    texts = (question.hint, question.explanation, *question.interaction.texts())
    return any(ref.kind == "media" for text in texts for ref in text.refs())


def _linked(page: Activity) -> Iterator[Place]:
    if _leads(_prose(page)):
        yield page
    yield from (q for q in _questions(page) if _leads(_texts(q)))


def _prose(page: Activity) -> list[Text]:
    return [p for p in page.parts if isinstance(p, Text)] if isinstance(page, Lesson) else []


def _texts(q: Question) -> tuple[Text, ...]:
    return (q.prompt, q.hint, q.explanation, *q.interaction.texts())


def _leads(texts: Iterable[Text]) -> bool:
    return any(ref.kind == "page" for text in texts for ref in text.refs())


def _using(what: str) -> Find:
    return _pages(lambda page: what in page.uses)


def _competencies(page: Activity) -> Iterator[Place]:
    if isinstance(page, Lesson) and page.competencies:
        yield page
    yield from (q for q in _questions(page) if q.competencies)


def _captioned(course: Course) -> Iterator[Span]:
    captioned = any(asset.media_type == "text/vtt" for asset in course.assets.values())
    return (page.span for page in course.pages() if captioned)


def _every(page: Activity) -> Iterator[Place]:
    return iter((page,))


def _none(page: Activity) -> Iterator[Place]:
    return iter(())


LOSSES: Mapping[Feature, tuple[Rule, Find]] = {
    Feature.SINGLE: (SINGLE, _asked_as(Feature.SINGLE)),
    Feature.TWO_OPTIONS: (TWO_OPTIONS, _asked_as(Feature.TWO_OPTIONS)),
    Feature.MULTIPLE: (MULTIPLE, _asked_as(Feature.MULTIPLE)),
    Feature.TRUE_FALSE: (TRUE_FALSE, _asked_as(Feature.TRUE_FALSE)),
    Feature.MATCH: (MATCH, _asked_as(Feature.MATCH)),
    Feature.ORDER: (ORDER, _asked_as(Feature.ORDER)),
    Feature.NUMERIC: (NUMERIC, _asked_as(Feature.NUMERIC)),
    Feature.TEXT: (TEXT, _asked_as(Feature.TEXT)),
    Feature.PARTIAL_CREDIT: (PARTIAL_CREDIT, _asked(lambda q: q.interaction.earns_in_part)),
    Feature.HINT: (HINT, _asked(lambda q: bool(q.hint))),
    Feature.EXPLANATION: (EXPLANATION, _asked(lambda q: bool(q.explanation))),
    Feature.POINTS: (POINTS, _asked(lambda q: q.points != 1)),
    Feature.CATEGORY_MARK: (CATEGORY_MARK, _quizzes(lambda quiz: quiz.category_mark > 0)),
    Feature.PASS_MARK: (PASS_MARK, _quizzes(lambda quiz: quiz.graded)),
    Feature.DRAW: (DRAW, _quizzes(_draws)),
    Feature.ATTEMPTS: (ATTEMPTS, _quizzes(lambda quiz: quiz.attempts > 0)),
    Feature.TIME_LIMIT: (TIME_LIMIT, _quizzes(lambda quiz: quiz.time_limit > 0)),
    Feature.LATER_FEEDBACK: (
        LATER_FEEDBACK,
        _quizzes(lambda quiz: quiz.feedback == "after-attempt"),
    ),
    Feature.CLOSED_FEEDBACK: (
        CLOSED_FEEDBACK,
        _quizzes(lambda quiz: quiz.feedback == "after-close"),
    ),
    Feature.HIDDEN_ANSWERS: (HIDDEN_ANSWERS, _quizzes(lambda quiz: not quiz.right_answers)),
    Feature.PRETEST: (PRETEST, _quizzes(lambda quiz: quiz.pretest)),
    Feature.SURVEY: (SURVEY, _asked_as(Feature.SURVEY)),
    Feature.LIKERT: (LIKERT, _asked_as(Feature.LIKERT)),
    Feature.HOTTEXT: (HOTTEXT, _asked_as(Feature.HOTTEXT)),
    Feature.GAPS: (GAPS, _asked_as(Feature.GAPS)),
    Feature.SHUFFLE: (SHUFFLE, _quizzes(lambda quiz: quiz.shuffle)),
    Feature.CRITICAL: (CRITICAL, _asked(lambda q: q.critical)),
    Feature.GRADE: (GRADE, _quizzes(lambda quiz: quiz.graded)),
    Feature.LINKS: (LINKS, _linked),
    Feature.IMAGES: (IMAGES, _asked(_answer_images)),
    Feature.COMPETENCIES: (COMPETENCIES, _competencies),
    Feature.PROGRESS: (PROGRESS, _every),
    Feature.READING_VERSION: (READING_VERSION, _pages(lambda page: isinstance(page, Scenario))),
    Feature.CAPTIONS: (CAPTIONS, _none),
    Feature.FILMS_ELSEWHERE: (FILMS_ELSEWHERE, _pages(lambda page: bool(page.hosts))),
    Feature.TABS: (TABS, _using("tabs")),
    Feature.POSTERS: (POSTERS, _using("poster")),
    Feature.THEME: (THEME, _none),
    Feature.MADE_PAGES: (MADE_PAGES, _every),
    Feature.COMPLETION: (COMPLETION, _every),
}
"""The rule of a feature, and what uses it on a page."""

OF_COURSE: Mapping[Feature, Callable[[Course], Iterator[Span]]] = {
    Feature.CAPTIONS: _captioned,
    Feature.THEME: lambda course: iter([Span("course/course.yml")] * bool(course.theme)),
}
"""What no page can tell alone: where a course uses it."""
