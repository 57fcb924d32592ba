"""The worst rows in a process of their own: 1 GiB of memory, and an end within a short time.

The times are printed (`pytest -s`) and not judged: that is for the bench, on a quiet machine.
"""

from __future__ import annotations

import resource
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from hostile.course import (
    COURSE,
    COURSE_YML,
    LESSON,
    PICTURE,
    QUIZ,
    STORY,
    Content,
    lesson,
    question,
    quiz,
    scenario,
    write_course,
)
from hostile.run import TARGETS, build, parsed, run
from hostile.test_markdown import bomb
from hostile.test_quizzes import deep, scene
from hostile.test_yaml import BOMB, MERGES
from moocbuild.source.yaml.reader import MAX_SCALAR

MEMORY = 1 << 30
HANG = 60
"""Seconds: a guard against hanging, not a measure."""

NESTED = "\n".join(f"{'  ' * n}- a" for n in range(400))
TABLE = f"|{'h|' * 100}\n|{'-|' * 100}\n" + f"|{'c|' * 100}\n" * 2000
NOTES = " ".join(f"x[^{n}]" for n in range(3000)) + "\n\n"
NOTES += "\n\n".join(f"[^{n}]: Note." for n in range(3000))
MANY = "\n\n".join(question(f"q{n}", title=f"Situation {n}") for n in range(5000))
PARAGRAPHS = "\n\n".join("[" * 590 + "<b>" * 5 + "</b>" * 5 for _ in range(400))
LINKS = "\n\n".join(f"[x {n}](nowhere-{n}.md) `" + "`" * (n % 50) for n in range(3000))
TAGS = "\n".join(f"<b onclick={n}>x</b> <a href='\"" for n in range(280))


def settings(*lines: str) -> dict[str, Content]:
    return {COURSE: COURSE_YML + "\n".join(lines) + "\n"}


ROWS: dict[str, tuple[dict[str, Content], int, str]] = {
    "C25 use bomb": ({PICTURE: bomb()}, 2, "media-refused"),
    "C31 8,000 [": ({LESSON: lesson("[" * 8000)}, 1, "markdown-too-complex"),
    "C31 16 KB [a](": ({LESSON: lesson("[a](" * 4000)}, 1, "markdown-too-complex"),
    "C31 many paragraphs": ({LESSON: lesson(PARAGRAPHS)}, 1, "markdown-too-complex"),
    "C31 ***": ({LESSON: lesson("*a **b " * 2000)}, 1, "markdown-too-complex"),
    "C32 400 lists": ({LESSON: lesson(NESTED)}, 1, "markdown-too-complex"),
    "C32 in one line": ({LESSON: lesson("- " * 400 + "x")}, 1, "markdown-depth"),
    "C33 20,000 >": ({LESSON: lesson(">" * 20_000)}, 1, "markdown-depth"),
    "C33 100k <": ({LESSON: lesson("<" * 100_000)}, 1, "markdown-too-complex"),
    "C33 50k <!--": ({LESSON: lesson("<!--" * 50_000)}, 1, "markdown-too-complex"),
    "C33 50k <!-- lines": ({LESSON: lesson("<!--\n\n" * 50_000)}, 1, "html-unclosed"),
    "C33 100k entities": ({LESSON: lesson("&amp;" * 100_000)}, 1, "markdown-too-complex"),
    "C33 3,000 footnotes": ({LESSON: lesson(NOTES)}, 1, "markdown-too-complex"),
    "C33 large table": ({LESSON: lesson(TABLE)}, 1, "markdown-too-complex"),
    "C33 dead links": ({LESSON: lesson(LINKS)}, 1, "dead-link"),
    "C33 removed": ({LESSON: lesson(TAGS)}, 1, "markdown-too-complex"),
    "C34 one line": ({LESSON: lesson("x" * 10_000_000)}, 1, "file-too-large"),
    "C34 20 MB": ({LESSON: lesson("word\n" * 4_000_000)}, 1, "file-too-large"),
    "C34 just below": ({LESSON: lesson("word\n\n" * 330_000)}, 1, "markdown-too-complex"),
    "C35 fragments": ({LESSON: lesson("<![ <!- <? </ " * 9)}, 0, ""),
    "D02 alias bomb": (settings(*BOMB), 1, "yaml-alias"),
    "D03 merge bomb": (settings(*MERGES), 1, "yaml-alias"),
    "D07 depth": (settings("extra: " + "[" * 100_000), 1, "yaml-depth"),
    "D08 integer": (settings("completion: {pass_mark: " + "9" * 90_000 + "}"), 1, "wrong-value"),
    "D14 many nodes": (settings("extra: [" + "1," * 900_000 + "]"), 1, "yaml-depth"),
    "E15 stem": ({QUIZ: quiz(question(stem="w " * 500_000))}, 1, "markdown-too-complex"),
    "E21 10,000 scenes": ({STORY: deep(10_000)}, 0, ""),
    "E21 circle": (
        {STORY: scenario(*(scene(f"s{n}", f"s{(n + 1) % 2000}") for n in range(2000)))},
        1,
        "no-way-to-an-end",
    ),
    "E27 5,000 questions": ({QUIZ: quiz(MANY)}, 1, "suspend-data"),
}


