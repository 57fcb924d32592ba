"""A Markdown body in sections: heading, id comment, item chips, and the blocks below, with places.

The structure that quizzes, lessons and simulations share. Knows no kind of question.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from moocbuild.diagnostics import Rule, Severity, Span
from moocbuild.model.competency import CompetencyRef
from moocbuild.source.context import Context
from moocbuild.source.files.front_matter import Document
from moocbuild.source.markdown.fragment import Fragment
from moocbuild.source.markdown.render import blocks

BAD_ID = Rule(
    "MB105",
    "bad-id",
    Severity.ERROR,
    """An id holds small letters a-z, digits and hyphens, at most 64 of them, and begins and ends
with a letter or digit. It travels into every learning system, and some of them accept nothing
else.""",
)
BAD_ATTRIBUTE = Rule(
    "MB125",
    "bad-attribute",
    Severity.ERROR,
    """The comment below a heading holds `#id`, then words such as `kind=match`, `points=2`,
`level=apply`, `critical` or `end`. Something else stands here.""",
)

RESERVED_ID = Rule(
    "MB144",
    "reserved-id",
    Severity.ERROR,
    """The id is one that every page has already (`main`, `page-end`, `q-…`), or names a module
that every course gets (`about`). Two things of one name cannot be told apart: choose another.""",
)

ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
_COMMENT = re.compile(r"\s*<!--\s*(?P<id>#\S*)?\s*(?P<rest>[^>]*?)\s*-->\s*")
_CHIPS = re.compile(r"(?:`[^`\s]+`[\s,]*)+")
_CHIP = re.compile(r"`([^`\s]+)`")
_CALLOUT = re.compile(r"\[!(\w+)\]\s*$")
ATTRIBUTES = ("kind", "points", "level")
FLAGS = ("critical", "end")


@dataclass(frozen=True, slots=True)
class Block:
    """One block of Markdown: lines first..last of the file (from 1, both included).

    type: paragraph, bullet_list, ordered_list, list_item, table, hr, blockquote, fence,
    code_block, html_block, heading. children: of lists, items and quotes. level: of a heading.
    """

    type: str
    first: int
    last: int
    children: tuple[Block, ...] = ()
    level: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below one `##` heading (or above the first, with title "").

    id: "" where none is written. attributes: of the comment below the heading, flags as "".
    chips: the line of item codes. blocks: the rest.
    """

    document: Document
    title: str
    span: Span
    id: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    attribute_spans: dict[str, Span] = field(default_factory=dict)
    chips: tuple[CompetencyRef, ...] = ()
    blocks: tuple[Block, ...] = ()

    @property
    def path(self) -> str:
        """The file."""
        return self.document.file.path

    def fragment(self, first: int, last: int) -> Fragment:
        """Lines first..last as they stand."""
        return Fragment(self.path, first, self.document.file.lines[first - 1 : last])

    def of(self, *found: Block) -> Fragment:
        """The lines from the first to the last of `found` (at least one)."""
        return self.fragment(found[0].first, found[-1].last)


@dataclass(frozen=True, slots=True)
class Body:
    """A whole file below its front matter. h1: its title, "" without one.

    readable: not refused as too large or too deep; else nothing of it is here.
    """

    document: Document
    h1: str
    h1_span: Span
    intro: Section
    sections: tuple[Section, ...]
    readable: bool = True


def read_body(document: Document, context: Context) -> Body:
    """Cuts the body at its `##` headings."""
    path, offset = document.file.path, document.body_line
    tokens = blocks(document.body, path, offset, context)
    context.incomplete |= tokens is None
    tree = _tree(tokens or [], offset)
    context.definitions[path] = list(_definitions(document, tree))
    title, span = "", Span(path, offset)
    if tree and tree[0].type == "heading" and tree[0].level == 1:
        title, span = _heading(document, tree[0])
        tree = tree[1:]
    cuts = [n for n, b in enumerate(tree) if b.type == "heading" and b.level == 2]
    ends = [*cuts[1:], len(tree)][: len(cuts)]
    intro = _section(document, "", span, tree[: cuts[0] if cuts else len(tree)], context)
    sections = tuple(
        _section(document, *_heading(document, tree[a]), tree[a + 1 : b], context)
        for a, b in zip(cuts, ends, strict=True)
    )
    return Body(document, title, span, intro, sections, readable=tokens is not None)


