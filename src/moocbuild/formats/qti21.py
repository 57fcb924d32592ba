"""QTI 2.1: items, tests and their package as trees of nodes. Knows nothing of courses.

A node is that of `model.text`, with names of QTI: so texts stand in it as they are, and one
dialect writes both. Names of elements and of their order are those of imsqti_v2p1p1.xsd.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from moocbuild.formats.xml import attribute_value, text
from moocbuild.model.text import Element, Node
from moocbuild.values import dataclass

NAMESPACE = "http://www.imsglobal.org/xsd/imsqti_v2p1"
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
ITEM, TEST = "imsqti_item_xmlv2p1", "imsqti_test_xmlv2p1"
"""Types of resources (QTI 2.1, Integration Guide, 2)."""
SCORE, MAXIMUM, ALWAYS = "SCORE", "MAXSCORE", "ALWAYS"
"""Outcomes. ALWAYS: that of the feedback that is shown whatever was answered."""


def node(name: str, *children: Node | None, **attributes: str) -> Element:
    """An element; `class_` is `class`, `xml_lang` is `xml:lang`, empty values are left out."""
    named = ((_named(key), attribute_value(value)) for key, value in attributes.items() if value)
    return (name, tuple(named), tuple(child for child in children if child), 0)


def _named(key: str) -> str:
    return key.rstrip("_").replace("xml_", "xml:").replace("xsi_", "xsi:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Response:
    """What learners answer. cardinality: single, multiple or ordered. right: values that are
    right. shares: what each value earns, "" for what is scored by rules; from 0 to `most`.
    """

    id: str = "RESPONSE"
    cardinality: str = "single"
    type: str = "identifier"
    right: Sequence[str] = ()
    shares: Sequence[tuple[str, float]] = ()
    most: float = 0.0
    folded: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """What is said after answering: where an outcome is this id, or has it among others."""

    outcome: str
    id: str
    said: Element


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """An item. body: blocks. rules: how the score is found, after what responses map to.

    told: what is said of answers. Each response has an outcome of its own for it (`feedback_of`),
    with its cardinality: so none has to be joined from others, which not every player can do.
    always: what is said whatever was answered.
    """

    id: str
    title: str
    language: str
    points: float
    body: Sequence[Element]
    responses: Sequence[Response] = ()
    rules: Sequence[Element] = ()
    told: Sequence[Told] = ()
    always: Element | None = None


def feedback_of(response: str) -> str:
    """The outcome that says which feedback the answers to a response get."""
    return response.replace("RESPONSE", "FEEDBACK", 1)


def number(value: float) -> str:
    """A number without needless zeros."""
    return f"{value:.10f}".rstrip("0").rstrip(".")


def value(type: str, said: str) -> Element:
    """A constant in an expression."""
    return node("baseValue", text(said), baseType=type)


def variable(id: str) -> Element:
    """What a variable has."""
    return node("variable", identifier=id)


def earn(share: float) -> Element:
    """Adds to the score."""
    return node(
        "setOutcomeValue",
        node("sum", variable(SCORE), value("float", number(share))),
        identifier=SCORE,
    )


def tell(id: str, response: str) -> Element:
    """Shows a feedback of a response."""
    return node("setOutcomeValue", value("identifier", id), identifier=feedback_of(response))


def tell_answer(response: str) -> Element:
    """Shows the feedback of each identifier that was answered."""
    return node("setOutcomeValue", variable(response), identifier=feedback_of(response))


def first(cases: Iterable[tuple[Element, Sequence[Element]]]) -> Element | None:
    """Does what belongs to the first test that holds; None without any that does something."""
    branches = [(test, then) for test, then in cases]
    if not any(then for _, then in branches):
        return None
    names = ["responseIf", *["responseElseIf"] * len(branches)]
    made = (node(n, test, *then) for n, (test, then) in zip(names, branches, strict=False))
    return node("responseCondition", *made)


def item(made: Item) -> Element:
    """The root element of an item's file."""
    maps = [_mapped(each) for each in made.responses if each.shares]
    told = [*made.told, *([Told(ALWAYS, ALWAYS, made.always)] if made.always else [])]
    always = _set_always() if made.always else None
    processing = [rule for rule in (*maps, *made.rules, always) if rule]
    shown = {each.outcome for each in told}
    return node(
        "assessmentItem",
        *map(_response, made.responses),
        _outcome(SCORE, "float", "0"),
        _outcome(MAXIMUM, "float", number(made.points)),
        *(
            _feedback(feedback_of(each.id), each.cardinality)
            for each in made.responses
            if feedback_of(each.id) in shown
        ),
        _feedback(ALWAYS, "single") if made.always else None,
        node("itemBody", *made.body),
        node("responseProcessing", *processing) if processing else None,
        *map(_modal, told),
        xmlns=NAMESPACE,
        identifier=made.id,
        title=made.title,
        xml_lang=made.language,
        adaptive="false",
        timeDependent="false",
    )


def _feedback(id: str, cardinality: str) -> Element:
    return node(
        "outcomeDeclaration", identifier=id, cardinality=cardinality, baseType="identifier"
    )


