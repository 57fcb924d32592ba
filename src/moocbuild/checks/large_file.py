"""A file is large: a film of more than 30 MB, a sound of more than 15, a picture of more than 1,
another file of more than 10.

Learners pay for it, and wait for it on slow networks; some never see the end. Save films in a
lower resolution (480 lines are enough for a talk), pictures no wider than 1,600 pixels, documents
without scans. Packages hold files as they are: moocbuild codes nothing anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from moocbuild.diagnostics import Diagnostic, Rule, Severity, Span
from moocbuild.model.asset import Asset
from moocbuild.model.course import Course

RULE = Rule("MB375", "large-file", Severity.NOTE, __doc__, remedy="save it smaller")
MB = 1_000_000
_MOST: Mapping[str, int] = {"video": 30, "audio": 15, "image": 1}
_ELSE = 10


def check(course: Course) -> Iterator[Diagnostic]:
    """Files that packages hold, by name."""
    for href, asset in sorted(course.assets.items()):
        most = _MOST.get(asset.media_type.partition("/")[0], _ELSE)
        if asset.size > most * MB:
            message = f"the file has {_megabytes(asset)} MB; {most} MB are a lot"
            yield RULE.at(Span(href), message)


def _megabytes(asset: Asset) -> str:
    return f"{asset.size / MB:.1f}".removesuffix(".0")
