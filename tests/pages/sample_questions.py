"""Questions of the sample course: every interaction once, and strings that try to break out."""

from __future__ import annotations

from moocbuild.diagnostics import Span
from moocbuild.model.competency import CompetencyRef
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
from moocbuild.model.text import EMPTY, Content, Text, element, paragraph, text

AT = Span("sample.py")
HOSTILE = "</script><b>{{7*7}}</b> \" onmouseover=alert(1) ' \u2028 ]]> <!-- ${x} &amp; `"


def p(*content: Content) -> Text:
    """A paragraph."""
    return text(paragraph(*content))


def refs(*codes: str) -> tuple[CompetencyRef, ...]:
    return tuple(CompetencyRef(code, AT) for code in codes)


def question(
    id: str,
    ordinal: int,
    title: str,
    prompt: str,
    interaction: Interaction,
    *,
    hint: Text = EMPTY,
    why: str = "",
    critical: bool = False,
    codes: tuple[str, ...] = ("IX.2",),
) -> Question:
    return Question(
        id=id,
        kind="any",
        ordinal=ordinal,
        title=title,
        prompt=p(prompt),
        interaction=interaction,
        hint=hint,
        explanation=p(why) if why else EMPTY,
        critical=critical,
        competencies=refs(*codes),
        span=AT,
    )


def options(*rows: tuple[str, float, str]) -> tuple[Choice, ...]:
    return tuple(
        Choice(id=chr(97 + n), text=text(t), score=s, feedback=p(f) if f else EMPTY, span=AT)
        for n, (t, s, f) in enumerate(rows)
    )


SINGLE = question(
    "silence",
    1,
    "Lina falls silent",
    "Lina tells you that her nights are hard. Then she looks at the floor and says nothing. "
    "What do you do first?",
    ChoiceInteraction(
        choices=options(
            (
                "Say: “Nights can be long.”",
                0.5,
                "True, and it leaves room. It also speaks before she has.",
            ),
            (
                "Stay quiet for a moment, then: “Take your time. I’m here.”",
                1,
                "Many people go on by themselves when they have room.",
            ),
            (
                "Ask which medicine she takes.",
                0,
                "That is a clinical question. It belongs to the care team.",
            ),
        )
    ),
    hint=p("What would ", element("em", "you"), " want if words were hard to find?"),
    why="Staying with a silence is a skill. It shows that you can bear what is not yet said.",
    codes=("I.3", "IX.2"),
)
MULTIPLE = question(
    "signs",
    2,
    "Signs to slow down for",
    "Which changes would make you slow down and ask?",
    ChoiceInteraction(
        multiple=True,
        choices=options(
            ("Sami gives away his guitar and says: “I won’t be needing it.”", 1, "A farewell."),
            (
                "Paul hears voices, as on most days, and laughs at one of them.",
                0,
                "Not by itself.",
            ),
            ("A message at night: “Thanks for everything.”", 1, ""),
        ),
    ),
    why="Look for what has changed.",
    critical=True,
    codes=("VIII.2",),
)
TRUE_FALSE = question(
    "asking",
    3,
    "Asking about suicide",
    "Asking someone directly puts the idea into their head.",
    ChoiceInteraction(
        presentation="truefalse",
        choices=options(("True", 0, "Reviews find no such effect."), ("False", 1, "")),
    ),
    why="A clear question shows that everything may be said.",
)
MATCH = question(
    "words",
    4,
    "From the file",
    "Which words could stand in the file instead?",
    MatchInteraction(
        rows=(
            MatchRow(
                id="a",
                left=text("“He refuses his tablets”"),
                right="y",
                feedback=p("States his decision."),
                span=AT,
            ),
            MatchRow(id="b", left=text("“She is a difficult case”"), right="x", span=AT),
        ),
        options=(
            MatchOption(id="x", text=text("“We have not yet found what helps Ilse.”")),
            MatchOption(id="y", text=text("“Paul has decided not to take them for now.”")),
            MatchOption(id="z", text=text('“Paul is one of our nicest cases.” <i> & "')),
        ),
    ),
    why="Write so that the person could read it beside you.",
)
ORDER = question(
    "steps",
    5,
    "A first talk",
    "Put these in an order that leaves room.",
    OrderInteraction(
        steps=(
            Step(id="a", text=text("Say who you are."), span=AT),
            Step(
                id="b",
                text=text("Ask what would be good to talk about."),
                feedback=p("First they need to know who asks."),
                span=AT,
            ),
            Step(id="c", text=text("Listen."), span=AT),
            Step(id="d", text=text("Agree on what comes next."), span=AT),
        )
    ),
)
NUMERIC = question(
    "emergency",
    6,
    "A number to know",
    "Which number reaches help in all countries of the EU?",
    NumericEntryInteraction(
        answers=(
            AcceptedNumber(low=112, high=112, feedback=p("It works from any phone."), span=AT),
            AcceptedNumber(low=911, high=911, correct=False, feedback=p("Not here."), span=AT),
            AcceptedNumber(low=3.4, high=3.6, span=AT),
        )
    ),
    hint=p("It has three digits."),
)
TEXT = question(
    "word",
    7,
    "One word",
    "What is the R in OARS?",
    TextEntryInteraction(
        answers=(
            AcceptedText(text="reflections", span=AT),
            AcceptedText(text=HOSTILE, exact=True, correct=False, feedback=p("No."), span=AT),
        )
    ),
)
HOTTEXT = question(
    "marks",
    8,
    "A note to mend",
    "Mark the sentences that judge.",
    HottextInteraction(
        choices=options(
            ("Paul came at ten.", 0, ""),
            ("He was uncooperative as usual.", 1, "Says what the writer felt."),
            ("He said he had not slept.", 0, ""),
        )
    ),
)
JOURNAL = question(
    "room",
    9,
    "Keep this for yourself",
    "Remember a silence that was good for you. What made it safe?",
    ExtendedTextInteraction(),
    why="“My aunt went on peeling potatoes.”",
)
HOSTILE_QUESTION = question(
    "hostile",
    10,
    HOSTILE,
    "</script> {{7*7}}",
    ChoiceInteraction(choices=options((HOSTILE, 1, ""), ("“plain”", 0, "no"))),
)
ALL = (SINGLE, MULTIPLE, TRUE_FALSE, MATCH, ORDER, NUMERIC, TEXT, HOTTEXT, HOSTILE_QUESTION)

SINGLE_IN_LESSON = question(
    "open-question",
    12,
    "Lina again",
    "“It’s nothing,” says Lina. Which answer keeps the door open?",
    ChoiceInteraction(
        choices=options(
            (
                "“Nothing is a good place to start. I have time.”",
                1,
                "It takes her word and waits.",
            ),
            ("“You can tell me. I know how that is.”", 0.5, "Warm, and it turns to you quickly."),
            ("“Come on, something is wrong.”", 0, "It asks her to defend herself."),
        )
    ),
    why="She decides what is said, and when.",
)
PROSE_CASE = p("Paul visits Ilse on a Tuesday. The window is open.")
MATCH_IN_CASE = question(
    "case-numbers",
    13,
    "What Paul hears",
    "Which word could he use?",
    TextEntryInteraction(answers=(AcceptedText(text="together", feedback=p("Yes."), span=AT),)),
)
