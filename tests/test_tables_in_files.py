"""Tables in files of their own, in every package; on a page about a kitchen."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import html

from hostile.course import INDEX, LESSON, QUIZ, write_course
from moocbuild import build_course
from moocbuild.build import BuildRequest, load, variants
from moocbuild.cache import keep
from moocbuild.diagnostics import Collector
from moocbuild.model.course import Course
from moocbuild.model.text import Text, walk
from moocbuild.package import Package
from moocbuild.source.files.tables import (
    MAX_BYTES,
    MAX_COLUMNS,
    MAX_ROWS,
    Table,
    TableFile,
    read_table_file,
    table_of,
)
from moocbuild.targets import targets
from test_diagnostics import TODAY

PRICES = "course/01-one/prices.csv"
SHOWN = "![Prices in 2026](prices.csv)"


def page(*blocks: str) -> str:
    return "---\nitems: [A.1]\n---\n\n# A lesson\n\n" + "\n\n".join(blocks) + "\n"


def read(root: Path, text: str, data: str | bytes, name: str = PRICES) -> tuple[Course, Collector]:
    report = Collector()
    write_course(root, {LESSON: page("Words.", text), name: data})
    course = load(root, report, TODAY).course
    assert course is not None, report.found
    return course, report


def errors(report: Collector) -> list[tuple[str, str, int]]:
    found = (d for d in report.sorted() if d.rule.severity.name == "ERROR")
    return [(d.rule.slug, d.span.path, d.span.line) for d in found]


def package(course: Course, target: str) -> Package:
    (found,) = variants(course, BuildRequest((target,)), Collector())
    return found.target.render(found.course)


def table(text: str, name: str = "t.csv") -> Table:
    found = table_of(TableFile(name, text))
    assert isinstance(found, Table), found
    return found


def wrong(text: str, name: str = "t.csv") -> list[tuple[int, str]]:
    found = table_of(TableFile(name, text))
    assert isinstance(found, list)
    return [(d.span.line, d.message) for d in found]


# --- files --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a,b\n1,2\n", [("1", "2")]),
        ("a;b\n1,5;2,5\n", [("1,5", "2,5")]),
        ("a\tb\n1,5\t2;5\n", [("1,5", "2;5")]),
        ("a,b;c\n1,2;3\n4,5;6\n", [("1", "2;3"), ("4", "5;6")]),
        ("a\n1\n2\n", [("1",), ("2",)]),
        ('a,b\n"x, y","say ""yes"""\n', [("x, y", 'say "yes"')]),
        ('a,b\n"one\ntwo",3\n', [("one\ntwo", "3")]),
        ("a,b\r\n1,2\r\n", [("1", "2")]),
        ("a,b\r1,2\r", [("1", "2")]),
        ("a,b\n\n 1 ,2\n,\n", [("1", "2")]),
        ("a,b\n,2\n", [("", "2")]),
        ("a,b\n=1+1,{x} `y` *z*\n", [("=1+1", "{x} `y` *z*")]),
    ],
)
def test_what_is_in_a_file(text: str, rows: list[tuple[str, ...]]) -> None:
    assert list(table(text).rows) == rows


def test_a_tsv_file_is_parted_by_tabs() -> None:
    assert table("a,b\tc\n1,2\t3\n", "t.TSV").head == ("a,b", "c")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a,b\n1\n2,3\n4,5,6\n", [(2, "1 cell, but"), (4, "3 cells, but")]),
        ('a,b\n"x\ny",1\n2\n', [(4, "1 cell, but")]),
        ('a,b\n1,2\n"x,3\n4,5\n', [(3, "a quotation mark")]),
        ('a,b\n1,"x"y\n', [(2, "a quotation mark")]),
        ("a,b\n", [(1, "no lines below")]),
        ("", [(1, "no lines below")]),
        ("a,b\n1,x\x0by\n", [(2, "a control character (U+000B)")]),
        ("a\n" + "1\n" * (MAX_ROWS - 1), []),
        ("a\n" + "1\n" * MAX_ROWS, [(MAX_ROWS + 1, "more than")]),
        (
            ",".join("a" * (MAX_COLUMNS + 1)) + "\n" + "," * MAX_COLUMNS + "1\n",
            [(1, "41 columns")],
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_line(text: str, wanted: list[tuple[int, str]]) -> None:
    found = wrong(text) if wanted else []
    assert wanted or table(text)
    assert [line for line, _ in found] == [line for line, _ in wanted]
    assert all(said.startswith(w) for (_, said), (_, w) in zip(found, wanted, strict=True)), found


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"a,b\nGr\xfc\xdfe,2\n", 2),
        ("a,b\n1,2\n".encode("utf-16"), 1),
        (b"a,b\n" + b"1,2\n" * (MAX_BYTES // 4), 0),
    ],
)
def test_a_file_that_is_no_table_is_told_where_it_is_shown(
    data: bytes, line: int, tmp_path: Path
) -> None:
    _, report = read(tmp_path / "a", SHOWN, data)
    assert errors(report) == [("bad-table-file", PRICES, line)]
    _, report = read(tmp_path / "b", "Take [the file](prices.csv) home.", data)
    assert "bad-table-file" not in {d.rule.slug for d in report.found}


