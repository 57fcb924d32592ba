"""What the columns of a sheet hold, by the words at their head."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from moocbuild.values import dataclass

_WORDS = {
    "id": "id identifier number no nr n numero kennung code_id idnumber question_id question_no"
    " question_nr question_n question_number",
    "title": "title name titre titel titulo",
    "asked": "question questions prompt stem text question_text frage fragen enonce pregunta"
    " pergunta enunciado domanda vraag question_stem item_text",
    "kind": "kind type question_type fragetyp typ tipo genre",
    "right": "right correct answer answers solution key reponse antwort losung respuesta resposta"
    " risposta antwoord answer_key",
    "choices": "options choices answer_options opciones optionen choix opcoes alternativas"
    " alternatives opzioni",
    "around": "tolerance margin margin_of_error toleranz marge tolerancia margen margen_de_error"
    " tolleranza",
    "points": "points point mark marks score punkte puntos pontos weight grade",
    "tags": "tags tag items item competency competencies outcomes outcome kompetenz competence"
    " competences skill skills",
    "group": "category quiz module section topic chapter kategorie thema categorie theme unit"
    " subject subcategory categoria subcategoria tema",
    "hint": "hint hints hinweis indice astuce pista tip dica",
    "told": "explanation feedback general_feedback erklarung explication rationale comment"
    " explicacion explicacao rueckmeldung justification retroaccion_general retroalimentacion",
}
_ROLES = {word: role for role, words in _WORDS.items() for word in words.split()}
_OPTION = re.compile(
    r"(?:answer|option|choice|antwort|reponse|choix|opcion|respuesta|opcao|resposta)_?"
    r"(?:option_)?([a-z]|\d{1,2})|([a-h]|\d)"
)
_SAID = re.compile(
    r"(?:feedback|comment|rueckmeldung|retour)_?(?:for_)?(?:option_|answer_)?([a-z]|\d{1,2})"
)
_WORTH = re.compile(r"(?:points?|marks?|score|punkte|puntos|pontos)_(?:for_)?([a-z]|\d{1,2})")
_MARKS = {
    "right": "right correct correcta correcto correcte correctes correta correto richtig richtige"
    " juste bonne bonnes giusta corretta juist",
    "wrong": "wrong incorrect incorrecta incorrecto incorreta incorrecte errada errado falsch"
    " falsche fausse mauvaise sbagliata distractor distractors distracteur fout",
    "also": "alternative alternativa accepted also",
}
_MARKED = {word: mark for mark, words in _MARKS.items() for word in words.split()}
"""Words that say in any head what stands below it."""
FURTHEST = 20
"""Rows among which the one with the heads is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """row: of the heads, from 0. roles: role → column. options, said, worth: by their letter.

    wrong: options that are wrong, beside which the right one stands in a column of its own. also:
    answers that are accepted, too. index: whether the key is called one, which counts from 0.
    unread: columns whose head says nothing that is known.
    """

    row: int
    roles: dict[str, int]
    options: dict[str, int]
    said: dict[str, int]
    worth: dict[str, int]
    wrong: list[int]
    also: list[int]
    index: bool
    unread: list[int]


def columns(rows: Sequence[Sequence[str]]) -> Columns | None:
    """The first row that has a column for questions and one for options or answers."""
    for number, row in enumerate(rows[:FURTHEST]):
        found = _of_row(number, row)
        if "asked" in found.roles and (
            found.options or "right" in found.roles or "choices" in found.roles
        ):
            return found
    return None


def _of_row(number: int, row: Sequence[str]) -> Columns:
    made = Columns(
        row=number,
        roles={},
        options={},
        said={},
        worth={},
        wrong=[],
        also=[],
        index=any("index" in _folded(head).split("_") for head in row),
        unread=[],
    )
    for place, head in enumerate(row):
        if head.strip() and not _take(made, place, _folded(head)):
            made.unread.append(place)
    return made


def _take(made: Columns, place: int, word: str) -> bool:
    """Whether a head says what stands below it, and nothing before it says the same."""
    if word in _ROLES:
        return made.roles.setdefault(_ROLES[word], place) == place
    for pattern, found in ((_SAID, made.said), (_WORTH, made.worth), (_OPTION, made.options)):
        if match := pattern.fullmatch(word):
            return found.setdefault(_letter(next(filter(None, match.groups()))), place) == place
    marks = {_MARKED[part] for part in word.split("_") if part in _MARKED}
    if "wrong" in marks or "also" in marks:
        (made.wrong if "wrong" in marks else made.also).append(place)
        return True
    return "right" in marks and made.roles.setdefault("right", place) == place


def _folded(head: str) -> str:
    """`Correct answer(s)`, `correctAnswers` → `correct_answers`, without accents."""
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)", "_", head.strip())
    plain = unicodedata.normalize("NFKD", apart.casefold()).encode("ascii", "ignore").decode()
    plain = re.sub(r"\(s\)", "s", plain)
    plain = re.sub(r"\(.*?\)|[*:?]|,.*", "", plain)
    return re.sub(r"[\s_.-]+", "_", plain).strip("_")


def _letter(name: str) -> str:
    """`2` → `B`."""
    return chr(ord("A") + int(name) - 1) if name.isdigit() and 0 < int(name) < 27 else name.upper()
