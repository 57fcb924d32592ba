"""What SCORM asks beyond IMS Content Packaging: SCOs, and what items have of ADL's."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lxml import etree

from moocbuild.archive.refused import shown
from moocbuild.inspect.findings import Findings
from moocbuild.inspect.manifest import Item, Manifest, Resource, said, tag
from moocbuild.inspect.sequencing import check_sequencing, is_number
from moocbuild.inspect.structure import BOOLEANS

CP_12 = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL_12 = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
ADL_2004 = "http://www.adlnet.org/xsd/adlcp_v1p3"
EDITIONS: Mapping[str, str] = {
    "1.2": "1.2",
    "CAM 1.3": "2004 2nd Edition",
    "2004 3rd Edition": "2004 3rd Edition",
    "2004 4th Edition": "2004 4th Edition",
}
"""What `schemaversion` says → the edition."""
_LIMITS = frozenset({"exit,message", "exit,no message", "continue,message", "continue,no message"})
_PARAMETERS = re.compile(r"[?&#][^\s]*|[^\s=?&#]+=[^\s]*")
_TIME = re.compile(r"\d{2,4}:\d\d:\d\d(?:\.\d{1,2})?")
_ONCE = frozenset(
    {
        "prerequisites",
        "maxtimeallowed",
        "timelimitaction",
        "datafromlms",
        "masteryscore",
        "timeLimitAction",
        "dataFromLMS",
        "sequencing",
        "presentation",
        "completionThreshold",
        "data",
    }
)
_VALUES: Mapping[str, tuple[str, Callable[[str], object]]] = {
    "timelimitaction": ("time-limit", _LIMITS.__contains__),
    "timeLimitAction": ("time-limit", _LIMITS.__contains__),
    "masteryscore": ("mastery", lambda words: is_number(words, 0, 100)),
    "maxtimeallowed": ("time-allowed", _TIME.fullmatch),
    "completionThreshold": ("threshold", lambda words: is_number(words, 0, 1)),
}
"""Element → its clause, and whether a value is right."""
_HIDDEN = frozenset(
    {"previous", "continue", "exit", "exitAll", "abandon", "abandonAll", "suspendAll"}
)


def check_scorm(manifest: Manifest, found: Findings, *, is_12: bool) -> None:
    """Versions, resources, items and sequencing."""
    _metadata(manifest, found, is_12=is_12)
    _global(manifest, found)
    for item in manifest.items:
        _item(item, found)
    launched = {item.refers for item in manifest.items if item.refers}
    for resource in manifest.every:
        _resource(resource, launched, found, is_12=is_12)
    _stray_types(manifest, found)
    _launch_order(manifest, found)
    if not is_12:
        check_sequencing(manifest, found)


def _global(manifest: Manifest, found: Findings) -> None:
    for organization in manifest.organizations:
        for name, value in organization.attrib.items():
            if str(name).endswith("GlobalToSystem") and str(value).strip() not in BOOLEANS:
                found.add("global", organization, f"'{shown(str(value))}' is not true or false")


def _stray_types(manifest: Manifest, found: Findings) -> None:
    for element in manifest.root.iter(etree.Element):
        stray = any(str(name).endswith("}scormType") for name in element.attrib)
        if stray and tag(element) != (manifest.namespace, "resource"):
            found.add("scorm-type-place", element, f"adlcp:scormType at '{tag(element)[1]}'")


def _metadata(manifest: Manifest, found: Findings, *, is_12: bool) -> None:
    metadata = manifest.child(manifest.root, "metadata")
    schema, version = manifest.schema, manifest.version
    if schema and schema != "ADL SCORM":
        found.add("schema-value", metadata, f"schema is '{shown(schema)}', not 'ADL SCORM'")
    known = [each for each in EDITIONS if (each == "1.2") is is_12]
    if version and version not in known:
        wanted = " or ".join(f"'{each}'" for each in known)
        found.add("version-value", metadata, f"schemaversion is '{shown(version)}', not {wanted}")


def _item(item: Item, found: Findings) -> None:
    element, name = item.element, f"'{shown(item.title)}'"
    parameters = str(element.get("parameters", ""))
    if parameters and not _PARAMETERS.fullmatch(parameters.strip()):
        found.add("parameters", element, f"{name} has the parameters '{shown(parameters)}'")
    seen: set[str] = set()
    for child in element.iterchildren(etree.Element):
        local = tag(child)[1]
        if local in _ONCE:
            if local in seen:
                found.add("item-extension-once", child, f"{name} has a second '{local}'")
            seen.add(local)
            _extension(child, local, name, found)


def _extension(child: etree._Element, local: str, name: str, found: Findings) -> None:
    words = said(child)
    value = words
    if local == "completionThreshold":
        value = str(child.get("minProgressMeasure", words or "1"))
    if local in _VALUES and not _VALUES[local][1](value):
        found.add(_VALUES[local][0], child, f"{name} has the {local} '{shown(value)}'")
    elif local == "prerequisites" and child.get("type") != "aicc_script":
        found.add("prerequisites", child, f"the prerequisites of {name} are no aicc_script")
    elif local == "data":
        _shared(child, name, found)
    elif local == "presentation":
        for hidden in child.iter("{*}hideLMSUI"):
            if said(hidden) not in _HIDDEN:
                found.add("hide-ui", hidden, f"{name} hides '{shown(said(hidden))}'")


def _shared(data: etree._Element, name: str, found: Findings) -> None:
    maps = data.findall(f"{{{ADL_2004}}}map")
    if not maps:
        found.add("data-map", data, f"the data of {name} have no map")
    for each in maps:
        if not str(each.get("targetID", "")).strip():
            found.add("data-target", each, f"a map of {name} has no targetID")


def _resource(resource: Resource, launched: set[str], found: Findings, *, is_12: bool) -> None:
    element, name = resource.element, f"the resource '{shown(resource.identifier)}'"
    kind = scorm_type(resource, is_12=is_12)
    if kind is None:
        spelled = "adlcp:scormtype" if is_12 else "adlcp:scormType"
        found.add("scorm-type", element, f"{name} has no {spelled}")
    elif kind not in ("sco", "asset"):
        found.add("scorm-type-value", element, f"{name} is '{shown(kind)}', not sco or asset")
    if resource.identifier in launched and not resource.href:
        found.add("launch", element, f"an item refers to {name}, which has no href")


def scorm_type(resource: Resource, *, is_12: bool) -> str | None:
    """`sco` or `asset`, as it is written; None where nothing says."""
    for namespace in (ADL_12, ADL_2004):
        for name in ("scormtype",) if is_12 else ("scormType",):
            value = resource.element.get(f"{{{namespace}}}{name}")
            if value is not None:
                return str(value).strip()
    return None


def _launch_order(manifest: Manifest, found: Findings) -> None:
    """Open edX's SCORM block takes the first resource that has an href."""
    first = next((each for each in manifest.every if each.href), None)
    organization = manifest.organization
    wanted = [
        item.refers
        for item in manifest.items
        if item.refers in manifest.resources and organization in [*item.element.iterancestors()]
    ]
    if first is not None and wanted and first.identifier not in wanted:
        message = f"'{shown(first.identifier)}' stands first, and no item refers to it"
        found.add("launch-order", first.element, message)
    elif first is not None and wanted and first.identifier != wanted[0]:
        message = f"'{shown(first.identifier)}' stands first, and '{shown(wanted[0])}' is played"
        found.add("launch-order", first.element, message)
