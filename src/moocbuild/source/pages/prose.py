"""Longer prose: headings with ids, footnotes, and the check that both Markdown parsers agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moocbuild.diagnostics import Rule, Severity, Span
from moocbuild.model.question import Question
from moocbuild.model.richtext import EMPTY, RichText
from moocbuild.source.context import Context
from moocbuild.source.markdown.fragment import Fragment
from moocbuild.source.markdown.render import HEADING_MARK, render
from moocbuild.source.pages.section import Block, Section, callout, github_slug, is_reserved, slug

DRIFT = Rule(
    "MB030",
    "markdown-drift",
    Severity.ERROR,
    """GitHub's Markdown and the one that makes the packages read this place differently. Nearly
always a list, quotation or code inside a list item is indented by two or three spaces: indent
it by four. A list or table right below a paragraph needs an empty line between.""",
)

_ID_COMMENT = re.compile(r"\s*<!--\s*#([a-z0-9][a-z0-9-]*)[^>]*-->\s*")
_HEADING = re.compile(r"(#{1,6})\s+(.*?)\s*#*\s*$")


def render_prose(
    section: Section,
    found: Sequence[Block],
    context: Context,
    page: str,
    notes: Sequence[Fragment] = (),
) -> RichText:
    """`found`, neighbours in a section, as RichText with ids on headings.

    notes: footnotes that stand elsewhere on the page.
    """
    if not found:
        return EMPTY
    fragment = _with_ids(section.of(*found), found, context, page)
    for note in notes:
        fragment = fragment.followed_by(note)
    text = render(fragment, context)
    _check_drift(section, found, text, context)
    return text


def heading_fragment(section: Section) -> Fragment:
    """The `##` line that opens a section."""
    return section.fragment(section.span.line, section.span.line)


def anchor(title: str, id: str, context: Context, page: str) -> str:
    """An id for a heading, free on its page; GitHub's own anchor for it works too."""
    taken = context.anchors.setdefault(page, set())
    wanted = id or slug(title) or "part"
    made = _free(f"part-{wanted}" if is_reserved(wanted) else wanted, taken)
    linked = github_slug(title)
    for name in (wanted, linked):
        context.aliases.setdefault((page, name), made)
    taken.update((made, linked, wanted))
    return made


def claim_anchors(question: Question, page: str, context: Context) -> None:
    """A question is reached by its id, and by GitHub's anchor of its heading."""
    names = (question.id, f"q-{question.id}", github_slug(question.title))
    context.anchors.setdefault(page, set()).update(names)
    context.aliases.setdefault((page, names[2]), question.id)


def _free(wanted: str, taken: set[str]) -> str:
    made, number = wanted, 1
    while made in taken:
        number += 1
        made = f"{wanted}-{number}"
    return made


def _with_ids(fragment: Fragment, found: Sequence[Block], context: Context, page: str) -> Fragment:
    """Headings carry their id between marks, id comments go."""
    lines = list(fragment.lines)
    for block in found:
        if block.type == "heading":
            first, last = block.first - fragment.line, block.last - fragment.line
            match = _HEADING.match(lines[first])
            words = match[2] if match else " ".join(lines[first:last])
            below = lines[last + 1] if last + 1 < len(lines) else ""
            comment = _ID_COMMENT.fullmatch(below)
            id = anchor(words, comment[1] if comment else "", context, page)
            mark = f" {HEADING_MARK}{id}{HEADING_MARK}"
            if match:
                lines[first] = f"{match[1]} {words}{mark}"
            else:
                lines[last - 1] = lines[last - 1].rstrip() + mark
            if comment:
                lines[last + 1] = ""
    return Fragment(fragment.path, fragment.line, tuple(lines))


_TAG = re.compile(r"<(/?)(ul|ol|li|table|pre|blockquote|h[1-6]|div|hr)(?=[\s>])([^>]*)>")
_NAMES = {
    "bullet_list": "ul",
    "ordered_list": "ol",
    "list_item": "li",
    "blockquote": "blockquote",
    "table": "table",
    "fence": "pre",
    "code_block": "pre",
    "hr": "hr",
}


def _check_drift(
    section: Section, found: Sequence[Block], text: RichText, context: Context
) -> None:
    if not text:
        return
    expected = list(_expected(section, found, 0))
    made = list(_made(text.bind(lambda ref: "")))
    if [(d, n) for d, n, _ in expected] == made:
        return
    for index, (depth, name, line) in enumerate(expected):
        if index >= len(made) or made[index] != (depth, name):
            _drifted(section, line, context)
            return
    _drifted(section, found[-1].first, context)


def _drifted(section: Section, line: int, context: Context) -> None:
    words = section.document.file.line(line)
    indent = len(words) - len(words.lstrip())
    span = Span(section.path, line, indent + 1, max(1, len(words.strip())))
    message = "two Markdown parsers read this line differently"
    help = "indent by 4 spaces, and leave an empty line around lists and tables"
    context.report(DRIFT.at(span, message, help=help))


def _expected(
    section: Section, found: Sequence[Block], depth: int
) -> Iterator[tuple[int, str, int]]:
    for block in found:
        name = f"h{block.level}" if block.type == "heading" else _NAMES.get(block.type)
        if name is None:
            continue
        if name == "blockquote" and callout(section, block):
            name = "callout"
        yield depth, name, block.first
        yield from _expected(section, block.children, depth + 1)


def _made(markup: str) -> Iterator[tuple[int, str]]:
    """The skeleton of rendered HTML; footnotes are left out, callouts named."""
    markup = markup.partition('<div class="footnote">')[0]
    stack: list[bool] = []
    depth = 0
    for match in _TAG.finditer(markup):
        closing, tag, attributes = match.groups()
        if tag == "hr":
            yield depth, "hr"
        elif not closing:
            counts = tag != "div" or "admonition" in attributes
            stack.append(counts)
            if counts:
                yield depth, "callout" if tag == "div" else tag
                depth += 1
        elif stack and stack.pop():
            depth -= 1
