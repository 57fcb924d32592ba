"""Table D: YAML, front matter and settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from hostile.cases import Case, Place, check
from hostile.course import (
    COURSE,
    COURSE_YML,
    FRAMEWORK,
    FRAMEWORK_YML,
    LESSON,
    QUIZ,
    lesson,
    quiz,
    write_course,
)
from hostile.run import run


def settings(
    id: str, *lines: str, slug: str, words: str, level: str = "E", nth: int = 1, exact: bool = True
) -> Case:
    """Lines at the end of course.yml."""
    text = COURSE_YML + "\n".join(lines) + "\n"
    return Case(id, level, {COURSE: text}, (Place(slug, COURSE, words, nth, exact),))


def front(id: str, line: str, *, slug: str, words: str) -> Case:
    """A line in the front matter of the lesson."""
    return Case(id, "E", {LESSON: lesson("x", front=f"{line}\n")}, (Place(slug, LESSON, words),))


BOMB = ["extra:", "  a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]"] + [
    f"  {name}: &{name} [*{before}, *{before}, *{before}, *{before}, *{before}, *{before}]"
    for before, name in zip("abcdefghijkl", "bcdefghijklm", strict=True)
]
MERGES = ["extra:", "  a: &a {x: 1}"] + [
    f"  {name}: &{name} {{<<: [*{before}, *{before}, *{before}]}}"
    for before, name in zip("abcdefghijkl", "bcdefghijklm", strict=True)
]
PLAIN = """\
id: tiny
title: 12:30
description: 2026-11-21
version: 1.10
released: 2026-01-02
language: no
org: "014"
licence: yes
modules: [01-one]
"""

CASES = [
    settings(
        "D01",
        "extra: !!python/object/apply:os.system ['true']",
        slug="yaml-tag",
        words="!!python",
    ),
    settings("D01-local", "extra: !run x", slug="yaml-tag", words="!run"),
    front("D01-front", "title: !!python/name:os.system x", slug="yaml-tag", words="!!python"),
    settings("D02", *BOMB, slug="yaml-alias", words="&a"),
    settings("D03", *MERGES, slug="yaml-alias", words="&a"),
    settings("D03-key", "extra:", "  <<: {a: 1}", slug="yaml-alias", words="<<"),
    settings("D04", "extra: &a [*a]", slug="yaml-alias", words="&a"),
    settings("D05", "title: Again", slug="yaml-duplicate-key", words="title", nth=2),
    front(
        "D05-front",
        "title: One\nitems: [A.1]\ntitle: Two",
        slug="yaml-duplicate-key",
        words="title: Two",
    ),
    Case("D06", "N", {COURSE: PLAIN}, shown=("12:30", "1.10")),
    Case(
        "D06-number",
        "E",
        {COURSE: COURSE_YML.replace("2026-01-02", "12:30")},
        (Place("wrong-value", COURSE, "12:30"),),
    ),
    Case(
        "D06-float",
        "E",
        {LESSON: lesson("x", front="minutes: 1e3\n")},
        (Place("wrong-value", LESSON, "1e3"),),
    ),
    settings(
        "D07", "extra: " + "[" * 5000 + "]" * 5000, slug="yaml-depth", words="[" * 9, exact=False
    ),
    settings(
        "D07-lines",
        "extra:",
        *(f"{' ' * n}a:" for n in range(1, 300)),
        slug="yaml-depth",
        words=" " * 41 + "a:",
        exact=False,
    ),
    front("D08", "minutes: " + "9" * 200_000, slug="yaml-depth", words="999"),
    front("D08-short", "minutes: " + "9" * 5_000, slug="wrong-value", words="999"),
    settings("D09", "---", "id: other", slug="yaml-one-document", words="---"),
    settings("D09-tab", "completion:", "\tpass_mark: 70", slug="yaml-syntax", words="\t"),
    Case("D09-bom", "N", {COURSE: "\ufeff" + COURSE_YML.replace("\n", "\r\n")}),
    settings("D10", "extra: {[a, b]: 1}", slug="yaml-key", words="[a"),
    settings("D10-null", "extra: {~: 1}", slug="yaml-key", words="~"),
    settings("D10-question", "extra:", "  ? {a: 1}", "  : b", slug="yaml-key", words="{a"),
    settings("D11", "completion: {pass_mrk: 70}", slug="unknown-key", words="pass_mrk"),
    settings("D11-top", "tittle: x", slug="unknown-key", words="tittle"),
    settings("D12", "completion: {pass_mark: .nan}", slug="wrong-value", words=".nan"),
    settings("D12-inf", "completion: {pass_mark: .inf}", slug="wrong-value", words=".inf"),
    settings("D12-negative", "completion: {pass_mark: -1}", slug="wrong-value", words="-1"),
    settings("D12-large", "completion: {pass_mark: 101}", slug="wrong-value", words="101"),
    Case("D13", "E", {COURSE: COURSE_YML + "org: a\0b\n"}, (Place("encoding", COURSE, "\0"),)),
    settings("D13-bidi", 'org: "a\u202eb"', slug="hidden-character-in-data", words="\u202e"),
    settings(
        "D13-escape", 'description: "a\\u202eb"', slug="hidden-character-in-data", words='"a'
    ),
    settings("D13-nul", 'scorm: {schemas: "a\\0b"}', slug="hidden-character-in-data", words='"a'),
    settings(
        "D13-surrogate",
        'description: "a\\ud800b"',
        slug="yaml-syntax",
        words="description",
        exact=False,
    ),
    settings("D14", "description: " + "x" * 2_000_000, slug="file-too-large", words=""),
    settings("D14-half", "description: " + "x" * 200_000, slug="yaml-depth", words="xxx"),
    Case(
        "D-not-yaml",
        "E",
        {FRAMEWORK: FRAMEWORK_YML + "  - code: B: C\n"},
        (Place("yaml-syntax", FRAMEWORK, ": C"),),
    ),
    Case("D-empty", "E", {COURSE: "# \n"}, (Place("missing-key", COURSE, "# "),)),
    Case("D-list", "E", {COURSE: "- a\n- b\n"}, (Place("wrong-value", COURSE, "- a"),)),
    Case(
        "D-quiz",
        "E",
        {QUIZ: quiz(front="pass_mark: 170\ndraw: -1\n")},
        (Place("wrong-value", QUIZ, "170"), Place("wrong-value", QUIZ, "-1")),
    ),
    settings("D-outside", "scorm: {schemas: ../..}", slug="symlink", words="../..", level="R"),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_row(case: Case, folder: Path) -> None:
    check(case, folder)


def test_both_lines_of_a_double_key_are_shown(folder: Path) -> None:
    """D05: the first one as a note, in the form for people."""
    root = write_course(folder / "course", {COURSE: COURSE_YML + "title: Again\n"})
    said = run("check", "-C", str(root)).stdout
    assert "course/course.yml:9:1" in said
    assert "note: first used here" in said
    assert "course/course.yml:2:1" in said


def test_near_names(folder: Path) -> None:
    """D11: the help names what was meant."""
    root = write_course(folder / "course", {COURSE: COURSE_YML + "tittle: x\n"})
    assert "did you mean 'title'?" in run("check", "-C", str(root)).stdout
