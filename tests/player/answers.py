"""Answering questions as a learner does: clicks, selects, typing."""

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


def fill(frame: Any, question: str, kind: str, answer: Any) -> None:
    """Gives an answer without checking it."""
    form = frame.locator(f'[data-question="{question}"]')
    if kind in ("numeric", "text"):
        form.locator(".entry").fill(answer)
    elif kind == "match":
        for row, right in answer.items():
            form.locator(f'[data-row="{row}"] select').select_option(right)
    elif kind == "order":
        for place, step in enumerate(answer):
            form.locator(f'[data-step="{step}"] select').select_option(index=place)
    else:
        _tick(form, answer)


def _tick(form: Any, answer: str) -> None:
    for id in set(_ticked(form)) - set(answer):
        form.locator(f'input[value="{id}"]').uncheck()
    for id in answer:
        form.locator(f'input[value="{id}"]').check()


def _ticked(form: Any) -> list[str]:
    boxes = form.locator("[type=checkbox]:checked")
    ids: list[str] = boxes.evaluate_all("all => all.map(box => box.value)")
    return ids


def answer(frame: Any, question: str, kind: str, given: Any) -> Any:
    """Gives an answer and checks it; the form."""
    fill(frame, question, kind, given)
    form = frame.locator(f'[data-question="{question}"]')
    # As fast as no one presses: the script takes that for one press too many.
    frame.wait_for_timeout(320)
    form.locator("[type=submit]").click()
    return form
