"""The JSON Schemas say of a file what its reader says: of every course here, and of wrong ones."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

import moocbuild
from moocbuild.cli import run
from moocbuild.diagnostics import Diagnostic, Span
from moocbuild.scaffold.schemas import schema_names, schema_text
from moocbuild.source.files.front_matter import read_document
from moocbuild.source.files.tree import SourceFile
from moocbuild.source.yaml.described import DESCRIBED
from moocbuild.source.yaml.json_schema import SCHEMAS
from moocbuild.source.yaml.reader import read_yaml
from moocbuild.source.yaml.shape import Schema
from moocbuild.source.yaml.validate import validate

ROOT = Path(__file__).parents[1]
COURSES = [ROOT, *sorted((ROOT / "tests" / "courses").iterdir())]


class _EditorLoader(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors have it: no dates, and `no` is a word."""


_EditorLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"~|null|", "~n\0"),
    ("bool", "true|false", "tf"),
    ("int", r"[-+]?\d+", "-+0123456789"),
    ("float", r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?", "-+.0123456789"),
):
    _EditorLoader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}",
        re.compile(f"^(?:{_pattern})$"),
        [*_first.replace("\0", ""), ""],
    )


def _as_an_editor(text: str) -> Any:
    """Keys are texts, as in JSON."""
    return json.loads(json.dumps(yaml.load(text, _EditorLoader) or {}))


def _problems(name: str, text: str) -> list[str]:
    validator = jsonschema.Draft7Validator(json.loads(schema_text(name)))
    return [f"{e.json_path}: {e.message}" for e in validator.iter_errors(_as_an_editor(text))]


def _read(name: str, text: str) -> list[Diagnostic]:
    found: list[Diagnostic] = []
    node = read_yaml(text, "file.yml", found.append)
    if not found:
        validate(SCHEMAS[name].model, node, found.append, Span("file.yml", 1))
    return found


def _files(root: Path) -> Iterator[tuple[str, Path, str]]:
    """Schema, path, YAML of every file of a course."""
    for name, described in SCHEMAS.items():
        if not described.front:
            yield from ((name, p, p.read_text("utf-8")) for p in root.glob(described.file))
    for path in [*root.glob("course/**/*.md"), *root.glob("quizzes/**/*.md")]:
        text = path.read_text("utf-8")
        lines = tuple(text.split("\n"))
        document = read_document(SourceFile(str(path), text, lines), lambda _: None)
        if document.data is not None:
            front = "\n".join(lines[1 : document.body_line - 2])
            yield _kind(path.relative_to(root), document.kind()), path, front


def _kind(path: Path, kind: str) -> str:
    if path.parts[:2] == ("quizzes", "pools"):
        return "pool"
    if path.parts[0] == "quizzes" or kind in ("quiz", "final", "pretest"):
        return "quiz"
    if len(path.parts) == 2:
        return "page"
    if path.name == "index.md":
        return "module"
    return "scenario" if kind == "scenario" else "lesson"


@pytest.mark.parametrize("root", COURSES, ids=lambda root: root.name)
def test_the_courses_here_fit(root: Path) -> None:
    files = list(_files(root))
    assert len(files) > 3
    for name, path, text in files:
        assert not _problems(name, text), path


def test_every_kind_of_file_is_tried() -> None:
    assert {name for root in COURSES for name, _, _ in _files(root)} >= set(SCHEMAS) - {
        "page",
        "pool",
    }


