"""Words for learners stand in words/ alone: not in Python, not in templates, not in scripts."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import moocbuild
from moocbuild.render.templates import COMPILED
from moocbuild.targets.common_cartridge import page

SOURCE = Path(moocbuild.__file__).parent
ROOMS = ("pages", "lower", "render", "targets", "player", "formats", "package", "words", "model")
"""What makes packages. Other rooms speak to authors: messages, help, names of files."""
_CALLED = "Rule note degraded lost counted compile Fate Target TypeError ValueError LookupError"
TO_AUTHORS = frozenset(_CALLED.split())
"""What is called with words for authors, or with a pattern."""
SENTENCE = re.compile(r"[^\W\d_]{2,}[,;:]? [^\W\d_]{2,}|^[A-Z][a-z]{2,}\b.*")
ELSEWHERE = {
    "formats": "names that formats prescribe, such as 'ADL SCORM' and 'MultipleChoice'",
    "model/alphabet.py": "letters of alphabets",
    "model/language.py": "what languages call themselves, the same whatever a page speaks",
    "model/text.py": "names of HTML's elements, and types",
    "model/walk.py": "a type",
    "words/languages.py": "tags of languages",
    "package/memo.py": "a type",
    "package/paths.py": "what is wrong with a path, for authors",
    "errors.py": "what stops a build, for authors",
    "model/question.py": "names of features, for authors",
    "lower/losses.py": "what a target cannot do, for authors",
    "targets/common_cartridge/edition.py": "names of targets",
    "targets/common_cartridge/features.py": "what becomes of features, for authors",
    "render/xhtml.py": "the frame of a file",
    "player/html/edition.py": "what a policy of content security allows",
    "targets/cmi5/__init__.py": "verbs and addresses of xAPI",
    "targets/gift/features.py": "what becomes of features, for authors",
    "targets/qti/features.py": "what becomes of features, for authors",
    "targets/qti/question.py": "a type",
    "targets/qti/text.py": "names of HTML's elements",
    "targets/moodle/features.py": "what becomes of features, for authors",
    "targets/moodle/framework.py": "the columns of Moodle's CSV",
    "targets/scorm/__init__.py": "names of targets",
    "targets/olx/dialect.py": "names of HTML's elements",
    "targets/olx/fit.py": "style sheets",
    "targets/olx/policy.py": "the grade that the platform knows by this name",
}
"""Where such strings are none for learners, and why."""
KNOWN = frozenset(
    {
        "Find a Helpline",  # the names of two sites
        "Befrienders Worldwide",
        "noopener noreferrer",
        "border rounded p-2",  # of classes
        "table table-bordered",
        "table table-bordered mb-0",
        "table-responsive mb-3",
        "admonition alert alert-",
        "text-align: start",  # of styles
        "display: block",
        "list-style: none",
        "display: block; min-width: 17em",
        page._FRAME,
    }
)


def strings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Every string that may be said: no docstring, no annotation, no words for authors."""
    silent: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            silent.add(id(node.value))
        name = getattr(node, "func", None)
        called = getattr(name, "id", "") or getattr(name, "attr", "")
        notes = isinstance(node, ast.FunctionDef) and node.name == "lower"
        if notes or isinstance(node, ast.Raise | ast.Assert) or called in TO_AUTHORS:
            silent.update(map(id, ast.walk(node)))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and id(node) not in silent:
            yield node.lineno, node.value if isinstance(node.value, str) else ""


def in_python(text: str) -> list[tuple[int, str]]:
    found = strings(ast.parse(text))
    return [(line, said) for line, said in found if SENTENCE.search(said) and said not in KNOWN]


def in_template(text: str) -> list[str]:
    """Text between tags, and values of attributes that are read out."""
    text = re.sub(r"\{[{%].*?[%}]\}", "\0", text, flags=re.S)
    spoken = re.findall(r'\b(?:aria-label|title|alt|placeholder)="([^"]*)"', text)
    between = re.sub(r"<!--.*?-->|<[^>]*>", "\0", text, flags=re.S)
    pieces = [each for each in re.split("\0+", between) if not re.fullmatch(r' [\w-]+="', each)]
    return [each for each in pieces + spoken if re.search(r"[^\W\d_]{2,}", each)]


def in_script(text: str) -> list[str]:
    text = re.sub(r"/\*.*?\*/|(?<!:)//[^\n]*", "", text, flags=re.S)
    found = re.findall(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`', text)
    words = [re.sub(r"\$\{[^}]*\}", "", plain or template) for plain, template in found]
    return [each for each in words if re.search(r"(?:^|\s)[A-Z]?[a-z]{2,},? [a-z]{2,}", each)]


PYTHON = [
    path
    for room in ROOMS
    for path in sorted((SOURCE / room).rglob("*.py"))
    if COMPILED not in path.parts  # the same templates once more
]
FOR_AUTHORS = ("inspect", "report", "serve")
TEMPLATES = [
    path
    for path in sorted(SOURCE.rglob("*.html"))
    if path.relative_to(SOURCE).parts[0] not in FOR_AUTHORS
]
SCRIPTS = sorted((SOURCE / "player" / "scripts").rglob("*.js"))
OF_SCRIPTS = frozenset(
    {
        "feedback shown made ",  # names of classes
        "feedback shown made off",
        "actions scenario-tools",
        "quiet show-answer",
        "quiet erase",
        "button quiet",
        "moocbuild cmi5",  # a key of the browser's own storage
        "no fetch",  # what a promise fails with
        "no answer",
        "not a page of this course",
        "use strict",
    }
)


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(SOURCE)))
def test_python_says_nothing_itself(path: Path) -> None:
    name = path.relative_to(SOURCE).as_posix()
    if not any(name == known or name.startswith(f"{known}/") for known in ELSEWHERE):
        assert in_python(path.read_text("utf-8")) == []


def test_exceptions_are_needed() -> None:
    def needed(known: str) -> bool:
        place = SOURCE / known
        files = sorted(place.rglob("*.py")) if place.is_dir() else [place]
        return any(in_python(path.read_text("utf-8")) for path in files)

    assert [known for known in ELSEWHERE if not needed(known)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_say_nothing_themselves(path: Path) -> None:
    assert in_template(path.read_text("utf-8")) == []


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_say_nothing_themselves(path: Path) -> None:
    assert [each for each in in_script(path.read_text("utf-8")) if each not in OF_SCRIPTS] == []


def test_a_planted_word_is_found() -> None:
    assert in_python('heading = element("h2", "Glossary")\n')
    assert in_python('title = f"{name}: text version"\n')
    assert not in_python('"""A docstring of words."""\nRULE = Rule("MB1", "x", "some words")\n')
    assert in_template('<p class="x">Help now</p>') == ["Help now"]
    assert in_template('<nav aria-label="Pages">{{ t.menu }}</nav>') == ["Pages"]
    assert in_script('line.textContent = "Look at the notes.";')
    assert not in_script('say("tryAgain"); // a comment "of words"')
