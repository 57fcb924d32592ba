"""Kinds and sizes from headers; and files that are not what they say."""

import contextlib
import random
import struct
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counting import Reads
from media import samples
from moocbuild.media import MediaError, MediaInfo
from moocbuild.media.probe import probe, probe_stream

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="3" height="2"/>'
ZIP = b"PK\x03\x04" + bytes(40)


def probed(folder: Path, name: str, data: bytes) -> MediaInfo:
    path = folder / name
    path.write_bytes(data)
    return probe(path)


def error(folder: Path, name: str, data: bytes) -> MediaError:
    with pytest.raises(MediaError) as caught:
        probed(folder, name, data)
    return caught.value


SIZED = [
    ("x.png", samples.png(), "image/png"),
    ("x.PNG", samples.png(), "image/png"),
    ("x.gif", samples.gif(), "image/gif"),
    ("x.jpg", samples.jpeg(), "image/jpeg"),
    ("x.jpeg", samples.jpeg(), "image/jpeg"),
    ("exif.jpg", samples.jpeg(before=samples.segment(0xE1, bytes(60_000))), "image/jpeg"),
    ("filled.jpg", samples.jpeg(before=b"\xff\xff" + samples.segment(0xC4, b"x")), "image/jpeg"),
    ("empty.jpg", samples.jpeg(before=samples.segment(0xE2, b"")), "image/jpeg"),
    ("like.jpg", samples.jpeg(before=samples.segment(0xE3, b"JFIF\0" + bytes(30))), "image/jpeg"),
    ("short.jpg", samples.jpeg(before=samples.segment(0xE0, b"JFIF\0" + bytes(8))), "image/jpeg"),
    ("x.webp", samples.webp_lossy(), "image/webp"),
    ("less.webp", samples.webp_lossless(), "image/webp"),
    ("more.webp", samples.webp_extended(), "image/webp"),
    ("x.avif", samples.avif(), "image/avif"),
    ("other.avif", samples.avif(brand=b"mif1"), "image/avif"),
    ("x.svg", SVG, "image/svg+xml"),
    ("x.mp4", samples.mp4(), "video/mp4"),
    ("x.m4v", samples.mp4(), "video/mp4"),
]
UNSIZED = [
    ("x.m4a", samples.mp4(0, 0), "audio/mp4"),
    ("x.mp3", b"ID3\x04" + bytes(20), "audio/mpeg"),
    ("frame.mp3", b"\xff\xfb\x90\x00" + bytes(20), "audio/mpeg"),
    ("two.mp3", b"\xff\xfb", "audio/mpeg"),
    ("x.ogg", b"OggS" + bytes(20), "audio/ogg"),
    ("x.opus", b"OggS" + bytes(20), "audio/ogg"),
    ("x.webm", b"\x1aE\xdf\xa3" + bytes(20), "video/webm"),
    ("x.wav", b"RIFF\0\0\0\0WAVEfmt ", "audio/wav"),
    ("x.pdf", b"%PDF-1.7\n", "application/pdf"),
    ("x.woff2", b"wOF2" + bytes(20), "font/woff2"),
    ("x.vtt", b"\xef\xbb\xbfWEBVTT\n", "text/vtt"),
    ("late.vtt", b"00:01.000 --> 00:02.000\n", "text/vtt"),
    ("x.odt", ZIP, "application/vnd.oasis.opendocument.text"),
    ("x.zip", ZIP, "application/zip"),
    ("x.csv", b"a,b\n", "text/csv"),
    ("x.txt", "Zürich".encode(), "text/plain"),
]


@pytest.mark.parametrize(("name", "data", "media_type"), SIZED)
def test_type_and_size(tmp_path: Path, name: str, data: bytes, media_type: str) -> None:
    assert probed(tmp_path, name, data) == MediaInfo(media_type=media_type, width=3, height=2)


@pytest.mark.parametrize(("name", "data", "media_type"), UNSIZED)
def test_type(tmp_path: Path, name: str, data: bytes, media_type: str) -> None:
    assert probed(tmp_path, name, data) == MediaInfo(media_type=media_type)


@pytest.mark.parametrize("marker", sorted({*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}))
def test_every_kind_of_frame_says_its_size(tmp_path: Path, marker: int) -> None:
    info = probed(tmp_path, "x.jpg", samples.jpeg(marker=marker))
    assert (info.width, info.height) == (3, 2)


@pytest.mark.parametrize("marker", [0xBF, 0xC4, 0xC8, 0xCC, 0xD0])
def test_what_is_no_frame_has_no_size(tmp_path: Path, marker: int) -> None:
    other = samples.segment(marker, struct.pack(">BHH", 8, 20, 30))
    assert probed(tmp_path, "x.jpg", samples.jpeg(before=other)).width == 3


