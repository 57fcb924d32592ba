"""A learner with a keyboard and nothing else: walks through pages of a course in any browser."""

from __future__ import annotations

import json
from collections import deque
from time import sleep
from typing import Any, Protocol

from moocbuild.model.course import Activity, Course
from moocbuild.model.question import (
    ChoiceInteraction,
    GapsInteraction,
    HottextInteraction,
    MatchInteraction,
    NumericEntryInteraction,
    OrderInteraction,
    Question,
    TextEntryInteraction,
)
from moocbuild.model.scenario import Scenario, SceneChoice
from moocbuild.package.names import page_file


class Browser(Protocol):
    """A page in a browser: keys go in, values come out. `js` looks and never acts."""

    def open(self, url: str) -> None: ...
    def press(self, key: str) -> None: ...
    def type(self, text: str) -> None: ...
    def js(self, code: str) -> Any: ...


SPAM = 0.31
"""Seconds: a second press that comes sooner is taken for the same press."""
MOST = 600
"""Presses after which a control counts as out of reach."""


class Learner:
    """Does everything with Tab, arrows, Space and Enter."""

    def __init__(self, browser: Browser, course: Course) -> None:
        self.browser = browser
        self.questions = {q.id: q for q in _questions(course)}
        self.kinds: set[str] = set()
        self.endings: set[str] = set()

    def reach(self, selector: str) -> None:
        """Moves the focus to the first element of `selector`, forwards or back."""
        look = f"""(() => {{
          const goal = [...document.querySelectorAll({json.dumps(selector)})]
            .find((one) => one.getClientRects().length);
          if (!goal) return "gone";
          const here = document.activeElement;
          if (here === goal) return "here";
          const on = here !== document.body
            && goal.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING;
          return on ? "Shift+Tab" : "Tab";
        }})()"""
        for _ in range(MOST):
            found = self.browser.js(look)
            if found == "here":
                return
            assert found != "gone", f"{selector} is not on the page"
            self.browser.press(found)
        raise AssertionError(f"{selector} is out of the keyboard's reach")

    def wait(self, code: str) -> None:
        for _ in range(200):
            if self.browser.js(code):
                return
        raise AssertionError(f"never true: {code}")

    def follow(self, selector: str, page: Activity) -> None:
        self.reach(selector)
        self.browser.press("Enter")
        self.wait(f"document.documentElement.dataset.page === {json.dumps(page.id)}")

    # --- questions

    def answer(self, id: str) -> None:
        """Answers one question of the page rightly and hands it in."""
        form = f'form[data-question="{id}"]'
        interaction = self.questions[id].interaction
        kind = self.browser.js(f"document.querySelector('{form}').dataset.kind")
        self.kinds.add(kind)
        if kind == "journal":
            self.reach(f"{form} textarea")
            self.browser.type("My own words")
            return
        if isinstance(interaction, ChoiceInteraction | HottextInteraction):
            self._choose(form, interaction)
        elif isinstance(interaction, MatchInteraction):
            self._match(form, interaction)
        elif isinstance(interaction, OrderInteraction):
            self._order(form, interaction)
        elif isinstance(interaction, GapsInteraction):
            self._gaps(form, interaction)
        else:
            assert isinstance(interaction, NumericEntryInteraction | TextEntryInteraction)
            self.reach(f"{form} .entry")
            right = next(a for a in interaction.answers if a.correct)
            self.browser.type(right.text if hasattr(right, "text") else f"{right.low:g}")
        self.reach(f"{form} [type=submit]")
        sleep(SPAM)
        self.browser.press("Enter")
        self.wait(f"document.querySelector('{form}').dataset.result === 'good'")
        assert self.browser.js(f"document.querySelector('{form} .verdict').textContent")

    def _choose(self, form: str, of: ChoiceInteraction | HottextInteraction) -> None:
        if isinstance(of, HottextInteraction) or of.multiple:
            for choice in of.choices:
                if choice.correct:
                    self.reach(f'{form} [value="{choice.id}"]')
                    self.browser.press("Space")
            return
        right = next(choice.id for choice in of.choices if choice.correct)
        self.reach(f"{form} input")
        self.browser.press("Space")
        for _ in of.choices:
            if self.browser.js("document.activeElement.value") == right:
                return
            self.browser.press("ArrowDown")
        raise AssertionError(f"{form}: the arrows do not reach {right}")

    def _match(self, form: str, of: MatchInteraction) -> None:
        for row in of.rows:
            field = f'{form} [data-row="{row.id}"] select'
            self.reach(field)
            for _ in range(len(of.options) + 1):
                if self.browser.js(f"document.querySelector('{field}').value") == row.right:
                    break
                self.browser.press("ArrowDown")
            assert self.browser.js(f"document.querySelector('{field}').value") == row.right

    def _gaps(self, form: str, of: GapsInteraction) -> None:
        for gap in of.gaps:
            field = f'{form} [data-gap="{gap.id}"]'
            self.reach(field)
            if gap.answers:
                self.browser.type(next(each.text for each in gap.answers if each.correct))
                continue
            right = next(choice.id for choice in gap.choices if choice.correct)
            for _ in range(len(gap.choices) + 1):
                if self.browser.js(f"document.querySelector('{field}').value") == right:
                    break
                self.browser.press("ArrowDown")
            assert self.browser.js(f"document.querySelector('{field}').value") == right

    def _order(self, form: str, of: OrderInteraction) -> None:
        ids = f"[...document.querySelectorAll('{form} .step')].map((one) => one.dataset.step)"
        for place, step in enumerate(of.steps):
            while self.browser.js(ids).index(step.id) > place:
                self.reach(f'{form} [data-step="{step.id}"] .up')
                self.browser.press("Enter")

    def shown(self) -> list[str]:
        """Ids of the questions that the page asks now, in order."""
        found: list[str] = self.browser.js(
            "[...document.querySelectorAll('form[data-question]')]"
            ".filter((form) => form.getClientRects().length).map((form) => form.dataset.question)"
        )
        return found

    def answer_all(self) -> None:
        for id in self.shown():
            self.answer(id)

    # --- simulations

    def play(self, scenario: Scenario) -> None:
        """Plays to every ending, one way each."""
        self.reach(".start button.primary")
        for ending, way in ways(scenario).items():
            self.browser.press("Enter")
            for choice in way:
                self.wait("document.activeElement.matches('.talk .scene:last-child')")
                self.reach(f'.talk .scene:last-child [data-choice="{choice.id}"] button')
                self.browser.press("Enter")
            at = "document.querySelector('.talk .scene:last-child[data-end]')"
            self.wait(f"{at} && {at}.dataset.scene === {json.dumps(ending)}")
            self.endings.add(ending)
            self.reach(".talk .scene:last-child .scenario-tools button:last-child")
        for id in self.shown():
            self.answer(id)


