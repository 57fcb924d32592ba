"""The French of the reference course gives its answers away no more than the English does.

What holds in one language says nothing of another: words grow by a fifth, a question mark goes,
an infinitive stands where an imperative stood. Units that are not translated are left out, so
that both languages are asked the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

import pytest

from i18n.courses import REFERENCE, in_language, loaded
from moocbuild.checks.guessing import guessed
from moocbuild.checks.guessing.banks import Bank, Decision, Kind, banks
from moocbuild.checks.guessing.chance import at_most
from moocbuild.checks.guessing.tells import eye
from moocbuild.diagnostics import Collector
from moocbuild.model.course import Course

LANGUAGES = ("en", "fr")
KINDS: tuple[Kind, ...] = ("questions", "simulation")
FAR = 0.3
"""How much longer or shorter than the others a best option may be before it stands out."""
Rule = Callable[[Decision], Sequence[bool]]
"""Which options somebody who reads none of the text would choose from."""


@cache
def course(language: str) -> Course:
    found = loaded(REFERENCE)
    assert found.course is not None
    return found.course if language == "en" else in_language(found, language, Collector())


def translated(language: str) -> Iterator[Bank]:
    """Banks of the units that stand in both languages."""
    units = {bank.unit for bank in banks(course("fr"))}
    return (bank for bank in banks(course(language)) if bank.unit in units)


def decisions(language: str, kind: Kind) -> list[Decision]:
    return [d for bank in translated(language) if bank.kind == kind for d in bank.decisions]


def by_length(wanted: Callable[[int, int, int], bool]) -> Rule:
    """Of the length of an option, the shortest and the longest."""

    def rule(decision: Decision) -> list[bool]:
        lengths = [len(option) for option in decision.options]
        return [wanted(length, min(lengths), max(lengths)) for length in lengths]

    return rule


def by_tell(language: str, tell: str, *, having: bool) -> Rule:
    """Of what `check` looks for, such as a word that is absolute; or of its absence."""
    look = eye(language)

    def rule(decision: Decision) -> list[bool]:
        marks = look(decision).tells.get(tell, (False,) * len(decision.options))
        return [mark == having for mark in marks]

    return rule


def by_form(decision: Decision) -> list[bool]:
    """The one that is built differently: speech among actions, or an action among what is said."""
    forms = [option.strip()[:1] in "«“(" for option in decision.options]
    return [forms.count(form) == 1 for form in forms]


def rules(language: str) -> dict[str, Rule]:
    found: dict[str, Rule] = {
        "the longest": by_length(lambda length, _, most: length == most),
        "the shortest": by_length(lambda length, least, _: length == least),
        "neither longest nor shortest": by_length(lambda n, least, most: least < n < most),
        "not the longest": by_length(lambda length, _, most: length < most),
        "not the shortest": by_length(lambda length, least, _: length > least),
        "the one of another form": by_form,
    }
    tells = ("first", "last", "echo", "alike", "sentences", "question", "quotation", "comma")
    for tell in (*tells, "colon", "absolute", "careful", "concession", "denial", "condition"):
        found[f"with {tell}"] = by_tell(language, tell, having=True)
        found[f"without {tell}"] = by_tell(language, tell, having=False)
    return found


def hits(rule: Rule, asked: Iterable[Decision]) -> float:
    """How many best options a rule finds on average; where it says nothing, chance decides."""
    return sum(_share(rule(decision), decision) for decision in asked)


def _share(chosen: Sequence[bool], decision: Decision) -> float:
    if not any(chosen):
        return decision.chance
    right = sum(mark and best for mark, best in zip(chosen, decision.best, strict=True))
    return right / sum(chosen)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_simple_rule_finds_more_best_options_than_chance(language: str, kind: Kind) -> None:
    asked = decisions(language, kind)
    assert len(asked) > 50
    allowed = at_most(decision.chance for decision in asked)
    found = {name: hits(rule, asked) for name, rule in rules(language).items()}
    assert {name: each for name, each in found.items() if each > allowed} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_learned_on_other_units_find_a_third_at_most(language: str) -> None:
    units = {bank.unit for bank in translated(language)}
    judged = [g for g in guessed(course(language)) if g.bank.unit in units]
    assert [each.bank.title for each in judged if each.hits > each.allowed] == []
    asked = [each for each in judged if each.bank.kind == "questions"]
    assert len(asked) == 3
    assert sum(each.hits for each in asked) <= sum(each.asked for each in asked) / 3


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_best_options_are_about_as_long_as_others(language: str, kind: Kind) -> None:
    asked = decisions(language, kind)
    far = [decision for decision in asked if abs(_ratio(decision) - 1) > FAR]
    assert len(far) <= len(asked) / 4


def _ratio(decision: Decision) -> float:
    """How long best options are on average, as a share of the length of the others."""
    lengths: dict[bool, list[int]] = {True: [], False: []}
    for option, best in zip(decision.options, decision.best, strict=True):
        lengths[best].append(len(option))
    best, other = (sum(each) / len(each) for each in (lengths[True], lengths[False]))
    return best / other


def planted(right: str, *wrong: str) -> list[Decision]:
    decision = Decision("Que faites-vous ?", (right, *wrong), (True, *(False for _ in wrong)))
    return [decision] * 20


@pytest.mark.parametrize(
    ("name", "asked"),
    [
        ("the longest", planted("Attendre ici avec elle.", "Partir.", "Parler.", "Courir.")),
        ("the shortest", planted("Parler.", "Attendre ici.", "Partir de là.", "Courir ici.")),
        ("neither longest nor shortest", planted("Attendre.", "Partir.", "Courir dehors.")),
        ("without absolute", planted("Parler.", "Toujours.", "Jamais ça.", "Tout de suite.")),
        ("the one of another form", planted("« Oui. »", "Partir.", "Parler.", "Courir.")),
        ("with question", planted("« Ça va ? »", "« Venez. »", "« Allez. »", "« Bien. »")),
    ],
)
def test_a_planted_clue_is_found(name: str, asked: list[Decision]) -> None:
    """Else the tests above could not fail."""
    assert hits(rules("fr")[name], asked) > at_most(decision.chance for decision in asked)
