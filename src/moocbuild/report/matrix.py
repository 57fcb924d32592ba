"""The fidelity matrix: a Markdown table made from what targets say of themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from moocbuild.lower import features
from moocbuild.target import Fate, Feature, Target

_Fates = Mapping[str, Mapping[Feature, Fate]]


def matrix(targets: Sequence[Target]) -> str:
    """Rows are features, columns targets; below it, how and why, for what is not kept whole."""
    shown = {target.name: features(target) for target in targets if target.content}
    return "\n".join((*_table(shown), "", *_reasons(shown))) + "\n"


def _table(targets: _Fates) -> Iterator[str]:
    yield "| | " + " | ".join(targets) + " |"
    yield "| --- |" + " --- |" * len(targets)
    for feature in Feature:
        marks = (fates[feature].state.mark for fates in targets.values())
        yield f"| {feature.value} | " + " | ".join(marks) + " |"


def _reasons(targets: _Fates) -> Iterator[str]:
    """One line for each way in which a feature fares, with the targets it holds for."""
    for feature in Feature:
        ways: dict[Fate, list[str]] = {}
        for name, fates in targets.items():
            if not fates[feature].kept:
                ways.setdefault(fates[feature], []).append(name)
        for fate, names in ways.items():
            yield f"- **{feature.value}** ({', '.join(names)}): {fate.how}."
