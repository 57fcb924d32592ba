"""Targets for tests: two cartridges as they are, and one that keeps everything."""

from __future__ import annotations

from typing import get_args

from moocbuild.lower import LOWERINGS
from moocbuild.model.question import Interaction, Unreadable
from moocbuild.package import Package
from moocbuild.target import KEPT, Feature, Target
from moocbuild.targets.common_cartridge import TARGETS

CC = {target.name: target for target in TARGETS}
EVERYTHING = Target(
    name="all",
    title="Keeps all",
    suffix=".zip",
    interactions=frozenset(get_args(Interaction)) - {Unreadable},
    fates=dict.fromkeys(Feature, KEPT),
    render=lambda course: Package({}),
)
READER = Target(
    name="book",
    title="Asks nothing",
    suffix=".zip",
    interactions=frozenset(),
    fates={
        feature: KEPT
        for feature in Feature
        if feature not in {f for step in LOWERINGS if step.ORDER < 80 for f in step.FATES}
    },
    render=lambda course: Package({}),
)
"""Leaves all that is asked to lowerings."""
