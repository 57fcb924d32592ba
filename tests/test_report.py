"""report.html: what administrators read of a release."""

from __future__ import annotations

import contextlib
import datetime
import hashlib
import html
import io
import json
import re
import shutil
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

from audit.looks import look, violations
from compare.bread import QUIZ as BREAD_QUIZ
from compare.bread import bread, edited
from hostile.course import BASE, LESSON, QUIZ, lesson, question, quiz, write_course
from hostile.run import run
from moocbuild.build import load
from moocbuild.cli import _status
from moocbuild.diagnostics import Collector
from moocbuild.lower.losses import LOSSES
from moocbuild.model.question import Feature
from moocbuild.report import data
from moocbuild.report.access import AXE, criteria
from moocbuild.report.drawing import drawing
from moocbuild.report.install import releases
from moocbuild.report.keeps import _OTHERS, used
from moocbuild.report.wcag import CRITERIA
from moocbuild.targets import targets
from moocbuild.words import words
from test_diagnostics import HERE

LOCK = "course/course.lock"


def report(root: Path, **environment: str) -> str:
    outcome = run("build", "-C", str(root))
    assert outcome.status == 0, outcome.stdout
    return (root / "dist" / "report.html").read_text("utf-8")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_course(tmp_path / "course", BASE)


def section(page: str, id: str) -> str:
    """What follows a heading, up to the next one."""
    return re.split(r"<h[23]", page.split(f'id="{id}">')[1])[0]


def test_it_can_be_walked(root: Path) -> None:
    page = report(root)
    targets = re.findall(r'href="#([^"]+)"', page)
    assert {"contents", "changes", "findings", "packages", "moodle", "web"} <= set(targets)
    assert all(f'id="{target}"' in page for target in targets)
    assert "<style>" in page and "<script" not in page
    ElementTree.fromstring(re.sub(r"<meta[^>]*>", "", page.removeprefix("<!DOCTYPE html>")))


def test_only_what_this_course_loses(root: Path) -> None:
    """It has one single choice and a simulation, and no matching, no draw, no hint."""
    page = report(root)
    for target in ("case", "openedx-taxonomy", "moodle-competencies"):
        assert "<table>" not in section(page, target)
        assert "the competency framework, and nothing else" in section(page, target)
    assert "imulation" in section(page, "cc-1.3")
    for word in ("atching", "Ordering", "Hints", "hint", "drawn", "Numbers"):
        assert word not in page
    assert "quizzes/01-one.md:" in section(page, "cc-1.1")


def test_findings(tmp_path: Path) -> None:
    bank = quiz(question().replace("    > Not quite.\n", "") + "<!-- <b> -->\n")
    page = report(write_course(tmp_path / "course", {**BASE, QUIZ: bank}))
    told = section(page, "findings")
    assert "MB201" in told and "quizzes/01-one.md:16" in told and "&#39;first&#39;" in told
    assert "MB127" in told


def test_changes(root: Path) -> None:
    assert "there is no course.lock yet" in section(report(root), "changes")
    assert run("ids", "-C", str(root), "--write").status == 0
    assert "is new or gone" in section(report(root), "changes")
    bank = quiz(question(wrong="Talk on & on"), question("second", title="Another", wrong="Go"))
    (root / QUIZ).write_text(bank, encoding="utf-8")
    told = section(report(root), "changes")
    assert "new question &#39;second&#39;" in told
    assert "another wording: &#39;Talk on &amp; on&#39; (before: &#39;Talk on and on&#39;)" in told
    (root / QUIZ).write_text(quiz(question(wrong="Quite another")), encoding="utf-8")
    told = section(report(root), "changes")
    assert "option &#39;Talk on and on&#39; of &#39;first&#39; is gone" in told
    assert "new option: &#39;Quite another&#39;" in told


