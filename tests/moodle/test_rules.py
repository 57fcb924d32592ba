"""Rules of Moodle that a value has to keep."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from common_cartridge import hand_made as make
from moocbuild.formats import moodle, xml
from moocbuild.targets.moodle import TARGETS, framework
from moocbuild.targets.moodle.ids import Ids
from moocbuild.targets.moodle.manifest import moodle_language
from moocbuild.words import words
from pages import sample

FRAMEWORK = next(target for target in TARGETS if target.name == "moodle-competencies")


@pytest.mark.parametrize("count", range(1, 21))
def test_all_right_options_together_earn_everything(count: int) -> None:
    shares = moodle.shares(count)
    assert len(shares) == count
    assert sum(shares) == pytest.approx(1, abs=1e-6)
    assert all(share in moodle.FRACTIONS for share in shares)


@given(st.floats(min_value=-1, max_value=1))
def test_a_fraction_is_on_the_list(share: float) -> None:
    found = moodle.fraction(share)
    assert abs(found) in moodle.FRACTIONS
    assert abs(found - share) <= 0.05


@given(st.text())
def test_a_name_fits_and_is_one_line(title: str) -> None:
    name = moodle.name(title)
    assert 0 < len(name) <= moodle.NAME_LENGTH
    assert "\n" not in name
    assert "$@" not in name


@given(st.text(max_size=300))
def test_an_idnumber_fits(id: str) -> None:
    assert len(moodle.idnumber(id)) <= moodle.IDNUMBER_LENGTH


def test_long_idnumbers_stay_apart() -> None:
    assert moodle.idnumber("x" * 200 + "a") != moodle.idnumber("x" * 200 + "b")


@given(st.lists(st.text(), unique=True, max_size=50))
def test_numbers_differ(names: list[str]) -> None:
    ids = Ids()
    numbers = [ids.of("thing", name) for name in names]
    assert len(set(numbers)) == len(names)
    assert numbers == [ids.of("thing", name) for name in names]
    assert all(0 < number < 2**31 for number in numbers)


@pytest.mark.parametrize("value", [1e-7, 1e21, 0.1, 70.0, -0.3333333, 0.0])
def test_numbers_are_written_in_plain_figures(value: float) -> None:
    written = moodle.written(value)
    assert float(written) == value
    assert "e" not in written


def _rows() -> list[list[str]]:
    made = FRAMEWORK.render(sample.course()).read(framework.FILE)
    return list(csv.reader(io.StringIO(made.decode())))


def test_the_framework_has_fourteen_columns_and_parents_first() -> None:
    header, first, *rows = _rows()
    assert header == list(framework.COLUMNS)
    assert {len(row) for row in (first, *rows)} == {14}
    assert first[12] == "1"
    assert [row[9] for row in rows] == ["null"] * len(rows)
    seen = {""}
    for row in rows:
        assert row[0] in seen
        seen.add(row[1])
    assert {"IX", "I.3", "VIII.2", "IX.2"} <= seen


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_no_cell_is_a_formula(start: str) -> None:
    words = f"{start}HYPERLINK('http://example.invalid')"
    course = sample.course()
    item = replace(course.framework.items[0], code=words, statement=words, short_label=words)
    changed = replace(course, framework=replace(course.framework, items=(item,), title=words))
    made = FRAMEWORK.render(changed).read(framework.FILE).decode()
    cells = [cell for row in csv.reader(io.StringIO(made)) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert any(words in cell for cell in cells)


def test_items_below_items_come_too() -> None:
    course = sample.course()
    deep = replace(course.framework.items[0], code="I.3.a", parent="I.3")
    items = (deep, *course.framework.items)
    made = framework.package(replace(course, framework=replace(course.framework, items=items)))
    rows = list(csv.reader(io.StringIO(made.read(framework.FILE).decode())))
    codes = [row[1] for row in rows]
    assert codes.index("I.3") < codes.index("I.3.a")


def test_wrong_ticks_take_back_what_right_ones_give() -> None:
    from moodle.test_structure import backup

    question = make.question("q", make.multiple("*A", "*B", "C", "D"))
    bank = backup(make.course(make.quiz(question))).bank
    assert bank.xpath("//answer/fraction/text()") == ["0.5", "0.5", "-0.5", "-0.5"]


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "en"),
        ("fr-BE", "fr"),
        ("de", "de"),
        ("pt-BR", "pt_br"),
        ("zh", "zh_cn"),
        ("nb", "no"),
    ],
)
def test_the_course_s_language_is_moodle_s(language: str, name: str) -> None:
    assert moodle_language(language) == name


def test_the_framework_is_described_and_rated_in_the_course_s_words() -> None:
    made = sample.course(language="fr")
    described = replace(made.framework, description="What it is <for>.", attribution="By whom.")
    package = FRAMEWORK.render(replace(made, framework=described))
    rows = list(csv.reader(io.StringIO(package.read("competencies.csv").decode())))
    assert rows[1][3] == "<p>What it is &lt;for&gt;.</p><p>By whom.</p>"
    assert rows[1][5] == ",".join(words("fr")(f"moodle.scale_{end}") for end in ("low", "high"))
    assert rows[1][5] != ",".join(words("en")(f"moodle.scale_{end}") for end in ("low", "high"))


@given(st.text())
def test_what_a_value_contains_stays_in_its_element(words: str) -> None:
    inner = moodle.node("row", moodle.leaf("text", words, {"name": words}), fields={"a": words})
    root = etree.fromstring(moodle.document(moodle.node("rows", inner, moodle.node("none"))))
    assert [each.tag for each in root.iter()] == ["rows", "row", "a", "text", "none"]
    assert [each.text or "" for each in root[0]] == [xml.text(words)] * 2
    assert root[0][1].get("name") == xml.attribute_value(words)
