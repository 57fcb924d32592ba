"""What holds for every package. A failure is moocbuild's own fault, so it raises.

A build reads again what the files of a package say of each other. That all XML is well-formed is
a matter of `formats/xml.py`, and is parsed in the tests alone: `verify_whole`.
"""

from __future__ import annotations

import hashlib
from urllib.parse import unquote

from lxml import etree

from moocbuild.cache.keep import key_of
from moocbuild.model.marks import made
from moocbuild.model.plain import PLAIN
from moocbuild.package import Package
from moocbuild.package.paths import check_names

_MANIFEST = "imsmanifest.xml"


class BrokenPackageError(Exception):
    """A package that must not leave the house."""


def verify(package: Package, target: str) -> None:
    """Names are portable; in a manifest identifiers are unique and listed files there."""
    try:
        check_names(package)
    except ValueError as error:
        raise BrokenPackageError(f"{target}: {error}") from error
    if _MANIFEST in package:
        _verify_manifest_once(package, target)


def _verify_manifest_once(package: Package, target: str) -> None:
    """Not again where the same manifest stands among files of the same names."""

    def sound() -> bool:
        _verify_manifest(_parsed(package, _MANIFEST, target), package, target)
        return True

    written = hashlib.sha256(package.read(_MANIFEST)).digest()
    made("verified", key_of(written, package.names()), PLAIN, sound)


def verify_whole(package: Package, target: str) -> None:
    """The same, and all XML is well-formed."""
    verify(package, target)
    for name in package.names():
        if name.endswith(".xml"):
            _parsed(package, name, target)


def _parsed(package: Package, name: str, target: str) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(package.read(name), parser)
    except etree.XMLSyntaxError as error:
        raise BrokenPackageError(f"{target}: {name}: {error}") from error


def _verify_manifest(root: etree._Element, package: Package, target: str) -> None:
    identifiers: set[str] = set()
    for node in root.iter("{*}item", "{*}resource", "{*}organization"):
        identifier = node.get("identifier", "")
        if not identifier or identifier in identifiers:
            raise BrokenPackageError(f"{target}: identifier {identifier!r} is used twice")
        identifiers.add(identifier)
    for node in root.iter("{*}file"):
        href = unquote(node.get("href", ""))
        if href not in package:
            raise BrokenPackageError(f"{target}: the manifest lists {href!r}, which is missing")
    for node in root.iter("{*}item"):
        ref = node.get("identifierref")
        if ref is not None and ref not in identifiers:
            raise BrokenPackageError(f"{target}: an item leads to {ref!r}, which is missing")
