"""A compiler from Markdown courses to packages for learning-management systems.

    from moocbuild import build_course

    result = build_course("my-course", "dist", ["web", "scorm-1.2"])

`moocbuild.api` says what it takes and gives; it is imported at its first use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.2.0"
__all__ = ["Result", "__version__", "build_course"]

if TYPE_CHECKING:
    from moocbuild.api import Result, build_course


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from moocbuild import api

    return getattr(api, name)
