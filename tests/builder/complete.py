"""A small course with everything in it, and the command that builds it in a process of its own."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from hostile.course import LESSON, QUIZ, Files, lesson, question, quiz, write_course
from hostile.run import TARGETS

KINDS = {
    "tick": "- [x] Wait\n    > Yes.\n- [x] Nod\n- [ ] Talk\n    > No.",
    "judge": "- [x] True\n- [ ] False\n    > Look again.",
    "pair": "| L | R | F |\n|---|---|---|\n| One | Two | Said. |\n| Three | Four | |\n"
    "| | Five | |",
    "sort": "1. First\n    > Not here.\n2. Second\n3. Third",
    "count": "- = 3.5 ± 0.1\n- != 911\n    > No.",
    "word": '- = handover\n- = "Exact"',
    "write": "____\n\n> [!NOTE]\n> A model answer.",
}
MARKED = (
    "## Mark\n<!-- #mark kind=hottext -->\n\n`A.2`\n\nMark it.\n\n- [x] This one.\n- [ ] Not.\n"
)
FILES: Files = {
    LESSON: lesson("## More\n\nWords with *marks* and [a link](02-story.md).", question("inside")),
    QUIZ: quiz(
        question("first"),
        *(
            f"## Ask {id}\n<!-- #{id} -->\n\n`A.1` `A.2`\n\nWhat then?\n\n{body}\n"
            for id, body in KINDS.items()
        ),
        MARKED,
        front="draw: 5\n",
    ),
    "media/zo\u00eb b.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
    "course/01-one/03-more.md": lesson("![Zo\u00eb](../../media/zo%C3%AB%20b.svg)"),
}


def complete(root: Path) -> Path:
    return write_course(root, FILES)


def command(root: Path, out: Path) -> list[str]:
    targets = [word for target in TARGETS for word in ("-t", target)]
    return [
        sys.executable,
        "-m",
        "moocbuild",
        "build",
        "-C",
        str(root),
        "--out",
        str(out),
        *targets,
    ]


def environment(**changes: str) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("TZ", "LC_ALL", "SOURCE_DATE_EPOCH")}
    return {**kept, **changes}


def built(
    root: Path, out: Path, changes: Mapping[str, str] | None = None, umask: int = 0o22
) -> str:
    """Builds and returns one hash over names and bytes of all files."""
    done = subprocess.run(
        command(root, out),
        env=environment(**(changes or {})),
        umask=umask,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return fingerprint(out)


def fingerprint(folder: Path) -> str:
    total = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        assert path.is_file(), f"left over: {path.name}"
        total.update(path.name.encode() + b"\0" + path.read_bytes())
    return total.hexdigest()
