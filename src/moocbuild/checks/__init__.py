"""One rule a file: `RULE` (its code, severity and explanation) and `check(course)`, or
`check_package(course, package)` for a rule on the pages of the heaviest package, or
`check_prose(prose)` for a rule on language; `moocbuild check` alone asks these two. With `TARGETS`
it is a rule of these targets: it applies to what they carry, where they are asked for.

No rule sees another. Found by being here, or behind a `moocbuild.checks` entry point.
"""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from types import ModuleType

from moocbuild.diagnostics import Diagnostic
from moocbuild.model.course import Course
from moocbuild.package import Package
from moocbuild.plugins import plugins
from moocbuild.prose.course_prose import Prose

Check = Callable[[Course], Iterator[Diagnostic]]
ProseCheck = Callable[[Prose], Iterator[Diagnostic]]
PackageCheck = Callable[[Course, Package], Iterator[Diagnostic]]


@functools.cache
def checks() -> tuple[Check, ...]:
    """Every check that applies whatever is built, by file name."""
    found: list[Check] = [module.check for module in _with_check() if not _targets(module)]
    found += [entry.load() for entry in plugins("checks")]
    return tuple(found)


@functools.cache
def target_checks(target: str) -> tuple[Check, ...]:
    """Every check of what this target carries, by file name."""
    return tuple(module.check for module in _with_check() if target in _targets(module))


def _with_check() -> list[ModuleType]:
    return [module for module in _modules() if hasattr(module, "check")]


def _targets(module: ModuleType) -> frozenset[str]:
    found: frozenset[str] = getattr(module, "TARGETS", frozenset())
    return found


@functools.cache
def package_checks() -> tuple[PackageCheck, ...]:
    """Every check on rendered pages, by file name."""
    return tuple(m.check_package for m in _modules() if hasattr(m, "check_package"))


@functools.cache
def prose_checks() -> tuple[ProseCheck, ...]:
    """Every check on language, by file name."""
    return tuple(m.check_prose for m in _modules() if hasattr(m, "check_prose"))


@functools.cache
def prose_rules() -> frozenset[str]:
    """Codes of the rules on language, which no build and no preview asks."""
    return frozenset(m.RULE.code for m in _modules() if hasattr(m, "check_prose"))


def _modules() -> list[ModuleType]:
    names = (f"{__name__}.{module.name}" for module in pkgutil.iter_modules(__path__))
    return [importlib.import_module(name) for name in names]
