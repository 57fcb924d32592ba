"""Pages that were read before: each by its file, and by what all files share."""

from __future__ import annotations

import dataclasses
import hashlib
import sys
from collections.abc import Callable, Iterator
from functools import cache
from types import ModuleType
from typing import Any, get_args

from moocbuild.cache.keep import Keep, Plain, current, key_of
from moocbuild.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Span
from moocbuild.model import course, question, scenario
from moocbuild.model.competency import CompetencyRef
from moocbuild.model.marks import Mark
from moocbuild.model.plain import Codec, outline
from moocbuild.source.files.lock import Ids
from moocbuild.source.files.tables import SUFFIXES
from moocbuild.source.files.tree import SourceFile
from moocbuild.source.pages.modules import PageRead, read_page
from moocbuild.source.shared import Added, AskedPool, MetLink, Shared
from moocbuild.source.yaml.schema import LockFile
from moocbuild.values import dataclass

_SHELF = "pages"
_ADDED = ("questions", "anchors", "aliases", "links", "media", "cited", "pools", "incomplete")
_USED = ("questions", "lessons", "scenes", "options")


@dataclass(frozen=True, slots=True)
class _Kept:
    """A page that was read, for any number of builds: nothing in it is ever changed.

    outline: the key of its outline; none where it holds what is of no class known.
    """

    page: course.Activity | course.Module | course.Pool | None
    findings: tuple[Diagnostic, ...]
    added: Plain
    outline: bytes | None


def reader_of(shared: Shared, pass_mark: int) -> Callable[[SourceFile], PageRead]:
    """How the files of a course are read: `read_page`, or what it gave of the same values."""
    keep = current()
    if keep is None:
        return lambda file: read_page(file, shared, pass_mark)
    env = _key_of_shared(shared, pass_mark)
    return lambda file: _read(file, shared, pass_mark, keep, env)


def _read(file: SourceFile, shared: Shared, pass_mark: int, keep: Keep, env: bytes) -> PageRead:
    whole = f"{file.path}\0{file.text}".encode("utf-8", "surrogatepass")
    key = hashlib.sha256(
        env + _key_of_tables(file, shared) + _key_of_original(file) + whole
    ).digest()
    fresh: list[Added] = []

    def make() -> _Kept:
        read = read_page(file, shared, pass_mark)
        fresh.append(read.added)
        return _Kept(read.page, read.findings, _closed(read.added), _outline(read))

    kept = keep.made(_SHELF, key, make, codec().close, codec().open)
    added = fresh[0] if fresh else _opened(file.path, kept.added, shared.frozen)
    mark = Mark(key, kept.outline) if kept.outline else None
    return PageRead(kept.page, added, kept.findings, mark)


def _outline(read: PageRead) -> bytes | None:
    anchors = sorted((page, *sorted(ids)) for page, ids in read.added.anchors.items())
    try:
        return key_of(outline(read.page), anchors)
    except ValueError:
        return None


def _key_of_shared(shared: Shared, pass_mark: int) -> bytes:
    return key_of(
        pass_mark,
        shared.language,
        sorted(shared.pages.items()),
        sorted(shared.media),
        sorted(shared.unread),
        sorted(shared.references),
        sorted((name, codec().close(words)) for name, words in shared.placeholders.items()),
        sorted(shared.codes),
        sorted(shared.pools.items()),
        shared.frozen.plain(),
    )


def _key_of_tables(file: SourceFile, shared: Shared) -> bytes:
    """Of a page that may show one; no other page is read again for them."""
    text = file.text.casefold()
    if not shared.tables or not any(suffix in text for suffix in SUFFIXES):
        return b""
    return key_of(sorted((t.path, t.text, repr(t.problem)) for t in shared.tables.values()))


def _key_of_original(file: SourceFile) -> bytes:
    """Of a translation, what it keeps of the text that its author wrote."""
    original = file.original
    if original is None:
        return b""
    return key_of(
        original.language,
        sorted(original.left),
        sorted(original.cells),
        sorted(original.letters.items()),
        sorted(original.kinds.items()),
        sorted(original.titles.items()),
    )


def _closed(added: Added) -> Plain:
    used = added.ids.used
    return (
        tuple(codec().close(getattr(added, name)) for name in _ADDED),
        tuple(codec().close(getattr(used, name)) for name in _USED),
    )


def _opened(path: str, plain: Any, frozen: LockFile) -> Added:
    """Anew for each build, as a build changes what it is given here."""
    values = zip(_ADDED, map(codec().open, plain[0]), strict=True)
    used = zip(_USED, map(codec().open, plain[1]), strict=True)
    ids = Ids(frozen, LockFile(**dict(used)))
    return Added(path, ids, **dict(values))


@cache
def codec() -> Codec:
    """All that a page may hold."""
    modules = {sys.modules[kind.__module__] for kind in get_args(question.Interaction)}
    found = {each for module in (course, question, scenario, *modules) for each in _values(module)}
    named = sorted(found, key=lambda each: (each.__module__, each.__qualname__))
    others = (
        CompetencyRef,
        Span,
        Diagnostic,
        Edit,
        Fix,
        Rule,
        Severity,
        MetLink,
        AskedPool,
        _Kept,
    )
    return Codec([*named, *others])


def _values(module: ModuleType) -> Iterator[type[Any]]:
    for each in vars(module).values():
        if isinstance(each, type) and dataclasses.is_dataclass(each):
            kind: type[Any] = each
            if kind.__module__ == module.__name__:
                yield kind
