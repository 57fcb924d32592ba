"""A small course made of model values: every question kind, two quizzes, a scenario, a journal."""

from __future__ import annotations

import datetime
import uuid
from collections.abc import Mapping
from dataclasses import replace

from moocbuild.diagnostics import Span
from moocbuild.model.competency import Competency, CompetencyFramework, CompetencyRef
from moocbuild.model.course import Course, Lesson, Module, Quiz, Settings
from moocbuild.model.question import (
    AcceptedNumber,
    AcceptedText,
    Choice,
    ChoiceInteraction,
    ExtendedTextInteraction,
    HottextInteraction,
    Interaction,
    MatchInteraction,
    MatchOption,
    MatchRow,
    NumericEntryInteraction,
    OrderInteraction,
    Question,
    Step,
    TextEntryInteraction,
)
from moocbuild.model.scenario import Meter, Scenario, Scene, SceneChoice
from moocbuild.model.text import Text, paragraph, text

HERE = Span("course/test.md")
NOTE = "A note on "


def block(words: str) -> Text:
    return text(paragraph(words))


def refs(*codes: str) -> tuple[CompetencyRef, ...]:
    return tuple(CompetencyRef(code, HERE) for code in codes)


def choices(**scores: float) -> tuple[Choice, ...]:
    return tuple(
        Choice(id=id, text=text(f"Option {id}"), score=score, feedback=block(NOTE + id), span=HERE)
        for id, score in scores.items()
    )


def _opposite() -> tuple[Choice, ...]:
    """Turned round, as authors may: the first is No."""
    said = zip(choices(a=0, b=1), ("No", "Yes"), strict=True)
    return tuple(replace(choice, text=text(words)) for choice, words in said)


INTERACTIONS: Mapping[str, Interaction] = {
    "single": ChoiceInteraction(choices=choices(a=0.5, b=1, c=0)),
    "multiple": ChoiceInteraction(choices=choices(a=1, b=0, c=1, d=0), multiple=True),
    "truefalse": ChoiceInteraction(choices=_opposite(), presentation="truefalse"),
    "match": MatchInteraction(
        rows=tuple(
            MatchRow(id=id, left=text(f"Left {id}"), right=right, span=HERE)
            for id, right in (("a", "x"), ("b", "y"))
        ),
        options=tuple(MatchOption(id=id, text=text(f"Right {id}")) for id in "xyz"),
    ),
    "order": OrderInteraction(
        steps=tuple(
            Step(id=id, text=text(f"Step {id}"), feedback=block(NOTE + id), span=HERE)
            for id in "abc"
        )
    ),
    "numeric": NumericEntryInteraction(
        answers=(
            AcceptedNumber(low=3.4, high=3.6, span=HERE),
            AcceptedNumber(
                low=911, high=911, correct=False, feedback=block(NOTE + "911"), span=HERE
            ),
        )
    ),
    "text": TextEntryInteraction(
        answers=(
            AcceptedText(text="Écoute active", span=HERE),
            AcceptedText(text="OARS", exact=True, span=HERE),
        )
    ),
    "hottext": HottextInteraction(choices=choices(a=1, b=0, c=0)),
}


def question(id: str, kind: str, ordinal: int, *codes: str, critical: bool = False) -> Question:
    return Question(
        id=id,
        kind=kind,
        title=f"Question {id}",
        prompt=block(f"Prompt of {id}"),
        interaction=INTERACTIONS.get(kind, ExtendedTextInteraction()),
        ordinal=ordinal,
        critical=critical,
        explanation=block(f"Because of {id}"),
        competencies=refs(*codes),
        span=HERE,
    )


def scene(id: str, ordinal: int, *ways: SceneChoice, end: bool = False) -> Scene:
    return Scene(
        id=id,
        title=f"Scene {id}",
        text=block(f"Text of {id}"),
        choices=ways,
        end=end,
        ordinal=ordinal,
        span=HERE,
    )


def way(id: str, goes_to: str, points: int | None = None, **more: object) -> SceneChoice:
    evidence = () if points is None else ((CompetencyRef("VIII.2", HERE), points),)
    return SceneChoice(
        id=id,
        text=text(f"Say {id} to {goes_to}"),
        goes_to=goes_to,
        feedback=block(NOTE + goes_to),
        evidence=evidence,
        span=HERE,
        **more,
    )  # type: ignore[arg-type]


