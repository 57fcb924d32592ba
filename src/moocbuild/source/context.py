"""What every parser of course text shares: the report, the known names, and what was met on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from moocbuild.diagnostics import Report, Span
from moocbuild.source.lock import Ids
from moocbuild.source.tree import SourceTree


@dataclass(frozen=True, slots=True)
class MetLink:
    """A link to a place on another page, looked up when all pages are known."""

    page: str
    anchor: str
    span: Span


@dataclass(slots=True)
class Context:
    """One run of the source step.

    pages: path of a Markdown or YAML file → page id. placeholders: name → HTML for learners.
    references: keys that texts may cite. anchors: page id → ids on it.
    aliases: page id and GitHub's anchor of a heading → the heading's own id.
    questions: ids taken so far. links, media and cited:
    what texts used, in order.
    """

    tree: SourceTree
    report: Report
    ids: Ids
    language: str = "en"
    pages: Mapping[str, str] = field(default_factory=dict)
    placeholders: Mapping[str, str] = field(default_factory=dict)
    references: frozenset[str] = frozenset()
    questions: dict[str, Span] = field(default_factory=dict)
    anchors: dict[str, set[str]] = field(default_factory=dict)
    aliases: dict[tuple[str, str], str] = field(default_factory=dict)
    links: list[MetLink] = field(default_factory=list)
    media: dict[str, Span] = field(default_factory=dict)
    cited: dict[str, None] = field(default_factory=dict)
