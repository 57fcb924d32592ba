"""Forms beside those that people reported, in a course on baking: whole, or said at their line.

Nothing is dropped, shown as `[x]`, or moved without a word.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from hostile.cases import Case, Place, check
from hostile.course import COURSE, COURSE_YML, LESSON, QUIZ, lesson, quiz

BREAD = {COURSE: COURSE_YML.replace("Tiny course", "Bread")}
ASKED = "Which?\n\n- [ ] Rye\n- [x] Spelt\n"
MATCH = "| a | b |\n|---|---|\n| rye | dark |\n| wheat | light |\n"


def dough(body: str, title: str = "Dough", attributes: str = "") -> str:
    return f"## {title}\n<!-- #dough{attributes} -->\n\n`A.1`\n\n{body}\n"


ERRORS: dict[str, tuple[str, str, str]] = {
    "a rule between the options": (
        "Which?\n\n- [ ] Rye\n\n---\n\n- [x] Spelt\n",
        "parted-options",
        "- [x] Spelt",
    ),
    "a heading between the options": (
        "Which?\n\n- [ ] Rye\n\n### Feedback\n\n- [x] Spelt\n",
        "parted-options",
        "- [x] Spelt",
    ),
    "two numbered boxes": ("Which?\n\n1. [ ] Rye\n2. [x] Oat\n", "parted-options", "1. [ ]"),
    "numbered boxes": (
        "Which?\n\n1) [ ] Rye\n2) [x] Oat\n3) [ ] Corn\n",
        "parted-options",
        "1) [ ]",
    ),
    "numbered boxes to be put in order": (
        "<!-- x -->\nWhich?\n\n1. [ ] Rye\n2. [x] Oat\n3. [ ] Corn\n",
        "parted-options",
        "1. [ ]",
    ),
    "two lists of boxes": (
        f"{ASKED}\nAnd of these?\n\n- [ ] Oats\n- [x] Corn\n",
        "parted-options",
        "- [ ] Oats",
    ),
    "two tables": (f"Match.\n\n{MATCH}\n{MATCH}", "parted-options", "| a | b |#2"),
    "steps that go on": (
        "Order.\n\n1. Mix\n2. Knead\n3. Rest\n\nan hour\n\n4. Bake\n",
        "parted-options",
        "4. Bake",
    ),
    "two lists of words": (
        "Say.\n\n- = biga\n\nor\n\n- = ciabatta\n",
        "parted-options",
        "- = cia",
    ),
    "boxes within an option": (
        "Which?\n\n- [ ] Rye\n    - [x] dark rye\n- [x] Spelt\n",
        "parted-options",
        "[ ] Rye",
    ),
    "a box with another sign": (
        "Which?\n\n- [ ] Rye\n- [v] Oat\n- [x] Corn\n",
        "parted-options",
        "- [v]",
    ),
    "boxes in a table": (
        "Which?\n\n| | |\n|---|---|\n| [ ] | Rye |\n| [x] | Oat |\n",
        "bad-match-table",
        "[ ]",
    ),
    "a fourth column": (
        "Match.\n\n| a | b | c | d |\n|---|---|---|---|\n| 1 | 2 | 3 | 4 |\n| 5 | 6 | 7 | 8 |\n",
        "bad-match-table",
        "| a | b",
    ),
    "a sign that parts cells, in code": (
        "Match.\n\n| a | b |\n|---|---|\n| `x|y` | light |\n| 1 | 2 |\n",
        "lost-cells",
        "light",
    ),
    "a comma in a parted number": ("Say.\n\n- = 1\u202f234,5 ± 0,5\n", "bad-number", "= 1\u202f"),
    "boxes in a quotation": ("Which?\n\n> - [ ] Rye\n> - [x] Oat\n", "no-answer-form", "Dough"),
    "boxes without a blank": ("Which?\n\n- []Rye\n- [x]Oat\n", "no-answer-form", "Dough"),
    "signs for a list that are none": (
        "Which?\n\n• [ ] Rye\n• [x] Oat\n",
        "no-answer-form",
        "Dough",
    ),
    "wide brackets": ("Which?\n\n- ［ ］ Rye\n- ［x］ Oat\n", "no-answer-form", "Dough"),
    "no blank behind =": ("Say.\n\n- =biga\n- =levain\n", "no-answer-form", "Dough"),
    "a gap twice": ("Kn[1]d [1].\n\n1. - = ea\n   - = EA\n", "uneven-gaps", "[1]#2"),
    "an empty option": ("Which?\n\n- [ ] \n- [x] Oat\n- [ ] Corn\n", "empty-text", "[ ] "),
}
WARNINGS: dict[str, tuple[str, str, str]] = {
    "a share behind the words": (
        "Which?\n\n- [ ] Rye `0.5`\n- [x] Oat\n",
        "share-behind-words",
        "[ ] Rye",
    ),
    "a tag among the words": (f"`A.2` again. {ASKED}", "tag-among-words", "Dough"),
    "a tag behind the options": (f"{ASKED}\n`A.2`\n", "tag-among-words", "Dough"),
    "a range with a hyphen": ("Say.\n\n- = 24-26\n", "number-as-text", "= 24"),
    "a range with a dash": ("Say.\n\n- = 24 – 26\n", "number-as-text", "= 24"),
    "a heading within": (f"Read.\n\n#### Flour\n\n{ASKED}", "heading-order", "#### Flour"),
}
WHOLE: dict[str, tuple[str, tuple[str, ...]]] = {
    "a rule before the options": (f"Read.\n\n---\n\n{ASKED}", ("Read.", "Rye", "Spelt")),
    "a rule behind the options": (f"{ASKED}\n***\n\nSo it is.", ("Rye", "So it is.")),
    "a rule behind words": ("Say.\n\n- = biga\n\n---\n", ("biga",)),
    "a rule behind gaps": ("Say [1].\n\n1. - = biga\n\n---\n", ("biga",)),
    "a title underlined": (ASKED, ("Dough", "Rye", "Spelt")),
    "other signs for a list": ("Which?\n\n* [ ] Rye\n+ [X] Oat\n", ("Rye", "Oat")),
    "a comment between the options": (
        "Which?\n\n- [ ] Rye\n<!-- hm -->\n- [x] Oat\n",
        ("Rye", "Oat"),
    ),
    "comments within an option": (
        "Which?\n\n- [ ] Rye <!-- hm -->\n    <!-- hm -->\n    > No.\n- [x] Oat\n",
        ("Rye", "No.", "Oat"),
    ),
    "two quotations below an option": (
        "Which?\n\n- [ ] Rye\n    > Not this.\n\n    > Nor ever.\n- [x] Oat\n",
        ("Not this.", "Nor ever."),
    ),
    "a quotation in a quotation": (
        "Which?\n\n- [ ] Rye\n    > No.\n    >> Never.\n    > - so\n- [x] Oat\n",
        ("No.", "Never.", "so"),
    ),
    "tabs": ("Which?\n\n-\t[ ] Rye\n\t> No.\n-\t[x]\tOat\n", ("Rye", "No.", "Oat")),
    "a table in the prompt": (f"Read:\n\n{MATCH}\n- [ ] Rye\n- [x] Oat\n", ("dark", "light")),
    "wide punctuation": (
        "哪一种？\n\n- [ ] 黑麦。\n    > 不对！\n- [x] 小麦（白）\n",
        ("不对！", "小麦（白）"),
    ),
    "from right to left": (
        "ما هو؟\n\n- [ ] شوفان\n    > لا.\n- [x] قمح 100%\n",
        ("قمح 100%", "لا."),
    ),
    "feedback that goes on at the margin": (
        "Which?\n\n- [ ] Rye\n    > No, as\nit is dark.\n- [x] Oat\n",
        ("No, as it is dark.",),
    ),
    "backslashes before boxes": (
        "Which?\n\n- [ ] \\[x\\] Rye\n- [x] \\* Oat\n",
        ("[x] Rye", "* Oat"),
    ),
    "what looks like a heading": ("Which?\n\n- [ ] # Rye\n- [x] 1. Oat\n", ("# Rye", "1. Oat")),
    "details behind the options": (
        f"{ASKED}\n<details><summary>Why</summary>\n\nGluten.\n\n</details>\n",
        ("Why", "Gluten."),
    ),
    "a quotation before the options": (f"Read.\n\n> Think twice.\n\n{ASKED}", ("Think twice.",)),
    "answers in code": (f"See:\n\n```\n- = 3\n- [x] a\n```\n\n{ASKED}", ("- [x] a",)),
    "a second table behind words": (f"Match.\n\n{MATCH}\nAs here:\n\n{MATCH}", ("As here:",)),
    "words with signs": (
        "Say.\n\n- = a*b*c\n- = snake_case_word\n- != *x*\n    > No stars.\n",
        ("a*b*c", "snake_case_word", "No stars."),
    ),
    "steps from three, with parts": (
        "Order.\n\n3. Mix\n    - flour\n4. Knead\n5. Bake\n",
        ("Mix", "flour", "Knead"),
    ),
    "numbers in threes": (
        "How many?\n\n- = 1\u2009234\n- = 12 000 .. 13 000\n- != 1'300\n    > Less.\n",
        ("1234", "Less."),
    ),
    "lines of another system": (
        "Which?\r\n\r\n- [ ] Rye  \r\n    > No.\r\n- [x] Oat\r\n",
        ("No.",),
    ),
    "two hints": (
        f"> [!TIP]\n> One hint.\n\n{ASKED}\n> [!TIP]\n> Other hint.\n",
        ("One hint.", "Other hint."),
    ),
    "a meaning in the prompt": (f"Term\n:   Meaning\n\n{ASKED}", ("Term", "Meaning")),
}


def case(name: str, body: str, level: str, slug: str = "", words: str = "") -> Case:
    text = quiz(dough(body))
    if name == "a title underlined":
        text = text.replace("## Dough", "Dough\n-----")
    said, _, nth = words.partition("#") if words.endswith("#2") else (words, "", "")
    places = (Place(slug, QUIZ, said, int(nth or 1), column=False),) if slug else ()
    return Case(name, level, {**BREAD, QUIZ: text}, places, only=False)


@pytest.mark.parametrize("name", ERRORS)
def test_what_cannot_be_meant(name: str, folder: Path) -> None:
    body, slug, words = ERRORS[name]
    check(case(name, body, "E", slug, words), folder)


@pytest.mark.parametrize("name", WARNINGS)
def test_what_is_hardly_meant(name: str, folder: Path) -> None:
    body, slug, words = WARNINGS[name]
    check(case(name, body, "W", slug, words), folder)


@pytest.mark.parametrize("name", WHOLE)
def test_what_is_whole(name: str, folder: Path) -> None:
    body, words = WHOLE[name]
    made = case(name, body, "N")
    check(Case(made.id, "N", made.files, shown=words), folder)


@pytest.mark.parametrize("box", ["[x]", "[ ]", "[X]"])
def test_a_box_that_is_none(box: str, folder: Path) -> None:
    """At the beginning of words, as in a cell, learners would read the signs."""
    table = f"| step | done |\n|---|---|\n| mix | {box} |"
    for n, text in enumerate((f"{box} is done", table, f"-{box} is done")):
        files = {**BREAD, LESSON: lesson(text)}
        made = Case(box, "W", files, (Place("foreign-syntax", LESSON, box, column=False),))
        check(made, folder / str(n)) if (folder / str(n)).mkdir() is None else None
