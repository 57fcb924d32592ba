"""wording.yml, words.txt and `spelling:` of course.yml: what a course has decided of its words."""

from __future__ import annotations

from collections.abc import Iterator

from moocbuild.diagnostics import Report, Span
from moocbuild.model.language import primary
from moocbuild.model.wording import Avoided, Wording
from moocbuild.source.files.tree import ENCODING, MAX_TEXT, TOO_LARGE, SourceTree
from moocbuild.source.yaml.reader import Node, read_yaml
from moocbuild.source.yaml.schema import CourseFile, WordingFile
from moocbuild.source.yaml.validate import WRONG_VALUE, validate

PATH = "course/wording.yml"
WORDS = "course/words.txt"


def read_wording(settings: CourseFile, node: Node, tree: SourceTree, report: Report) -> Wording:
    """All of it; what cannot be read is reported and left out."""
    spelling = settings.spelling
    return Wording(
        avoided=tuple(_avoided(settings.language, tree, report)),
        accepted=tuple(_accepted(tree, report)),
        spelling=spelling is not None and spelling.check,
        dictionary=spelling.dictionary if spelling else "",
        span=node.at(("spelling", "dictionary")) if spelling else node.span,
    )


def _avoided(language: str, tree: SourceTree, report: Report) -> Iterator[Avoided]:
    file = tree.texts.get(PATH)
    node = read_yaml(file.text, PATH, report) if file else None
    data = validate(WordingFile, node, report, Span(PATH, 1)) if node else None
    if data is None or node is None:
        return
    for number, entry in enumerate(data.avoid):
        if not any(map(str.isalpha, entry.words)):
            span = node.at(("avoid", number, "words"))
            report(WRONG_VALUE.at(span, "expected words", help="write words with letters"))
        elif not entry.language or primary(entry.language) == primary(language):
            yield Avoided(
                words=entry.words,
                instead=entry.instead,
                because=entry.because,
                span=node.at(("avoid", number, "words")),
            )


def _accepted(tree: SourceTree, report: Report) -> Iterator[str]:
    """Words, one a line; what follows a `#` is a remark."""
    path = tree.media.get(WORDS)
    if path is None:
        return
    with path.open("rb") as file:
        data = file.read(MAX_TEXT + 1)
    if len(data) > MAX_TEXT:
        report(TOO_LARGE.at(Span(WORDS), "the file is larger than 2 MB"))
        return
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        report(ENCODING.at(Span(WORDS), "the file is not UTF-8"))
        return
    for line in text.splitlines():
        if word := line.partition("#")[0].strip():
            yield word
