"""A syntax tree to texts of the model: links, media, citations and placeholders are resolved.

The one place where an author's HTML and Markdown become nodes: an element that is not in the
model's vocabulary does not get through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol
from xml.etree import ElementTree

from moocbuild.diagnostics import Rule, Severity, Span, nearest
from moocbuild.model.hosts import host_of
from moocbuild.model.text import (
    Attributes,
    Node,
    Nodes,
    Ref,
    Text,
    Value,
    joined,
    page_link,
    said,
    text,
)
from moocbuild.prose.telling import is_address, names_no_content, says_nothing
from moocbuild.source.markdown.anchors import Anchors
from moocbuild.source.markdown.data import AMONG_WORDS, is_table, table_element
from moocbuild.source.markdown.elsewhere import Elsewhere, film_at
from moocbuild.source.markdown.formulas import FormulaError, mathml, with_decimal_commas
from moocbuild.source.markdown.left import first_marked, language_marks, marked
from moocbuild.source.markdown.links import resolve
from moocbuild.source.markdown.media import NO_ALT, Players, alone, called, poster
from moocbuild.source.markdown.paired_tree import HEADINGS
from moocbuild.source.markdown.syntax import Syntax
from moocbuild.source.markdown.wording import BARE_ADDRESS, LINK_TEXT, POOR_ALT
from moocbuild.source.shared import FileReader
from moocbuild.words.languages import writes_comma

Element = ElementTree.Element

UNKNOWN_REFERENCE = Rule(
    "MB109",
    "unknown-reference",
    Severity.ERROR,
    """The text cites a source whose key is not in course/references.yml.""",
    remedy="add the key to course/references.yml",
)
BAD_FORMULA = Rule(
    "MB149",
    "bad-formula",
    Severity.ERROR,
    """A formula between dollar signs is not valid TeX: a command is unknown, or a brace is not
closed. Two prices on one line can look like a formula: write `\\$` for a dollar sign.""",
    remedy="correct the formula, or write '\\$' for a dollar sign",
)

_BOOKKEEPING = frozenset({"below", "cell", "line", "last", "checked", "markdown"})
_REFERENCES = frozenset({"src", "poster"})


class Resolver(Protocol):
    """How addresses are resolved."""

    def __call__(
        self, url: str, line: int, last: int, reader: FileReader, *, media: bool = False
    ) -> Ref | str | None:
        """What `url` names; None after it was reported. See `links.resolve`."""


def line_of(element: Element, default: int = 0) -> int:
    """The author's line on which an element begins."""
    return int(element.get("line", default))


def last_line(element: Element) -> int:
    """The author's line on which a block ends."""
    return int(element.get("last", element.get("line", "0")))


