"""The sample course in French and German, played by keyboard from the first page to the record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from i18n.sample import english, folded, made
from player.conftest import HERE, SCORM_AGAIN, Lms, Server

RUNS = [
    pytest.param(("fr", "web", ""), id="fr-web"),
    pytest.param(("de", "scorm-2004", "2004"), id="de-scorm-2004"),
    pytest.param(("de", "web", ""), id="de-web", marks=pytest.mark.audit),
    pytest.param(("fr", "scorm-1.2", "1.2"), id="fr-scorm-1.2", marks=pytest.mark.audit),
]
WORD = {"fr": ("cuisson", "Fermentation"), "de": ("Backen", "gärung")}
GAP = {"fr": "creux", "de": "Hohl"}
TODAY = {"fr": r"\d{1,2}(er)? [a-zéû]+ 20\d\d", "de": r"\d{1,2}\. [A-Z][a-zä]+ 20\d\d"}

_SAID = """() => {
  const named = [...document.querySelectorAll("[aria-label], [alt]")];
  const names = named.map((e) => e.getAttribute("aria-label") || e.getAttribute("alt"));
  return [document.body.innerText, ...names].join("\\n");
}"""
_WIDE = """() => [...document.querySelectorAll("button, select, input, summary, .button, main a")]
  .filter((e) => e.checkVisibility() && !e.closest(".skip"))
  .filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
  .map((e) => e.outerHTML)"""


class Keyboard:
    """A learner without a mouse. language: what every page must be in."""

    def __init__(self, lms: Lms, language: str) -> None:
        self.lms, self.language = lms, language
        self.seen = 0

    def press(self, *keys: str) -> None:
        for key in keys:
            self.lms.page.keyboard.press(key)

    def on(self, selector: str) -> bool:
        """Whether something that the selector fits has the focus."""
        asks = "s => document.activeElement.matches(s)"
        return bool(self.lms.frame.evaluate(asks, selector))

    def to(self, selector: str) -> None:
        """Tabs on until the focus is there."""
        for _ in range(150):
            if self.on(selector):
                return
            self.press("Tab")
        raise AssertionError(f"no key leads to {selector}")

    def follow(self, selector: str, page: str) -> None:
        """Opens the page behind a link."""
        self.look()
        self.to(selector)
        self.press("Enter")
        self.lms.frame.wait_for_selector(f'html.js[data-page="{page}"]')

    def choose(self, question: str, option: str) -> None:
        """One of some options, by the keys that browsers have for them."""
        self.to(f"#{question} input[type=radio]")
        self.press("Space")
        for _ in range(9):
            if self.on(f"#{question} input[value={option}]"):
                return
            self.press("ArrowDown")
        raise AssertionError(option)

    def tick(self, question: str, *options: str) -> None:
        boxes = self.lms.frame.locator(f"#{question} input[type=checkbox]")
        for value in boxes.evaluate_all("all => all.map(box => box.value)"):
            if value in options:
                self.to(f"#{question} input[value={value}]")
                self.press("Space")

    def type(self, selector: str, words: str) -> None:
        self.to(selector)
        self.press("Control+a")
        self.lms.page.keyboard.type(words)

    def pick(self, selector: str, value: str) -> None:
        """An entry of a list: its first letters would differ by language, arrows do not."""
        self.to(selector)
        entries = self.lms.frame.locator(f"{selector} option").evaluate_all(
            "o => o.map(e => e.value)"
        )
        self.press("Home", *["ArrowDown"] * entries.index(value))

    def check(self, question: str, result: str) -> None:
        """What the answer is worth."""
        self.to(f"#{question} [type=submit]")
        self.press("Enter")
        self.lms.frame.wait_for_selector(f"#{question}[data-result={result}]")
        self.look()
        if result != "good":
            self.lms.page.wait_for_timeout(310)  # sooner, a second press is the same press

    def look(self) -> None:
        """Nothing is in English, and every control is within the window."""
        said = self.lms.frame.evaluate(_SAID)
        assert self.lms.frame.evaluate("document.documentElement.lang") == self.language
        assert not folded(said) & english(self.language)
        self.seen += 1
        wide = self.lms.frame.evaluate(_WIDE)
        assert not wide


@pytest.fixture
def keyboard(shared_browser: Any, request: pytest.FixtureRequest) -> Iterator[Keyboard]:
    language, target, version = request.param
    if not SCORM_AGAIN.is_dir():
        pytest.skip("no npm packages: npm --prefix tests/player ci")
    server = Server()
    server.files["/lms.html"] = (HERE / "lms.html").read_bytes()
    for name in ("scorm12.js", "scorm2004.js"):
        server.files[f"/{name}"] = (SCORM_AGAIN / name).read_bytes()
    package = made(language)[target]
    lms = Lms(shared_browser, server, version, {n: package.read(n) for n in package.names()})
    lms.page.set_viewport_size({"width": 320, "height": 640})
    yield Keyboard(lms, language)
    lms.context.close()
    server.close()


def lessons(keyboard: Keyboard) -> None:
    """Three lessons with what they ask, a wrong answer before a right one."""
    keyboard.lms.open()
    keyboard.follow("main a[href='dough.four-things.html']", "dough/four-things")
    keyboard.choose("q-at-home", "b")
    keyboard.to("#q-at-home [type=submit]")
    keyboard.press("Enter")
    keyboard.choose("q-salt-first", "a")
    keyboard.check("q-salt-first", "off")
    keyboard.choose("q-salt-first", "b")
    keyboard.check("q-salt-first", "good")
    keyboard.follow("a[rel=next]", "dough/fold-and-wait")
    keyboard.type("[data-journal]", "…")
    keyboard.follow("a[rel=next]", "oven/index")
    keyboard.follow("a[rel=next]", "oven/heat-and-steam")
    keyboard.choose("q-wet-cloth", "c")
    keyboard.check("q-wet-cloth", "part")
    keyboard.follow("a[rel=next]", "oven/sunday-morning")


def simulation(keyboard: Keyboard) -> None:
    """By way of a burn to the end."""
    keyboard.to(".start .actions button")
    keyboard.press("Enter")
    for choice in ("b", "a", "b", "a"):
        keyboard.look()
        keyboard.to(f".talk [data-choice={choice}] button")
        keyboard.press("Enter")
    keyboard.lms.frame.wait_for_selector(".talk .showed")
    keyboard.to(".talk .showed summary")
    keyboard.press("Enter")
    keyboard.follow("a[rel=next]", "oven/quiz")


def quiz(keyboard: Keyboard) -> None:
    """Every kind, what is typed wrong before right."""
    wrong, right = WORD[keyboard.language]
    keyboard.choose("q-finger", "b")
    keyboard.check("q-finger", "good")
    keyboard.tick("q-slower", "a")
    keyboard.check("q-slower", "part")
    keyboard.tick("q-slower", "b")
    keyboard.check("q-slower", "good")
    for number, result in (("16,25", "off"), ("0,1625", "good")):
        keyboard.type("#q-water-entry", number)
        keyboard.check("q-water", result)
    for said, result in ((wrong, "off"), (right, "good")):
        keyboard.type("#q-word-entry", said)
        keyboard.check("q-word", result)
    keyboard.type("#q-done-a", GAP[keyboard.language])
    keyboard.pick("#q-done-b", "a")
    keyboard.check("q-done", "good")
    for step, place in (("a", 0), ("b", 1), ("c", 2), ("d", 3)):
        keyboard.pick(f"#q-in-order [data-step={step}] select", str(place))
    keyboard.check("q-in-order", "good")
    keyboard.tick("q-hot", "a", "c")
    keyboard.check("q-hot", "good")
    for row in "abc":
        keyboard.pick(f"#q-together-{row}", row)
    keyboard.check("q-together", "good")
    assert keyboard.lms.frame.locator(".quiz-result").inner_text().startswith("100 ")


def results(keyboard: Keyboard) -> None:
    """What was shown of competencies, and the record with the day on it."""
    keyboard.to(".fold summary")
    keyboard.press("Enter")
    keyboard.follow(".menu a[href='competencies.html']", "competencies")
    levels = keyboard.lms.frame.locator("[data-item] .meta").all_inner_texts()
    assert all(re.search(r"\d", each) for each in levels)
    keyboard.to(".fold summary")
    keyboard.press("Enter")
    keyboard.follow(".menu a[href='completion.html']", "completion")
    keyboard.type("#printed-name", "Zoé")
    record = keyboard.lms.frame.locator(".record").inner_text()
    assert "Zoé" in record and re.search(TODAY[keyboard.language], record)
    keyboard.look()


@pytest.mark.browser
@pytest.mark.parametrize("keyboard", RUNS, indirect=True)
def test_a_learner_comes_to_the_end(keyboard: Keyboard) -> None:
    lessons(keyboard)
    simulation(keyboard)
    quiz(keyboard)
    results(keyboard)
    assert keyboard.seen > 25
    if keyboard.lms.version:
        assert keyboard.lms.leave() == []
    else:
        assert keyboard.lms.errors == []
