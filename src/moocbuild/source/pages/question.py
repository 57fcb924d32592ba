"""A section to a Question: id, kind, prompt, answers, hint and explanation."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from xml.etree import ElementTree

from moocbuild.diagnostics import WRITE_IDS, Fix, Rule, Severity, Span, nearest
from moocbuild.model.question import (
    ExtendedTextInteraction,
    Interaction,
    Question,
    SurveyInteraction,
    Unreadable,
)
from moocbuild.model.text import EMPTY, Text
from moocbuild.source.markdown.anchors import slug
from moocbuild.source.markdown.texts import line_of
from moocbuild.source.pages.joined import joining
from moocbuild.source.pages.questions import guess, kinds
from moocbuild.source.pages.raw_question import EMPTY_OPTION, PARTED, RawQuestion, is_entries
from moocbuild.source.pages.section import Section, is_boxed, joined_lists
from moocbuild.values import replace

Element = ElementTree.Element

MISSING_ID = Rule(
    "MB102",
    "missing-id",
    Severity.ERROR,
    """A question or a scene has no id. Learners' records depend on it, so it must not change with
the wording of the heading. `moocbuild ids --write` adds one below each heading without an id.""",
    remedy="run 'moocbuild ids --write'",
)
DUPLICATE_ID = Rule(
    "MB103",
    "duplicate-id",
    Severity.ERROR,
    """The same id is used twice. Question ids must be unique in the whole course, and scene ids
in their simulation.""",
    remedy="choose another id for one of the two",
)
NO_ANSWER_FORM = Rule(
    "MB110",
    "no-answer-form",
    Severity.ERROR,
    """The section has no answers that would make it a question: a task list (`- [x] …`), a list
of accepted answers (`- = …`), a table, a numbered list, or a ruled line for writing.""",
    remedy="write answers below it, such as '- [x] …' and '- [ ] …'",
)
UNKNOWN_KIND = Rule(
    "MB117",
    "unknown-kind",
    Severity.ERROR,
    """This kind of question does not exist. Without `kind=`, the first kind that fits is taken;
the guide for authors says how each is written.""",
    remedy="leave 'kind=' out, or use a kind that exists",
)
BAD_POINTS = Rule(
    "MB121",
    "bad-points",
    Severity.ERROR,
    "Points must be a number above 0 and at most 100: `points=2`.",
    remedy="write a number above 0 and up to 100: 'points=2'",
)

SCORED_SURVEY = Rule(
    "MB177",
    "scored-survey",
    Severity.ERROR,
    """A survey question has points, is called critical, or names an item of the framework. Its
answers are neither right nor wrong, so that they earn nothing and are no evidence.""",
    remedy="leave it out",
)

_SCORING = ("points", "critical")
EXPLAINING = frozenset({"NOTE", "IMPORTANT", "WARNING", "CAUTION"})


def read_question(section: Section) -> Question:
    """The section as a Question; what cannot be read is kept as Unreadable and reported."""
    section = replace(section, blocks=tuple(joined_lists(section.blocks)))
    id = _claimed(section)
    section = replace(section, attributes={**_original_kind(section, id), **section.attributes})
    kind, interaction, answer = _interaction(section, id)
    _report_parted(section, answer)
    _report_scoring(section, interaction)
    asked, told = _parted(section, answer, interaction)
    prompt = section.texts.text(*asked)
    if not prompt and not section.refused:
        message = f"question '{section.title[:60]}' has no prompt"
        help = "write what is asked between the heading and the answers"
        section.reader.report(EMPTY_OPTION.at(section.span, message, help=help))
    return Question(
        id=id,
        kind=kind,
        title=section.title,
        prompt=prompt,
        interaction=interaction,
        ordinal=section.reader.added.ids.question(id),
        points=_points(section),
        level=section.attributes.get("level", ""),
        critical="critical" in section.attributes,
        hint=_told(section, filter(_is_hint, section.blocks)),
        explanation=_told(section, told),
        competencies=section.chips,
        span=section.span,
    )


def _claimed(section: Section) -> str:
    """The question's id; a missing one is reported. That it is unique is seen later."""
    id = section.id
    reader = section.reader
    if not id:
        message = f"'{section.title[:60]}' has no id"
        fix = Fix(command=WRITE_IDS)
        reader.report(MISSING_ID.at(section.span, message, fix=fix))
        id = slug(section.original)[:64].strip("-") or f"line-{section.span.line}"
    place = Span(reader.path, section.id_line if section.id else section.span.line)
    reader.added.questions.append((id, place, bool(section.id)))
    return id


def _interaction(section: Section, id: str) -> tuple[str, Interaction, Element | None]:
    wanted = section.attributes.get("kind", "")
    if wanted and wanted not in kinds():
        span = section.attribute_spans["kind"]
        message = f"unknown question kind '{wanted}'"
        name, otherwise = nearest(wanted, kinds()), f"write one of {', '.join(kinds())}"
        section.reader.report(UNKNOWN_KIND.meant(span, message, wanted, name, otherwise))
        wanted = ""
    if wanted:
        block = kinds()[wanted].find(section)
        found = (wanted, block) if block is not None else None
    else:
        found = guess(section)
    if found is None:
        message = f"'{id}' has no answers"
        help = _form_help(wanted)
        mixed = any(_has_boxes(block) and not is_boxed(block) for block in section.blocks)
        if not mixed and not section.refused:  # else it is reported already
            section.reader.report(NO_ANSWER_FORM.at(section.span, message, help=help))
        return "unknown", Unreadable(message), None
    kind, answer = found
    return kind, kinds()[kind].parse(RawQuestion(section, id, answer)), answer


