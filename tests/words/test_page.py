"""docs/languages.md has the languages, who has reviewed them, and terms that are really used."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from moocbuild.model.language import autonym, direction
from moocbuild.words.languages import facts, files, reviewed
from words.test_files import LANGUAGES, entries
from words.test_plugins import IN_MOODLE, SPOKEN
from words.test_register import ours

PAGE = Path(__file__).parents[2] / "docs" / "languages.md"
HEAD = ("tag", "language", "direction", "words missing", "reviewed by", "Moodle plugin", "XBlocks")
START, END = "<!-- languages -->\n", "<!-- /languages -->"


def rows() -> str:
    lines = [f"| {' | '.join(HEAD)} |", "|" + " --- |" * len(HEAD)]
    for tag in LANGUAGES:
        turned = {"ltr": "left to right", "rtl": "right to left"}[direction(tag)]
        plugins = (f"`{IN_MOODLE.get(tag, tag)}`", f"`{tag}`") if tag in SPOKEN else ("–", "–")
        read_by = reviewed(tag) or "nobody yet"
        missing = str(len(entries("en")) - len(entries(tag)))
        cells = (f"`{tag}`", autonym(tag), turned, missing, read_by, *plugins)
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def test_the_page_lists_the_languages(accept: bool) -> None:
    before, marker, rest = PAGE.read_text("utf-8").partition(START)
    shown, end, after = rest.partition(END)
    said = f"\n{rows()}\n\n"
    if accept and shown != said:
        PAGE.write_text(before + marker + said + end + after, "utf-8")
    else:
        assert shown == said


def terms() -> dict[str, list[str]]:
    """Language → its column of the table of terms."""
    table = PAGE.read_text("utf-8").partition("## Terms\n")[2].partition("\n## ")[0].strip()
    lines = [[cell.strip() for cell in line.strip("|").split("|")] for line in table.splitlines()]
    head, _, *body = lines
    return {tag: [row[n] for row in body] for n, tag in enumerate(head)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_terms_are_those_of_the_words(language: str) -> None:
    known = terms()
    assert set(known) == set(files())
    *column, truths, assents = known[language]
    text = " ".join(said for _, said in ours(language)).casefold()
    for term in column:
        for word in re.split(r", |; \*.*", term):
            assert word.casefold() in text, word
    pairs = (facts(language).truths[0], facts(language).assents[0])
    assert [re.split("[,،] ", cell) for cell in (truths, assents)] == [list(p) for p in pairs]
