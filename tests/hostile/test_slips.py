"""Slips of a first day: each is said once, with what to do, or does what was meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from hostile.cases import Case, Place, check
from hostile.course import (
    BASE,
    COURSE,
    COURSE_YML,
    FRAMEWORK,
    INDEX,
    LESSON,
    PICTURE_SVG,
    QUIZ,
    STORY,
    Content,
    lesson,
    question,
    quiz,
    write_course,
)
from hostile.inside import Inside
from hostile.run import Outcome, run
from hostile.test_gaps import LOCK
from hostile.test_markdown import TRANSCRIPT, VIDEO, VTT
from media.test_films import film, track

FILMS = {"media/clip.mp4": VIDEO, "media/clip.en.vtt": VTT}
ADDRESS = "../../media/clip.mp4"
RETIRED = "retired: {questions: ['first=7'], lessons: [one/lesson=9]}\n"
CONFLICT = "<<<<<<< mine\nquestions: {first: 1}\n=======\nquestions: {second: 1}\n>>>>>>> other\n"

HALF = "options: {first: {a: Half, b: Wait}}\n"
MEASURING = {"media/clip.mp4": film(tracks=track() + track(b"meta"))}


def typed(answer: str, id: str = "a") -> str:
    """A question whose answer is typed."""
    return f"## How much, {id[0]}?\n<!-- #{id} -->\n\n`A.1`\n\nSay it.\n\n- = {answer}\n"


def helps(slug: str, words: str) -> object:
    def look(outcome: Outcome) -> None:
        found = [f.help for f in outcome.findings if f.slug == slug]
        assert [help for help in found if words in help], found

    return look


def only(*slugs: str) -> object:
    """Nothing else is said but notes, and that ids are new."""

    def look(outcome: Outcome) -> None:
        found = {f.slug for f in outcome.findings if f.severity != "note"} - {"not-frozen"}
        assert found == set(slugs)

    return look


def plays(package: Inside) -> None:
    if package.target in ("web", "scorm-1.2", "scorm-2004"):
        page = next(
            data for n, data in package.files.items() if n.endswith("lesson.html")
        ).decode()
        (film,) = (e for _, d in package.documents() for e in d.iter("video"))
        assert film.get("controls") is not None and film.find("track") is not None
        assert "<img" not in page


CASES = [
    Case(
        "a picture in another folder",
        "E",
        {LESSON: lesson("![A](pic.svg)"), "media/some/Pic.svg": PICTURE_SVG},
        (Place("missing-media", LESSON, "pic.svg"),),
        after=helps("missing-media", "mean '../../media/some/Pic.svg'"),  # type: ignore[arg-type]
    ),
    Case(
        "one unknown key",
        "E",
        {LESSON: "---\ntitle: A lesson\nitmes: [A.1]\n---\n\nText.\n"},
        (Place("unknown-key", LESSON, "itmes"),),
        after=only("unknown-key"),  # type: ignore[arg-type]
    ),
    Case(
        "answers without a question",
        "E",
        {QUIZ: quiz(question(stem=""))},
        (Place("empty-text", QUIZ, "Someone is silent"),),
        after=helps("empty-text", "between the heading and the answers"),  # type: ignore[arg-type]
    ),
    Case(
        "a retired question",
        "E",
        {LOCK: RETIRED},
        (Place("retired-id", LOCK, "'first=7'"), Place("retired-id", LOCK, "one/lesson=9")),
        after=helps("retired-id", "moocbuild ids --restore first"),  # type: ignore[arg-type]
    ),
    Case(
        "a merge that is not done",
        "E",
        {LOCK: CONFLICT},
        (Place("yaml-syntax", LOCK, "<<<<<<< mine"),),
        after=helps("yaml-syntax", "moocbuild ids --write"),  # type: ignore[arg-type]
    ),
    Case(
        "another word for a simulation",
        "E",
        {STORY: str(BASE[STORY]).replace("kind: scenario", "kind: simulation")},
        (Place("wrong-value", STORY, "simulation"),),
        after=helps("wrong-value", "did you mean 'scenario'?"),  # type: ignore[arg-type]
        only=False,
    ),
    Case(
        "no index",
        "E",
        {INDEX: None},
        (Place("file-not-found", COURSE, "01-one"),),
        after=only("file-not-found"),  # type: ignore[arg-type]
    ),
    Case(
        "a suffix in capitals",
        "W",
        {"course/01-one/03-Big.MD": "# Big\n\nWords.\n"},
        (Place("left-out", "course/01-one/03-Big.MD"),),
        after=helps("left-out", "rename it to '03-Big.md'"),  # type: ignore[arg-type]
    ),
    Case(
        "a comment above the title",
        "N",
        {LESSON: "<!-- for authors -->\n# A lesson\n\nText.\n"},
        shown=("A lesson", "Text."),
    ),
    Case(
        "a kind of picture that browsers do not show",
        "E",
        {LESSON: lesson("![x](../../media/a.tiff)"), "media/a.tiff": b"II*\0abc"},
        (Place("media", LESSON, "../../media/a.tiff"),),
        after=helps("media", "png"),  # type: ignore[arg-type]
    ),
    Case(
        "a page inside the page",
        "E",
        {LESSON: lesson('<iframe src="https://x.example/"></iframe>')},
        (Place("html-element", LESSON, "<iframe"),),
        after=helps("html-element", "link to the page instead"),  # type: ignore[arg-type]
    ),
    Case(
        "a film that measures",
        "W",
        {
            **FILMS,
            **MEASURING,
            LESSON: lesson(f"[Look]({ADDRESS})\n\n{TRANSCRIPT}"),
        },
        (Place("place-in-media", LESSON, ADDRESS),),
        after=helps("place-in-media", "exiftool"),  # type: ignore[arg-type]
    ),
    Case(
        "an option that is hardly the same",
        "W",
        {
            QUIZ: quiz(question(wrong="Half of all")),
            LOCK: "options: {first: {a: Half, b: Wait}}\n",
        },
        (Place("lost-option", LOCK, "a: Half"),),
        after=helps("lost-option", "write 'Half of all' after 'a:'"),  # type: ignore[arg-type]
    ),
    Case(
        "an option that is gone",
        "W",
        {LOCK: "options: {first: {a: Talk on and on, b: Wait, c: Leave}}\n"},
        (Place("lost-option", LOCK, "c: Leave"),),
        after=helps("lost-option", "moocbuild ids --write"),  # type: ignore[arg-type]
    ),
    Case(
        "a number with its unit",
        "W",
        {QUIZ: quiz(typed("30 %"))},
        (Place("number-as-text", QUIZ, "= 30 %"),),
        after=helps("number-as-text", "write '= 30'"),  # type: ignore[arg-type]
    ),
    Case("a text that begins like a number", "N", {QUIZ: quiz(typed("3D"), typed("24/7", "b"))}),
    Case("a unit that is meant", "N", {QUIZ: quiz(typed('"30 %"'), typed("5 kg", "b kind=text"))}),
    Case(
        "a choice that is no link",
        "E",
        {STORY: str(BASE[STORY]).replace("[Wait](", "[Wai] t](")},
        (Place("bad-chip", STORY, "[Wai] t"),),
        after=helps("bad-chip", "write '\\[' and '\\]'"),  # type: ignore[arg-type]
    ),
    Case(
        "a choice that is two links",
        "E",
        {STORY: str(BASE[STORY]).replace("[Wait](#room)", "[Wait](#room) or [go](#room)")},
        (Place("bad-chip", STORY, "[Wait]"),),
    ),
    Case(
        "a choice with brackets",
        "N",
        {STORY: str(BASE[STORY]).replace("[Open it](", "[Open \\[it\\] and *see*](")},
        shown=("Open [it] and",),
    ),
    Case(
        "a closing date",
        "E",
        {QUIZ: quiz(front="due: 2026-12-01\n")},
        (Place("unknown-key", QUIZ, "due"),),
        after=helps("unknown-key", "set it in the learning system"),  # type: ignore[arg-type]
    ),
    Case(
        "a key of other tools",
        "E",
        {QUIZ: quiz(front="passing_score: 60\n")},
        (Place("unknown-key", QUIZ, "passing_score"),),
        after=helps("unknown-key", "did you mean 'pass_mark'?"),  # type: ignore[arg-type]
    ),
    Case(
        "a film as a picture",
        "N",
        {**FILMS, LESSON: lesson(f"![A short film]({ADDRESS})\n\n{TRANSCRIPT}")},
        look=plays,
    ),
    Case(
        "a film as a picture, alone",
        "E",
        {"media/clip.mp4": VIDEO, LESSON: lesson(f"![A short film]({ADDRESS})")},
        (Place("no-captions", LESSON, ADDRESS), Place("no-transcript", LESSON, ADDRESS)),
    ),
    Case(
        "a film among words",
        "E",
        {**FILMS, LESSON: lesson(f"Look: ![A short film]({ADDRESS})")},
        (Place("no-transcript", LESSON, ADDRESS),),
    ),
    Case(
        "a film in HTML with captions beside it",
        "N",
        {**FILMS, LESSON: lesson(f'<video src="{ADDRESS}"></video>\n\n{TRANSCRIPT}')},
        look=plays,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_row(case: Case, folder: Path) -> None:
    check(case, folder)


def test_no_folder_at_all(folder: Path) -> None:
    """One error, and none about a folder that nobody has named."""
    files = {name: None for name in BASE if name.startswith("course/01")} | {QUIZ: None}
    root = write_course(
        folder / "course", {**files, COURSE: COURSE_YML.replace("\n  - 01-one", "")}
    )
    outcome = run("check", "-C", str(root), "--format", "json")
    assert [f.slug for f in outcome.of("error")] == ["missing-key"]


def without_framework() -> dict[str, Content]:
    """The tiny course without a word about competencies."""
    files = {name: text for name, text in BASE.items() if isinstance(text, str)}
    for words in ("items: [A.1]\n", "`A.1`\n\n", " `A.1 2`", " `A.1 0`"):
        files = {name: text.replace(words, "") for name, text in files.items()}
    return {**files, FRAMEWORK: "id: none\ntitle: None\nlanguage: en\ncategories: []\n"}


def test_a_course_without_competencies(folder: Path) -> None:
    """Nothing is said of them, and nothing empty is written."""
    root = write_course(folder / "course", without_framework())
    assert run("ids", "-C", str(root), "--write").status == 0
    outcome = run("build", "-C", str(root), "--strict")
    assert outcome.status == 0, outcome.stdout
    names = [path.name for path in (root / "dist").iterdir()]
    assert len(names) == 10
    assert not [name for name in names if "case" in name or "compet" in name or "taxon" in name]
    asked = run("check", "-C", str(root), "-t", "case", "--format", "json")
    assert [f.slug for f in asked.findings] == ["nothing-to-export"]


def test_a_lost_letter_is_said_where_it_is_retired(folder: Path) -> None:
    bank = {QUIZ: quiz(question(wrong="Half of all")), LOCK: HALF}
    root = write_course(folder / "course", bank)
    said = run("ids", "-C", str(root), "--write")
    assert said.status == 0 and "the option 'Half' of 'first' is gone" in said.stdout
    assert "lost-option" not in run("check", "-C", str(root)).stdout
