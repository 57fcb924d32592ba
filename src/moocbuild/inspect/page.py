"""What is in a package as one HTML page: no scripts, no other files."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import Template
from markupsafe import Markup

from moocbuild.archive.refused import shown
from moocbuild.diagnostics import Diagnostic, Severity
from moocbuild.inspect import Inspected
from moocbuild.inspect.data import counts, size
from moocbuild.inspect.text import kind
from moocbuild.render.templates import compiled

_MOST_FILES = 2_000
_WORDS = {
    "good": "No errors were found.",
    "errors": "There are errors.",
    "refused": "The package was refused.",
}
_COUNTED = {
    Severity.ERROR: "Errors",
    Severity.WARNING: "Warnings",
    Severity.NOTE: "Notes",
}


def page(inspected: Inspected, found: Sequence[Diagnostic], result: str) -> bytes:
    """The page. result: `good`, `errors` or `refused`. Words of strangers are shown, never run."""
    contents = inspected.contents
    text = _template().render(
        css=Markup(_css()),
        name=shown(inspected.name),
        kind=kind(contents) if contents else "",
        title=shown(contents.title) if contents else "",
        deep=contents.deep if contents else False,
        result=_WORDS[result],
        refused=result == "refused",
        glance=_glance(inspected, found),
        found=[_row(each) for each in found],
        outline=[
            (line.depth, shown(line.title) or "(no title)", shown(line.refers))
            for line in (contents.outline if contents else ())
        ],
        files=[(shown(name), size(count)) for name, count in inspected.files[:_MOST_FILES]],
        more=max(0, len(inspected.files) - _MOST_FILES),
    )
    return text.encode("utf-8", "replace")


def _glance(inspected: Inspected, found: Sequence[Diagnostic]) -> list[tuple[str, str]]:
    """The first figures: what they are, and how many."""
    counted = counts(found)
    figures = [(_COUNTED[each], f"{counted[each]:,}") for each in counted]
    facts = inspected.contents.facts if inspected.contents else {}
    figures += [
        (name[0].upper() + name[1:], f"{value:,}" if isinstance(value, int) else shown(value))
        for name, value in facts.items()
        if value
    ]
    return [*figures, ("Files", f"{len(inspected.files):,}"), ("Size", size(inspected.size))]


def _row(found: Diagnostic) -> dict[str, str]:
    entry = found.span.path.partition("!")[2] or "the archive"
    place = f"{entry}:{found.span.line}" if found.span.line else entry
    return {
        "code": found.rule.code,
        "severity": found.rule.severity.name.lower(),
        "place": place,
        "message": found.said,
        "help": found.help,
    }


def _css() -> str:
    """That of the report on a course."""
    return compiled("moocbuild.report").get_template("report.css").render()


@cache
def _template() -> Template:
    return compiled("moocbuild.inspect").get_template("inspect.html")
