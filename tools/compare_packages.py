#!/usr/bin/env python3
"""Compare two packages, or two folders of unpacked packages, file by file.

    tools/compare_packages.py OLD NEW

HTML and XML are compared as trees (order of attributes and white space that nobody sees apart,
markup in texts read as markup), JSON as values. Like differences are counted together, with the
first place of each, so that a person can name every one of them. Exit: 0 the same, 1 not.
"""

from __future__ import annotations

import argparse
import fnmatch
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

import package_trees
import tree_differences
from package_trees import Files, Node
from tree_differences import Difference

HTML = (".html", ".htm", ".xhtml")
XML = (".xml", ".xsd", ".svg", ".opf", ".ncx", ".dtd")
JSON = (".json", ".js", ".webmanifest")
FEW = 3
"""So many different details of a shape are told one by one."""


@dataclass
class Cluster:
    """Differences of one shape. details: how often each; places: where they are."""

    shape: str
    details: Counter[str] = field(default_factory=Counter)
    places: list[str] = field(default_factory=list)
    first: dict[str, str] = field(default_factory=dict)
    files: Counter[str] = field(default_factory=Counter)

    def add(self, difference: Difference, name: str) -> None:
        """One difference more, in the file `name`."""
        place = f"{name}:{difference.line}" if difference.line else name
        self.details[difference.detail] += 1
        self.first.setdefault(difference.detail, place)
        self.places.append(place)
        self.files[name] += 1


@dataclass
class Comparison:
    """respelled: other bytes, the same tree or value."""

    removed: list[str]
    added: list[str]
    clusters: list[Cluster]
    respelled: list[str]
    same: int

    @property
    def equal(self) -> bool:
        """Whether both hold the same."""
        return not (self.removed or self.added or self.clusters)


def main(arguments: Sequence[str] | None = None) -> int:
    """0: the same; 1: not."""
    parser = argparse.ArgumentParser(
        description=(__doc__ or "").split("\n\n")[0],
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("--ignore", action="append", default=[], help="files (a glob)")
    parser.add_argument("--places", type=int, default=1, help="places told of each difference")
    given = parser.parse_args(arguments)
    for path in (given.old, given.new):
        if not path.exists():
            parser.error(f"{path}: no such file or folder")
    return run(given.old, given.new, ignore=given.ignore, places=given.places)


def run(old: Path, new: Path, *, ignore: Sequence[str] = (), places: int = 1) -> int:
    """Prints what differs; 0 where nothing does."""
    found = compare(*(_without(package_trees.read(path), ignore) for path in (old, new)))
    for line in told(found, places):
        print(line)
    return 0 if found.equal else 1


def _without(files: Files, patterns: Sequence[str]) -> Files:
    return {
        name: data
        for name, data in files.items()
        if not any(fnmatch.fnmatch(name, pattern) for pattern in patterns)
    }


# --- comparing ---------------------------------------------------------------------------------


def compare(old: Files, new: Files) -> Comparison:
    """All differences, the most frequent kind first."""
    both = [name for name in old if name in new]
    changed = [name for name in both if old[name] != new[name]]
    clusters: dict[str, Cluster] = {}
    respelled = []
    for name in changed:
        found = list(differences(name, old[name], new[name]))
        for each in found:
            clusters.setdefault(each.shape, Cluster(each.shape)).add(each, name)
        if not found:
            respelled.append(name)
    return Comparison(
        removed=[name for name in old if name not in new],
        added=[name for name in new if name not in old],
        clusters=sorted(clusters.values(), key=lambda each: -len(each.places)),
        respelled=respelled,
        same=len(both) - len(changed),
    )


def differences(name: str, old: bytes, new: bytes) -> Iterator[Difference]:
    """As what the file's name says; as text, where it cannot be read so; else as bytes."""
    end = f".{name.rpartition('.')[2].lower()}"
    try:
        if end in HTML:
            yield from _trees(package_trees.parse_html, old, new)
        elif end in XML:
            yield from _trees(package_trees.parse_xml, old, new)
        elif end in JSON:
            before, now = (package_trees.parse_data(data.decode()) for data in (old, new))
            yield from tree_differences.values(before, now)
        else:
            yield from tree_differences.lines(old.decode(), new.decode())
    except (etree.LxmlError, ValueError) as error:
        yield from _unreadable(end, old, new, error)


def _trees(parse: Callable[[bytes], Node], old: bytes, new: bytes) -> Iterator[Difference]:
    yield from tree_differences.trees(parse(old), parse(new))


def _unreadable(end: str, old: bytes, new: bytes, error: Exception) -> Iterator[Difference]:
    if end in XML and isinstance(error, etree.LxmlError):
        yield Difference(f"a file {end} that cannot be read", str(error))
    try:
        yield from tree_differences.lines(old.decode(), new.decode())
    except UnicodeDecodeError:
        yield Difference(f"bytes of a file {end} changed", f"{len(old)} → {len(new)} bytes")


# --- telling -----------------------------------------------------------------------------------


def told(found: Comparison, places: int) -> Iterator[str]:
    """The lines of the summary."""
    yield from _files("only in the old one", found.removed)
    yield from _files("only in the new one", found.added)
    for cluster in found.clusters:
        yield from _cluster(cluster, places)
    if found.respelled:
        first = found.respelled[0]
        yield f"{_count(len(found.respelled), 'file')} spelled otherwise only, first {first}"
    kinds = _count(len(found.clusters), "kind")
    yield f"{_count(found.same, 'file')} the same to the byte; {kinds} of difference"


def _files(where: str, names: list[str]) -> Iterator[str]:
    """By folder and ending: a thousand files of one kind are one line."""
    groups: dict[str, list[str]] = {}
    for name in names:
        folder, _, base = name.rpartition("/")
        end = f"*.{base.rpartition('.')[2]}" if "." in base else base
        groups.setdefault(f"{folder}/{end}" if folder else end, []).append(name)
    for group, members in groups.items():
        many = f"{group}: {len(members)} files, first {members[0]}"
        yield f"{where}: {members[0] if len(members) == 1 else many}"


def _cluster(cluster: Cluster, places: int) -> Iterator[str]:
    if len(cluster.details) <= FEW:
        for detail, count in cluster.details.most_common():
            first = cluster.first[detail] if places == 1 else ", ".join(cluster.places[:places])
            yield f"{_shape(cluster.shape, detail)}: {_places(count, cluster)}, first at {first}"
        return
    detail, _ = cluster.details.most_common(1)[0]
    first = ", ".join(cluster.places[:places])
    yield f"{cluster.shape}: {_places(len(cluster.places), cluster)}, first at {first}"
    for detail, count in cluster.details.most_common(FEW):
        yield f"    {detail}: {_count(count, 'place')}, first at {cluster.first[detail]}"
    yield f"    and {len(cluster.details) - FEW} other values"


def _shape(shape: str, detail: str) -> str:
    return f"{shape} ({detail})" if detail else shape


def _places(count: int, cluster: Cluster) -> str:
    tops = sorted({name.split("/")[0] for name in cluster.files if "/" in name})
    more = f" ({', '.join(tops)})" if 1 < len(tops) <= 12 else ""
    return f"{_count(count, 'place')} in {_count(len(cluster.files), 'file')}{more}"


def _count(count: int, word: str) -> str:
    return f"{count} {word}{'' if count == 1 else 's'}"


if __name__ == "__main__":
    sys.exit(main())
