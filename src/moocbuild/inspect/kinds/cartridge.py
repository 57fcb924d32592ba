"""Common Cartridge 1.0 to 1.4."""

from __future__ import annotations

from collections import Counter

from moocbuild.inspect.cartridge import Version, check_cartridge, kind_of, version_of
from moocbuild.inspect.cartridge_files import check_files
from moocbuild.inspect.clauses.cartridge import CLAUSES
from moocbuild.inspect.contents import Contents, Line, Looking
from moocbuild.inspect.findings import Findings
from moocbuild.inspect.manifest import MANIFEST, Manifest, said, tag
from moocbuild.inspect.structure import check_structure

ORDER = 20
MARKS = (MANIFEST,)
_QUESTIONS_ALONE = ("IMS Content",)
"""What Canvas calls its exports of quizzes, in the namespace of a cartridge."""
_FACTS = {
    "webcontent": "web content",
    "topic": "discussion topics",
    "link": "web links",
    "assessment": "assessments",
    "bank": "question banks",
    "associated": "associated content",
    "tool": "tools (LTI)",
    "assignment": "assignments",
}
_SINGLE = {
    "webcontent": "web content",
    "topic": "discussion topic",
    "link": "web link",
    "associated": "associated content",
    "bank": "question bank",
    "tool": "tool (LTI)",
}


def recognise(looking: Looking) -> bool:
    """By the namespace of the manifest."""
    manifest = looking.manifest
    if manifest is None or version_of(manifest.namespace) is None:
        return False
    return manifest.schema not in _QUESTIONS_ALONE


def look(looking: Looking) -> Contents:
    """The hierarchy, and kinds of resources."""
    manifest = looking.manifest
    if manifest is None:
        raise LookupError(MANIFEST)
    version = version_of(manifest.namespace) or Version(1)
    found = Findings(CLAUSES, manifest.at)
    check_structure(manifest, found)
    check_cartridge(manifest, version, found)
    check_files(manifest, found, looking.try_root)
    for each in found.every():
        looking.report(each)
    counts = Counter(map(kind_of, manifest.every))
    return Contents(
        kind="Common Cartridge",
        version=version.name,
        title=_title(manifest),
        deep=True,
        facts={words: counts[kind] for kind, words in _FACTS.items() if counts[kind]},
        outline=[
            Line(item.depth - 1, item.title, _refers(manifest, item.refers))
            for item in manifest.items
            if item.depth > 1
        ],
    )


def _refers(manifest: Manifest, refers: str) -> str:
    resource = manifest.resources.get(refers)
    if resource is None:
        return refers
    kind = kind_of(resource)
    return _SINGLE.get(kind, kind or resource.type)


def _title(manifest: Manifest) -> str:
    """Of the LOM in the metadata."""
    metadata = manifest.child(manifest.root, "metadata")
    for each in () if metadata is None else metadata.iter("{*}title"):
        if tag(each)[0] != manifest.namespace:
            return said(each)
    return ""
