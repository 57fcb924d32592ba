"""Simulations: scenes whose choices are lists of links, with chips for evidence and meters."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from moocbuild.diagnostics import Rule, Severity, Span, near
from moocbuild.model.competency import CompetencyRef
from moocbuild.model.question import ExtendedTextInteraction, Question
from moocbuild.model.richtext import EMPTY, RichText
from moocbuild.model.scenario import Meter, Scenario, Scene, SceneChoice
from moocbuild.source.context import Context
from moocbuild.source.files.front_matter import Document
from moocbuild.source.markdown.fragment import Fragment
from moocbuild.source.pages.lesson import listed, page_title
from moocbuild.source.pages.prose import render_prose
from moocbuild.source.pages.question import DUPLICATE_ID, MISSING_ID
from moocbuild.source.pages.raw_question import EMPTY_OPTION, feedback, words
from moocbuild.source.pages.section import (
    RESERVED_ID,
    Block,
    ListItem,
    Section,
    github_slug,
    is_reserved,
    list_items,
    read_body,
    slug,
)
from moocbuild.source.yaml.schema import ScenarioPage

DEAD_CHOICE = Rule(
    "MB131",
    "dead-choice",
    Severity.ERROR,
    """A choice leads to a scene that is not in this file. Link to the scene's id or to its
heading's anchor: `[“Take your time.”](#silence)`.""",
)
BAD_CHIP = Rule(
    "MB135",
    "bad-chip",
    Severity.ERROR,
    """After a choice stand chips: `VIII.2 2` (an item with 0, 1 or 2), `trust +1` (a meter of the
front matter and its change), `critical` or `read`.""",
)
NO_SCENE = Rule(
    "MB136",
    "no-scene",
    Severity.ERROR,
    """A simulation needs scenes: sections with a `##` heading, the first of which is the
start.""",
)

_CHOICE = re.compile(r"\[(?P<words>.*)\]\(#(?P<goes>[^)\s]*)\)(?P<chips>(?:\s*`[^`]*`)*)\s*", re.S)
_CHIP = re.compile(r"`([^`]*)`")
_EVIDENCE = re.compile(r"(\S+)\s+([0-9]+)")
_EFFECT = re.compile(r"([a-z0-9-]+)\s+([-+\u2212][0-9]+)")


def read_scenario(document: Document, page: str, context: Context) -> Scenario | None:
    """A simulation; None where it has no scene."""
    checked = document.checked(ScenarioPage, context.report)
    front = checked or ScenarioPage(kind="scenario")
    body = read_body(document, context)
    debriefs = [s for s in body.sections if s.attributes.get("kind") == "debrief"]
    sections = [s for s in body.sections if s not in debriefs]
    meters = _meters(front)
    names = _scene_names(sections, page, context)
    if not sections:
        if body.readable:
            context.report(NO_SCENE.at(body.h1_span, "the simulation has no scene"))
        return None
    known = frozenset(m.id for m in meters) if checked else None
    reader = _Reader(page, names, known, context)
    return Scenario(
        id=page,
        title=page_title(body, front.title, context),
        intro=render_prose(body.intro, body.intro.blocks, context, page),
        scenes=tuple(reader.scene(section) for section in sections),
        debrief_title=debriefs[0].title if debriefs else "",
        debrief=_debrief(debriefs, page, context),
        debrief_questions=_debrief_questions(debriefs, page),
        meters=meters,
        competencies=listed(document, front.items),
        content_notes=tuple(front.content_notes),
        minutes=front.minutes,
        ordinal=context.ids.page(page),
        span=body.h1_span,
    )


def _meters(front: ScenarioPage) -> tuple[Meter, ...]:
    return tuple(
        Meter(
            id=id,
            title=meter.title,
            start=meter.start,
            min=meter.min,
            max=meter.max,
            words=dict(sorted(meter.words.items())),
        )
        for id, meter in front.meters.items()
    )


def _scene_names(sections: list[Section], page: str, context: Context) -> dict[str, str]:
    """Everything a choice may link to → scene id: ids first, then GitHub's anchors."""
    names: dict[str, str] = {}
    for section in sections:
        id = _scene_id(section)
        if not section.id:
            help = "run 'moocbuild ids --write'"
            message = f"the scene '{section.title[:60]}' has no id"
            context.report(MISSING_ID.at(section.span, message, help=help))
        if id in names:
            context.report(DUPLICATE_ID.at(section.span, f"'#{id}' is the id of another scene"))
        if is_reserved(id) and section.id:
            span = Span(section.path, section.span.line + 1)
            span = _found(f"#{id}", span, context)
            context.report(RESERVED_ID.at(span, f"'#{id}' is taken", help="choose another id"))
        names[id] = id
    for section in sections:
        names.setdefault(github_slug(section.title), _scene_id(section))
        names.setdefault(slug(section.title), _scene_id(section))
    context.anchors.setdefault(page, set()).update(names)
    context.aliases.update(((page, name), id) for name, id in names.items())
    return names


def _found(words: str, span: Span, context: Context) -> Span:
    """Where `words` stand in the line of `span`."""
    column = context.tree.line(span).find(words)
    return Span(span.path, span.line, column + 1, len(words)) if column >= 0 else span


def _scene_id(section: Section) -> str:
    return section.id or slug(section.title)[:64].strip("-") or f"line-{section.span.line}"


