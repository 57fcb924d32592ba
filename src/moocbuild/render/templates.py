"""Templates for HTML: escaping always on, undefined names an error, their code made beforehand."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, MutableMapping
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import (
    BaseLoader,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateNotFound,
)

COMPILED = "compiled_templates"
"""The package beside templates with a module for each: their code, which `make scripts` writes."""


def environment(folder: Path) -> Environment:
    """The templates in a folder; their code is made when they are used."""
    return _environment(FileSystemLoader(folder))


def compiled(package: str) -> Environment:
    """The templates that lie compiled in a package, by the Jinja2 that this process has.

    Another one may want other code: then, and for a template that was not compiled, it is made of
    the file in the package's `templates` folder. That costs a process a tenth of a second.
    """
    code = importlib.import_module(f"{package}.{COMPILED}")
    sources = FileSystemLoader(Path(str(code.__file__)).parents[1] / "templates")
    if jinja2.__version__ != code.JINJA2:
        return _environment(sources)
    return _environment(ChoiceLoader([_Modules(code.__name__), sources]))


def code_of(folder: Path) -> Iterator[tuple[str, str]]:
    """Name and text of the module of each template in a folder."""
    made = environment(folder)
    for path in sorted(folder.iterdir()):
        code = made.compile(path.read_text("utf-8"), path.name, path.name, True, True)
        yield f"{_module(path.name)}.py", code


def _module(template: str) -> str:
    return template.replace(".", "_")


def _environment(loader: BaseLoader) -> Environment:
    return Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )


class _Modules(BaseLoader):
    """Templates as modules of a package, which Python keeps compiled in its turn."""

    def __init__(self, package: str) -> None:
        self.package = package

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """Called by Jinja2 for a template that this process has not seen."""
        try:
            module = importlib.import_module(f"{self.package}.{_module(name)}")
        except ModuleNotFoundError:
            raise TemplateNotFound(name) from None
        given = {} if globals is None else globals
        return Template.from_module_dict(environment, vars(module), given)
