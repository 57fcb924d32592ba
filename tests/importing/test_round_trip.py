"""A course out and in again: what comes back is what went out, but for what the matrix names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from imports import asked, bread, brought, course_at, package_of, tree
from moocbuild.importing.readback import facts
from moocbuild.lower import features
from moocbuild.model.course import Course
from moocbuild.model.interactions import ChoiceInteraction, ExtendedTextInteraction
from moocbuild.model.question import Feature, Question, TextEntryInteraction
from moocbuild.model.spellings import spellings
from moocbuild.model.survey import SurveyInteraction
from moocbuild.targets import targets
from moocbuild.words.languages import truth
from test_diagnostics import HERE

REFERENCE = HERE.parent
SUFFIX = {"gift": "txt", "moodle-xml": "xml", "cc-1.1": "imscc", "cc-1.3": "imscc"}


def kept(target: str, question: Question) -> Mapping[str, object]:
    """What a question says, without what the matrix says that the target does not keep."""
    said = dict(facts(question))
    said["the text"] = re.sub(r"\(\d\)\s____", "____", said["the text"][0])
    said["the answers"] = tuple(
        (truth(text) or text, score, numbers) for text, score, numbers in said["the answers"]
    )
    fates = features(targets()[target])
    if not fates[Feature.PARTIAL_CREDIT].kept:
        said["the answers"] = tuple(
            (text, float(score == 1.0), numbers) for text, score, numbers in said["the answers"]
        )
    kind, points, critical = said["the kind"]
    said["the kind"] = (
        kind,
        points if fates[Feature.POINTS].kept else 1.0,
        critical and fates[Feature.CRITICAL].kept,
    )
    if not fates[Feature.HINT].kept:
        said.pop("the hint")
    return said


@pytest.mark.parametrize("target", list(SUFFIX))
def test_every_kind_in_another_language(target: str, tmp_path: Path) -> None:
    course = course_at(bread(tmp_path / "bread"))
    compared(course, target, tmp_path, language="de")


@pytest.mark.parametrize("target", ["gift", "moodle-xml", "cc-1.3"])
@pytest.mark.parametrize("name", ["fractions", pytest.param("bicycle", marks=pytest.mark.audit)])
def test_courses_of_other_subjects(target: str, name: str, tmp_path: Path) -> None:
    compared(course_at(HERE / "courses" / name), target, tmp_path)


@pytest.mark.audit
@pytest.mark.parametrize("target", ["gift", "moodle-xml", "cc-1.3"])
def test_the_reference_course(target: str, tmp_path: Path) -> None:
    compared(course_at(REFERENCE), target, tmp_path)


def compared(course: Course, target: str, tmp_path: Path, **ask: str) -> None:
    file = tmp_path / f"package.{SUFFIX[target]}"
    sent = package_of(course, target, file)
    made = brought(tmp_path / "made", file, **{"language": course.language, **ask})
    came = asked(course_at(tmp_path / "made"))
    assert not [each for each in made.found if each.rule.code == "MB468"]
    wanted = {each.id: each for each in sent.questions() if is_asked(each, target)}
    assert set(came) == set(wanted)
    different = {}
    for id, question in wanted.items():
        before, after = kept(target, question), kept(target, came[id])
        names = [name for name in before if before[name] != after[name]]
        names = [name for name in names if not is_told(name, question, came[id], target)]
        if names:
            different[id] = [(name, before[name], after[name]) for name in names]
    assert not different


def is_asked(question: Question, target: str) -> bool:
    """Moodle has private writing as a description, and GIFT has surveys so, too; what only
    describes comes back as a page.
    """
    only_told: dict[str, tuple[type, ...]] = {
        "moodle-xml": (ExtendedTextInteraction,),
        "gift": (ExtendedTextInteraction, SurveyInteraction),
    }
    return not isinstance(question.interaction, only_told.get(target, ()))


def is_told(name: str, before: Question, after: Question, target: str) -> bool:
    """What Moodle tells at another place (report/matrix: match, order), or asks in another way."""
    asks, came = before.interaction, after.interaction
    if isinstance(asks, TextEntryInteraction) and isinstance(came, TextEntryInteraction):
        right = {each for a in asks.answers if a.correct for each in spellings(a)}
        written = {answer.text for answer in asks.answers}
        return written <= {a.text for a in came.answers} | right and all(
            a.text in right for a in came.answers if a.correct
        )
    if target not in ("moodle-xml", "gift"):
        return False
    if name == "the text" and target == "gift" and before.hint:
        asked_and_hinted = (before.prompt.plain, before.hint.plain)
        return all(said in after.prompt.plain for said in asked_and_hinted)
    told = after.explanation.plain
    rows = getattr(before.interaction, "rows", getattr(before.interaction, "steps", ()))
    feedback = [row.feedback.plain for row in rows if row.feedback]
    if name in ("the explanation", "the pairs") and feedback:
        return all(said in told for said in feedback) and before.explanation.plain in told
    survey = isinstance(before.interaction, SurveyInteraction)
    return survey and isinstance(after.interaction, ChoiceInteraction)


def test_what_was_imported_comes_back_as_it_is(tmp_path: Path) -> None:
    """Imported, built, and what was built imported: the same texts, byte for byte."""
    package_of(course_at(bread(tmp_path / "bread")), "moodle-xml", tmp_path / "first.xml")
    brought(tmp_path / "one", tmp_path / "first.xml", language="de", title="Brot")
    again = course_at(tmp_path / "one")
    (tmp_path / "again").mkdir()
    package_of(again, "moodle-xml", tmp_path / "again" / "first.xml")
    brought(tmp_path / "two", tmp_path / "again" / "first.xml", language="de", title="Brot")
    one, two = (
        {k: v for k, v in tree(tmp_path / name).items() if k.startswith("quizzes/")}
        for name in ("one", "two")
    )
    assert one == two


def test_questions_are_written_as_they_were_read(tmp_path: Path) -> None:
    """The writer is the inverse of the reader: every kind, with nothing between them."""
    from imports import DAY
    from moocbuild.importing.brought import Bank, Brought, Unit
    from moocbuild.importing.files import Wished, course_files

    course = course_at(bread(tmp_path / "bread"))
    quiz = next(page for page in course.pages() if hasattr(page, "questions") and page.questions)
    bank = Bank(
        title="Brot", id="quiz", intro=quiz.intro, questions=quiz.questions, span=quiz.span
    )
    unit = Unit(title="Listening", id="listening", pages=(bank,))
    wished = Wished(id="x", title="x", language="de", licence="", released=DAY)
    files = course_files(Brought(units=(unit,)), wished)
    text = files["quizzes/01-listening.md"].decode()
    (bread(tmp_path / "made") / "quizzes/01-listening.md").write_text(text, "utf-8")
    come = asked(course_at(tmp_path / "made"))
    for id, question in asked(course).items():
        assert facts(come[id]) == facts(question), text
        assert come[id].title == question.title


@pytest.mark.parametrize("target", ["cc-1.1", "cc-1.3"])
def test_pages_do_not_grow(target: str, tmp_path: Path) -> None:
    """The language around a page, the hash before a picture's name, and the page about the course
    were kept each time."""
    sun = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="4"/></svg>'
    (tmp_path / "site").mkdir()
    (tmp_path / "site/sun.svg").write_text(sun, "utf-8")
    (tmp_path / "site/index.md").write_text("# Sky\n\nText.\n\n![The sun](sun.svg)\n", "utf-8")
    brought(tmp_path / "one", tmp_path / "site", language="en")
    package_of(course_at(tmp_path / "one"), target, tmp_path / "first.imscc")
    brought(tmp_path / "two", tmp_path / "first.imscc", language="en")
    package_of(course_at(tmp_path / "two"), target, tmp_path / "second.imscc")
    brought(tmp_path / "three", tmp_path / "second.imscc", language="en")
    one, two, three = (
        {Path(k).name: v for k, v in tree(tmp_path / n).items() if "/01-" in k and k[-3:] == ".md"}
        for n in ("one", "two", "three")
    )
    assert one and one == two == three
