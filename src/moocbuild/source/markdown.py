"""Markdown to RichText: Python-Markdown renders, markdown-it-py gives structure and places.

Texts without any markup, most of a question bank, never reach a parser.
"""

from __future__ import annotations

import functools
import html
import re
from dataclasses import dataclass

import markdown
from markdown_it import MarkdownIt
from markdown_it.token import Token

from moocbuild.diagnostics import Rule, Severity, Span, near
from moocbuild.model.richtext import EMPTY, Link, Part, Ref, RichText
from moocbuild.source.context import Context
from moocbuild.source.links import resolve
from moocbuild.source.markup import clean, complaints, unclosed

UNKNOWN_REFERENCE = Rule(
    "MB109",
    "unknown-reference",
    Severity.ERROR,
    """The text cites a source whose key is not in course/references.yml.""",
)
TOO_COMPLEX = Rule(
    "MB031",
    "markdown-too-complex",
    Severity.ERROR,
    """One paragraph, list or table holds more brackets, markers or footnotes than any text needs.
Parsing it could take minutes. Split it, or look for a slip of the keyboard.""",
)
TOO_DEEP = Rule(
    "MB032",
    "markdown-depth",
    Severity.ERROR,
    """Lists or quotations are nested more than twelve deep. No reader can follow that: flatten them.""",
)
UNCLOSED = Rule(
    "MB033",
    "html-unclosed",
    Severity.ERROR,
    """An HTML element or comment is opened and never closed. It would swallow the rest of the page.""",
)

MAX_DEPTH = 12
MAX_MARKS = 600

_EXTENSIONS = (
    "tables",
    "footnotes",
    "def_list",
    "abbr",
    "attr_list",
    "md_in_html",
    "sane_lists",
    "pymdownx.quotes",
    "pymdownx.superfences",
    "pymdownx.highlight",
    "pymdownx.tilde",
)
_CONFIG = {
    "tables": {"use_align_attribute": True},
    "pymdownx.quotes": {"callouts": True},
    "pymdownx.highlight": {"use_pygments": False},
}


@functools.cache
def _renderer() -> markdown.Markdown:
    return markdown.Markdown(extensions=list(_EXTENSIONS), extension_configs=_CONFIG)


@functools.cache
def _structure() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 60}).enable("table")
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser


