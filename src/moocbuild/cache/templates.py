"""Templates for HTML: escaping always on, undefined names an error, their code made once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from moocbuild.cache.keep import current, key_of


class Templates(Environment):
    """The templates in a folder of this program, compiled once a process.

    Their code is kept for other processes: compiling takes ten times as long as reading it.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(
            loader=FileSystemLoader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            optimized=False,  # it takes longer than it gains
        )

    def compile(
        self,
        source: Any,
        name: str | None = None,
        filename: str | None = None,
        raw: Any = False,
        defer_init: bool = False,
    ) -> Any:
        """Called by Jinja2 for a template that this process has not seen."""

        def make() -> Any:
            return Environment.compile(self, source, name, filename, raw, defer_init)

        keep = current()
        if keep is None or raw or defer_init:
            return make()
        return keep.made("templates", key_of(name, filename, source), make, _same, _same)


def _same(code: Any) -> Any:
    return code
