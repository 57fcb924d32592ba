"""What authors, and teams in Studio, set for Open edX."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import field

from moocbuild.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Studio:
    """What the team of a course has set in Studio, as Studio's export of the course says.

    course: settings of the course by name, as JSON has them. grading: its policy.
    blocks: type and url_name → attributes.
    """

    course: Mapping[str, object] = field(default_factory=dict)
    grading: Mapping[str, object] = field(default_factory=dict)
    blocks: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenEdxSettings:
    """What course.yml says under `olx:`, and what records on a platform hang on.

    unnamed: whether the author names no organisation. run: of the course. xblocks: whether the
    platform has moocbuild-xblock installed. dates: start, end, enrollment_start, enrollment_end.
    self_paced: None where the author says nothing. due: last days by page id. image: a file in
    Studio. about: whether the package has the page about the course. bank: the type of block that
    draws. redraw: whether learners may draw anew. periods: whether names of blocks hold periods.
    studio: what the team has set, if an export says so.
    """

    unnamed: bool = False
    run: str = "r1"
    xblocks: bool = False
    dates: Mapping[str, datetime.date] = field(default_factory=dict)
    self_paced: bool | None = None
    due: Mapping[str, datetime.date] = field(default_factory=dict)
    image: str = ""
    about: bool = True
    bank: str = "library_content"
    redraw: bool = False
    periods: bool = False
    studio: Studio | None = None
