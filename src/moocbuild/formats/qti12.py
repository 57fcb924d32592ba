"""QTI 1.2.1 as the Common Cartridge profile has it: one assessment with one section of items.

The order of conditions is what both importers were found to need: first what is always shown,
then the right answer (Open edX's reads everything up to the first `continue="No"` as right),
then feedback for single options, never with `continue="Yes"` (Moodle 4.5 and 5.1 would show it
to everyone). Knows HTML as finished strings; knows nothing of courses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from moocbuild.formats.xml import Element, vocabulary

V = vocabulary("http://www.imsglobal.org/xsd/ims_qtiasiv1p2")
_RESPONSE = "response"
_GENERAL = "general_fb"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What every question has. Texts are HTML. weighting: 1 to 99, 0 for none.

    explanation: shown whatever the answer. hint: no importer that was tried shows it.
    """

    ident: str
    title: str
    prompt: str
    weighting: int = 0
    hint: str = ""
    explanation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """ident: unique even without case, since Moodle compares so."""

    ident: str
    text: str
    correct: bool
    feedback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """One answer to type. exact: capitals count. feedback: HTML."""

    ident: str
    text: str
    correct: bool = True
    exact: bool = False
    feedback: str = ""


def assessment(
    ident: str, title: str, items: Iterable[Element], *, language: str, intro: str = ""
) -> Element:
    """The root element of a quiz; items: at least one. intro: HTML."""
    fields = {
        "cc_profile": "cc.exam.v0p1",
        "qmd_assessmenttype": "Examination",
        "qmd_scoretype": "Percentage",
        "qmd_feedbackpermitted": "Yes",
        "qmd_hintspermitted": "Yes",
        "qmd_solutionspermitted": "Yes",
        "cc_maxattempts": "unlimited",
    }
    exam = V(
        "assessment",
        {"ident": ident, "title": title, _XML_LANG: language},
        _metadata(fields),
        V("rubric", _material(intro)) if intro else None,
        V("section", {"ident": "root_section"}, *items),
    )
    return V("questestinterop", exam)


def multiple_choice(item: Item, options: Sequence[Option], *, shuffle: bool = False) -> Element:
    """One right answer of three or more (the profile refuses two)."""
    return _single("cc.multiple_choice.v0p1", item, options, shuffle)


def true_false(item: Item, options: Sequence[Option]) -> Element:
    """Two options whose idents are exactly `true` and `false`, or Moodle's import stops."""
    return _single("cc.true_false.v0p1", item, options, shuffle=False)


def multiple_response(item: Item, options: Sequence[Option], *, shuffle: bool = False) -> Element:
    """Several right answers of two or more options, all or nothing.

    `case="Yes"` stands on every comparison: without it Moodle gives every answer nothing.
    """
    right = [_equal(o.ident, exact=True) for o in options if o.correct]
    wrong = [V("not", _equal(o.ident, exact=True)) for o in options if not o.correct]
    scoring = [_condition(V("and", None, *right, *wrong), score=True)] if right else []
    feedback = [_condition(_equal(o.ident, exact=True), o) for o in options if o.feedback]
    asked = _choices("Multiple", options, shuffle)
    return _item("cc.multiple_response.v0p1", item, asked, [*scoring, *feedback], options)


def fill_in(item: Item, answers: Sequence[Accepted]) -> Element:
    """A word or a few to type.

    All right answers stand in one condition: Moodle reads no other (and neither their feedback).
    """
    right = [_equal(a.text, exact=a.exact) for a in answers if a.correct]
    shown = [a for a in answers if a.correct and a.feedback]
    wrong = [a for a in answers if not a.correct]
    scoring = [_condition(*right, *shown, score=True)] if right else []
    others = [_condition(_equal(a.text, exact=a.exact), a) for a in wrong if a.feedback]
    told = [*shown, *(a for a in wrong if a.feedback)]
    asked = V("response_str", {"ident": _RESPONSE, "rcardinality": "Single"}, V("render_fib"))
    return _item("cc.fib.v0p1", item, asked, [*scoring, *others], told)


