"""Answering questions as a learner does: choosing, selecting, typing, pressing the button.

In one step of the browser, as a page may hold many; test_pages.py goes by keyboard and pointer.
"""

from __future__ import annotations

from typing import Any

RIGHT = {
    "single": "b",
    "multiple": "ac",
    "truefalse": "b",
    "match": {"a": "x", "b": "y"},
    "order": "abc",
    "numeric": "3,5",
    "text": "ecoute  ACTIVE!",
    "hottext": "a",
}
WRONG = {
    "single": "c",
    "multiple": "bd",
    "truefalse": "a",
    "match": {"a": "z", "b": "x"},
    "order": "bca",
    "numeric": "911",
    "text": "oars",
    "hottext": "b",
}

_FILL = """
(form, [kind, answer]) => {
  const tell = (field) => ["input", "change"].forEach(
    (what) => field.dispatchEvent(new Event(what, {bubbles: true})));
  const put = (field, name, value) => {
    if (field[name] === value) return;
    field[name] = value;
    tell(field);
  };
  const all = (selector) => Array.from(form.querySelectorAll(selector));
  if (kind === "numeric" || kind === "text") put(form.querySelector(".entry"), "value", answer);
  else if (kind === "match") {
    for (const row of all(".row")) {
      put(row.querySelector("select"), "value", answer[row.dataset.row]);
    }
  } else if (kind === "order") {
    Array.from(answer).forEach((step, place) => {
      const field = form.querySelector(`[data-step="${step}"] select`);
      field.value = place;
      field.onchange();
    });
  } else for (const box of all("input")) put(box, "checked", answer.includes(box.value));
}"""
# The script takes a second press within 300 ms for the same one.
_PRESS = """
(form) => new Promise((pressed) => setTimeout(() => {
  form.querySelector("[type=submit]").click();
  form.pressedAt = performance.now();  // when the script has it: a busy machine is slow
  pressed();
}, Math.max(0, 310 - (performance.now() - (form.pressedAt || -310)))))"""


def form_of(frame: Any, question: str) -> Any:
    return frame.locator(f'[data-question="{question}"]')


def answer(frame: Any, question: str, kind: str, given: Any) -> Any:
    """Gives an answer and checks it; the form."""
    form = form_of(frame, question)
    form.evaluate(_FILL, [kind, given])
    form.evaluate(_PRESS)
    return form
