"""Gaps in a text: embedded answers (`{1:MULTICHOICE:=room~a plan}`), and slots (`[[1]]`).

The grammar is that of question/type/multianswer/questiontype.php of Moodle 4.5 and 5.1.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence

from lxml import etree

from moocbuild.diagnostics.importing import KIND, PATTERN, SHARE
from moocbuild.importing.asked import Answer, Asked, decimal, without_stars
from moocbuild.importing.formats.moodle_xml.texts import Texts, plain
from moocbuild.importing.gaps import marked, with_blanks
from moocbuild.model.question import Gap, Interaction
from moocbuild.model.text import EMPTY, Text
from moocbuild.values import dataclass

_PICKED = (
    "MULTICHOICE|MC|MULTICHOICE_V|MCV|MULTICHOICE_H|MCH|MULTICHOICE_S|MCS|MULTICHOICE_VS|MCVS"
    "|MULTICHOICE_HS|MCHS"
)
_TICKED = "MULTIRESPONSE|MR|MULTIRESPONSE_H|MRH|MULTIRESPONSE_S|MRS|MULTIRESPONSE_HS|MRHS"
_TYPED = "SHORTANSWER|SA|MW|SHORTANSWER_C|SAC|MWC"
_NUMBER = "NUMERICAL|NM"
_GAP = re.compile(
    rf"\{{\s{{0,9}}(\d{{0,3}})\s{{0,9}}:\s{{0,9}}({_PICKED}|{_TICKED}|{_TYPED}|{_NUMBER})\s{{0,9}}:((?:\\.|[^\\}}])*)\}}",
    re.S,
)
_EXACT = frozenset({"SHORTANSWER_C", "SAC", "MWC"})
_PART = re.compile(r"(?<!\\)~")
_WORTH = re.compile(r"\s*(?:(=)|%(-?[\d.]+)%)?(.*)", re.S)
_SAID = re.compile(r"(?<![\\&])(?<!&amp;)#")
"""Before feedback; `&#60;` is a sign of the answer, as Moodle reads it."""
_ESCAPED = re.compile(r"\\([}#~/\"\\=])")
_SLOT = re.compile(r"\[\[(\d{1,3})\]\]")


@dataclass(frozen=True, slots=True)
class _Found:
    worth: int
    kind: str
    answers: tuple[Answer, ...]


def of_cloze(
    element: etree._Element | None, texts: Texts, asked: Asked
) -> tuple[Interaction | None, Text, float]:
    """The gaps, the text around them, and what the question is worth."""
    markup = texts.markup(element)
    if element is None or not markup:
        return None, EMPTY, 0.0
    found: list[_Found] = []

    def taken(match: re.Match[str]) -> str:
        found.append(_read(match, texts, element))
        return marked(len(found))

    prompt = with_blanks(texts.of(_GAP.sub(taken, markup), element, block=True), asked)
    if not found:
        asked.left_out("embedded answers without a gap")
        return None, prompt, 0.0
    if len({each.worth for each in found}) > 1:
        asked.report(SHARE.at(asked.place, "gaps of different weight count the same"))
    gaps = [_gap(str(place), each, asked) for place, each in enumerate(found, 1)]
    return asked.gaps(gaps), prompt, float(min(100, sum(each.worth for each in found)))


def _read(match: re.Match[str], texts: Texts, element: etree._Element) -> _Found:
    answers = tuple(_answers(match[3], texts, element, match[2] in _TYPED + _NUMBER))
    return _Found(int(match[1] or 1) or 1, match[2], answers)


def _answers(written: str, texts: Texts, element: etree._Element, typed: bool) -> Iterator[Answer]:
    for part in _PART.split(written):
        worth = _WORTH.fullmatch(part)
        if worth is None or not part.strip():
            continue
        share = 1.0 if worth[1] else float(decimal(worth[2] or "0") or 0) / 100
        words, *said = _SAID.split(worth[3], maxsplit=1)
        told = html.unescape(_plain(said[0])) if said else ""  # Moodle decodes once
        feedback = texts.of(told, element, block=True) if told.strip() else EMPTY
        words = html.unescape(_plain(words).strip())
        if typed:
            yield Answer(typed=words, share=share, feedback=feedback)
        else:
            yield Answer(text=texts.of(words, element), share=share, feedback=feedback)


def _plain(written: str) -> str:
    return _ESCAPED.sub(r"\1", written)


def _gap(id: str, found: _Found, asked: Asked) -> Gap | None:
    kinds = found.kind
    if kinds in _TICKED.split("|"):
        return None
    if kinds in _PICKED.split("|"):
        return asked.gap(id, found.answers, picked=True, exact=False)
    if kinds in _NUMBER.split("|"):
        return asked.gap(id, list(_numbers(found.answers, asked)), picked=False, exact=False)
    answers = []
    for answer in found.answers:
        words, starred = without_stars(answer.typed)
        if starred:
            asked.report(PATTERN.at(asked.place, f"'{answer.typed[:60]}' in a gap"))
        if words:
            answers.append(Answer(typed=words, share=answer.share, feedback=answer.feedback))
    return asked.gap(id, answers, picked=False, exact=kinds in _EXACT)


def _numbers(answers: Sequence[Answer], asked: Asked) -> Iterator[Answer]:
    """Numbers to type as words: a gap has no tolerance."""
    for answer in answers:
        number, _, around = answer.typed.partition(":")
        if around.strip() not in ("", "0"):
            wide = f"{around.strip()[:20]} more or less"
            message = f"a gap accepts {number.strip()[:20]} alone, not {wide}"
            asked.report(KIND.at(asked.place, message))
        if number.strip() != "*":
            yield Answer(typed=number.strip(), share=answer.share, feedback=answer.feedback)


def of_slots(found: etree._Element, texts: Texts, asked: Asked) -> tuple[Interaction | None, Text]:
    """Words to choose for, or to drag into, each slot: those of the right one's group."""
    element = found.find("questiontext")
    boxes = [*found.iterchildren("selectoption"), *found.iterchildren("dragbox")]
    words = [plain(box) for box in boxes]
    groups = [(box.findtext("group") or "1").strip() for box in boxes]
    slots: list[int] = []

    def taken(match: re.Match[str]) -> str:
        slots.append(int(match[1]))
        return marked(len(slots))

    markup = _SLOT.sub(taken, texts.markup(element))
    if element is None:
        return None, EMPTY
    prompt = with_blanks(texts.of(markup, element, block=True), asked)
    gaps: list[Gap | None] = []
    for place, slot in enumerate(slots, 1):
        if not 0 < slot <= len(boxes):
            gaps.append(None)
            continue
        fits = [n for n, group in enumerate(groups, 1) if group == groups[slot - 1]]
        answers = [
            Answer(
                text=texts.of(words[n - 1], element), share=float(words[n - 1] == words[slot - 1])
            )
            for n in fits
        ]
        gaps.append(asked.gap(str(place), answers, picked=True, exact=False))
    return asked.gaps(gaps), prompt
