"""QTI 1.2.1 as the Common Cartridge profile has it: one assessment with one section of items.

The order of conditions is what both importers were found to need: first what is always shown,
then the right answer (Open edX's reads everything up to the first `continue="No"` as right),
then feedback for single options, never with `continue="Yes"` (Moodle 4.5 and 5.1 would show it
to everyone). Knows HTML as finished strings; knows nothing of courses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from moocbuild.formats.form import INSIDE, VALUE, Form, document
from moocbuild.formats.xml import Element, Vocabulary, vocabulary

_NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
V = Vocabulary(_NAMESPACE, {})
"""Elements below the root, which declares their namespace."""
_RESPONSE = "response"
_GENERAL = "general_fb"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def _field(label: str, entry: str) -> Element:
    return V("qtimetadatafield", V("fieldlabel", label), V("fieldentry", entry))


def _material(html: str = VALUE) -> Element:
    return V("material", V("mattext", {"texttype": "text/html"}, html))


def _flow() -> Element:
    return V("flow_mat", _material())


def _display(ident: str) -> Element:
    return V("displayfeedback", {"feedbacktype": "Response", "linkrefid": ident})


def _always(*shown: Element) -> Element:
    return V("respcondition", {"continue": "Yes"}, V("conditionvar", V("other")), *shown)


def _equal(**case: str) -> Element:
    return V("varequal", {"respident": _RESPONSE, **case}, VALUE)


def _stop(test: Element, *then: Element) -> Form:
    return Form(V("respcondition", {"continue": "No"}, V("conditionvar", test), *then), 5)


def _choices(shuffle: dict[str, str]) -> Form:
    asked = {"ident": _RESPONSE, "rcardinality": VALUE}
    return Form(V("response_lid", asked, V("render_choice", shuffle, INSIDE)), 5)


_EXAM = {
    "cc_profile": "cc.exam.v0p1",
    "qmd_assessmenttype": "Examination",
    "qmd_scoretype": "Percentage",
    "qmd_feedbackpermitted": "Yes",
    "qmd_hintspermitted": "Yes",
    "qmd_solutionspermitted": "Yes",
    "cc_maxattempts": "unlimited",
}
_SCORE = {"varname": "SCORE", "vartype": "Decimal", "minvalue": "0", "maxvalue": "100"}
_ASSESSMENT = Form(
    vocabulary(_NAMESPACE)(
        "questestinterop",
        V(
            "assessment",
            {"ident": VALUE, "title": VALUE, _XML_LANG: VALUE},
            V("qtimetadata", None, *(_field(*each) for each in _EXAM.items())),
            INSIDE,
            V("section", {"ident": "root_section"}, INSIDE),
        ),
    ),
    0,
)
_RUBRIC = Form(V("rubric", _material()), 2)
_ITEM = Form(
    V(
        "item",
        {"ident": VALUE, "title": VALUE},
        V("itemmetadata", V("qtimetadata", _field("cc_profile", VALUE), INSIDE)),
        V("presentation", _material(), INSIDE),
        V("resprocessing", V("outcomes", V("decvar", _SCORE)), INSIDE),
        INSIDE,
    ),
    3,
)
_WEIGHTING = Form(_field("cc_weighting", VALUE), 6)
_LABEL = Form(V("response_label", {"ident": VALUE}, _material()), 7)
_IN_ORDER, _SHUFFLED = _choices({}), _choices({"shuffle": "Yes"})
_TYPED = Form(
    V("response_str", {"ident": _RESPONSE, "rcardinality": "Single"}, V("render_fib")), 5
)
_ALWAYS, _EXPLAINED = Form(_always(), 5), Form(_always(_display(_GENERAL)), 5)
_EQUAL, _EXACT = Form(_equal(), 7), Form(_equal(case="Yes"), 7)
_AND, _AMONG = Form(V("and", INSIDE), 7), Form(_equal(case="Yes"), 8)
_NOT = Form(V("not", _equal(case="Yes")), 8)
_RIGHT = _stop(INSIDE, V("setvar", {"varname": "SCORE", "action": "Set"}, "100"), INSIDE)
_TOLD, _TOLD_EXACT = (_stop(each, _display(VALUE)) for each in (_equal(), _equal(case="Yes")))
_DISPLAY = Form(_display(VALUE), 6)
_FEEDBACK = Form(V("itemfeedback", {"ident": VALUE}, _flow()), 4)
_HINT = Form(V("itemfeedback", {"ident": "hint"}, V("hint", V("hintmaterial", _flow()))), 4)


class Item(NamedTuple):
    """What every question has. Texts are HTML. weighting: 1 to 99, 0 for none.

    explanation: shown whatever the answer. hint: no importer that was tried shows it.
    """

    ident: str
    title: str
    prompt: str
    weighting: int = 0
    hint: str = ""
    explanation: str = ""


class Option(NamedTuple):
    """ident: unique even without case, since Moodle compares so."""

    ident: str
    text: str
    correct: bool
    feedback: str = ""


class Accepted(NamedTuple):
    """One answer to type. exact: capitals count. feedback: HTML. also: other ways to type it."""

    ident: str
    text: str
    correct: bool = True
    exact: bool = False
    feedback: str = ""
    also: Sequence[str] = ()


def assessment(
    ident: str, title: str, items: Iterable[str], *, language: str, intro: str = ""
) -> bytes:
    """The file of a quiz; items: at least one, as the functions below make them. intro: HTML."""
    rubric = _RUBRIC(intro) if intro else ""
    return document(_ASSESSMENT(ident, title, language, rubric, "".join(items)))


def multiple_choice(item: Item, options: Sequence[Option], *, shuffle: bool = False) -> str:
    """One right answer of three or more (the profile refuses two)."""
    return _single("cc.multiple_choice.v0p1", item, options, shuffle)


def true_false(item: Item, options: Sequence[Option]) -> str:
    """Two options whose idents are exactly `true` and `false`, or Moodle's import stops."""
    return _single("cc.true_false.v0p1", item, options, shuffle=False)


