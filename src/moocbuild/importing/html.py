"""HTML of other systems as texts of the model: tolerant of what it reads, silent about nothing.

Where the vocabulary of texts has no element, what it holds stays. Formulas are found in the ways
that Moodle (`\\(…\\)`, `$$…$$`), Canvas (pictures with `data-equation-content`) and MathML's
annotations write them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import field
from urllib.parse import unquote

import lxml.html
from lxml import etree

from moocbuild.diagnostics import Report, Span
from moocbuild.diagnostics.importing import (
    ELSEWHERE,
    EMBEDDED,
    FORMATTING,
    FORMULA,
    MISSING_FILE,
    UNDESCRIBED,
)
from moocbuild.model.text import (
    EMPTY,
    INLINE,
    NAMES,
    Element,
    Node,
    Nodes,
    Ref,
    Text,
    element,
    is_inline,
    joined,
    paragraph,
    words_of,
)
from moocbuild.source.characters import HIDDEN_CHARACTERS
from moocbuild.source.markdown.formulas import FormulaError, mathml
from moocbuild.values import dataclass

Find = Callable[[str], Ref | None]
"""What an address in the source names; None where there is no such thing."""
_CALLED = {"b": "strong", "i": "em", "strike": "s", "del": "s", "tt": "code", "acronym": "abbr"}
_GONE_NAMES = """
    applet base button canvas embed form frame head iframe input link meta noscript object script
    select style svg template textarea title
