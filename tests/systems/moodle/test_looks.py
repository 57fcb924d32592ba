"""Wide pictures and tables in a browser: nothing is cut off, and no page scrolls sideways.

The pictures of the pages lie in pytest's folder (`--basetemp`), to be looked at. Matching is left
out: there Moodle's lists of choices are as wide as the longest, which the plugin mends.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from moocbuild.model.course import Course
from small_course import read
from systems import marked
from systems.moodle.site import Site, Visitor
from systems.moodle.test_places import modules

pytestmark = [pytest.mark.lms, pytest.mark.browser]
WIDTHS = (1280, 360)
PHOTO = "media/photo.png"
_DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 400" width="1200" height="400">'
    '<rect width="1200" height="400" fill="#e8f0ea"/><path d="M40 360 600 40l560 320z" '
    'fill="#7ba386"/><circle cx="980" cy="90" r="50" fill="#e6c35c"/></svg>'
)
_TABLE = """| What is said | What may be meant | What you can do | What to leave | When | Where |
| --- | --- | :---: | --- | ---: | --- |
| “It’s nothing.” | It is a lot, and words are hard to find | Stay | Advice | 5 | Here |
| Nothing at all | Perhaps looking for words | Wait, and look ahead | Questions | 120 | There |
"""
FILES = {
    "media/hill.svg": _DRAWING,
    "course/01-listening/index.md": "---\noutcomes: [Stay with a silence, Ask in open words]\n"
    "content_notes: [loneliness]\n---\n\n# Listening and asking\n\nThis unit takes it slowly.\n",
    "course/01-listening/01-silence.md": f"""---
items: [L.1, L.2]
minutes: 5
---

# When someone goes quiet

A gap is not empty. The other person may be looking for words.

![A photo of a field, wide](../../{PHOTO})

## What it may mean

{_TABLE}
> [!TIP]
> Count your breaths, not the seconds.

![A hill below the sun](../../media/hill.svg)

*The hill, seen from the bench.*

<details>
<summary>More about it</summary>

> “I could hear the clock. And then I could say it.”

</details>

- [ ] Breathe.
- [x] Wait.

```text
A line of code that is much longer than a telephone is wide, and that nobody wants to be cut off.
```
""",
    "course/01-listening/02-ways.md": """---
items: [L.1]
minutes: 3
---

# Ways to a first word

<details name="way">
<summary>At the door, with the coat still on and the shopping in both hands</summary>

Wait until the bags are down.

| Who | What | Where | When | How long | Why |
| --- | --- | --- | --- | --- | --- |
| Lina | Listens without interrupting | Kitchen | Evening | 5 minutes | Because she asked |

</details>
<details name="way" open>
<summary>By telephone</summary>

Say who you are.

</details>

