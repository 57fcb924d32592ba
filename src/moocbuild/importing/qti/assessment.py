"""A file of QTI 1.2: an assessment, a bank of items, or items alone."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from dataclasses import field

from lxml import etree

from moocbuild.diagnostics import Span
from moocbuild.diagnostics.importing import SETTING
from moocbuild.importing.asked import Asked, decimal
from moocbuild.importing.brought import Page
from moocbuild.importing.format import Wanted
from moocbuild.importing.html import Html
from moocbuild.importing.qti.item import read_item
from moocbuild.importing.qti.processing import children, first, has, inner, local, said
from moocbuild.importing.qti.texts import Texts, fields
from moocbuild.importing.source import line_of
from moocbuild.model.question import Question
from moocbuild.model.text import EMPTY, Text
from moocbuild.values import dataclass

Element = etree._Element
MOST_ATTEMPTS = 10


@dataclass(slots=True, kw_only=True)
class Assessment:
    """ident, title: of the assessment or the bank. draws: ident of a bank → how many of it."""

    ident: str
    title: str
    span: Span
    intro: Text = EMPTY
    bank: bool = False
    questions: list[Question] = field(default_factory=list)
    pages: list[Page] = field(default_factory=list)
    settings: dict[str, int | bool] = field(default_factory=dict)
    draws: dict[str, int] = field(default_factory=dict)
    picked: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is needed to read items. place: the span of a line. codes: of an item's ident; known:
    all that there are."""

    html: Html
    wanted: Wanted
    place: Callable[[int], Span]
    codes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    known: Container[str] = ()


def read_assessments(root: Element, reading: Reading, title: str) -> Iterator[Assessment]:
    """What the file holds. title: where it says none."""
    found = [root] if local(root) in ("assessment", "objectbank") else []
    found += list(children(root, "assessment", "objectbank"))
    for each in found:
        yield _assessment(each, reading, title)
    if not found and has(root, "item"):
        made = Assessment(ident="", title=title, span=reading.place(line_of(root)))
        _fill(root, reading, made)
        yield made


def _assessment(found: Element, reading: Reading, title: str) -> Assessment:
    about = fields(found)
    span = reading.place(line_of(found))
    named = found.get("title") or about.get("bank_title") or title
    made = Assessment(
        ident=found.get("ident") or "",
        title=" ".join(named.split()),
        span=span,
        bank=local(found) == "objectbank",
    )
    texts = Texts(reading.html, span)
    shown = [*children(found, "rubric", "presentation_material"), *children(found, "objectives")]
    made.intro = Text(tuple(node for each in shown for node in texts.block(each).nodes))
    _limits(about, made, reading)
    _fill(found, reading, made)
    return made


def _limits(about: Mapping[str, str], made: Assessment, reading: Reading) -> None:
    attempts = about.get("cc_maxattempts", "")
    if attempts.isdigit() and 0 < int(attempts) <= MOST_ATTEMPTS:
        made.settings["attempts"] = int(attempts)
    minutes = about.get("qmd_timelimit", "")
    if minutes.isdigit() and 0 < int(minutes) <= 1440:
        made.settings["time_limit"] = int(minutes)


def _fill(found: Element, reading: Reading, made: Assessment, worth: float = 0.0) -> None:
    """Items of sections within sections, in order."""
    for child in found:
        name = local(child)
        if name == "item":
            _item(child, reading, made, worth)
        elif name == "section":
            _section(child, reading, made)
        elif name in ("itemref", "bankentry_item"):
            made.picked.append(child.get("item_ref") or child.get("linkrefid") or "")


def _section(found: Element, reading: Reading, made: Assessment) -> None:
    selection = first(found, "selection_ordering", "selection")
    number = said(first(selection, "selection_number")) if selection is not None else ""
    bank = said(first(selection, "sourcebank_ref")) if selection is not None else ""
    each = next(inner(found, "points_per_item"), None)
    worth = float(decimal(said(each)) or 0) if each is not None else 0.0
    count = sum(1 for _ in children(found, "item"))
    if bank and number.isdigit() and not count:
        made.draws[bank] = made.draws.get(bank, 0) + int(number)
        return
    if number.isdigit() and 0 < int(number) < count:
        message = (
            f"{number} of {count} questions of '{(found.get('title') or '')[:60]}' were drawn"
        )
        reading.wanted.report(SETTING.at(reading.place(line_of(found)), message))
    _fill(found, reading, made, worth)


def _item(found: Element, reading: Reading, made: Assessment, worth: float) -> None:
    span = reading.place(line_of(found))
    asked = Asked(reading.wanted.report, span, reading.wanted.spoken)
    codes = reading.codes.get(found.get("ident") or "", ())
    read = read_item(found, Texts(reading.html, span), asked, codes, worth, reading.known)
    if isinstance(read, Page):
        made.pages.append(read)
    elif read is not None:
        made.questions.append(read)