def small() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


APART = (
    "C31 8,000 [",
    "C31 many paragraphs",
    "C32 400 lists",
    "C33 dead links",
    "C33 large table",
    "C34 20 MB",
    "C34 just below",
    "D02 alias bomb",
    "D03 merge bomb",
    "D07 depth",
    "D14 many nodes",
    "E15 stem",
    "E21 10,000 scenes",
    "E27 5,000 questions",
)


@pytest.mark.slow
@pytest.mark.parametrize("name", APART)
def test_it_ends_with_little_memory(name: str, folder: Path) -> None:
    files, status, slug = ROWS[name]
    root = write_course(folder / "course", files)
    command = [sys.executable, "-m", "moocbuild", "check", "-C", str(root), "--format", "json"]
    start = time.monotonic()
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=HANG, preexec_fn=small, check=False
    )
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    print(f"{name}: {time.monotonic() - start:.1f} s, most so far {used.ru_maxrss // 1024} MB")
    assert "Traceback" not in done.stderr, done.stderr[-2000:]
    found = parsed(done.stdout)
    assert done.returncode == status, (done.stderr[-300:], found[:5])
    assert slug in {f.slug for f in found if f.severity == "error"} or not slug


@pytest.mark.parametrize("name", [name for name in ROWS if name not in APART])
def test_it_ends(name: str, folder: Path) -> None:
    files, status, slug = ROWS[name]
    root = write_course(folder / "course", files)
    start = time.process_time()
    outcome = run("check", "-C", str(root), "--format", "json")
    print(f"{name}: {time.process_time() - start:.1f} s")
    assert outcome.status == status, outcome.stderr[-2000:]
    assert slug in {f.slug for f in outcome.of("error")} or not slug


@pytest.mark.parametrize("more", [0, 1])
def test_the_longest_value_of_yaml(more: int, folder: Path) -> None:
    root = write_course(folder / "course", settings("extra: " + "x" * (MAX_SCALAR + more)))
    outcome = run("check", "-C", str(root), "--format", "json")
    assert [found.slug for found in outcome.of("error")].count("yaml-depth") == more


def test_no_socket_is_opened(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """P6: a build that asks nobody."""

    class Refusing(socket.socket):
        def __init__(self, *_: Any, **__: Any) -> None:
            raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", Refusing)
    root = write_course(folder / "course", {PICTURE: PICTURE_WITH_DTD})
    assert build(root, folder / "out").status == 2
    root = write_course(folder / "good")
    assert build(root, folder / "out").status == 0


PICTURE_WITH_DTD = (
    '<!DOCTYPE svg SYSTEM "http://x.example/x.dtd"><svg xmlns="http://www.w3.org/2000/svg"/>'
)


def can_unshare() -> bool:
    unshare = shutil.which("unshare")
    if unshare is None:
        return False
    return subprocess.run([unshare, "-rn", "true"], check=False).returncode == 0


@pytest.mark.skipif(not can_unshare(), reason="no right to take the network away (unshare -rn)")
def test_it_builds_without_a_network(folder: Path) -> None:
    root = write_course(folder / "course")
    targets = [word for target in TARGETS for word in ("-t", target)]
    command = ["unshare", "-rn", sys.executable, "-m", "moocbuild", "build", "-C", str(root)]
    done = subprocess.run([*command, *targets], check=False, timeout=HANG)
    assert done.returncode == 0
    assert (root / "dist" / "SHA256SUMS").is_file()
