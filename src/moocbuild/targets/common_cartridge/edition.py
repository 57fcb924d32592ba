"""The versions of Common Cartridge, a row each: what sets them apart is data.

Moodle reads 1.1 only; Open edX's importer and Canvas read 1.3, and pull the other way in most
points (measured on Moodle 4.5 and 5.1 and on cc2olx 0.4.0).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from moocbuild.formats import imscp
from moocbuild.formats.titles import as_html
from moocbuild.render import Dialect, common, foreign_style
from moocbuild.target import Fate, Feature
from moocbuild.targets.common_cartridge import dialects
from moocbuild.targets.common_cartridge.features import (
    CANVAS,
    CANVAS_REASONS,
    MOODLE,
    MOODLE_REASONS,
)
from moocbuild.values import dataclass

Guard = Callable[[str], str]


def _as_it_is(words: str) -> str:
    return words


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """How one version is written.

    folder: where pages and media lie. page_media, question_media, answer_media: how a page, a
    question and an answer name a file, "" where it cannot be found. quiz_file: `{}` is the
    identifier. pages, stems, answers: how these texts are written. shared: how pages are, where
    readers need nothing guarded. guard, typed: what becomes of
    titles and of answers to type. welcome: whether a module with the course's name comes first.
    guids: competencies as GUIDs at their resources, else as a LOM classification at their items.
    """

    name: str
    title: str
    fates: Mapping[Feature, Fate]
    reasons: Mapping[Feature, str]
    quiz_size: int
    profile: imscp.Profile
    quiz_type: str
    quiz_file: str
    folder: str
    page_media: str
    question_media: str
    answer_media: str
    pages: Dialect
    stems: Dialect
    answers: Dialect
    guard: Guard
    typed: Guard
    welcome: bool
    guids: bool
    shared: Dialect = dialects.PLAIN

    def speaking(self, language: str) -> Edition:
        """The edition whose own words are those for a course in `language`."""
        shared = foreign_style.speaking(self.shared, language)
        plain = self.pages is self.shared
        return replace(
            self,
            pages=shared if plain else foreign_style.speaking(self.pages, language),
            shared=shared,
            stems=common.speaking(self.stems, language),
            answers=common.speaking(self.answers, language),
        )


EDITIONS = (
    Edition(
        name="cc-1.1",
        title="Common Cartridge 1.1 (Moodle)",
        fates=MOODLE,
        reasons=MOODLE_REASONS,
        quiz_size=4,
        profile=imscp.CC_1_1,
        quiz_type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment",
        quiz_file="{}.xml",  # Moodle resolves paths of questions against the folder of the file
        folder="",
        page_media="../{}",
        question_media="$IMS-CC-FILEBASE$/{}",
        answer_media="",
        pages=dialects.PAGES,
        stems=dialects.STEMS,
        answers=dialects.ANSWERS,
        guard=partial(as_html, decoded=2),
        typed=dialects.typed,
        welcome=True,  # the first module lands in Moodle's section 0, whatever it is
        guids=False,
    ),
    Edition(
        name="cc-1.3",
        title="Common Cartridge 1.3 (Canvas, Open edX)",
        fates=CANVAS,
        reasons=CANVAS_REASONS,
        quiz_size=0,
        profile=imscp.CC_1_3,
        quiz_type="imsqti_xmlv1p2/imscc_xmlv1p3/assessment",
        quiz_file="{}/assessment.xml",
        folder="web_resources/",  # all that cc2olx copies
        page_media="$IMS-CC-FILEBASE$/{}",
        question_media="$IMS-CC-FILEBASE$/{}",
        answer_media="$IMS-CC-FILEBASE$/{}",
        pages=dialects.PLAIN,
        stems=dialects.STEMS,
        answers=dialects.PLAIN,
        guard=_as_it_is,
        typed=_as_it_is,
        welcome=False,
        guids=True,
    ),
)
