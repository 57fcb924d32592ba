"""report.html: a release for teachers, heads of department and administrators. No scripts."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from functools import cache

from jinja2 import Template
from markupsafe import Markup, escape

from moocbuild.model.course import Course
from moocbuild.model.language import direction, primary
from moocbuild.render.templates import compiled
from moocbuild.report.data import Release, Row, data
from moocbuild.report.drawing import drawing
from moocbuild.words import Words, words

_ENGLISH = "en"


def words_of(course: Course) -> Words:
    """The words of a report: the course's language, or English where it has no words."""
    say = words(course.language)
    return words(say.foreign) if say.foreign else say


def report_page(release: Release) -> bytes:
    """The page. The same bytes for the same release: what depends on the day is left out."""
    say = words_of(release.course)
    found = data(release, say)
    about = _Said(release.course, say)
    competencies = found["competencies"]
    text = _template().render(
        r=found,
        t=lambda key, **values: say(f"report.{key}", **values),
        own=about.own,
        english=about.english,
        shown=about.shown,
        number=say.number,
        joined=say.joined,
        language=say.language,
        direction=direction(say.language),
        date=say.date(release.course.released),
        since_date=_since(found, say),
        drawing=drawing(competencies) if competencies else None,
        glance=_glance(found, say),
        nothing=say("change.nothing"),
        state={name: say(f"report.{name}") for name in _STATES},
        level={name: say(f"report.{key}") for name, key in _LEVELS.items()},
        media=_media(found["media"], say),
        access_counts=_access(found["accessibility"]),
    )
    return text.encode("utf-8", "replace")


@cache
def _template() -> Template:
    return compiled("moocbuild.report").get_template("report.html")


class _Said:
    """Words of authors and of the program, marked where their language is not the page's."""

    def __init__(self, course: Course, say: Words) -> None:
        self._language = course.language
        self._same = primary(course.language) == primary(say.language)
        self._english = primary(say.language) == _ENGLISH

    def own(self, text: str) -> Markup:
        """An author's words."""
        if self._same:
            return escape(text)
        return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(
            self._language, direction(self._language), text
        )

    def english(self, text: str) -> Markup:
        """Words that the program says in English alone."""
        return escape(text) if self._english else Markup('<span lang="en">{}</span>').format(text)

    def shown(self, line: str) -> Markup:
        """A line with words of authors in it: of another direction, if it begins so."""
        return escape(line) if self._same else Markup("<bdi>{}</bdi>").format(line)


_STATES = ("kept", "degraded", "lost")
_LEVELS = {
    "does-not-support": "level_does_not_support",
    "not-evaluated": "level_not_evaluated",
    "not-applicable": "level_not_applicable",
}


def _media(rows: Sequence[Row], say: Words) -> str:
    if not rows:
        return say("report.media_none")
    listed = say.joined([say(_MEDIA[row["kind"]], n=row["n"]) for row in rows])
    size = say.number(round(sum(row["bytes"] for row in rows) / 1024))
    weight = say("report.media_weight", media=listed, size=size)
    return f"{weight}. {say('report.media_licence')}"


_MEDIA = {
    "pictures": "report.media_pictures",
    "films": "report.media_films",
    "sounds": "report.media_sounds",
    "captions": "report.media_captions",
    "documents": "report.media_documents",
}


def _access(rows: Sequence[Row]) -> dict[str, int]:
    states = [row["adherence"] for row in rows]
    return {
        "failing": states.count("does-not-support"),
        "open": states.count("not-evaluated"),
        "absent": states.count("not-applicable"),
    }


def _since(found: Row, say: Words) -> str:
    since = found["changes"]["since"]
    return say.date(datetime.date.fromisoformat(since["old"]["released"])) if since else ""


def _glance(found: Row, say: Words) -> list[tuple[str, str]]:
    """The first figures: what they are, and how many."""
    modules, competencies = found["modules"], found["competencies"]
    minutes = sum(module["minutes"] for module in modules)
    taken = competencies and sum(
        any(item[name] for name in ("taught", "practised", "assessed"))
        for group in competencies["groups"]
        for item in group["items"]
    )
    figures: list[tuple[str, str]] = [
        (name, say.number(sum(module[name] for module in modules)))
        for name in ("lessons", "simulations", "questions")
    ]
    if minutes:
        figures.append(("time", _length(minutes, say)))
    if competencies:
        of = say("report.glance_of", n=taken, total=competencies["items"])
        figures.append(("competencies", of))
    figures.append(("packages", say.number(len(found["packages"]))))
    figures.append(("findings", say.number(len(found["findings"]))))
    shown = [(name, value) for name, value in figures if value != "0" or name == "findings"]
    told = [(say(_GLANCE[name]), value) for name, value in shown]
    return [*told, *_translated(found["translations"], say)]


def _translated(rows: Sequence[Row], say: Words) -> Iterator[tuple[str, str]]:
    """How many texts are translated, by language."""
    for row in rows:
        name = say("report.glance_translated", language=row["name"])
        yield name, say("report.glance_of", n=row["translated"], total=row["texts"])


_GLANCE = {
    "lessons": "report.glance_lessons",
    "simulations": "report.glance_simulations",
    "questions": "report.glance_questions",
    "time": "report.glance_time",
    "competencies": "report.glance_competencies",
    "packages": "report.glance_packages",
    "findings": "report.glance_findings",
}


def _length(minutes: int, say: Words) -> str:
    if minutes < 120:
        return say("page.minutes", n=minutes)
    return say("page.hours", n=round(minutes / 60))
