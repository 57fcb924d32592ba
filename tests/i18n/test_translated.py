"""A course in another language: the same ids, letters and answers; what is left says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from i18n.courses import (
    catalogue,
    in_language,
    loaded,
    messages,
    packages,
    pseudo_course,
    with_catalogue,
    with_texts,
)
from moocbuild.build import BuildRequest, Loaded, in_every
from moocbuild.compare.facts import facts
from moocbuild.diagnostics import Collector, Severity
from moocbuild.i18n.leaves import Leaf, Place
from moocbuild.i18n.pseudo import pseudo
from moocbuild.i18n.sound import problems
from moocbuild.model.course import Course
from moocbuild.model.question import Question
from moocbuild.model.scenario import Scenario
from moocbuild.model.text import attribute, walk, words_of
from moocbuild.model.walk import texts
from test_diagnostics import HERE
from whole.courses import COURSES, root

MINIMAL = HERE / "courses" / "minimal"


def translated(found: Loaded, language: str, **words: str) -> tuple[Course, list[str]]:
    """A course with translations by the words that they are of; and what was found wrong."""
    made = catalogue(found, language, lambda m: words.get(m.words, ""))
    return judged(with_catalogue(found, language, made), language)


def judged(found: Loaded, language: str) -> tuple[Course, list[str]]:
    report = Collector()
    course = in_language(found, language, report)
    wrong = [d for d in report.found if d.rule.severity > Severity.NOTE]
    return course, [f"{d.rule.code} {d.span.path}:{d.span.line} {d.message}" for d in wrong]


# --- nothing that records hang on changes -------------------------------------------------------


def bones(course: Course) -> Iterator[object]:
    """All that learners' records depend on."""
    for page in course.pages():
        yield page.id, page.ordinal, type(page)
        if isinstance(page, Scenario):
            for scene in page.scenes:
                yield scene.id, scene.ordinal, [(c.id, c.goes_to) for c in scene.choices]
        else:
            yield from map(_bones, page.questions)


def _bones(question: Question) -> object:
    asks = question.interaction
    parts = [
        (each.id, getattr(each, "score", None), getattr(each, "right", None))
        for name in ("choices", "steps", "rows", "options", "statements", "gaps")
        for each in getattr(asks, name, ())
    ]
    return question.key, question.kind, question.ordinal, question.points, parts


@pytest.mark.parametrize("name", COURSES)
def test_ids_numbers_and_letters_are_the_same_in_every_language(name: str) -> None:
    original = loaded(root(name)).course
    assert original is not None
    other = pseudo_course(root(name), "nb", Collector())
    assert list(bones(other)) == list(bones(original))
    anchors = [anchors_of(course) for course in (original, other)]
    assert anchors[0] == anchors[1] and anchors[0]


def anchors_of(course: Course) -> list[str]:
    found = (e for page in course.pages() for t in texts(page) for e in walk(t.nodes))
    return [attribute(each, "id") for each in found if attribute(each, "id")]


def test_true_and_false_stay_such_a_question_in_words_that_no_language_knows() -> None:
    asked = "## Is it?\n<!-- #silence -->\n\n`L.1`\n\nIs it?\n\n- [x] True\n- [ ] False\n"
    found = reread(MINIMAL, {"quizzes/01-listening.md": f"# Asked\n\n{asked}"})
    course, wrong = translated(found, "ro", **{"True": "Așa e", "False": "Nu e așa"})
    assert not [each for each in wrong if each.startswith(("MB11", "MB12", "MB27"))]
    (question,) = course.questions()
    assert question.kind == "truefalse"


def reread(folder: Path, texts: dict[str, str]) -> Loaded:
    """A course with other texts, read as its author's."""
    from moocbuild.source.course import load_course

    found = with_texts(loaded(folder), texts)
    course, ids = load_course(found.tree, lambda _: None)
    assert course is not None
    return replace(found, course=course, ids=ids)


# --- what is not translated ---------------------------------------------------------------------


