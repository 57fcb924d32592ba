"""`theme:` of course.yml: logo, cover, colour, font, a line below every page, a sheet of style."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from moocbuild.diagnostics import Fix, Report, Rule, Severity, Span
from moocbuild.model.theme import AA, Picture, Theme, least_contrast, readable
from moocbuild.source.files.tree import NOT_FOUND, SourceTree
from moocbuild.source.markdown.media import NO_ALT
from moocbuild.source.yaml.reader import Node
from moocbuild.source.yaml.schema import ThemeFile

LOW_CONTRAST = Rule(
    "MB171",
    "low-contrast",
    Severity.ERROR,
    """Links and buttons in this colour cannot be read by everybody: their contrast with the page,
or that of the words on a button, is below 4.5 to 1 (WCAG 2.2, 1.4.3). Take the colour that is
proposed, or another. Pages have a light and a dark look; `accent_dark:` is for the dark one.""",
    remedy="choose a darker or lighter colour",
)
STYLE_REFUSED = Rule(
    "MB172",
    "style-refused",
    Severity.ERROR,
    """A sheet of style loads something from elsewhere, or holds what only hides such a thing.
Packages ask nobody for anything. Leave out `@import`, `url(…)`, backslashes and `<`; put pictures
into the text.""",
    remedy="delete it from the sheet; put pictures into the text",
)
_ELSEWHERE = re.compile(
    r"@import|@charset|@namespace|(?:url|image|image-set|src)\s*\(|[\\<]", re.I
)
MAX_STYLE = 20_000
"""Characters of a sheet."""


class ThemeReader:
    """The theme of one course, and the files that it uses.

    files: path from the root → where it is named.
    """

    def __init__(self, given: ThemeFile, node: Node, tree: SourceTree, report: Report) -> None:
        self._given, self._node, self._tree, self._report = given, node, tree, report
        self.files: dict[str, Span] = {}

    def read(self) -> Theme:
        """What can be used; everything else is reported."""
        given = self._given
        return Theme(
            logo=self._picture("logo", given.logo, given.logo_text),
            cover=self._picture("cover", given.cover, given.cover_text),
            accent=dict(self._accent()),
            font=given.font,
            footer=given.footer,
            style=self._style(given.style),
        )

    def _at(self, key: str) -> Span:
        return self._node.at(("theme", key))

    def _picture(self, key: str, written: str, words: str) -> Picture | None:
        path = self._file(key, written, self._tree.media) if written else None
        if path is None:
            return None
        if not words.strip():
            message = f"no alternative text for '{written}'"
            help = f"add '{key}_text:' with what it says or shows"
            self._report(NO_ALT.at(self._at(key), message, help=help))
        self.files[path] = self._at(key)
        return Picture(path, words.strip())

    def _file(self, key: str, written: str, known: Mapping[str, object]) -> str | None:
        """Beside course.yml, or from the course's root."""
        for path in (f"course/{written.removeprefix('./')}", written):
            if path in known:
                return path
        self._report(NOT_FOUND.at(self._at(key), f"no file '{written[:80]}' beside course.yml"))
        return None

    def _accent(self) -> Iterator[tuple[str, str]]:
        given = self._given
        if not given.accent:
            return
        for look, key, colour in (
            ("light", "accent", given.accent),
            ("dark", "accent_dark", given.accent_dark or readable(given.accent, "dark")),
        ):
            found = least_contrast(colour, look)
            if found < AA:
                message = f"{colour} has a contrast of {found:.1f} to 1 in the {look} look"
                better = readable(colour, look)
                help = f"take {better}, or another colour of at least {AA} to 1"
                fix = Fix(colour, better, sure=False)
                self._report(LOW_CONTRAST.at(self._at(key), message, help=help, fix=fix))
            yield look, colour.lower()

    def _style(self, written: str) -> str:
        path = self._file("style", written, self._tree.media) if written else None
        if path is None:
            return ""
        text = self._tree.media[path].read_text("utf-8", "replace")[: MAX_STYLE + 1]
        found = _ELSEWHERE.search(text)
        if found or len(text) > MAX_STYLE or text.count("{") != text.count("}"):
            line = text.count("\n", 0, found.start()) + 1 if found else 1
            what = f"'{found[0]}'" if found else "more than 20,000 characters, or odd brackets"
            self._report(STYLE_REFUSED.at(Span(path, line), f"{what} in a sheet of style"))
            return ""
        return text
