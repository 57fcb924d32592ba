"""What learners read around degraded questions, by language; English for the others."""

from __future__ import annotations

from dataclasses import dataclass

from moocbuild.model.language import spoken


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One language. `{}` stands for what differs."""

    answers: str
    answers_page: str
    right: str
    partly: str
    wrong: str
    accepted: str
    between: str
    in_order: str
    put_in_order: str
    find: str
    belongs: str
    hint: str
    explanation: str
    items: str
    write: str
    journal_page: str
    row: str
    which_order: str
    numbered: str
    rest_page: str
    decimal_point: str


_BY_LANGUAGE = {
    "en": Words(
        answers="Answers",
        answers_page="{}: answers and explanations",
        right="Right:",
        partly="Partly right:",
        wrong="Not right:",
        accepted="Accepted:",
        between="Any number from {} to {} is right.",
        in_order="The right order:",
        put_in_order="Put in order:",
        find="For each of these:",
        belongs="Find what belongs to it:",
        hint="Hint",
        explanation="Explanation",
        items="Works on: {}",
        write="Write for yourself:",
        journal_page="{}: for yourself",
        row="{} ({} of {})",
        which_order="Which order is right?",
        numbered="{} {} of {}",
        rest_page="{}: more to try",
        decimal_point="Write the number with a decimal point: 3.5",
    ),
    "fr": Words(
        answers="Réponses",
        answers_page="{} : réponses et explications",
        right="Juste :",
        partly="En partie juste :",
        wrong="Pas juste :",
        accepted="Réponses acceptées :",
        between="Tout nombre de {} à {} est juste.",
        in_order="Le bon ordre :",
        put_in_order="À remettre en ordre :",
        find="Pour chacun de ces éléments :",
        belongs="Trouvez ce qui va avec :",
        hint="Indice",
        explanation="Explication",
        items="Travaille : {}",
        write="Écrivez pour vous-même :",
        journal_page="{} : pour vous-même",
        row="{} ({} sur {})",
        which_order="Quel ordre est juste ?",
        numbered="{} {} sur {}",
        rest_page="{} : pour aller plus loin",
        decimal_point="Écrivez le nombre avec un point décimal : 3.5",
    ),
}


def words(language: str) -> Words:
    """The words for a language tag such as `fr` or `fr-BE`."""
    return spoken(_BY_LANGUAGE, language)
