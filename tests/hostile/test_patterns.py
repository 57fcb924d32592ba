"""No pattern takes time that grows with the square of a text: each is tried with hostile runs.

Every compiled pattern of the program is found where it lies, and asked as its own module asks it.
Runs are made of the pattern's own words and of the signs that texts are full of. What counts is
how the time grows with the text, never the time itself: machines differ.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import time
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import moocbuild

LONG = 2_000
TIMES = 8
"""A text of so many times LONG signs takes a linear pattern as many times as long."""
GROWTH = 3 * TIMES
"""More than noise, less than the square of TIMES."""
WORTH = 0.0005
"""Seconds of the processor: what takes less for LONG signs is not compared."""
SIGNS = (*" \t\naA1-._é", "a ", "a.", "a-", "1 ", "1-", " .", "| ")
LIMITED = {
    ("prose.telling", "_PICTURE_FILE"): "asked only of alternative texts that are short",
    ("source.markdown.raw_html", "_PIECE"): "source/markdown/limits: few '<' in a paragraph",
    ("source.markdown.raw_html", "_ATTRIBUTES"): "asked only of attributes that _PIECE has read",
    ("source.pages.scenario", "_CHOICE"): "source/markdown/limits: few '[' in a paragraph",
}
"""What is bounded elsewhere, and where."""
OURS = ("player.html.style", "player.html.script", "package.release")
"""Modules whose patterns read only what we wrote."""


def test_patterns_are_found() -> None:
    found = {(module, name) for module, name, *_ in patterns()}
    assert len(found) > 70
    assert ("source.files.lint", "_EMAIL") in found
    assert set(LIMITED) <= found


def test_no_pattern_is_quadratic() -> None:
    slow = []
    for module, name, pattern, methods in patterns():
        if module.startswith(OURS) or (module, name) in LIMITED:
            continue
        for method in methods:
            slow += [
                (module, name, method, run[0][:40])
                for run in runs(pattern)
                if too_slow(pattern, method, run)
            ]
    assert not slow


def test_a_quadratic_pattern_is_noticed() -> None:
    bad = re.compile(r"\s+x")
    assert any(too_slow(bad, "search", run) for run in runs(bad))


def patterns() -> Iterator[tuple[str, str, re.Pattern[Any], frozenset[str]]]:
    """Module, name, pattern and how the module asks it."""
    for info in pkgutil.walk_packages(moocbuild.__path__, "moocbuild."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        asked = methods_by_name(module)
        for name, value in vars(module).items():
            for found in in_value(value):
                yield info.name.removeprefix("moocbuild."), name, found, asked.get(name, ALL)


ALL = frozenset({"search"})
_METHODS = {"match", "fullmatch", "search", "sub", "finditer", "findall", "split"}


def methods_by_name(module: ModuleType) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        match node:
            case ast.Attribute(value=ast.Name(id=name), attr=method) if method in _METHODS:
                found.setdefault(name, set()).add(method)
    anchored = ("match", "fullmatch")
    return {
        name: frozenset(each if each in anchored else "search" for each in asked)
        for name, asked in found.items()
    }


def in_value(value: object) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from in_value(each)


def runs(pattern: re.Pattern[Any]) -> Iterator[tuple[str, str]]:
    """Long and much longer texts of one part, with and without a beginning of its own."""
    source = pattern.pattern if isinstance(pattern.pattern, str) else ""
    plain = re.sub(r"\\([^\w\s])", r"\1", source)
    words = [*dict.fromkeys(re.findall(r"[a-z]{2,12}|[^\w\s\\]", plain))][:14]
    for part in dict.fromkeys((*SIGNS, *words)):
        for begin in ("", *words[:5]):
            short, long = (
                begin + part * (length // len(part)) + "\x01" for length in (LONG, TIMES * LONG)
            )
            yield short, long


def too_slow(pattern: re.Pattern[Any], method: str, run: tuple[str, str]) -> bool:
    """Of three tries the shortest counts: a busy machine is no fault of a pattern."""
    short, long = run if isinstance(pattern.pattern, str) else map(str.encode, run)
    least = min(_taken(pattern, method, short) for _ in range(3))
    if least < WORTH:
        return False
    return min(_taken(pattern, method, long) for _ in range(3)) > GROWTH * least


def _taken(pattern: re.Pattern[Any], method: str, text: Any) -> float:
    start = time.process_time()
    if method == "search":
        for _ in pattern.finditer(text):
            pass
    else:
        getattr(pattern, method)(text)
    return time.process_time() - start
