"""A sheet as one HTML file: works from a folder, without a server, and prints."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from jinja2 import Template
from markupsafe import Markup

from moocbuild import __version__
from moocbuild.model.course import Course
from moocbuild.model.language import direction, primary
from moocbuild.model.text import walk
from moocbuild.render.templates import compiled
from moocbuild.review.comments import FORM, FORMAT
from moocbuild.review.looks import html_of, label
from moocbuild.review.sheet import Numbered, Sheet, SheetModule, SheetPage
from moocbuild.words import Words, words

_WORDED = frozenset({"formula", "img", "player", "card", "noteref", "blank", "box"})
"""Elements whose words a browser would read otherwise."""
_SAID_BY_SCRIPT = (
    "comment",
    "comment_on",
    "your_comment",
    "close",
    "kept",
    "unkept",
    "saved",
    "opened",
    "not_ours",
)


def words_of(course: Course) -> Words:
    """The words around the text: the course's language, or English where it lacks these words.

    A page in two languages would be read aloud wrongly.
    """
    say = words(course.language)
    own = say.known["review.lead"].language
    return say if primary(own) == primary(course.language) else words(own)


def review_page(found: Sheet) -> bytes:
    """The file; the same bytes for the same course."""
    course = found.course
    say = words_of(course)
    script = _env("review.js").render()
    text = _env("review.html").render(
        t=lambda key, **values: say(f"review.{key}", **values),
        course=course,
        modules=list(_modules(found, say)),
        language=say.language,
        direction=direction(say.language),
        theirs=_marks(course, say),
        turned=_turned(course, say),
        own=lambda words: Markup("<bdi{}>{}</bdi>").format(_marks(course, say), words),
        style=Markup(_env("review.css").render()),
        script=Markup(script),
        policy=_policy(script),
        facts=_data(_facts(found, say)),
    )
    return text.encode("utf-8", "replace")


@cache
def _env(name: str) -> Template:
    return compiled("moocbuild.review").get_template(name)


def _marks(course: Course, say: Words) -> Markup:
    """Attributes of an element with words of the course, where they are of another language."""
    if primary(course.language) == primary(say.language):
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(course.language, direction(course.language))


def _turned(course: Course, say: Words) -> Markup:
    """The direction of what surrounds the course's words, so that numbers stand at their start."""
    way = direction(course.language)
    return Markup("") if way == direction(say.language) else Markup(' dir="{}"').format(way)


def _policy(script: str) -> str:
    """Nothing is loaded and nothing is sent; the one script is the one that is meant."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; "
        f"script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


def _facts(found: Sheet, say: Words) -> Mapping[str, object]:
    """What the script puts into the file of comments, and says itself."""
    course = found.course
    return {
        "format": FORMAT,
        "form": FORM,
        "moocbuild": __version__,
        "sheet": found.id,
        "course": {"id": course.id, "version": course.version, "language": course.language},
        "hashes": {each.module.id: each.hash for each in found.modules if each.hash},
        "words": {key: _form(say, key) for key in _SAID_BY_SCRIPT},
    }


def _form(say: Words, key: str) -> str:
    """A word with its holes, for the script to fill."""
    holes = {"n": "{n}", "file": "{file}"}
    wanted = {name: hole for name, hole in holes.items() if hole in _raw(say, key)}
    return say(f"review.{key}", **wanted) if wanted else say(f"review.{key}")


def _raw(say: Words, key: str) -> str:
    return say.known[f"review.{key}"].forms["other"]


def _data(value: object) -> Markup:
    """JSON that may stand in a page: no `<` can end its element."""
    return Markup(json.dumps(value, ensure_ascii=False).replace("<", "\\u003c"))


# --- what the template shows --------------------------------------------------------------------


def _modules(found: Sheet, say: Words) -> Iterator[Mapping[str, Any]]:
    html = html_of(found.course, say)
    for module in found.modules:
        yield {"title": module.module.title, "pages": [*_pages(module, html, say)]}


def _pages(module: SheetModule, html: Any, say: Words) -> Iterator[Mapping[str, Any]]:
    for page in module.pages:
        first, *rest = page.rows
        yield {
            "id": page.page.id,
            "kind": say(f"review.{page.kind}"),
            "title": _row(first, page, html, say),
            "rows": [_row(row, page, html, say) for row in rest],
        }


def _row(row: Numbered, page: SheetPage, html: Any, say: Words) -> Mapping[str, Any]:
    place = row.place
    names = {name for name, _, _, _ in walk(place.text.nodes)}
    return {
        "n": row.number,
        "id": place.id,
        "page": page.page.id,
        "hash": row.hash,
        "kind": place.kind,
        "label": label(row, say),
        "level": _level(place.kind, place.level),
        "indent": place.level if place.kind in ("item", "step") else 0,
        "html": Markup(html(row)),
        "words": row.words if names & _WORDED else "",
        "state": _state(place.kind, place.value),
    }


def _level(kind: str, level: int) -> int:
    """Of a heading: pages have the third; 0 for all else."""
    if kind in ("question", "scene", "debrief"):
        return 4
    return min(6, level + 2) if kind == "heading" else 0


def _state(kind: str, value: float | None) -> str:
    if kind not in ("option", "entry") or value is None:
        return ""
    return "wrong" if value == 0 else "right" if value == 1 else "part"
