"""Signs of other tools as ours, line by line; fences and code in lines stay as they are.

Links lead to `@page:PATH@` and `@media:NAME@` until files have their places (`files.py`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import quote, unquote

from moocbuild.diagnostics import Report, Span
from moocbuild.diagnostics.importing import (
    ELSEWHERE,
    EMBEDDED,
    FORMATTING,
    KIND,
    MISSING_FILE,
)
from moocbuild.values import dataclass

Find = Callable[[str], "tuple[str, str] | None"]

_FENCE = re.compile(r"[ \t>]{0,40}(`{3,}|~{3,})")
_TICKS = re.compile(r"`+")
_ADMONITION = re.compile(
    r"(!!!|\?\?\?\+?)[ \t]+([\w-]+)(?:[ \t]+[\w-]+)*[ \t]*(?:\"([^\"]*)\")?[ \t]*$"
)
_TAB = re.compile(r"===[!+]?[ \t]+\"([^\"]*)\"[ \t]*$")
_CALLOUT = re.compile(r"((?:>[ \t]?)+)\[!([\w-]+)\]([+-]?)[ \t]*(.*)$")
_CONTAINER = re.compile(r":{3,}[ \t]*(?:\{?)([\w-]+)?(?:\}?)[ \t]*(.*)$")
_INLINE_LINK = re.compile(
    r"(!?)\[((?:[^\[\]\\\n]|\\.|\[[^\[\]\n]{0,200}\]){0,500})\]\(\s*(<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)((?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?)\s*\)"
)
_REFERENCE = re.compile(r"( {0,3}\[(?!\^)[^\]\n]{1,200}\]:[ \t]*)(<[^<>\n]*>|\S+)(.*)$")
_WIKI = re.compile(
    r"(!?)\[\[([^\[\]|#\n]{0,200})(#[^\[\]|\n]{1,200})?(?:\|([^\[\]\n]{1,200}))?\]\]"
)
_ATTRIBUTES = re.compile(
    r"\{:?[ \t]?(?:[.#][\w-]|(?:align|class|style|target|loading|rel|data-[\w-]{1,40}|height"
    r"|width)=)"
    r"[^{}\n]{0,200}\}"
)
_WIDTH = re.compile(r"width=[\"']?(\d{1,4}%?)")
_SOURCE = re.compile(
    r"(<(?:img|a|source|video|audio)\b[^<>]{0,500}?\b(?:src|href)=[\"']|^[ \t]*href=[\"'])"
    r"([^\"'<>\n]{1,500})([\"'])",
    re.I,
)
"""Of a tag in one line, or broken before its address."""
_REMOTE = re.compile(
    r"<img\b([^<>]{0,1000}?\bsrc=[\"'](https?://[^\"'\s]{1,500})[\"'][^<>]{0,1000})>", re.I
)
_ALT = re.compile(r"\balt=[\"']([^\"']{1,200})[\"']", re.I)
_HELD = re.compile("\ufdd0(\\d+)\ufdd1")
"""Code in a line, while its words are rewritten."""
_FRAME = re.compile(r"<(iframe|embed|object)\b([^<>]{0,2000})>(?:[^<]{0,500}</\1>)?", re.I)
_SCRIPT = re.compile(r"<(script|style)\b[^<>]{0,500}>.*?</\1>", re.I)
_ADDRESS = re.compile(r"(?:src|data)=[\"']([^\"']{1,500})[\"']", re.I)
_HEADING = re.compile(r"(#{1,6})([ \t]+\S.*)$")
_KINDS = {
    **dict.fromkeys(
        [
            "note",
            "abstract",
            "summary",
            "info",
            "todo",
            "question",
            "quote",
            "example",
            "cite",
            "faq",
            "help",
        ],
        "NOTE",
    ),
    **dict.fromkeys(["tip", "hint", "success", "check", "done"], "TIP"),
    **dict.fromkeys(["important"], "IMPORTANT"),
    **dict.fromkeys(["warning", "attention", "failure", "fail", "missing"], "WARNING"),
    **dict.fromkeys(["caution", "danger", "error", "bug"], "CAUTION"),
}
_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif")


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewriter:
    """Rewrites the texts of one file. find: what an address there names."""

    find: Find
    report: Report
    place: Callable[[int], Span]

    def rewritten(self, text: str, first: int) -> str:
        """The text. first: the line of the file on which it begins."""
        return "\n".join(self._blocks(text.split("\n"), first))

    # --- blocks

    def _blocks(self, lines: Sequence[str], first: int) -> Iterator[str]:
        number, fence, tabs = 0, "", 0
        while number < len(lines):
            line = lines[number]
            mark = _FENCE.match(line)
            if fence or mark:
                fence = _fenced(fence, mark, line)
                yield line
            elif admonition := _ADMONITION.match(line.strip()) if line[:1] != "\t" else None:
                inner, number = _indented(lines, number, line)
                yield from self._admonition(admonition, inner, first + number)
                number += len(inner)
            elif tab := _TAB.match(line.strip()):
                inner, number = _indented(lines, number, line)
                tabs += not _follows_tab(lines, number)
                yield from self._tab(tab[1], inner, first + number, f"tabs-{max(tabs, 1)}")
                number += len(inner)
            else:
                yield from self._line(line, first + number)
            number += 1

    def _admonition(self, found: re.Match[str], inner: Sequence[str], first: int) -> Iterator[str]:
        inside = list(self._blocks(_dedented(inner), first + 1))
        kind, title = _KINDS.get(found[2].lower(), "NOTE"), found[3] or ""
        if found[1].startswith("???"):
            opened = " open" if found[1].endswith("+") else ""
            yield from (
                f"<details{opened}>",
                f"<summary>{title or found[2].title()}</summary>",
                "",
            )
            yield from (*_trimmed(inside), "", "</details>")
            return
        yield f"> [!{kind}] {title}".rstrip()
        yield from (f"> {line}".rstrip() for line in _trimmed(inside))

    def _tab(self, title: str, inner: Sequence[str], first: int, name: str) -> Iterator[str]:
        inside = self._blocks(_dedented(inner), first + 1)
        yield from (f'<details name="{name}">', f"<summary>{title}</summary>", "")
        yield from (*_trimmed(list(inside)), "", "</details>")

    def _line(self, line: str, number: int) -> Iterator[str]:
        if line.strip() in ("[TOC]", "[[toc]]", "[[_TOC_]]"):
            return
        if callout := _CALLOUT.match(line):
            kind = _KINDS.get(callout[2].lower(), "NOTE")
            line = f"{callout[1]}[!{kind}] {callout[4]}".rstrip()
        if container := _CONTAINER.match(line):
            self.report(KIND.at(self.place(number), f"'{line.strip()[:60]}'"))
            title = container[2].strip()
            yield f"**{title}**" if title else ""
            return
        if reference := _REFERENCE.match(line):
            address = self._address(reference[2].strip("<>"), number, picture=False)
            yield f"{reference[1]}{address or '#'}{reference[3]}"
            return
        yield self._inline(line, number)

    # --- what stands in a line

    def _inline(self, line: str, number: int) -> str:
        """Code stays as it is, though it may stand within the words of a link."""
        made, end = "", 0
        codes: list[str] = []
        for start, after in _codes(line):
            made += f"{line[end:start]}\ufdd0{len(codes)}\ufdd1"
            codes.append(line[start:after])
            end = after
        words = self._words(made + line[end:], number)
        return _HELD.sub(lambda m: codes[int(m[1])], words)

    def _words(self, words: str, number: int) -> str:
        if not words.strip():
            return words
        words = re.sub(r"%%[^%\n]{0,2000}%%", "", words)
        words = re.sub(
            r"(?<![=\w])==(?=\S)([^=\n]{1,500}?)(?<=\S)==(?![=\w])", r"<mark>\1</mark>", words
        )
        words = re.sub(r"(?<!\S)\^[\w-]{1,40}\s*$", "", words)
        words = _SCRIPT.sub(lambda m: self._gone(m[1], number), words)
        words = _FRAME.sub(lambda m: self._frame(m, number), words)
        words = _WIKI.sub(lambda m: self._wiki(m, number), words)
        words = _INLINE_LINK.sub(lambda m: self._link(m, number), words)
        words = _REMOTE.sub(lambda m: self._remote(m, number), words)
        words = _SOURCE.sub(lambda m: self._source(m, number), words)
        return _ATTRIBUTES.sub(lambda m: self._attributes(m, number), words)

    def _link(self, found: re.Match[str], number: int) -> str:
        picture, said, address, title = found[1], found[2], found[3].strip("<>"), found[4]
        if not picture and "](" in said:  # a picture within a link
            said = self._words(said, number)
        to = self._address(address, number, picture=bool(picture))
        if to is None:
            return said or address
        if picture and re.match(r"https?:", to):
            return f"[{said or to}]({to})"
        if picture and not said.strip():
            said = unquote(address).rpartition("/")[2].rpartition(".")[0].replace("-", " ")
        return f"{picture}[{said}]({to}{title})"

    def _wiki(self, found: re.Match[str], number: int) -> str:
        """`[[Page#Part|words]]`, `![[picture.png|300]]`."""
        name, anchor, said = found[2].strip(), found[3] or "", (found[4] or "").strip()
        if not name:
            return said or anchor.lstrip("#")
        to = self._address(name, number, picture=False)
        if found[1] and name.lower().endswith(_PICTURES) and to:
            width = f"{{width={said}}}" if re.fullmatch(r"\d{1,4}", said) else ""
            alt = said if said and not width else name.rpartition("/")[2].rpartition(".")[0]
            return f"![{alt}]({to}){width}"
        if found[1]:
            self.report(KIND.at(self.place(number), f"'{found[0][:60]}' became a link"))
        words = said or f"{name}{' ' if anchor else ''}{anchor.lstrip('#^')}"
        return f"[{words}]({to})" if to else words

    def _address(self, address: str, number: int, *, picture: bool) -> str | None:
        """Where it leads to from now on; None for what is not there."""
        if re.match(r"(?:https?:|mailto:|tel:)", address, re.I):
            if picture:
                self.report(ELSEWHERE.at(self.place(number), f"'{address[:80]}'"))
            return address
        if not address or address.startswith(("#", "@page:", "@media:")):
            return address
        found = self.find(unquote(address))
        if found is None:
            self.report(MISSING_FILE.at(self.place(number), f"no file '{address[:80]}'"))
            return None
        kind, id = found
        anchor = f"#{address.partition('#')[2]}" if kind == "page" and "#" in address else ""
        return f"@{kind}:{quote(id)}@{anchor}"

    def _remote(self, found: re.Match[str], number: int) -> str:
        """A picture of another server, which is a link."""
        self.report(ELSEWHERE.at(self.place(number), f"'{found[2][:80]}'"))
        alt = _ALT.search(found[1])
        return f"[{re.sub(r'[][]', '', alt[1]) if alt else found[2]}](<{found[2]}>)"

    def _source(self, found: re.Match[str], number: int) -> str:
        picture = found[1].startswith("<") and "<a" not in found[1].lower()[:2]
        to = self._address(found[2], number, picture=picture)
        return f"{found[1]}{to or '#'}{found[3]}"

    def _frame(self, found: re.Match[str], number: int) -> str:
        source = _ADDRESS.search(found[2])
        address = source[1] if source else ""
        address = f"https:{address}" if address.startswith("//") else address
        if not re.match(r"https?:", address):
            return self._gone(found[1], number)
        message = f"a frame of '{address[:80]}' became a link"
        self.report(EMBEDDED.at(self.place(number), message))
        return f"[{address}]({address})"

    def _gone(self, tag: str, number: int) -> str:
        self.report(EMBEDDED.at(self.place(number), f"'<{tag.lower()}>'"))
        return ""

    def _attributes(self, found: re.Match[str], number: int) -> str:
        """Of a picture's, the width stays."""
        before = found.string[: found.start()].rstrip()
        width = _WIDTH.search(found[0])
        if width and before.endswith(")"):
            return f"{{width={width[1]}}}"
        self.report(FORMATTING.at(self.place(number), f"'{found[0][:60]}'"))
        return ""


