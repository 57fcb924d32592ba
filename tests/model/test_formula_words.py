"""Formulas on one line of words."""

from __future__ import annotations

import pytest

from moocbuild.model.formula_words import formula_words
from moocbuild.model.text import element, text
from moocbuild.source.markdown.formulas import mathml

WRITTEN = {
    r"\frac{5}{10}": "5/10",
    r"\frac{2}{4} = \frac{1}{2}": "2/4 = 1/2",
    r"\frac{2+1}{x}": "(2 + 1)/x",
    r"\frac{1{,}5}{3} = 0{,}5": "1,5/3 = 0,5",
    r"2 \times 0{,}5": "2 × 0,5",
    r"x^2 + y^{n+1}": "x² + y^(n + 1)",
    r"(a+b)^2": "(a + b)²",
    r"a_1 < a_{12}": "a_1 < a_12",
    r"\sqrt{2}": "√2",
    r"\sqrt[3]{x+1}": "3√(x + 1)",
    r"-5 - (-3)": "−5 − (−3)",
    r"f(1,2)": "f(1, 2)",
    r"\sum_{i=1}^n i": "∑_(i = 1)^n" + "i",
    r"\begin{matrix}1 & 2 \\ 3 & 4\end{matrix}": "[1, 2; 3, 4]",
    r"1\ \text{bar} \approx 14.5\,\text{PSI}": "1 bar ≈ 14.5 PSI",
    r"\frac{\frac{1}{2}}{3}": "(1/2)/3",
}


@pytest.mark.parametrize("tex", WRITTEN)
def test_a_formula_as_people_type_it(tex: str) -> None:
    assert formula_words(mathml(tex, display=False)) == WRITTEN[tex]


def test_a_formula_that_holds_nothing_is_its_tex() -> None:
    assert text("a ", element("formula", element("math"), tex="x^2")).plain == "a x^2"
    assert formula_words(()) == ""
