"""`requires:` in course.yml: which versions of moocbuild the course is written for."""

from __future__ import annotations

from moocbuild import __version__
from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.source.files.tree import SourceFile
from moocbuild.source.yaml.reader import read_yaml
from moocbuild.source.yaml.types import specifiers

KEY = "requires"
OTHER_VERSION = Rule(
    "MB187",
    "other-version",
    Severity.ERROR,
    """`requires:` in course.yml names the versions of moocbuild that this course is written for,
and the one that is running is none of them. It might misunderstand the course, so nothing else is
read: what it said of texts that it does not know would only mislead.

`requires: ">=0.2, <0.4"` takes 0.2 and 0.3 with all their corrections; the signs are those of
Python's packages. Version 0.1 does not know the key, and stops at it, too (`unknown-key`).""",
    remedy="run another version of moocbuild, or change 'requires:'",
)


def other_version(file: SourceFile | None, running: str = __version__) -> Diagnostic | None:
    """The error where course.yml does not take the version that is running.

    None, too, where the key cannot be read: that is for the schema to say. A version before its
    release (`0.4.0rc1`) counts as any other.
    """
    if file is None or KEY not in file.text:
        return None
    node = read_yaml(file.text, file.path, lambda _: None, partly=True)
    written = node.plain() if node else None
    wanted = written.get(KEY) if isinstance(written, dict) else None
    if node is None or not isinstance(wanted, str):
        return None
    versions = specifiers(wanted)
    if versions is None or versions.contains(running, prereleases=True):
        return None
    parts = [part.strip() for part in wanted.split(",")]
    help = (
        f"run 'pip install \"moocbuild{','.join(parts)}\"', or change this line to take {running}"
    )
    message = f"this course requires moocbuild {', '.join(parts)}, and this is {running}"
    return OTHER_VERSION.at(node.at((KEY,)), message, help=help)
