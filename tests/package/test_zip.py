"""ZIP archives: same members, same bytes; and every reader takes them."""

import hashlib
import io
import os
import random
import shutil
import subprocess
import sys
import textwrap
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moocbuild.errors import ChangedDuringBuild
from moocbuild.model.asset import Asset
from moocbuild.package import Content, Package
from moocbuild.package import zip as zip_module
from moocbuild.package.memo import Memo, one_build
from moocbuild.package.zip import write_zip

TEXT = b"<p>Listen before you answer.</p>\n" * 40
LARGE = (4 << 30) + (1 << 20)
NOISE = random.Random(1).randbytes(3000)


def packed(members: dict[str, Content], first: tuple[str, ...] = ()) -> bytes:
    stream = io.BytesIO()
    write_zip(Package(members, first), stream)
    return stream.getvalue()


def infos(data: bytes) -> list[zipfile.ZipInfo]:
    return zipfile.ZipFile(io.BytesIO(data)).infolist()


def on_disk(path: Path, data: bytes) -> Asset:
    path.write_bytes(data)
    sha256 = hashlib.sha256(data).hexdigest()
    return Asset(
        href=path.name, media_type="video/mp4", source=path, size=len(data), sha256=sha256
    )


SAMPLE: dict[str, Content] = {
    "pages/a.html": TEXT,
    "imsmanifest.xml": b"<manifest/>",
    "media/x.png": NOISE,
    "noise.bin": NOISE,
    "empty.txt": b"",
}


def test_first_come_first_and_the_rest_is_sorted() -> None:
    names = [info.filename for info in infos(packed(SAMPLE, ("imsmanifest.xml",)))]
    assert names == [
        "imsmanifest.xml",
        "empty.txt",
        "media/x.png",
        "noise.bin",
        "pages/a.html",
    ]


def test_only_what_shrinks_is_deflated() -> None:
    deflated = {i.filename for i in infos(packed({**SAMPLE, "text.PNG": TEXT})) if i.compress_type}
    assert deflated == {"pages/a.html"}


def test_nothing_in_the_headers_tells_of_machine_or_day() -> None:
    for info in infos(packed(SAMPLE)):
        assert info.date_time == (1980, 1, 1, 0, 0, 0)
        assert info.create_system == 3
        assert info.external_attr == 0o100644 << 16
        assert (info.extra, info.comment, info.flag_bits) == (b"", b"", 0)
        assert (info.create_version, info.extract_version) == (20, 20)


def test_the_utf8_flag_is_set_only_where_it_is_needed() -> None:
    flags = {i.filename: i.flag_bits for i in infos(packed({"a.txt": b"", "é.txt": b""}))}
    assert flags == {"a.txt": 0, "é.txt": 0x800}


def test_bytes_are_pinned() -> None:
    """Another hash means that learners' packages change without a change of the course."""
    digest = hashlib.sha256(packed(SAMPLE, ("imsmanifest.xml",))).hexdigest()
    assert digest == "97be8b9afeeff8d0321d0e5bdd9b9377daefac3f401b1d5e977015260c0883fd"


def test_same_bytes_whatever_order_time_mode_and_umask(tmp_path: Path) -> None:
    large = b"\0video" * 300_000
    first = packed({**SAMPLE, "v.mp4": on_disk(tmp_path / "1.mp4", large)})
    before = os.umask(0o077)
    try:
        other = on_disk(tmp_path / "2.mp4", large)
    finally:
        os.umask(before)
    os.utime(other.source, (1, 1))
    other.source.chmod(0o600)
    assert packed({"v.mp4": other, **dict(reversed(SAMPLE.items()))}) == first


def test_a_file_and_its_bytes_give_the_same_archive(tmp_path: Path) -> None:
    data = b"\0video" * 300_000
    assert packed({"v.mp4": on_disk(tmp_path / "v.mp4", data)}) == packed({"v.mp4": data})


def test_rewritten_content_goes_before_the_file(tmp_path: Path) -> None:
    svg = Asset(
        href="x.svg",
        media_type="image/svg+xml",
        source=tmp_path / "missing",
        size=6,
        sha256="",
        content=b"<svg/>",
    )
    assert zipfile.ZipFile(io.BytesIO(packed({"x.svg": svg}))).read("x.svg") == b"<svg/>"


@given(
    st.dictionaries(
        st.text("abcdé/.", min_size=1, max_size=6).filter(lambda n: n.strip("/.") == n != ""),
        st.binary(max_size=200) | st.just(TEXT),
        max_size=6,
    )
)
def test_what_goes_in_comes_out(members: dict[str, Content]) -> None:
    try:
        data = packed(members)
    except ValueError:
        return
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    assert {name: archive.read(name) for name in archive.namelist()} == members


