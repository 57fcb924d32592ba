"""The messages of YAML files and of front matter: values that learners read.

Which they are is said here, file by file, as patterns of keys: `*` is any one key or place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml

from moocbuild.i18n.contexts import Told
from moocbuild.i18n.leaves import Leaf, Place
from moocbuild.source.files.tree import SourceFile
from moocbuild.values import dataclass

_NULL = "tag:yaml.org,2002:null"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NAMES = ("code", "id", "unit", "country")
"""Keys by which an entry of a list is known; one without them is known by its words alone."""

PAGE = {
    "title": "title of the page",
    "content_notes.*": "what may distress readers of the page",
    "outcomes.*": "what learners can do after the module",
    "meters.*.title": "name of a meter",
    "meters.*.words.*": "what a meter says",
}
FILES: Mapping[str, Mapping[str, str]] = {
    "course/course.yml": {
        "title": "title of the course",
        "description": "about the course, in catalogues",
        "tracks.*.title": "title of a track",
        "statements.*": "what the authors say of the course",
        "theme.logo_text": "words in place of the logo",
        "theme.cover_text": "words in place of the cover",
        "theme.footer": "line below every page",
    },
    "course/framework.yml": {
        "title": "title of the framework",
        "description": "about the framework",
        "attribution": "whose the framework is",
        "notes": "remark on the framework",
        "notes.*": "remark on the framework",
        "errata.*.where": "place of a slip in the source",
        "errata.*.comment": "on a slip in the source",
        "categories.**.title": "title of a category",
        "categories.**.short_label": "short label",
        "categories.**.notes": "remark on an item",
        "categories.**.notes.*": "remark on an item",
        "extra.comparison.title": "title of a comparison",
        "extra.comparison.lead": "before a comparison",
        "extra.comparison.verdicts.*": "verdict of a comparison",
        "extra.comparison.rows.*.topic": "topic that is compared",
        "extra.comparison.rows.*.other": "what the other framework says",
        "extra.comparison.rows.*.source_says": "what the source says",
        "extra.comparison.rows.*.note": "remark on a comparison",
        "extra.comparison.rows.*.errata": "slip in what is compared",
    },
    "course/glossary.yml": {
        "terms.*.term": "term of the glossary",
        "terms.*.definition": "what a term means",
    },
    "course/contacts.yml": {
        "contacts.*.hours": "when a help line answers",
        "contacts.*.operator": "who answers a help line",
        "contacts.*.role": "what a help line is for",
    },
    "course/reviews.yml": {
        "reviews.*.role": "what a reviewer is",
        "reviews.*.note": "what a reviewer says",
    },
}
"""File → pattern of keys → what the value is."""

_MARKDOWN = frozenset({"what a term means"})
_CODES = frozenset({"contacts.*.role"})
"""Values that may be words of ours: `emergency`."""


@dataclass(frozen=True, slots=True)
class Field:
    """A value that learners read. markdown: parsed as such; else only characters can stand."""

    leaf: Leaf
    told: Told
    markdown: bool = False


def fields(
    file: SourceFile, first: int, last: int, prefix: str, wanted: Mapping[str, str]
) -> Iterator[Field]:
    """Those between two lines of a file, which are YAML. prefix: begins every context."""
    text = "\n".join(file.lines[first - 1 : last])
    try:
        root = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError:
        return
    patterns = {tuple(pattern.split(".")): told for pattern, told in wanted.items()}
    for keys, names, node in _scalars(root, (), (prefix,)):
        pattern = next((each for each in patterns if _fits(keys, each)), None)
        if pattern is None or not any(map(str.isalpha, node.value)):
            continue
        if ".".join(pattern) in _CODES and node.value.replace("_", "").islower():
            continue
        told = patterns[pattern]
        leaf = Leaf(_place(node, first), " ".join(node.value.split()), "value")
        yield Field(leaf, Told("/".join(names), (told,)), told in _MARKDOWN)


def _scalars(
    node: Any, keys: tuple[str, ...], names: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[str, ...], Any]]:
    """Every scalar with the keys that lead to it, and with the names that its context has."""
    if isinstance(node, yaml.ScalarNode):
        if node.tag != _NULL:
            yield keys, names, node
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            name = str(key.value)
            yield from _scalars(value, (*keys, name), (*names, name.replace("_", "-")))
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _scalars(value, (*keys, "*"), (*_kept(names), *_known(value)))


_FOLDED = frozenset({"categories", "items", "terms", "contacts", "reviews", "rows"})


def _kept(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names of lists say nothing where the entries have names: `framework/IX.2/short-label`."""
    return names[:-1] if names[-1] in _FOLDED else names


def _known(node: Any) -> tuple[str, ...]:
    if not isinstance(node, yaml.MappingNode):
        return ()
    said = {str(key.value): str(value.value) for key, value in node.value}
    name = next((said[key] for key in _NAMES if key in said), "")
    return (" ".join(name.split()),) if name else ()


def _fits(keys: Sequence[str], pattern: Sequence[str]) -> bool:
    """`**` stands for any number of keys, at least one, none of them free data."""
    if not pattern or not keys:
        return not pattern and not keys
    if pattern[0] == "**":
        return "extra" not in keys and any(
            _fits(keys[count:], pattern[1:]) for count in range(1, len(keys))
        )
    return pattern[0] in ("*", keys[0]) and _fits(keys[1:], pattern[1:])


def _place(node: Any, first: int) -> Place:
    start, end = node.start_mark, node.end_mark
    return Place(first + start.line, start.column, first + end.line, end.column)
