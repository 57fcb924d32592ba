"""A question of text2qti by the signs of its answers."""

from __future__ import annotations

import re

from moocbuild.diagnostics import Span
from moocbuild.diagnostics.importing import MISSING_FILE, MOVED, SETTING, WRITING
from moocbuild.importing.asked import Answer, Asked, decimal
from moocbuild.importing.brought import Page
from moocbuild.importing.format import Wanted
from moocbuild.importing.formats.text2qti.quiz import Asked as Written
from moocbuild.importing.formats.text2qti.quiz import Part
from moocbuild.importing.own import markdown_text
from moocbuild.model.question import ExtendedTextInteraction, Interaction, Question
from moocbuild.model.text import EMPTY, Text, text
from moocbuild.values import dataclass

_AROUND = re.compile(r"([^+]{1,60})\+-([^%]{1,60})(%?)")
_RANGE = re.compile(r"\[([^,\]]{1,60}),([^,\]]{1,60})\]")


@dataclass(frozen=True, slots=True)
class _Reading:
    asked: Asked

    def text(self, part: str) -> Text:
        """Markdown as a text of paragraphs."""

        def lost(address: str) -> None:
            message = f"no file '{address[:80]}'"
            self.asked.report(MISSING_FILE.at(self.asked.place, message))

        return markdown_text(part, lambda _: None, lost) if part.strip() else EMPTY

    def inline(self, part: str) -> Text:
        """The same for an option."""
        found = self.text(part)
        only = found.nodes[0] if len(found.nodes) == 1 else ""
        return Text(only[2]) if not isinstance(only, str) and only[0] == "p" else found


def read_question(written: Written, span: Span, wanted: Wanted) -> Question | None:
    """None for what is left out, which is reported."""
    reading = _Reading(Asked(wanted.report, span, wanted.spoken))
    prompt = reading.text("\n".join(written.words))
    answers, general = _answered(written.parts)
    if any(part.sign in "+-" for part in general):
        message = "feedback for right or wrong answers is in the explanation"
        wanted.report(MOVED.at(span, message))
    asks = _asks(answers, reading)
    if asks is None:
        return None
    return Question(
        id="",
        kind="",
        title=written.title,
        prompt=prompt,
        interaction=asks,
        points=_points(written, reading.asked),
        explanation=text(*(reading.text(part.text) for part in general)),
        span=span,
    )


def read_text(written: Written, span: Span, wanted: Wanted) -> Page:
    """What stands between questions and asks nothing."""
    wanted.report(MOVED.at(span, f"the text '{written.title[:60]}' is a page"))
    body = _Reading(Asked(wanted.report, span, wanted.spoken)).text("\n".join(written.words))
    return Page(title=written.title or body.plain[:60], body=body, span=span)


def _points(written: Written, asked: Asked) -> float:
    points = decimal(written.points) if written.points else None
    if written.points and (points is None or not 0 < points <= 100):
        asked.report(SETTING.at(asked.place, f"{written.points[:20]} points"))
        return 1.0
    return float(points) if points else 1.0


def _answered(parts: list[Part]) -> tuple[list[tuple[Part, list[Part]]], list[Part]]:
    """Answers with what is said of each, and what is said of the question."""
    answers: list[tuple[Part, list[Part]]] = []
    general: list[Part] = []
    for part in parts:
        if part.sign in ("...", "+", "-", "!"):
            (answers[-1][1] if answers else general).append(part)
        else:
            answers.append((part, []))
    return answers, general


def _asks(answers: list[tuple[Part, list[Part]]], reading: _Reading) -> Interaction | None:
    asked = reading.asked
    signs = {part.sign for part, _ in answers}
    if not signs:
        return asked.left_out("a question without answers")
    if any(sign.startswith("_") for sign in signs):
        asked.report(WRITING.at(asked.place, "a text that teachers mark"))
        return ExtendedTextInteraction()
    if any(sign.startswith("^") for sign in signs):
        return asked.left_out("a file to hand in")
    if signs == {"="}:
        return asked.numbers([_number(part.text, reading, said) for part, said in answers])
    if signs == {"*"}:
        return asked.typed(
            [Answer(typed=p.text, share=1.0, feedback=_said(said, reading)) for p, said in answers]
        )
    read = [
        Answer(
            text=reading.inline(part.text),
            share=float("*" in part.sign),
            feedback=_said(said, reading),
        )
        for part, said in answers
    ]
    return asked.choice(read, multiple=any(sign.startswith("[") for sign in signs))


def _said(parts: list[Part], reading: _Reading) -> Text:
    return text(*(reading.text(part.text) for part in parts))


def _number(written: str, reading: _Reading, said: list[Part]) -> Answer:
    """`1.4 +- 0.1`, `1.4 +- 5%`, `[1, 2]` or a number alone."""
    feedback = _said(said, reading)
    if ends := _RANGE.fullmatch(written.strip()):
        low, high = decimal(ends[1]), decimal(ends[2])
        if low is not None and high is not None:
            middle, off = (low + high) / 2, abs(high - low) / 2
            return Answer(
                typed=format(middle, "f"), around=float(off), share=1.0, feedback=feedback
            )
    if around := _AROUND.fullmatch(written.strip()):
        number, width = decimal(around[1]), decimal(around[2])
        if number is not None and width is not None:
            off = abs(number) * width / 100 if around[3] else width
            return Answer(
                typed=format(number, "f"), around=float(off), share=1.0, feedback=feedback
            )
    return Answer(typed=written, share=1.0, feedback=feedback)
