"""A small course made by hand: every interaction, a simulation, made pages, hostile strings."""

from __future__ import annotations

import datetime
import hashlib
import uuid
from pathlib import Path

from moocbuild.model.asset import Asset
from moocbuild.model.competency import Competency, CompetencyFramework
from moocbuild.model.course import Course, Lesson, MadePages, Module, Quiz, Settings
from moocbuild.model.question import ExtendedTextInteraction, Question
from moocbuild.model.scenario import Meter, Scenario, Scene, SceneChoice
from moocbuild.model.text import (
    EMPTY,
    Element,
    Ref,
    Text,
    element,
    listed,
    page_link,
    paragraph,
    text,
)
from pages.sample_questions import (
    ALL,
    AT,
    HOSTILE,
    JOURNAL,
    MATCH_IN_CASE,
    PROSE_CASE,
    SINGLE,
    SINGLE_IN_LESSON,
    p,
    question,
    refs,
)

__all__ = ["HOSTILE", "SINGLE", "course"]

DRAWING = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 300" width="640" height="300">'
    b'<g fill="none" stroke="#25221e" stroke-width="2" stroke-linecap="round">'
    b'<path d="M120 220h400M150 220v40M490 220v40M120 190h400"/>'
    b'<circle cx="250" cy="110" r="26" fill="#e8f0ea"/><circle cx="390" cy="116" r="26" '
    b'fill="#f4ecdc"/><path d="M250 136v54M390 142v48M250 150l-30 40M250 150l34 36M390 156l-34 32'
    b'M390 156l30 34"/></g></svg>'
)


def row(cell: str, *cells: str, **attributes: str) -> Element:
    return element("tr", *(element(cell, words, **attributes) for words in cells))


BENCH = element(
    "img",
    src=Ref("media", "media/Bänk & co.svg"),
    alt="Two people sit side by side on a bench, looking ahead.",
    width="640",
    height="300",
)
TABLE = element(
    "table",
    element(
        "thead",
        row("th", "What is said", "What may be meant", "What you can do", scope="col"),
    ),
    element(
        "tbody",
        row("td", "“It’s nothing.”", "It is a lot", "Stay"),
        row("td", "Nothing", "Perhaps looking for words", "Wait, and look ahead"),
    ),
    title="<table onmouseover=",
)
PROSE = text(
    paragraph(
        page_link("active-listening/silence", "The question below", anchor="open-question"),
        ". After this lesson you can stay with a silence without rushing to fill it.",
    ),
    element("h2", "Why silence helps", id="why"),
    paragraph(
        "A gap is not empty. The other person may be looking for words. ",
        page_link("active-listening/check-yourself", "Try it first", anchor="silence"),
        ", or read ",
        page_link("elsewhere/not-in-this-track", "what is not in this track"),
        ".",
    ),
    element(
        "figure",
        BENCH,
        element("figcaption", "Side by side is easier than face to face."),
    ),
    element("blockquote", paragraph("“I could hear the clock. And then I could say it.”")),
    element("alert", paragraph("Count your breaths, not the seconds."), kind="tip"),
    TABLE,
    element(
        "details",
        element("summary", "Transcript"),
        paragraph(element("strong", "Tom:"), " You said the nights are the worst."),
    ),
)
SHORT = text(
    element("h2", "In short", id="in-short"),
    listed(
        "ul",
        ["Silence gives room.", "You need not fill it, and you need not bear it alone."],
    ),
)


def lesson(id: str, title: str, *parts: Text | Question, **more: object) -> Lesson:
    return Lesson(id=id, title=title, parts=parts, span=AT, **more)  # type: ignore[arg-type]


def scene(
    id: str, ordinal: int, title: str, told: Text, *choices: SceneChoice, end: bool = False
) -> Scene:
    return Scene(id=id, ordinal=ordinal, title=title, text=told, choices=choices, end=end, span=AT)


def sami(words: str) -> Element:
    return paragraph(element("strong", "Sami:"), f" “{words}”")


def choice(
    id: str, said: str, goes: str, feedback: str, points: int, trust: int = 0, **more: bool
) -> SceneChoice:
    return SceneChoice(
        id=id,
        text=text(said),
        goes_to=goes,
        feedback=p(feedback) if feedback else EMPTY,
        evidence=((refs("VIII.2")[0], points), (refs("IX.2")[0], points)),
        effects=(("trust", trust),) if trust else (),
        span=AT,
        **more,
    )


