"""Which courses are in git revisions: jobs for each of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from moocbuild.catalogue import Revision
from moocbuild.catalogue.find import outermost
from moocbuild.diagnostics import Report
from moocbuild.errors import UnknownNameError
from moocbuild.freeze.revision import commit_of, courses_in

_SHORT = 12


def revisions(top: Path, names: Sequence[str]) -> list[Revision]:
    """The commits of these names, each with a folder of its own. Raises UnknownNameError."""
    found: dict[str, Revision] = {}
    for name in dict.fromkeys(names):
        commit = commit_of(top, name)
        if not commit:
            raise UnknownNameError("git revision", name, ())
        folder = re.sub(r"[^\w.+-]+", "-", name).lstrip(".-") or commit[:_SHORT]
        if folder in found:
            folder = f"{folder}-{commit[:_SHORT]}"
        found[folder] = Revision(name=name, commit=commit, folder=folder)
    return list(found.values())


def courses_of(top: Path, revision: Revision, report: Report) -> Iterator[tuple[str, str]]:
    """Folder and state of each course below `top` in a revision."""
    states = courses_in(top, revision.commit)
    visible = [path for path in states if not any(p.startswith(".") for p in path.split("/"))]
    for path in outermost(visible, report, f"{revision.name}:"):
        yield path, states[path]
