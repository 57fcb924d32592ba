"""`text`: a word or a few; `- = word` with case, accents and punctuation folded, `- = "exact"`."""

from __future__ import annotations

from moocbuild.diagnostics import Rule, Severity
from moocbuild.model.question import AcceptedText, Interaction, TextEntryInteraction, Unreadable
from moocbuild.source.pages.raw_question import RawQuestion, entries, entry_list, feedback
from moocbuild.source.pages.section import Element, ListItem, Section

ORDER = 41

BAD_ANSWER = Rule(
    "MB120",
    "bad-text-answer",
    Severity.ERROR,
    """A text answer lists the exact words that are accepted, at most 200 characters:
`- = handover`. Add a line for each other spelling. Patterns (regular expressions) are not
supported.""",
)

MAX_LENGTH = 200
_QUOTES = {'"': '"', "“": "”", "«": "»"}


def find(section: Section) -> Element | None:
    """A `=` list."""
    return entry_list(section)


def parse(raw: RawQuestion) -> Interaction:
    """Accepted words; those after `!=` only carry feedback."""
    found = [_answer(raw, *entry) for entry in entries(raw)]
    answers = tuple(answer for answer in found if answer is not None)
    if len(answers) < len(found):
        return Unreadable("an answer that is not valid")
    if not any(answer.correct for answer in answers):
        message = f"'{raw.id}' accepts no answer"
        raw.report(BAD_ANSWER, raw.place, message, help="write '- = word'")
        return Unreadable(message)
    return TextEntryInteraction(answers=answers)


def _answer(raw: RawQuestion, correct: bool, value: str, item: ListItem) -> AcceptedText | None:
    exact = len(value) > 2 and _QUOTES.get(value[0]) == value[-1]
    text = value[1:-1] if exact else value
    if not text or len(text) > MAX_LENGTH:
        message = "expected an answer of 1 to 200 characters"
        raw.report(BAD_ANSWER, item.span, message)
        return None
    if text.startswith("/") and text.endswith("/") and len(text) > 2:
        message = "patterns are not supported"
        raw.report(BAD_ANSWER, item.span, message, help="write the accepted words")
        return None
    said = feedback(raw.section, item)
    return AcceptedText(text=text, exact=exact, correct=correct, feedback=said, span=item.span)
