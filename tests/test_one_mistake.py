"""One mistake in a course that was sound: where it is, what to type, and nothing besides."""

from __future__ import annotations

from pathlib import Path

import pytest

from moocbuild.build import load
from moocbuild.cli import run
from moocbuild.diagnostics import Collector, Severity
from test_diagnostics import TODAY

COURSE = {
    "course/course.yml": """\
id: colmena
title: La colmena
version: 1.0.0
released: 2026-11-30
language: es
licence: CC-BY-4.0
modules: [01-abejas]
""",
    "course/framework.yml": """\
id: oficio
title: Oficio
language: es
categories:
  - code: B
    title: Abejas
    items:
      - {code: B.1, statement: Abre la colmena.}
""",
    "course/glossary.yml": """\
terms:
  - {term: Alza, definition: Caja para la miel.}
  - {term: Cera, definition: Con ella hacen celdas.}
""",
    "course/references.yml": """\
references:
  - {key: Ficha, cite: La ficha.}
  - {key: Libro, cite: El libro.}
""",
    "course/01-abejas/index.md": "# Abejas\n\nAquí empieza. [@Ficha; @Libro]\n",
    "course/01-abejas/01-pesar.md": """\
---
items: [B.1]
minutes: 10
---

# Pesar

![Una caja](../../media/caja.svg)

$$m = 2n$$
""",
    "course/01-abejas/02-vecina.md": """\
---
kind: scenario
---

# La vecina

Ella llama.

## Llama
<!-- #llama -->

“¿Son tuyas?”

- [“Voy.”](#fin) `B.1 2` `read`
    > Bien.
- [“No.”](#calla) `B.1 0`
    > Se enfada.

## Calla
<!-- #calla -->

Silencio.

- [“Perdone.”](#fin) `B.1 1`
    > A tiempo.
- [“Adiós.”](#fin) `B.1 0`
    > Nada más.

## Fin
<!-- #fin end -->

Todas están dentro.
""",
    "media/caja.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>',
    "quizzes/01-abejas.md": """\
---
pass_mark: 60
---

# Preguntas

## ¿Quién?
<!-- #quien kind=single -->
`B.1`

¿Quién pone huevos?

- [ ] La obrera
    > Trabaja.
- [x] La reina
    > Sí.
- [ ] El zángano
    > No.

## ¿Cuánto?
<!-- #cuanto kind=numeric -->
`B.1`

¿Cuántos kilos son?

- = 30,5 ± 1
""",
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("sound")
    for name, text in COURSE.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    assert run(["ids", "--write", "-C", str(root)]) == 0
    return root


def findings(root: Path) -> list[tuple[str, str, int, str]]:
    report = Collector()
    load(root, report, TODAY)
    return [
        (d.rule.code, d.span.path, d.span.line, d.help)
        for d in report.sorted()
        if d.rule.severity > Severity.NOTE
    ]


def test_without_a_mistake_nothing_is_found(sound: Path) -> None:
    assert findings(sound) == []


YML, FRAMEWORK = "course/course.yml", "course/framework.yml"
PAGE, SCENES, QUIZ = (
    "course/01-abejas/01-pesar.md",
    "course/01-abejas/02-vecina.md",
    "quizzes/01-abejas.md",
)
INDENT = "or indent it if it goes on with the text above"


@pytest.mark.parametrize(
    ("file", "right", "wrong", "found"),
    [
        pytest.param(file, right, wrong, found, id=name)
        for name, file, right, wrong, found in [
            # A framework that cannot be read has lost no item, and course.yml no language.
            (
                "indentation",
                FRAMEWORK,
                "      - {",
                "    \t- {",
                ("MB010", FRAMEWORK, 8, "indent with spaces"),
            ),
            (
                "no colon",
                YML,
                "version: 1",
                "version 1",
                ("MB010", YML, 3, f"write 'version: 1.0.0', {INDENT}"),
            ),
            (
                "no blank",
                YML,
                "version: 1",
                "version:1",
                ("MB010", YML, 3, f"write 'version: 1.0.0', {INDENT}"),
            ),
            (
                "a colon more",
                YML,
                "La colmena",
                "Abejas: la colmena",
                ("MB010", YML, 2, "write 'title: \"Abejas: la colmena\"'"),
            ),
            (
                "a term twice",
                "course/glossary.yml",
                "Cera,",
                "alza,",
                (
                    "MB194",
                    "course/glossary.yml",
                    3,
                    "delete one of the two, or give it another name",
                ),
            ),
            (
                "feedback at the margin",
                QUIZ,
                "    > Trabaja",
                "> Trabaja",
                (
                    "MB147",
                    QUIZ,
                    14,
                    "put four spaces before it, as feedback belongs to the option above",
                ),
            ),
            (
                "an id twice",
                QUIZ,
                "#cuanto",
                "#quien",
                ("MB103", QUIZ, 21, "choose another id for one of the two"),
            ),
            (
                "a unit",
                QUIZ,
                "30,5 ± 1",
                "30 kg",
                ("MB119", QUIZ, 26, "write '- = 30', and the unit in the question"),
            ),
            (
                "units",
                QUIZ,
                "30,5 ± 1",
                "16 % .. 20 %",
                ("MB119", QUIZ, 26, "write '- = 16 .. 20', and the unit in the question"),
            ),
            (
                "degrees",
                QUIZ,
                "30,5 ± 1",
                "-3.5 °C ± 1 °C",
                ("MB119", QUIZ, 26, "write '- = -3.5 ± 1', and the unit in the question"),
            ),
            ("a dash", QUIZ, "30,5 ± 1", "16-20", ("MB119", QUIZ, 26, "write '- = 16 .. 20'")),
            (
                "a word",
                QUIZ,
                "30,5 ± 1",
                "treinta",
                ("MB119", QUIZ, 26, "write '- = 3.5', '- = 3.5 ± 0.1' or '- = 10 .. 12'"),
            ),
            ("per cent", QUIZ, "mark: 60", "mark: 60%", ("MB018", QUIZ, 2, "write 60")),
            (
                "no whole number",
                QUIZ,
                "mark: 60",
                "mark: 60.5",
                ("MB018", QUIZ, 2, "write a number such as 3"),
            ),
            (
                "backslashes",
                PAGE,
                "../../media/",
                "..\\..\\media\\",
                ("MB004", PAGE, 8, "write '/' between folders and names"),
            ),
            (
                "a blank in a name",
                PAGE,
                "caja.svg",
                "la caja.svg",
                ("MB150", PAGE, 8, "rename the file, without blanks in its name"),
            ),
            (
                "half a formula",
                PAGE,
                "2n$$",
                "2n",
                ("MB150", PAGE, 10, "write '$$' where the formula ends, too"),
            ),
            (
                "no signs of a formula",
                PAGE,
                "$$m = 2n$$",
                "Es \\frac{1}{2}.",
                ("MB150", PAGE, 10, "write formulas between dollar signs: '$x^2$'"),
            ),
            (
                "a choice without a link",
                SCENES,
                "[“Adiós.”](#fin)",
                "“Adiós.”",
                (
                    "MB131",
                    SCENES,
                    26,
                    "write '[words](#scene)', with the id of the scene that it leads to",
                ),
            ),
        ]
    ],
)
def test_a_mistake_is_told_once_at_its_place(
    sound: Path,
    tmp_path: Path,
    file: str,
    right: str,
    wrong: str,
    found: tuple[str, str, int, str],
) -> None:
    for name, text in COURSE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(
            text.replace(right, wrong, 1) if name == file else text, "utf-8"
        )
    lock = "course/course.lock"
    (tmp_path / lock).write_bytes((sound / lock).read_bytes())
    assert right in COURSE[file]
    *others, last = sorted(findings(tmp_path), key=lambda finding: finding == found)
    assert last == found
    assert {code for code, *_ in others} <= FOLLOWS.get(found[0], set())


FOLLOWS = {"MB147": {"MB113", "MB201"}}
"""What is said beside the mistake: that the option above lacks others, and its feedback."""


def test_a_comment_that_is_not_closed_is_one_mistake(sound: Path, tmp_path: Path) -> None:
    for name, text in COURSE.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text.replace("kind=single -->", "kind=single"), "utf-8")
    lock = "course/course.lock"
    (tmp_path / lock).write_bytes((sound / lock).read_bytes())
    help = "write ' -->' at the end of this line"
    found = findings(tmp_path)
    assert ("MB125", QUIZ, 8, help) in found
    assert {code for code, *_ in found} == {"MB110", "MB125"}  # its answers are in the comment
