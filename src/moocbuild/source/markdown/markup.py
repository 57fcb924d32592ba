"""What HTML an author's text may hold: what is refused, what is removed, which links go where.

Works on the HTML that Python-Markdown made. Elements and addresses that an author should know
about are errors; everything else outside the allow-list is removed by nh3.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator

import nh3

from moocbuild.diagnostics import Rule, Severity
from moocbuild.source.markdown.links import PATH_OUTSIDE

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

_TAG_NAMES = """
    a abbr b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em
    figcaption figure h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp section small
    span strong sub summary sup table tbody td tfoot th thead tr u ul var audio video source track
"""
TAGS = frozenset(_TAG_NAMES.split())
_ATTRIBUTES = {
    "*": "lang dir title",
    "a": "href",
    "img": "src alt width height",
    "audio": "src controls",
    "video": "src controls poster width height",
    "source": "src type",
    "track": "src kind srclang label",
    "ol": "start type",
    "td": "colspan rowspan",
    "th": "colspan rowspan scope",
    "col": "span",
    "colgroup": "span",
    "del": "datetime",
    "ins": "datetime",
    "sup": "id",
    "li": "id",
}
_CLASSES = {
    "div": "admonition note tip important warning caution footnote table",
    "p": "admonition-title",
    "th": "left center right",
    "td": "left center right",
    "a": "footnote-ref footnote-backref citation",
    "figure": "media",
}
_FORBIDDEN_NAMES = """
    script iframe frame frameset object embed applet form meta base portal noscript plaintext
    template slot fencedframe
"""
FORBIDDEN = frozenset(_FORBIDDEN_NAMES.split())

_TAG = re.compile(r"""<([a-z][a-z0-9-]*)(?=[\s/>])((?:"[^"]*"|'[^']*'|[^"'>])*)>?""", re.I)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_AUTOLINK = re.compile(r"<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*)>", re.I)
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)""")
_LINKS = frozenset({"href", "cite", "longdesc"})
_LOAD_NAMES = "src srcset poster ping background data action formaction xlink:href href"
_LOADS = frozenset(_LOAD_NAMES.split())
_LOADING_TAGS = frozenset({"link", "image", "use"})
_NO_LINK = re.compile(r"[\x00-\x20\x7f\u00ad\u200b-\u200f\u2028-\u202e\ufeff]+")
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.I)
SAFE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})

Complaint = tuple[Rule, str, str, str]
"""rule, message, the words to look for in the source, help"""

_clean: Callable[[str], str] = nh3.Cleaner(
    tags=set(TAGS),
    attributes={tag: set(names.split()) for tag, names in _ATTRIBUTES.items()},
    allowed_classes={tag: set(names.split()) for tag, names in _CLASSES.items()},
    url_schemes=set(SAFE_SCHEMES),
    link_rel="noopener noreferrer",
    strip_comments=True,
).clean
_ID = re.compile(r'(<(?:sup|li)\b[^>]*?) id="(?!fn(?:ref\d*)?:)[^"]*"')


def clean(markup: str) -> str:
    """`markup` without all that is not allowed. The only ids left are those of footnotes."""
    cleaned = _clean(markup)
    return _ID.sub(r"\1", cleaned) if ' id="' in cleaned else cleaned


def complaints(markup: str) -> Iterator[Complaint]:
    """What in `markup` an author must or should change, in order."""
    markup = _COMMENT.sub("", markup)
    for match in _AUTOLINK.finditer(markup):
        yield from _address_complaint("a", "href", match[1])
    for match in _TAG.finditer(markup):
        tag = match[1].lower()
        if tag in FORBIDDEN:
            yield HTML_ELEMENT, f"<{tag}> cannot be part of a course", f"<{match[1]}", "remove it"
            continue
        if tag not in TAGS:
            yield HTML_REMOVED, f"<{tag}> is removed", f"<{match[1]}", "write it in Markdown"
        for attribute in _ATTRIBUTE.finditer(match[2]):
            yield from _attribute_complaint(tag, attribute[1], attribute[2].strip("\"'"))


def _attribute_complaint(tag: str, written: str, value: str) -> Iterator[Complaint]:
    name = written.lower()
    if name == "style" or re.fullmatch(r"on[a-z]+", name):
        yield HTML_REMOVED, f"'{written}' is removed", written, "delete it"
    elif name == "srcset":
        for each in value.split(","):
            yield from _address_complaint(tag, name, (each.split() or [""])[0])
    elif name in _LOADS | _LINKS:
        yield from _address_complaint(tag, name, value)


def _address_complaint(tag: str, attribute: str, value: str) -> Iterator[Complaint]:
    address = _NO_LINK.sub("", html.unescape(html.unescape(value)))
    scheme = _SCHEME.match(address)
    name = scheme[1].lower() if scheme else ""
    loads = tag in _LOADING_TAGS or attribute not in _LINKS | {"xlink:href"}
    shown = value if len(value) <= 60 else value[:57] + "…"
    if name == "file" or len(name) == 1:
        yield PATH_OUTSIDE, f"'{shown}' leads out of the course", value, "copy it under media/"
    elif loads and (name in ("http", "https", "ftp") or address.startswith("//")):
        yield REMOTE_RESOURCE, f"'{shown}' lies on another host", value, "put it under media/"
    elif loads and address.lower().startswith("data:image/") and len(value) <= 32768:
        yield URL_SCHEME, "a picture given as data", value[:40], "save it as a file under media/"
    elif name and name not in SAFE_SCHEMES:
        yield URL_SCHEME, f"'{shown}' is no address for a course", value, "use https:"


_ELEMENT = re.compile(r"<!--|<(/?)([a-zA-Z][a-zA-Z0-9]*)(?=[\s/>])([^<>]*)>")
_VOID_NAMES = "br hr img col source track wbr input area base embed link meta param"
_VOID = frozenset(_VOID_NAMES.split())
_OPTIONAL_NAMES = "p li dt dd tr td th thead tbody tfoot option"
_OPTIONAL_END = frozenset(_OPTIONAL_NAMES.split())


def unclosed(text: str) -> tuple[int, str] | None:
    """The first HTML element that an author opened and never closed: offset in `text`, its tag.

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
