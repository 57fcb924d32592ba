"""Sheets of questions as different people lay them out: what each column holds, and the key."""

from __future__ import annotations

from pathlib import Path

import pytest

from imports import asked, codes, of_text
from moocbuild.importing.course import Outcome
from moocbuild.model.question import NumericEntryInteraction, Question, TextEntryInteraction


def of_sheet(tmp_path: Path, *rows: str) -> tuple[Outcome, list[Question]]:
    made, course = of_text(tmp_path, "bread.csv", "\n".join(rows) + "\n", language="en")
    return made, list(asked(course).values())


def shares(question: Question) -> list[tuple[str, float]]:
    return [
        (told.text.plain, told.score) for group in question.interaction.groups() for told in group
    ]


@pytest.mark.parametrize(
    ("heads", "key"),
    [
        ("Question,1,2,3,Correct", "2"),
        ("questionText,optionA,optionB,optionC,correctAnswer", "b"),
        ("question_text,option_1,option_2,option_3,correct_letter", "B"),
        ("Pergunta,Opção A,Opção B,Opção C,Opção correta", "B"),
        ("Pregunta,Opción A,Opción B,Opción C,Respuesta correcta", "hot"),
    ],
)
def test_heads_in_other_words(heads: str, key: str, tmp_path: Path) -> None:
    made, (question,) = of_sheet(tmp_path, heads, f"How is the oven?,cold,hot,lukewarm,{key}")
    assert shares(question) == [("cold", 0.0), ("hot", 1.0), ("lukewarm", 0.0)]
    assert codes(made) == []


@pytest.mark.parametrize(
    "heads",
    [
        "Question,Correct answer,Wrong answer 1,Wrong answer 2",
        "Pregunta *,Respuesta correcta *,Respuesta incorrecta 1 *,Respuesta incorrecta 2",
        "Frage,Richtige Antwort,Falsche Antwort 1,Falsche Antwort 2",
        "Pergunta,Opção Correta,Opção Errada 1,Opção Errada 2",
        "Question,Bonne réponse,Mauvaise réponse 1,Mauvaise réponse 2",
        "Question,Answer,Distractor 1,Distractor 2",
    ],
)
def test_wrong_options_beside_the_right_one(heads: str, tmp_path: Path) -> None:
    """They were left out without a word, and what was left asked to type the right one."""
    made, (question,) = of_sheet(tmp_path, heads, "What rises?,Dough,Flour,Salt")
    assert shares(question) == [("Dough", 1.0), ("Flour", 0.0), ("Salt", 0.0)]
    assert codes(made) == []


@pytest.mark.parametrize("sign", ["|", ";", "\n"])
def test_options_in_one_cell(sign: str, tmp_path: Path) -> None:
    row = f'"What rises?","Dough{sign}Flour{sign}Salt",Dough'
    _, (question,) = of_sheet(tmp_path, '"Question","Options, with a sign",Answer', row)
    assert shares(question) == [("Dough", 1.0), ("Flour", 0.0), ("Salt", 0.0)]


def test_a_key_that_counts_from_nought(tmp_path: Path) -> None:
    heads = "question,option1,option2,option3,correctAnswer"
    made, found = of_sheet(tmp_path, heads, "What rises?,Dough,Flour,Salt,0", "Salty?,a,b,c,2")
    assert [[score for _, score in shares(each)] for each in found] == [[1, 0, 0], [0, 0, 1]]
    assert codes(made) == ["MB462 1"]


@pytest.mark.parametrize(
    ("head", "keys", "right"),
    [("correctIndex", "11", [1, 1]), ("correct", "11", [0, 0]), ("correctIndex", "13", [0, 2])],
)
def test_a_key_of_numbers(head: str, keys: str, right: list[int], tmp_path: Path) -> None:
    """An index counts from 0, unless it goes as far as options do; other numbers from 1."""
    rows = [f"Number {n}?,x,y,z,{key}" for n, key in enumerate(keys)]
    _, found = of_sheet(tmp_path, f"question,option1,option2,option3,{head}", *rows)
    assert [[score for _, score in shares(each)].index(1.0) for each in found] == right


def test_points_of_each_option(tmp_path: Path) -> None:
    heads = "Question N°,Question,Answer A,Answer B,Answer C,Points A,Points B,Points C,Tip"
    made, (question,) = of_sheet(
        tmp_path, heads, "7,What rises?,Salt,Dough,Yeast,0,4,2,It is warm."
    )
    assert shares(question) == [("Salt", 0.0), ("Dough", 1.0), ("Yeast", 0.5)]
    assert question.hint.plain == "It is warm." and codes(made) == []


def test_numbers_with_a_margin_and_further_answers(tmp_path: Path) -> None:
    heads = "Pregunta,Valor numérico correcto,Margen de error,Respuesta alternativa 1"
    _, (number, word) = of_sheet(tmp_path, heads, "Pi?,3.14,0.01,", "Bread?,pan,,hogaza")
    assert isinstance(number.interaction, NumericEntryInteraction)
    assert [(a.low, a.high) for a in number.interaction.answers] == [(3.13, 3.15)]
    assert isinstance(word.interaction, TextEntryInteraction)
    assert [answer.text for answer in word.interaction.answers] == ["pan", "hogaza"]


def test_a_column_that_is_not_read_is_named(tmp_path: Path) -> None:
    heads = "question,option a,option b,answer,key,oven,empty"
    made, _ = of_sheet(tmp_path, heads, "Salty?,yes,no,A,yes,warm,")
    told = [each.message for each in made.found if each.rule.code == "MB474"]
    assert told == ["not read: 'key', 'oven'"]


def test_a_cell_that_is_html_is_read_as_such(tmp_path: Path) -> None:
    rows = ("<p>Is <b>this</b> bold?</p>,yes,no,A", "Is <b>this</b> bold?,yes,no,B")
    _, (first, second) = of_sheet(tmp_path, "question,option a,option b,answer", *rows)
    assert first.prompt.plain == "Is this bold?"
    assert second.prompt.plain == "Is <b>this</b> bold?"
