"""Moodle's types of questions: one row each, for a backup and for a question file."""

from __future__ import annotations

from dataclasses import replace

from moocbuild.formats.moodle import Element, Value, columns, listed, node, record
from moocbuild.targets.moodle.item import Fragments, Item, Parts, QuestionType, Records

_FEEDBACKS = [
    node(tag, attributes={"format": "html"}, fields={"text": ""})
    for tag in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback")
]
"""Empty ones: without them the import of an ordering question stops the whole file."""


# --- in a backup --------------------------------------------------------------------------------


def _answers_records(records: Records, item: Item, id: int) -> list[Element]:
    options = record(item.question.type.name, id, item.question.options)
    return [records.answers(item), options]


def _true_false_records(records: Records, item: Item, id: int) -> list[Element]:
    right, wrong = (records.answer_number(item, answer) for answer in item.question.answers)
    columns: dict[str, Value] = {
        "trueanswer": right,
        "falseanswer": wrong,
        **item.question.options,
    }
    return [records.answers(item), record("truefalse", id, columns)]


def _numerical_records(records: Records, item: Item, id: int) -> list[Element]:
    rows = (
        record(
            "numerical_record",
            records.answer_number(item, answer),
            {"answer": records.answer_number(item, answer), "tolerance": answer.tolerance},
        )
        for answer in item.question.answers
    )
    return [
        records.answers(item),
        listed("numerical_options", [record("numerical_option", id, item.question.options)]),
        listed("numerical_records", rows),
    ]


def _match_records(records: Records, item: Item, id: int) -> list[Element]:
    matches = []
    for pair in item.question.pairs:
        number = records.number("pair", f"{item.id}/{pair.id}")
        records.keep(("qtype_match", "subquestion", number), pair.left)
        columns: dict[str, Value] = {"questiontext": pair.left.markup, "questiontextformat": 1}
        matches.append(record("match", number, {**columns, "answertext": pair.right}))
    return [record("matchoptions", id, item.question.options), listed("matches", matches)]


def _nothing_records(records: Records, item: Item, id: int) -> list[Element]:
    return []


# --- in a question file -------------------------------------------------------------------------


def _percent(fraction: float) -> float:
    return round(fraction * 100, 5)


def _as_it_is(fraction: float) -> float:
    return fraction


def _choice_content(file: Fragments, item: Item) -> Parts:
    options = item.question.options
    flags = {key: "true" if options[key] else "false" for key in ("single", "shuffleanswers")}
    numbering = {"answernumbering": options["answernumbering"], "showstandardinstruction": 1}
    yield columns({**flags, **numbering})
    yield from _FEEDBACKS
    yield from file.answers(item, _percent)


def _true_false_content(file: Fragments, item: Item) -> Parts:
    question = item.question
    lower = (replace(a, typed=(a.typed or "").lower()) for a in question.answers)
    said = replace(item, question=replace(question, answers=tuple(lower)))
    yield from file.answers(said, _percent)


def _typed_content(file: Fragments, item: Item) -> Parts:
    if "usecase" in item.question.options:
        yield columns({"usecase": item.question.options["usecase"]})
    yield from file.answers(item, _percent)


def _match_content(file: Fragments, item: Item) -> Parts:
    yield columns({"shuffleanswers": "true"})
    yield from _FEEDBACKS
    for pair in item.question.pairs:
        yield file.html("subquestion", pair.left, node("answer", fields={"text": pair.right}))


def _order_content(file: Fragments, item: Item) -> Parts:
    yield columns(
        {
            "layouttype": "VERTICAL",
            "selecttype": "ALL",
            "selectcount": 0,
            "gradingtype": "ABSOLUTE_POSITION",
            "showgrading": "HIDE",
            "numberingstyle": "none",
        }
    )
    yield from _FEEDBACKS
    yield columns({"shownumcorrect": 0})
    yield from file.answers(item, _as_it_is)


def _nothing_content(file: Fragments, item: Item) -> Parts:
    return ()


MULTICHOICE = QuestionType(
    name="multichoice", in_file="multichoice", records=_answers_records, content=_choice_content
)
TRUE_FALSE = QuestionType(
    name="truefalse", in_file="truefalse", records=_true_false_records, content=_true_false_content
)
SHORT_ANSWER = QuestionType(
    name="shortanswer", in_file="shortanswer", records=_answers_records, content=_typed_content
)
NUMERICAL = QuestionType(
    name="numerical", in_file="numerical", records=_numerical_records, content=_typed_content
)
MATCH = QuestionType(
    name="match", in_file="matching", records=_match_records, content=_match_content
)
ORDERING = QuestionType(
    name="ordering", in_file="ordering", records=_answers_records, content=_order_content
)
DESCRIPTION = QuestionType(
    name="description", in_file="description", records=_nothing_records, content=_nothing_content
)