def test_the_day_does_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    contacts = (
        "contacts:\n  - country: BE\n    role: emergency\n    number: '112'\n"
        "    confirmed_on: 2026-01-01\n"
    )
    root = write_course(tmp_path / "course", {**BASE, "course/contacts.yml": contacts})
    pages = set()
    for seconds in ("1767312000", "1999999999"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
        pages.add(report(root))
    assert len(pages) == 1


# --- of any course, for anybody ----------------------------------------------------------------

HEBREW = {
    "course/course.yml": "id: lehem\ntitle: הלחם\nversion: 1.0.0\nreleased: 2026-01-02\n"
    "language: he\nlicence: CC0-1.0\nmodules: [01-one]\n",
    "course/framework.yml": None,
    "course/01-one/index.md": "# הלחם\n\nשלום.\n",
    "course/01-one/01-lesson.md": "# הבצק\n\nמים וקמח.\n",
    "course/01-one/02-story.md": None,
    "quizzes/01-one.md": None,
    "media/picture.svg": None,
}
"""No framework, no quiz, one lesson, from right to left, and no words of its own."""


def command(*arguments: str) -> str:
    stream = io.TextIOWrapper(io.BytesIO(), "utf-8")
    with contextlib.redirect_stdout(stream):
        assert _status(["report", *arguments]) == 0
    stream.flush()
    buffer = stream.buffer
    assert isinstance(buffer, io.BytesIO)
    return buffer.getvalue().decode()


def plain(page: str) -> str:
    return " ".join(
        html.unescape(re.sub(r"<style.*?</style>|<[^>]+>", " ", page, flags=re.S)).split()
    )


def test_without_framework_or_quiz_from_right_to_left(tmp_path: Path) -> None:
    page = report(write_course(tmp_path / "c", HEBREW))
    assert '<html lang="en" dir="ltr">' in page
    assert '<h1><bdi lang="he" dir="rtl">הלחם</bdi></h1>' in page
    assert "<svg" not in page and 'id="coverage"' not in page and 'id="guessed"' not in page
    assert "The course has no quiz." in page
    assert "No grade: nothing in this course is graded." in page
    assert "עברית" in section(page, "rights")


def test_a_french_course_is_told_in_french(tmp_path: Path) -> None:
    page = report(bread(tmp_path / "bread"))
    assert '<html lang="fr" dir="ltr">' in page and "Ce que garde chaque paquet" in page
    assert "Le métier : 2 compétences. Les leçons en enseignent 2" in plain(page)
    assert '<th scope="row">choix unique</th>' in page and "<bdi" not in page
    rest = re.sub(r'<span lang="en">.*?</span>', "", page.split("</style>")[1], flags=re.S)
    assert not re.search(r"\b(the|which|that|with)\b", plain(rest))


def test_an_arabic_course_is_told_in_arabic_from_right_to_left(tmp_path: Path) -> None:
    page = report(Path(shutil.copytree(HERE / "courses" / "bicycle", tmp_path / "bicycle")))
    assert '<html lang="ar" dir="rtl">' in page and "<bdi" not in page
    rest = re.sub(r"<(span|code)[^>]*>.*?</\1>", "", page.split("</style>")[1], flags=re.S)
    assert not re.search(r"\b(the|which|that|with)\b", plain(rest))


@pytest.mark.parametrize(
    ("who", "said"),
    [
        ("", "No native reader has reviewed its words yet."),
        ("Ana, 2026-10-01", "Its words were read by a native reader: Ana, 2026-10-01."),
    ],
)
def test_who_has_reviewed_the_words_is_told(
    root: Path, monkeypatch: pytest.MonkeyPatch, who: str, said: str
) -> None:
    monkeypatch.setattr(data, "reviewed", lambda language: {"en": who}[language])
    assert said in plain(section(report(root), "rights"))


def test_a_drawing_only_of_a_framework(root: Path) -> None:
    page = report(root)
    drawing = ElementTree.fromstring(re.findall(r"<svg.*?</svg>", page, re.S)[0])
    parts = [each.tag for each in drawing]
    assert parts[:2] == ["title", "desc"] and parts.count("rect") == 3 * 2
    shades = [each.get("class") for each in drawing if each.tag == "rect"]
    assert shades == ["light", "light", "light", "none", "none", "none"]


def test_a_long_category_goes_on_below() -> None:
    item = {"taught": 1, "practised": 0, "assessed": 3}
    found = drawing({"groups": [{"code": "A", "items": [item] * 50}]})
    places = {(square["x"], square["y"]) for square in found["squares"]}
    assert len(places) == 150 and len(found["rows"]) == 9
    assert max(x for x, _ in places) + found["side"] <= found["width"]
    assert max(y for _, y in places) + found["side"] <= found["height"]


def test_everything_that_can_be_lost_is_counted(tmp_path: Path) -> None:
    """Whatever a target says something of, a report can count in a course."""
    course = load(bread(tmp_path / "bread"), Collector(), datetime.date.min).course
    assert course is not None
    found = used(course)
    wanted = {
        "single choice": 1, "choice between two options": 1, "match": 1, "order": 1,
        "numeric": 1, "text entry": 1,
        "gaps in a text": 1, "survey question": 1, "hint": 1, "explanation": 1, "simulation": 1,
        "questions in lessons": 1, "limited attempts": 1, "grade": 1, "completion": 1,
    }  # fmt: skip
    told = {feature.value: n for feature, n in found.items()}
    assert {name: told.get(name) for name in wanted} == wanted
    assert not {"time limit", "tabs", "critical questions", "points"} & told.keys()
    counted = {*LOSSES, *_OTHERS, *(f for f in Feature if f.name in KINDS)}
    assert set(Feature) - counted == set()


KINDS = {"HOTTEXT", "GAPS", "JOURNAL", "SURVEY", "LIKERT", "TWO_OPTIONS", "TRUE_FALSE"}
"""Counted as questions are."""


def test_checksums_and_sizes_are_those_of_the_files(root: Path) -> None:
    page = report(root)
    sums = (root / "dist" / "SHA256SUMS").read_text("utf-8").splitlines()
    named = [line.split("  ") for line in sums if not line.endswith("report.html")]
    assert len(named) > 5
    for digest, name in named:
        assert digest in section(page, "sums") and name in section(page, "sums")
        assert hashlib.sha256((root / "dist" / name).read_bytes()).hexdigest() == digest


def test_the_quizzes_and_what_arrives(tmp_path: Path) -> None:
    files = edited(BREAD_QUIZ, ("attempts: 2", "attempts: 2\ndraw: 3"))
    found = json.loads(command("--format", "json", "-C", str(bread(tmp_path / "b", files))))
    (row,) = found["quizzes"]
    assert (row["questions"], row["drawn"], row["points"]) == (6, 3, 3)
    assert (row["pass_mark"], row["attempts"], row["share"]) == (70, 2, 100.0)
    grades = {name: each for each in found["gradebook"] for name in each["packages"]}
    assert "(1)" in grades["moodle"]["grade"] and "70" in grades["scorm-2004"]["completion"]


def test_each_package_has_its_steps(tmp_path: Path) -> None:
    found = json.loads(command("--format", "json", "-C", str(bread(tmp_path / "b"))))
    assert {each["name"] for each in found["packages"]} == {
        target.name for target in targets().values() if not target.on_request
    }
    assert all(each["steps"] for each in found["packages"])
    assert found["releases"] == releases()


def test_each_package_on_request_has_its_steps(tmp_path: Path) -> None:
    asked = [target for target in targets().values() if target.on_request]
    named = [option for target in asked for option in ("-t", target.name)]
    root = bread(tmp_path / "b")
    found = json.loads(command("--format", "json", "-C", str(root), *named))
    assert [each["name"] for each in found["packages"]] == [target.name for target in asked]
    assert all(each["steps"] for each in found["packages"])


# --- what changed, and the command --------------------------------------------------------------


def test_since_an_earlier_release(tmp_path: Path) -> None:
    old, new = bread(tmp_path / "old"), bread(tmp_path / "new", {**TURNED, **GONE})
    assert run("build", "-C", str(old), "-t", "web").status == 0
    package = next((old / "dist").glob("*-web.zip"))
    assert run("ids", "-C", str(new), "--write", "--retire").status == 0
    done = run("build", "-C", str(new), "-t", "web", "--since", str(package))
    assert done.status == 0, done.stdout
    page = (new / "dist" / "report.html").read_text("utf-8")
    told = plain(section(page, "changes") + page.split('id="changes"')[1].split("<h2")[0])
    assert "Depuis la version 1.0.0, publiée le 2 janvier 2026" in told
    assert "« Beaucoup » rapporte 100 %, avant 0 %" in told
    assert '<h3 class="loud">Identifiants perdus' in page
    again = run("build", "-C", str(new), "-t", "web", "--since", str(package))
    assert again.status == 0 and (new / "dist" / "report.html").read_text("utf-8") == page
    plain_build = run("build", "-C", str(new), "-t", "web")
    assert plain_build.status == 0
    assert "Depuis la version" not in (new / "dist" / "report.html").read_text("utf-8")


TURNED = edited(BREAD_QUIZ, ("- [x] Un peu", "- [ ] Un peu"), ("- [ ] Beaucoup", "- [x] Beaucoup"))
GONE: dict[str, str | None] = {"course/02-le-four/01-cuire.md": None}


def test_since_what_is_none(root: Path, tmp_path: Path) -> None:
    for name, why in (("nowhere", "is no file"), (str(bread(tmp_path / "b")), "two courses")):
        for kind in ("build", "report"):
            done = run(kind, "-C", str(root), "--since", name)
            assert done.status == 2 and why in done.stderr
    assert not (root / "dist").exists()


def test_the_command_writes_what_a_build_writes(root: Path, tmp_path: Path) -> None:
    built = report(root)
    assert command("-C", str(root)) == built
    out = tmp_path / "r.html"
    assert command("-C", str(root), "-o", str(out)) == "" and out.read_text("utf-8") == built
    done = run("report", "-C", str(root), "-o", str(tmp_path / "no" / "r.html"))
    assert done.status == 2 and "no such file" in done.stderr


def test_a_course_with_errors_gets_none(root: Path, tmp_path: Path) -> None:
    (root / QUIZ).write_text(quiz(question().replace("`A.1`", "`A.9`")), "utf-8")
    done = run("report", "-C", str(root))
    assert done.status == 1 and "MB101" in done.stdout and "<html" not in done.stdout


# --- accessibility ------------------------------------------------------------------------------


def test_a_program_never_says_that_something_is_supported(root: Path) -> None:
    form = json.loads(command("-C", str(root), "--format", "openacr"))
    jsonschema.validate(form, OPENACR)
    chapters = form["chapters"]
    rows = [row for chapter in chapters.values() for row in chapter["criteria"]]
    levels = {row["num"]: row["components"][0]["adherence"]["level"] for row in rows}
    assert levels.keys() == CRITERIA.keys() and len(levels) == 55
    assert set(levels.values()) == {"not-evaluated", "not-applicable"}
    assert levels["1.1.1"] == "not-evaluated" and levels["1.2.2"] == "not-applicable"


def test_failures_are_named_with_their_places(tmp_path: Path) -> None:
    films = {LESSON: lesson("[Listen](../../media/talk.mp3)"), "media/talk.mp3": MP3}
    said = Collector()
    course = load(write_course(tmp_path / "c", films), said, datetime.date.min).course
    assert course is not None
    rows = {row["num"]: row for row in criteria(course, said.found, words("en"))}
    assert rows["1.2.1"]["adherence"] == "does-not-support"
    assert f"{LESSON}:9" in rows["1.2.1"]["notes"]
    assert rows["1.4.2"]["adherence"] == "not-evaluated" and rows["1.4.2"]["notes"]


MP3 = b"\xff\xfb\x90\x00" + bytes(413)
CONTACT = {"type": "object", "required": ["email"]}
ROW = {
    "type": "object",
    "required": ["num", "components"],
    "properties": {
        "num": {"pattern": r"^\d\.\d\.\d+$"},
        "components": {"items": {"required": ["name", "adherence"]}},
    },
}
OPENACR = {
    "type": "object",
    "required": ["title", "product", "author", "chapters"],
    "additionalProperties": False,
    "properties": {
        **{name: {"type": "string"} for name in ("title", "notes", "evaluation_methods_used")},
        "report_date": {"type": "string"},
        "last_modified_date": {"type": "string"},
        "version": {"type": "integer"},
        "product": {"type": "object", "required": ["name"]},
        "author": CONTACT,
        "chapters": {
            "required": ["success_criteria_level_a", "success_criteria_level_aa"],
            "additionalProperties": {"properties": {"criteria": {"items": ROW}}},
        },
    },
}
"""As OpenACR 0.1.0 asks, as far as a report of ours can meet or miss it."""


def test_the_version_of_axe_is_the_one_that_runs() -> None:
    package = json.loads((HERE / "player" / "package.json").read_text("utf-8"))
    assert package["devDependencies"]["axe-core"] == AXE


@pytest.mark.browser
@pytest.mark.parametrize(
    "scheme",
    ["light", *(pytest.param(e, marks=pytest.mark.audit) for e in ("dark", "forced colours"))],
)
def test_axe_finds_nothing_and_nothing_is_too_wide(
    scheme: str, shared_browser: Any, tmp_path: Path
) -> None:
    pages = [
        bread(tmp_path / "bread", TURNED),
        write_course(tmp_path / "hebrew", HEBREW),
        shutil.copytree(HERE / "courses" / "hand-hygiene", tmp_path / "hygiene"),
    ]
    for root in pages:
        path = root / "report.html"
        command("-C", str(root), "-o", str(path), "--since", str(root))
        for width in (1280, 360):
            with look(shared_browser, scheme, width) as page:
                asked: list[str] = []
                page.on("request", lambda request, asked=asked: asked.append(request.url))
                page.goto(path.as_uri())
                assert violations(page) == []
                assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
                assert asked == [path.as_uri()]
