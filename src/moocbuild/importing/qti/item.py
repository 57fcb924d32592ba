"""An item of QTI 1.2 as a question: what can be answered, and what its processing says of it."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence

from lxml import etree

from moocbuild.diagnostics.importing import MOVED, SETTING
from moocbuild.importing.asked import Asked, decimal
from moocbuild.importing.brought import Page
from moocbuild.importing.qti.forms import LEFT_OUT, Item, Made, gaps_of_text, made_of
from moocbuild.importing.qti.processing import Processing, children, first, has, inner, local
from moocbuild.importing.qti.texts import Texts, fields
from moocbuild.model.competency import CompetencyRef
from moocbuild.model.question import ExtendedTextInteraction, Question
from moocbuild.model.text import Nodes, Text, element, text

Element = etree._Element
_NO_TITLE = re.compile(r"(?:question|frage|item|pregunta|quiz)?\s*[\d.:]*", re.I)
_RESPONSES = ("response_lid", "response_str", "response_num", "response_grp")
_CODES = re.compile(r"\s{0,9}\(([^()]{1,200})\)$")


def read_item(
    found: Element,
    texts: Texts,
    asked: Asked,
    codes: Sequence[str] = (),
    worth: float = 0.0,
    known: Container[str] = (),
) -> Question | Page | None:
    """A question; a page for words without an answer; None for what is left out, and reported.

    codes: of what it is about. worth: its points, 0 where the item says it. known: codes that a
    title may name in brackets at its end.
    """
    about = fields(found)
    kind = _kind(about)
    codes = codes or _titles_codes(found.get("title") or "", known)
    told = {each.get("ident") or "": each for each in children(found, "itemfeedback")}
    presentation = first(found, "presentation")
    if presentation is None:
        asked.left_out("an item that shows nothing")
        return None
    responses = list(inner(presentation, *_RESPONSES))
    item = Item(found, texts, asked, Processing(found), kind, responses, told)
    title = " ".join((found.get("title") or "").split())
    prompt = texts.block(presentation)
    if kind in LEFT_OUT:
        asked.left_out(f"a question of the kind '{kind}'")
        return None
    made = gaps_of_text(item) if not responses else None
    if made is None and (kind == "text_only" or not responses):
        asked.report(MOVED.at(asked.place, f"the text '{title[:60]}' is a page"))
        id = found.get("ident") or ""
        name = title if not _NO_TITLE.fullmatch(title) else prompt.plain[:60]
        return Page(title=name, body=prompt, id=id, span=asked.place) if prompt else None
    made = made or made_of(item)
    if made is None or made.interaction is None:
        return None
    prompt = made.prompt if made.prompt is not None else prompt
    return _question(item, _titled(title, codes, prompt), prompt, made, about, codes, worth)


def _kind(about: Mapping[str, str]) -> str:
    """`multiple_choice`, by any producer's name for it."""
    named = about.get("question_type") or about.get("cc_profile") or about.get("bbmd_questiontype")
    named = named or about.get("qmd_itemtype") or ""
    plain = named.strip().lower().replace(" ", "_").replace("/", "_")
    return plain.removeprefix("cc.").partition(".v0p")[0].removesuffix("_question")


def _titles_codes(title: str, known: Container[str]) -> tuple[str, ...]:
    """Codes at the end of a title, where CC 1.1 has no other place for those of a question."""
    listed = _CODES.search(title)
    codes = [each.strip() for each in listed[1].split(",")] if listed else []
    return tuple(codes) if codes and all(code in known for code in codes) else ()


def _titled(title: str, codes: Sequence[str], prompt: Text) -> str:
    """The title, without the codes that a cartridge may say there; else how the text begins."""
    listed = _CODES.search(title)
    if listed and codes and [each.strip() for each in listed[1].split(",")] == list(codes):
        title = title[: listed.start()]
    return prompt.plain[:80] if _NO_TITLE.fullmatch(title) else title


def _question(
    item: Item,
    title: str,
    prompt: Text,
    made: Made,
    about: Mapping[str, str],
    codes: Sequence[str],
    worth: float,
) -> Question:
    hint, solution = _helps(item)
    explanation = (*_general(item).nodes, *solution.nodes, *made.more.nodes)
    explanation = (*explanation, *_rest(item, explanation).nodes)
    id = re.sub(r"^Q_", "", item.found.get("ident") or "")
    return Question(
        id=id,
        kind="",
        title=title,
        prompt=prompt or text(element("p", title or "?")),
        interaction=made.interaction or ExtendedTextInteraction(),
        points=worth or _points(about, item.asked),
        hint=hint,
        explanation=Text(explanation),
        competencies=tuple(CompetencyRef(code, item.asked.place) for code in codes),
        span=item.asked.place,
    )


def _points(about: Mapping[str, str], asked: Asked) -> float:
    written = about.get("points_possible") or about.get("cc_weighting") or ""
    written = written or about.get("qmd_absolutescore_max") or ""
    written = written or about.get("respondusapi_qpoints") or "1"
    points = decimal(written)
    if points is None or not 0 < points <= 100:
        asked.report(SETTING.at(asked.place, f"{written[:20]} points"))
        return 1.0
    return float(points)


def _helps(item: Item) -> tuple[Text, Text]:
    """Hints, and model solutions."""
    hints = [each for told in item.told.values() for each in inner(told, "hint")]
    solutions = [each for told in item.told.values() for each in inner(told, "solution")]
    return text(*map(item.texts.block, hints)), text(*map(item.texts.block, solutions))


def _general(item: Item) -> Text:
    """What everybody is told, whatever the answer."""
    shown = item.processing.run({}).shown
    if not any(_always(condition) for condition in item.processing.conditions):
        shown = tuple(ident for ident in shown if ident.startswith("general"))
        shown = tuple(ident for ident in shown if "incorrect" not in ident)
    helping = {ident for ident, told in item.told.items() if has(told, "hint", "solution")}
    return item.feedback([each for each in shown if each not in helping and not _of_wrong(each)])


def _rest(item: Item, explanation: Nodes) -> Text:
    """Feedback that found no other place, such as what is said of every wrong pair."""
    there = " ".join(Text(explanation).plain.split())
    found: list[Text] = []
    for ident, told in item.told.items():
        said_ = item.texts.block(told)
        if ident in item.used or has(told, "hint", "solution") or not said_:
            continue
        if " ".join(said_.plain.split()) in there or said_ in found:
            continue
        item.asked.report(MOVED.at(item.asked.place, f"'{ident[:40]}' is in the explanation"))
        found.append(said_)
    return text(*found)


def _always(condition: Element) -> bool:
    tested = first(condition, "conditionvar")
    alone = tested is not None and [local(each) for each in tested] == ["other"]
    return alone and (condition.get("continue") or "").lower() == "yes"


def _of_wrong(ident: str) -> bool:
    return bool(re.search(r"incorrect|wrong", ident, re.I))
