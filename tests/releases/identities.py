"""What a platform knows the parts of a package by: learners' records there hang on it.

One row for each kind of thing: where it is written, and which of its values say that it is the
same. Reads packages of every release, so it knows nothing of the program.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from lxml import etree, html

import package_trees

Marks = set[str]
"""Such as `problem q-1`: a kind of thing, and what it is known by."""
Reader = Callable[[str, bytes], Iterator[str]]


def identities(package: Path, target: str) -> list[str]:
    """The marks of a package, in order."""
    found: Marks = set()
    for name, data in package_trees.read(package).items():
        for pattern, reader in READERS[target]:
            if re.search(pattern, name):
                found.update(reader(name, data))
    return sorted(found)


def _rows(*rows: tuple[str, str, tuple[str, ...]]) -> Reader:
    """xpath of an element, what it is called here, xpaths of its values from there."""

    def read(name: str, data: bytes) -> Iterator[str]:
        root = etree.fromstring(data)
        for path, kind, values in rows:
            for element in root.xpath(path):
                words = [str(element.xpath(f"string({value})")) for value in values]
                yield " ".join([kind, *words])

    return read


_MANIFEST = _rows(
    ("//*[@identifier]", "manifest", ("local-name()", "@identifier", "@identifierref")),
    ("//*[local-name()='resource'][@href]", "opens", ("@identifier", "@href")),
)
_QTI = _rows(
    ("//*[@ident]", "qti", ("ancestor::*[local-name()='item']/@ident", "local-name()", "@ident")),
)


def _player(name: str, data: bytes) -> Iterator[str]:
    """Pages, questions, options and scenes, with the numbers that the state of a learner has."""
    root = html.document_fromstring(data)
    if page := root.get("data-page"):
        yield f"page {name} {page} {root.get('data-ordinal')} of {root.get('data-course')}"
    for form in root.iter("form"):
        if (id := form.get("data-question")) is None:
            continue
        yield f"question {id} {form.get('data-ordinal')} {form.get('data-kind')}"
        for part in ("option", "row", "right", "step", "blank", "journal"):
            yield from (f"{part} {id} {value}" for value in form.xpath(f".//@data-{part}"))
    for scene in root.xpath("//article[@data-scene]"):
        id = f"{page} {scene.get('data-scene')}"
        yield f"scene {id} {scene.get('data-ordinal')}"
        yield from (f"choice {id} {value}" for value in scene.xpath(".//@data-choice"))


_BACKUP = _rows(
    ("//activity[moduleid]", "activity", ("modulename", "moduleid", "sectionid")),
    ("//information", "course", ("original_course_id", "original_course_shortname")),
)
_QUESTIONS = _rows(
    ("//question_category", "category", ("@id", "stamp", "idnumber")),
    ("//question_bank_entry", "question", ("@id", "idnumber", ".//question/stamp")),
    ("//answer[@id]", "answer", ("ancestor::question_bank_entry/idnumber", "@id")),
)


def _blocks(name: str, data: bytes) -> Iterator[str]:
    """A block has its name from its file, or, in another, from its `url_name`."""
    root = etree.fromstring(data)
    if root.tag == "course" and root.get("org"):
        yield " ".join(["course", *(root.get(key, "") for key in ("org", "course", "url_name"))])
        return
    yield f"block {root.tag} {Path(name).stem}"
    yield from (
        f"block {each.tag} {each.get('url_name')}" for each in root.xpath(".//*[@url_name]")
    )


def _case(name: str, data: bytes) -> Iterator[str]:
    document = json.loads(data)
    yield f"framework {document['CFDocument']['identifier']}"
    for kind in ("CFItems", "CFAssociations"):
        yield from (f"{kind} {each['identifier']}" for each in document[kind])


def _table(*columns: str) -> Reader:
    def read(name: str, data: bytes) -> Iterator[str]:
        for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig"))):
            yield " ".join(["row", *(row[column] for column in columns)])

    return read


_PAGES: tuple[tuple[str, Reader], ...] = ((r"^[^/]*\.html$", _player),)
_SCORM = ((r"^imsmanifest\.xml$", _MANIFEST), *_PAGES)
_CARTRIDGE = ((r"^imsmanifest\.xml$", _MANIFEST), (r"^q-.*\.xml$", _QTI))
READERS: dict[str, tuple[tuple[str, Reader], ...]] = {
    "web": _PAGES,
    "scorm-1.2": _SCORM,
    "scorm-2004": _SCORM,
    "cc-1.1": _CARTRIDGE,
    "cc-1.3": _CARTRIDGE,
    "moodle": (
        (r"^moodle_backup\.xml$", _BACKUP),
        (r"^activities/[^/]*/module\.xml$", _rows(("/module", "module", ("@id", "idnumber")))),
        (r"^sections/[^/]*/section\.xml$", _rows(("/section", "section", ("@id",)))),
        (r"^activities/[^/]*/grades\.xml$", _rows(("//grade_item", "grade", ("@id", "idnumber")))),
        (
            r"/quiz\.xml$",
            _rows(("//question_instance", "slot", ("@id", ".//questionbankentryid"))),
        ),
        (r"^questions\.xml$", _QUESTIONS),
        (r"/competencies\.xml$", _rows(("//competency", "competency", ("idnumber",)))),
        (r"!/imsmanifest\.xml$", _MANIFEST),
        (r"!/[^/]*\.html$", lambda name, data: _player(name.rpartition("!/")[2], data)),
    ),
    "moodle-xml": (
        (r"\.xml$", _rows(("//question[idnumber]", "question", ("@type", "idnumber")))),
    ),
    "olx": ((r"^course/(?!policies/).*\.xml$", _blocks),),
    "case": ((r"\.json$", _case),),
    "moodle-competencies": ((r"\.csv$", _table("Parent ID number", "ID number")),),
    "openedx-taxonomy": ((r"\.csv$", _table("parent_id", "id")),),
}
