"""Random changes to the tiny course: words, signs, lines and numbers where nobody writes them.

The same number gives the same course. Changes know what courses are made of, so that most of
them reach beyond the first reader of a file.
"""

from __future__ import annotations

import random
import string
from collections.abc import Callable

from hostile.course import BASE, LESSON, PICTURE, Content

CONTACTS = """\
contacts:
  - country: BE
    role: emergency
    number: "112"
    url: https://www.example.org
    confirmed_on: 2026-01-01
"""
REFERENCES = "references:\n  - key: Book2020\n    cite: A book. 2020\n    doi: 10.1000/182\n"
GLOSSARY = "terms:\n  - term: Silence\n    definition: A gap.\n"
LOCK = """\
questions: {first: 1}
lessons: {one/index: 1, one/lesson: 2, one/story: 3, one/quiz: 4}
scenes: {one/story: {door: 1, room: 2}}
options: {first: {a: Talk on and on, b: Wait}}
"""
KINDS = """
## Numbers
<!-- #numbers points=2 -->

`A.1` `A.2`

How many? $x^2$ [^n]

- = 3.5 ± 0.1
- = 10 .. 12
- != 7
    > No.

[^n]: A note.

## Words
<!-- #words -->

Which word?

- = C++
- != C#
    > Another language.

## Rows
<!-- #rows -->

Match.

| a | b |
|---|---|
| 1 | x |
| 2 | y |

## Steps
<!-- #steps kind=order -->

Order.

1. One
2. Two
3. Three

## Marks
<!-- #marks kind=hottext -->

What is said of her?

- [ ] She comes in.
- [x] She says nothing.

## Blanks
<!-- #blanks -->

Water boils at [1] and [2].

1. - [x] 100
   - [ ] 90
       > Higher.
2. - = freezes
   - = is ice
   - != melts
       > Not there.

## Notes
<!-- #notes -->

Write a line.

____

## Ticks
<!-- #ticks kind=multiple critical -->

Tick.

- [x] `0.5` One
    > Yes.
- [x] Two
- [ ] Three

> [!NOTE]
> Why. [@Book2020]
"""
MORE = """
## A table
<!-- #table -->

| a | *b* |
|:--|----:|
| `c` | [d](#a-table) |

> [!TIP]
> - one
>     1. two

Term
:   What it means.[^1]

[^1]: With $\\frac{1}{2}$, and more.

*[FAQ]: Frequent questions

```python
print("FAQ")  # <b>
```

<details><summary>More</summary>

It is ~~here~~, [there](02-story.md), https://www.example.org.

</details>

1. First

   - [x] done
2. Second\\
   line
"""
COURSE: dict[str, str] = {
    **{name: text for name, text in BASE.items() if isinstance(text, str)},
    "course/contacts.yml": CONTACTS,
    "course/references.yml": REFERENCES,
    "course/glossary.yml": GLOSSARY,
    "course/course.lock": LOCK,
}
COURSE["quizzes/01-one.md"] += KINDS
COURSE[LESSON] += MORE
COURSE["media/talk.en.vtt"] = "WEBVTT\n\n00:00.000 --> 00:02.000\nHello.\n"
PIECES = (
    *string.punctuation,
    *(
        "\n",
        "\n\n",
        " ",
        "    ",
        "\t",
        "\r\n",
        "\\\n",
        "\u00a0",
        "\u200b",
        "\u202e",
        "\ufeff",
        "\0",
    ),
    *("- [ ] ", "- [x] ", "- = ", "- != ", "* ", "1. ", "> ", "    > ", "# ", "## ", "###### "),
    *("<!-- #x -->", "<!--", "-->", "<b>", "</b>", "<details>", "</details>", "<summary>", "<x"),
    *("[^1]", "[^1]: x", "[@Book2020]", "[x](#y)", "[x](01-lesson.md)", "![x](../../media/x.svg)"),
    *("> [!NOTE]\n", "$x$", "$$", "`", "```\n", "~~~", "|", "|---|", ":--", "***", "__", "~~"),
    *("---\n", "---", ": ", "{", "}", "[", "]", "*a", "&a", "!!python", "? ", "'", '"', "null"),
    *("9" * 30, "-1", "0", "1e999", "nan", "inf", "0x1", "²", "±", "..", "2026-02-30", "1,5", "½"),
    *("é", "e\u0301", "ß", "\u05d0", "\u0627", "\U0001f600", "\ud800", "&amp;", "&#0;", "&lt;"),
    *(
        "{local_help}",
        "{emergency_number}",
        "{width=50%}",
        "javascript:x",
        "//x",
        "../" * 9,
        "%2e",
    ),
)


Change = Callable[[str, random.Random], str]


def _insert(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(PIECES) * chance.choice((1, 1, 1, 2, 9)) + text[at:]


def _delete(text: str, chance: random.Random) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.choice((1, 1, 3, 20, 200)) :]


def _of_lines(change: Callable[[list[str], int, random.Random], None]) -> Change:
    def changed(text: str, chance: random.Random) -> str:
        lines = text.split("\n")
        change(lines, chance.randrange(len(lines)), chance)
        return "\n".join(lines)

    return changed


def _double(lines: list[str], at: int, chance: random.Random) -> None:
    lines.insert(chance.randrange(len(lines) + 1), lines[at])


def _drop(lines: list[str], at: int, chance: random.Random) -> None:
    del lines[at]


def _indent(lines: list[str], at: int, chance: random.Random) -> None:
    lines[at] = chance.choice(("", " ", "  ", "    ", "\t", "> ", "- ")) + lines[at].lstrip()


def _swap(lines: list[str], at: int, chance: random.Random) -> None:
    other = chance.randrange(len(lines))
    lines[at], lines[other] = lines[other], lines[at]


def _cut(text: str, chance: random.Random) -> str:
    return text[: chance.randrange(len(text) + 1)]


def _paste(text: str, chance: random.Random) -> str:
    """A stretch of another file."""
    other = chance.choice(sorted(COURSE))
    start = chance.randrange(len(COURSE[other]) + 1)
    at = chance.randrange(len(text) + 1)
    return text[:at] + COURSE[other][start : start + chance.choice((5, 40, 300))] + text[at:]


CHANGES: tuple[Change, ...] = (
    *(_insert, _insert, _insert, _delete, _delete, _paste, _cut),
    *map(_of_lines, (_double, _drop, _indent, _swap)),
)


def mutated(seed: int) -> dict[str, Content]:
    """The course of this number: one to four changes in one file."""
    chance = random.Random(seed)
    name = chance.choice(sorted(COURSE))
    text = COURSE[name]
    for _ in range(chance.randint(1, 4)):
        text = chance.choice(CHANGES)(text, chance)
    return {**COURSE, name: text, PICTURE: COURSE[PICTURE] if name != PICTURE else text}
