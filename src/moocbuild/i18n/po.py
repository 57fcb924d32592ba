"""Catalogues as files: PO, as gettext has it, `course/locale/fr.po`.

Babel reads them. It is not asked to write them, as it breaks long `#| msgid` lines, and drops
headers that it does not know, flags of obsolete entries and lines of comments that stand twice;
its `normalize` writes the strings. Nothing is wrapped, so that an edit changes one line, and
places have no line numbers, so that it changes none elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from babel.messages.catalog import Catalog as _BabelCatalog
from babel.messages.catalog import Message as _BabelMessage
from babel.messages.pofile import PoFileError, PoFileParser, denormalize, normalize

from moocbuild.diagnostics import Report, Span
from moocbuild.i18n.findings import BAD_CATALOGUE
from moocbuild.source.files.tree import SourceFile
from moocbuild.values import dataclass

TEMPLATE = "course/locale/course.pot"
FUZZY = "fuzzy"
_NOT_OURS = frozenset({"python-format", "python-brace-format"})
"""Flags that Babel guesses."""
_SET = "\u2068{}\u2069"
"""Around a path with a blank in it, as gettext does it."""

Key = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A message with what a translator made of it, "" for nothing yet.

    notes: a translator's own, with their `#`. comments: ours. files: where it stands. previous:
    the words that were translated, where these have changed since. line: of its words, from 1.
    """

    context: str
    words: str
    translation: str = ""
    notes: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    flags: frozenset[str] = frozenset()
    previous: str = ""
    line: int = field(default=0, compare=False)

    @property
    def key(self) -> Key:
        """What tells it from all others."""
        return (self.context, self.words)

    @property
    def fuzzy(self) -> bool:
        """Whether somebody has to look at it again; until then it does not count."""
        return FUZZY in self.flags

    @property
    def done(self) -> str:
        """The translation, if it counts."""
        return "" if self.fuzzy else self.translation


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The translations into one language. header: as written, line by line. notes: above it."""

    header: str = ""
    notes: tuple[str, ...] = ()
    entries: Mapping[Key, Entry] = field(default_factory=dict)
    obsolete: Mapping[Key, Entry] = field(default_factory=dict)


def catalogue_path(language: str) -> str:
    """`fr` → `course/locale/fr.po`."""
    return f"course/locale/{language}.po"


def msgstr_line(file: SourceFile, entry: Entry) -> int:
    """The line on which the translation of an entry begins."""
    for number in range(max(entry.line, 1), len(file.lines) + 1):
        if file.line(number).lstrip("#~ ").startswith("msgstr"):
            return number
    return entry.line


# --- reading ------------------------------------------------------------------------------------


class _Catalogue(_BabelCatalog):
    """Keeps the header as it is, and what stands twice."""

    def __init__(self) -> None:
        super().__init__()
        self.header: _BabelMessage | None = None
        self.twice: list[_BabelMessage] = []

    def __setitem__(self, id: object, message: _BabelMessage) -> None:
        """Called for each message, in order."""
        if id == "" and not message.context:
            self.header = message
        elif self._key_for(message.id, message.context) in self._messages:
            self.twice.append(message)
        else:
            super().__setitem__(message.id, message)


def read_catalogue(file: SourceFile, report: Report) -> Catalogue | None:
    """The catalogue in a file; None after anything was reported."""
    found = _Catalogue()
    parser = PoFileParser(found, abort_invalid=True)
    try:
        parser.parse(iter(file.lines))
    except PoFileError as error:
        message = str(error).rpartition(" on ")[0].lower() or "not a line of a PO file"
        report(BAD_CATALOGUE.at(Span(file.path, error.lineno + 1), message[:120]))
        return None
    except (IndexError, ValueError, AttributeError, AssertionError):
        report(BAD_CATALOGUE.at(Span(file.path, parser.offset + 1), "an entry is not whole"))
        return None
    for message in (*found, *found.obsolete.values()):
        if message.pluralizable:
            said = "an entry has plural forms, which texts of a course have not"
            report(BAD_CATALOGUE.at(Span(file.path, message.lineno or 1), said))
            return None
    for twice in found.twice:
        span = Span(file.path, twice.lineno or 1)
        report(BAD_CATALOGUE.at(span, "the same words with the same context stand above"))
    if found.twice or _unclosed(file, report):
        return None
    every = [_entry(message, file) for message in found if message.id]
    gone = [_entry(message, file) for message in found.obsolete.values()]
    return Catalogue(
        header=str(found.header.string) if found.header else "",
        notes=_notes(file, found.header.lineno or 1) if found.header else (),
        entries={entry.key: entry for entry in every},
        obsolete={entry.key: entry for entry in gone},
    )


_STRING = re.compile(r'(?:#~ ?)?(?:(?:msgctxt|msgid|msgstr)\s+)?"(?:[^"\\]|\\.)*"\s*')


def _unclosed(file: SourceFile, report: Report) -> bool:
    """Reports strings that do not end in a quotation mark, and translations of nothing: Babel
    reads these all the same.
    """
    begun = False
    for number, line in enumerate(file.lines, 1):
        bare = line.strip()
        begun |= bare.removeprefix("#~").lstrip().startswith("msgid")
        if bare.startswith("msgstr") and not begun:
            report(BAD_CATALOGUE.at(Span(file.path, number), "there is no msgid above it"))
            return True
        if bare and (bare[0] != "#" or bare.startswith("#~")) and not _STRING.fullmatch(bare):
            if bare.startswith("#~ #") or bare == "#~" or bare.startswith("#~|"):
                continue
            message = "a quotation mark is missing, or one within the words has no backslash"
            report(BAD_CATALOGUE.at(Span(file.path, number, 1, len(line)), message))
            return True
    return False


def _entry(message: _BabelMessage, file: SourceFile) -> Entry:
    line = message.lineno or 1
    said = [note[1:].strip() for note in message.user_comments if note.startswith("|")]
    return Entry(
        context=message.context or "",
        words=str(message.id),
        translation=str(message.string or ""),
        notes=_notes(file, line),
        comments=tuple(message.auto_comments),
        files=_files(file, line),
        flags=frozenset(message.flags - _NOT_OURS),
        previous=_previous(said),
        line=line,
    )


def _notes(file: SourceFile, line: int) -> tuple[str, ...]:
    """A translator's comments above an entry, as written."""
    return tuple(said for said in _above(file, line) if said[1:2] not in _SIGNS)