SCENARIO = Scenario(
    id="active-listening/late-afternoon",
    title="Late afternoon with Sami",
    intro=p(
        "In this scene a young man has thoughts of suicide. You will practise asking, listening "
        "and getting help. No one dies. You may stop at any scene."
    ),
    scenes=(
        scene(
            "the-book",
            1,
            "The book",
            text(
                paragraph(
                    "Twenty to five. Sami comes half an hour late. He puts the book you lent him "
                    "on the table, very neatly."
                ),
                sami("Here. I won’t need it."),
            ),
            choice(
                "a",
                "“Thanks. You said you won’t need it. What did you mean by that?”",
                "yes",
                "You heard the small sentence and asked, without alarm.",
                2,
                1,
            ),
            choice(
                "b",
                "“Oh, thanks! Did you like the ending?”",
                "door",
                "Friendly. But “I won’t need it” has gone past you.",
                0,
                -1,
            ),
        ),
        scene(
            "door",
            2,
            "His hand on the door",
            text(sami("I knew it.")),
            choice("a", "“You’re right. We’ll do it together.”", "yes", "", 2),
            choice("b", HOSTILE, "end", "The door closes.", 0, critical=True),
        ),
        scene(
            "yes",
            3,
            "Yes",
            text(sami("You can’t tell anyone. Promise.")),
            choice(
                "a", "“I can’t keep this secret. I’m staying.”", "end", "An honest limit.", 2, 1
            ),
        ),
        scene(
            "end",
            4,
            "Held together",
            p("Mireia listens."),
            choice("a", "Try the promise again", "yes", "", 0),
            end=True,
        ),
    ),
    debrief_title="Debrief",
    debrief=p("Which sentence was hardest to say?"),
    debrief_questions=(
        question("hardest", 11, "Afterwards", "Write to yourself.", ExtendedTextInteraction()),
    ),
    meters=(
        Meter(
            id="trust",
            title="Trust",
            start=3,
            min=0,
            max=6,
            words={0: "Sami looks at the door", 3: "Sami listens", 5: "Sami leans back"},
        ),
    ),
    competencies=refs("VIII.2"),
    content_notes=("suicide", "fear of forced treatment"),
    minutes=25,
    ordinal=4,
    span=AT,
)


def framework() -> CompetencyFramework:
    def item(code: str, statement: str, parent: str, label: str = "") -> Competency:
        return Competency(
            identifier=uuid.uuid5(uuid.NAMESPACE_URL, code),
            code=code,
            statement=statement,
            type="item" if parent else "category",
            parent=parent,
            short_label=label,
            critical=code == "VIII.2",
            span=AT,
        )

    return CompetencyFramework(
        id="f",
        identifier=uuid.uuid5(uuid.NAMESPACE_URL, "f"),
        title="Framework",
        language="en",
        categories=(item("IX", "Communicates", ""),),
        items=(
            item("I.3", "Listens with care.", "IX", "Listens with care"),
            item("VIII.2", "Keeps safe. " + HOSTILE, "IX", "Keeps people safe"),
            item("IX.2", "Uses silence.", "IX", "Stays with silence"),
        ),
    )


def course(**changes: object) -> Course:
    """The course; `changes` are fields of Course."""
    listening = Module(
        id="active-listening",
        title="Active listening",
        welcome=lesson(
            "active-listening/index",
            "Active listening",
            p("Listening is most of the work. This unit takes it slowly."),
        ),
        outcomes=("Stay with a silence.", "Ask in open words.", HOSTILE),
        activities=(
            lesson(
                "active-listening/silence",
                "When someone goes quiet",
                PROSE,
                SINGLE_IN_LESSON,
                JOURNAL,
                SHORT,
                minutes=12,
                ordinal=2,
                content_notes=("distress",),
                competencies=refs("IX.2", "I.3", "NO.9"),
            ),
            lesson(
                "active-listening/case",
                "A visit",
                PROSE_CASE,
                MATCH_IN_CASE,
                kind="case",
                minutes=10,
                ordinal=3,
                competencies=refs("IX.2"),
            ),
            SCENARIO,
            lesson(
                "active-listening/late-afternoon-text",
                "Late afternoon with Sami: to read",
                p("The scene as a text."),
                kind="page",
            ),
            Quiz(
                id="active-listening/check-yourself",
                title="Check yourself: listening",
                intro=p("No one fails here. You can try again as often as you like."),
                questions=ALL,
                drawn=4,
                pass_mark=70,
                ordinal=5,
                minutes=15,
                content_notes=("loneliness",),
                span=AT,
            ),
        ),
        competencies=refs("IX.2"),
        minutes=180,
        span=AT,
    )
    help_page = lesson("help", "Need help now?", p("Call 112 in the EU."), kind="page")
    about = Module(
        id="about",
        title="About this course",
        welcome=lesson("about", "About this course", p("Who made it."), kind="page"),
        activities=(
            help_page,
            lesson(
                "framework",
                "Competencies",
                text(*(element("h2", code, id=code) for code in ("VIII.2", "IX.2", "I.3"))),
                kind="page",
            ),
            lesson("glossary", "Glossary", p("Peer: …"), kind="page"),
            lesson("sources", "Sources", p("Leamy 2011"), kind="page"),
        ),
        span=AT,
    )
    drawing = Asset(
        href="media/Bänk & co.svg",
        media_type="image/svg+xml",
        source=Path("nowhere.svg"),
        size=len(DRAWING),
        sha256=hashlib.sha256(DRAWING).hexdigest(),
        content=DRAWING,
    )
    fields: dict[str, object] = dict(  # noqa: C408 - reads as the call that it becomes
        id="sample",
        org="PAT",
        title="Peer and Team Support in Mental Health",
        description="An open course for peer support workers, mental-health teams and trainers.",
        version="1.0.0",
        released=datetime.date(2026, 11, 21),
        language="en",
        licence="CC-BY-SA-4.0",
        authors=("Somebody",),
        countries=("BE",),
        modules=(listening, about),
        framework=framework(),
        made=MadePages(asked={"help": True}),
        assets={drawing.href: drawing},
        settings=Settings(),
    )
    return Course(**(fields | changes))  # type: ignore[arg-type]