def _codes(line: str) -> Iterator[tuple[int, int]]:
    """Where code stands: between two runs of as many backticks (CommonMark 6.1)."""
    runs = [match.span() for match in _TICKS.finditer(line)]
    closing: dict[int, int] = {}  # how many backticks → where their next run ends
    ends: list[int] = []
    for start, end in reversed(runs):
        ends.append(closing.get(end - start, 0))
        closing[end - start] = end
    at = 0
    for (start, _), end in zip(runs, reversed(ends), strict=True):
        if end and start >= at:
            yield start, end
            at = end


def titled(text: str) -> tuple[str, str]:
    """The title and the rest: the first heading of level 1, if it comes before other headings.

    In what is left, a further heading of level 1 puts all one level down.
    """
    lines = text.split("\n")
    headings = [(n, match) for n, match in _headings(lines)]
    title = ""
    if headings and len(headings[0][1][1]) == 1:
        number, match = headings.pop(0)
        title = re.sub(r"\s+#+\s*$", "", match[2]).strip()
        lines[number] = ""
        while number + 1 < len(lines) and not lines[number + 1].strip():
            del lines[number + 1]
            headings = [(n - 1, each) for n, each in headings]
    if any(len(match[1]) == 1 for _, match in headings):
        for number, match in headings:
            lines[number] = f"{'#' * min(6, len(match[1]) + 1)}{match[2]}"
    return re.sub(r"[*_`]|\{.*?\}", "", title).strip(), "\n".join(lines).strip("\n")


