"""Pictures without metadata: nothing told, no pixel touched, the orientation kept."""

from __future__ import annotations

import io
import re
import struct
import tarfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counting import Reads
from media import samples
from media.samples import segment
from moocbuild.media import MediaError
from moocbuild.media.load import load_asset
from moocbuild.media.strip import Stripped, strip
from moocbuild.model.asset import blocks
from moocbuild.package import Package, read_asset
from moocbuild.package.targz import write_tar_gz
from moocbuild.package.zip import write_zip

SECRET = b"53.0N 4.9E Somebody"
JPEG, PNG, WEBP, GIF = "image/jpeg", "image/png", "image/webp", "image/gif"


def tiff(orientation: int = 1, order: str = ">", *, first: bool = False) -> bytes:
    """Fields as a camera writes them: who, where, when, and a preview."""
    fields = [(0x010E, 2, len(SECRET), 200), (0x8825, 4, 1, 120), (0x013B, 2, 4, 7)]
    turned = (0x0112, 3, 1, orientation << 16 if order == ">" else orientation)
    fields = [turned, *fields] if first else [*fields, turned]
    head = b"MM\0*" if order == ">" else b"II*\0"
    rows = b"".join(struct.pack(f"{order}HHII", *field) for field in fields)
    body = head + struct.pack(f"{order}IH", 8, len(fields)) + rows + bytes(4)
    return body.ljust(200, b"\0") + SECRET


def exif(orientation: int = 1, order: str = ">") -> bytes:
    return segment(0xE1, b"Exif\0\0" + tiff(orientation, order))


PROFILE = segment(0xE2, b"ICC_PROFILE\0\1\1" + b"colours" * 9)
ADOBE = segment(0xEE, b"Adobe\0\x64\0\0\0\0\1")
TOLD = (
    exif(),
    segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET),
    segment(0xED, b"Photoshop 3.0\0" + SECRET),
    segment(0xE2, b"MPF\0" + SECRET),
    segment(0xE0, b"JFXX\0" + SECRET),
    segment(0xEB, SECRET),
    segment(0xFE, SECRET),
)


def stripped(data: bytes, media_type: str) -> tuple[bytes, bool]:
    made: Stripped = strip(io.BytesIO(data), media_type)
    return b"".join(blocks(io.BytesIO(data), made.pieces or ((0, len(data)),))), made.turned


def minimal(orientation: int) -> bytes:
    field = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    return b"MM\0*\0\0\0\x08\0\x01" + field + bytes(4)


# --- JPEG --------------------------------------------------------------------------------------


@pytest.mark.parametrize("told", TOLD)
def test_what_a_photo_tells(told: bytes) -> None:
    given = samples.jpeg(before=told + PROFILE + ADOBE)
    kept, turned = stripped(given, JPEG)
    assert (kept, turned) == (samples.jpeg(before=PROFILE + ADOBE), False)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("orientation", range(10))
def test_an_orientation_is_kept_alone(orientation: int, order: str) -> None:
    given = samples.jpeg(before=exif(orientation, order))
    kept, turned = stripped(given, JPEG)
    alone = segment(0xE1, b"Exif\0\0" + minimal(orientation)) if 2 <= orientation <= 8 else b""
    assert kept == samples.jpeg(before=alone)
    assert turned == (5 <= orientation <= 8)
    assert stripped(kept, JPEG) == (kept, turned)


def test_pixels_stay_scan_by_scan() -> None:
    """Progressive: tables and scans take turns; 0xFF in a scan is stuffed, restarts are in it."""
    scans = b"".join(
        segment(0xC4, bytes([n])) + segment(0xFE, SECRET) + segment(0xDA, bytes(10)) + scan
        for n, scan in enumerate((b"\xff\0a\xff\xd0b\xff\xd7" * 20_000, b"\xff\0" * 70_000, b"x"))
    )
    plain = scans.replace(segment(0xFE, SECRET), b"")
    given = samples.jpeg().replace(b"scan\xff\xd9", b"scan" + scans + b"\xff\xd9")
    kept, _ = stripped(given, JPEG)
    assert kept == samples.jpeg().replace(b"scan\xff\xd9", b"scan" + plain + b"\xff\xd9")


