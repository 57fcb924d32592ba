"""A course small enough to reckon by hand: four questions of which one is final, a scene."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from moocbuild.build import BuildRequest, load, variants
from moocbuild.diagnostics import Collector

TODAY = datetime.date(2026, 11, 21)
_OPTIONS = """
- [ ] `0.5` Half of it
    > Some of it.
- [x] All of it
    > Just so.
- [ ] Nothing
    > No.
"""
_FILES = {
    "course/framework.yml": """id: mbt-small
title: Small framework
language: en
categories:
  - code: L
    title: Listens
    items:
      - code: L.1
        statement: Listens with attention.
        short_label: Listens
      - code: L.2
        statement: Says what was heard.
        short_label: Mirrors <b>& more</b>
      - code: L.3
        statement: Is asked for nowhere.
""",
    "course/contacts.yml": """contacts:
  - country: BE
    role: emergency
    number: "112"
    confirmed_on: 2026-11-01
  - country: BE
    role: suicide_line
    number: "0800 00 000"
    operator: Not yet rung
    hours: 24/7
""",
    "course/references.yml": "references: {}\n",
    "course/01-listening/index.md": "---\ntitle: Listening\n---\n\n# Listening\n\nWelcome.\n",
    "course/01-listening/01-silence.md": """---
title: When someone goes quiet
items: [L.3]
minutes: 5
---

# When someone goes quiet

A gap is not empty.
""",
    "course/01-listening/02-evening.md": """---
title: An evening
kind: scenario
items: [L.1, L.2]
minutes: 5
---

# An evening

A scene to try.

## The door
<!-- #door -->

She stands at the door.

- [“Come in.”](#the-end) `L.1 2` `L.2 1`
    > She comes in.
- [“What is it?”](#the-end) `L.1 0` `L.2 1`
    > She waits.

## The end
<!-- #the-end end -->

She sits down.
""",
    "course/02-final/index.md": "---\ntitle: Final\n---\n\n# Final\n\nThe end.\n",
    "course/02-final/01-before.md": (
        "---\ntitle: Before you start\nitems: [L.1]\nminutes: 1\n---\n\n# Before\n\nTake time.\n"
    ),
    "quizzes/01-listening.md": f"""---
title: Check yourself
kind: quiz
---

# Check yourself

## She falls silent
<!-- #silence -->

`L.1` `L.2`

What do you do?
{_OPTIONS}
## An echo
<!-- #echo points=2 -->

`L.2`

What do you say?
{_OPTIONS}
## A pause
<!-- #pause -->

`L.1`

How long?
{_OPTIONS}""",
    "quizzes/02-final.md": f"""---
title: At the end
kind: final
---

# At the end

## The last one
<!-- #last -->

`L.1`

And now?
{_OPTIONS}""",
}


PAIRS = {
    "course/03-pairs/index.md": "---\ntitle: Pairs\n---\n\n# Pairs\n\nTwo and two.\n",
    "quizzes/03-pairs.md": """---
title: Two and two
kind: quiz
---

# Two and two

## Who needs what
<!-- #who-needs-what kind=match -->

`L.1`

Match them.

| Who | What |
| --- | --- |
| Someone who is new here | “Shall I show you around, or would you rather look for a while?” |
| Someone who wants to go | “That is all right. Shall I come to the bus stop with you?” |
""",
}
"""A module more, with a matching question of whole sentences."""

GAPS = {
    "course/04-gaps/index.md": "---\ntitle: Gaps\n---\n\n# Gaps\n\nWords are missing.\n",
    "quizzes/04-gaps.md": """---
title: What is missing
kind: quiz
---

# What is missing

## A pause
<!-- #what-a-pause-gives points=2 -->

`L.1`

A pause gives [1] and lets her [2].

1. - [x] room
       > Yes, room.
   - [ ] a plan
       > That is for later.
2. - = go on
   - != stop
       > She may, and need not.

## Three gaps
<!-- #three-gaps -->

`L.2`

First [1], then [2], then [3].

1. - [x] listen
   - [ ] talk
2. - [x] ask
   - [ ] tell
3. - [ ] leave
   - [x] stay
""",
}
"""A module more, with gaps in texts."""


LONG = "Rechtsschutzversicherungsgesellschaftsangestellte"
"""As long as words of a language become, and no place to break it."""
WORDS = {
    "course/06-words/index.md": f"---\ntitle: {LONG}\n---\n\n# {LONG}\n\nWords.\n",
    "course/06-words/01-long.md": f"---\ntitle: About {LONG}\nminutes: 1\n---\n\n# Long\n\nOne.\n",
    "quizzes/06-words.md": f"""---
title: How {LONG} help
kind: quiz
---

# How {LONG} help

## Who helps
<!-- #who-helps kind=match -->

`L.1`

Match them.

| Who | What |
| --- | --- |
| {LONG} | “I have read it all. You have waited long. Shall we go through it?” |
| A friend | “Come in. There is tea, and nobody has to talk about anything today.” |

## What comes first here
<!-- #what-comes-first-here kind=order -->

`L.1`

Put them in order.

1. Ask *how* they are.
2. Call the {LONG}.
3. Wait.

## Which word
<!-- #which-word -->

`L.1`

| Month | {" | ".join(f"Month-{n}" for n in range(12))} |
| --- | {" | ".join(["--:"] * 12)} |
| Words | {" | ".join(["1,234,567"] * 12)} |

Which word is longer than a line?

- [x] {LONG}{LONG.lower()}
    > {LONG}{LONG.lower()}
- [ ] Tea
    > No.
""",
}
"""A module more, with words longer than a phone is wide, and choices of whole sentences."""


def archive(
    folder: Path,
    target: str = "moodle",
    more: Mapping[str, str | None] = MappingProxyType({}),
    cover: bytes = b"",
) -> Path:
    """Its native backup, or what another target makes of it, written into `folder`.

    more: files of further modules, or others in place of its own; None takes one away.
    cover: a PNG, the course's image.
    """
    root = folder / "small"
    minimal = Path(__file__).parents[4] / "tests" / "courses" / "minimal" / "course" / "course.yml"
    settings = minimal.read_text().replace("id: minimal", "id: mbt-small")
    given = {**_FILES, **more}
    texts = {name: text for name, text in given.items() if text is not None}
    modules = [name for name in _modules(texts) if name != "01-listening"]
    settings += "".join(f"  - {name}\n" for name in modules)
    if cover:
        settings = "theme: {cover: cover.png, cover_text: A door}\n" + settings
    files = {**texts, "course/course.yml": settings, "media/.gitkeep": ""}
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    if cover:
        (root / "course/cover.png").write_bytes(cover)
    report = Collector()
    course = load(root, report, TODAY).course
    assert course is not None, [str(each) for each in report.diagnostics]
    (built,) = variants(course, BuildRequest((target,)), report)
    file = folder / built.file
    with file.open("wb") as stream:
        built.target.pack(built.target.render(built.course), stream)
    return file


def _modules(files: Iterable[str]) -> list[str]:
    folders = (Path(file).parts for file in files)
    return sorted({parts[1] for parts in folders if parts[0] == "course" and len(parts) > 2})
