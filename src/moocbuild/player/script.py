"""player.js: the classic scripts joined in a visible order.

Classic scripts and no modules: modules are dead on `file://`, in an opaque sandbox and where a
server calls them text.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from moocbuild.player.edition import Edition

SCRIPTS = (
    "state.js",
    "score.js",
    "evidence.js",
    "question.js",
    "journal.js",
    "scenario.js",
    "competencies.js",
    "completion.js",
    "home.js",
    "help.js",
    "menu.js",
    "navigation.js",
    "start.js",
)
"""After the adapters. Each may use what those before it declare: they share one function."""
# Comments on lines of their own, and indentation: so no template literal may span lines.
_COMMENT = re.compile(r"^[ \t]*(?:/\*.*?\*/|//[^\n]*)[ \t]*$", re.M | re.S)
_INDENT = re.compile(r"\s*\n\s*")
_FOLDER = Path(__file__).parent / "scripts"


@cache
def script(edition: Edition) -> bytes:
    """The player for one LMS API, in one function of its own: it leaves no global names."""
    text = "\n".join((_FOLDER / name).read_text("utf-8") for name in (*edition.adapters, *SCRIPTS))
    body = _INDENT.sub("\n", _COMMENT.sub("", text)).strip()
    return f'(function(){{"use strict";\n{body}\n}})();\n'.encode()
