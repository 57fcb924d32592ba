"""One table of what builds cost, beside what they may cost; `make bench` prints it.

Every time but that of the preview is CPU seconds, and every figure the median of its ratios to
the bare stack (Python-Markdown, Jinja, lxml and zipfile: one package of the same lessons) in
alternating runs: machines are noisy, ratios much less. Tells, and never fails.
docs/performance.md explains it.
Needs the benchmark courses beside the repository (../shared/bench); says so and ends without.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BENCH = Path(__file__).resolve().parents[2] / "shared" / "bench"
LIVE = """
import sys, time
from pathlib import Path
from moocbuild import build_course
root, out, lesson = sys.argv[1:]
for _ in range(2):  # else the first one may be told from the record of it
    with Path(root, lesson).open("a", encoding="utf-8") as stream:
        stream.write("\\n\\nOne more sentence, said at %d.\\n" % time.time_ns())
    begun = time.process_time()
    build_course(root, out)
print(time.process_time() - begun)
"""
"""Builds, changes a lesson, and builds again in the same process; prints what that took."""

SERVED = """
import json, re, subprocess, sys, time
from pathlib import Path
from urllib.request import urlopen
from moocbuild.package.names import page_file
from moocbuild.source.pages.naming import unnumbered
root, lesson = Path(sys.argv[1]), Path(sys.argv[2])
name = page_file(f"{unnumbered(lesson.parent.name)}/{unnumbered(lesson.stem)}")
command = [sys.executable, "-m", "moocbuild", "serve", "-C", root, "--port", "0"]
server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
used = lambda: sum(map(int, Path(f"/proc/{server.pid}/stat").read_text().split()[13:15])) / 100
try:
    url = re.search(r"http\\S+", server.stderr.readline())[0]
    token = re.search(r'data-token="([^"]+)', urlopen(url).read().decode())[1]
    lines = urlopen(f"{url}_events?token={token}")
    states = (json.loads(line[6:]) for line in lines if line[:6] == b"data: ")
    state = 0
    while not state:
        state = next(states)["snapshot"]
    waited, spent = [], []
    for number in range(8):
        time.sleep(1.5)  # an author types; what is left for idle moments is done
        begun, before = time.perf_counter(), used()
        with (root / lesson).open("a", encoding="utf-8") as stream:
            stream.write(f"\\n\\nSentence {number}, said at {time.time_ns()}.\\n")
        old = state
        while state == old:
            state = next(states)["snapshot"]
        page = urlopen(f"{url}@{state}/web/{name}").read()
        waited.append(time.perf_counter() - begun)
        spent.append(used() - before)
        assert f"Sentence {number}, said at" in page.decode()
    print(sorted(waited)[4], sorted(spent)[4])
finally:
    server.terminate()
    server.wait()
