"""Media that texts use: what each file is, and whether captions hold."""

from __future__ import annotations

from collections.abc import Mapping

from moocbuild.diagnostics import Diagnostic, Report, Rule, Severity, Span
from moocbuild.media import MediaError
from moocbuild.media.captions import check_vtt
from moocbuild.media.load import load
from moocbuild.media.probe import SUFFIXES
from moocbuild.model.asset import Asset
from moocbuild.source.files.tree import UNREADABLE, SourceTree

MEDIA = Rule(
    "MB140",
    "media",
    Severity.ERROR,
    """A file in media/ is empty, damaged, has far too many pixels, or is not of the type that its
name says.""",
    remedy="save the file again in a program that can open it, under a name with the right ending",
)
MEDIA_REFUSED = Rule(
    "MB141",
    "media-refused",
    Severity.ERROR,
    """A drawing (SVG) declares entities or a document type, or the type of a file in media/ does
not match its name. Such files can read other files, run programs, or expand to gigabytes. Save
the file again; save a drawing as plain SVG.""",
    refuses=True,
    remedy="save the file again; save a drawing as plain SVG",
)
CAPTIONS = Rule(
    "MB243",
    "captions",
    Severity.ERROR,
    """The captions are not valid WebVTT, so players skip a line or everything that follows. A cue
is a line such as `00:01.000 --> 00:04.000`, followed by its text, with an empty line before the
next cue.""",
    remedy="write each cue as '00:01.000 --> 00:04.000', its text, and an empty line",
)


PLACE_IN_MEDIA = Rule(
    "MB244",
    "place-in-media",
    Severity.WARNING,
    """Cameras and phones write into films, sounds and documents where they were. moocbuild removes
that if the rest of the file can stay as it is. From this file it cannot, and packages contain the
file unchanged.""",
    remedy="save the file again without its place, or leave it out",
)
_CLEAN = "look at it with exiftool; if it tells a place, save it anew without metadata"


def read_assets(used: Mapping[str, Span], tree: SourceTree, report: Report) -> Mapping[str, Asset]:
    """What texts use, with the captions beside it; what cannot be used is reported.

    used: path from the root → where a text names it first.
    """
    found: dict[str, Asset] = {}
    for href, span in sorted(used.items()):
        try:
            loaded = load(tree.media[href], href)
            found[href] = loaded.asset
            if loaded.left:
                report(PLACE_IN_MEDIA.at(span, f"{href}: {loaded.left}", help=_CLEAN))
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
    help = f"save it as one of {', '.join(SUFFIXES)}" if error.problem == "type" else ""
    return rule.at(span, f"{href}: {error}", help="" if error.refused else help)
