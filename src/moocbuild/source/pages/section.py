"""A Markdown body in sections: heading, id comment, item codes, and the blocks below, with places.

The structure that quizzes, lessons and simulations share. Knows no kind of question.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field
from xml.etree import ElementTree

from moocbuild.diagnostics import Fix, Rule, Severity, Span
from moocbuild.model.competency import CompetencyRef
from moocbuild.source.files.front_matter import Document
from moocbuild.source.markdown.anchors import slug, words
from moocbuild.source.markdown.below import is_of_heading
from moocbuild.source.markdown.cells import check_cells
from moocbuild.source.markdown.foreign import check_foreign
from moocbuild.source.markdown.limits import MAX_TEXT, TOO_COMPLEX, excess
from moocbuild.source.markdown.syntax import Syntax, parse
from moocbuild.source.markdown.texts import Texts, last_line, line_of
from moocbuild.source.overrides import is_override
from moocbuild.source.pages.attributes import BAD_ATTRIBUTE, names_attributes, read_attributes
from moocbuild.source.shared import FileReader
from moocbuild.values import dataclass, replace

Element = ElementTree.Element

BAD_ID = Rule(
    "MB105",
    "bad-id",
    Severity.ERROR,
    """An id consists of lower-case letters a-z, digits and hyphens, has at most 64 characters,
and begins and ends with a letter or digit. It is passed on to every learning system, and some
accept nothing else.""",
    remedy="use a-z, 0-9 and hyphens, as in '#first-contact'",
)
RESERVED_ID = Rule(
    "MB144",
    "reserved-id",
    Severity.ERROR,
    """The id is already used on every page (`main`, `page-end`, `q-…`), or names a module that is
added to every course (`about`). Choose another one: two things with the same name cannot be told
apart.""",
    remedy="choose another id",
)
UNUSED_NOTE = Rule(
    "MB148",
    "unused-footnote",
    Severity.WARNING,
    """A footnote is defined but never referenced, so no learner will read it. Write `[^name]`
where it belongs.""",
    remedy="write '[^name]' where it belongs, or delete the footnote",
)

ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
_CODE = re.compile(r"\S+")
_BETWEEN_CODES = re.compile(r"[\s,]*")
HEADING_ORDER = Rule(
    "MB152",
    "heading-order",
    Severity.WARNING,
    """A heading skips a level, or a page has two titles. People who cannot see the page use its
headings as a table of contents: `#` is the title, `##` a section, `###` a part of it.""",
    remedy="write one more '#' than the heading above it has, at most",
)
_LEVELS = {f"h{level}": level for level in range(1, 7)}


@dataclass(frozen=True, slots=True)
class Section:
    """What stands below one `##` heading (or above the first, with title "").

    id: "" where none is written. id_line: where it stands. attributes: of the comment below the
    heading, flags as "".
    chips: the line of item codes. blocks: the rest. texts: makes texts of elements.
    refused: too long to be read on, so that its blocks are not here.
    """

    reader: FileReader
    texts: Texts
    title: str
    span: Span
    heading: Element | None = None
    id: str = ""
    id_line: int = 0
    attributes: dict[str, str] = field(default_factory=dict)
    attribute_spans: dict[str, Span] = field(default_factory=dict)
    chips: tuple[CompetencyRef, ...] = ()
    blocks: tuple[Element, ...] = ()
    refused: bool = False

    @property
    def language(self) -> str:
        """The course's language."""
        return self.reader.shared.language

    @property
    def original(self) -> str:
        """The title as the course's author wrote it, which ids and anchors are made of."""
        return self.reader.title(self.span.line, self.title)


@dataclass(frozen=True, slots=True)
class Body:
    """A whole file below its front matter. h1: its title, "" without one.

    readable: not refused as too large or too deep; else nothing of it is here. guessed: whether h1
    is a heading of another level, under which all others stand.
    """

    reader: FileReader
    texts: Texts
    h1: str
    h1_span: Span
    intro: Section
    sections: tuple[Section, ...]
    readable: bool = True
    guessed: bool = False


def read_body(document: Document, reader: FileReader, *, titled: bool = True) -> Body:
    """Cuts the body at its `##` headings.

    titled: whether the page has a title without a heading, or must have one of level 1; else a
    heading of another level may be its title.
    """
    syntax = read_syntax(document.body, document.body_line, reader)
    readable = syntax is not None
    reader.added.incomplete |= not readable
    texts = Texts(syntax or Syntax(()), reader)
    blocks = list(syntax.blocks) if syntax else []
    title, span = "", Span(reader.path, document.body_line)
    first = next((n for n, block in enumerate(blocks) if block.tag != "comment"), 0)
    guessed = not titled and blocks[first:] != [] and _is_title(blocks[first:])
    if blocks and (guessed or blocks[first].tag == "h1"):
        title, span = _heading(blocks.pop(first), reader)
        texts.anchors.count(reader.title(span.line, title))
    _check_order(blocks, bool(title), reader)
    cuts = [n for n, block in enumerate(blocks) if block.tag == "h2"]
    ends = [*cuts[1:], len(blocks)][: len(cuts)]
    intro = Section(reader, texts, "", span, blocks=tuple(blocks[: cuts[0] if cuts else None]))
    sections = tuple(
        _section(blocks[a], blocks[a + 1 : b], reader, texts)
        for a, b in zip(cuts, ends, strict=True)
    )
    return Body(reader, texts, title, span, intro, sections, readable, guessed)


