"""Files of a course that are used in other ways than as pages, and those that cannot be read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from hostile.course import (
    BASE,
    COURSE,
    COURSE_YML,
    FRAMEWORK,
    FRAMEWORK_YML,
    LESSON,
    Content,
    write_course,
)
from moocbuild.build import load
from moocbuild.diagnostics import Collector, Diagnostic, Span
from moocbuild.media import MediaError
from moocbuild.model.course import Course
from moocbuild.rules import rules
from moocbuild.source.assets import read_assets
from moocbuild.source.files import tree as trees
from moocbuild.source.files.tree import SourceTree, read_folder
from moocbuild.source.overrides import overrides
from moocbuild.source.pages.naming import OWN_HELP
from test_diagnostics import TODAY


def read(root: Path, files: Mapping[str, Content]) -> tuple[Course | None, list[Diagnostic]]:
    report = Collector()
    course = load(write_course(root, {**BASE, **files}), report, TODAY).course
    return course, report.found


def codes(found: list[Diagnostic], *wanted: str) -> list[str]:
    """`code path` of the findings of these rules."""
    return [f"{each.rule.code} {each.span.path}" for each in found if each.rule.code in wanted]


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(5, "Input/output error"), "'media/a.svg' cannot be read: input/output error"),
        (OSError(), "'media/a.svg' cannot be read: cannot be read"),
        (MediaError("is broken", "damage"), "media/a.svg: is broken"),
    ],
)
def test_media_that_cannot_be_read(
    error: Exception, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load_asset(path: Path, href: str) -> None:
        raise error

    monkeypatch.setattr("moocbuild.source.assets.load", load_asset)
    found: list[Diagnostic] = []
    tree = SourceTree(tmp_path, media={"media/a.svg": tmp_path / "a.svg"})
    assert read_assets({"media/a.svg": Span(LESSON, 3)}, tree, found.append) == {}
    assert [each.message for each in found] == [said]
    expected = Span("media/a.svg") if isinstance(error, OSError) else Span(LESSON, 3)
    assert found[0].span == expected


SCHEMAS = COURSE_YML + "scorm: {schemas: schemas}\n"


def test_schemas_are_the_xsd_files_of_their_folder(tmp_path: Path) -> None:
    names = ("schemas/a.xsd", "schemas/b.txt", "schemas/c/d.xsd")
    files: dict[str, Content] = {COURSE: SCHEMAS, **dict.fromkeys(names, "<a/>")}
    course, _ = read(tmp_path / "c", files)
    assert course is not None
    assert [name for name in course.assets if name.startswith("schemas/")] == ["schemas/a.xsd"]
    assert course.assets["schemas/a.xsd"].media_type == "application/xml"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    _, found = read(tmp_path / "c", {COURSE: SCHEMAS})
    assert codes(found, "MB006") == [f"MB006 {COURSE}"]
    course, found = read(tmp_path / "d", {COURSE: COURSE_YML + "scorm: {schemas: ''}\n"})
    assert course is not None and codes(found, "MB006") == []


def test_a_folder_is_inside_the_course(tmp_path: Path) -> None:
    found: list[Diagnostic] = []
    root = tmp_path / "c"
    (root / "in/deeper").mkdir(parents=True)
    (root / "in/b.txt").write_text("b")
    (root / "in/a.txt").write_text("a")
    (root / "in/deeper/c.txt").write_text("c")
    (root / "link").symlink_to(root / "in")
    span = Span(COURSE, 1)
    files = read_folder(root, "in", span, found.append)
    assert [path.name for path in files] == ["a.txt", "b.txt"] and found == []
    assert read_folder(root, "in/a.txt", span, found.append) == []
    assert read_folder(root, "nothing", span, found.append) == []
    assert read_folder(root, "link", span, found.append) == []
    assert read_folder(root, "..", span, found.append) == []
    assert [each.rule.code for each in found] == ["MB006", "MB006", "MB003", "MB003"]


def test_texts_in_and_below_a_folder() -> None:
    files = {
        path: trees.SourceFile(path, "", ("",))
        for path in ("course/a.md", "course/m/b.md", "course/m/n/c.md", "courses/d.md")
    }
    tree = SourceTree(Path(), texts=files)
    assert [file.path for file in tree.under("course")] == ["course/a.md"]
    assert [file.path for file in tree.under("course/m/")] == ["course/m/b.md"]
    assert [file.path for file in tree.under("nothing")] == []
    below = [file.path for file in tree.below("course")]
    assert below == ["course/a.md", "course/m/b.md", "course/m/n/c.md"]


@pytest.mark.parametrize(
    ("pages", "files", "found"),
    [
        ("about: about.md", {"course/about.md": "# About\n\nUs.\n"}, []),
        ("about: about.md", {}, ["MB006"]),
        ("about: about.md", {"course/about.md": b"\xff\xfe"}, []),
        ("about: 01-one/01-lesson.md", {}, ["MB161"]),
        ("about: a.md, privacy: a.md", {"course/a.md": "# A\n\nUs.\n"}, ["MB161"]),
        ("about: true", {}, []),
    ],
)
def test_pages_of_an_author_s_own(
    pages: str, files: dict[str, Any], found: list[str], tmp_path: Path
) -> None:
    yml = f"{COURSE_YML}pages: {{{pages}}}\n"
    _, reported = read(tmp_path / "c", {COURSE: yml, **files})
    assert [each.rule.code for each in reported if each.rule.code in ("MB006", "MB161")] == found


COMPARISON = """
comparison:
  title: Compared
  lead: With another one
  verdicts: {same: They agree, other: null}
  rows:
    - {id: one, verdict: same, other: A, topic: T, items: [A.1], source_says: S, note: N,
       errata: E}
    - {id: two, verdict: unknown, items: A.1}
    - {verdict: same}
    - words