@pytest.mark.parametrize("make", [samples.webp_lossy, samples.webp_lossless])
@given(width=st.integers(1, 9999), height=st.integers(1, 4000))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
def test_all_sizes(tmp_path: Path, make, width: int, height: int) -> None:
    for name, maker in (("x.webp", make), ("x.jpg", samples.jpeg), ("x.mp4", samples.mp4)):
        info = probed(tmp_path, name, maker(width, height))
        assert (info.width, info.height) == (width, height)


@pytest.mark.parametrize(("name", "data", "media_type"), SIZED + UNSIZED)
def test_an_empty_file(tmp_path: Path, name: str, data: bytes, media_type: str) -> None:
    assert error(tmp_path, name, b"").problem == "empty"


@pytest.mark.parametrize(("name", "data", "media_type"), SIZED)
def test_a_file_cut_short_anywhere(
    tmp_path: Path, name: str, data: bytes, media_type: str
) -> None:
    for end in range(1, len(data), max(1, len(data) // 150)):
        error(tmp_path, name, data[:end])


HTML = b"<!DOCTYPE html><title>Log in</title>"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("x.png", HTML, "is named as PNG but is HTML"),
        ("x.png", b"  <script>1</script>", "is named as PNG but is HTML"),
        ("x.svg", HTML, "is named as SVG but is HTML"),
        ("x.svg", b'<?xml version="1.0"?><!DOCTYPE x><html/>', "is named as SVG but is HTML"),
        ("x.svg", b'<?xml version="1.0"?><kml/>', "is named as SVG but has a different root"),
        ("x.svg", b"hello", "is named as SVG but is text"),
        ("x.jpg", samples.png(), "is named as JPEG but is PNG"),
        ("x.jpg", b"\0\0\0\x18ftypheic", "is named as JPEG but is HEIC"),
        ("x.jpg", samples.avif(), "is named as JPEG but is AVIF"),
        ("x.mp4", b"\0\0\0\x18ftypqt  ", "is named as MP4 but is QuickTime"),
        ("x.mp3", bytes(90), "is named as MP3 but is of an unknown type"),
        ("x.mp3", b"\xff", "is named as MP3 but is text"),
        ("x.mp3", b"\xff\xf9", "is named as MP3 but is text"),
        ("x.mp3", b"\xfe\xfb", "is named as MP3 but is text"),
        ("x.vtt", HTML, "is named as WebVTT but is HTML"),
        ("x.odt", HTML, "is named as ZIP but is HTML"),
        ("x.txt", b"MZ\0\0", "is named as text but is of an unknown type"),
        ("x.txt", HTML, "is named as text but is HTML"),
    ],
)
def test_not_what_the_name_says(tmp_path: Path, name: str, data: bytes, says: str) -> None:
    found = error(tmp_path, name, data)
    assert found.reason.startswith(says)
    assert (found.problem, found.refused) == ("type", True)


@pytest.mark.parametrize("name", ["x.exe", "x.php", "x.html", "x.js", "x.tiff", "x", ".png"])
def test_suffixes_that_are_not_shown(tmp_path: Path, name: str) -> None:
    found = error(tmp_path, name, samples.png())
    said = f"'{Path(name).suffix}'" if Path(name).suffix else "no suffix"
    assert (found.problem, found.reason) == (
        "type",
        f"has {said}, which is not a supported file type",
    )


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.gif", samples.gif(body=b"*/=1;<script>alert(1)</script>")),
        ("x.gif", samples.gif() + b"<script>alert(1)</script>;"),
        ("x.png", samples.png(body=b"<?php system(1);")),
        ("x.jpg", samples.jpeg() + b"<html><body onload=1>"),
        ("x.jpg", samples.jpeg(jfif=bytes(7) + b"*/=alert(1);/*")),
        ("x.jpg", samples.jpeg(before=samples.segment(0xE0, b"JFIF\0" + bytes(7) + b"\1\1"))),
        ("x.webp", samples.webp_lossy() + b"<ScRiPt>"),
        ("x.mp3", b"ID3" + bytes(20) + b"<script>"),
        ("x.gif", b"GIF89a/*" + b"\0\0\0\0\0*/=1;alert(1);"),
        ("x.gif", b"GIF89a=1;alert(1);"),
        ("x.gif", b'GIF89a="\1\0\0\0\0,";alert(1);'),
        ("x.gif", b"GIF89a=\n1;\n\n\n\n;alert(1);"),
    ],
)
def test_polyglots(tmp_path: Path, name: str, data: bytes) -> None:
    assert error(tmp_path, name, data).refused


