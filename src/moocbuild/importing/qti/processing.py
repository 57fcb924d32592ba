"""Response processing of QTI 1.2 (ASI, chapter 4): what an answer earns, and what is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from lxml import etree

from moocbuild.importing.asked import decimal
from moocbuild.values import dataclass

Element = etree._Element
_SHOWS = "displayfeedback"
Responses = Mapping[str, frozenset[str]]


def local(element: Element) -> str:
    """The name of an element without its namespace: producers differ in it."""
    return str(element.tag).rpartition("}")[2]


def inner(element: Element, *names: str) -> Iterator[Element]:
    """Elements of these names below an element, in order."""
    for each in element.iter():
        if each is not element and local(each) in names:
            yield each


def children(element: Element, *names: str) -> Iterator[Element]:
    """Children of these names."""
    for each in element:
        if local(each) in names:
            yield each


def first(element: Element, *path: str) -> Element | None:
    """The first element down a path of names."""
    for name in path:
        found = next(children(element, name), None)
        if found is None:
            return None
        element = found
    return element


def has(element: Element, *names: str) -> bool:
    """Whether an element of these names stands below one."""
    return next(inner(element, *names), None) is not None


def said(element: Element | None) -> str:
    """The words of an element."""
    return "".join(map(str, element.itertext())).strip() if element is not None else ""


@dataclass(frozen=True, slots=True)
class Result:
    """score: as the processing counts it. shown: idents of feedback."""

    score: float
    shown: tuple[str, ...]


class Processing:
    """The conditions of one item. most: what a right answer earns."""

    def __init__(self, item: Element) -> None:
        self.conditions = [
            condition
            for processing in children(item, "resprocessing")
            for condition in inner(processing, "respcondition", "respcond_extension")
        ]
        declared = next(inner(item, "decvar"), None)
        self._name = (declared.get("varname") or "SCORE") if declared is not None else "SCORE"
        self.most = self._most(declared)
        self._by_feedback = not any(
            self._value(change) > 0
            for condition in self.conditions
            for change in children(condition, "setvar")
        )

    def run(self, responses: Responses) -> Result:
        """What these responses earn. Of variables, only the score counts."""
        score, shown = 0.0, []
        for condition in self.conditions:
            tested = first(condition, "conditionvar")
            if tested is None or not _met(tested, responses):
                continue
            for change in children(condition, "setvar"):
                if (change.get("varname") or "SCORE").upper() in (self._name.upper(), "SCORE"):
                    score = _changed(score, change.get("action") or "Set", self._value(change))
            for display in children(condition, _SHOWS):
                shown.append(display.get("linkrefid") or "")
            if self._is_right(condition):
                return Result(self.most, tuple(dict.fromkeys(shown)))
            if (condition.get("continue") or "No").lower() == "no" and _ends(condition):
                break
        return Result(score, tuple(dict.fromkeys(shown)))

    def told_alone(self, ident: str, value: str) -> tuple[str, ...]:
        """Feedback of conditions that ask for this value and nothing else, wherever they stand:
        where several options are ticked, importers show it for each."""
        found = []
        for condition in self.conditions:
            tested = first(condition, "conditionvar")
            tests = [each for each in tested if local(each)] if tested is not None else []
            alone = len(tests) == 1 and local(tests[0]) == "varequal"
            if alone and said(tests[0]) == value and tests[0].get("respident") == ident:
                found += [each.get("linkrefid") or "" for each in children(condition, _SHOWS)]
        return tuple(found)

    def scoring(self) -> Iterator[Element]:
        """Tests of conditions that give points."""
        for condition in self.conditions:
            tested = first(condition, "conditionvar")
            gives = any(self._value(each) > 0 for each in children(condition, "setvar"))
            if tested is not None and (gives or self._is_right(condition)):
                yield tested

    def tested(self, ident: str) -> list[str]:
        """Values with which a response is compared, in order."""
        found = [
            said(each)
            for condition in self.conditions
            for each in inner(condition, "varequal", "varsubstring", "varsubset")
            if each.get("respident") == ident
        ]
        return list(dict.fromkeys(found))

    def _is_right(self, condition: Element) -> bool:
        """Whether a condition says by its feedback alone that an answer is right: so Blackboard,
        of words, numbers and pairs."""
        shows = (each.get("linkrefid") for each in children(condition, _SHOWS))
        return self._by_feedback and "correct" in shows

    def _value(self, change: Element) -> float:
        written = said(change)
        if written.upper().endswith(".MAX"):
            return self.most
        value = decimal(written or "1")
        return float(value) if value is not None else 0.0

    def _most(self, declared: Element | None) -> float:
        written = declared.get("maxvalue") if declared is not None else None
        value = decimal(written) if written else None
        if value is not None and value > 0:
            return float(value)
        self.most = 1.0
        values = [
            max(0.0, self._value(change))
            for condition in self.conditions
            for change in children(condition, "setvar")
        ]
        return max(values, default=1.0) or 1.0


def _ends(condition: Element) -> bool:
    """Some producers leave `continue` out of conditions that only show feedback for one option,
    and go on: one that changes nothing ends nothing."""
    return condition.get("continue") is not None or has(condition, "setvar")


def _changed(score: float, action: str, value: float) -> float:
    made: Mapping[str, Callable[[], float]] = {
        "add": lambda: score + value,
        "subtract": lambda: score - value,
        "multiply": lambda: score * value,
        "divide": lambda: score / value if value else score,
    }
    return made.get(action.lower(), lambda: value)()


def _met(tested: Element, responses: Responses) -> bool:
    """Whether a condition holds: all of it; of several values for one answer, which cannot all be
    given, one (Moodle reads typed answers so, and cartridges list them so)."""
    tests = [each for each in tested if local(each)]
    idents = {each.get("respident") or "" for each in tests}
    alike = len(tests) > 1 and all(local(each) == "varequal" for each in tests)
    if alike and len(idents) == 1 and len(responses.get(next(iter(idents)), ())) == 1:
        return any(_holds(each, responses) for each in tests)
    return _all(tested, responses)


def _all(tested: Element, responses: Responses) -> bool:
    return all(_holds(each, responses) for each in tested if local(each))


def _holds(test: Element, responses: Responses) -> bool:
    name = local(test)
    if name in ("and", "conditionvar"):
        return _all(test, responses)
    if name == "or":
        return any(_holds(each, responses) for each in test if local(each))
    if name == "not":
        return not _all(test, responses)
    if name == "other":
        return True
    given = responses.get(test.get("respident") or "", frozenset())
    if name == "unanswered":
        return not given
    compare = _COMPARED.get(name)
    return compare is not None and any(compare(test, each) for each in given)


def _equal(test: Element, given: str) -> bool:
    wanted = said(test)
    if (test.get("case") or "No").lower() == "yes":
        return wanted == given
    return wanted.casefold() == given.casefold()


def _holds_words(test: Element, given: str) -> bool:
    return said(test).casefold() in given.casefold()


def _number(compare: Callable[[float, float], bool]) -> Callable[[Element, str], bool]:
    def compared(test: Element, given: str) -> bool:
        wanted, value = decimal(said(test)), decimal(given)
        return wanted is not None and value is not None and compare(float(value), float(wanted))

    return compared


_COMPARED: Mapping[str, Callable[[Element, str], bool]] = {
    "varequal": _equal,
    "varsubstring": _holds_words,
    "varsubset": _equal,
    "vargt": _number(lambda value, wanted: value > wanted),
    "vargte": _number(lambda value, wanted: value >= wanted),
    "varlt": _number(lambda value, wanted: value < wanted),
    "varlte": _number(lambda value, wanted: value <= wanted),
}
