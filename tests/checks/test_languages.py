"""What checks look for in the words of a course, they know in every language of the interface."""

from __future__ import annotations

import re

import pytest

from moocbuild.words.languages import facts, negative, points_to_others
from words.test_files import LANGUAGES

POINTS = {
    "en": ["All of the above.", "None of these answers", "Both a and b"],
    "fr": ["Toutes ces réponses", "Aucune de ces réponses.", "Toutes les réponses ci-dessus"],
    "de": ["Alle der genannten", "Alle Antworten.", "Beides.", "Keine dieser Antworten"],
    "es": ["Todas las anteriores.", "Ninguna de las anteriores", "Ninguna de estas respuestas"],
    "nb": ["Alle av disse.", "Ingen av alternativene", "Alt ovenfor", "Begge deler."],
    "ro": ["Toate cele de mai sus.", "Niciunul dintre acestea", "Toate variantele"],
    "ca": ["Totes les anteriors.", "Cap de les anteriors", "Cap d’aquestes respostes"],
    "ar": ["كل ما سبق.", "لا شيء مما سبق", "جميع الإجابات"],
}
NO_POINTS = {
    "en": ["All of her story", "Both hands", "None of that is hers"],
    "fr": ["Toute son histoire", "Aucune idée", "Toutes les deux heures"],
    "de": ["Alle ihre Antworten ernst nehmen", "Beides ansprechen", "Alle Türen schließen"],
    "es": ["Todas las mañanas", "Ninguna de ellas llama", "Los anteriores vecinos"],
    "nb": ["Alle av dem kommer", "Ingen av oss vet", "Begge hender"],
    "ro": ["Toate zilele", "Niciun cuvânt", "Toate ușile de sus"],
    "ca": ["Totes les nits", "Cap de setmana", "Cap persona"],
    "ar": ["كل ما تقوله", "لا شيء", "جميع الناس"],
}
NEGATIVE = {
    "en": ["Which of these is not right?", "All of the following help, except one."],
    "fr": [
        "Quelle phrase ne convient pas ?",
        "Laquelle de ces réponses n’est pas juste ?",
        "Que ne faut-il pas faire ?",
        "Toutes ces phrases aident, sauf une.",
    ],
    "de": [
        "Welche Antwort passt nicht?",
        "Was sollten Sie nicht sagen?",
        "Welcher Satz ist keine gute Antwort?",
        "Alle Sätze helfen außer einem.",
        "Was passt NICHT dazu.",
    ],
    "es": [
        "¿Cuál de estas frases no encaja?",
        "¿Qué no debe decir?",
        "Todas las frases ayudan excepto una.",
    ],
    "nb": [
        "Hvilken setning passer ikke?",
        "Hva bør du ikke si?",
        "Alle setningene hjelper unntatt én.",
    ],
    "ro": [
        "Care dintre răspunsuri nu se potrivește?",
        "Ce nu trebuie să spuneți?",
        "Toate propozițiile ajută, cu excepția uneia.",
    ],
    "ca": [
        "Quina d’aquestes frases no encaixa?",
        "Què no ha de dir?",
        "Totes les frases ajuden excepte una.",
    ],
    "ar": ["أي جملة لا تناسب؟", "أي من هذه ليست صحيحة؟", "كلها تساعد ما عدا واحدة."],
}
FINE = {
    "en": ["She does not answer. What do you do?", "Which of these is right?"],
    "fr": [
        "Elle ne répond pas. Que dites-vous ?",
        "Que dites-vous quand elle ne répond pas ?",
        "Pourquoi ne répond-elle pas ?",
        "Quelle réponse convient ?",
    ],
    "de": [
        "Sie antwortet nicht. Was tun Sie?",
        "Was sagen Sie, wenn jemand nicht antwortet?",
        "Warum antwortet sie nicht?",
        "Welche Antwort passt?",
    ],
    "es": [
        "No responde. ¿Qué hace usted?",
        "¿Qué dice si ella no responde?",
        "¿Por qué no responde?",
        "¿Cuál de estas frases encaja?",
    ],
    "nb": [
        "Hun svarer ikke. Hva gjør du?",
        "Hva sier du når hun ikke svarer?",
        "Hvorfor svarer hun ikke?",
        "Hvilken setning passer?",
    ],
    "ro": [
        "Nu răspunde. Ce faceți?",
        "Ce spuneți dacă nu răspunde?",
        "De ce nu răspunde?",
        "Care răspuns se potrivește?",
    ],
    "ca": [
        "No respon. Què fa vostè?",
        "Què diu si ella no respon?",
        "Per què no respon?",
        "Quina frase encaixa?",
    ],
    "ar": ["هي لا تجيب. ماذا تفعل؟", "لماذا لا تجيب؟", "أي جملة تناسب؟"],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_options_that_point_to_the_others(language: str) -> None:
    points, others = POINTS[language], NO_POINTS[language]
    assert [e for e in (*points, *map(str.upper, points)) if not points_to_others(e)] == []
    assert [each for each in others if points_to_others(each)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_that_ask_what_does_not_fit(language: str) -> None:
    found = re.compile("|".join(f"(?:{each})" for each in negative(language)))
    assert [each for each in NEGATIVE[language] if not found.search(each)] == []
    assert [each for each in FINE[language] if found.search(each)] == []


def test_a_language_without_a_file_is_read_as_english() -> None:
    assert negative("xx") == negative("en") != negative("fr-BE") == negative("fr")


def test_no_pattern_runs_on_over_a_long_text() -> None:
    """Whatever may stand between two words has an end."""
    patterns = [each for language in LANGUAGES for each in negative(language)]
    assert len(patterns) > 20
    patterns += [each for language in LANGUAGES for each in facts(language).pointing]
    assert [each for each in patterns if re.search(r"[\].][*+]", each)] == []
