"""IMS Simple Sequencing, the little of it that a SCORM 2004 manifest needs.

Left out on purpose: `mapInfo` (global objectives), which keeps a package from being added to
Moodle at all (measured on 4.5 and 5.1), and every rule about order, which Moodle does not enforce.
"""

from __future__ import annotations

from collections.abc import Iterable

from moocbuild.formats.imscp import SCORM_2004
from moocbuild.formats.xml import Element

V = SCORM_2004.of("imsss")


def sequencing(primary: str = "", objectives: Iterable[str] = ()) -> Element:
    """What an item's `imsss:sequencing` says: the SCO itself sets completion and success.

    primary, objectives: objective ids. Objectives named here are there before the SCO asks, but
    in Moodle the last one's measure decides what is passed: name them only where that is wanted.
    None has a minimum measure.
    """
    return V("sequencing", None, _objectives(primary, objectives), _delivery())


def _objectives(primary: str, others: Iterable[str]) -> Element:
    first = V("primaryObjective", {"objectiveID": primary} if primary else None)
    return V("objectives", None, first, *(V("objective", {"objectiveID": o}) for o in others))


def _delivery() -> Element:
    set_by_content = {"completionSetByContent": "true", "objectiveSetByContent": "true"}
    return V("deliveryControls", set_by_content)
