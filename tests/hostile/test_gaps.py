"""Slips and odd inputs that no table lists: each is said once, at its place, or does no harm."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from hostile.cases import Case, Place, check
from hostile.course import (
    COURSE,
    COURSE_YML,
    INDEX,
    LESSON,
    QUIZ,
    STORY,
    lesson,
    question,
    quiz,
    scenario,
    write_course,
)
from hostile.inside import Inside, packages
from hostile.run import Outcome, build
from hostile.test_markdown import FILM, VIDEO, VTT, link_to, svg
from hostile.test_quizzes import scene

LOCK = "course/course.lock"
CONTACTS = "course/contacts.yml"
NUMBER = """\
contacts:
  - country: BE
    role: emergency
    number: '112" onmouseover="alert(1)'
    confirmed_on: 2026-01-01
"""
LOCKED = """\
questions: {first: 1, second: 2}
lessons: {one/index: 1, one/lesson: 2, one/story: 3, one/quiz: 4}
scenes: {one/story: {door: 1, room: 2}}
"""


def refused(id: str, paragraph: str, slug: str, words: str, nth: int = 1) -> Case:
    return Case(id, "E", {LESSON: lesson(paragraph)}, (Place(slug, LESSON, words, nth),))


def _nested_lists(package: Inside) -> None:
    """Nested by two blanks, as GitHub shows it."""
    if package.target == "web":
        page = package.files["one.lesson.html"].decode()
        assert "<li>One<ul><li>Two<ul><li>Three</li>" in page


def anchors(*pairs: tuple[str, str]) -> object:
    """Links of the web pages by their words, and where they lead."""

    def look(package: Inside) -> None:
        if package.target != "web":
            return
        found = {
            (link.text_content().strip(), link.get("href", ""))
            for name, page in package.documents()
            if name == "one.lesson.html"
            for link in page.iter("a")
        }
        assert set(pairs) <= found, found

    return look


def only_lost(*ids: str) -> object:
    def look(outcome: Outcome) -> None:
        lost = [f.message for f in outcome.findings if f.slug == "lost-id"]
        assert len(lost) == len(ids), lost

    return look


def each_once(*slugs: str) -> object:
    def look(outcome: Outcome) -> None:
        found = sorted(f.slug for f in outcome.of("error"))
        assert found == sorted(slugs), found

    return look


CASES = [
    # ids and pages
    Case(
        "unknown kind",
        "E",
        {QUIZ: quiz(question().replace("#first", "#first kind=singel"))},
        (Place("unknown-kind", QUIZ, "kind=singel"),),
    ),
    Case(
        "a module twice",
        "E",
        {COURSE: COURSE_YML + "  - 01-one\n"},
        (Place("duplicate-id", COURSE, "01-one", 2),),
    ),
    Case(
        "two modules of one name",
        "E",
        {COURSE: COURSE_YML + "  - 02-one\n", "course/02-one/index.md": "# Two\n\nWords.\n"},
        (Place("duplicate-id", COURSE, "02-one"),),
    ),
    Case(
        "a module named as a made page",
        "E",
        {COURSE: COURSE_YML + "  - 09-about\n", "course/09-about/index.md": "# A\n\nWords.\n"},
        (Place("reserved-id", COURSE, "09-about"),),
    ),
    Case(
        "no modules",
        "E",
        {COURSE: COURSE_YML.replace("\n  - 01-one", " []")},
        (Place("wrong-value", COURSE, "[]"),),
    ),
    Case(
        "two lessons of one name",
        "E",
        {"course/01-one/05-lesson.md": lesson("x")},
        (Place("duplicate-id", "course/01-one/05-lesson.md"),),
    ),
    Case(
        "a lesson named index",
        "E",
        {"course/01-one/05-index.md": lesson("x")},
        (Place("duplicate-id", "course/01-one/05-index.md"),),
    ),
    Case(
        "a lesson named as a text version",
        "E",
        {"course/01-one/05-story-text.md": lesson("x")},
        (Place("duplicate-id", "course/01-one/05-story-text.md"),),
    ),
    Case(
        "a track that leads nowhere",
        "E",
        {COURSE: COURSE_YML + "tracks:\n  t: {title: T, modules: [01-one, 02-tow]}\n"},
        (Place("file-not-found", COURSE, "02-tow"),),
    ),
    Case(
        "only index.md",
        "N",
        {LESSON: None, STORY: None, QUIZ: None, "course/01-one/notes.txt": "no page"},
        shown=("Welcome here.",),
    ),
    Case(
        "only a title", "W", {LESSON: "# A lesson\n"}, (Place("empty-page", LESSON, "A lesson"),)
    ),
    Case(
        "a very long title",
        "N",
        {LESSON: "# " + "Long " * 500 + "\n\nWords.\n"},
        shown=("Long Long",),
    ),
    # broken front matter: what stands below is still checked, and nothing is called lost
    Case(
        "broken front matter",
        "E",
        {
            LESSON: "---\ntitle: a: b\n---\n\n# A\n\n[x](nowhere.md)\n",
            LOCK: LOCKED.replace(", second: 2", ""),
        },
        (Place("yaml-syntax", LESSON, ": b"), Place("dead-link", LESSON, "nowhere.md")),
        after=each_once("yaml-syntax", "dead-link"),  # type: ignore[arg-type]
    ),
    Case(
        "broken front matter of a bank",
        "E",
        {QUIZ: quiz(question(right=""), front="drwa: 3\n"), LOCK: LOCKED},
        (
            Place("unknown-key", QUIZ, "drwa"),
            Place("empty-text", QUIZ, "- [x]", column=False),
            Place("lost-id", LOCK, "second"),
        ),
        after=only_lost("second"),  # type: ignore[arg-type]
    ),
    Case(
        "broken front matter of a simulation",
        "E",
        {
            STORY: scenario(
                scene("door", "room", "none").replace("(#room)", "(#room) `trust +1`"),
                scene("room", end=True),
                front="meters: {trust: {tilte: x}}\n",
            ),
            LOCK: LOCKED.replace(", second: 2", ""),
        },
        (
            Place("unknown-key", STORY, "tilte"),
            Place("missing-key", STORY, "{tilte", column=False),
            Place("dead-choice", STORY, "#none"),
        ),
    ),
    Case(
        "front matter that is not closed",
        "E",
        {LESSON: "---\ntitle: A\n\n# A\n\nWords.\n", LOCK: LOCKED.replace(", second: 2", "")},
        (Place("front-matter-unclosed", LESSON, "---"),),
    ),
    Case(
        "a file that is no text",
        "E",
        {LESSON: b"# A\n\n\xff\n", LOCK: LOCKED, INDEX: "# One\n\n[next](01-lesson.md)\n"},
        (Place("encoding", LESSON, "\ufffd"),),
    ),
    Case(
        "settings with a slip",
        "E",
        {
            COURSE: COURSE_YML + "tragets: [web]\n",
            LESSON: lesson("[x](nowhere.md)"),
            LOCK: LOCKED.replace(", second: 2", ""),
        },
        (Place("unknown-key", COURSE, "tragets"), Place("dead-link", LESSON, "nowhere.md")),
    ),
    # links
    refused("dead anchor", "[x](02-story.md#nowhere)", "dead-anchor", "02-story.md#nowhere"),
    refused("dead anchor here", "[x](#nowhere)", "dead-anchor", "#nowhere"),
    refused("the same slip twice", "[x](no.md) and\n[y](no.md)", "dead-link", "no.md", 2),
    refused(
        "after letters of two bytes", "\u00e9\u00e9\U0001f600 [x](no.md)", "dead-link", "no.md"
    ),
    refused("a page as a picture", "![x](02-story.md)", "missing-media", "02-story.md"),
    refused(
        "a link around a picture",
        "[![x](../../media/none.svg)](02-story.md)",
        "missing-media",
        "../../media/none.svg",
    ),
    refused("a title first", '<a title="x" href="no.md">x</a>', "dead-link", "no.md"),
    refused(
        "capitals of a file",
        "![x](../../media/Picture.svg)",
        "missing-media",
        "../../media/Picture.svg",
    ),
    Case(
        "a definition at the end",
        "N",
        {
            LESSON: lesson(
                "Go [on][there] or [home].",
                "## More",
                "Words.",
                "[there]: 02-story.md\n[home]: https://x.example/",
            )
        },
        look=anchors(("on", "one.story.html"), ("home", "https://x.example/")),  # type: ignore[arg-type]
    ),
    Case(
        "anchors of GitHub",
        "N",
        {
            LESSON: lesson(
                "[a](#where-we-are) [b](#\u00fcberblick) [c](#here) [d](02-story.md#in-the-room)",
                "[e](../../quizzes/01-one.md#someone-is-silent)",
                "## Where we are\n<!-- #here -->\n\nWords.",
                "### \u00dcberblick\n\nWords.",
            )
        },
        look=anchors(  # type: ignore[arg-type]
            ("a", "one.lesson.html#here"),
            ("b", "one.lesson.html#uberblick"),
            ("c", "one.lesson.html#here"),
            ("d", "one.story.html#room"),
            ("e", "one.quiz.html#q-first"),
        ),
    ),
    # Markdown
    Case(
        "lazy continuation",
        "N",
        {LESSON: lesson("- One\ncontinued\n\n> Quote\ncontinued")},
        shown=("One continued", "Quote continued"),
    ),
    Case(
        "nested by two",
        "N",
        {LESSON: lesson("- One\n  - Two\n    - Three")},
        look=_nested_lists,
    ),
    Case(
        "comments",
        "N",
        {LESSON: lesson("One <!-- hidden <script> --> two.\n\n<!-- a\n\nlong one -->\n\nThree.")},
        shown=("One two.", "Three."),
    ),
    Case(
        "braces",
        "N",
        {LESSON: lesson("A {brace}, {{two}}, {local_helps} and { local_help }.")},
        shown=("A {brace}, {{two}}, {local_helps} and { local_help }.",),
    ),
    Case(
        "pipes in code",
        "N",
        {LESSON: lesson("| A | B |\n|---|---|\n| `x \\| y` | z |")},
        shown=("x | y",),
    ),
    Case(
        "escapes",
        "N",
        {LESSON: lesson(r"1 \< 2 \& 3 \> 2 \"x\" \{a\} \| \~ \$ \\ and `\<`")},
        shown=(r'1 < 2 & 3 > 2 "x" {a} | ~ $ \ and \<',),
    ),
    Case(
        "addresses",
        "N",
        {LESSON: lesson("<https://x.example/a?b=1&c=2> <anna@x.example> <tel:+3212345678>")},
        shown=("https://x.example/a?b=1&c=2", "tel:+3212345678"),
    ),
    Case(
        "CRLF and BOM",
        "N",
        {
            LESSON: "\ufeff" + lesson("One.").replace("\n", "\r\n"),
            QUIZ: "\ufeff" + quiz().replace("\n", "\r\n"),
        },
        shown=("One.",),
    ),
    Case(
        "footnotes in two places",
        "N",
        {
            LESSON: lesson(
                "One[^1].", "## More\n\nTwo[^1] and[^2].", "[^1]: A note.\n\n[^2]: Another."
            )
        },
        shown=("A note.", "Another."),
    ),
    Case(
        "headings underlined",
        "N",
        {LESSON: lesson("Part\n----\n\nWords.", "[go](#part)")},
        shown=("Part",),
    ),
    Case(
        "a help line with a quotation mark",
        "N",
        {
            CONTACTS: NUMBER,
            COURSE: COURSE_YML + "countries: [BE]\n",
            LESSON: lesson(
                "Call {emergency_number}.",
                '<img src="../../media/picture.svg" alt="{emergency_number}">',
                "![{local_help}](../../media/picture.svg)",
            ),
        },
        shown=('Call 112" onmouseover="alert(1) (BE).',),
    ),
    refused("an unknown element", "Write <your name> here", "html-unclosed", "<your"),
    Case(
        "an element that goes",
        "W",
        {LESSON: lesson("Some <font color=red>red</font> text")},
        (Place("html-removed", LESSON, "<font"),),
        shown=("Some red text",),
    ),
    # media
    Case(
        "a film whose captions have another name",
        "E",
        {"media/clip.mp4": VIDEO, "media/other-clip.en.vtt": VTT, LESSON: lesson(FILM)},
        (Place("no-captions", LESSON, "../../media/clip.mp4"),),
    ),
    Case(
        "sound without a transcript",
        "E",
        {
            "media/a.wav": b"RIFF\x24\0\0\0WAVEfmt " + bytes(40),
            LESSON: lesson("[Listen](../../media/a.wav)"),
        },
        (Place("no-transcript", LESSON, "../../media/a.wav"),),
    ),
    Case(
        "captions out of order",
        "E",
        {
            "media/clip.mp4": VIDEO,
            "media/clip.en.vtt": VTT + "\n00:00.000 --> 00:00.000\nx\n",
            LESSON: lesson(FILM),
        },
        (Place("captions", "media/clip.en.vtt", "00:00.000 --> 00:00.000", column=False),),
    ),
    refused("no words for a picture", "![](../../media/picture.svg)", "no-alt", "](../../media"),
    refused("no alt", '<img src="../../media/picture.svg">', "no-alt", "../../media"),
    Case("a decoration", "N", {LESSON: lesson('<img src="../../media/picture.svg" alt="">')}),
    # files
    Case(
        "hard links within the course",
        "N",
        {
            "media/b.svg": lambda p: (p.write_text(svg("")), os.link(p, p.with_name("c.svg"))),
            LESSON: lesson("![b](../../media/b.svg) ![c](../../media/c.svg)"),
        },
    ),
    Case(
        "a name that is no text",
        "R",
        {"media/x\udcff.svg": svg("")},
        (Place("unreadable-file", "media/x\ufffd.svg"),),
    ),
    Case(
        "a name of two lines",
        "R",
        {"media/a\nb.svg": svg("")},
        (Place("unreadable-file", "media/a\ufffdb.svg"),),
    ),
    Case(
        "folders without end",
        "R",
        {"media/" + "d/" * 60 + "x.svg": svg("")},
        (Place("special-file", "media/" + "/".join("d" * 20)),),
    ),
    Case(
        "a folder that is a link",
        "R",
        {"quizzes/01-one.md": None, "quizzes": link_to("/etc")},
        (Place("symlink", "quizzes"),),
    ),  # type: ignore[dict-item]
    Case(
        "a bank without a module",
        "W",
        {"quizzes/02-two.md": quiz(question("x"))},
        (Place("left-out", "quizzes/02-two.md"),),
    ),
    Case(
        "a lesson in a folder",
        "N",
        {"course/01-one/more/x.md": lesson("x")},
    ),
    # course.lock
    Case(
        "two with one number",
        "E",
        {LOCK: "questions: {first: 1, second: 1}\n"},
        (Place("same-number", LOCK, "1}"), Place("lost-id", LOCK, "second")),
    ),
    Case(
        "a negative number",
        "E",
        {LOCK: "questions: {first: -1}\n"},
        (Place("wrong-value", LOCK, "-1"),),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_row(case: Case, folder: Path) -> None:
    check(case, folder)


def test_a_picture_in_a_link_is_packed(folder: Path) -> None:
    """Nothing is lost: the picture is the link."""
    text = lesson("[![A bench](../../media/picture.svg)](02-story.md)")
    root = write_course(folder / "course", {LESSON: text})
    assert build(root, folder / "out").status == 0
    web = next(p for p in packages(folder / "out") if p.target == "web")
    page = web.files["one.lesson.html"].decode()
    assert '<a href="one.story.html"><img src="media/picture.svg" alt="A bench" ' in page


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may become somebody else")
def test_a_file_that_may_not_be_read(folder: Path) -> None:
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        root = write_course(Path(name))
        Path(name).chmod(0o755)
        (root / LESSON).chmod(0)
        command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", sys.executable]
        if subprocess.run([*command, "-V"], capture_output=True, check=False).returncode:
            pytest.skip("nobody else may run this Python")
        command += ["-m", "moocbuild", "check", "-C", name]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "error[MB007]" in done.stdout and "permission denied" in done.stdout
    assert "lost" not in done.stdout
