"""Short hashes, by which pages and documents name places and tell texts apart."""

from __future__ import annotations

import hashlib

DIGITS = 12
"""48 bits: a course has some ten thousand places."""


def key_of(id: str) -> str:
    """What stands for an id where only letters and digits may stand."""
    return hashlib.sha256(f"id {id}".encode()).hexdigest()[:DIGITS]


def words_hash(words: str) -> str:
    """Of the words of a place: whether they have changed."""
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:DIGITS]
