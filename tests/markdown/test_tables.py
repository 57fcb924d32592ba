"""Where a table begins and ends, as GitHub's own parser has it."""

from __future__ import annotations

import pytest

from markdown_trees import github, ours, read


@pytest.mark.parametrize(
    ("written", "rows"),
    [
        ("a|b\n-|-", 1),
        ("a|b\n-|-\nc|d", 2),
        ("a|b\n-|-\nc|d\n\ne|f", 2),
        ("a|b\n-|-\nc", 2),
        ("a|b\n-|-\nc|d|e", 2),
        ("a|b\n-|-\n# c", 1),
        ("a|b\n-|-\n> c", 1),
        ("a|b\n-|-\n- c", 1),
        ("a|b\n-|-\n```\nc\n```", 1),
        ("a|b\n-|-\n    c", 1),
        ("a|b\n-|-\n   c", 2),
        ("a|b\n-|-\n---", 1),
        ("a|b", 0),
        ("a|b\n", 0),
        ("a|b\n-|-|-", 0),
        ("a|b|c\n-|-", 0),
        ("a\n-", 0),
        ("a\n:-", 1),
        ("a\n|-|", 1),
        ("a|b\n    -|-", 0),
        ("a|b\n-|x", 0),
        ("a|b\n- | -", 0),
        ("|a|\n|-|", 1),
        ("> a|b\n> -|-", 1),
        ("> a|b\n-|-", 0),
        ("- a|b\n-|-", 0),
        ("- a|b\n  -|-", 1),
        ("- a|b\n  -|-\nc|d", 1),
        ("text\na|b\n-|-", 1),
        ("a \\| b|c\n-|-", 1),
        ("`a|b`\n-|-", 1),
    ],
)
def test_rows(written: str, rows: int) -> None:
    html = read(written).html
    assert ours(html) == github(written)
    assert html.count("<tr>") == rows


@pytest.mark.parametrize(
    ("dashes", "align"),
    [(":-", "left"), ("-:", "right"), (":-:", "center"), ("-", ""), (":-----", "left")],
)
def test_columns(dashes: str, align: str) -> None:
    html = read(f"a|b\n{dashes}|-\nc|d").html
    assert html.count(f'class="{align}"') == (2 if align else 0)
    assert ("class=" in html) == bool(align)
