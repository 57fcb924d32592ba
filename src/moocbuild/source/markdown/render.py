"""Markdown to RichText: Python-Markdown renders, markdown-it-py gives structure and places.

Texts without any markup, most of a question bank, never reach a parser.
"""

from __future__ import annotations

import html
import itertools
import re
from collections.abc import Iterator

from markdown_it.token import Token

from moocbuild.diagnostics import Rule, Severity, Span
from moocbuild.model.richtext import EMPTY, RichText
from moocbuild.source.context import Context
from moocbuild.source.markdown.fragment import Finder, Fragment
from moocbuild.source.markdown.limits import MAX_DEPTH, MAX_TEXT, TOO_COMPLEX, TOO_DEEP, excess
from moocbuild.source.markdown.markup import clean, complaints, unclosed
from moocbuild.source.markdown.parsers import renderer, structure
from moocbuild.source.markdown.players import check_media, with_players
from moocbuild.source.markdown.rich import folded, rich

UNCLOSED = Rule(
    "MB033",
    "html-unclosed",
    Severity.ERROR,
    """An HTML element or comment is opened and never closed. It would swallow the rest of the
page. Words in angle brackets that are no HTML are written in code: `` `<name>` ``.""",
)

HEADING_MARK = "\x1a"
"""Stands around an id at the end of a heading. No source holds this character."""

_MOST_COMPLAINTS = 100


def blocks(lines: tuple[str, ...], path: str, line: int, context: Context) -> list[Token] | None:
    """The block structure of `lines` with `map` counted from 0; None after a refusal."""
    text = "\n".join(lines)
    too_much = excess(text)
    if too_much:
        rule, number, message = too_much
        context.report(rule.at(Span(path, line + number), message, help="split it"))
        return None
    tokens = structure(text).parse(text)
    deep = next((t for t in tokens if t.level > 2 * MAX_DEPTH), None)
    if deep is not None:
        span = Span(path, line + (deep.map or [0])[0])
        context.report(TOO_DEEP.at(span, f"nested more than {MAX_DEPTH} deep", help="flatten it"))
        return None
    return tokens


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
        return RichText((escaped if inline else f"<p>{escaped}</p>",), folded(text))
    fragment = _with_definitions(fragment, context)
    if _refused(fragment, context):
        return RichText((html.escape(text),), folded(text))
    text = _prepared(fragment.text)
    raw = renderer(text).convert(text)
    _report_markup(raw, fragment, context)
    made = _footnotes_apart(clean(_aligned(raw)), fragment, context)
    made = with_players(_with_heading_ids(made), context, fragment)
    check_media(made, context, fragment)
    return rich(_unwrapped(made, inline), fragment, context)


def _with_definitions(fragment: Fragment, context: Context) -> Fragment:
    """With the link definitions (`[name]: address`) that it uses and that stand elsewhere."""
    known = context.definitions.get(fragment.path)
    if not known:
        return fragment
    own = {fragment.number(index) for index in range(len(fragment.lines))}
    used = {folded(m[1]).casefold() for m in _BRACKETS.finditer(fragment.text)}
    for name, number, line in known:
        if name in used and number not in own:
            fragment = fragment.followed_by(Fragment(fragment.path, number, (line,)))
    return fragment


_BRACKETS = re.compile(r"\[([^\[\]]+)\]")


def _refused(fragment: Fragment, context: Context) -> bool:
    text = fragment.text
    if len(text) > MAX_TEXT:
        message = f"more than {MAX_TEXT:,} characters below one heading"
        context.report(TOO_COMPLEX.at(fragment.span, message, help="split it"))
        return True
    found = unclosed(_without_code(text)) if "<" in text else None
    if found is None:
        return False
    offset, tag = found
    index = text.count("\n", 0, offset) + fragment.lead
    line = Fragment(fragment.path, fragment.number(index), (fragment.lines[index],))
    span = Finder(line, context.tree)(tag.rstrip(">"))
    context.report(UNCLOSED.at(span, f"'{tag}' is never closed", help="close it"))
    return True


_FENCE = re.compile(
    r"^( {0,3}(`{3,}|~{3,}))([^\n]*)(\n.*?(?:^ {0,3}\2[`~]*[ \t]*$|\Z))", re.M | re.S
)
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\n).)+?(?<!`)\1(?!`)", re.S)


def _without_code(text: str) -> str:
    """Code and escaped characters blanked out, every offset kept."""
    text = _FENCE.sub(_blank, text) if "```" in text or "~~~" in text else text
    text = _CODE.sub(_blank, text) if "`" in text else text
    return _ESCAPED.sub("  ", text) if "\\" in text else text


_ESCAPED = re.compile(r"\\[!-/:-@\[-`{-~]")


