"""Whether a translation may stand in the place of its message: the same shape, the same marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from markdown_it.token import Token

from moocbuild.i18n.leaves import Leaf
from moocbuild.source.files.tree import SourceFile
from moocbuild.source.markdown.parser import tokens

_MARKS = re.compile(r"[\[<{!]|://|www\.|@")
_BEGINS = re.compile(r"(?:^|\n)[^\S\n]*(?:[#>+\-*=~`|<:$!]|\d+[.)]|\[|\t| {4})")
_BOX = re.compile(r"\[[ xX]\](?:\s|$)")
_SHARE = re.compile(r"`[\d.]+`\s")
_DEFINITION = re.compile(r" {0,3}\[[^\]]+\]:")
_GAP = re.compile(r"(?<![\\\]])\[(\d{1,2})\](?![(\[:])")
_TAG = re.compile(r"</?[A-Za-z][\w-]*")
_KEEPS_ADDRESS = re.compile(r"^(?:#|[^:/?#]*\.(?:md|ya?ml)(?:#|$)|[./][^:]*\.(?:md|ya?ml)(?:#|$))")
_NAMES = {
    "link": "the link to",
    "elsewhere": "a link",
    "image": "a picture",
    "note": "the footnote",
    "citation": "the source",
    "slot": "the placeholder",
    "gap": "the gap",
    "tag": "the tag",
}
_WRITTEN = {
    "note": "[^{}]",
    "citation": "[@{}]",
    "slot": "{{{}}}",
    "gap": "[{}]",
    "tag": "{}>",
    "link": "'{}'",
}

_SHAPES = {
    "alert_open": "a callout",
    "blockquote_open": "a quotation",
    "bullet_list_open": "a list",
    "code_block": "code, as it is indented,",
    "fence": "a block of code",
    "heading_open": "a heading",
    "hr": "a ruled line",
    "html_block": "a block of HTML",
    "math_block": "a formula",
    "ordered_list_open": "a numbered list",
    "table_open": "a table",
}
"""What the first token of a block is called."""

Marks = Counter[tuple[str, str]]


def definitions(file: SourceFile) -> str:
    """The lines of a file that say what `[^note]` and `[text][link]` name."""
    return "\n\n".join(line for line in file.lines if _DEFINITION.match(line))


def problems(leaf: Leaf, words: str, known: str, *, gaps: bool) -> Iterator[str]:
    """What is wrong with a translation, in plain words; nothing where it can stand there.

    known: see `definitions`. gaps: whether `[1]` stands for one.
    """
    if leaf.form == "value":
        return
    if _BOX.match(words) and not _BOX.match(leaf.words):
        yield "it begins with a box, which stands before the words already"
        return
    if leaf.marked in ("box", "ticked") and _SHARE.match(words):
        yield "it begins with a number in code, which would be a share of the points"
        return
    if leaf.form in ("paragraph", "line") and _BEGINS.search(words):
        shape = _shape(words, known) if leaf.form == "paragraph" else ""
        if shape:
            yield shape
            return
    if leaf.form == "paragraph" and "\n\n" in words:
        yield "it has an empty line, which would begin another paragraph"
        return
    if _MARKS.search(words) or _MARKS.search(leaf.words):
        yield from _compared(_marks(leaf.words, known, gaps), _marks(words, known, gaps))


def _shape(words: str, known: str) -> str:
    """What a translation would be, if it is not one paragraph."""
    found = tokens(f"{words}\n\n{known}")[0]
    footnotes = next((n for n, t in enumerate(found) if t.type == "footnote_block_open"), None)
    kinds = [token.type for token in found[:footnotes]]
    if kinds[:3] == ["paragraph_open", "inline", "paragraph_close"]:
        if len(kinds) == 3 or not words.strip():
            return ""
        return "it is more than one paragraph"
    if not kinds:
        return "there is nothing to read in it"
    name = _SHAPES.get(kinds[0], "a block of its own")
    return f"it is {name} and no paragraph: write '\\' before its first sign"


def _marks(words: str, known: str, gaps: bool) -> Marks:
    found: Marks = Counter()
    inline = [t for t in tokens(f"# {_flat(words)}\n\n{known}")[0] if t.type == "inline"]
    for token in inline[:1]:
        found.update(_of_tokens(token.children or ()))
    if gaps:
        found.update(("gap", match[1]) for match in _GAP.finditer(words))
    return found


def _flat(words: str) -> str:
    """On one line: what a hard break is made of is no mark."""
    return " ".join(words.replace("\\\n", " ").split("\n"))


def _of_tokens(children: Sequence[Token]) -> Iterator[tuple[str, str]]:
    for token in children:
        if token.type == "link_open":
            address = str(token.attrs.get("href", ""))
            yield ("link", address) if _KEEPS_ADDRESS.match(address) else ("elsewhere", "")
        elif token.type == "image":
            yield "image", ""
        elif token.type == "footnote_ref":
            yield "note", str(token.meta.get("label", ""))
        elif token.type in ("citation", "slot"):
            yield token.type, token.content
        elif token.type == "html_inline":
            yield from (("tag", tag[0].lower()) for tag in _TAG.finditer(token.content))


def _compared(old: Marks, new: Marks) -> Iterator[str]:
    for mark in _ordered(old - new):
        yield f"{_said(mark)} is missing"
    for mark in _ordered(new - old):
        yield f"{_said(mark)} is not in the original"


def _ordered(marks: Marks) -> Iterable[tuple[str, str]]:
    return sorted(marks)


def _said(mark: tuple[str, str]) -> str:
    kind, name = mark
    written = _WRITTEN.get(kind, "").format(name)
    return f"{_NAMES[kind]} {written}".strip()
