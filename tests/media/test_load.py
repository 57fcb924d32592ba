"""Files as assets of the model."""

import hashlib
import time
from pathlib import Path

import pytest

from media import samples
from moocbuild.media import MediaError
from moocbuild.media.load import load_asset
from moocbuild.model.asset import Asset
from moocbuild.package import read_asset


def test_a_picture_stays_on_disk(tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    whole = samples.png(body=b"Author\0Someone")
    path.write_bytes(whole)
    kept = whole[:33] + whole[33 + 12 + 14 :]
    asset = load_asset(path, "media/x.png")
    assert asset == Asset(
        href="media/x.png",
        media_type="image/png",
        source=path,
        size=len(kept),
        sha256=hashlib.sha256(kept).hexdigest(),
        width=3,
        height=2,
        pieces=((0, 33), (59, len(whole))),
    )
    assert read_asset(asset) == kept


def test_a_drawing_is_its_clean_copy(tmp_path: Path) -> None:
    path = tmp_path / "x.svg"
    path.write_bytes(b'<svg viewBox="0 0 30 20"><script>1</script></svg>')
    asset = load_asset(path, "media/x.svg")
    assert asset.content == b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"/>\n'
    assert asset.size == len(asset.content)
    assert asset.sha256 == hashlib.sha256(asset.content).hexdigest()
    assert (asset.media_type, asset.width, asset.height) == ("image/svg+xml", 30, 20)


@pytest.mark.parametrize("size", [(1 << 20) - 1, 1 << 20, (1 << 20) + 1, 3 << 20])
def test_large_files_are_read_whole(tmp_path: Path, size: int) -> None:
    data = samples.mp4() + samples.box(b"free", bytes(size - len(samples.mp4()) - 8))
    path = tmp_path / "x.mp4"
    path.write_bytes(data)
    asset = load_asset(path, "x.mp4")
    assert (asset.size, asset.sha256) == (size, hashlib.sha256(data).hexdigest())
    assert (asset.width, asset.height) == (3, 2)


def test_errors(tmp_path: Path) -> None:
    (tmp_path / "x.png").touch()
    with pytest.raises(MediaError, match="is empty"):
        load_asset(tmp_path / "x.png", "x.png")
    with pytest.raises(FileNotFoundError):
        load_asset(tmp_path / "y.png", "y.png")


@pytest.mark.audit
def test_two_hundred_pictures_in_no_time(tmp_path: Path) -> None:
    paths = [tmp_path / f"{n}.png" for n in range(200)]
    for path in paths:
        path.write_bytes(samples.png(body=bytes(20_000)))
    best = min(seconds_to_load(paths) for _ in range(3))
    print(f"{best * 1000:.0f} ms")
    assert best < 0.15  # 50 ms on a machine that does nothing else


def seconds_to_load(paths: list[Path]) -> float:
    start = time.process_time()
    for path in paths:
        load_asset(path, path.name)
    return time.process_time() - start
