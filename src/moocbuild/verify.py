"""What holds for every package. A failure is moocbuild's own fault, so it raises."""

from __future__ import annotations

from urllib.parse import unquote

from lxml import etree

from moocbuild.package import Package
from moocbuild.package.paths import check_names


class BrokenPackageError(Exception):
    """A package that must not leave the house."""


def verify(package: Package, target: str) -> None:
    """Names are portable, XML is well-formed, identifiers unique, listed files there."""
    try:
        check_names(package)
    except ValueError as error:
        raise BrokenPackageError(f"{target}: {error}") from error
    for name in package.names():
        if name.endswith(".xml"):
            _verify_xml(package, name, target)


def _verify_xml(package: Package, name: str, target: str) -> None:
    try:
        root = etree.fromstring(package.read(name), _parser())
    except etree.XMLSyntaxError as error:
        raise BrokenPackageError(f"{target}: {name}: {error}") from error
    if name == "imsmanifest.xml":
        _verify_manifest(root, package, target)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True)


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
