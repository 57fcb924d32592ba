"""What reading one file takes and gives: plain values, so that pages can be read one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from moocbuild.diagnostics import Diagnostic, Report, Span
from moocbuild.model.text import Content
from moocbuild.source.files.lock import Ids
from moocbuild.source.files.tables import TableFile
from moocbuild.source.files.tree import SourceFile
from moocbuild.source.yaml.schema import LockFile
from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What all files of a course share.

    pages: path of a Markdown or YAML file → page id. media: paths of files under media/. unread:
    files that are there and could not be read. references: keys that texts may cite. placeholders:
    name → words for learners. codes: of the competencies. pools: path of a file → id of the pool
    that it is. tables: path → a file that a page may show as a table; it is a file of media, too.
    frozen: the lock as it was read.
    """

    language: str = "en"
    pages: Mapping[str, str] = field(default_factory=dict)
    media: frozenset[str] = frozenset()
    unread: frozenset[str] = frozenset()
    references: frozenset[str] = frozenset()
    placeholders: Mapping[str, Content] = field(default_factory=dict)
    codes: frozenset[str] = frozenset()
    pools: Mapping[str, str] = field(default_factory=dict)
    tables: Mapping[str, TableFile] = field(default_factory=dict)
    frozen: LockFile = field(default_factory=LockFile)


@dataclass(frozen=True, slots=True)
class MetLink:
    """A link to a place on another page, looked up when all pages are known."""

    page: str
    anchor: str
    span: Span


@dataclass(frozen=True, slots=True)
class AskedPool:
    """A pool that a quiz asks. questions: which of its questions, () for all. drawn: how many in
    an attempt, 0 for all.
    """

    pool: str
    questions: tuple[str, ...]
    drawn: int
    span: Span


@dataclass(slots=True)
class Added:
    """What one file adds to the course beside its page.

    path: the file. ids: those in use. questions: id of each question, where it stands, and whether
    its author wrote it. anchors: page id → ids on it. aliases: page id and GitHub's anchor of a
    heading → the heading's own id. links, media, cited: what texts used, in order. hosts: of other
    sites, from which its films come. uses: what else not every target keeps, "poster" and "tabs".
    pools: that a quiz asks. incomplete: something was not read, so ids may seem lost.
    """

    path: str
    ids: Ids
    questions: list[tuple[str, Span, bool]] = field(default_factory=list)
    anchors: dict[str, set[str]] = field(default_factory=dict)
    aliases: dict[tuple[str, str], str] = field(default_factory=dict)
    links: list[MetLink] = field(default_factory=list)
    media: dict[str, Span] = field(default_factory=dict)
    cited: dict[str, None] = field(default_factory=dict)
    hosts: set[str] = field(default_factory=set)
    uses: set[str] = field(default_factory=set)
    pools: list[AskedPool] = field(default_factory=list)
    incomplete: bool = False


class FileReader:
    """One file on its way to a page: its lines, what is shared, and what comes of it.

    Lives as long as the reading of that file. added and findings are what remains.
    """

    def __init__(self, file: SourceFile, page: str, shared: Shared) -> None:
        self.file, self.page, self.shared = file, page, shared
        given = file.original.letters if file.original else {}
        self.added = Added(file.path, Ids(shared.frozen, given=given))
        self.findings: list[Diagnostic] = []
        self._found: dict[str, tuple[int, int]] = {}

    @property
    def path(self) -> str:
        """The file's path from the course's root."""
        return self.file.path

    @property
    def report(self) -> Report:
        """How findings are kept."""
        return self.findings.append

    def title(self, line: int, words: str) -> str:
        """What the heading on a line says, in the language of the course's author."""
        return self.file.original.titles.get(line, words) if self.file.original else words

    @property
    def languages(self) -> tuple[str, ...]:
        """That of the course, and of a translation its author's."""
        own = (self.file.original.language,) if self.file.original else ()
        return (self.shared.language, *own)

    def left(self, line: int, cell: int = -1) -> str:
        """The language of the author, where what begins there is not translated yet; else ""."""
        original = self.file.original
        if original is None:
            return ""
        there = line in original.left if cell < 0 else (line, cell) in original.cells
        return original.language if there else ""

    def line(self, number: int) -> Span:
        """All that is written on a line."""
        words = self.file.line(number)
        indent = len(words) - len(words.lstrip())
        return Span(self.path, number, indent + 1, max(1, len(words.strip())))

    def find(self, words: str, first: int, last: int = 0) -> Span:
        """Where `words` stand between two lines, each place once; else the first line."""
        last = max(first, last or first)
        line, column = self._found.get(words, (0, 0))
        start = (line, column) if first <= line <= last else (first, 0)
        for begin in (start, (first, 0)):
            for number in range(begin[0], last + 1):
                at = self.file.line(number).find(words, begin[1] if number == begin[0] else 0)
                if at >= 0 and words:
                    self._found[words] = (number, at + len(words))
                    return Span(self.path, number, at + 1, len(words))
        return self.line(first)
