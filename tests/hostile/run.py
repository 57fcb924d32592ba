"""The real command in this process, and what it left behind."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
from dataclasses import dataclass
from pathlib import Path

from moocbuild.cli import _status

TARGETS = ("cc-1.1", "cc-1.3", "scorm-1.2", "scorm-2004", "web")


@dataclass(frozen=True)
class Finding:
    code: str
    slug: str
    severity: str
    message: str
    path: str
    line: int
    column: int
    help: str
    fix: object = None


@dataclass(frozen=True)
class Outcome:
    status: int
    findings: tuple[Finding, ...]
    stdout: str
    stderr: str

    def of(self, severity: str) -> list[Finding]:
        return [f for f in self.findings if f.severity == severity]


def run(*arguments: str) -> Outcome:
    """`moocbuild …`; findings where the output is JSON."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = _status(list(arguments))
    return Outcome(status, parsed(out.getvalue()), out.getvalue(), err.getvalue())


def parsed(text: str) -> tuple[Finding, ...]:
    if not text.startswith("{"):
        return ()
    return tuple(Finding(**d) for d in json.loads(text)["diagnostics"])


def build(root: Path, out: Path) -> Outcome:
    """`moocbuild build`, findings as JSON."""
    chosen = [word for target in TARGETS for word in ("-t", target)]
    return run("build", "-C", str(root), "--out", str(out), "--format", "json", *chosen)


def snapshot(folder: Path) -> dict[str, str]:
    """Everything below `folder` by name: bytes, links and times."""
    return {str(path.relative_to(folder)): _state(path) for path in sorted(folder.rglob("*"))}


def _state(path: Path) -> str:
    if path.is_symlink():
        return f"link to {os.readlink(path)}"  # noqa: PTH115
    if not path.is_file():
        return "folder or device"
    return f"{path.stat().st_mtime_ns} {hashlib.sha256(path.read_bytes()).hexdigest()}"