"""
_GONE = frozenset(_GONE_NAMES.split())
_SILENT = frozenset({"style", "meta", "link", "base", "title", "head", "template"})
_KEPT = {
    "*": ("lang", "dir"),
    "img": ("width",),
    "ol": ("start",),
    "td": ("colspan", "rowspan"),
    "th": ("colspan", "rowspan", "scope"),
    "abbr": ("title",),
    "code": ("class",),
    "details": ("open",),
}
_LOOKS = frozenset({"style", "align", "color", "face", "bgcolor", "size", "valign"})
_TEX = re.compile(r"\\\((.+?)\\\)|\\\[(.+?)\\\]|\$\$(.+?)\$\$", re.S)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_SPACES = re.compile(r"[ \t\r\n\f]+")
_DEEPEST = 40
"""Elements within elements; `source/markdown` reads 60."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Html:
    """Reads the texts of one source. find: what an address names there."""

    find: Find
    report: Report
    formulas: bool = True
    _parser: lxml.html.HTMLParser = field(
        default_factory=lambda: lxml.html.HTMLParser(remove_comments=True, remove_pis=True)
    )

    def text(self, markup: str, span: Span) -> Text:
        """A text of its own: paragraphs and other blocks."""
        return Text(_paragraphs(self._nodes(markup, span)))

    def inline(self, markup: str, span: Span) -> Text:
        """A text that stands in an option or a cell: a paragraph alone is none."""
        nodes = _paragraphs(self._nodes(markup, span))
        only = nodes[0] if len(nodes) == 1 else ""
        return Text(only[2] if not isinstance(only, str) and only[0] == "p" else nodes)

    def _nodes(self, markup: str, span: Span) -> Nodes:
        markup = _CONTROL.sub("", HIDDEN_CHARACTERS.sub("", markup))
        if "<" not in markup and "&" not in markup:
            return self._words(_SPACES.sub(" ", markup), span)
        if not markup.strip():
            return ()
        try:
            root = lxml.html.fragment_fromstring(markup, create_parent="div", parser=self._parser)
        except (etree.ParserError, etree.XMLSyntaxError):
            return ()
        return joined(self._children(root, span, 0))

    def page(self, content: bytes, span: Span) -> tuple[str, Text]:
        """The title and the body of an HTML file, in the encoding it declares, or UTF-8."""
        parser = lxml.html.HTMLParser(
            remove_comments=True, remove_pis=True, encoding=_coded(content)
        )
        try:
            root = lxml.html.document_fromstring(content, parser=parser)
        except (etree.ParserError, etree.XMLSyntaxError):
            return "", EMPTY
        title = root.findtext(".//title") or ""
        body = root.find("body")
        nodes = joined(self._children(body, span, 0)) if body is not None else ()
        return _SPACES.sub(" ", title).strip(), Text(_paragraphs(nodes))

    # --- elements

    def _children(self, parent: etree._Element, span: Span, depth: int) -> Iterator[Node]:
        verbatim = parent.tag == "pre" or any(each.tag == "pre" for each in parent.iterancestors())
        yield from self._said(parent.text, span, verbatim)
        for child in parent:
            if isinstance(child.tag, str):
                yield from self._element(child, span, depth + 1)
            yield from self._said(child.tail, span, verbatim)

    def _said(self, words: str | None, span: Span, verbatim: bool) -> Nodes:
        if not words:
            return ()
        words = HIDDEN_CHARACTERS.sub("", words)
        return (words,) if verbatim else self._words(_SPACES.sub(" ", words), span)

    def _element(self, found: etree._Element, span: Span, depth: int) -> Iterable[Node]:
        tag = str(found.tag).lower()
        if tag in _GONE:
            return self._gone(found, tag, span)
        make = _MADE.get(tag)
        if make is not None:
            return make(self, found, span, depth)
        self._looks(found, span)
        name = _CALLED.get(tag, tag)
        children = joined(self._children(found, span, depth))
        attributes = tuple(self._kept(found, name))
        if name not in NAMES or name in _PLAYED or depth > _DEEPEST:
            return children
        if (name == "span" and not attributes) or (name in INLINE and not is_inline(children)):
            return children  # a paragraph within <strong>, as editors leave it
        return ((name, attributes, _within(name, children), 0),)

    def _kept(self, found: etree._Element, name: str) -> Iterator[tuple[str, str]]:
        for key in (*_KEPT["*"], *_KEPT.get(name, ())):
            value = found.get(key)
            if value is not None and (value.strip() or key == "open"):
                if key == "class" and not re.fullmatch(r"language-[\w+#-]{1,40}", value):
                    continue
                if key in ("width", "start", "colspan", "rowspan"):
                    value = value.strip().removesuffix("px")
                    if not re.fullmatch(r"\d{1,4}%?", value) or value == "1":
                        continue
                yield key, value

    def _looks(self, found: etree._Element, span: Span) -> None:
        looks = any(key in _LOOKS for key in found.attrib)
        if looks or found.tag == "font":
            self.report(FORMATTING.at(span, "colours, fonts or sizes of its text"))

    def _gone(self, found: etree._Element, tag: str, span: Span) -> Iterable[Node]:
        source = (found.get("src") or found.get("data") or "").strip()
        if source.startswith("//"):
            source = f"https:{source}"
        if tag in ("iframe", "embed", "object") and re.match(r"https?://", source):
            title = (found.get("title") or "").strip() or source
            self.report(EMBEDDED.at(span, f"a frame of '{source[:80]}' became a link"))
            yield paragraph(element("a", title, href=source))
            return
        if tag not in _SILENT:
            self.report(EMBEDDED.at(span, f"'<{tag}>'"))
        if tag in ("form", "noscript", "button", "object"):
            yield from self._children(found, span, _DEEPEST)

    def _picture(self, found: etree._Element, span: Span, depth: int) -> Iterable[Node]:
        tex = found.get("data-equation-content") or ""
        if tex and (made := self._formula(tex, False)):
            return (made,)
        source, alt = (found.get("src") or "").strip(), found.get("alt")
        if not source:
            return ()
        ref = self.find(source)
        if ref is None:
            return self._lost(source, (alt or "").strip(), span)
        if alt is None or (not alt.strip() and found.get("role") != "presentation" and depth < 1):
            alt = _named(source) or _named(ref.id)
            self.report(UNDESCRIBED.at(span, f"the picture '{alt}'"))
        return (("img", (("src", ref), ("alt", alt), *self._kept(found, "img")), (), 0),)

    def _lost(self, source: str, said: str, span: Span) -> Iterable[Node]:
        """A picture, a film or a sound that cannot be brought along."""
        if re.match(r"(?:https?:)?//", source):
            address = f"https:{source}" if source.startswith("//") else source
            self.report(ELSEWHERE.at(span, f"'{address[:80]}'"))
            return (element("a", said or _named(source) or address, href=address),)
        shown = source if len(source) <= 80 else f"{source[:79]}…"
        self.report(MISSING_FILE.at(span, f"no file '{shown}'"))
        return (f"[{said or _named(source)}]",)

    def _link(self, found: etree._Element, span: Span, depth: int) -> Iterable[Node]:
        children = joined(self._children(found, span, depth))
        address = (found.get("href") or "").strip()
        if not address or address.startswith("#") or (not words_of(children) and not children):
            return children
        if not is_inline(children):
            return children
        if re.match(r"(?:https?://|mailto:|tel:)", address, re.I):
            return (element("a", Text(children), href=address),)
        ref = self.find(address)
        if ref is not None:
            return (("a", (("href", ref),), children, 0),)
        rule = EMBEDDED if re.match(r"[a-z][a-z+.-]*:", address, re.I) else MISSING_FILE
        self.report(rule.at(span, f"a link to '{address[:80]}'"))
        return children

    def _media(self, found: etree._Element, span: Span, depth: int) -> Iterable[Node]:
        """Films and sounds: a link alone in its paragraph becomes a player."""
        sources = [found.get("src"), *(each.get("src") for each in found.iter("source"))]
        title = (found.get("title") or found.get("aria-label") or "").strip()
        for source in filter(None, sources):
            ref = self.find(source.strip())
            if ref is None:
                return (paragraph(Text(tuple(self._lost(source.strip(), title, span)))),)
            return (paragraph(element("a", title or _named(source), href=ref)),)
        return ()

    def _mathml(self, found: etree._Element, span: Span, depth: int) -> Iterable[Node]:
        for note in found.iter("annotation", "{*}annotation"):
            if "tex" in (note.get("encoding") or "").lower():
                made = self._formula(note.text or "", found.get("display") == "block")
                if made:
                    return (made,)
        self.report(EMBEDDED.at(span, "a formula in MathML that does not say its TeX"))
        return (_SPACES.sub(" ", "".join(map(str, found.itertext()))),)

    def _break(self, found: etree._Element, span: Span, depth: int) -> Iterable[Node]:
        return (("br", (), (), 0),)

    # --- words

    def _words(self, said: str, span: Span) -> Nodes:
        """Words, with formulas between the signs that Moodle and Canvas know."""
        if not self.formulas or ("\\" not in said and "$$" not in said):
            return (said,) if said else ()
        made: list[Node] = []
        end = 0
        for match in _TEX.finditer(said):
            formula = self._formula(match[1] or match[2] or match[3], match[1] is None)
            if formula:
                made += [said[end : match.start()], formula]
                end = match.end()
            else:
                self.report(FORMULA.at(span, f"the formula '{match[0][:60]}' is words"))
        return joined((*made, said[end:]))

    def _formula(self, tex: str, shown: bool) -> Element | None:
        tex = tex.strip()
        try:
            nodes = mathml(tex, display=shown)
        except FormulaError:
            return None
        return element("formula", Text(nodes), tex=tex, display="display" if shown else "")


