"""HTML as the importers take it: what they drop, decode or cannot find is written another way.

Each function takes well-formed HTML with double-quoted attributes and gives the same back.
"""

from __future__ import annotations

import html
import re

from moocbuild.formats.titles import as_html

_JOINER = "\u2060"
_TAG = r'<[a-zA-Z](?:"[^"]*"|[^">])*>'
_DETAILS = re.compile(r"</?(?:details|summary)\b[^>]*>")
_PLAIN_TAGS = {
    "<details": "<div>",
    "</details": "</div>",
    "<summary": "<p><strong>",
    "</summary": "</strong></p>",
}
_PLAYER = re.compile(r"<(video|audio)\b.*?</\1>", re.DOTALL)
_IMAGE = re.compile(r'<img\b(?:"[^"]*"|[^">])*>')
_ALT = re.compile(r'\balt="([^"]*)"')
_DECODED = re.compile(rf"{_TAG}|&lt;(?=[A-Za-z/!?])|&amp;(?=#?\w+;)")
_ADDRESS = re.compile(r'\b(?:href|src|poster)="[^"]*"')
_PERCENT = re.compile(rf"{_TAG}|%(?=[0-9A-Fa-f]{{2}})")


def plain(markup: str) -> str:
    """Without `details`: Moodle 4.5 and 5.1 unwrap it, and its title would run into its text."""
    if "<details" not in markup:
        return markup
    return _DETAILS.sub(lambda m: _PLAIN_TAGS[re.split(r"[\s>]", m[0])[0]], markup)


def spoken(markup: str) -> str:
    """Images by their alternative text, sound and film by their caption.

    In answers and feedback Moodle 4.5 and 5.1 resolve no path.
    """
    markup = _PLAYER.sub("", markup) if "<video" in markup or "<audio" in markup else markup
    return _IMAGE.sub(_named, markup) if "<img" in markup else markup


def guarded(markup: str) -> str:
    """Safe from being decoded once too often.

    Moodle 4.5 and 5.1 do so with all that they import, cc2olx 0.4.0 with question texts.
    Straight quotation marks in attributes become typographic ones; in texts an invisible word
    joiner keeps "<b>" from becoming an element and "&amp;" from losing its name.
    """
    return _DECODED.sub(_guarded_part, markup) if "&" in markup else markup


def guarded_title(title: str) -> str:
    """The same for a title: Moodle decodes it twice, then takes it for HTML."""
    return as_html(title, decoded=2)


def percent(markup: str) -> str:
    """Per cent signs before two hex digits with an invisible word joiner between, in texts.

    cc2olx 0.4.0 takes question texts for URLs and unquotes them, after decoding character
    references; "%24" is "$" to Moodle. Addresses in attributes stay: a browser quotes them anew.
    """
    return _PERCENT.sub(_guarded_percent, markup) if "%" in markup else markup


def solid(markup: str) -> str:
    """A lone zero in an element: Moodle's importer is PHP, to which the text "0" is none."""
    return "<span>0</span>" if markup.strip() == "0" else markup


def literal(answer: str) -> str:
    """An answer to type, in which an asterisk is one: to Moodle it stands for any characters.

    A lone zero would be left out as no text at all, and "0*" is the nearest that stays: it also
    accepts what goes on after the zero.
    """
    return "0*" if answer.strip() == "0" else answer.replace("*", r"\*")


def _named(image: re.Match[str]) -> str:
    alt = _ALT.search(image[0])
    return f"[{alt[1]}]" if alt and alt[1].strip() else ""


def _guarded_percent(found: re.Match[str]) -> str:
    return found[0] if found[0].startswith("<") else found[0] + _JOINER


def _guarded_part(found: re.Match[str]) -> str:
    part = found[0]
    if not part.startswith("<"):
        return part + _JOINER
    if "&quot;" not in part and "&#34;" not in part:
        return part
    part = _ADDRESS.sub(lambda m: re.sub("&quot;|&#34;", "%22", m[0]), part)
    return re.sub(r'"[^"]*"', lambda m: f'"{_typographic(m[0][1:-1])}"', part)


def _typographic(value: str) -> str:
    words = html.unescape(value)
    if '"' not in words:
        return value
    opened = re.sub(r'(^|[\s(\[])"', r"\1“", words).replace('"', "”")
    return html.escape(opened, quote=False)