def _set_always() -> Element:
    return node("setOutcomeValue", value("identifier", ALWAYS), identifier=ALWAYS)


def _modal(told: Told) -> Element:
    return node(
        "modalFeedback",
        told.said,
        outcomeIdentifier=told.outcome,
        identifier=told.id,
        showHide="show",
    )


def _response(made: Response) -> Element:
    correct = node("correctResponse", *(node("value", text(each)) for each in made.right))
    return node(
        "responseDeclaration",
        correct if made.right else None,
        _mapping(made) if made.shares else None,
        identifier=made.id,
        cardinality=made.cardinality,
        baseType=made.type,
    )


def _mapping(made: Response) -> Element:
    case = {"caseSensitive": "false"} if made.folded else {}
    entries = (
        node("mapEntry", mapKey=key, mappedValue=number(share), **case)
        for key, share in made.shares
    )
    bounds = {"lowerBound": "0", "upperBound": number(made.most), "defaultValue": "0"}
    return node("mapping", *entries, **bounds)


def _mapped(made: Response) -> Element:
    share = node("mapResponse", identifier=made.id)
    return node("setOutcomeValue", node("sum", variable(SCORE), share), identifier=SCORE)


def _outcome(id: str, type: str, begins: str) -> Element:
    default = node("defaultValue", node("value", begins))
    return node("outcomeDeclaration", default, identifier=id, cardinality="single", baseType=type)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Items of a test, by identifier and file. drawn: how many of them are asked, 0 for all."""

    id: str
    title: str
    items: Sequence[tuple[str, str, Sequence[str]]]
    drawn: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Test:
    """A test. pass_mark: percent, 0 for none. attempts: 0 for any number. minutes: 0 for any.

    together: whether all is handed in at once. intro: blocks before the first item.
    """

    id: str
    title: str
    sections: Sequence[Section]
    intro: Sequence[Element] = ()
    pass_mark: int = 0
    attempts: int = 0
    minutes: int = 0
    together: bool = False
    feedback: bool = True
    solution: bool = True


def test(made: Test) -> Element:
    """The root element of a test's file."""
    control = node(
        "itemSessionControl",
        maxAttempts="1" if made.together else "0",
        showFeedback=str(made.feedback).lower(),
        showSolution=str(made.solution).lower(),
    )
    limits = node("timeLimits", maxTime=str(made.minutes * 60)) if made.minutes else None
    part = node(
        "testPart",
        control,
        *(
            _section(each, made.intro if not place else ())
            for place, each in enumerate(made.sections)
        ),
        identifier="part",
        navigationMode="nonlinear",
        submissionMode="simultaneous" if made.together else "individual",
    )
    return node(
        "assessmentTest",
        _outcome(SCORE, "float", "0"),
        _outcome(MAXIMUM, "float", "0"),
        _outcome("PASSED", "boolean", "false") if made.pass_mark else None,
        limits,
        part,
        node("outcomeProcessing", *_outcomes(made.pass_mark)),
        xmlns=NAMESPACE,
        identifier=made.id,
        title=made.title,
    )


def _section(made: Section, intro: Sequence[Element]) -> Element:
    refs = (
        node("assessmentItemRef", identifier=id, href=file, category=" ".join(categories))
        for id, file, categories in made.items
    )
    drawn = node("selection", select=str(made.drawn)) if made.drawn else None
    rubric = node("rubricBlock", *intro, view="candidate") if intro else None
    return node(
        "assessmentSection",
        drawn,
        rubric,
        *refs,
        identifier=made.id,
        title=made.title,
        visible="true",
    )


def _outcomes(pass_mark: int) -> Iterable[Element]:
    for id in (SCORE, MAXIMUM):
        whole = node("sum", node("testVariables", variableIdentifier=id))
        yield node("setOutcomeValue", whole, identifier=id)
    if pass_mark:
        score = node("product", variable(SCORE), value("float", "100"))
        wanted = node("product", variable(MAXIMUM), value("float", str(pass_mark)))
        passed = node("setOutcomeValue", value("boolean", "true"), identifier="PASSED")
        yield node("outcomeCondition", node("outcomeIf", node("gte", score, wanted), passed))


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A file of the package and the others that it needs. needs: identifiers of resources."""

    id: str
    type: str
    file: str
    media: Sequence[str] = ()
    needs: Sequence[str] = ()


def manifest(id: str, resources: Iterable[Resource]) -> Element:
    """imsmanifest.xml of a package of items and tests."""
    about = (node("schema", "QTIv2.1 Package"), node("schemaversion", "1.0.0"))
    return node(
        "manifest",
        node("metadata", *about),
        node("organizations"),
        node("resources", *map(_resource, resources)),
        xmlns=PACKAGE,
        identifier=id,
    )


def _resource(made: Resource) -> Element:
    return node(
        "resource",
        *(node("file", href=name) for name in (made.file, *made.media)),
        *(node("dependency", identifierref=id) for id in made.needs),
        identifier=made.id,
        type=made.type,
        href=made.file,
    )
