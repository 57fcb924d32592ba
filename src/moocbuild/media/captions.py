"""Captions: what is wrong with a WebVTT file, line by line (w3.org/TR/webvtt1, section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

Problem = tuple[int, str]
"""Line from 1, and what is wrong there."""

_TIME = re.compile(r"(?:(\d{2,4}):)?([0-5]\d):([0-5]\d)\.(\d{3})", re.ASCII)
_TIMING = re.compile(r"(\S+)[ \t]+-->[ \t]+(\S+)((?:[ \t]+\S+)*)[ \t]*")
_SETTING = re.compile(
    r"vertical:(?:rl|lr)"
    r"|line:(?:-?\d+|\d+(?:\.\d+)?%)(?:,(?:start|center|end))?"
    r"|position:\d+(?:\.\d+)?%(?:,(?:line-left|center|line-right))?"
    r"|size:\d+(?:\.\d+)?%|align:(?:start|center|end|left|right)|region:\S+"
)
_TAG = re.compile(r"<(/?)([^\s.>/]*)[^>]*>?")
_TAGS = frozenset({"c", "i", "b", "u", "ruby", "rt", "v", "lang"})
_ESCAPES = re.compile(r"&(?!(?:amp|lt|gt|lrm|rlm|nbsp|#\d+|#[xX][0-9a-fA-F]+);)")
_ACTIVE_STYLE = re.compile(r"url\s*\(|@import|\\|<", re.IGNORECASE)


class _Block(NamedTuple):
    """Lines without a blank one among them; line: of the first, from 1."""

    line: int
    lines: list[str]


def check_vtt(text: str) -> list[Problem]:
    """Everything that is wrong, in the order of lines; empty for a valid file.

    Stricter than players: they drop a broken cue, or all that follows, without a word.
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not re.fullmatch(r"WEBVTT([ \t].*)?", lines[0]):
        return [(1, "the first line must be WEBVTT")]
    problems = [(n, "has a NUL character") for n, line in enumerate(lines, 1) if "\0" in line]
    blocks = _blocks(lines)
    first, *blocks = blocks
    if len(first.lines) > 1:
        problems.append((2, "a blank line must follow WEBVTT"))
    problems += _check_blocks(blocks)
    return sorted(problems, key=lambda problem: problem[0])


def _blocks(lines: list[str]) -> list[_Block]:
    blocks: list[_Block] = []
    inside = False
    for number, line in enumerate(lines, 1):
        if line and inside:
            blocks[-1].lines.append(line)
        elif line:
            blocks.append(_Block(number, [line]))
        inside = bool(line)
    return blocks


def _check_blocks(blocks: list[_Block]) -> Iterator[Problem]:
    latest, cues = 0, 0
    for block in blocks:
        if re.match(r"NOTE(?:[ \t]|$)", block.lines[0]):
            continue
        if (kind := block.lines[0].rstrip()) in ("STYLE", "REGION"):
            yield from _check_definition(block, kind, late=cues > 0)
            continue
        start, problems = _check_cue(block, latest)
        yield from problems
        latest, cues = max(latest, start), cues + 1
    if not cues:
        yield 1, "there are no cues"


def _check_definition(block: _Block, kind: str, *, late: bool) -> Iterator[Problem]:
    if late:
        yield block.line, f"{kind} must come before the first cue"
    for number, line in enumerate(block.lines, block.line):
        if kind == "STYLE" and _ACTIVE_STYLE.search(line):
            yield number, "a style must not load anything or contain markup"


def _check_cue(block: _Block, latest: int) -> tuple[int, list[Problem]]:
    """Start in milliseconds, and what is wrong."""
    lines = list(enumerate(block.lines, block.line))
    if "-->" not in lines[0][1]:
        lines = lines[1:]
    if not lines or "-->" not in lines[0][1]:
        return 0, [(block.line, "a cue needs a line such as 00:01.000 --> 00:04.000")]
    (number, timing), *payload = lines
    start, problems = _check_timing(timing, latest)
    found = [(number, problem) for problem in problems]
    if not payload:
        found.append((number, "the cue has no text"))
    found += [(n, problem) for n, line in payload for problem in _check_text(line)]
    return start, found


def _check_timing(line: str, latest: int) -> tuple[int, list[str]]:
    match = _TIMING.fullmatch(line.strip(" \t"))
    if match is None:
        return 0, ["a cue needs a line such as 00:01.000 --> 00:04.000"]
    start, end = _milliseconds(match[1]), _milliseconds(match[2])
    problems = [
        f"'{word}' is not a time such as 00:01.000"
        for word, time in ((match[1], start), (match[2], end))
        if time is None
    ]
    if start is not None and end is not None and end <= start:
        problems.append(
            "the cue ends before it starts" if end < start else "the cue has no length"
        )
    if start is not None and start < latest:
        problems.append("the cue starts before the one above it")
    problems += _check_settings(match[3].split())
    return start or 0, problems


def _milliseconds(word: str) -> int | None:
    match = _TIME.fullmatch(word)
    if match is None:
        return None
    hours, minutes, seconds, rest = (int(group or 0) for group in match.groups())
    return ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest


def _check_settings(words: list[str]) -> Iterator[str]:
    names = [word.partition(":")[0] for word in words]
    for word, name in zip(words, names, strict=True):
        if not _SETTING.fullmatch(word):
            yield f"'{word}' is not a cue setting"
        elif names.count(name) > 1:
            yield f"'{name}' is set twice"


def _check_text(line: str) -> Iterator[str]:
    if "-->" in line:
        yield "there must be a blank line before the next cue"
        return
    for match in _TAG.finditer(line):
        name = match[2]
        if not match[0].endswith(">"):
            yield "'<' begins a tag that is not closed; write &lt;"
        elif name not in _TAGS and not _TIME.fullmatch(match[0][1:-1]):
            yield f"<{match[1]}{name}> is not a WebVTT tag"
    if _ESCAPES.search(line):
        yield "write &amp; instead of &"
