"""A text with gaps as one problem of Open edX: its answers stand in the text."""

from __future__ import annotations

from common_cartridge import hand_made as make
from moocbuild.model.question import GapsInteraction
from moocbuild.model.text import element, listed, text
from olx.test_problems import made, shown

ASKS = make.gaps(
    make.single("*room", "a plan", feedback="F "),
    make.typed("Écoute", wrong=["talk"], feedback="On "),
)


def test_each_gap_is_a_response_in_its_paragraph() -> None:
    root = made(make.with_gaps("q", ASKS, points=2, explanation=make.prose("Because.")))
    assert root.get("weight") == "2"
    picked, written = root.iter("optionresponse", "stringresponse")
    assert shown(picked.getparent()).startswith("Give (1)")
    assert picked.getparent() is written.getparent()
    assert (picked.tail, written.tail) == (" and ", ".")
    # A response is a division, at which a browser would end a paragraph.
    assert [each.tag for each in picked.iterancestors()] == ["div", "div", "problem"]
    assert root.find(".//blank") is None
    for response in (picked, written):
        assert response.get("inline") == "1"
        assert [each.get("inline") for each in response.iter("optioninput", "textline")] == ["1"]
    # The platform makes a line of a label within a response, or right before it.
    assert [each.getparent().tag for each in root.iter("label")] == ["span", "span"]
    labels = [(each.get("for"), shown(each)) for each in root.iter("label")]
    assert labels == [("input_q_2_1", "(1)"), ("input_q_3_1", "(2)")]
    assert shown(root.find("solution")).endswith("Because.")


def test_options_are_in_the_order_of_their_words_each_with_its_feedback() -> None:
    root = made(make.with_gaps("q", ASKS))
    found = [
        (option.text, option.get("correct"), shown(option.find("optionhint")))
        for option in root.iter("option")
    ]
    assert found == [("a plan", "False", "F b"), ("room", "True", "F a")]


def test_words_to_type_have_their_spellings() -> None:
    (response,) = made(make.with_gaps("q", ASKS)).iter("stringresponse")
    assert (response.get("answer"), response.get("type")) == ("Écoute", "ci")
    assert [each.get("answer") for each in response.iter("additional_answer")] == ["Ecoute"]
    hints = [(each.get("answer"), shown(each)) for each in response.iter("stringequalhint")]
    assert hints == [("talk", "On talk")]


def test_gaps_in_a_list_and_in_bold() -> None:
    (one, other) = (element("blank", part=id, number=n) for id, n in (("a", "1"), ("b", "2")))
    prompt = text(listed("ul", [text("Give ", element("strong", one)), text("and ", other)]))
    asks: GapsInteraction = ASKS
    root = made(make.question("q", asks, kind="gaps", prompt=prompt))
    picked, written = root.iter("optionresponse", "stringresponse")
    assert [each.tag for each in picked.iterancestors()][:3] == ["strong", "li", "ul"]
    assert [each.tag for each in written.iterancestors()][:2] == ["li", "ul"]
