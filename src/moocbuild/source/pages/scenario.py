"""Simulations: scenes whose choices are lists of links, with chips for evidence and meters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from itertools import dropwhile
from xml.etree import ElementTree

from moocbuild.diagnostics import WRITE_IDS, Fix, Rule, Severity, Span, nearest
from moocbuild.model.competency import CompetencyRef
from moocbuild.model.evidence import RULES
from moocbuild.model.question import ExtendedTextInteraction, Question
from moocbuild.model.scenario import Meter, Scenario, Scene, SceneChoice
from moocbuild.model.text import EMPTY, Text
from moocbuild.source.files.front_matter import Document
from moocbuild.source.markdown.anchors import github_slug, is_reserved, slug
from moocbuild.source.markdown.texts import line_of
from moocbuild.source.pages.lesson import listed, page_title
from moocbuild.source.pages.question import DUPLICATE_ID, MISSING_ID
from moocbuild.source.pages.raw_question import EMPTY_OPTION, PARTED, below, feedback, words
from moocbuild.source.pages.section import (
    RESERVED_ID,
    ListItem,
    Section,
    list_items,
    read_body,
)
from moocbuild.source.shared import FileReader
from moocbuild.source.yaml.page_schema import ScenarioPage
from moocbuild.values import dataclass

Element = ElementTree.Element

DEAD_CHOICE = Rule(
    "MB131",
    "dead-choice",
    Severity.ERROR,
    """A choice leads to a scene that is not in this file. Link to the scene's id or to its
heading's anchor: `[“Take your time.”](#silence)`.""",
    remedy="link to the id of a scene in this file, or add that scene",
)
BAD_CHIP = Rule(
    "MB135",
    "bad-chip",
    Severity.ERROR,
    """A choice is followed by tags: `VIII.2 2` (an item and 0, 1 or 2), `trust +1` (a meter from
the front matter and its change), `critical` or `read`.""",
    remedy="write 'VIII.2 2', 'trust +1', 'critical' or 'read'",
)
NO_SCENE = Rule(
    "MB136",
    "no-scene",
    Severity.ERROR,
    "A simulation needs scenes: sections with a `##` heading. The first one is the start.",
    remedy="write a scene: a line '## Heading', and text below it",
)

BOXED = Rule(
    "MB209",
    "box-before-choice",
    Severity.WARNING,
    """A choice of a simulation begins with a box, `[ ]` or `[x]`. Boxes mark right answers of
questions; a choice leads on, and tags behind it say what it is worth: `VIII.2 2`, `trust +1`,
`critical`.""",
    remedy="delete the box, and write what the choice is worth in tags behind it",
)

_CHOICE = re.compile(r"\[(?P<words>.*)\]\(#(?P<goes>[^)\s]*)\)(?P<chips>(?:\s*`[^`]*`)*)\s*", re.S)
_CHIP = re.compile(r"`([^`]*)`")
_EVIDENCE = re.compile(r"(\S+)\s+([0-9]{1,3})")
_EFFECT = re.compile(r"([a-z0-9-]+)\s+([-+\u2212][0-9]{1,4})")


BEHIND_CHOICES = Rule(
    "MB195",
    "words-behind-choices",
    Severity.WARNING,
    """Words stand behind the choices of a scene. Learners read all words of a scene first, and
then choose. Write them above the choices; what follows from a choice is its feedback, or the next
scene.""",
    remedy="write them above the choices",
)


