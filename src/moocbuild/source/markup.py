"""What HTML an author's text may hold: which is refused, which is quietly removed, which links lead where.

Works on the HTML that Python-Markdown made. Elements and addresses that an author should know
about are errors; everything else outside the allow-list is removed by nh3.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

import nh3

from moocbuild.diagnostics import Rule, Severity

HTML_ELEMENT = Rule(
    "MB034",
    "html-element",
    Severity.ERROR,
    """This HTML element cannot be part of a course: scripts, frames, forms, plug-ins and page
settings do not survive in learning systems, and some are dangerous to learners. Write the
content in Markdown, or link to it.""",
)
URL_SCHEME = Rule(
    "MB035",
    "url-scheme",
    Severity.ERROR,
    """The address begins with something other than https:, http:, mailto: or tel:, or a picture is
given as data. Such addresses can run programs in the learner's browser.""",
)
REMOTE_RESOURCE = Rule(
    "MB036",
    "remote-resource",
    Severity.ERROR,
    """A picture, sound or film is fetched from another host. That tells the host who is learning
what, and it fails without a network. Put the file under media/.""",
)
HTML_REMOVED = Rule(
    "MB038",
    "html-removed",
    Severity.WARNING,
    """Something in this HTML is removed from every package: event handlers (`onclick`), `style`,
form fields or animation. The text stays.""",
)

TAGS = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "samp",
        "section",
        "small",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
        "var",
        "audio",
        "video",
        "source",
        "track",
    ]
)
_COMMON = {"lang", "dir", "title"}
_ATTRIBUTES = {
    "*": _COMMON,
    "a": {"href", "id"},
    "img": {"src", "alt", "width", "height"},
    "audio": {"src", "controls"},
    "video": {"src", "controls", "poster", "width", "height"},
    "source": {"src", "type"},
    "track": {"src", "kind", "srclang", "label"},
    "ol": {"start", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"datetime"},
    "ins": {"datetime"},
    "sup": {"id"},
    "li": {"id"},
    **{f"h{n}": {"id"} for n in range(1, 7)},
}
_CLASSES = {
    "div": {"admonition", "note", "tip", "important", "warning", "caution", "footnote", "table"},
    "p": {"admonition-title"},
    "th": {"left", "center", "right"},
    "td": {"left", "center", "right"},
    "a": {"footnote-ref", "footnote-backref", "citation"},
    "figure": {"media"},
}
FORBIDDEN = [
    "script",
    "iframe",
    "frame",
    "frameset",
    "object",
    "embed",
    "applet",
    "form",
    "meta",
    "base",
    "portal",
    "noscript",
    "plaintext",
    "template",
    "slot",
    "fencedframe",
]

_FORBIDDEN = re.compile(rf"<({'|'.join(FORBIDDEN)})\b", re.I)
_ADDRESS = re.compile(
    r"""<([a-z][a-z0-9]*)\b[^>]*?\s(href|src|srcset|poster|ping|background|data|action|formaction|"""
    r"""longdesc|cite|xlink:href)\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""",
    re.I,
)
_REMOVED = re.compile(r"<[a-z][a-z0-9]*\b[^>]*?\s(on[a-z]+|style)\s*=", re.I)
_ODD = re.compile(r"<(style|link|svg|math|marquee|blink|input|button|select|textarea)\b", re.I)
_NO_LINK = re.compile(r"[\x00-\x20\x7f\u00ad\u200b-\u200f\u2028-\u202e\ufeff]+")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

Complaint = tuple[Rule, str, str, str]
"""rule, message, the words to look for in the source, help"""

clean: Callable[[str], str] = nh3.Cleaner(
    tags=set(TAGS),
    attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
    allowed_classes={tag: set(names) for tag, names in _CLASSES.items()},
    url_schemes=set(SAFE_SCHEMES),
    link_rel="noopener noreferrer",
    strip_comments=True,
).clean


def complaints(markup: str) -> Iterator[Complaint]:
    """What in `markup` an author must or should change, in order."""
    for match in _FORBIDDEN.finditer(markup):
        tag = match[1].lower()
        yield HTML_ELEMENT, f"<{tag}> cannot be part of a course", f"<{match[1]}", "remove it"
    for match in _ADDRESS.finditer(markup):
        yield from _address_complaint(match[1].lower(), match[2].lower(), match[3].strip("\"'"))
    for match in _REMOVED.finditer(markup):
        yield HTML_REMOVED, f"'{match[1]}' is removed", match[1], "delete it"
    for match in _ODD.finditer(markup):
        tag = match[1].lower()
        yield HTML_REMOVED, f"<{tag}> is removed", f"<{match[1]}", "write it in Markdown"


def _address_complaint(tag: str, attribute: str, value: str) -> Iterator[Complaint]:
    address = _NO_LINK.sub("", html.unescape(html.unescape(value)))
    scheme = _SCHEME.match(address)
    name = scheme[1].lower() if scheme else ""
    loads = attribute not in ("href", "cite", "longdesc") or tag in ("link", "image", "use")
    shown = value if len(value) <= 60 else value[:57] + "…"
    if loads and (name in ("http", "https", "ftp") or address.startswith("//")):
        yield REMOTE_RESOURCE, f"'{shown}' lies on another host", value, "put it under media/"
    elif (
        name == "data"
        and loads
        and address.lower().startswith("data:image/")
        and len(value) <= 32768
    ):
        yield URL_SCHEME, "a picture given as data", value[:40], "save it as a file under media/"
    elif name and name != "file" and name not in SAFE_SCHEMES:
        yield URL_SCHEME, f"'{shown}' is no address for a course", value, "use https:"


_ELEMENT = re.compile(r"<!--|<(/?)([a-zA-Z][a-zA-Z0-9]*)\b([^<>]*)>")
_VOID = frozenset(
    [
        "br",
        "hr",
        "img",
        "col",
        "source",
        "track",
        "wbr",
        "input",
        "area",
        "base",
        "embed",
        "link",
        "meta",
        "param",
    ]
)
_OPTIONAL_END = frozenset(
    ["p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "option"]
)


def unclosed(text: str) -> tuple[int, str] | None:
    """The first HTML element that an author opened and never closed: offset in `text` and its tag.

    `text` is Markdown with code taken out. An unclosed element swallows the rest of a page.
    """
    stack: list[tuple[int, str]] = []
    position = 0
    while match := _ELEMENT.search(text, position):
        position = match.end()
        if match[0] == "<!--":
            end = text.find("-->", position)
            if end < 0:
                return match.start(), "<!--"
            position = end + 3
        else:
            _open_or_close(stack, match)
    return stack[0] if stack else None


def _open_or_close(stack: list[tuple[int, str]], match: re.Match[str]) -> None:
    tag = match[2].lower()
    if tag in _VOID or tag in _OPTIONAL_END or match[3].endswith("/"):
        return
    if not match[1]:
        stack.append((match.start(), f"<{tag}>"))
        return
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth][1] == f"<{tag}>":
            del stack[depth]
            return
