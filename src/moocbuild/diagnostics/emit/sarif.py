"""SARIF 2.1.0, as code scanning reads it: findings beside lines, with the help of their rules.

Addresses of files are relative to the folder of the course, as `%SRCROOT%`. A finding is told
from others by its rule and by the words of its line, so that it stays the same one while lines
above it come and go.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any
from urllib.parse import quote

from moocbuild.diagnostics import Diagnostic, Edit, Rule, Severity, Span
from moocbuild.diagnostics.edits import edits_of

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}
_ROOT = "%SRCROOT%"
Json = dict[str, Any]


def emit(found: Iterable[Diagnostic], source_line: Callable[[Span], str]) -> Iterator[str]:
    """One log with one run, and in it the rules that found something."""
    import json  # the other formats have no use for it

    from moocbuild import __version__

    found = list(found)
    rules = {d.rule.code: d.rule for d in sorted(found, key=lambda d: d.rule.code)}
    places = {code: number for number, code in enumerate(rules)}
    met: Counter[str] = Counter()
    driver = {
        "name": "moocbuild",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in rules.values()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(d, places, met, source_line) for d in found],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    yield json.dumps(log, ensure_ascii=False, indent=2)


def _rule(rule: Rule) -> Json:
    explanation = rule.explanation.strip()
    first = " ".join(explanation.partition("\n\n")[0].split())
    remedy = f"\n\nWhat to do: {rule.remedy}." if rule.remedy else ""
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.slug.split("-")),
        "shortDescription": {"text": first or rule.slug},
        "fullDescription": {"text": " ".join(explanation.split()) or rule.slug},
        "help": {"text": f"{explanation}{remedy}", "markdown": f"{explanation}{remedy}"},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(
    d: Diagnostic,
    places: dict[str, int],
    met: Counter[str],
    source_line: Callable[[Span], str],
) -> Json:
    words = d.said + (f"\n{d.help}" if d.help else "")
    result: Json = {
        "ruleId": d.rule.code,
        "ruleIndex": places[d.rule.code],
        "level": _LEVELS[d.rule.severity],
        "message": {"text": words},
        "locations": [_location(d.span)],
        "partialFingerprints": {"primaryLocationLineHash": _print(d, met, source_line)},
    }
    if d.related:
        result["relatedLocations"] = [
            {"id": number, **_location(span), "message": {"text": note}}
            for number, (span, note) in enumerate(d.related, 1)
        ]
    edits = edits_of(d, source_line)
    if edits:
        result["fixes"] = [{"description": {"text": d.help}, "artifactChanges": _changes(edits)}]
    return result


def _print(d: Diagnostic, met: Counter[str], source_line: Callable[[Span], str]) -> str:
    """A hash of the rule, the file and the line's words, and which of its kind this one is."""
    line = source_line(d.span).strip() if d.span.line else ""
    data = "\0".join((d.rule.code, d.span.path, d.target, line or d.message))
    import hashlib  # only where it is asked for, as a start must be quick

    mark = hashlib.sha256(data.encode("utf-8", "replace")).hexdigest()[:16]
    met[mark] += 1
    return f"{mark}:{met[mark]}"


def _location(span: Span) -> Json:
    return {"physicalLocation": {"artifactLocation": _artifact(span), "region": _region(span)}}


def _artifact(span: Span) -> Json:
    return {"uri": quote(span.path), "uriBaseId": _ROOT}


def _region(span: Span) -> Json:
    """A file as a whole is shown at its first line."""
    if not span.line:
        return {"startLine": 1}
    start = max(1, span.column)
    return {"startLine": span.line, "startColumn": start, "endColumn": start + span.length}


def _changes(edits: Sequence[Edit]) -> list[Json]:
    by_file: dict[str, list[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.span.path, []).append(edit)
    return [
        {
            "artifactLocation": _artifact(of_file[0].span),
            "replacements": [
                {"deletedRegion": _region(e.span), "insertedContent": {"text": e.new}}
                for e in of_file
            ],
        }
        for of_file in by_file.values()
    ]