def read_scenario(document: Document, reader: FileReader) -> Scenario | None:
    """A simulation; None where it has no scene."""
    checked = document.checked(ScenarioPage, reader.report)
    front = checked or ScenarioPage(kind="scenario")
    body = read_body(document, reader)
    debriefs = [s for s in body.sections if s.attributes.get("kind") == "debrief"]
    sections = [s for s in body.sections if s not in debriefs]
    meters = _meters(front)
    names = _scene_names(sections, reader)
    if not sections:
        if body.readable:
            reader.report(NO_SCENE.at(body.h1_span, "the simulation has no scene"))
        return None
    scenes = _Scenes(reader, names, frozenset(m.id for m in meters) if checked else None)
    return Scenario(
        id=reader.page,
        title=page_title(body, front.title),
        intro=body.texts.prose(*body.intro.blocks, alone=True),
        scenes=tuple(scenes.scene(section) for section in sections),
        debrief_title=debriefs[0].title if debriefs else "",
        debrief=_debrief(debriefs),
        debrief_questions=_debrief_questions(debriefs, reader.page),
        meters=meters,
        competencies=listed(document, front.items),
        content_notes=tuple(front.content_notes),
        minutes=front.minutes,
        ordinal=reader.added.ids.page(reader.page),
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


def _scene_names(sections: Sequence[Section], reader: FileReader) -> dict[str, str]:
    """Everything a choice may link to → scene id: ids first, then GitHub's anchors."""
    names: dict[str, str] = {}
    for section in sections:
        id = _scene_id(section)
        if not section.id:
            help = "run 'moocbuild ids --write'"
            message = f"the scene '{section.title[:60]}' has no id"
            fix = Fix(command=WRITE_IDS)
            reader.report(MISSING_ID.at(section.span, message, help=help, fix=fix))
        if id in names:
            reader.report(DUPLICATE_ID.at(section.span, f"'#{id}' is the id of another scene"))
        if is_reserved(id) and section.id:
            span = reader.find(f"#{id}", section.span.line, section.id_line)
            reader.report(RESERVED_ID.at(span, f"'#{id}' is reserved", help="choose another id"))
        names[id] = id
    for section in sections:
        names.setdefault(github_slug(section.original), _scene_id(section))
        names.setdefault(slug(section.original), _scene_id(section))
    reader.added.anchors.setdefault(reader.page, set()).update(names)
    reader.added.aliases.update(((reader.page, name), id) for name, id in names.items())
    return names


def _scene_id(section: Section) -> str:
    return section.id or slug(section.original)[:64].strip("-") or f"line-{section.span.line}"


def _debrief(debriefs: Sequence[Section]) -> Text:
    if not debriefs:
        return EMPTY
    section = debriefs[0]
    return section.texts.prose(*(b for b in section.blocks if b.tag != "hr"), alone=True)


def _debrief_questions(debriefs: Sequence[Section], page: str) -> tuple[Question, ...]:
    """A ruled line in the debrief is room to write."""
    if not debriefs or not any(block.tag == "hr" for block in debriefs[0].blocks):
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


def _only_link(item: ListItem) -> Element | None:
    """The link that all words of a choice stand in; None where some do not."""
    holder = next((e for e in item.content.iter() if e.find("a") is not None), None)
    if holder is None or (holder.text or "").strip():
        return None
    link, *more = holder
    tails = [link.tail, *(each.tail for each in more if each.tag == "code")]
    alone = link.tag == "a" and not any((tail or "").strip() for tail in tails)
    return link if alone and not any(each.tag == "a" for each in more) else None


@dataclass(slots=True)
class _Chips:
    """What the chips after one choice say."""

    evidence: list[tuple[CompetencyRef, int]] = field(default_factory=list)
    effects: list[tuple[str, int]] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Scenes:
    """Reads the scenes of one simulation. meters: None where they could not be read."""

    reader: FileReader
    names: dict[str, str]
    meters: frozenset[str] | None

    def scene(self, section: Section) -> Scene:
        """One scene."""
        id = _scene_id(section)
        found = [block for block in section.blocks if _is_choices(section, block)]
        text = [block for block in section.blocks if block not in found]
        items = list(self.leading(section, found))
        self.behind(section, found)
        if not text:
            message = f"the scene '{id}' has no text"
            self.reader.report(EMPTY_OPTION.at(section.span, message))
        return Scene(
            id=id,
            title=section.title,
            text=section.texts.prose(*text, alone=True),
            choices=tuple(self.choices(section, id, items)),
            end="end" in section.attributes,
            ordinal=self.reader.added.ids.scene(self.reader.page, id),
            span=section.span,
        )

    def leading(self, section: Section, found: Sequence[Element]) -> Iterator[ListItem]:
        """The items that lead to a scene; others are reported."""
        for item in (item for block in found for item in list_items(section, block)):
            if _CHOICE.fullmatch(item.source):
                yield item
                continue
            message = "a line among choices that leads to no scene"
            help = "write '[words](#scene)', with the id of the scene that it leads to"
            self.reader.report(DEAD_CHOICE.at(item.span, message, help=help))
            self.reader.added.incomplete = True

    def behind(self, section: Section, found: Sequence[Element]) -> None:
        """Reports what stands behind choices: learners read it above them."""
        after = dropwhile(lambda block: block is not found[0], section.blocks if found else ())
        for block in after:
            if block in found or block.tag == "hr":
                continue
            place = self.reader.line(line_of(block))
            if block.tag == "blockquote":
                help = "indent it by four blanks, below the choice"
                self.reader.report(
                    PARTED.at(place, "feedback that belongs to no choice", help=help)
                )
            else:
                message = "learners read this above the choices"
                self.reader.report(BEHIND_CHOICES.at(place, message))

    def choices(
        self, section: Section, scene: str, items: Sequence[ListItem]
    ) -> Iterator[SceneChoice]:
        """What may be said or done in a scene."""
        matches = [m for item in items if (m := _CHOICE.fullmatch(item.source))]
        owner = f"{self.reader.page}/{scene}"
        letters = self.reader.added.ids.letters(owner, [m["words"] for m in matches])
        for letter, item, match in zip(letters, items, matches, strict=True):
            yield self.choice(section, letter, item, match)

    def choice(
        self, section: Section, letter: str, item: ListItem, match: re.Match[str]
    ) -> SceneChoice:
        """One of them."""
        if item.ticked is not None:
            message = "a box before a choice has no meaning"
            self.reader.report(BOXED.at(item.span, message))
        chips = self.chips(item, match)
        link = _only_link(item)
        if link is None:
            message = "a choice is one link, and tags behind it"
            help = "write '\\[' and '\\]' for brackets within its words"
            self.reader.report(BAD_CHIP.at(item.span, message, help=help))
            link = item.content
        more = below(item)
        if more:
            help = "begin its lines with '> ', as feedback, or leave it out"
            self.reader.report(PARTED.at(more, "words that belong to no choice", help=help))
        return SceneChoice(
            id=letter,
            text=words(section, link, item.span),
            goes_to=self.goes_to(item, match["goes"]),
            feedback=feedback(section, item),
            evidence=tuple(chips.evidence),
            effects=tuple(chips.effects),
            critical="critical" in chips.flags,
            read="read" in chips.flags,
            span=item.span,
        )

    def goes_to(self, item: ListItem, written: str) -> str:
        """The id of the scene that a choice leads to."""
        scene = self.names.get(written)
        if scene is None:
            span = self.found(f"#{written}", item)
            message = f"no scene '#{written}' in this simulation"
            name = nearest(written, self.names)
            self.reader.report(DEAD_CHOICE.meant(span, message, written, name))
        return scene or written

    def chips(self, item: ListItem, match: re.Match[str]) -> _Chips:
        """What stands after a choice."""
        found = _Chips()
        for chip in _CHIP.finditer(match["chips"]):
            self.chip(chip[1].strip(), found, self.found(chip[0], item))
        return found

    def chip(self, text: str, found: _Chips, span: Span) -> None:
        """Adds one chip to what was `found`."""
        effect = _EFFECT.fullmatch(text)
        evidence = _EVIDENCE.fullmatch(text)
        if text in ("critical", "read"):
            found.flags.add(text)
        elif effect and (self.meters is None or effect[1] in self.meters):
            found.effects.append((effect[1], int(effect[2].replace("\u2212", "-"))))
        elif evidence and int(evidence[2]) <= RULES.choice:
            found.evidence.append((CompetencyRef(evidence[1], span), int(evidence[2])))
        else:
            meter = text.partition(" ")[0] if effect else ""
            name = nearest(meter, self.meters or ()) if meter else ""
            message = f"unknown tag '{text[:40]}' on a choice"
            self.reader.report(BAD_CHIP.meant(span, message, meter, name))

    def found(self, written: str, item: ListItem) -> Span:
        """Where something stands in an item."""
        first = item.span.line
        return self.reader.find(written, first, first + len(item.lines) - 1)


def _is_choices(section: Section, block: Element) -> bool:
    """A list with an item that is one link within the file."""
    items = list_items(section, block) if block.tag == "ul" else []
    return any(_CHOICE.fullmatch(item.source) for item in items)
