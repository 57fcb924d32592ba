"""A course in which every place for a title or a text holds one that is easily falsified.

For a driver of any system, which judges what it shows or holds:

    course = marked.course(tmp_path / "marked")        # from files, as an author writes them
    found = marked.verdicts(shown)                     # shown: texts of pages, of any length
    marked.judged("Moodle 4.5", found, absent={"hint"}, accept=accept)

`PLACES` gives the text of each place. It begins with a word that stands nowhere else, by which the
text is found again: what follows the word must be the same signs, wherever a system shows it.
Hand over what a reader has: `text_content()` of whole pages and the values of attributes that are
read or shown (`alt`, `title`, `aria-label`), or fields of a manifest, decoded as their reader
decodes them. The place "file name" is proved by `PICTURE`: say `marked.loaded(True)` where the
picture with that `alt` could be fetched.

`judged` compares with `places.json`, from which docs/support.md has its table (see
tests/test_support.py); `pytest --accept` rewrites it. `absent` are places that a system has not
got, such as feedback in the manifest of a SCORM package. `write` makes a text file of it.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from moocbuild.build import BuildRequest, load, variants
from moocbuild.diagnostics import Collector, Severity
from moocbuild.model.course import Course
from moocbuild.source.pages.typed_words import written_words
from test_diagnostics import TODAY

SIGNS = (
    "a<5 <b>x</b> & &lt; {1} {mlang} [[x]] $@NULL@$ %20 5% \\n \\ \"q\" 'a' ~ = # | * _ 1_2_3 "
    "👩‍🦰 שלום مرحبا z"
)
WRITTEN, ABSENT = "as written", "—"
FILE = Path(__file__).parent / "places.json"
_JOINER = "\u2060"
_NAMES = (
    "course",
    "description",
    "author",
    "statement",
    "track",
    "framework",
    "category",
    "competency",
    "competency label",
    "competency description",
    "contact",
    "contact hours",
    "source",
    "glossary term",
    "glossary definition",
    "module",
    "module text",
    "outcome",
    "content note",
    "page",
    "heading",
    "paragraph",
    "code",
    "list",
    "table heading",
    "cell",
    "quotation",
    "box",
    "summary",
    "alternative text",
    "caption",
    "link",
    "footnote",
    "quiz",
    "quiz text",
    "question",
    "prompt",
    "option",
    "feedback",
    "hint",
    "explanation",
    "question of several",
    "option of several",
    "feedback of several",
    "true or false feedback",
    "match row",
    "match option",
    "match feedback",
    "step",
    "step feedback",
    "accepted word",
    "wrong word",
    "word feedback",
    "number feedback",
    "sentence to mark",
    "gap text",
    "gap option",
    "gap feedback",
    "gap word",
    "question of a lesson",
    "prompt of a lesson",
    "option of a lesson",
    "feedback of a lesson",
    "writing prompt",
    "simulation",
    "simulation text",
    "scene",
    "scene text",
    "choice",
    "choice feedback",
    "meter",
    "meter words",
    "debrief title",
    "debrief",
)
PLACES: Mapping[str, str] = {
    name: f"Zq{number:02}k {SIGNS}" for number, name in enumerate((*_NAMES, "file name"), 1)
}
"""What stands at each place."""
PICTURE = "media/Bänk 5% & 'co' #1 {x} [[y]] $@z@$ <b> שלום 👍.svg"
_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 30" width="40" height="30">'
    '<path d="M4 4h32v22H4z" fill="#e8f0ea"/></svg>'
)


def _typed(place: str) -> str:
    """Words to type, which hold no markup."""
    return written_words(PLACES[place], exact=False)


def _md(place: str) -> str:
    """A place's text in Markdown: every sign that could mean something is escaped."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", PLACES[place])


def _y(place: str) -> str:
    """In YAML."""
    return json.dumps(PLACES[place], ensure_ascii=False)


def _ym(place: str) -> str:
    """Markdown in YAML."""
    return json.dumps(_md(place), ensure_ascii=False)


