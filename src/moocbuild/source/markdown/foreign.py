"""What looks like the syntax of another tool: learners would read the signs themselves.

Looked for in words only, never in code, formulas, comments or addresses. What stands behind a
backslash is meant as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

from moocbuild.diagnostics import Rule, Severity, Span
from moocbuild.source.markdown.texts import last_line, line_of
from moocbuild.source.shared import FileReader

Element = ElementTree.Element

FOREIGN = Rule(
    "MB150",
    "foreign-syntax",
    Severity.WARNING,
    """The text contains the syntax of another tool: `!!! note`, `:::`, `==x==`, `[[x]]`, `[TOC]`,
`%%`, `{#id}`, `{.class}`, `++x++`, `x^2^`, a box (`[x]`) outside a list, a file name with
blanks in a link, a formula that is not closed and the like. It has no
meaning here, so learners would see it literally. The message says what to write instead. If you
mean the characters themselves, put them in code, or put a backslash before the first.""",
    remedy="write it as code if you mean the characters themselves",
)

Patterns = tuple[tuple[re.Pattern[str], str], ...]

_KINDS = (
    "abstract admonition attention bug caution danger error example failure hint important info"
    " note question quote success summary tip warning"
).replace(" ", "|")
_NAMES = "align|class|height|id|lang|loading|rel|style|target|width"
_ALERT = "write '> [!NOTE]' on a line of its own, and '> ' before each line of the text"

_AT_LINE: Patterns = (
    (re.compile(rf'^(?:!!!|\?\?\?\+?)[ \t]+(?:{_KINDS})\b[^\n"]*', re.M), _ALERT),
    (
        re.compile(r"^[-*+\u2022]?\[[ xX]?\](?![\[(:])", re.M),
        "write '- [x] words' in a list, or a backslash before the bracket",
    ),
    (re.compile(r"^:{3,}[ \t]*(?:\{[^}\n]{0,100}\}|[A-Za-z][\w-]*)", re.M), _ALERT),
    (
        re.compile(r"^\[![A-Za-z][\w-]{0,30}\][-+]?", re.M),
        "write [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION], alone or before a title",
    ),
    (
        re.compile(r"^<{7}[ \t]\S[^\n]{0,100}", re.M),
        "resolve the conflict, and delete it",
    ),
    (re.compile(r"^#{2,6}[^\s#][^\n]{0,100}", re.M), "write a blank between '#' and the words"),
    (re.compile(r"(?<=\n):[ \t]+\S[^\n]{0,100}"), "write one line of words above it"),
)
"""At the beginning of a line → what to write."""

_ALONE = re.compile(r"\[(?:TOC|toc)\]")
_TOC = "delete it: every target lists the pages itself"

_ANYWHERE: Patterns = (
    (
        re.compile(r"(?<![=\w])==(?=[^\s=])[^=\n]{1,200}(?<=[^\s=])==(?![=\w])"),
        "write '<mark>…</mark>'",
    ),
    (
        re.compile(r"(?<![+\w])\+\+(?=[^\s+])[^+\n]{1,200}(?<=[^\s+])\+\+(?![+\w])"),
        "write '<ins>…</ins>'",
    ),
    (
        re.compile(r"\^\[(?=[^\]\s])[^\[\]\n]{1,300}\](?![(\[])"),
        "write '[^1]', and '[^1]: …' on a line of its own",
    ),
    (re.compile(r"(?<=\s)\^(?=[\d-]{0,40}[A-Za-z])[A-Za-z0-9-]{2,40}$", re.M), "delete it"),
    (re.compile(r"\^[^\s^]{1,30}\^(?!\w)"), "write '<sup>…</sup>'"),
    (
        re.compile(r"(?<![A-Za-z0-9*])\*\*(?=[^\s*])[^*\n]{1,200}(?<=\S)\*\*(?!\*)"),
        "write '<strong>…</strong>', as a mark and a letter stand beside '**'",
    ),
    (
        re.compile(r"!\[\[(?=\S)[^\[\]\n]{1,200}\]\]"),
        "write '![what it shows](../../media/name.png)'",
    ),
    (re.compile(r"\[\[(?!\s|[\d, ]+\])[^\[\]\n]{1,200}\]\]"), "write '[words](page.md)'"),
    (re.compile(r"(?<![%\w])%%[^%]{1,300}%%(?![%\w])"), "write '<!-- … -->'"),
    (re.compile(r"\{:?[ \t]?#[A-Za-z][\w-]{0,64}[^{}\n]{0,60}\}"), "write '<!-- #id -->' below"),
    (
        re.compile(rf"\{{:?[ \t]?(?:\.[A-Za-z_]|(?:{_NAMES})=)[^{{}}\n]{{0,100}}\}}"),
        "delete it: only '{width=50%}' directly after an image is supported",
    ),
    (
        re.compile(r"\{\{[^{}\n]{1,100}\}\}|\{%[^{}\n]{1,100}%\}"),
        "write the text itself: variables are not supported",
    ),
    (
        re.compile(
            r"!?\[[^\[\]\n]{0,300}\]"
            r"\((?=[^()<>\"'\n]{0,200}[ \t])[^()<>\"'\n]{1,200}\.[A-Za-z0-9]{2,5}\)"
        ),
        "rename the file, without blanks in its name",
    ),
    (re.compile(r"\$\$[^\n]*"), "write '$$' where the formula ends, too"),
    (
        re.compile(r"\$?\\[A-Za-z]{2,20}[{_^][^\n]*"),
        "write formulas between dollar signs: '$x^2$'",
    ),
    (re.compile(r"(?<![\w:]):[a-z][a-z_]{1,30}:(?![\w:])"), "write the character itself"),
)
"""Anywhere in words → what to write."""

_ADDRESS = re.compile(r"https?://|www\.|mailto:|[^\s@]+@\S+\Z", re.I)
_SIGNS = re.compile(
    r"!!!|\?\?\?|\[[ xX\[\]!]|:::|==|\+\+|\^|%%|\{|:[a-z]|\]\(|\$\$|\*\*|##|<<<<<<<|\n:"
    r"|\\[A-Za-z(\[]"
)
"""What every pattern above begins with, or has in it: most words hold none of these. Each
alternative begins with a sign as it is, which takes a sixth of the time of `<{7}` among them."""
_NO_WORDS = frozenset({"citation", "code", "comment", "formula", "kbd", "pre", "samp", "slot"})


def check_foreign(blocks: tuple[Element, ...], reader: FileReader) -> None:
    """Warns of each such thing in `blocks`, where it stands in the file as it is."""
    text = reader.file.text
    alone, latex = bool(_ALONE.search(text)), "\\(" in text or "\\[" in text
    if not (alone or latex or _SIGNS.search(text)):
        return
    met: dict[str, int] = {}
    for block in blocks:
        seen = alone or _SIGNS.search("".join(block.itertext()))  # no walk through most of them
        found = _found(block, block) if seen else ()
        for place, words, help in (*found, *(_formulas(block, reader) if latex else ())):
            span = _place(words, line_of(place), last_line(place), reader, met)
            if span is not None:
                shown = words if len(words) <= 60 else f"{words[:59]}…"
                message = f"'{shown}' has no meaning here: learners would see it literally"
                reader.report(FOREIGN.at(span, message, help=help))


def _found(element: Element, place: Element) -> Iterator[tuple[Element, str, str]]:
    """The block in which each stands, its words as far as its first line, what to write."""
    place = element if "last" in element.attrib else place
    if element.tag in _NO_WORDS or _is_address(element):
        return
    if element.tag == "p" and not len(element) and _ALONE.fullmatch((element.text or "").strip()):
        yield place, (element.text or "").strip(), _TOC
        return
    tails = ((_ANYWHERE, child.tail or "") for child in element)
    for patterns, said in ((_AT_LINE + _ANYWHERE, element.text or ""), *tails):
        yield from ((place, words, help) for words, help in _matches(patterns, said))
    for child in element:
        yield from _found(child, place)


_FORMULA = re.compile(
    r"\\\((?=[^()\n]{0,100}(?:\\[A-Za-z]|[\^_=<>+])|[A-Za-z]\\\))[^()\n]{1,100}\\\)"
    r"|\\\[(?=[^\]\n]{0,100}(?:\\[A-Za-z]|[\^_=<>+]))[^\]\n]{1,100}\\\]"
)


def _formulas(block: Element, reader: FileReader) -> Iterator[tuple[Element, str, str]]:
    """Formulas of LaTeX, of which only the brackets would be left."""
    words = None
    for number in range(line_of(block), last_line(block) + 1):
        for found in _FORMULA.finditer(reader.file.line(number)):
            shown = _UNESCAPED.sub(r"\1", found[0])
            words = "".join(_words(block)) if words is None else words
            if shown in words:
                yield block, found[0], "write '$…$'"


_UNESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")


def _words(element: Element) -> Iterator[str]:
    if element.tag not in _NO_WORDS:
        yield element.text or ""
        for child in element:
            yield from _words(child)
    yield element.tail or ""


def _is_address(element: Element) -> bool:
    """A bare address: what is shown is what is linked."""
    return element.tag == "a" and _ADDRESS.match(element.text or "") is not None


def _matches(patterns: Patterns, said: str) -> Iterator[tuple[str, str]]:
    """Each match of the first pattern that fits, as far as its first line, with the help."""
    if _SIGNS.search(said) is None:
        return
    for pattern, help in patterns:
        found = [match[0] for match in pattern.finditer(said)]
        if found:
            yield from ((words.rstrip().partition("\n")[0], help) for words in found)
            said = pattern.sub(" ", said)


def _place(
    words: str, first: int, last: int, reader: FileReader, met: dict[str, int]
) -> Span | None:
    """Where `words` stand as they are; None where the author wrote a backslash into them."""
    for number in range(first, last + 2):  # a value of YAML begins a line below its key
        line = reader.file.line(number)
        at = line.find(words)
        if at >= 0 and not line[:at].endswith("\\") and met.get(words, 0) < number:
            met[words] = number
            return Span(reader.path, number, at + 1, len(words))
    return None
