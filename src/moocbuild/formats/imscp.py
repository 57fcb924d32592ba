"""IMS Content Packaging: the imsmanifest.xml that SCORM and Common Cartridge both extend.

One dialect is one `Profile`, a row of data. Knows nothing of courses, nor of what a file holds.
"""

from __future__ import annotations

import hashlib
import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field

from moocbuild.formats.xml import Element, Vocabulary, vocabulary
from moocbuild.values import dataclass

XSI = "http://www.w3.org/2001/XMLSchema-instance"
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What sets one dialect of the manifest apart from another.

    namespace: the default one, declared literally (Moodle looks for it in the first 1024 bytes,
    measured on 4.5 and 5.1). prefixes: the others; Moodle knows `adlcp`, `imsss`, `adlseq` and
    `adlnav` by these very letters. rooted: items hang under one untitled root item (CC 1.1,
    4.3); else the organization is titled, it is the default one, and items say `isvisible`
    (the SCORM XBlock lists only those that do). kind: full name of the attribute that says
    whether a resource is a sco or an asset. schemas: namespace → file, for packages that carry
    the official schemas.
    """

    namespace: str
    schema: str
    schema_version: str
    prefixes: Mapping[str, str] = field(default_factory=dict)
    rooted: bool = False
    kind: str = ""
    schemas: Mapping[str, str] = field(default_factory=dict)

    @property
    def root(self) -> Vocabulary:
        """For the root element: every namespace of the profile is declared there."""
        declared: dict[str | None, str] = {None: self.namespace}
        declared.update(self.prefixes.items())
        return Vocabulary(self.namespace, declared)

    @property
    def inner(self) -> Vocabulary:
        """For all other elements of the manifest's own namespace."""
        return vocabulary(self.namespace)

    def of(self, prefix: str) -> Vocabulary:
        """Elements of the profile's namespace with this prefix (`adlcp`, `imsss`, `lom` …)."""
        return vocabulary(self.prefixes[prefix], prefix)


def _cartridge(version: str, number: str, **more: str) -> Profile:
    return Profile(
        namespace=f"http://www.imsglobal.org/xsd/imscc{version}/imscp_v1p1",
        schema="IMS Common Cartridge",
        schema_version=number,
        prefixes={
            "lom": f"http://ltsc.ieee.org/xsd/imscc{version}/LOM/manifest",
            "lomr": f"http://ltsc.ieee.org/xsd/imscc{version}/LOM/resource",
            **more,
        },
        rooted=True,
    )


_ADL = "http://www.adlnet.org/xsd"

