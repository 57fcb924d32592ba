"""What an author does for the next release of a course: texts, files and ids as they change."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

NEW_PAGE = "# Zzz\n\nA page of the next release.\n"
NEW_QUESTION = """
## Zzz
<!-- #zzz-new kind=truefalse -->

A question of the next release.

- [x] Yes
- [ ] No
"""
MORE = "\nA sentence of the next release.\n"


def update(course: Path, to: Path) -> tuple[Path, Path]:
    """A copy with another version, a sentence more in each module, a page before all others, a
    question after all others, and one file under another name that keeps its id.

    Gives that file's old and new path.
    """
    shutil.copytree(course, to)
    settings = to / "course" / "course.yml"
    text = settings.read_text("utf-8")
    changed = re.sub(r"(?m)^version: .*$", "version: 9.0.0", text)
    assert changed != text
    settings.write_text(changed, "utf-8")
    for index in sorted(to.glob("course/*/index.md")):
        with index.open("a", encoding="utf-8") as file:
            file.write(MORE)
    first = min(to.glob("course/*/index.md")).parent
    (first / "00-zzz.md").write_text(NEW_PAGE, "utf-8")
    quiz = min(to.glob("quizzes/*.md"))
    with quiz.open("a", encoding="utf-8") as file:
        file.write(NEW_QUESTION)
    old = min(path for path in first.glob("*.md") if path.stem not in ("index", "00-zzz"))
    new = first / "77-another-name.md"
    id = re.sub(r"^\d+-", "", old.stem)
    new.write_text(old.read_text("utf-8").replace("---\n", f"---\nid: {id}\n", 1), "utf-8")
    old.unlink()
    return old, new
