"""Interactions of the model from what a source says, within what the model can hold.

Whatever has to change on the way is reported; None where nothing is left to be asked.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from decimal import Decimal, InvalidOperation

from moocbuild.checks.same_text_twice import fold, read_as
from moocbuild.diagnostics import Report, Span
from moocbuild.diagnostics.importing import KIND, NO_KEY, OPTION, PATTERN, QUESTION, SHARE
from moocbuild.model.question import (
    AcceptedNumber,
    AcceptedText,
    Choice,
    ChoiceInteraction,
    Gap,
    GapsInteraction,
    Interaction,
    MatchInteraction,
    MatchOption,
    MatchRow,
    NumericEntryInteraction,
    OrderInteraction,
    Step,
    SurveyInteraction,
    TextEntryInteraction,
)
from moocbuild.model.text import EMPTY, Text, said, text
from moocbuild.source.pages.raw_question import MAX_LENGTH, MAX_OPTIONS
from moocbuild.source.pages.typed_words import is_quoted
from moocbuild.values import dataclass
from moocbuild.words.languages import DEFAULT, facts

_NUMBER = re.compile(r"\s*([-+\u2212]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][-+]?\d{1,3})?)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An option, or what may be typed. share: of the points, 0..1 or less than 0.

    typed: for answers to type. around: how far a number may be off.
    """

    text: Text = EMPTY
    typed: str = ""
    share: float = 0.0
    feedback: Text = EMPTY
    around: float = 0.0


