"""What a target does not carry whole, without anything in the course being changed for it.

One rule a feature, so that each can be explained. Which are reported is derived from what the
target says of itself and from what the course uses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from moocbuild.diagnostics import Report, Rule, Severity, Span
from moocbuild.lower.walk import note, quizzes
from moocbuild.model.course import Course, Lesson
from moocbuild.model.question import Question, feature_of
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import Text
from moocbuild.target import KEPT, Fate, Feature, Target


def report_unsupported(
    course: Course, target: Target, fates: Mapping[Feature, Fate], report: Report
) -> None:
    """A note for each of these features that the course uses and the target does not keep."""
    for feature, (rule, used) in LOSSES.items():
        fate = fates.get(feature, KEPT)
        first = None if fate.kept else next(used(course), None)
        if first is not None:
            how = f": {fate.how}" if fate.how else ""
            note(report, rule, target, [first], f"{feature.value}, {fate.state.word}{how}")


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


def _asked(wanted: Callable[[Question], bool]) -> Callable[[Course], Iterator[Span]]:
    return lambda course: (q.span for q in course.questions() if wanted(q))


def _asked_as(feature: Feature) -> Callable[[Course], Iterator[Span]]:
    return _asked(lambda question: feature_of(question.interaction) is feature)


def _answer_images(question: Question) -> bool:
    texts = (question.hint, question.explanation, *question.interaction.texts())
    return any(ref.kind == "media" for text in texts for ref in text.refs())


def _linked(course: Course) -> Iterator[Span]:
    for page in course.pages():
        parts = page.parts if isinstance(page, Lesson) else ()
        if any(ref.kind == "page" for p in parts if isinstance(p, Text) for ref in p.refs()):
            yield page.span
    for q in course.questions():
        texts = (q.prompt, q.hint, q.explanation, *q.interaction.texts())
        if any(ref.kind == "page" for text in texts for ref in text.refs()):
            yield q.span


def _competencies(course: Course) -> Iterator[Span]:
    yield from (q.span for q in course.questions() if q.competencies)
    yield from (p.span for p in course.pages() if isinstance(p, Lesson) and p.competencies)


def _simulations(course: Course) -> Iterator[Span]:
    return (page.span for page in course.pages() if isinstance(page, Scenario))


def _films(course: Course) -> Iterator[Span]:
    captioned = any(asset.media_type == "text/vtt" for asset in course.assets.values())
    return (page.span for page in course.pages() if captioned)


LOSSES: Mapping[Feature, tuple[Rule, Callable[[Course], Iterator[Span]]]] = {
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
    Feature.PASS_MARK: (PASS_MARK, lambda course: (q.span for q in quizzes(course) if q.graded)),
    Feature.DRAW: (DRAW, lambda course: (q.span for q in quizzes(course) if q.drawn)),
    Feature.SHUFFLE: (SHUFFLE, lambda course: (q.span for q in quizzes(course) if q.shuffle)),
    Feature.CRITICAL: (CRITICAL, _asked(lambda q: q.critical)),
    Feature.GRADE: (GRADE, lambda course: (q.span for q in quizzes(course) if q.graded)),
    Feature.LINKS: (LINKS, _linked),
    Feature.IMAGES: (IMAGES, _asked(_answer_images)),
    Feature.COMPETENCIES: (COMPETENCIES, _competencies),
    Feature.PROGRESS: (PROGRESS, lambda course: (page.span for page in course.pages())),
    Feature.READING_VERSION: (READING_VERSION, _simulations),
    Feature.CAPTIONS: (CAPTIONS, _films),
    Feature.MADE_PAGES: (MADE_PAGES, lambda course: (page.span for page in course.pages())),
    Feature.COMPLETION: (COMPLETION, lambda course: (page.span for page in course.pages())),
}
"""The rule of a feature, and the places that use it."""