def _files() -> dict[str, str]:
    # In a link these signs mean something; all others stand for themselves.
    picture = re.sub("[%#<>]", lambda found: f"%{ord(found[0]):02X}", PICTURE)
    return {
        PICTURE: _DRAWING,
        "course/course.yml": f"""id: mb-marked
org: TEST
title: {_y("course")}
description: {_y("description")}
version: 1.0.0
released: 2026-01-01
language: en
countries: [BE]
licence: CC0-1.0
authors:
  - name: {_y("author")}
statements:
  made: {_y("statement")}
modules: [01-one]
tracks:
  all: {{title: {_y("track")}, modules: [01-one]}}
""",
        "course/framework.yml": f"""id: mb-marked
title: {_y("framework")}
language: en
categories:
  - code: L
    title: {_y("category")}
    items:
      - code: L.1
        statement: {_y("competency")}
        short_label: {_y("competency label")}
        description: {_y("competency description")}
""",
        "course/contacts.yml": f"""contacts:
  - country: BE
    role: emergency
    number: "112"
    operator: {_y("contact")}
    hours: {_y("contact hours")}
    confirmed_on: 2026-11-01
""",
        "course/references.yml": f"""references:
  - key: One2020
    cite: {_y("source")}
    verified: source
""",
        "course/glossary.yml": f"""terms:
  - term: {_y("glossary term")}
    definition: {_ym("glossary definition")}
""",
        "course/01-one/index.md": f"""---
outcomes: [{_y("outcome")}]
content_notes: [{_y("content note")}]
---

# {_md("module")}

{_md("module text")}
""",
        "course/01-one/01-page.md": f"""---
items: [L.1]
minutes: 5
---

# {_md("page")}

{_md("paragraph")} [@One2020] and a note.[^1]

## {_md("heading")}

`` {PLACES["code"]} ``

- {_md("list")}

| {_md("table heading")} | B |
| --- | :---: |
| {_md("cell")} | C |

> {_md("quotation")}

> [!TIP]
> {_md("box")}

<details><summary>{html.escape(PLACES["summary"])}</summary>

Inside.

</details>

![{_md("alternative text")}](<../../{picture}>)

*{_md("caption")}*

[{_md("link")}](02-scene.md)

[^1]: {_md("footnote")}

## {_md("question of a lesson")}
<!-- #lesson-question -->

`L.1`

{_md("prompt of a lesson")}

- [x] {_md("option of a lesson")}
    > {_md("feedback of a lesson")}
- [ ] No.
    > No.

## Write
<!-- #lesson-journal kind=journal -->

`L.1`

{_md("writing prompt")}

____
""",
        "course/01-one/02-scene.md": f"""---
kind: scenario
items: [L.1]
minutes: 5
meters:
  trust: {{title: {_y("meter")}, start: 1, min: 0, max: 2, words: {{0: {_y("meter words")}}}}}
---

# {_md("simulation")}

{_md("simulation text")}

## {_md("scene")}
<!-- #start -->

{_md("scene text")}

- [{_md("choice")}](#the-end) `L.1 2`
    > {_md("choice feedback")}
- [Another.](#the-end) `L.1 0`
    > Fine.

## The end
<!-- #the-end end -->

It ends.

## {_md("debrief title")}
<!-- #debrief kind=debrief -->

{_md("debrief")}
""",
        "quizzes/01-one.md": _quiz(),
    }


def _quiz() -> str:
    return f"""---
kind: quiz
---

# {_md("quiz")}

{_md("quiz text")}

## {_md("question")}
<!-- #one kind=single -->

`L.1`

{_md("prompt")}

- [x] {_md("option")}
    > {_md("feedback")}
- [ ] No.
    > No.
- [ ] Never.
    > No.

> [!TIP]
> {_md("hint")}

> [!NOTE]
> {_md("explanation")}

## {_md("question of several")}
<!-- #several kind=multiple -->

`L.1`

Which?

- [x] {_md("option of several")}
    > {_md("feedback of several")}
- [x] Two.
    > Yes.
- [ ] Three.
    > No.

## Is it so?
<!-- #truth kind=truefalse -->

`L.1`

It is so.

- [x] True
    > {_md("true or false feedback")}
- [ ] False
    > No.

## Match them
<!-- #pairs kind=match -->

`L.1`

Match.

| Left | Right | Feedback |
| --- | --- | --- |
| {_md("match row")} | {_md("match option")} | {_md("match feedback")} |
| Two | Second | No. |
| Three | Third | No. |

## In order
<!-- #steps kind=order -->

`L.1`

Order.

1. {_md("step")}
    > {_md("step feedback")}
1. Second.
1. Third.

## A word
<!-- #word kind=text -->

`L.1`

Type.

- = {_typed("accepted word")}
    > {_md("word feedback")}
- != {_typed("wrong word")}
    > Not this one.

## A number
<!-- #number kind=numeric -->

`L.1`

How many?

- = 4
    > {_md("number feedback")}

## Mark it
<!-- #marks kind=hottext -->

`L.1`

Mark.

- [x] {_md("sentence to mark")}
    > Yes.
- [ ] Not this.
    > No.

## Gaps
<!-- #gaps kind=gaps -->

`L.1`

{_md("gap text")} Give [1] and [2].

1. - [x] {_md("gap option")}
       > {_md("gap feedback")}
   - [ ] nothing
       > No.
2. - = {_typed("gap word")}
"""


def course(folder: Path) -> Course:
    """The course, read from files in `folder`. Everything is in the model as it was written."""
    for name, text in _files().items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    report = Collector()
    read = load(folder, report, TODAY).course
    errors = [str(each) for each in report.found if each.rule.severity is Severity.ERROR]
    assert read is not None and errors == [], errors
    changed = {place: told for place, told in verdicts(plain(read)).items() if told != WRITTEN}
    assert changed == {"file name": ABSENT}, changed
    return read