@dataclass(frozen=True, slots=True)
class Asked:
    """Makes the interaction of one question. place: where it stands in the source."""

    report: Report
    place: Span
    language: str

    def choice(self, answers: Sequence[Answer], *, multiple: bool = False) -> Interaction | None:
        """Options to pick from; without a right one, a survey question."""
        answers = self._distinct(answers)
        if len(answers) < 2 or len(answers) > MAX_OPTIONS:
            return self.left_out(f"a choice of {len(answers)} options")
        best = max(answer.share for answer in answers)
        if best <= 0:
            told = any(answer.feedback for answer in answers)
            lost = ", and what is said of each is left out" if told else ""
            self.report(NO_KEY.at(self.place, f"no option is marked as right{lost}"))
            plain = [Answer(text=answer.text) for answer in answers]
            return SurveyInteraction(choices=self._choices(plain))
        right = [answer for answer in answers if answer.share > 0]
        if multiple:
            return ChoiceInteraction(choices=self._ticked(answers), multiple=True)
        if sum(answer.share == best for answer in answers) > 1 and len(right) == len(answers):
            self.report(KIND.at(self.place, "every option of a single choice is right"))
            return ChoiceInteraction(choices=self._ticked(answers), multiple=True)
        if sum(answer.share == best for answer in answers) > 1:
            self.report(
                KIND.at(self.place, "several right options, of which one had to be chosen")
            )
            return ChoiceInteraction(choices=self._ticked(answers), multiple=True)
        return ChoiceInteraction(choices=self._shared(answers, best))

    def true_false(
        self, right: bool, feedback: tuple[Text, Text] = (EMPTY, EMPTY)
    ) -> Interaction | None:
        """True or false, in the words of the course's language. feedback: of true, of false."""
        own = facts(self.language).truths or facts(DEFAULT).truths
        words = [word.capitalize() for word in own[0]]
        found = [
            Choice(id=letter, text=text(word), score=score, feedback=told, span=self.place)
            for letter, word, score, told in zip(
                "ab", words, (float(right), float(not right)), feedback, strict=True
            )
        ]
        return ChoiceInteraction(choices=tuple(found), presentation="truefalse")

    def typed(self, answers: Iterable[Answer], *, exact: bool = False) -> Interaction | None:
        """Words to type, compared as wholes."""
        found = self._accepted(answers, exact=exact)
        if not any(answer.correct for answer in found):
            return self.left_out("no answer that could be typed is accepted")
        return TextEntryInteraction(answers=found)

    def numbers(self, answers: Iterable[Answer]) -> Interaction | None:
        """A number; what is none is left out."""
        found = []
        for answer in answers:
            number = decimal(answer.typed)
            if number is None:
                self.report(OPTION.at(self.place, f"'{answer.typed[:40]}' is not a number"))
                continue
            around = Decimal(repr(abs(answer.around)))
            low, high = float(number - around), float(number + around)
            correct = self._right(answer, answer.typed)
            found.append(
                AcceptedNumber(
                    low=low, high=high, correct=correct, feedback=answer.feedback, span=self.place
                )
            )
        if not any(answer.correct for answer in found):
            return self.left_out("no number is accepted")
        return NumericEntryInteraction(answers=tuple(found))

    def match(self, pairs: Sequence[tuple[Text, Text, Text]]) -> Interaction | None:
        """Left, right, and what is said of the row; a distractor has no left side."""
        rights: dict[str, str] = {}
        options: list[MatchOption] = []
        rows: list[MatchRow] = []
        lefts: set[str] = set()
        for left, right, told in pairs:
            row_reads, cell_reads = read_as(left), read_as(right)
            repeated = row_reads in lefts if row_reads else cell_reads in rights
            if not said(right) or repeated:
                self.report(OPTION.at(self.place, f"the pair '{said(left or right)[:40]}'"))
                continue
            lefts.add(row_reads)
            id = rights.setdefault(cell_reads, str(len(rights)))
            if int(id) == len(options):
                options.append(MatchOption(id=id, text=right))
            if left:
                row = MatchRow(
                    id=str(len(rows)), left=left, right=id, feedback=told, span=self.place
                )
                rows.append(row)
        if len(rows) < 2 or len(rows) > MAX_OPTIONS:
            return self.left_out(f"a match of {len(rows)} pairs")
        return MatchInteraction(rows=tuple(rows), options=tuple(options))

    def order(self, steps: Sequence[Text]) -> Interaction | None:
        """Steps in their right order."""
        if not 3 <= len(steps) <= MAX_OPTIONS:
            return self.left_out(f"an order of {len(steps)} steps")
        found = [Step(id=str(n), text=each, span=self.place) for n, each in enumerate(steps)]
        return OrderInteraction(steps=tuple(found))

    def gap(self, id: str, answers: Sequence[Answer], *, picked: bool, exact: bool) -> Gap | None:
        """What fits one gap. picked: from a list, else typed."""
        if not picked:
            accepted = self._accepted(answers, exact=exact)
            fits = any(answer.correct for answer in accepted)
            return Gap(id=id, answers=accepted, span=self.place) if fits else None
        answers = self._distinct(answers)
        best = max((answer.share for answer in answers), default=0)
        if len(answers) < 2 or best <= 0:
            return None
        right = next(answer for answer in answers if answer.share == best)
        if best < 1 or any(answer.share > 0 and answer is not right for answer in answers):
            self.report(SHARE.at(self.place, "a gap has one right option, and no shares"))
        only = [
            Answer(text=each.text, share=float(each is right), feedback=each.feedback)
            for each in answers
        ]
        return Gap(id=id, choices=self._choices(only), span=self.place)

    def gaps(self, found: Sequence[Gap | None]) -> Interaction | None:
        """A text with gaps."""
        gaps = [gap for gap in found if gap is not None]
        if not gaps or len(gaps) < len(found) or len(gaps) > MAX_OPTIONS:
            return self.left_out("a text with a gap that nothing fits")
        return GapsInteraction(gaps=tuple(gaps))

    def left_out(self, what: str) -> Interaction | None:
        """Reports that the question is no part of the course; always None."""
        self.report(QUESTION.at(self.place, what))
        return None

    # --- shares

    def _shared(self, answers: Sequence[Answer], best: float) -> tuple[Choice, ...]:
        made = []
        for answer in answers:
            share = max(0.0, answer.share / best)
            if answer.share < 0 or best != 1:
                message = f"'{said(answer.text)[:40]}' earned {answer.share * 100:g} %"
                self.report(SHARE.at(self.place, message))
            shown = round(share, 2)
            if share != 1 and abs(shown - share) > 0.0001:
                message = f"a share of {share * 100:g} % became {shown * 100:g} %"
                self.report(SHARE.at(self.place, message))
            made.append(_with(answer, min(shown, 0.99) if share != 1 else 1.0))
        return self._choices(made)

    def _ticked(self, answers: Sequence[Answer]) -> tuple[Choice, ...]:
        right = sorted({round(each.share, 3) for each in answers if each.share > 0})
        if len(right) > 1 and right[-1] - right[0] > 0.06:
            self.report(SHARE.at(self.place, "right options of different shares count the same"))
        return self._choices([_with(each, float(each.share > 0)) for each in answers])

    def _right(self, answer: Answer, shown: str) -> bool:
        if 0 < answer.share < 1:
            message = f"'{shown[:40]}' earned {answer.share * 100:g} %, and is right now"
            self.report(SHARE.at(self.place, message))
        return answer.share > 0

    def _choices(self, answers: Iterable[Answer]) -> tuple[Choice, ...]:
        return tuple(
            Choice(
                id=str(number),
                text=answer.text,
                score=answer.share,
                feedback=answer.feedback,
                span=self.place,
            )
            for number, answer in enumerate(answers)
        )

    # --- what cannot stand

    def _distinct(self, answers: Iterable[Answer]) -> list[Answer]:
        """Options that are not empty; of two that read the same, the one that earns more."""
        found: dict[str, Answer] = {}
        for answer in answers:
            if not answer.text:
                self.report(OPTION.at(self.place, "an empty option"))
                continue
            key = read_as(answer.text)
            before = found.setdefault(key, answer)
            if before is answer:
                continue
            self.report(OPTION.at(self.place, f"'{said(answer.text)[:40]}' once more"))
            found[key] = max(before, answer, key=lambda each: each.share)
        return list(found.values())

    def _accepted(self, answers: Iterable[Answer], *, exact: bool) -> tuple[AcceptedText, ...]:
        found: dict[str, AcceptedText] = {}
        answers = list(answers)
        known = {_said(answer) for answer in answers} if exact else set()
        for answer in answers:
            words = " ".join(answer.typed.split())
            loose = not exact or _in_all_capitals(answer, known)
            key = fold(words) if loose else words
            if loose and key in found and found[key].feedback == answer.feedback:
                continue
            if (key in found or not words) and not answer.feedback:
                continue  # another spelling of the same, or nothing at all
            if not words or len(words) > MAX_LENGTH or key in found:
                self.report(OPTION.at(self.place, f"'{words[:40]}' as an answer to type"))
                continue
            if re.fullmatch(r"/.+/", words):
                self.report(PATTERN.at(self.place, f"'{words[:40]}'"))
                continue
            found[key] = AcceptedText(
                text=words,
                exact=not loose or is_quoted(words),
                correct=self._right(answer, words),
                feedback=answer.feedback,
                span=self.place,
            )
        return tuple(found.values())


