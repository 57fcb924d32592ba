"""All default targets against the bare stack on the same course; `make bench` runs it.

Needs the benchmark courses beside the repository (../shared/bench); says so and ends without them.
Prints ratios of CPU time from runs that alternate, since machines are noisy, and peak memory.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

BENCH = Path(__file__).resolve().parents[2] / "shared" / "bench"
BUDGET = 4.0
MEMORY = 150
GROWTH = 11.0


def main() -> None:
    """M against the bare stack, memory at M, and L against M."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-n", "--runs", type=int, default=5)
    parser.add_argument("--large", action="store_true", help="size L, too: takes minutes")
    options = parser.parse_args()
    if not BENCH.exists():
        print("no benchmark courses beside this repository: nothing measured", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as room:
        _compare(Path(room), options.runs, options.large)


def _compare(room: Path, runs: int, large: bool) -> None:
    course = _course("M", room)
    ratios, ours = [], []
    memory = 0.0
    for _ in range(runs):
        bare, _ = _run([BENCH / "baseline_stack.py", course / "plain", room / "bare.zip"])
        built, used = _run(["-m", "moocbuild", "build", *_options(course, room)])
        ratios.append(built / bare)
        ours.append(built)
        memory = max(memory, used)
    print(f"M, all targets: {statistics.median(ratios):.2f} x the bare stack (at most {BUDGET})")
    print(f"M, peak memory: {memory:.0f} MB (at most {MEMORY})")
    if large:
        course = _course("L", room)
        built, used = _run(["-m", "moocbuild", "build", *_options(course, room)])
        growth = built / statistics.median(ours)
        print(f"L: {growth:.1f} x M (at most {GROWTH}), peak memory {used:.0f} MB")


def _course(size: str, room: Path) -> Path:
    made = room / size
    subprocess.run(
        [sys.executable, BENCH / "gen.py", size, made], check=True, stderr=subprocess.DEVNULL
    )
    return made


def _options(course: Path, room: Path) -> list[str | Path]:
    out = tempfile.mkdtemp(dir=room)
    return ["-C", course / "moocbuild", "--out", out, "--format", "concise"]


def _run(arguments: list[str | Path]) -> tuple[float, float]:
    """CPU seconds and peak MB of one run of this Python."""
    with tempfile.TemporaryFile() as sink:
        process = subprocess.Popen([sys.executable, *arguments], stdout=sink, stderr=sink)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"a run failed: {arguments}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
