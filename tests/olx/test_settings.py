"""What course.yml and course.lock say for Open edX, and what is said when it cannot be."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from moocbuild.build import BuildRequest, load, variants
from moocbuild.diagnostics import Collector, Diagnostic
from moocbuild.freeze import freeze, write
from small_course import MINIMAL, read
from test_diagnostics import TODAY

COURSE = "course/course.yml"
LOCK = "course/course.lock"
BANK = "quizzes/01-listening.md"


def written(olx: str) -> dict[str, str]:
    text = (MINIMAL / COURSE).read_text("utf-8")
    return {COURSE: f"{text}olx: {olx}\n"}


def found(report: Collector, code: str) -> list[Diagnostic]:
    return [each for each in report.found if each.rule.code == code]


def test_all_keys(tmp_path: Path) -> None:
    keys = (
        "{run: r2, start: 2027-01-11, end: 2027-03-31, enrollment_start: 2026-12-01,"
        " enrollment_end: 2027-01-31, pacing: instructor, image: card.png, about: studio,"
        " due: {01-listening/01-silence: 2027-02-01}, bank: itembank, redraw: true}"
    )
    course, report = read(tmp_path / "c", written(keys))
    assert not report.failed and not found(report, "MB227")
    settings = course.settings
    assert settings.olx.due == {"listening/silence": datetime.date(2027, 2, 1)}
    assert (settings.olx.image, settings.olx.about) == ("card.png", False)
    assert (settings.olx.bank, settings.olx.redraw) == ("itembank", True)


@pytest.mark.parametrize(
    ("olx", "self_paced"),
    [("{}", None), ("{pacing: self}", True), ("{pacing: instructor}", False)],
)
def test_pacing(olx: str, self_paced: bool | None, tmp_path: Path) -> None:
    """A course whose author says nothing of it is at the learner's own pace."""
    course, report = read(tmp_path / "c", written(olx))
    assert course.settings.olx.self_paced is self_paced
    (made,) = variants(course, BuildRequest(("olx",)), report)
    package = made.target.render(made.course)
    root = package.read(f"course/{course.settings.olx.run}.xml").decode()
    assert f'self_paced="{"false" if self_paced is False else "true"}"' in root


@pytest.mark.parametrize(
    ("olx", "said"),
    [
        ("{start: 2027-03-01, end: 2027-02-01}", "end: 2027-02-01 is before start: 2027-03-01"),
        (
            "{enrollment_start: 2027-03-01, enrollment_end: 2027-02-01}",
            "enrollment_end: 2027-02-01 is before enrollment_start: 2027-03-01",
        ),
        (
            "{end: 2027-03-01, enrollment_end: 2027-03-02}",
            "end: 2027-03-01 is before enrollment_end: 2027-03-02",
        ),
        (
            "{start: 2027-03-01, pacing: instructor, due: {01-listening/01-silence: 2027-02-01}}",
            "due on 2027-02-01, before the course starts on 2027-03-01",
        ),
        (
            "{end: 2027-01-01, pacing: instructor, due: {01-listening/01-silence: 2027-02-01}}",
            "due on 2027-02-01, after the course ends on 2027-01-01",
        ),
    ],
)
def test_days_that_exclude_each_other(olx: str, said: str, tmp_path: Path) -> None:
    _, report = read(tmp_path / "c", written(olx))
    (error,) = found(report, "MB160")
    assert error.message == said
    assert error.span.path == COURSE and error.span.line > 1


def test_one_day_can_be_the_whole_course(tmp_path: Path) -> None:
    _, report = read(tmp_path / "c", written("{start: 2027-03-01, end: 2027-03-01}"))
    assert not report.failed


@pytest.mark.parametrize("day", ["2027-03-01", "2027-03-02", "2027-03-31"])
def test_first_and_last_day_count(day: str, tmp_path: Path) -> None:
    dates = "start: 2027-03-01, end: 2027-03-31, pacing: instructor"
    due = f"due: {{01-listening/01-silence: {day}}}"
    _, report = read(tmp_path / "c", written(f"{{{dates}, {due}}}"))
    assert not found(report, "MB160") and not found(report, "MB227")


def test_due_dates_need_a_course_that_is_not_self_paced(tmp_path: Path) -> None:
    _, report = read(tmp_path / "c", written("{due: {01-listening/01-silence: 2027-02-01}}"))
    assert len(found(report, "MB227")) == 1


def test_an_unknown_page_is_not_due(tmp_path: Path) -> None:
    _, report = read(tmp_path / "c", written("{due: {listening/silense: 2027-02-01}}"))
    errors = [each for each in report.found if "no page 'listening/silense'" in each.message]
    assert len(errors) == 1 and "silence" in errors[0].help


