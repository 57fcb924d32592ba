"""Forms: the same XML as the element with the values in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moocbuild.formats.form import INSIDE, VALUE, Form, document
from moocbuild.formats.xml import Element, Vocabulary, serialise, vocabulary

ROOT = vocabulary("urn:a")
V = Vocabulary("urn:a", {})


def page(title: str, text: str, *inside: Element) -> Element:
    return V("page", {"title": title, "rate": "100%"}, V("p", text), *inside, V("end"))


@given(st.text(), st.text())
def test_a_form_is_written_like_its_element(title: str, text: str) -> None:
    whole = Form(ROOT("root", INSIDE), 0)
    form, inner = Form(page(VALUE, VALUE, INSIDE), 1), Form(V("inner", VALUE), 2)
    for words in ([], [text], [text, title]):
        made = document(whole(form(title, text, "".join(map(inner, words)))))
        expected = ROOT("root", page(title, text, *(V("inner", each) for each in words)))
        assert made == serialise(expected)


def test_every_place_wants_a_value() -> None:
    with pytest.raises(ValueError, match="zip"):
        Form(V("a", VALUE), 1)()
