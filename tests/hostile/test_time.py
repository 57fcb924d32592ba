"""Small files that once took seconds, and numbers that once ended a run with a traceback.

What each may cost in processor time is judged by `make audit`, on a machine that may be busy;
here it is told that it ends, and how.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from hostile.course import (
    COURSE,
    COURSE_YML,
    LESSON,
    PICTURE,
    PICTURE_SVG,
    QUIZ,
    STORY,
    Content,
    lesson,
    question,
    quiz,
    scenario,
    write_course,
)
from hostile.run import run
from hostile.test_markdown import FILM, VIDEO, VTT

LOCK = "course/course.lock"
CLIP, CAPTIONS = "media/clip.mp4", "media/clip.en.vtt"


def svg(attributes: str = "", inside: str = "") -> str:
    return PICTURE_SVG.replace("<svg ", f"<svg {attributes} ").replace("</svg>", f"{inside}</svg>")


def box(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body


def film_of_many_parts() -> bytes:
    tracks = box(b"trak", box(b"free", b"") * 9_999) * 500
    return box(b"ftyp", b"isom\0\0\0\0") + box(b"moov", tracks)


def typed(*answers: str) -> str:
    return quiz("## Q\n<!-- #q -->\n\n`A.1`\n\nWhat?\n\n" + "".join(f"- = {a}\n" for a in answers))


def choice(words: str, chips: str = "") -> str:
    return scenario(
        f"## D\n<!-- #d -->\n\n{words}\n\n- [{words}](#e) {chips}\n",
        "## E\n<!-- #e end -->\n\nx\n",
    )


FILM_PAGE: dict[str, Content] = {CLIP: VIDEO, CAPTIONS: VTT, LESSON: lesson(FILM)}
LONG = VTT.replace("00:00", f"{'9' * 5_000}:00:00", 1)
WORDS = {
    "letters": "a" * 45_000,
    "apostrophes": "'" * 45_000,
    "hyphens": "-" * 45_000,
    "dots": "." * 45_000,
    "blanks": "a" + " " * 45_000 + "b",
    "tabs": "-" + "\t" * 45_000 + "x",
    "digits": "1-" * 20_000,
    "mail": "a." * 20_000 + "@",
    "hosts": "x@" + "a-" * 20_000,
    "quotes": "“" * 45_000,
    "capitals": "aA" * 20_000,
    "comment": "<!--" + " " * 3_000 + "x",
}

MANY_ATTRIBUTES = "<g " + " ".join(f'a{n}="1"' for n in range(60_000)) + "/>"
LOST = "questions:\n" + "".join(f"  q{n}: {n}\n" for n in range(1, 45_000))
DIGITS = "9" * 5_000

ROWS: dict[str, tuple[dict[str, Content], int, str]] = {
    "width of digits": ({PICTURE: svg(f'width="{"1" * 40_000}x"')}, 0, ""),
    "width beyond floats": ({PICTURE: svg(f'width="{"9" * 400}"')}, 0, ""),
    "box beyond floats": ({PICTURE: PICTURE_SVG.replace("10 10", "9" * 400 + " 1")}, 0, ""),
    "box of blanks": ({PICTURE: PICTURE_SVG.replace("10 10", " " * 400_000)}, 0, ""),
    "60,000 attributes": ({PICTURE: svg(inside=MANY_ATTRIBUTES)}, 2, "media-refused"),
    "900,000 parts": ({PICTURE: svg(inside="<g/>" * 900_000)}, 2, "media-refused"),
    "hours of a cue": ({**FILM_PAGE, CAPTIONS: LONG}, 1, "captions"),
    "5,000,000 boxes": ({**FILM_PAGE, CLIP: film_of_many_parts()}, 1, "media"),
    "45,000 lost ids": ({LOCK: LOST}, 1, "lost-id"),
    "points of a choice": ({STORY: choice("a", f"`A.1 {DIGITS}`")}, 1, "bad-chip"),
    "change of a meter": ({STORY: choice("a", f"`trust +{DIGITS}`")}, 1, "bad-chip"),
    "a module without a name": ({COURSE: COURSE_YML.replace("01-one", "")}, 1, "wrong-value"),
}
PLACES: dict[str, Callable[[str], dict[str, Content]]] = {
    "page": lambda text: {LESSON: lesson(text)},
    "heading": lambda text: {LESSON: lesson(f"## x {text} x")},
    "table": lambda text: {LESSON: lesson(f"a|b\n-{text}x\nc|d")},
    "question": lambda text: {QUIZ: quiz(question(title=text, stem=text, wrong=text))},
    "answer": lambda text: {QUIZ: typed(text, f"b{text}")},
    "choice": lambda text: {STORY: choice(text)},
    "description": lambda text: {COURSE: COURSE_YML + f'description: "{text}"\n'},
}


@pytest.mark.parametrize("name", ROWS)
def test_it_ends(name: str, folder: Path) -> None:
    files, status, slug = ROWS[name]
    root = write_course(folder / "course", files)
    outcome = run("check", "-C", str(root), "--format", "json")
    assert "Traceback" not in outcome.stderr, outcome.stderr[-2000:]
    assert outcome.status == status
    assert slug in {f.slug for f in outcome.of("error")} or not slug


@pytest.mark.parametrize("words", WORDS)
def test_words_end_at_every_place(words: str, folder: Path) -> None:
    for place in PLACES.values():
        root = write_course(folder / "course", place(WORDS[words]))
        outcome = run("check", "-C", str(root), "--format", "json")
        assert "Traceback" not in outcome.stderr, outcome.stderr[-2000:]
        assert outcome.status < 3
