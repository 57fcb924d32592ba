"""Our screens in a browser: axe finds nothing, they fit on a phone, keys reach the help."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from plugins.moodle.tests.site import small
from plugins.moodle.tests.site.cartridge import cartridge
from plugins.moodle.tests.site.conftest import Installed
from plugins.moodle.tests.site.test_mend import QUIZZES
from plugins.moodle.tests.site.test_report import CHECK, EVENING, FINAL, RIGHT, objectives

from audit.looks import axe
from systems.moodle.picker import choose
from systems.moodle.site import Visitor
from systems.moodle.test_looks import NOT_OURS

pytestmark = [pytest.mark.lms, pytest.mark.browser]
PEOPLE: dict[str, Any] = {
    "mbtann": {
        "quizzes": [[CHECK, RIGHT], [FINAL, {"last": 0.5}]],
        "runs": [[EVENING, objectives(("L.1", "100"), ("L.2", "50"))]],
        "group": "Red",
    },
    **{f"mbtnew{n:02}": {} for n in range(12)},
}
PATIENCE = 300_000
"""Milliseconds, on a busy machine."""
ORDERS = {
    "course/05-orders/index.md": "---\ntitle: Orders\n---\n\n# Orders\n\nOne by one.\n",
    "quizzes/05-orders.md": """---
title: One by one
kind: quiz
---

# One by one

## What comes first
<!-- #what-comes-first kind=order -->

`L.1`

Put them in order.

