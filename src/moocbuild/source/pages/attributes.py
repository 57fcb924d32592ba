"""Attributes in the comment below a heading: `kind=match points=2 critical`."""

from __future__ import annotations

from collections.abc import Sequence

from moocbuild.diagnostics import Rule, Severity, Span
from moocbuild.source.markdown.below import ATTRIBUTES, FLAGS
from moocbuild.source.shared import FileReader

BAD_ATTRIBUTE = Rule(
    "MB125",
    "bad-attribute",
    Severity.ERROR,
    """The comment below a heading may contain `#id`, followed by attributes such as `kind=match`,
`points=2`, `level=apply`, `critical` or `end`. It contains something else.""",
    remedy="delete it, or write it as in '<!-- #my-id kind=match points=2 -->'",
)


def names_attributes(found: Sequence[str]) -> bool:
    """Whether a comment without an id is one for the tool, not for other authors."""
    names = (word.partition("=")[0] for word in found if word)
    return any(name in (*ATTRIBUTES, *FLAGS) for name in names)


def read_attributes(
    found: Sequence[str], line: int, reader: FileReader
) -> tuple[dict[str, str], dict[str, Span]]:
    """Attribute → value, "" of a flag, and their places. Others are reported."""
    values: dict[str, str] = {}
    spans: dict[str, Span] = {}
    for word in found:
        span = reader.find(word, line)
        name, equals, value = word.partition("=")
        if (equals and name in ATTRIBUTES) or (not equals and name in FLAGS):
            values[name], spans[name] = value, span
        else:
            known = ", ".join([*(f"{n}=…" for n in ATTRIBUTES), *FLAGS])
            reader.report(
                BAD_ATTRIBUTE.at(
                    span, f"unknown attribute '{word}'", help=f"delete it, or write one of {known}"
                )
            )
    return values, spans