def played(frame: Any, texts: Callable[[str], Iterable[str]]) -> Iterator[str]:
    """What a simulation shows: the start, the first scene, what is said of a choice, the end."""
    for button in (".scenario .start .actions button.primary", "[data-choice] button", None):
        frame.locator(button or ".talk > [data-end]").first.wait_for()
        yield frame.locator("body").inner_text()
        yield from texts(frame.locator("html").inner_html())
        if button:
            frame.locator(button).first.click()


def written(course: Course, target: str, folder: Path) -> Path:
    """A package of the course, in `folder`."""
    (variant,) = variants(course, BuildRequest((target,)), Collector())
    file = folder / variant.file
    with file.open("wb") as stream:
        variant.target.pack(variant.target.render(variant.course), stream)
    return file


def plain(value: Any) -> Iterator[str]:
    """All strings in a value of the model: what a text is made of, too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from plain(each)
    elif isinstance(value, Collection):
        for each in value:
            yield from plain(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from plain(getattr(value, field.name))


def loaded(found: bool) -> list[str]:
    """What is shown of the place "file name": something only where the picture was there."""
    return [PLACES["file name"]] if found else []


def verdicts(shown: Iterable[str]) -> dict[str, str]:
    """Of each place whether it is seen as it was written, or first otherwise, or nowhere."""
    texts = [" ".join(text.replace(_JOINER, "").split()) for text in shown]
    return {place: _verdict(text, texts) for place, text in PLACES.items()}


def _verdict(written: str, texts: Iterable[str]) -> str:
    word = written.partition(" ")[0]
    seen = [text[at:] for text in texts for at in _places(word, text)]
    for text in seen:
        if not text.startswith(written) and not _cut(text, written):
            return f"differs: {_different(text, written)}"
    return WRITTEN if any(text.startswith(written) for text in seen) else ABSENT


def _places(word: str, text: str) -> Iterator[int]:
    return (found.start() for found in re.finditer(re.escape(word), text))


def _cut(text: str, written: str) -> bool:
    """Whether it is the beginning, shortened for a menu: it must stand whole elsewhere."""
    start = re.split(r"…|\.\.\.", text)[0].rstrip()
    return len(start) < len(text) and written.startswith(start)


def _different(text: str, written: str) -> str:
    """The signs from where they differ, shown and written."""
    at = next(
        (n for n, (a, b) in enumerate(zip(text, written, strict=False)) if a != b), len(text)
    )
    return f"{text[at : at + 12]!r} for {written[at : at + 12]!r}"


def judged(
    system: str,
    found: Mapping[str, str],
    *,
    absent: Collection[str] = (),
    known: Mapping[str, str] = MappingProxyType({}),
    accept: bool = False,
) -> None:
    """Fails where a place did not arrive, or what `places.json` says of the system differs.

    absent: places that this system has not got. known: what differs, and cannot be mended here.
    """
    wanted = dict.fromkeys(PLACES, WRITTEN) | dict.fromkeys(absent, ABSENT) | dict(known)
    wrong = {place: told for place, told in found.items() if told != wanted[place]}
    assert wrong == {}, f"{system}: {json.dumps(wrong, ensure_ascii=False, indent=1)}"
    listed = recorded()
    if accept and listed.get(system) != found:
        kept = json.dumps(listed | {system: dict(found)}, ensure_ascii=False, indent=2)
        FILE.write_text(kept + "\n", "utf-8")
        return
    assert listed.get(system) == found, f"{FILE.name} says otherwise; --accept rewrites it"


def recorded() -> dict[str, dict[str, str]]:
    """What was found by the last runs, by system."""
    if not FILE.exists():
        return {}
    read: dict[str, dict[str, str]] = json.loads(FILE.read_text("utf-8"))
    return read


def write(path: Path, table: Mapping[str, Mapping[str, str]]) -> None:
    """The table of place by system as lines of text, columns parted by tabs."""
    systems = list(table)
    rows = [["place", *systems]]
    rows += [[place, *(table[system].get(place, "?") for system in systems)] for place in PLACES]
    path.write_text("".join("\t".join(row) + "\n" for row in rows), "utf-8")


def summary() -> str:
    """The table of docs/support.md: systems in rows, and how many places arrived in each."""
    rows = ["| where | places | arrived as written | otherwise |", "| --- | --- | --- | --- |"]
    for system, found in sorted(recorded().items()):
        there = {place: told for place, told in found.items() if told != ABSENT}
        other = [place for place, told in there.items() if told != WRITTEN]
        right = len(there) - len(other)
        rows.append(f"| {system} | {len(there)} | {right} | {', '.join(other) or '–'} |")
    return "\n".join(rows)