@pytest.mark.parametrize("marker", [0xE0, 0xE3, 0xEA, 0xED, 0xEF])
def test_what_applications_write_goes(marker: int) -> None:
    """From the first to the last marker that is theirs; the tables beside them stay."""
    given = samples.jpeg(before=segment(marker, SECRET))
    assert stripped(given, JPEG)[0] == samples.jpeg()
    table = segment(0xDD, b"\0\1")
    assert stripped(samples.jpeg(before=table), JPEG)[0] == samples.jpeg(before=table)


def test_what_follows_the_picture_goes() -> None:
    """Previews, depths and short films of phones, with an Exif of their own."""
    second = samples.jpeg(before=exif(6))
    assert stripped(samples.jpeg() + second + samples.mp4(), JPEG) == (samples.jpeg(), False)


def test_a_preview_in_the_header_goes() -> None:
    thumbnail = segment(0xE0, b"JFIF\0\1\2\0\0\1\0\1\2\1" + b"rgbrgb")
    plain = segment(0xE0, b"JFIF\0\1\2\0\0\1\0\1\0\0")
    rest = samples.jpeg()[2 + 18 :]
    assert stripped(b"\xff\xd8" + thumbnail + rest, JPEG)[0] == b"\xff\xd8" + plain + rest


def test_bytes_between_segments() -> None:
    """Decoders go on at the next marker, past what fills and what is lost."""
    given = samples.jpeg(before=b"\xff\xff" + exif()[1:])
    assert SECRET not in stripped(given, JPEG)[0]
    start = samples.jpeg().index(b"\xff\xda")
    lost = samples.jpeg()[:start] + b"lost" + segment(0xE1, SECRET) + samples.jpeg()[start:]
    assert stripped(lost, JPEG)[0] == samples.jpeg()


# --- PNG, WebP, GIF ----------------------------------------------------------------------------


def chunks(*more: bytes) -> bytes:
    """A PNG with these chunks before its pixels."""
    plain = samples.png()
    return plain[:33] + b"".join(more) + plain[45:]


def chunk(kind: bytes, body: bytes) -> bytes:
    return samples._chunk(kind, body)


@pytest.mark.parametrize("kind", b"tEXt zTXt iTXt tIME pHYs eXIf prVt sPLT".split())
def test_what_a_png_tells(kind: bytes) -> None:
    body = tiff() if kind == b"eXIf" else SECRET
    kept = b"".join(chunk(each, b"shown") for each in b"iCCP gAMA sRGB tRNS acTL fcTL".split())
    given = chunks(kept, chunk(kind, body))
    assert stripped(given, PNG) == (chunks(kept), False)
    assert stripped(chunks(kept), PNG) == (chunks(kept), False)


@pytest.mark.parametrize("orientation", [2, 4, 5, 8])
def test_the_orientation_of_a_png(orientation: int) -> None:
    given = chunks(chunk(b"eXIf", tiff(orientation, "<")))
    kept = chunks(chunk(b"eXIf", minimal(orientation)))
    assert stripped(given, PNG) == (kept, orientation >= 5)
    assert stripped(kept, PNG) == (kept, orientation >= 5)


def test_a_second_end_of_a_png() -> None:
    given = samples.png() + SECRET + samples.png()[-12:]
    assert stripped(given, PNG)[0] == chunks()


def riff(kind: bytes, body: bytes) -> bytes:
    return kind + struct.pack("<I", len(body)) + body + bytes(len(body) % 2)


def webp(flags: int, *parts: bytes) -> bytes:
    inner = b"WEBP" + riff(b"VP8X", bytes([flags]) + bytes(9)) + b"".join(parts)
    return riff(b"RIFF", inner)


