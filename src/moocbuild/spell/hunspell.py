"""Hunspell as a `Speller`: the binding is only imported where a word is looked up."""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from moocbuild.checks.misspelt import NoSpellerError
from moocbuild.spell.dictionaries import dictionary, folders

MODULE = "hunspell"
_INSTALL = "run 'python -m pip install chunspell' where moocbuild is installed"


class Hunspell:
    """A dictionary on disk. It is loaded when the first word is looked up: that takes a second."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._loaded: Any = None
        self._near: dict[str, tuple[str, ...]] = {}
        data = (Path(f"{path}{suffix}").read_bytes() for suffix in (".aff", ".dic"))
        self.key = hashlib.sha256(b"\0".join(data)).hexdigest()

    def knows(self, word: str) -> bool:
        """Whether the word is right. Of letters that the dictionary cannot write it knows none."""
        try:
            return bool(self._hunspell().spell(word))
        except UnicodeError:
            return False

    def near(self, word: str) -> Sequence[str]:
        """Words that may have been meant, the likeliest first."""
        if word not in self._near:
            try:
                self._near[word] = tuple(map(str, self._hunspell().suggest(word)))
            except UnicodeError:
                self._near[word] = ()
        return self._near[word]

    def _hunspell(self) -> Any:
        if self._loaded is None:
            kind = importlib.import_module(MODULE).Hunspell
            self._loaded = kind(
                self._path.name,
                hunspell_data_dir=str(self._path.parent.resolve()),
                system_encoding="UTF-8",
            )
        return self._loaded


def speller(tag: str, asked: str, course: Path) -> Hunspell:
    """The dictionary for a language. Raises NoSpellerError."""
    if importlib.util.find_spec(MODULE) is None:
        raise NoSpellerError("spelling is not looked at: the extra 'spell' is missing", _INSTALL)
    found = dictionary(tag, asked, course, folders())
    if found is None:
        what = f"'{asked}'" if asked else f"for '{tag}'"
        help = "install one, such as Debian's hunspell-fr, or name a .dic under 'spelling:'"
        raise NoSpellerError(f"spelling is not looked at: no dictionary {what}", help)
    try:
        return Hunspell(found)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        message = f"spelling is not looked at: '{found}' cannot be read: {reason}"
        raise NoSpellerError(message, "make it readable, or name another one") from error
