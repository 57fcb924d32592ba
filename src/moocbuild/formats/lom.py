"""IEEE LOM as Common Cartridge manifests use it: what a course is, and what an item teaches.

The manifest's LOM has a namespace of its own in each version of Common Cartridge; the Profile
knows it. Knows nothing of courses.
"""

from __future__ import annotations

from collections.abc import Iterable

from moocbuild.formats.imscp import Profile
from moocbuild.formats.xml import Element, Vocabulary


def manifest(
    profile: Profile,
    *,
    title: str,
    description: str,
    language: str,
    rights: str = "",
    keywords: Iterable[str] = (),
) -> Element:
    """The LOM that a cartridge's manifest must have (CC 1.1, 4.5). Moodle takes title and
    description as the course's name and summary, and drops the rest (measured on 4.5 and 5.1).
    """
    v = profile.of("lom")
    return v(
        "lom",
        None,
        v(
            "general",
            None,
            v("title", _string(v, title, language)),
            v("language", language),
            v("description", _string(v, description, language)),
            *(v("keyword", _string(v, word, language)) for word in keywords),
        ),
        _rights(v, rights, language) if rights else None,
    )


def competencies(profile: Profile, taxa: Iterable[Element]) -> Element:
    """A classification by competency, for an item's metadata. taxa: as `taxon` makes them.

    Common Cartridge 1.1 has no other place for it. Each taxon has a path of its own; neither
    `purpose` nor `taxonPath` may have a source (validates against the official schema and passes
    Moodle's gate, measured on 4.5 and 5.1).
    """
    v = profile.of("lom")
    purpose = v("purpose", v("value", "competency"))
    return v("lom", v("classification", purpose, *taxa))


def taxon(profile: Profile, code: str, statement: str, language: str) -> Element:
    """The path of one competency, which may stand in many items."""
    v = profile.of("lom")
    entry = v("entry", _string(v, statement, language))
    return v("taxonPath", v("taxon", v("id", code), entry))


def _string(v: Vocabulary, text: str, language: str) -> Element:
    return v("string", {"language": language}, text)


def _rights(v: Vocabulary, rights: str, language: str) -> Element:
    protected = v("copyrightAndOtherRestrictions", v("value", "yes"))
    return v("rights", protected, v("description", _string(v, rights, language)))
