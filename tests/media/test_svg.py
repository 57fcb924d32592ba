"""Drawings: what stays, what goes, what is refused."""

import contextlib
import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from counting import calls
from moocbuild.media import MediaError
from moocbuild.media.svg import LARGEST, clean_svg, svg_info
from moocbuild.media.svg_refs import MOST_DRAWN, check_references

NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
XHTML = 'xmlns="http://www.w3.org/1999/xhtml"'


def drawing(inside: str, attributes: str = "") -> bytes:
    return f"<svg {NAMESPACES} {attributes}>{inside}</svg>".encode()


def inside(data: bytes) -> str:
    """What a clean drawing holds, without its root."""
    text = clean_svg(data).decode().rstrip("\n")
    return re.sub(r"^<svg[^>]*?(/>|>)|</svg>$", "", text)


def refused(data: bytes) -> MediaError:
    with pytest.raises(MediaError) as caught:
        clean_svg(data)
    assert caught.value.refused
    return caught.value


KEPT = [
    '<rect x="1" y="2" width="3" height="4" rx="1" fill="#fff" stroke-width="2"/>',
    '<title id="t">Ladder</title><desc id="d">Four steps.</desc>',
    '<g role="img" aria-labelledby="t d" aria-label="Facial expression: javascript: &lt;b&gt;"/>',
    '<text font-family="system-ui, \'Segoe UI\'">Say <tspan dy="2">what</tspan> you see</text>',
    '<defs><linearGradient id="g"><stop/></linearGradient></defs><path fill="url(#g)"/>',
    "<path style=\"fill:url('#g')\"/>",
    '<rect id="a"/><use href="#a"/>',
    '<rect id="a"/><use xlink:href="#a" x="3"/>',
    "<style>.a&gt;b{fill:red} /**/ @media (prefers-color-scheme:dark){.a{fill:red}}</style>",
    '<style>.a{fill:url(#g)}</style><linearGradient id="g"><stop/><stop/></linearGradient>',
    '<text xml:lang="ar" direction="rtl">مرحبا</text>',
    '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><g filter="url(#f)"/>',
    '<marker id="m" orient="auto"><path d="M0 0L9 9"/></marker><path marker-end="url(#m)"/>',
]


@pytest.mark.parametrize("part", KEPT)
def test_what_draws_or_describes_stays(part: str) -> None:
    assert inside(drawing(part)) == part


GONE = [
    "<script>alert(1)</script>",
    '<script href="http://evil.example/x.js"/>',
    f"<html:script {XHTML.replace('xmlns', 'xmlns:html')}>alert(1)</html:script>",
    f"<foreignObject><body {XHTML}><img src='x' onerror='alert(1)'/></body></foreignObject>",
    f"<iframe {XHTML} src='javascript:alert(1)'/>",
    '<image href="http://evil.example/x.png"/>',
    '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
    '<image xlink:href="file:///etc/passwd"/>',
    '<feImage href="http://evil.example/x"/>',
    '<set attributeName="href" to="javascript:alert(1)"/>',
    '<animate attributeName="href" values="javascript:alert(1)"/>',
    "<style>@import 'http://evil.example/x.css';</style>",
    "<style>.a{background:url(http://evil.example)}</style>",
    "<style>.a{background:u\\72l(http://evil.example)}</style>",
    "<style>@font-face{font-family:x;src:local(x)}</style>",
    "<style>.a{background:image-set('http://evil.example' 1x)}</style>",
    "<style>&lt;/style&gt;&lt;img src=x onerror=alert(1)&gt;</style>",
    "<style><![CDATA[</style><script>alert(1)</script>]]></style>",
    "<!-- a comment --><?php evil ?>",
    "text outside of text",
    "<metadata><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'/></metadata>",
    '<handler type="application/ecmascript">alert(1)</handler>',
    '<listener event="click" handler="#h"/>',
    '<math xmlns="http://www.w3.org/1998/Math/MathML"><mtext/></math>',
]


@pytest.mark.parametrize("part", GONE)
def test_what_runs_loads_or_embeds_goes(part: str) -> None:
    assert inside(drawing(part)) == ""


