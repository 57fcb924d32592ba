"""A text with gaps as Moodle keeps it: one question of the type `multianswer`, and one a gap.

In a backup the text has `{#1}` for the first gap, whose question has an entry of its own in the
bank. In a question file, and where a teacher edits it, the gap is spelled out:
`{1:MULTICHOICE_S:=room~a plan}` (read in question/type/multianswer of Moodle 4.5 and 5.1).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from moocbuild.formats.moodle import record, written
from moocbuild.model.question import Gap
from moocbuild.model.text import Element, Nodes, Text, attribute, rewrite
from moocbuild.targets.moodle.item import (
    Answer,
    Fragments,
    Item,
    MoodleQuestion,
    Part,
    Parts,
    QuestionType,
    Records,
)
from moocbuild.targets.moodle.text import Html, Writer

_PLACE = "\ufdd0{}\ufdd1"
"""A gap among words: noncharacters, which are of no text that is exchanged (Unicode 23.7)."""
_BRACES = str.maketrans({"\ufdd0": "{#", "\ufdd1": "}"})
_OPENED = re.compile(r"\{(?=#\d|\d*:)")
"""What Moodle would take for a gap."""
_CODED = {ord(sign): f"&#{ord(sign)};" for sign in "&<>\"'~=%{\\$@"} | {
    ord(sign): f"\\{sign}" for sign in "#}"
}
"""Signs that part answers: Moodle decodes references once, and knows `\\}` and `\\#`."""


def _records(records: Records, item: Item, id: int) -> Parts:
    numbers = [str(records.number("question", part.id)) for part in item.parts()]
    return [record("multianswer", id, {"question": id, "sequence": ",".join(numbers)})]


def _content(file: Fragments, item: Item) -> Parts:
    """All of it stands in the question's text."""
    return ()


MULTIANSWER = QuestionType(name="multianswer", in_file="cloze", records=_records, content=_content)


def multianswer(prompt: Text, parts: Mapping[str, Part], writer: Writer) -> MoodleQuestion:
    """A prompt whose blanks are filled by `parts`, in reading order."""

    def place(found: Element) -> Nodes:
        return (_PLACE.format(attribute(found, "number")),)

    def escape(words: str) -> str:
        return _OPENED.sub("&#123;", given.escape(words)).translate(_BRACES)

    given = writer.dialect
    dialect = replace(given, rules={**given.rules, "blank": place}, escape=escape)
    return MoodleQuestion(
        type=MULTIANSWER, stem=replace(writer, dialect=dialect).html(prompt), within=parts
    )


def in_words(gap: Gap) -> Gap:
    """The gap with pictures in what is said of answers by their descriptions."""
    return replace(
        gap,
        choices=tuple(replace(each, feedback=_in_words(each.feedback)) for each in gap.choices),
        answers=tuple(replace(each, feedback=_in_words(each.feedback)) for each in gap.answers),
    )


def _in_words(found: Text) -> Text:
    return Text(rewrite(found.nodes, {"img": lambda image: (attribute(image, "alt"),)}))


def worth(points: float, gaps: int) -> int:
    """Points of each gap: whole ones, of which Moodle makes those of the question."""
    each = points / gaps
    return int(each) if each.is_integer() else 1


def spelled_out(question: MoodleQuestion, points: int) -> Html:
    """A gap as it stands in the text for teachers."""
    options = question.options
    if question.type.name == "multichoice":
        kind = "MULTICHOICE_S" if options["shuffleanswers"] else "MULTICHOICE"
    else:
        kind = "SHORTANSWER_C" if options["usecase"] else "SHORTANSWER"
    return Html(f"{{{points}:{kind}:{'~'.join(map(_alternative, question.answers))}}}")


def _alternative(answer: Answer) -> str:
    """An answer, what it earns, and what is said of it."""
    partly = f"%{written(answer.fraction * 100)}%" if answer.fraction else ""
    worth = "=" if answer.fraction == 1 else partly
    words = answer.text.markup if answer.typed is None else answer.typed
    feedback = f"#{answer.feedback.markup.translate(_CODED)}" if answer.feedback else ""
    return f"{worth}{words.translate(_CODED)}{feedback}"
