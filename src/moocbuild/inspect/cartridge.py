"""What Common Cartridge asks of a manifest: kinds of resources, and who may depend on whom."""

from __future__ import annotations

import re
from collections.abc import Mapping

from moocbuild.archive.refused import shown
from moocbuild.inspect.findings import Findings
from moocbuild.inspect.manifest import Item, Manifest, Resource, tag
from moocbuild.values import dataclass

_OF_1_0 = "http://www.imsglobal.org/xsd/imscc/imscp_v1p1"
_NAMESPACE = re.compile(r"http://www\.imsglobal\.org/xsd/imsccv1p(\d)/imscp_v1p1")
_TYPES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("webcontent", re.compile("webcontent")),
    ("topic", re.compile(r"imsdt_xmlv1p\d|imsdt_v1p\d")),
    ("link", re.compile(r"imswl_xmlv1p\d|imswl_v1p\d")),
    ("assessment", re.compile(r"imsqti_xmlv1p2/imscc_xmlv1p\d/assessment")),
    ("bank", re.compile(r"imsqti_xmlv1p2/imscc_xmlv1p\d/question-bank")),
    (
        "associated",
        re.compile(r"associatedcontent/imscc_xmlv1p\d/learning-application-resource"),
    ),
    ("tool", re.compile(r"imsbasiclti_xmlv1p\d(?:p\d)?")),
    ("assignment", re.compile(r"assignment_xmlv1p0")),
    ("other", re.compile("idpfepub_epubv3p0|imsapip_zipv1p0|imsiwb_iwbv1p0")),
)
_QUESTIONS = {"topic", "link", "assessment", "bank", "tool"}
_FORBIDDEN: Mapping[str, set[str]] = {
    "topic": _QUESTIONS,
    "assessment": _QUESTIONS,
    "bank": _QUESTIONS,
    "webcontent": _QUESTIONS | {"associated"},
    "associated": _QUESTIONS | {"associated"},
    "tool": _QUESTIONS | {"webcontent"},
}
"""Kind → what it must not depend on (RULE 1d to 11f)."""
_KEYS: Mapping[str, str] = {"webcontent": "web", "associated": "associated"}
_ONE_FILE = frozenset({"topic", "link", "assessment", "bank"})
_ASSIGNMENTS_SINCE = 2
_MINOR = re.compile(r"(?:imscc|imsdt|imswl)_(?:xml)?v1p(\d)")
_OWN_VERSIONS = frozenset({"tool", "assignment", "other"})
"""Kinds whose types do not follow the cartridge's version."""
_USES = frozenset({"lessonplan", "syllabus", "unspecified", "assignment"})


@dataclass(frozen=True, slots=True)
class Version:
    """Of a cartridge: 0 to 4 for 1.0 to 1.4."""

    minor: int

    @property
    def name(self) -> str:
        """As people write it."""
        return f"1.{self.minor}"


def version_of(namespace: str) -> Version | None:
    """The version that a manifest's namespace stands for; None: no cartridge."""
    if namespace == _OF_1_0:
        return Version(0)
    found = _NAMESPACE.fullmatch(namespace)
    return Version(int(found[1])) if found else None


def kind_of(resource: Resource) -> str:
    """`webcontent`, `topic`, `link`, `assessment` …, or "" for a type of no cartridge."""
    return next((kind for kind, form in _TYPES if form.fullmatch(resource.type)), "")


def check_cartridge(manifest: Manifest, version: Version, found: Findings) -> None:
    """Versions, the one hierarchy, kinds and dependencies of resources."""
    _metadata(manifest, version, found)
    _organization(manifest, found)
    for item in manifest.items:
        _item(manifest, item, found)
    referred = {item.refers for item in manifest.items}
    for resource in manifest.every:
        _resource(resource, version, referred, found)
        _dependencies(manifest, resource, found)


