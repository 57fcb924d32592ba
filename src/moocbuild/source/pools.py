"""Quizzes ask pools: the questions that they have of them, each with a number of its own there.

A question of a pool is the same one wherever it is asked; what a learner answers in one quiz is
kept apart from what they answer in another. Records of one asking hang on the question's id alone:
that quiz is its home. So a question that moves from a quiz into a pool keeps its records.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from moocbuild.diagnostics import Report, Rule, Severity, near
from moocbuild.model.course import Module, Pool, PoolUse, Quiz
from moocbuild.model.draw import draw_plans
from moocbuild.model.question import Question, asked_key
from moocbuild.source.files.lock import Ids
from moocbuild.source.pages.modules import PageRead
from moocbuild.source.pages.naming import POOLS
from moocbuild.source.pages.quiz import check_critical
from moocbuild.source.shared import AskedPool

UNUSED = Rule(
    "MB178",
    "unused-pool",
    Severity.WARNING,
    """No quiz asks this pool, so no learner will see its questions. Name it under `pools:` in the
front matter of a quiz: `pools: {fire-safety: 3}`.""",
    remedy="write the pool's name under 'pools:' of a quiz",
)
UNKNOWN = Rule(
    "MB179",
    "unknown-pool",
    Severity.ERROR,
    """A quiz asks a pool that does not exist. A pool is a file in `quizzes/pools/`, and its name
is that of the file, without a number in front: `quizzes/pools/02-fire.md` is `fire`.""",
    remedy="write the name of a file in quizzes/pools/, without its number",
)
NOT_IN_POOL = Rule(
    "MB180",
    "not-in-pool",
    Severity.ERROR,
    """A quiz asks for a question that is not in the pool. The ids of its questions stand in the
comments below their headings.""",
    remedy="write an id that stands in the pool",
)
TOO_FEW = Rule(
    "MB181",
    "draw-larger-than-pool",
    Severity.ERROR,
    """A quiz draws more questions from a pool than it has, so that no attempt could have as many.
Write a smaller number, `all`, or more questions.""",
    remedy="write a smaller number, or 'all'",
)
UNASKED = Rule(
    "MB182",
    "unasked-in-pool",
    Severity.WARNING,
    """Quizzes ask this pool, but never this question: none of them names it, or no draw has room
