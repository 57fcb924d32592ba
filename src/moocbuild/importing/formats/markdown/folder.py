"""The folder: which text is which page, in what order, and what links between them mean."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence

import yaml

from moocbuild.diagnostics import Span
from moocbuild.diagnostics.importing import MISSING_FILE, MOVED, SETTING
from moocbuild.importing.brought import Brought, Markdown, Page, Unit
from moocbuild.importing.carry import Carry
from moocbuild.importing.format import Wanted
from moocbuild.importing.formats.markdown.rewrite import Rewriter, titled
from moocbuild.importing.source import Source, decoded
from moocbuild.values import dataclass

_TEXTS = (".md", ".markdown")
_FIRST = ("index.md", "readme.md", "_index.md")
_MKDOCS = ("mkdocs.yml", "mkdocs.yaml")
_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.S | re.M)
_NUMBER = re.compile(r"^\d+[-_. ]+")
_DRAFTS = re.compile(r"(?:^|/)(?:_|\.)")


@dataclass(frozen=True, slots=True)
class _Text:
    """A text: its path from the folder, and the title that a menu gives it, or ""."""

    path: str
    title: str = ""


class _Loose(yaml.SafeLoader):
    """Reads what MkDocs writes: tags that name Python are passed over, and never built."""


_Loose.add_multi_constructor("", lambda loader, suffix, node: None)


class Folder:
    """One folder while it is read."""

    def __init__(self, source: Source, wanted: Wanted) -> None:
        self._source, self._wanted = source, wanted
        self._carry = Carry()
        self._settings = self._mkdocs()
        found = self._settings.get("docs_dir")
        docs = found if isinstance(found, str) else "docs"
        self._root = f"{docs.strip('/')}/" if self._settings and self._has(f"{docs}/") else ""
        self._used: set[str] = set()
        self._names = {posixpath.basename(name).lower(): name for name in self._files()}

    def brought(self) -> Brought:
        """All of it."""
        site = self._settings.get("site_name")
        title = site if isinstance(site, str) else self._source.stem
        about = self._settings.get("site_description")
        return Brought(
            units=tuple(self._units(title)),
            title=title,
            description=about if isinstance(about, str) else "",
            language=self._wanted.language,
            files=self._carry.files,
        )

    # --- files

    def _files(self) -> Sequence[str]:
        return list(self._source.files) if self._source.files else [self._source.name]

    def _has(self, start: str) -> bool:
        return any(name.startswith(start) for name in self._files())

    def _content(self, path: str) -> bytes:
        return self._source.file(path) if self._source.files else self._source.data

    def _mkdocs(self) -> Mapping[str, object]:
        name = next((each for each in _MKDOCS if each in self._files()), "")
        if not name or not self._source.files:
            return {}
        try:
            found = yaml.load(self._content(name).decode("utf-8"), _Loose)
        except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
            place = Span(f"{self._source.name}/{name}")
            self._wanted.report(SETTING.at(place, f"cannot be read: {str(error)[:60]}"))
            return {}
        return found if isinstance(found, dict) else {}

    # --- outline

    def _units(self, title: str) -> Iterator[Unit]:
        nav = self._settings.get("nav")
        if isinstance(nav, list):
            yield from self._of_nav(nav, title)
            return
        by_folder: dict[str, list[_Text]] = {}
        for path in self._texts():
            inside = path.removeprefix(self._root)
            if _DRAFTS.search(inside) and posixpath.basename(path).lower() not in _FIRST:
                message = "a draft, by its name"
                self._wanted.report(MOVED.at(self._place(path), message))
                continue
            top = inside.partition("/")[0] if "/" in inside else ""
            by_folder.setdefault(top, []).append(_Text(path))
        for name, texts in by_folder.items():
            yield self._unit(_NUMBER.sub("", name).replace("-", " ") if name else title, texts)

    def _texts(self) -> list[str]:
        """Paths of all texts, in order."""
        found = sorted(self._files(), key=_in_order)
        return [
            path for path in found if path.startswith(self._root) and path.lower().endswith(_TEXTS)
        ]

    def _of_nav(self, nav: Sequence[object], title: str) -> Iterator[Unit]:
        """Sections of the menu as modules; what stands outside of them comes first, and what is in
        no menu last."""
        alone = [text for entry in nav if self._is_page(entry) for text in self._entry(entry)]
        if alone:
            yield self._unit(title, alone)
        for entry in nav:
            for name, inner in entry.items() if isinstance(entry, dict) else [(title, entry)]:
                texts = [] if self._is_page(inner) else list(self._entry(inner))
                if texts:
                    yield self._unit(str(name), texts)
        rest = [path for path in self._texts() if path not in self._used]
        for path in rest:
            self._wanted.report(MOVED.at(self._place(path), "in no menu: a page at the end"))
        if rest:
            yield self._unit(title, [_Text(path) for path in rest])

    def _below(self, entry: str) -> list[_Text]:
        """The texts of a folder that a menu names, as some plugins of MkDocs allow."""
        start = f"{self._root}{entry.strip('/')}/"
        return [_Text(path) for path in self._texts() if path.startswith(start)]

    def _is_page(self, entry: object) -> bool:
        values = entry.values() if isinstance(entry, dict) else [entry]
        return all(isinstance(value, str) and not self._below(value) for value in values)

    def _entry(self, entry: object, name: str = "") -> Iterator[_Text]:
        if isinstance(entry, str):
            found = self._named(entry, name)
            self._used.update(text.path for text in found)
            yield from found
        elif isinstance(entry, list):
            for each in entry:
                yield from self._entry(each)
        elif isinstance(entry, dict):
            for key, inner in entry.items():
                yield from self._entry(inner, str(key))

    def _named(self, entry: str, name: str) -> list[_Text]:
        """The text of an address in the menu, or those of a folder."""
        path = f"{self._root}{entry}"
        found = [_Text(path, name)] if path in self._files() else self._below(entry)
        if not found and not re.match(r"https?:", entry):
            place = Span(f"{self._source.name}/mkdocs.yml")
            self._wanted.report(MISSING_FILE.at(place, f"no file '{entry[:80]}'"))
        return found

    # --- pages

    def _unit(self, title: str, texts: Sequence[_Text]) -> Unit:
        pages = [self._page(text) for text in texts]
        first = next((n for n, text in enumerate(texts) if _is_first(text, self._root)), None)
        welcome, key = Markdown(""), ""
        if first is not None:
            page = pages.pop(first)
            title = page.title if texts[first].path != f"{self._root}index.md" else title
            if isinstance(page.body, Markdown):
                welcome, key = page.body, page.key
        return Unit(title=title, key=key, welcome=welcome, pages=tuple(pages))

    def _page(self, text: _Text) -> Page:
        place = self._place(text.path)
        written = decoded(self._content(text.path), place, self._wanted.report)
        front, body, first = _parted(written)
        self._tell(front, place)
        rewriter = Rewriter(
            find=lambda address: self._find(address, text.path),
            report=self._wanted.report,
            place=lambda line: Span(place.path, line),
        )
        heading, body = titled(rewriter.rewritten(body, first))
        own = front.get("title")
        title = text.title or heading or (own if isinstance(own, str) else "")
        name = posixpath.splitext(posixpath.basename(text.path))[0]
        title = title or _NUMBER.sub("", name).replace("-", " ").replace("_", " ")
        return Page(title=title, body=Markdown(body), id=_slug(name), key=text.path, span=place)

    def _place(self, path: str) -> Span:
        return Span(f"{self._source.name}/{path}" if self._source.files else path)

    def _tell(self, front: Mapping[str, object], place: Span) -> None:
        left = [str(key) for key in front if key != "title"]
        if left:
            self._wanted.report(SETTING.at(place, f"front matter: {', '.join(left)[:80]}"))

    def _find(self, address: str, path: str) -> tuple[str, str] | None:
        """What an address names: ("page", path) or ("media", name); None for what is not there."""
        plain = address.partition("#")[0].partition("?")[0]
        near = posixpath.normpath(posixpath.join(posixpath.dirname(path), plain))
        rooted = posixpath.normpath(f"{self._root}{plain.lstrip('/')}")
        ends = ("", ".md", "/index.md", "/README.md")
        named = self._names.get(posixpath.basename(plain).lower())
        by_name = self._names.get(f"{posixpath.basename(plain).lower()}.md")
        for each in (*(f"{base}{end}" for base in (near, rooted) for end in ends), named, by_name):
            if each and each in self._files() and self._source.files:
                if each.lower().endswith(_TEXTS):
                    return "page", each
                return "media", self._carry.put(each, self._content(each)).id
        return None


def _in_order(path: str) -> tuple[object, ...]:
    """Files of a folder before folders in it; numbers by their value; the first page first."""
    parts = path.split("/")
    last = (parts[-1].lower() not in _FIRST, *_natural(parts[-1]))
    return (*((1, *_natural(part)) for part in parts[:-1]), (0, *map(str, last)))


def _natural(name: str) -> tuple[str, ...]:
    return tuple(part.zfill(12) if part.isdigit() else part for part in re.split(r"(\d+)", name))


def _is_first(text: _Text, root: str) -> bool:
    """The index of a folder just below the root."""
    inside = text.path.removeprefix(root)
    return inside.count("/") <= 1 and posixpath.basename(inside).lower() in _FIRST


def _parted(written: str) -> tuple[Mapping[str, object], str, int]:
    """Front matter, the text below it, and the line on which that begins."""
    match = _FRONT.match(written)
    if match is None:
        return {}, written, 1
    try:
        found = yaml.load(match[1], _Loose)
    except (yaml.YAMLError, RecursionError):
        return {}, written, 1
    line = written.count("\n", 0, match.end()) + 1
    return (found if isinstance(found, dict) else {}), written[match.end() :], line


def _slug(name: str) -> str:
    return "" if name.lower() in ("index", "readme") else _NUMBER.sub("", name)
