"""What a page weighs: which files count, how, and from where on it is too much."""

from __future__ import annotations

import base64
import gzip
import random

import pytest

from common_cartridge import hand_made as make
from moocbuild import build
from moocbuild.checks.heavy_page import Weight, check_package, over, sent, weigh
from moocbuild.model.course import Lesson
from moocbuild.package import Package
from moocbuild.player.html.edition import EDITIONS
from moocbuild.player.html.script import first_script

KB = 1024
NOISE = random.Random(1).randbytes(400_000)


def page(head: str = "", body: str = "") -> bytes:
    html = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return html.encode()


def weight(head: str = "", body: str = "", **files: bytes) -> Weight:
    """files: `name_suffix=…`."""
    members = {name.replace("_", "."): data for name, data in files.items()}
    return weigh(Package({"p.html": page(head, body), **members}), "p.html", {})


def test_scripts_are_those_of_files() -> None:
    script = b"let a = 1;" * 100
    found = weight('<script src="a.js"></script><script>let b = 2;</script>', a_js=script)
    assert (found.scripts, found.requests) == (len(gzip.compress(script, 6)), 2)
    assert found.text == found.html + found.style + found.scripts


def test_styles_are_links_to_style_sheets() -> None:
    head = '<link rel="stylesheet" href="a.css"><link rel="icon" href="b.svg">'
    found = weight(head, a_css=b"p { margin: 0 }" * 50, b_svg=b"<svg/>" * 500)
    assert (found.requests, found.images) == (2, 0)
    assert 0 < found.style < 15 * 50


def test_pictures_are_those_of_the_package_each_once() -> None:
    shown = '<img src="a.png"><img src="a.png"><img src="https://else.where/b.png"><img alt="">'
    found = weight(body=shown, a_png=bytes(5000))
    assert (found.images, found.requests) == (5000, 2)


def test_drawings_are_sent_compressed() -> None:
    found = weight(body='<img src="a.svg"><img src="b.png">', a_svg=b"<g/>" * 900, b_png=bytes(70))
    assert 70 < found.images < 70 + 900


def test_what_is_known_is_not_measured_again() -> None:
    head, body = '<script src="a.js"></script>', '<img src="b.png">'
    package = Package({"p.html": page(head, body), "a.js": b"1", "b.png": b"2"})
    found = weigh(package, "p.html", {"a.js": 700, "b.png": 900})
    assert (found.scripts, found.images) == (700, 900)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Weight(12 * KB, 0, 0, 250 * KB, 10), []),
        (Weight(10 * KB, KB, KB + 103, 0, 1), ["needs 12.1 KB of text and scripts"]),
        (Weight(0, 0, 0, 251 * KB, 1), ["needs 251.0 KB of images"]),
        (Weight(0, 0, 0, 0, 11), ["makes 11 requests"]),
    ],
)
def test_the_budget_itself_is_kept(found: Weight, said: list[str]) -> None:
    assert [message.partition(";")[0] for message in over(found, 12)] == said


ASKED = make.question("q", make.single("*a", "b"))
VIEW = make.question("v", make.survey("a", "b"))


@pytest.mark.parametrize(
    ("lesson", "found"),
    [
        (make.lesson(make.prose("p"), key="m/one"), 1),
        (make.lesson(ASKED, VIEW, key="m/one"), 1),
        (make.lesson(ASKED, ASKED, key="m/one"), 0),
        (make.lesson(make.prose("p"), key="m/one", kind="page"), 0),
    ],
)
def test_lessons_with_at_most_one_question_are_weighed(lesson: Lesson, found: int) -> None:
    """And every quiz; a welcome page is a page."""
    course = make.course(lesson, make.quiz(ASKED))
    names = ("m.one.html", "m.index.html", "m.check.html")
    heavy = Package(
        {**dict.fromkeys(names, page(body='<img src="a.png">')), "a.png": NOISE[: 251 * KB]}
    )
    messages = [each.message for each in check_package(course, heavy)]
    expected = ["'m/one' needs 251.0 KB of images; the budget is 250 KB"]
    quiz = ["'m/check' needs 251.0 KB of images; the budget is 250 KB"]
    welcome = ["'m/index' needs 251.0 KB of images; the budget is 250 KB"]
    assert [m for m in messages if m not in welcome] == expected * found + quiz


@pytest.mark.parametrize(("asked", "said"), [(1, ["15.6"]), (9, [])])
def test_a_quiz_may_be_as_long_as_its_questions(asked: int, said: list[str]) -> None:
    questions = [make.question(f"q{n}", make.single("*a", "b")) for n in range(asked)]
    course = make.course(make.quiz(*questions))
    text = page(body=base64.b64encode(NOISE[: 16 * KB]).decode())
    heavy = Package({"m.index.html": page(), "m.check.html": text})
    messages = [each.message for each in check_package(course, heavy)]
    assert [message.split()[-2] for message in messages] == said


def test_the_heaviest_edition_is_weighed() -> None:
    """All have the same pages; what these run first differs."""
    weights = {edition.name: sent(first_script(edition)) for edition in EDITIONS}
    assert max(weights, key=lambda name: weights[name]) == build._HEAVIEST