[Two minutes with Lina](https://www.youtube.com/watch?v=abcdefghijk&t=90)

<details>
<summary>What is said in the film</summary>

“I could hear the clock.”

</details>

```python
def answer(silence: float, words: list[str]) -> str:  # waits, and says less than it could say
    return words[0] if silence > 5 else ""
```

## How you see it
<!-- #ways kind=likert -->

How far do you agree with these statements about the first words that somebody says?

|  | Not at all | Hardly | Partly | Mostly | Fully |
| --- | :-: | :-: | :-: | :-: | :-: |
| I can wait until somebody has found the words that they are looking for. | ○ | ○ | ○ | ○ | ○ |
| I say little. | ○ | ○ | ○ | ○ | ○ |
""",
    "quizzes/01-listening.md": f"""---
kind: quiz
minutes: 5
---

# Check yourself

Take your time.

## She falls silent
<!-- #silence points=2 -->

`L.1`

Lina looks at this picture.

![A photo of a field, wide](../{PHOTO})

{_TABLE}
What do you do first?

- [ ] `0.5` “Nights can be long.”
    > True, and it leaves room. It also speaks before she has.
- [x] Stay quiet for a moment.
    > Many people go on by themselves.
- [ ] Ask which medicine she takes.
    > That belongs to the care team.

> [!TIP]
> What would you want if words were hard to find?

> [!NOTE]
> Staying with a silence is a skill.

## In order
<!-- #order kind=order -->

`L.1`

Put these in an order that leaves room.

1. Say who you are, and how long you have.
1. Ask what would be good to talk about.
1. Agree on what comes next.

## A text with gaps
<!-- #gaps kind=gaps -->

`L.2`

Give her [1] first. After a while she may [2].

1. - [x] room
   - [ ] a plan for the rest of the week
2. - = go on

## Your evenings
<!-- #evenings kind=survey -->

How often is there time to listen?

- [ ] On most evenings, once everybody else has gone to bed
- [ ] When it is quiet
- [ ] Hardly ever

## How you see silences
<!-- #silences kind=likert -->

How far do you agree?

|  | Not at all | Partly | Fully |
| --- | :-: | :-: | :-: |
| I know what to do when somebody falls silent. | ○ | ○ | ○ |
| There is a place where we can talk. | ○ | ○ | ○ |
""",
}


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    root = tmp_path_factory.mktemp("looks") / "course"
    made, report = read(root, FILES, {PHOTO: photo(900, 300)})
    assert not report.failed, report.found
    return made


def photo(width: int, height: int) -> bytes:
    """A real PNG: a sky above a field."""
    rows = b"".join(
        b"\0" + bytes((120, 170, 220) if y < height // 2 else (110, 150, 80)) * width
        for y in range(height)
    )

    def chunk(kind: bytes, body: bytes) -> bytes:
        whole = kind + body
        return struct.pack(">I", len(body)) + whole + struct.pack(">I", zlib.crc32(whole))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(rows)), chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.fixture(scope="module")
def addresses(
    site: Site, course: Course, made: list[int], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, str]:
    """Pages to look at, by name; the learner has answered every question, half of them right."""
    number = site.restore(marked.written(course, "moodle", tmp_path_factory.mktemp("package")))
    made.append(number)
    found = site.php("facts.php", number)
    quiz, views = modules(found, "quiz")
    lesson, ways = (
        next(each for each in modules(found, "page") if name in each["idnumber"])
        for name in ("silence", "ways")
    )
    attempt = site.php("attempt.php", quiz["id"], "partly")["attempt"]
    return {
        "course": f"course/view.php?id={number}",
        "lesson": f"mod/page/view.php?id={lesson['id']}",
        "ways": f"mod/page/view.php?id={ways['id']}",
        "views": f"mod/quiz/view.php?id={views['id']}",
        "quiz": f"mod/quiz/view.php?id={quiz['id']}",
        "review": f"mod/quiz/review.php?attempt={attempt}&showall=1",
        "grades": f"grade/report/user/index.php?id={number}",
    }


@pytest.fixture(scope="module")
def learner(site: Site, addresses: dict[str, str]) -> Iterator[Visitor]:
    with site.served():
        yield Visitor(site, "learner")


@pytest.fixture(params=WIDTHS)
def page(learner: Visitor, shared_browser: Any, request: pytest.FixtureRequest) -> Iterator[Any]:
    context = shared_browser.new_context(viewport={"width": request.param, "height": 800})
    context.add_cookies(
        [
            {"name": each.name, "value": each.value or "", "url": learner.site.address}
            for each in learner.cookies
        ]
    )
    opened = context.new_page()
    opened.set_default_timeout(600_000)
    yield opened
    context.close()


_CUT = """() => {
  const seen = (one) => one.offsetParent !== null;
  const scrolls = (one) => one.closest(".table-responsive, pre, [style*=overflow]");
  const things = document.querySelectorAll(
    "#region-main img, #region-main table, #region-main pre, #region-main select, "
    + "#region-main .answer, #region-main .qtext, #region-main input");
  return [...things].filter(seen).filter((one) => !scrolls(one)).filter((one) => {
    const {left, right} = one.getBoundingClientRect();
    return left < -1 || right > innerWidth + 1;
  }).map((one) => one.outerHTML.slice(0, 200));
}"""
NOT_OURS = """
[data-flexitour], [id^=tour-step-tool_usertours] {display: none !important}
.tertiary-navigation > .row {margin-inline: 0 !important}
"""
"""Moodle's own tour of a page, over what is to be looked at; and its row with *Back*, which is
wider than a phone by four pixels in 5.1."""
_SIDEWAYS = "document.documentElement.scrollWidth - innerWidth"


@pytest.mark.parametrize("name", ["course", "lesson", "ways", "review", "grades"])
def test_nothing_is_cut_off(
    page: Any, learner: Visitor, addresses: dict[str, str], tmp_path: Path, name: str
) -> None:
    page.goto(f"{learner.site.address}/{addresses[name]}")
    _fits(page, tmp_path / name)


@pytest.mark.parametrize(("name", "asked"), [("quiz", [1, 1, 1]), ("views", [3])])
def test_questions_are_not_cut_off(
    page: Any,
    learner: Visitor,
    addresses: dict[str, str],
    tmp_path: Path,
    name: str,
    asked: list[int],
) -> None:
    """asked: how many questions each page has; a survey is asked at once."""
    page.goto(f"{learner.site.address}/{addresses[name]}")
    _fits(page, tmp_path / name)
    page.locator(".quizstartbuttondiv button").click()
    page.locator(".que").first.wait_for()
    attempt = page.url.partition("&page=")[0]
    for number, count in enumerate(asked):
        page.goto(f"{attempt}&page={number}")
        page.locator(".que").first.wait_for()
        assert page.locator(".que").count() == count
        _fits(page, tmp_path / f"{name}-{number + 1}")


def test_a_film_elsewhere_stays_a_link(
    page: Any, learner: Visitor, addresses: dict[str, str]
) -> None:
    """Nothing is asked of its site before a learner goes there."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{learner.site.address}/{addresses['ways']}")
    page.wait_for_load_state("networkidle")
    assert page.locator("#region-main a[href*='youtube.com']").count() == 1
    assert page.locator("#region-main iframe, #region-main .mediaplugin").count() == 0
    assert not [url for url in asked if "youtu" in url]


def _fits(page: Any, file: Path) -> None:
    page.wait_for_load_state("networkidle")
    page.add_style_tag(content=NOT_OURS)
    page.screenshot(path=f"{file}.png", full_page=True)
    assert page.evaluate(_CUT) == []
    assert page.evaluate(_SIDEWAYS) <= 0
