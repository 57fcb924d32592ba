"""Texts of the model as Moodle keeps them: HTML, and the media files that it names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from moocbuild.formats.moodle import literal
from moocbuild.formats.xml import escaped, quoted
from moocbuild.model.language import direction
from moocbuild.model.text import Element, Ref, Text, element, is_inline, text
from moocbuild.render import Dialect
from moocbuild.render.common import RULES
from moocbuild.render.foreign_style import BOOTSTRAP, block
from moocbuild.values import dataclass

DIALECT = Dialect(
    rules={**RULES, **BOOTSTRAP},
    escape=lambda words: literal(escaped(words)) if "@" in words else escaped(words),
    quote=lambda words: literal(quoted(words)) if "@" in words else quoted(words),
    edge="start",
)
"""Nothing that an author wrote is taken for a placeholder of a backup."""


@dataclass(frozen=True, slots=True)
class Html:
    """Markup with `@@PLUGINFILE@@/…` addresses. media: hrefs of the assets that it names."""

    markup: str = ""
    media: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.markup)


NOTHING = Html()


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """media: asset href → path inside a file area. page: address of a page, None for words.

    dialect: of the course's language. rtl: that language, where it runs from right to left and
    the place of a text does not say so: Moodle shows questions in the direction of its own pages.
    watch: is told of every reference.
    """

    media: Mapping[str, str]
    page: Callable[[Ref], str | None]
    dialect: Dialect = DIALECT
    rtl: str = ""
    watch: Callable[[Ref], None] | None = None

    def html(self, found: Text, *, apart: bool = False) -> Html:
        """A text, its links resolved. apart: on lines of its own, if its direction is said."""
        if not found:
            return NOTHING
        if not self.rtl and found.only:
            return Html(self.dialect.html(found, self.page))
        named: dict[str, None] = {}

        def href(ref: Ref) -> str | None:
            if self.watch is not None:
                self.watch(ref)
            if ref.kind != "media":
                return self.page(ref)
            path = self.media.get(ref.id)
            if path is not None:
                named[ref.id] = None
            return path and f"@@PLUGINFILE@@/{path}"

        if self.rtl:
            found = text(self._directed(found, apart=apart))
        return Html(self.dialect.html(found, href), tuple(named))

    def whole(self, found: Text) -> Html:
        """A text as one thing, in places where Moodle would set its parts as columns."""
        if self.rtl or found.nodes == (found.plain,):
            return self.html(found)
        inline = is_inline(self.dialect.changed(found.nodes))
        return self.html(text(element("span" if inline else "div", found)))

    def _directed(self, found: Text, *, apart: bool) -> Element:
        """A line stays one: Moodle lists the right answers with commas between them."""
        if not apart and is_inline(self.dialect.changed(found.nodes)):
            return element("span", found, lang=self.rtl, dir="rtl")
        return block(self.rtl, found)

    def watched(self, watch: Callable[[Ref], None]) -> Writer:
        """The same writer, which tells of every reference that it meets."""
        return replace(self, watch=watch)

    def of_questions(self, language: str) -> Writer:
        """The writer for texts that stand inside Moodle's own."""
        return replace(self, rtl=language if direction(language) == "rtl" else "")