def ways(scenario: Scenario) -> dict[str, list[SceneChoice]]:
    """A shortest way to every ending."""
    scenes = {scene.id: scene for scene in scenario.scenes}
    reached: dict[str, list[SceneChoice]] = {scenario.scenes[0].id: []}
    queue = deque(reached)
    while queue:
        here = scenes[queue.popleft()]
        for choice in () if here.end else here.choices:
            if choice.goes_to not in reached:
                reached[choice.goes_to] = [*reached[here.id], choice]
                queue.append(choice.goes_to)
    return {id: way for id, way in reached.items() if scenes[id].end}


def _questions(course: Course) -> list[Question]:
    found = list(course.questions())
    for page in course.pages():
        if isinstance(page, Scenario):
            found += page.debrief_questions
    return found


def walk(browser: Browser, url: str, course: Course, module_id: str) -> Learner:
    """Finishes a module: every page in order, every question, every ending."""
    module = next(module for module in course.modules if module.id == module_id)
    learner = Learner(browser, course)
    pages = [page for page in module.pages() if getattr(page, "kind", "") != "page"]
    browser.open(url + page_file(pages[0].id))
    for page, following in zip(pages, [*pages[1:], None], strict=True):
        if isinstance(page, Scenario):
            learner.play(page)
        else:
            learner.answer_all()
        if following:
            learner.follow("a[rel=next]", following)
    return learner
