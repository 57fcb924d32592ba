"""Words of an author on made pages that are not in the language of the course: they say so.

What a translator has not translated yet, and the statements of a framework in another language.
"""

from __future__ import annotations

from collections.abc import Mapping

from moocbuild.model.course import Course, Lesson
from moocbuild.model.language import direction, primary
from moocbuild.model.text import Element, Node, Nodes, Text
from moocbuild.model.walk import map_texts


def own_words(page: Lesson, course: Course) -> Lesson:
    """The page with the languages of such words; the same one where there are none."""
    known = _known(course)
    return (
        map_texts(page, lambda text: Text(_marked(text.nodes, known, course))) if known else page
    )


def _known(course: Course) -> Mapping[str, str]:
    """Words → their language. Titles of categories stand behind their codes, too."""
    framework, found = course.framework, dict[str, str]()
    if framework.language and primary(framework.language) != primary(course.language):
        found.update((item.statement, framework.language) for item in framework.items)
    if course.translation is None:
        return found
    left = dict.fromkeys(course.translation.left, course.translation.language)
    titles = {f"{c.code}. {c.statement}": c.statement for c in framework.categories}
    coded = {said: left[title] for said, title in titles.items() if title in left}
    return {**found, **left, **coded}


def _marked(nodes: Nodes, known: Mapping[str, str], course: Course) -> Nodes:
    return tuple(_node(node, known, course) for node in nodes)


def _node(node: Node, known: Mapping[str, str], course: Course) -> Node:
    if not isinstance(node, str):
        name, attributes, children, line = node
        return (name, attributes, _marked(children, known, course), line)
    language = known.get(node.strip())
    return _span(node, language, course) if language else node


def _span(words: str, language: str, course: Course) -> Element:
    own = direction(language)
    turned = (("dir", own),) if own != direction(course.language) else ()
    return ("span", (("lang", language), *turned), (words,), 0)
