"""What a learner sees of their own record on the page that is open.

The one place that knows how pages are marked up: where that changes, this changes, the recorded
states and what is expected of them do not.
"""

from __future__ import annotations

from typing import Any

_READ = r"""
() => {
  const all = (selector, of = document) => Array.from(of.querySelectorAll(selector));
  const text = (node) => node ? node.textContent.replace(/\s+/g, " ").trim() : "";
  const numbers = (node) => (text(node).match(/\d+/g) || []).map(Number);
  const shown = (node) => node.checkVisibility();
  const words = (node) => {
    const copy = node.cloneNode(true);
    all("b", copy).forEach((label) => label.remove());
    return text(copy);
  };
  const main = document.querySelector("main");
  const out = {};
  const put = (name, value) => { if (value.length !== 0) out[name] = value; };
  put("questions", all("form.question[data-kind]", main).filter(shown)
    .filter((form) => form.dataset.kind !== "journal")
    .map((form) => [text(form.querySelector("h2")), form.dataset.result || ""]));
  put("places", all(".quiz form.question", main).filter(shown)
    .map((form) => all(".option label, .step .text", form).map(text)));
  put("quiz", all(".quiz-result", main).flatMap(numbers));
  put("journal", all("textarea", main).map((field) => field.value));
  put("pages", all("li[data-page]", main).map(
    (row) => [text(row.querySelector("a")), row.dataset.state || ""]));
  const resume = main.querySelector("[data-resume]");
  const titles = all("ol a", main).map(text);
  if (resume) out.resume = titles.filter((title) => text(resume).endsWith(title));
  put("progress", all(".course-progress").flatMap((bar) => [bar.value, bar.max]));
  put("competencies", all("tr[data-item]", main).map(
    (row) => [row.dataset.item, row.dataset.level || "", ...numbers(row.querySelector(".meta"))]));
  put("scenes", all(".talk .scene h2", main).map(text));
  put("said", all(".talk .said", main).map(words));
  put("critical", all(".talk .critical h2", main).map(text));
  put("meters", all(".talk .meters", main).map(text));
  put("choices", all(".talk .choice", main).map(text));
  const record = main.querySelector(".completion");
  if (record) {
    out.complete = shown(record.querySelector("form"));
    out.open = all(".open-work li .meta", record).filter(shown).map(text);
    out.score = numbers(record.querySelector(".score"));
  }
  return out;
}"""


def seen(frame: Any) -> dict[str, Any]:
    facts: dict[str, Any] = frame.evaluate(_READ)
    return facts


def go_on(frame: Any) -> None:
    """Opens a simulation where it was left."""
    frame.locator(".scenario .start .actions button").first.click()
    frame.locator(".talk .scene").first.wait_for()


def scenario(frame: Any) -> bool:
    return bool(frame.locator("main .scenario").count())
