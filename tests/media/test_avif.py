"""AVIF: what is shown stays where it was, byte for byte; all else is blank."""

from __future__ import annotations

import base64
import io
import struct
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from media import samples
from media.samples import avif, box, full, ref
from moocbuild.media import MediaError
from moocbuild.media.cut import BrokenError, Bytes
from moocbuild.media.heif import Fields
from moocbuild.media.load import load_asset
from moocbuild.media.probe import probe_stream
from moocbuild.media.strip import strip
from moocbuild.model.asset import blocks
from moocbuild.package import read_asset

SECRET = b"53.0N 4.9E Somebody"
TOLD: samples.Items = {
    1: (b"av01", b"pixels"),
    2: (b"Exif", b"\0\0\0\0MM\0*" + SECRET),
    3: (b"mime", SECRET),
    4: (b"av01", b"a preview " + SECRET),
    5: (b"av01", b"its transparency"),
    6: (b"uri ", SECRET),
}
REFS = ref(b"cdsc", 2, 1) + ref(b"cdsc", 3, 1) + ref(b"thmb", 4, 1) + ref(b"auxl", 5, 1)


def kept(data: bytes) -> tuple[bytes, bool]:
    made = strip(io.BytesIO(data), "image/avif")
    return b"".join(blocks(io.BytesIO(data), made.pieces or ((0, len(data)),))), made.turned


def test_what_a_picture_tells() -> None:
    given = avif(items=TOLD, refs=REFS)
    made, turned = kept(given)
    assert not turned and len(made) == len(given)
    for secret in (SECRET, b"preview", b"A program", b"mine", b"Exif", b"mime", b"uri ", b"thmb"):
        assert secret in given and secret not in made
    for shown in (b"pixels", b"its transparency"):
        assert made.index(shown) == given.index(shown)
    assert ref(b"auxl", 5, 1) in made
    assert struct.pack(">H", 2) == made[made.index(b"iinf") + 8 :][:2]
    assert kept(made) == (made, turned)


def test_numbers_in_four_bytes() -> None:
    refs = ref(b"cdsc", 2, 1, wide=True) + ref(b"auxl", 5, 1, wide=True)
    items = {one: TOLD[one] for one in (2, 5, 1)}
    more = full(b"udes", SECRET) + box(b"irot", b"\1")
    has = {1: [1, 2, 3], 2: [2], 5: [1]}
    given = avif(items=items, refs=refs, properties=more, has=has, wide=True)
    made, turned = kept(given)
    assert turned and SECRET not in made and b"udes" not in made and b"Exif" not in made
    for shown in (b"pixels", b"its transparency"):
        assert made.index(shown) == given.index(shown)
    assert ref(b"auxl", 5, 1, wide=True) in made and b"cdsc" not in made
    assert struct.pack(">IB3H", 1, 3, 0x8001, 0, 0x8003) in made
    assert kept(made) == (made, turned)
    assert probe_stream(io.BytesIO(given), "x.avif").width == 3


def test_an_item_without_a_length_reaches_to_the_end() -> None:
    """Of the file, or of the part of the index that it stands in."""
    plain = avif()
    given = plain.replace(
        struct.pack(">II", plain.index(b"pixels"), 6),
        place := struct.pack(">II", plain.index(b"pixels"), 0),
    )
    assert place in given and kept(given)[0].endswith(b"pixels")
    inside = avif(items=TOLD, refs=REFS, inline=(2, 5))
    offset = len(TOLD[2][1])
    given = inside.replace(struct.pack(">II", offset, 16), struct.pack(">II", offset, 0))
    assert given != inside and b"its transparency" in kept(given)[0]
    assert SECRET not in kept(given)[0]


def test_nothing_to_take_out() -> None:
    given = kept(avif())[0]
    assert strip(io.BytesIO(given), "image/avif").pieces == ()


