"""The versions of Common Cartridge, a row each: what sets them apart is data.

Moodle reads 1.1 only; Open edX's importer and Canvas read 1.3, and pull the other way in most
points (measured on Moodle 4.5 and 5.1 and on cc2olx 0.4.0).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from moocbuild.formats import imscp
from moocbuild.target import Fate, Feature
from moocbuild.targets.common_cartridge.features import CANVAS, MOODLE
from moocbuild.targets.common_cartridge.markup import (
    guarded,
    guarded_title,
    literal,
    percent,
    plain,
    solid,
    spoken,
)

Rewrite = tuple[Callable[[str], str], ...]
"""What a text goes through, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """How one version is written.

    folder: where pages and media lie. page_media, question_media, answer_media: how a page, a
    question and an answer name a file, "" where it cannot be found. quiz_file: `{}` is the
    identifier. pages, stems, answers, titles, typed (answers to type): what these texts go
    through. welcome: whether a module with the course's name comes first. guids: competencies
    as GUIDs at their resources, else as a LOM classification at their items.
    """

    name: str
    title: str
    features: Mapping[Feature, Fate]
    quiz_size: int
    profile: imscp.Profile
    quiz_type: str
    quiz_file: str
    folder: str
    page_media: str
    question_media: str
    answer_media: str
    pages: Rewrite
    stems: Rewrite
    answers: Rewrite
    titles: Rewrite
    typed: Rewrite
    welcome: bool
    guids: bool


EDITIONS = (
    Edition(
        name="cc-1.1",
        title="Common Cartridge 1.1 (Moodle)",
        features=MOODLE,
        quiz_size=4,
        profile=imscp.CC_1_1,
        quiz_type="imsqti_xmlv1p2/imscc_xmlv1p1/assessment",
        quiz_file="{}.xml",  # Moodle resolves paths of questions against the folder of the file
        folder="",
        page_media="../{}",
        question_media="$IMS-CC-FILEBASE$/{}",
        answer_media="",
        pages=(plain, guarded),
        stems=(plain, guarded, percent),
        answers=(plain, spoken, guarded, solid),
        titles=(guarded_title,),
        typed=(literal,),
        welcome=True,  # the first module lands in Moodle's section 0, whatever it is
        guids=False,
    ),
    Edition(
        name="cc-1.3",
        title="Common Cartridge 1.3 (Canvas, Open edX)",
        features=CANVAS,
        quiz_size=0,
        profile=imscp.CC_1_3,
        quiz_type="imsqti_xmlv1p2/imscc_xmlv1p3/assessment",
        quiz_file="{}/assessment.xml",
        folder="web_resources/",  # all that cc2olx copies
        page_media="$IMS-CC-FILEBASE$/{}",
        question_media="$IMS-CC-FILEBASE$/{}",
        answer_media="$IMS-CC-FILEBASE$/{}",
        pages=(plain,),
        stems=(plain, guarded, percent),
        answers=(plain,),
        titles=(),
        typed=(),
        welcome=False,
        guids=True,
    ),
)


def rewritten(text: str, steps: Rewrite) -> str:
    """`text` after every step."""
    for step in steps:
        text = step(text)
    return text
