"""The value itself."""

import hashlib
from pathlib import Path

import pytest

from moocbuild.errors import ChangedDuringBuild
from moocbuild.model.asset import Asset
from moocbuild.package import Package


def asset(path: Path, data: bytes, content: bytes | None = None) -> Asset:
    sha256 = hashlib.sha256(data).hexdigest()
    return Asset(
        href=path.name,
        media_type="image/png",
        source=path,
        size=len(data),
        sha256=sha256,
        content=content,
    )


def test_names_come_in_the_order_of_the_archive() -> None:
    package = Package({"b": b"", "a": b"", "z": b"", "m": b""}, ("z", "m"))
    assert package.names() == ["z", "m", "a", "b"]


@pytest.mark.parametrize("first", [("x",), ("a", "a")])
def test_first_must_be_members(first: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="first"):
        Package({"a": b"", "b": b""}, first).names()


def test_read(tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(b"disk")
    package = Package({"a": b"bytes", "b": asset(path, b"disk"), "c": asset(path, b"-", b"clean")})
    assert [package.read(name) for name in "abc"] == [b"bytes", b"disk", b"clean"]
    assert "a" in package
    assert "d" not in package
    with pytest.raises(KeyError):
        package.read("d")


@pytest.mark.parametrize("now", [b"dis", b"disk and more", b"DISK"])
def test_read_notices_a_changed_file(tmp_path: Path, now: bytes) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(now)
    with pytest.raises(ChangedDuringBuild) as caught:
        Package({"b": asset(path, b"disk")}).read("b")
    assert caught.value.path == path
    assert str(caught.value) == f"{path}: the file was changed while the build was running"
