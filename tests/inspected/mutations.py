"""Seeded mutations of bytes: what damage, chance and fuzzers do to files."""

from __future__ import annotations

import random

_MAGIC = (b"PK\1\2", b"PK\3\4", b"PK\5\6", b"PK\6\6", b"PK\6\7", b"PK\7\x08")
_NUMBERS = (b"\0\0", b"\xff\xff", b"\xff\xff\xff\xff", b"\0\0\0\0", b"\x01\0\x08\0", b"\x7f\xff")
_TOKENS = (
    b"<",
    b">",
    b"</",
    b"<!--",
    b"]]>",
    b"<![CDATA[",
    b"&",
    b"&amp;",
    b"&#0;",
    b"&x;",
    b'"',
    b"'",
    b"<!DOCTYPE a [",
    b"<?x?>",
    b'xmlns="',
    b"\xff",
    b"\0",
    b"<item>",
    b"</item>",
    b'identifier=""',
    b'identifierref="m"',
    b'href="../x"',
    b'xml:base="//x/"',
    b"<manifest>",
    b"\xef\xbb\xbf",
    b"\xe2\x80\xae",
)


def mutated(data: bytes, seed: int, *, xml: bool = False) -> bytes:
    """A copy with one to four changes; the same for the same seed."""
    chance = random.Random(seed)
    made = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(made)) if made else 0
        change = chance.randrange(6)
        if change == 0:
            made[at : at + 1] = bytes([chance.randrange(256)])
        elif change == 1:
            tokens = _TOKENS if xml else (*_MAGIC, *_NUMBERS)
            token = chance.choice(tokens)
            made[at : at + (0 if xml else len(token))] = token
        elif change == 2:
            del made[at : at + chance.randint(1, 64)]
        elif change == 3:
            piece = made[at : at + chance.randint(1, 64)]
            made[at:at] = piece
        elif change == 4:
            made[at] ^= 1 << chance.randrange(8) if made else 0
        else:
            other = chance.randrange(len(made))
            piece = made[other : other + chance.randint(1, 32)]
            made[at : at + len(piece)] = piece
    return bytes(made)
