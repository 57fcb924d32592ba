"""Clean HTML to RichText: links, media, citations and placeholders become symbolic."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from moocbuild.diagnostics import Rule, Severity, near
from moocbuild.model.richtext import Link, Part, Ref, RichText
from moocbuild.source.context import Context
from moocbuild.source.markdown.fragment import Finder, Fragment
from moocbuild.source.markdown.links import resolve

UNKNOWN_REFERENCE = Rule(
    "MB109",
    "unknown-reference",
    Severity.ERROR,
    """The text cites a source whose key is not in course/references.yml.""",
)

_TAG = r'<[a-z/](?:[^">]|"[^"]*")*>'
_TAGS = re.compile(_TAG)
_TOKEN = re.compile(
    rf"(?P<code><(code|pre)>.*?</\2>)|(?P<link><a\b(?:[^\">]|\"[^\"]*\")*>)(?P<inner>.*?)</a>"
    rf"|(?P<tag>{_TAG})|\[@(?P<key>[A-Za-z][\w.-]*)\]|{{(?P<slot>local_help|emergency_number)}}",
    re.S,
)
_HREF = re.compile(r' href="([^"]*)"')
_SOURCE = re.compile(r'( (?:src|poster)=")([^"]*)')
_ELSEWHERE = re.compile(r"#fn(?:ref\d*)?:|(?:https?|mailto|tel):")
_ALT = re.compile(r'<img\b[^>]*? alt="([^"]*)"')


def rich(markup: str, fragment: Fragment, context: Context) -> RichText:
    """`markup`, clean HTML with double-quoted attributes, as RichText."""
    reader = _Reader(fragment, context)
    parts = tuple(_joined(reader.parts(markup)))
    return RichText(parts, _plain(parts))


def folded(text: str) -> str:
    """White space as single spaces."""
    return " ".join(text.split())


class _Reader:
    """One walk over the markup; what is looked up is found in order."""

    def __init__(self, fragment: Fragment, context: Context) -> None:
        self.path, self.context = fragment.path, context
        self.find = Finder(fragment, context.tree)

    def parts(self, markup: str) -> Iterator[Part]:
        end = 0
        for match in _TOKEN.finditer(markup):
            yield markup[end : match.start()]
            yield from self.token(match)
            end = match.end()
        yield markup[end:]

    def token(self, match: re.Match[str]) -> Iterator[Part]:
        if match["link"]:
            yield from self.link(match["link"], match["inner"])
        elif match["tag"]:
            yield from self.tag(match["tag"])
        elif match["key"]:
            yield self.citation(match["key"])
        elif match["slot"]:
            yield self.placeholder(match["slot"])
        else:
            yield match[0]

    def link(self, opening: str, inner: str) -> Iterator[Part]:
        href = _HREF.search(opening)
        if href is None or _ELSEWHERE.match(href[1]):
            yield opening
            yield from self.parts(inner)
            yield "</a>"
            return
        ref = self.ref(href[1])
        if "<img" in inner:  # a Link holds words alone: the picture stands before it
            yield from self.parts(inner)
            inner = " ".join(_ALT.findall(inner)) or "link"
        yield Link(ref, inner) if ref else inner

    def tag(self, tag: str) -> Iterator[Part]:
        end = 0
        for match in _SOURCE.finditer(tag):
            ref = None if _ELSEWHERE.match(match[2]) else self.ref(match[2], media=True)
            if ref is not None:
                yield tag[end : match.end(1)]
                yield ref
                end = match.end()
        yield tag[end:]

    def ref(self, written: str, *, media: bool = False) -> Ref | None:
        address = html.unescape(written)
        return resolve(address, self.path, self.find(address), self.context, media=media)

    def placeholder(self, name: str) -> Part:
        """What learners read for `{local_help}` or `{emergency_number}`."""
        words = html.escape(self.context.placeholders.get(name, name), quote=False)
        return Link(Ref("page", "help"), words) if name == "local_help" else words

    def citation(self, key: str) -> Part:
        if key not in self.context.references:
            help = near(key, self.context.references)
            span = self.find(f"[@{key}]")
            self.context.report(UNKNOWN_REFERENCE.at(span, f"no source '{key}'", help=help))
            return f"[{key}]"
        self.context.cited.setdefault(key)
        return Link(Ref("page", "sources", f"ref-{key}"), f"[{key}]")


def _joined(parts: Iterator[Part]) -> Iterator[Part]:
    """Neighbouring strings as one; at least one part."""
    words = ""
    for part in parts:
        if isinstance(part, str):
            words += part
            continue
        if words:
            yield words
        yield part
        words = ""
    if words:
        yield words


def _plain(parts: tuple[Part, ...]) -> str:
    words = "".join(
        p if isinstance(p, str) else p.html if isinstance(p, Link) else "" for p in parts
    )
    return folded(html.unescape(_TAGS.sub(" ", words)))
