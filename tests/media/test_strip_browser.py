"""Real pictures in a real browser: stripped, they look as they did; exiftool finds nothing."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from media.samples import _chunk as chunk
from media.test_strip import SECRET, TOLD, exif, riff, tiff
from moocbuild.media.load import load_asset
from moocbuild.package import read_asset

pytestmark = pytest.mark.browser

ENCODE = """type => new Promise(done => {
    const canvas = Object.assign(document.createElement("canvas"), {width: 48, height: 32});
    const paint = canvas.getContext("2d");
    for (let n = 0; n < 24; n++) {
        paint.fillStyle = `hsl(${n * 15} 80% ${20 + n * 2}%)`;
        paint.fillRect((n % 6) * 8, Math.floor(n / 6) * 8, 8, 8);
    }
    canvas.toBlob(blob => {
        const reader = new FileReader();
        reader.onload = () => done(reader.result.split(",")[1]);
        reader.readAsDataURL(blob);
    }, type, 0.9);
})"""
DECODE = """address => new Promise((done, fail) => {
    const image = new Image();
    image.onerror = () => fail("no picture");
    image.onload = () => {
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
        const paint = canvas.getContext("2d");
        paint.drawImage(image, 0, 0);
        const {data} = paint.getImageData(0, 0, canvas.width, canvas.height);
        done([canvas.width, canvas.height, Array.from(data).join()]);
    };
    image.src = address;
})"""


def told_jpeg(data: bytes, orientation: int) -> bytes:
    return data[:2] + exif(orientation) + b"".join(TOLD[1:]) + data[2:] + data[:2] + TOLD[0]


def told_png(data: bytes, orientation: int) -> bytes:
    more = chunk(b"eXIf", tiff(orientation)) + chunk(b"tEXt", b"Author\0" + SECRET)
    return data[:33] + more + data[33:]


def told_webp(data: bytes, orientation: int) -> bytes:
    """Chromium writes the extended form, as the colours have a profile."""
    assert data[12:16] == b"VP8X"
    more = riff(b"EXIF", tiff(orientation)) + riff(b"XMP ", SECRET)
    return riff(b"RIFF", data[8:20] + bytes([data[20] | 0x0C]) + data[21:] + more)


KINDS: Mapping[str, tuple[str, Callable[[bytes, int], bytes]]] = {
    "jpg": ("image/jpeg", told_jpeg),
    "png": ("image/png", told_png),
    "webp": ("image/webp", told_webp),
}


@pytest.mark.parametrize("orientation", [1, 3, 6])
@pytest.mark.parametrize("kind", list(KINDS))
def test_a_picture_looks_as_it_did(
    kind: str, orientation: int, shared_browser: Any, tmp_path: Path
) -> None:
    media_type, tell = KINDS[kind]
    page = shared_browser.new_page()
    plain = base64.b64decode(page.evaluate(ENCODE, media_type))
    path = tmp_path / f"x.{kind}"
    path.write_bytes(tell(plain, orientation))
    asset = load_asset(path, path.name)
    kept = read_asset(asset)
    before, after = (
        page.evaluate(DECODE, f"data:{media_type};base64,{base64.b64encode(data).decode()}")
        for data in (path.read_bytes(), kept)
    )
    page.close()
    assert after == before
    assert SECRET not in kept
    assert kept == plain or orientation > 1
    if kind != "webp":  # of which Chromium does not follow the orientation
        assert (asset.width, asset.height) == tuple(after[:2])
        assert (after[0] == 32) == (orientation == 6)
    assert metadata(kept, tmp_path / f"kept.{kind}") == (
        {"Orientation"} if orientation > 1 else set()
    )


def metadata(data: bytes, path: Path) -> set[str]:
    """What exiftool, where there is one, reads in a file of those who made it."""
    program = shutil.which("exiftool")
    if program is None:
        pytest.skip("exiftool is not installed (apt-get install libimage-exiftool-perl)")
    path.write_bytes(data)
    run = subprocess.run([program, "-j", "-G0", path], capture_output=True, check=True)
    (found,) = json.loads(run.stdout)
    groups = {"EXIF", "XMP", "IPTC", "MakerNotes", "Photoshop", "MPF", "GPS"}
    return {name.split(":")[1] for name in found if name.split(":")[0] in groups}
