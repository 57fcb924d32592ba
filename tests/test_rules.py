"""Rules: codes and slugs unique, explained, in the range of their kind."""

from __future__ import annotations

import re

import pytest

from moocbuild.diagnostics import Rule, Severity, usage
from moocbuild.lower import features
from moocbuild.lower.losses import LOSSES
from moocbuild.rules import rules
from moocbuild.targets import targets

RULES = list(rules().values())
USAGE = [value for value in vars(usage).values() if isinstance(value, Rule)]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_it_is_explained_in_sentences(rule: Rule) -> None:
    assert re.fullmatch(r"MB[0-4]\d\d", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.slug)
    assert rule.explanation.strip().endswith((".", "`"))
    assert len(rule.explanation.split()) >= 8


IMPERATIVES = frozenset(
    [
        "add",
        "align",
        "ask",
        "begin",
        "call",
        "change",
        "choose",
        "close",
        "confirm",
        "copy",
        "correct",
        "create",
        "delete",
        "describe",
        "download",
        "export",
        "flatten",
        "give",
        "indent",
        "keep",
        "leave",
        "link",
        "list",
        "look",
        "make",
        "mark",
        "move",
        "name",
        "number",
        "pack",
        "part",
        "press",
        "put",
        "read",
        "remove",
        "rename",
        "restore",
        "run",
        "save",
        "say",
        "set",
        "split",
        "swap",
        "take",
        "unpack",
        "use",
        "wait",
        "write",
    ]
)
"""The verbs with which advice begins."""


def is_advice(words: str) -> bool:
    """Whether somebody is told what to type next, or offered the name that was probably meant."""
    return words.partition(" ")[0] in IMPERATIVES or words.startswith("did you mean '")


@pytest.mark.parametrize(
    "rule", [r for r in RULES if r.severity > Severity.NOTE], ids=lambda rule: rule.code
)
def test_it_says_what_to_do_next(rule: Rule) -> None:
    assert is_advice(rule.remedy), rule.remedy


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_losses_in_a_target_are_notes(rule: Rule) -> None:
    losses = rule.code.startswith(("MB3", "MB21", "MB25")) and rule not in USAGE
    of_reviews = rule.code.startswith(("MB39", "MB4"))  # and of imports: not of targets
    assert of_reviews or (rule.severity is Severity.NOTE) == losses


def never_lost() -> set[str]:
    """Codes of features that each target of our own keeps: only a plug-in could lose them."""
    ours = [target for target in targets().values() if target.content]
    kept = (f for f in LOSSES if all(features(target)[f].kept for target in ours))
    return {LOSSES[feature][0].code for feature in kept}
