"""Course → blocks: a chapter a module, a subsection with one unit a page; and all files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from moocbuild.formats import olx_tags
from moocbuild.formats.olx import Block, course_pointer, documents
from moocbuild.model.course import MADE_MODULE, Activity, Course, Module, Quiz
from moocbuild.model.draw import draw_plans
from moocbuild.model.marks import made, module_key
from moocbuild.model.plain import PLAIN
from moocbuild.model.scenario import Scenario
from moocbuild.package import Content, Package
from moocbuild.targets.olx import about, policy
from moocbuild.targets.olx.names import Places, places, problem_name
from moocbuild.targets.olx.studio import kept
from moocbuild.targets.olx.unit import Author, competencies
from moocbuild.targets.olx.xblocks import has_map, map_chapter


def package(course: Course) -> Package:
    """The whole course; its questions have been fitted."""
    where = places(course)
    mapped = list(_maps(course, where))
    root = Block(
        type="course",
        url_name=course.settings.olx.run,
        attributes=policy.attributes(course),
        children=tuple(_chapters(course, where, mapped)),
    )
    members: dict[str, Content] = {
        "course.xml": course_pointer(course.org, course.id, course.settings.olx.run),
        **dict([next(documents(_in_studio(root, course)))]),  # its own: those inside follow
        **{name: data for block in mapped for name, data in documents(_in_studio(block, course))},
        **{
            name: data for module in course.modules for name, data in _files(course, module, where)
        },
        **about.files(course, where),
        **policy.files(course),
        "tags.csv": olx_tags.course_tags(course.framework.id, _tags(course, where)),
    }
    media = {f"static/{name}": course.assets[href] for href, name in where.media.items()}
    return Package(members | media, first=("course.xml",))


def _maps(course: Course, where: Places) -> Iterator[Block]:
    """The learner's own map, where the platform has it."""
    if course.settings.olx.xblocks and has_map(course):
        yield map_chapter(course, where)


def _chapters(course: Course, where: Places, mapped: Sequence[Block]) -> Iterator[Block]:
    """A chapter a module; the learner's own map before the made pages, which come last."""
    for module in course.units():
        yield Block(type="chapter", url_name=where.chapter(module.id))
    yield from mapped
    for module in course.modules:
        if module.id == MADE_MODULE:
            yield Block(type="chapter", url_name=where.chapter(module.id))


def _files(course: Course, module: Module, where: Places) -> Iterable[tuple[str, bytes]]:
    """The files of a chapter and of all that is inside it."""

    def make() -> tuple[tuple[str, bytes], ...]:
        author = Author(course, where, {})
        chapter = _in_studio(_chapter(module, author), course)
        return (*documents(chapter), *author.files.items())

    return made("olx", module_key(course, module.id), PLAIN, make)


def _in_studio(block: Block, course: Course) -> Block:
    studio = course.settings.olx.studio
    return block if studio is None else kept(block, studio)


def _chapter(module: Module, author: Author) -> Block:
    return Block(
        type="chapter",
        url_name=author.places.chapter(module.id),
        attributes={"display_name": module.title},
        children=tuple(_subsection(page, module, author) for page in module.pages()),
    )


def _subsection(activity: Activity, module: Module, author: Author) -> Block:
    return Block(
        type="sequential",
        url_name=author.places.subsection(activity.id),
        attributes={
            "display_name": activity.title,
            **policy.graded(author.course, activity),
            **policy.due(author.course, activity),
        },
        children=(author.unit(activity, module),),
    )


def _tags(course: Course, places: Places) -> Iterator[tuple[str, str, str, list[str]]]:
    """A row for each subsection and problem that works on known competencies."""
    known = {
        c.code: olx_tags.value(c.code, c.statement) for c in course.framework.by_code.values()
    }
    for page in course.pages():
        values = [known[ref.code] for ref in competencies(page) if ref.code in known]
        if values:
            yield page.title, "sequential", places.subsection(page.id), values
        plans = draw_plans(page) if isinstance(page, Quiz) else ()
        never = {id for plan in plans for id in plan.never}
        for question in () if isinstance(page, Scenario) else page.questions:
            refs = dict.fromkeys(ref.code for ref in question.competencies)
            values = [known[code] for code in refs if code in known]
            if values and question.scored and question.id not in never:
                yield question.title, "problem", problem_name(question), values