_PLAYED = frozenset({"audio", "video", "source", "track", "tabs", "note", "notes", "box", "card"})
_SCAFFOLD = frozenset({"table", "thead", "tbody", "tfoot", "tr", "dl", "figure", "colgroup"})
_MADE: dict[str, Callable[[Html, etree._Element, Span, int], Iterable[Node]]] = {
    "a": Html._link,
    "audio": Html._media,
    "br": Html._break,
    "img": Html._picture,
    "math": Html._mathml,
    "video": Html._media,
}


def _within(name: str, children: Nodes) -> Nodes:
    """What an element holds, as it may hold it."""
    if name in ("ul", "ol"):
        return _items(children)
    if name in ("li", "td", "th", "dd", "dt", "summary", "blockquote"):
        return _cell(children, alone=name != "blockquote")
    if name in _SCAFFOLD:
        return tuple(child for child in children if not isinstance(child, str))
    return children


def _paragraphs(nodes: Nodes) -> Nodes:
    """Runs of what stands in lines as paragraphs; empty ones are left out."""
    made: list[Node] = []
    run: list[Node] = []
    for node in (*nodes, None):
        if node is not None and is_inline((node,)):
            run.append(node)
            continue
        made += _paragraph(tuple(run))
        run = []
        if node is None or isinstance(node, str):
            continue
        if node[0] in ("div", "section") and not node[1]:
            made += _paragraphs(node[2])
        elif node[0] == "p" and is_inline(node[2]):
            made += _paragraph(node[2])
        elif node[0] == "p":
            made += _paragraphs(node[2])
        else:
            made.append(node)
    return tuple(made)


