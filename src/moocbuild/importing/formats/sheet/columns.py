"""What the columns of a sheet hold, by the words at their head."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from moocbuild.values import dataclass

_WORDS = {
    "id": "id identifier number no nr numero kennung code_id idnumber",
    "title": "title name titre titel titulo",
    "asked": "question questions prompt stem text question_text frage fragen enonce pregunta"
    " domanda question_stem item_text",
    "kind": "kind type question_type fragetyp typ tipo genre",
    "right": "right correct answer answers correct_answer correct_answers solution key"
    " right_answer reponse reponse_correcte bonne_reponse antwort richtige_antwort richtig losung"
    " respuesta"
    " respuesta_correcta correct_option answer_key",
    "points": "points point mark marks score punkte puntos weight grade",
    "tags": "tags tag items item competency competencies outcomes outcome kompetenz competence"
    " competences skill skills",
    "group": "category quiz module section topic chapter kategorie thema categorie theme unit",
    "hint": "hint hints hinweis indice astuce pista tip",
    "told": "explanation feedback general_feedback erklarung explication rationale comment"
    " explicacion rueckmeldung justification",
}
_ROLES = {word: role for role, words in _WORDS.items() for word in words.split()}
_OPTION = re.compile(
    r"(?:(?:answer|option|choice|antwort|reponse|choix|opcion|respuesta|distractor|wrong)_?)"
    r"(?:option_)?([a-z]|\d{1,2})|([a-h])"
)
_SAID = re.compile(
    r"(?:feedback|comment|rueckmeldung|retour)_?(?:for_)?(?:option_|answer_)?([a-z]|\d{1,2})"
)
FURTHEST = 20
"""Rows among which the one with the heads is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """row: of the heads, from 0. roles: role → column. options, said: by their letter."""

    row: int
    roles: dict[str, int]
    options: dict[str, int]
    said: dict[str, int]


def columns(rows: Sequence[Sequence[str]]) -> Columns | None:
    """The first row that has a column for questions and one for options or answers."""
    for number, row in enumerate(rows[:FURTHEST]):
        found = _of_row(number, row)
        if "asked" in found.roles and (found.options or "right" in found.roles):
            return found
    return None


def _of_row(number: int, row: Sequence[str]) -> Columns:
    roles: dict[str, int] = {}
    options: dict[str, int] = {}
    said: dict[str, int] = {}
    for place, head in enumerate(row):
        word = _folded(head)
        if match := _SAID.fullmatch(word):
            said.setdefault(_letter(match[1]), place)
        elif word in _ROLES:
            roles.setdefault(_ROLES[word], place)
        elif match := _OPTION.fullmatch(word):
            options.setdefault(_letter(match[1] or match[2]), place)
    return Columns(row=number, roles=roles, options=options, said=said)


def _folded(head: str) -> str:
    """`Correct answer(s)` → `correct_answers`, without accents."""
    plain = unicodedata.normalize("NFKD", head.casefold()).encode("ascii", "ignore").decode()
    plain = re.sub(r"\(s\)", "s", plain)
    plain = re.sub(r"\(.*?\)|[*:?]", "", plain)
    return re.sub(r"[\s_.-]+", "_", plain).strip("_")


def _letter(name: str) -> str:
    """`2` → `B`."""
    return chr(ord("A") + int(name) - 1) if name.isdigit() and 0 < int(name) < 27 else name.upper()
