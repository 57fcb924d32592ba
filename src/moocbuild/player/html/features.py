"""What packages with the player keep of a course, as far as they have it in common."""

from __future__ import annotations

from collections.abc import Mapping

from moocbuild.target import KEPT, Fate, Feature, degraded, lost

FATES: Mapping[Feature, Fate] = {
    **dict.fromkeys(Feature, KEPT),
    Feature.TIME_LIMIT: lost("the player has no clock"),
    Feature.CLOSED_FEEDBACK: degraded("never shows, as a package knows no closing date"),
    Feature.HIDDEN_ANSWERS: degraded("are not shown, but stand in the source of the page"),
}
