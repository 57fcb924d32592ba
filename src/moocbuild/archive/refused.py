"""How reading an archive ends that cannot be trusted."""

from __future__ import annotations

from moocbuild.diagnostics import Diagnostic, Rule, Span

_SHOWN = 120


class RefusedError(Exception):
    """The archive, or a file in it, is refused. `str` is why, in lower case.

    rule: which one of `archive.rules`. entry: the file in the archive, "" for the archive as a
    whole. line, column: in that file, 0 where there is none. help: "" for what the rule advises.
    """

    def __init__(
        self,
        rule: Rule,
        message: str,
        entry: str = "",
        line: int = 0,
        column: int = 1,
        help: str = "",
    ) -> None:
        super().__init__(message)
        self.rule, self.entry, self.help = rule, entry, help
        self.line, self.column = line, column

    def diagnostic(self, archive: str) -> Diagnostic:
        """The same as a finding. archive: how people call the file."""
        span = place(archive, self.entry, self.line, self.column)
        return self.rule.at(span, str(self), help=self.help)


def place(archive: str, entry: str = "", line: int = 0, column: int = 1) -> Span:
    """A place in an archive, written `course.zip!imsmanifest.xml`."""
    return Span(f"{archive}!{shown(entry)}" if entry else archive, line, column)


def shown(words: str) -> str:
    """A stranger's words on one line: escaped where they could deceive, cut where too long."""
    plain = words if words.isprintable() else "".join(map(_escaped, words[: _SHOWN * 2]))
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1]}…"


def _escaped(character: str) -> str:
    return character if character.isprintable() else ascii(character)[1:-1]
