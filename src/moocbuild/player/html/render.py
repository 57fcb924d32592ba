"""From values to HTML, with the templates of the player.

Knows no page. A template loops and shows what it is given; what is shown is decided in Python.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from moocbuild.model.course import Activity, Course, Lesson
from moocbuild.model.text import Content, Href, Text, text, walk
from moocbuild.package.names import in_tongue
from moocbuild.player.html.dialect import answers_dialect, dialect, with_room
from moocbuild.player.html.names import links, page_files
from moocbuild.render import Dialect
from moocbuild.render.templates import compiled
from moocbuild.values import dataclass
from moocbuild.words import Words, words


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One course on its way to HTML: what every template needs. t: words for templates.

    files: page id → file.
    """

    course: Course
    files: Mapping[str, str]
    href: Href
    say: Words
    dialect: Dialect
    answers: Dialect
    t: PageWords = field(init=False)
    _said: dict[object, Markup] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "t", PageWords(self))

    def html(self, text: Text) -> Markup:
        """Text with its links resolved, safe to show: a tree holds no markup."""
        return Markup(self.dialect.html(text, self.href))

    def answer(self, text: Text) -> Markup:
        """The same of an option, a step, a row and of what is said of it."""
        return Markup(self.answers.html(text, self.href))

    def word(self, key: str, **values: Content | int) -> Markup:
        """A word where markup may stand: it says its language where that is not the course's."""
        wanted = (key, *values.items())
        found = self._said.get(wanted)
        if found is None:
            found = self._said[wanted] = self.html(text(self.say.content(key, **values)))
        return found

    def spoken(self, words: Text, attribute: str = "aria-label") -> Markup:
        """The attribute that names a control where its label holds a formula, else nothing."""
        if not any(each[0] == "formula" for each in walk(words.nodes)):
            return Markup("")
        return Markup(' {}="{}"').format(attribute, words.plain)

    def own(self, words: Markup | str) -> Markup | str:
        """An author's line of characters; one that is not translated yet says its language."""
        marks = {} if isinstance(words, Markup) else self.course.own_marks(words)
        said: Content = ("span", tuple(marks.items()), (str(words),), 0)
        return self.html(text(said)) if marks else words

    def file(self, name: str) -> str:
        """The name of a file of the player in this course's language."""
        return in_tongue(name, self.course.tongue)

    def titled(self, page: Activity) -> Markup | str:
        """A page's title; words of ours in it say their language, as do those of its author."""
        heading = page.heading if isinstance(page, Lesson) else None
        return self.html(heading) if heading else self.own(page.title)

    def mark(self, score: float) -> tuple[str, Markup]:
        """How well an answer fits: "good", "part" or "off"; and the same for eyes and ears."""
        mark = "good" if score >= 1 else "part" if score > 0 else "off"
        return mark, self.word(f"page.mark_{mark}")

    def render(self, template: str, **values: object) -> Markup:
        """A template's HTML."""
        made = templates().get_template(template)
        return Markup(
            made.render(
                html=self.html,
                own=self.own,
                file=self.file,
                answer=self.answer,
                spoken=self.spoken,
                t=self.t,
                course=self.course,
                **values,
            )
        )


class PageWords:
    """The words of pages as templates say them: `t.check`, `t("place", n=3, total=8)`.

    own: attributes for an element that holds, or will hold, nothing but words of ours.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self.own = _attributes(context.say)

    def __getattr__(self, name: str) -> Markup:
        if f"page.{name}" not in self._context.say:
            raise AttributeError(name)
        word = self(name)
        setattr(self, name, word)  # found at once from now on
        return word

    def __call__(self, name: str, **values: Content | int) -> Markup:
        """A word with what differs filled in."""
        return self._context.word(f"page.{name}", **values)

    def plain(self, name: str, **values: str | int) -> str:
        """For attributes, and where HTML allows no elements."""
        return self._context.say(f"page.{name}", **values)


def _attributes(say: Words) -> Markup:
    marks = say.marks().items()
    return Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in marks)


def context(course: Course) -> Context:
    """The context of a course."""
    files = page_files(course)
    return Context(
        course=course,
        files=files,
        href=links(course, files),
        say=words(course.language),
        dialect=with_room(dialect(course.language), course.assets),
        answers=with_room(answers_dialect(course.language), course.assets),
    )


@cache
def templates() -> Environment:
    """The templates of the player."""
    return compiled("moocbuild.player")
