"""moodle_backup.xml and the files of the course itself."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field

from moocbuild.formats.moodle import (
    Element,
    Value,
    idnumber,
    listed,
    name,
    node,
    record,
    timestamp,
)
from moocbuild.model.competency import Competency
from moocbuild.model.course import Course
from moocbuild.model.language import primary
from moocbuild.model.text import paragraph, text
from moocbuild.targets.moodle.activity import VERSION, Listed
from moocbuild.targets.moodle.text import DIALECT
from moocbuild.values import dataclass
from moocbuild.words.statement import statement

NAME = "moodle_backup.xml"
_RELEASE = "4.5"
_COURSE = 1
_BY_ACTIVITY = 4
_OFF = -1
_ALL = 1
_LANGUAGES: Mapping[str, str] = {
    "es-mx": "es_mx",
    "fr-ca": "fr_ca",
    "nb": "no",
    "pt-br": "pt_br",
    "zh": "zh_cn",
    "zh-hant": "zh_tw",
    "zh-hk": "zh_tw",
    "zh-tw": "zh_tw",
}
"""Moodle's names of languages that are not the primary tag."""
_SETTINGS: Mapping[str, int] = {
    "users": 0,
    "anonymize": 0,
    "role_assignments": 0,
    "activities": 1,
    "blocks": 0,
    "files": 1,
    "filters": 1,
    "comments": 0,
    "badges": 0,
    "calendarevents": 0,
    "userscompletion": 0,
    "logs": 0,
    "grade_histories": 0,
    "questionbank": 1,
    "groups": 0,
    "competencies": 1,
    "customfield": 0,
    "contentbankcontent": 0,
    "xapistate": 0,
    "legacyfiles": 0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section of the course page."""

    id: int
    number: int
    title: str
    summary: str
    activities: Sequence[Listed] = field(default_factory=list)

    @property
    def folder(self) -> str:
        """Where its file lies."""
        return f"sections/section_{self.id}"

    @property
    def file(self) -> str:
        """Its file."""
        return f"{self.folder}/section.xml"


def root(made: Course, created: int, sections: Sequence[Section]) -> Element:
    """What the backup is and holds."""
    facts: dict[str, Value] = {
        "name": f"{made.id}.mbz",
        "moodle_version": VERSION,
        "moodle_release": _RELEASE,
        "backup_version": VERSION,
        "backup_release": _RELEASE,
        "backup_date": created,
        "mnet_remoteusers": 0,
        "include_files": 1,
        "include_file_references_to_external_content": 0,
        "original_wwwroot": "https://moocbuild.invalid",
        "original_site_identifier_hash": "0",
        "original_course_id": _COURSE,
        "original_course_format": "topics",
        "original_course_fullname": name(made.title),
        "original_course_shortname": _short_name(made),
        "original_course_startdate": created,
        "original_course_enddate": 0,
        "original_course_contextid": 1,
        "original_system_contextid": 2,
    }
    information = node(
        "information",
        listed("details", [_detail(made)]),
        _contents(made, sections),
        listed("settings", _settings(made, sections)),
        fields=facts,
    )
    return node("moodle_backup", information)


def empty() -> dict[str, Element]:
    """Files that hold nothing here, which a restore wants to be there."""
    return {
        "groups.xml": node("groups", node("groupings")),
        "outcomes.xml": node("outcomes_definition"),
        "roles.xml": node("roles_definition"),
        "scales.xml": node("scales_definition"),
    }


def filters() -> Element:
    """The course's filters.xml: Moodle makes no links of its own.

    Its filter would turn every word that is the title of an activity, such as "afterwards", into a
    link to it, in stories, headings and questions. Teachers can turn it on again in the course.
    """
    names = node("filter_active", fields={"filter": "activitynames", "active": _OFF})
    return node("filters", node("filter_actives", names), node("filter_configs"))


def _summary(made: Course) -> str:
    """What the course is, and what it says of itself."""
    said = filter(None, (text(made.description), statement(made)))
    return DIALECT.html(text(*map(paragraph, said)), lambda ref: None)


def course(made: Course, created: int, context: int) -> Element:
    """course.xml."""
    columns: dict[str, Value] = {
        "shortname": _short_name(made),
        "fullname": name(made.title),
        "idnumber": idnumber(made.id),
        "summary": _summary(made),
        "summaryformat": 1,
        "format": "topics",
        "showgrades": 1,
        "newsitems": 0,
        "startdate": timestamp(made.released),
        "enddate": 0,
        "marker": 0,
        "maxbytes": 0,
        "legacyfiles": 0,
        "showreports": 0,
        "visible": 1,
        "groupmode": 0,
        "groupmodeforce": 0,
        "defaultgroupingid": 0,
        "lang": moodle_language(made.language),
        "theme": "",
        "timecreated": created,
        "timemodified": created,
        "requested": 0,
        "showactivitydates": 1,
        "showcompletionconditions": 1,
        "enablecompletion": 1,
        "completionnotify": 0,
    }
    category = record("category", 1, {"name": "moocbuild", "description": ""})
    rest = (node(tag) for tag in ("tags", "customfields", "courseformatoptions"))
    attributes = {"id": _COURSE, "contextid": context}
    return node("course", category, *rest, attributes=attributes, fields=columns)


def moodle_language(language: str) -> str:
    """Moodle's name of a language, which the course's pages are then in for everybody.

    Whoever takes the course reads its language: the words around an answer ("Check", "Your answer
    is correct") are in it too, and screen readers speak it. Sites without that language ignore it;
    teachers can take it off again, and an update leaves what they set.
    """
    tag = language.replace("_", "-").lower()
    return _LANGUAGES.get(tag, _LANGUAGES.get(primary(language), primary(language)))


def competencies(made: Course, used: Iterable[Competency]) -> Element:
    """Links of the course to competencies, by the framework's idnumber and the code."""
    rows = (
        node(
            "competency",
            fields={
                "id": place,
                "idnumber": competency.code,
                "ruleoutcome": 1,
                "sortorder": place,
                "frameworkid": 1,
                "frameworkidnumber": idnumber(made.framework.id),
            },
        )
        for place, competency in enumerate(used, 1)
    )
    return node("course_competencies", listed("competencies", rows), node("user_competencies"))


def completion(finished: Sequence[tuple[int, str]]) -> Element:
    """completion.xml: the course is complete when all these activities (number, kind) are."""
    criteria = (
        record(
            "course_completion_criteria",
            number,
            {
                "course": _COURSE,
                "criteriatype": _BY_ACTIVITY,
                "module": kind,
                "moduleinstance": id,
                "courseinstanceshortname": None,
                "enrolperiod": None,
                "timeend": None,
                "gradepass": None,
                "role": None,
                "roleshortname": None,
            },
        )
        for number, (id, kind) in enumerate(finished, 1)
    )
    methods = (
        record(
            "course_completion_aggr_methd",
            number,
            {"course": _COURSE, "criteriatype": kind, "method": _ALL, "value": None},
        )
        for number, kind in enumerate((None, _BY_ACTIVITY), 1)
    )
    return node("course_completion", *criteria, *methods)


def _short_name(made: Course) -> str:
    """What the site calls the course; a track and a translation are courses of their own."""
    language = made.language if made.translation else ""
    return name("-".join(filter(None, (made.id, language, made.track))))


def _detail(made: Course) -> Element:
    whole = f"{made.id}\0{made.version}\0{made.track}\0{made.language}"
    id = hashlib.sha256(whole.encode("utf-8", "surrogatepass")).hexdigest()[:32]
    fields: dict[str, Value] = {
        "type": "course",
        "format": "moodle2",
        "interactive": 1,
        "mode": 10,
        "execution": 1,
        "executiontime": 0,
    }
    return node("detail", attributes={"backup_id": id}, fields=fields)


def _contents(made: Course, sections: Sequence[Section]) -> Element:
    activities = (
        node(
            "activity",
            fields={
                "moduleid": each.id,
                "sectionid": section.id,
                "modulename": each.kind,
                "title": name(each.title),
                "directory": each.folder,
            },
        )
        for section in sections
        for each in section.activities
    )
    rows = (
        node(
            "section",
            fields={
                "sectionid": each.id,
                "title": name(each.title),
                "directory": each.folder,
            },
        )
        for each in sections
    )
    title = name(made.title)
    whole: dict[str, Value] = {"courseid": _COURSE, "title": title, "directory": "course"}
    return node(
        "contents",
        listed("activities", activities),
        listed("sections", rows),
        node("course", fields=whole),
    )


def _settings(made: Course, sections: Sequence[Section]) -> Iterator[Element]:
    yield _setting("root", {}, "filename", f"{made.id}.mbz")
    for key, value in _SETTINGS.items():
        yield _setting("root", {}, key, value)
    for section in sections:
        yield from _included("section", f"section_{section.id}")
        for each in section.activities:
            yield from _included("activity", each.key)


def _included(level: str, key: str) -> Iterator[Element]:
    yield _setting(level, {level: key}, f"{key}_included", 1)
    yield _setting(level, {level: key}, f"{key}_userinfo", 0)


def _setting(level: str, key: Mapping[str, str], setting: str, value: Value) -> Element:
    return node("setting", fields={"level": level, **key, "name": setting, "value": value})
