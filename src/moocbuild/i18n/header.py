"""The header of a new catalogue, as programs for translators expect it."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError
from babel.messages.plurals import get_plural

from moocbuild.i18n.po import Catalogue
from moocbuild.model.course import Course


def new_catalogue(course: Course, language: str = "") -> Catalogue:
    """One without entries; without a language it is the template. Every date is the release's."""
    day = f"{course.released.isoformat()} 00:00+0000"
    fields = {
        "Project-Id-Version": f"{course.id} {course.version}",
        "Report-Msgid-Bugs-To": "",
        "POT-Creation-Date": day,
        "PO-Revision-Date": day,
        "Last-Translator": "",
        "Language-Team": "",
        "Language": language.replace("-", "_"),
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        **_plurals(language),
        "X-Source-Language": course.language,
    }
    said = "".join(f"{name}: {value}".rstrip() + "\n" for name, value in fields.items())
    title = f"# {' '.join(course.title.split())}"
    return Catalogue(header=said, notes=(title,))


def _plurals(language: str) -> dict[str, str]:
    """Texts of a course have none, but some programs ask for it."""
    try:
        found = get_plural(Locale.parse(language, sep="-")) if language else None
    except (UnknownLocaleError, ValueError):
        found = None
    return {"Plural-Forms": str(found.plural_forms)} if found else {}
