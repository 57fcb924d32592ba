"""Where the browser tests find a Chromium; run as a program it prints the path, or exits 1."""

import os
import shutil
import sys
from pathlib import Path

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
"""How tests and tools start it: nothing fetched, nothing sent."""

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_PLAYWRIGHT_HOMES = {
    "darwin": "Library/Caches/ms-playwright",
    "win32": "AppData/Local/ms-playwright",
}
_PLAYWRIGHT_PROGRAMS = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium-*/chrome-win*/chrome.exe",
    "chromium_headless_shell-*/*/*headless*shell*",
)


def chromium() -> str | None:
    """Return the program named by MOOCBUILD_CHROMIUM, one on PATH, or one that Playwright fetched.

    An empty MOOCBUILD_CHROMIUM means: no browser, please. One that names nothing is an error,
    as skipping every browser test because of a typing mistake helps nobody.
    """
    named = os.environ.get("MOOCBUILD_CHROMIUM")
    if named is not None:
        return _named(named) if named else None
    return _on_path() or _from_playwright()


def _named(program: str) -> str:
    found = shutil.which(program)
    if found is None:
        raise FileNotFoundError(f"MOOCBUILD_CHROMIUM: no program {program!r}")
    return found


def _on_path() -> str | None:
    return next(filter(None, map(shutil.which, _NAMES)), None)


def _from_playwright() -> str | None:
    home = _playwright_home()
    for pattern in _PLAYWRIGHT_PROGRAMS:
        programs = [path for path in home.glob(pattern) if os.access(path, os.X_OK)]
        if programs:
            return str(max(programs, key=lambda path: path.stat().st_mtime))
    return None


def _playwright_home() -> Path:
    chosen = os.environ.get("PLAYWRIGHT_BROWSERS_PATH")
    if chosen:
        return Path(chosen)
    return Path.home() / _PLAYWRIGHT_HOMES.get(sys.platform, ".cache/ms-playwright")


if __name__ == "__main__":
    path = chromium()
    print(path or "no Chromium found")
    sys.exit(path is None)
