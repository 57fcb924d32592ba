"""Hands a command over to the module that does it, which is imported only then."""

from __future__ import annotations

import importlib


def do(command: str, function: str = "run", /, **options: object) -> int:
    """Calls `function` of the module of this name; returns the exit status."""
    module = importlib.import_module(f"moocbuild.cli.{command}")
    status: int = getattr(module, function)(**options)
    return status
