"""Where an address leads, where it stands, and what is said of one that leads nowhere."""

from __future__ import annotations

import pytest

from markdown_trees import read
from moocbuild.model.text import Ref
from moocbuild.source.files.tree import SourceFile
from moocbuild.source.markdown.links import resolve
from moocbuild.source.shared import FileReader, Shared

HERE = "course/01-m/01-p.md"
PAGES = {
    HERE: "m/p",
    "course/01-m/na\u0308h.md": "m/nah",
    "course/01-m/02-q.md": "m/q",
    "course/contacts.yml": "help",
}
MEDIA = frozenset({"media/a.png", "media/e\u0301.png", "course/01-m/b.png", "media/sub/a b.png"})
UNREAD = frozenset({"course/01-m/03-r.md"})


def reader(text: str = "") -> FileReader:
    file = SourceFile(HERE, text, tuple(text.split("\n")))
    return FileReader(file, "m/p", Shared(pages=PAGES, media=MEDIA, unread=UNREAD))


def found(url: str, *, media: bool = False) -> tuple[Ref | str | None, list[str], list[str]]:
    """Where it leads, the codes of what is told, and the help, "" for that of the rule itself."""
    here = reader(f"[x]({url})")
    ref = resolve(url, 1, 1, here, media=media)
    told = here.findings
    help = ["" if each.help == each.rule.remedy else each.help for each in told]
    return ref, [each.rule.code for each in told], help


@pytest.mark.parametrize(
    ("url", "ref"),
    [
        ("02-q.md", Ref("page", "m/q")),
        ("./02-q.md", Ref("page", "m/q")),
        ("näh.md", Ref("page", "m/nah")),
        ("n%C3%A4h.md", Ref("page", "m/nah")),
        ("02-q.md#part", Ref("page", "m/q", "part")),
        ("02-q.md#%C3%A9", Ref("page", "m/q", "é")),
        ("02-q.md?x=1#part", Ref("page", "m/q", "part")),
        ("#part", Ref("page", "m/p", "part")),
        ("../contacts.yml", Ref("page", "help")),
        ("../../media/a.png", Ref("media", "media/a.png")),
        ("../../media/\u00e9.png", Ref("media", "media/e\u0301.png")),
        ("../../media/sub/a%20b.png", Ref("media", "media/sub/a b.png")),
        ("b.png", Ref("media", "course/01-m/b.png")),
        ("https://a.org", "https://a.org"),
        ("HTTPS://a.org", "HTTPS://a.org"),
        ('https://a.org/"b', "https://a.org/%22b"),
        ("https://a.org/\u200bb", "https://a.org/b"),
        ("mailto:a@b.org", "mailto:a@b.org"),
        ("tel:112", "tel:112"),
    ],
)
def test_where_links_lead(url: str, ref: Ref | str) -> None:
    assert found(url) == (ref, [], [])


@pytest.mark.parametrize(
    ("url", "code", "help"),
    [
        ("", "MB106", ""),
        ("02-r.md", "MB106", "did you mean '02-q.md'?"),
        ("nothing-like-it.md", "MB106", ""),
        ("../../../x.md", "MB004", "copy it to media/"),
        ("../../..", "MB004", "copy it to media/"),
        ("/etc/passwd", "MB004", "copy it to media/"),
        ("file:///etc/passwd", "MB004", "copy it to media/"),
        ("C:/x.md", "MB004", "copy it to media/"),
        ("a%2Fb.md", "MB004", "copy it to media/"),
        ("a%00b.md", "MB004", "copy it to media/"),
        ("javascript:alert(1)", "MB035", ""),
        ("java%73cript:alert(1)", "MB035", ""),
        ("java\u200bscript:alert(1)", "MB035", ""),
        ("data:text/html,x", "MB035", ""),
        ("../../media/b.png", "MB108", "did you mean 'b.png'?"),
        ("../../media/A.PNG", "MB108", "did you mean '../../media/a.png'?"),
        ("../../media/nothing-like-it.gif", "MB108", ""),
    ],
)
def test_links_that_lead_nowhere(url: str, code: str, help: str) -> None:
    assert found(url) == (None, [code], [help])