@pytest.mark.parametrize(
    "attribute",
    [
        'onload="alert(1)"',
        'ONLOAD="alert(1)"',
        'href="javascript:alert(1)"',
        'href="http://evil.example"',
        'xlink:href="#a"',
        'xml:base="http://evil.example/"',
        'style="background:url(//evil.example)"',
        'style="fill:url(#a) url(http://evil.example)"',
        'style="width:expression(alert(1))"',
        'style="-moz-binding:url(#a)"',
        'fill="url(http://evil.example#a)"',
        'fill="url(&quot;data:image/svg+xml,x#a&quot;)"',
        'mask="u\\72l(http://evil.example)"',
        'data-x="1"',
        'xmlns:ev="http://www.w3.org/2001/xml-events" ev:event="load"',
        'formaction="javascript:alert(1)"',
        'src="x"',
    ],
)
def test_attributes_that_go(attribute: str) -> None:
    assert inside(drawing(f'<path d="M0 0" {attribute}/>')) == '<path d="M0 0"/>'


def test_attributes_of_the_root_go_too() -> None:
    clean = clean_svg(drawing("", 'onload="alert(1)" width="3" baseProfile="full"'))
    assert clean == b'<svg xmlns="http://www.w3.org/2000/svg" width="3"/>\n'


def test_a_link_becomes_a_group() -> None:
    assert inside(drawing('<a href="javascript:alert(1)"><rect/></a>')) == "<g><rect/></g>"


def test_the_fallback_of_a_switch_is_drawn() -> None:
    part = "<switch><foreignObject/><text>plain</text></switch>"
    assert inside(drawing(part)) == "<g><text>plain</text></g>"


def test_other_prefixes_and_no_namespace() -> None:
    rect = b'<svg xmlns="http://www.w3.org/2000/svg"><rect/></svg>\n'
    assert clean_svg(b'<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:rect/></s:svg>') == rect
    assert clean_svg(b"<svg><rect/></svg>") == rect


def test_text_around_what_goes() -> None:
    part = "<text>a<!-- c -->b<script>x</script>c<tspan>d</tspan>e<b/>f</text>"
    assert inside(drawing(part)) == "<text>abc<tspan>d</tspan>ef</text>"


# After the vectors of DOMPurify's tests and of "mXSS" papers: harmless as XML, not as HTML.
MUTATIONS = [
    f"<title><img {XHTML} src='x' onerror='alert(1)'/></title>",
    "<title>&lt;/title&gt;&lt;img src=x onerror=alert(1)&gt;</title>",
    f"<desc><style {XHTML}><![CDATA[</style><img src=x onerror=alert(1)>]]></style></desc>",
    "<style>&lt;!--&lt;/style&gt;&lt;img src=x onerror=alert(1)--&gt;</style>",
    '<g id="&lt;/svg&gt;&lt;img src=x onerror=alert(1)&gt;"/>',
    '<text aria-label="--&gt;&lt;img src=x onerror=alert(1)&gt;">a</text>',
    "<text><![CDATA[</text></svg><img src=x onerror=alert(1)>]]></text>",
    f"<text><p {XHTML}><style><img title='&lt;/style&gt;&lt;img src=x onerror=alert(1)&gt;'/>"
    "</style></p></text>",
    f"<desc><table {XHTML}><mglyph><style><![CDATA[<img src=x onerror=alert(1)>]]></style>"
    "</mglyph></table></desc>",
    "<p/><noscript/><textarea/><svg><script>alert(1)</script></svg>",
]


@pytest.mark.parametrize("part", MUTATIONS)
def test_mutations_do_nothing_in_an_html_parser(part: str) -> None:
    clean = clean_svg(drawing(part)).decode()
    page = html.document_fromstring(f"<!DOCTYPE html><body>{clean}</body>")
    names = {str(element.tag) for element in page.iter()}
    assert names <= {"html", "body", "svg", "title", "desc", "g", "text", "style", "tspan"}
    assert not any(key.startswith("on") for e in page.iter() for key in e.attrib)


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE svg><svg/>",
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/svg11.dtd"><svg/>',
        b'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg><text>&a;</text></svg>',
        b'<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://evil.example/">%a;]><svg/>',
        b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg><text>&b;</text></svg>',
        b"<!DOCTYPE svg [<!ENTITY a \"' onerror='alert(1)\">]><svg id='&a;'/>",
        b"<!DOCTYPE svg [",
    ],
)
def test_a_doctype_is_refused(data: bytes) -> None:
    assert refused(data).problem == "doctype"