def _single(profile: str, item: Item, options: Sequence[Option], shuffle: bool) -> Element:
    scoring = [_condition(_equal(o.ident), o, score=True) for o in options if o.correct]
    others = [o for o in options if not o.correct and o.feedback]
    feedback = [_condition(_equal(o.ident), o) for o in others]
    asked = _choices("Single", options, shuffle)
    return _item(profile, item, asked, [*scoring, *feedback], options)


def _item(
    profile: str,
    item: Item,
    asked: Element,
    conditions: Sequence[Element],
    told: Sequence[Option | Accepted],
) -> Element:
    fields = {"cc_profile": profile}
    if item.weighting:
        fields["cc_weighting"] = str(item.weighting)
    return V(
        "item",
        {"ident": item.ident, "title": item.title},
        V("itemmetadata", _metadata(fields)),
        V("presentation", _material(item.prompt), asked),
        _processing(item, conditions),
        *_feedback(item, told),
    )


def _processing(item: Item, conditions: Sequence[Element]) -> Element:
    score = {"varname": "SCORE", "vartype": "Decimal", "minvalue": "0", "maxvalue": "100"}
    always = [_always(item)] if item.explanation or not conditions else []
    return V("resprocessing", V("outcomes", V("decvar", score)), *always, *conditions)


def _always(item: Item) -> Element:
    shown = _display(_GENERAL) if item.explanation else None
    return V("respcondition", {"continue": "Yes"}, V("conditionvar", V("other")), shown)


def _condition(*parts: Element | Option | Accepted, score: bool = False) -> Element:
    tests = [p for p in parts if isinstance(p, Element)]
    shown = [p for p in parts if not isinstance(p, Element) and p.feedback]
    return V(
        "respcondition",
        {"continue": "No"},
        V("conditionvar", None, *tests),
        V("setvar", {"varname": "SCORE", "action": "Set"}, "100") if score else None,
        *(_display(_feedback_ident(p)) for p in shown),
    )


def _equal(value: str, *, exact: bool = False) -> Element:
    case = {"case": "Yes"} if exact else {}
    return V("varequal", {"respident": _RESPONSE, **case}, value)


def _display(ident: str) -> Element:
    return V("displayfeedback", {"feedbacktype": "Response", "linkrefid": ident})


def _feedback(item: Item, told: Iterable[Option | Accepted]) -> Iterator[Element]:
    if item.explanation:
        yield V("itemfeedback", {"ident": _GENERAL}, _flow(item.explanation))
    for part in told:
        if part.feedback:
            yield V("itemfeedback", {"ident": _feedback_ident(part)}, _flow(part.feedback))
    if item.hint:
        hint = V("hint", V("hintmaterial", _flow(item.hint)))
        yield V("itemfeedback", {"ident": "hint"}, hint)


def _feedback_ident(part: Option | Accepted) -> str:
    return f"{part.ident}_fb"


def _choices(cardinality: str, options: Iterable[Option], shuffle: bool) -> Element:
    labels = (V("response_label", {"ident": o.ident}, _material(o.text)) for o in options)
    choices = V("render_choice", {"shuffle": "Yes"} if shuffle else None, *labels)
    return V("response_lid", {"ident": _RESPONSE, "rcardinality": cardinality}, choices)


def _flow(html: str) -> Element:
    return V("flow_mat", _material(html))


def _material(html: str) -> Element:
    return V("material", V("mattext", {"texttype": "text/html"}, html))


def _metadata(fields: dict[str, str]) -> Element:
    rows = (
        V("qtimetadatafield", V("fieldlabel", label), V("fieldentry", entry))
        for label, entry in fields.items()
    )
    return V("qtimetadata", None, *rows)
