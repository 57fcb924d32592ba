"""What a page of the manual tells its readers to type and to write, as steps.

A `console` fence has commands behind `$ ` and what they say, where `…` stands for anything. An
`sh` fence has commands alone, which must succeed. A fence with a path behind its language is a
file, written where the page's commands run; without a path it is a sample. Two comments say the
rest, which readers do not see: `<!-- first` with commands that prepare a step, and `<!-- not run:
REASON -->` above a fence that cannot be run here.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

_STEP = re.compile(
    r"^(?P<in>[ \t]*)(?P<mark>`{3,})(?P<kind>\w*)[ \t]*(?P<path>[^\n`]*)\n(?P<body>.*?)"
    r"^(?P=in)(?P=mark)[ \t]*$"
    r"|<!-- not run: (?P<reason>.*?) -->"
    r"|<!-- first\n(?P<first>.*?)-->",
    re.M | re.S,
)


@dataclass(frozen=True, slots=True)
class Step:
    """kind: `first`, `console`, `sh`, `file`, or the language of a sample. skipped: a reason."""

    kind: str
    body: str
    line: int
    path: str = ""
    skipped: str = ""


def steps(text: str) -> Iterator[Step]:
    """The steps of a page, in order."""
    reason = ""
    for match in _STEP.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        if match["reason"] is not None:
            reason = match["reason"]
        elif match["first"] is not None:
            yield Step("first", match["first"], line)
        else:
            body = textwrap.dedent(match["body"])
            kind = "file" if match["path"].strip() else match["kind"]
            yield Step(kind, body, line, match["path"].strip(), reason)
            reason = ""


@dataclass(frozen=True, slots=True)
class Typed:
    """A command, and what it says."""

    command: str
    said: str

    @property
    def fails(self) -> bool:
        """Whether errors are shown, so that it does not succeed."""
        return re.search(r"\berror\[|^error:|\d errors?\b", self.said, re.M) is not None

    def fits(self, words: str) -> bool:
        """Whether `words` is what is shown; blank lines do not count."""
        return re.fullmatch(_pattern(self.said), _lines(words), re.S) is not None


def typed(body: str) -> Iterator[Typed]:
    """The commands of a `console` fence."""
    for part in re.split(r"^\$ ", body, flags=re.M)[1:]:
        command, _, said = part.partition("\n")
        yield Typed(command, said)


def _lines(words: str) -> str:
    return "".join(f"{line.rstrip()}\n" for line in words.split("\n") if line.strip())


def _pattern(said: str) -> str:
    lines = _lines(said).splitlines()
    return "".join(
        r"(?:[^\n]*\n)*?" if line == "…" else ".*?".join(map(re.escape, line.split("…"))) + r"\n"
        for line in lines
    ).replace(".*?", r"[^\n]*?")
