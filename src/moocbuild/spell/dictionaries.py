"""Which dictionary is one of a language, and where it lies. moocbuild brings none."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from moocbuild.model.language import primary

_FOLDERS = (
    "/usr/share/hunspell",
    "/usr/share/myspell/dicts",
    "/usr/share/myspell",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/Library/Spelling",
    "~/Library/Spelling",
    "~/.local/share/hunspell",
)
_OFFICE = (
    "/usr/lib/libreoffice/share/extensions",
    "/opt/libreoffice/share/extensions",
    "/Applications/LibreOffice.app/Contents/Resources/extensions",
    "C:/Program Files/LibreOffice/share/extensions",
)
_USUAL = ("en_US", "en_GB", "es_ES", "pt_PT", "nb_NO", "nn_NO", "ca_ES", "sv_SE", "da_DK")
"""Of several regions, in this order; else that of the country that is called like the language."""
MOST = 64 << 20
"""Bytes of one file."""


def folders() -> Iterator[Path]:
    """Where dictionaries may lie: what DICPATH names, as for Hunspell itself, comes first."""
    for name in os.environ.get("DICPATH", "").split(os.pathsep):
        if name:
            yield Path(name)
    yield from (Path(name).expanduser() for name in _FOLDERS)
    for name in _OFFICE:
        yield from sorted(Path(name).glob("dict-*"))


def dictionary(tag: str, asked: str, course: Path, places: Iterable[Path]) -> Path | None:
    """The dictionary, without its suffix; None where there is none.

    asked: its name, or the path of its `.dic` in the course; "": that of the language.
    """
    if asked.endswith((".dic", ".aff")):
        return _inside(course, asked)
    names = [asked.replace("-", "_")] if asked else _names(tag)
    places = list(places)
    for name in names:
        for folder in places:
            if _is_whole(folder / name):
                return folder / name
    return None if asked else _of_any_region(primary(tag), places)


def _inside(course: Path, asked: str) -> Path | None:
    path = course / asked[:-4]
    inside = path.resolve().is_relative_to(course.resolve())
    return path if inside and _is_whole(path) else None


def _names(tag: str) -> Sequence[str]:
    language, _, region = tag.replace("_", "-").partition("-")
    language = language.lower()
    usual = [name for name in _USUAL if name.startswith(f"{language}_")]
    exact = [f"{language}_{region.upper()}"] if region else []
    return [*exact, language, f"{language}_{language.upper()}", *usual]


def _of_any_region(language: str, places: Iterable[Path]) -> Path | None:
    for folder in places:
        for found in sorted(folder.glob(f"{language}_*.dic")):
            if _is_whole(found.with_suffix("")):
                return found.with_suffix("")
    return None


def _is_whole(path: Path) -> bool:
    """Whether both of its files are there, and of a size that one may read."""
    files = [path.with_name(f"{path.name}{suffix}") for suffix in (".aff", ".dic")]
    try:
        return all(each.is_file() and each.stat().st_size <= MOST for each in files)
    except OSError:
        return False
