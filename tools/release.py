"""All files of a release, made twice to the same bytes: `make release` → build/release/.

The wheel and the sdist of moocbuild, both plugins, a bill of materials (CycloneDX), the notes of
the release and SHA256SUMS. Wheels and sdists have the day that CHANGELOG.md gives the version
(other archives are of 1980, as packages of courses); neither clock nor git's history counts. Two
copies of the files that git tracks are built, in folders of different names, in different time
zones and with different umasks; whatever differs ends the release.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import changelog
import sbom
import share_version
from moocbuild import __version__

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "build" / "release"
XBLOCK = Path("plugins") / "openedx"
SUMS = "SHA256SUMS"
PLACES = (("a", "UTC", 0o022), ("another-place", "Pacific/Auckland", 0o077))
"""Name of the folder, time zone and umask of each of the two builds."""

Files = Mapping[str, bytes]


class ReleaseError(Exception):
    """What stands against a release, for the person who makes it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """0 where all files were made, 1 with a reason where not."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--tag", default="", help="the tag that is released, such as v0.2.0")
    parser.add_argument("--dirty", action="store_true", help="try it with what is not committed")
    given = parser.parse_args(arguments)
    try:
        entry = _fit(given.tag, dirty=given.dirty)
        files = twice(entry)
    except ReleaseError as error:
        print(f"no release: {error}", file=sys.stderr)
        return 1
    put(files, given.out)
    print(files[SUMS].decode(), end="")
    print(f"moocbuild {entry.version} of {entry.date}, twice the same: {given.out}")
    return 0


def _fit(tag: str, *, dirty: bool) -> changelog.Entry:
    """The entry of the version at hand; raises ReleaseError where something is not ready."""
    try:
        entry = changelog.entry(__version__)
    except LookupError as error:
        raise ReleaseError(str(error)) from error
    if entry.date is None or not entry.text:
        raise ReleaseError(f"CHANGELOG.md gives {__version__} no date, or no words")
    if tag and tag != f"v{__version__}":
        raise ReleaseError(f"the tag is {tag}, the version is {__version__}")
    behind = [path for path, (now, text) in share_version.texts().items() if now != text]
    if behind:
        raise ReleaseError(f"'make version' would change {', '.join(behind)}")
    if not dirty and (changed := _git("status", "--porcelain").decode()):
        raise ReleaseError(f"these files are not committed:\n{changed}")
    return entry


def _git(*arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise ReleaseError(f"git cannot tell which files there are: {error}") from error
    return done.stdout


def twice(entry: changelog.Entry) -> Files:
    """The files of the release with their sums; ReleaseError where two builds differ."""
    with tempfile.TemporaryDirectory(prefix="moocbuild-release-") as room:
        made = [_made(Path(room) / name, entry, zone, mask) for name, zone, mask in PLACES]
    first, second = made
    differ = sorted(
        name for name in first.keys() | second.keys() if first.get(name) != second.get(name)
    )
    if differ:
        raise ReleaseError(f"two builds differ in {', '.join(differ)}")
    return {**first, SUMS: sums(first)}


def sums(files: Files) -> bytes:
    """As sha256sum writes them."""
    lines = (f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))
    return "".join(lines).encode()


def _made(room: Path, entry: changelog.Entry, zone: str, umask: int) -> Files:
    """One build, of a copy of its own."""
    before = os.umask(umask)
    try:
        source, out = room / "source", room / "out"
        _copy(source)
        out.mkdir()
        environment = {
            **os.environ,
            "SOURCE_DATE_EPOCH": str(entry.epoch),
            "TZ": zone,
            "PYTHONHASHSEED": str(umask),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": os.pathsep.join([str(source / "src"), str(source / "tools")]),
        }
        for project in (source, source / XBLOCK):
            _packed(project, out, environment)
        _run([sys.executable, "tools/pack_moodle.py", str(out)], source, environment)
    finally:
        os.umask(before)
    made = {path.name: path.read_bytes() for path in out.iterdir()}
    assert entry.date
    bill = sbom.bill(source, entry.version, entry.date)
    notes = f"# moocbuild {entry.version}\n\n{entry.text}\n"
    made[f"moocbuild-{entry.version}.cdx.json"] = bill.encode()
    made[f"moocbuild-{entry.version}.md"] = notes.encode()
    return made


def _copy(to: Path) -> None:
    """What git tracks, as it lies here."""
    for name in _git("ls-files", "-z").decode().split("\0"):
        source, target = ROOT / name, to / name
        if name and source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)


def _packed(project: Path, out: Path, environment: Mapping[str, str]) -> None:
    """Wheel and sdist; what is built from the sdist must be the same wheel."""
    hatch = [sys.executable, "-m", "hatchling", "build"]
    _run([*hatch, "-t", "wheel", "-t", "sdist", "-d", str(out)], project, environment)
    with tempfile.TemporaryDirectory(dir=out.parent) as room:
        name = {"source": "moocbuild", "openedx": "moocbuild_xblock"}[project.name]
        (sdist,) = out.glob(f"{name}-[0-9]*.tar.gz")
        with tarfile.open(sdist) as archive:
            archive.extractall(room, filter="data")
        (unpacked,) = Path(room).iterdir()
        _run([*hatch, "-t", "wheel", "-d", f"{room}/again"], unpacked, environment)
        (again,) = Path(room, "again").iterdir()
        if again.read_bytes() != (out / again.name).read_bytes():
            raise ReleaseError(f"from {sdist.name}, {again.name} becomes another one")


def _run(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> None:
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise ReleaseError(f"{' '.join(command[1:4])} in {folder.name}:\n{done.stderr}")


def put(files: Files, out: Path) -> None:
    """In place of what was there; nothing of an older release is left beside it."""
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent) as room:
        new = Path(room) / "new"
        new.mkdir()
        for name, data in files.items():
            (new / name).write_bytes(data)
        if out.exists():
            out.rename(Path(room) / "old")
        new.rename(out)


if __name__ == "__main__":
    sys.exit(main())
