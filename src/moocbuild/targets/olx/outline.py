"""Course → blocks: a chapter a module, a subsection with one unit a page; and all files."""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.formats import olx_tags
from moocbuild.formats.olx import Block, course_pointer, documents
from moocbuild.model.course import MADE_MODULE, Activity, Course, Module, Quiz
from moocbuild.model.draw import draw_plan
from moocbuild.model.scenario import Scenario
from moocbuild.package import Content, Package
from moocbuild.targets.olx import about, policy
from moocbuild.targets.olx.names import chapter, places, subsection, url_name
from moocbuild.targets.olx.unit import Author, competencies
from moocbuild.targets.olx.xblocks import map_chapter


def package(course: Course) -> Package:
    """The whole course; its questions have been fitted."""
    files: dict[str, bytes] = {}
    author = Author(course, places(course), files)
    chapters = tuple(_chapters(course, author))
    root = Block(
        type="course",
        url_name=course.settings.olx_run,
        attributes=policy.attributes(course),
        children=chapters,
    )
    members: dict[str, Content] = {
        "course.xml": course_pointer(course.org, course.id, course.settings.olx_run),
        **dict(documents(root)),
        **files,
        **about.files(course, author.places),
        **policy.files(course),
        "tags.csv": olx_tags.course_tags(course.framework.id, _tags(course)),
    }
    media = {f"static/{name}": course.assets[href] for href, name in author.places.media.items()}
    return Package(members | media, first=("course.xml",))


def _chapters(course: Course, author: Author) -> Iterator[Block]:
    """A chapter a module; the learner's own map before the made pages, which come last."""
    for module in course.modules:
        if module.id == MADE_MODULE and course.settings.olx_xblocks:
            yield map_chapter(course, author.places)
        yield _chapter(module, author)


def _chapter(module: Module, author: Author) -> Block:
    return Block(
        type="chapter",
        url_name=chapter(module.id),
        attributes={"display_name": module.title},
        children=tuple(_subsection(page, module, author) for page in module.pages()),
    )


def _subsection(activity: Activity, module: Module, author: Author) -> Block:
    return Block(
        type="sequential",
        url_name=subsection(activity.id),
        attributes={"display_name": activity.title, **policy.graded(author.course, activity)},
        children=(author.unit(activity, module),),
    )


def _tags(course: Course) -> Iterator[tuple[str, str, str, list[str]]]:
    """A row for each subsection and problem that works on known competencies."""
    known = {
        c.code: olx_tags.value(c.code, c.statement) for c in course.framework.by_code.values()
    }
    for page in course.pages():
        values = [known[ref.code] for ref in competencies(page) if ref.code in known]
        if values:
            yield page.title, "sequential", subsection(page.id), values
        never = draw_plan(page).never if isinstance(page, Quiz) else ()
        for question in () if isinstance(page, Scenario) else page.questions:
            refs = dict.fromkeys(ref.code for ref in question.competencies)
            values = [known[code] for code in refs if code in known]
            if values and question.scored and question.id not in never:
                yield question.title, "problem", url_name(question.id), values
