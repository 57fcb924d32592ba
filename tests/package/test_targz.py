"""tar.gz archives: the same bytes on any machine, all members whole, little memory."""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import subprocess
import sys
import tarfile
import textwrap
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moocbuild.errors import ChangedDuringBuild
from moocbuild.model.asset import Asset
from moocbuild.package import Package
from moocbuild.package.targz import write_tar_gz

LARGE = 3 << 20


def packed(package: Package, folder: str = "") -> bytes:
    stream = io.BytesIO()
    write_tar_gz(package, stream, folder=folder)
    return stream.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        return {m.name: archive.extractfile(m).read() for m in archive}  # type: ignore[union-attr]


def file_asset(folder: Path, data: bytes, href: str) -> Asset:
    path = folder / "source"
    path.write_bytes(data)
    digest = hashlib.sha256(data).hexdigest()
    return Asset(href=href, media_type="", source=path, size=len(data), sha256=digest)


def test_bytes_are_pinned() -> None:
    data = packed(Package({"b.txt": b"two" * 100, "a/e.html": b"<p>one</p>"}))
    digest = "c95c233918853e6ed38cd6089efc9b905e3dc71aaee5ed1d8183185b6a59f41a"
    assert hashlib.sha256(data).hexdigest() == digest


def test_nothing_in_the_headers_tells_of_machine_or_day() -> None:
    data = packed(Package({"course.xml": b"<course/>", "a.txt": b"a"}), folder="course")
    assert data[:10] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        members = archive.getmembers()
    assert [m.name for m in members] == ["course/a.txt", "course/course.xml"]
    told = {(m.mode, m.mtime, m.uid, m.gid, m.uname, m.gname, m.type) for m in members}
    assert told == {(0o644, 0, 0, 0, "", "", tarfile.REGTYPE)}


@given(
    st.dictionaries(
        st.text("abcdefgh./-", min_size=1, max_size=12).map(lambda s: f"f{s.strip('./-')}x"),
        st.binary(max_size=2000),
        max_size=8,
    )
)
def test_what_goes_in_comes_out(members: dict[str, bytes]) -> None:
    members = {name.replace("/", "-").replace("..", "."): data for name, data in members.items()}
    assert unpacked(packed(Package(members))) == members


@pytest.mark.parametrize("name", ["media/film.mp4", "media/sound.wav"])
def test_large_files_are_whole_and_the_same_as_their_bytes(tmp_path: Path, name: str) -> None:
    data = os.urandom(1000) * (LARGE // 1000) + b"end"
    asset = file_asset(tmp_path, data, name)
    first = packed(Package({"a.txt": b"a", name: asset, "z.txt": b"z"}))
    assert unpacked(first) == {"a.txt": b"a", name: data, "z.txt": b"z"}
    assert packed(Package({"a.txt": b"a", name: asset, "z.txt": b"z"})) == first
    assert gzip.decompress(first)[-1024:] == bytes(1024)


def test_a_course_without_large_media_is_one_gzip_member() -> None:
    data = packed(Package({f"{n}.txt": b"%d" % n * 10_000 for n in range(50)}))
    assert data.count(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff") == 1


def test_a_file_that_changed_since_it_was_read(tmp_path: Path) -> None:
    asset = file_asset(tmp_path, bytes(LARGE), "film.mp4")
    asset.source.write_bytes(b"x" * LARGE)
    with pytest.raises(ChangedDuringBuild):
        packed(Package({"film.mp4": asset}))


def test_unsafe_names_are_our_bug() -> None:
    with pytest.raises(ValueError, match="leads to a parent folder"):
        packed(Package({"../x": b""}))


PEAK = r"""
    import hashlib, re, sys
    from pathlib import Path
    from moocbuild.model.asset import Asset
    from moocbuild.package import Package
    from moocbuild.package.targz import write_tar_gz

    folder, size = Path(sys.argv[1]), int(sys.argv[2])
    film = folder / "film.mp4"
    with film.open("wb") as stream:
        stream.truncate(size)
    with film.open("rb") as stream:
        digest = hashlib.file_digest(stream, "sha256").hexdigest()
    asset = Asset(href="film.mp4", media_type="video/mp4", source=film, size=size, sha256=digest)
    with open("/dev/null", "wb") as out:
        write_tar_gz(Package({"film.mp4": asset}), out)
    # Not getrusage: its peak is that of the process that started this one, if larger.
    print(int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]) // 1024)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is in /proc")
@pytest.mark.parametrize("size", [100 << 20, pytest.param(1 << 30, marks=pytest.mark.audit)])
def test_a_film_of_any_size_in_64_mib_of_memory(tmp_path: Path, size: int) -> None:
    run = partial(subprocess.run, capture_output=True, text=True, check=True)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    code = textwrap.dedent(PEAK)
    done = run([sys.executable, "-Xutf8", "-c", code, tmp_path, str(size)], env=env)
    assert int(done.stdout) <= 64