def test_an_image_is_a_name_of_a_file(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    read(folder)
    text = written("{image: ../card.png}")[COURSE]
    (folder / COURSE).write_text(text, "utf-8")
    report = Collector()
    load(folder, report, TODAY)
    assert report.failed


# --- course.lock ------------------------------------------------------------------------------


def test_names_keep_periods_where_the_lock_is_older(tmp_path: Path) -> None:
    older, _ = read(tmp_path / "older")
    assert older.settings.olx.periods
    folder = tmp_path / "new"
    read(folder)
    (folder / LOCK).unlink()
    write(folder, freeze(folder, Collector()))
    assert "openedx:\n  periods: false\n" in (folder / LOCK).read_text("utf-8")
    new = load(folder, Collector(), TODAY).course
    assert new is not None and not new.settings.olx.periods


def without_org(authors: str = "") -> dict[str, str]:
    text = (MINIMAL / COURSE).read_text("utf-8").replace("org: TEST\n", "")
    return {COURSE: text.replace("authors:\n  - name: Tests\n", "") + authors}


def named(*authors: str) -> str:
    return "authors:\n" + "".join(f"  - name: {author}\n" for author in authors)


def test_a_course_whose_lock_names_no_organisation_stays_where_it_is(tmp_path: Path) -> None:
    """Of releases before the lock named one; nothing that `ids` writes moves the course."""
    folder = tmp_path / "c"
    course, _ = read(folder, without_org(named("Harbour Road kitchens")))
    assert course.org == "ORG" and course.settings.olx.unnamed
    write(folder, freeze(folder, Collector()))
    again = load(folder, Collector(), TODAY).course
    assert again is not None and again.org == "ORG"


@pytest.mark.parametrize(
    ("authors", "org"),
    [
        (named("Harbour Road kitchens", "B"), "HarbourRoadKitchens"),
        (named("Ana López"), "AnaLopez"),
        (named("ورشة الدولاب"), "minimal"),
        (named("Ørsted"), "minimal"),  # no name is mutilated
        (named("École nationale supérieure des arts"), "minimal"),  # too long
        ("", "minimal"),
    ],
)
def test_a_new_course_belongs_to_its_first_author(authors: str, org: str, tmp_path: Path) -> None:
    folder = tmp_path / "c"
    read(folder, without_org(authors))
    (folder / LOCK).unlink()
    new = load(folder, Collector(), TODAY).course
    assert new is not None and new.org == org
    write(folder, freeze(folder, Collector()))
    assert f"  org: {org}\n" in (folder / LOCK).read_text("utf-8")
    (folder / COURSE).write_text(without_org(named("Another"))[COURSE], "utf-8")
    later = load(folder, Collector(), TODAY).course
    assert later is not None and later.org == org  # from its first lock on


def test_the_organisation_made_of_a_long_id_is_one_that_a_lock_takes(tmp_path: Path) -> None:
    folder = tmp_path / "c"
    read(folder, without_org())
    long = without_org()[COURSE].replace("id: minimal", f"id: {'kitchen-' * 7}2026")
    (folder / COURSE).write_text(long, "utf-8")
    (folder / LOCK).unlink()
    write(folder, freeze(folder, Collector()))
    report = Collector()
    again = load(folder, report, TODAY).course
    assert again is not None and again.org == ("kitchen-" * 7)[:40]
    assert not report.failed


def test_it_is_said_where_an_organisation_counts(tmp_path: Path) -> None:
    course, report = read(tmp_path / "c", without_org())
    list(variants(course, BuildRequest(("olx", "scorm-1.2")), report))
    (told,) = found(report, "MB398")
    assert (told.target, told.span.path) == ("olx", COURSE)
    assert told.message == "the course belongs to 'ORG', as course.yml names no 'org'"
    course, report = read(tmp_path / "d")
    list(variants(course, BuildRequest(("olx",)), report))
    assert not found(report, "MB398")


def drawing(*items: str, draw: int = 2) -> dict[str, str]:
    """A quiz that draws; each of its questions has its item."""
    questions = (
        f"## Question {n}\n<!-- #q{n} kind=single -->\n\n`{item}`\n\nNumber {n}?\n\n"
        f"- [x] Right {n}.\n    > Yes.\n- [ ] Wrong {n}.\n    > No.\n"
        for n, item in enumerate(items, 1)
    )
    head = f"---\ntitle: Drawn\nkind: quiz\ndraw: {draw}\n---\n\n# Drawn\n\n"
    return {BANK: head + "\n".join(questions)}


@pytest.fixture
def drawn(tmp_path: Path) -> Path:
    """A course that draws, frozen."""
    folder = tmp_path / "drawn"
    files = {**drawing("L.1", "L.1", "L.2", "L.2"), LOCK: "{}"}
    read(folder, files)
    (folder / LOCK).unlink()
    write(folder, freeze(folder, Collector()))
    return folder


def edited(folder: Path, files: dict[str, str]) -> Collector:
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")
    report = Collector()
    load(folder, report, TODAY)
    return report


def test_a_question_that_moves_to_another_bank_is_said_until_it_is_accepted(drawn: Path) -> None:
    assert freeze(drawn, Collector()) == {}
    report = edited(drawn, drawing("L.1", "L.2", "L.2", "L.2"))
    (warning,) = found(report, "MB228")
    assert "'Drawn'" in warning.message and warning.message.endswith(": q2")
    assert warning.span.path == BANK
    write(drawn, freeze(drawn, Collector()))
    assert not found(edited(drawn, {}), "MB228")


def test_a_further_item_or_question_changes_no_draw(drawn: Path) -> None:
    files = drawing("L.1` `L.2", "L.1", "L.2", "L.2", "L.1")
    assert not found(edited(drawn, files), "MB228")


def test_another_number_of_draws_is_said_where_questions_move(drawn: Path) -> None:
    assert not found(edited(drawn, drawing("L.1", "L.1", "L.2", "L.2", draw=3)), "MB228")
    report = edited(drawn, drawing("L.1", "L.1", "L.2", "L.2", draw=4))
    assert not found(report, "MB228")  # all are asked: nothing is drawn, and nothing is lost


@pytest.mark.parametrize(("moved", "more"), [(5, ""), (6, " …")])
def test_five_questions_that_move_are_named(moved: int, more: str, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    read(folder, {**drawing(*["L.1"] * 7, *["L.2"] * 7), LOCK: "{}"})
    (folder / LOCK).unlink()
    write(folder, freeze(folder, Collector()))
    items = ["L.2"] * moved + ["L.1"] * (7 - moved) + ["L.2"] * 7
    (warning,) = found(edited(folder, drawing(*items)), "MB228")
    names = warning.message.partition("Open edX: ")[2]
    assert names == "q1, q2, q3, q4, q5" + more