"""
"""Edits a lesson while it is served; prints the medians of seconds until its new page has come,
and of CPU seconds of the server in that time."""

PREVIEW = 0.3
EXTRACT, MERGE = 3.0, 5.0
COURSES, EACH = 50, 0.25
"""Of a catalogue: courses of size S, and what each may take in one process."""
Runs = Callable[[], "Used"]


@dataclass(frozen=True)
class Used:
    """CPU seconds and peak memory in MB of one run; said: what it printed."""

    seconds: float
    memory: float
    said: str = ""


@dataclass
class Row:
    """One line of the table. limit: what the ratio may be, None where nothing is asked."""

    title: str
    run: Runs
    limit: float | None = None
    ratios: list[float] = field(default_factory=list)
    memory: float = 0.0


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", "--runs", type=int, default=5, help="runs of each (default: 5)")
    parser.add_argument("--large", action="store_true", help="size L, too: takes minutes")
    parser.add_argument("--each", action="store_true", help="each target alone, too")
    options = parser.parse_args()
    if not BENCH.exists():
        print("no benchmark courses beside this repository: nothing measured", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as room:
        Bench(Path(room), options.runs).table(large=options.large, each=options.each)


class Bench:
    """Courses and builds in a folder of their own."""

    def __init__(self, room: Path, runs: int) -> None:
        self.room, self.runs = room, runs
        self.environment = {
            **{k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
            "MOOCBUILD_CACHE_DIR": str(room / "cache"),
        }
        self.course = self._course("M")

    def table(self, *, large: bool, each: bool) -> None:
        """Every row, each ratio to what stands in its first column."""
        self._print("bare stack", self._bare, self._rows())
        self._print("import click", self._click, self._starts())
        self._preview()
        self._translating()
        self._catalogue()
        if each:
            self._print("bare stack", self._bare, self._targets())
        if large:
            self._large()

    def _rows(self) -> list[Row]:
        return [
            Row("clean build, all targets", lambda: self._build(fresh=True), 3.0),
            Row("unchanged", self._unchanged, 0.12),
            Row("one lesson edited, new process", self._edited, 1.3),
            Row("one lesson edited, same process", self._live, 0.7),
        ]

    def _starts(self) -> list[Row]:
        return [
            Row("moocbuild --help", lambda: self._run(["-m", "moocbuild", "--help"]), 1.25),
            Row("build --help", lambda: self._run(["-m", "moocbuild", "build", "--help"]), 1.6),
        ]

    def _targets(self) -> list[Row]:
        listed = self._run(["-m", "moocbuild", "targets"]).said
        names = [line.split()[0] for line in listed.splitlines() if line.strip()]
        return [Row(f"only {name}", partial(self._build, "-t", name)) for name in names]

    def _preview(self) -> None:
        """Seconds, as somebody waits for them; CPU beside it, as the machine may be busy."""
        root = self.course / "moocbuild"
        try:
            used = self._run(["-c", SERVED, root, self._lesson()])
        except SystemExit as error:
            print(f"preview not measured: {str(error).strip().splitlines()[-1]}")
            return
        waited, spent = map(float, used.said.split())
        over = "  OVER" if waited > PREVIEW else ""
        said = f"{waited:8.2f} s, of it {spent:.2f} s of CPU  at most {PREVIEW:g} s{over}"
        print(f"{'saved lesson until its new page':34} {said}")

    def _translating(self) -> None:
        """CPU seconds for 10,000 texts of the course of this repository."""
        root = self.room / "translated"
        for name in ("course", "quizzes", "media"):
            shutil.copytree(ROOT / name, root / name)
        self._run(["-m", "moocbuild", "i18n", "pseudo", "en-XA", "-C", root])
        catalogue = (root / "course/locale/en-XA.po").read_text("utf-8")
        texts = catalogue.count("\nmsgctxt ")
        for command, limit in (("extract", EXTRACT), ("merge", MERGE)):
            used = [
                self._run(["-m", "moocbuild", "i18n", command, "-C", root]).seconds
                for _ in range(self.runs)
            ]
            seconds = statistics.median(used) * 10_000 / texts
            over = "  OVER" if seconds > limit else ""
            said = f"{seconds:8.2f} s of CPU for 10,000 texts  at most {limit:g} s{over}"
            print(f"{f'i18n {command}':34} {said}")

    def _catalogue(self) -> None:
        """CPU seconds of one of many courses, with its share of the start of two processes."""
        small, top = self._course("S") / "moocbuild", self.room / "catalogue"
        for number in range(COURSES):
            root = shutil.copytree(small, top / f"{number:02}")
            text = (root / "course/course.yml").read_text("utf-8")
            text = re.sub(r"^id: .*", f"id: course-{number}", text, flags=re.M)
            (root / "course/course.yml").write_text(text, "utf-8")
        fixed = ("--jobs", "1", "--out", self.room / "out")
        for title, option in (
            ("a course of 50", "--no-cache"),
            ("the same, unchanged", "--cache"),
        ):
            command = ("-m", "moocbuild", "catalogue", top, *fixed, option)
            self._run(command)  # so that the second kind has what it needs
            used = [self._run(command).seconds for _ in range(min(self.runs, 3))]
            seconds = statistics.median(used) / COURSES
            over = "  OVER" if seconds > EACH else ""
            print(f"{title:34} {seconds:8.3f} s of CPU  at most {EACH:g} s{over}")

    def _large(self) -> None:
        """L holds more lessons than SCORM 1.2 can: the target is left out, of M as well."""
        large = self._course("L")
        names = [row.title.removeprefix("only ") for row in self._targets()]
        wanted = [word for name in names if name != "scorm-1.2" for word in ("-t", name)]
        row = Row("L, all targets but scorm-1.2", lambda: self._build(*wanted, course=large), 10.5)
        self.runs = 1
        self._print("M, the same", lambda: self._build(*wanted), [row])
        print(f"{'peak memory at L':34} {row.memory:8.0f} MB   (at most 300)")

    def _print(self, unit: str, bare: Runs, rows: list[Row]) -> None:
        for row in rows:
            for _ in range(self.runs):
                used, one = row.run(), bare()
                row.ratios.append(used.seconds / one.seconds)
                row.memory = max(row.memory, used.memory)
            ratio = statistics.median(row.ratios)
            asked = "" if row.limit is None else f"at most {row.limit:g}"
            over = "  OVER" if row.limit is not None and ratio > row.limit else ""
            print(f"{row.title:34} {ratio:8.2f} x {unit}, {row.memory:4.0f} MB  {asked}{over}")

    # --- what is run ---------------------------------------------------------------------------

    def _bare(self) -> Used:
        return self._run([BENCH / "baseline_stack.py", self.course / "plain", self.room / "bare"])

    def _click(self) -> Used:
        return self._run(["-c", "import click"])

    def _build(self, *options: str, course: Path | None = None, fresh: bool = True) -> Used:
        root, out = (course or self.course) / "moocbuild", self.room / "out"
        if fresh:
            for folder in (out, self.room / "cache"):
                shutil.rmtree(folder, ignore_errors=True)
        command: list[str | Path] = [
            "-m",
            "moocbuild",
            "build",
            "-C",
            root,
            "--out",
            out,
            "--format",
            "concise",
        ]
        return self._run([*command, *options])

    def _unchanged(self) -> Used:
        self._build(fresh=False)
        return self._build(fresh=False)

    def _edited(self) -> Used:
        self._build(fresh=False)
        with (self.course / "moocbuild" / self._lesson()).open("a", encoding="utf-8") as stream:
            stream.write(f"\n\nOne more sentence, said at {time.time_ns()}.\n")
        return self._build(fresh=False)

    def _live(self) -> Used:
        root = self.course / "moocbuild"
        used = self._run(["-c", LIVE, root, self.room / "out", self._lesson()])
        return Used(float(used.said), used.memory)

    def _lesson(self) -> str:
        found = sorted((self.course / "moocbuild/course").glob("*/*.md"))
        return found[1].relative_to(self.course / "moocbuild").as_posix()

    def _course(self, size: str) -> Path:
        made = self.room / size
        command: list[str | Path] = [sys.executable, BENCH / "gen.py", size, made]
        subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
        return made

    def _run(self, arguments: Sequence[str | Path]) -> Used:
        """A run of this Python."""
        with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as told:
            process = subprocess.Popen(
                [sys.executable, *arguments], stdout=said, stderr=told, env=self.environment
            )
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            told.seek(0)
            if process.returncode:
                raise SystemExit(f"a run failed: {arguments}\n{told.read().decode()[-2000:]}")
            seconds = usage.ru_utime + usage.ru_stime
            return Used(seconds, usage.ru_maxrss / 1024, said.read().decode())


if __name__ == "__main__":
    main()
