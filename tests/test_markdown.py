"""Parsers with only the rules that a text can trigger read it as those with every rule do."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from moocbuild.source.markdown.parsers import (
    renderer,
    structure,
    whole_renderer,
    whole_structure,
)

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("course/*/*.md"), *ROOT.glob("quizzes/*.md")])

LINES = st.sampled_from(
    """plain words|a *b* and __c__|- item|    nested|1. one|> quoted|> [!NOTE]|# Title|Title|=====
| a | b ||\\| - \\| - \\||`code`|```|~~~|~~gone~~|[link](x.md)|![alt](y.png)|[ref]: z.md|[ref][ref]
[^1]: note|see[^1]|term|: definition|*[HTML]: words|<div>|</div>|<b>bold</b>|a &amp; b|a  |\\* no
\ttab|---|***|+ plus|10) ten|https://example.org|<https://example.org>|&lt;|>> deep||""".replace(
        "\n", "|"
    ).split("|")
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_reference_course_reads_the_same(page: Path) -> None:
    text = page.read_text("utf-8").split("---\n", 2)[-1]
    assert renderer(text).convert(text) == whole_renderer().reset().convert(text)
    assert _skeleton(text, structure(text)) == _skeleton(text, whole_structure())


@given(st.lists(LINES, max_size=12))
def test_any_text_reads_the_same(lines: list[str]) -> None:
    text = "\n".join(lines)
    assert renderer(text).convert(text) == whole_renderer().reset().convert(text)
    assert _skeleton(text, structure(text)) == _skeleton(text, whole_structure())


def _skeleton(text: str, parser: object) -> list[tuple[str, object, int]]:
    return [(t.type, t.map, t.level) for t in parser.parse(text)]  # type: ignore[attr-defined]
