"""Simulation → mod_scorm: a SCORM 1.2 package of it alone, and what Moodle reads of that.

A restore does not unpack the package again, so its files and its SCO stand in the backup too.
"""

from __future__ import annotations

import hashlib
import io

from lxml import etree

from moocbuild.formats.imscp import ncname
from moocbuild.formats.moodle import Element, Fields, Value, listed, name, node, record
from moocbuild.model.course import Course
from moocbuild.model.scenario import Scenario
from moocbuild.package import Package
from moocbuild.package.zip import write_zip
from moocbuild.player.html.edition import SCORM_12
from moocbuild.player.html.sco import MANIFEST
from moocbuild.player.html.simulation import simulation_sco
from moocbuild.values import dataclass

_PASSED_OR_COMPLETED = 2 | 4
_COMPLETED_SCOS = 0
_NO_TABLE_OF_CONTENTS = 3
_SETTINGS: Fields = {
    "scormtype": "local",
    "introformat": 1,
    "version": "SCORM_1.2",
    "maxgrade": 100,
    "grademethod": _COMPLETED_SCOS,
    "whatgrade": 0,
    "maxattempt": 0,
    "forcecompleted": 0,
    "forcenewattempt": 0,
    "lastattemptlock": 0,
    "masteryoverride": 0,
    "displayattemptstatus": 1,
    "displaycoursestructure": 0,
    "updatefreq": 0,
    "md5hash": "",
    "revision": 1,
    "skipview": 0,
    "hidebrowse": 1,
    "hidetoc": _NO_TABLE_OF_CONTENTS,
    "nav": 0,
    "navpositionleft": -100,
    "navpositiontop": -100,
    "auto": 0,
    "popup": 0,
    "options": "",
    "width": 100,
    "height": 700,
    "timeopen": 0,
    "timeclose": 0,
    "timemodified": 0,
    "completionstatusrequired": _PASSED_OR_COMPLETED,
    "completionscorerequired": None,
    "completionstatusallscos": 0,
    "autocommit": 0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A package, and its bytes as a zip of this name."""

    package: Package
    file: str
    data: bytes


def packed(course: Course, scenario: Scenario) -> Packed:
    """The SCORM package that a learner plays."""
    package = simulation_sco(course, scenario, SCORM_12)
    stream = io.BytesIO()
    write_zip(package, stream)
    file = f"{ncname(scenario.id, caseless=True)}.zip"
    return Packed(package=package, file=file, data=stream.getvalue())


def body(
    scenario: Scenario, intro: str, made: Packed, instance: int, scos: tuple[int, int]
) -> Element:
    """The activity's own element: settings, and the two rows that Moodle makes of the manifest."""
    columns: dict[str, Value] = {
        **_SETTINGS,
        "name": name(scenario.title),
        "reference": made.file,
        "intro": intro,
        "sha1hash": hashlib.sha1(made.data, usedforsecurity=False).hexdigest(),
        "launch": scos[1],
    }
    return record("scorm", instance, columns, listed("scoes", _sco_rows(made.package, scos)))


def _sco_rows(package: Package, scos: tuple[int, int]) -> tuple[Element, Element]:
    root = etree.fromstring(package.read(MANIFEST))
    organization = next(root.iter("{*}organization"))
    item = next(organization.iter("{*}item"))
    href = next(root.iter("{*}resource")).get("href", "")
    common: dict[str, Value] = {"manifest": root.get("identifier", "")}
    outer = organization.get("identifier", "")
    return (
        _row(scos[0], {**common, "organization": "", "parent": "/"}, organization, "", ""),
        _row(scos[1], {**common, "organization": outer, "parent": outer}, item, href, "sco"),
    )


def _row(
    id: int, fields: dict[str, Value], source: etree._Element, launch: str, kind: str
) -> Element:
    columns: dict[str, Value] = {
        **fields,
        "identifier": source.get("identifier", ""),
        "launch": launch,
        "scormtype": kind,
        "title": next(source.iter("{*}title")).text or "",
        "sortorder": 2 if launch else 1,
    }
    return record("sco", id, columns, node("sco_datas"))