def _files(file: SourceFile, line: int) -> tuple[str, ...]:
    """Where a message stands; without the numbers of lines that other programs write."""
    said = " ".join(each[2:].strip() for each in _above(file, line) if each[1:2] == ":")
    paths = (match[1] or match[2] for match in _FILE.finditer(said))
    return tuple(dict.fromkeys(re.sub(r":\d+$", "", path) for path in paths))


def _above(file: SourceFile, line: int) -> list[str]:
    """The comments above an entry."""
    found: list[str] = []
    for number in range(line - 1, 0, -1):
        written = file.line(number)
        if written.startswith("#"):
            found.insert(0, written.rstrip())
        elif not written.startswith(("msgctxt", '"')):
            break
    return [said for said in found if not said.startswith("#~")]


_SIGNS = frozenset(":.,|~")
_FILE = re.compile("\u2068(.*?)\u2069|(\\S+)")


def _previous(lines: Sequence[str]) -> str:
    """The words after `#| msgid`, which may go on below."""
    said: list[str] = []
    for line in lines:
        if line.startswith("msgid "):
            said = [line.removeprefix("msgid ")]
        elif line.startswith('"') and said:
            said.append(line)
        else:
            said = []
    return denormalize("\n".join(['""', *said])) if said else ""


# --- writing ------------------------------------------------------------------------------------


def written(catalogue: Catalogue) -> str:
    """The catalogue as a file."""
    lines = [*catalogue.notes, 'msgid ""', f"msgstr {_string(catalogue.header)}", ""]
    for entry in catalogue.entries.values():
        lines += [*_lines(entry, ""), ""]
    for entry in catalogue.obsolete.values():
        lines += [*_lines(entry, "#~ "), ""]
    return "\n".join(lines)


def _lines(entry: Entry, sign: str) -> Iterator[str]:
    yield from entry.notes
    if not sign:
        yield from (f"#. {comment}" for comment in entry.comments)
        if entry.files:
            yield f"#: {' '.join(_SET.format(f) if ' ' in f else f for f in entry.files)}"
    if entry.flags:
        yield f"#, {', '.join(sorted(entry.flags))}"
    if entry.previous:
        yield from _field("msgid", entry.previous, "#~| " if sign else "#| ")
    if entry.context:
        yield from _field("msgctxt", entry.context, sign)
    yield from _field("msgid", entry.words, sign)
    yield from _field("msgstr", entry.translation, sign)


def _field(name: str, words: str, sign: str) -> Iterator[str]:
    first, *more = _string(words).split("\n")
    yield f"{sign}{name} {first}"
    yield from (f"{sign}{line}" for line in more)


def _string(words: str) -> str:
    if words.isprintable() and '"' not in words and "\\" not in words:
        return f'"{words}"'  # most of them
    quoted: str = normalize(words, width=0)
    return quoted
