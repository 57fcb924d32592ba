"""A question from its heading on: the inverse of `source/pages/question.py` and its kinds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from moocbuild.importing.markdown import escape
from moocbuild.importing.markdown.blocks import Writer, hung, quoted, wrapped
from moocbuild.importing.markdown.inline import Place, line
from moocbuild.model.numbers import half_width, middle, spelled
from moocbuild.model.question import (
    AcceptedNumber,
    AcceptedText,
    Choice,
    ChoiceInteraction,
    ExtendedTextInteraction,
    Gap,
    GapsInteraction,
    HottextInteraction,
    MatchInteraction,
    NumericEntryInteraction,
    OrderInteraction,
    Question,
    SurveyInteraction,
    TextEntryInteraction,
)
from moocbuild.model.text import Node, Nodes, Text, element, is_inline, joined, one_line
from moocbuild.source.pages.typed_words import written_words
from moocbuild.words.languages import opposites

_SHARE = re.compile(r"0(?:\.\d{1,2})?|1(?:\.0{1,2})?")
_NUMBERED = re.compile(r"[-+\d.,−]")
_HIDDEN = {"match": "table", "likert": "table", "order": "ol", "journal": "hr"}
"""Kind → a block that would be taken for its answers if it stood in the text above them."""


def question(asked: Question, writer: Writer, language: str) -> list[str]:
    """The lines of a question, from its heading on."""
    kind, answers = _answers(asked, writer)
    parts = [
        [f"## {heading(asked.title)}", _comment(asked, kind, language)],
        [" ".join(f"`{ref.code}`" for ref in asked.competencies)] if asked.competencies else [],
        _prompt(asked, kind, writer),
        answers,
        _told("TIP", asked.hint, writer),
        _told("NOTE", asked.explanation, writer),
    ]
    made: list[str] = []
    for part in parts:
        made += [*([""] if made and part else []), *part]
    return made


def heading(title: str) -> str:
    """The words of a heading."""
    written = escape.words(one_line(title))
    return re.sub(r"(#+)$", r"\\\1", written)


def _comment(asked: Question, kind: str, language: str) -> str:
    said = [f"#{asked.id}"]
    if not _is_plain(asked, kind, language):
        said.append(f"kind={kind}")
    if asked.points != 1:
        said.append(f"points={asked.points:g}")
    if asked.level:
        said.append(f"level={asked.level}")
    if asked.critical:
        said.append("critical")
    return f"<!-- {' '.join(said)} -->"


def _is_plain(asked: Question, kind: str, language: str) -> bool:
    """Whether the answers say which kind is meant."""
    if any(isinstance(node, str) or node[0] != "p" for node in asked.prompt.nodes):
        return False
    match asked.interaction:
        case ChoiceInteraction(choices=choices, multiple=True):
            return sum(choice.correct for choice in choices) > 1
        case ChoiceInteraction(choices=choices, presentation="truefalse"):
            return _are_opposites(choices, language)
        case ChoiceInteraction(choices=choices):
            return not _are_opposites(choices, language)
        case TextEntryInteraction(answers=answers):
            return not any(_NUMBERED.match(answer.text) for answer in answers)
    return kind not in ("hottext", "survey", "likert")


def _are_opposites(choices: Sequence[Choice], language: str) -> bool:
    labels = {choice.text.plain.casefold() for choice in choices}
    return labels in [{word.casefold() for word in pair} for pair in opposites(language)]


def _prompt(asked: Question, kind: str, writer: Writer) -> list[str]:
    """What is asked. What would be taken for answers or for items stands in a wrapper."""
    nodes = list(asked.prompt.nodes)
    for number, node in enumerate(nodes):
        if not isinstance(node, str) and node[0] == _HIDDEN.get(kind):
            nodes[number] = wrapped(node)
    if nodes and not asked.competencies and _is_codes(nodes[0]):
        nodes[0] = wrapped(nodes[0])
    return writer.blocks(tuple(nodes))


def _is_codes(node: Node) -> bool:
    """Whether a paragraph is nothing but code, as a line of items is."""
    if isinstance(node, str) or node[0] != "p":
        return False
    said = [child for child in node[2] if not isinstance(child, str) or child.strip(" ,")]
    return all(not isinstance(child, str) and child[0] == "code" for child in said)


def _told(kind: str, said: Text, writer: Writer) -> list[str]:
    return quoted([f"[!{kind}]", *writer.text(said)]) if said else []


# --- answers ------------------------------------------------------------------------------------


def _answers(asked: Question, writer: Writer) -> tuple[str, list[str]]:
    """The kind, and the lines of its answers."""
    asks = asked.interaction
    make = _MADE[type(asks)]
    return make(asks, writer)


def _choice(asks: ChoiceInteraction, writer: Writer) -> tuple[str, list[str]]:
    kind = "multiple" if asks.multiple else "single"
    kind = "truefalse" if asks.presentation == "truefalse" else kind
    return kind, _boxed(asks.choices, writer)


def _boxed(choices: Iterable[Choice], writer: Writer, width: int = 4) -> list[str]:
    return [each for choice in choices for each in _option(choice, writer, width)]


def _option(choice: Choice, writer: Writer, width: int) -> list[str]:
    box = "- [x] " if choice.correct else "- [ ] "
    share = f"`{choice.score:.2g}` " if 0 < choice.score < 1 else ""
    if not share and _begins_with_share(choice.text.nodes):
        share = "`1` " if choice.correct else "`0` "
    lines = hung(box + share, entry(choice.text.nodes, writer), width)
    return [*lines, *_feedback(choice.feedback, writer, width)]


def _begins_with_share(nodes: Nodes) -> bool:
    """Whether words begin with a number in code, which would be taken for a share."""
    first = nodes[0] if nodes else ""
    if isinstance(first, str) or first[0] != "code" or len(nodes) == 1:
        return False
    return bool(_SHARE.fullmatch("".join(child for child in first[2] if isinstance(child, str))))


def _feedback(said: Text, writer: Writer, width: int) -> list[str]:
    return [f"{' ' * width}{each}" for each in quoted(writer.text(said))] if said else []


def entry(nodes: Nodes, writer: Writer) -> list[str]:
    """What an option holds: it begins with words, since a box stands before them."""
    if is_inline(nodes):
        return writer.line(nodes).split("\n")
    first = nodes[0]
    if not isinstance(first, str) and first[0] not in ("p", *_INLINE_STARTS):
        return [flat_line(nodes, writer)]
    return writer.item(nodes, loose=len(nodes) > 1)


_INLINE_STARTS = ("strong", "em", "code", "a", "img", "formula")


def flat_line(nodes: Nodes, writer: Writer) -> str:
    """Blocks in one line, with breaks between them."""
    return line(flat(nodes), Place(writer.href, cell=True)).replace("\\|", "|")


def flat(nodes: Nodes) -> Nodes:
    """What stands in lines, with a break where a block ended."""
    made: list[Node] = []
    for node in nodes:
        if is_inline((node,)):
            made.append(node)
            continue
        inner = flat(node[2]) if not isinstance(node, str) else ()
        if not isinstance(node, str) and node[0] == "pre":
            said = "".join(_words(node[2])).strip("\n").split("\n")
            lines = [element("code", each) if each.strip() else " " for each in said]
            inner = tuple(part for each in lines for part in (each, element("br")))[:-1]
        if inner and any(not isinstance(each, str) or each.strip() for each in inner):
            made += [*([element("br")] if made else []), *inner]
    return joined(made)


def _words(nodes: Nodes) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        else:
            yield from _words(node[2])


def _typed(answers: Iterable[AcceptedText], writer: Writer, width: int = 4) -> list[str]:
    made: list[str] = []
    for answer in answers:
        written = written_words(answer.text, exact=answer.exact)
        made.append(f"- {'=' if answer.correct else '!='} {written}")
        made += _feedback(answer.feedback, writer, width)
    return made


def _text(asks: TextEntryInteraction, writer: Writer) -> tuple[str, list[str]]:
    return "text", _typed(asks.answers, writer)


def _number(asks: NumericEntryInteraction, writer: Writer) -> tuple[str, list[str]]:
    made: list[str] = []
    for answer in asks.answers:
        made.append(f"- {'=' if answer.correct else '!='} {number(answer)}")
        made += _feedback(answer.feedback, writer, 4)
    return "numeric", made


def number(answer: AcceptedNumber) -> str:
    """`10`, `10 ± 1`, or `3 .. 4.7` where the middle takes more signs than the ends."""
    low, high = answer.low, answer.high
    if low == high:
        return spelled(low)
    around = f"{spelled(middle(low, high))} ± {spelled(half_width(low, high))}"
    ends = f"{spelled(low)} .. {spelled(high)}"
    return around if len(around) <= len(ends) else ends


def _match(asks: MatchInteraction, writer: Writer) -> tuple[str, list[str]]:
    rights = {option.id: option.text for option in asks.options}
    used = {row.right for row in asks.rows}
    told = any(row.feedback for row in asks.rows)
    rows: list[tuple[Nodes, Nodes, Nodes]] = [
        (row.left.nodes, rights[row.right].nodes, row.feedback.nodes) for row in asks.rows
    ]
    rows += [((), option.text.nodes, ()) for option in asks.options if option.id not in used]
    heads = ["Left", "Right", "Feedback"] if told else ["Left", "Right"]
    return "match", _table(heads, ([cell(each, writer) for each in row] for row in rows))


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """A table with columns of one width, as formatters write it, where its cells are short."""
    cells = [list(heads), *([*row][: len(heads)] for row in rows)]
    widths = [max(len(row[place]) for row in cells) for place in range(len(heads))]
    if sum(widths) > 110:
        widths = [0] * len(heads)
    ruled = ["-" * max(3, width) for width in widths]
    lines = [cells[0], ruled, *cells[1:]]
    padded = (
        (each.ljust(width) for each, width in zip(row, widths, strict=True)) for row in lines
    )
    return [f"| {' | '.join(row)} |" for row in padded]


def cell(nodes: Nodes, writer: Writer) -> str:
    """A cell of a table."""
    return line(flat(nodes), Place(writer.href, cell=True)).replace("\n", "<br>")


def _order(asks: OrderInteraction, writer: Writer) -> tuple[str, list[str]]:
    made: list[str] = []
    for place, step in enumerate(asks.steps, 1):
        label = f"{place}. "
        made += hung(label, entry(step.text.nodes, writer), 4)
        made += _feedback(step.feedback, writer, 4)
    return "order", made


def _hottext(asks: HottextInteraction, writer: Writer) -> tuple[str, list[str]]:
    return "hottext", _boxed(asks.choices, writer)


def _gaps(asks: GapsInteraction, writer: Writer) -> tuple[str, list[str]]:
    made: list[str] = []
    for place, gap in enumerate(asks.gaps, 1):
        made += hung(f"{place}. ", _gap(gap, writer))
    return "gaps", made


def _gap(gap: Gap, writer: Writer) -> list[str]:
    if gap.choices:
        return _boxed(gap.choices, writer)
    return _typed(gap.answers, writer)


def _journal(asks: ExtendedTextInteraction, writer: Writer) -> tuple[str, list[str]]:
    return "journal", ["____"]


def _survey(asks: SurveyInteraction, writer: Writer) -> tuple[str, list[str]]:
    if not asks.statements:
        return "survey", _boxed(asks.choices, writer)
    heads = ["", *(cell(choice.text.nodes, writer) for choice in asks.choices)]
    circles = ["\N{WHITE CIRCLE}"] * len(asks.choices)
    rows = ([cell(each.text.nodes, writer), *circles] for each in asks.statements)
    return "likert", _table(heads, rows)


_MADE: dict[type, Callable[..., tuple[str, list[str]]]] = {
    ChoiceInteraction: _choice,
    ExtendedTextInteraction: _journal,
    GapsInteraction: _gaps,
    HottextInteraction: _hottext,
    MatchInteraction: _match,
    NumericEntryInteraction: _number,
    OrderInteraction: _order,
    SurveyInteraction: _survey,
    TextEntryInteraction: _text,
}
