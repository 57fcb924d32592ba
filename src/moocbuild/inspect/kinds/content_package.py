"""IMS Content Packages: questions as QTI 1.2 or 2.x, and whatever else has an imsmanifest.xml."""

from __future__ import annotations

import re

from moocbuild.inspect.clauses.content_package import CLAUSES
from moocbuild.inspect.contents import Contents, Line, Looking
from moocbuild.inspect.findings import Findings
from moocbuild.inspect.manifest import MANIFEST, Manifest, said
from moocbuild.inspect.structure import check_structure

ORDER = 40
MARKS = (MANIFEST,)
_QTI = re.compile(r"imsqti_(?:(item|test|assessment)_)?xmlv(\d)p(\d)(?:p\d)?(?:/.*)?")


def recognise(looking: Looking) -> bool:
    """Whatever no other kind has taken."""
    return looking.manifest is not None


def look(looking: Looking) -> Contents:
    """Resources by type."""
    manifest = looking.manifest
    if manifest is None:
        raise LookupError(MANIFEST)
    found = Findings(CLAUSES, manifest.at)
    check_structure(manifest, found)
    for each in found.every():
        looking.report(each)
    types = [_QTI.fullmatch(resource.type) for resource in manifest.every]
    questions = [each for each in types if each]
    version = f"{questions[0][2]}.{questions[0][3]}" if questions else ""
    tests = [each for each in questions if each[1] in ("test", "assessment")]
    facts: dict[str, int | str] = {"resources": len(manifest.every)}
    if questions:
        one = "quizzes and banks" if version == "1.2" else "questions"
        facts |= {one: len(questions) - len(tests), "tests": len(tests)}
    return Contents(
        kind="QTI" if questions else "IMS Content Package",
        version=version or manifest.version,
        title=_title(manifest),
        deep=True,
        facts={name: value for name, value in facts.items() if value},
        outline=[
            *(Line(item.depth, item.title, item.refers) for item in manifest.items),
            *(Line(1, resource.href or resource.identifier) for resource in manifest.every),
        ],
    )


def _title(manifest: Manifest) -> str:
    metadata = manifest.child(manifest.root, "metadata")
    return "" if metadata is None else said(next(metadata.iter("{*}title"), None))
