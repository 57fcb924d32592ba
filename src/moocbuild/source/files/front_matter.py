"""The YAML between the first two `---` lines of a Markdown file."""

from __future__ import annotations

from moocbuild.diagnostics import Report, Rule, Severity, Span
from moocbuild.source.files.tree import SourceFile
from moocbuild.source.yaml.reader import Node, read_yaml
from moocbuild.source.yaml.validate import Checked, validate
from moocbuild.values import dataclass

UNCLOSED = Rule(
    "MB020",
    "front-matter-unclosed",
    Severity.ERROR,
    """The file begins with `---`, the start of its front matter, but there is no closing `---`
line.""",
    remedy="write '---' on a line of its own below the last key",
)


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file in two parts. body_line: the line on which the body begins, from 1."""

    file: SourceFile
    data: Node | None
    body_line: int
    broken: bool = False

    @property
    def body(self) -> tuple[str, ...]:
        """The lines below the front matter."""
        return self.file.lines[self.body_line - 1 :]

    def kind(self) -> str:
        """What `kind:` says, "" where nothing does."""
        value = self.data.value if self.data else None
        node = value.get("kind") if isinstance(value, dict) else None
        if node is not None and isinstance(node.value, str):
            return node.value
        return self._written_kind() if self.broken else ""

    def _written_kind(self) -> str:
        """The kind by its line alone, in front matter that is not YAML."""
        lines = (line.partition(":") for line in self.file.lines[1 : self.body_line])
        return next((value.strip() for key, _, value in lines if key == "kind"), "")

    def checked(self, schema: type[Checked], report: Report) -> Checked | None:
        """The front matter as `schema`, without unknown keys; None after any other report.

        The page is read all the same: what stands below must be checked, and its ids are not lost.
        """
        if self.broken:
            return None
        return validate(schema, self.data, report, Span(self.file.path, 1), partly=True)

    def span(self, *path: str | int) -> Span:
        """Where a value of the front matter stands."""
        return self.data.at(path) if self.data else Span(self.file.path, 1)


def read_document(file: SourceFile, report: Report) -> Document:
    """Splits `file`; a file without front matter is all body."""
    if not file.lines or file.lines[0].rstrip() != "---":
        return Document(file, None, 1)
    for number, line in enumerate(file.lines[1:], start=2):
        if line.rstrip() == "---":
            text = "\n".join(file.lines[1 : number - 1])
            data = read_yaml(text, file.path, report, first_line=2, partly=True)
            return Document(file, data, number + 1, broken=data is None)
    report(UNCLOSED.at(Span(file.path, 1, 1, 3), "the front matter is not closed by a '---' line"))
    return Document(file, None, _first_heading(file), broken=True)


def _first_heading(file: SourceFile) -> int:
    """The line of the first `#` heading, where the body most likely begins."""
    found = (n for n, line in enumerate(file.lines, start=1) if line.startswith("# "))
    return next(found, len(file.lines) + 1)
