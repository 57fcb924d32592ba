"""Films, sounds and documents without places: what is left is as it was."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from media.samples import box, full, tkhd
from media.test_strip import riff
from moocbuild.media.boxes import mp4_size
from moocbuild.media.strip import strip
from moocbuild.model.asset import blocks

SECRET = b"+53.0-4.9/ Somebody"
MP4, MP3, WAV, WEBM = "video/mp4", "audio/mpeg", "audio/wav", "video/webm"
OGG, PDF = "audio/ogg", "application/pdf"


def kept(data: bytes, media_type: str) -> bytes:
    made = strip(io.BytesIO(data), media_type)
    return b"".join(blocks(io.BytesIO(data), made.pieces or ((0, len(data)),)))


def left(data: bytes, media_type: str) -> str:
    return strip(io.BytesIO(data), media_type).left


# --- MP4 ----------------------------------------------------------------------------------------

MEDIA = box(b"mdat", b"pictures and sounds")


def track(handler: bytes = b"vide", *more: bytes) -> bytes:
    hdlr = full(b"hdlr", bytes(4) + handler + bytes(12) + b"\0")
    mdia = box(b"mdia", full(b"mdhd", bytes(20)) + hdlr + box(b"minf", b"where"))
    return box(b"trak", tkhd(3, 2) + mdia + b"".join(more))


def film(*more: bytes, before: bytes = b"", tracks: bytes = b"") -> bytes:
    head = box(b"ftyp", b"isom0000") + before
    movie = full(b"mvhd", bytes(96)) + (tracks or track()) + b"".join(more)
    return head + MEDIA + box(b"moov", movie)


@pytest.mark.parametrize(
    "told",
    [
        box(b"udta", box(b"\xa9xyz", SECRET)),
        box(b"udta", full(b"meta", box(b"ilst", SECRET))),
        full(b"meta", box(b"keys", SECRET)),
        box(b"uuid", bytes(16) + SECRET),
        box(b"free", SECRET),
        box(b"gps ", SECRET),
        box(b"skip"),
    ],
)
def test_what_a_film_tells(told: bytes) -> None:
    blank = box(b"free", bytes(len(told) - 8))
    for make in (
        lambda it: film(it),
        lambda it: film(tracks=track(b"vide", it)),
        lambda it: film(before=it),
        lambda it: film() + it,
    ):
        assert kept(make(told), MP4) == make(blank)
        assert strip(io.BytesIO(make(blank)), MP4).pieces == ()
        assert mp4_size(io.BytesIO(make(blank)), b"") == (3, 2)
    assert left(film(told), MP4) == ""


@pytest.mark.parametrize("version", [0, 1])
def test_when_it_was_recorded(version: int) -> None:
    size = 16 if version else 8
    dated = full(b"mvhd", b"D" * size + b"speed" * 18, version=version)
    plain = full(b"mvhd", bytes(size) + b"speed" * 18, version=version)
    head = box(b"ftyp", b"isom0000")
    assert kept(head + box(b"moov", dated), MP4) == head + box(b"moov", plain)


@pytest.mark.parametrize("version", [0, 1])
def test_times_have_room_in_their_box(version: int) -> None:
    size = 16 if version else 8
    head = box(b"ftyp", b"isom0000")
    dated = full(b"mvhd", b"D" * size, version=version)
    plain = full(b"mvhd", bytes(size), version=version)
    assert kept(head + box(b"moov", dated), MP4) == head + box(b"moov", plain)
    short = full(b"mvhd", b"D" * (size - 1), version=version)
    assert "could not be searched" in left(head + box(b"moov", short) + MEDIA, MP4)


def test_lengths_of_all_kinds() -> None:
    """In 64 bits, and to the end of the file."""
    head = box(b"ftyp", b"isom0000")
    large = struct.pack(">I4sQ", 1, b"uuid", 16 + len(SECRET)) + SECRET
    endless = struct.pack(">I4s", 0, b"free") + SECRET
    made = kept(head + large + MEDIA + endless, MP4)
    assert SECRET not in made and len(made) == len(head + large + MEDIA + endless)
    assert made.startswith(head + struct.pack(">I4s", 16 + len(SECRET), b"free"))
    assert made.index(MEDIA) == len(head + large)


def test_a_track_of_measurements_is_said() -> None:
    assert left(film(tracks=track() + track(b"soun") + track(b"text")), MP4) == ""
    assert "track of measurements" in left(film(tracks=track() + track(b"meta")), MP4)
    assert "could not be searched" in left(film()[:-1], MP4)


# --- MP3, WAV, Ogg, WebM, PDF -------------------------------------------------------------------

SOUND = b"\xff\xfb\x90\x00" + b"sound" * 50


def id3(body: bytes, flags: int = 0) -> bytes:
    size = bytes(len(body) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\4\0" + bytes([flags]) + size + body + b"3DI4567890" * bool(flags)


def ape(body: bytes) -> bytes:
    row = struct.pack("<IIII8x", 2000, len(body) + 32, 1, 1 << 31)
    return b"APETAGEX" + row + body + b"APETAGEX" + row


OLD = (b"TAG" + SECRET).ljust(128, b"\0")
LYRICS = b"LYRICSBEGIN" + SECRET + b"%06dLYRICS200" % (11 + len(SECRET))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (id3(b"GEOB" + SECRET), b""),
        (id3(SECRET * 20, flags=0x10), b""),
        (id3(SECRET) + id3(SECRET), OLD),
        (b"", ape(SECRET) + OLD),
        (b"", LYRICS + OLD),
        (id3(SECRET), ape(SECRET)),
    ],
)
def test_what_a_sound_tells(before: bytes, after: bytes) -> None:
    assert kept(before + SOUND + after, MP3) == SOUND
    assert strip(io.BytesIO(SOUND), MP3).pieces == ()


@pytest.mark.parametrize("told", [OLD, ape(b"")[-32:]])
def test_a_file_that_is_a_tag_and_nothing_else(told: bytes) -> None:
    assert kept(told, MP3) == b""
    assert kept(told[1:], MP3) == told[1:]


@pytest.mark.parametrize(
    "sound",
    [
        SOUND + b"123456" + b"LYRICS199",
        SOUND + b"LYRICSBEGIN" + b"abcdef" + b"LYRICS200",
        SOUND + b"LYRICS200" + b"123456",
        b"ID3\4\0\0\0\0\0",
        SOUND + b"TAG",
    ],
)
def test_what_only_looks_like_a_tag_stays(sound: bytes) -> None:
    assert kept(sound, MP3) == sound


def test_a_wav_may_end_with_an_empty_part() -> None:
    heard = riff(b"fmt ", bytes(16)) + riff(b"data", b"")
    assert kept(riff(b"RIFF", b"WAVE" + riff(b"id3 ", SECRET) + heard), WAV) == riff(
        b"RIFF", b"WAVE" + heard
    )


def test_what_a_wav_tells() -> None:
    heard = riff(b"fmt ", bytes(16)) + riff(b"data", b"sound" * 9)
    told = riff(b"LIST", b"INFO" + SECRET) + riff(b"id3 ", id3(SECRET)) + riff(b"bext", SECRET)
    given = riff(b"RIFF", b"WAVE" + told + heard + told)
    assert kept(given, WAV) == riff(b"RIFF", b"WAVE" + heard)
    assert strip(io.BytesIO(kept(given, WAV)), WAV).pieces == ()
    assert "could not be searched" in left(b"RIFF\0\0\0\0WAVE", WAV)


def element(kind: bytes, body: bytes) -> bytes:
    return kind + b"\x40" + bytes([len(body)]) + body


def test_what_a_webm_tells() -> None:
    head = element(b"\x1a\x45\xdf\xa3", b"webm")
    cluster = element(b"\x1f\x43\xb6\x75", b"pictures" * 9)
    tags = element(b"\x12\x54\xc3\x67", b"LOCATION" + SECRET)
    files = element(b"\x19\x41\xa4\x69", SECRET)
    blank = b"".join(
        b"\xec\1" + (len(each) - 9).to_bytes(7) + bytes(len(each) - 9) for each in (tags, files)
    )
    segment = b"\x18\x53\x80\x67\1\xff\xff\xff\xff\xff\xff\xff"
    given = head + segment + tags + files + cluster
    assert kept(given, WEBM) == head + segment + blank + cluster
    live = cluster[:4] + b"\xff" + cluster[6:]
    assert kept(head + segment + tags + live, WEBM).endswith(live)
    assert left(given, WEBM) == ""


@pytest.mark.parametrize(
    ("secret", "blank"),
    [
        (b"abc", b"\xec\x86" + bytes(6)),
        (b"abcd", b"\xec\1" + bytes(7)),
        (b"abcde", b"\xec\1" + bytes(6) + b"\1" + bytes(1)),
    ],
)
def test_blanks_of_a_webm_are_as_long_as_what_they_stand_for(secret: bytes, blank: bytes) -> None:
    head = element(b"\x1a\x45\xdf\xa3", b"webm")
    told = b"\x12\x54\xc3\x67" + bytes([0x80 | len(secret)]) + secret
    assert len(told) == len(blank)
    assert kept(head + told, WEBM) == head + blank


@pytest.mark.parametrize("odd", [b"\x08\0\0\0\0\x81a", b"\xec\0\0\0\0\0\0\0\1\0"])
def test_numbers_that_a_webm_may_not_have(odd: bytes) -> None:
    """Names have four bytes at most, lengths eight."""
    head = element(b"\x1a\x45\xdf\xa3", b"webm")
    assert "could not be searched" in left(head + odd, WEBM)


def test_what_an_ogg_tells_is_said() -> None:
    assert "comment that tells a place" in left(b"OggS vorbis GEO_LOCATION=53;4", OGG)
    assert left(b"OggS vorbis TITLE=Dislocation=none", OGG) == ""


def test_places_in_a_pdf_become_blanks() -> None:
    given = (
        b'%PDF-1.7 <rdf:Description exif:GPSLatitude="53,0N" dc:title="Stay"/>'
        b"<photoshop:City>Somewhere</photoshop:City>"
        b"<Iptc4xmpCore:Location>Here</Iptc4xmpCore:Location> (City) %%EOF"
    )
    plain = given
    for place in (
        b'exif:GPSLatitude="53,0N"',
        b"<photoshop:City>Somewhere</photoshop:City>",
        b"<Iptc4xmpCore:Location>Here</Iptc4xmpCore:Location>",
    ):
        plain = plain.replace(place, b" " * len(place))
    assert kept(given, PDF) == plain
    assert strip(io.BytesIO(plain), PDF).pieces in ((), ((0, len(plain)),))


@pytest.mark.parametrize("gap", [0, (1 << 20) - 30, (1 << 20) - 200, 3 << 20])
def test_places_anywhere_in_a_pdf(gap: int) -> None:
    place = b'exif:GPSLatitude="53,0N"'
    given = b"%PDF-1.7 " + b"." * gap + b"<a " + place + b"/>"
    assert kept(given, PDF) == given.replace(place, b" " * len(place))
    photo = b"Exif\0\0MM\0*\0\0\0\x08\0\1" + b"\x88\x25\0\4\0\0\0\1" + bytes(8)
    assert "photo in it" in left(b"%PDF-1.7 " + b"." * gap + photo, PDF)
    assert left(b"%PDF-1.7 " + photo.replace(b"\x88", b"\x01"), PDF) == ""


# --- whatever comes -----------------------------------------------------------------------------

MADE: dict[str, Callable[[], bytes]] = {
    MP4: lambda: film(box(b"udta", SECRET), tracks=track(b"meta")),
    MP3: lambda: id3(SECRET) + SOUND + ape(SECRET) + OLD,
    WAV: lambda: riff(b"RIFF", b"WAVE" + riff(b"data", b"x") + riff(b"LIST", SECRET)),
    WEBM: lambda: element(b"\x1a\x45\xdf\xa3", b"") + element(b"\x12\x54\xc3\x67", SECRET),
    OGG: lambda: b"OggS" + SECRET,
    PDF: lambda: b'%PDF <a exif:GPSLatitude="53,0N"/>',
}


@settings(deadline=None, max_examples=300)
@given(
    st.sampled_from([*MADE]),
    st.lists(st.tuples(st.integers(0, 500), st.binary(max_size=6), st.booleans()), max_size=4),
    st.integers(0, 700),
)
def test_damage_is_never_a_traceback(
    media_type: str, edits: list[tuple[int, bytes, bool]], cut: int
) -> None:
    data = MADE[media_type]()
    for at, put, over in edits:
        data = data[:at] + put + data[at + len(put) * over :]
    data = data[:cut] if cut < 500 else data
    made = kept(data, media_type)
    assert kept(made, media_type) == made or media_type == MP3
    assert len(made) <= len(data) + 8