def test_what_is_left_says_its_language() -> None:
    course, wrong = translated(
        loaded(MINIMAL),
        "fr",
        **{"A gap is not empty. [@Book2020]": "Un vide n’est pas vide. [@Book2020]"},
    )
    assert wrong == []
    page = packages(course)["web"].members["listening.silence.html"]
    assert isinstance(page, bytes)
    text = page.decode()
    assert '<html lang="fr"' in text
    assert "<p>Un vide n’est pas vide." in text
    assert '<h1><span lang="en">When someone goes quiet</span></h1>' in text
    assert '<h2 id="why" lang="en">Why it helps</h2>' in text
    assert '<p lang="en">The other person may be looking for words.</p>' in text
    quiz = packages(course)["web"].members["listening.quiz.html"]
    assert isinstance(quiz, bytes)
    assert '<span lang="en">Stay quiet for a moment.</span></label>' in quiz.decode()
    assert '<p lang="en">She has room.</p>' in quiz.decode()
    about = packages(course)["web"].members["about.html"]
    assert isinstance(about, bytes)
    told = "1 textes sur 17. Langue des autres\N{NARROW NO-BREAK SPACE}: "
    assert f'{told}<span lang="en">English</span>' in about.decode()


def test_a_text_that_runs_the_other_way_says_that_too() -> None:
    course, wrong = translated(loaded(MINIMAL), "ar")
    assert [each for each in wrong if not each.startswith("MB226")] == []
    page = packages(course)["web"].members["listening.silence.html"]
    assert isinstance(page, bytes)
    assert '<p lang="en" dir="ltr">The other person' in page.decode()


GLOSSARY = """
terms:
  - term: zeal
    definition: "Much wish."
  - term: school
    definition: "A place: “to learn”."
  - term: edge
    definition: "Where it ends."
"""


@pytest.mark.parametrize(
    ("language", "order"), [("fr", ["école", "été", "zèle"]), ("sv", ["zon", "ände", "öppen"])]
)
def test_values_keep_their_blanks_and_terms_have_their_place_in_the_alphabet(
    language: str, order: list[str]
) -> None:
    found = reread(MINIMAL, {"course/glossary.yml": GLOSSARY})
    first, second, third = order
    definition = (
        "Un lieu\N{NARROW NO-BREAK SPACE}: «\N{NO-BREAK SPACE}apprendre\N{NO-BREAK SPACE}»."
    )
    course, _ = translated(
        found,
        language,
        zeal=third,
        school=first,
        edge=second,
        **{"A place: “to learn”.": definition},
    )
    assert [term.term for term in course.glossary] == order
    assert course.glossary[0].definition.plain == definition


def test_a_cell_that_is_left_is_marked_beside_one_that_is_not() -> None:
    page = "# Table\n\n| One | Two |\n|---|---|\n| three | four |\n"
    found = reread(MINIMAL, {"course/01-listening/01-silence.md": page})
    course, wrong = translated(found, "fr", One="Un", four="quatre")
    assert wrong == []
    lesson = next(p for p in course.pages() if p.id == "listening/silence")
    cells = {
        words_of(each[2]): attribute(each, "lang")
        for text in texts(lesson)
        for each in walk(text.nodes)
        if each[0] in ("td", "th")
    }
    assert cells == {"Un": "", "Two": "en", "three": "en", "quatre": ""}


def test_a_fuzzy_translation_does_not_count() -> None:
    found = loaded(MINIMAL)
    made = catalogue(found, "fr", lambda m: pseudo(m.words))
    key = next(key for key, entry in made.entries.items() if entry.words == "Welcome.")
    entries = {**made.entries, key: replace(made.entries[key], flags=frozenset({"fuzzy"}))}
    report = Collector()
    course = in_language(with_catalogue(found, "fr", replace(made, entries=entries)), "fr", report)
    assert course.translation is not None
    assert course.translation.total - course.translation.done == 1


# --- texts of their own -------------------------------------------------------------------------

QUIZ = """\
# Vérifiez

## Elle se tait
<!-- #silence -->

`L.1` `L.2`

Elle regarde le sol.

- [ ] Demander.
    > Non.
- [x] Attendre.
    > Oui.
"""


def with_quiz(text: str, name: str = "fr") -> Loaded:
    return with_texts(loaded(MINIMAL), {f"quizzes/01-listening.{name}.md": text})


def test_a_text_may_stand_whole_in_the_place_of_another() -> None:
    for name, language in (("fr", "fr"), ("fr", "fr-BE"), ("fr-BE", "fr-BE")):
        listed = with_quiz(QUIZ, name)
        made = catalogue(listed, language, lambda _: "")
        course, wrong = judged(with_catalogue(listed, language, made), language)
        assert wrong == []
        (question,) = course.questions()
        assert [c.text.plain for c in question.interaction.offered] == ["Demander.", "Attendre."]
        assert [c.id for c in question.interaction.offered] == ["a", "b"]