SHOWN = (riff(b"ICCP", b"colours"), riff(b"ALPH", b"a"), riff(b"VP8 ", b"pixels"))


def test_what_a_webp_tells() -> None:
    told = (riff(b"EXIF", tiff()), riff(b"XMP ", SECRET), riff(b"mine", SECRET))
    assert stripped(webp(0x3C, *SHOWN, *told), WEBP) == (webp(0x30, *SHOWN), False)
    assert stripped(webp(0x3C, *SHOWN, *told) + SECRET, WEBP) == (webp(0x30, *SHOWN), False)
    assert stripped(webp(0x30, *SHOWN), WEBP) == (webp(0x30, *SHOWN), False)


@pytest.mark.parametrize("before", [b"", b"Exif\0\0"])
@pytest.mark.parametrize("orientation", [3, 6])
def test_the_orientation_of_a_webp(orientation: int, before: bytes) -> None:
    given = webp(0x0C, *SHOWN, riff(b"EXIF", before + tiff(orientation)), riff(b"XMP ", SECRET))
    kept = webp(0x08, *SHOWN, riff(b"EXIF", minimal(orientation)))
    assert stripped(given, WEBP) == (kept, orientation == 6)
    assert stripped(kept, WEBP) == (kept, orientation == 6)


def extension(label: int, *parts: bytes) -> bytes:
    return b"!" + bytes([label]) + b"".join(bytes([len(p)]) + p for p in parts) + b"\0"


def test_what_a_gif_tells() -> None:
    head = b"GIF89a" + struct.pack("<HH", 3, 2) + b"\x80\0\0" + bytes(6)
    image = b"," + bytes(8) + b"\x81" + bytes(12) + b"\2\3abc\0"
    repeat = extension(0xFF, b"NETSCAPE2.0", b"\1\0\0")
    delay = extension(0xF9, bytes(4))
    told = extension(0xFE, SECRET) + extension(0xFF, b"XMP DataXMP", SECRET)
    kept = head + repeat + delay + image + delay + image + b";"
    given = head + told + repeat + told + delay + image + told + delay + image + told + b";"
    assert stripped(given + b"\0", GIF) == (kept, False)


# --- whatever comes ----------------------------------------------------------------------------

MADE: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "x.jpg": (JPEG, lambda: samples.jpeg(before=exif(6) + PROFILE + TOLD[1])),
    "x.png": (PNG, lambda: chunks(chunk(b"eXIf", tiff(6)), chunk(b"tEXt", SECRET))),
    "x.webp": (WEBP, lambda: webp(0x0C, *SHOWN, riff(b"EXIF", tiff(6)), riff(b"XMP ", SECRET))),
}


@settings(deadline=None, max_examples=300)
@given(
    st.sampled_from([*MADE]),
    st.lists(st.tuples(st.integers(0, 400), st.binary(max_size=6), st.booleans()), max_size=4),
    st.integers(0, 600),
)
def test_damage_is_never_a_traceback(
    name: str, edits: list[tuple[int, bytes, bool]], cut: int
) -> None:
    media_type, made = MADE[name]
    data = made()
    for at, put, over in edits:
        data = data[:at] + put + data[at + len(put) * over :]
    data = data[:cut] if cut < 400 else data
    kept, _ = stripped(data, media_type)
    again, _ = stripped(kept, media_type)
    assert again == kept
    assert len(kept) <= len(data) + 40


_SEGMENTS = st.lists(st.sampled_from([*TOLD, PROFILE, ADOBE, exif(3), exif(8, "<")]), max_size=8)
_SCAN = st.lists(st.one_of(st.binary(max_size=9), st.just(b"\xff\xd3")), max_size=9).map(
    lambda parts: b"".join(
        part if part == b"\xff\xd3" else part.replace(b"\xff", b"\xff\0") for part in parts
    )
)


