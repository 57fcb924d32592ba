"""Scripts with fewer bytes: no comments, no needless blanks, short names.

Not a compiler: it knows tokens and brackets, no scopes. So what a script declares for all has one
short form in every script; other names have one in each statement of the outermost level, whatever
they mean there. What is not ours keeps its name: properties, words of the language, and what the
browser has (`GLOBALS`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from string import ascii_lowercase, ascii_uppercase


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


RESERVED = _set(
    """
    async await break case catch class const continue default delete do else false finally
    for function if in instanceof let new null of return super switch this throw true try
    typeof undefined var void while yield
    """
)
GLOBALS = _set(
    """
    Array Blob Boolean CustomEvent DOMParser Date Error Event Infinity Intl JSON Map Math
    NaN Number Object Option Promise RegExp Set String URL URLSearchParams
    addEventListener clearTimeout confirm decodeURIComponent document encodeURIComponent
    fetch history isNaN localStorage location navigator parseFloat parseInt performance
    print sessionStorage setTimeout speechSynthesis window
    """
)

_TOKEN = re.compile(
    r"""(?P<gap>(?:\s|//[^\n]*|/\*.*?\*/)+)
    |(?P<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')
    |(?P<number>\d[\w.]*)
    |(?P<name>[A-Za-z_$][\w$]*)
    |(?P<sign>=>|\.\.\.|\+\+|--|.)""",
    re.X | re.S,
)
_REGEX = re.compile(r"/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\[\n])+/[a-z]*")
_CHUNK = re.compile(r"(?:\\.|\$(?!\{)|[^`\\$])*", re.S)
_HEADS = frozenset({"if", "for", "while", "switch"})
_WORDY = frozenset({"text", "number", "name", "template"})


@dataclass(slots=True)
class _Token:
    kind: str
    text: str
    line: bool = False
    """Whether it begins a line."""
    near: int = -1
    """Of what opens its other half; of others what is open around it."""
    role: str = "name"
    """Of names: "name", "key" (stays), "short" (`{name}` for `{name: name}`)."""


def names_in(text: str) -> Counter[str]:
    """How often each of our own names stands in a script."""
    return Counter(token.text for token in _read(text) if _ours(token))


def short_names(found: Mapping[str, int]) -> dict[str, str]:
    """A short form for each name that is declared for all, the shortest for the most frequent."""
    order = sorted(found, key=lambda name: (-found[name], name))
    return dict(zip(order, _shorts(ascii_uppercase), strict=False))


def shorten(text: str, names: Mapping[str, str]) -> str:
    """The script with these names; raises ValueError for a name that nobody declares."""
    tokens = _read(text)
    out: list[str] = []
    before: _Token | None = None
    for statement in _statements(tokens):
        here = {**_local(tokens, statement, names), **names}
        for n in statement:
            if before is not None:
                out.append(_between(before, tokens[n]))
            out.append(_said(tokens[n], here))
            before = tokens[n]
    return "".join(out)


def _statements(tokens: list[_Token]) -> Iterator[range]:
    """Of the outermost level: cut where a line begins, outside of all brackets, after an end."""
    begun = depth = 0
    for n, token in enumerate(tokens):
        if n and token.line and not depth and tokens[n - 1].text in (";", "}"):
            yield range(begun, n)
            begun = n
        depth += _opens(token) - _closes(token)
    yield range(begun, len(tokens))


def _local(tokens: list[_Token], statement: range, names: Mapping[str, str]) -> dict[str, str]:
    """Short forms for what one statement declares for itself, in the order of its words."""
    own = (tokens[n] for n in statement)
    found = dict.fromkeys(token.text for token in own if _ours(token) and token.text not in names)
    lost = set(found) - _declared(tokens, statement)
    if lost:
        said = " ".join(tokens[n].text for n in statement[:20])
        raise ValueError(f"nobody declares {', '.join(sorted(lost))} in {said} …")
    return dict(zip(found, _shorts(ascii_lowercase), strict=False))


def _said(token: _Token, names: Mapping[str, str]) -> str:
    if not _ours(token):
        return token.text
    short = names[token.text]
    return f"{token.text}:{short}" if token.role == "short" else short


def _ours(token: _Token) -> bool:
    return (
        token.kind == "name"
        and token.role != "key"
        and token.text not in RESERVED
        and token.text not in GLOBALS
    )


def _shorts(letters: str) -> Iterator[str]:
    """Names of these letters only, so that two alphabets never meet."""
    for length in (1, 2):
        for chosen in product(letters, repeat=length):
            if "".join(chosen) not in RESERVED:
                yield "".join(chosen)


def _between(before: _Token, token: _Token) -> str:
    ends = before.kind in _WORDY or before.text in (")", "]", "}")
    begins = token.kind in _WORDY or token.text in "([{`+-/!"
    if token.line and ends and (begins or before.kind == "name"):
        return "\n"
    wordy = before.kind in ("name", "number") and token.kind in ("name", "number")
    return " " if wordy or (before.text == token.text and token.text in "+-") else ""


# --- reading ----------------------------------------------------------------------------------


def _read(text: str) -> list[_Token]:
    tokens = _Reader(text).tokens()
    _pair(tokens)
    for n, token in enumerate(tokens):
        if token.kind == "name":
            token.role = _role(tokens, n)
    return tokens


class _Reader:
    def __init__(self, text: str) -> None:
        self._text, self._at, self._line = text, 0, False
        self._found: list[_Token] = []

    def tokens(self) -> list[_Token]:
        self._until("")
        return self._found

    def _until(self, closing: str) -> None:
        """Everything up to a closing brace, which belongs to whoever asked."""
        depth = 0
        while self._at < len(self._text):
            sign = self._text[self._at]
            if closing and sign == closing and not depth:
                return
            depth += (sign == "{") - (sign == "}")
            self._one(sign)

    def _one(self, sign: str) -> None:
        if sign == "`":
            self._template()
        elif sign == "/" and self._text[self._at + 1] not in "/*" and self._may_begin():
            self._take("text", _REGEX)
        else:
            match = _TOKEN.match(self._text, self._at)
            assert match is not None and match.lastgroup is not None
            self._take(match.lastgroup, _TOKEN)

    def _take(self, kind: str, pattern: re.Pattern[str]) -> None:
        match = pattern.match(self._text, self._at)
        if match is None:
            raise ValueError(f"cannot read {self._text[self._at : self._at + 40]!r}")
        self._at = match.end()
        if kind == "gap":
            self._line = self._line or "\n" in match[0]
        else:
            self._add(kind, match[0])

    def _add(self, kind: str, text: str) -> None:
        self._found.append(_Token(kind, text, self._line))
        self._line = False

    def _template(self) -> None:
        opening = "`"
        while True:
            chunk = _CHUNK.match(self._text, self._at + len(opening if opening == "`" else "}"))
            assert chunk is not None
            self._at = chunk.end()
            if self._text[self._at] == "`":
                self._at += 1
                self._add("template", f"{opening}{chunk[0]}`")
                return
            self._add("template", f"{opening}{chunk[0]}${{")
            self._at += 2
            self._until("}")
            opening = "}"

    def _may_begin(self) -> bool:
        """Whether a value, and so a regular expression, may stand here."""
        last = self._found[-1] if self._found else None
        if last is None or last.text == "return":
            return True
        return last.kind == "sign" and last.text not in (")", "]", "}")


def _opens(token: _Token) -> bool:
    if token.kind == "template":
        return token.text.endswith("${")
    return token.kind == "sign" and token.text in ("(", "[", "{")


def _closes(token: _Token) -> bool:
    if token.kind == "template":
        return token.text.startswith("}")
    return token.kind == "sign" and token.text in (")", "]", "}")


def _pair(tokens: list[_Token]) -> None:
    around = [-1]
    for n, token in enumerate(tokens):
        if _closes(token):
            opening = around.pop()
            tokens[opening].near = n
        token.near = around[-1]
        if _opens(token):
            around.append(n)


def _role(tokens: list[_Token], n: int) -> str:
    before = tokens[n - 1].text if n else ""
    after = tokens[n + 1].text if n + 1 < len(tokens) else ""
    if before == ".":
        return "key"
    around = tokens[n].near
    if around < 0 or tokens[around].text != "{" or before not in ("{", ","):
        return "name"
    if after == ":" or (after == "(" and _is_method(tokens, n + 1)):
        return "key"
    return "short" if after in (",", "}", "=") else "name"


def _is_method(tokens: list[_Token], opening: int) -> bool:
    return tokens[tokens[opening].near + 1].text == "{"


# --- who declares what ------------------------------------------------------------------------


def _declared(tokens: list[_Token], statement: range) -> set[str]:
    """Names after const, let, function; in patterns after these; and parameters."""
    found: set[str] = set()
    for n in statement:
        token, before = tokens[n], tokens[n - 1].text if n else ""
        if token.kind == "name" and (before in ("const", "let", "function") or _arrow(tokens, n)):
            found.add(token.text)
        elif token.text in ("(", "[", "{") and token.kind == "sign" and _binds(tokens, n):
            found.update(t.text for t in tokens[n : token.near] if _ours(t))
    return found


def _arrow(tokens: list[_Token], n: int) -> bool:
    return n + 1 < len(tokens) and tokens[n + 1].text == "=>"


def _binds(tokens: list[_Token], opening: int) -> bool:
    before = tokens[opening - 1].text if opening else ""
    if tokens[opening].text != "(":
        return before in ("const", "let")
    after = tokens[tokens[opening].near + 1 : tokens[opening].near + 2]
    if not after:
        return False
    return after[0].text == "=>" or (after[0].text == "{" and before not in _HEADS)
