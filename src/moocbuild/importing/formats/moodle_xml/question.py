"""A question of Moodle: what its type asks, and what all types have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from lxml import etree

from moocbuild.diagnostics.importing import MOVED, PATTERN, SETTING, WRITING
from moocbuild.importing.asked import Answer, Asked, decimal, without_stars
from moocbuild.importing.brought import Page
from moocbuild.importing.formats.moodle_xml import cloze
from moocbuild.importing.formats.moodle_xml.texts import Texts, plain
from moocbuild.model.competency import CompetencyRef
from moocbuild.model.question import ExtendedTextInteraction, Interaction, Question
from moocbuild.model.text import EMPTY, Text, element, text
from moocbuild.values import dataclass

Element = etree._Element


@dataclass(frozen=True, slots=True)
class Made:
    """What a type asks. prompt: None for the question's text as it is. more: told afterwards."""

    interaction: Interaction | None
    kind: str
    prompt: Text | None = None
    more: Text = EMPTY
    points: float = 0.0


def read_question(found: Element, texts: Texts, asked: Asked) -> Question | Page | None:
    """A question; a page for a description; None for what was left out, which is reported."""
    type = found.get("type") or ""
    title = plain(found.find("name"))
    if type == "description":
        body = texts.block(found.find("questiontext"))
        asked.report(MOVED.at(asked.place, f"the description '{title[:60]}' is a page"))
        return Page(title=title, body=body, id=_id(found), span=asked.place) if body else None
    make = _MADE.get(type)
    made = make(found, texts, asked) if make else None
    if make is None:
        asked.left_out(f"'{title[:60]}' of the type '{type[:40]}'")
    if made is None or made.interaction is None:
        return None
    return _question(found, texts, asked, title, made)


def _question(found: Element, texts: Texts, asked: Asked, title: str, made: Made) -> Question:
    prompt = texts.block(found.find("questiontext")) if made.prompt is None else made.prompt
    explanation = texts.block(found.find("generalfeedback"))
    combined = _combined(found, texts, asked)
    _settings(found, asked)
    return Question(
        id=_id(found),
        kind=made.kind,
        title=title,
        prompt=prompt or text(element("p", title)),
        interaction=made.interaction or ExtendedTextInteraction(),
        points=made.points or _points(found, asked),
        hint=_hint(found, texts),
        explanation=Text((*explanation.nodes, *made.more.nodes, *combined.nodes)),
        competencies=tuple(_codes(found, asked)),
        span=asked.place,
    )


# --- what all have ------------------------------------------------------------------------------


def _id(found: Element) -> str:
    return (found.findtext("idnumber") or "").strip()


def _points(found: Element, asked: Asked) -> float:
    worth = decimal(found.findtext("defaultgrade") or "1")
    if worth is None or worth <= 0 or worth > 100:
        asked.report(SETTING.at(asked.place, f"{found.findtext('defaultgrade')} points"))
        return 1.0
    return float(worth)


def _hint(found: Element, texts: Texts) -> Text:
    return Text(
        tuple(node for hint in found.iterchildren("hint") for node in texts.block(hint).nodes)
    )


_COMBINED = ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
_USUAL = frozenset(
    [
        "your answer is correct.",
        "your answer is partially correct.",
        "your answer is incorrect.",
        "votre réponse est correcte.",
        "votre réponse est partiellement correcte.",
        "votre réponse est incorrecte.",
        "die antwort ist richtig.",
        "die antwort ist teilweise richtig.",
        "die antwort ist falsch.",
        "respuesta correcta",
        "respuesta parcialmente correcta.",
        "respuesta incorrecta.",
    ]
)
"""What Moodle fills in by itself."""


def _combined(found: Element, texts: Texts, asked: Asked) -> Text:
    """What is said of every right or wrong answer, in the explanation."""
    made: list[Text] = []
    for tag in _COMBINED:
        said = texts.block(found.find(tag))
        if said and said.plain.casefold() not in _USUAL:
            asked.report(MOVED.at(asked.place, f"'{tag}' is in the explanation"))
            made.append(said)
    return text(*made)


def _codes(found: Element, asked: Asked) -> Iterator[CompetencyRef]:
    for code in dict.fromkeys(plain(tag) for tag in found.iterfind("tags/tag")):
        if code and "`" not in code and "\n" not in code:
            yield CompetencyRef(code, asked.place)


def _settings(found: Element, asked: Asked) -> None:
    penalty = decimal(found.findtext("penalty") or "0")
    if penalty:
        asked.report(SETTING.at(asked.place, "the penalty for a further try"))
    if (found.findtext("hidden") or "0").strip() not in ("0", "false"):
        asked.report(SETTING.at(asked.place, "that the question is hidden"))
    if (found.findtext("unitgradingtype") or "0").strip() != "0":
        asked.report(SETTING.at(asked.place, "that units are marked"))
    if found.find("units/unit") is not None:
        units = ", ".join(plain(each.find("unit_name")) for each in found.iterfind("units/unit"))
        asked.report(SETTING.at(asked.place, f"units: {units[:60]}"))