for its first competency. Name it, draw more, or take it out.""",
    remedy="use the question in a quiz, or draw more",
)

Asked = Mapping[str, Sequence[tuple[PoolUse, tuple[Question, ...]]]]
"""By quiz: its pools, and what it has of each."""


def ask_pools(
    modules: tuple[Module, ...], reads: Sequence[PageRead], ids: Ids, report: Report
) -> tuple[Module, ...]:
    """The modules with the questions of pools in the quizzes that ask them."""
    pools = {read.page.id: read.page for read in reads if isinstance(read.page, Pool)}
    wanted = {r.page.id: r.added for r in reads if isinstance(r.page, Quiz) and r.added.pools}
    if not pools and not wanted:
        return modules
    quizzes = [p for m in modules for p in m.activities if isinstance(p, Quiz) and p.id in wanted]
    asked = {quiz.id: list(_asked(quiz, wanted[quiz.id].pools, pools, report)) for quiz in quizzes}
    homes = _homes(quizzes, asked, ids)
    paths = {id: added.path for id, added in wanted.items()}
    filled = {
        quiz.id: _filled(quiz, asked[quiz.id], homes, paths[quiz.id], ids) for quiz in quizzes
    }
    named = {each.pool for added in wanted.values() for each in added.pools}
    _report_unused(pools, named, list(filled.values()), report)
    return tuple(
        replace(m, activities=tuple(filled.get(page.id, page) for page in m.activities))
        for m in modules
    )


def _asked(
    quiz: Quiz, wanted: Sequence[AskedPool], pools: Mapping[str, Pool], report: Report
) -> Iterator[tuple[PoolUse, tuple[Question, ...]]]:
    """What a quiz has of each pool that it asks; reports what it cannot have."""
    for each in wanted:
        pool = pools.get(each.pool)
        if pool is None:
            help = near(each.pool, sorted(pools)) or f"write {POOLS}/{each.pool}.md"
            report(UNKNOWN.at(each.span, f"no pool '{each.pool[:60]}'", help=help))
            continue
        found = {q.id: q for q in pool.questions if q.scored}
        if each.drawn > len(found):
            message = f"{each.drawn} drawn from '{pool.id}', which has {len(found)}"
            report(TOO_FEW.at(each.span, message, help=f"write {len(found)} or less, or 'all'"))
        for id in each.questions:
            if id not in found:
                help = near(id, sorted(found))
                message = f"no question '{id}' in the pool '{pool.id}'"
                report(NOT_IN_POOL.at(each.span, message, help=help))
        chosen = tuple(q for id, q in found.items() if not each.questions or id in each.questions)
        for question in chosen:
            check_critical(question, quiz.attempts, each.span, report)
        use = PoolUse(pool=pool.id, title=pool.title, drawn=each.drawn, span=pool.span)
        yield use, chosen


def _homes(quizzes: Sequence[Quiz], asked: Asked, ids: Ids) -> Mapping[str, str]:
    """Question → its home. One that was frozen before it came into a pool may have come from any
    of the quizzes that ask it now: most likely from one that drew it, or that was there as well.
    """
    askers: dict[str, list[Quiz]] = {}
    for quiz in quizzes:
        for _, questions in asked[quiz.id]:
            for question in questions:
                askers.setdefault(question.id, []).append(quiz)
    frozen = ids.frozen
    for id, found in askers.items():

        def likely(quiz: Quiz, id: str = id) -> tuple[bool, bool, bool]:
            drew = id in frozen.openedx.banks.get(quiz.id, {})
            return not drew, quiz.id not in frozen.lessons, quiz.pretest

        ids.used.homes[id] = frozen.homes.get(id) or min(found, key=likely).id
    return ids.used.homes


def _filled(
    quiz: Quiz,
    asked: Sequence[tuple[PoolUse, tuple[Question, ...]]],
    homes: Mapping[str, str],
    path: str,
    ids: Ids,
) -> Quiz:
    """The quiz with what it asks of pools behind its own questions."""

    def here(question: Question) -> Question:
        if homes[question.id] == quiz.id:
            return replace(question, pool=pool, ordinal=ids.used.questions[question.id])
        number = ids.asking(asked_key(question.id, quiz.id), path)
        return replace(question, pool=pool, asked_in=quiz.id, ordinal=number)

    found = list(quiz.questions)
    for use, questions in asked:
        pool = use.pool
        found += map(here, questions)
    return replace(
        quiz,
        questions=tuple(found),
        pools=tuple(use for use, _ in asked),
        graded=quiz.graded and any(question.scored for question in found),
    )


def _report_unused(
    pools: Mapping[str, Pool], named: set[str], quizzes: Sequence[Quiz], report: Report
) -> None:
    never = {(quiz.id, id) for quiz in quizzes for plan in draw_plans(quiz) for id in plan.never}
    shown = {q.id for quiz in quizzes for q in quiz.questions if (quiz.id, q.id) not in never}
    for pool in pools.values():
        if pool.id not in named:
            help = f"write 'pools: {{{pool.id}: 3}}' in the front matter of a quiz"
            report(UNUSED.at(pool.span, f"no quiz asks the pool '{pool.id}'", help=help))
            continue
        for question in pool.questions:
            if question.scored and question.id not in shown:
                message = f"no quiz asks '{question.id}'"
                help = f"write 'pools: {{{pool.id}: all}}' in a quiz, or a larger number"
                report(UNASKED.at(question.span, message, help=help))
