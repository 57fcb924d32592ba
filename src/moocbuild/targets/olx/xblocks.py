"""Blocks of `moocbuild-xblock`, for platforms that have it installed (`olx: {xblocks: true}`).

A simulation that the platform plays and scores itself; and a chapter with the learner's own map,
private writing space and help lines. What they hold stands inside them, HTML as text: the
platform's reader drops white space between elements. plugins/openedx/…/schemas says what may stand
there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from moocbuild.formats.olx import Block, element, markup
from moocbuild.model.competency import Competency, CompetencyRef
from moocbuild.model.course import Contact, Course
from moocbuild.model.numbers import spelled
from moocbuild.model.outline import assessed_competencies, quizzes, scenarios
from moocbuild.model.question import ExtendedTextInteraction, Question
from moocbuild.model.scenario import Meter, Scenario, Scene, SceneChoice
from moocbuild.model.text import Element, Text
from moocbuild.targets.olx import dialect
from moocbuild.targets.olx.names import Places, problem_name, url_name
from moocbuild.words import words

_MAP = "moocbuild_map"
"""What the map's blocks are called; no id of an author's holds an underscore."""
_TRUE = "true"
Html = Callable[[Text], str]


def scenario_block(course: Course, scenario: Scenario, places: Places) -> Block:
    """A simulation that the platform plays. Its start page holds what the text version holds."""
    html = _written(course, scenario.id, places)
    shown = dict.fromkeys(ref.code for ref in scenario.shown())
    colon = words(course.language)("page.colon")
    content = element(
        "scenario",
        {"language": course.language, **_help(course)},
        *_text("intro", scenario.intro, html),
        *(_meter(meter, colon) for meter in scenario.meters if meter.words),
        *(_scene(scene, html) for scene in scenario.scenes),
        *_debrief(scenario, html),
        *(_label(course, code) for code in shown),
        *(_line(contact) for contact in course.help_lines()),
    )
    return Block(
        type="moocbuild_scenario",
        url_name=scenario_name(scenario, places),
        attributes={"display_name": scenario.title},
        content=markup((content,)),
        inline=True,
    )


def scenario_name(scenario: Scenario, places: Places) -> str:
    """Another name than that of the SCORM block: the two keep different things of a learner."""
    return places.name(scenario.id, "scenario")


def has_map(course: Course) -> bool:
    """Whether anything would stand on the learner's map."""
    journal = (q for q in course.questions() if isinstance(q.interaction, ExtendedTextInteraction))
    return bool(assessed_competencies(course)) or any(True for _ in journal) or course.has_help


def map_chapter(course: Course, places: Places) -> Block:
    """A chapter of one unit, with the learner's map in it."""
    title = words(course.language)("page.menu_competencies")
    block = Block(
        type="moocbuild_competencies",
        url_name=_MAP,
        attributes={"display_name": title},
        content=markup((_map(course, places),)),
        inline=True,
    )
    for kind, name in (("vertical", "unit"), ("sequential", "page"), ("chapter", "module")):
        block = Block(
            type=kind,
            url_name=f"{_MAP}_{name}",
            attributes={"display_name": title},
            children=(block,),
        )
    return block


def _map(course: Course, places: Places) -> Element:
    asked = assessed_competencies(course)
    framework = course.framework
    shown = [item for item in framework.items if item.code in asked or item.practice]
    return element(
        "competencies",
        {
            "language": course.language,
            "later": str(_later(framework.items, asked)),
            **_help(course),
        },
        *_categories(course, shown, asked),
        *_questions(course),
        *_scenarios(course, places),
        *_prompts(course, places),
        *(_line(contact) for contact in course.help_lines()),
    )


def _help(course: Course) -> dict[str, str]:
    """A block offers help unless it says otherwise."""
    return {} if course.has_help else {"help": "false"}


def _later(items: Iterable[Competency], asked: set[str]) -> int:
    return sum(item.code not in asked for item in items)


# --- a simulation ---------------------------------------------------------------------------


def _text(name: str, text: Text, html: Html) -> tuple[Element, ...]:
    return (element(name, {}, html(text)),) if text else ()


def _written(course: Course, page: str, places: Places) -> Html:
    """How the texts of a page are written."""
    return partial(dialect.html, href=places.href(page), language=course.language)


def _meter(meter: Meter, colon: str) -> Element:
    numbers = {"start": meter.start, "min": meter.min, "max": meter.max}
    return element(
        "meter",
        {"id": meter.id, "title": meter.title, **{k: str(v) for k, v in numbers.items()}},
        *(element("words", {"from": str(n)}, said) for n, said in meter.said(colon).items()),
    )


