"""An IMS manifest as values: what SCORM, Common Cartridge and packages of QTI have in common."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field

from lxml import etree

from moocbuild.archive import Archive, Xml
from moocbuild.archive.hrefs import Link, follow
from moocbuild.inspect.findings import At
from moocbuild.model.text import one_line
from moocbuild.values import dataclass

MANIFEST = "imsmanifest.xml"
BASE = "{http://www.w3.org/XML/1998/namespace}base"


def tag(element: etree._Element) -> tuple[str, str]:
    """Namespace ("" for none) and name."""
    name = str(element.tag)
    if name[0] != "{":
        return "", name
    namespace, _, local = name[1:].partition("}")
    return namespace, local


def said(element: etree._Element | None) -> str:
    """The text of an element on one line."""
    return one_line("".join(map(str, element.itertext()))) if element is not None else ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item. depth: 1 below the organization."""

    element: etree._Element
    depth: int
    title: str
    refers: str
    has_items: bool

    @property
    def identifier(self) -> str:
        """Its identifier, or ""."""
        return str(self.element.get("identifier", "")).strip()


@dataclass(frozen=True, slots=True)
class Resource:
    """A resource. base: the folder that its addresses start from. files: its `file` elements."""

    element: etree._Element
    base: str
    files: tuple[etree._Element, ...]
    dependencies: tuple[etree._Element, ...]

    @property
    def identifier(self) -> str:
        """Its identifier, or ""."""
        return str(self.element.get("identifier", "")).strip()

    @property
    def type(self) -> str:
        """Its type, or ""."""
        return str(self.element.get("type", "")).strip()

    @property
    def href(self) -> str:
        """Its address, or ""."""
        return str(self.element.get("href", "")).strip()


@dataclass(slots=True)
class Manifest:
    """The whole of it. name: of the file. namespace: of the manifest itself.

    resources: by identifier, the first of several. identified: every element that has one.
    """

    archive: Archive
    name: str
    root: etree._Element
    namespace: str
    organizations: list[etree._Element] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    every: list[Resource] = field(default_factory=list)
    resources: Mapping[str, Resource] = field(default_factory=dict)
    manifests: Mapping[str, etree._Element] = field(default_factory=dict)

    @property
    def at(self) -> At:
        """To say where something is."""
        return At(self.archive.name, self.name)

    def children(self, parent: etree._Element, name: str) -> list[etree._Element]:
        """The children of this name in the manifest's own namespace."""
        return parent.findall(f"{{{self.namespace}}}{name}" if self.namespace else name)

    def child(self, parent: etree._Element | None, name: str) -> etree._Element | None:
        """The first of them."""
        found = [] if parent is None else self.children(parent, name)
        return found[0] if found else None

    @property
    def schema(self) -> str:
        """What `metadata/schema` says, or ""."""
        return said(self.child(self.child(self.root, "metadata"), "schema"))

    @property
    def version(self) -> str:
        """What `metadata/schemaversion` says, or ""."""
        return said(self.child(self.child(self.root, "metadata"), "schemaversion"))

    @property
    def organization(self) -> etree._Element | None:
        """The one that is played: the default, else the first."""
        around = self.child(self.root, "organizations")
        wanted = "" if around is None else str(around.get("default", "")).strip()
        for each in self.organizations:
            if str(each.get("identifier", "")).strip() == wanted:
                return each
        return self.organizations[0] if self.organizations else None

    def follow(self, href: str, base: str) -> Link:
        """Where an address leads; one that was not escaped is taken as it is."""
        link = follow(href, base)
        if link.name in self.archive.members or link.remote or link.outside:
            return link
        plain = f"{base}{href}"
        return Link(plain) if plain in self.archive.members else link


def read_manifest(archive: Archive, name: str) -> tuple[Manifest, Xml]:
    """The manifest in an archive, and its XML. Raises RefusedError."""
    xml = archive.xml(name)
    namespace, _ = tag(xml.root)
    manifest = Manifest(archive, name, xml.root, namespace)
    manifests = [xml.root, *_inner(manifest, xml.root)]
    for each in manifests:
        around = manifest.child(each, "organizations")
        if around is not None:
            manifest.organizations += manifest.children(around, "organization")
        manifest.every += _resources(manifest, each)
    for organization in manifest.organizations:
        manifest.items += _items(manifest, organization, 1)
    manifest.resources = {one.identifier: one for one in reversed(manifest.every)}
    manifest.manifests = {str(one.get("identifier", "")).strip(): one for one in manifests}
    return manifest, xml


def _inner(manifest: Manifest, around: etree._Element) -> Iterator[etree._Element]:
    for each in manifest.children(around, "manifest"):
        yield each
        yield from _inner(manifest, each)


def _items(manifest: Manifest, around: etree._Element, depth: int) -> Iterator[Item]:
    for each in manifest.children(around, "item"):
        title = said(manifest.child(each, "title"))
        refers = str(each.get("identifierref", "")).strip()
        inner = list(_items(manifest, each, depth + 1))
        yield Item(each, depth, title, refers, bool(inner))
        yield from inner


def _resources(manifest: Manifest, around: etree._Element) -> Iterator[Resource]:
    for whole in manifest.children(around, "resources"):
        for each in manifest.children(whole, "resource"):
            base = "".join(map(_base, (around, whole, each)))
            files = tuple(manifest.children(each, "file"))
            yield Resource(each, base, files, tuple(manifest.children(each, "dependency")))


def _base(element: etree._Element) -> str:
    """What it adds to addresses; nothing where it leads out of the package."""
    base = str(element.get(BASE, "")).strip()
    link = follow(base)
    return "" if link.remote or link.outside else base
