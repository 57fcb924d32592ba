"""Files in pieces: what is kept, and what stands in place of the rest."""

from __future__ import annotations

import io

import pytest

from moocbuild.media.cut import BrokenError, Bytes, blank, is_whole, joined
from moocbuild.model.asset import Piece, blocks, length

DATA = b"0123456789"


def file(left: int = 100) -> Bytes:
    return Bytes(io.BytesIO(DATA), len(DATA), left)


def test_so_many_reads_and_no_more() -> None:
    read = file(left=2)
    assert read.at(0, 1) + read.at(9, 1) == b"09"
    with pytest.raises(BrokenError):
        read.at(0, 1)


@pytest.mark.parametrize(
    ("start", "size", "found"), [(0, 10, DATA), (9, 1, b"9"), (10, 0, b""), (9, 2, None)]
)
def test_nothing_is_read_past_the_end(start: int, size: int, found: bytes | None) -> None:
    if found is None:
        with pytest.raises(BrokenError):
            file().at(start, size)
    else:
        assert file().at(start, size) == found


@pytest.mark.parametrize(("start", "end"), [(0, 10), (10, 10), (3, 3)])
def test_spans_within_a_file(start: int, end: int) -> None:
    assert file().span(start, end) == (start, end)


@pytest.mark.parametrize(("start", "end"), [(0, 11), (3, 2)])
def test_spans_that_are_none(start: int, end: int) -> None:
    with pytest.raises(BrokenError):
        file().span(start, end)


@pytest.mark.parametrize("size", [0, 1, (1 << 16) - 1, 1 << 16, (1 << 16) + 1])
def test_blanks_have_the_length_that_is_asked_for(size: int) -> None:
    assert b"".join(map(bytes, blank(size))) == bytes(size)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        ([(0, 10)], True),
        ([(0, 4), (4, 10)], True),
        ([(0, 4), b"45", (6, 10)], True),
        ([b"0123456789"], True),
        ([(0, 9)], False),
        ([(0, 4), (5, 10)], False),
        ([(1, 10)], False),
        ([(0, 4), b"4x", (6, 10)], False),
        ([(0, 10), b"x"], False),
        ([(0, 4), b"456789!"], False),
    ],
)
def test_whether_pieces_are_the_whole_file(pieces: list[Piece], whole: bool) -> None:
    assert is_whole(pieces, file()) == whole


@pytest.mark.parametrize(
    ("pieces", "fewer"),
    [
        ([], []),
        ([(0, 4), (4, 10)], [(0, 10)]),
        ([(0, 4), (4, 6), (6, 10)], [(0, 10)]),
        ([(0, 4), (5, 10)], [(0, 4), (5, 10)]),
        ([(0, 4), b"x", (4, 10)], [(0, 4), b"x", (4, 10)]),
        ([b"x", b"y", (0, 1)], [b"x", b"y", (0, 1)]),
        ([(0, 4), b""], [(0, 4)]),
        ([b"", b"x"], [b"x"]),
    ],
)
def test_spans_that_follow_each_other_become_one(pieces: list[Piece], fewer: list[Piece]) -> None:
    assert list(joined(pieces)) == fewer


def test_a_file_by_its_pieces() -> None:
    pieces: list[Piece] = [(2, 4), b"x", (9, 12), (4, 4)]
    assert b"".join(blocks(io.BytesIO(DATA), pieces)) == b"23x9", "fewer where it is shorter"
    assert [length(piece) for piece in pieces] == [2, 1, 3, 0]
    large = bytes(range(256)) * (1 << 13)
    read = list(blocks(io.BytesIO(large), [(1, len(large))]))
    assert b"".join(read) == large[1:] and max(map(len, read)) == 1 << 20
