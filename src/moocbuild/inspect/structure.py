"""What every IMS manifest is asked: has it its parts, and is what it names there?"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from lxml import etree

from moocbuild.archive.hrefs import follow, near_name
from moocbuild.archive.refused import shown
from moocbuild.diagnostics import nearest
from moocbuild.inspect.findings import Findings, line_of
from moocbuild.inspect.manifest import BASE, Item, Manifest, Resource, tag

BOOLEANS = ("true", "false", "1", "0")
_MANY_ITEMS = 1_000
_ID = re.compile(r"[^\W\d][\w.\-]*")
_MARKUP = re.compile("<[A-Za-z/!]")
_ORDERS: Mapping[str, tuple[str, ...]] = {
    "manifest": ("metadata", "organizations", "resources", "manifest", "authorizations"),
    "organization": ("title", "item", "metadata"),
    "item": ("title", "item", "metadata"),
    "resource": ("metadata", "file", "dependency"),
}
_ONCE = frozenset({"metadata", "organizations", "resources", "title"})
_OF_MANIFEST = ("metadata", "organizations", "resources")


def check_structure(manifest: Manifest, found: Findings) -> None:
    """Parts, order, identifiers and references."""
    _parts(manifest, found)
    _version(manifest, found)
    _identifiers(manifest, found)
    for element in manifest.root.iter(f"{{{manifest.namespace}}}*"):
        order = _ORDERS.get(name := tag(element)[1])
        if order:
            _order(manifest, element, name, order, found)
        if BASE in element.attrib:
            _base(element, found)
    _default(manifest, found)
    for organization in manifest.organizations:
        _organization(manifest, organization, found)
    for item in manifest.items:
        _item(manifest, item, found)
    if len(manifest.items) > _MANY_ITEMS:
        found.add("many-items", None, f"{len(manifest.items):,} items")
    for resource in manifest.every:
        _resource(manifest, resource, found)
    _cycles(manifest, found)


def _parts(manifest: Manifest, found: Findings) -> None:
    if not manifest.root.get("identifier", "").strip():
        found.add("manifest-identifier", manifest.root, "the manifest has no identifier")
    for name in _OF_MANIFEST:
        if not manifest.children(manifest.root, name):
            found.add(name, manifest.root, f"the manifest has no '{name}'")
    for inner in manifest.children(manifest.root, "manifest"):
        found.add("submanifest", inner, "a manifest within the manifest")


def _version(manifest: Manifest, found: Findings) -> None:
    metadata = manifest.child(manifest.root, "metadata")
    at = manifest.root if metadata is None else metadata
    for key, name in (("schema", "schema"), ("version", "schemaversion")):
        if manifest.child(metadata, name) is None:
            found.add(key, at, f"the manifest has no '{name}'")


def _identifiers(manifest: Manifest, found: Findings) -> None:
    seen: dict[str, etree._Element] = {}
    for element in manifest.root.iter(f"{{{manifest.namespace}}}*"):
        identifier = str(element.get("identifier", "")).strip()
        if not identifier:
            continue
        first = seen.setdefault(identifier, element)
        if first is not element:
            message = f"'{shown(identifier)}' is the identifier of two elements"
            found.add("unique", element, f"{message}, here and in line {line_of(first)}")
        if not _ID.fullmatch(identifier):
            found.add("identifier-form", element, f"'{shown(identifier)}' is no identifier of XML")


def _order(
    manifest: Manifest,
    element: etree._Element,
    name: str,
    order: tuple[str, ...],
    found: Findings,
) -> None:
    last, seen = -1, set()
    for child in element.iterchildren(f"{{{manifest.namespace}}}*"):
        local = tag(child)[1]
        if local not in order:
            found.add(f"{name}-order", child, f"a '{shown(local)}' in '{name}'")
            continue
        if order.index(local) < last:
            found.add(f"{name}-order", child, f"'{local}' after '{order[last]}' in '{name}'")
        if local in seen and local in _ONCE:
            found.add(f"{name}-order", child, f"a second '{local}' in '{name}'")
        last = max(last, order.index(local))
        seen.add(local)


def _base(element: etree._Element, found: Findings) -> None:
    base = str(element.get(BASE, "")).strip()
    link = follow(base)
    if link.remote or link.outside:
        why = link.outside or "is on the web"
        found.add("base-outside", element, f"xml:base '{shown(base)}' {why}")
    elif "\\" in base or (base and not base.endswith("/")):
        found.add(
            "base-form", element, f"xml:base '{shown(base)}' is no folder with '/' at its end"
        )


def _default(manifest: Manifest, found: Findings) -> None:
    around = manifest.child(manifest.root, "organizations")
    if around is None:
        return
    known = [str(each.get("identifier", "")).strip() for each in manifest.organizations]
    default = str(around.get("default", "")).strip()
    if not manifest.organizations:
        if not manifest.every or "organization" in found:
            found.add("organization", around, "there is no organization: nothing is shown")
    elif not default:
        found.add("default", around, "'organizations' has no default")
    elif default not in known:
        message = f"no organization has the identifier '{shown(default)}'"
        found.add("default-leads", around, message, lambda: _meant(default, known))


def _organization(manifest: Manifest, element: etree._Element, found: Findings) -> None:
    if not str(element.get("identifier", "")).strip():
        found.add("organization-identifier", element, "an organization has no identifier")
    title = manifest.child(element, "title")
    if title is None:
        found.add("organization-title", element, "an organization has no title")
    if not manifest.children(element, "item"):
        found.add("organization-item", element, "an organization has no item")
    _title(title, found)


def _title(title: etree._Element | None, found: Findings) -> None:
    words = "" if title is None else "".join(map(str, title.itertext()))
    if _MARKUP.search(words) or (title is not None and len(title)):
        found.add("title-markup", title, f"the title '{shown(words)}' has markup in it")


def _item(manifest: Manifest, item: Item, found: Findings) -> None:
    element = item.element
    name = f"'{shown(item.title)}'" if item.title else "an item"
    if not item.identifier:
        found.add("item-identifier", element, f"{name} has no identifier")
    title = manifest.child(element, "title")
    if title is None and not (item.depth == 1 and "one-root" in found):
        found.add("item-title", element, f"the item '{shown(item.identifier)}' has no title")
    _title(title, found)
    known = manifest.resources
    if item.refers and item.refers not in known and item.refers not in manifest.manifests:
        message = f"{name} refers to '{shown(item.refers)}', which no resource is called"
        found.add("item-leads", element, message, lambda: _meant(item.refers, known))
    if item.has_items and item.refers:
        found.add("item-inner", element, f"{name} refers to a resource, and has items in it")
    if not item.has_items and not item.refers:
        found.add("item-leaf", element, f"{name} refers to no resource, and has no items in it")
    visible = element.get("isvisible")
    if visible is not None and visible.strip() not in BOOLEANS:
        found.add("isvisible", element, f"isvisible is '{shown(visible)}', not true or false")


def _resource(manifest: Manifest, resource: Resource, found: Findings) -> None:
    element, name = resource.element, f"the resource '{shown(resource.identifier)}'"
    if not resource.identifier:
        found.add("resource-identifier", element, "a resource has no identifier")
    if not resource.type:
        found.add("resource-type", element, f"{name} has no type")
    listed = [_address(manifest, resource, file, found) for file in resource.files]
    if resource.href:
        launch = _address(manifest, resource, element, found)
        if launch and launch not in listed:
            message = f"{name} does not list '{shown(resource.href)}' among its files"
            found.add("launch-listed", element, message)
    for dependency in resource.dependencies:
        _dependency(manifest, name, dependency, found)


def _address(
    manifest: Manifest, resource: Resource, element: etree._Element, found: Findings
) -> str:
    """The file that `href` names, "" where it is none of the package."""
    href = str(element.get("href", "")).strip()
    if not href:
        found.add("file-href", element, f"a {tag(element)[1]} has no href")
        return ""
    link = manifest.follow(href, resource.base)
    if link.outside:
        found.add("href-outside", element, f"'{shown(href)}' {link.outside}")
        return ""
    if "\\" in href:
        found.add("href-form", element, f"'{shown(href)}' has a backslash")
    if link.name and link.name not in manifest.archive.members:
        message = f"the package has no file '{shown(link.name)}'"
        found.add("file-there", element, message, lambda: _there(manifest, link.name))
    return link.name


def _dependency(
    manifest: Manifest, name: str, dependency: etree._Element, found: Findings
) -> None:
    refers = str(dependency.get("identifierref", "")).strip()
    if not refers:
        found.add("dependency-ref", dependency, f"a dependency of {name} has no identifierref")
    elif refers not in (known := manifest.resources):
        message = f"{name} depends on '{shown(refers)}', which no resource is called"
        found.add("dependency-leads", dependency, message, lambda: _meant(refers, known))


def _cycles(manifest: Manifest, found: Findings) -> None:
    """Resources that depend on each other in a circle, and items of the manifest around them."""
    done: set[str] = set()
    for start in manifest.resources:
        path: set[str] = set()
        waiting: list[tuple[str, bool]] = [(start, False)]
        while waiting:
            name, leaving = waiting.pop()
            if leaving:
                path.discard(name)
                done.add(name)
            elif name in path:
                message = f"'{shown(name)}' depends on itself, by way of others or not"
                found.add("cycle", manifest.resources[name].element, message)
            elif name not in done and name in manifest.resources:
                path.add(name)
                waiting.append((name, True))
                waiting += [(to, False) for to in _depends(manifest.resources[name])]
    for item in manifest.items:
        around = manifest.manifests.get(item.refers)
        if around is not None and around in item.element.iterancestors():
            found.add("cycle", item.element, f"'{shown(item.refers)}' is the manifest around it")


def _depends(resource: Resource) -> Iterable[str]:
    return {str(each.get("identifierref", "")).strip() for each in resource.dependencies}


def _there(manifest: Manifest, name: str) -> str:
    near = near_name(name, manifest.archive.members)
    return f"did you mean '{shown(near)}'?" if near else ""


def _meant(name: str, known: Iterable[str]) -> str:
    near = nearest(name, known)
    return f"did you mean '{shown(near)}'?" if near else ""