def test_a_mark_at_the_beginning_is_none_of_the_words(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_bytes("\ufeffÖl,Preis\n1,2\n".encode())
    file = read_table_file(tmp_path / "t.csv", "t.csv")
    assert table_of(file) == Table(("Öl", "Preis"), (("1", "2"),))


# --- pages --------------------------------------------------------------------------------------


def shown(course: Course) -> list[html.HtmlElement]:
    made = package(course, "web").read("one.lesson.html")
    return list(html.fromstring(made).iter("table"))


DATA = "Stuff;Price;Sold;Note\nOil;1,50 €;1 200;3\nSalt;–;40;x\n"


@pytest.mark.parametrize(
    "written",
    [
        SHOWN,
        '![Prices](prices.csv "Prices in 2026")',
        "[Prices in 2026](prices.csv)",
        "![Prices in 2026][p]\n\n[p]: prices.csv",
        "> [!NOTE]\n> ![Prices in 2026](prices.csv)",
    ],
)
def test_a_table_with_a_caption_and_a_head(written: str, tmp_path: Path) -> None:
    course, report = read(tmp_path / "c", written, DATA)
    assert not report.failed
    (found,) = shown(course)
    assert found.findtext("caption") == "Prices in 2026"
    heads = [(th.text, th.get("scope"), th.get("class")) for th in found.iter("th")]
    assert heads == [
        ("Stuff", "col", None),
        ("Price", "col", "right"),
        ("Sold", "col", "right"),
        ("Note", "col", None),
    ]
    rows = [[td.text for td in tr.iter("td")] for tr in found.iter("tr")][1:]
    assert rows == [["Oil", "1,50 €", "1 200", "3"], ["Salt", "–", "40", "x"]]
    assert "prices.csv" not in " ".join(package(course, "web").names())


def test_cells_are_words_and_nothing_else(tmp_path: Path) -> None:
    data = 'a,b\n<b>x</b>,*y* $z$ [@k] {local_help}\n"one\ntwo",=HYPERLINK("http://x.example")\n'
    data = data.replace('"http://x.example"', "1")
    course, report = read(tmp_path / "c", SHOWN, data)
    assert not report.failed
    (found,) = shown(course)
    assert [td.text for td in found.iter("td")][:2] == ["<b>x</b>", "*y* $z$ [@k] {local_help}"]
    assert html.tostring(found.findall(".//td")[2]).startswith(b"<td>one<br>two")


def test_in_media_in_questions_and_between_folders(tmp_path: Path) -> None:
    root = tmp_path / "c"
    quiz = (
        "---\nkind: quiz\n---\n\n# Asked\n\n## Which?\n<!-- #which -->\n\n`A.1`\n\n"
        "![Prices](../media/data/p.csv)\n\nWhich is it?\n\n- [x] Oil\n- [ ] Salt\n- [ ] Tea\n"
    )
    write_course(
        root,
        {
            QUIZ: quiz,
            "media/data/p.csv": DATA,
            INDEX: "# One\n\n[Prices](../../media/data/p.csv)\n",
        },
    )
    report = Collector()
    course = load(root, report, TODAY).course
    assert course is not None and not report.failed
    made = package(course, "web")
    for name in ("one.quiz.html", "one.index.html"):
        assert b"<caption>Prices</caption>" in made.read(name), name


def test_a_missing_file(tmp_path: Path) -> None:
    _, report = read(tmp_path / "c", "![Prices](price.csv)", DATA)
    assert errors(report) == [("missing-media", LESSON, 9)]


def test_every_target_keeps_it(tmp_path: Path) -> None:
    course, _ = read(tmp_path / "c", SHOWN, DATA)
    for target in targets().values():
        made = package(course, target.name)
        if not target.content or target.name in ("moodle-xml", "gift", "qti-2.1"):
            continue
        whole = b"".join(
            data.replace(b"&lt;", b"<").replace(b"&gt;", b">")
            for data in map(made.read, made.names())
        )
        assert b">Prices in 2026</caption>" in whole, target.name
        assert "1,50 €".encode() in whole, target.name


def test_the_model_has_a_plain_table(tmp_path: Path) -> None:
    course, _ = read(tmp_path / "c", SHOWN, DATA)
    texts = (p for page in course.pages() for p in getattr(page, "parts", ()))
    names = {found[0] for part in texts if isinstance(part, Text) for found in walk(part.nodes)}
    assert {"table", "caption", "thead", "tbody"} <= names


# --- what is kept -------------------------------------------------------------------------------


def test_an_edited_file_makes_its_pages_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOOCBUILD_CACHE_DIR", str(tmp_path / "cache"))
    keep.forget()
    root = write_course(tmp_path / "c", {LESSON: page(SHOWN), PRICES: DATA})

    def built() -> Mapping[str, bytes]:
        assert build_course(root, tmp_path / "out", ["web"]).status == "built"
        (found,) = (tmp_path / "out").glob("*web.zip")
        return {"web": found.read_bytes()}

    first = built()
    assert built() == first
    (root / PRICES).write_text(DATA.replace("Salt", "Soap"), "utf-8")
    kept = built()
    keep.forget()
    monkeypatch.setenv("MOOCBUILD_CACHE_DIR", str(tmp_path / "other"))
    assert kept == built() and kept != first
