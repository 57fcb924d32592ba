"""What a value of a YAML file may be: an id, a language, a date; what is said of all else."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Annotated

from pydantic_core import PydanticCustomError

from moocbuild.source.yaml.shape import After, Before, Limits

if TYPE_CHECKING:
    from packaging.specifiers import SpecifierSet

IDENTIFIER = r"^[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?$"
LANGUAGE = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
_COUNTRY = r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$"
_VERSION = r"^[0-9A-Za-z][0-9A-Za-z.+-]{0,39}$"
ORG = r"^[A-Za-z0-9._-]{1,40}$"
RUN = r"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,39}$"
IMAGE = r"^[^/\\\s<>\"&]{0,120}$"
COLOUR = r"^(#[0-9a-fA-F]{6})?$"
KEY = r"^[A-Za-z][A-Za-z0-9_.-]{0,63}$"
LETTER = r"^([a-z0-9]|x\d{1,4})$"
HASH = r"^([0-9a-f]{32})?$"
PATTERNS = {
    IDENTIFIER: ("'{input}' is no id", "use a-z, 0-9 and hyphens, as in hand-hygiene"),
    LANGUAGE: ("'{input}' is no language tag", "write a tag such as en, fr or pt-BR"),
    _COUNTRY: ("'{input}' is no country code", "write two capitals, as in BE or FR"),
    _VERSION: ("'{input}' is no version", "write a version such as 1.0.0"),
    ORG: ("'{input}' cannot be an org", "use letters, digits, '.', '_' and '-', as in KITCHENS"),
    RUN: ("'{input}' cannot be a run", "use letters, digits, '.', '_' and '-', as in 2026-1"),
    IMAGE: ("'{input}' is no file name", "write the name alone, as in cover.png"),
    COLOUR: ("'{input}' is no colour", "write six digits in quotation marks, as in '#9a3412'"),
    KEY: ("'{input}' cannot be a key", "begin with a letter, as in Leamy2011"),
    HASH: ("'{input}' is no hash of a text", "delete it, or run 'moocbuild review --sign'"),
    LETTER: ("'{input}' is no letter of an option", "restore the lock from git"),
}
"""What is said of a value that does not fit a pattern, and what to write."""

Id = Annotated[str, Limits(pattern=IDENTIFIER)]
Text = Annotated[str, Limits(strip_whitespace=True, min_length=1)]
Language = Annotated[str, Limits(pattern=LANGUAGE)]
Country = Annotated[str, Limits(pattern=_COUNTRY)]
Percent = Annotated[int, Limits(ge=0, le=100)]
Count = Annotated[int, Limits(ge=0, le=100_000)]
Version = Annotated[str, Limits(pattern=_VERSION)]


def _written_out(value: object) -> object:
    """A date as people write it: pydantic takes a number for seconds since 1970, too."""
    if isinstance(value, str) and not re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        raise PydanticCustomError("date_parsing", "not a date")
    return value


Date = Annotated[datetime.date, Before(_written_out)]


_ONE = r"\s*(?:~=|==|!=|<=|>=|<|>)\s*[0-9][0-9A-Za-z.+*!-]*\s*"
_SEVERAL = rf"{_ONE}(?:,{_ONE})*"


def specifiers(value: str) -> SpecifierSet | None:
    """As PEP 440 has them, but for `===`, which takes any text; None for all else.

    packaging is asked only where something is written.
    """
    from packaging.specifiers import InvalidSpecifier, SpecifierSet

    if not re.fullmatch(_SEVERAL, value, re.ASCII):
        return None
    try:
        return SpecifierSet(value)
    except InvalidSpecifier:
        return None


def _versions(value: str) -> str:
    if specifiers(value) is None:
        help = "write signs before versions, in quotation marks, as in '>=0.2, <0.4'"
        words = {"quoted": f"'{value[:60]}'", "help": help}
        raise PydanticCustomError("versions", "{quoted} names no versions", words)
    return value


Versions = Annotated[str, After(_versions, type="string", pattern=f"^{_SEVERAL}$")]
"""Versions of moocbuild, such as `>=0.2, <0.4`."""


# --- addresses, by kind ------------------------------------------------------------------------

_HOST = r"(?:[^\W_](?:[^\W_]|-)*\.)+[^\W\d_](?:[^\W_]|-)+"
_REST = r"(?::\d{1,4})?(?:[/?#][^\s<>\"\\^`{|}]*)?"
_PAGE = ("not a web address", "write it as https://www.example.org")
_DOI = ("not a DOI", "write it as 10.1000/182")
_HARM = ("not an address that a course may use", "write https:")
_RUNS = re.compile(r"\s*(?:javascript|vbscript|data|file|blob)\s*:", re.I)


class WrittenAs(After):
    """Empty, or whole as `pattern` says."""

    def __init__(self, pattern: str, complaint: tuple[str, str]) -> None:
        super().__init__(self._checked, pattern=f"^({pattern})?$")
        self._pattern, self._complaint = re.compile(pattern), complaint

    def _checked(self, value: str) -> str:
        if value and not self._pattern.fullmatch(value):
            raise _not_an_address(value, self._complaint)
        return value


def _printed(value: object) -> object:
    if isinstance(value, str) and _RUNS.match(value):
        raise _not_an_address(value, _HARM)
    return value


def _not_an_address(value: str, complaint: tuple[str, str]) -> PydanticCustomError:
    shown = value if len(value) <= 60 else value[:57] + "…"
    words = {"quoted": f"'{shown}'", "complaint": complaint[0], "help": complaint[1]}
    return PydanticCustomError("address", "{quoted} is {complaint}", words)


SecureAddress = Annotated[str, WrittenAs(f"https://{_HOST}{_REST}", _PAGE)]
"""Of a page that somebody may need at once: nothing but `https:` works inside every package."""
WebAddress = Annotated[str, WrittenAs(f"https?://{_HOST}{_REST}", _PAGE)]
"""Of a page that is cited: older ones may have no `https:`."""
Doi = Annotated[str, WrittenAs(r"10\.\d{4,9}/[^\s<>\"]+", _DOI)]
PRINTED = After(_printed)
"""Is printed and never a link: it may be words, or an address that does no harm."""
Facts = Annotated[
    dict[str, Annotated[object, PRINTED]],
    Before(
        lambda value: {"": value} if isinstance(value, str) else value,
        written=str | dict[str, object],
    ),
]
"""Facts by their names, all of them printed; words alone are one without a name."""