def test_a_billion_laughs_in_no_time() -> None:
    lines = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    data = f'<!DOCTYPE svg [<!ENTITY e0 "ha">{lines}]><svg>&e11;</svg>'.encode()
    assert calls(lambda: refused(data)) < 1_000


def nested(levels: int, each: int, part: str) -> str:
    made = (f'<g id="g{n}">{part.format(n + 1) * each}</g>' for n in range(levels))
    return "".join(made) + f'<g id="g{levels}"><rect/></g>'


@pytest.mark.parametrize(
    "part",
    [
        nested(9, 10, '<use href="#g{}"/>'),
        nested(9, 10, '<use xlink:href=" #g{} "/>'),
        nested(9, 10, '<rect fill="url(#g{})"/>'),
        nested(9, 10, "<rect style=\"mask:url( '#g{}' )\"/>"),
        nested(60, 1, '<use href="#g{}"/>'),
        '<g id="a"><use href="#a"/></g>',
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        '<pattern id="a"><rect fill="url(#a)"/></pattern>',
        '<style>rect{mask:url(#a)}</style><mask id="a"><rect/><rect/><rect/></mask>',
    ],
)
def test_references_that_multiply_or_run_in_a_circle(part: str) -> None:
    assert calls(lambda: refused(drawing(part))) < 50_000


def test_references_in_good_measure() -> None:
    part = '<g id="a"><rect/></g>' + '<use href="#a"/>' * 1000 + nested(6, 3, '<use href="#g{}"/>')
    assert inside(drawing(part)) == part


def test_an_embedded_picture_is_not_lost_without_a_word() -> None:
    with pytest.raises(MediaError, match="embedded image") as caught:
        clean_svg(drawing('<image href="data:image/png;base64,iVBORw0K"/>'))
    assert not caught.value.refused


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"<svg",
        b"<svg></g>",
        b"<svg>&nbsp;</svg>",
        "<svg/>".encode("utf-16"),
        b'<svg title="\xff"/>',
        b"<svg>&#0;</svg>",
        b"<svg>" + b"<g>" * 100_000,
        b"<svg>" + b"<g>" * 5_000 + b"</g>" * 5_000 + b"</svg>",
    ],
)
def test_broken(data: bytes) -> None:
    with pytest.raises(MediaError) as caught:
        clean_svg(data)
    assert caught.value.problem == "broken"


def test_too_large() -> None:
    assert refused(b"<svg>" + b" " * (4 << 20) + b"</svg>").problem == "size"


def test_a_declared_encoding_hides_nothing() -> None:
    data = b'<?xml version="1.0" encoding="UTF-7"?><svg><text>+ADw-script+AD4-</text></svg>'
    assert b"+ADw-script" in clean_svg(data)
    assert clean_svg(b"\xef\xbb\xbf<svg/>") == clean_svg(b"<svg/>")


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="30" height="20"', (30, 20)),
        ('width="30px" height="20.4px" viewBox="0 0 1 1"', (30, 20)),
        ('width="1in" height="72pt"', (96, 96)),
        ('width="100%" height="100%" viewBox="0 0 30 20"', (30, 20)),
        ('viewBox="0,0,30,20"', (30, 20)),
        ('viewBox="0 0 30 20" width="60"', (60, 40)),
        ('viewBox="0 0 30 20" height="60"', (90, 60)),
        ('viewBox="0 0 0 0" height="60"', (0, 60)),
        ('viewBox="a b"', (0, 0)),
        ('width="-3" height="1e9"', (0, 0)),
        ("", (0, 0)),
    ],
)
def test_size(attributes: str, size: tuple[int, int]) -> None:
    info = svg_info(drawing("", attributes))
    assert (info.width, info.height) == size


@pytest.mark.parametrize(
    ("attributes", "fills"),
    [
        ('viewBox="0 0 40 30"', True),
        ('viewBox="0 0 40 30" width="100%" height="100%"', True),
        ('viewBox="0 0 40 30" width="80"', False),
        ('width="80" height="60"', False),
    ],
)
def test_a_drawing_without_a_size_fills_its_room(attributes: str, fills: bool) -> None:
    """As browsers show it."""
    data = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode()
    assert svg_info(data).fills is fills


def test_title() -> None:
    assert svg_info(drawing("<g><title>part</title></g><title> The \n ladder</title>")).title == (
        "The ladder"
    )
    assert svg_info(drawing("")).title == ""


