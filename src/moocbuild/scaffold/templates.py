"""Texts to begin with, as files: `templates/LANGUAGE/`, and `templates/common/` for all."""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from moocbuild.model.language import primary
from moocbuild.words.languages import DEFAULT, facts

FOLDER = Path(__file__).parent / "templates"
COMMON = "common"
_TEMPLATE, _LANGUAGE = ".jinja", ".LANGUAGE."
_NEW = "new"


def languages() -> list[str]:
    """Those that there are texts in."""
    return sorted(path.name for path in FOLDER.iterdir() if path.name != COMMON)


def text_language(language: str) -> str:
    """The language of the texts for a course in this one."""
    return primary(language) if primary(language) in languages() else DEFAULT


def course_files(values: Mapping[str, str]) -> dict[str, bytes]:
    """Every file of a new course, by its path. values: id, title, language, licence, released."""
    language = values["language"]
    texts = text_language(language)
    found: dict[str, bytes] = {}
    for top in (FOLDER / COMMON, FOLDER / texts):
        for path in sorted(path for path in top.rglob("*") if path.is_file()):
            name = path.relative_to(top).as_posix()
            if not name.startswith(f"{_NEW}/"):
                found[_placed(name, language)] = _content(path, values)
    return found


def common_files() -> dict[str, bytes]:
    """What every course begins with beside its own: the format on a page, what git skips."""
    names = {"AGENTS.md": "AGENTS.md", ".gitignore": "gitignore"}
    return {to: (FOLDER / COMMON / name).read_bytes() for to, name in names.items()}


def _placed(name: str, language: str) -> str:
    """Where it belongs: captions name their language, and no package has room for hidden files."""
    name = name.removesuffix(_TEMPLATE).replace(_LANGUAGE, f".{language}.")
    return ".gitignore" if name == "gitignore" else name


def _content(path: Path, values: Mapping[str, str]) -> bytes:
    if path.suffix != _TEMPLATE:
        return path.read_bytes()
    return _filled(path.relative_to(FOLDER).as_posix(), values).encode()


def page_text(kind: str, language: str, values: Mapping[str, str]) -> str:
    """What a new page begins with. values: title, item (of the framework, or ""), question."""
    name = f"{text_language(language)}/{_NEW}/{kind}.md{_TEMPLATE}"
    return _filled(name, {**values, "language": language})


def _filled(name: str, values: Mapping[str, str]) -> str:
    own = facts(values["language"]).truths or facts(DEFAULT).truths
    truths = [word.capitalize() for word in own[0]]
    return _environment().get_template(name).render(values, truths=truths)


@functools.cache
def _environment() -> Environment:
    """Made for Markdown and YAML: nothing is escaped for HTML."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters["yaml"] = functools.partial(json.dumps, ensure_ascii=False)
    return environment
