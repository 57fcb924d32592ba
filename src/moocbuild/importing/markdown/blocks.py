"""Blocks: paragraphs, lists, tables, code. A list of lines, each block after an empty one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from moocbuild.importing.markdown.inline import Href, Place, line
from moocbuild.model.text import (
    Element,
    Node,
    Nodes,
    Ref,
    Text,
    attribute,
    is_inline,
    paragraph,
    walk,
    words_of,
)
from moocbuild.render import Dialect
from moocbuild.render.common import RULES
from moocbuild.values import dataclass

_HTML = Dialect(rules=RULES)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_WRAPPERS = frozenset({"div", "section"})
_BARE = frozenset({"p", "blockquote", "hr", *_HEADINGS})
"""With attributes, such as a language, they are HTML."""
_WRAPPED = "markdown"
_LISTS = frozenset({"ul", "ol"})


@dataclass(frozen=True, slots=True)
class Writer:
    """href: where a file lies, from the text that is written. question: headings would begin
    another question, so that they are lines in bold."""

    href: Href
    question: bool = False

    def text(self, text: Text) -> list[str]:
        """The lines of a text."""
        return self.blocks(text.nodes)

    def line(self, nodes: Nodes) -> str:
        """Nodes that stand in a line."""
        return line(nodes, Place(self.href))

    def blocks(self, nodes: Nodes) -> list[str]:
        """The lines of `nodes`, with an empty one between two blocks."""
        made: list[str] = []
        before: tuple[str, str] = ("", "")
        for block in _blocks(nodes):
            lines, kind = self._block(block, before)
            if lines:
                made += [*([""] if made else []), *lines]
                before = kind
        return made

    def _block(self, node: Element, before: tuple[str, str]) -> tuple[list[str], tuple[str, str]]:
        """The lines of a block, with what a list after it must differ from."""
        name = node[0]
        if name in _LISTS and all(_is_item(child) for child in node[2]) and node[2]:
            marks = ("1.", "1)") if name == "ol" else ("-", "*")
            mark = marks[1] if before == (name, marks[0]) else marks[0]
            return self._list(node, mark), (name, mark)
        return self._other(node), (name, "")

    def _other(self, node: Element) -> list[str]:
        make = _MADE.get(node[0]) if not node[1] or node[0] not in _BARE else None
        return make(self, node) if make else self._html(node)

    def _paragraph(self, node: Element) -> list[str]:
        written = line(node[2], Place(self.href))
        return written.split("\n") if written else []

    def _quotation(self, node: Element) -> list[str]:
        return quoted(self.blocks(node[2]))

    def _heading(self, node: Element) -> list[str]:
        written = line(node[2], Place(self.href)).replace("\\\n", " ")
        if not written:
            return []
        if self.question:
            strong: Element = ("strong", (), node[2], 0)
            return [line((strong,), Place(self.href))]
        marked = re.sub(r"(#+)$", r"\\\1", written)
        return [f"{'#' * _HEADINGS[node[0]]} {marked}"]

    def _list(self, node: Element, mark: str) -> list[str]:
        loose = any(child[0] == "p" for item in node[2] for child in _elements(item))
        first = int(attribute(node, "start") or "1") if node[0] == "ol" else 0
        made: list[str] = []
        for number, item in enumerate(_elements(node)):
            label = f"{first + number}{mark[-1]}" if node[0] == "ol" else mark
            lines = self.item(item[2], loose=loose)
            made += [*([""] if made and loose else []), *hung(f"{label} ", lines)]
        return made

    def item(self, nodes: Nodes, *, loose: bool) -> list[str]:
        """What stands in an item of a list; unless `loose`, without empty lines where it can."""
        if loose:
            return self.blocks(nodes)
        made: list[str] = []
        for block in _blocks(nodes):
            lines, _ = self._block(block, ("", ""))
            apart = made and block[0] not in _LISTS
            made += [*([""] if apart else []), *lines]
        return made

    def _table(self, node: Element) -> list[str]:
        rows = [each for each in walk(node[2]) if each[0] == "tr"]
        cells = [list(_elements(row)) for row in rows]
        if not cells or not cells[0] or not _is_plain(node, cells):
            return self._html(node)
        place = Place(self.href, cell=True)
        written = [[line(cell[2], place) for cell in row] for row in cells]
        ruled = [_RULES.get(attribute(cell, "class"), "---") for cell in cells[0]]
        return [_row(written[0]), _row(ruled), *map(_row, written[1:])]

    def _details(self, node: Element) -> list[str]:
        found = list(_elements(node))
        if not found or found[0][0] != "summary":
            return self._html(node)
        opened = " open" if any(key == "open" for key, _ in node[1]) else ""
        summary = _HTML.html(Text(found[0][2]), self._where)
        rest = tuple(child for child in node[2] if child is not found[0])
        return [
            f"<details{opened}>",
            f"<summary>{summary}</summary>",
            "",
            *self.blocks(rest),
            "",
            "</details>",
        ]

    def _wrapped(self, node: Element) -> list[str]:
        lines = self.blocks(node[2])
        pairs = (f' {key}="{value}"' for key, value in node[1] if key != _WRAPPED)
        return [f"<{node[0]}{''.join(pairs)}>", "", *lines, "", f"</{node[0]}>"] if lines else []

    def _figure(self, node: Element) -> list[str]:
        match list(_elements(node)):
            case [("img", _, _, _) as image, ("figcaption", _, (str(said),), _)]:
                written = line((image,), Place(self.href))
                if written.endswith(")") and '"' not in said and "\\" not in said:
                    return [f'{written[:-1]} "{said}")']
        return self._html(node)

    def _html(self, node: Element) -> list[str]:
        """What Markdown has no signs for: lines up to the first empty one."""
        written = _HTML.html(Text((_trimmed(node),)), self._where)
        return [each for each in written.split("\n") if each.strip()]

    def _where(self, ref: Ref) -> str:
        return self.href(ref)


def _formula(writer: Writer, node: Element) -> list[str]:
    return ["$$", attribute(node, "tex").strip(), "$$"]


def _rule(writer: Writer, node: Element) -> list[str]:
    return ["---"]


def _code(writer: Writer, node: Element) -> list[str]:
    return _fenced(node)


_MADE: dict[str, Callable[[Writer, Element], list[str]]] = {
    **dict.fromkeys(_HEADINGS, Writer._heading),
    **dict.fromkeys(_WRAPPERS, Writer._wrapped),
    "blockquote": Writer._quotation,
    "details": Writer._details,
    "figure": Writer._figure,
    "formula": _formula,
    "hr": _rule,
    "p": Writer._paragraph,
    "pre": _code,
    "table": Writer._table,
}
_RULES = {"center": ":-:", "right": "--:", "left": ":--"}


def wrapped(node: Node) -> Element:
    """A block within another one, which keeps it from being taken for something else."""
    return ("div", ((_WRAPPED, ""),), (node,), 0)


def quoted(lines: Iterable[str]) -> list[str]:
    """Lines of a quotation."""
    return [f"> {each}" if each else ">" for each in lines]


def hung(label: str, lines: Sequence[str], width: int = 0) -> list[str]:
    """Lines behind a label, those below indented by its width, or by `width`."""
    if not lines:
        return [label.rstrip()]
    indent = " " * (width or len(label))
    return [label + lines[0], *(f"{indent}{each}" if each else "" for each in lines[1:])]


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _blocks(nodes: Nodes) -> Iterator[Element]:
    """Blocks; what stands in lines between them as paragraphs, wrappers as what they hold."""
    for in_line, found in groupby(nodes, key=lambda node: is_inline((node,))):
        if in_line:
            run = tuple(found)
            if words_of(run) or any(not isinstance(node, str) for node in run):
                yield from _paragraphs(run)
            continue
        for node in found:
            if isinstance(node, str):
                continue
            if (node[0] in _WRAPPERS and not node[1]) or (
                node[0] == "p" and (not is_inline(node[2]) or _shows_formula(node))
            ):
                yield from _blocks(node[2])
            else:
                yield node


def _paragraphs(run: Nodes) -> Iterator[Element]:
    """A run as a paragraph; formulas that stand on a line of their own part it."""
    part: list[Node] = []
    for node in run:
        if not isinstance(node, str) and node[0] == "formula" and attribute(node, "display"):
            if part:
                yield paragraph(Text(tuple(part)))
            yield node
            part = []
        else:
            part.append(node)
    if part and (words_of(tuple(part)) or any(not isinstance(node, str) for node in part)):
        yield paragraph(Text(tuple(part)))


def _shows_formula(node: Element) -> bool:
    return any(each[0] == "formula" and attribute(each, "display") for each in _elements(node))


def _is_item(node: Node) -> bool:
    return (node[0] == "li" and not node[1]) if not isinstance(node, str) else not node.strip()


def _elements(node: Node) -> Iterator[Element]:
    if not isinstance(node, str):
        yield from (child for child in node[2] if not isinstance(child, str))


def _is_plain(table: Element, cells: Sequence[Sequence[Element]]) -> bool:
    """Whether it can be drawn: a row of headings, then rows of as many cells of a line each."""
    spans = any(key in ("colspan", "rowspan") for cell in walk(table[2]) for key, _ in cell[1])
    heads = [[cell[0] == "th" for cell in row] for row in cells]
    return (
        not spans
        and all(heads[0])
        and not any(any(row) for row in heads[1:])
        and len({len(row) for row in cells}) == 1
        and len(cells) > 1
        and all(is_inline(cell[2]) for row in cells for cell in row)
        and not any(each[0] in ("caption", "table") for each in walk(table[2]))
    )


def _fenced(node: Element) -> list[str]:
    code = next((child for child in _elements(node) if child[0] == "code"), node)
    said = "".join(_all_words(code[2]))
    language = attribute(code, "class").removeprefix("language-")
    runs = [len(run) for run in re.findall(r"`{3,}", said)]
    fence = "`" * max([3, *(run + 1 for run in runs)])
    return [f"{fence}{language}", *said.removesuffix("\n").split("\n"), fence]


def _all_words(nodes: Nodes) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, str):
            yield node
        elif node[0] == "br":
            yield "\n"
        else:
            yield from _all_words(node[2])


def _trimmed(node: Element) -> Element:
    """Without white space at which a run of HTML would end."""
    children = tuple(
        re.sub(r"\s*\n\s*", "\n" if node[0] == "pre" else " ", child)
        if isinstance(child, str)
        else _trimmed(child)
        for child in node[2]
    )
    return (node[0], node[1], children, node[3])