def _headings(lines: Sequence[str]) -> Iterator[tuple[int, re.Match[str]]]:
    fence = ""
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence or mark:
            fence = _fenced(fence, mark, line)
        elif match := _HEADING.match(line):
            yield number, match


def _fenced(fence: str, mark: re.Match[str] | None, line: str) -> str:
    """The fence that is open behind a line."""
    if not fence:
        return mark[1] if mark else ""
    closes = mark is not None and mark[1].startswith(fence) and not line[mark.end() :].strip()
    return "" if closes else fence


def _indented(lines: Sequence[str], number: int, line: str) -> tuple[list[str], int]:
    """The lines below one that are indented further, without empty ones at their end."""
    depth = len(line) - len(line.lstrip())
    inner: list[str] = []
    for each in lines[number + 1 :]:
        if each.strip() and len(each) - len(each.lstrip()) <= depth:
            break
        inner.append(each)
    while inner and not inner[-1].strip():
        inner.pop()
    return inner, number


def _dedented(lines: Sequence[str]) -> list[str]:
    widths = [len(line) - len(line.lstrip()) for line in lines if line.strip()]
    least = min(widths, default=0)
    return [line[least:] for line in lines]


def _trimmed(lines: Sequence[str]) -> Sequence[str]:
    found = list(lines)
    while found and not found[0].strip():
        found.pop(0)
    while found and not found[-1].strip():
        found.pop()
    return found


def _follows_tab(lines: Sequence[str], number: int) -> bool:
    """Whether the tab on a line belongs to the one above it."""
    for line in reversed(lines[:number]):
        if _TAB.match(line.strip()):
            return True
        if line.strip() and not line.startswith((" ", "\t")):
            return False
    return False