def _original_kind(section: Section, id: str) -> dict[str, str]:
    """Of a translation, as an attribute: "True" may have become a word that no language knows."""
    original = section.reader.file.original
    kind = original.kinds.get(id, "") if original else ""
    return {"kind": kind} if kind in kinds() else {}


def _report_scoring(section: Section, interaction: Interaction) -> None:
    """Reports what only a question that is judged can have."""
    if not isinstance(interaction, SurveyInteraction):
        return
    found = [(section.attribute_spans[n], n) for n in _SCORING if n in section.attributes]
    found += [(ref.span, ref.code) for ref in section.chips]
    for span, what in found:
        message = f"'{what}' in a survey, whose answers show nothing about learners"
        section.reader.report(SCORED_SURVEY.at(span, message, help="leave it out"))


def _form_help(kind: str) -> str:
    form = getattr(kinds().get(kind), "FORM", "write a task list: '- [x] right', '- [ ] wrong'")
    return str(form)


def _report_parted(section: Section, answer: Element | None) -> None:
    """Answers that are not among those that were found: learners would read them as text."""
    below = False
    for block in section.blocks:
        if block is answer:
            below = True
            continue
        problem = _boxes(block, answer) if _has_boxes(block) else None
        if problem is None and below and answer is not None:
            problem = _rest(section, block, answer)
        if problem is None and answer is not None and "kind" not in section.attributes:
            problem = _either(block, answer, section.blocks)
        if problem is not None:
            place, message, help = problem
            section.reader.added.incomplete = True  # what is parted has lost its letters
            span = section.reader.line(line_of(place))
            fix = joining(section, block) if "not in one list" in message else None
            if fix is not None:
                span = section.reader.line(fix.edits[0].span.line)
                help = "put four spaces before it, as feedback belongs to the option above"
            section.reader.report(PARTED.at(span, message, help=help, fix=fix))
        below = below and block.tag != "table" and (answer is None or answer.tag != "table")


def _boxes(block: Element, answer: Element | None) -> tuple[Element, str, str] | None:
    bare = [item for item in block if "checked" not in item.attrib]
    if bare:
        help = "write '- [x] words', or '- [ ] words' where it is wrong"
        return bare[0], "some lines of this list have no box", help
    if block.tag == "ol":
        return block[0], "boxes in a numbered list", "write '- [ ]' instead of '1. [ ]'"
    if answer is not None:
        return block[0], "the options are not in one list", "write them in one list"
    return None  # boxes, where another form of answers is asked for


def _rest(section: Section, block: Element, answer: Element) -> tuple[Element, str, str] | None:
    """What goes on with the answers: other words, and lists of other things, explain them."""
    if answer.tag == block.tag == "table":
        return block, "a second table", "write one table, or words before that of an explanation"
    if answer.tag == block.tag == "ol" and int(block.get("start", "1")) > 1:
        return block, "the steps are not in one list", "indent what is said between two steps"
    if is_entries(section, block):
        return block, "the accepted answers are not in one list", "write them in one list"
    return None


def _either(
    block: Element, answer: Element, blocks: Sequence[Element]
) -> tuple[Element, str, str] | None:
    """Data in a table and steps to sort, or cells to match and an explanation in steps."""
    steps = block.tag == "ol" and len(block) > 2 and answer.tag == "table"
    if steps and blocks.index(block) > blocks.index(answer):
        help = "write 'kind=order' or 'kind=match' below the heading"
        return block, "the table or this list may be the answers", help
    return None


def _has_boxes(block: Element) -> bool:
    return any("checked" in item.attrib for item in block)


def _parted(
    section: Section, answer: Element | None, interaction: Interaction
) -> tuple[list[Element], list[Element]]:
    """What is asked, and what is told after the answer: that is what stands below the options.

    Below a ruled line for writing only a callout is: other words still belong to the task.
    """
    asked: list[Element] = []
    told: list[Element] = []
    below = answer is None
    writing = answer is None or isinstance(interaction, ExtendedTextInteraction)
    for block in section.blocks:
        if block is answer:
            below = True
        elif not _is_hint(block):
            explains = below and (not writing or block.get("kind", "").upper() in EXPLAINING)
            (told if explains else asked).append(block)
    return _without_rules(asked), _without_rules(told)


def _without_rules(blocks: list[Element]) -> list[Element]:
    """Without ruled lines before and behind: they part a question from what stands around it."""
    parts = itertools.dropwhile(lambda block: block.tag == "hr", blocks)
    ends = itertools.dropwhile(lambda block: block.tag == "hr", reversed([*parts]))
    return [*ends][::-1]


def _is_hint(block: Element) -> bool:
    return block.tag == "alert" and block.get("kind") == "tip"


def _told(section: Section, blocks: Iterable[Element]) -> Text:
    """A hint or an explanation: callouts give what they hold, other blocks themselves."""
    held: list[Element] = []
    for block in blocks:
        held += _opened(block) if block.tag == "alert" else [block]
    return section.texts.text(*held) if held else EMPTY


def _opened(alert: Element) -> Sequence[Element]:
    """The blocks of a callout; its own title is a line in bold."""
    blocks = list(alert)
    if blocks and blocks[0].tag == "caption":
        title = ElementTree.Element("p", {"line": str(line_of(alert))})
        strong = ElementTree.SubElement(title, "strong")
        strong.text = blocks[0].text
        strong.extend(list(blocks[0]))
        blocks[0] = title
    return blocks


def _points(section: Section) -> float:
    written = section.attributes.get("points", "1")
    try:
        points = float(written)
    except ValueError:
        points = math.nan
    if not 0 < points <= 100:
        span = section.attribute_spans["points"]
        section.reader.report(
            BAD_POINTS.at(span, f"'{written[:20]}' is not a valid number of points")
        )
        return 1.0
    return points
