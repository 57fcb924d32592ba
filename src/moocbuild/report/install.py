"""For whoever installs it: steps and settings for each package, and the releases tried."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from moocbuild.model.course import Course
from moocbuild.target import Target
from moocbuild.words import Words

Row = dict[str, Any]
RELEASES = Path(__file__).parent / "releases.json"
"""Which releases the tests on real systems ran on: they keep it true."""
_STEPS: Mapping[str, tuple[str, ...]] = {
    "scorm-1.2": ("step_scorm_add", "step_scorm_update"),
    "scorm-2004": ("step_scorm_add", "step_scorm_update"),
    "cc-1.1": ("step_cc_moodle", "step_cc_once"),
    "cc-1.3": ("step_cc_empty", "step_cc_once"),
    "moodle": ("step_mbz_framework", "step_mbz_restore", "step_mbz_update"),
    "moodle-xml": ("step_bank",),
    "gift": ("step_gift",),
    "cmi5": ("step_cmi5",),
    "qti-2.1": ("step_qti", "step_qti_look"),
    "moodle-competencies": ("step_competencies",),
    "olx": ("step_olx_taxonomy", "step_olx_import", "step_olx_update"),
    "openedx-taxonomy": ("step_taxonomy",),
    "case": ("step_case",),
    "web": ("step_web", "step_web_update"),
}
_OTHER = ("step_other",)
"""For a target without steps of its own, such as one of a plug-in."""
_SCORM = (
    ("scorm_method", "scorm_method_to"),
    ("scorm_attempts", "scorm_attempts_to"),
    ("scorm_force", "scorm_force_to"),
    ("scorm_completion", "scorm_completion_to"),
)
_CARTRIDGE = (("cc_marks", "cc_marks_to"), ("cc_completion", "cc_completion_to"))
_SETTINGS: Mapping[str, tuple[tuple[str, str], ...]] = {
    "scorm-1.2": _SCORM,
    "scorm-2004": _SCORM,
    "cc-1.1": _CARTRIDGE,
    "cc-1.3": _CARTRIDGE,
    "moodle": (("moodle_recover", "moodle_recover_to"), ("moodle_total", "moodle_total_to")),
    "olx": (("olx_dates", "olx_dates_to"), ("olx_grading", "olx_grading_to")),
}
"""What is to be set, and to what."""
_FRAMEWORK = frozenset({"step_mbz_framework", "step_olx_taxonomy"})
"""Only where the course has one."""


def steps(target: Target, course: Course, say: Words) -> list[str]:
    """What to do, in order."""
    keys = (
        key
        for key in _STEPS.get(target.name, _OTHER)
        if key not in _FRAMEWORK or course.framework.by_code
    )
    known = {"id": course.framework.id, "title": target.title}
    return [say(f"report.{key}", **known) for key in keys]


def settings(target: Target, say: Words) -> list[tuple[str, str]]:
    """What to set, and to what."""
    pairs = _SETTINGS.get(target.name, ())
    return [(say(f"report.{name}"), say(f"report.{to}")) for name, to in pairs]


def releases() -> list[Row]:
    """Systems and releases, with what was tried on each."""
    listed: list[Row] = json.loads(RELEASES.read_text("utf-8"))
    return listed
