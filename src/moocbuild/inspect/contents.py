"""What is in a package, as values that every report shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field

from lxml import etree

from moocbuild.archive import Archive, RefusedError
from moocbuild.diagnostics import Report
from moocbuild.inspect.manifest import MANIFEST, Manifest, read_manifest
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the outline. depth: from 1. refers: what learners get there, or ""."""

    depth: int
    title: str
    refers: str = ""


@dataclass(slots=True, kw_only=True)
class Contents:
    """kind: such as "SCORM"; version: "" where none is said. deep: whether rules of the standard
    were looked at, or only the archive and its XML. facts: label → how many, or some words.
    """

    kind: str
    version: str = ""
    title: str = ""
    deep: bool = False
    facts: dict[str, int | str] = field(default_factory=dict)
    outline: list[Line] = field(default_factory=list)


class Looking:
    """An archive while it is looked at: its files as XML, and where findings go."""

    def __init__(self, archive: Archive, report: Report) -> None:
        self.archive, self.report = archive, report
        self._manifest: Manifest | None = None
        self.read: set[str] = set()

    def root(self, name: str) -> etree._Element:
        """The root of a file that all depends on. Raises RefusedError."""
        xml = self.archive.xml(name)
        self.read.add(name)
        for found in xml.found:
            self.report(found)
        return xml.root

    def try_root(self, name: str) -> etree._Element | None:
        """The root of a file among others: why it cannot be read is reported."""
        try:
            return self.root(name)
        except RefusedError as error:
            self.read.add(name)
            self.report(error.diagnostic(self.archive.name))
            return None

    @property
    def manifest(self) -> Manifest | None:
        """The IMS manifest, if there is one. Raises RefusedError."""
        if self._manifest is None and MANIFEST in self.archive.members:
            self._manifest, xml = read_manifest(self.archive, MANIFEST)
            self.read.add(MANIFEST)
            for found in xml.found:
                self.report(found)
        return self._manifest


Recognise = Callable[[Looking], bool]
Look = Callable[[Looking], Contents]
