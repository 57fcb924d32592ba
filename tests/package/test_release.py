"""Files into the output folder: all or none, whatever happens."""

import errno
import hashlib
import os
import resource
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from moocbuild.errors import PackageError
from moocbuild.package import switch
from moocbuild.package.release import SUMS, ReleaseError, Writer, write_release

needs_flock = pytest.mark.skipif(sys.platform == "win32", reason="no flock on Windows")


@pytest.fixture(autouse=True)
def _no_waiting_for_disks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hundreds of releases need no real fsync; that it is asked for has its own test."""
    monkeypatch.setattr(os, "fsync", lambda handle: None)


@pytest.fixture(params=["exchange", "renames"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both ways to put files in place: the second is that of most systems."""
    if request.param == "renames":
        monkeypatch.setattr(switch, "_renameat2", lambda: None)
    elif switch._renameat2() is None:
        pytest.skip("this system does not exchange folders")
    return str(request.param)


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
    return stat.st_ino, stat.st_mtime_ns, stat.st_mode


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
    monkeypatch.setattr(switch, "_renameat2", lambda: None)
    renamed = []
    real = os.replace
    monkeypatch.setattr(
        os, "replace", lambda old, new: renamed.append(Path(new).name) or real(old, new)
    )
    release(tmp_path, dict(reversed(NEW.items())))
    assert renamed == [*sorted(NEW), SUMS]


def test_all_change_places_in_one_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, way: str
) -> None:
    folder = tmp_path / "dist"
    release(folder, OLD)
    seen = []
    real = switch.swap

    def seeing(one: Path, other: Path) -> None:
        seen.append(contents(folder))
        real(one, other)
        seen.append(contents(folder))

    monkeypatch.setattr(switch, "swap", seeing)
    release(folder, NEW)
    assert seen == ([whole(OLD), whole(NEW)] if way == "exchange" else [])
    assert list(tmp_path.iterdir()) == [folder]


def test_files_are_synced_before_the_first_is_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(switch, "_renameat2", lambda: None)
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
    assert [each for each in done if each in synced + renamed] == [*synced, *renamed]
    assert done[-1] == ("sync", tmp_path.stat().st_ino)


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


STEPS = ("fsync", "link", "mkdir", "replace", "rmdir", "unlink", "chmod")


def killed_at(nth: int, run: Callable[[], object]) -> bool:
    """Whether `run` came to its nth step on the disk, where it was killed: before and after it."""
    left = nth

    def stepping(real: Callable[..., Any]) -> Callable[..., Any]:
        def step(*args: Any, **kwargs: Any) -> Any:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            return real(*args, **kwargs)

        return step

    def child() -> None:
        for name in STEPS:
            setattr(os, name, stepping(getattr(os, name)))
        switch.swap = stepping(switch.swap)
        run()

    status = wait(fork(child))
    assert status in (0, -signal.SIGKILL)
    return status != 0


def seen(folder: Path) -> dict[str, bytes]:
    """What a person sees of it."""
    return {name: data for name, data in contents(folder).items() if not name.startswith(".")}


@needs_flock
@pytest.mark.parametrize("folders", [False, True], ids=["files", "and folders"])
def test_kill_at_each_step(tmp_path: Path, way: str, folders: bool) -> None:
    """Old or new as a whole; where that cannot be, a mix has no sums and the next build mends it.

    What else is there stays, whatever happens.
    """
    mine = {"notes.txt": b"mine", **({"sub": b"(folder)", "sub/x": b"x"} if folders else {})}
    told = []
    for nth in range(1, 400):
        folder = tmp_path / str(nth) / "dist"
        release(folder, OLD)
        for name, data in mine.items():
            (folder / name).mkdir() if data == b"(folder)" else (folder / name).write_bytes(data)
        was = {path.name: path.stat().st_ino for path in folder.glob("[ns]*")}
        if not killed_at(nth, lambda folder=folder: release(folder, NEW)):
            break
        now = seen(folder)
        told.append(now in ({**whole(OLD), **mine}, {**whole(NEW), **mine}))
        assert told[-1] or (SUMS not in now and mine.items() <= now.items())
        assert told[-1] or way == "renames" or folders
        release(folder, {"e.zip": b"e"})
        both = [{**whole({**which, "e.zip": b"e"}), **mine} for which in (OLD, NEW)]
        assert contents(folder) in both[told[-1] is False :]
        assert [path.name for path in folder.parent.iterdir()] == ["dist"]
        assert {path.name: path.stat().st_ino for path in folder.glob("[ns]*")} == was
    assert nth > 25
    assert (not all(told)) == (way == "renames" or folders)


