"""What `moocbuild inspect` says, as plain data; the other forms are made of it."""

from __future__ import annotations

from collections.abc import Sequence

from moocbuild.diagnostics import Diagnostic, Severity
from moocbuild.diagnostics.emit.json import as_row
from moocbuild.inspect import Inspected

Row = dict[str, object]


def data(inspected: Inspected, found: Sequence[Diagnostic], *, failed: bool, refused: bool) -> Row:
    """`{file, bytes, archive, result, kind, version, title, checked, facts, outline, files,
    findings}`.

    result: `good`, `errors` or `refused`. checked: `standard` where its rules were looked at,
    `archive` where only the archive and its XML were, `nothing` where it was refused. outline:
    `[{depth, title, refers}]`, files: `[{name, bytes}]`, findings: as `check --format json` has
    them, without `fix`.
    """
    contents = inspected.contents
    deep = "standard" if contents is not None and contents.deep else "archive"
    return {
        "file": inspected.name,
        "bytes": inspected.size,
        "archive": inspected.archive,
        "result": "refused" if refused else "errors" if failed else "good",
        "kind": contents.kind if contents else "",
        "version": contents.version if contents else "",
        "title": contents.title if contents else "",
        "checked": deep if inspected.archive else "nothing",
        "facts": dict(contents.facts) if contents else {},
        "outline": [
            {"depth": line.depth, "title": line.title, "refers": line.refers}
            for line in (contents.outline if contents else ())
        ],
        "files": [{"name": name, "bytes": size} for name, size in inspected.files],
        "findings": [as_row(each) for each in found],
    }


def counts(found: Sequence[Diagnostic]) -> dict[Severity, int]:
    """How many findings there are of each severity, the gravest first."""
    return {
        severity: sum(each.rule.severity is severity for each in found)
        for severity in sorted(Severity, reverse=True)
    }


def size(count: int) -> str:
    """Bytes for people: `950 bytes`, `12 KB`, `3.4 MB`."""
    if count < 1_000:
        return f"{count} bytes"
    for unit in ("KB", "MB"):
        count_of = count / (1_000 if unit == "KB" else 1_000_000)
        if count_of < 1_000:
            return f"{count_of:.1f} {unit}" if count_of < 10 else f"{count_of:.0f} {unit}"
    return f"{count / 1e9:.1f} GB"