def _is_title(blocks: Sequence[Element]) -> bool:
    """Whether a page begins with a heading, not of level 1, under which all others stand."""
    level = _LEVELS.get(blocks[0].tag, 1)
    others = (_LEVELS[block.tag] for block in blocks[1:] if block.tag in _LEVELS)
    return level > 1 and not blocks[0].get("below") and all(other > level for other in others)


def _check_order(blocks: Sequence[Element], titled: bool, reader: FileReader) -> None:
    """Reports headings that people who jump from heading to heading would miss or misplace."""
    above = 1
    for block in blocks:
        if block.tag not in _LEVELS:
            continue
        level = _LEVELS[block.tag]
        message = f"a heading of level {level} follows one of level {above}"
        if level == 1 and titled:
            message = "the page has a second title"
        if level > above + 1 or (level == 1 and titled):
            help = f"write '{'#' * (2 if level == 1 else above + 1)}'"
            span = Span(reader.path, line_of(block))
            reader.report(HEADING_ORDER.at(span, message, help=help))
        above, titled = max(level, 1), titled or level == 1


def read_syntax(lines: Sequence[str], first: int, reader: FileReader) -> Syntax | None:
    """The syntax tree of `lines`; None after a refusal. Everything wrong is reported."""
    too_much = excess("\n".join(lines))
    if too_much:
        rule, number, message = too_much
        reader.report(rule.at(Span(reader.path, first + number), message))
        return None
    syntax = parse(lines, first)
    if reader.file.original:
        _number_cells(syntax)
    for problem in syntax.problems:
        span = reader.find(problem.words, problem.line)
        reader.report(problem.rule.at(span, problem.message, help=problem.help))
    written = (*syntax.blocks, *syntax.notes.values())
    check_foreign(written, reader)
    check_cells(written, reader)
    for label in sorted(syntax.unused):
        span = reader.find(f"[^{label}]:", first, first + len(lines))
        help = f"write '[^{label}]' where it belongs"
        reader.report(
            UNUSED_NOTE.at(span, f"the footnote '{label}' is never referenced", help=help)
        )
    return None if syntax.refused else syntax


def _number_cells(syntax: Syntax) -> None:
    """Cells of a row stand in one line, and some of them may not be translated yet."""
    for block in (*syntax.blocks, *syntax.notes.values()):
        for row in block.iter("tr"):
            for number, cell in enumerate(row):
                cell.set("cell", str(number))


def _heading(element: Element, reader: FileReader) -> tuple[str, Span]:
    """The words of a heading and their place."""
    line = reader.file.line(line_of(element))
    written = line.strip().lstrip("#").strip()
    closed = written.rstrip("#")
    written = closed.rstrip() if closed[-1:].isspace() else written
    column = max(line.find(written), 0) + 1
    return words(element), Span(reader.path, line_of(element), column, len(written))


def _section(
    heading: Element, found: Sequence[Element], reader: FileReader, texts: Texts
) -> Section:
    title, span = _heading(heading, reader)
    section = Section(reader, texts, title, span, heading)
    above = last_line(heading)
    while found and found[0].tag == "comment" and is_override(found[0].text or ""):
        above, found = last_line(found[0]), found[1:]
    if found and found[0].tag == "comment":
        near = line_of(found[0]) <= above + 1
        if near or is_of_heading(found[0].text or ""):
            section = _commented(section, found[0])
    rest = [block for block in found if block.tag != "comment"]
    chips = _chips(rest[0], reader) if rest else ()
    blocks = rest[1:] if chips else rest
    refused = bool(blocks) and _length(blocks, reader) > MAX_TEXT
    if refused:
        message = f"more than {MAX_TEXT:,} characters below one heading"
        place = reader.line(line_of(blocks[0]))
        reader.report(TOO_COMPLEX.at(place, message))
        reader.added.incomplete, blocks = True, []
    return replace(section, chips=chips, blocks=tuple(blocks), refused=refused)


def _length(found: Sequence[Element], reader: FileReader) -> int:
    lines = reader.file.lines[line_of(found[0]) - 1 : last_line(found[-1])]
    return sum(map(len, lines)) + len(lines)


