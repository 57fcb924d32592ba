"""How long the commands take, beside what they may take; `make bench` runs it.

The project is copied first, so that "cold" means: nothing cached. Tells, and never fails a
build: a busy machine is no mistake of anybody's.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

_SOURCES = ("course", "quizzes", "media")


def main() -> None:
    """Print one line a command: the median in ms, the budget, what was run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-C", "--project", type=Path, default=Path(), help="folder of course/")
    parser.add_argument("-n", "--runs", type=int, default=5, help="runs of each (default: 5)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        bench = _Bench(options.project, Path(temporary), options.runs)
        bench.row("python -c pass", ["-c", "pass"])
        bench.row("moocbuild --help", ["-m", "moocbuild", "--help"], budget=150)
        bench.row("moocbuild check, cold", bench.on_copy("check"), budget=1000, cold=True)
        bench.row("moocbuild build, cold", bench.on_copy("build"), cold=True)
        bench.row("moocbuild build, warm", bench.on_copy("build"))


class _Bench:
    def __init__(self, project: Path, room: Path, runs: int) -> None:
        self._project = project
        self._copy = room / "project"
        self._runs = runs
        self._env = os.environ | {"XDG_CACHE_HOME": str(room / "cache")}
        self._caches = (self._copy, room / "cache")
        self._fresh()

    def on_copy(self, command: str) -> list[str]:
        return ["-m", "moocbuild", command, "-C", str(self._copy)]

    def row(
        self, title: str, arguments: list[str], *, budget: int | None = None, cold: bool = False
    ) -> None:
        prepare = self._fresh if cold else _nothing
        median = statistics.median(self._timed(arguments, prepare) for _ in range(self._runs))
        allowed = "" if budget is None else f"of {budget:>5}"
        over = "  over" if budget is not None and median > budget else ""
        print(f"{median:8.0f} ms {allowed:8}  {title}{over}", flush=True)

    def _timed(self, arguments: list[str], prepare: Callable[[], None]) -> float:
        prepare()
        start = time.perf_counter()
        run = subprocess.run(
            [sys.executable, *arguments], capture_output=True, text=True, env=self._env
        )
        taken = (time.perf_counter() - start) * 1000
        if run.returncode not in (0, 1) or "Traceback" in run.stderr:  # 1: the author's errors
            sys.exit(f"{' '.join(arguments)} exited {run.returncode}:\n{run.stderr}")
        return taken

    def _fresh(self) -> None:
        for folder in self._caches:
            shutil.rmtree(folder, ignore_errors=True)
        for name in _SOURCES:
            if (self._project / name).is_dir():
                shutil.copytree(self._project / name, self._copy / name)


def _nothing() -> None:
    pass


if __name__ == "__main__":
    main()
