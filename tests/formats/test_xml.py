"""Elements and bytes: what is stripped, what is kept, and how namespaces are declared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from moocbuild.formats import xml

V = xml.vocabulary("urn:a")
W = xml.vocabulary("urn:b", "w")


BOTH = xml.Vocabulary("urn:a", {None: "urn:a", "w": "urn:b"})


def test_namespaces_are_declared_once() -> None:
    root = BOTH("root", {"n": "1", W.attribute("k"): "2"}, W("inner", W("leaf", "x")), V("last"))
    assert xml.serialise(root) == (
        b'<?xml version="1.0" encoding="UTF-8"?>\n'
        b'<root xmlns="urn:a" xmlns:w="urn:b" n="1" w:k="2">\n'
        b"  <w:inner>\n    <w:leaf>x</w:leaf>\n  </w:inner>\n  <last/>\n</root>\n"
    )


def test_namespaces_are_declared_where_they_are_used() -> None:
    root = V("root", W("one", V("inner")), W("two"))
    assert xml.serialise(root).splitlines()[1:] == [
        b'<root xmlns="urn:a">',
        b'  <w:one xmlns:w="urn:b">',
        b"    <inner/>",
        b"  </w:one>",
        b'  <w:two xmlns:w="urn:b"/>',
        b"</root>",
    ]


def test_an_attribute_wants_a_declared_prefix() -> None:
    with pytest.raises(LookupError, match="urn:b"):
        xml.serialise(V("root", {W.attribute("k"): "2"}))


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("a\x00b\x0bc\x1f\ufffe\ud800", "abc"),
        ("a\r\nb\rc\td", "a\nb\nc\td"),
        ("é 😀 \u202e שלום", "é 😀 \u202e שלום"),
    ],
)
def test_texts_keep_what_xml_can_carry(given: str, kept: str) -> None:
    assert xml.text(given) == kept
    written = xml.serialise(V("a", given))
    assert etree.fromstring(written).text == kept
    assert b"&#" not in written


def test_attributes_hold_one_line() -> None:
    written = xml.serialise(V("a", {"k": 'x\r\n\ty "<&>é\x00'}))
    assert etree.fromstring(written).get("k") == 'x y "<&>é'
    assert b"&#" not in written


@given(st.text(), st.text())
def test_any_text_survives(content: str, value: str) -> None:
    root = etree.fromstring(xml.serialise(V("a", {"k": value}, content)))
    assert (root.text or "") == xml.text(content)
    assert root.get("k") == xml.attribute_value(value)


def test_none_is_nothing() -> None:
    assert len(V("a", None, None, V("b")).children) == 1


def test_an_empty_text_is_a_text() -> None:
    written = xml.serialise(V("a", V("b", ""), V("c")))
    assert written.endswith(b"  <b></b>\n  <c/>\n</a>\n")
