"""What an item does with answers: as much of QTI's response processing as our items have.

Written after the standard (QTI 2.1, Information Model, 8 and 15), not after our writer: an
expression that it does not know is an error.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

Answers = Mapping[str, Sequence[str]]


@dataclass(frozen=True)
class Result:
    """The outcome SCORE, and the modal feedback that is shown."""

    score: float
    shown: list[str]


def scored(item: etree._Element, answers: Answers) -> Result:
    """What comes of these answers, by response identifier."""
    found = _Session(item, answers)
    for rule in item.iterfind("{*}responseProcessing/*"):
        found.run(rule)
    shown = [
        " ".join("".join(map(str, each.itertext())).split())
        for each in item.iterfind("{*}modalFeedback")
        if each.get("identifier") in found.told(each.get("outcomeIdentifier"))
        and each.get("showHide") == "show"
    ]
    return Result(found.values["SCORE"], shown)


def name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)


class _Session:
    def __init__(self, item: etree._Element, answers: Answers) -> None:
        self.declared = {e.get("identifier"): e for e in item.iterfind("{*}responseDeclaration")}
        assert set(answers) <= set(self.declared)
        self.values: dict[str, Any] = {}
        for id, declared in self.declared.items():
            given = list(answers.get(id, []))
            single = declared.get("cardinality") == "single"
            if declared.get("baseType") == "float":
                given = [float(each) for each in given]  # type: ignore[misc]
            self.values[id] = (given[0] if given else None) if single else (given or None)
        for outcome in item.iterfind("{*}outcomeDeclaration"):
            default = outcome.findtext("{*}defaultValue/{*}value")
            self.values[outcome.get("identifier")] = None if default is None else float(default)

    def told(self, outcome: str) -> list[str]:
        """The identifiers that an outcome has."""
        value = self.values[outcome]
        return value if isinstance(value, list) else [] if value is None else [value]

    def run(self, rule: etree._Element) -> None:
        if name(rule) == "setOutcomeValue":
            self.values[rule.get("identifier")] = self.of(rule[0])
            return
        assert name(rule) == "responseCondition"
        for branch in rule:
            if self.of(branch[0]) is True:
                for then in branch[1:]:
                    self.run(then)
                return

    def of(self, e: etree._Element) -> Any:  # noqa: C901 - one case an expression
        kind, inner = name(e), [] if name(e) == "mapResponse" else [self.of(c) for c in e]
        match kind:
            case "variable":
                return self.values[e.get("identifier")]
            case "baseValue":
                return float(e.text) if e.get("baseType") == "float" else e.text
            case "sum":
                return sum(inner)
            case "and":
                return all(each is True for each in inner)
            case "gte" | "lte":
                if None in inner:
                    return None
                return inner[0] >= inner[1] if kind == "gte" else inner[0] <= inner[1]
            case "match":
                return None if None in inner else inner[0] == inner[1]
            case "index":
                place = int(e.get("n")) - 1
                return inner[0][place] if inner[0] and place < len(inner[0]) else None
            case "stringMatch":
                return None if None in inner else self._same(e, *inner)
            case "mapResponse":
                return self._mapped(e.get("identifier"))
        raise AssertionError(f"not known: {kind}")

    def _same(self, e: etree._Element, one: str, other: str) -> bool:
        exact = e.get("caseSensitive") == "true"
        return one == other if exact else one.casefold() == other.casefold()

    def _mapped(self, id: str) -> float:
        mapping = self.declared[id].find("{*}mapping")
        value = self.values[id]
        given = value if isinstance(value, list) else [] if value is None else [value]
        whole, default = 0.0, mapping.get("defaultValue")
        for each in dict.fromkeys(given):
            entry = next((m for m in mapping if self._is(m, each)), None)
            whole += float(entry.get("mappedValue") if entry is not None else default)
        low, high = float(mapping.get("lowerBound")), float(mapping.get("upperBound"))
        return min(high, max(low, whole))

    def _is(self, entry: etree._Element, value: str) -> bool:
        key = entry.get("mapKey")
        folded = entry.get("caseSensitive") == "false"
        return bool(key.casefold() == value.casefold() if folded else key == value)
