"""The sources and the glossary, each a list in a YAML file of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from moocbuild.diagnostics import Diagnostic, Report, Rule, Severity, Span
from moocbuild.model.alphabet import alphabetical
from moocbuild.model.course import Reference, Term
from moocbuild.model.text import EMPTY, Text
from moocbuild.source.files.tree import SourceTree
from moocbuild.source.made import MADE_OF
from moocbuild.source.markdown.texts import Texts
from moocbuild.source.merge import Merged
from moocbuild.source.pages.section import read_syntax
from moocbuild.source.shared import FileReader, Shared
from moocbuild.source.yaml.reader import read_yaml
from moocbuild.source.yaml.schema import GlossaryFile, ReferencesFile
from moocbuild.source.yaml.validate import validate

TWICE = Rule(
    "MB194",
    "listed-twice",
    Severity.WARNING,
    """A term of the glossary, or the key of a source, is listed twice. Learners would find two
entries of one name, and could not tell which of them a text means. Keep one, or tell them apart by
their names: `Drone (bee)`.""",
    remedy="delete one of the two, or give it another name",
)


def read_references(tree: SourceTree, report: Report) -> tuple[Reference, ...]:
    """What texts may cite, in the order of the file."""
    path = "course/references.yml"
    file = tree.texts.get(path)
    if file is None:
        return ()
    node = read_yaml(file.text, path, report)
    data = validate(ReferencesFile, node, report, Span(path, 1)) if node else None
    if data is None or node is None:
        return ()
    for finding in _listed_twice(
        (r.key, node.at(("references", n, "key"))) for n, r in enumerate(data.references)
    ):
        report(finding)
    return tuple(
        Reference(
            key=r.key,
            cite=r.cite,
            verified=r.verified,
            doi=r.doi,
            url=r.url,
            span=node.at(("references", n)),
        )
        for n, r in enumerate(data.references)
    )


def read_glossary(
    tree: SourceTree, language: str, shared: Shared, merged: Merged, report: Report
) -> tuple[Term, ...]:
    """Its terms by the alphabet, with what their definitions add to the course in `merged`."""
    path = "course/glossary.yml"
    file = tree.texts.get(path)
    node = read_yaml(file.text, path, report) if file else None
    data = validate(GlossaryFile, node, report, Span(path, 1)) if node else None
    if data is None or node is None or file is None:
        return ()
    places = [node.at(("terms", number, "term")) for number in range(len(data.terms))]
    for finding in _listed_twice((e.term, at) for e, at in zip(data.terms, places, strict=True)):
        report(finding)
    reader = FileReader(file, MADE_OF[path], shared)
    terms = []
    for number, entry in enumerate(data.terms):
        span = node.at(("terms", number, "definition"))
        terms.append(
            Term(term=entry.term, definition=_text(entry.definition, span, reader), span=span)
        )
    merged.add(reader.added)
    for finding in reader.findings:
        report(finding)
    return tuple(sorted(terms, key=lambda t: alphabetical(t.term, language)))


def _text(words: str, span: Span, reader: FileReader) -> Text:
    """Markdown in a YAML value."""
    syntax = read_syntax(words.split("\n"), span.line, reader)
    return Texts(syntax, reader).text(*syntax.blocks) if syntax else EMPTY


def _listed_twice(named: Iterable[tuple[str, Span]]) -> Iterator[Diagnostic]:
    """Each entry whose name was there before, whatever the case of its letters."""
    first: dict[str, Span] = {}
    for name, span in named:
        known = first.setdefault(name.casefold(), span)
        if known is not span:
            related = ((known, "first listed here"),)
            yield TWICE.at(span, f"'{name[:60]}' is listed twice", related=related)
