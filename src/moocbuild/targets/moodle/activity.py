"""What every activity of a backup has: its course module, grade item, competencies, references."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from moocbuild.formats.moodle import (
    Element,
    Fields,
    Lines,
    Value,
    columns,
    document,
    listed,
    node,
    record,
)
from moocbuild.model.competency import Competency
from moocbuild.values import dataclass

VERSION = 2024100700
"""Of Moodle 4.5.0: the oldest that a backup is made for."""
CONTEXT = 1 << 31
"""Contexts of activities are numbered from here, that of the course below."""

_GRADE_ITEM: Fields = {
    "categoryid": None,
    "itemname": "",
    "itemtype": "mod",
    "itemnumber": 0,
    "iteminfo": None,
    "idnumber": "",
    "calculation": None,
    "gradetype": 1,
    "grademax": 100,
    "grademin": 0,
    "scaleid": None,
    "outcomeid": None,
    "gradepass": 0,
    "multfactor": 1,
    "plusfactor": 0,
    "aggregationcoef": 0,
    "aggregationcoef2": 0,
    "weightoverride": 1,
    "sortorder": 1,
    "display": 0,
    "decimals": None,
    "hidden": 0,
    "locked": 0,
    "locktime": 0,
    "needsupdate": 1,
    "timecreated": 0,
    "timemodified": 0,
}
_COURSE_MODULE: Fields = {
    "score": 0,
    "indent": 0,
    "visible": 1,
    "visibleoncoursepage": 1,
    "visibleold": 1,
    "groupmode": 0,
    "groupingid": 0,
    "completion": 2,
    "completiongradeitemnumber": None,
    "completionpassgrade": 0,
    "completionview": 0,
    "completionexpected": 0,
    "availability": None,
    "showdescription": 0,
    "downloadcontent": 1,
    "lang": None,
}
EMPTY: Mapping[str, bytes] = {
    "calendar": document(node("events")),
    "filters": document(node("filters", node("filter_actives"), node("filter_configs"))),
    "roles": document(node("roles", node("role_overrides"), node("role_assignments"))),
}
"""Files that hold nothing here, which a restore wants to be there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What a backup's list of contents says of an activity. id: of the course module."""

    kind: str
    id: int
    title: str

    @property
    def key(self) -> str:
        """What folders and settings call it."""
        return f"{self.kind}_{self.id}"

    @property
    def folder(self) -> str:
        """Where its files lie in the backup."""
        return f"activities/{self.key}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity(Listed):
    """One activity on its way into a backup.

    body: the activity's own element. rules: columns of the course module that say how it is
    completed. grade: its grade item, None without. files: numbers of those that it uses.
    categories: rows of the bank's, where it asks questions.
    """

    instance: int
    idnumber: str
    body: Element
    rules: Lines
    competencies: Sequence[Competency] = ()
    grade: Element | None = None
    files: Sequence[int] = ()
    categories: Sequence[Element] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The section that an activity stands in, and the framework's idnumber."""

    section: int
    number: int
    created: int
    framework: str


def context(id: int) -> int:
    """The number of an activity's context."""
    return CONTEXT + id


def completed(**rules: Value) -> Lines:
    """The columns of a course module after those that name it: `rules`, and what is usual."""
    return columns({**_COURSE_MODULE, **rules})


def empty(activity: Listed) -> dict[str, bytes]:
    """The files of an activity that are the same for all."""
    return {f"{activity.folder}/{name}.xml": data for name, data in EMPTY.items()}


def members(activity: Activity, place: Place) -> dict[str, bytes]:
    """The files of one activity, but for those that are the same for all."""
    files = {
        activity.kind: _instance(activity),
        "module": _module(activity, place),
        "grades": _grades(activity),
        "competencies": competencies("course_module_competencies", activity, place.framework),
        "inforef": references(activity.files, activity.categories),
    }
    made = {name: document(root) for name, root in files.items()}
    return {f"{activity.folder}/{name}.xml": data for name, data in made.items()}


def references(files: Iterable[int], categories: Sequence[Element]) -> Element:
    """inforef.xml: what is not restored unless it is named here."""
    named = {
        "fileref": [node("file", fields={"id": id}) for id in files],
        "question_categoryref": categories,
    }
    return node("inforef", *(listed(tag, rows) for tag, rows in named.items() if rows))


def competencies(tag: str, activity: Activity, framework: str) -> Element:
    """Links to competencies by (framework idnumber, code): found by a restore where imported.

    An activity gives evidence; a person says what it is worth.
    """
    rows = (
        node(
            "competency",
            fields={
                "idnumber": competency.code,
                "ruleoutcome": 1,
                "sortorder": place,
                "frameworkidnumber": framework,
                "overridegrade": 0,
            },
        )
        for place, competency in enumerate(activity.competencies)
    )
    return node(tag, listed("competencies", rows))


def grade_item(activity: tuple[str, int], id: int, fields: Fields) -> Element:
    """A row of the gradebook: `fields` are what differs from a new one."""
    kind, instance = activity
    fields = {**_GRADE_ITEM, "itemmodule": kind, "iteminstance": instance, **fields}
    return record("grade_item", id, fields, node("grade_grades"))


def _instance(activity: Activity) -> Element:
    attributes: Fields = {
        "id": activity.instance,
        "moduleid": activity.id,
        "modulename": activity.kind,
        "contextid": context(activity.id),
    }
    return node("activity", activity.body, attributes=attributes)


def _grades(activity: Activity) -> Element:
    items = [] if activity.grade is None else [activity.grade]
    return node("activity_gradebook", listed("grade_items", items), node("grade_letters"))


def _module(activity: Activity, place: Place) -> Element:
    fields: Fields = {
        "modulename": activity.kind,
        "sectionid": place.section,
        "sectionnumber": place.number,
        "idnumber": activity.idnumber,
        "added": place.created,
    }
    tags = (
        record("tag", number, {"name": competency.code.lower(), "rawname": competency.code})
        for number, competency in enumerate(activity.competencies, activity.id * 100)
    )
    attributes: Fields = {"id": activity.id, "version": VERSION}
    return node(
        "module", activity.rules, listed("tags", tags), attributes=attributes, fields=fields
    )
