"""Bare addresses as GitHub reads them: rules for markdown-it-py.

`https://` and `http://` after anything but a letter, `www.` at the beginning of a word, and
addresses of mail. GitHub's `ftp://` and `xmpp:` stay words: no course may link to them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_SCHEME = re.compile(r"(?<![A-Za-z])https?\Z", re.I)
_ADDRESS = re.compile(r"[^\s<]+")
_TRAILING = frozenset("?!.,:*_~'\"")
_REFERENCE = re.compile(r"&[A-Za-z]+;\Z")
_MAIL = re.compile(
    r"(?<![A-Za-z0-9.+_-])(?P<scheme>mailto:)?[A-Za-z0-9.+_-]{1,320}"
    r"@(?P<host>[A-Za-z0-9_-]+(?:\.[A-Za-z0-9][A-Za-z0-9_-]*)+)",
    re.I,
)


def autolinks(parser: MarkdownIt) -> None:
    """Adds the rules."""
    parser.inline.ruler.push("autolink_www", _www)
    parser.inline.ruler.push("autolink_url", _url)
    parser.inline.ruler2.push("autolink_mail", _mail)


def _www(state: StateInline, silent: bool) -> bool:
    if silent or state.linkLevel or not state.src.startswith("www.", state.pos):
        return False
    before = state.src[state.pos - 1] if state.pos else " "
    if not (before.isspace() or before in "*_~("):
        return False
    words = _address(state, state.pos)
    found = _trimmed(words)
    if "." not in found[: _domain(words)]:
        return False
    return _link(state, "", f"http://{found}", found)


def _url(state: StateInline, silent: bool) -> bool:
    if silent or state.linkLevel or not state.src.startswith("://", state.pos):
        return False
    scheme = _SCHEME.search(state.pending[-6:])
    words = _address(state, state.pos)
    if scheme is None or not _is_host(words[3:4]) or not _domain(words[3:]):
        return False
    found = scheme[0] + _trimmed(words)
    return _link(state, scheme[0], found, found)


def _mail(state: StateInline) -> None:
    """Addresses of mail in words that no other sign has claimed: `a_b@example.org`."""
    level = 0
    made: list[Token] = []
    for token in state.tokens:
        level += token.nesting if token.type in ("link_open", "link_close") else 0
        if token.type == "text" and not level and "@" in token.content:
            made += _split(state, token)
        else:
            made.append(token)
    state.tokens[:] = made


def _split(state: StateInline, token: Token) -> Iterator[Token]:
    words, end = token.content, 0
    for match in _MAIL.finditer(words):
        if not match["host"][-1].isalpha() or words[match.end() : match.end() + 1] == "@":
            continue
        yield token.copy(content=words[end : match.start()])
        url = match[0] if match["scheme"] else f"mailto:{match[0]}"
        yield Token("link_open", "a", 1, {"href": state.md.normalizeLink(url)})
        yield token.copy(content=match[0])
        yield Token("link_close", "a", -1)
        end = match.end()
    yield token.copy(content=words[end:])


def _address(state: StateInline, start: int) -> str:
    match = _ADDRESS.match(state.src, start, state.posMax)
    return match[0] if match else ""


def _domain(words: str) -> int:
    """How many characters of `words` are a domain; 0 with `_` in its last two parts."""
    end = next(
        (n for n, sign in enumerate(words) if not _is_host(sign) and sign not in "-_."), None
    )
    parts = words[:end].split(".")
    return 0 if any("_" in part for part in parts[-2:]) else len(".".join(parts))


def _is_host(sign: str) -> bool:
    if not sign or sign.isspace():
        return False
    return sign.isalnum() if sign.isascii() else not unicodedata.category(sign).startswith("P")


def _trimmed(words: str) -> str:
    """Without the signs that end a sentence, and brackets that were not opened in it."""
    while words:
        if words[-1] in _TRAILING or (words[-1] == ")" and words.count(")") > words.count("(")):
            words = words[:-1]
        elif words[-1] == ";":
            reference = _REFERENCE.search(words[-40:])
            words = words[: -len(reference[0])] if reference else words[:-1]
        else:
            break
    return words


def _link(state: StateInline, before: str, url: str, words: str) -> bool:
    """Writes a link whose first characters, `before`, have been read as words already."""
    state.pending = state.pending[: len(state.pending) - len(before)]
    state.push("link_open", "a", 1).attrs = {"href": state.md.normalizeLink(url)}
    state.push("text", "", 0).content = words
    state.push("link_close", "a", -1)
    state.pos += len(words) - len(before)
    return True
