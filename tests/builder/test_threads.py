"""Builds at the same time, in threads of one process, write what each writes alone."""

from __future__ import annotations

import datetime
import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from builder.complete import FILES
from hostile.course import LESSON, lesson, write_course
from moocbuild.build import BuildRequest, build, load, variants
from moocbuild.diagnostics import Collector

TODAY = datetime.date(2026, 11, 21)
TEXTS = [
    "One with *marks*, a note[^1] and *[HTML]: x\n\n[^1]: The note of one.",
    "*[HTML]: HyperText\n\nTwo says HTML and $x^2$.\n\n- [ ] box\n  - nested",
    "Three.\n\n> [!TIP] Title\n> Words.\n\n| a | b |\n|---|:-:|\n| c | d |",
]


def built(root: Path, out: Path) -> dict[str, str]:
    course = load(root, Collector(), TODAY).course
    assert course is not None
    found = variants(course, BuildRequest(), Collector())
    build(found, course, out, lambda file: None)
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(out.iterdir())}


def test_threads_write_the_same_bytes(tmp_path: Path) -> None:
    roots = [
        write_course(tmp_path / f"course{n}", {**FILES, LESSON: lesson(text)})
        for n, text in enumerate(TEXTS)
    ]
    alone = [built(root, tmp_path / f"alone{n}") for n, root in enumerate(roots)]
    assert len({tuple(files.values()) for files in alone}) == len(roots)
    jobs = [(n, turn) for turn in range(3) for n in range(len(roots))]
    with ThreadPoolExecutor(max_workers=6) as pool:
        made = pool.map(lambda job: built(roots[job[0]], tmp_path / f"out{job[0]}-{job[1]}"), jobs)
        assert [alone[n] for n, _ in jobs] == list(made)