PARTS = st.sampled_from([*KEPT, *GONE, *MUTATIONS, "<a>", "<switch>", "<g>", "<text>", "</g>"])


@given(st.lists(PARTS, max_size=6))
def test_clean_is_final(parts: list[str]) -> None:
    for tag in ("a", "switch", "g", "text"):
        count = parts.count(f"<{tag}>") - parts.count(f"</{tag}>")
        parts = [*parts, *[f"</{tag}>"] * count]
    try:
        clean = clean_svg(drawing("".join(parts)))
    except MediaError:
        return
    assert clean_svg(clean) == clean
    assert b"script" not in clean.replace(b"+ADw-script", b"").replace(b"javascript:", b"")
    etree.fromstring(clean)


@given(st.binary(max_size=60), st.integers(0))
def test_damaged_drawings_only_ever_raise_media_errors(noise: bytes, seed: int) -> None:
    dice = random.Random(seed)
    data = bytearray(drawing("".join(KEPT[:6])))
    at = dice.randrange(len(data))
    data[at : at + len(noise)] = noise
    with contextlib.suppress(MediaError):
        clean_svg(bytes(data))


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width=".5in" height="2cm"', (48, 76)),
        ('width="25.4mm" height="1pc"', (96, 16)),
        ('width="30 px" height="20em"', (30, 0)),
        ('width="1000000" height="1"', (1_000_000, 1)),
        ('width="1000001" height="1"', (0, 0)),
        (f'width="{"3".zfill(40)}" height="2"', (3, 2)),
        (f'width="{"3".zfill(41)}" height="2"', (0, 2)),
        ('viewBox="0 0 30"', (0, 0)),
        ('viewBox="0 0 30 20 10"', (0, 0)),
        ('viewBox="0 0 30 0" width="60"', (60, 0)),
        ('viewBox="0 0 30 0"', (30, 0)),
    ],
)
def test_lengths(attributes: str, size: tuple[int, int]) -> None:
    info = svg_info(drawing("", attributes))
    assert (info.width, info.height) == size


def test_the_largest_drawing() -> None:
    most = drawing("<desc>?</desc>")
    filled = most.replace(b"?", b"x" * (LARGEST - len(most) + 1))
    assert len(filled) == LARGEST and svg_info(filled).title == ""
    error = refused(filled.replace(b"<desc>", b"<desc >"))
    assert "larger than 4 MiB" in str(error)


def chained(uses: int) -> bytes:
    """A rectangle that is drawn so many times, by one group."""
    listed = "<use href='#r'/>" * uses
    return drawing(f"<defs><rect id='r' width='1' height='1'/></defs><g>{listed}</g>")


def test_the_most_that_is_drawn() -> None:
    """svg, defs, rect and g are four; each use is one, and its rectangle another."""
    kept = (MOST_DRAWN - 4) // 2
    assert b"<use" in clean_svg(chained(kept))
    refused(chained(kept + 1))


@pytest.mark.parametrize(
    ("parts", "kept"),
    [
        ("<g id='a'/>", True),
        ("<g id='a'><rect/></g>", True),
        ("<g id='a'><rect/><rect/></g>", False),
        ("<linearGradient id='a'><stop/><stop/></linearGradient>", True),
        ("<filter id='a'><feFlood/><feFlood/></filter>", True),
        ("<g id='b'><rect/><rect/></g>", True),
    ],
)
def test_what_a_style_sheet_may_refer_to(parts: str, kept: bool) -> None:
    root = etree.fromstring(drawing(f"<style>rect {{ mask: url(#a) }}</style>{parts}"))
    if kept:
        check_references(root)
    else:
        with pytest.raises(MediaError, match="several parts"):
            check_references(root)


@pytest.mark.parametrize(
    ("attribute", "counts"),
    [
        ('href="#a"', True),
        ('href=" #a "', True),
        ('xlink:href="#a"', True),
        ('href="a"', False),
        ('title="#a"', False),
        ('fill="url(#a)"', True),
        ("mask=\"URL( '#a')\"", True),
        ('href="url(#a)"', True),
        ('href="#b"', False),
    ],
)
def test_what_refers_to_a_part(attribute: str, counts: bool) -> None:
    """One that refers to itself is a circle."""
    root = etree.fromstring(drawing(f"<g id='a'><rect {attribute}/></g>"))
    if counts:
        with pytest.raises(MediaError):
            check_references(root)
    else:
        check_references(root)
