"""The files of a course, read once. The only place that reads course text.

Refuses what no honest course holds: symbolic links, devices, huge files. Knows nothing of what
the files mean.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import field
from pathlib import Path

from moocbuild.diagnostics import Diagnostic, Report, Rule, Severity, Span
from moocbuild.source.files.tables import SUFFIXES, TableFile, read_table_file
from moocbuild.values import dataclass

MAX_TEXT = 2_000_000
MAX_CATALOGUE = 32_000_000
"""A file of translations has every text of a course twice."""

ENCODING = Rule(
    "MB001",
    "encoding",
    Severity.ERROR,
    """A text file is not valid UTF-8, or contains characters that do not belong in text (NUL,
other control characters, lone carriage returns).

Save it as UTF-8 in your editor: "Save as", then "Encoding: UTF-8".""",
    remedy="save the file as UTF-8",
)
TOO_LARGE = Rule(
    "MB002",
    "file-too-large",
    Severity.ERROR,
    """A text file is larger than 2 MB, or a file of translations than 32 MB. A lesson takes a few
KB: split the file, or put data in media/.""",
    remedy="split the file, or put data in media/",
)
SYMLINK = Rule(
    "MB003",
    "symlink",
    Severity.ERROR,
    """The course contains a symbolic or hard link to a file elsewhere on the computer. Packages
contain only the course's own files, so that nothing is published by mistake. Copy the file
instead.""",
    refuses=True,
    remedy="copy the file or folder here",
)
SPECIAL_FILE = Rule(
    "MB005",
    "special-file",
    Severity.ERROR,
    """The course contains something that is not a regular file (a pipe, a device, a socket).
Remove it.""",
    refuses=True,
    remedy="remove it",
)
UNREADABLE = Rule(
    "MB007",
    "unreadable-file",
    Severity.ERROR,
    """You do not have permission to read this file or folder, or its name is not valid text.