CC_1_1 = _cartridge("v1p1", "1.1.0")
CC_1_3 = _cartridge("v1p3", "1.3.0", csm="http://www.imsglobal.org/xsd/imsccv1p3/imscsmd_v1p0")
SCORM_1_2 = Profile(
    namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2",
    schema="ADL SCORM",
    schema_version="1.2",
    prefixes={"adlcp": f"{_ADL}/adlcp_rootv1p2", "xsi": XSI},
    kind=f"{{{_ADL}/adlcp_rootv1p2}}scormtype",
    schemas={
        "http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd",
        f"{_ADL}/adlcp_rootv1p2": "adlcp_rootv1p2.xsd",
    },
)
SCORM_2004 = Profile(
    namespace="http://www.imsglobal.org/xsd/imscp_v1p1",
    schema="ADL SCORM",
    schema_version="2004 4th Edition",
    prefixes={
        "adlcp": f"{_ADL}/adlcp_v1p3",
        "adlseq": f"{_ADL}/adlseq_v1p3",
        "adlnav": f"{_ADL}/adlnav_v1p3",
        "imsss": "http://www.imsglobal.org/xsd/imsss",
        "xsi": XSI,
    },
    kind=f"{{{_ADL}/adlcp_v1p3}}scormType",
    schemas={
        "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
        f"{_ADL}/adlcp_v1p3": "adlcp_v1p3.xsd",
        f"{_ADL}/adlseq_v1p3": "adlseq_v1p3.xsd",
        f"{_ADL}/adlnav_v1p3": "adlnav_v1p3.xsd",
        "http://www.imsglobal.org/xsd/imsss": "imsss_v1p0.xsd",
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of the table of contents.

    identifier: an NCName, the same in every build (Moodle deletes the tracks of an item whose
    identifier changed). An item with a resource has no children in Common Cartridge (rule 8b).
    metadata: what its `metadata` element holds. extensions: elements of other vocabularies, such
    as `imsss:sequencing`. Both move into the manifest: an Item is written once.
    """

    identifier: str
    title: str
    resource: str = ""
    children: tuple[Item, ...] = ()
    parameters: str = ""
    metadata: tuple[Element, ...] = ()
    extensions: tuple[Element, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Files that are one thing. href: what is opened, one of `files`; files[0] is it, for cc2olx.

    kind: "sco" or "asset" in SCORM, unused in Common Cartridge. Paths are written as URLs but
    never percent-encoded (Moodle would not find them): make them of plain ASCII.
    """

    identifier: str
    files: tuple[str, ...]
    type: str = "webcontent"
    href: str = ""
    kind: str = "asset"
    dependencies: tuple[str, ...] = ()
    metadata: tuple[Element, ...] = ()


def manifest(
    profile: Profile,
    *,
    identifier: str,
    title: str,
    items: Iterable[Item],
    resources: Iterable[Resource],
    metadata: Iterable[Element] = (),
    sequencing: Sequence[Element] = (),
    with_schemas: bool = False,
) -> Element:
    """The root element of imsmanifest.xml.

    metadata: elements after schema and schemaversion (Common Cartridge wants a LOM there).
    sequencing: elements that close the organization. with_schemas: point to the official
    schemas, which then lie beside the manifest.
    """
    v = profile.inner
    located = {f"{{{XSI}}}schemaLocation": _locations(profile)} if with_schemas else {}
    organization, default = _organization(profile, title, items, sequencing)
    return profile.root(
        "manifest",
        {"identifier": identifier, **located},
        _about(profile, metadata),
        v("organizations", default, organization),
        v("resources", None, *(_resource(v, profile, r) for r in resources)),
    )


def ncname(name: str, prefix: str = "I_", *, caseless: bool = False) -> str:
    """An xs:ID made from an author's id: unique for unique names, the same in every build.

    Letters, digits and hyphens stay, "/" becomes ".", all else its code point between
    underscores; what is longer than 200 characters ends in a digest. ASCII only. caseless:
    unique even where capitals are not told from small letters.
    """
    safe = prefix + name.translate(_CASELESS if caseless else _SAFE)
    if len(safe) <= _LONGEST:
        return safe
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:24]
    return f"{safe[:_LONGEST]}__{digest}"


class _Spelled(dict[int, str]):
    """For `str.translate`: asks once for each sign."""

    def __init__(self, kept: str) -> None:
        super().__init__({ord(sign): sign for sign in kept} | {ord("/"): "."})

    def __missing__(self, sign: int) -> str:
        self[sign] = f"_{sign:x}_"
        return self[sign]


_CASELESS = _Spelled(f"{string.ascii_lowercase}{string.digits}-")
_SAFE = _Spelled(f"{string.ascii_letters}{string.digits}-")


def _about(profile: Profile, metadata: Iterable[Element]) -> Element:
    v = profile.inner
    version = v("schemaversion", profile.schema_version)
    return v("metadata", v("schema", profile.schema), version, *metadata)


def _locations(profile: Profile) -> str:
    return " ".join(f"{namespace} {file}" for namespace, file in profile.schemas.items())


def _organization(
    profile: Profile, title: str, items: Iterable[Item], sequencing: Sequence[Element]
) -> tuple[Element, dict[str, str]]:
    v = profile.inner
    lines = [_item(v, item, profile) for item in items]
    if profile.rooted:
        root = v("item", {"identifier": "root"}, *lines)
        about = {"identifier": "organization", "structure": "rooted-hierarchy"}
        return v("organization", about, root), {}
    about = {"identifier": "organization", "structure": "hierarchical"}
    titled = v("organization", about, v("title", title), *lines, *sequencing)
    return titled, {"default": "organization"}


def _item(v: Vocabulary, item: Item, profile: Profile) -> Element:
    attributes = {"identifier": item.identifier}
    if item.resource:
        attributes["identifierref"] = item.resource
    if not profile.rooted:
        attributes["isvisible"] = "true"
    if item.parameters:
        attributes["parameters"] = item.parameters
    return v(
        "item",
        attributes,
        v("title", item.title),
        *(_item(v, child, profile) for child in item.children),
        _metadata(v, item.metadata),
        *item.extensions,
    )


def _metadata(v: Vocabulary, elements: Sequence[Element]) -> Element | None:
    return v("metadata", None, *elements) if elements else None


def _resource(v: Vocabulary, profile: Profile, resource: Resource) -> Element:
    attributes = {"identifier": resource.identifier, "type": resource.type}
    if profile.kind:
        attributes[profile.kind] = resource.kind
    if resource.href:
        attributes["href"] = resource.href
    return v(
        "resource",
        attributes,
        _metadata(v, resource.metadata),
        *(v("file", {"href": file}) for file in resource.files),
        *(v("dependency", {"identifierref": d}) for d in resource.dependencies),
    )
