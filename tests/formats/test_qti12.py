"""The rules of both importers, at the conditions of a question."""

from __future__ import annotations

import pytest
from lxml import etree

from moocbuild.formats import csm, qti12, xml
from moocbuild.formats.imscp import CC_1_3

ITEM = qti12.Item(ident="Q", title="T", prompt="<p>?</p>", explanation="Why", hint="Hint")


def options(*right: bool) -> list[qti12.Option]:
    return [
        qti12.Option(ident=f"o_{n}", text=f"{n}", correct=correct, feedback=f"fb {n}")
        for n, correct in enumerate(right)
    ]


def parsed(item: str) -> etree._Element:
    (made,) = etree.fromstring(qti12.assessment("A", "T", [item], language="en")).iter("{*}item")
    return made


def conditions(item: str) -> list[etree._Element]:
    return parsed(item).findall("{*}resprocessing/{*}respcondition")


@pytest.mark.parametrize("make", [qti12.multiple_choice, qti12.multiple_response])
def test_the_scoring_condition_is_the_first_that_stops(make: object) -> None:
    found = conditions(make(ITEM, options(False, True, False)))  # type: ignore[operator]
    general, scoring, *others = found
    assert general.get("continue") == "Yes"
    assert [child.tag.rpartition("}")[2] for child in general[0]] == ["other"]
    assert scoring.get("continue") == "No"
    assert scoring.findtext("{*}setvar") == "100"
    assert all(c.get("continue") == "No" and c.find("{*}setvar") is None for c in others)


def test_a_single_choice_shows_the_right_feedback_where_it_scores() -> None:
    _, scoring, *others = conditions(qti12.multiple_choice(ITEM, options(False, True, False)))
    shown = scoring.find("{*}displayfeedback")
    assert shown is not None and shown.get("linkrefid") == "o_1_fb"
    assert [c.findtext("{*}conditionvar/{*}varequal") for c in others] == ["o_0", "o_2"]


def test_a_multiple_response_compares_with_case() -> None:
    item = parsed(qti12.multiple_response(ITEM, options(True, False)))
    assert all(e.get("case") == "Yes" for e in item.iter("{*}varequal"))
    scored = item.find(".//{*}and")
    assert scored is not None
    assert [e.tag.rpartition("}")[2] for e in scored] == ["varequal", "not"]


def test_right_texts_share_one_condition() -> None:
    answers = [
        qti12.Accepted(ident="a_1", text="one", exact=True),
        qti12.Accepted(ident="a_2", text="two"),
        qti12.Accepted(ident="a_3", text="three", correct=False, feedback="no"),
    ]
    _, scoring, wrong = conditions(qti12.fill_in(ITEM, answers))
    equals = scoring.findall("{*}conditionvar/{*}varequal")
    assert [(e.text, e.get("case")) for e in equals] == [("one", "Yes"), ("two", None)]
    assert wrong.find("{*}displayfeedback") is not None


def test_an_answer_may_be_typed_in_several_ways() -> None:
    answers = [
        qti12.Accepted(ident="a_1", text="Ål", also=("aal",)),
        qti12.Accepted(ident="a_2", text="ø", correct=False, feedback="no", also=("oe",)),
    ]
    _, scoring, *wrong = conditions(qti12.fill_in(ITEM, answers))
    assert [e.text for e in scoring.findall("{*}conditionvar/{*}varequal")] == ["Ål", "aal"]
    assert [each.findtext("{*}conditionvar/{*}varequal") for each in wrong] == ["ø", "oe"]
    told = {each.find("{*}displayfeedback").get("linkrefid") for each in wrong}
    assert told == {"a_2_fb"}


def test_a_question_without_a_right_answer_is_still_well_formed() -> None:
    bare = qti12.Item(ident="Q", title="T", prompt="?")
    assert len(conditions(qti12.multiple_response(bare, options()))) == 1


def test_standards_name_their_part() -> None:
    made = csm.standards(
        [csm.standard("g-1", "IX.2")], provider="CASE", label="question", part="Q_a"
    )
    written = xml.serialise(made).decode()
    assert f'xmlns:csm="{CC_1_3.prefixes["csm"]}"' in written
    assert 'resourcePartId="Q_a"' in written
    assert "<csm:GUID>g-1</csm:GUID>" in written
