"""An author who edits any course at random: renames, errors, deletions, drafts, bursts.

Everything follows from the seed. `mended` puts right whatever was broken.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

_BROKEN = "\n\n<div>\n\nnever closed\n"


class Author:
    """Works in `root`, which is a copy of a course that has no errors."""

    def __init__(self, root: Path, seed: int) -> None:
        self.root, self._random = root, random.Random(seed)
        self._clean = Path(shutil.copytree(root, root.with_name(f"{root.name}-clean")))
        self._count = 0
        self._ways: list[Callable[[], None]] = [
            self._write,
            self._write,
            self._break,
            self._rename,
            self._delete,
            self._draft,
            self._add,
            self._break_settings,
            self._picture,
            self._folder,
            self._back,
        ]

    def edit(self) -> str:
        """One edit; what it was."""
        self._count += 1
        way = self._random.choice(self._ways)
        way()
        return way.__name__

    def burst(self) -> None:
        """Many at once, as when a branch is changed."""
        for _ in range(self._random.randint(3, 8)):
            self.edit()

    def mended(self) -> None:
        """The course as it was, but for one sentence."""
        for name in ("course", "quizzes", "media"):
            shutil.rmtree(self.root / name, ignore_errors=True)
            if (self._clean / name).is_dir():
                shutil.copytree(self._clean / name, self.root / name)
        self._write()

    def has_drafts(self) -> bool:
        return any(self.root.rglob("_*.md"))

    def _lessons(self) -> list[Path]:
        found = (self.root / "course").rglob("*.md") if (self.root / "course").is_dir() else ()
        return sorted(path for path in found if path.name != "index.md")

    def _some(self) -> Path | None:
        lessons = self._lessons()
        return self._random.choice(lessons) if lessons else None

    def _write(self) -> None:
        self._append(f"\n\nSentence number {self._count}.\n")

    def _break(self) -> None:
        self._append(_BROKEN)

    def _append(self, words: str) -> None:
        path = self._some()
        if path:
            with path.open("a", encoding="utf-8") as stream:
                stream.write(words)

    def _rename(self) -> None:
        path = self._some()
        if path:
            path.rename(path.with_name(f"{self._random.randint(10, 99)}-page-{self._count}.md"))

    def _delete(self) -> None:
        path = self._some()
        if path:
            path.unlink()

    def _draft(self) -> None:
        path = self._some()
        if path:
            name = path.name.removeprefix("_") if path.name[0] == "_" else f"_{path.name}"
            path.rename(path.with_name(name))

    def _add(self) -> None:
        path = self._some()
        if path:
            text = f"# Page {self._count}\n\nWritten by edit number {self._count}.\n"
            path.with_name(f"50-new-{self._count}.md").write_text(text, "utf-8")

    def _break_settings(self) -> None:
        settings = self.root / "course/course.yml"
        if settings.is_file():
            settings.write_text(settings.read_text("utf-8") + "\nnobody: knows this\n", "utf-8")

    def _picture(self) -> None:
        pictures = sorted(self.root.rglob("*.svg"))
        if pictures:
            path = self._random.choice(pictures)
            words = path.read_text("utf-8").replace("</svg>", f"<g id='n{self._count}'/></svg>")
            path.write_text(words, "utf-8")

    def _folder(self) -> None:
        """A folder goes, and comes back."""
        for name in ("quizzes", "media"):
            there, clean = self.root / name, self._clean / name
            if there.is_dir():
                shutil.rmtree(there)
            elif clean.is_dir():
                shutil.copytree(clean, there)

    def _back(self) -> None:
        """An edit is taken back: the same bytes as before."""
        path = self._some()
        clean = self._clean / path.relative_to(self.root) if path else None
        if path and clean and clean.is_file():
            shutil.copyfile(clean, path)
        settings = "course/course.yml"
        shutil.copyfile(self._clean / settings, self.root / settings)
