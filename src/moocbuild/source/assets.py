"""Media that texts use: what each file is, and whether captions hold."""

from __future__ import annotations

from collections.abc import Mapping

from moocbuild.diagnostics import Diagnostic, Report, Rule, Severity, Span
from moocbuild.media import MediaError
from moocbuild.media.captions import check_vtt
from moocbuild.media.load import load_asset
from moocbuild.model.asset import Asset
from moocbuild.source.files.tree import UNREADABLE, SourceTree

MEDIA = Rule(
    "MB140",
    "media",
    Severity.ERROR,
    """A file under media/ is empty, damaged, far too large in pixels, or not what its name
says.""",
)
MEDIA_REFUSED = Rule(
    "MB141",
    "media-refused",
    Severity.ERROR,
    """A drawing (SVG) declares entities or a document type, or a file under media/ is of another
kind than its name says. Such files can read other files, run programs, or grow to gigabytes. Save
it again, a drawing as plain SVG.""",
    refuses=True,
)
CAPTIONS = Rule(
    "MB243",
    "captions",
    Severity.ERROR,
    """The captions are not written as WebVTT asks, so players leave a line out, or all that
follows. A cue is a line such as `00:01.000 --> 00:04.000` and then its words, with an empty line
before the next one.""",
)


def read_assets(used: Mapping[str, Span], tree: SourceTree, report: Report) -> Mapping[str, Asset]:
    """What texts use, with the captions beside it; what cannot be used is reported.

    used: path from the root → where a text names it first.
    """
    found: dict[str, Asset] = {}
    for href, span in sorted(used.items()):
        try:
            found[href] = load_asset(tree.media[href], href)
        except (MediaError, OSError) as error:
            report(_problem(href, span, error))
        captions = tree.texts.get(href) if href.endswith(".vtt") else None
        for line, message in check_vtt(captions.text)[:20] if captions else ():
            report(CAPTIONS.at(Span(href, line), message))
    return found


def _problem(href: str, span: Span, error: MediaError | OSError) -> Diagnostic:
    if isinstance(error, OSError):
        reason = (error.strerror or "cannot be read").lower()
        return UNREADABLE.at(Span(href), f"'{href}' cannot be read: {reason}")
    rule = MEDIA_REFUSED if error.refused else MEDIA
    return rule.at(span, f"{href}: {error}")
