"""Files into the output folder: all or none, whatever happens."""

import errno
import hashlib
import os
import random
import resource
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moocbuild.package import PackageError
from moocbuild.package.release import SUMS, ReleaseError, Writer, write_release

needs_flock = pytest.mark.skipif(sys.platform == "win32", reason="no flock on Windows")


@pytest.fixture(autouse=True)
def _no_waiting_for_disks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of releases need no real fsync; that it is asked for has its own test."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)


def writer(data: bytes) -> Writer:
    def write(stream: BinaryIO) -> None:
        for start in range(0, len(data), 1000):
            stream.write(data[start : start + 1000])

    return write


def release(folder: Path, files: dict[str, bytes]) -> dict[str, str]:
    return write_release(folder, {name: writer(data) for name, data in files.items()})


def contents(folder: Path) -> dict[str, bytes]:
    """Everything below, hidden names too."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else b"(folder)"
        for path in folder.rglob("*")
    }


def identity(path: Path) -> tuple[int, ...]:
    """Differs if a file was replaced, written or given another mode."""
    stat = path.stat()
    return stat.st_ino, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_mode


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def sums_of(files: dict[str, bytes]) -> bytes:
    return "".join(f"{sha256(files[name])}  {name}\n" for name in sorted(files)).encode()


def whole(files: dict[str, bytes]) -> dict[str, bytes]:
    return {**files, SUMS: sums_of(files)}


OLD = {"a.zip": b"old a", "b.zip": b"old b" * 3000, "c.zip": b"same"}
NEW = {"a.zip": b"new a" * 2000, "b.zip": b"new b", "c.zip": b"same", "d.zip": b"new d"}


def test_files_and_their_sums(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "dist"
    assert release(folder, OLD) == {name: sha256(data) for name, data in OLD.items()}
    assert contents(folder) == whole(OLD)
    release(folder, NEW)
    assert contents(folder) == whole(NEW)


def test_what_else_is_there_stays_with_its_line(tmp_path: Path) -> None:
    release(tmp_path, OLD)
    (tmp_path / "c.zip").unlink()
    (tmp_path / ".gitkeep").touch()
    (tmp_path / "notes.txt").write_text("mine")
    with (tmp_path / SUMS).open("a") as stream:
        stream.write("no sum\n" + "0" * 64 + "  ../up\n")
    release(tmp_path, {"d.zip": b"d"})
    after = {"a.zip": OLD["a.zip"], "b.zip": OLD["b.zip"], "d.zip": b"d"}
    assert contents(tmp_path) == {**whole(after), ".gitkeep": b"", "notes.txt": b"mine"}


def test_the_same_again_writes_nothing(tmp_path: Path) -> None:
    release(tmp_path, OLD)
    before = {path: identity(path) for path in tmp_path.iterdir()}
    release(tmp_path, OLD)
    assert {path: identity(path) for path in tmp_path.iterdir()} == before


def test_only_what_changed_is_renamed(tmp_path: Path) -> None:
    release(tmp_path, OLD)
    before = identity(tmp_path / "c.zip")
    release(tmp_path, NEW)
    assert identity(tmp_path / "c.zip") == before


def test_sums_come_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    renamed = []
    real = os.replace
    monkeypatch.setattr(
        os, "replace", lambda old, new: renamed.append(Path(new).name) or real(old, new)
    )
    release(tmp_path, dict(reversed(NEW.items())))
    assert renamed == [*sorted(NEW), SUMS]


def test_files_are_synced_before_the_first_is_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[tuple[str, int]] = []
    real = os.replace

    def replace(old: Path, new: Path) -> None:
        done.append(("rename", old.stat().st_ino))
        real(old, new)

    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(os, "fsync", lambda h: done.append(("sync", os.fstat(h).st_ino)))
    release(tmp_path, {"a.zip": b"a", "b.zip": b"b"})
    inodes = [(tmp_path / name).stat().st_ino for name in ("a.zip", "b.zip", SUMS)]
    synced = [("sync", inode) for inode in inodes]
    renamed = [("rename", inode) for inode in inodes]
    assert done == [*synced, *renamed, ("sync", tmp_path.stat().st_ino)]


@pytest.mark.parametrize("umask", [0o000, 0o077])
def test_modes_do_not_depend_on_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        release(tmp_path, OLD)
    finally:
        os.umask(before)
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o644}


@pytest.mark.parametrize("target", ["elsewhere", "same", "missing"])
def test_a_link_is_replaced_and_not_followed(tmp_path: Path, target: str) -> None:
    folder = tmp_path / "dist"
    folder.mkdir()
    (tmp_path / "elsewhere").write_bytes(b"keep me")
    (tmp_path / "same").write_bytes(NEW["a.zip"])
    (folder / "a.zip").symlink_to(tmp_path / target)
    (folder / SUMS).symlink_to(tmp_path / target)
    release(folder, NEW)
    assert contents(folder) == whole(NEW)
    assert not any(path.is_symlink() for path in folder.iterdir())
    assert (tmp_path / "elsewhere").read_bytes() == b"keep me"
    assert (tmp_path / "same").read_bytes() == NEW["a.zip"]


def test_a_failed_build_brings_a_link_back(tmp_path: Path) -> None:
    (tmp_path / "a.zip").symlink_to("somewhere")
    (tmp_path / "d.zip").mkdir()
    with pytest.raises(ReleaseError):
        release(tmp_path, NEW)
    assert (tmp_path / "a.zip").readlink() == Path("somewhere")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "d.zip"]


@pytest.mark.parametrize(
    "name", ["../x", "a/b", "", ".", "..", ".hidden", "a\nb", "a\\b", "a b", SUMS]
)
def test_names_that_are_our_bug(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="plain file name"):
        release(tmp_path, {name: b""})
    assert contents(tmp_path) == {}


# --- when it goes wrong -----------------------------------------------------------------------


@pytest.mark.parametrize("error", [RuntimeError("ours"), KeyboardInterrupt(), SystemExit(3)])
def test_whatever_a_writer_raises_leaves_the_old(tmp_path: Path, error: BaseException) -> None:
    release(tmp_path, OLD)

    def fail(stream: BinaryIO) -> None:
        stream.write(b"half")
        raise error

    with pytest.raises(type(error)):
        write_release(tmp_path, {"a.zip": writer(b"new"), "b.zip": fail})
    assert contents(tmp_path) == whole(OLD)


def test_an_error_of_a_source_file_names_it(tmp_path: Path) -> None:
    with pytest.raises(ReleaseError) as caught:
        write_release(tmp_path, {"a.zip": lambda stream: Path("/no/such/file").read_bytes()})
    assert caught.value.path == Path("/no/such/file")
    assert caught.value.reason == "no such file or directory"


def test_an_error_of_our_own_kind_passes(tmp_path: Path) -> None:
    def fail(stream: BinaryIO) -> None:
        raise PackageError(Path("x.mp4"), "the file was changed")

    with pytest.raises(PackageError, match=r"x\.mp4: the file was changed") as caught:
        write_release(tmp_path, {"a.zip": fail})
    assert type(caught.value) is PackageError


class Faults:
    """Lets the nth call of what it wraps fail, or that and all that follow."""

    def __init__(self, nth: int, code: int, lasting: bool) -> None:
        self.left, self.code, self.lasting = nth, code, lasting

    def wrap(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            self.left -= 1
            if self.left == 0 or (self.left < 0 and self.lasting):
                raise OSError(self.code, os.strerror(self.code))
            return real(*args, **kwargs)

        return call


def failing_release(
    folder: Path, monkeypatch: pytest.MonkeyPatch, faults: Faults, calls: list[str]
) -> BaseException | None:
    """What a release of NEW over OLD raised with these faults in these functions of `os`."""
    release(folder, OLD)
    before = contents(folder)
    write = faults.wrap(lambda stream, data: stream.write(data))
    with monkeypatch.context() as patch:
        for name in calls:
            patch.setattr(os, name, faults.wrap(getattr(os, name)))
        try:
            write_release(folder, {n: lambda s, d=d: write(s, d) for n, d in NEW.items()})
        except OSError as error:
            assert contents(folder) == before
            return error
    assert contents(folder) == whole(NEW)
    return None


def fails_everywhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, calls: list[str], lasting: bool
) -> int:
    """How many places there were to fail at, each of which left the old files."""
    for nth in range(1, 200):
        folder = tmp_path / str(nth)
        faults = Faults(nth, code, lasting)
        error = failing_release(folder, monkeypatch, faults, calls)
        if faults.left > 0:
            return nth - 1
        if error is None:
            continue  # done all the same: `mkdir` of a folder that is there
        assert isinstance(error, ReleaseError)
        assert error.errno == code
        assert error.reason == os.strerror(code).lower()
        assert error.path.parent in (folder, tmp_path)
        release(folder, NEW)
        assert contents(folder) == whole(NEW)
    raise AssertionError("never came to an end")


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EDQUOT])
def test_an_error_at_any_write_sync_rename(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    calls = ["fsync", "replace", "mkdir", "chmod"]
    assert fails_everywhere(tmp_path, monkeypatch, code, calls, lasting=False) >= 15


def test_a_disk_that_stays_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    calls = ["fsync", "mkdir"]
    assert fails_everywhere(tmp_path, monkeypatch, errno.ENOSPC, calls, lasting=True) >= 10


def test_without_hard_links(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", Faults(1, errno.EPERM, lasting=True).wrap(os.link))
    assert fails_everywhere(tmp_path, monkeypatch, errno.EIO, ["replace"], lasting=False) >= 3


def test_a_real_limit_on_file_size(tmp_path: Path) -> None:
    release(tmp_path, OLD)

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))
        with pytest.raises(ReleaseError) as caught:
            release(tmp_path, {"a.zip": bytes(300_000)})
        assert (caught.value.path, caught.value.reason) == (tmp_path / "a.zip", "file too large")

    assert wait(fork(limited)) == 0
    assert contents(tmp_path) == whole(OLD)


@pytest.mark.skipif(os.geteuid() != 0, reason="must be root to become someone else")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    release(tmp_path, OLD)
    for path in (tmp_path, *tmp_path.parents[:3]):
        path.chmod(0o755)

    def as_nobody() -> None:
        os.setuid(65534)
        with pytest.raises(ReleaseError) as caught:
            release(tmp_path, NEW)
        assert caught.value.reason == "permission denied"

    assert wait(fork(as_nobody)) == 0
    assert contents(tmp_path) == whole(OLD)


def test_no_folder_where_a_file_is(tmp_path: Path) -> None:
    (tmp_path / "dist").write_bytes(b"a file")
    with pytest.raises(ReleaseError) as caught:
        release(tmp_path / "dist", NEW)
    assert caught.value.reason == "file exists"


# --- many processes ---------------------------------------------------------------------------


def fork(run: Callable[[], object]) -> int:
    if (child := os.fork()) == 0:
        status = 1
        try:
            run()
            status = 0
        finally:
            os._exit(status)
    return child


def wait(child: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@needs_flock
def test_kill_at_any_time_leaves_whole_files(tmp_path: Path) -> None:
    dice = random.Random(7)
    versions = [{f"{n}.zip": bytes([v]) * 200_000 for n in range(4)} for v in range(2)]
    release(tmp_path, versions[0])

    def build_for_ever() -> None:
        while True:
            for files in versions:
                release(tmp_path, files)

    left = 0
    for _ in range(20):
        child = fork(build_for_ever)
        time.sleep(dice.uniform(0.001, 0.03))
        os.kill(child, signal.SIGKILL)
        assert wait(child) == -signal.SIGKILL
        for name in versions[0]:
            assert (tmp_path / name).read_bytes() in (versions[0][name], versions[1][name])
        left += any(path.name.startswith(".") for path in tmp_path.iterdir())
        release(tmp_path, versions[0])
        assert contents(tmp_path) == whole(versions[0])
    assert left, "no kill came in time to leave anything"


@needs_flock
def test_the_staging_of_a_living_build_is_left_alone(tmp_path: Path) -> None:
    def write(stream: BinaryIO) -> None:
        release(tmp_path, {"b.zip": b"inner"})
        stream.write(b"outer")

    write_release(tmp_path, {"a.zip": write})
    assert contents(tmp_path) == whole({"a.zip": b"outer", "b.zip": b"inner"})


@needs_flock
def test_a_link_in_place_of_staging_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "file").touch()
    folder = tmp_path / "dist"
    folder.mkdir()
    (folder / ".moocbuild-x").symlink_to(tmp_path / "mine")
    release(folder, OLD)
    assert (tmp_path / "mine" / "file").exists()


@needs_flock
@pytest.mark.parametrize("alike", [True, False])
def test_three_builds_at_once(tmp_path: Path, alike: bool) -> None:
    def build(version: int) -> None:
        for turn in range(5):
            mark = turn if alike else version
            release(tmp_path, {f"{n}.zip": bytes([mark]) * 50_000 for n in range(3)})

    children = [fork(lambda v=v: build(v)) for v in range(3)]
    assert [wait(child) for child in children] == [0, 0, 0]
    files = {f"{n}.zip": (tmp_path / f"{n}.zip").read_bytes() for n in range(3)}
    assert len(set(files.values())) == 1
    assert contents(tmp_path) == whole(files)


@needs_flock
def test_builds_of_different_files_keep_each_others_lines(tmp_path: Path) -> None:
    children = [fork(lambda v=v: release(tmp_path, {f"{v}.zip": b"x"})) for v in range(6)]
    assert [wait(child) for child in children] == [0] * 6
    assert contents(tmp_path) == whole({f"{v}.zip": b"x" for v in range(6)})


BUILDS = st.lists(
    st.dictionaries(st.sampled_from(["a", "b", "c"]), st.binary(max_size=3), max_size=3),
    max_size=5,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(BUILDS)
def test_a_folder_is_the_sum_of_its_builds(
    tmp_path_factory: pytest.TempPathFactory, builds: list[dict[str, bytes]]
) -> None:
    folder = tmp_path_factory.mktemp("dist")
    there: dict[str, bytes] = {}
    for files in builds:
        release(folder, files)
        there |= files
        assert contents(folder) == whole(there)
