"""Targets for tests: two cartridges as they are, and one that keeps everything."""

from __future__ import annotations

from typing import get_args

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
