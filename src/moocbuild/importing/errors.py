"""How an import ends that cannot be made. Nothing was written."""

from __future__ import annotations

from collections.abc import Sequence

from moocbuild.diagnostics import Diagnostic


class ImportFailed(Exception):  # noqa: N818 - says what happened
    """finding: why, where, and what to do. found: what was seen before."""

    def __init__(self, finding: Diagnostic, found: Sequence[Diagnostic] = ()) -> None:
        super().__init__(finding.message)
        self.finding = finding
        self.found = tuple(found)
