"""Table C: Markdown, HTML, drawings, media and paths on the author's side."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest

from hostile.cases import Case, Place, check
from hostile.course import COURSE, LESSON, PICTURE, QUIZ, STORY, lesson, question, quiz
from hostile.inside import Inside
from hostile.run import Outcome

PASSWD = "../" * 9 + "etc/passwd"
ALERT = "alert(1)"


def refused(id: str, *paragraphs: str, slug: str, words: str) -> Case:
    """An author's error in the lesson."""
    return Case(id, "E", {LESSON: lesson(*paragraphs)}, (Place(slug, LESSON, words),))


def harmless(
    id: str, *paragraphs: str, shown: tuple[str, ...] = (), places: tuple[Place, ...] = ()
) -> Case:
    """Built, with nothing active inside."""
    return Case(id, "N", {LESSON: lesson(*paragraphs)}, places, shown)


def removed(id: str, paragraph: str, words: str) -> Case:
    """Built without it, and a warning says so."""
    return harmless(id, paragraph, places=(Place("html-removed", LESSON, words),))


def outside(id: str, paragraph: str, words: str) -> Case:
    """Leads out of the course."""
    return Case(
        id, "R", {LESSON: lesson(paragraph)}, (Place("path-outside", LESSON, words),), only=False
    )


def media(id: str, level: str, name: str, data: bytes, slug: str = "media-refused") -> Case:
    """A file under media/ that the lesson shows."""
    link = f"![A picture](../../media/{name})"
    files = {f"media/{name}": data, LESSON: lesson(link)}
    return Case(id, level, {**files}, (Place(slug, LESSON, f"../../media/{name}"),))


def png(width: int = 1, height: int = 1) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(kind + body))
        return struct.pack(">I", len(body)) + kind + body + crc

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0\0")
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", pixels)
        + chunk(b"IEND", b"")
    )


def svg(inside: str, root: str = "", before: str = "") -> str:
    head = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f'{before}{head} viewBox="0 0 9 9"{root}>{inside}<rect width="9" height="9"/></svg>'


def bomb() -> str:
    rows = ['<g id="a0"><rect width="1" height="1"/></g>']
    for n in range(1, 12):
        rows.append(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>")
    return svg("".join(rows))


def link_to(target: str) -> object:
    return lambda path: path.symlink_to(target)


def hard_link(path: Path) -> None:
    secret = path.parents[2] / "secret.svg"
    secret.write_text(svg(""), encoding="utf-8")
    os.link(secret, path)


def two_lines(outcome: Outcome) -> None:
    assert [f.line for f in outcome.of("warning") if f.slug == "personal-data"] == [9, 9]


def one_name_each(package: Inside) -> None:
    names = [n for n in package.files if n.endswith(".svg")]
    lower = {n.rpartition("/")[2].lower() for n in names}
    assert len(lower) == len(names), names
    assert all(n.isascii() and " " not in n and "#" not in n for n in package.files)


def box(kind: bytes, body: bytes = b"") -> bytes:
    return struct.pack(">I4s", 8 + len(body), kind) + body


TRACK = box(b"trak", box(b"tkhd", bytes(76) + struct.pack(">II", 3 << 16, 2 << 16)))
VIDEO = box(b"ftyp", b"isom0000") + box(b"moov", box(b"mvhd", bytes(100)) + TRACK)
VTT = "WEBVTT\n\n00:00.000 --> 00:02.000\nHello there.\n"
TRANSCRIPT = "<details>\n<summary>Transcript</summary>\n\nHello.\n\n</details>"
FILM = f"[A short film](../../media/clip.mp4)\n\n{TRANSCRIPT}"
MUTATION = (
    "<math><mtext><table><mglyph><style><!-- x --></style>"
    f'<img title="--&gt;&lt;img src=1 onerror={ALERT}&gt;" src="../../media/picture.svg" alt="">'
    "</mglyph></table></mtext></math>"
)
ACTIVE = (
    f"<title>Bench</title><script>{ALERT}</script>"
    '<foreignObject><iframe xmlns="http://www.w3.org/1999/xhtml" src="https://x.example/"/>'
    '</foreignObject><image href="https://x.example/a.png"/>'
    f'<a xlink:href="javascript:{ALERT}"><text>hi</text></a>'
    '<use href="https://x.example/a.svg#b"/>'
    f'<rect onclick="{ALERT}" fill="url(https://x.example/#a)"/>'
    "<style>rect{fill:url(https://x.example/)}</style>"
    f'<animate attributeName="href" to="javascript:{ALERT}"/>'
)
PLAYING = (
    '<video controls autoplay loop src="../../media/clip.mp4">'
    '<track kind="captions" src="../../media/clip.en.vtt" srclang="en"></video>\n\n'
)
CLASHING = """\
---
kind: scenario
---

# S

Before.

## M
<!-- #main -->

Text.

- [Go](#page-end)

## E
<!-- #page-end end -->

Text.
"""
TWO_MODULES = """\
id: tiny
title: T
version: 1.0.0
released: 2026-01-02
language: en
modules: [01-one, 02-two]
"""

CASES = [
    refused("C01", f"<script>{ALERT}</script>", slug="html-element", words="<script"),
    refused(
        "C01-inline", "Some <SCRIPT src=x.js></SCRIPT> here", slug="html-element", words="<SCRIPT"
    ),
    Case(
        "C01-option",
        "E",
        {QUIZ: quiz(question(wrong=f"Say <script>{ALERT}</script>"))},
        (Place("html-element", QUIZ, "<script"),),
    ),
    removed("C02", f'<img src="../../media/picture.svg" alt="x" onerror="{ALERT}">', "onerror"),
    removed("C02-case", f'<b OnMouseOver="{ALERT}">bold</b>', "OnMouseOver"),
    harmless("C02-slash", f'<b/onclick="{ALERT}">bold', shown=("<b/onclick=",)),
    refused("C03", f"[x](javascript:{ALERT})", slug="url-scheme", words="javascript:"),
    refused("C03-image", f"![x](javascript:{ALERT})", slug="url-scheme", words="javascript:"),
    refused("C03-autolink", f"<javascript:{ALERT}>", slug="url-scheme", words="javascript:"),
    refused(
        "C03-html", f'<a href="javascript:{ALERT}">x</a>', slug="url-scheme", words="javascript:"
    ),
    refused(
        "C03-reference",
        f"[x][y]\n\n[y]: javascript:{ALERT}",
        slug="url-scheme",
        words="javascript:",
    ),
    refused("C04", f"[x](java&#09;script:{ALERT})", slug="url-scheme", words="java&#09;script"),
    refused("C04-entity", f"[x](&#106;avascript:{ALERT})", slug="url-scheme", words="&#106;"),
    refused(
        "C04-colon", f"[x](javascript&colon;{ALERT})", slug="url-scheme", words="javascript&colon;"
    ),
    refused("C04-case", f"[x](JaVaScRiPt:{ALERT})", slug="url-scheme", words="JaVaScRiPt"),
    refused("C04-vb", "[x](vbscript:msgbox)", slug="url-scheme", words="vbscript"),
    Case(
        "C04-control",
        "E",
        {LESSON: lesson(f'<a href="&#1;javascript:{ALERT}">x</a>')},
        (Place("url-scheme", LESSON, "&#1;java"), Place("encoding", LESSON, "&#1;")),
    ),
    removed("C05", f"Text <svg onload={ALERT}></svg> text", "<svg"),
    removed(
        "C05-xlink", '<svg><a xlink:href="https://x.example/"><text>t</text></a></svg>', "<svg"
    ),
    refused(
        "C06",
        f"<iframe srcdoc='<script>{ALERT}</script>'></iframe>",
        slug="html-element",
        words="<iframe",
    ),
    refused(
        "C07", '<iframe src="https://x.example/"></iframe>', slug="html-element", words="<iframe"
    ),
    refused(
        "C08", "[x](data:text/html;base64,PHNjcmlwdD4=)", slug="url-scheme", words="data:text"
    ),
    refused(
        "C08-image",
        "![x](data:image/png;base64,iVBORw0KGgo=)",
        slug="url-scheme",
        words="data:image",
    ),
    refused("C09", '<object data="x.swf"></object>', slug="html-element", words="<object"),
    refused("C09-embed", "Text <embed src=x.swf> text", slug="html-element", words="<embed"),
    refused("C09-applet", "<applet code=x></applet>", slug="html-element", words="<applet"),
    refused(
        "C10",
        '<form action="https://x.example/"><input></form>',
        slug="html-element",
        words="<form",
    ),
    refused(
        "C11",
        '<meta http-equiv="refresh" content="0;url=https://x.example/">',
        slug="html-element",
        words="<meta",
    ),
    refused("C11-base", '<base href="https://x.example/">', slug="html-element", words="<base"),
    removed("C12", "Text <style>@import url(//x.example/a.css);</style> text", "<style"),
    removed("C12-inline", '<b style="background:url(//x.example/)">bold</b>', "style"),
    removed("C12-overlay", '<div style="position:fixed;inset:0">over all</div>', "style"),
    removed("C12-link", '<link rel="stylesheet" href="https://x.example/a.css">', "<link"),
    removed(
        "C13",
        MUTATION,
        "<math",
    ),
    harmless(
        "C14",
        f"Some *words*{{: onclick={ALERT} style=color:red id=API }} here\n{{: #API }}",
        shown=(f"words{{: onclick={ALERT} style=color:red id=API }} here {{: #API }}",),
    ),
    harmless("C14-heading", "### More {: #API }\n\nText.", shown=("More {: #API }",)),
    harmless(
        "C14-link", '<a id="API" name="API" href="https://x.example/">there</a>', shown=("there",)
    ),
    harmless("C15", f'```"><script>{ALERT}</script>\ncode & more\n```', shown=("code & more",)),
    Case(
        "C16",
        "N",
        {
            LESSON: lesson("Words.").replace(
                "# A lesson", f'# </title><script>{ALERT}</script> & "x"'
            ),
            COURSE: Path(__file__)
            .parent.joinpath("hostile_title.yml")
            .read_text(encoding="utf-8"),
        },
        shown=(
            f'</title><script>{ALERT}</script> & "x"',
            "Tiny </title><script>alert(2)</script>",
        ),
    ),
    harmless(
        "C16-heading",
        f"## </title><script>{ALERT}</script>",
        shown=(f"</title><script>{ALERT}</script>",),
    ),
    Case(
        "C17",
        "N",
        {
            QUIZ: quiz(
                question(wrong="Say `</script><!--` and ]]> this", title="</script><!-- ]]>")
            ),
            LESSON: lesson("One\u2028two").replace("# A lesson", "# A </script> <!-- lesson"),
        },
        shown=("</script><!--", "]]>"),
    ),
    refused(
        "C18", "<form id=API><input name=LMSInitialize></form>", slug="html-element", words="<form"
    ),
    harmless(
        "C18-image",
        '<img name="API_1484_11" id="API" src="../../media/picture.svg" alt="A bench">',
    ),
    harmless(
        "C19",
        "Give {{7*7}} and {% include 'x' %} and `{{cycler.__init__}}` and #{7} and <%= 7 %>",
        shown=("{{7*7}}", "{% include 'x' %}", "{{cycler.__init__}}", "#{7}", "<%= 7 %>"),
    ),
    Case(
        "C20",
        "N",
        {
            LESSON: lesson(
                "Pay ${price} or \\$x\\$ to [[one]] at @@PLUGINFILE@@ and \\$@NULL@\\$ (*)"
            ),
            QUIZ: quiz(question(right="Pay ${price} or [[1]] and {{x}} and \\$@NULL@\\$")),
        },
        shown=(
            "Pay ${price} or $x$ to [[one]] at @@PLUGINFILE@@ and $@NULL@$ (*)",
            "${price} or [[1]] and {{x}}",
        ),
    ),
    outside("C21", f"![x]({PASSWD})", "../../../"),
    outside("C21-absolute", "![x](/etc/passwd)", "/etc"),
    outside("C21-file", "![x](file:///etc/passwd)", "file:"),
    outside("C21-encoded", "![x](..%2f..%2f..%2fetc%2fpasswd)", "..%2f"),
    outside("C21-backslash", r'<a href="..\..\..\secret.txt">x</a>', ".."),
    outside("C21-drive", "[x](C:/secret.txt)", "C:/"),
    outside("C21-link", f"[x]({PASSWD})", "../../../"),
    outside("C21-reference", f"[x][y]\n\n[y]: {PASSWD}", "../../../"),
    outside("C21-source", f'<audio controls><source src="{PASSWD}"></audio>', "../../../"),
    Case(
        "C21-quiz",
        "R",
        {QUIZ: quiz(question(wrong=f"![x]({PASSWD})"))},
        (Place("path-outside", QUIZ, "../../../"),),
    ),
    harmless(
        "C22",
        f'--8<-- "{PASSWD}"\n\n!include {PASSWD}',
        f'{{% include "{PASSWD}" %}}\n\n.. include:: {PASSWD}',
        shown=(f'--8<-- "{PASSWD}"', f"!include {PASSWD}", f'{{% include "{PASSWD}" %}}'),
    ),
    Case(
        "C22-fifo", "R", {"media/pipe.svg": os.mkfifo}, (Place("special-file", "media/pipe.svg"),)
    ),  # type: ignore[dict-item]
    Case(
        "C22-zero",
        "R",
        {"course/01-one/zero.md": link_to("/dev/zero")},
        (Place("symlink", "course/01-one/zero.md"),),
    ),  # type: ignore[dict-item]
    Case(
        "C23", "R", {"media/x.svg": link_to("/etc/hostname")}, (Place("symlink", "media/x.svg"),)
    ),  # type: ignore[dict-item]
    Case("C23-folder", "R", {"media/x": link_to("/etc")}, (Place("symlink", "media/x"),)),  # type: ignore[dict-item]
    Case(
        "C23-loop", "R", {"course/01-one/x": link_to("..")}, (Place("symlink", "course/01-one/x"),)
    ),  # type: ignore[dict-item]
    Case(
        "C23-lesson",
        "R",
        {"course/01-one/03-x.md": link_to("01-lesson.md")},
        (Place("symlink", "course/01-one/03-x.md"),),
    ),  # type: ignore[dict-item]
    Case("C23-hard", "R", {"media/x.svg": hard_link}, (Place("symlink", "media/x.svg"),)),
    refused("C24", "![x](https://x.example/a.png)", slug="remote-resource", words="https:"),
    refused("C24-relative", "![x](//x.example/a.png)", slug="remote-resource", words="//x"),
    removed(
        "C24-srcset",
        '<img src="../../media/picture.svg" alt="x" srcset="https://x.example/a.png 2x">',
        "srcset",
    ),
    refused(
        "C24-poster",
        '<video controls poster="https://x.example/a.png"></video>',
        slug="remote-resource",
        words="https:",
    ),
    removed("C24-ping", '<a href="https://x.example/" ping="https://y.example/">x</a>', "ping"),
    refused(
        "C24-pixel",
        '<img alt="" width="1" height="1" src="http://x.example/p.gif">',
        slug="remote-resource",
        words="http:",
    ),
    Case(
        "C25",
        "N",
        {
            PICTURE: svg(
                ACTIVE,
                root=f' onload="{ALERT}"',
            )
        },
    ),
    Case(
        "C25-xxe",
        "R",
        {PICTURE: svg("&x;", before='<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>')},
        (Place("media-refused", LESSON, "../../media/picture.svg"),),
    ),
    Case(
        "C25-bomb",
        "R",
        {PICTURE: bomb()},
        (Place("media-refused", LESSON, "../../media/picture.svg"),),
    ),
    media("C26", "R", "big.png", png(50_000, 50_000)),
    media(
        "C26-truncated",
        "E",
        "cut.jpg",
        b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0\xff\xc0",
        "media",
    ),
    media(
        "C26-polyglot", "R", "p.gif", b"GIF89a/*\0\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\0*/=1;alert(1);"
    ),
    media("C26-html", "R", "page.png", b"<!DOCTYPE html><script>alert(1)</script>"),
    media("C27", "E", "empty.png", b"", "media"),
    Case(
        "C27-captions",
        "E",
        {"media/clip.mp4": VIDEO, LESSON: lesson(FILM)},
        (Place("no-captions", LESSON, "../../media/clip.mp4"),),
    ),
    Case(
        "C27-cue",
        "E",
        {
            "media/clip.mp4": VIDEO,
            "media/clip.en.vtt": VTT.replace("Hello", f"<script>{ALERT}</script>Hello"),
            LESSON: lesson(FILM),
        },
        (Place("captions", "media/clip.en.vtt", "<script", column=False),),
    ),
    Case(
        "C27-good",
        "N",
        {"media/clip.mp4": VIDEO, "media/clip.en.vtt": VTT, LESSON: lesson(FILM)},
        shown=("A short film",),
    ),
    harmless("C28", '<a href="https://x.example/" target="_blank">there</a>', shown=("there",)),
    Case(
        "C29",
        "W",
        {LESSON: lesson("Some \u202ewords\u202c and zero\u200bwidth.")},
        (
            Place("hidden-character", LESSON, "\u202e"),
            Place("hidden-character", LESSON, "\u202c"),
            Place("hidden-character", LESSON, "\u200b"),
        ),
    ),
    Case(
        "C29-entity",
        "W",
        {LESSON: lesson("Some &#x202E;words&#8236; here.")},
        (
            Place("hidden-character", LESSON, "&#x202E;"),
            Place("hidden-character", LESSON, "&#8236;"),
        ),
    ),
    Case(
        "C30", "E", {QUIZ: quiz(question("f\u0456rst"))}, (Place("bad-id", QUIZ, "#f\u0456rst"),)
    ),
    Case(
        "C30-zero",
        "E",
        {QUIZ: quiz(question("fi\u200brst"))},
        (Place("bad-id", QUIZ, "#fi"), Place("hidden-character-in-data", QUIZ, "\u200b")),
    ),
    harmless("C35-inline", "Text <!-- never closed", shown=("Text <!-- never closed",)),
    refused("C35-comment", "<!-- never closed\n\nText", slug="html-unclosed", words="<!--"),
    harmless(
        "C35",
        "Some <![ and <!- and <? and </ here",
        "<![CDATA[ x ]]> <?php echo 1 ?> <!x>",
        shown=("Some <![ and <!- and <? and </ here",),
    ),
    Case("C36", "E", {LESSON: b"# Caf\xe9\n"}, (Place("encoding", LESSON, "\ufffd"),)),
    Case(
        "C36-utf16", "E", {LESSON: "# A".encode("utf-16")}, (Place("encoding", LESSON, "\ufffd"),)
    ),
    Case(
        "C36-nul",
        "E",
        {LESSON: "# A lesson\n\n\u00e9t\u00e9 a\0b\n"},
        (Place("encoding", LESSON, "\0"),),
    ),
    Case("C36-cr", "E", {LESSON: b"# A lesson\n\nOne\rtwo\n"}, (Place("encoding", LESSON, "\r"),)),
    Case(
        "C36-surrogate",
        "E",
        {LESSON: b"# A \xed\xa0\x80\n"},
        (Place("encoding", LESSON, "\ufffd"),),
    ),
    refused("C37", "<div>\n\nswallowed", "## Next\n\nmore", slug="html-unclosed", words="<div>"),
    refused("C37-textarea", "Text <textarea> swallowed", slug="html-unclosed", words="<textarea>"),
    refused(
        "C37-details",
        "<details>\n<summary>More</summary>\n\nswallowed",
        slug="html-unclosed",
        words="<details>",
    ),
    Case(
        "C37-plaintext",
        "E",
        {LESSON: lesson("Text <plaintext> swallowed")},
        (Place("html-unclosed", LESSON, "<plaintext>"), Place("html-element", LESSON, "<plain")),
    ),
    harmless(
        "C38",
        "### Same\n\nOne.",
        "### Same\n\nTwo.",
        "## Same\n\nThree.",
        shown=("One.", "Two.", "Three."),
    ),
    harmless(
        "C38-runtime",
        "## Main\n\nOne.",
        "### Page end\n\nTwo.",
        "## API\n\nThree.",
        shown=("Main", "Page end"),
    ),
    Case(
        "C38-question",
        "N",
        {
            LESSON: lesson(
                "## Q first\n\nOne.",
                "## Q first title\n\nTwo.",
                question("first"),
                "### Q first a\n\nmore",
            ),
            QUIZ: quiz(question("second")),
        },
        shown=("Q first title",),
    ),
    Case(
        "C38-scene",
        "E",
        {
            STORY: CLASHING,
        },
        (Place("reserved-id", STORY, "#main"), Place("reserved-id", STORY, "#page-end end")),
    ),
    harmless(
        "C39",
        "See <https://www.youtube.com/watch?v=x> or [film](https://youtu.be/x).",
        shown=("film",),
    ),
    refused(
        "C39-embed",
        '<iframe src="https://www.youtube-nocookie.com/embed/x"></iframe>',
        slug="html-element",
        words="<iframe",
    ),
    Case(
        "C40",
        "N",
        {
            "media/clip.mp4": VIDEO,
            "media/clip.en.vtt": VTT,
            LESSON: lesson(PLAYING + TRANSCRIPT),
        },
    ),
    removed(
        "C40-marquee", "Text <marquee>moving</marquee> and <blink>blinking</blink>", "<marquee"
    ),
    refused("C41", r"So $\href{javascript:alert(1)}{x}$", slug="bad-formula", words="\\href"),
    removed("C41-mathml", f'<math href="javascript:{ALERT}"><mi>x</mi></math>', "<math"),
    Case(
        "C42",
        "N",
        {
            "media/a b#c?d%e \U0001f600.svg": svg(""),
            "media/" + "x" * 200 + ".svg": svg(""),
            "media/CON.svg": svg(""),
            "media/A.svg": svg("<title>A</title>"),
            "media/a.svg": svg("<title>a</title>"),
            LESSON: lesson(
                "![One](../../media/a%20b%23c%3Fd%25e%20\U0001f600.svg)",
                f"![Two](../../media/{'x' * 200}.svg)",
                "![Three](../../media/CON.svg)",
                "![Four](../../media/A.svg) ![Five](../../media/a.svg)",
            ),
        },
        look=one_name_each,
    ),
    Case(
        "C42-page",
        "N",
        {"course/01-one/CON.md": lesson("x")},
    ),
    Case(
        "C42-space",
        "N",
        {"course/01-one/a b.md": lesson("x")},
    ),
    Case(
        "C42-nothing",
        "E",
        {"course/01-one/\u4e2d.md": lesson("x")},
        (Place("bad-id", "course/01-one/\u4e2d.md"),),
    ),
    Case(
        "C43",
        "N",
        {
            "media/one/x.svg": svg("<title>1</title>"),
            "media/two/x.svg": svg("<title>2</title>"),
            "course/02-two/index.md": "# Two\n\n![Two](../../media/two/x.svg)\n",
            "course/02-two/01-lesson.md": lesson("![One](../../media/one/x.svg)"),
            COURSE: TWO_MODULES,
        },
        look=one_name_each,
    ),
    Case(
        "C44",
        "W",
        {LESSON: lesson("Write to anna.person@clinic-17.org or call +32 2 123 45 67 today.")},
        (Place("personal-data", LESSON, "anna.person"), Place("personal-data", LESSON, "+32")),
        after=two_lines,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_row(case: Case, folder: Path) -> None:
    check(case, folder)
