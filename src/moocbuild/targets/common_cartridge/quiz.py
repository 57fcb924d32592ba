"""Quiz → a QTI 1.2 assessment, as both importers read it."""

from __future__ import annotations

from moocbuild.formats import qti12
from moocbuild.formats.imscp import ncname
from moocbuild.formats.titles import fitting
from moocbuild.model.course import Quiz
from moocbuild.model.question import (
    Choice,
    ChoiceInteraction,
    Question,
    Renderers,
    TextEntryInteraction,
)
from moocbuild.model.spellings import answers_by_spelling
from moocbuild.model.text import Href, Text, element, is_inline, paragraph, text
from moocbuild.render import Dialect
from moocbuild.render.foreign_style import block
from moocbuild.targets.common_cartridge.edition import Edition
from moocbuild.values import dataclass
from moocbuild.words.languages import truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Writer:
    """How texts of one quiz become HTML in one edition. rtl: right to left, as its language is."""

    edition: Edition
    language: str
    rtl: bool = False
    stem_href: Href
    answer_href: Href
    shuffle: bool

    def stem(self, found: Text) -> str:
        """A question's text."""
        return self._html(found, self.stem_href, self.edition.stems)

    def answer(self, found: Text) -> str:
        """An option, feedback, hint or explanation."""
        return self._html(found, self.answer_href, self.edition.answers)

    def _html(self, found: Text, href: Href, dialect: Dialect) -> str:
        html = dialect.html(found, href)
        if html == "0":  # Moodle's importer is PHP, to which the text "0" is none
            found = text(element("span", found))
            html = dialect.html(found, href)
        return dialect.html(self._directed(found, dialect), href) if self.rtl and html else html

    def _directed(self, found: Text, dialect: Dialect) -> Text:
        """Texts of right-to-left languages say so: importers keep no language of a quiz."""
        if is_inline(dialect.changed(found.nodes)):
            return text(element("span", found, lang=self.language, dir="rtl"))
        return text(block(self.language, found))


def document(quiz: Quiz, ident: str, writer: Writer) -> bytes:
    """The XML file of a quiz with at least one question."""
    items = [RENDERERS(question.interaction, question, writer) for question in quiz.questions]
    title = writer.edition.guard(fitting(quiz.title))
    intro = writer.stem(quiz.intro)
    return qti12.assessment(ident, title, items, language=writer.language, intro=intro)


def question_ident(question: Question) -> str:
    """The ident of a question, as competencies refer to it."""
    return ncname(question.id, "Q_")


def _item(question: Question, writer: Writer) -> qti12.Item:
    codes = ", ".join(ref.code for ref in question.competencies)
    title = fitting(question.title or question.prompt.plain, ending=f" ({codes})" if codes else "")
    whole = 1 <= question.points <= 99 and question.points == int(question.points)
    return qti12.Item(
        ident=question_ident(question),
        title=writer.edition.guard(title),
        # Open edX's importer stops at an empty prompt.
        prompt=writer.stem(question.prompt or text(paragraph(question.title))),
        weighting=int(question.points) if whole else 0,
        hint=writer.answer(question.hint),
        explanation=writer.answer(question.explanation),
    )


def _choice(asked: ChoiceInteraction, question: Question, writer: Writer) -> str:
    item = _item(question, writer)
    if asked.presentation == "truefalse":
        truths = [truth(choice.text.plain) for choice in asked.choices]
        if sorted(truths) == ["false", "true"]:
            pairs = zip(truths, asked.choices, strict=True)
            return qti12.true_false(item, [_option(t, choice, writer) for t, choice in pairs])
    options = [_option(ncname(c.id, "o_", caseless=True), c, writer) for c in asked.choices]
    if asked.multiple or len(options) < 3:  # the profile refuses a single choice of two
        return qti12.multiple_response(item, options, shuffle=writer.shuffle)
    return qti12.multiple_choice(item, options, shuffle=writer.shuffle)


def _option(ident: str, choice: Choice, writer: Writer) -> qti12.Option:
    return qti12.Option(
        ident=ident,
        text=writer.answer(choice.text),
        correct=choice.correct,
        feedback=writer.answer(choice.feedback),
    )


def _text_entry(asked: TextEntryInteraction, question: Question, writer: Writer) -> str:
    found = answers_by_spelling(asked.answers, case_counts=False)
    typed = writer.edition.typed
    answers = [
        qti12.Accepted(
            ident=f"a_{number}",
            text=typed(answer.text),
            correct=answer.correct,
            exact=answer.exact,
            feedback=writer.answer(answer.feedback),
            also=[
                typed(way) for way, its in found.items() if its is answer and way != answer.text
            ],
        )
        for number, answer in enumerate(asked.answers, 1)
    ]
    return qti12.fill_in(_item(question, writer), answers)


RENDERERS: Renderers[[Question, Writer], str] = Renderers(
    choice=_choice,
    text=_text_entry,
    number=None,
    journal=None,
    match=None,
    order=None,
    hottext=None,
)
