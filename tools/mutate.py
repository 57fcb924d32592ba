#!/usr/bin/env python3
"""Change random conditions of the program, one at a time, and see whether a test notices.

    tools/mutate.py 40 --seed 1                  forty conditions of src/moocbuild
    tools/mutate.py 5 --only targets/moodle      of these files
    tools/mutate.py 40 --seed 1 --list           only tell which

The tests run in a temporary copy: first those of the changed module, by name and by import, then
all others, then those that need a browser. Only a test that fails on its own, too, and passes
without the change, kills.

It is much quicker to know beforehand which tests reach a line. Record it once, with pytest-cov:

    pytest -m "not browser" --cov=src/moocbuild --cov-context=test
    tools/mutate.py 40 --seed 1 --no-browser --coverage .coverage

Then those tests are run, and only the files that they are in. `[run] patch = _exit, subprocess`
in coverage.py's settings counts what commands reach that tests run as a user does.
Changes that change nothing, so that no test could notice, are named in mutants_left_out.txt.
"""

from __future__ import annotations

import argparse
import itertools
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from mutants import Mutant, mutants
from reached import tests_at

ROOT = Path(__file__).resolve().parents[1]
SOURCE = "src/moocbuild"
LEFT_OUT = Path(__file__).with_name("mutants_left_out.txt")
FAILED = re.compile(r"^(?:FAILED|ERROR) (.+?)(?: - .*)?$", re.M)
NOTHING_TO_RUN = 5
NOT_FOUND = 4
"""What pytest ends with if a test that was recorded is gone by now, among others."""
HANGS = 120
"""Seconds after which a single test hangs because of the change."""
FIRST = (30, 300)
"""So many of the tests that reach a line are run before more of them, and before whole files."""


def main(arguments: Sequence[str] | None = None) -> int:
    """1 where fewer were noticed than is asked for."""
    given = _given(arguments)
    chosen = choose(given.number, given.seed, given.only)
    if given.list:
        for mutant in chosen:
            print(mutant)
        return 0
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        extra = given.pytest.split()
        copy = Copy(Path(folder), not given.no_browser, extra, reached=given.coverage)
        copy.prepare()
        survived = [mutant for mutant in chosen if not _told(mutant, copy.killer(mutant))]
    killed = len(chosen) - len(survived)
    share = 100 * killed / max(1, len(chosen))
    print(f"seed {given.seed}: {killed} of {len(chosen)} killed ({share:.0f} %)")
    return int(share < given.at_least)


def _given(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=(__doc__ or "").split("\n\n")[0],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("number", type=int, help="how many conditions")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help=f"files below {SOURCE} whose path has this")
    parser.add_argument("--list", action="store_true", help="run nothing")
    parser.add_argument("--no-browser", action="store_true", help="leave browser tests out")
    parser.add_argument("--coverage", type=Path, help="which tests reach a line (see above)")
    parser.add_argument("--pytest", default="", help='more arguments for pytest ("-n 2")')
    parser.add_argument("--at-least", type=float, default=0, help="exit 1 below so many percent")
    return parser.parse_args(arguments)


def _told(mutant: Mutant, killer: str) -> bool:
    print(
        f"{'killed' if killer else 'SURVIVED':9} {mutant}{killer and f'   [{killer}]'}", flush=True
    )
    return bool(killer)


# --- choosing ----------------------------------------------------------------------------------


def choose(number: int, seed: int, only: str = "") -> list[Mutant]:
    """The same for the same program and seed."""
    left_out = set(_left_out())
    found = [
        mutant
        for path in sorted((ROOT / SOURCE).rglob("*.py"))
        if only in path.relative_to(ROOT / SOURCE).as_posix()
        for mutant in mutants(path.relative_to(ROOT).as_posix(), path.read_bytes())
        if mutant.name not in left_out
    ]
    return random.Random(seed).sample(found, min(number, len(found)))


def _left_out() -> Iterator[str]:
    """Lines `file | function | before → after | reason`; # begins a comment."""
    for line in LEFT_OUT.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, _, reason = line.rpartition(" | ")
            if name.count(" | ") < 2 or not reason.strip():
                raise SystemExit(f"{LEFT_OUT.name}: no reason is given: {line}")
            yield name


# --- running -----------------------------------------------------------------------------------


@dataclass
class Stage:
    """Tests that run together. named: by ids that were recorded, some of which may be gone."""

    tests: tuple[str, ...]
    marks: str
    named: bool = False


