"""Pages in the states that learners meet: each a page and what was done on it."""

from __future__ import annotations

from dataclasses import dataclass

from moocbuild.model.course import Course, Lesson, Quiz
from moocbuild.model.scenario import Scenario
from moocbuild.package.names import page_file

OPEN_ALL = (
    "document.querySelectorAll('main details:not(.quiz-place)')"
    ".forEach((one) => { one.open = true; })"
)
"""But the list of a long quiz's questions, which lies over the page until it is closed."""
_PLACE = "document.querySelectorAll('.quiz-place').forEach((one) => { one.open = true; })"
_END = "scrollTo(0, document.body.scrollHeight)"
"""Where that list has a place of its own."""
MENU = "document.querySelector('.fold').open = true"
HELP = """(async () => {
  const stay = (event) => event.preventDefault();
  addEventListener('click', stay);
  for (let n = 0; n < 100 && !document.querySelector('dialog[open]'); n++) {
    document.querySelector('a.help').click();
    await new Promise((done) => setTimeout(done, 50));
  }
  removeEventListener('click', stay);
})()"""
"""Until its script is there, the link would lead to the page of help."""
_FORMS = (
    "[...document.querySelectorAll('form[data-question]')]"
    ".filter((form) => form.getClientRects().length)"
)
RIGHT = f"""{_FORMS}.forEach((form) => {{
  form.querySelectorAll('.option').forEach((one) => {{
    if (Number(one.dataset.score) === 1) one.querySelector('input').click();
  }});
  form.querySelectorAll('.row').forEach((row) => {{
    row.querySelector('select').value = row.dataset.right;
  }});
  form.querySelectorAll('[data-gap]').forEach((field) => {{
    const fits = JSON.parse(form.dataset.answers)[field.dataset.gap];
    field.value = Array.isArray(fits) ? fits.find((one) => one.correct).text
      : Object.keys(fits).find((one) => fits[one] === 1);
  }});
  const entry = form.querySelector('.entry');
  if (entry) {{
    const right = JSON.parse(form.dataset.answers).find((one) => one.correct);
    entry.value = right.text || right.low;
  }}
}})"""
_WRONG = f"""{_FORMS}.forEach((form) => {{
  const options = [...form.querySelectorAll('.option')];
  const off = options.find((one) => Number(one.dataset.score) < 1) || options[0];
  if (off) off.querySelector('input').click();
  form.querySelectorAll('.row select').forEach((field) => {{ field.selectedIndex = 1; }});
  form.querySelectorAll('input[data-gap]').forEach((field) => {{ field.value = 'x'; }});
  form.querySelectorAll('select[data-gap]').forEach((field) => {{ field.selectedIndex = 1; }});
  const entry = form.querySelector('.entry');
  if (entry) entry.value = '99999';
}})"""
HAND_IN = f"""(async () => {{
  for (const form of {_FORMS}) {{
    const button = form.querySelector('[type=submit]');
    if (button) button.click();
    await new Promise((done) => setTimeout(done, 310));
  }}
}})()"""
_EXPLAIN = "document.querySelectorAll('.show-answer').forEach((one) => one.click())"
_BEGIN = "document.querySelector('.start button').click()"
_STEP = "document.querySelector('.talk .scene:last-child .choices button').click()"
_PLAY = f"""(() => {{
  {_BEGIN};
  const ended = () => document.querySelector('.talk .scene:last-child[data-end]');
  for (let n = 0; n < 60 && !ended(); n++) {_STEP};
}})()"""
_STOP = "document.querySelector('.talk .scenario-tools button:last-child').click()"


@dataclass(frozen=True, slots=True)
class State:
    """file: a page. done: JavaScript, in order. name: for messages. until: what is there then."""

    name: str
    file: str
    done: tuple[str, ...] = ()
    until: str = "html.js"


def states(course: Course) -> list[State]:
    """Every page as it opens with its folds open; questions and simulations in each state."""
    files = {page_file(page.id): page for page in course.pages()}
    found = [
        State("menu", "index.html", (MENU,)),
        State("help", "index.html", (HELP,), "dialog[open]"),
    ]
    for file, page in files.items():
        if isinstance(page, Quiz) or (isinstance(page, Lesson) and page.kind == "case"):
            found += [
                State("right", file, (RIGHT, HAND_IN)),
                State("not yet", file, (_WRONG, HAND_IN)),
                State("explained", file, (_WRONG, HAND_IN, _EXPLAIN)),
                State("place", file, (_PLACE, _END)),
            ]
        elif isinstance(page, Scenario):
            found += [
                State("first scene", file, (_BEGIN,)),
                State("second scene", file, (_BEGIN, _STEP)),
                State("stopped", file, (_BEGIN, _STEP, _STOP)),
                State("ending", file, (_PLAY,)),
            ]
    return found
