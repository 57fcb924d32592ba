"""Texts in the formats that Moodle knows, as HTML."""

from __future__ import annotations

import html
import re

from moocbuild.source.markdown.parser import github

_BLOCK = re.compile(r"<(?:p|br|div|ul|ol|table|pre|h[1-6]|blockquote)\b", re.I)


def as_html(written: str, kind: str) -> str:
    """kind: `html`, `markdown`, `plain_text`, or `moodle_auto_format`: HTML whose lines count."""
    if kind == "markdown":
        return str(github().render(written))
    if kind == "plain_text":
        return html.escape(written, quote=False).replace("\n", "<br>")
    if kind == "moodle_auto_format" and not _BLOCK.search(written):
        parts = re.split(r"\n\s*\n", written.strip())
        return "".join(f"<p>{part.strip()}</p>" for part in parts).replace("\n", "<br>")
    return written
