"""Questions as text to read: how each interaction is asked, and how its answer is told.

`asked` shows no answer, `answered` leaves nothing out. Most are told as lists of what may be
answered; pairs and orders have a way of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moocbuild.lower.walk import stable_shuffle_key
from moocbuild.model.course import Lesson, Quiz
from moocbuild.model.interactions import Group, Told
from moocbuild.model.marks import key_of_value, made
from moocbuild.model.plain import PLAIN
from moocbuild.model.question import (
    ExtendedTextInteraction,
    Interaction,
    MatchInteraction,
    OrderInteraction,
    Question,
    SurveyInteraction,
)
from moocbuild.model.text import EMPTY, Content, Text, element, labelled, listed, paragraph, text
from moocbuild.words import Words


def asked(question: Question, heading: str, say: Words) -> Text:
    """Title, prompt and options of a question; heading: the tag of its title."""
    options = _asked(question.interaction, question.id, say)
    title = element(heading, question.title, id=question.id) if question.title else EMPTY
    return text(title, element("div", question.prompt), options)


def answered(question: Question, heading: str, say: Words) -> Text:
    """Every option with its feedback, hint, explanation and items."""
    codes = ", ".join(ref.code for ref in question.competencies)
    return text(
        _title(question, heading),
        _answered_once(question.interaction, say),
        labelled(say.content("question.hint"), question.hint),
        labelled(say.content("question.explanation"), question.explanation),
        paragraph(say.content("question.items", codes=codes)) if codes else EMPTY,
    )


def _title(question: Question, heading: str) -> Content:
    title = question.title or question.prompt.plain
    return element(heading, title) if title else EMPTY


def _asked(asks: Interaction, id: str, say: Words) -> Text:
    """What learners would have before them. id: of the question."""
    match asks:
        case MatchInteraction():
            return _ask_match(asks, id, say)
        case OrderInteraction():
            return _ask_order(asks, id, say)
        case ExtendedTextInteraction():
            return text(paragraph(element("em", say.content("question.write"))))
        case SurveyInteraction():
            return _ask_survey(asks)
        case _:
            return _offers([_offered(group) for group in asks.groups()])


def _answered_once(asks: Interaction, say: Words) -> Text:
    """The answers, made for one target or before."""
    key = key_of_value(asks, say.language)
    return made("answers", key, PLAIN, lambda: _answered(asks, say))


def _answered(asks: Interaction, say: Words) -> Text:
    match asks:
        case MatchInteraction():
            return _tell_match(asks, say)
        case OrderInteraction():
            return _tell_order(asks, say)
        case _:
            return _numbered([_tell(group, say) for group in asks.groups()])


def _numbered(parts: Sequence[Text]) -> Text:
    """One part as it is, several by their numbers."""
    return parts[0] if len(parts) == 1 else listed("ol", parts)


def _offers(parts: Sequence[Text]) -> Text:
    """What each part offers; where one has words to type, a line to write on keeps its number."""
    return _numbered([part or _LINE for part in parts]) if any(parts) else EMPTY


_LINE = text("____")


def _offered(group: Group) -> Text:
    return listed("ul", (told.text for told in group if told.offered))


def _tell(group: Group, say: Words) -> Text:
    return listed("ul", (_told(_verdict(t, say), _answer(t, say), t.feedback) for t in group))


def _answer(told: Told, say: Words) -> Text:
    return text(say.number(*told.numbers)) if told.numbers else told.text


def _ask_match(asks: MatchInteraction, id: str, say: Words) -> Text:
    rights = sorted(asks.options, key=lambda option: stable_shuffle_key(id, option.id))
    left = listed("ul", (row.left for row in asks.rows))
    right = listed("ul", (option.text for option in rights))
    return text(
        paragraph(say.content("question.find")),
        left,
        paragraph(say.content("question.belongs")),
        right,
    )


def _ask_order(asks: OrderInteraction, id: str, say: Words) -> Text:
    steps = sorted(asks.steps, key=lambda step: stable_shuffle_key(id, step.id))
    if tuple(steps) == asks.steps:
        steps.reverse()
    return text(
        paragraph(say.content("question.put_in_order")),
        listed("ul", (step.text for step in steps)),
    )


def _ask_survey(asks: SurveyInteraction) -> Text:
    """The choices as a list; with statements a table to fill."""
    if not asks.statements:
        return listed("ul", (choice.text for choice in asks.choices))
    empty = [element("td", "○", class_="center") for _ in asks.choices]
    scale = [element("th", choice.text, scope="col", class_="center") for choice in asks.choices]
    rows = [
        element("tr", element("th", statement.text, scope="row"), *empty)
        for statement in asks.statements
    ]
    head = element("thead", element("tr", element("td"), *scale))
    return text(element("table", head, element("tbody", *rows)))


def _tell_match(asks: MatchInteraction, say: Words) -> Text:
    texts = {option.id: option.text for option in asks.options}
    arrow = "←" if say.right_to_left else "→"
    rows = (
        text(row.left, f" {arrow} ", texts.get(row.right, EMPTY), _below(row.feedback))
        for row in asks.rows
    )
    return listed("ul", rows)


def _tell_order(asks: OrderInteraction, say: Words) -> Text:
    steps = (text(step.text, _below(step.feedback)) for step in asks.steps)
    return text(paragraph(say.content("question.in_order")), listed("ol", steps))


def _told(verdict: Content, answer: Text, feedback: Text) -> Text:
    return text(element("strong", verdict), " ", answer, _below(feedback))


def _below(feedback: Text) -> Content:
    return element("div", feedback) if feedback else EMPTY


def _verdict(told: Told, say: Words) -> Content:
    name = "partly" if told.score else "wrong"
    if told.score == 1:
        name = "right" if told.offered else "accepted"
    return say.content(f"question.{name}")


def questions_and_answers(questions: tuple[Question, ...], say: Words) -> Iterator[Text]:
    """A page of questions to try, then their answers."""
    yield from (asked(question, "h2", say) for question in questions)
    if questions:
        yield from answers(questions, say)


def quiz_as_page(
    quiz: Quiz,
    questions: tuple[Question, ...],
    say: Words,
    *,
    id: str,
    title: str,
    whole: bool,
) -> Lesson:
    """A page of questions of a quiz to try, then their answers. whole: with its introduction."""
    intro = (quiz.intro,) if whole and quiz.intro else ()
    asked_of = dict.fromkeys(ref for q in questions for ref in q.competencies)
    return Lesson(
        id=id,
        title=title,
        parts=(*intro, *questions_and_answers(questions, say)),
        kind="page",
        competencies=tuple(asked_of),
        content_notes=quiz.content_notes,
        hosts=quiz.hosts,
        uses=quiz.uses,
        span=quiz.span,
    )


def answers(questions: tuple[Question, ...], say: Words) -> Iterator[Text]:
    """The answers that close a page, under a heading of their own."""
    yield text(element("h2", say.content("question.answers")))
    yield from (answered(question, "h3", say) for question in questions)
