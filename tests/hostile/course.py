"""A whole course in a few lines, without a finding: rows of the tables add to it or spoil it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

Content = str | bytes | Callable[[Path], object] | None
"""Text, bytes, something that makes the file at a path, or None: the file is left out."""
Files = Mapping[str, Content]

COURSE = "course/course.yml"
FRAMEWORK = "course/framework.yml"
INDEX = "course/01-one/index.md"
LESSON = "course/01-one/01-lesson.md"
STORY = "course/01-one/02-story.md"
QUIZ = "quizzes/01-one.md"
PICTURE = "media/picture.svg"

COURSE_YML = """\
id: tiny
title: Tiny course
version: 1.0.0
released: 2026-01-02
language: en
licence: Free
modules:
  - 01-one
"""
FRAMEWORK_YML = """\
id: items
title: Items
language: en
categories:
  - code: A
    title: Listening
    items:
      - code: A.1
        statement: Listens.
      - code: A.2
        statement: Waits.
"""
INDEX_MD = """\
---
outcomes: [Listen]
---

# One

Welcome here.
"""
LESSON_MD = """\
---
items: [A.1]
---

# A lesson

First words.

![Two people on a bench](../../media/picture.svg)
"""
STORY_MD = """\
---
kind: scenario
items: [A.1]
---

# A story

Before it begins.

## At the door
<!-- #door -->

Someone knocks.

- [Open it](#room) `A.1 2`
    > They come in.
- [Wait](#room) `A.1 0`
    > They knock again.

## In the room
<!-- #room end -->

They sit down.
"""
QUESTION_MD = """\
## {title}
<!-- #{id} -->

`A.1`

{stem}

- [ ] {wrong}
    > Not quite.
- [x] {right}
    > Yes.
"""
PICTURE_SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><title>Bench</title>\
<rect width="10" height="10" fill="#036"/></svg>
"""


def question(
    id: str = "first",
    *,
    title: str = "Someone is silent",
    stem: str = "What do you do?",
    wrong: str = "Talk on and on",
    right: str = "Wait",
) -> str:
    """A single choice."""
    return QUESTION_MD.format(id=id, title=title, stem=stem, wrong=wrong, right=right)


def quiz(*sections: str, front: str = "") -> str:
    """A bank; without sections one question."""
    head = f"---\nkind: quiz\n{front}---\n\n# Check yourself\n\nTake your time.\n\n"
    return head + "\n".join(sections or (question(),))


def lesson(*paragraphs: str, front: str = "items: [A.1]\n") -> str:
    """A lesson with these paragraphs; they begin at line 9."""
    return f"---\n{front}---\n\n# A lesson\n\nFirst words.\n\n" + "\n\n".join(paragraphs) + "\n"


def scenario(*scenes: str, front: str = "") -> str:
    """A simulation with these scenes."""
    head = f"---\nkind: scenario\n{front}---\n\n# A story\n\nBefore it begins.\n\n"
    return head + "\n".join(scenes)


BASE: Files = {
    COURSE: COURSE_YML,
    FRAMEWORK: FRAMEWORK_YML,
    INDEX: INDEX_MD,
    LESSON: LESSON_MD,
    STORY: STORY_MD,
    QUIZ: quiz(),
    PICTURE: PICTURE_SVG,
}


def write_course(root: Path, files: Files | None = None) -> Path:
    """The tiny course below `root`, with `files` in place of, or beside, its own."""
    for name, content in {**BASE, **(files or {})}.items():
        path = root / name
        if content is None:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        elif isinstance(content, str):
            path.write_bytes(content.encode("utf-8", "surrogatepass"))
        else:
            content(path)
    return root
