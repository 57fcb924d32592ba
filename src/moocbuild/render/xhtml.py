"""Pages of a book: XHTML, which needs no script, links to no file, and asks no other site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from moocbuild.formats.xml import DECLARATION, escaped, quoted, text
from moocbuild.model.language import direction
from moocbuild.model.text import (
    EMPTY,
    Content,
    Element,
    Href,
    Nodes,
    Ref,
    Text,
    attribute,
    element,
    joined,
    reference,
    walk,
    with_attributes,
)
from moocbuild.package.names import page_file
from moocbuild.render import Dialect
from moocbuild.render.common import RULES, caption_of, outside, player, speaking

MATHML = "http://www.w3.org/1998/Math/MathML"
STYLE = b"""\
img, video { max-width: 100%; height: auto; }
table { border-collapse: collapse; }
th, td { border: 1px solid; padding: 0.3em 0.5em; text-align: start; vertical-align: top; }
.center { text-align: center; }
.right { text-align: right; }
.admonition { border-inline-start: 4px solid; margin-block: 1em; padding-inline-start: 1em; }
.admonition-title { font-weight: bold; }
h1, h2, h3, h4, h5, h6 { break-after: avoid; }
figure, tr { break-inside: avoid; }
"""
"""A sheet that leaves fonts, sizes and colours to the reader."""
_FRAME = """{declaration}
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" \
lang="{language}" xml:lang="{language}" dir="{dir}">
<head><title>{title}</title><link rel="stylesheet" href="{style}"/></head>
<body>{body}</body>
</html>
"""


def _link(found: Element) -> Nodes:
    """A book links to its pages and to sites; a file to download is named in words."""
    ref = reference(found, "href")
    return found[2] if ref and ref.kind == "media" else outside(found)


def _player(found: Element) -> Nodes:
    """What a film is called leads nowhere: a file is no page of a book."""
    nameless = (*found[2][:-1], element("caption"))
    (shown,) = player((found[0], found[1], nameless, found[3]))
    called = caption_of(found)
    return (element("figure", shown, element("figcaption", *called)) if called else shown,)


def _image(found: Element) -> Nodes:
    """Readers need not know AVIF (EPUB 3.3, 3.2): its description stands in its place.

    A width is a number of pixels in HTML; a share of the page is said in style.
    """
    ref = reference(found, "src")
    if ref and ref.id.lower().endswith(".avif"):
        return (f"[{attribute(found, 'alt')}]",)
    width = attribute(found, "width")
    share = {"width": None, "style": f"width: {width}"} if width.endswith("%") else {}
    return (with_attributes(found, **share),)


def _formula(found: Element) -> Nodes:
    return tuple(n if isinstance(n, str) else with_attributes(n, xmlns=MATHML) for n in found[2])


def _unfolding(found: Element) -> Nodes:
    """Open, as not every reader unfolds; epubcheck 5.3 knows no groups of which one is open."""
    return (with_attributes(found, name=None, open="open"),)


BOOK = Dialect(
    rules={
        **RULES,
        "a": _link,
        "details": _unfolding,
        "formula": _formula,
        "img": _image,
        "player": _player,
    },
    escape=lambda words: escaped(text(words)),
    void="/>",
)


def document(
    language: str, title: str, whole: Content, href: Href, style: str, heading: Text = EMPTY
) -> bytes:
    """A file. heading: where it is not the title alone. style: address of its sheet."""
    body = Text(joined([element("h1", heading or title), element("div", whole)]))
    return _FRAME.format(
        declaration=DECLARATION,
        language=quoted(language),
        dir=direction(language),
        title=escaped(text(title)),
        style=quoted(style),
        body=speaking(BOOK, language).html(body, href),
    ).encode("utf-8", "replace")


def file_of(page: str) -> str:
    """The name of a page's file."""
    return f"{page_file(page).removesuffix('.html')}.xhtml"


def links(media: Mapping[str, str], pages: Mapping[str, Iterable[Text]]) -> Href:
    """Addresses from page to page. pages: their texts, by id. media: paths, by href.

    A part of a page that is not there any more, such as a scene, is that page.
    """
    ids = {
        page: {attribute(each, "id") for part in texts for each in walk(part.nodes)}
        for page, texts in pages.items()
    }

    def href(ref: Ref) -> str | None:
        if ref.kind == "media":
            return media.get(ref.id)
        there = ref.anchor and ref.anchor in ids.get(ref.id, ())
        anchor = f"#{quote(ref.anchor)}" if there else ""
        return file_of(ref.id) + anchor if ref.id in ids else None

    return href
