"""The right answer is too often the first or the longest.

In a bank of at least five single choices, learners soon notice when the best option is first or
longest in more than 35 % of them. Then they answer the pattern, not the question. Move options,
and shorten right answers or lengthen wrong ones.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.model.course import Course
from moocbuild.model.outline import pools, quizzes
from moocbuild.model.question import Choice, ChoiceInteraction, Question

RULE = Rule(
    "MB202",
    "right-answer-stands-out",
    Severity.WARNING,
    __doc__,
    remedy="move options, and shorten right answers or lengthen wrong ones",
)
LIMIT = 0.35
ENOUGH = 5


def check(course: Course) -> Iterator[Diagnostic]:
    """Each bank as a whole. Shuffling hides the place on screen, not on paper or in print."""
    for questions, span in _banks(course):
        singles = list(_singles(questions))
        if len(singles) < ENOUGH:
            continue
        longest = sum(_is_longest(choices) for choices in singles)
        first = sum(choices[0].correct for choices in singles)
        for count, what in ((longest, "longest"), (first, "first")):
            if count > LIMIT * len(singles):
                message = (
                    f"the right answer is the {what} in {count} of {len(singles)} single choices"
                )
                most = int(LIMIT * len(singles))
                help = f"move or reword options, until at most {most} do"
                yield RULE.at(span, message, help=help)


def _banks(course: Course) -> Iterator[tuple[Iterable[Question], Span]]:
    """The own questions of each quiz, and those of each pool."""
    for quiz in quizzes(course):
        yield (question for question in quiz.questions if not question.pool), quiz.span
    for use, questions in pools(course):
        yield questions, use.span


def _singles(questions: Iterable[Question]) -> Iterator[tuple[Choice, ...]]:
    for question in questions:
        asked = question.interaction
        if isinstance(asked, ChoiceInteraction) and question.kind == "single":
            yield asked.choices


def _is_longest(choices: tuple[Choice, ...]) -> bool:
    right = max(len(c.text.plain) for c in choices if c.correct)
    return all(len(c.text.plain) < right for c in choices if not c.correct)