# --- types --------------------------------------------------------------------------------------


def _answers(found: Element, texts: Texts, *, typed: bool = False) -> list[Answer]:
    made = []
    for answer in found.iterchildren("answer"):
        share = decimal(answer.get("fraction") or "0")
        around = decimal(answer.findtext("tolerance") or "0")
        made.append(
            Answer(
                text=EMPTY if typed else texts.inline(answer),
                typed=plain(answer) if typed else "",
                share=float(share or 0) / 100,
                feedback=texts.block(answer.find("feedback")),
                around=float(around or 0),
            )
        )
    return made


def _is(found: Element, tag: str) -> bool:
    return (found.findtext(tag) or "").strip().lower() in ("1", "true")


def _choice(found: Element, texts: Texts, asked: Asked) -> Made:
    single = found.find("single") is None or _is(found, "single")
    if found.get("type") == "oumultiresponse":
        single = False
    if found.get("type") == "multichoiceset":
        single = False
        asked.report(SETTING.at(asked.place, "that all options must be right or nothing counts"))
    made = asked.choice(_answers(found, texts), multiple=not single)
    return Made(made, "multiple" if not single else "single")


def _true_false(found: Element, texts: Texts, asked: Asked) -> Made:
    by_truth = {answer.typed.lower(): answer for answer in _answers(found, texts, typed=True)}
    true, false = by_truth.get("true", Answer()), by_truth.get("false", Answer())
    if true.share == false.share:
        asked.left_out("true or false, without a right answer")
        return Made(None, "")
    made = asked.true_false(true.share > false.share, (true.feedback, false.feedback))
    return Made(made, "truefalse")


def _text(found: Element, texts: Texts, asked: Asked) -> Made:
    made, more = [], EMPTY
    for answer in _answers(found, texts, typed=True):
        words, starred = without_stars(answer.typed)
        if starred and not words:
            more += answer.feedback
            if answer.share > 0:
                asked.report(PATTERN.at(asked.place, "any answer was right"))
            elif answer.feedback:
                asked.report(MOVED.at(asked.place, "feedback for any other answer"))
            continue
        if starred:
            asked.report(
                PATTERN.at(asked.place, f"'{answer.typed[:60]}' accepts only '{words[:60]}'")
            )
        made.append(replace(answer, typed=words))
    return Made(asked.typed(made, exact=_is(found, "usecase")), "text", more=more)


def _number(found: Element, texts: Texts, asked: Asked) -> Made:
    found_ = _answers(found, texts, typed=True)
    more = text(*(answer.feedback for answer in found_ if answer.typed == "*"))
    if more:
        asked.report(MOVED.at(asked.place, "feedback for any other answer"))
    made = asked.numbers(answer for answer in found_ if answer.typed != "*")
    return Made(made, "numeric", more=more)


def _match(found: Element, texts: Texts, asked: Asked) -> Made:
    pairs = [
        (texts.inline(each), text(plain(each.find("answer"))), EMPTY)
        for each in found.iterchildren("subquestion")
    ]
    return Made(asked.match(pairs), "match")


def _order(found: Element, texts: Texts, asked: Asked) -> Made:
    def place(answer: Element) -> float:
        return float(decimal(answer.get("fraction") or "0") or 0)

    steps = sorted(found.iterchildren("answer"), key=place)
    told = text(*(texts.block(each.find("feedback")) for each in steps))
    if told:
        asked.report(MOVED.at(asked.place, "feedback for steps is in the explanation"))
    return Made(asked.order([texts.inline(each) for each in steps]), "order", more=told)


def _writing(found: Element, texts: Texts, asked: Asked) -> Made:
    asked.report(WRITING.at(asked.place, "a text that teachers mark"))
    for tag in ("graderinfo", "responsetemplate"):
        if plain(found.find(tag)):
            asked.report(SETTING.at(asked.place, f"'{tag}'"))
    return Made(ExtendedTextInteraction(), "journal")


def _gaps(found: Element, texts: Texts, asked: Asked) -> Made:
    asks, prompt, points = cloze.of_cloze(found.find("questiontext"), texts, asked)
    return Made(asks, "gaps", prompt, points=0.0 if found.findtext("defaultgrade") else points)


def _slots(found: Element, texts: Texts, asked: Asked) -> Made:
    asks, prompt = cloze.of_slots(found, texts, asked)
    return Made(asks, "gaps", prompt)


_MADE: dict[str, Callable[[Element, Texts, Asked], Made]] = {
    "cloze": _gaps,
    "multianswer": _gaps,
    "ddwtos": _slots,
    "essay": _writing,
    "gapselect": _slots,
    "matching": _match,
    "ddmatch": _match,
    "multichoice": _choice,
    "multichoiceset": _choice,
    "numerical": _number,
    "ordering": _order,
    "oumultiresponse": _choice,
    "shortanswer": _text,
    "truefalse": _true_false,
}
