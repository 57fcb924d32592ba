"""Drawings made safe: a new SVG is built from what is known to be harmless, the rest stays out.

Elements and attributes are those of SVG 1.1 and 2 that draw or describe. Nothing that runs,
loads, animates or embeds is among them, nor anything that an HTML parser reads in another way
than an XML parser (`title` and `desc` keep text alone).
"""

from __future__ import annotations

import re
from typing import Any

from lxml import etree

from moocbuild.media import MediaError, MediaInfo
from moocbuild.media.svg_refs import MOST_DRAWN, check_references
from moocbuild.media.svg_words import ATTRIBUTES, ELEMENTS, RENAMED, TEXT_ONLY, WITH_TEXT
from moocbuild.model.text import one_line

LARGEST = 4 << 20
"""Bytes."""

MOST_ATTRIBUTES = 200
"""Of one element: reading them takes time that grows with the square of their number."""

_LONGEST_LENGTH = 40
"""Characters of a width or height."""
_WIDEST = 1_000_000
"""Pixels; a longer side is a slip or an attack, and counts as not written."""

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_NAMESPACES: Any = {None: _SVG, "xlink": _XLINK}  # lxml-stubs do not know the default one
_HREFS = frozenset({"href", f"{{{_XLINK}}}href"})
_REFER = frozenset({"use", "linearGradient", "radialGradient", "pattern", "textPath"})
_DESCRIBING = frozenset({"class", "id", "lang", "role", f"{{{_XML}}}lang", f"{{{_XML}}}space"})

