"""QTI 2.1: the questions as items and the quizzes as tests, in a content package."""

from __future__ import annotations

from moocbuild.target import Target
from moocbuild.targets.qti.content import package
from moocbuild.targets.qti.features import FATES
from moocbuild.targets.qti.question import RENDERERS

TARGETS = (
    Target(
        name="qti-2.1",
        title="QTI 2.1 (items and tests)",
        suffix=".zip",
        interactions=RENDERERS.known,
        fates=FATES,
        render=package,
        on_request=True,
    ),
)