_DEFINITION = re.compile(r" {0,3}\[([^\[\]]+)\]:\s*\S.*")


def _definitions(document: Document, tree: tuple[Block, ...]) -> Iterator[tuple[str, int, str]]:
    """`[name]: address` lines, which belong to no block; footnotes of one word are such, too."""
    inside = {number for block in tree for number in range(block.first, block.last + 1)}
    for number, line in enumerate(document.body, start=document.body_line):
        match = _DEFINITION.fullmatch(line) if line.lstrip().startswith("[") else None
        if match and number not in inside:
            yield " ".join(match[1].split()).casefold(), number, line.strip()


def _tree(tokens: list[Token], offset: int) -> tuple[Block, ...]:
    """Nested blocks from the flat token stream."""
    stream = iter(tokens)
    return tuple(_siblings(stream, offset, None))


_NAMES = {"bullet_list": "bullet_list", "ordered_list": "ordered_list", "list_item": "list_item"}
_LEAVES = frozenset({"hr", "fence", "code_block", "html_block"})
_OPAQUE = frozenset({"paragraph", "heading", "table"})


def _siblings(stream: Iterator[Token], offset: int, closing: str | None) -> Iterator[Block]:
    for token in stream:
        if token.type == closing:
            return
        name = token.type.removesuffix("_open")
        first, end = token.map or (0, 1)
        place = (first + offset, end + offset - 1)
        if token.type in _LEAVES:
            yield Block(token.type, *place)
        elif token.type.endswith("_open"):
            inside = tuple(_siblings(stream, offset, f"{name}_close"))
            level = int(token.tag[1:]) if name == "heading" else 0
            yield Block(name, *place, () if name in _OPAQUE else inside, level)


def _heading(document: Document, block: Block) -> tuple[str, Span]:
    """The words of a heading and their place."""
    line = document.file.line(block.first)
    words = re.sub(r"\s+#+\s*$", "", re.sub(r"^\s*#+\s*", "", line)).strip()
    plain = re.sub(r"[*_`]+(?=\S)|(?<=\S)[*_`]+", "", words)
    column = max(line.find(words), 0) + 1
    return plain, Span(document.file.path, block.first, column, len(words))


def _section(
    document: Document, title: str, span: Span, found: tuple[Block, ...], context: Context
) -> Section:
    section = Section(document, title, span)
    if title and found and found[0].type == "html_block":
        section, found = _commented(section, found, context)
    chips: tuple[CompetencyRef, ...] = ()
    if title and found and found[0].type == "paragraph":
        chips = _chips(section, found[0])
        found = found[1:] if chips else found
    return Section(
        document,
        title,
        span,
        section.id,
        section.attributes,
        section.attribute_spans,
        chips,
        found,
    )


def _commented(
    section: Section, found: tuple[Block, ...], context: Context
) -> tuple[Section, tuple[Block, ...]]:
    line = found[0].first
    text = section.document.file.line(line)
    match = _COMMENT.fullmatch(text)
    if match is None:
        return section, found
    id = (match["id"] or "")[1:]
    if match["id"] is not None and not ID.fullmatch(id):
        span = Span(section.path, line, match.start("id") + 1, len(match["id"]))
        context.report(BAD_ID.at(span, f"'{id}' is no id", help=_id_help(id)))
        id = slug(id)[:64].strip("-")
    attributes, spans = _attributes(section.path, line, text, match, context)
    rest = found[1:] if found[0].last == line else found
    made = Section(section.document, section.title, section.span, id, attributes, spans)
    return made, rest


