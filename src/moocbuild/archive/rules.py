"""Rules about archives and the XML in them. What is ambiguous is refused, never guessed."""

from __future__ import annotations

from moocbuild.diagnostics import Rule, Severity

_AGAIN = "export the package again, or pack it with another program"


def _refused(code: str, slug: str, explanation: str, remedy: str = _AGAIN) -> Rule:
    return Rule(code, slug, Severity.ERROR, explanation, refuses=True, remedy=remedy)


NOT_AN_ARCHIVE = _refused(
    "MB401",
    "not-an-archive",
    """The file is no ZIP archive and no gzipped tar archive. The message says what it is, where
that can be seen from its first bytes: a log-in page that was saved in place of a download, for
instance, or a 7z archive.""",
    "download the file again, and name a .zip, .imscc, .tar.gz or .mbz",
)
EMPTY = _refused(
    "MB402",
    "archive-empty",
    "The archive has no files in it, so that there is nothing to look at or to play.",
)
DAMAGED = _refused(
    "MB403",
    "archive-damaged",
    """The archive ends too early, or its directory or its data cannot be decoded. Some programs
show the part that is left, others none of it.""",
    "copy or download the file again",
)
CHECKSUM = _refused(
    "MB404",
    "archive-checksum",
    """What a file in the archive becomes is not what its checksum vouches for: it was damaged or
changed after it was packed. PHP, and so Moodle, unpacks it without a word.""",
    "copy or download the file again",
)
AMBIGUOUS = _refused(
    "MB405",
    "archive-ambiguous",
    """The archive can be read in two ways: it has two end records, an end record within a comment,
zip64 records that contradict the plain ones or stand elsewhere, or parts on other disks. Programs
differ in which files they see, so what was checked need not be what is unpacked
(APPNOTE 4.3.14 to 4.3.16).""",
)
EXTRA_DATA = _refused(
    "MB406",
    "archive-extra-data",
    """Bytes before, between or behind the files of the archive belong to none of them: an archive
that is a picture or a page at the same time, or files that the directory does not list and some
programs unpack all the same.""",
)
OVERLAP = _refused(
    "MB407",
    "archive-overlap",
    """Two files of the archive share bytes. No program packs so; archives that swell to many times
their size do.""",
)
HEADER_MISMATCH = _refused(
    "MB408",
    "archive-header-mismatch",
    """The header before a file and the directory at the end of the archive do not say the same of
its name, size, checksum or method. Programs believe one or the other.""",
)
SIZE_LIE = _refused(
    "MB409",
    "archive-size-lie",
    """A file is longer or shorter than the archive says. Reading stops at the size that was
announced.""",
)
RATIO = _refused(
    "MB410",
    "archive-ratio",
    """A file, or the whole archive, would become many times as large as it is packed: as archives
do that are made to fill disks. Nothing was unpacked.""",
    "pack without the files that are nothing but filling",
)
TOO_LARGE = _refused(
    "MB411",
    "archive-too-large",
    """The archive has more files, or more data, than a package is read for: 20,000 files, 8 GiB
in all, or a text of more than 10 MB.""",
    "split the package, or leave out what learners do not need",
)
ENCRYPTED = _refused(
    "MB412",
    "archive-encrypted",
    "Files in the archive are locked with a password, which no learning system asks for.",
    "pack it without a password",
)
METHOD = _refused(
    "MB413",
    "archive-method",
    """A file is packed with a method other than deflate. Moodle and most learning systems cannot
unpack it.""",
    "pack it as a plain ZIP: 'zip -r', or 'Compress' in the file manager",
)
LINK = _refused(
    "MB414",
    "archive-link",
    """An entry is a symbolic or hard link. A link can lead out of the folder into which the
archive is unpacked, and files behind it are then written there.""",
    "pack the files themselves in place of links",
)
SPECIAL = _refused(
    "MB415",
    "archive-special-file",
    "An entry is a device, a pipe or another thing that is no file and no folder.",
)
OUTSIDE = _refused(
    "MB416",
    "archive-name-outside",
    """A name leads out of the folder into which the archive is unpacked, on some system at least:
it has `..`, begins with `/` or a drive such as `C:`, or has backslashes, which are folders on
Windows.""",
)
DUPLICATE = _refused(
    "MB417",
    "archive-name-twice",
    """Two files have one name, or names that are one on Windows and macOS: they differ by case or
by how accents are encoded. Which of the two is unpacked depends on the program.""",
    "rename one of the files, and pack again",
)
FILE_AND_FOLDER = _refused(
    "MB418",
    "archive-file-and-folder",
    "A name is that of a file and of a folder, so that one of them cannot be unpacked.",
    "rename one of them, and pack again",
)
HIDDEN_CHARACTER = _refused(
    "MB419",
    "archive-name-hidden-character",
    """A name has a control character or one that turns the direction of writing, so that people
see another name than the one that programs use.""",
    "rename the file, and pack again",
)
LONG = _refused(
    "MB420",
    "archive-name-long",
    """A name is longer than file systems take: a part of more than 255 bytes, more than 1,000 in
all, or more than 100 folders within each other. Unpacking would end half-way.""",
    "rename the file, and pack again",
)
NOT_UTF8 = _refused(
    "MB421",
    "archive-name-not-utf-8",
    "A name is marked as UTF-8 and is not (APPNOTE 4.4.4, bit 11).",
)
GUESSED = Rule(
    "MB422",
    "archive-name-guessed",
    Severity.WARNING,
    """A name is not ASCII, and the archive does not say in which encoding it is. Programs guess,
and links to the file break where they guess otherwise.""",
    remedy="use ASCII for names of files, or pack with a program that marks names as UTF-8",
)
WINDOWS = Rule(
    "MB423",
    "archive-name-windows",
    Severity.WARNING,
    """Windows has no such files: the name is one of a device, such as `aux` or `con.js`, ends with
a dot or a space, or has one of `< > : " | ? *` in it.""",
    remedy="rename the file",
)
FORBIDDEN = _refused(
    "MB424",
    "archive-forbidden-type",
    """A file is a program for servers or desktops (`.php`, `.phar`, `.exe` …), or configures a
server (`.htaccess`, `web.config`). On a server that is set up carelessly, unpacking it runs it.
No course needs such files.""",
    "leave these files out, and pack again",
)
JUNK = Rule(
    "MB425",
    "archive-junk",
    Severity.WARNING,
    "Files are there that an operating system or git left, such as `.DS_Store` and `__MACOSX`.",
    remedy="pack without them",
)
BAD_DATE = Rule(
    "MB426",
    "archive-bad-date",
    Severity.WARNING,
    """A file has a date that does not exist, such as a month 0. Some programs fail when they pack
it again.""",
    remedy="pack again, so that files get a date",
)
NOT_LOOKED_AT = Rule(
    "MB427",
    "not-looked-at",
    Severity.WARNING,
    """An archive lies in the archive, or there is more XML in it than is read in the time that
people wait. Nothing in these files was looked at.""",
    remedy="unpack it where nothing can happen, and look at what is in it",
)
CHANGED = _refused(
    "MB428",
    "archive-changed",
    "The file changed while it was read, so that what was checked is not what is there now.",
    "wait until the file is whole, and try again",
)
ENTITY = _refused(
    "MB429",
    "xml-entity",
    """The XML declares things of its own in its document type, or uses an entity that was declared
elsewhere. Entities can read files of the computer, ask the network, fill the memory, and hide
markup in attributes; no standard for packages needs them.""",
    "write characters as themselves, and remove the declarations between '[' and ']' of DOCTYPE",
)
REMOTE_DTD = _refused(
    "MB430",
    "xml-dtd-remote",
    """The document type is on another computer, which a reader might ask for it. Nothing was
asked.""",
    "remove the DOCTYPE line",
)
PASSED_OVER = Rule(
    "MB431",
    "xml-passed-over",
    Severity.WARNING,
    """The XML names a document type, which was not loaded, so that nothing it declares counts; or
it has an instruction for programs, such as `xml-stylesheet`.""",
    remedy="remove the DOCTYPE line, or the line that begins with '<?'",
)
ENCODING = _refused(
    "MB432",
    "xml-encoding",
    """The XML is neither UTF-8 nor UTF-16, or is not in the encoding that its first line names.
Readers that believe different ones see different texts.""",
    "save the file as UTF-8",
)
SYNTAX = _refused(
    "MB433",
    "xml-syntax",
    """The XML is not well-formed (XML 1.0), or is XML 1.1, which readers for packages do not
know.""",
    "correct the line that is named",
)
LIMIT = _refused(
    "MB434",
    "xml-limit",
    """The XML is larger than a manifest can be: more than 10 MB, 200 elements within each other,
1,000 attributes at one of them, or 200,000 elements and attributes in all.""",
    "split the file",
)
XINCLUDE = _refused(
    "MB435",
    "xml-xinclude",
    "The XML asks for other files by XInclude, which no standard for packages knows.",
    "put the content itself in place of 'include'",
)