"""


def comparison(root: Path, text: str) -> Any:
    lines = "".join(f"  {line}\n" for line in text.strip().split("\n")) if text else ""
    extra = f"extra:\n{lines}" if lines else ""
    course, _ = read(root, {FRAMEWORK: FRAMEWORK_YML + extra})
    assert course is not None
    return course.framework.comparison


def test_a_comparison_is_free_data(tmp_path: Path) -> None:
    made = comparison(tmp_path / "c", COMPARISON)
    assert (made.title, made.lead) == ("Compared", "With another one")
    one, two = made.rows
    assert (one.id, one.verdict, one.other, one.topic) == ("one", "They agree", "A", "T")
    assert (one.codes, one.source_says, one.note, one.errata) == (("A.1",), "S", "N", "E")
    assert (two.id, two.verdict, two.codes, two.note) == ("two", "unknown", (), "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "comparison: words\n",
        "comparison: {rows: words}\n",
        "comparison: {rows: {id: one}}\n",
        "comparison: {title: [a], rows: [words, {id: ''}]}\n",
    ],
)
def test_a_comparison_without_rows(text: str, tmp_path: Path) -> None:
    made = comparison(tmp_path / "c", text)
    assert (made.title, made.rows) == ("", ())


def test_verdicts_may_be_words(tmp_path: Path) -> None:
    text = "comparison: {verdicts: words, rows: [{id: one, verdict: same}]}\n"
    (row,) = comparison(tmp_path / "c", text).rows
    assert row.verdict == "same"


OFF = "<!-- moocbuild: off MB203, because so -->"


@pytest.mark.parametrize(
    ("before", "decides"),
    [
        ("", True),
        ("```\nx\n```", True),
        ("```\nx", False),
        ("```\nx\n``` more", False),
        ("````\nx\n```", False),
        ("```\nx\n````", True),
        ("~~~\nx\n```", False),
        ("    ```", True),
    ],
)
def test_exceptions_in_code_are_words(before: str, decides: bool, tmp_path: Path) -> None:
    lines = f"# A lesson\n\n{before}\n\n{OFF}\n"
    course, _ = read(tmp_path / "c", {LESSON: lines})
    assert course is not None
    text = trees.SourceFile(LESSON, lines, tuple(lines.split("\n")))
    found: list[Diagnostic] = []
    made = list(overrides(course, SourceTree(Path(), texts={LESSON: text}), rules, found.append))
    assert [each.code for each in made] == (["MB203"] if decides else [])
    assert found == []


@pytest.mark.parametrize(
    ("heading", "lines"),
    [
        ("", (0, 9)),
        ("## Two\n", (3, 9)),
        ("##Two\n", (0, 9)),
        ("```\n## Two\n```\n", (0, 11)),
    ],
)
def test_an_exception_counts_in_its_section(
    heading: str, lines: tuple[int, int], tmp_path: Path
) -> None:
    body = f"# A\n\n{heading or 'Words.' + chr(10)}\n{OFF}\n\nWords.\n\n"
    course, _ = read(tmp_path / "c", {})
    assert course is not None
    text = trees.SourceFile(LESSON, body, tuple(body.split("\n")))
    tree = SourceTree(Path(), texts={LESSON: text})
    (made,) = overrides(course, tree, rules, lambda found: None)
    assert (made.first, made.last) == lines


@pytest.mark.parametrize(
    ("modules", "codes_found"),
    [
        (("01-one", "02-two"), []),
        (("01-one", "02-one"), ["MB103"]),
        (("01-one", "02-about"), ["MB144"]),
    ],
)
def test_ids_of_modules(modules: tuple[str, str], codes_found: list[str], tmp_path: Path) -> None:
    second = modules[1]
    yml = COURSE_YML.rstrip("\n") + f"\n  - {second}\n"
    _, found = read(
        tmp_path / "c", {COURSE: yml, f"course/{second}/index.md": "# Two\n\nMore words.\n"}
    )
    assert [
        each.rule.code for each in found if each.rule.code in ("MB103", "MB105", "MB144")
    ] == codes_found


@pytest.mark.parametrize(
    ("extra", "practice"),
    [
        ("", False),
        ("        extra: {practice_with_people: true}\n", True),
        ("        extra: {practice_with_people: 'True'}\n", True),
        ("        extra: {practice_with_people: false}\n", False),
        ("        extra: {practice_with_people: }\n", False),
        ("        extra: {other: true}\n", False),
    ],
)
def test_items_that_are_practised_with_people(extra: str, practice: bool, tmp_path: Path) -> None:
    first = "        statement: Listens.\n"
    text = FRAMEWORK_YML.replace(first, first + extra)
    course, _ = read(tmp_path / "c", {FRAMEWORK: text})
    assert course is not None
    assert [item.practice for item in course.framework.items] == [practice, False]


@pytest.mark.parametrize(
    ("files", "code", "help"),
    [
        ({"course/about/index.md": "# A\n\nUs.\n"}, "MB144", "rename the folder"),
        (
            {"course/02-two/index.md": "---\nid: about\n---\n# A\n\nUs.\n"},
            "MB144",
            "choose another id",
        ),
        (
            {
                "course/01-one/03-x.md": "---\nid: lesson\n---\n# A\n\nUs.\n",
            },
            "MB103",
            OWN_HELP,
        ),
        ({"course/01-one/03-lesson.md": "# A\n\nUs.\n"}, "MB103", ""),
    ],
)
def test_help_with_ids(files: dict[str, Any], code: str, help: str, tmp_path: Path) -> None:
    folders = [path.split("/")[1] for path in files if "01-one" not in path]
    yml = COURSE_YML + "".join(f"  - {folder}\n" for folder in folders)
    _, found = read(tmp_path / "c", {COURSE: yml, **files})
    (finding,) = (each for each in found if each.rule.code == code)
    assert finding.help == (help or finding.rule.remedy)
