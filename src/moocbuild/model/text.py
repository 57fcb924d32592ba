"""Text as a tree: immutable nodes over a closed vocabulary, with the author's line.

A node is a string, which holds words and never markup, or an element: a plain tuple
`(name, attributes, children, line)`. Attributes are pairs of a name and a value; a value is words
or a `Ref`. Line is the author's (from 1), 0 for what the tool made. Plain tuples, because a course
of 200 lessons has 40,000 nodes, and dataclasses load ten times slower from a cache.

Names are those of HTML where HTML has the thing, and of the thing itself where it has not: see
`NAMES`. What a target writes for an element is the target's (`moocbuild.render`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from moocbuild.model.formula_words import formula_words
from moocbuild.values import dataclass


class Ref(NamedTuple):
    """What a link leads to.

    kind: "page" (id: a page of the course, `module/lesson`, or a made page such as `help`) or
    "media" (id: the file's path from the course's root, `media/bench.svg`).
    """

    kind: str
    id: str
    anchor: str = ""


Href = Callable[[Ref], str | None]
"""Where a target puts what a Ref names; None where it cannot be linked and is named in words."""

Value: TypeAlias = "str | Ref"
Attributes: TypeAlias = "tuple[tuple[str, Value], ...]"
Element: TypeAlias = "tuple[str, Attributes, Nodes, int]"
Node: TypeAlias = "str | Element"
Nodes: TypeAlias = "tuple[Node, ...]"
Content: TypeAlias = "Node | Text"
"""What the builders below take."""

_INLINE_NAMES = """
    a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup u var
"""
_BLOCK_NAMES = """
    audio blockquote br caption col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 h5
    h6 hr img li ol p pre section source summary table tbody td tfoot th thead tr track ul video
"""
_MATH_NAMES = """
    math merror mfrac mi mn mo mmultiscripts mover mpadded mphantom mprescripts mroot mrow mspace
    msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none
"""
_SYMBOL_NAMES = "alert blank box card formula note noteref notes player tabs"
SYMBOLS = frozenset(_SYMBOL_NAMES.split())
"""Elements that no format has under this name:

alert: a callout; `kind` is note, tip, important, warning or caution; its first child may be a
  `caption`, which stands in place of the kind's name.
blank: a place in a prompt that the answer fills; `part` is the id of what is asked there, `number`
  its place among the others, from 1.
box: a box of a task list that is no question; `checked` where it is ticked.
card: a film on another site; `site` its name, `href` its page, `src` its player, which nothing
  loads before a learner agrees, `poster` a picture of the course; its child is a `caption`.
formula: `tex` as the author wrote it, but for braces around decimal commas, `display` for one on
  a line of its own; its child is the MathML.
noteref: a mark in the text; `number`, `to` (the id of a note), `id` (its own).
player: a film or a sound (`kind` is video or audio), `src` its file, `poster` the picture before
  it plays; children are a `source` for each further file, a `track` for each language of captions,
  then a `caption`, what it is called, empty where it is not called anything.
tabs: its children are `details` of one `name`, of which one is open at a time.
notes, note: the footnotes of a text; a note has an `id`, and in `back` the ids of its marks.
"""
INLINE = frozenset({*_INLINE_NAMES.split(), "blank", "formula", "noteref", "box"})
_BLANKS = re.compile(r"[^\S\u00a0\u2007\u202f]+")
VOID = frozenset(["br", "col", "hr", "img", "input", "source", "track"])
"""Elements that hold nothing."""
MATHML = frozenset(_MATH_NAMES.split())
NAMES = INLINE | frozenset(_BLOCK_NAMES.split()) | SYMBOLS | MATHML


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the course: a paragraph, an option, or all the prose between two questions."""

    nodes: Nodes = ()

    @property
    def plain(self) -> str:
        """Its words on one line, formulas as people type them; without pictures and footnotes."""
        return one_line(self.unfolded)

    @property
    def unfolded(self) -> str:
        """The same with the line ends and blanks of the source: for whoever parts words anyway."""
        only = self.only
        if only:
            return only
        found: list[str] = []
        _collect_words(self.nodes, found)
        return "".join(found)

    @property
    def only(self) -> str:
        """Its words where it is nothing else, as most options are; else ""."""
        nodes = self.nodes
        return nodes[0] if len(nodes) == 1 and isinstance(nodes[0], str) else ""

    def refs(self) -> Sequence[Ref]:
        """Every reference, in order."""
        found: list[Ref] = []
        _collect_refs(self.nodes, found)
        return found

    def __bool__(self) -> bool:
        return bool(self.nodes)

    def __add__(self, other: Text) -> Text:
        return Text(joined(self.nodes + other.nodes))


EMPTY = Text()


# --- reading a tree -------------------------------------------------------------------------


def one_line(words: str) -> str:
    """Words with white space folded; blanks that hold words together stay."""
    if "  " not in words and words.isprintable():  # then the only white space are single blanks
        return words.strip(" ")
    return _BLANKS.sub(" ", words).strip(" ")


def walk(nodes: Nodes) -> Iterator[Element]:
    """Every element, each before its children."""
    for node in nodes:
        if not isinstance(node, str):
            yield node
            yield from walk(node[2])


def _collect_refs(nodes: Nodes, found: list[Ref]) -> None:
    """As `walk` goes, which takes twice as long: every text of a course is asked."""
    for node in nodes:
        if not isinstance(node, str):
            _, attributes, children, _ = node
            for _, value in attributes:
                if isinstance(value, Ref):
                    found.append(value)
            _collect_refs(children, found)