@needs_flock
def test_kill_while_an_error_is_undone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(switch, "_renameat2", lambda: None)

    def failing(folder: Path) -> None:
        real = os.replace

        def replace(old: Path, new: Path) -> None:
            if Path(new) == folder / "d.zip":
                raise OSError(errno.EIO, "no")
            real(old, new)

        monkeypatch.setattr(os, "replace", replace)
        with pytest.raises(ReleaseError):
            release(folder, NEW)

    for nth in range(1, 400):
        folder = tmp_path / str(nth) / "dist"
        release(folder, OLD)
        if not killed_at(nth, lambda folder=folder: failing(folder)):
            break
        release(folder, {"e.zip": b"e"})
        assert contents(folder) in [whole({**which, "e.zip": b"e"}) for which in (OLD, NEW)]
    assert contents(folder) == whole(OLD)


@needs_flock
def test_a_killed_build_never_overwrites_a_later_one(tmp_path: Path, way: str) -> None:
    """One that began before the kill, and ended after it."""
    folder = tmp_path / "dist"
    release(folder, OLD)

    def write(stream: BinaryIO) -> None:
        assert any(killed_at(nth, lambda: release(folder, NEW)) for nth in (25,))
        stream.write(b"later a")

    write_release(folder, {"a.zip": write})
    assert (folder / "a.zip").read_bytes() == b"later a"
    release(folder, {"e.zip": b"e"})
    assert (folder / "a.zip").read_bytes() == b"later a"


def test_what_comes_at_the_last_moment_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if switch._renameat2() is None:
        pytest.skip("this system does not exchange folders")
    folder = tmp_path / "dist"
    release(folder, OLD)
    (folder / "notes.txt").write_text("old")
    real = switch.swap

    def late(one: Path, other: Path) -> None:
        (folder / "late.txt").write_text("late")
        (folder / "notes.new").write_text("new")
        (folder / "notes.new").replace(folder / "notes.txt")
        (folder / "sub").mkdir()
        real(one, other)

    monkeypatch.setattr(switch, "swap", late)
    release(folder, NEW)
    mine = {"late.txt": b"late", "notes.txt": b"new", "sub": b"(folder)"}
    assert contents(folder) == {**whole(NEW), **mine}


@pytest.mark.parametrize("where", ["in it", "link", "named ."])
def test_a_folder_that_must_stay_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    """A shell that stands in it, or a link to it, would be left with one that is gone."""
    folder = tmp_path / "dist"
    release(folder, OLD)
    before = folder.stat().st_ino
    monkeypatch.chdir(folder if where != "link" else tmp_path)
    (tmp_path / "link").symlink_to(folder)
    release({"in it": folder, "link": tmp_path / "link", "named .": Path()}[where], NEW)
    assert folder.stat().st_ino == before
    assert contents(folder) == whole(NEW)


def test_mode_and_owner_of_the_folder_stay(tmp_path: Path) -> None:
    folder = tmp_path / "dist"
    release(folder, OLD)
    folder.chmod(0o750)
    release(folder, NEW)
    assert folder.stat().st_mode & 0o7777 == 0o750


@needs_flock
@pytest.mark.parametrize("nth", [10, 25, 35])
def test_leftovers_of_another_folder_are_its_own(tmp_path: Path, way: str, nth: int) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    release(one, OLD)
    release(other, OLD)
    killed_at(nth, lambda: release(one, NEW))
    release(other, NEW)
    assert contents(other) == whole(NEW)
    release(one, {"e.zip": b"e"})
    assert contents(one) in [whole({**which, "e.zip": b"e"}) for which in (OLD, NEW)]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["one", "other"]


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


def test_what_is_written_out_of_order_is_hashed_as_it_lies_there(tmp_path: Path) -> None:
    def jumping(stream: BinaryIO) -> None:
        stream.write(b"0123456789" * 300_000)
        stream.seek(3)
        stream.write(b"abc")
        stream.seek(0, 2)
        stream.write(b"end")

    files = {"jumps.bin": jumping, "plain.bin": writer(b"0123456789" * 300_000)}
    sums = write_release(tmp_path, files)
    for name, digest in sums.items():
        assert hashlib.sha256((tmp_path / name).read_bytes()).hexdigest() == digest
