"""What must hold for every package; what does not is our fault, and stops the build."""

from __future__ import annotations

import pytest

from moocbuild.package import Content, Package
from moocbuild.verify import BrokenPackageError, verify, verify_whole

ITEM = '<item identifier="{}" identifierref="{}"/>'
RESOURCE = '<resource identifier="{}"><file href="{}"/></resource>'


def manifest(*parts: str) -> bytes:
    return f"<manifest>{''.join(parts)}</manifest>".encode()


GOOD = manifest(ITEM.format("i", "r"), RESOURCE.format("r", "a%20b.html"))
BROKEN: dict[str, dict[str, Content]] = {
    "unsafe name": {"../a": b""},
    "'i' is used twice": {
        "imsmanifest.xml": manifest(ITEM.format("i", "r"), RESOURCE.format("i", "a b.html"))
    },
    "lists 'b.html'": {"imsmanifest.xml": manifest(RESOURCE.format("r", "b.html"))},
    "leads to 'x'": {"imsmanifest.xml": manifest(ITEM.format("i", "x"))},
    "imsmanifest.xml: ": {"imsmanifest.xml": b"<manifest>"},
}


def test_a_sound_package() -> None:
    verify_whole(Package({"imsmanifest.xml": GOOD, "a b.html": b"", "x.xml": b"<x/>"}), "t")


@pytest.mark.parametrize("said", BROKEN)
def test_a_broken_package(said: str) -> None:
    package = Package({"a b.html": b"", **BROKEN[said]})
    with pytest.raises(BrokenPackageError) as caught:
        verify(package, "t")
    assert said == "unsafe name" or said in str(caught.value)


def test_tests_parse_all_xml() -> None:
    package = Package({"x.xml": b"<x>"})
    verify(package, "t")
    with pytest.raises(BrokenPackageError, match=r"t: x\.xml"):
        verify_whole(package, "t")


def test_builds_in_tests_do_so() -> None:
    from moocbuild import build

    assert build.verify is verify_whole
