"""No pattern is applied to markup that we made: markup is written once, from a tree.

A pattern with a `<` in it is found wherever it stands in the program; what reads an author's own
source, or the formats of others, is named with its reason.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import moocbuild

SOURCE = Path(moocbuild.__file__).parent
READERS = ("source", "formats", "i18n", "archive", "importing", "inspect")
"""Rooms that read what others wrote; a translation is applied to an author's source."""
ALLOWED = {
    "compare/emit.py": "words that Markdown would read as more than words",
    "freeze/headings.py": "id comments, in an author's source",
    "media/captions.py": "tags and styles of captions, in an author's WebVTT",
    "media/svg.py": "styles, in an author's picture",
    "model/spellings.py": "signs of mathematics, in words to type",
    "package/paths.py": "signs that names of files may not hold",
    "targets/common_cartridge/dialects.py": "words, before they become markup",
}
"""Module → why its patterns read no markup of ours."""
_FUNCTIONS = {"compile", "findall", "finditer", "fullmatch", "match", "search", "split", "sub"}
_GROUP = re.compile(r"\(\?(?:P?<\w+>|<[=!]|P=)")


def test_no_pattern_reads_markup_that_we_made() -> None:
    found = {name for name, pattern in _patterns() if "<" in _GROUP.sub("", pattern)}
    assert found == set(ALLOWED)


def test_patterns_are_found() -> None:
    assert len(list(_patterns())) > 20
    code = r're.sub(r"(?<=a)(?P<b><p>)", "", x); re.compile(f"{a}<")'
    assert [p for p in _in(ast.parse(code)) if "<" in _GROUP.sub("", p)] == [
        "(?<=a)(?P<b><p>)",
        "<",
    ]


def _patterns() -> Iterator[tuple[str, str]]:
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        if not name.startswith(READERS):
            for pattern in _in(ast.parse(path.read_text("utf-8"))):
                yield name, pattern


def _in(tree: ast.AST) -> Iterator[str]:
    for call in ast.walk(tree):
        if isinstance(call, ast.Call) and _is_of_re(call.func) and call.args:
            parts = (n.value for n in ast.walk(call.args[0]) if isinstance(n, ast.Constant))
            yield "".join(part for part in parts if isinstance(part, str))


def _is_of_re(function: ast.expr) -> bool:
    return (
        isinstance(function, ast.Attribute)
        and isinstance(function.value, ast.Name)
        and function.value.id == "re"
        and function.attr in _FUNCTIONS
    )
