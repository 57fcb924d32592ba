"""TeX to MathML: what is allowed comes through, everything else is an error."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hostile.course import COURSE, COURSE_YML, LESSON, write_course
from markdown_trees import read
from moocbuild.build import load
from moocbuild.diagnostics import Collector
from moocbuild.model.course import Lesson
from moocbuild.model.text import MATHML, Nodes, Text, walk
from moocbuild.render import Dialect
from moocbuild.source.markdown.formulas import (
    ATTRIBUTES,
    FormulaError,
    mathml,
    with_decimal_commas,
)
from test_diagnostics import TODAY

GOOD = {
    r"x": "<mi>x</mi>",
    r"\frac{1}{2}": "<mfrac><mrow><mn>1</mn></mrow><mrow><mn>2</mn></mrow></mfrac>",
    r"x^2": "<msup><mi>x</mi><mn>2</mn></msup>",
    r"a_i": "<msub><mi>a</mi><mi>i</mi></msub>",
    r"\sqrt{x}": "<msqrt><mrow><mi>x</mi></mrow></msqrt>",
    r"a < b": "<mi>a</mi><mo>&lt;</mo><mi>b</mi>",
    r"\alpha": "<mi>α</mi>",
    r"|x|": '<mo stretchy="false" lspace="0em" rspace="0em">|</mo><mi>x</mi>'
    '<mo stretchy="false" lspace="0em" rspace="0em">|</mo>',
    r"a \mid b": "<mi>a</mi><mo>∣</mo><mi>b</mi>",
    r"\text{a & b}": "<mtext>a\u00a0&amp;\u00a0b</mtext>",
    r"\begin{matrix}a\end{matrix}": "<mtable><mtr><mtd><mi>a</mi></mtd></mtr></mtable>",
    r"1\ \text{bar}": "<mn>1</mn><mtext>\u00a0</mtext><mtext>bar</mtext>",
    r"x = 1{,}25": "<mi>x</mi><mo>=</mo><mn>1,25</mn>",
    r"1{,}5^2": "<msup><mn>1,5</mn><mn>2</mn></msup>",
    r"a{,}5": "<mi>a</mi><mrow><mo>,</mo></mrow><mn>5</mn>",
    r"f(1,2)": '<mi>f</mi><mo stretchy="false">(</mo><mn>1</mn><mo>,</mo><mn>2</mn>'
    '<mo stretchy="false">)</mo>',
}
HOSTILE = [
    r"\mbox{</mtext></math><script>alert(1)</script>}",
    r"\text{<img src=x onerror=alert(1)>}",
    r"\mbox{&lt;script&gt;}",
    r"\operatorname{<b>x</b>}",
    r'\color{red" onclick="alert(1)}{x}',
    r'\textcolor{"><script>}{x}',
    r'\hspace{1em" onclick="x}',
    r"\begin{matrix}<script> & a \\ b & c\end{matrix}",
]
REFUSED = {
    r"\href{javascript:alert(1)}{x}": "\\href",
    r"\style{color:red}{x}": "\\style",
    r"\class{c}{x}": "\\class",
    r"\cssId{c}{x}": "\\cssId",
    r"\unknowncommand": "unknown command",
    r"\frac{1}{": "never closed",
    r"x}": "'}' without '{'",
    r"\begin{matrix} a": "never closed",
    r"\end{matrix}": r"without '\begin{matrix}'",
    r"\begin{matrix}\begin{cases}a\end{matrix}\end{cases}": r"without '\begin{matrix}'",
    r"\frac{1}": "",
    r"\begin{rcases} a & b \end{rcases}": "unknown environment 'rcases': write aligned",
    r"a & b": r"write '\&'",
    "": "empty",
    "x" * 5_001: "5,000 characters",
    "{" * 51 + "x" + "}" * 51: "50 levels deep",
    r"\sqrt{" * 51 + "x" + "}" * 51: "50 levels deep",
    "x" + "^{x" * 60 + "}" * 60: "50 levels deep",
}


def _written(nodes: Nodes) -> str:
    return Dialect().html(Text(nodes), lambda ref: ref.id)


@pytest.mark.parametrize("tex", GOOD)
def test_what_a_formula_becomes(tex: str) -> None:
    row = f"<mrow>{GOOD[tex]}</mrow>"
    assert _written(mathml(tex, display=False)) == f'<math display="inline">{row}</math>'


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"\frac{1,5}{12,25}", r"\frac{1{,}5}{12{,}25}"),
        ("3{,}5", "3{,}5"),
        ("1, 2", "1, 2"),
        ("1,2,3", "1,2,3"),
        ("1.000,5", "1.000,5"),
        (r"\text{1,5 ou 2} + 0,5", r"\text{1,5 ou 2} + 0{,}5"),
    ],
)
def test_decimal_commas(written: str, meant: str) -> None:
    assert with_decimal_commas(written) == meant


@pytest.mark.parametrize(("language", "number"), [("fr", "<mn>1,5</mn>"), ("en", "<mo>,</mo>")])
def test_a_comma_is_what_it_is_in_the_language_of_the_course(
    language: str, number: str, tmp_path: Path
) -> None:
    yml = COURSE_YML.replace("language: en", f"language: {language}")
    files = {COURSE: yml, LESSON: "# L\n\nHere $1,5$ is.\n"}
    course = load(write_course(tmp_path / "c", files), Collector(), TODAY).course
    assert course is not None
    lesson = next(page for page in course.pages() if page.id == "one/lesson")
    assert isinstance(lesson, Lesson) and isinstance(lesson.parts[0], Text)
    assert number in _written(lesson.parts[0].nodes)


@pytest.mark.parametrize("tex", HOSTILE)
def test_markup_in_a_formula_is_words_or_refused(tex: str) -> None:
    try:
        found = mathml(tex, display=True)
    except FormulaError:
        return
    _allowed(found)
    assert "<script" not in _written(found) and "<img" not in _written(found)


@pytest.mark.parametrize("tex", REFUSED, ids=lambda tex: tex[:20])
def test_what_cannot_be_read_is_refused(tex: str) -> None:
    with pytest.raises(FormulaError) as error:
        mathml(tex, display=False)
    assert REFUSED[tex] in str(error.value)


def test_a_formula_is_refused_at_its_line() -> None:
    found = read("a\n\nb $x$\nc $\\unknowncommand$\n\n$$\n\\frac{1}{\n$$")
    assert found.at("MB149") == [4, 7]


_SIGNS = r"""
\ { } [ ] ^ _ & ~ # % $ ' | ( ) < > / = + - , . ! : ; 1 23 x y é 中 &lt; &#60; &amp; \\ \{
\} \frac \sqrt \mbox \text \left( \right) \left. \right] \sum \int \over \binom
\begin{matrix} \end{matrix} \begin{cases} \end{cases} \begin{array}{cc} \limits \hat
\color{red} \textcolor{red} \href \style \class \unknown \displaystyle \mathbb
\operatorname \overbrace \underset \stackrel \hline \rule \not \middle| \big( \hspace
</mtext></math> <script> </script> <!-- --> ]]> \newcommand \def \tag \label
"""
_TEX = [*_SIGNS.split(), " ", "\n", "\t", '"', "onclick=", "{1em}", "{x}", "{javascript:x}"]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(_TEX), max_size=12).map("".join) | st.text(max_size=20))
def test_whatever_the_tex_only_what_is_allowed_comes_of_it(tex: str) -> None:
    try:
        found = mathml(tex, display=True)
    except FormulaError:
        return
    _allowed(found)


def _allowed(nodes: Nodes) -> None:
    for name, attributes, children, _ in walk(nodes):
        assert name in MATHML
        assert {key for key, _ in attributes} <= ATTRIBUTES
        assert not {"href", "style", "class", "id"} & {key for key, _ in attributes}
        assert all(isinstance(value, str) and '"' not in value for _, value in attributes)
        assert all(isinstance(child, (str, tuple)) for child in children)


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"\text{" + "{" * 49 + "x" + "}" * 50, ""),
        ("{" * 51 + "x" + "}" * 51, "nested more than 50 levels deep"),
        ("{x}" * 60, ""),
        ("x" * 5_000, ""),
        ("x" * 5_001, "more than 5,000 characters in a formula"),
        (" ", "the formula is empty"),
        ("x}", "'}' without '{'"),
        ("}x{", "'}' without '{'"),
        ("{x", "'{' is never closed"),
        ("\\{x", ""),
        (r"\begin{cases}x", r"'\begin{cases}' is never closed"),
        (r"x\end{cases}", r"'\end{cases}' without '\begin{cases}'"),
        (r"\begin{cases}x\end{matrix}", r"'\end{matrix}' without '\begin{matrix}'"),
        (r"\begin{cases}x\end{cases}", ""),
        (r"\href{x}{y}", r"'\href' is not allowed in a formula"),
    ],
)
def test_limits_of_a_formula(tex: str, said: str) -> None:
    if not said:
        assert mathml(tex, display=False)
        return
    with pytest.raises(FormulaError) as caught:
        mathml(tex, display=False)
    assert str(caught.value) == said


@pytest.mark.parametrize(
    ("name", "like"),
    [
        ("aligned", "align*"),
        ("flalign", "align*"),
        ("gathered", "matrix"),
        ("multline*", "matrix"),
        ("dcases", "cases"),
    ],
)
def test_environments_that_show_the_same_are_the_same(name: str, like: str) -> None:
    """The library leaves `&` as it stands in those that it does not know."""
    lines = r"a &= b \\ c &= d"
    made, meant = (
        mathml(rf"\begin{{{each}}}{lines}\end{{{each}}}", display=True) for each in (name, like)
    )
    assert made == meant and "mtable" in str(made) and "'&'" not in str(made)


def test_an_equation_is_what_it_holds() -> None:
    assert mathml(r"\begin{equation}x\end{equation}", display=True) == mathml("{x}", display=True)


def test_an_ampersand_that_is_meant_is_one() -> None:
    assert "'&'" in str(mathml(r"a \& b", display=False))


@pytest.mark.parametrize(
    ("tex", "display", "name"),
    [
        (r"\lim_{x \to 1} x", True, "munder"),
        (r"\max_x f", True, "munder"),
        (r"\limsup_n a", True, "munder"),
        (r"\begin{aligned}\lim_x &= 1\end{aligned}", True, "munder"),
        (r"\lim_{x \to 1} x", False, "msub"),
        (r"\frac{\lim_x a}{b}", True, "msub"),
        (r"\sin_x f", True, "msub"),
        (r"a_x", True, "msub"),
    ],
)
def test_limits_stand_below_where_there_is_room(tex: str, display: bool, name: str) -> None:
    made = str(mathml(tex, display=display))
    assert [each for each in ("munder", "msub") if f"('{each}'," in made] == [name]
