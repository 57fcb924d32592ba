"""The ways in which the conditions of a Python file can be turned: one change each."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass

OTHER: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}
LONGEST = 160


@dataclass(frozen=True)
class Mutant:
    """source: the whole file with the change. scope: the function it is in."""

    path: str
    line: int
    scope: str
    before: str
    after: str
    source: bytes

    @property
    def name(self) -> str:
        """Stays the same where lines above are added."""
        return f"{self.path} | {self.scope} | {self.before} → {self.after}"

    def __str__(self) -> str:
        return f"{self.path}:{self.line} in {self.scope}: {self.before} → {self.after}"


def mutants(path: str, source: bytes) -> Iterator[Mutant]:
    """In the order of the file."""
    starts = [0]
    for row in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(row))
    for scope, node in _nodes(ast.parse(source), "module"):
        for changed in _changes(node):
            begin = starts[node.lineno - 1] + node.col_offset
            end = starts[(node.end_lineno or 1) - 1] + (node.end_col_offset or 0)
            after = ast.unparse(changed)
            new = source[:begin] + f"({after})".encode() + source[end:]
            yield Mutant(path, node.lineno, scope, _told(ast.unparse(node)), _told(after), new)


def _told(code: str) -> str:
    return code if len(code) <= LONGEST else f"{code[: LONGEST - 1]}…"


def _nodes(node: ast.AST, scope: str) -> Iterator[tuple[str, ast.expr]]:
    """Conditions with the function they stand in; none of what only tools and types see."""
    if _for_types(node) or isinstance(node, ast.JoinedStr):  # positions in f-strings are wrong
        return
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        scope = node.name if scope == "module" else f"{scope}.{node.name}"
    tests = [part for part in _tests(node) if _plain(part)]
    for test in tests:
        yield scope, _whole(test)
    if isinstance(node, ast.Compare | ast.BoolOp) or _is_not(node):
        assert isinstance(node, ast.expr)
        yield scope, node
    for child in ast.iter_child_nodes(node):
        yield from _nodes(child, scope)


def _whole(test: ast.expr) -> ast.expr:
    """The test of an `if`, to be turned as a whole."""
    marked = copy.copy(test)
    marked.whole = True  # type: ignore[attr-defined]
    return marked


def _tests(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.If | ast.While | ast.IfExp | ast.Assert):
        return [] if isinstance(node, ast.Assert) else [node.test]
    return node.ifs if isinstance(node, ast.comprehension) else []


def _plain(test: ast.expr) -> bool:
    """A single comparison or `not` is turned by itself already; one of several parts is not."""
    alone = isinstance(test, ast.Compare) and len(test.ops) == 1 and type(test.ops[0]) in _EXACT
    return not alone and not _is_not(test) and not isinstance(test, ast.JoinedStr | ast.Constant)


_EXACT = (ast.Eq, ast.NotEq, ast.In, ast.NotIn, ast.Is, ast.IsNot)


def _is_not(node: ast.AST) -> bool:
    return isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not)


def _for_types(node: ast.AST) -> bool:
    """`if TYPE_CHECKING:` and `if __name__ == "__main__":`"""
    return isinstance(node, ast.If) and any(
        isinstance(part, ast.Name) and part.id in ("TYPE_CHECKING", "__name__")
        for part in ast.walk(node.test)
    )


def _changes(node: ast.expr) -> Iterator[ast.expr]:
    if getattr(node, "whole", False):
        yield ast.UnaryOp(op=ast.Not(), operand=node)
    elif isinstance(node, ast.UnaryOp):
        yield node.operand
    elif isinstance(node, ast.BoolOp):
        changed = copy.deepcopy(node)
        changed.op = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield changed
    elif isinstance(node, ast.Compare):
        yield from _operators(node)
        yield from _constants(node)


def _operators(node: ast.Compare) -> Iterator[ast.expr]:
    for n, operator in enumerate(node.ops):
        changed = copy.deepcopy(node)
        changed.ops[n] = OTHER[type(operator)]()
        yield changed


def _constants(node: ast.Compare) -> Iterator[ast.expr]:
    """Numbers are one more, words are other words, True is False."""
    for n, part in enumerate([node.left, *node.comparators]):
        if not isinstance(part, ast.Constant) or (value := _other(part.value)) is None:
            continue
        changed = copy.deepcopy(node)
        if n:
            changed.comparators[n - 1] = ast.Constant(value)
        else:
            changed.left = ast.Constant(value)
        yield changed


def _other(value: object) -> bool | int | float | str | None:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int | float):
        return value + 1
    return f"{value}?" if isinstance(value, str) else None
