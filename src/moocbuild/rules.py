"""Every rule, by code. Found where it is defined; nothing is written down twice."""

from __future__ import annotations

import functools
import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from types import ModuleType

from moocbuild.diagnostics import Rule

_PACKAGES = ("source", "checks", "lower", "archive", "inspect", "diagnostics", "i18n.findings")
"""By name: a build seldom asks for a rule by its code, and would import what reads archives."""


@functools.cache
def rules() -> Mapping[str, Rule]:
    """Code → Rule; raises ValueError where two rules share a code or a slug."""
    found: dict[str, Rule] = {}
    slugs: dict[str, str] = {}
    for module in _modules():
        for value in vars(module).values():
            for rule in _rules_in(value):
                if found.setdefault(rule.code, rule) is not rule:
                    raise ValueError(f"two rules have the code {rule.code}")
                if slugs.setdefault(rule.slug, rule.code) != rule.code:
                    raise ValueError(f"two rules have the slug {rule.slug}")
    return dict(sorted(found.items()))


def _rules_in(value: object) -> Iterator[Rule]:
    if isinstance(value, Rule):
        yield value
    elif isinstance(value, Mapping):
        yield from (rule for rule in value.values() if isinstance(rule, Rule))


def _modules() -> Iterator[ModuleType]:
    for name in _PACKAGES:
        package = importlib.import_module(f"moocbuild.{name}")
        yield package
        within = pkgutil.walk_packages(getattr(package, "__path__", ()), f"{package.__name__}.")
        yield from (importlib.import_module(module.name) for module in within)
