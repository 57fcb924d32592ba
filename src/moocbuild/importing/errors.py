"""How an import ends that cannot be made. Nothing was written."""

from __future__ import annotations

from moocbuild.diagnostics import Diagnostic


class ImportFailed(Exception):  # noqa: N818 - says what happened
    """finding: why, where, and what to do."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding
