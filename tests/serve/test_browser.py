"""The preview as an author sees it, in Chromium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from player.answers import answer
from serve.conftest import HANG, Served

pytestmark = pytest.mark.browser
LESSON = "when-to-wash.five-moments.html"
QUESTION = "## A phone call"
QUIZ = "how-to-wash.quiz.html"
LONG = "\n\n".join(f"Sentence {n} of a long page." for n in range(60))
BOX = "<details>\n<summary>More of it</summary>\n\nWithin.\n\n</details>"


class Author:
    """A course, its preview, and a browser tab."""

    def __init__(self, browser: Any, root: Path, *options: str) -> None:
        self.root = root
        self.served = Served(root, "--port", "0", *options)
        self.context = browser.new_context(viewport={"width": 1300, "height": 850})
        self.page = self.context.new_page()
        self.page.set_default_timeout(HANG * 1000)
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.lesson = root / "course/01-when-to-wash/01-five-moments.md"

    def open(self, path: str = "", state: int = 1) -> Any:
        """Opens an address of the preview; the frame with the course."""
        self.page.goto(self.served.url + path)
        return self.sees(state)

    def sees(self, state: int) -> Any:
        """Waits until a state of the course is shown; the frame with it."""
        self.page.wait_for_selector(f'html[data-shown="{state}"]')
        frame = self.page.frames[1]
        frame.wait_for_selector("html.js h1")
        return frame

    def write(self, more: str) -> None:
        """More words, above the question with which the lesson ends."""
        text = self.lesson.read_text("utf-8")
        assert text.count(QUESTION) == 1
        self.lesson.write_text(text.replace(QUESTION, f"{more}\n\n{QUESTION}"), "utf-8")

    def replace(self, old: str, new: str) -> None:
        text = self.lesson.read_text("utf-8")
        assert text.count(old) == 1
        self.lesson.write_text(text.replace(old, new), "utf-8")

    def close(self) -> None:
        self.context.close()
        self.served.close()
        assert self.errors == []
        known = (self.served.url, "data:", "blob:", "about:")
        assert not [url for url in self.requests if not url.startswith(known)]


@pytest.fixture
def author(shared_browser: Any, course: Path, request: pytest.FixtureRequest) -> Iterator[Author]:
    author = Author(shared_browser, course, *getattr(request, "param", ()))
    yield author
    author.close()


def go_to(frame: Any, name: str) -> None:
    """Follows a link to a page of the course."""
    frame.evaluate(
        "name => { const a = document.createElement('a'); a.href = name;"
        " document.querySelector('main').append(a); a.click(); }",
        name,
    )


def test_a_change_shows_and_the_reader_stays(author: Author) -> None:
    frame = author.open(LESSON)
    author.write(f"Above.\n\n{LONG}\n\n## Far below\n\n{BOX}\n\n{LONG}")
    frame = author.sees(2)
    box = frame.locator("details", has_text="Within.")
    box.locator("summary").click()
    heading = frame.locator("h2", has_text="Far below")
    heading.evaluate("heading => scrollTo(0, heading.offsetTop - 200)")
    top = heading.evaluate("heading => heading.getBoundingClientRect().top")
    author.replace("Above.", f"{LONG}\n\nA sentence that is new.")
    frame = author.sees(3)
    assert frame.get_by_text("A sentence that is new.").count() == 1
    heading = frame.locator("h2", has_text="Far below")
    now = heading.evaluate("heading => heading.getBoundingClientRect().top")
    assert abs(now - top) < 3
    assert frame.locator("details", has_text="Within.").evaluate("box => box.open")
    assert author.page.url == author.served.url + LESSON
    author.replace("A sentence that is new.", "Above.")
    frame = author.sees(4)
    assert frame.get_by_text("A sentence that is new.").count() == 0


def test_errors_lie_over_the_last_good_page(author: Author) -> None:
    frame = author.open(LESSON)
    findings = author.page.locator("#findings")
    assert findings.is_hidden()
    author.write("<div><img src=x onerror=document.title='ran'>")
    findings.wait_for()
    said = findings.inner_text()
    assert "course/01-when-to-wash/01-five-moments.md:" in said
    assert "error MB033" in said and "What helps: " in said
    assert "<div><img src=x" in said
    assert findings.locator("img").count() == 0
    assert frame.get_by_role("heading", name="Five moments").is_visible()
    assert author.page.get_attribute("html", "data-shown") == "1"
    author.page.keyboard.press("Escape")
    assert findings.is_hidden()
    author.page.get_by_role("button", name=re.compile(r"\d errors?")).click()
    assert findings.is_visible()
    author.replace("<div><img src=x onerror=document.title='ran'>", "Mended.")
    frame = author.sees(2)
    assert findings.is_hidden()
    assert frame.get_by_text("Mended.").is_visible()


def test_a_page_that_goes_says_so(author: Author) -> None:
    author.open(LESSON)
    (author.root / "course/course.lock").unlink()
    author.lesson.rename(author.lesson.with_name("01-other-moments.md"))
    author.page.wait_for_selector('html[data-shown="2"]')
    frame = author.page.frames[1]
    frame.get_by_text("This page is not in the course now").wait_for()
    frame.get_by_role("link", name="To the first page").click()
    frame.locator("html.js h1").wait_for()
    assert frame.locator("h1").inner_text() == "Clean hands in the kitchen"


def test_the_address_is_the_pages_own(author: Author) -> None:
    frame = author.open()
    frame.get_by_role("link", name="Five moments").first.click()
    frame.wait_for_selector('html[data-page="when-to-wash/five-moments"]')
    author.page.wait_for_url(f"**/{LESSON}")
    author.page.reload()
    frame = author.sees(1)
    assert frame.locator("h1").inner_text() == "Five moments"
    assert author.page.title().startswith("Five moments")


def test_going_back_shows_no_page_of_yesterday(author: Author) -> None:
    frame = author.open()
    frame.get_by_role("link", name="Five moments").first.click()
    frame.wait_for_selector('html[data-page="when-to-wash/five-moments"]')
    author.write("Words of today.")
    frame = author.sees(2)
    author.page.go_back()
    frame.wait_for_selector('html[data-kind="home"]')
    frame = author.sees(2)
    frame.get_by_role("link", name="Five moments").first.click()
    frame.get_by_text("Words of today.").wait_for()
    assert "/@2/" in frame.url


def test_what_leads_elsewhere_gets_a_tab_of_its_own(author: Author) -> None:
    author.context.route("**/elsewhere.example/**", lambda route: route.fulfill(body="Elsewhere"))
    author.open(LESSON)
    author.write("See [elsewhere](https://elsewhere.example/page).")
    frame = author.sees(2)
    with author.context.expect_page() as tab:
        frame.get_by_role("link", name="elsewhere").click()
    assert tab.value.url == "https://elsewhere.example/page"
    assert tab.value.evaluate("() => opener") is None
    assert frame.locator("h1").inner_text() == "Five moments"


def test_a_draft_is_told_to_be_one(author: Author) -> None:
    author.open(LESSON)
    draft = author.page.locator(".draft")
    assert draft.is_hidden()
    author.lesson.with_name("_02-later.md").write_text("# Later\n\nNot yet.\n", "utf-8")
    frame = author.sees(2)
    frame.get_by_role("link", name="Later").first.click()
    draft.wait_for()
    assert draft.inner_text() == "Draft: this page is in no package."


def test_a_phone_beside_a_desktop(author: Author) -> None:
    author.open("_side")
    phone, desktop = author.page.frames[1:3]
    assert phone.evaluate("() => innerWidth") == 390
    assert desktop.evaluate("() => innerWidth") >= 768
    for frame in (phone, desktop):
        frame.wait_for_selector("html.js h1")
    phone.get_by_role("link", name="Five moments").first.click()
    desktop.wait_for_selector('html[data-page="when-to-wash/five-moments"]')
    author.write("For both.")
    author.sees(2)
    for frame in (phone, desktop):
        frame.get_by_text("For both.").wait_for()


@pytest.mark.parametrize(
    "author", [("--lms",), ("--lms", "scorm-2004")], ids=["1.2", "2004"], indirect=True
)
def test_a_session_that_the_next_page_takes_up_is_no_fault(author: Author) -> None:
    # What a click does before the other pages are at hand; it looked like a fault of the course.
    author.context.route(re.compile(r"/later\.[^/]*js$"), lambda route: route.abort())
    frame = author.open("_lms")
    frame.wait_for_selector(".course-progress[title]", state="attached")
    go_to(frame, QUIZ)
    awake = 'html[data-page="how-to-wash/quiz"] .course-progress[title]'
    frame.wait_for_selector(awake, state="attached")
    calls = author.page.locator("[data-calls]")
    told = calls.locator("li", has_text='Initialize("")').all_inner_texts()
    assert len(told) == 2
    assert re.search("error 10[13]", told[0])
    assert calls.locator(".bad").all_inner_texts() == []
    author.page.evaluate(
        "() => window.API ? API.LMSSetValue('cmi.no', '1') : API_1484_11.SetValue('cmi.no', '1')"
    )
    assert calls.locator(".bad").count() == 1


@pytest.mark.parametrize(
    "author", [("--lms",), ("--lms", "scorm-2004")], ids=["1.2", "2004"], indirect=True
)
def test_what_a_learning_system_is_told(author: Author, request: pytest.FixtureRequest) -> None:
    page = author.page
    frame = author.open("_lms")
    grades, calls = page.locator("[data-grades]"), page.locator("[data-calls]")
    verb = "LMSInitialize" if "1.2" in request.node.name else "Initialize"
    calls.get_by_text(f'{verb}("") → "true"').wait_for()
    assert "none yet" in grades.inner_text()
    go_to(frame, QUIZ)
    frame.wait_for_selector('html.js[data-page="how-to-wash/quiz"]')  # buttons are there
    answer(frame, "how-long", "numeric", "20")
    grade = grades.locator("dd[data-of=Grade]")
    grade.get_by_text(re.compile(r"^50 (of 100|%)$")).wait_for()
    assert grades.locator("dd[data-of=Answers]").inner_text() == "1"
    assert calls.locator(".bad").all_inner_texts() == []
    quiz = author.root / "quizzes/02-how-to-wash.md"
    quiz.write_text(quiz.read_text("utf-8").replace("rub with soap?", "rub, with soap?"), "utf-8")
    frame = author.sees(2)
    form = frame.locator('[data-question="how-long"][data-result="good"]')
    form.wait_for()
    assert "rub, with soap?" in form.inner_text()
    page.get_by_role("button", name="Leave the course").click()
    ends = "LMSFinish" if "1.2" in request.node.name else "Terminate"
    calls.get_by_text(f'{ends}("") → "true"').first.wait_for()
    page.get_by_role("button", name="Begin as a new learner").click()
    grades.get_by_text("preview-2").wait_for()
    grades.get_by_text("none yet").wait_for()


def test_a_preview_that_is_started_anew_is_found_again(author: Author) -> None:
    author.open(LESSON)
    token = author.page.get_attribute("html", "data-token")
    old, port = author.served, str(author.served.port)
    old.close()
    author.page.get_by_text("The preview has ended").wait_for()
    author.write("Written meanwhile.")
    author.served = Served(author.root, "--port", port)
    author.page.wait_for_selector(f'html[data-shown]:not([data-token="{token}"])')
    author.sees(1).get_by_text("Written meanwhile.").wait_for()
    assert author.page.url == author.served.url + LESSON


@pytest.mark.parametrize("author", [("--lms",)], ids=["lms"], indirect=True)
def test_the_pages_of_the_preview_are_accessible(author: Author) -> None:
    axe = Path(__file__).parents[1] / "player/node_modules/axe-core/axe.min.js"
    if not axe.is_file():
        pytest.skip("no npm packages: npm --prefix tests/player ci")
    for path in ("_side", "_lms"):
        author.open(path)
    author.write("<div>")
    author.page.locator("#findings").wait_for()
    run = "() => axe.run({exclude: [['iframe']]}, {iframes: false})"
    for path in ("_side", "_lms"):
        author.page.goto(author.served.url + path)
        author.sees(1)
        author.page.locator("#findings").wait_for()
        author.page.evaluate(axe.read_text("utf-8"))
        for scheme in ("light", "dark"):
            author.page.emulate_media(color_scheme=scheme)
            found = author.page.evaluate(run)["violations"]
            assert [(each["id"], each["nodes"][0]["html"]) for each in found] == [], scheme
