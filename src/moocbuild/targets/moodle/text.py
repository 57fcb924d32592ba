"""Texts of the model as Moodle keeps them: HTML, and the media files that it names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from moocbuild.formats.moodle import literal
from moocbuild.model.richtext import Link, Part, Ref, RichText


@dataclass(frozen=True, slots=True)
class Html:
    """Markup with `@@PLUGINFILE@@/…` addresses. media: hrefs of the assets that it names."""

    markup: str = ""
    media: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.markup)

    def __add__(self, other: Html) -> Html:
        return Html(self.markup + other.markup, (*self.media, *other.media))


NOTHING = Html()


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """media: asset href → path inside a file area. page: address of a page, None for words."""

    media: Mapping[str, str]
    page: Callable[[Ref], str | None]

    def html(self, text: RichText) -> Html:
        """A text, its links resolved; nothing that an author wrote is taken for a placeholder."""
        named: list[str] = []

        def href(ref: Ref) -> str | None:
            if ref.kind != "media":
                return self.page(ref)
            path = self.media.get(ref.id)
            if path is not None:
                named.append(ref.id)
            return path and f"@@PLUGINFILE@@/{path}"

        markup = RichText(tuple(map(_guarded, text.parts))).bind(href)
        return Html(markup, tuple(dict.fromkeys(named)))


def plain(text: str) -> Html:
    """Plain text as HTML."""
    return Html(literal(str(Markup.escape(text))))


def element(tag: str, *content: Html) -> Html:
    """An element around texts; tag is ours."""
    inner = sum(content, NOTHING)
    return Html(f"<{tag}>{inner.markup}</{tag}>", inner.media)


def _guarded(part: Part) -> Part:
    if isinstance(part, str):
        return literal(part)
    return Link(part.ref, literal(part.html)) if isinstance(part, Link) else part
