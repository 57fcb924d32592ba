"""Whether every package that moocbuild needs has a wheel, by system and version of Python.

    python tools/check_wheels.py [FOLDER]

Asks the package index for each pinned version of requirements.lock, downloads into FOLDER (a
temporary one, if none is named), and prints what is missing.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

LOCK = Path(__file__).parents[1] / "requirements.lock"
PYTHONS = ("3.11", "3.12", "3.13", "3.14")
SYSTEMS = {
    "macOS, Apple": ("macosx_11_0_arm64",),
    "macOS, Intel": ("macosx_10_13_x86_64", "macosx_11_0_x86_64"),
    "Windows, x64": ("win_amd64",),
    "Windows, ARM": ("win_arm64",),
    "Linux, x86-64": ("manylinux_2_28_x86_64", "manylinux2014_x86_64"),
    "Linux, ARM": ("manylinux_2_28_aarch64", "manylinux2014_aarch64"),
}
ONLY_TO_BUILD = frozenset(
    ["editables", "hatchling", "packaging", "pathspec", "pip", "pluggy", "setuptools"]
)


def pinned(text: str) -> Iterator[str]:
    """`name==version` of what runs; what only builds is left out."""
    for name, version in re.findall(r"^([a-z][a-z0-9-]*)==(\S+)", text, re.M):
        if name not in ONLY_TO_BUILD and not name.startswith("trove"):
            yield f"{name}=={version}"


def has_wheel(package: str, python: str, tags: tuple[str, ...], folder: Path) -> bool:
    """Whether pip finds one."""
    options = [option for tag in tags for option in ("--platform", tag)]
    command = [
        *(sys.executable, "-m", "pip", "--disable-pip-version-check", "download", "--quiet"),
        *("--no-deps", "--only-binary=:all:", "--python-version", python, "--dest", str(folder)),
        *options,
        package,
    ]
    return subprocess.run(command, check=False, capture_output=True).returncode == 0


def main() -> int:
    """1 if a wheel is missing."""
    packages = list(pinned(LOCK.read_text("utf-8")))
    missing = 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[1] if sys.argv[1:] else temporary)
        for system, tags in SYSTEMS.items():
            for python in PYTHONS:
                lacking = [p for p in packages if not has_wheel(p, python, tags, folder)]
                print(f"{system}, Python {python}: {', '.join(lacking) or 'all'}", flush=True)
                missing += len(lacking)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
