"""What becomes of each feature: what a target says, else what a lowering makes of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lower.targets import EVERYTHING
from moocbuild.lower import survey
from moocbuild.lower.lowering import fates
from moocbuild.model.question import SurveyInteraction
from moocbuild.target import KEPT, Feature, lost

OTHERS = {feature: KEPT for feature in Feature if feature is not Feature.SURVEY}
ASKS = replace(EVERYTHING, fates=OTHERS)
READS = replace(ASKS, interactions=ASKS.interactions - {SurveyInteraction})
HOW = survey.FATES[Feature.SURVEY].how


def test_a_lowering_says_what_it_makes_of_it() -> None:
    assert fates(READS, [survey])[Feature.SURVEY].how == HOW


def test_a_target_may_say_why() -> None:
    why = replace(READS, reasons={Feature.SURVEY: "it judges all"})
    assert fates(why, [survey])[Feature.SURVEY].how == f"it judges all: {HOW}"


def test_what_a_lowering_is_for_is_kept_where_it_does_not_apply() -> None:
    assert fates(ASKS, [survey])[Feature.SURVEY] == KEPT


def test_a_target_s_own_word_counts() -> None:
    own = replace(READS, fates={**OTHERS, Feature.SURVEY: lost("nobody asks")})
    assert fates(own, [survey])[Feature.SURVEY] == lost("nobody asks")


def test_no_feature_is_untold() -> None:
    with pytest.raises(LookupError, match="all says nothing of SURVEY"):
        fates(ASKS, [])
    assert list(fates(ASKS, [survey])) == list(Feature)
