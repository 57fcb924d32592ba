"""What a set-up installs is named to the last version and hash, the installers too."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-dev.lock")


def pinned(lock: str) -> dict[str, str]:
    """Version by name; every line of a requirement must have one, and hashes."""
    text = (ROOT / lock).read_text("utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]
    found = {}
    for line in lines:
        match = re.match(r"([\w.-]+)==(\S+) .*--hash=sha256:[0-9a-f]{64}", line)
        assert match, line
        found[match[1].lower()] = match[2]
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_all_is_pinned(lock: str) -> None:
    assert {"pip", "setuptools", "hatchling"} <= pinned(lock).keys()


def test_both_locks_agree() -> None:
    run, dev = (pinned(lock) for lock in LOCKS)
    assert {name: dev[name] for name in run if name in dev} == {n: run[n] for n in run if n in dev}


def test_the_makefile_installs_by_lock_alone() -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    installs = re.findall(r"^\t.*\$\(PIP\) install (.*)$", text, re.M)
    assert len(installs) == 3
    for words in installs:
        assert "--require-hashes -r" in words or "--no-deps --no-build-isolation" in words
