"""Items of a cartridge as modules, its resources as pages and quizzes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moocbuild.archive import Archive
from moocbuild.archive.refused import place
from moocbuild.diagnostics import Span
from moocbuild.diagnostics.importing import CODES, MISSING_FILE, MOVED, RESOURCE
from moocbuild.importing.brought import Bank, Page, Unit
from moocbuild.importing.carry import Carry
from moocbuild.importing.format import Wanted
from moocbuild.importing.formats.cartridge.links import Links
from moocbuild.importing.formats.cartridge.manifest import FILE, Item, Manifest, Resource
from moocbuild.importing.formats.cartridge.quizzes import Quizzes
from moocbuild.importing.qti.processing import inner, said
from moocbuild.model.text import EMPTY, Text, element, own_language, paragraph, text

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif")
_ABOUT = re.compile(r"R_[^./]+\.course\.about")
"""The page that cartridges of moocbuild begin with for Moodle."""
_PAGES = (".html", ".htm", ".xhtml")
_QUIZ = re.compile(r"imsqti_xmlv1p|assessment/x-bb-qti")
_LEFT = {
    "imsdt": "a discussion",
    "imsbasiclti": "an external tool",
    "assignment": "an assignment",
    "imsqti_item": "an item of QTI 2",
    "imsqti_test": "a test of QTI 2",
    "imsapip": "an item of APIP",
}


class Reading:
    """One cartridge. pools: banks that quizzes draw from, by ident. codes: with statements."""

    def __init__(self, archive: Archive, manifest: Manifest, wanted: Wanted) -> None:
        self._archive, self._manifest, self._wanted = archive, manifest, wanted
        self.carry = Carry()
        self._links = Links(archive, manifest, self.carry)
        self._quizzes = Quizzes(archive, manifest, wanted, self._links)
        self._used: set[str] = set()
        self.pools: dict[str, Bank] = {}
        self.codes: dict[str, str] = {}

    def units(self) -> tuple[Unit, ...]:
        """Every module, then what is in none."""
        made = list(self._modules())
        rest = list(self._unlisted())
        if rest:
            title = self._manifest.title or "More"
            made.append(Unit(title=title, pages=tuple(rest)))
        made = [unit for unit in made if unit.pages or unit.welcome]
        drawn = {
            key
            for unit in made
            for page in unit.pages
            if isinstance(page, Bank)
            for key in page.pools
        }
        self.pools = self._quizzes.pools(drawn)
        made += [Unit(title=bank.title, pages=(bank,)) for bank in self._quizzes.banks(drawn)]
        self._tell_codes(made)
        return tuple(made)

    def _tell_codes(self, units: Sequence[Unit]) -> None:
        banks = [page for unit in units for page in unit.pages if isinstance(page, Bank)]
        for bank in (*banks, *self.pools.values()):
            for asked in bank.questions:
                for ref in asked.competencies:
                    self.codes[ref.code] = self._manifest.statements.get(ref.code, "")
        if self.codes:
            said_ = f"{len(self.codes)} outcomes: {', '.join(list(self.codes)[:5])}"
            self._wanted.report(CODES.at(self._place(FILE), said_))

    def _place(self, entry: str, line: int = 0) -> Span:
        return place(self._archive.name, entry, line)

    # --- modules

    def _modules(self) -> Iterator[Unit]:
        top = self._manifest.items
        roots = top[0].items if len(top) == 1 and not top[0].resource and top[0].items else top
        alone = tuple(item for item in roots if not item.items and item.resource)
        if alone:
            yield self._unit(Item(id="", title=self._manifest.title or "Start", items=alone))
        for item in roots:
            if item.items:
                yield self._unit(item)

    def _unit(self, item: Item) -> Unit:
        pages = list(self._pages(item, 0))
        welcome, key = EMPTY, ""
        first = pages[0] if pages else None
        if isinstance(first, Page) and first.title == item.title and isinstance(first.body, Text):
            welcome, key = first.body, first.key
            pages = pages[1:]
        id = re.sub(r"^M_", "", item.id) if item.id.startswith("M_") else ""
        return Unit(title=item.title, id=id, key=key, welcome=welcome, pages=tuple(pages))

    def _pages(self, item: Item, depth: int) -> Iterator[Page | Bank]:
        if item.resource:
            yield from self._activity(item)
        for child in item.items:
            if child.items and depth >= 0 and not child.resource:
                message = f"the heading '{child.title[:60]}' in '{item.title[:60]}'"
                self._wanted.report(MOVED.at(self._place(FILE, child.line), message))
            yield from self._pages(child, depth + 1)

    def _activity(self, item: Item) -> Iterator[Page | Bank]:
        resource = self._manifest.resources.get(item.resource)
        span = self._place(FILE, item.line)
        if resource is None:
            self._wanted.report(MISSING_FILE.at(span, f"'{item.title[:60]}' leads to nothing"))
            return
        if resource.id in self._used:
            return
        self._used.add(resource.id)
        yield from self._read(resource, item.title, span, item)

    def _unlisted(self) -> Iterator[Page | Bank]:
        """Pages and quizzes that no item names; files alone belong to those that show them."""
        for resource in self._manifest.resources.values():
            if resource.id in self._used:
                continue
            page = resource.type == "webcontent" and resource.href.lower().endswith(_PAGES)
            if page or _QUIZ.match(resource.type) or self._is_left(resource):
                self._used.add(resource.id)
                span = self._place(resource.href or FILE)
                yield from self._read(resource, "", span, None)

    # --- resources

    def _read(
        self, resource: Resource, title: str, span: Span, item: Item | None
    ) -> Iterator[Page | Bank]:
        if _QUIZ.match(resource.type):
            yield from self._quizzes.read(resource, title, item.codes if item else ())
        elif resource.type.startswith("imswl"):
            yield from self._web_link(resource, title)
        elif self._is_left(resource):
            what = next(said_ for name, said_ in _LEFT.items() if resource.type.startswith(name))
            self._wanted.report(RESOURCE.at(span, f"{what}: '{title or resource.href}'"))
        elif resource.href.lower().endswith(_PAGES):
            yield from self._page(resource, title, span)
        elif resource.type == "webcontent" or item is not None:
            yield from self._file(resource, title, span)

    def _is_left(self, resource: Resource) -> bool:
        return resource.type.startswith(tuple(_LEFT))

    def _page(self, resource: Resource, title: str, span: Span) -> Iterator[Page]:
        if resource.href not in self._archive.members:
            self._wanted.report(MISSING_FILE.at(span, f"no file '{resource.href[:80]}'"))
            return
        where = self._place(resource.href)
        if _ABOUT.fullmatch(resource.id):
            message = "the page about the course is left out: each build writes one"
            self._wanted.report(MOVED.at(where, message))
            return
        reader = self._links.html(resource.href, self._wanted.report)
        own, body = reader.page(self._archive.read(resource.href), where)
        title = title or own or resource.href.rpartition("/")[2]
        body = _without_title(_unwrapped(body, self._wanted.language), title)
        id = re.sub(r"^R_[^.]*\.|^R_", "", resource.id) if resource.id.startswith("R_") else ""
        name = re.sub(r"\.x?html?$", "", resource.href.rpartition("/")[2])
        yield Page(title=title, body=body, id=id or name, key=resource.id, span=where)

    def _file(self, resource: Resource, title: str, span: Span) -> Iterator[Page]:
        """A file alone, as a page that shows it."""
        found = self._links.file(resource.href)
        if found is None:
            self._wanted.report(MISSING_FILE.at(span, f"no file '{resource.href[:80]}'"))
            return
        name = title or resource.href.rpartition("/")[2]
        shown = resource.href.lower().endswith(_PICTURES)
        picture = element("img", src=found, alt=name)
        body = text(paragraph(picture if shown else element("a", name, href=found)))
        yield Page(title=name, body=body, key=resource.id, span=span)

    def _web_link(self, resource: Resource, title: str) -> Iterator[Page]:
        where = self._place(resource.href)
        if resource.href not in self._archive.members:
            self._wanted.report(MISSING_FILE.at(where, f"no file '{resource.href[:80]}'"))
            return
        root = self._archive.xml(resource.href).root
        name = title or said(next(inner(root, "title"), None))
        urls = (each.get("href") or "" for each in inner(root, "url"))
        address = next((url for url in urls if re.match(r"https?://", url)), "")
        if address:
            link = element("a", name or address, href=address)
            body = text(paragraph(link))
            yield Page(title=name or address, body=body, key=resource.id, span=where)


def _unwrapped(body: Text, language: str) -> Text:
    """What stands in an element that only says the language of the course, which pages have."""
    marks = own_language(body)
    plain = marks.get("lang", "") in ("", language) and marks.get("dir", "ltr") == "ltr"
    only = body.nodes[0] if marks and plain else ""
    holds = not isinstance(only, str) and only[0] == "div" and len(only[1]) == len(marks)
    return Text(only[2]) if holds and not isinstance(only, str) else body


def _without_title(body: Text, title: str) -> Text:
    """A page whose first heading is its title says it once."""
    first = body.nodes[0] if body.nodes else ""
    if not isinstance(first, str) and first[0] == "h1" and Text(first[2]).plain == title:
        return Text(body.nodes[1:])
    return body
