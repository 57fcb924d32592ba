"""The competency framework as the CSV that Moodle imports (Site administration → Competencies).

Fourteen columns, found by position. Moodle never updates: a framework whose idnumber is there
already is refused.
"""

from __future__ import annotations

import csv
import io
from typing import BinaryIO

from moocbuild.formats.moodle import idnumber, plain_html, short_name
from moocbuild.formats.sheet import safe
from moocbuild.model.competency import Competency, CompetencyFramework
from moocbuild.model.course import Course
from moocbuild.package import Package
from moocbuild.words import words

FILE = "competencies.csv"
COLUMNS = (
    "Parent ID number",
    "ID number",
    "Short name",
    "Description",
    "Description format",
    "Scale values",
    "Scale configuration",
    "Rule type",
    "Rule outcome",
    "Rule config",
    "Cross-referenced competency ID numbers",
    "Exported ID",
    "Is framework",
    "Taxonomy",
)
_CONFIGURATION = '[{"scaleid":"1"},{"id":2,"scaledefault":1,"proficient":1}]'
_TAXONOMY = "domain,competency,skill,skill"
_HTML = "1"


def package(course: Course) -> Package:
    """One file: the framework, then every category and item, parents first."""
    stream = io.StringIO()
    rows = csv.writer(stream, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    framework = course.framework
    rows.writerow(_framework(framework, course.language))
    for number, each in enumerate(_parents_first(framework), 1):
        rows.writerow(_competency(each, number))
    return Package({FILE: stream.getvalue().encode("utf-8", "replace")})


def pack(made: Package, stream: BinaryIO) -> None:
    """The file itself: Moodle's import takes no archive."""
    stream.write(made.read(FILE))


def _framework(framework: CompetencyFramework, language: str) -> list[str]:
    return [
        "",
        safe(idnumber(framework.id)),
        safe(short_name(framework.title)),
        safe(_paragraph(framework.description, framework.attribution)),
        _HTML,
        _scale(language),
        _CONFIGURATION,
        *("", "", "", "", ""),
        "1",
        _TAXONOMY,
    ]


def _scale(language: str) -> str:
    """What learners are rated by, in words for those who give the course."""
    say = words(language)
    return f"{say('moodle.scale_low')},{say('moodle.scale_high')}"


def _competency(each: Competency, number: int) -> list[str]:
    label = each.short_label or each.statement
    # A rule's configuration is the word null: without it Moodle stops halfway.
    return [
        safe(each.parent),
        safe(each.code),
        safe(short_name(f"{each.code} {label}")),
        safe(_paragraph(each.statement, each.description)),
        _HTML,
        *("", "", "", "0", "null", ""),
        str(number),
        "",
        "",
    ]


def _parents_first(framework: CompetencyFramework) -> list[Competency]:
    """A row whose parent comes later, or nowhere, would be left out without a word."""
    ordered: dict[str, Competency] = {}
    left = [*framework.categories, *framework.items]
    while left:
        ready = [each for each in left if not each.parent or each.parent in ordered]
        if not ready:
            break
        ordered |= {each.code: each for each in ready}
        left = [each for each in left if each.code not in ordered]
    return list(ordered.values())


def _paragraph(*texts: str) -> str:
    return "".join(f"<p>{plain_html(text)}</p>" for text in texts if text)