@settings(deadline=None)
@given(_SEGMENTS, _SCAN, st.binary(max_size=30))
def test_any_photo(before: list[bytes], scan: bytes, after: bytes) -> None:
    data = samples.jpeg(before=b"".join(before))[:-6] + scan + b"\xff\xd9" + after
    kept, turned = stripped(data, JPEG)
    said = [each for each in before if each.startswith(b"\xff\xe1") and each[4:8] == b"Exif"]
    first = {exif(): 1, exif(3): 3, exif(8, "<"): 8}[said[0]] if said else 1
    assert SECRET not in kept
    assert kept.endswith(scan + b"\xff\xd9")
    assert [each for each in before if each in (PROFILE, ADOBE)] == re.findall(
        re.escape(PROFILE) + b"|" + re.escape(ADOBE), kept
    )
    assert kept.count(b"Exif\0\0") == (first != 1)
    assert (minimal(first) in kept) == (first != 1)
    assert turned == (first == 8)


def test_every_package_has_the_same(tmp_path: Path) -> None:
    """Small and large: what is packed is what was measured."""
    for count in (1, 2_000_000):
        scan = b"\xff\0" * count
        path = tmp_path / f"{count}.jpg"
        path.write_bytes(samples.jpeg(40, 30, before=exif(6))[:-6] + scan + b"\xff\xd9")
        asset = load_asset(path, f"media/{path.name}")
        assert (asset.width, asset.height, asset.content) == (30, 40, None)
        kept = read_asset(asset)
        assert len(kept) == asset.size and kept.endswith(scan + b"\xff\xd9")
        assert SECRET not in kept
        package = Package({"x.jpg": asset})
        zipped, tarred = io.BytesIO(), io.BytesIO()
        write_zip(package, zipped)
        write_tar_gz(package, tarred)
        assert zipfile.ZipFile(zipped).read("x.jpg") == kept
        with tarfile.open(fileobj=io.BytesIO(tarred.getvalue())) as archive:
            assert archive.extractfile("x.jpg").read() == kept  # type: ignore[union-attr]


def test_a_photo_that_is_no_whole_one_is_said(tmp_path: Path) -> None:
    for name, (_, made) in MADE.items():
        path = tmp_path / name
        path.write_bytes(made()[: len(made()) // 2])
        with pytest.raises(MediaError, match="truncated"):
            load_asset(path, name)


@pytest.mark.parametrize(
    ("media_type", "data"),
    [
        (JPEG, b"\xff\xd8" + b"\xff" * 3_000_000),
        (JPEG, b"\xff\xd8" + b"\xff\xfe\0\2" * 1_500_000 + b"\xff\xd9"),
        (JPEG, samples.jpeg()[:-2] + b"\xff" * 3_000_000 + b"\xff\xd9"),
        (JPEG, samples.jpeg()[:-2] + b"\xff\0" * 3_000_000),
        (PNG, samples.png()[:33] + chunk(b"tEXt", b"") * 500_000 + samples.png()[-12:]),
        (WEBP, webp(0, *(riff(b"mine", b"") for _ in range(700_000)))),
        (GIF, b"GIF89a" + bytes(7) + b"!\xfe" + b"\1x" * 3_000_000 + b"\0;"),
    ],
)
def test_endless_parts_end(media_type: str, data: bytes) -> None:
    stream = Reads(data)
    strip(stream, media_type)
    assert stream.times < 2_100_000  # without a limit, three times as many
    assert stream.amount < 4 * len(data)


@pytest.mark.parametrize("size", [4, 10])
def test_flags_of_a_webp_say_what_is_left(size: int) -> None:
    """Whatever else stands in that chunk; bits for Exif and XMP are unset, others stay."""
    given = samples.webp(b"VP8X", bytes([0x1C]) + bytes(size - 1))
    assert stripped(given, "image/webp")[0] == samples.webp(b"VP8X", b"\x10" + bytes(size - 1))