def test_bytes_that_no_item_names() -> None:
    data = avif(items={1: (b"av01", b"pixels")})
    given = data[:-14] + box(b"mdat", b"pixels" + SECRET)
    assert SECRET not in kept(given)[0] and b"pixels" in kept(given)[0]


@pytest.mark.parametrize("other", [b"uuid", b"free", b"skip", b"mine"])
def test_boxes_of_others(other: bytes) -> None:
    for data in (avif(more=box(other, SECRET)), avif(within=box(other, SECRET))):
        made, _ = kept(data)
        assert SECRET not in made and other not in made.replace(b"free", b"")
        assert made.index(b"pixels") == data.index(b"pixels")


def test_items_within_the_index() -> None:
    given = avif(items=TOLD, refs=REFS, inline=(2, 5))
    made, _ = kept(given)
    assert SECRET not in made and b"its transparency" in made
    assert made.index(b"pixels") == given.index(b"pixels")
    assert kept(made)[0] == made


def test_properties_keep_their_numbers() -> None:
    """Descriptions and times are properties, too."""
    more = full(b"udes", SECRET) + box(b"colr", b"prof" + b"colours") + box(b"irot", b"\1")
    made, turned = kept(avif(properties=more, has={1: [1, 2, 3, 4]}))
    assert SECRET not in made and b"colours" in made and turned
    assert b"\x01\x04\x81\x00\x83\x84" in made


@pytest.mark.parametrize(("turn", "size"), [(0, (3, 2)), (1, (2, 3)), (2, (3, 2)), (3, (2, 3))])
def test_sides_follow_the_turn(tmp_path: Path, turn: int, size: tuple[int, int]) -> None:
    properties = box(b"irot", bytes([turn])) + box(b"imir", b"\1")
    path = tmp_path / "x.avif"
    path.write_bytes(avif(properties=properties, has={1: [1, 2, 3]}))
    asset = load_asset(path, path.name)
    assert (asset.media_type, asset.width, asset.height) == ("image/avif", *size)
    assert box(b"irot", bytes([turn])) + box(b"imir", b"\1") in read_asset(asset)


def test_a_grid_of_pictures() -> None:
    """A preview may be a grid, too: its tiles go with it."""
    items: samples.Items = {
        1: (b"grid", b"two"),
        2: (b"av01", b"left"),
        3: (b"av01", b"right"),
        4: (b"grid", b"preview"),
        5: (b"av01", b"preview of left"),
    }
    refs = ref(b"dimg", 1, 2, 3) + ref(b"dimg", 4, 5) + ref(b"thmb", 4, 1)
    made, _ = kept(avif(items=items, refs=refs))
    assert all(shown in made for shown in (b"two", b"left", b"right")) and b"preview" not in made


def test_a_brighter_rendering_stays() -> None:
    """A gain map: `tmap` is made of the picture and of the map, and may stand in its place."""
    items: samples.Items = {
        1: (b"av01", b"pixels"),
        2: (b"tmap", b"how"),
        3: (b"av01", b"a map"),
        4: (b"Exif", SECRET),
    }
    group = box(b"grpl", full(b"altr", struct.pack(">IIII", 9, 2, 2, 1)))
    made, _ = kept(avif(items=items, refs=ref(b"dimg", 2, 1, 3), within=group))
    assert b"how" in made and b"a map" in made and group in made and SECRET not in made


def test_a_film_of_pictures() -> None:
    """Its index names only the first; times and users' data are blanked."""
    more = box(b"moov", full(b"mvhd", bytes([9]) * 96) + box(b"udta", SECRET))
    given = avif(items={**TOLD}, refs=REFS, more=more, brand=b"avis")
    made, _ = kept(given)
    assert SECRET not in made and b"udta" not in made and bytes([9]) * 88 in made
    assert bytes([9]) * 96 not in made


