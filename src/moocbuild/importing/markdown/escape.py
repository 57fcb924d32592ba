"""Words of a text, so that each sign in them is read as itself, with few backslashes."""

from __future__ import annotations

import re

_PUNCTUATION = re.escape("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_WORDS = re.compile(
    rf"\\(?=[{_PUNCTUATION}]|$)"
    r"|[`\[$~]"
    r"|\*(?!\s)|(?<!\s)\*"
    r"|(?<![^\W_])_|_(?![^\W_])"
    r"|<(?=[A-Za-z/!?]|$)"
    r"|&(?=#?\w{1,32};)"
    r"|\^(?=\S)"
    r"|\{(?=local_help\}|emergency_number\}|[:#.{%]|\s?\w+=)|\A\{"
    r"|(?<!=)==(?==*[^\s=])|(?<!\+)\+\+(?=\S)|(?<!%)%%(?=\S)"
    r"|(?<![\w:]):(?=[a-z][a-z_]{1,30}:)"
    r"|!\Z"
)
"""A sign that CommonMark, GitHub's extensions or courses would take for more than itself, or that
looks like another tool's (MB150)."""
_START = re.compile(
    r"#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|(?:-+|=+|\|[-|: ]*|-[-|: ]*)$|:(?=\s|:{2})|!!!(?=\s)"
    r"|\?\?\?(?=[\s+])"
)
_STEP = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def words(said: str, *, link: bool = False, cell: bool = False) -> str:
    """Words within a line. link: they stand in a link's brackets; cell: in a table."""
    made = _WORDS.sub(lambda match: f"\\{match[0]}", said)
    if link:
        made = made.replace("]", "\\]")
    return made.replace("|", "\\|") if cell else made


def line(written: str) -> str:
    """A line of a paragraph, so that its beginning starts nothing."""
    if step := _STEP.match(written):
        return f"{step[1]}\\{step[2]}{written[step.end() :]}"
    return f"\\{written}" if _START.match(written) else written