def _debrief(debriefs: list[Section], page: str, context: Context) -> RichText:
    if not debriefs:
        return EMPTY
    section = debriefs[0]
    text = [b for b in section.blocks if b.type != "hr"]
    runs = _runs(text, section)
    total = EMPTY
    for run in runs:
        total = total + render_prose(section, run, context, page)
    return total


def _runs(found: list[Block], section: Section) -> list[list[Block]]:
    """Neighbouring blocks together: a ruled line between two texts parts them."""
    runs: list[list[Block]] = []
    previous: Block | None = None
    for block in found:
        here = section.blocks.index(block)
        if previous is not None and section.blocks.index(previous) == here - 1:
            runs[-1].append(block)
        else:
            runs.append([block])
        previous = block
    return runs


def _debrief_questions(debriefs: list[Section], page: str) -> tuple[Question, ...]:
    """A ruled line in the debrief is room to write."""
    if not debriefs or not any(b.type == "hr" for b in debriefs[0].blocks):
        return ()
    return (
        Question(
            id=f"{page.replace('/', '-')}-debrief",
            kind="journal",
            title=debriefs[0].title,
            prompt=EMPTY,
            interaction=ExtendedTextInteraction(),
            span=debriefs[0].span,
        ),
    )


@dataclass(slots=True)
class _Chips:
    """What the chips after one choice say."""

    evidence: list[tuple[CompetencyRef, int]] = field(default_factory=list)
    effects: list[tuple[str, int]] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the scenes of one simulation. meters: None where they could not be read."""

    page: str
    names: dict[str, str]
    meters: frozenset[str] | None
    context: Context

    def scene(self, section: Section) -> Scene:
        id = _scene_id(section)
        found = [b for b in section.blocks if self.is_choices(section, b)]
        text = [b for b in section.blocks if b not in found]
        choices = [item for block in found for item in list_items(section, block)]
        if not text:
            self.context.report(EMPTY_OPTION.at(section.span, f"the scene '{id}' has no text"))
        return Scene(
            id=id,
            title=section.title,
            text=render_prose(section, text, self.context, self.page),
            choices=self.choices(id, choices),
            end="end" in section.attributes,
            ordinal=self.context.ids.scene(self.page, id),
            span=section.span,
        )

    def is_choices(self, section: Section, block: Block) -> bool:
        """A list whose every item is one link within the file."""
        if block.type != "bullet_list":
            return False
        return all(_CHOICE.fullmatch(item.text.text) for item in list_items(section, block))

    def choices(self, scene: str, items: list[ListItem]) -> tuple[SceneChoice, ...]:
        matches = [m for item in items if (m := _CHOICE.fullmatch(item.text.text))]
        letters = self.context.ids.letters(f"{self.page}/{scene}", [m["words"] for m in matches])
        return tuple(
            self.choice(letter, item, match)
            for letter, item, match in zip(letters, items, matches, strict=True)
        )

    def choice(self, letter: str, item: ListItem, match: re.Match[str]) -> SceneChoice:
        chips = self.chips(item, match)
        spoken = Fragment(item.text.path, item.text.line, tuple(match["words"].split("\n")))
        return SceneChoice(
            id=letter,
            text=words(spoken, self.context),
            goes_to=self.goes_to(item, match["goes"]),
            feedback=feedback(item.quote, self.context),
            evidence=tuple(chips.evidence),
            effects=tuple(chips.effects),
            critical="critical" in chips.flags,
            read="read" in chips.flags,
            span=item.span,
        )

    def goes_to(self, item: ListItem, written: str) -> str:
        scene = self.names.get(written)
        if scene is None:
            span = _span_of(f"#{written}", item)
            message = f"no scene '#{written}' in this simulation"
            self.context.report(DEAD_CHOICE.at(span, message, help=near(written, self.names)))
        return scene or written

    def chips(self, item: ListItem, match: re.Match[str]) -> _Chips:
        found = _Chips()
        for chip in _CHIP.finditer(match["chips"]):
            self.chip(chip[1].strip(), found, _span_of(chip[0], item))
        return found

    def chip(self, text: str, found: _Chips, span: Span) -> None:
        effect = _EFFECT.fullmatch(text)
        evidence = _EVIDENCE.fullmatch(text)
        if text in ("critical", "read"):
            found.flags.add(text)
        elif effect and (self.meters is None or effect[1] in self.meters):
            found.effects.append((effect[1], int(effect[2].replace("\u2212", "-"))))
        elif evidence and int(evidence[2]) <= 2:
            found.evidence.append((CompetencyRef(evidence[1], span), int(evidence[2])))
        else:
            help = near(text.partition(" ")[0], self.meters or ()) if effect else ""
            help = help or "write 'VIII.2 2', 'trust +1', 'critical' or 'read'"
            self.context.report(
                BAD_CHIP.at(span, f"'{text[:40]}' is no chip of a choice", help=help)
            )


def _span_of(words: str, item: ListItem) -> Span:
    """Where `words` stand in the item's lines."""
    width = item.span.column - 1
    for number, line in enumerate(item.text.lines):
        column = line.find(words)
        if column >= 0:
            shift = width if number == 0 else 4
            return Span(item.text.path, item.text.line + number, column + shift + 1, len(words))
    return item.span
