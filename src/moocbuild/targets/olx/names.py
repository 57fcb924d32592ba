"""url_names from the author's ids, and where links lead.

A url_name is what learners' records hang on: that of a problem is the author's own id. Ids hold no
underscore, so that no two blocks get the same name: `/jump_to_id/` looks among all types.

Names hold no periods, at which the platform's import of a course into a library fails
(openedx-platform #38609); but courses whose learners' records hang on such names keep them.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import field, replace

from moocbuild.model.course import Course
from moocbuild.model.question import Question
from moocbuild.model.text import Href, Ref
from moocbuild.package.paths import unique_names
from moocbuild.values import dataclass

_LONGEST = 100
_ROOM = 9


def url_name(*parts: str) -> str:
    """Parts joined by underscores; what the platform refuses gets a tag."""
    wanted = "_".join(parts)
    plain = re.sub(r"[^A-Za-z0-9_.-]+", "-", wanted)
    if plain == wanted and len(plain) <= _LONGEST:
        return plain
    digest = hashlib.sha256(wanted.encode("utf-8", "surrogatepass")).hexdigest()[: _ROOM - 1]
    return f"{plain[: _LONGEST - _ROOM].rstrip('.-_')}-{digest}"


def problem_name(question: Question) -> str:
    """The url_name of a question: its id; from a pool, in a quiz that is not its home, with that
    quiz, as no two blocks of a course have one name.
    """
    asked_in = question.asked_in.replace("/", "__")
    return url_name(question.id, asked_in) if asked_in else url_name(question.id)


def fresh(wanted: str, taken: list[str]) -> str:
    """`wanted`, with its number behind it from the second time on; taken from now on."""
    taken.append(wanted)
    count = taken.count(wanted)
    return wanted if count == 1 else f"{wanted}-{count}"


@dataclass(frozen=True, slots=True)
class Places:
    """Where pages and media are. media: name below static/ by asset.

    periods: whether names of blocks hold periods, where they do not hold two underscores.
    """

    units: Mapping[str, str] = field(default_factory=dict)
    media: Mapping[str, str] = field(default_factory=dict)
    periods: bool = False

    def name(self, *parts: str) -> str:
        """A url_name. Parts: the id of a module or page, and what tells its blocks apart."""
        dotted = (part.replace("/", ".") for part in parts)
        return url_name(*(p if self.periods else p.replace(".", "__") for p in dotted))

    def chapter(self, module_id: str) -> str:
        """The section (chapter) of a module."""
        return self.name(module_id, "module")

    def subsection(self, page_id: str) -> str:
        """The subsection (sequential) of a page."""
        return self.name(page_id, "page")

    def unit(self, page_id: str) -> str:
        """The unit (vertical) of a page."""
        return self.name(page_id, "unit")

    def href(self, here: str = "") -> Href:
        """Links from the page `here`: what is on it is linked by its anchor alone."""

        def found(ref: Ref) -> str | None:
            if ref.kind == "media":
                name = self.media.get(ref.id)
                return f"/static/{name}" if name else None
            if ref.id == here and ref.anchor:
                return f"#{ref.anchor}"
            unit = self.units.get(ref.id)
            return f"/jump_to_id/{unit}" if unit else None

        return found


def places(course: Course) -> Places:
    """The places of every page and every file of `course`."""
    flat = unique_names(course.assets, basenames=True)
    media = {href: name.rpartition("/")[2] for href, name in flat.items()}
    bare = Places(media=media, periods=course.settings.olx.periods)
    return replace(bare, units={page.id: bare.unit(page.id) for page in course.pages()})
