"""Manifests of every dialect against the official schemas, and names that never clash."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from formats.shared_schemas import SHARED, WHY_NOT, module
from moocbuild.formats import imscp, imsss, lom, xml

NCNAME = re.compile(r"[A-Za-z_][A-Za-z0-9._-]*")
DIALECTS = {
    "cc11": imscp.CC_1_1,
    "cc13": imscp.CC_1_3,
    "scorm12": imscp.SCORM_1_2,
    "scorm2004_4th_adl": imscp.SCORM_2004,
}


def minimal(profile: imscp.Profile, title: str = "Écouter") -> etree._Element:
    extensions = (imsss.sequencing("overall", ("IX.2",)),) if profile is imscp.SCORM_2004 else ()
    page = imscp.Item(
        identifier=imscp.ncname("m/page"), title=title, resource="R", extensions=extensions
    )
    module_ = imscp.Item(identifier=imscp.ncname("m"), title="Module", children=(page,))
    described = (
        [lom.manifest(profile, title=title, description="d", language="fr")]
        if profile.rooted
        else []
    )
    return imscp.manifest(
        profile,
        identifier=imscp.ncname("course", "M_"),
        title=title,
        items=[module_],
        resources=[
            imscp.Resource(identifier="R", href="p.html", files=("p.html", "a.png"), kind="sco")
        ],
        metadata=described,
    )


@pytest.mark.skipif(not SHARED.exists(), reason=WHY_NOT)
@pytest.mark.parametrize("key", DIALECTS)
def test_a_minimal_manifest_is_valid(key: str) -> None:
    schema = module("schemas/loader.py").get(key)
    written = etree.fromstring(xml.serialise(minimal(DIALECTS[key])))
    assert schema.validate(written), schema.error_log


@pytest.mark.parametrize("profile", DIALECTS.values(), ids=DIALECTS)
def test_moodle_finds_the_namespace_and_no_numeric_references(profile: imscp.Profile) -> None:
    written = xml.serialise(minimal(profile))
    assert f'xmlns="{profile.namespace}"'.encode() in written[:1024]
    assert written.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<manifest ')
    assert "Écouter".encode() in written
    assert b"&#" not in written
    assert b"ns0" not in written


def test_prefixes_are_the_letters_that_moodle_looks_for() -> None:
    written = xml.serialise(minimal(imscp.SCORM_2004)).decode()
    assert "<imsss:sequencing>" in written
    assert 'adlcp:scormType="sco"' in written
    assert "mapInfo" not in written
    assert 'adlcp:scormtype="sco"' in xml.serialise(minimal(imscp.SCORM_1_2)).decode()


def test_schemas_are_named_only_where_they_are_carried() -> None:
    def written(**more: bool) -> bytes:
        root = imscp.manifest(
            imscp.SCORM_1_2, identifier="M", title="t", items=(), resources=(), **more
        )
        return xml.serialise(root)

    assert b"schemaLocation" not in written()
    assert b"adlcp_rootv1p2 adlcp_rootv1p2.xsd" in written(with_schemas=True)


@given(st.text())
def test_a_hostile_title_is_never_refused(title: str) -> None:
    written = etree.fromstring(xml.serialise(minimal(imscp.SCORM_1_2, title)))
    assert written.find(".//{*}organization/{*}title").text in (xml.text(title), None)  # type: ignore[union-attr]


@given(st.sets(st.text(), max_size=20))
def test_names_stay_apart_and_are_ncnames(names: set[str]) -> None:
    made = {imscp.ncname(name) for name in names}
    assert len(made) == len(names)
    assert all(NCNAME.fullmatch(name) for name in made)


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("active-listening/02-fully", "I_active-listening.02-fully"),
        ("a_b", "I_a_5f_b"),
        ("é", "I__e9_"),
    ],
)
def test_names_can_be_read(name: str, made: str) -> None:
    assert imscp.ncname(name) == made


def test_a_long_name_stays_short_and_unique() -> None:
    one, two = imscp.ncname("a" * 300), imscp.ncname("a" * 301)
    assert one != two
    assert len(one) < 255