def test_data_after_the_end(tmp_path: Path) -> None:
    assert "after its end" in error(tmp_path, "x.png", samples.png() + b"PK\x03\x04").reason
    assert "after its end" in error(tmp_path, "x.gif", samples.gif() + b"more").reason
    assert probed(tmp_path, "y.png", samples.png() + b"\0\n").width == 3
    assert probed(tmp_path, "y.jpg", samples.jpeg() + b"SEFT trailer of a phone").width == 3


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.png", samples.png(50_000, 50_000)),
        ("x.png", samples.png(10_001, 1)),
        ("x.png", samples.png(1, 10_001)),
        ("x.png", samples.png(8_000, 5_001)),
        ("x.jpg", samples.jpeg(65_000, 65_000)),
        ("x.gif", samples.gif(65_535, 1)),
        ("x.webp", samples.webp_extended(1 << 24, 1 << 24)),
        ("x.mp4", samples.mp4(20_000, 20_000)),
    ],
)
def test_too_many_pixels(tmp_path: Path, name: str, data: bytes) -> None:
    found = error(tmp_path, name, data)
    assert (found.problem, found.refused) == ("size", True)


def test_a_drawing_has_no_pixels_to_limit(tmp_path: Path) -> None:
    huge = SVG.replace(b'"3" height="2"', b'"99999" height="99999"')
    assert probed(tmp_path, "x.svg", huge).width == 99_999


def test_the_largest_images(tmp_path: Path) -> None:
    assert probed(tmp_path, "x.png", samples.png(10_000, 4_000)).width == 10_000
    assert "no width" in error(tmp_path, "x.png", samples.png(0, 4)).reason


def test_the_size_in_words(tmp_path: Path) -> None:
    assert error(tmp_path, "x.png", samples.png(50_000, 50_000)).reason == (
        "is 50000 × 50000 pixels; the limit is 10000 per side and 40 million in total"
    )


@pytest.mark.parametrize(
    "data",
    [
        samples.box(b"ftyp", b"isom0000"),
        samples.box(b"ftyp", b"isom0000")
        + samples.box(b"moov", samples.box(b"trak", b"12345678")),
        samples.box(b"ftyp", b"isom0000") + struct.pack(">I4s", 4, b"moov"),
        samples.box(b"ftyp", b"isom0000") + struct.pack(">I4sQ", 1, b"moov", 1 << 63),
        samples.box(b"ftyp", b"isom0000") + samples.box(b"free") * 20_000,
        samples.box(b"ftyp", b"isom0000")
        + samples.box(b"moov", samples.box(b"trak", samples.box(b"tkhd", b"short"))),
    ],
)
def test_broken_mp4(tmp_path: Path, data: bytes) -> None:
    assert error(tmp_path, "x.mp4", data).problem == "broken"


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.jpg", samples.jpeg(before=b"\xff\xe1\0\1")),
        ("x.jpg", samples.jpeg(before=b"no segment")),
        ("x.jpg", samples.jpeg(before=samples.segment(0xDA, bytes(10)))),
        ("x.webp", samples.webp(b"VP8 ", bytes(30))),
        ("x.webp", samples.webp(b"ALPH", bytes(30))),
        ("x.webp", samples.webp(b"ALPH", b"/" + bytes(30))),
        ("x.webp", samples.webp(b"ALPH", b"\0\0\0\x9d\x01\x2a" + bytes(30))),
        ("x.webp", samples.webp(b"VP8L", bytes(30))),
    ],
)
def test_broken_images(tmp_path: Path, name: str, data: bytes) -> None:
    found = error(tmp_path, name, data)
    assert (found.problem, found.reason.startswith("is not a complete")) == ("broken", True)


def test_a_jpeg_of_segments_without_end(tmp_path: Path) -> None:
    data = samples.jpeg(before=samples.segment(0xE2, b"") * 100_000)
    assert "no frame header" in error(tmp_path, "x.jpg", data).reason


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(SIZED + UNSIZED), st.integers(0), st.data())
def test_damaged_files_only_ever_raise_media_errors(
    tmp_path: Path, sample: tuple[str, bytes, str], seed: int, data: st.DataObject
) -> None:
    name, whole, _ = sample
    damaged = bytearray(whole)
    dice = random.Random(seed)
    for _ in range(data.draw(st.integers(0, 8))):
        damaged[dice.randrange(len(damaged))] = dice.randrange(256)
    with contextlib.suppress(MediaError):
        probed(tmp_path, name, bytes(damaged[: dice.randrange(1, len(damaged) + 1)]))


def test_only_the_ends_of_a_file_are_read() -> None:
    head = samples.box(b"ftyp", b"isom0000") + samples.box(b"moov", samples.tkhd(3, 2))
    stream = Reads(head + struct.pack(">I4s", 0, b"mdat") + bytes(1 << 24))
    probe_stream(stream, "x.mp4")
    assert stream.times < 20 and stream.amount < 1 << 17
