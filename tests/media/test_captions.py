"""Captions: every line that a player would drop, or choke on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moocbuild.media.captions import check_vtt

GOOD = """WEBVTT - Silence on the bench

NOTE
written by hand

STYLE
::cue { color: white }

REGION
id:left

intro
00:00.000 --> 00:02.000 align:start position:10%,line-left line:-1 size:80% vertical:rl region:left
<v Sami>I said it was <i>fine</i>, <c.loud>fine</c> &amp; &lt;done&gt;.

00:02.000\t-->  00:04.500
Two lines
<00:03.000>in <lang de>Deutsch</lang>.

100:00:00.000 --> 100:00:01.000
- Late.
"""
STYLE_PROBLEM = "a style must not load anything or contain markup"
CUE = "00:01.000 --> 00:02.000\ntext\n"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_good(end: str, mark: str) -> None:
    assert check_vtt(mark + GOOD.replace("\n", end)) == []


@pytest.mark.parametrize("head", ["", "WEBVTTX", "webvtt", " WEBVTT", "1", "\n\nWEBVTT"])
def test_header(head: str) -> None:
    assert check_vtt(f"{head}\n\n{CUE}") == [(1, "the first line must be WEBVTT")]


def test_blank_line_after_the_header() -> None:
    problem = (2, "a blank line must follow WEBVTT")
    assert problem in check_vtt(f"WEBVTT\n{CUE}")
    assert check_vtt(f"WEBVTT\nKind: captions\n\n{CUE}") == [problem]


@pytest.mark.parametrize(
    ("cue", "problem"),
    [
        ("00:02.000 --> 00:01.000\nx", (3, "the cue ends before it starts")),
        ("00:02.000 --> 00:02.000\nx", (3, "the cue has no length")),
        ("00:02,000 --> 00:03.000\nx", (3, "'00:02,000' is not a time such as 00:01.000")),
        ("00:02.000 --> 00:63.000\nx", (3, "'00:63.000' is not a time such as 00:01.000")),
        ("0:00:02.000 --> 00:03.000\nx", (3, "'0:00:02.000' is not a time such as 00:01.000")),
        ("00:02.00 --> 00:03.000\nx", (3, "'00:02.00' is not a time such as 00:01.000")),
        (
            "00:02.000-->00:03.000\nx",
            (3, "a cue needs a line such as 00:01.000 --> 00:04.000"),
        ),
        ("only text\nmore", (3, "a cue needs a line such as 00:01.000 --> 00:04.000")),
        ("lonely", (3, "a cue needs a line such as 00:01.000 --> 00:04.000")),
        ("00:02.000 --> 00:03.000", (3, "the cue has no text")),
        ("00:02.000 --> 00:03.000 align:middle\nx", (3, "'align:middle' is not a cue setting")),
        ("00:02.000 --> 00:03.000 size:1% size:2%\nx", (3, "'size' is set twice")),
        (
            "00:02.000 --> 00:03.000\nx\n00:03.000 --> 00:04.000\ny",
            (5, "there must be a blank line before the next cue"),
        ),
        (
            "00:02.000 --> 00:03.000\n<script>alert(1)</script>",
            (4, "<script> is not a WebVTT tag"),
        ),
        (
            "id\n00:02.000 --> 00:03.000\na\n<img src=x>",
            (6, "<img> is not a WebVTT tag"),
        ),
        ("00:02.000 --> 00:03.000\n<>", (4, "<> is not a WebVTT tag")),
        ("00:02.000 --> 00:03.000\na < b", (4, "'<' begins a tag that is not closed; write &lt;")),
        ("00:02.000 --> 00:03.000\nQ & A", (4, "write &amp; instead of &")),
        ("00:02.000 --> 00:03.000\na\0b", (4, "has a NUL character")),
        (
            "STYLE\n::cue{background:url(http://evil.example)}",
            (4, STYLE_PROBLEM),
        ),
        ("STYLE\n@import 'x'", (4, STYLE_PROBLEM)),
    ],
)
def test_problems(cue: str, problem: tuple[int, str]) -> None:
    assert problem in check_vtt(f"WEBVTT\n\n{cue}\n")


def test_order() -> None:
    text = "WEBVTT\n\n00:05.000 --> 00:06.000\na\n\n00:04.000 --> 00:07.000\nb\n"
    assert check_vtt(text) == [(6, "the cue starts before the one above it")]


def test_overlap_is_allowed() -> None:
    assert check_vtt("WEBVTT\n\n00:01.000 --> 00:06.000\na\n\n00:01.000 --> 00:03.000\nb\n") == []


def test_definitions_come_before_cues() -> None:
    assert check_vtt(f"WEBVTT\n\n{CUE}\nSTYLE\n::cue{{}}\n") == [
        (6, "STYLE must come before the first cue")
    ]


def test_no_cue() -> None:
    assert check_vtt("WEBVTT\n") == [(1, "there are no cues")]


def test_every_problem_is_told_in_the_order_of_lines() -> None:
    text = "WEBVTT\n\n00:02.000 --> 00:01.000 x\n<b>Q & A <x>\n\nbad\n"
    assert [line for line, _ in check_vtt(text)] == [3, 3, 4, 4, 6]


@given(
    st.lists(
        st.sampled_from(["WEBVTT", "", "NOTE", "STYLE", "REGION", "-->", "<", "&"]) | st.text()
    )
)
def test_anything_can_be_checked(lines: list[str]) -> None:
    check_vtt("\n".join(lines))
    check_vtt("WEBVTT\n\n" + "\n".join(lines))
