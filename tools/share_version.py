"""moocbuild.__version__ and its date → every other file that names them: `make version`.

The plugins are installed without this program, and readers of CITATION.cff without any. A test
tells when a file is behind.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from changelog import Entry, entry
from moocbuild import __version__

ROOT = Path(__file__).resolve().parents[1]
NUMBER = r"\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?"
"""A version as releases have it, by PEP 440."""

Change = Callable[[str, Entry], str]


def _put(pattern: str, words: str) -> Change:
    """Writes `words`, with the version or the date, in place of each match; one at least."""

    def change(text: str, release: Entry) -> str:
        new = words.format(version=release.version, date=release.date)
        changed, count = re.subn(pattern, lambda match: match.expand(new), text, flags=re.M)
        assert count, f"no {pattern}"
        return changed

    return change


def _number(text: str, release: Entry) -> str:
    """Moodle upgrades only to a greater number: one of the day of the release, or a later one."""
    assert release.date
    least = int(f"{release.date:%Y%m%d}00")
    return re.sub(
        r"(?<=\$plugin->version = )\d{10}",
        lambda match: str(max(int(match[0]), least)),
        text,
        count=1,
    )


FILES: dict[str, tuple[Change, ...]] = {
    "plugins/moodle/version.php": (
        _put(rf"(?<=\$plugin->release = '){NUMBER}(?=')", "{version}"),
        _number,
    ),
    "plugins/openedx/moocbuild_xblock/__init__.py": (
        _put(rf'(?<=^__version__ = "){NUMBER}(?="$)', "{version}"),
    ),
    ".pre-commit-hooks.yaml": (_put(rf"(?<=rev: v){NUMBER}$", "{version}"),),
    "docs/openedx-xblock.md": (_put(rf"(?<=moocbuild_xblock-){NUMBER}(?=-py3)", "{version}"),),
    "tests/diagnostics/MB187-other-version.md": (
        _put(rf"(?<=this is ){NUMBER}$", "{version}"),
        _put(rf"(?<=to take ){NUMBER}$", "{version}"),
    ),
    "CITATION.cff": (
        _put(rf"(?<=^version: ){NUMBER}$", "{version}"),
        _put(r"(?<=^date-released: )[\d-]+$", "{date}"),
    ),
}


def texts() -> dict[str, tuple[str, str]]:
    """By path: what is there, and what should be."""
    release = entry(__version__)
    found = {}
    for path, changes in FILES.items():
        now = text = (ROOT / path).read_text("utf-8")
        for change in changes:
            text = change(text, release)
        found[path] = now, text
    return found


def main() -> None:
    """Write what is behind."""
    for path, (now, text) in texts().items():
        if now != text:
            (ROOT / path).write_text(text, "utf-8")
            print(path)


if __name__ == "__main__":
    main()
