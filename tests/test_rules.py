"""Rules: codes and slugs unique, explained, in the range of their kind."""

from __future__ import annotations

import re

import pytest

from moocbuild.diagnostics import Rule, Severity, usage
from moocbuild.lower import features
from moocbuild.lower.unsupported import LOSSES
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


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_losses_in_a_target_are_notes(rule: Rule) -> None:
    losses = rule.code.startswith(("MB3", "MB21", "MB25")) and rule not in USAGE
    assert (rule.severity is Severity.NOTE) == losses


def never_lost() -> set[str]:
    """Codes of features that each target of our own keeps: only a plug-in could lose them."""
    ours = [target for target in targets().values() if target.content]
    kept = (f for f in LOSSES if all(features(target)[f].kept for target in ours))
    return {LOSSES[feature][0].code for feature in kept}
