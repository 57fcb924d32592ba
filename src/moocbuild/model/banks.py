"""A quiz that draws → problems that everybody gets, and item banks that give each learner some.

Banks share no question, so what the model's draw plan takes "from what is left" is taken first
from the questions outside of its pools, which would be lost else, then from the banks that have
most left.
"""

from __future__ import annotations

from moocbuild.model.course import Quiz
from moocbuild.model.draw import draw_plan, main_item
from moocbuild.values import dataclass

ALWAYS = "*"
"""In place of the item of a bank: in every draw."""


@dataclass(frozen=True, slots=True)
class Bank:
    """`count` of `questions`, by id. item: the competency that they have in common, or ""."""

    item: str
    questions: tuple[str, ...]
    count: int


def banks(quiz: Quiz) -> tuple[tuple[str, ...], list[Bank]]:
    """The questions that are in every draw, and the banks; no bank gives all that it has."""
    plan = draw_plan(quiz)
    if not plan.pools and not plan.rest:
        return plan.always, []
    items = {q.id: main_item(q) for q in quiz.questions}
    pools = [list(pool) for pool in plan.pools]
    taken = {*plan.always, *(id for pool in pools for id in pool)}
    outside = [q.id for q in quiz.questions if q.scored and q.id not in taken]
    names = [items[pool[0]] for pool in pools]
    counts = [1] * len(pools)
    rest = plan.rest
    if rest and outside:
        pools, names, counts = [*pools, outside], [*names, ""], [*counts, 1]
        rest -= 1
    _share(rest, pools, counts)
    drawn = [
        Bank(name, tuple(pool), count)
        for name, pool, count in zip(names, pools, counts, strict=True)
    ]
    whole = {id for each in drawn if each.count == len(each.questions) for id in each.questions}
    always = tuple(q.id for q in quiz.questions if q.id in whole or q.id in plan.always)
    return always, [each for each in drawn if each.count < len(each.questions)]


def bank_names(quiz: Quiz) -> dict[str, str]:
    """Question → the item of its bank, "" for the bank of no item, or ALWAYS.

    {} for a quiz that asks all that it has.
    """
    always, drawn = banks(quiz)
    if not drawn:
        return {}
    names = dict.fromkeys(always, ALWAYS)
    names |= {id: bank.item for bank in drawn for id in bank.questions}
    return {question.id: names[question.id] for question in quiz.questions if question.id in names}


def _share(rest: int, pools: list[list[str]], counts: list[int]) -> None:
    for _ in range(rest):
        left = [len(pool) - count for pool, count in zip(pools, counts, strict=True)]
        counts[left.index(max(left))] += 1
