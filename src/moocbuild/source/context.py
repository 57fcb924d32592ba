"""What every parser of course text shares: the report, the known names, what was met so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from moocbuild.diagnostics import Report, Span
from moocbuild.source.files.lock import Ids
from moocbuild.source.files.tree import SourceTree


@dataclass(frozen=True, slots=True)
class MetLink:
    """A link to a place on another page, looked up when all pages are known."""

    page: str
    anchor: str
    span: Span


@dataclass(slots=True)
class Context:
    """One run of the source step.

    folders: of modules, in order. pages: path of a Markdown or YAML file → page id.
    placeholders: name → words for learners. references: keys that texts may cite.
    questions: ids taken so far. anchors: page id → ids on it. aliases: page id and GitHub's
    anchor of a heading → the heading's own id. links, media, cited: what texts used, in order.
    definitions: path → `[name]: address` lines that belong to no block, as folded name, line
    number and line. footnotes: path → how many of its fragments have footnotes, so far.
    incomplete: something was not read, so ids may seem lost.
    """

    tree: SourceTree
    report: Report
    ids: Ids
    language: str = "en"
    folders: tuple[str, ...] = ()
    pages: Mapping[str, str] = field(default_factory=dict)
    placeholders: Mapping[str, str] = field(default_factory=dict)
    references: frozenset[str] = frozenset()
    questions: dict[str, Span] = field(default_factory=dict)
    anchors: dict[str, set[str]] = field(default_factory=dict)
    aliases: dict[tuple[str, str], str] = field(default_factory=dict)
    definitions: dict[str, list[tuple[str, int, str]]] = field(default_factory=dict)
    footnotes: dict[str, int] = field(default_factory=dict)
    incomplete: bool = False
    links: list[MetLink] = field(default_factory=list)
    media: dict[str, Span] = field(default_factory=dict)
    cited: dict[str, None] = field(default_factory=dict)
