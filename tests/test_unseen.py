"""What no other test would notice: found by changing one condition at a time (tools/mutate.py)."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest

from hostile.course import BASE, LESSON, PICTURE, STORY, Files, lesson, write_course
from moocbuild.build import BuildRequest, load, variants
from moocbuild.diagnostics import Collector
from moocbuild.model.course import Lesson
from moocbuild.model.interactions import ChoiceInteraction
from moocbuild.model.scenario import Scenario
from moocbuild.package.memo import Memo
from moocbuild.player.html.simulation import simulation_course
from moocbuild.targets.moodle.bank import categories
from small_course import read
from test_diagnostics import TODAY

QUIZZES = "//*[@class='quiz']"
BANK = "quizzes/01-listening.md"
HEAD = "---\ntitle: Check yourself\nkind: quiz\n{}---\n\n# Check yourself\n\n"


def asked(id: str, item: str, body: str = "- [ ] Talk.\n- [x] Wait.\n") -> str:
    return f"## Ask {id}\n<!-- #{id} -->\n\n`{item}`\n\nWhat do you do?\n\n{body}\n"


def test_an_option_that_is_a_number_in_code(tmp_path: Path) -> None:
    """Alone it is the option, and no share of the points."""
    body = "- [ ] `0.5`\n- [x] `0.25`\n"
    course, report = read(tmp_path / "c", {BANK: HEAD.format("") + asked("half", "L.1", body)})
    (found,) = course.questions()
    assert isinstance(found.interaction, ChoiceInteraction)
    assert [choice.text.plain for choice in found.interaction.choices] == ["0.5", "0.25"]
    assert [choice.score for choice in found.interaction.choices] == [0, 1]
    assert "MB158" not in {found.rule.code for found in report.found}


def test_a_quiz_that_draws_only_by_item(tmp_path: Path) -> None:
    """One of each item and nothing beside them: in Moodle it has categories of its own."""
    bank = HEAD.format("draw: 2\n") + "".join(
        asked(id, item) for id, item in (("a", "L.1"), ("b", "L.1"), ("c", "L.2"), ("d", "L.2"))
    )
    course, _ = read(tmp_path / "c", {BANK: bank})
    found = {each.key: [q.id for q in each.questions] for each in categories(course)}
    assert sorted(map(sorted, found.values()))[-2:] == [["a", "b"], ["c", "d"]]


@pytest.mark.parametrize(("rows", "many"), [(36, False), (37, True)])
def test_rows_of_a_match(rows: int, many: bool, tmp_path: Path) -> None:
    table = "| L | R |\n|---|---|\n" + "".join(f"| left {n} | right {n} |\n" for n in range(rows))
    _, report = read(tmp_path / "c", {BANK: HEAD.format("") + asked("pair", "L.1", table)})
    assert ("MB114" in {found.rule.code for found in report.found}) is many


def test_a_heading_is_named_by_the_comment_below_it(tmp_path: Path) -> None:
    below = (
        "### In between\n<!-- #mine -->\n\nWords.\n\n### Far\n\n<!-- #after-blank -->\n\nMore.\n"
    )
    text = f"---\ntitle: A\n---\n\n# A\n\n## B\n\n{below}"
    course, _ = read(tmp_path / "c", {"course/01-listening/02-a.md": text})
    page = next(page for page in course.pages() if page.title == "A")
    assert isinstance(page, Lesson)
    written = str([getattr(part, "nodes", ()) for part in page.parts])
    assert "'mine'" in written and "in-between" not in written
    assert "'after-blank'" in written and "'far'" not in written, "as Prettier writes it"


def test_pages_are_read_though_the_course_names_no_modules(tmp_path: Path) -> None:
    """So that one run finds what is wrong with them, too."""
    root = write_course(tmp_path / "c", {LESSON: lesson("A [link](nowhere.md).")})
    path = root / "course/course.yml"
    lines = path.read_text("utf-8").split("modules:")[0]
    path.write_text(lines, "utf-8")
    report = Collector()
    load(root, report, TODAY)
    assert {LESSON} <= {found.span.path for found in report.found}


def test_several_values_are_remembered() -> None:
    memo, made = Memo(100), []
    for key in "abab":
        memo.once(key, lambda key=key: made.append(key) or key, len)  # type: ignore[misc]
    assert made == ["a", "b"]


def test_a_quiz_that_draws_nothing_says_so(tmp_path: Path) -> None:
    course, _ = read(tmp_path / "c")
    (web,) = variants(course, BuildRequest(("web",)), Collector())
    package = web.target.render(web.course)
    pages = [package.read(name) for name in package.names() if name.endswith(".html")]
    quizzes = [each for page in pages for each in lxml.html.fromstring(page).xpath(QUIZZES)]
    assert quizzes and not any(each.get("data-draw") for each in quizzes)


def test_a_simulation_alone_has_its_pictures(tmp_path: Path) -> None:
    """And no others."""
    picture = "Someone knocks.\n\n![A door](../../media/picture.svg)"
    story = str(BASE[STORY]).replace("Someone knocks.", picture)
    files: Files = {STORY: story, "media/other.svg": str(BASE[PICTURE])}
    files = {**files, LESSON: lesson("![Another](../../media/other.svg)")}
    course = load(write_course(tmp_path / "c", files), Collector(), TODAY).course
    assert course is not None and len(course.assets) == 2
    (scenario,) = (page for page in course.pages() if isinstance(page, Scenario))
    assert [*simulation_course(course, scenario).assets] == [PICTURE]


def test_a_link_to_a_page_s_own_title_leads_to_the_page(tmp_path: Path) -> None:
    """As on GitHub; a part of that name is meant before the whole."""
    text = "# Being near\n\n[Top](#being-near) [Part](#here)\n\n## Here\n\nWords.\n"
    other = "# Here\n\n[There](02-a.md#being-near) [Part](#here)\n\n## Here\n\nWords.\n"
    files = {"course/01-listening/02-a.md": text, "course/01-listening/03-b.md": other}
    course, report = read(tmp_path / "c", files)
    assert "MB107" not in {found.rule.code for found in report.found}
    pages = {page.title: page for page in course.pages() if isinstance(page, Lesson)}
    links = {
        title: [(ref.id, ref.anchor) for part in pages[title].parts for ref in part.refs()]  # type: ignore[union-attr]
        for title in ("Being near", "Here")
    }
    assert links == {
        "Being near": [("listening/a", ""), ("listening/a", "here")],
        "Here": [("listening/a", ""), ("listening/b", "here")],
    }


@pytest.mark.parametrize(
    ("written", "kept"),
    [("1", True), ("y", True), ("T", True), ("on", True), ("0", False), ("n", False)],
)
def test_whatever_is_true_makes_a_draft(written: str, kept: bool, tmp_path: Path) -> None:
    files = {"course/01-listening/02-a.md": f'---\n"draft": {written}\n---\n\n# A\n\nWords.\n'}
    course, _ = read(tmp_path / "c", files)
    assert ("A" not in {page.title for page in course.pages()}) is kept


def test_files_that_other_tools_call_markdown(tmp_path: Path) -> None:
    files = {"course/01-listening/02-a.markdown": "# A\n", "course/01-listening/03-b.mdx": "# B\n"}
    _, report = read(tmp_path / "c", files)
    told = {found.span.path: found.help for found in report.found if found.rule.code == "MB145"}
    assert told == {
        "course/01-listening/02-a.markdown": "rename it to '02-a.md'",
        "course/01-listening/03-b.mdx": "rename it to '03-b.md'",
    }