def test_unzip_takes_it(tmp_path: Path) -> None:
    if not (unzip := shutil.which("unzip")):
        pytest.skip("no unzip here")
    path = tmp_path / "x.zip"
    path.write_bytes(packed({**SAMPLE, "v.mp4": on_disk(tmp_path / "v.mp4", bytes(3 << 20))}))
    done = subprocess.run([unzip, "-tqq", path], capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.audit
def test_more_members_than_the_old_format_holds() -> None:
    data = packed({f"{n:05}": b"" for n in range(65_537)})
    assert len(infos(data)) == 65_537


@pytest.mark.parametrize("size", [100, 3 << 20])
@pytest.mark.parametrize("change", ["longer", "shorter", "other"])
def test_a_file_that_changed_since_it_was_read(tmp_path: Path, size: int, change: str) -> None:
    asset = on_disk(tmp_path / "v.mp4", b"x" * size)
    now = {"longer": size + 1, "shorter": size - 1, "other": size}[change]
    asset.source.write_bytes(b"y" + b"x" * (now - 1))
    with pytest.raises(ChangedDuringBuild) as caught:
        packed({"v.mp4": asset})
    assert caught.value.path == asset.source


def test_a_file_that_grows_without_end_is_not_read_to_its_end(tmp_path: Path) -> None:
    asset = on_disk(tmp_path / "v.mp4", b"x" * (2 << 20))
    with asset.source.open("r+b") as stream:
        stream.truncate(1 << 40)
    with pytest.raises(ChangedDuringBuild):
        packed({"v.mp4": asset})


def test_unsafe_names_are_our_bug() -> None:
    with pytest.raises(ValueError, match="leads to a parent folder"):
        packed({"../x": b""})


def test_pages_are_deflated_once_for_all_archives(monkeypatch: pytest.MonkeyPatch) -> None:
    calls = []
    real = zip_module.deflate.deflate_compress
    monkeypatch.setattr(
        zip_module.deflate,
        "deflate_compress",
        lambda data, level: calls.append(data) or real(data, level),
    )
    page = TEXT + b"only here"
    with one_build():
        assert packed({"a/x.html": page}) != packed({"b.html": bytes(bytearray(page))})
    assert calls == [page]
    packed({"a/x.html": page})
    assert calls == [page, page], "something was kept after the build"


def test_the_memo_is_bounded() -> None:
    memo = Memo(budget=10_000)
    for number in [*range(20)] * 2:
        made = memo.once(number, lambda n=number: random.Random(n).randbytes(3000), len)  # type: ignore[misc]
        assert made == random.Random(number).randbytes(3000)
        held = sum(size for _, size in memo._kept.values())
        assert held == memo._size <= 10_000


def test_the_memo_keeps_one_value_of_any_size() -> None:
    memo, made = Memo(budget=3), list[str]()
    for key in ("large", "large", "small", "large"):
        assert memo.once(key, lambda key=key: made.append(key) or key, len) == key  # type: ignore[misc]
    assert made == ["large", "small", "large"]


SPARSE = r"""
    import hashlib, re, struct, sys, time
    from pathlib import Path
    from moocbuild.media.load import load_asset
    from moocbuild.package import Package
    from moocbuild.package.zip import write_zip

    def box(kind, body):
        return struct.pack(">I4s", 8 + len(body), kind) + body

    class Sparse:
        '''A file in which blocks of zeros become holes.'''
        def __init__(self, path):
            self.file = open(path, "w+b", buffering=0)
        def __getattr__(self, name):
            return getattr(self.file, name)
        def write(self, data):
            if len(data) == 1 << 20 and not any(data[:64]) and data.count(0) == len(data):
                self.file.seek(len(data), 1)
            else:
                self.file.write(data)
            return len(data)

    folder, size = Path(sys.argv[1]), int(sys.argv[2])
    video = folder / "v.mp4"
    tkhd = box(b"tkhd", bytes(76) + struct.pack(">II", 640 << 16, 360 << 16))
    head = box(b"ftyp", b"isom0000") + box(b"moov", box(b"trak", tkhd))
    with video.open("wb") as stream:
        stream.write(head + struct.pack(">I4sQ", 1, b"mdat", size - len(head)))
        stream.truncate(size)
    start = time.perf_counter()
    asset = load_asset(video, "media/v.mp4")
    read = time.perf_counter()
    stream = Sparse(folder / "x.zip")
    write_zip(Package({"media/v.mp4": asset, "z.txt": b"last"}), stream)
    stream.close()
    # Not getrusage: its peak is that of the process that started this one, if larger.
    peak = int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1])
    print(asset.width, asset.height, peak // 1024)
    print(f"load {read - start:.1f} s, zip {time.perf_counter() - read:.1f} s", file=sys.stderr)
"""


def pack_sparse(folder: Path, size: int) -> list[str]:
    """Width, height, and the most memory in MiB."""
    done = subprocess.run(
        [sys.executable, "-Xutf8", "-c", textwrap.dedent(SPARSE), folder, str(size)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
    )
    print(done.stdout, done.stderr)
    return done.stdout.split()


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is in /proc")
@pytest.mark.parametrize("size", [100 << 20, pytest.param(1 << 30, marks=pytest.mark.audit)])
def test_a_video_of_any_size_in_64_mib_of_memory(tmp_path: Path, size: int) -> None:
    width, height, memory = pack_sparse(tmp_path, size)
    assert (width, height) == ("640", "360")
    assert int(memory) <= 64


@pytest.mark.audit
def test_a_video_of_more_than_4_gib_as_zip64(tmp_path: Path) -> None:
    pack_sparse(tmp_path, LARGE)
    path = tmp_path / "x.zip"
    assert zipfile.ZipFile(path).getinfo("media/v.mp4").file_size == LARGE
    assert zipfile.ZipFile(path).read("z.txt") == b"last"
    if unzip := shutil.which("unzip"):
        assert subprocess.run([unzip, "-tqq", path]).returncode == 0
