"""Damaged archives and manifests: refused, reported or read, and never a bug."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspected.mutations import mutated
from inspected.sound import MANIFESTS, package
from moocbuild.archive import RefusedError, open_archive
from moocbuild.diagnostics import Collector
from moocbuild.inspect import inspect

_ARCHIVES, _TEXTS = 20_000, 2_000
_QUICK = 40
"""One in so many runs every time, the others by `make audit`."""


def _archives(seeds: range) -> None:
    sound = [package(standard) for standard in MANIFESTS]
    for seed in seeds:
        data = mutated(sound[seed % len(sound)], seed)
        try:
            archive = open_archive(data, "package.zip")
            archive.verify()
        except RefusedError as error:
            assert error.diagnostic("package.zip").help, seed
            continue
        assert dict(_theirs(data)) == {name: archive.read(name) for name in archive.members}, seed


def _theirs(data: bytes) -> Iterator[tuple[str, bytes]]:
    """What Python's own reader finds: what we accept must be the same for it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for info in archive.infolist():
            if not info.is_dir():
                name = info.filename
                if not info.flag_bits & 1 << 11 and not name.isascii():
                    raw = name.encode("cp437")
                    name = _utf8(raw) or name
                yield name, archive.read(info)


def _utf8(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return ""


def _manifests(seeds: range, folder: Path) -> None:
    path = folder / "package.zip"
    standards = list(MANIFESTS)
    for seed in seeds:
        standard = standards[seed % len(standards)]
        text = mutated(MANIFESTS[standard].encode(), seed, xml=True)
        path.write_bytes(_with_manifest(standard, text))
        report = Collector()
        inspect(path, report, "package.zip")
        for each in report.sorted():
            assert each.span.path.startswith("package.zip"), seed
            assert each.message.isprintable(), seed


def _with_manifest(standard: str, text: bytes) -> bytes:
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(package(standard))) as sound,
        zipfile.ZipFile(out, "w") as made,
    ):
        for info in sound.infolist():
            data = text if info.filename == "imsmanifest.xml" else sound.read(info)
            made.writestr(zipfile.ZipInfo(info.filename, (2026, 1, 1, 0, 0, 0)), data)
    return out.getvalue()


@pytest.mark.parametrize("part", range(2))
def test_archives(part: int) -> None:
    _archives(range(part, _ARCHIVES, 160))


def test_manifests(tmp_path: Path) -> None:
    _manifests(range(0, _TEXTS, _QUICK), tmp_path)


@pytest.mark.audit
@pytest.mark.parametrize("part", range(10))
def test_all_archives(part: int) -> None:
    _archives(range(part, _ARCHIVES, 10))


@pytest.mark.audit
def test_all_manifests(tmp_path: Path) -> None:
    _manifests(range(_TEXTS), tmp_path)


def test_they_are_the_same_every_time() -> None:
    sound = package("SCORM 1.2")
    assert mutated(sound, 7) == mutated(sound, 7) != sound
    assert zlib.crc32(mutated(sound, 7)) != zlib.crc32(mutated(sound, 8))