@pytest.mark.parametrize(
    ("url", "code", "help"),
    [
        ("https://a.org/a.png", "MB036", "put it in media/"),
        ("http://a.org/a.png", "MB036", "put it in media/"),
        ("ftp://a.org/a.png", "MB036", "put it in media/"),
        ("//a.org/a.png", "MB036", "put it in media/"),
        ("https://youtu.be/dQw4w9WgXcQ", "MB036", "write a link, alone in its paragraph"),
        ("data:image/png;base64,AA", "MB035", "save it as a file in media/"),
        ("DATA:image/png;base64,AA", "MB035", "save it as a file in media/"),
        ("data:text/html,x", "MB035", ""),
        ("mailto:a@b.org", "MB035", ""),
        ("02-q.md", "MB108", ""),
        ("", "MB106", ""),
    ],
)
def test_what_cannot_be_shown(url: str, code: str, help: str) -> None:
    assert found(url, media=True) == (None, [code], [help])


def test_what_can_be_shown() -> None:
    assert found("../../media/a.png", media=True) == (Ref("media", "media/a.png"), [], [])
    assert found("//a.org/a.png")[1] == ["MB004"]


def test_a_page_that_could_not_be_read_is_told_once() -> None:
    assert found("03-r.md") == (None, [], [])


def test_what_a_page_uses_is_kept() -> None:
    here = reader("[x](02-q.md#part)")
    for url in ("02-q.md#part", "02-q.md", "../../media/a.png", "../../media/a.png"):
        resolve(url, 1, 1, here)
    assert [(link.page, link.anchor) for link in here.added.links] == [("m/q", "part")]
    assert list(here.added.media) == ["media/a.png"]


@pytest.mark.parametrize(
    ("text", "line", "last", "url", "place"),
    [
        ("See [x](no.md).", 1, 1, "no.md", (1, 9, 5)),
        ("See [x](<no.md>).", 1, 1, "no.md", (1, 10, 5)),
        ("a\nb [x](no.md)", 1, 2, "no.md", (2, 7, 5)),
        ("See [x](n%C3%A9.md).", 1, 1, "n%C3%A9.md", (1, 9, 10)),
        ("See [x](né.md).", 1, 1, "n%C3%A9.md", (1, 9, 5)),
        ("See [x](a&amp;b.md).", 1, 1, "a&b.md", (1, 9, 10)),
        ('See [x](no.md "T").', 1, 1, "no.md", (1, 9, 5)),
        ("See [x][y].\n\n[y]: no.md", 1, 1, "no.md", (3, 6, 5)),
        ("no.md\n\nSee [x][y].\n\n[y]: no.md", 3, 3, "no.md", (5, 6, 5)),
        ('<a href="no.md">x</a>', 1, 1, "no.md", (1, 10, 5)),
        ("<a href=no.md>x</a>", 1, 1, "no.md", (1, 9, 5)),
        ("See [x](no(1).md).", 1, 1, "no(1).md", (1, 9, 8)),
        ("  See it.", 1, 1, "no.md", (1, 3, 7)),
        ("[x](ok.md) [x](no.md)", 1, 1, "no.md", (1, 16, 5)),
        ("[x](n.md) [x](no.md)", 1, 1, "no.md", (1, 15, 5)),
    ],
)
def test_where_an_address_stands(
    text: str, line: int, last: int, url: str, place: tuple[int, int, int]
) -> None:
    here = reader(text)
    assert resolve(url, line, last, here) is None
    (span,) = (each.span for each in here.findings)
    assert (span.line, span.column, span.length) == place


@pytest.mark.parametrize(
    ("url", "shown"),
    [("x:" + "a" * 58, "x:" + "a" * 58), ("xy:" + "a" * 58, "xy:" + "a" * 54 + "…")],
)
def test_long_addresses_are_cut(url: str, shown: str) -> None:
    here = reader("")
    resolve(url, 1, 1, here)
    assert f"'{shown}'" in here.findings[0].message


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a[^1] b[^1]\n\n[^1]: one\n\n[^1]: other", [5]),
        ("a[^1]\n\n> [^1]: one\n\n[^1]: other", [5]),
        ("a[^1]\n\n[^1]: one\n\n```\n[^1]: other\n```", []),
        ("[a]\n\n[a]: https://one.example\n[A]: https://other.example", [4]),
        ("[a]\n\n[a]: https://one.example\n[a]: https://one.example", []),
    ],
)
def test_names_that_are_defined_twice(text: str, lines: list[int]) -> None:
    assert read(text).at("MB167") == lines