def multiple_response(item: Item, options: Sequence[Option], *, shuffle: bool = False) -> str:
    """Several right answers of two or more options, all or nothing.

    `case="Yes"` stands on every comparison: without it Moodle gives every answer nothing.
    """
    right = [_AMONG(o.ident) for o in options if o.correct]
    wrong = [_NOT(o.ident) for o in options if not o.correct]
    scoring = [_right(_AND("".join(right + wrong)))] if right else []
    feedback = [_TOLD_EXACT(o.ident, _feedback_ident(o)) for o in options if o.feedback]
    asked = _offered("Multiple", options, shuffle)
    return _item("cc.multiple_response.v0p1", item, asked, [*scoring, *feedback], options)


def fill_in(item: Item, answers: Sequence[Accepted]) -> str:
    """A word or a few to type.

    All right answers stand in one condition: Moodle reads no other (and neither their feedback).
    """
    ways = [(a, text) for a in answers for text in (a.text, *a.also)]
    right = [(_EXACT if a.exact else _EQUAL)(text) for a, text in ways if a.correct]
    shown = [a for a in answers if a.correct and a.feedback]
    wrong = [a for a in answers if not a.correct and a.feedback]
    scoring = [_right("".join(right), *shown)] if right else []
    others = [
        (_TOLD_EXACT if a.exact else _TOLD)(text, _feedback_ident(a))
        for a, text in ways
        if not a.correct and a.feedback
    ]
    return _item("cc.fib.v0p1", item, _TYPED(), [*scoring, *others], [*shown, *wrong])


def _single(profile: str, item: Item, options: Sequence[Option], shuffle: bool) -> str:
    scoring = [_right(_EQUAL(o.ident), o) for o in options if o.correct]
    others = [o for o in options if not o.correct and o.feedback]
    feedback = [_TOLD(o.ident, _feedback_ident(o)) for o in others]
    asked = _offered("Single", options, shuffle)
    return _item(profile, item, asked, [*scoring, *feedback], options)


def _item(
    profile: str,
    item: Item,
    asked: str,
    conditions: Sequence[str],
    told: Sequence[Option | Accepted],
) -> str:
    weighting = _WEIGHTING(str(item.weighting)) if item.weighting else ""
    always = [_EXPLAINED() if item.explanation else _ALWAYS()]
    processed = [*(always if item.explanation or not conditions else []), *conditions]
    return _ITEM(
        item.ident,
        item.title,
        profile,
        weighting,
        item.prompt,
        asked,
        "".join(processed),
        "".join(_feedback(item, told)),
    )


def _right(tests: str, *told: Option | Accepted) -> str:
    shown = [_DISPLAY(_feedback_ident(part)) for part in told if part.feedback]
    return _RIGHT(tests, "".join(shown))


def _feedback(item: Item, told: Iterable[Option | Accepted]) -> Iterator[str]:
    if item.explanation:
        yield _FEEDBACK(_GENERAL, item.explanation)
    for part in told:
        if part.feedback:
            yield _FEEDBACK(_feedback_ident(part), part.feedback)
    if item.hint:
        yield _HINT(item.hint)


def _feedback_ident(part: Option | Accepted) -> str:
    return f"{part.ident}_fb"


def _offered(cardinality: str, options: Iterable[Option], shuffle: bool) -> str:
    labels = "".join([_LABEL(option.ident, option.text) for option in options])
    return (_SHUFFLED if shuffle else _IN_ORDER)(cardinality, labels)
