"""Curriculum standards metadata of Common Cartridge 1.2 and later: competencies by GUID.

Knows the 1.3 vocabulary. Knows nothing of frameworks, nor of how an importer uses them.
"""

from __future__ import annotations

from collections.abc import Iterable

from moocbuild.formats.imscp import CC_1_3
from moocbuild.formats.xml import Element

V = CC_1_3.of("csm")


def standard(guid: str, label: str) -> Element:
    """One standard, which may stand in many places: the GUID of its CASE CFItem, and its code."""
    return V("labelledGUID", V("label", label), V("GUID", guid))


def standards(
    guids: Iterable[Element], *, provider: str, version: str = "", label: str = "", part: str = ""
) -> Element:
    """One `curriculumStandardsMetadataSet`, of a manifest or of a resource (CC 1.3, 4.6).

    guids: at least one, as `standard` makes them. label: what kind of thing it speaks of. part:
    the part of the resource, such as the ident of a question.
    """
    group = V("setOfGUIDs", {"version": version} if version else None, *guids)
    metadata = V("curriculumStandardsMetadata", {"providerId": provider}, group)
    named = {"resourceLabel": label, "resourcePartId": part}
    return V("curriculumStandardsMetadataSet", {k: v for k, v in named.items() if v}, metadata)
