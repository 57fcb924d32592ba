"""SCORM 1.2 and 2004."""

from __future__ import annotations

from moocbuild.inspect import scorm
from moocbuild.inspect.clauses import scorm_1_2, scorm_2004
from moocbuild.inspect.contents import Contents, Line, Looking
from moocbuild.inspect.findings import Findings
from moocbuild.inspect.manifest import MANIFEST, Manifest, said
from moocbuild.inspect.structure import check_structure

ORDER = 30
MARKS = (MANIFEST,)
_ADL = "http://www.adlnet.org/"


def recognise(looking: Looking) -> bool:
    """By the schema, or by anything of ADL's in the manifest."""
    manifest = looking.manifest
    if manifest is None:
        return False
    said_so = manifest.schema == "ADL SCORM" or manifest.namespace == scorm.CP_12
    return said_so or any(_ADL in str(uri) for uri in manifest.root.nsmap.values())


def look(looking: Looking) -> Contents:
    """The organization that is played, and what is played."""
    manifest = looking.manifest
    if manifest is None:
        raise LookupError(MANIFEST)
    is_12 = _is_12(manifest)
    found = Findings((scorm_1_2 if is_12 else scorm_2004).CLAUSES, manifest.at)
    check_structure(manifest, found)
    scorm.check_scorm(manifest, found, is_12=is_12)
    for each in found.every():
        looking.report(each)
    organization = manifest.organization
    types = [scorm.scorm_type(each, is_12=is_12) for each in manifest.every]
    version = scorm.EDITIONS.get(manifest.version, "1.2" if is_12 else "2004")
    return Contents(
        kind="SCORM",
        version=version,
        title=said(manifest.child(organization, "title")),
        deep=True,
        facts={
            "SCOs": types.count("sco"),
            "assets": types.count("asset"),
            "organizations": len(manifest.organizations),
        },
        outline=[
            Line(item.depth, item.title, _href(manifest, item.refers)) for item in manifest.items
        ],
    )


def _is_12(manifest: Manifest) -> bool:
    """By its version, else by its namespaces."""
    if manifest.version in scorm.EDITIONS:
        return manifest.version == "1.2"
    if manifest.namespace == scorm.CP_12:
        return True
    return scorm.ADL_12 in manifest.root.nsmap.values()


def _href(manifest: Manifest, refers: str) -> str:
    resource = manifest.resources.get(refers)
    return resource.href if resource else refers
