"""model/evidence.py → a file in each plugin: `make rules` writes what they count by.

The plugins are installed without this program, so they carry its numbers as data. A test tells
when a file is behind.
"""

from __future__ import annotations

import json
from pathlib import Path

from moocbuild.model.evidence import RULES

PLUGINS = Path(__file__).parents[1] / "plugins"
FILES = (PLUGINS / "moodle/evidence.json", PLUGINS / "openedx/moocbuild_xblock/evidence.json")


def text() -> str:
    """What each of the files should hold."""
    return json.dumps(RULES.values(), indent=2) + "\n"


if __name__ == "__main__":
    for path in FILES:
        path.write_text(text(), "utf-8")