def _paragraph(run: Nodes) -> list[Node]:
    run = _stripped(run)
    held = any(not isinstance(node, str) and node[0] in ("img", "formula") for node in run)
    said = words_of(run).strip("\u00a0 ")
    return [paragraph(Text(run))] if said or held or _pictured(run) else []


def _pictured(run: Nodes) -> bool:
    return any(_pictured(node[2]) or node[0] == "img" for node in run if not isinstance(node, str))


def _stripped(run: Nodes) -> Nodes:
    """Without blanks and breaks around."""
    parts = list(run)
    while parts and _is_gap(parts[0]):
        parts.pop(0)
    while parts and _is_gap(parts[-1]):
        parts.pop()
    if parts and isinstance(parts[0], str):
        parts[0] = parts[0].lstrip()
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip()
    return tuple(parts)


def _is_gap(node: Node) -> bool:
    return not node.strip() if isinstance(node, str) else node[0] == "br"


def _cell(children: Nodes, *, alone: bool) -> Nodes:
    """What a cell or an item holds: words, or blocks where there are several."""
    if is_inline(children):
        return _stripped(children)
    made = _paragraphs(children)
    first = made[0] if made else ""
    lists = all(not isinstance(each, str) and each[0] in ("ul", "ol") for each in made[1:])
    if alone and lists and not isinstance(first, str) and first[0] == "p":
        return (*first[2], *made[1:])
    return made


def _items(children: Nodes) -> Nodes:
    """Items only: a list in a list belongs to the item above, words make one of their own."""
    made: list[Element] = []
    for child in children:
        if isinstance(child, str):
            if child.strip():
                made.append(element("li", child.strip()))
        elif child[0] == "li":
            made.append(child)
        elif made and child[0] in ("ul", "ol"):
            last = made.pop()
            made.append((last[0], last[1], (*last[2], child), 0))
        else:
            made.append(element("li", child))
    return tuple(made)


def _named(source: str) -> str:
    """What a file is called, for want of a description."""
    name = unquote(source).partition("?")[0].rstrip("/").rpartition("/")[2].rpartition("$")[2]
    stem = name.rpartition(".")[0] or name
    return re.sub(r"[\s_%-]+", " ", stem).strip()[:100] if not source.startswith("data:") else ""


def _coded(content: bytes) -> str:
    declared = re.search(rb"charset=[\"']?([\w-]{2,20})", content[:2048])
    name = declared[1].decode("ascii", "replace") if declared else "utf-8"
    try:
        content.decode(name)
    except (LookupError, UnicodeDecodeError):
        return "utf-8"
    return name
