"""A translation that no translator wrote, to see what a course has that cannot be translated.

Letters have accents, and each text stands between ⟦ and ⟧; what a translation must keep (links,
placeholders, tags, code, formulas) stays, so that the course builds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from moocbuild.i18n.messages import Message
from moocbuild.i18n.po import Catalogue, Entry

OPENS, CLOSES = "⟦", "⟧"
_LETTERS = str.maketrans(
    "aceinosuyzACEINOSUYZ",
    "áçéíñóšúýžÁÇÉÍÑÓŠÚÝŽ",
)
_KEPT = re.compile(
    r"(?P<code>(?<!`)(?P<t>`+)(?!`)(?:(?!`).)+(?P=t))"
    r"|(?P<math>\$(?:\\.|[^$\\\n])+\$)"
    r"|(?P<cite>\[[@^][^\[\]\n]*\])"
    r"|(?P<gap>\[\d+\])"
    r"|(?P<slot>\{[^{}\n]*\})"
    r"|(?P<address>\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)|\]\[[^\[\]]*\])"
    r"|(?P<url><?https?://[^\s<>)]+>?)"
    r"|(?P<mail><?(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}\.[\w.]+>?)"
    r"|(?P<tag><!--.*?(?:-->|\Z)|</?[A-Za-z][^<>]*>)"
    r"|(?P<entity>&#?\w+;)"
    r"|(?P<escape>\\.|\\\n)",
    re.S,
)
_TITLE = re.compile(r'((?<!\s)\s+")([^"]*)(")')
_ALT = re.compile(r'((?:alt|title|aria-label)=")([^"]*)(")')


def pseudo(words: str) -> str:
    """One message."""
    made, at = [], 0
    for match in _KEPT.finditer(words):
        made += [_said(words[at : match.start()]), _kept(match)]
        at = match.end()
    return _wrapped("".join((*made, _said(words[at:]))))


def pseudo_catalogue(messages: Sequence[Message], base: Catalogue) -> Catalogue:
    """Every message, whatever was translated before."""
    entries = {
        message.key: Entry(
            context=message.context,
            words=message.words,
            translation=pseudo(message.words),
            comments=message.comments,
            files=tuple(dict.fromkeys(path for path, _ in message.places)),
        )
        for message in messages
    }
    return replace(base, entries=entries, obsolete={})


def _said(words: str) -> str:
    return words.translate(_LETTERS)


def _kept(match: re.Match[str]) -> str:
    """What stays, but for words within it: titles of pictures, alternative texts of HTML."""
    pattern = {"address": _TITLE, "tag": _ALT}.get(match.lastgroup or "")
    found = match[0]
    return pattern.sub(lambda m: f"{m[1]}{_said(m[2])}{m[3]}", found) if pattern else found


def _wrapped(words: str) -> str:
    """Between brackets, which stand within what marks begin and end a line."""
    before = re.match(r"(?:<[^<>]*>|\s)*", words)
    start = before.end() if before else 0
    end = start + len(_without_end(words[start:]))
    return f"{words[:start]}{OPENS}{words[start:end]}{CLOSES}{words[end:]}"


def _without_end(words: str) -> str:
    """Words without the tags and blanks that they end in."""
    words = words.rstrip()
    while words.endswith(">") and "<" in words:
        begin = words.rindex("<")
        if ">" in words[begin:-1]:
            break
        words = words[:begin].rstrip()
    return words


def is_pseudo(entry: Entry) -> bool:
    """Whether no translator wrote it."""
    return OPENS in entry.translation and entry.translation.rstrip().endswith((CLOSES, ">"))