COURSE = "id: a\ntitle: b\nversion: 1.0\nreleased: 2026-01-01\nlanguage: en\nmodules: [c]\n"
FOUR = json.dumps({key: {"title": "T"} for key in "abcd"})
WRONG = [
    ("course", COURSE.replace("title: b\n", "")),
    ("course", COURSE.replace("[c]", "[]")),
    ("course", COURSE.replace("2026-01-01", "1 January")),
    ("course", COURSE.replace("id: a", "id: A_b")),
    ("course", COURSE.replace("language: en", "language: English")),
    ("course", f"{COURSE}titel: x\n"),
    ("course", f"{COURSE}completion: {{pass_mark: 170}}\n"),
    ("course", f"{COURSE}completion: {{pas_mark: 70}}\n"),
    ("course", f"{COURSE}authors: Dana\n"),
    ("course", f"{COURSE}pages: {{glossary: maybe}}\n"),
    ("course", f"{COURSE}pages: {{glossery: true}}\n"),
    ("course", f"{COURSE}theme: {{accent: red}}\n"),
    ("course", f"{COURSE}tracks: {{My_Track: {{title: a, modules: [c]}}}}\n"),
    ("course", f"{COURSE}rules: {{MB203: {{severity: off}}}}\n"),
    ("framework", "id: a\ntitle: b\nlanguage: en\n"),
    ("framework", "id: a\ntitle: b\nlanguage: en\ncategories: [{code: H, title: c, itms: []}]\n"),
    ("contacts", "contacts: [{country: Belgium, role: crisis, number: 107}]\n"),
    ("contacts", "contacts: [{country: BE, role: crisis, number: 107, url: 'http://a.org'}]\n"),
    ("references", "references: [{key: 9x, cite: b}]\n"),
    ("references", "references: [{key: x, cite: b, doi: '11.1/x'}]\n"),
    ("glossary", "terms: [{term: a}]\n"),
    ("reviews", "reviews: [{unit: a, who: b, role: c, when: soon}]\n"),
    ("reviews", "reviews: [{unit: a, who: b, role: c, when: 2026-01-01, hash: abc}]\n"),
    ("lock", "questions: {a: 0}\n"),
    ("module", "outcomes: to wash hands\n"),
    ("module", "id: A module\n"),
    ("lesson", "kind: quizz\n"),
    ("lesson", "minutes: ten\n"),
    ("lesson", "id: a/b/c\n"),
    ("scenario", "title: no kind\n"),
    ("scenario", f"kind: scenario\nmeters: {FOUR}\n"),
    ("scenario", "kind: scenario\nmeters: {a: {title: A, words: {low: x}}}\n"),
    ("quiz", "draw: -1\n"),
    ("quiz", "feedback: later\n"),
    ("quiz", "graded: maybe\n"),
    ("page", "draft: true\n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), WRONG)
def test_wrong_ones_are_wrong_for_both(name: str, text: str) -> None:
    assert _read(name, text)
    assert _problems(name, text)


RIGHT = [
    ("course", f"{COURSE}org:\npages: {{glossary: no, about: ./about.md}}\n"),
    ("course", f"{COURSE}theme: {{accent: '#9a3412', font: }}\n"),
    ("course", COURSE.replace("title: b", "title: 2026").replace("id: a", "id: 12")),
    ("course", f"{COURSE}targets: [web]\nrules: {{MB203: {{severity: off, because: a song}}}}\n"),
    ("framework", "id: a\ntitle: b\nlanguage: en\nsource: A book\nnotes: one\ncategories: []\n"),
    ("contacts", "contacts: [{country: NO, role: crisis, number: 116123, hours: }]\n"),
    ("quiz", "draw: 3\npass_mark:\nshuffle: off\n"),
    ("scenario", "kind: scenario\nmeters: {a: {title: A, words: {-1: low, 3: high}}}\n"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), RIGHT)
def test_right_ones_are_right_for_both(name: str, text: str) -> None:
    assert not _read(name, text)
    assert not _problems(name, text)


@pytest.mark.parametrize("name", SCHEMAS)
def test_they_are_schemas(name: str) -> None:
    jsonschema.Draft7Validator.check_schema(json.loads(schema_text(name)))


def test_whatever_is_read_has_one() -> None:
    source = Path(moocbuild.__file__).parent / "source"
    text = "\n".join(path.read_text("utf-8") for path in source.rglob("*.py"))
    read = set(re.findall(r"(?:validate|\.checked)\((\w+(?:File|Page)),", text))
    assert read == {described.model.__name__ for described in SCHEMAS.values()}


def _models(model: type[Schema], found: set[type[Schema]]) -> None:
    if model not in found:
        found.add(model)
        for field in model.fields().values():
            for inner in _inside(field.annotation):
                _models(inner, found)


def _inside(annotation: object) -> Iterator[type[Schema]]:
    if isinstance(annotation, type) and issubclass(annotation, Schema):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _inside(argument)


def test_every_key_is_described() -> None:
    found: set[type[Schema]] = set()
    for described in SCHEMAS.values():
        _models(described.model, found)
    keys = {model.__name__: set(model.fields()) for model in found}
    assert {name: set(said) for name, said in DESCRIBED.items()} == keys
    assert all(text.endswith(".") for said in DESCRIBED.values() for text in said.values())


def test_names_of_targets_and_rules_complete() -> None:
    keys = json.loads(schema_text("course"))["properties"]
    assert {"web", "scorm-1.2", "moodle"} <= set(keys["targets"]["items"]["enum"])
    assert {"MB203", "all-of-the-above"} <= set(keys["rules"]["propertyNames"]["enum"])
    assert "MB101" not in keys["rules"]["propertyNames"]["enum"]
    assert set(schema_names()) == set(SCHEMAS)


def test_the_command_prints_lists_and_writes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["schema", "quiz"]) == 0
    assert capsys.readouterr().out == schema_text("quiz")
    assert run(["schema"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in listed] == list(SCHEMAS)
    assert run(["schema", "--out", str(tmp_path / "new")]) == 0
    assert {path.name for path in (tmp_path / "new").iterdir()} == {f"{n}.json" for n in SCHEMAS}
    assert run(["schema", "quizz"]) == 2
    assert "did you mean 'quiz'?" in capsys.readouterr().err
    (tmp_path / "file").touch()
    assert run(["schema", "--out", str(tmp_path / "file" / "new")]) == 2


def _defaults(schema: Any) -> Iterator[object]:
    """Of every key in a schema that has one."""
    if isinstance(schema, dict):
        for keys in (schema.get("properties", {}), schema.get("$defs", {})):
            for key in keys.values():
                if "default" in key:
                    yield key["default"]
                yield from _defaults(key)


def test_defaults_are_told_unless_they_are_nothing() -> None:
    found = [each for name in SCHEMAS for each in _defaults(json.loads(schema_text(name)))]
    assert found and not [each for each in found if each in (None, "", [], {})]
    course = json.loads(schema_text("course"))
    assert course["$defs"]["Completion"]["properties"]["pass_mark"]["default"] == 70
    assert "null" in course["$defs"]["Completion"]["properties"]["pass_mark"]["type"]