def test_previews_go_from_a_film_of_pictures_wherever_they_stand() -> None:
    """Before all pictures, within the index; and pictures may stand in parts of their own."""
    items: samples.Items = {
        4: (b"av01", b"a preview " + SECRET),
        1: (b"av01", b"pixels"),
        3: (b"mime", SECRET),
        5: (b"av01", b"its transparency"),
        2: (b"Exif", SECRET),
    }
    more = box(b"moov", full(b"mvhd", bytes(96))) + box(b"mdat", b"its frames")
    for inline in ((), (2, 3)):
        given = avif(items=items, refs=REFS, more=more, brand=b"avis", inline=inline)
        made, _ = kept(given)
        assert SECRET not in made and b"a preview" not in made
        for shown in (b"pixels", b"its transparency", b"its frames"):
            assert made.index(shown) == given.index(shown)


def test_items_that_share_their_bytes() -> None:
    """Of what is shown nothing goes, of what is not shown nothing stays."""
    shared = avif(items={1: (b"av01", b"pixels"), 5: (b"av01", b"xels")}, refs=REFS[-14:])
    place = struct.pack(">II", shared.index(b"mdat") + 10, 4)
    within = struct.pack(">II", shared.index(b"mdat") + 6, 4)
    given = shared.replace(place, within)
    assert given != shared and b"pixels" in kept(given)[0]


def test_an_index_has_at_most_a_mebibyte() -> None:
    room = (1 << 20) - len(avif()) + 14 + 24
    largest = avif(within=box(b"free", bytes(room - 8)))
    assert struct.pack(">I4s", 1 << 20, b"meta") in largest
    assert probe_stream(io.BytesIO(largest), "x.avif").width == 3
    with pytest.raises(MediaError):
        probe_stream(io.BytesIO(avif(within=box(b"free", bytes(room - 7)))), "x.avif")


def test_an_index_names_at_most_two_thousand_of_anything() -> None:
    def counted(number: int) -> int:
        file = full(b"iinf", struct.pack(">H", number))
        return len(Fields(Bytes(io.BytesIO(file), len(file)), (b"iinf", 0, 8, 14)).count(2))

    assert counted(2_000) == 2_000
    with pytest.raises(BrokenError):
        counted(2_001)


def test_pictures_stand_in_at_most_twenty_parts() -> None:
    assert probe_stream(io.BytesIO(avif(more=box(b"mdat") * 19)), "x.avif").width == 3
    with pytest.raises(MediaError):
        probe_stream(io.BytesIO(avif(more=box(b"mdat") * 20)), "x.avif")


@pytest.mark.parametrize(("padding", "fits"), [(0, True), (1, False), (7, False), (8, True)])
def test_what_goes_from_an_index_leaves_room_for_a_box(padding: int, fits: bool) -> None:
    """Less room than a box needs could not be filled up."""
    given = avif(padding=bytes(padding))
    if not fits:
        with pytest.raises(MediaError):
            probe_stream(io.BytesIO(given), "x.avif")
        return
    made, _ = kept(given)
    assert len(made) == len(given) and (box(b"free") in made) == (padding == 8)


@pytest.mark.parametrize(
    "spoilt",
    [
        avif().replace(b"pitm", b"none"),
        avif().replace(b"ispe", b"none"),
        avif().replace(b"meta", b"none"),
        avif().replace(b"av01", b"hvc1"),
        avif(has={1: [9]}),
        avif().replace(struct.pack(">I", len(avif()) - 6), b"\xff\xff\xff\x00"),
        avif(more=avif()[24:-14]),
        avif().replace(b"infe", b"none"),
        avif().replace(b"infe\2", b"infe\1"),
        avif().replace(b"infe\2", b"infe\4"),
        avif().replace(struct.pack(">HHHH", 1, 0, 0, 1), struct.pack(">HHHH", 1, 2, 0, 1)),
        avif().replace(struct.pack(">HHHH", 1, 0, 0, 1), struct.pack(">HHHH", 1, 0, 1, 1)),
    ],
)
def test_a_picture_that_is_none(spoilt: bytes) -> None:
    with pytest.raises(MediaError, match="complete AVIF"):
        probe_stream(io.BytesIO(spoilt), "x.avif")


