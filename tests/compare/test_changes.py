"""Every kind of change is told, in folders and in packages alike, and nothing else is."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from compare.bread import (
    COURSE,
    FILES,
    FRAMEWORK,
    LESSON,
    OVEN,
    PICTURE,
    QUIZ,
    STORY,
    bread,
    edited,
)
from moocbuild.build import load
from moocbuild.compare.changes import changes
from moocbuild.compare.facts import Facts, facts
from moocbuild.compare.slim import NotFactsError, packed, unpacked
from moocbuild.compare.told import told
from moocbuild.diagnostics import Collector
from moocbuild.errors import TwoCoursesError
from moocbuild.model.course import Course
from moocbuild.words import words

OUTSIDE = "## Dehors" + FILES[STORY].partition("## Dehors")[2].partition("## Dedans")[0]
LATER = "## Plus tard\n<!-- #tard end -->\n\nFin.\n\n## Dedans"
TRUE = """\
## Vrai ?
<!-- #vrai -->

`P.1`

Est-ce ?

- [x] Vrai
- [ ] Faux
    > Si.

## Le mot"""
ROWS: Mapping[str, tuple[dict[str, str | None], str, str]] = {
    "right": (
        edited(QUIZ, ("- [x] Un peu", "- [ ] Un peu"), ("- [ ] Beaucoup", "- [x] Beaucoup")),
        "Answers, points and limits (1)",
        "“Le sel” (sel, on la-pate/quiz): “Beaucoup” earns 100 %, before 0 %;"
        " “Un peu” earns 0 %, before 100 %",
    ),
    "share": (edited(QUIZ, ("`0.5`", "`0.25`")), "Answers, points and limits (1)",
        "“Le sel” (sel, on la-pate/quiz): “Très peu” earns 25 %, before 50 %"),
    "moved option": (edited(QUIZ, ("- [ ] Beaucoup\n    > Trop salé.\n", ""),
        ("\n\n> [!TIP]", "\n- [ ] Beaucoup\n    > Trop salé.\n\n> [!TIP]")),
        "", ""),
    "steps": (edited(QUIZ, ("1. Peser\n2. Pétrir", "1. Pétrir\n2. Peser")),
        "Answers, points and limits (1)",
        "“L'ordre” (ordre, on la-pate/quiz): “Pétrir” is step 1, before 2;"
        " “Peser” is step 2, before 1"),
    "pair": (edited(QUIZ, ("levure | rapide", "levure | lent")), "Answers, points and limits (1)",
        "“Les paires” (paires, on la-pate/quiz): “levure” goes with “lent”, before with “rapide”"),
    "range": (edited(QUIZ, ("220..250", "230..250")), "Answers, points and limits (1)",
        "“La chaleur” (chaleur, on la-pate/quiz): 230 – 250 is right, before 220 – 250"),
    "wrong range": (edited(QUIZ, ("!= 100", "!= 90")), "Answers, points and limits (1)",
        "“La chaleur” (chaleur, on la-pate/quiz): 90 is foreseen as wrong, before 100"),
    "words": (edited(QUIZ, ("- = levain\n", "- = pâte mère\n")), "Answers, points and limits (1)",
        "“Le mot” (mot, on la-pate/quiz): “pâte mère” is right now; “levain” is no longer right"),
    "wrong word": (edited(QUIZ, ("- != levure\n    > Presque.\n", "- = levure\n")),
        "Answers, points and limits (1)",
        "“Le mot” (mot, on la-pate/quiz): “levure” earns 100 %, before 0 %"),
    "gap": (edited(QUIZ, ("2. - = pétrir", "2. - = pétrir\n   - = malaxer")),
        "Answers, points and limits (1)",
        "“Les trous” (trous, on la-pate/quiz): “[2] malaxer” is right now"),
    "points": (edited(QUIZ, ("#sel", "#sel points=2")), "Answers, points and limits (1)",
        "“Le sel” (sel, on la-pate/quiz): points (1 → 2)"),
    "critical": (edited(QUIZ, ("#sel", "#sel critical")), "Answers, points and limits (1)",
        "“Le sel” (sel, on la-pate/quiz): must be right (no → yes)"),
    "limits": (edited(QUIZ, ("pass_mark: 70", "pass_mark: 80"), ("attempts: 2", "time_limit: 5")),
        "Answers, points and limits (1)",
        "“Vérifiez” (la-pate/quiz): pass mark (70 → 80); attempts (2 → any number);"
        " time limit in minutes (none → 5)"),
    "way": (edited(STORY, ("(#dedans) `P.2 2`", "(#dehors) `P.2 1`")),
        "Answers, points and limits (1)",
        "“À la porte” (la-pate/le-client#porte): “Ouvrir” leads to “Dehors” now;"
        " “Ouvrir” counts 1 for P.2, before 2"),
    "lost question": (edited(QUIZ, ("#mot", "#parole"), ("Comment s'appelle", "Quel est")),
        "Ids lost: what learners did there is no longer counted (1)",
        "“Le mot” (mot, on la-pate/quiz): question"),
    "other id": (edited(QUIZ, ("#mot", "#parole")),
        "Ids lost: what learners did there is no longer counted (1)",
        "“Le mot” (mot, on la-pate/quiz): question; “parole” says the same: if it is the same"
        " thing, give it the old id"),
    "lost page": ({"course/02-le-four/01-cuire.md": None},
        "Ids lost: what learners did there is no longer counted (1)",
        "“Cuire” (le-four/cuire): activity"),
    "lost scene": (edited(STORY, ("(#dehors)", "(#dedans)"), (OUTSIDE, "")),
        "Ids lost: what learners did there is no longer counted (1)",
        "“Dehors” (la-pate/le-client#dehors): scene"),
    "lost option": (edited(QUIZ, ("- [ ] `0.5` Très peu\n    > Presque.\n", "")),
        "Ids lost: what learners did there is no longer counted (1)",
        "“Le sel” (sel, on la-pate/quiz): “Très peu” is gone; it earned 50 %"),
    "new page": ({"course/02-le-four/02-dorer.md": "---\nitems: [P.2]\n---\n\n# Dorer\n\nOr.\n"},
        "New activities (1)", "“Dorer” (le-four/dorer)"),
    "new question": (edited(QUIZ, ("## Le mot", TRUE)),
        "New questions (1)", "“Vrai ?” (vrai, on la-pate/quiz)"),
    "new scene": (edited(STORY, ("## Dedans", LATER)),
        "New scenes (1)", "“Plus tard” (la-pate/le-client#tard)"),
    "new choice": (edited(STORY, ("`P.2 1`", "`P.2 1`\n- [Dormir](#porte)")),
        "New options and choices (1)",
        "“Dehors” (la-pate/le-client#dehors): new choice: “Dormir”"),
    "sections": (edited(COURSE, ("[01-la-pate, 02-le-four]", "[02-le-four, 01-la-pate]")),
        "Another order of sections (1)", "Le four, La pâte"),
    "activities": ({LESSON: None, "course/01-la-pate/03-petrir.md": FILES[LESSON]},
        "Another order of activities (1)", "“La pâte” (la-pate)"),
    "moved": ({"course/02-le-four/01-cuire.md": None, "course/01-la-pate/09-cuire.md":
        FILES["course/02-le-four/01-cuire.md"].replace("items:", "id: le-four/cuire\nitems:")},
        "Moved to another place (1)", "“Cuire” (le-four/cuire): now in “La pâte”"),
    "renamed": (edited(OVEN, ("# Le four", "# Le fournil")), "Renamed (1)",
        "“Le fournil” (le-four): name (“Le four” → “Le fournil”)"),
    "footnote": (edited(LESSON, ("dix minutes", "douze minutes")), "Changed texts (1)",
        "“Pétrir” (la-pate/petrir): text: “… Un pain rond Comptez dix minutes.” →"
        " “… Un pain rond Comptez douze minutes.”"),
    "description of a picture": (edited(LESSON, ("Un pain rond", "Un pain long")),
        "Changed texts (1)",
        "“Pétrir” (la-pate/petrir): text: “… de travail. Un pain rond Comptez dix minutes.” →"
        " “… de travail. Un pain long Comptez dix minutes.”"),
    "markup alone": (edited(LESSON, ("**ne colle plus**", "*ne colle plus*")), "", ""),
    "hint": (edited(QUIZ, ("> [!TIP]\n> Goûtez.\n\n", "")), "Changed texts (1)",
        "“Le sel” (sel, on la-pate/quiz): hint: left out, it was “Goûtez.”"),
    "feedback": (edited(QUIZ, ("> Trop salé.", "> Bien trop salé.")), "Changed texts (1)",
        "“Le sel” (sel, on la-pate/quiz): feedback of “Beaucoup”:"
        " “Trop salé.” → “Bien trop salé.”"),
    "scene": (edited(STORY, ("Il frappe.", "Il frappe fort.")), "Changed texts (1)",
        "“Dehors” (la-pate/le-client#dehors): text: “Il frappe.” → “Il frappe fort.”"),
    "statement": (edited(FRAMEWORK, ("Cuit un pain", "Cuit du pain")), "Changed texts (1)",
        "P.2: statement: “Cuit un pain.” → “Cuit du pain.”"),
    "media": ({PICTURE: FILES[PICTURE].replace("4", "3")}, "Pictures, films and files (1)",
        "media/pain.svg: another file, on “Pétrir”"),
    "competencies": (edited(LESSON, ("items: [P.1]", "items: [P.2]")), "Competencies (1)",
        "“Pétrir” (la-pate/petrir): competencies: now with “P.2”; competencies: no longer “P.1”"),
    "licence": (edited(COURSE, ("CC0-1.0", "CC-BY-4.0")), "Settings and lists (1)",
        "licence (“CC0-1.0” → “CC-BY-4.0”)"),
    "track": (edited(COURSE, ("En bref, modules: [01-la-pate]", "En bref, modules: [02-le-four]")),
        "Settings and lists (1)",
        "“En bref” (court): modules: now with “le-four”; modules: no longer “la-pate”"),
    "look": (edited(COURSE, ("language: fr", "language: fr\ntheme: {accent: '#0b5c5c'}")),
        "Look (1)", "logo, cover, colour, font, footer or style sheet"),
}  # fmt: skip


