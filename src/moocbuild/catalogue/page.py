"""catalogue.html: every course with its packages, searched by a script and read without one."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any
from urllib.parse import quote

from markupsafe import Markup

from moocbuild import __version__
from moocbuild.model.language import autonym, direction, primary
from moocbuild.render.templates import compiled
from moocbuild.values import dataclass
from moocbuild.words import Words, words

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Page:
    """courses: how many. language: a tag; English where there are no words of it. findings: of
    the catalogue as a whole."""

    courses: int
    language: str
    findings: Sequence[Row] = ()


def pieces(page: Page, rows: Iterable[Row]) -> Iterator[bytes]:
    """The page, piece by piece. The same bytes for the same courses."""
    say = words(page.language)
    say = words(say.foreign) if say.foreign else say
    templates = compiled("moocbuild.catalogue")
    script = templates.get_template("catalogue.js").render()
    for piece in templates.get_template("catalogue.html").generate(
        t=lambda key, **values: say(key, **values),
        language=say.language,
        direction=direction(say.language),
        n=page.courses,
        courses=(_course(row, number, say) for number, row in enumerate(rows, 1)),
        findings=page.findings,
        english="" if primary(say.language) == "en" else Markup(' lang="en" dir="ltr"'),
        style=Markup(templates.get_template("catalogue.css").render()),
        script=Markup(script),
        policy=_policy(script),
        facts=_facts(say),
        version=__version__,
    ):
        yield piece.encode("utf-8", "replace")


def _policy(script: str) -> str:
    """Nothing is loaded and nothing is sent; the one script is the one that is meant."""
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _facts(say: Words) -> Markup:
    """How a number of courses is said, by CLDR's categories: JSON that may stand in a page."""
    told = {"language": say.language, "found": say.known["catalogue.found"].forms}
    return Markup(json.dumps(told, ensure_ascii=False).replace("<", "\\u003c"))


def _course(row: Row, number: int, say: Words) -> Mapping[str, Any]:
    """What the template shows of a course."""
    language = row["language"] or ""
    return {
        **row,
        "n": number,
        "title": row["title"] or row["path"],
        "marks": _marks(language, say) if row["title"] else Markup(' dir="auto"'),
        "tags": " ".join(each["language"] for each in row["languages"] or ()),
        "further": _further(row, say),
        "groups": list(_groups(row)),
        "facts": list(_told(row, say)),
        "report_url": _url(row, row["report"]["file"]) if row["report"] else "",
        "loud": [f for f in row["findings"]["listed"] if f["severity"] == "error"],
    }


def _marks(language: str, say: Words) -> Markup:
    """Attributes of an element with words of a course, where they are of another language."""
    if not language or primary(language) == primary(say.language):
        return Markup("")
    return Markup(' lang="{}" dir="{}"').format(language, direction(language))


def _further(row: Row, say: Words) -> list[Row]:
    """Titles in languages beside the author's, where they are translated."""
    return [
        {"title": each["title"], "marks": _marks(each["language"], say)}
        for each in row["languages"] or ()
        if each["language"] != row["language"] and each["title"] != row["title"]
    ]


def _told(row: Row, say: Words) -> Iterator[tuple[str, str, str]]:
    """Of each fact its name, what is so named, and attributes of words that are the author's."""
    for name, value in _known(row, say):
        yield name, value, ""
    if row["licence"]:
        yield say("report.text_licence"), row["licence"], _marks(row["language"], say)
    elif row["title"]:
        yield say("report.text_licence"), say("report.no_licence"), ""
    count = row["findings"]
    yield say("report.glance_findings"), str(count["errors"] + count["warnings"]), ""


def _known(row: Row, say: Words) -> Iterator[tuple[str, str]]:
    if row["revision"]:
        yield say("catalogue.revision"), row["revision"]["name"]
    if row["version"]:
        yield say("catalogue.version"), row["version"]
    if row["languages"]:
        yield say("catalogue.languages"), say.joined([each["name"] for each in row["languages"]])
    for key, name, done, total in (
        ("competencies", "report.glance_competencies", "covered", "items"),
        ("reviews", "catalogue.reviewed", "reviewed", "modules"),
    ):
        if found := row[key]:
            n = found[done] if isinstance(found[done], int) else len(found[done])
            yield say(name), say("report.glance_of", n=n, total=found[total])


def _groups(row: Row) -> Iterator[Row]:
    """Packages by language, as links."""
    for tag, each in groupby(row["packages"], lambda package: package["language"]):
        files = [{"url": _url(row, p["file"]), "name": p["target"], **p} for p in each]
        yield {"tag": tag, "name": autonym(tag) or tag, "files": files}


def _url(row: Row, file: str) -> str:
    return quote(f"{row['folder']}/{file}", errors="replace")