def _scene(scene: Scene, html: Html) -> Element:
    return element(
        "scene",
        {"id": scene.id, "title": scene.title, **_flags(end=scene.end)},
        element("text", {}, html(scene.text)),
        *(_choice(choice, html) for choice in scene.choices),
    )


def _choice(choice: SceneChoice, html: Html) -> Element:
    points = ({"item": ref.code, "points": str(value)} for ref, value in choice.evidence)
    moves = ({"meter": meter, "by": str(change)} for meter, change in choice.effects)
    return element(
        "choice",
        {"id": choice.id, "goes-to": choice.goes_to, **_flags(critical=choice.critical)},
        element("text", {}, html(choice.text)),
        *_text("feedback", choice.feedback, html),
        *(element("shows", each) for each in points),
        *(element("moves", each) for each in moves),
    )


def _debrief(scenario: Scenario, html: Html) -> Iterator[Element]:
    prompts = [q for q in scenario.debrief_questions if _private(q)]
    if scenario.debrief or prompts:
        yield element(
            "debrief",
            {"title": scenario.debrief_title},
            *_text("text", scenario.debrief, html),
            *(_prompt(question, "", html) for question in prompts),
        )


def _label(course: Course, code: str) -> Element:
    found = course.framework.by_code.get(code)
    return element("item", {"code": code, "label": _called(found) if found else code})


# --- the map ----------------------------------------------------------------------------------


def _categories(course: Course, shown: Iterable[Competency], asked: set[str]) -> Iterator[Element]:
    groups: dict[str, list[Competency]] = {}
    for item in shown:
        groups.setdefault(course.framework.category_of(item), []).append(item)
    for category in course.framework.categories:
        items = groups.get(category.code, [])
        if items:
            head = {"code": category.code, "title": category.statement}
            yield element("category", head, *(_item(item, asked) for item in items))


def _item(item: Competency, asked: set[str]) -> Element:
    flags = _flags(practice=item.practice, asked=item.code in asked)
    return element("item", {"code": item.code, "label": _called(item), **flags})


def _questions(course: Course) -> Iterator[Element]:
    for quiz in quizzes(course):
        for question in quiz.questions:
            shows = _shows(course, question.competencies)
            if question.scored and shows:
                values = {"block": problem_name(question), "points": spelled(question.points)}
                same = {"same-as": url_name(question.id)} if question.asked_in else {}
                flags = _flags(final=quiz.final)
                yield element("question", {**values, **same, **flags}, *shows)


def _scenarios(course: Course, places: Places) -> Iterator[Element]:
    for scenario in scenarios(course):
        shows = _shows(course, scenario.shown())
        if shows:
            yield element("scenario", {"block": scenario_name(scenario, places)}, *shows)


def _shows(course: Course, refs: Iterable[CompetencyRef]) -> list[Element]:
    items = {item.code for item in course.framework.items}
    codes = dict.fromkeys(ref.code for ref in refs if ref.code in items)
    return [element("shows", {"item": code}) for code in codes]


def _prompts(course: Course, places: Places) -> Iterator[Element]:
    """Those of lessons and quizzes, and those after simulations: each is there in both places."""
    for each in course.prompts:
        yield _prompt(each.question, each.title, _written(course, each.page, places))
    for scenario in scenarios(course):
        html = _written(course, scenario.id, places)
        for question in filter(_private, scenario.debrief_questions):
            yield _prompt(question, scenario.title, html)


# --- both -------------------------------------------------------------------------------------


def _prompt(question: Question, page: str, html: Html) -> Element:
    values = {"id": question.id, "title": question.title, "page": page}
    return element("prompt", {k: v for k, v in values.items() if v}, html(question.prompt))


def _line(contact: Contact) -> Element:
    values = {
        "country": contact.country,
        "number": contact.number,
        "operator": contact.operator,
        "hours": contact.hours,
        "url": contact.url if contact.url.startswith(("https://", "http://")) else "",
        **_flags(emergency=contact.emergency),
        "confirmed-on": contact.confirmed_on.isoformat() if contact.confirmed_on else "",
    }
    return element("help", {name: value for name, value in values.items() if value})


def _flags(**flags: bool) -> dict[str, str]:
    return {name: _TRUE for name, is_set in flags.items() if is_set}


def _called(item: Competency) -> str:
    return item.short_label or item.statement


def _private(question: Question) -> bool:
    return isinstance(question.interaction, ExtendedTextInteraction)
