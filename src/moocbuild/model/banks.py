"""A quiz that draws → problems that everybody gets, and item banks that give each learner some.

Banks share no question, so what the model's draw plan takes "from what is left" is taken first
from the questions outside of its pools, which would be lost else, then from the banks that have
most left.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from moocbuild.model.course import Quiz
from moocbuild.model.draw import DrawPlan, draw_plans, main_item
from moocbuild.values import dataclass

ALWAYS = "*"
"""In place of the item of a bank: in every draw."""


@dataclass(frozen=True, slots=True)
class Bank:
    """`count` of `questions`, by id. item: the competency that they have in common, or "".

    pool: the one that they are of, "" for questions of the quiz's own.
    """

    item: str
    questions: tuple[str, ...]
    count: int
    pool: str = ""


def banks(quiz: Quiz) -> tuple[tuple[str, ...], list[Bank]]:
    """The questions that are in every draw, and the banks; no bank gives all that it has."""
    items = {q.id: main_item(q) for q in quiz.questions}
    drawn = [bank for plan in draw_plans(quiz) for bank in _banks(plan, items)]
    plain = {id for plan in draw_plans(quiz) for id in plan.always}
    whole = {id for each in drawn if each.count == len(each.questions) for id in each.questions}
    always = tuple(q.id for q in quiz.questions if q.id in whole or q.id in plain)
    return always, [each for each in drawn if each.count < len(each.questions)]


def _banks(plan: DrawPlan, items: Mapping[str, str]) -> Iterator[Bank]:
    """What is drawn by one plan; `rest` goes to where most is left."""
    if not plan.draws:
        return
    pools = [list(pool) for pool in plan.pools]
    outside = [id for id in plan.bank if id not in plan.chosen]
    names = [items[pool[0]] for pool in pools]
    counts = [1] * len(pools)
    rest = plan.rest
    if rest and outside:
        pools, names, counts = [*pools, outside], [*names, ""], [*counts, 1]
        rest -= 1
    _share(rest, pools, counts)
    for name, pool, count in zip(names, pools, counts, strict=True):
        yield Bank(name, tuple(pool), count, plan.pool)


def bank_names(quiz: Quiz) -> dict[str, str]:
    """Question → the item of its bank, "" for the bank of no item, or ALWAYS.

    {} for a quiz that asks all that it has.
    """
    always, drawn = banks(quiz)
    if not drawn:
        return {}
    names = dict.fromkeys(always, ALWAYS)
    for bank in drawn:
        name = f"{bank.pool}: {bank.item}" if bank.pool else bank.item
        names |= dict.fromkeys(bank.questions, name)
    return {question.id: names[question.id] for question in quiz.questions if question.id in names}


def _share(rest: int, pools: list[list[str]], counts: list[int]) -> None:
    for _ in range(rest):
        left = [len(pool) - count for pool, count in zip(pools, counts, strict=True)]
        counts[left.index(max(left))] += 1
