"""How a quiz draws from its bank: one plan for the player, Moodle's slots and Open edX's banks."""

from __future__ import annotations

from moocbuild.model.course import Quiz
from moocbuild.model.question import Question
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawPlan:
    """`always` are in every attempt; one is taken from each pool; `rest` more from what is left.

    Values are question ids in bank order. Where nothing is drawn, `always` is the whole bank.
    never: those that no attempt shows, as the draw has no room for their items.
    """

    always: tuple[str, ...]
    pools: tuple[tuple[str, ...], ...] = ()
    rest: int = 0
    never: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """Questions an attempt shows."""
        return len(self.always) + len(self.pools) + self.rest


def draw_plan(quiz: Quiz) -> DrawPlan:
    """Critical questions, then one for each main item not yet met, then the rest.

    Pools come in the order in which main items first appear; where the draw is smaller than the
    number of items, the first ones win. A draw smaller than the critical questions grows to them.
    """
    bank = [q for q in quiz.questions if q.scored]
    if not 0 < quiz.drawn < len(bank):
        return DrawPlan(always=tuple(q.id for q in bank))
    always = [q for q in bank if q.critical]
    met = {main_item(q) for q in always}
    pools: dict[str, list[str]] = {}
    for q in bank:
        if not q.critical and main_item(q) not in met:
            pools.setdefault(main_item(q), []).append(q.id)
    room = max(0, quiz.drawn - len(always))
    chosen = list(pools.values())[:room]
    rest = room - len(chosen)
    shown = {*(q.id for q in always), *(id for pool in chosen for id in pool)}
    return DrawPlan(
        always=tuple(q.id for q in always),
        pools=tuple(tuple(pool) for pool in chosen),
        rest=rest,
        never=() if rest else tuple(q.id for q in bank if q.id not in shown),
    )


def main_item(question: Question) -> str:
    """The code of the first item, "" without one."""
    return question.competencies[0].code if question.competencies else ""