def test_pixels_where_they_should_not_be() -> None:
    """Within a box that is blanked, or in the index itself: such a file is refused, not spoilt."""
    plain = avif(more=box(b"free", b"pixels"))
    place = struct.pack(">II", plain.index(b"mdat") + 4, 6)
    for where in (plain.index(b"free") + 4, plain.index(b"hdlr")):
        with pytest.raises(MediaError):
            moved = plain.replace(place, struct.pack(">II", where, 6))
            assert moved != plain
            probe_stream(io.BytesIO(moved), "x.avif")


@settings(deadline=None, max_examples=300)
@given(
    st.lists(st.tuples(st.integers(0, 700), st.binary(max_size=6), st.booleans()), max_size=4),
    st.integers(0, 1_000),
)
def test_damage_is_never_a_traceback(edits: list[tuple[int, bytes, bool]], cut: int) -> None:
    data = avif(items=TOLD, refs=REFS, inline=(2, 5), properties=box(b"irot", b"\1"))
    for at, put, over in edits:
        data = data[:at] + put + data[at + len(put) * over :]
    data = data[:cut] if cut < 700 else data
    try:
        probe_stream(io.BytesIO(data), "x.avif")
    except MediaError:
        return
    made, turned = kept(data)
    assert len(made) == len(data)
    assert kept(made) == (made, turned)