def _commented(section: Section, comment: Element) -> Section:
    """The section with the id and the attributes that the comment below its heading gives it."""
    reader, line = section.reader, line_of(comment)
    text = comment.text or ""
    if "<!--" in text:
        # It ends with the next comment, and all between the two would be lost, or an attribute.
        help = "write ' -->' at the end of this line"
        reader.report(BAD_ATTRIBUTE.at(reader.line(line), "the comment is not closed", help=help))
        reader.added.incomplete, text = True, text.partition("\n")[0]
    first, *rest = [*text.split(), ""]
    id = ""
    if first.startswith("#"):
        id = first[1:]
        if not ID.fullmatch(id):
            span = reader.find(first, line)
            suggestion = slug(id)[:64].strip("-")
            fix = Fix(id, suggestion) if suggestion else None
            help = f"write '#{suggestion}'" if suggestion else ""
            reader.report(BAD_ID.at(span, f"invalid id '{id}'", help=help, fix=fix))
            id = suggestion
    else:
        rest = [first, *rest]
    if not id and not first.startswith("#") and not names_attributes(rest):
        return section
    attributes, spans = read_attributes([word for word in rest if word], line, reader)
    return replace(section, id=id, id_line=line, attributes=attributes, attribute_spans=spans)


def _chips(block: Element, reader: FileReader) -> tuple[CompetencyRef, ...]:
    """A paragraph of nothing but codes: the items that a question asks for."""
    gaps = [block.text or "", *(child.tail or "" for child in block)]
    codes = [child.text or "" for child in block]
    if block.tag != "p" or not codes or any(child.tag != "code" for child in block):
        return ()
    known = reader.shared.codes  # those of others may hold a blank: `LO 1`
    if not all(map(_BETWEEN_CODES.fullmatch, gaps)):
        return ()
    if not all(code in known or _CODE.fullmatch(code) for code in codes):
        return ()
    first, last = line_of(block), last_line(block)
    return tuple(CompetencyRef(code, reader.find(f"`{code}`", first, last)) for code in codes)


# --- lists --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list. content: what it holds without its quotations, which are feedback.

    lines: its words as written, without marker and box, as far as the first quotation.
    """

    content: Element
    quotes: tuple[Element, ...]
    lines: tuple[str, ...]
    span: Span
    ticked: bool | None = None

    @property
    def source(self) -> str:
        """The words as written, by which course.lock knows an option."""
        return "\n".join(self.lines).strip("\n")


_BULLET = r"(?:[-*+]|\d{1,9}[.)])"
# The first item of a list within a list may stand in the line of both.
_MARKER = re.compile(rf"\s*{_BULLET}\s+(?:{_BULLET}\s+(?=\[[ xX]\]|!?=))?")
_BOX = re.compile(r"\[[ xX]\](?:\s+|$)")
_FEEDBACK = frozenset({"blockquote", "alert"})


def list_items(section: Section, block: Element) -> list[ListItem]:
    """The items of a bullet or ordered list."""
    return [_list_item(section.reader, item) for item in block if item.tag == "li"]


def _list_item(reader: FileReader, item: Element) -> ListItem:
    quotes = tuple(child for child in item if child.tag in _FEEDBACK)
    first = line_of(item)
    last = line_of(quotes[0]) - 1 if quotes else last_line(item)
    lines = list(reader.file.lines[first - 1 : max(last, first)]) or [""]
    marker = _MARKER.match(lines[0])
    width = marker.end() if marker else 0
    said = [lines[0][width:], *(line.strip() for line in lines[1:])]
    span = Span(reader.path, first, width + 1, max(1, len(said[0].rstrip())))
    ticked = bool(item.get("checked")) if "checked" in item.attrib else None
    if ticked is not None:
        said[0] = _BOX.sub("", said[0], count=1)
    return ListItem(_without(item, quotes), quotes, tuple(said), span, ticked)


def _without(item: Element, quotes: Sequence[Element]) -> Element:
    """A copy of the item that holds all but `quotes`."""
    made = ElementTree.Element(item.tag, dict(item.attrib))
    made.text = item.text
    for child in item:
        if not any(child is quote for quote in quotes):
            made.append(child)
        elif child.tail and child.tail.strip():
            made.append(_words(child.tail, child))
    return made


def _words(said: str, place: Element) -> Element:
    made = ElementTree.Element("span", {"line": str(line_of(place))})
    made.text = said
    return made


def inline_start(content: Element) -> Element:
    """The element in whose line an item's words begin: its first paragraph, else itself."""
    loose = not (content.text or "").strip() and len(content) and content[0].tag == "p"
    return content[0] if loose else content


def is_boxed(block: Element) -> bool:
    """Whether every item of a bullet list has a box."""
    items = [item for item in block if item.tag == "li"]
    return block.tag == "ul" and bool(items) and all("checked" in i.attrib for i in items)


def joined_lists(blocks: Sequence[Element]) -> Iterator[Element]:
    """`blocks` with lists of boxes that follow each other as one: readers see one list.

    CommonMark begins another list at another sign (`*` after `-`), or at a comment.
    """
    held: Element | None = None
    for block in blocks:
        if held is not None and is_boxed(block):
            merged = ElementTree.Element("ul", {**held.attrib, "last": block.get("last", "")})
            merged.extend([*held, *block])
            held = merged
            continue
        if held is not None:
            yield held
        held = block if is_boxed(block) else None
        if held is None:
            yield block
    if held is not None:
        yield held
