"""The fidelity matrix: a Markdown table made from what targets say of themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moocbuild.target import Fate, Feature, Target

MARKS = {"kept": "yes", "degraded": "in part", "lost": "no"}


def matrix(targets: Sequence[Target]) -> str:
    """Rows are features, columns targets; below it, how and why, for what is not kept whole."""
    shown = [target for target in targets if target.content]
    return "\n".join((*_table(shown), "", *_reasons(shown))) + "\n"


def _table(targets: Sequence[Target]) -> Iterator[str]:
    yield "| | " + " | ".join(target.name for target in targets) + " |"
    yield "| --- |" + " --- |" * len(targets)
    for feature in Feature:
        marks = (MARKS[target.features[feature].state] for target in targets)
        yield f"| {feature.value} | " + " | ".join(marks) + " |"


def _reasons(targets: Sequence[Target]) -> Iterator[str]:
    """One line for each way in which a feature fares, with the targets it holds for."""
    for feature in Feature:
        ways: dict[Fate, list[str]] = {}
        for target in targets:
            if target.features[feature].state != "kept":
                ways.setdefault(target.features[feature], []).append(target.name)
        for fate, names in ways.items():
            yield f"- **{feature.value}** ({', '.join(names)}): {fate.how}."