def attribute(element: Element, name: str) -> str:
    """An attribute's words, "" without one or where it is a reference."""
    value = next((value for key, value in element[1] if key == name), "")
    return "" if isinstance(value, Ref) else value


def reference(element: Element, name: str) -> Ref | None:
    """An attribute that is a reference, else None."""
    value = next((value for key, value in element[1] if key == name), None)
    return value if isinstance(value, Ref) else None


def words_of(nodes: Nodes) -> str:
    """The words of `nodes`, white space folded."""
    return Text(nodes).plain


def said(text: Text) -> str:
    """What a text is called where only words can stand: a picture by its description."""
    images = (attribute(each, "alt") for each in walk(text.nodes) if each[0] == "img")
    return text.plain or " ".join(images)


def own_language(found: Text) -> dict[str, str]:
    """`lang` and `dir` of a text that says them as a whole; else none."""
    if len(found.nodes) != 1 or isinstance(found.nodes[0], str):
        return {}
    marks = {name: attribute(found.nodes[0], name) for name in ("lang", "dir")}
    return {name: value for name, value in marks.items() if value}


def is_inline(nodes: Nodes) -> bool:
    """Whether all of `nodes` may stand in a line."""
    return all(isinstance(node, str) or node[0] in INLINE | _IN_LINES for node in nodes)


_IN_LINES = frozenset({"br", "img"})


def _collect_words(nodes: Nodes, found: list[str]) -> None:
    """As a generator it takes twice as long: every text of a course is asked."""
    for node in nodes:
        if isinstance(node, str):
            found.append(node)
        elif node[0] == "formula":
            gap = " " if attribute(node, "display") else ""
            found.append(f"{gap}{formula_words(node[2]) or attribute(node, 'tex')}{gap}")
        elif node[0] == "blank":
            found.append("____")
        elif node[0] in INLINE:
            if node[0] != "noteref":
                _collect_words(node[2], found)
        elif node[0] != "notes":
            found.append(" ")
            _collect_words(node[2], found)
            found.append(" ")


# --- changing a tree ------------------------------------------------------------------------

Rule = Callable[[Element], Nodes]
"""What becomes of an element whose children have been changed already."""


def rewrite(
    nodes: Nodes, rules: Mapping[str, Rule], words: Callable[[str], str] | None = None
) -> Nodes:
    """`nodes` with every element of a name in `rules` replaced by what the rule makes of it.

    One walk, children first; words: what becomes of strings. What does not change stays the very
    same object.
    """
    made: list[Node] | None = None  # begun at the first change
    for place, node in enumerate(nodes):
        new: Node = node
        if not isinstance(node, str):
            name, attributes, children, line = node
            inner = rewrite(children, rules, words) if children else children
            found = node if inner is children else (name, attributes, inner, line)
            rule = rules.get(name)
            several = rule(found) if rule else None
            if several is not None and len(several) != 1:
                made = [*(nodes[:place] if made is None else made), *several]
                continue
            new = several[0] if several else found
        elif words is not None:
            new = words(node)
        if made is not None:
            made.append(new)
        elif new is not node:
            made = [*nodes[:place], new]
    return nodes if made is None else tuple(made)


def with_attributes(element: Element, **changed: Value | None) -> Element:
    """`element` with other attributes; None takes one away. `class_` is `class`."""
    names = {_name(key): value for key, value in changed.items()}
    kept = [(key, names.pop(key, value)) for key, value in element[1]]
    attributes = ((key, value) for key, value in (*kept, *names.items()) if value is not None)
    return (element[0], tuple(attributes), element[2], element[3])


# --- making a tree --------------------------------------------------------------------------


def text(*content: Content) -> Text:
    """A text of words, elements and other texts, one after the other."""
    return Text(joined(_flat(content)))


def element(name: str, *content: Content, line: int = 0, **attributes: Value) -> Element:
    """An element of `NAMES`; empty attributes are left out, `class_` is `class`."""
    if name not in NAMES:
        raise ValueError(f"no element {name!r} in a text")
    pairs = tuple([(_name(key), value) for key, value in attributes.items() if value])
    only = content[0] if len(content) == 1 else None
    if only is not None and not isinstance(only, Text):  # most of them
        return (name, pairs, (only,) if only else (), line)
    return (name, pairs, joined(_flat(content)), line)


def paragraph(*content: Content) -> Element:
    """A paragraph."""
    return element("p", *content)


def listed(name: str, entries: Iterable[Content]) -> Text:
    """A list, `ul` or `ol`; EMPTY without entries."""
    items = [element("li", entry) for entry in entries]
    return text(element(name, *items)) if items else EMPTY


def labelled(label: Content, content: Text) -> Text:
    """A text under a short label in bold; EMPTY without a text."""
    if not content:
        return EMPTY
    return text(paragraph(element("strong", label)), element("div", content))


def page_link(page: str, *content: Content, anchor: str = "") -> Element:
    """A link to a page of the course."""
    return element("a", *content, href=Ref("page", page, anchor))


def joined(nodes: Iterable[Node]) -> Nodes:
    """`nodes` with neighbouring strings as one, and without empty ones."""
    nodes = tuple(nodes)
    if len(nodes) == 1:  # as most are
        return nodes if nodes[0] else ()
    made: list[Node] = []
    words = ""  # with which it ends so far
    for node in nodes:
        if not isinstance(node, str):
            made.append(node)
            words = ""
        elif words:
            words += node
            made[-1] = words
        elif node:
            made.append(node)
            words = node
    return tuple(made)


def _flat(content: Iterable[Content]) -> list[Node]:
    flat: list[Node] = []
    for each in content:
        if isinstance(each, Text):
            flat += each.nodes
        else:
            flat.append(each)
    return flat


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
