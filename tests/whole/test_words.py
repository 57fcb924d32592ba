"""Not one word in a package that its author did not write, except those of the interface."""

from __future__ import annotations

import re
from dataclasses import replace

import lxml.html
import pytest

from moocbuild.build import BuildRequest, variants
from moocbuild.diagnostics import Collector
from moocbuild.package import Package
from whole.courses import COURSES, course, packages
from whole.pieces import pieces
from whole.wording import Wording, author_words

OF_ANOTHER_COURSE = re.compile(
    r"mental|\bpeers?\b|crisis|suicid|self-harm|too much today|licence to work|CC.BY.SA|0 items"
    r"|WCAG|training centre|\b112\b|as printed|texte imprimé|automutil|urgence",
    re.I,
)
"""Words that no author of these courses wrote, of the course that was there first."""


def wording(name: str) -> Wording:
    return Wording(author_words(name), course(name).language)


@pytest.mark.parametrize("name", COURSES)
def test_every_word_is_the_author_s_or_the_interface_s(name: str) -> None:
    allowed = wording(name)
    judged: dict[str, bool] = {}
    found = set()
    for target, package in packages(name).items():
        for place, text in pieces(package):
            if text not in judged:
                judged[text] = allowed.allows(text)
            if not judged[text]:
                found.add((target, place, text))
    assert found == set()
    assert len(judged) > 200


@pytest.mark.parametrize("name", COURSES)
def test_no_word_of_another_course(name: str) -> None:
    """Also in what scripts may say."""
    found = {
        (target, place, text)
        for target, package in packages(name).items()
        for place, text in pieces(package)
        if OF_ANOTHER_COURSE.search(text)
    }
    assert found == set()


def test_what_nobody_wrote_is_found() -> None:
    allowed = wording("git-basics")
    for text in ("Version 0.9.2 · Licence: MIT", "Question 3 of 12", "git add menu.txt: Git"):
        assert allowed.allows(text), text
    for text in ("Need help now?", "Version 0.9.2 · Made by robots", "quokka", "Help now"):
        assert not allowed.allows(text), text


def test_drafts_and_keys_are_no_words_of_an_author() -> None:
    words = author_words("git-basics")
    assert {"lantern", "menu", "powershell"} <= words
    assert words.isdisjoint({"quokka", "outcomes", "summary", "attempts"})


def web(language: str) -> Package:
    """The web site of the course that is written from right to left."""
    told = replace(course("bicycle"), language=language)
    (variant,) = variants(told, BuildRequest(("web",)), Collector())
    return variant.target.render(variant.course)


def directed(package: Package) -> list[tuple[str, str]]:
    """What a site says, each with the language and the direction that it says it is in."""
    found = []
    for file, content in package.members.items():
        if not file.endswith(".html") or not isinstance(content, bytes):
            continue
        for element in lxml.html.fromstring(content.decode()).iter():
            around = element.xpath("ancestor-or-self::*[@dir][1]")
            text = (element.text or "").strip() if isinstance(element.tag, str) else ""
            if around and text and element.tag not in ("title", "script", "style"):
                found.append((text, f"{around[0].get('lang', '')} {around[0].get('dir')}"))
    return found


def in_latin_letters(said: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """What is no word of the author's, and has no Arabic letter."""
    author = author_words("bicycle")
    return [
        (text, marked)
        for text, marked in said
        if re.search(r"[A-Za-z]{2}", text)
        and not re.search("[\u0600-\u06ff]", text)
        and not set(re.findall(r"\w+", text.casefold())) <= author
    ]


def test_an_arabic_course_has_arabic_words_around_it() -> None:
    said = directed(packages("bicycle")["web"])
    assert ("السؤال 1 من 3", "ar rtl") in said
    assert in_latin_letters(said) == []
    assert {marked for _, marked in said} <= {"ar rtl", " ltr", "en ltr"}


def test_english_words_of_the_interface_run_from_left_to_right_among_others() -> None:
    """Options of a choice list and what only readers of screens hear hold no elements."""
    said = directed(web("fa"))
    assert [each for each in in_latin_letters(said) if each[1] != "en ltr"] == []
    assert ("Question 1 of 3", "en ltr") in said


PRE = re.compile(r"(?:<|&lt;)(?:pre|code)\b(?!-)[^&>]*")


@pytest.mark.parametrize("target", ["web", "moodle", "olx", "cc-1.3"])
def test_code_runs_from_left_to_right_in_arabic(target: str) -> None:
    whole = [text.decode("utf-8", "replace") for text in read(target)]
    blocks = [each for text in whole for each in PRE.findall(text)]
    assert blocks and all("ltr" in each for each in blocks)


def read(target: str) -> list[bytes]:
    package = packages("bicycle")[target]
    return [package.read(name) for name in package.names()]