_FRAGMENT = re.compile(r"#[\w.:-]+")
_PICTURE = re.compile(r"\s*data:image/(?:png|jpe?g|gif|webp)\b", re.IGNORECASE)
_LOCAL_URL = re.compile(r"""url\(\s*(["']?)#[\w.:-]+\1\s*\)""", re.IGNORECASE)
_LOADS = re.compile(
    r"url\s*\(|\\|<|@import|@font-face|@namespace|expression\s*\(|behavior\s*:|-moz-binding"
    r"|javascript:|image\s*\(|image-set\s*\(|src\s*\(",
    re.IGNORECASE,
)
_PIXELS = re.compile(r"([0-9]+(?:\.[0-9]+)?|\.[0-9]+) {0,9}(px|pt|pc|mm|cm|in|)")
_PX = {"px": 1.0, "": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
"""CSS Values 4, 6.2."""


def clean_svg(data: bytes) -> bytes:
    """The drawing in UTF-8 without declaration, comments and everything active or external.

    The same for the same input, and for its own output. Raises MediaError: `refused` for a
    DOCTYPE or entities, and for references that multiply or run in a circle; not refused
    for an embedded picture, which would be lost without a word.
    """
    clean = _copy(_parse(data))
    check_references(clean)
    etree.cleanup_namespaces(clean)
    return etree.tostring(clean, encoding="utf-8", xml_declaration=False) + b"\n"


def svg_info(data: bytes) -> MediaInfo:
    """Type, size and title. Sizes are rounded CSS pixels, from width and height or the viewBox.

    Raises MediaError as `clean_svg` does, but leaves references alone.
    """
    root = _parse(data)
    width, height = _size(root)
    title = next((child for child in root if _name(child) == "title"), None)
    words = "" if title is None else one_line("".join(_text_of(title)))
    own = any(_pixels(root.get(side, "")) for side in ("width", "height"))
    return MediaInfo(
        media_type="image/svg+xml", width=width, height=height, fills=not own, title=words
    )


def _parse(data: bytes) -> etree._Element:
    if len(data) > LARGEST:
        raise MediaError(f"is a drawing larger than {LARGEST >> 20} MiB", "size", refused=True)
    try:
        data.decode("utf-8")
        # Told the encoding, the parser takes no other from the file: UTF-7 could hide markup.
        parser = etree.XMLParser(
            encoding="utf-8",
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        root = etree.fromstring(data, parser)
    except UnicodeDecodeError:
        raise MediaError("is not encoded in UTF-8") from None
    except etree.XMLSyntaxError as error:
        raise _syntax_error(data, error) from None
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr] # unknown to lxml-stubs
        raise _doctype()
    parts: Any = root.xpath("count(//*)")
    if parts > MOST_DRAWN:
        raise MediaError(f"is a drawing of more than {MOST_DRAWN} parts", "size", refused=True)
    if _name(root) != "svg":
        raise MediaError("is named as SVG but has a different root element", "type", refused=True)
    return root


def _syntax_error(data: bytes, error: etree.XMLSyntaxError) -> MediaError:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        return _doctype()
    return MediaError(f"is not well-formed XML (line {error.lineno or 1})")


def _doctype() -> MediaError:
    return MediaError("has a DOCTYPE; remove it", "doctype", refused=True)


def _copy(source: etree._Element) -> etree._Element:
    """A tree of what is allowed below `source`, which is."""
    name = RENAMED.get(_name(source), _name(source))
    target = etree.Element(f"{{{_SVG}}}{name}", _attributes(source), _NAMESPACES)
    if name in TEXT_ONLY:
        target.text = "".join(_text_of(source))
        return target
    keeps_text = name in WITH_TEXT
    target.text = source.text if keeps_text else None
    for child in source:
        _copy_child(child, target, keeps_text)
    return target


def _copy_child(child: etree._Element, target: etree._Element, keeps_text: bool) -> None:
    if _is_allowed(child):
        target.append(_copy(child))
    if keeps_text and child.tail:
        if len(target):
            target[-1].tail = (target[-1].tail or "") + child.tail
        else:
            target.text = (target.text or "") + child.tail


def _is_allowed(element: etree._Element) -> bool:
    name = RENAMED.get(_name(element), _name(element))
    if name == "style":
        return _is_still("".join(_text_of(element)))
    if name == "image" and any(_PICTURE.match(element.get(key, "")) for key in _HREFS):
        raise MediaError("is a drawing with an embedded image; use the image as a file of its own")
    return name in ELEMENTS


def _text_of(element: etree._Element) -> list[str]:
    return [element.text or "", *(child.tail or "" for child in element)]


def _name(node: etree._Element) -> str:
    """Local name of an SVG element, "" for all else. Without any namespace it counts as SVG."""
    name = etree.QName(node)
    return name.localname if name.namespace in (_SVG, None) else ""


def _attributes(element: etree._Element) -> dict[str, str]:
    if len(element.attrib) > MOST_ATTRIBUTES:
        raise MediaError(
            f"has an element of more than {MOST_ATTRIBUTES} attributes", "size", refused=True
        )
    pairs = ((str(key), str(value)) for key, value in element.attrib.items())
    return {key: value for key, value in pairs if _attribute_stays(_name(element), key, value)}


def _attribute_stays(element: str, key: str, value: str) -> bool:
    if key in _HREFS:
        return element in _REFER and bool(_FRAGMENT.fullmatch(value.strip()))
    if key in _DESCRIBING or re.fullmatch(r"aria-[a-z]+", key):
        return True
    return (key in ATTRIBUTES or key == "style") and _is_still(value)


def _is_still(css: str) -> bool:
    """Whether a style or an attribute neither loads nor runs anything: only `url(#id)`."""
    return not _LOADS.search(_LOCAL_URL.sub("", css))


def _size(root: etree._Element) -> tuple[int, int]:
    box = root.get("viewBox", "").replace(",", " ").split()
    sides = [_pixels(side) for side in box[2:]] if len(box) == 4 else [0.0, 0.0]
    ratio = sides[0] / sides[1] if all(sides) else 0.0
    width, height = _pixels(root.get("width", "")), _pixels(root.get("height", ""))
    if not width and not height:
        width, height = sides
    size = width or height * ratio, height or (width / ratio if ratio else 0.0)
    return (0, 0) if max(size) > _WIDEST else (round(size[0]), round(size[1]))


def _pixels(length: str) -> float:
    match = _PIXELS.fullmatch(length.strip()) if len(length) <= _LONGEST_LENGTH else None
    return float(match[1]) * _PX[match[2]] if match else 0.0