Check its owner and permissions, or rename it.""",
    refuses=True,
    remedy="give yourself permission to read it, or rename it",
)
NOT_FOUND = Rule(
    "MB006",
    "file-not-found",
    Severity.ERROR,
    "A file or folder that the course needs does not exist.",
    remedy="create it, or correct its name here",
)

MAX_FOLDERS = 20
"""Folders within folders."""
FOLDERS = ("course", "quizzes", "media")
_CATALOGUES = (".po", ".pot")
TEXT_SUFFIXES = (".md", ".yml", ".yaml", ".lock", ".vtt", *_CATALOGUES)
_NO_MEDIA = frozenset(TEXT_SUFFIXES) - {".vtt"}
"""Elsewhere than in media/: all other files may be pictures that lie beside the texts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """What a translated text keeps of the one that its author wrote.

    language: the author's. left: lines that are still in it; cells: line and number of cells that
    are. letters: of options, by what they belong to. kinds: of questions, by id. titles: line of a
    heading → the author's words, which anchors are made of.
    """

    language: str
    left: frozenset[int] = frozenset()
    cells: frozenset[tuple[int, int]] = frozenset()
    letters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[int, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One text: path from the course's root, with `/`; lines without their ends, BOM removed.

    shown: it counts even if it is a draft. original: of a translation, what it keeps.
    """

    path: str
    text: str
    lines: tuple[str, ...]
    shown: bool = False
    original: Original | None = None

    def line(self, number: int) -> str:
        """Line `number` (from 1), "" outside the file."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


@dataclass(frozen=True, slots=True)
class SourceTree:
    """texts: by path. media: path from the root → absolute path, of files in media/ and of those
    beside the texts. Both sorted by name.

    unread: texts that are there and could not be read, which was reported. tables: files among the
    media that a page may show as a table.
    """

    root: Path
    texts: Mapping[str, SourceFile] = field(default_factory=dict)
    media: Mapping[str, Path] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    tables: Mapping[str, TableFile] = field(default_factory=dict)
    _by_folder: dict[str, list[SourceFile]] = field(
        init=False, default_factory=dict, compare=False
    )
    _below: dict[str, list[SourceFile]] = field(init=False, default_factory=dict, compare=False)

    def under(self, folder: str) -> Iterator[SourceFile]:
        """Texts directly in `folder`, by name."""
        if not self._by_folder:
            for path, file in self.texts.items():
                self._by_folder.setdefault(path.rpartition("/")[0], []).append(file)
        yield from self._by_folder.get(folder.rstrip("/"), ())

    def below(self, folder: str) -> Iterator[SourceFile]:
        """Texts in `folder` and in the folders below it, by name."""
        if not self._below:
            for path, file in self.texts.items():
                while path := path.rpartition("/")[0]:
                    self._below.setdefault(path, []).append(file)
        yield from self._below.get(folder.rstrip("/"), ())

    def folders(self, folder: str) -> list[str]:
        """Names of the folders directly in `folder` that hold a text, by name."""
        prefix = folder.rstrip("/") + "/"
        inside = (p[len(prefix) :] for p in self.texts if p.startswith(prefix))
        return sorted({rest.split("/", 1)[0] for rest in inside if "/" in rest})

    def line(self, span: Span) -> str:
        """The line of text at `span`, for excerpts."""
        file = self.texts.get(span.path)
        if file is None and span.path in self.tables:
            return self.tables[span.path].line(span.line)
        return file.line(span.line) if file else ""


def read_tree(root: Path, report: Report) -> SourceTree:
    """All texts and media below `root`; hidden files are passed over, odd ones reported."""
    texts: dict[str, SourceFile] = {}
    media: dict[str, Path] = {}
    unread: set[str] = set()
    start = len(os.fspath(root / "x")) - 1
    for path in _files(root, report):
        name = os.fspath(path)[start:].replace(os.sep, "/")
        if path.suffix.lower() in TEXT_SUFFIXES:
            file = _read_text(path, name, report)
            if file is None:
                unread.add(name)
            else:
                texts[name] = file
        if name.startswith("media/") or path.suffix.lower() not in _NO_MEDIA:
            media[name] = path
    tables = {
        name: read_table_file(path, name)
        for name, path in media.items()
        if name.lower().endswith(SUFFIXES)
    }
    return SourceTree(root, texts, media, frozenset(unread), tables)


def _files(root: Path, report: Report) -> Iterator[Path]:
    walk = _Walk(root, report)
    for folder in FOLDERS:
        top = root / folder
        if top.is_symlink():
            report(SYMLINK.at(Span(folder), f"'{folder}' is a symbolic link"))
        elif top.is_dir():
            yield from walk.files(top)
    walk.report_hard_links()


def read_folder(root: Path, folder: str, span: Span, report: Report) -> list[Path]:
    """Ordinary files directly in `folder` of the course, by name; elsewhere is refused.

    span: where the folder is named.
    """
    path = root / folder
    if path.is_symlink() or not path.resolve().is_relative_to(root.resolve()):
        report(SYMLINK.at(span, f"'{folder}' is not inside the course"))
        return []
    if not path.is_dir():
        report(NOT_FOUND.at(span, f"no folder '{folder}'"))
        return []
    return sorted(found for found in _Walk(root, report).files(path) if found.parent == path)


class _Walk:
    """One walk over folders; what is not a regular file is reported."""

    def __init__(self, root: Path, report: Report) -> None:
        self.root, self.report = root, report
        self.linked: dict[tuple[int, int], list[tuple[str, int]]] = {}
        """Inode → names and number of names, of files that have several."""

    def files(self, folder: Path, depth: int = 1) -> Iterator[Path]:
        """Ordinary files below `folder`, by name."""
        if depth > MAX_FOLDERS:
            message = f"folders are nested more than {MAX_FOLDERS} levels deep"
            self.report(SPECIAL_FILE.at(self.span(folder), message, help="flatten them"))
            return
        for entry in self.entries(folder):
            path = folder / entry.name
            if _is_junction(entry):
                help, span = "copy the folder here", self.span(path)
                self.report(SYMLINK.at(span, f"'{entry.name}' is a junction", help=help))
            elif entry.is_dir(follow_symlinks=False):
                yield from self.files(path, depth + 1)
            elif self.is_ordinary(entry, path):
                yield path

    def entries(self, folder: Path) -> list[os.DirEntry[str]]:
        try:
            with os.scandir(folder) as entries:
                found = sorted(entries, key=lambda e: e.name)
        except OSError as error:
            self.report(_unreadable(self.span(folder), error))
            return []
        return [entry for entry in found if not entry.name.startswith(".")]

    def is_ordinary(self, entry: os.DirEntry[str], path: Path) -> bool:
        name = span_name(entry.name)
        if entry.is_symlink():
            help, span = "copy the file here", self.span(path)
            self.report(SYMLINK.at(span, f"'{name}' is a symbolic link", help=help))
            return False
        facts = entry.stat(follow_symlinks=False)
        if not facts.st_nlink:  # Windows counts names only where a file is asked itself
            facts = path.stat(follow_symlinks=False)
        if not stat.S_ISREG(facts.st_mode):
            span = self.span(path)
            self.report(SPECIAL_FILE.at(span, f"'{name}' is not a regular file", help="remove it"))
            return False
        if name != entry.name:
            message = f"'{name}' is not a valid file name"
            self.report(
                UNREADABLE.at(
                    self.span(path), message, help="rename it, with letters, digits and hyphens"
                )
            )
            return False
        if facts.st_nlink > 1:
            same = self.linked.setdefault((facts.st_dev, facts.st_ino), [])
            same.append((self.span(path).path, facts.st_nlink))
        return True

    def report_hard_links(self) -> None:
        """Files that have a further name outside of the course."""
        for same in self.linked.values():
            for path, _ in same if len(same) < same[0][1] else ():
                message = f"'{path.rpartition('/')[2]}' is a hard link to a file elsewhere"
                self.report(SYMLINK.at(Span(path), message, help="copy the file here"))

    def span(self, path: Path) -> Span:
        return Span(span_name(path.relative_to(self.root).as_posix()))


_JUNCTION = 0xA0000003
"""IO_REPARSE_TAG_MOUNT_POINT: a folder of Windows that lies elsewhere and is no symbolic link."""


def _is_junction(entry: os.DirEntry[str]) -> bool:
    if os.name != "nt":
        return False
    return getattr(entry.stat(follow_symlinks=False), "st_reparse_tag", 0) == _JUNCTION


def span_name(name: str) -> str:
    """A file name that can be printed: all else becomes `\ufffd`."""
    if name.isprintable():
        return name
    text = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def _unreadable(span: Span, error: OSError) -> Diagnostic:
    reason = (error.strerror or "cannot be read").lower()
    return UNREADABLE.at(span, f"'{span.path}' cannot be read: {reason}")


def _read_text(path: Path, name: str, report: Report) -> SourceFile | None:
    most = MAX_CATALOGUE if path.suffix.lower() in _CATALOGUES else MAX_TEXT
    try:
        with path.open("rb", buffering=0) as file:
            size = min(os.fstat(file.fileno()).st_size, most)  # room for all of it is zeroed
            data = file.read(size + 1)
            if len(data) > size:  # too large, or it grows
                data += file.read(most + 1 - size)
    except OSError as error:
        report(_unreadable(Span(name), error))
        return None
    if len(data) > most:
        report(TOO_LARGE.at(Span(name), f"the file is larger than {most // 1_000_000} MB"))
        return None
    text = _decode(data, name, report)
    if text is None:
        return None
    text = text.replace("\r\n", "\n")
    lines = tuple(text.split("\n"))
    return None if _odd_character(name, lines, report) else SourceFile(name, text, lines)


def _decode(data: bytes, name: str, report: Report) -> str | None:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        report(ENCODING.at(Span(name, 1), "the file is UTF-16", help="save it as UTF-8"))
        return None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        bad = f"byte 0x{data[error.start]:02x} is not UTF-8"
        report(ENCODING.at(Span(name, line, column, 1), bad, help="save the file as UTF-8"))
        return None


def _odd_character(name: str, lines: tuple[str, ...], report: Report) -> bool:
    if "".join(lines).isprintable():  # nearly always
        return False
    for number, line in enumerate(lines, start=1):
        if line.isprintable():
            continue
        for column, char in enumerate(line, start=1):
            if (char < " " and char != "\t") or char == "\x7f":
                what = f"a control character (U+{ord(char):04X})"
                report(ENCODING.at(Span(name, number, column, 1), what, help="delete it"))
                return True
    return False