def course_at(root: Path) -> Course:
    course = load(root, Collector(), datetime.date.min).course
    assert course is not None
    return course


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Course:
    root = bread(tmp_path_factory.mktemp("bread"))
    report = Collector()
    course = load(root, report, datetime.date.min).course
    assert course is not None and not report.failed, report.found
    return course


@pytest.fixture(params=ROWS)
def row(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    return name


def lines(old: Facts, new: Facts) -> list[tuple[str, str]]:
    groups = told(changes(old, new), words("en"))
    return [(each.heading, line) for each in groups for line in each.lines]


def test_a_change_is_told(row: str, before: Course, tmp_path: Path) -> None:
    files, heading, line = ROWS[row]
    found = lines(facts(before), facts(course_at(bread(tmp_path / "new", files))))
    if not heading:
        assert found == []
        return
    assert (heading, line) in found
    several = {"lost question": 2, "other id": 2, "lost scene": 2, "wrong word": 2}
    assert len(found) == several.get(row, 1), found


def test_packages_tell_the_same(row: str, before: Course, tmp_path: Path) -> None:
    """All of what and where; of longer texts not how."""
    new = course_at(bread(tmp_path / "new", ROWS[row][0]))
    whole = changes(facts(before), facts(new))
    for old, other in (
        (unpacked(packed(before)), unpacked(packed(new))),
        (unpacked(packed(before)), facts(new)),
        (facts(before), unpacked(packed(new))),
    ):
        found = changes(old, other)
        assert [(c.group, c.kind, c.id) for c in found] == [(c.group, c.kind, c.id) for c in whole]
        assert {c.what for c in found} <= {c.what for c in whole} | {"text_alone"}


def test_backwards_is_told_as_well(row: str, before: Course, tmp_path: Path) -> None:
    files, heading, _ = ROWS[row]
    new = course_at(bread(tmp_path / "new", files))
    assert bool(lines(facts(new), facts(before))) == bool(heading)


def test_a_course_is_as_it_is(before: Course, tmp_path: Path) -> None:
    again = course_at(bread(tmp_path / "again"))
    assert changes(facts(before), facts(again)) == ()
    assert packed(before) == packed(again)
    assert changes(unpacked(packed(before)), facts(again)) == ()


def test_letters_that_are_not_frozen_mislead_nobody(tmp_path: Path) -> None:
    """Without a lock, letters are places: an order is found by its steps."""
    courses = []
    for name, files in (("old", {}), ("new", ROWS["steps"][0])):
        root = bread(tmp_path / name, {**files, "course/course.lock": None})
        courses.append(facts(course_at(root)))
    assert lines(*courses) == [ROWS["steps"][1:]]


def test_answers_come_first_and_lost_ids_next(before: Course, tmp_path: Path) -> None:
    files = {**ROWS["lost page"][0], **ROWS["renamed"][0], **ROWS["right"][0], **ROWS["media"][0]}
    groups = told(
        changes(facts(before), facts(course_at(bread(tmp_path / "n", files)))), words("en")
    )
    assert [each.heading.partition(" ")[0] for each in groups] == [
        *("Answers,", "Ids", "Renamed", "Pictures,")
    ]
    assert [each.loud for each in groups] == [False, True, False, False]


def test_two_courses_are_not_compared(before: Course, tmp_path: Path) -> None:
    other = course_at(bread(tmp_path / "n", edited(COURSE, ("id: le-pain", "id: le-vin"))))
    with pytest.raises(TwoCoursesError, match="'le-pain' and 'le-vin' are two courses"):
        changes(facts(before), facts(other))


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "damaged"),
        (b"[]", "damaged"),
        (b"{}", "damaged"),
        (b'{"form": 1, "parts": 3}', "damaged"),
        (b'{"form": 1, "parts": []}', "damaged"),
        (b'{"form": "x", "parts": []}', "damaged"),
        (b'{"form": 99}', "newer"),
        (b"[" * 100_000, "damaged"),
    ],
)
def test_what_is_no_summary_is_refused(data: bytes, why: str) -> None:
    with pytest.raises(NotFactsError, match=why):
        unpacked(data)


def test_no_long_text_is_in_a_summary(before: Course) -> None:
    data = packed(before).decode()
    assert "Comptez dix minutes" not in data and "Presque" in data  # eight letters weigh no more
    assert json.loads(data)["course"]["id"] == "le-pain"