1. Hello.
1. And now?
1. Goodbye.
""",
}
_RUN = """async () => {
  const parts = [["#region-main"], [".local-moocbuild-help"]]
    .filter(([part]) => document.querySelector(part));
  const found = await axe.run({include: parts}, {resultTypes: ["violations"], runOnly:
    ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]});
  return found.violations.flatMap((one) => one.nodes.map(
    (node) => `${one.id}: ${node.html.slice(0, 200)}`));
}"""
_WIDE = "document.documentElement.scrollWidth - innerWidth"


@pytest.fixture(scope="module")
def courses(
    served: Installed, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[int, int]]:
    """One from a package, one from a cartridge."""
    folder = tmp_path_factory.mktemp("courses")
    file = small.archive(folder, more={**small.PAIRS, **small.GAPS, **ORDERS, **small.WORDS})
    own = served.restore(Path(file))
    served.drive("register.php", own, file)
    served.drive("learn.php", own, json.dumps(PEOPLE))
    served.drive("help.php", "people", own)
    served.drive("help.php", "clear")
    for number, confirmed in (("0800 00 001", 1_790_000_000), ("0800 00 002", 0)):
        line = {"kind": "suicide_line", "name": "mbt line", "value": number, "country": "BE"}
        line |= {"note": "24/7; fr, nl", "confirmedon": confirmed}
        served.drive("help.php", "save", json.dumps(line))
    plain = served.php("restore.php", cartridge(folder / "plain.imscc", QUIZZES))["course"]
    served.drive("help.php", "people", plain)
    yield own, plain
    served.drive("help.php", "clear")
    served.php("remove.php", own, plain)


@pytest.fixture
def judge(served: Installed, shared_browser: Any) -> Iterator[Any]:
    """Opens a page as somebody, does something there, and asks what is wrong, wide and narrow."""
    contexts = []

    def judged(name: str, address: str, act: Any = None) -> list[str]:
        wrong: list[str] = []
        visitor = Visitor(served, name)
        for width in (1280, 320):
            context = shared_browser.new_context(viewport={"width": width, "height": 720})
            contexts.append(context)
            context.add_cookies(
                [
                    {"name": c.name, "value": c.value or "", "url": served.address}
                    for c in visitor.cookies
                ]
            )
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            page.goto(f"{served.address}{address}")
            if act is not None:
                act(page)
            page.wait_for_load_state("networkidle")
            page.evaluate(axe())
            wrong += [f"{width}: {said}" for said in page.evaluate(_RUN)]
            if page.evaluate(_WIDE) > 0:
                wrong.append(f"{width}: too wide by {page.evaluate(_WIDE)}")
        return wrong

    yield judged
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("mbtteacher", ""),
        ("mbtteacher", "&view=people"),
        ("mbtteacher", "&view=learner&user={ann}"),
        ("mbtann", ""),
    ],
)
def test_report(
    served: Installed, courses: tuple[int, int], judge: Any, name: str, query: str
) -> None:
    ids = served.drive("learn.php", courses[0], json.dumps({"mbtann": {}}))
    address = f"/local/moocbuild/report.php?course={courses[0]}{query.format(ann=ids['mbtann'])}"

    def open_all(page: Any) -> None:
        page.evaluate("document.querySelectorAll('details').forEach((one) => one.open = true)")

    assert judge(name, address, open_all) == []


def test_help(courses: tuple[int, int], judge: Any) -> None:
    reached = []

    def by_keys(page: Any) -> None:
        for presses in range(1, 8):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('.local-moocbuild-help summary')"):
                reached.append(presses)
                page.keyboard.press("Enter")
                page.locator(".local-moocbuild-help a[href='tel:080000001']").wait_for()
                assert page.locator("text=0800 00 002").count() == 0
                return

    assert judge("mbtann", f"/course/view.php?id={courses[0]}", by_keys) == []
    assert len(reached) == 2
    assert judge("mbtann", f"/local/moocbuild/help.php?course={courses[0]}") == []


def test_contacts(courses: tuple[int, int], judge: Any) -> None:
    assert judge("mbtmanager", "/local/moocbuild/contacts.php") == []
    assert judge("mbtmanager", "/local/moocbuild/contacts.php?action=edit") == []


def test_mend(courses: tuple[int, int], judge: Any) -> None:
    assert judge("mbtteacher", f"/local/moocbuild/mend.php?course={courses[1]}") == []


def test_framework(
    courses: tuple[int, int], judge: Any, case_file: dict[str, Any], tmp_path: Path
) -> None:
    file = tmp_path / "framework.json"
    file.write_text(json.dumps(case_file))

    def preview(page: Any) -> None:
        choose(page, ".fp-btn-choose", file)
        page.locator("#id_idnumber").fill("mbt-screens")
        page.get_by_role("button", name="Show what will change").click()
        page.get_by_role("button", name="Make these changes").wait_for()

    assert judge("mbtmanager", "/local/moocbuild/framework.php") == []
    assert judge("mbtmanager", "/local/moocbuild/framework.php", preview) == []


@pytest.fixture(scope="module")
def helpless(served: Installed, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """A course that suggests no help lines, and so has neither a help page nor the box."""
    folder = tmp_path_factory.mktemp("helpless")
    file = small.archive(folder, more={**small.PAIRS, "course/contacts.yml": None})
    number = served.restore(Path(file))
    served.drive("register.php", number, file)
    served.drive("learn.php", number, json.dumps({"mbtann": {}}))
    yield number
    served.php("remove.php", number)


@pytest.mark.parametrize("has_help", [True, False])
def test_choices_of_whole_sentences_fit_a_phone(
    served: Installed,
    courses: tuple[int, int],
    helpless: int,
    shared_browser: Any,
    has_help: bool,
) -> None:
    modules = served.php("facts.php", courses[0] if has_help else helpless)["modules"]
    (number,) = (each["id"] for each in modules if each["idnumber"] == "pairs/quiz")
    context = shared_browser.new_context(viewport={"width": 360, "height": 720})
    cookies = Visitor(served, "mbtann").cookies
    context.add_cookies(
        [{"name": c.name, "value": c.value or "", "url": served.address} for c in cookies]
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{served.address}/mod/quiz/view.php?id={number}")
    page.locator(".quizstartbuttondiv button").click()
    lists = page.locator(".que.match select")
    lists.first.wait_for()
    boxes = [each.bounding_box() for each in lists.all()]
    helped = page.locator(".local-moocbuild-help").count()
    context.close()
    assert (len(boxes), bool(helped)) == (2, has_help)
    assert all(box["x"] >= 0 and box["x"] + box["width"] <= 360 for box in boxes), boxes


_OUTSIDE = """() => [...document.querySelectorAll(".que .content, .activity-item, .section-item")]
  .filter((one) => one.offsetParent && one.querySelector("select, .answer, a"))
  .flatMap((box) => [...box.querySelectorAll("select, .answer, li, a, label")]
    .filter((one) => one.offsetParent
      && one.getBoundingClientRect().right > box.getBoundingClientRect().right + 1)
    .map((one) => one.outerHTML.slice(0, 200)))"""


@pytest.mark.parametrize("width", [1280, 360])
def test_long_words_and_choices_stay_inside(
    served: Installed, courses: tuple[int, int], shared_browser: Any, width: int
) -> None:
    """On the course's page, in each question, and in a review."""
    modules = served.php("facts.php", courses[0])["modules"]
    (number,) = (each["id"] for each in modules if each["idnumber"] == "words/quiz")
    done = served.php("attempt.php", number, "right")["attempt"]
    context = shared_browser.new_context(viewport={"width": width, "height": 720})
    cookies = Visitor(served, "learner").cookies
    context.add_cookies(
        [{"name": c.name, "value": c.value or "", "url": served.address} for c in cookies]
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{served.address}/mod/quiz/view.php?id={number}")
    page.locator(".quizstartbuttondiv button").click()
    page.locator(".que").first.wait_for()
    going_on = page.url.partition("&page=")[0]
    addresses = [
        f"{served.address}/course/view.php?id={courses[0]}",
        f"{served.address}/mod/quiz/review.php?attempt={done}&showall=1",
        *(f"{going_on}&page={n}" for n in range(3)),
    ]
    for address in addresses:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        page.add_style_tag(content=NOT_OURS)
        assert page.evaluate(_WIDE) <= 0, address
        assert page.evaluate(_OUTSIDE) == [], address
    context.close()


_LONG = """() => {
  const [said] = document.querySelectorAll("[data-region=completionrequirements] .badge span");
  said.textContent = "Noch zu erledigen: diese Übung ganz bis zu ihrem Ende durchspielen";
  return said.getBoundingClientRect().right;
}"""


def test_what_completes_an_activity_fits_a_phone(
    served: Installed, courses: tuple[int, int], shared_browser: Any
) -> None:
    """As long as some languages say it."""
    modules = served.php("facts.php", courses[0])["modules"]
    number = next(each["id"] for each in modules if each["kind"] == "scorm")
    context = shared_browser.new_context(viewport={"width": 360, "height": 720})
    cookies = Visitor(served, "mbtann").cookies
    context.add_cookies(
        [{"name": c.name, "value": c.value or "", "url": served.address} for c in cookies]
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{served.address}/mod/scorm/view.php?id={number}")
    right = page.evaluate(_LONG)
    too_wide = page.evaluate(_WIDE)
    context.close()
    assert (right <= 360, too_wide <= 0) == (True, True), (right, too_wide)


_QUESTIONS = """() => {
  const box = (one) => one.getBoundingClientRect();
  return [...document.querySelectorAll(".que")].map((question) => {
    const lists = [...question.querySelectorAll(".subquestion select, .answer select")];
    return {
      apart: Math.max(0, ...[...question.querySelectorAll(".ablock")].map((answers) =>
        box(answers).top - box(question.querySelector(".qtext p")).bottom)),
      alone: lists.filter((one) => getComputedStyle(one).display === "block").length,
      empty: [...question.querySelectorAll(".outcome")].filter((one) => one.offsetParent
        && !one.querySelector(".feedback").innerText.trim()).length,
    };
  });
}"""


def test_questions_hold_together(
    served: Installed, courses: tuple[int, int], shared_browser: Any
) -> None:
    """Answers below their text, gaps in theirs, no box around no feedback."""
    modules = served.php("facts.php", courses[0])["modules"]
    context = shared_browser.new_context(viewport={"width": 1280, "height": 720})
    cookies = Visitor(served, "learner").cookies
    context.add_cookies(
        [{"name": c.name, "value": c.value or "", "url": served.address} for c in cookies]
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    for name, asked in (("orders/quiz", 1), ("pairs/quiz", 1), ("gaps/quiz", 2)):
        (number,) = (each["id"] for each in modules if each["idnumber"] == name)
        attempt = served.php("attempt.php", number, "right")["attempt"]
        page.goto(f"{served.address}/mod/quiz/review.php?attempt={attempt}&showall=1")
        page.wait_for_load_state("networkidle")
        found = page.evaluate(_QUESTIONS)
        assert len(found) == asked
        assert all(each["apart"] < 40 for each in found), found
        assert all(each["alone"] == each["empty"] == 0 for each in found), found
    context.close()


def test_a_simulation_played_in_a_browser_counts(
    served: Installed, courses: tuple[int, int], shared_browser: Any
) -> None:
    """“Come in.” is worth 2 of 2 for L.1 and 1 of 2 for L.2."""
    site, name = served, "mbtlearner"
    modules = site.php("facts.php", courses[0])["modules"]
    (number,) = (each["id"] for each in modules if each["idnumber"] == EVENING)
    context = shared_browser.new_context(viewport={"width": 1200, "height": 900})
    cookies = Visitor(site, name).cookies
    context.add_cookies(
        [{"name": c.name, "value": c.value or "", "url": site.address} for c in cookies]
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    page.goto(f"{site.address}/mod/scorm/view.php?id={number}")
    page.locator("#scormviewform [type=submit]").last.click()
    frame = page.frame_locator("#scorm_object")
    frame.locator(".scenario .start .actions button.primary").click()
    frame.locator(".talk button", has_text="Come in.").click()
    frame.locator(".talk > [data-end]").last.wait_for()
    page.wait_for_timeout(1500)  # the player sends what it holds a moment later
    page.goto(f"{site.address}/my/")
    context.close()
    told = site.drive("report.php", courses[0], name, "learner")["rows"][1:]
    assert [(row[1], row[4], row[5]) for row in told] == [
        ("L.1", 100, 1),
        ("L.2", 50, 1),
        ("L.3", "", 0),
    ]
