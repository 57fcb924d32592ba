"""SubRip captions, which Open edX wants, from WebVTT, which browsers want."""

from __future__ import annotations

import html
import re

_TIMING = re.compile(r"\s*((?:\d+:)?\d\d:\d\d)\.(\d{3})\s+-->\s+((?:\d+:)?\d\d:\d\d)\.(\d{3})")
_TAG = re.compile(r"<[^<>]*>")


def from_vtt(text: str) -> str:
    """The cues of a sound WebVTT file, numbered; voices, styles and places are left out."""
    blocks = text.replace("\r\n", "\n").replace("\r", "\n").split("\n\n")
    cues = [cue for cue in map(_cue, blocks) if cue]
    return "".join(f"{number}\n{cue}\n\n" for number, cue in enumerate(cues, 1))


def _cue(block: str) -> str:
    lines = block.strip("\n").split("\n")
    for number, line in enumerate(lines):
        if timing := _TIMING.match(line):
            start, milli, end, last = timing.groups()
            said = [html.unescape(_TAG.sub("", words)) for words in lines[number + 1 :]]
            said = [words for words in said if words.strip()]  # a line of blanks ends no cue here
            return "\n".join([f"{_long(start)},{milli} --> {_long(end)},{last}", *said])
    return ""


def _long(time: str) -> str:
    """With hours, of two digits at least."""
    return time.zfill(8) if time.count(":") == 2 else f"00:{time}"
