"""The reference course in several editions, each built as an author would build it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[4]
LISTENING = "course/02-active-listening"
CHANGED = ("first-contact", "validate-first", "afterwards")
ASKED_ANEW = ("everybody-says-so", "three-missed-meetings")
RETIRED = ("three-missed-meetings", "the-hood", "your-own-missed-meeting")
"""All that one place of a quiz draws from."""


def first(root: Path) -> None:
    """As it is."""


def second(root: Path) -> None:
    """Three lessons and two questions changed, a lesson added, one taken away."""
    for name in (f"{LISTENING}/01-first-contact.md", f"{LISTENING}/04-validate-first.md"):
        append(root / name)
    append(root / "course/06-crisis-support/07-afterwards.md")
    bank = root / "quizzes/02-active-listening.md"
    replace(bank, "She speaks very quietly: “They all say", "She speaks quietly: “They all say")
    replace(
        bank,
        "Daniela has missed a meeting. You have her agreement",
        "Daniela has missed a meeting, as it happens. You have her agreement",
    )
    journal = root / f"{LISTENING}/08-journal.md"
    text = journal.read_text().replace("title: Your journal", "title: One more thing", 1)
    (root / f"{LISTENING}/10-one-more.md").write_text(text)
    journal.unlink()


def third(root: Path) -> None:
    """The second, with a module more (lesson, quiz), another order, and other names."""
    second(root)
    module = root / "course/09-endings"
    module.mkdir()
    (module / "index.md").write_text(
        "---\ntitle: Endings\n---\n\n# Endings\n\nHow work ends well.\n"
    )
    (module / "01-saying-goodbye.md").write_text(
        "---\ntitle: Saying goodbye\nitems: [I.1]\nminutes: 5\n---\n\n# Saying goodbye\n\n"
        "Read [the first meeting](../02-active-listening/01-first-contact.md) again.\n"
    )
    (root / "quizzes/09-endings.md").write_text(QUIZ)
    settings = root / "course/course.yml"
    replace(
        settings,
        "  - 08-working-in-the-team\n  - 09-rights",
        "  - 09-endings\n  - 08-working-in-the-team\n  - 09-rights",
    )
    replace(root / f"{LISTENING}/01-first-contact.md", "\n# ", "\n# At first, ")
    replace(root / f"{LISTENING}/index.md", "\n# ", "\n# Module two, ")
    lesson = root / f"{LISTENING}/02-being-fully-there.md"
    lesson.rename(lesson.with_name("05b-being-fully-there.md"))
    for page in root.glob("course/*/*.md"):
        text = page.read_text()
        page.write_text(text.replace("/02-being-fully-there.md", "/05b-being-fully-there.md"))


def fourth(root: Path) -> None:
    """Quizzes that draw otherwise: one from fewer categories, one fewer of fewer questions."""
    team = root / "quizzes/08-working-in-the-team.md"
    team.write_text(team.read_text().replace("\n`X.4`", "\n`X.1`"))
    listening = root / "quizzes/02-active-listening.md"
    replace(listening, "draw: 10", "draw: 6")
    for question in RETIRED:
        remove(listening, question)


QUIZ = """---
title: Check yourself
kind: quiz
draw: 0
pass_mark: 60
graded: true
---

# Check yourself: endings

Two questions about goodbyes.

## Which goodbye
<!-- #which-goodbye kind=single level=apply -->

`I.1`

Which goodbye leaves a door open?

- [x] “I was glad to know you.”
    > Warm and true.
- [ ] “Call me any day, for ever.”
    > A promise nobody can keep.
- [ ] “So that is that.”
    > It closes the door.

> [!NOTE]
> An ending is prepared together.

## The last meeting
<!-- #the-last-meeting kind=truefalse level=remember -->

`I.2`

The last meeting is announced before it comes.

- [x] True
    > Yes: nobody is surprised.
- [ ] False
    > A surprise hurts.
"""

EDITIONS: dict[str, Callable[[Path], None]] = {"1": first, "2": second, "3": third, "4": fourth}


def append(file: Path) -> None:
    """One sentence more."""
    file.write_text(file.read_text().rstrip() + "\n\nOne sentence more, of a later edition.\n")


def replace(file: Path, old: str, new: str) -> None:
    """Once; it must be there."""
    text = file.read_text()
    assert old in text, (file.name, old)
    file.write_text(text.replace(old, new, 1))


def remove(bank: Path, question: str) -> None:
    """A question, with its heading."""
    parts = bank.read_text().split("\n## ")
    kept = [part for part in parts if f"<!-- #{question} " not in part]
    assert len(kept) == len(parts) - 1, question
    bank.write_text("\n## ".join(kept))


def build(edition: str, folder: Path) -> Path:
    """The package of an edition."""
    root = folder / f"edition-{edition}"
    for part in ("course", "quizzes", "media"):
        shutil.copytree(ROOT / part, root / part)
    EDITIONS[edition](root)
    out = root / "out"
    freeze = ["ids", "--write", "--retire"]  # a lesson that replaces another is meant to be new
    for arguments in (freeze, ["build", "--target", "moodle", "--out", str(out)]):
        run = subprocess.run(
            [sys.executable, "-m", "moocbuild", *arguments],
            cwd=root,
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 0, run.stdout + run.stderr
    (package,) = out.glob("*.mbz")
    return package