def _metadata(manifest: Manifest, version: Version, found: Findings) -> None:
    metadata = manifest.child(manifest.root, "metadata")
    schema, said = manifest.schema, manifest.version
    allowed = ["IMS Common Cartridge", *(["IMS Thin Common Cartridge"] * (version.minor >= 2))]
    if schema and schema not in allowed:
        message = f"schema is '{shown(schema)}', not 'IMS Common Cartridge'"
        found.add("schema-value", metadata, message)
    wanted = f"1.{version.minor}.0"
    if said and said != wanted:
        message = f"schemaversion is '{shown(said)}', but the namespace is that of {wanted}"
        found.add("version-value", metadata, message)
    if metadata is not None and not any(tag(each)[1] == "lom" for each in metadata):
        found.add("lom", metadata, "the metadata have no lom")


def _organization(manifest: Manifest, found: Findings) -> None:
    for second in manifest.organizations[1:]:
        found.add("one-organization", second, "a second organization")
    for element in manifest.organizations:
        structure = str(element.get("structure", ""))
        if structure != "rooted-hierarchy":
            message = f"the organization has the structure '{shown(structure)}'"
            found.add("hierarchy", element, message)
        roots = manifest.children(element, "item")
        if len(roots) != 1:
            found.add("one-root", element, f"the organization has {len(roots)} items")
        for root in roots[:1]:
            if manifest.child(root, "title") is not None or root.get("identifierref"):
                found.add("root-title", root, "the root item has a title or a resource")


def _item(manifest: Manifest, item: Item, found: Findings) -> None:
    element, name = item.element, f"'{shown(item.title)}'"
    if "isvisible" in element.attrib or "parameters" in element.attrib:
        found.add("item-attributes", element, f"{name} has isvisible or parameters")
    target = manifest.resources.get(item.refers)
    if target is not None and kind_of(target) == "bank":
        found.add("item-bank", element, f"{name} refers to a question bank")


def _resource(resource: Resource, version: Version, referred: set[str], found: Findings) -> None:
    element, name = resource.element, f"'{shown(resource.identifier)}'"
    kind = kind_of(resource)
    if resource.type and not kind:
        found.add("resource-type-value", element, f"{name} has the type '{shown(resource.type)}'")
    said = _MINOR.search(resource.type)
    if kind and said and int(said[1]) != version.minor and kind not in _OWN_VERSIONS:
        message = f"{name} has the type '{shown(resource.type)}', of another version"
        found.add("resource-type-version", element, message)
    _use(resource, name, version, found)
    if kind in _ONE_FILE:
        if len(resource.files) != 1:
            found.add(f"{kind}-file", element, f"{name} has {len(resource.files)} files, not one")
        if resource.href:
            found.add(f"{kind}-href", element, f"{name} has an href")
    elif kind in _KEYS and resource.identifier in referred and not resource.href:
        found.add(f"{_KEYS[kind]}-href", element, f"an item refers to {name}, which has no href")
    _files(resource, name, found)


def _use(resource: Resource, name: str, version: Version, found: Findings) -> None:
    element = resource.element
    use = str(element.get("intendeduse", "unspecified"))
    if use not in (_USES if version.minor >= _ASSIGNMENTS_SINCE else _USES - {"assignment"}):
        found.add("intended-use", element, f"{name} has the intendeduse '{shown(use)}'")


def _files(resource: Resource, name: str, found: Findings) -> None:
    if resource.href and not resource.files:
        found.add("href-file", resource.element, f"{name} has an href and no files")
    listed: set[str] = set()
    for file in resource.files:
        href = str(file.get("href", "")).strip()
        if href and href in listed:
            found.add("file-twice", file, f"{name} lists '{shown(href)}' twice")
        listed.add(href)


def _dependencies(manifest: Manifest, resource: Resource, found: Findings) -> None:
    kind, name = kind_of(resource), f"'{shown(resource.identifier)}'"
    if kind == "link" and resource.dependencies:
        found.add("link-dependency", resource.dependencies[0], f"{name} has a dependency")
    seen: set[str] = set()
    for dependency in resource.dependencies:
        refers = str(dependency.get("identifierref", "")).strip()
        if refers in seen:
            found.add("dependency-twice", dependency, f"{name} depends on '{shown(refers)}' twice")
        seen.add(refers)
        target = manifest.resources.get(refers)
        if target is not None and kind_of(target) in _FORBIDDEN.get(kind, ()):
            key = f"{_KEYS.get(kind, kind)}-dependency"
            message = f"{name} depends on '{shown(refers)}', of the type '{shown(target.type)}'"
            found.add(key, dependency, message)
