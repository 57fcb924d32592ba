"""Writes the packages that the features upload, where they look for them.

    python plugins/moodle/tests/behat/packages.py

makes tests/fixtures/first.mbz and tests/fixtures/second.mbz: a small course, and the same with a
module more. They are not kept in the repository.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).parents[1]
NAMES = ("first", "second")


def write(folder: Path) -> list[Path]:
    """Both packages, first the older one."""
    sys.path.insert(0, str(TESTS / "site"))
    import small  # beside the other tests, which is no package

    written = []
    for name, more in zip(NAMES, ({}, small.PAIRS), strict=True):
        with tempfile.TemporaryDirectory() as made:
            target = folder / f"{name}.mbz"
            shutil.copyfile(small.archive(Path(made), more=more), target)
        written.append(target)
    return written


if __name__ == "__main__":
    for path in write(TESTS / "fixtures"):
        print(path)
