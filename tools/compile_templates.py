"""Compiles templates to Python: `make scripts` writes what builds import.

Every page is made by templates, and making their code took a process a tenth of a second. It is
kept under version control beside them, for the Jinja2 of requirements.lock; a test tells when it
is behind.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import jinja2

import moocbuild
from moocbuild.render.templates import COMPILED, code_of

ROOT = Path(moocbuild.__file__).parent
PACKAGES = tuple(ROOT / name for name in ("inspect", "player", "report", "review"))
_INIT = '''"""Made of the templates by `make scripts`: never edited by hand."""

JINJA2 = "{version}"
'''


def modules(package: Path) -> Iterator[tuple[Path, str]]:
    """What should lie beside the templates of a package: path and text of each file."""
    place = package / COMPILED
    yield place / "__init__.py", _INIT.format(version=jinja2.__version__)
    for name, code in code_of(package / "templates"):
        yield place / name, f"{code}\n"


def main() -> None:
    """Compiles every template into its place."""
    for package in PACKAGES:
        files = dict(modules(package))
        (package / COMPILED).mkdir(exist_ok=True)
        for old in (package / COMPILED).glob("*.py"):
            if old not in files:
                old.unlink()
        for path, text in files.items():
            path.write_text(text, "utf-8")
        print(f"{len(files)} files in {package.name}/{COMPILED}/")


if __name__ == "__main__":
    main()