TALK = Scenario(
    id="one/talk",
    title="A talk",
    intro=block("Before it begins."),
    ordinal=5,
    scenes=(
        scene(
            "first",
            1,
            way("a", "hard", 0, critical=True, effects=(("trust", -2),)),
            way("b", "last", 2, effects=(("trust", 1),)),
        ),
        scene("hard", 2, way("a", "last", 2)),
        scene("last", 3, way("a", "first"), end=True),
    ),
    debrief=block("Look back."),
    debrief_title="Looking back",
    debrief_questions=(question("after", "journal", 30),),
    meters=(
        Meter(
            id="trust",
            title="Trust",
            start=3,
            min=0,
            max=6,
            words={0: "Sami looks at the door", 3: "Sami listens", 4: "Sami leans back"},
        ),
    ),
    competencies=refs("VIII.2"),
    span=HERE,
)


def lesson(id: str, ordinal: int, *questions: Question, kind: str = "lesson") -> Lesson:
    return Lesson(
        id=id,
        title=f"Page {id}",
        ordinal=ordinal,
        kind=kind,
        span=HERE,  # type: ignore[arg-type]
        parts=(block(f"<Text> of {id}"), *questions),
        competencies=refs("IX.2"),
    )


def competency(code: str, n: int) -> Competency:
    return Competency(
        identifier=uuid.uuid5(uuid.NAMESPACE_URL, code),
        code=code,
        type="item",
        ordinal=n,
        statement=f"Statement {code}",
        short_label=f"Label {code}",
        span=HERE,
    )


def small_course(sco: str = "course") -> Course:
    """Eight kinds in a graded quiz, one of them critical; a final that draws two of four."""
    asked = tuple(
        question(f"q-{kind}", kind, n, "IX.2", "I.3", critical=kind == "single")
        for n, kind in enumerate(INTERACTIONS, 1)
    )
    bank = tuple(
        question(f"f-{n}", "single", 10 + n, "I.1" if n % 2 else "II.1") for n in range(1, 5)
    )
    items = {
        code: competency(code, n)
        for n, code in enumerate(("I.3", "VIII.2", "IX.2", "I.1", "II.1"), 1)
    }
    made = Lesson(id="about", title="About", parts=(block("About it."),), kind="page", span=HERE)
    return Course(
        id="small",
        org="T",
        title="Small course",
        description="For tests.",
        version="1.0.0",
        released=datetime.date(2026, 11, 21),
        language="en",
        licence="CC0",
        authors=("Nobody",),
        countries=("BE",),
        modules=(
            Module(
                id="one",
                title="One",
                welcome=lesson("one/index", 1),
                span=HERE,
                activities=(
                    lesson("one/read", 2, question("note", "journal", 20)),
                    lesson("one/case", 3, question("c-order", "order", 21, "IX.2"), kind="case"),
                    TALK,
                    lesson("one/talk-text", 0, kind="page"),
                    Quiz(id="one/check", title="Check", questions=asked, ordinal=4, span=HERE),
                    Quiz(
                        id="one/final",
                        title="Final",
                        questions=bank,
                        drawn=2,
                        final=True,
                        ordinal=6,
                        span=HERE,
                    ),
                ),
            ),
            Module(id="about", title="About", welcome=made, span=HERE),
        ),
        framework=CompetencyFramework(
            id="f",
            identifier=uuid.uuid5(uuid.NAMESPACE_URL, "f"),
            title="F",
            language="en",
            items=tuple(items.values()),
        ),
        settings=Settings(sco=sco),
    )


def reordered_course() -> Course:
    """The next release: questions and pages in another order, a few gone, one new."""
    course = small_course()
    module = course.modules[0]
    _, case, talk, text, check, final = module.activities
    assert isinstance(check, Quiz)
    asked = (question("q-new", "single", 40, "I.3"), *reversed(check.questions))
    kept = tuple(q for q in asked if q.id != "q-multiple")
    activities = (replace(check, questions=kept), lesson("one/new", 9), case, talk, text, final)
    modules = (replace(module, activities=activities), *course.modules[1:])
    return replace(course, version="2.0.0", modules=modules)
