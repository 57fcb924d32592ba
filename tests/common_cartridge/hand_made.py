"""Small courses as values, made by hand."""

from __future__ import annotations

import datetime
import hashlib
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from moocbuild.diagnostics import Span
from moocbuild.model.asset import Asset
from moocbuild.model.competency import Competency, CompetencyFramework, CompetencyRef
from moocbuild.model.course import Activity, Course, Lesson, Module, Quiz
from moocbuild.model.question import (
    AcceptedNumber,
    AcceptedText,
    Choice,
    ChoiceInteraction,
    ExtendedTextInteraction,
    Gap,
    GapsInteraction,
    HottextInteraction,
    Interaction,
    MatchInteraction,
    MatchOption,
    MatchRow,
    NumericEntryInteraction,
    OrderInteraction,
    Question,
    Statement,
    Step,
    SurveyInteraction,
    TextEntryInteraction,
)
from moocbuild.model.scenario import Scenario, Scene
from moocbuild.model.text import EMPTY, Ref, Text, element, page_link, paragraph, text

SPAN = Span("quizzes/01.md", 7)


def prose(plain: str) -> Text:
    return text(paragraph(plain))


def image(path: str, alt: str) -> Text:
    return text(element("img", alt=alt, src=Ref("media", path)))


def link(page: str, words: str) -> Text:
    return text(paragraph("See ", page_link(page, words), "."))


def refs(*codes: str) -> tuple[CompetencyRef, ...]:
    return tuple(CompetencyRef(code, SPAN) for code in codes)


def choices(*given: str, feedback: str = "") -> tuple[Choice, ...]:
    """`*right`, `wrong`, `0.5 so-so`."""
    made = []
    for letter, words in zip("abcdefgh", given, strict=False):
        score = 1.0 if words.startswith("*") else 0.5 if words.startswith("0.5 ") else 0.0
        words = words.removeprefix("*").removeprefix("0.5 ")
        told = text(f"{feedback}{letter}") if feedback else EMPTY
        made.append(Choice(id=letter, text=text(words), score=score, feedback=told, span=SPAN))
    return tuple(made)


def single(*given: str, feedback: str = "") -> ChoiceInteraction:
    return ChoiceInteraction(choices=choices(*given, feedback=feedback))


def multiple(*given: str, feedback: str = "") -> ChoiceInteraction:
    return ChoiceInteraction(choices=choices(*given, feedback=feedback), multiple=True)


def true_false(*given: str) -> ChoiceInteraction:
    return ChoiceInteraction(choices=choices(*given), presentation="truefalse")


def typed(*right: str, wrong: Sequence[str] = (), feedback: str = "") -> TextEntryInteraction:
    pairs = [(r, True) for r in right] + [(w, False) for w in wrong]
    answers = (
        AcceptedText(text=t, correct=c, feedback=text(feedback and f"{feedback}{t}"), span=SPAN)
        for t, c in pairs
    )
    return TextEntryInteraction(answers=tuple(answers))


def number(low: float, high: float, feedback: str = "") -> NumericEntryInteraction:
    accepted = AcceptedNumber(low=low, high=high, feedback=text(feedback), span=SPAN)
    return NumericEntryInteraction(answers=(accepted,))


def match(*pairs: tuple[str, str], distractors: Sequence[str] = ()) -> MatchInteraction:
    rights = list(dict.fromkeys([r for _, r in pairs] + list(distractors)))
    ids = {r: f"r{n}" for n, r in enumerate(rights)}
    rows = (
        MatchRow(
            id=f"w{n}", left=text(left), right=ids[right], feedback=text(f"fb {left}"), span=SPAN
        )
        for n, (left, right) in enumerate(pairs)
    )
    options = (MatchOption(id=i, text=text(r)) for r, i in ids.items())
    return MatchInteraction(rows=tuple(rows), options=tuple(options))


def order(*steps: str) -> OrderInteraction:
    made = (
        Step(id=f"s{n}", text=text(step), feedback=text(f"fb {step}"), span=SPAN)
        for n, step in enumerate(steps)
    )
    return OrderInteraction(steps=tuple(made))


def hottext(*given: str, feedback: str = "") -> HottextInteraction:
    return HottextInteraction(choices=choices(*given, feedback=feedback))


