"""Common Cartridge 1.0 to 1.3, and packages of QTI 1.2, as Canvas, Blackboard and Moodle export.

Canvas writes its quizzes twice: in the profile of the cartridge, which has no matching and no
numbers, and below `non_cc_assessments/` with all that it knows; the second is read where it is
there. What is in no module follows in one of its own.
"""

from __future__ import annotations

from moocbuild.importing.brought import Brought
from moocbuild.importing.format import Format, Wanted
from moocbuild.importing.formats.cartridge.manifest import FILE, is_manifest_of, read_manifest
from moocbuild.importing.formats.cartridge.outline import Reading
from moocbuild.importing.source import Source


def recognises(source: Source) -> bool:
    """An archive whose manifest is that of a cartridge, or lists files of QTI 1.2."""
    archive = source.archive
    return (
        archive is not None and FILE in archive.members and is_manifest_of(archive.xml(FILE).root)
    )


def read(source: Source, wanted: Wanted) -> Brought:
    """Modules with their pages and quizzes, and the files that these show."""
    archive = source.archive
    if archive is None:
        raise ValueError("not an archive")
    manifest = read_manifest(archive)
    language = wanted.language or manifest.language.partition("-")[0].lower()
    reading = Reading(archive, manifest, Wanted(report=wanted.report, language=language))
    return Brought(
        units=reading.units(),
        pools=tuple(reading.pools.values()),
        title=manifest.title or source.stem,
        description=manifest.description,
        language=language,
        licence=manifest.rights,
        files=reading.carry.files,
        codes=reading.codes,
    )


FORMAT = Format(
    name="common-cartridge",
    title="a cartridge or package of QTI 1.2",
    recognises=recognises,
    read=read,
    order=12,
)