@pytest.mark.parametrize(
    "old, new, told",
    [
        ("#silence", "#autre", "'#autre' is not in the original"),
        ("- [ ] Demander.\n    > Non.\n", "", "other options or right answers"),
        ("- [x]", "- [ ]", "MB111"),
        ("- [ ] D", "- [x] D", "MB112"),
        ("`L.1` `L.2`", "`L.1`", "other points or items"),
        ("#silence -->", "#silence points=2 -->", "other points or items"),
        (
            "## Elle",
            "## Autre\n<!-- #x -->\n\nOui ?\n\n- [x] a\n- [ ] b\n\n## Elle",
            "'#x' is not",
        ),
    ],
)
def test_but_it_asks_the_same(old: str, new: str, told: str) -> None:
    assert old in QUIZ
    _, wrong = judged(with_quiz(QUIZ.replace(old, new, 1)), "fr")
    assert any(told in each and "quizzes/01-listening.fr.md:" in each for each in wrong), wrong


def test_a_picture_may_have_a_version_of_its_own() -> None:
    folder = root("git-basics")
    found = loaded(folder)
    path = next(p for p in found.tree.media if p.endswith("lantern.svg"))
    other = path.replace(".svg", ".fr.svg")
    tree = replace(found.tree, media={**found.tree.media, other: found.tree.media[path]})
    made = catalogue(found, "fr", lambda m: pseudo(m.words))
    course, wrong = judged(with_catalogue(replace(found, tree=tree), "fr", made), "fr")
    assert wrong == []
    assert path in course.assets and other not in course.assets


# --- what is wrong is told where it was written --------------------------------------------------


def leaf(words: str, form: str = "paragraph") -> Leaf:
    return Leaf(Place(1, 0, 1, len(words)), words, form)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "words, made, told",
    [
        ("Go [back](../a.md).", "Allez [là](../a.md).", ""),
        ("Go [back](../a.md).", "Allez.", "the link to '../a.md' is missing"),
        ("Go [back](../a.md).", "Allez [là](../a.md) et [là](../a.md).", "is not in the original"),
        ("Go [back](#x).", "Allez [là](#y).", "the link to '#x' is missing"),
        ("See [W](https://en.example.org/).", "Voir [W](https://fr.example.org/).", ""),
        ("See https://example.org.", "Voir.", "a link is missing"),
        ("![A bench](b.svg)", "![Un banc](b.fr.svg)", ""),
        ("![A bench](b.svg)", "Un banc", "a picture is missing"),
        ("Call {local_help}.", "Appelez {local_help}.", ""),
        ("Call {local_help}.", "Appelez {aide}.", "the placeholder {local_help} is missing"),
        ("So.[^1]", "Ainsi.", "the footnote [^1] is missing"),
        ("So. [@A1]", "Ainsi. [@A2]", "the source [@A1] is missing"),
        ("<kbd>A</kbd>", "<kbd>B</kbd>", ""),
        ("<kbd>A</kbd>", "B", "the tag </kbd> is missing"),
        ("One.", "[x] Un.", "it begins with a box"),
        ("One.", "Un.\n\nDeux.", "it has an empty line"),
        ("One.", "- Un.", "it is a list and no"),
        ("One.", "# Un.", "it is a heading and no"),
        ("One.", "1. Un.", "it is a numbered list"),
        ("One.", "Un.\n- [x] Deux.", "it is more than one paragraph"),
        ("One.", "> Un.", "it is a quotation"),
        ("One.", "<div>Un.</div>", "it is a block of HTML"),
        ("One.", "    Un.", "it is code"),
        ("One.", "[^2]: Un.", "there is nothing to read in it"),
        ("One.", "\\- Un.", ""),
        ("One.", "Un !", ""),
    ],
)
def test_a_translation_has_the_shape_and_the_marks_of_its_original(
    words: str, made: str, told: str
) -> None:
    known = "[^1]: Note."
    found = list(problems(leaf(words), made, known, gaps=False))
    assert any(told in each for each in found) if told else found == [], found


def test_a_share_is_no_part_of_an_option() -> None:
    option = replace(leaf("Wait."), marked="box")
    (told,) = problems(option, "`0.5` Attendre.", "", gaps=False)
    assert "a share of the points" in told


def test_gaps_stay() -> None:
    assert list(problems(leaf("A [1] b."), "Un [1] b.", "", gaps=True)) == []
    assert list(problems(leaf("A [1] b."), "Un b.", "", gaps=True)) == ["the gap [1] is missing"]


