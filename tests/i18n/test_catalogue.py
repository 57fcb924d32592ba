"""Catalogues as files: what other programs read and write comes back unchanged."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from translate.storage import pypo

from i18n.courses import catalogue, loaded, messages
from moocbuild.diagnostics import Diagnostic
from moocbuild.i18n.fields import FILES, fields
from moocbuild.i18n.header import new_catalogue
from moocbuild.i18n.merge import merged
from moocbuild.i18n.po import Catalogue, Entry, read_catalogue, written
from moocbuild.i18n.pseudo import pseudo
from moocbuild.source.files.tree import SourceFile
from whole.courses import COURSES, root

GETTEXT = pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")

POEDIT = """\
# Les fractions
# Équipe de traduction, <team@example.org>, 2026.
#
# A second paragraph of the translator.
#
msgid ""
msgstr ""
"Project-Id-Version: fractions 2.1.0\\n"
"PO-Revision-Date: 2026-09-01 12:00+0200\\n"
"Language: de\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"X-Generator: Poedit 3.4\\n"
"X-Poedit-Bookmarks: 1,-1,-1\\n"

# A note of the translator: 100 % sure.
# A note of the translator: 100 % sure.
#. title of the course
#: course/course.yml
#, fuzzy, no-wrap
#| msgid "Les fractions, pas à pas, avec un titre qui est beaucoup plus long que 76 signes"
msgctxt "course/title"
msgid "Les fractions"
msgstr "Brüche: 100 %d"

#. with a blank in its path
#: \u2068course/01 First/index.md\u2069
msgctxt "first/index"
msgid ""
"Two\\\\\\n"
"lines, \\"quoted\\", with a \\\\ and a\\ttab"
msgstr ""
"Zwei\\\\\\n"
"Zeilen"

#~ msgctxt "old/page"
#~ msgid "gone"
#~ msgstr "weg"

# kept with its flag
#, fuzzy
#~ msgctxt "old/other"
#~ msgid "gone, too"
#~ msgstr "auch weg"
"""


def read(text: str) -> Catalogue:
    found: list[Diagnostic] = []
    made = read_catalogue(SourceFile("fr.po", text, tuple(text.split("\n"))), found.append)
    assert made is not None, found
    return made


def problems(text: str) -> list[tuple[int, str]]:
    found: list[Diagnostic] = []
    made = read_catalogue(SourceFile("fr.po", text, tuple(text.split("\n"))), found.append)
    assert (made is None) == bool(found)
    return [(each.span.line, each.message) for each in found]


def test_everything_of_a_translator_s_program_comes_back() -> None:
    assert written(read(POEDIT)) == POEDIT
    entry = read(POEDIT).entries["course/title", "Les fractions"]
    assert entry.fuzzy and not entry.done and entry.previous.endswith("76 signes")


ANY = st.text(
    st.characters(
        codec="utf-8", exclude_characters="\r", exclude_categories=("Cc", "Cs", "Zl", "Zp")
    )
    | st.sampled_from('\n"\\\t#'),
    max_size=30,
)


@given(st.lists(st.tuples(ANY, ANY.filter(bool), ANY), max_size=8), st.booleans())
def test_whatever_stands_in_it_comes_back(said: list[tuple[str, str, str]], fuzzy: bool) -> None:
    flags = frozenset({"fuzzy"} if fuzzy else ())
    every = [
        Entry(context=f"a/{context}", words=words, translation=translation, flags=flags)
        for context, words, translation in said
    ]
    made = Catalogue(header="Language: fr\n", entries={each.key: each for each in every})
    again = read(written(made))
    assert again == made
    assert written(again) == written(made)


def template(name: str) -> str:
    return written(catalogue(loaded(root(name)), "de", lambda message: pseudo(message.words)))


def without_paths(text: str) -> list[str]:
    return [line for line in text.split("\n") if not line.startswith("#:")]


@pytest.mark.parametrize("name", COURSES)
@GETTEXT
def test_gettext_reads_and_writes_it(name: str, tmp_path: Path) -> None:
    path = tmp_path / "de.po"
    path.write_text(template(name), "utf-8")
    check = subprocess.run(
        ["msgfmt", "--check", "--output-file=/dev/null", path], capture_output=True, text=True
    )
    assert (check.returncode, check.stderr) == (0, "")
    for option in ("--no-wrap", "--width=79"):
        done = subprocess.run(["msgcat", option, path], capture_output=True, check=True)
        said, again = done.stdout.decode(), written(read(done.stdout.decode()))
        # msgcat may lose words of a path with blanks; a merge writes them anew.
        assert without_paths(again) == without_paths(path.read_text("utf-8"))
        if option == "--no-wrap":
            assert without_paths(said) == without_paths(path.read_text("utf-8"))


@pytest.mark.parametrize("name", COURSES)
def test_the_translate_toolkit_reads_and_writes_it(name: str) -> None:
    text = template(name)
    store = pypo.pofile(BytesIO(text.encode()))
    assert len(store.units) == len(read(text).entries) + 1
    assert written(read(bytes(store).decode())) == text


@pytest.mark.parametrize(
    "text, line, words",
    [
        ('msgid "a"\n', 1, "missing msgstr"),
        ('msgid "a"\nmsgstr "b" c\n', 2, "a quotation mark"),
        ('msgid "a"\nmsgstr "b\n', 2, "a quotation mark"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\nmsgstr[1] "d"\n', 1, "plural"),
        ('msgctxt "x"\nmsgid "a"\nmsgstr ""\n\nmsgctxt "x"\nmsgid "a"\nmsgstr ""\n', 6, "above"),
        ("hello\n", 1, "keyword"),
        ('"loose"\n', 1, "msgid"),
        ('msgstr "first"\n', 1, "no msgid"),
        ('msgid "a"\nmsgstr "b"\n<<<<<<< ours\n', 3, ""),
    ],
)
def test_what_is_no_catalogue_is_told_with_its_line(text: str, line: int, words: str) -> None:
    ((found, message),) = problems(text)
    assert found == line and words in message


def test_a_new_catalogue_is_the_same_every_day() -> None:
    found = loaded(root("fractions"))
    assert found.course is not None
    once = written(merged(messages(found), new_catalogue(found.course, "de")))
    assert once == written(merged(messages(found), new_catalogue(found.course, "de")))
    assert (
        "2026-08-31 00:00+0000" in once and "/" not in once.split("msgctxt")[0].split("text/")[0]
    )


def test_a_key_without_a_value_is_nothing_to_translate() -> None:
    """Somebody who translated `null` would have the word on the page."""
    text = "extra:\n  comparison:\n    rows:\n      - topic: Work\n        other: null\n"
    text += '        note: ~\n        source_says: "null"\n'
    path = "course/framework.yml"
    lines = tuple(text.split("\n"))
    found = fields(SourceFile(path, text, lines), 1, len(lines), "framework", FILES[path])
    assert [each.leaf.words for each in found] == ["Work", "null"]
