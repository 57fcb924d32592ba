"""Brings the translations up to date: `python catalogues.py` after words were added or changed.

Reads the words of the package's Python and templates, merges them into each text.po, and compiles
text.mo beside it, from which the platform reads.
"""

from __future__ import annotations

import datetime
import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

PACKAGE = Path(__file__).parent / "moocbuild_xblock"
LANGUAGES = ("ca", "de", "en", "es", "fr", "nb", "ro")
_METHODS = [("**.py", "python"), ("templates/**.html", "jinja2")]
_KEYWORDS = {"_": None, "N_": None, "say": None, "gettext": None, "ngettext": (1, 2)}
_NEVER = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


def path(language: str) -> Path:
    """The catalogue of a language, for translators."""
    return PACKAGE / "translations" / language / "LC_MESSAGES" / "text.po"


def words() -> Catalog:
    """All that the package says."""
    found = Catalog()
    for name, _, message, comments, context in extract_from_dir(
        PACKAGE, method_map=_METHODS, keywords=_KEYWORDS
    ):
        found.add(message, locations=[(name, 0)], auto_comments=comments, context=context)
    return found


def merged(language: str) -> Catalog:
    """The catalogue with the words that the package has now."""
    file = path(language)
    text = file.read_bytes() if file.exists() else b""
    catalog = read_po(io.BytesIO(text), locale=language)
    catalog.update(words(), no_fuzzy_matching=True, update_header_comment=False)
    catalog.obsolete.clear()
    catalog.project, catalog.version, catalog.fuzzy = "moocbuild-xblock", "1", False
    catalog.header_comment = f"# moocbuild-xblock: {language}"
    catalog.msgid_bugs_address = catalog.last_translator = catalog.language_team = ""
    catalog.creation_date = catalog.revision_date = _NEVER  # same words, same bytes
    if language == "en":
        for message in catalog:
            message.string = message.id
    return catalog


def compiled(catalog: Catalog) -> bytes:
    """What the platform reads."""
    made = io.BytesIO()
    write_mo(made, catalog)
    return made.getvalue()


def main() -> None:
    """Writes all catalogues."""
    for language in LANGUAGES:
        catalog = merged(language)
        file = path(language)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as out:
            write_po(out, catalog, no_location=True, sort_output=True, omit_header=False, width=98)
        file.with_suffix(".mo").write_bytes(compiled(catalog))


if __name__ == "__main__":
    main()