def _blank(match: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", match[0])


_DETAILS = re.compile(r"^<details(?=[\s>])", re.M | re.I)
_TELEPHONE = re.compile(r"<(tel:[+\d().-]+)>", re.I)
_LANGUAGE = re.compile(r"\s*([\w+-]+)\s*")
_ODD = re.compile(
    r"""\\[!#-./:;<=>?@^_`{|}~'"$%&,*+()\[\]\\]|<(?=[!?/](?!--|[a-zA-Z]))|<!(?=\[)"""
)
_KEPT = frozenset("\\`*_{}[]()>#+-.!~|")
"""What Python-Markdown lets authors escape by itself."""


def _prepared(text: str) -> str:
    """Markdown that Python-Markdown reads as GitHub does; code stays as it is."""
    if "<" not in text and "\\" not in text and "```" not in text and "~~~" not in text:
        return text
    if "\\|" in text and "`" in text:
        text = _ROW.sub(_plain_row, text)
    return "".join(
        _plain_fence(part) if kind == "fence" else part if kind else _plain_marks(part)
        for kind, part in _by_code(text)
    )


_ROW = re.compile(r"^ {0,3}\|.*$", re.M)


def _plain_row(row: re.Match[str]) -> str:
    r"""Of a table: `\|` in code is a bar, as it is elsewhere in the row."""
    return _CODE.sub(lambda code: code[0].replace("\\|", "|"), row[0])


def _by_code(text: str) -> Iterator[tuple[str, str]]:
    """`text` in pieces: fences, inline code, and (with the kind "") all else."""
    end = 0
    for fence in _FENCE.finditer(text):
        yield from _by_inline_code(text[end : fence.start()])
        yield "fence", fence[0]
        end = fence.end()
    yield from _by_inline_code(text[end:])


def _by_inline_code(text: str) -> Iterator[tuple[str, str]]:
    end = 0
    for code in _CODE.finditer(text):
        yield "", text[end : code.start()]
        yield "code", code[0]
        end = code.end()
    yield "", text[end:]


def _plain_marks(text: str) -> str:
    text = _TELEPHONE.sub(r"[\1](\1)", _ODD.sub(_plain_mark, text))
    return _DETAILS.sub('<details markdown="1"', text)


def _plain_mark(match: re.Match[str]) -> str:
    """What only looks like HTML, or is escaped, as a character reference."""
    if not match[0].startswith("\\"):
        return "&lt;" + match[0][1:]
    return match[0] if match[0][1] in _KEPT else f"&#{ord(match[0][1])};"


def _plain_fence(text: str) -> str:
    """Nothing but the name of a language behind the opening marks: all else would be options."""
    return _FENCE.sub(_plain_opening, text)


def _plain_opening(match: re.Match[str]) -> str:
    language = _LANGUAGE.fullmatch(match[3])
    return match[1] + (language[1] if language else "") + match[4]


def _aligned(raw: str) -> str:
    """Table alignment as a class: a strict content security policy forbids inline style."""
    if "<table" not in raw:
        return raw
    raw = raw.replace("<th>", '<th scope="col">').replace("<th align=", '<th scope="col" align=')
    return re.sub(r'(<t[hd][^>]*?) align="(left|center|right)"', r'\1 class="\2"', raw)


def _report_markup(raw: str, fragment: Fragment, context: Context) -> None:
    if "<" not in raw:
        return
    find = Finder(fragment, context.tree)
    for rule, message, words, help in itertools.islice(complaints(raw), _MOST_COMPLAINTS):
        context.report(rule.at(find(words), message, help=help))


_NOTE_ID = re.compile(r'((?:\sid="|\shref="#)fn(?:ref\d*)?:)')


def _footnotes_apart(markup: str, fragment: Fragment, context: Context) -> str:
    """Ids of footnotes that differ from those in other fragments of the page."""
    if '<div class="footnote">' not in markup:
        return markup
    number = context.footnotes[fragment.path] = context.footnotes.get(fragment.path, 0) + 1
    return markup if number == 1 else _NOTE_ID.sub(rf"\g<1>{number}:", markup)


_MARKED = re.compile(rf"<(h[1-6])>(.*?)\s*{HEADING_MARK}([a-z0-9-]+){HEADING_MARK}</\1>", re.S)


def _with_heading_ids(markup: str) -> str:
    if HEADING_MARK not in markup:
        return markup
    return _MARKED.sub(r'<\1 id="\3">\2</\1>', markup).replace(HEADING_MARK, "")


_ONE_PARAGRAPH = re.compile(r"<p>((?:(?!</?p>).)*)</p>", re.S)


def _unwrapped(markup: str, inline: bool) -> str:
    match = _ONE_PARAGRAPH.fullmatch(markup.strip()) if inline else None
    return match[1] if match else markup.strip()