@dataclass(frozen=True, slots=True)
class Fragment:
    """Lines of a file to be rendered. line: of the first one, from 1. Lines are dedented."""

    path: str
    line: int
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines as one string, without blank ones around."""
        return "\n".join(self.lines).strip("\n")

    @property
    def span(self) -> Span:
        """The first line that says something."""
        for number, line in enumerate(self.lines):
            if line.strip():
                indent = len(line) - len(line.lstrip())
                return Span(self.path, self.line + number, indent + 1, len(line.strip()))
        return Span(self.path, self.line)


def blocks(lines: tuple[str, ...], path: str, line: int, context: Context) -> list[Token]:
    """The block structure of `lines` with `map` counted from 0; [] after a refusal."""
    text = "\n".join(lines)
    excess = _too_complex(text)
    if excess:
        number, mark = excess
        span = Span(path, line + number)
        message = f"more than {MAX_MARKS} {mark} in one block"
        context.report(TOO_COMPLEX.at(span, message, help="split it"))
        return []
    tokens = _structure().parse(text)
    deep = next((t for t in tokens if t.level > 2 * MAX_DEPTH), None)
    if deep is not None:
        span = Span(path, line + (deep.map or [0])[0])
        context.report(TOO_DEEP.at(span, f"nested more than {MAX_DEPTH} deep", help="flatten it"))
        return []
    return tokens


_MARKS = {
    "'['": re.compile(r"\["),
    "'<'": re.compile(r"<"),
    "'*'": re.compile(r"\*"),
    "'_'": re.compile(r"(?<![_\w])_|_(?![_\w])"),
    "'!['": re.compile(r"!\["),
    "'`'": re.compile(r"`"),
    "'~'": re.compile(r"~"),
    "'>'": re.compile(r"^ {0,3}(?:> ?){13}", re.M),
    "'&'": re.compile(r"&(?=[#\w])"),
}
_LIMITS = {"'>'": 0, "'&'": 5000}
MAX_LINE = 50_000
MAX_TABLE = 20_000


def _too_complex(text: str) -> tuple[int, str] | None:
    """The line (from 0) and the mark of the first block with too many of one mark."""
    if len(text) < MAX_MARKS and ">" not in text:
        return None
    line = 0
    for block in re.split(r"\n[ \t]*\n", text):
        for mark, pattern in _MARKS.items():
            if block.count(mark.strip("'")[0]) > _LIMITS.get(mark, MAX_MARKS):
                if len(pattern.findall(block)) > _LIMITS.get(mark, MAX_MARKS):
                    return line, mark
        if block.count("|") > MAX_TABLE or any(len(x) > MAX_LINE for x in block.split("\n")):
            return line, "cells or characters"
        line += block.count("\n") + 2
    if text.count("[^") > 2 * MAX_MARKS:
        return 0, "footnotes"
    return None


# A text is plain when nothing in it can be markup: then it is its own rendering.
_MARKUP = re.compile(
    r"[\\`*\[\]<>&|~{}_]|^(?: {4}|\t| {0,3}(?:[#:=+-]|\d+[.)]|>))|  $|https?://", re.M
)


def render(fragment: Fragment, context: Context, *, inline: bool = False) -> RichText:
    """`fragment` as RichText; problems are reported at their line.

    inline: without the paragraph around it, for options, cells and buttons.
    """
    text = fragment.text
    if not text:
        return EMPTY
    if "\n\n" not in text and not _MARKUP.search(text):
        escaped = html.escape(text, quote=False)
        return RichText((escaped if inline else f"<p>{escaped}</p>",), _folded(text))
    if _refused(fragment, context):
        return EMPTY
    raw = _renderer().reset().convert(_prepared(text))
    _report_markup(raw, fragment, context)
    return _rich(clean(_aligned(raw)), fragment, context, inline)


def _refused(fragment: Fragment, context: Context) -> bool:
    if "<" in fragment.text:
        text = _without_code(fragment.text)
        found = unclosed(text)
        if found:
            offset, tag = found
            number = text.count("\n", 0, offset)
            column = offset - (text.rfind("\n", 0, offset) + 1) + 1
            span = Span(fragment.path, fragment.span.line + number, column, len(tag))
            context.report(UNCLOSED.at(span, f"'{tag}' is never closed", help="close it"))
            return True
    return False


_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.M | re.S)
_CODE = re.compile(r"(`+)(?!`).+?(?<!`)\1(?!`)", re.S)


def _without_code(text: str) -> str:
    """Code blanked out, every offset kept."""
    blank = lambda m: re.sub(r"[^\n]", " ", m[0])  # noqa: E731
    text = _FENCE.sub(blank, text) if "```" in text or "~~~" in text else text
    return _CODE.sub(blank, text) if "`" in text else text


_DETAILS = re.compile(r"^<details(?=[\s>])", re.M | re.I)
_STRAY = re.compile(r"<(?=[!?/](?!--|[a-zA-Z]))|<!(?=\[)")


def _prepared(text: str) -> str:
    """Markdown that Python-Markdown reads as GitHub does."""
    if "<" in text:
        text = _DETAILS.sub('<details markdown="1"', text)
        text = _STRAY.sub("&lt;", text)
    return text


def _aligned(raw: str) -> str:
    """Table alignment as a class: a strict content security policy forbids inline style."""
    if "<table" not in raw:
        return raw
    raw = raw.replace("<th>", '<th scope="col">').replace("<th align=", '<th scope="col" align=')
    return re.sub(r'(<t[hd][^>]*?) align="(left|center|right)"', r'\1 class="\2"', raw)


def _report_markup(raw: str, fragment: Fragment, context: Context) -> None:
    for rule, message, words, help in complaints(raw):
        context.report(rule.at(find(words, fragment), message, help=help))


def find(words: str, fragment: Fragment) -> Span:
    """Where `words` stand in the fragment (first match, capitals ignored), else its first line."""
    for candidate in (words, html.unescape(words)):
        for number, line in enumerate(fragment.lines):
            column = line.lower().find(candidate.lower())
            if column >= 0:
                return Span(fragment.path, fragment.line + number, column + 1, len(candidate))
    return fragment.span


_SPLIT = re.compile(
    r'<a href="([^"]*)"([^>]*)>(.*?)</a>|(?<=\s)(?:src|poster)="([^"]*)"|\[@([A-Za-z][\w.-]*)\]'
    r"|\{(local_help|emergency_number)\}",
    re.S,
)
_TAGS = re.compile(r"<[^>]*>")
_ONE_PARAGRAPH = re.compile(r"<p>((?:(?!</?p>).)*)</p>", re.S)


def _rich(markup: str, fragment: Fragment, context: Context, inline: bool) -> RichText:
    markup = markup.strip()
    if inline and (match := _ONE_PARAGRAPH.fullmatch(markup)):
        markup = match[1]
    markup = _players(markup, context)
    parts: list[Part] = []
    end = 0
    for match in _SPLIT.finditer(markup):
        before = markup[end : match.start()]
        parts.extend(_merge(before, _part(match, fragment, context)))
        end = match.end()
    parts.append(markup[end:])
    return RichText(tuple(_joined(parts)), _plain(parts))


def _merge(before: str, found: list[Part]) -> list[Part]:
    return [before, *found] if before else found


def _joined(parts: list[Part]) -> list[Part]:
    """Neighbouring strings as one."""
    out: list[Part] = []
    for part in parts:
        if isinstance(part, str) and out and isinstance(out[-1], str):
            out[-1] += part
        elif part != "":
            out.append(part)
    return out


def _part(match: re.Match[str], fragment: Fragment, context: Context) -> list[Part]:
    href, attributes, inner, source, key, slot = match.groups()
    if slot is not None:
        return placeholder(slot, context)
    if key is not None:
        return _citation(key, fragment, context)
    address = html.unescape(href if href is not None else source)
    if _is_elsewhere(address):
        return [match[0]]
    ref = resolve(address, fragment.path, find(address, fragment), context)
    if href is None:
        return [match[0][: match[0].index('"') + 1], ref, '"'] if ref else [match[0]]
    return [Link(ref, inner)] if ref else [inner]


def _is_elsewhere(address: str) -> bool:
    return (
        not address or address.startswith("#") or bool(re.match(r"(https?|mailto|tel):", address))
    )


def placeholder(name: str, context: Context) -> list[Part]:
    """What learners read for `{local_help}` or `{emergency_number}`."""
    words = html.escape(context.placeholders.get(name, name), quote=False)
    return [Link(Ref("page", "help"), words)] if name == "local_help" else [words]


def _citation(key: str, fragment: Fragment, context: Context) -> list[Part]:
    if key not in context.references:
        span = find(f"[@{key}]", fragment)
        help = near(key, context.references)
        context.report(UNKNOWN_REFERENCE.at(span, f"no source '{key}'", help=help))
        return [f"[{key}]"]
    context.cited.setdefault(key)
    return [Link(Ref("page", "sources", f"ref-{key}"), f"[{key}]")]


def _plain(parts: list[Part]) -> str:
    words = "".join(
        p if isinstance(p, str) else p.html if isinstance(p, Link) else "" for p in parts
    )
    return _folded(html.unescape(_TAGS.sub(" ", words)))


def _folded(text: str) -> str:
    return " ".join(text.split())


_LONE_LINK = re.compile(
    r'<p><a href="([^"#?:]+\.(mp4|webm|mp3|ogg|m4a|wav))"[^>]*>(.*?)</a></p>', re.S
)
_FILM = frozenset({"mp4", "webm"})


def _players(markup: str, context: Context) -> str:
    """A link to sound or film alone in a paragraph becomes a player, with captions beside it."""
    if ".m" not in markup and ".w" not in markup and ".ogg" not in markup:
        return markup
    return _LONE_LINK.sub(lambda match: _player(match, context), markup)


def _player(match: re.Match[str], context: Context) -> str:
    address, suffix, words = match.groups()
    tag = "video" if suffix in _FILM else "audio"
    captions = f"{address.rsplit('.', 1)[0]}.{context.language}.vtt"
    known = any(path.endswith(captions.replace("../", "")) for path in context.tree.media)
    track = (
        f'<track kind="captions" src="{captions}" srclang="{context.language}">' if known else ""
    )
    link = f'<a href="{address}">{words}</a>'
    return f'<figure class="media"><{tag} controls src="{address}">{track}</{tag}><figcaption>{link}</figcaption></figure>'
