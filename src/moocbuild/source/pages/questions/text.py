"""`text`: a word or a few; `- = word` with case, accents and punctuation folded, `- = "exact"`."""

from __future__ import annotations

from moocbuild.model.question import Interaction, TextEntryInteraction, Unreadable
from moocbuild.source.pages.raw_question import BAD_ANSWER, RawQuestion, accepted, entry_list
from moocbuild.source.pages.section import Element, Section

ORDER = 41
FORM = "write '- = word'"


def find(section: Section) -> Element | None:
    """A `=` list."""
    return entry_list(section)


def parse(raw: RawQuestion) -> Interaction:
    """Accepted words; those after `!=` only carry feedback."""
    answers = accepted(raw)
    if answers is None:
        return Unreadable("an answer that is not valid")
    if not any(answer.correct for answer in answers):
        message = f"'{raw.id}' accepts no answer"
        raw.report(BAD_ANSWER, raw.place, message, help="write '- = word'")
        return Unreadable(message)
    return TextEntryInteraction(answers=answers)