@pytest.mark.parametrize(
    "words, made, told",
    [
        ("Stay quiet for a moment.", "Ask about her tablets.", "MB133"),
        ("She falls silent", "Elle se\u202etait", "MB"),
        ("The other person may be looking for words.", "Un $x$ et $\\bad{$.", "MB149"),
    ],
)
def test_what_only_the_whole_course_shows_is_told_in_the_catalogue(
    words: str, made: str, told: str
) -> None:
    _, wrong = translated(loaded(MINIMAL), "fr", **{words: made})
    here = [each for each in wrong if "course/locale/fr.po:" in each]
    assert bool(here) == bool(told), wrong
    if told:
        path = catalogue(loaded(MINIMAL), "fr", lambda m: made if m.words == words else "")
        line = int(re.search(r"fr\.po:(\d+)", here[0])[1])  # type: ignore[index]
        from moocbuild.i18n.po import written

        assert made.split(" ")[0] in written(path).split("\n")[line - 1]


# --- what messages are --------------------------------------------------------------------------


def test_contexts_are_paths_of_ids_and_say_what_is_right() -> None:
    found = {each.context: each for each in messages(loaded(MINIMAL))}
    assert found["listening/quiz/silence/option-b"].comments == ("the right answer",)
    said = found["listening/quiz/silence/option-a/feedback"]
    assert said.comments == ("said of: Ask about her tablets.",)
    assert found["listening/silence/why"].words == "The other person may be looking for words."
    assert "framework/L/L.1/short-label" not in found


def contexts(page: str, **others: str) -> list[tuple[str, str]]:
    path = "course/01-listening/01-silence.md"
    found = messages(reread(MINIMAL, {path: page, **others}))
    return [
        (e.context.removeprefix("listening/silence"), e.words)
        for e in found
        if path in dict(e.places)
    ]


@pytest.mark.parametrize(
    "page, told",
    [
        ("# T\n\nA\nb  \nc\n", [("/title", "T"), ("", "A b\\\nc")]),
        ("# T\n\n> [!NOTE]\n> Kept.\n", [("/title", "T"), ("", "Kept.")]),
        ("# T\n\n`x` and `y`\n\n```\ncode\n```\n\n112\n", [("/title", "T"), ("", "`x` and `y`")]),
        (
            "# T\n\n*[HTML]: Hyper Text\n\nHTML\n",
            [("/title", "T"), ("/abbreviation", "Hyper Text"), ("", "HTML")],
        ),
        (
            "# T\n\n<details>\n<summary>Told</summary>\n\nIn it.\n\n</details>\n",
            [("/title", "T"), ("", "Told"), ("", "In it.")],
        ),
        ("# T\n\nSo.[^a]\n\n[^a]: Why.\n", [("/title", "T"), ("", "So.[^a]"), ("/note", "Why.")]),
        ("# T\n\n| a \\| b |\n|---|\n| c |\n", [("/title", "T"), ("", "a | b"), ("", "c")]),
        ("# T\n\n- [ ] not a question\n", [("/title", "T"), ("", "not a question")]),
    ],
)
def test_a_message_is_a_paragraph_as_it_is_written(page: str, told: list[tuple[str, str]]) -> None:
    assert contexts(page) == told


def test_a_pipe_in_a_cell_is_no_bar() -> None:
    page = "# T\n\n| a | b |\n|---|---|\n| c | d |\n"
    found = reread(MINIMAL, {"course/01-listening/01-silence.md": page})
    course, wrong = translated(found, "fr", c="x | y")
    assert wrong == []
    lesson = next(p for p in course.pages() if p.id == "listening/silence")
    rows = [e for t in texts(lesson) for e in walk(t.nodes) if e[0] == "tr"]
    assert [words_of(cell[2]) for cell in rows[1][2]] == ["x | y", "d"]


def test_origin_facts_of_a_translation_have_the_same_ids() -> None:
    original = loaded(root("fractions")).course
    assert original is not None
    other = pseudo_course(root("fractions"), "en", Collector())
    assert facts(original).keys() == facts(other).keys()


def test_what_a_target_changes_in_one_language_alone_is_told_once() -> None:
    """Open edX reads no decimal comma: of no concern to the author, but to two translations."""
    french = loaded(root("fractions")).course
    assert french is not None
    author, german = replace(french, language="en"), replace(french, language="de")
    wanted, report = BuildRequest(("olx",)), Collector()
    in_every(author, [author, french, german], wanted, report)
    codes = [each.rule.code for each in report.found]
    assert "MB337" in codes and len(codes) == len(set(codes))
    alone = Collector()
    in_every(author, [author], wanted, alone)
    assert [code for code in codes if code != "MB337"] == [e.rule.code for e in alone.found]