def _with(answer: Answer, share: float) -> Answer:
    return Answer(text=answer.text, share=share, feedback=answer.feedback)


def _said(answer: Answer) -> tuple[str, float, Text]:
    return " ".join(answer.typed.split()), answer.share, answer.feedback


def _in_all_capitals(answer: Answer, known: Container[tuple[str, float, Text]]) -> bool:
    """Whether it is also listed in small letters, in capitals and with one: they do not count."""
    words, share, feedback = _said(answer)
    ways = {words.lower(), words.upper(), words.capitalize()}
    return len(ways) > 1 and all((way, share, feedback) in known for way in ways)


def decimal(written: str) -> Decimal | None:
    """A number as people write it, with a point or a comma; None for what is none."""
    match = _NUMBER.fullmatch(written)
    if match is None:
        return None
    try:
        return Decimal(match[1].replace(",", ".").replace("\u2212", "-"))
    except InvalidOperation:
        return None


def without_stars(written: str) -> tuple[str, bool]:
    """An answer in which `*` stands for any characters, without it; whether there was one.

    `\\*` is an asterisk (Moodle's short answers).
    """
    parts = re.split(r"(?<!\\)\*+", written)
    plain = " ".join(filter(None, (part.strip() for part in parts))).replace("\\*", "*")
    return plain, len(parts) > 1