def journal() -> ExtendedTextInteraction:
    return ExtendedTextInteraction()


def survey(*options: str, statements: Sequence[str] = ()) -> SurveyInteraction:
    """Options that nobody calls right; for each statement where there are any."""
    return SurveyInteraction(
        choices=tuple(
            Choice(id=letter, text=text(said), span=SPAN)
            for letter, said in zip("abcdefgh", options, strict=False)
        ),
        statements=tuple(
            Statement(id=letter, text=text(said), span=SPAN)
            for letter, said in zip("abcdefgh", statements, strict=False)
        ),
    )


def gaps(*given: ChoiceInteraction | TextEntryInteraction) -> GapsInteraction:
    """Each gap given as it would be asked alone."""
    made = []
    for letter, asks in zip("abcdefgh", given, strict=False):
        answers = asks.answers if isinstance(asks, TextEntryInteraction) else ()
        options = asks.choices if isinstance(asks, ChoiceInteraction) else ()
        made.append(Gap(id=letter, choices=options, answers=answers, span=SPAN))
    return GapsInteraction(gaps=tuple(made))


def with_gaps(key: str, asks: GapsInteraction, between: str = " and ", **more: Any) -> Question:
    """A question whose prompt has a blank for each gap."""
    words: list[Any] = []
    for number, gap in enumerate(asks.gaps, 1):
        words += [between if words else "Give ", element("blank", part=gap.id, number=str(number))]
    return question(key, asks, prompt=text(paragraph(*words, ".")), **{"kind": "gaps"} | more)


def question(key: str, interaction: Interaction, **more: Any) -> Question:
    given = {"title": f"Title {key}", "prompt": prose(f"Prompt {key}?"), "kind": "single"} | more
    return Question(id=key, interaction=interaction, span=SPAN, **given)


def quiz(*questions: Question, key: str = "m/check", **more: Any) -> Quiz:
    given = {"title": "Check yourself"} | more
    return Quiz(id=key, questions=questions, span=SPAN, **given)


def lesson(*parts: Text | Question, key: str = "m/one", **more: Any) -> Lesson:
    given = {"title": f"Lesson {key}"} | more
    return Lesson(id=key, parts=parts, span=SPAN, **given)


def scenario(key: str = "m/sami") -> Scenario:
    scene = Scene(id="one", title="One", text=prose("Sami."), end=True, span=SPAN)
    return Scenario(id=key, title="Sami", intro=prose("Intro"), scenes=(scene,), span=SPAN)


def asset(href: str, data: bytes = b"<svg xmlns='http://www.w3.org/2000/svg'/>") -> Asset:
    return Asset(
        href=href,
        media_type="image/svg+xml",
        source=Path(href),
        size=len(data),
        sha256=hashlib.sha256(data + href.encode()).hexdigest(),
        content=data,
    )


def framework() -> CompetencyFramework:
    items = tuple(
        Competency(
            identifier=uuid.uuid5(uuid.NAMESPACE_URL, code),
            code=code,
            statement=f"Statement of {code}",
            type="item",
            span=SPAN,
        )
        for code in ("I.3", "IX.2", "III.1")
    )
    return CompetencyFramework(
        id="f",
        identifier=uuid.uuid5(uuid.NAMESPACE_URL, "f"),
        title="The framework",
        language="en",
        items=items,
    )


def course(*activities: Activity, assets: Sequence[Asset] = (), **more: Any) -> Course:
    welcome = lesson(prose("Welcome to m"), key="m/index", title="Welcome")
    module = Module(
        id="m",
        title="Module m",
        welcome=welcome,
        activities=activities,
        outcomes=("Stay",),
        span=SPAN,
    )
    given: dict[str, Any] = {
        "id": "demo",
        "org": "PAT",
        "title": "A demonstration",
        "description": "One sentence.",
        "version": "1.0.0",
        "released": datetime.date(2026, 11, 21),
        "language": "en",
        "licence": "CC-BY-SA-4.0",
        "authors": ("Someone",),
        "countries": (),
        "modules": (module,),
        "framework": framework(),
        "assets": {a.href: a for a in assets},
    }
    return Course(**given | more)
