"""A bill of materials for a release, as CycloneDX JSON: what is installed, and what comes along.

Versions are those of the lock file, licences what the installed packages say of themselves;
nothing is asked of an index, and nothing depends on the clock.
"""

from __future__ import annotations

import datetime
import hashlib
import importlib.metadata
import json
import re
import tomllib
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType, Property
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.model.license import License
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

SCHEMA = SchemaVersion.V1_6
VENDOR = Path("src/moocbuild/serve/vendor")
_PINNED = re.compile(r"^(?P<name>[\w.-]+)==(?P<version>\S+?)(?: ; (?P<marker>.+?))? \\$")
_VIA = re.compile(r"^    #(?: via|  ) +([\w.-]+)$")


@dataclass(frozen=True, slots=True)
class Pinned:
    """A package of a lock file. marker: where it is wanted, "" for everywhere. via: by whom."""

    name: str
    version: str
    marker: str
    via: frozenset[str]


def pinned(lock: str) -> dict[str, Pinned]:
    """Every package of a lock file as uv writes it, by name."""
    found: dict[str, Pinned] = {}
    for line in lock.splitlines():
        if match := _PINNED.match(line):
            key = canonicalize_name(match["name"])
            found[key] = Pinned(key, match["version"], match["marker"] or "", frozenset())
        elif (match := _VIA.match(line)) and found:
            name, last = list(found.items())[-1]
            found[name] = Pinned(name, last.version, last.marker, last.via | {match[1]})
    return found


def wanted(lock: Mapping[str, Pinned], requirements: Iterable[str]) -> dict[str, Pinned]:
    """What is installed for these requirements, and for what they want in turn."""
    names: set[str] = {canonicalize_name(Requirement(each).name) for each in requirements}
    grown = True
    while grown:
        more = {each.name for each in lock.values() if each.via & names}
        grown = not more <= names
        names |= more
    return {name: lock[name] for name in sorted(names)}


def _licence(name: str) -> License | None:
    """As the installed package says; None where it is for another system, or says nothing."""
    try:
        told = importlib.metadata.metadata(name)
    except importlib.metadata.PackageNotFoundError:
        return None
    classes = [c for c in told.get_all("Classifier") or () if c.startswith("License :: ")]
    whole = [*(told.get_all("License-Expression") or ()), *(told.get_all("License") or ())]
    short = [words for words in whole if words and "\n" not in words]
    words = [*short, *(each.rpartition(" :: ")[2] for each in classes), ""][0]
    return LicenseFactory().make_from_string(_LICENCES.get(words, words)) if words else None


def _packages(lock: Mapping[str, Pinned], scope: ComponentScope) -> Iterator[Component]:
    for each in lock.values():
        licence = _licence(each.name)
        yield Component(
            name=each.name,
            version=each.version,
            type=ComponentType.LIBRARY,
            bom_ref=each.name,
            purl=PackageURL("pypi", None, each.name, each.version),
            licenses=[licence] if licence else (),
            scope=scope,
            properties=[Property(name="moocbuild:marker", value=each.marker)]
            if each.marker
            else (),
        )


def _files(root: Path, folder: Path) -> Iterator[Component]:
    for path in sorted((root / folder).iterdir()):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        name = (folder / path.name).as_posix()
        yield Component(
            name=name,
            type=ComponentType.FILE,
            bom_ref=name,
            hashes=[HashType(alg=HashAlgorithm.SHA_256, content=digest)],
        )


def _vendored(root: Path) -> Iterator[Component]:
    """Code of others that the wheel carries: its README names the version and the licence."""
    for folder in sorted((root / VENDOR).iterdir()):
        told = (folder / "README.md").read_text("utf-8")
        match = re.match(rf"# {re.escape(folder.name)} (\S+)\n", told)
        assert match, f"{folder}/README.md does not begin with '# {folder.name} VERSION'"
        licence = (folder / "LICENSE").read_text("utf-8").strip().partition("\n")[0]
        yield Component(
            name=folder.name,
            version=match[1],
            type=ComponentType.LIBRARY,
            bom_ref=f"vendor/{folder.name}",
            purl=PackageURL("npm", None, folder.name, match[1]),
            licenses=[LicenseFactory().make_from_string(_LICENCES[licence])],
            description="Carried in the wheel for 'moocbuild serve --lms'; in no course package",
            components=_files(root, folder.relative_to(root)),
        )


_LICENCES = {"MIT License": "MIT", "The MIT License (MIT)": "MIT"}
"""SPDX names of licences, by the first line of their text or by what a classifier calls them."""


def _own(version: str) -> Iterator[Component]:
    """What of this project goes elsewhere: into packages for learners, into platforms."""
    for name, licence, said in (
        ("moocbuild-player", "Apache-2.0", "In packages for the web and SCORM; no code of others"),
        ("moocbuild-moodle", "GPL-3.0-or-later", "A plugin for Moodle"),
        ("moocbuild-xblock", "Apache-2.0", "Blocks for Open edX, which brings what they import"),
    ):
        yield Component(
            name=name,
            version=version,
            type=ComponentType.LIBRARY,
            bom_ref=name,
            licenses=[LicenseFactory().make_from_string(licence)],
            description=said,
        )


def bill(root: Path, version: str, date: datetime.date) -> str:
    """The bill of the release as JSON that fits its schema; ValueError where it does not."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    lock = pinned((root / "requirements-dev.lock").read_text("utf-8"))
    needed = wanted(lock, project["dependencies"])
    extra = wanted(lock, project["optional-dependencies"]["serve"])
    optional = {name: each for name, each in extra.items() if name not in needed}
    purl = PackageURL("pypi", None, "moocbuild", version)
    product = Component(
        name="moocbuild",
        version=version,
        type=ComponentType.APPLICATION,
        bom_ref="moocbuild",
        purl=purl,
        licenses=[LicenseFactory().make_from_string(project["license"])],
    )
    packages = {
        each.name: each
        for each in (
            *_packages(needed, ComponentScope.REQUIRED),
            *_packages(optional, ComponentScope.OPTIONAL),
        )
    }
    carried = [*_vendored(root), *_own(version)]
    moment = datetime.datetime.combine(date, datetime.time(), datetime.UTC)
    bom = Bom(
        components=[*packages.values(), *carried],
        metadata=BomMetaData(component=product, timestamp=moment),
        serial_number=uuid.uuid5(uuid.NAMESPACE_URL, purl.to_string()),
    )
    direct = {
        canonicalize_name(Requirement(each).name)
        for each in (*project["dependencies"], *project["optional-dependencies"]["serve"])
    }
    bom.register_dependency(product, [*(packages[name] for name in direct), *carried])
    for name, component in packages.items():
        inside = [packages[of] for of in packages if name in (lock[of].via)]
        bom.register_dependency(component, inside)
    return _checked(make_outputter(bom, OutputFormat.JSON, SCHEMA).output_as_string(indent=2))


def _checked(text: str) -> str:
    problem = JsonStrictValidator(SCHEMA).validate_str(text)
    if problem is not None:
        raise ValueError(f"no CycloneDX: {problem}")
    return json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n"
