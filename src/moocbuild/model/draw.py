"""How a quiz draws from its bank: one plan for the player, Moodle's slots and Open edX's banks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from moocbuild.model.course import Quiz
from moocbuild.model.question import Question
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawPlan:
    """`always` are in every attempt; one is taken from each group of `pools`; `rest` more from
    what is left of `bank`.

    Values are question ids in bank order. Where nothing is drawn, `always` is the whole bank.
    never: those that no attempt shows, as the draw has no room for their items. pool: the pool
    that is drawn from, "" for the quiz's own questions.
    """

    always: tuple[str, ...]
    pools: tuple[tuple[str, ...], ...] = ()
    rest: int = 0
    never: tuple[str, ...] = ()
    bank: tuple[str, ...] = field(default=(), compare=False)
    pool: str = ""

    @property
    def size(self) -> int:
        """Questions an attempt shows."""
        return len(self.always) + len(self.pools) + self.rest

    @property
    def draws(self) -> bool:
        """Whether attempts differ."""
        return bool(self.pools or self.rest)

    @property
    def chosen(self) -> frozenset[str]:
        """What is in every attempt, or in a group."""
        return frozenset((*self.always, *(id for pool in self.pools for id in pool)))


def draw_plans(quiz: Quiz) -> tuple[DrawPlan, ...]:
    """Of its own questions first, then of each pool that it asks."""
    pools = (_plan(quiz, use.pool, use.drawn) for use in quiz.pools)
    return (draw_plan(quiz), *pools)


def draw_plan(quiz: Quiz) -> DrawPlan:
    """Of a quiz's own questions: critical ones, then one for each main item not yet met, then the
    rest.

    Groups come in the order in which main items first appear; where the draw is smaller than the
    number of items, the first ones win. A draw smaller than the critical questions grows to them.
    """
    return _plan(quiz, "", quiz.drawn)


def _plan(quiz: Quiz, pool: str, drawn: int) -> DrawPlan:
    bank = [q for q in quiz.questions if q.scored and q.pool == pool]
    ids = tuple(q.id for q in bank)
    if not 0 < drawn < len(bank):
        return DrawPlan(always=ids, bank=ids, pool=pool)
    always = [q for q in bank if q.critical]
    room = max(0, drawn - len(always))
    chosen = _groups(bank)[:room]
    rest = room - len(chosen)
    shown = {*(q.id for q in always), *(id for group in chosen for id in group)}
    return DrawPlan(
        always=tuple(q.id for q in always),
        pools=tuple(chosen),
        rest=rest,
        never=() if rest else tuple(q.id for q in bank if q.id not in shown),
        bank=ids,
        pool=pool,
    )


def _groups(bank: Sequence[Question]) -> list[tuple[str, ...]]:
    """The questions of each main item that no critical one has."""
    met = {main_item(q) for q in bank if q.critical}
    groups: dict[str, list[str]] = {}
    for q in bank:
        if not q.critical and main_item(q) not in met:
            groups.setdefault(main_item(q), []).append(q.id)
    return [tuple(group) for group in groups.values()]


def main_item(question: Question) -> str:
    """The code of the first item, "" without one."""
    return question.competencies[0].code if question.competencies else ""