class Texts:
    """Makes the texts of one file.

    Footnotes are numbered within a scope: a whole page of prose, or one text of a question, which
    may be shown elsewhere. The ids of all are unique on the page. resolver: what addresses name.
    """

    def __init__(self, syntax: Syntax, reader: FileReader, resolver: Resolver = resolve) -> None:
        self.reader = reader
        self._resolve = resolver
        self.anchors = Anchors(reader)
        self._notes = syntax.notes
        self._players = Players(syntax.blocks, reader)
        self._mentioned: dict[str, list[str]] = {}
        self._numbered = 0
        self._first: dict[str, int] = {}
        self._among_words = False

    def text(self, *blocks: Element) -> Text:
        """A text that stands by itself, with the footnotes it mentions."""
        outer, self._mentioned = self._mentioned, {}
        nodes = joined(self._siblings(blocks))
        nodes += self.notes()
        self._mentioned = outer
        return Text(nodes)

    def inside(self, *elements: Element, blocks: bool = False) -> Text:
        """What stands in elements, such as an option; unless `blocks`, one paragraph is none."""
        outer, self._mentioned, self._among_words = self._mentioned, {}, not blocks
        nodes = joined(node for element in elements for node in self._children(element))
        if not blocks:
            first = elements[0] if elements else ElementTree.Element("li")
            place = line_of(first), int(first.get("cell", "-1"))
            nodes = first_marked(_unwrapped(nodes), place[0], self.reader, place[1])
        nodes = _stripped(nodes) + self.notes()
        self._mentioned, self._among_words = outer, False
        return Text(nodes)

    def prose(self, *blocks: Element, alone: bool = False) -> Text:
        """A part of a page: headings have ids.

        Footnotes are told at the page's end (`notes`), or at its own where it stands `alone`.
        """
        outer, self._mentioned = self._mentioned, {} if alone else self._mentioned
        nodes = joined(self._siblings(blocks, headings=True))
        nodes += self.notes() if alone else ()
        self._mentioned = outer
        return Text(nodes)

    def heading(self, element: Element, id: str) -> Text:
        """A heading that opens a section, with its id."""
        nodes = joined(self._children(element))
        made = (element.tag, (("id", id),), nodes, line_of(element))
        return Text((marked(made, self.reader),))

    def notes(self) -> Nodes:
        """The footnotes mentioned in this scope so far, which ends here."""
        said: list[Nodes] = []
        while len(said) < len(self._mentioned):  # notes may mention others
            element = self._notes[list(self._mentioned)[len(said)]]
            said.append(joined(self._children(element)))
        pairs = zip(self._mentioned.items(), said, strict=True)
        made = tuple(self._note(number, marks, words) for (number, marks), words in pairs)
        self._mentioned = {}
        return (("notes", (), made, 0),) if made else ()

    # --- elements

    def _siblings(self, blocks: Sequence[Element], *, headings: bool = False) -> Iterator[Node]:
        for block in blocks:
            yield from self._element(block, headings=headings)

    def _children(self, parent: Element, *, headings: bool = False) -> Iterator[Node]:
        if parent.text:
            yield parent.text
        for child in parent:
            yield from self._element(child, headings=headings)
            if child.tail:
                yield child.tail

    def _element(self, element: Element, *, headings: bool) -> Iterable[Node]:
        make = _MAKERS.get(element.tag)
        if make is not None:
            return make(self, element)
        if element.tag == "p" and (only := alone(element)) is not None:
            if is_table(only) and not self._among_words:
                return self._table(only)
            if (player := self._players.lone(element)) is not None:
                return self._player(player)
            if not self._among_words and (made := self._standing(only)) is not None:
                return made
        attributes = self._attributes(element)
        if headings and element.tag in HEADINGS:
            attributes += (("id", self.anchors.of_heading(element)),)
        children = joined(self._children(element, headings=headings))
        node = (element.tag, attributes, children, line_of(element))
        return (marked(node, self.reader) if self.reader.file.original else node,)

    def _attributes(self, element: Element) -> Attributes:
        found: list[tuple[str, Value]] = []
        for key, value in element.attrib.items():
            if key in _REFERENCES:
                ref = self._resolved(element, value, media=True)
                if ref is not None:
                    found.append((key, ref))
            elif key not in _BOOKKEEPING:
                found.append((key, value))
        return tuple(found)

    def _resolved(self, element: Element, url: str, *, media: bool = False) -> Ref | str | None:
        line = line_of(element)
        return self._resolve(url, line, last_line(element), self.reader, media=media)

    def _item(self, element: Element) -> Iterable[Node]:
        """A list item; one with a box that is no option shows it."""
        attributes = self._attributes(element)
        children = joined(self._children(element))
        children = first_marked(children, line_of(element), self.reader)
        if "checked" in element.attrib:
            ticked = (("checked", "checked"),) if element.get("checked") else ()
            children = _begun(children, (("box", ticked, (), line_of(element)), " "))
        return (("li", attributes, children, line_of(element)),)

    def _link(self, element: Element) -> Iterable[Node]:
        children = joined(self._children(element))
        url = element.get("href")
        found = self._resolved(element, url) if url is not None else None
        if found is None:
            return children
        self._judge_link(said(Text(children)), element)
        pairs = ((k, v) for k, v in element.attrib.items() if k not in {*_BOOKKEEPING, "href"})
        return (("a", (("href", found), *pairs), children, line_of(element)),)

    def _judge_link(self, words: str, element: Element) -> None:
        """Reports words that do not say where a link leads."""
        rule = BARE_ADDRESS if is_address(words) else LINK_TEXT
        if rule is LINK_TEXT and not says_nothing(words, self.reader.shared.language):
            return
        shown = words if len(words) <= 60 else words[:57] + "…"
        span = self.reader.find(words, line_of(element), last_line(element))
        self.reader.report(rule.at(span, f"the link says '{shown}'"))

    def _image(self, element: Element) -> Iterable[Node]:
        """A picture; without words for those who cannot see it, it is reported."""
        source = element.get("src", "")
        if not source and "src" not in element.attrib:
            return ()
        if is_table(element):
            message = f"the table '{source[-60:]}' among words"
            help = "write it alone in its paragraph"
            span = self._place_of_image(source, element)
            self.reader.report(AMONG_WORDS.at(span, message, help=help))
            return ()
        if self._players.kind(element):
            self._players.in_a_line(element)
            return ()
        alt = element.get("alt")
        if alt is None or (not alt.strip() and element.get("markdown")):
            span = self._place_of_image(source, element)
            help = "describe the image between the brackets"
            help = help if element.get("markdown") else 'add alt="…" that describes the image'
            shown = source if len(source) <= 60 else f"…{source[-59:]}"
            self.reader.report(NO_ALT.at(span, f"no alternative text for '{shown}'", help=help))
        elif alt.strip() and names_no_content(alt, source, self.reader.shared.language):
            span = self.reader.find(alt, line_of(element), last_line(element))
            self.reader.report(
                POOR_ALT.at(span, f"'{alt.strip()[:60]}' tells nothing of the image")
            )
        attributes = self._attributes(element)
        if not any(key == "src" for key, _ in attributes):
            return ()
        return (("img", attributes, (), line_of(element)),)

    def _standing(self, only: Element) -> Iterable[Node] | None:
        """What becomes of an element that is all of a paragraph; None where nothing special."""
        if only.tag == "img" and "title" in only.attrib:
            return self._captioned(only)
        film = film_at(only.get("href", "")) if only.tag == "a" else None
        return self._card(only, film) if film is not None else None

    def _card(self, link: Element, film: Elsewhere) -> Iterable[Node]:
        """A film on another site, which a link names by itself."""
        self._players.elsewhere(link)
        more: list[tuple[str, Value]] = []
        picture = poster(link)
        if picture is not None:
            source = self._resolved(picture, picture.get("src", ""), media=True)
            more += [("poster", source)] if isinstance(source, Ref) else []
        caption = next(iter(self._element(called(link), headings=False)))
        named = (("site", film.site), ("href", film.address), ("src", film.player), *more)
        made = ("card", named, (caption,), line_of(link))
        self.reader.added.hosts.add(host_of(made))
        return (made,)

    def _captioned(self, image: Element) -> Iterable[Node]:
        """A picture that is all of a paragraph: everybody can read its title, as its caption."""
        line, title = line_of(image), image.attrib.pop("title")
        caption: Node = ("figcaption", (), (title,), line)
        marks = language_marks(line, self.reader)
        return (("figure", marks, (*self._image(image), caption), line),)

    def _table(self, written: Element) -> Iterable[Node]:
        """The table in the file that a picture or a link alone in its paragraph names."""
        media = self.reader.added.media
        before = dict(media)
        url = written.get("src", written.get("href", ""))
        ref = self._resolved(written, url, media=True)
        file = self.reader.shared.tables.get(ref.id) if isinstance(ref, Ref) else None
        media.clear()  # packages hold the table, not its file
        media.update(before)
        made = table_element(written, file, self.reader) if file else None
        return self._element(made, headings=False) if made is not None else ()

    def _place_of_image(self, source: str, element: Element) -> Span:
        first, last = line_of(element), last_line(element)
        start = f"]({source}" if f"]({source}" in self.reader.file.line(first) else source
        return self.reader.find(start, first, last)

    def _media(self, element: Element) -> Iterable[Node]:
        """Sound or film written in HTML."""
        player = self._players.written(element)
        if player is not None:
            return self._player(player)
        self._attributes(element)  # reports what may not be loaded
        return self._children(element)

    def _player(self, player: Element) -> Iterable[Node]:
        source = self._resolved(player, player.get("src", ""), media=True)
        if not isinstance(source, Ref):
            return ()
        tracks = self._players.tracks(player, source)
        *written, caption = self._children(player)
        more = [pair for pair in self._attributes(player) if pair[0] not in {"kind", "src"}]
        self.reader.added.uses.update(key for key, _ in more if key == "poster")
        attributes: Attributes = (("kind", player.get("kind", "")), ("src", source), *more)
        return (("player", attributes, (*written, *tracks, caption), line_of(player)),)

    def _tabs(self, element: Element) -> Iterable[Node]:
        self.reader.added.uses.add("tabs")
        folds = tuple(node for fold in element for node in self._element(fold, headings=False))
        return (("tabs", (), folds, line_of(element)),)

    def _formula(self, element: Element) -> Iterable[Node]:
        tex, display = element.get("tex", ""), element.get("display", "")
        comma = writes_comma(self.reader.shared.language)
        meant = with_decimal_commas(tex) if comma else tex
        try:
            made = mathml(meant, display=bool(display))
        except FormulaError as error:
            line = line_of(element)  # or the next: the signs may have one of their own
            span = self.reader.find(tex.partition("\n")[0], line, line + 1)
            self.reader.report(BAD_FORMULA.at(span, str(error)))
            return (tex,)
        shown: Attributes = (("display", display),) if display else ()
        return (("formula", (("tex", meant), *shown), made, line_of(element)),)

    def _citation(self, element: Element) -> Iterable[Node]:
        key = element.get("name", "")
        references = self.reader.shared.references
        if key not in references:
            span = self.reader.find(f"[@{key}]", line_of(element))
            message, name = f"unknown source '{key}'", nearest(key, references)
            self.reader.report(UNKNOWN_REFERENCE.meant(span, message, key, name))
            return (f"[{key}]",)
        self.reader.added.cited.setdefault(key)
        return (page_link("sources", f"[{key}]", anchor=f"ref-{key}"),)

    def _slot(self, element: Element) -> Iterable[Node]:
        """What learners read for `{local_help}` or `{emergency_number}`."""
        name = element.get("name", "")
        words = self.reader.shared.placeholders.get(name, name)
        return (page_link("help", words),) if name == "local_help" else text(words).nodes

    # --- footnotes

    def _noteref(self, element: Element) -> Iterable[Node]:
        number = element.get("note", "")
        marks = self._mentioned.setdefault(number, [])
        if not marks:
            self._numbered += 1
            self._first[number] = self._numbered
        at = self._first[number]
        mark = f"fnref:{at}" if not marks else f"fnref{len(marks) + 1}:{at}"
        marks.append(mark)
        place = str(list(self._mentioned).index(number) + 1)
        attributes = (("number", place), ("to", f"fn:{at}"), ("id", mark))
        return (("noteref", attributes, (), line_of(element)),)

    def _note(self, number: str, marks: list[str], words: Nodes) -> Node:
        attributes = (("id", f"fn:{self._first[number]}"), ("back", " ".join(marks)))
        return ("note", attributes, words, line_of(self._notes[number]))


def _nothing(texts: Texts, element: Element) -> Iterable[Node]:
    return ()


_MAKERS = {
    "a": Texts._link,
    "audio": Texts._media,
    "citation": Texts._citation,
    "comment": _nothing,
    "formula": Texts._formula,
    "img": Texts._image,
    "li": Texts._item,
    "noteref": Texts._noteref,
    "slot": Texts._slot,
    "tabs": Texts._tabs,
    "video": Texts._media,
}


def _begun(children: Nodes, start: Nodes) -> Nodes:
    """`children` with `start` before their first words, in the first paragraph if there is one."""
    first = children[0] if children else ""
    if not isinstance(first, str) and first[0] == "p":
        return ((first[0], first[1], joined((*start, *first[2])), first[3]), *children[1:])
    return joined((*start, *children))


def _unwrapped(nodes: Nodes) -> Nodes:
    said = [node for node in nodes if not isinstance(node, str) or node.strip()]
    first = said[0] if len(said) == 1 else ""
    return first[2] if not isinstance(first, str) and first[0] == "p" else nodes


def _stripped(nodes: Nodes) -> Nodes:
    """Without white space around."""
    parts = list(nodes)
    if parts and isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    return joined(parts)