@dataclass
class Copy:
    """A copy of the working tree in which one file at a time is changed."""

    root: Path
    browser: bool = True
    extra: Sequence[str] = ()
    broken: list[str] = field(default_factory=list)
    """Tests that fail without any change."""
    reached: Path | None = None

    def prepare(self) -> None:
        """Every file that is, or could be, under version control."""
        listed = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        names = subprocess.run(listed, cwd=ROOT, check=True, capture_output=True).stdout
        for name in filter(None, names.decode().split("\0")):
            if (ROOT / name).is_file() and not (ROOT / name).is_symlink():
                (self.root / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, self.root / name)
        packages = ROOT / "tests/player/node_modules"
        if packages.is_dir():
            (self.root / "tests/player/node_modules").symlink_to(packages.resolve())
        self._is_meant()

    def _is_meant(self) -> None:
        asked = [sys.executable, "-c", "import moocbuild; print(moocbuild.__file__)"]
        found = subprocess.run(
            asked, cwd=self.root, env=self._environment(), capture_output=True, text=True
        )
        if str(self.root) not in found.stdout:
            raise SystemExit(f"the copy is not the program that is run, but {found.stdout}")

    def killer(self, mutant: Mutant) -> str:
        """What noticed the change; "" for nothing."""
        for stage in self._stages(mutant):
            if noticed := self._noticed(mutant, stage):
                return noticed
        return ""

    def _stages(self, mutant: Mutant) -> Iterator[Stage]:
        near = groups = likely(self.root, mutant.path)
        if self.reached and (found := tests_at(self.reached, mutant.path, mutant.line)):
            first = tuple(nearest(found, groups))
            for begin, end in itertools.pairwise((0, *FIRST)):
                if first[begin:end]:
                    yield Stage(first[begin:end], "not browser", named=True)
            files = {test.partition("::")[0] for test in found}
            near = [tuple(name for name in group if name in files) for group in groups]
        yield from (Stage(tests, "not browser") for tests in near if tests)
        if self.browser:
            yield from (Stage(tests, "browser") for tests in groups if tests)

    def _noticed(self, mutant: Mutant, stage: Stage) -> str:
        """The first test that fails with the change and passes without it."""
        while True:
            with self._changed(mutant):
                done = self._pytest(stage.tests, stage.marks)
            if done.returncode in (0, NOTHING_TO_RUN):
                return ""
            if stage.named and done.returncode == NOT_FOUND:
                return ""
            failed: list[str] = FAILED.findall(done.stdout)
            if not failed:
                said = done.stdout.strip().splitlines() or [""]
                return f"pytest ended with {done.returncode}: {said[-1]}"
            if self._tells(mutant, failed[0], stage.marks):
                return failed[0]
            self.broken.append(failed[0])

    def _tells(self, mutant: Mutant, test: str, marks: str) -> bool:
        """Whether this test alone fails with the change and passes without it."""
        with self._changed(mutant):
            fails = self._pytest((test,), marks).returncode != 0
        return fails and self._pytest((test,), marks).returncode == 0

    @contextmanager
    def _changed(self, mutant: Mutant) -> Iterator[None]:
        path = self.root / mutant.path
        before = path.read_bytes()
        path.write_bytes(mutant.source)
        try:
            yield
        finally:
            path.write_bytes(before)

    def _pytest(self, tests: Sequence[str], marks: str) -> subprocess.CompletedProcess[str]:
        """With faulthandler's help a test that hangs ends the run."""
        command = [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider"]
        hangs = [f"faulthandler_timeout={HANGS}", "faulthandler_exit_on_timeout=true"]
        options = [f"--override-ini={option}" for option in hangs]
        left_out = [f"--deselect={test}" for test in self.broken if "::" in test]
        return subprocess.run(
            [
                *command,
                *options,
                *("-m", marks),
                *left_out,
                *self.extra,
                *(test for test in tests if test not in self.broken),
            ],
            cwd=self.root,
            env=self._environment(),
            capture_output=True,
            text=True,
            check=False,
        )

    def _environment(self) -> dict[str, str]:
        """Compiled files could be older than a change made within the same second."""
        paths = os.pathsep.join((str(self.root / "src"), str(self.root / "plugins/openedx")))
        return {**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"}


def likely(root: Path, changed: str) -> list[tuple[str, ...]]:
    """Files of tests: that import the changed module or bear its name; its package; all others."""
    module = changed.removeprefix("src/").removesuffix(".py").removesuffix("/__init__")
    dotted = module.replace("/", ".")
    package = ".".join(dotted.split(".")[:2])
    words = set(module.split("/")[1:]) - {"targets", "source", "model", "formats"}
    groups: list[list[str]] = [[], [], []]
    for path in sorted(_test_files(root)):
        name = path.relative_to(root).as_posix()
        text = path.read_text("utf-8")
        imports = f"from {dotted} import" in text or f"import {dotted}\n" in text
        named = words & set(re.split(r"[/_.]", name))
        groups[0 if imports or named else 1 if package in text else 2].append(name)
    return [tuple(group) for group in groups]


def nearest(tests: Iterable[str], groups: Sequence[Sequence[str]]) -> list[str]:
    """Tests by the group that their file is in; within a group, few of each file come first."""
    place = {name: n for n, group in enumerate(groups) for name in group}
    turns: dict[str, int] = {}
    ordered: list[tuple[int, int, str]] = []
    for test in tests:
        file = test.partition("::")[0]
        turns[file] = turns.get(file, -1) + 1
        ordered.append((place.get(file, len(groups)), turns[file], test))
    return [test for _, _, test in sorted(ordered)]


def _test_files(root: Path) -> Iterable[Path]:
    for folder in ("src", "tests", "plugins"):
        for path in (root / folder).rglob("test_*.py"):
            if "node_modules" not in path.parts:
                yield path


if __name__ == "__main__":
    sys.exit(main())