@pytest.mark.parametrize(
    "data",
    [
        avif(items=dict.fromkeys(range(1, 5000), (b"av01", b"x"))),
        avif(
            items=dict.fromkeys(range(1, 3000), (b"iden", b"x")),
            refs=b"".join(ref(b"dimg", n, n + 1) for n in range(2_999, 0, -1)),
        ),
        avif(more=box(b"mdat") * 100_000),
        avif(within=box(b"free") * 120_000),
    ],
    ids=["items", "chain", "boxes", "parts"],
)
def test_endless_parts_end(data: bytes) -> None:
    """What may be read of one file is counted."""
    reads = 0

    class Counting(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            nonlocal reads
            reads += 1
            return super().read(size)

    try:
        probe_stream(Counting(data), "x.avif")
    except MediaError:
        pass
    else:
        strip(Counting(data), "image/avif")
    assert reads < 250_000


REAL = """
AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUIAAAPXbWV0YQAAAAAAAAAhaGRscgAAAAAAAAAAcGljdAAAAAAAAAAA
AAAAAAAAAAAOcGl0bQAAAAAAAQAAADppbG9jAAAAAEQAAAMAAQAAAAEAAAWDAAAAkAACAAAAAQAAA/8AAACmAAMAAAABAAAE
pQAAAN4AAABtaWluZgAAAAAAAwAAABppbmZlAgAAAAABAABhdjAxQ29sb3IAAAAAGWluZmUCAAAAAAIAAEV4aWZFeGlmAAAA
ACxpbmZlAgAAAAADAABtaW1lWE1QAGFwcGxpY2F0aW9uL3JkZit4bWwAAAAAKGlyZWYAAAAAAAAADmNkc2MAAgABAAEAAAAO
Y2RzYwADAAEAAQAAAs1pcHJwAAACrGlwY28AAAAUaXNwZQAAAAAAAAAwAAAAIAAAABBwaXhpAAAAAAMICAgAAAAMYXYxQ4EA
DAAAAAJYY29scnByb2YAAAJMbGNtcwRAAABtbnRyUkdCIFhZWiAH6gALABwAFgATAAthY3NwQVBQTAAAAAAAAAAAAAAAAAAA
AAAAAAAAAAAAAAAA9tYAAQAAAADTLWxjbXMAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
AAtkZXNjAAABCAAAADZjcHJ0AAABQAAAAEx3dHB0AAABjAAAABRjaGFkAAABoAAAACxyWFlaAAABzAAAABRiWFlaAAAB4AAA
ABRnWFlaAAAB9AAAABRyVFJDAAACCAAAACBnVFJDAAACCAAAACBiVFJDAAACCAAAACBjaHJtAAACKAAAACRtbHVjAAAAAAAA
AAEAAAAMZW5VUwAAABoAAAAcAHMAUgBHAEIAIABiAHUAaQBsAHQALQBpAG4AAG1sdWMAAAAAAAAAAQAAAAxlblVTAAAAMAAA
ABwATgBvACAAYwBvAHAAeQByAGkAZwBoAHQALAAgAHUAcwBlACAAZgByAGUAZQBsAHlYWVogAAAAAAAA9tYAAQAAAADTLXNm
MzIAAAAAAAEMQgAABd7///MlAAAHkwAA/ZD///uh///9ogAAA9wAAMBuWFlaIAAAAAAAAG+gAAA49QAAA5BYWVogAAAAAAAA
JJ8AAA+EAAC2w1hZWiAAAAAAAABilwAAt4cAABjZcGFyYQAAAAAAAwAAAAJmZgAA8qcAAA1ZAAAT0AAACltjaHJtAAAAAAAD
AAAAAKPXAABUewAATM0AAJmaAAAmZgAAD1wAAAATY29scm5jbHgAAgACAAaAAAAACWlyb3QDAAAAGWlwbWEAAAAAAAAAAQAB
BgECgwQFhgAAAhxtZGF0AAAABkV4aWYAAE1NACoAAAAIAAIBOwACAAAADwAAACaIJQAEAAAAAQAAADYAAAAAU29tZWJvZHkg
NTMuME4AAAAEAAEAAgAAAAJOAAAAAAIABQAAAAMAAABsAAMAAgAAAAJFAAAAAAQABQAAAAMAAACEAAAAAAAAADUAAAABAAAA
BAAAAAEAAAAJAAAAAQAAAAQAAAABAAAABQAAAAEAAAAGAAAAATx4OnhtcG1ldGEgeG1sbnM6eD0iYWRvYmU6bnM6bWV0YS8i
PjxyZGY6UkRGIHhtbG5zOnJkZj0iaHR0cDovL3d3dy53My5vcmcvMTk5OS8wMi8yMi1yZGYtc3ludGF4LW5zIyI+PHJkZjpE
ZXNjcmlwdGlvbiByZGY6YWJvdXQ9IiIgeG1sbnM6ZXhpZj0iaHR0cDovL25zLmFkb2JlLmNvbS9leGlmLzEuMC8iIGV4aWY6
R1BTTGF0aXR1ZGU9IjUzLDBOIi8+PC9yZGY6UkRGPjwveDp4bXBtZXRhPhIACgkYFS/7RAgIGhAygAFF4eHhiGEkkkmUAAAC
7yU4wqyBaiOjycnfPcQWhGipdxvQVyidElF/VQfEpFZAI0PNT76gKnB5GZ258Zi9f1Eluq5YEPHbqVz4/8KfsnsjNBxf258w
p7wusL2hBzciWxanQ/OPfugVZmf9lV+jMXYNdHuakghda2v41Wb8RQQ64A==
"""


@pytest.mark.browser
def test_a_real_picture_looks_as_it_did(shared_browser: Any, tmp_path: Path) -> None:
    """Written by libavif, turned, with a profile, Exif and XMP."""
    from media.test_strip_browser import DECODE

    data = base64.b64decode(REAL)
    path = tmp_path / "x.avif"
    path.write_bytes(data)
    asset = load_asset(path, path.name)
    made = read_asset(asset)
    page = shared_browser.new_page()
    before, after = (
        page.evaluate(DECODE, f"data:image/avif;base64,{base64.b64encode(each).decode()}")
        for each in (data, made)
    )
    page.close()
    assert after == before
    assert tuple(after[:2]) == (asset.width, asset.height) == (32, 48)
    assert b"GPS" in data and b"GPS" not in made and b"Somebody" not in made