def _id_help(id: str) -> str:
    suggestion = slug(id)[:64].strip("-")
    return f"write '#{suggestion}'" if suggestion else "use a-z, 0-9 and hyphens"


def _attributes(
    path: str, line: int, text: str, match: re.Match[str], context: Context
) -> tuple[dict[str, str], dict[str, Span]]:
    values: dict[str, str] = {}
    spans: dict[str, Span] = {}
    for word in re.finditer(r"\S+", match["rest"]):
        column = match.start("rest") + word.start() + 1
        span = Span(path, line, column, len(word[0]))
        name, equals, value = word[0].partition("=")
        if (equals and name in ATTRIBUTES) or (not equals and name in FLAGS):
            values[name], spans[name] = value, span
        else:
            known = ", ".join([*(f"{n}=…" for n in ATTRIBUTES), *FLAGS])
            context.report(
                BAD_ATTRIBUTE.at(span, f"'{word[0]}' is unknown", help=f"one of {known}")
            )
    return values, spans


def _chips(section: Section, paragraph: Block) -> tuple[CompetencyRef, ...]:
    lines = section.document.file.lines[paragraph.first - 1 : paragraph.last]
    if not _CHIPS.fullmatch("\n".join(lines).strip()):
        return ()
    return tuple(
        CompetencyRef(m[1], Span(section.path, number, m.start() + 1, len(m[0])))
        for number, line in enumerate(lines, start=paragraph.first)
        for m in _CHIP.finditer(line)
    )


def callout(section: Section, block: Block) -> str:
    """The kind of a `> [!NOTE]` quotation in capitals, "" for any other block."""
    if block.type != "blockquote":
        return ""
    line = section.document.file.line(block.first)
    match = _CALLOUT.search(line)
    return match[1].upper() if match else ""


def quoted(section: Section, block: Block) -> Fragment:
    """The words of a quotation without its `>` marks, and without the line of a callout."""
    first = block.first + (1 if callout(section, block) else 0)
    lines = section.document.file.lines[first - 1 : block.last]
    return Fragment(section.path, first, tuple(re.sub(r"^\s*>? ?", "", x, count=1) for x in lines))


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list. text: its words without marker; quote: its nested `>`, if any."""

    text: Fragment
    quote: Fragment | None
    span: Span


_MARKER = re.compile(r"\s*(?:[-*+]|\d{1,9}[.)])\s+")


def list_items(section: Section, block: Block) -> list[ListItem]:
    """The items of a bullet or ordered list."""
    return [_list_item(section, item) for item in block.children]


def _list_item(section: Section, item: Block) -> ListItem:
    quotes = [b for b in item.children if b.type == "blockquote"]
    last = quotes[0].first - 1 if quotes else item.last
    lines = list(section.document.file.lines[item.first - 1 : max(last, item.first)])
    marker = _MARKER.match(lines[0]) if lines else None
    width = marker.end() if marker else 0
    words = [lines[0][width:], *(line.strip() for line in lines[1:])] if lines else [""]
    quote = quoted(section, quotes[0]) if quotes else None
    span = Span(section.path, item.first, width + 1, max(1, len(words[0].rstrip())))
    return ListItem(Fragment(section.path, item.first, tuple(words)), quote, span)


def is_reserved(id: str) -> bool:
    """Whether pages use the id themselves."""
    return id in ("main", "page-end") or id.startswith("q-")


def slug(title: str) -> str:
    """GitHub's anchor for a heading, in ASCII: small letters, digits, hyphens."""
    text = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode()
    return re.sub(r"[^\w\- ]", "", text.strip().lower()).replace(" ", "-").replace("_", "-")


def github_slug(title: str) -> str:
    """GitHub's anchor for a heading, letters of every script kept."""
    return re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-")
