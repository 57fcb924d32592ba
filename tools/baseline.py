#!/usr/bin/env python3
"""Record the packages of courses, and compare what the program builds now with the record.

    tools/baseline.py record BASELINE [COURSE …]     build and unpack, where there is none yet
    tools/baseline.py compare BASELINE [COURSE …]    build anew in a temporary folder and compare

BASELINE/src/COURSE is the source of a course; BASELINE/COURSE/TARGET/ is where its package for
a target is unpacked. COURSE may be a folder of courses; without one, all are meant. The program
that builds is the `moocbuild` that this Python finds: PYTHONPATH=worktree/src names another.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import compare_packages
import package_trees
from package_trees import Files

LOG = "build.log"


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where everything could be done and nothing differs."""
    parser = argparse.ArgumentParser(
        description=(__doc__ or "").split("\n\n")[0],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("action", choices=["record", "compare"])
    parser.add_argument("baseline", type=Path)
    parser.add_argument("course", nargs="*")
    given = parser.parse_args(arguments)
    sources = given.baseline / "src"
    courses = [found for name in given.course or [""] for found in courses_in(sources, name)]
    if not courses:
        parser.error(f"no course (a folder with course/course.yml) below {sources}")
    if given.action == "record":
        return max(record(given.baseline, course) for course in courses)
    return compare(given.baseline, courses)


def courses_in(sources: Path, below: str) -> Iterator[str]:
    """The courses of a folder, by their path in `sources`."""
    for path in sorted((sources / below).glob("**/course/course.yml")):
        yield path.parent.parent.relative_to(sources).as_posix()


def record(baseline: Path, course: str) -> int:
    """1 where the course cannot be built: its log is kept instead."""
    to = baseline / course
    if to.is_dir() and any(to.iterdir()):
        print(f"{course}: recorded before; remove {to} to record it anew")
        return 0
    to.mkdir(parents=True, exist_ok=True)
    return _report(course, build(baseline / "src" / course, to))


def compare(baseline: Path, courses: Sequence[str]) -> int:
    """1 where a course can no longer be built, or anything differs. One summary for all."""
    before: Files = {}
    now: Files = {}
    broken = False
    with tempfile.TemporaryDirectory(prefix="packages-") as folder:
        for course in courses:
            to = Path(folder) / course
            to.mkdir(parents=True)
            recorded, built = _recorded(baseline / course), build(baseline / "src" / course, to)
            if recorded and not built:
                print(f"{course}: can no longer be built", (to / LOG).read_text("utf-8"), sep="\n")
                broken = True
            elif built and not recorded:
                print(f"{course}: can be built now")
            elif built:
                before |= _by_target(baseline / course, course)
                now |= _by_target(to, course)
    found = compare_packages.compare(before, now)
    print(*compare_packages.told(found, 1), sep="\n")
    return int(broken or not found.equal)


def _by_target(folder: Path, course: str) -> Files:
    """The target first, so that a summary can name the targets that something concerns."""
    out: Files = {}
    for target in sorted(path for path in folder.iterdir() if path.is_dir()):
        for name, data in package_trees.read(target).items():
            out[f"{target.name}/{course}/{name}"] = data
    return out


def _recorded(folder: Path) -> bool:
    if not folder.is_dir():
        raise SystemExit(f"{folder}: not recorded yet")
    return any(path.is_dir() for path in folder.iterdir())


def _report(course: str, built: bool) -> int:
    print(f"{course}: {'recorded' if built else 'cannot be built'}")
    return 0 if built else 1


def build(source: Path, to: Path) -> bool:
    """Builds every target and unpacks it into a folder of its name; whether that was possible."""
    with tempfile.TemporaryDirectory(prefix="dist-") as dist:
        command = [sys.executable, "-m", "moocbuild", "build", "-C", str(source), "--out", dist]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        (to / LOG).write_text(
            (done.stdout + done.stderr).replace(dist, "dist").replace(str(source), "."), "utf-8"
        )
        if done.returncode == 0:
            for target, end in targets():
                for package in Path(dist).glob(f"*-{target}{end}"):
                    unpack(package, to / target)
        return done.returncode == 0


def targets() -> Iterator[tuple[str, str]]:
    """("scorm-1.2", ".zip") and so on."""
    command = [sys.executable, "-m", "moocbuild", "targets"]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for line in told.splitlines():
        target, end = line.split()[:2]
        yield target, end


def unpack(package: Path, to: Path) -> None:
    """An archive into the folder; any other file as it is."""
    to.mkdir(parents=True, exist_ok=True)
    if tarfile.is_tarfile(package):  # first: a compressed one may end with a .docx, which is a zip
        with tarfile.open(package) as archive:
            # Set, not passed: Python 3.11.2 and 3.11.3 know no filter.
            archive.extraction_filter = getattr(tarfile, "data_filter", None)
            archive.extractall(to)
    elif zipfile.is_zipfile(package):
        with zipfile.ZipFile(package) as archive:
            archive.extractall(to)
    else:
        (to / f"package{''.join(package.suffixes[-1:])}").write_bytes(package.read_bytes())


if __name__ == "__main__":
    sys.exit(main())
