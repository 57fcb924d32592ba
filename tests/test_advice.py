"""What authors are told of keys and values that are wrong: all in one run, each with help."""

from __future__ import annotations

import pytest

from moocbuild.diagnostics import Diagnostic, Span
from moocbuild.source.yaml.json_schema import SCHEMAS
from moocbuild.source.yaml.reader import read_yaml
from moocbuild.source.yaml.validate import validate

COURSE = "id: a\ntitle: b\nversion: 1.0\nreleased: 2026-01-01\nlanguage: en\nmodules: [c]\n"


def said(name: str, text: str) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    node = read_yaml(text, "file.yml", found.append)
    assert node is not None
    validate(SCHEMAS[name].model, node, found.append, Span("file.yml", 1))
    return found


def test_every_unknown_key_of_a_file_in_one_run() -> None:
    text = (
        f"{COURSE}titel: x\ntheme: {{acent: '#112233', colour: red}}\n"
        "authors: [{nam: A, name: B}]\nscorm: {sco: lesson, zip: 1}\n"
    )
    found = [(d.span.line, d.span.column, d.message, d.help) for d in said("course", text)]
    assert sorted(found) == [
        (7, 1, "unknown key 'titel'", "did you mean 'title'?"),
        (8, 9, "unknown key 'acent'", "did you mean 'accent'?"),
        (
            8,
            27,
            "unknown key 'colour'",
            "use one of logo, logo_text, cover, cover_text, accent, accent_dark, font, footer, "
            "style",
        ),
        (9, 12, "unknown key 'nam'", "did you mean 'name'?"),
        (10, 22, "unknown key 'zip'", "use one of sco, schemas"),
    ]


def test_own_data_has_its_place_only_where_it_has_one() -> None:
    (found,) = said("lesson", "zzz: 1\n")
    assert found.help.endswith("minutes, draft, kind, items, or put your own data under 'extra:'")


@pytest.mark.parametrize(
    ("name", "text", "message", "help"),
    [
        ("quiz", "pass_mark: 170", "pass_mark: 170 is more than 100", "write 100 or less"),
        ("quiz", "draw: -2", "draw: -2 is less than 0", "write 0 or more"),
        ("quiz", "draw: two", "draw: 'two' is not a whole number", "write a number such as 3"),
        ("quiz", "graded: si", "graded: 'si' is neither true nor false", "write true or false"),
        ("quiz", "kind: exam", "kind: 'exam' is not known here", "did you mean 'final'?"),
        (
            "quiz",
            "kind: zzz",
            "kind: 'zzz' is not known here",
            "write one of quiz, final, pretest",
        ),
        (
            "lesson",
            "items: H.1",
            "items: expected a list",
            "write '[one, two]', or lines that begin with '- '",
        ),
        (
            "module",
            "id: My Unit",
            "id: 'My Unit' is no id",
            "use a-z, 0-9 and hyphens, as in active-listening",
        ),
        (
            "course",
            COURSE.replace(": en", ": English"),
            "language: 'English' is no language tag",
            "write a tag such as en, fr or pt-BR",
        ),
        (
            "course",
            COURSE.replace("id: a", "id: A b"),
            "id: 'A b' is no id",
            "use a-z, 0-9 and hyphens, as in hand-hygiene",
        ),
        (
            "course",
            f"{COURSE}pages: {{about: x}}",
            "pages.about: 'x' is no way to make a page",
            "write true, false or a file such as about.md",
        ),
        (
            "course",
            COURSE.replace("title: b\n", ""),
            "'title' is missing",
            "add a line such as 'title: Clean hands in the kitchen'",
        ),
        (
            "glossary",
            "terms: [{term: a}]",
            "'definition' is missing",
            "add a line such as 'definition: …'",
        ),
    ],
)
def test_what_is_wrong_and_what_to_write(name: str, text: str, message: str, help: str) -> None:
    (found,) = said(name, text)
    assert (found.message, found.help) == (message, help)


@pytest.mark.parametrize("nothing", ["", "~", "null"])
def test_a_key_without_a_value_is_no_key(nothing: str) -> None:
    assert not said("quiz", f"draw: {nothing}\npass_mark: {nothing}\n")
    assert said("quiz", "draw: ''\n")


def test_a_key_that_appears_twice_hides_no_other_slip() -> None:
    found: list[Diagnostic] = []
    text = "title: A\nminuts: 5\ntitle: B\nkind: quizz\nkind: x\n"
    node = read_yaml(text, "file.yml", found.append, partly=True)
    assert node is not None and node.child("title").value == "A"
    validate(SCHEMAS["quiz"].model, node, found.append, Span("file.yml", 1))
    assert [(d.rule.code, d.span.line) for d in sorted(found, key=lambda d: d.span.line)] == [
        ("MB017", 2),
        ("MB013", 3),
        ("MB018", 4),
        ("MB013", 5),
    ]
    assert read_yaml(text, "file.yml", lambda _: None) is None
