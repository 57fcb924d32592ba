"""What learners did: the visits whose states are recorded, by course and name of the state."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from recorded.seen import go_on
from recorded.visit import Visit

SINGLE, MULTIPLE = "Best of three", "Several"
NOTE = "I was heard on a bench. Écoute — “yes”."
UNIT_NOTE = "The first sentence was the hardest."
TALK, SAMI = "A talk", "Late afternoon with Sami"
QUIZ = "Check yourself: crisis support"


def form_of(visit: Visit, title: str) -> Any:
    heading = visit.frame.locator(f'h2:text-is("{title}")')
    return visit.frame.locator("form.question").filter(has=heading)


def choose(visit: Visit, title: str, *options: str) -> None:
    """Ticks options by their words, and has them checked."""
    form = form_of(visit, title)
    for option in options:
        form.locator(f'label:text-is("{option}")').click()
    check(form)


def pair(visit: Visit, title: str, *rights: str) -> None:
    form = form_of(visit, title)
    for n, right in enumerate(rights):
        form.locator("select").nth(n).select_option(label=right)
    check(form)


def put_in_order(visit: Visit, title: str, *steps: str) -> None:
    form = form_of(visit, title)
    for n, step in enumerate(steps):
        form.locator("li").filter(has_text=step).locator("select").select_option(str(n + 1))
    check(form)


def enter(visit: Visit, title: str, words: str) -> None:
    form = form_of(visit, title)
    form.locator("input").fill(words)
    check(form)


def check(form: Any) -> None:
    form.locator("[type=submit]").click()
    form.locator(".verdict:not(:empty)").wait_for()


def write(visit: Visit, title: str, words: str) -> None:
    form = form_of(visit, title)
    form.locator("textarea").fill(words)
    form.locator(".saved:not(:empty)").wait_for()


def take(visit: Visit, *choices: str) -> None:
    """The choices of a simulation, by their words."""
    go_on(visit.frame)
    for choice in choices:
        visit.frame.locator("button.choice").filter(has_text=choice).click()


def middle(visit: Visit) -> None:
    """Notes, a simulation in mid-play, a quiz half answered, a drawn one finished."""
    visit.go("A page to read")
    write(visit, "A note for yourself", NOTE)
    choose(visit, "Quick question", "True")
    pair(visit, "Words for it", "He has decided.", "She disagrees.", "She disagrees.")
    visit.go("A case")
    put_in_order(visit, "In which order", "Notice.", "Ask.", "Listen.")
    visit.go(TALK)
    take(visit, "Fine, bye.")
    _answer_drawn(visit, 2)
    visit.go("Check")
    choose(visit, SINGLE, "This one.")
    choose(visit, MULTIPLE, "The first.")
    choose(visit, "True or not", "True")
    pair(visit, "Pairs", "Two", "Four", "Six", "Ten")


def played(visit: Visit) -> None:
    """A simulation played and begun once more; a third of some questions; one of two drawn."""
    visit.go("A case")
    put_in_order(visit, "In which order", "Notice.", "Listen.", "Ask.")
    visit.go("Check")
    put_in_order(visit, "Steps", "Alpha", "Gamma", "Beta")
    visit.go(TALK)
    take(visit, "What do you mean?", "Oh no.", "Wait, please.", "Back to the book")
    visit.frame.locator("button.choice").filter(has_text="Fine, bye.").click()
    visit.go("Final")
    form = visit.frame.locator("form.question:visible").first
    form.locator("label").filter(has_text="Thing").click()
    check(form)


def finished(visit: Visit) -> None:
    """Every page seen, everything answered well."""
    middle(visit)
    for name in ("First unit", "Last unit"):
        visit.go(name)
    visit.go(TALK)
    take(visit, "Wait, please.")
    visit.go("Check")
    choose(visit, MULTIPLE, "The first.", "The third.")
    choose(visit, "True or not", "False")
    pair(visit, "Pairs", "Two", "Four", "Six", "Eight")
    put_in_order(visit, "Steps", "Alpha", "Beta", "Gamma")
    enter(visit, "A number", "3,5")
    enter(visit, "A word", "ecoute ACTIVE")
    choose(visit, "Mark one", "She was difficult again.")


def unit(visit: Visit) -> None:
    """Two pages of a real unit: its simulation in mid-play, its bank of twelve half answered."""
    visit.go(SAMI)
    take(visit, "You said you won’t need it.")
    visit.frame.locator("button.choice").nth(1).click()
    visit.frame.locator("button.choice").first.click()
    visit.go("Your journal")
    field = visit.frame.locator("textarea").first
    field.fill(UNIT_NOTE)
    visit.frame.locator(".saved:not(:empty)").first.wait_for()
    visit.go(QUIZ)
    forms = visit.frame.locator("form.question:visible")
    singles = [form for form in forms.all() if form.locator("input[type=radio]").count()]
    for n, form in enumerate(singles[:6]):
        form.locator("label").nth(n % 2).click()
        check(form)


def _one_more(visit: Visit, words: str) -> None:
    """The first drawn question that is still open."""
    forms = visit.frame.locator("form.question:visible").filter(
        has=visit.frame.locator("input[type=radio]")
    )
    still_open = (form for form in forms.all() if not form.get_attribute("data-result"))
    form = next(still_open)
    form.locator("label").filter(has_text=words).first.click()
    check(form)


def _answer_drawn(visit: Visit, count: int) -> None:
    visit.go("Final")
    for n in range(count):
        form = visit.frame.locator("form.question:visible").nth(n)
        form.locator("label").filter(has_text="Number").click()
        check(form)


PLAYS: dict[str, tuple[str, Callable[[Visit], None]]] = {
    "middle": ("small", middle),
    "played": ("small", played),
    "finished": ("small", finished),
    "unit": ("unit", unit),
}
NEXT: dict[str, tuple[str, Callable[[Visit], None]]] = {
    "middle": ("Check", lambda visit: choose(visit, "Mark one", "She was difficult again.")),
    "played": ("Final", lambda visit: _one_more(visit, "Number")),
    "unit": (QUIZ, lambda visit: _one_more(visit, "")),
}
"""One answer more, of a learner who comes back: the page, and what is done there."""
SMALL = ("A page to read", "A case", TALK, "Check", "Final")
PAGES = {
    "middle": SMALL,
    "played": ("A case", TALK, "Check", "Final"),
    "finished": SMALL,
    "unit": (SAMI, "Your journal", QUIZ),
}
"""What is looked at when a state is taken up: only pages that the learner has seen."""
