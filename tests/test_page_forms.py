"""Lessons, quizzes and their front matter as they are written."""

from __future__ import annotations

import pytest

from moocbuild.model.course import Lesson, Quiz
from moocbuild.model.question import Question
from moocbuild.model.text import Text
from moocbuild.source.pages.lesson import read_lesson, read_own_page
from moocbuild.source.pages.quiz import read_quiz
from moocbuild.source.yaml.page_schema import QuizPage
from read_pages import opened, told

BOXES = "\n- [x] yes\n- [ ] no\n"
ASKED = f"## Now?\n<!-- #now kind=single -->\n\nWhat now?\n{BOXES}"


def lesson(text: str) -> tuple[Lesson, list[str]]:
    document, reader = opened(text)
    return read_lesson(document, reader), told(reader)


def quiz(front: str, body: str = ASKED) -> tuple[Quiz, list[str]]:
    document, reader = opened(f"---\n{front}---\n# Check\n\n{body}", "quizzes/01-m.md")
    return read_quiz(document, 60, reader), told(reader)


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        ("# A", "", 1),
        ("---\nkind: quiz\n---\n# A", "quiz", 4),
        ("---\nminutes: 3\n---\n# A", "", 4),
        ("---\n---\n# A", "", 3),
        ("---  \nkind: final\n---\t\n# A", "final", 4),
        ("---\nkind: [a]\n---\n# A", "", 4),
        ("---\n- kind\n---\n# A", "", 4),
        (" ---\nkind: quiz\n---\n# A", "", 1),
        ("", "", 1),
    ],
)
def test_front_matter(text: str, kind: str, line: int) -> None:
    document, reader = opened(text)
    assert (document.kind(), document.body_line, document.broken) == (kind, line, False)
    assert reader.findings == []


@pytest.mark.parametrize(
    ("text", "kind", "line", "findings"),
    [
        ("---\nkind: quiz\na: b: c\n---\n# A", "quiz", 5, ["MB010 3"]),
        ("---\na: b: c\n---\n# A", "", 4, ["MB010 2"]),
        ("---\nkind: quiz\n\n# A", "quiz", 4, ["MB020 1"]),
        ("---\nkind: quiz\n", "quiz", None, ["MB020 1"]),
    ],
)
def test_front_matter_that_is_broken(
    text: str, kind: str, line: int | None, findings: list[str]
) -> None:
    document, reader = opened(text)
    assert document.broken and document.kind() == kind
    assert line in (None, document.body_line)
    assert told(reader) == findings
    assert read_lesson(document, reader).kind == "lesson"


@pytest.mark.parametrize(
    ("text", "title", "findings"),
    [
        ("# A page\n\nText.", "A page", []),
        ("---\ntitle: A page\n---\n\nText.", "A page", []),
        ("---\ntitle: A page\n---\n# A  page\n\nText.", "A page", []),
        ("---\ntitle: Other\n---\n# A page\n\nText.", "A page", ["MB151 4"]),
        ("---\nminutes: 4\n---\nText.", "Untitled", ["MB122 4"]),
        ("Text.", "P", ["MB218 1"]),
        ("# A page", "A page", ["MB115 1"]),
        ("---\nminutes: many\n---\n# A page\n\nText.", "A page", ["MB018 2"]),
        ("---\nnothing: 1\nminutes: 4\n---\n# A page\n\nText.", "A page", ["MB017 2"]),
    ],
)
def test_titles(text: str, title: str, findings: list[str]) -> None:
    page, reported = lesson(text)
    assert (page.title, reported) == (title, findings)
    assert page.minutes == (4 if "minutes: 4" in text else 0)


def shape(page: Lesson) -> list[str]:
    """Ids of questions, and words of texts, in order."""
    return [
        part.id if isinstance(part, Question) else " ".join(part.plain.split())
        for part in page.parts
    ]


@pytest.mark.parametrize(
    ("body", "parts", "findings"),
    [
        (ASKED, ["now"], []),
        (f"Before.\n\n{ASKED}\n## After\n\nWords.\n", ["Before.", "now", "After Words."], []),
        ("## A\n\nOne.\n\n## B\n\nTwo.\n", ["A One. B Two."], []),
        (f"## Now?\n<!-- #now -->\n\n`L.1`\n\nWhat?\n{BOXES}", ["now"], []),
        (f"## Now?\n\nWhat?\n{BOXES}", ["Now? What? yes no"], []),
        ("## Now?\n\n`L.1`\n\nWhat?\n", ["Now? What?"], ["MB130 5"]),
        ("## Now?\n\n1. one\n2. two\n3. three\n", ["Now? one two three"], []),
        ("`L.1`\n\nWords.\n", ["L.1 Words."], []),
    ],
)
def test_questions_in_a_lesson(body: str, parts: list[str], findings: list[str]) -> None:
    page, reported = lesson(f"# A\n\n{body}")
    assert (shape(page), reported) == (parts, findings)


@pytest.mark.parametrize("body", ["Words[^1].\n\n", f"Words[^1].\n\n{ASKED}\n"])
def test_footnotes_come_last(body: str) -> None:
    page, findings = lesson(f"# A\n\n{body}[^1]: A note.\n")
    last = page.parts[-1]
    assert findings == [] and isinstance(last, Text)
    assert [node[0] for node in last.nodes][-1] == "notes"


def test_items_of_a_lesson_have_places() -> None:
    page, _ = lesson("---\nitems: [L.1, X]\n---\n# A\n\nText.")
    found = [(ref.code, ref.span.line, ref.span.column) for ref in page.competencies]
    assert found == [("L.1", 2, 9), ("X", 2, 14)]


def test_nothing_is_asked_beside_the_course() -> None:
    document, reader = opened(f"# A\n\nText.\n\n{ASKED}")
    page = read_own_page(document, reader)
    assert shape(page) == ["Text."] and page.kind == "page"
    assert told(reader) == ["MB162 5"]
    document, reader = opened("# A\n\nText.")
    assert read_own_page(document, reader).title == "A" and reader.findings == []


SURVEY = "## View\n<!-- #view kind=survey -->\n\nHow often?\n\n- [ ] often\n- [ ] rarely\n"


@pytest.mark.parametrize(
    ("front", "body", "graded", "findings"),
    [
        ("kind: quiz\n", ASKED, True, []),
        ("kind: quiz\ngraded: false\n", ASKED, False, []),
        ("kind: quiz\ngraded: true\n", ASKED, True, []),
        ("kind: final\n", ASKED, True, []),
        ("kind: pretest\n", ASKED, False, []),
        ("kind: pretest\ngraded: false\n", ASKED, False, []),
        ("kind: pretest\ngraded: true\n", ASKED, False, ["MB174 3"]),
        ("kind: quiz\n", SURVEY, False, []),
        ("kind: quiz\n", SURVEY + "\n" + ASKED, True, []),
        ("kind: quiz\n", "", False, []),
    ],
)
def test_what_is_graded(front: str, body: str, graded: bool, findings: list[str]) -> None:
    made, reported = quiz(front, body)
    assert (made.graded, reported) == (graded, findings)
    assert made.final == ("final" in front) and made.pretest == ("pretest" in front)


@pytest.mark.parametrize(
    ("front", "mark"),
    [("", 60), ("pass_mark: 80\n", 80), ("pass_mark: 0\n", 0), ("pass_mark:\n", 60)],
)
def test_the_pass_mark_is_the_course_s_unless_the_quiz_has_one(front: str, mark: int) -> None:
    assert quiz(f"kind: quiz\n{front}")[0].pass_mark == mark


@pytest.mark.parametrize(
    ("front", "comment", "findings"),
    [
        ("", "critical", []),
        ("attempts: 0\n", "critical", []),
        ("attempts: 2\n", "critical", ["MB175"]),
        ("attempts: 2\n", "kind=single", []),
    ],
)
def test_critical_questions_may_be_tried_again(
    front: str, comment: str, findings: list[str]
) -> None:
    body = ASKED.replace("kind=single", comment)
    reported = quiz(f"kind: quiz\n{front}", body)[1]
    assert [each.split()[0] for each in reported] == findings


@pytest.mark.parametrize(
    ("written", "wish"),
    [
        ("3", (3, ())),
        ("all", (0, ())),
        ("99999", (99_999, ())),
        ("[a, b]", (0, ("a", "b"))),
        ("['#a', a]", (0, ("a",))),
        ("0", None),
        ("100000", None),
        ("-1", None),
        ("some", None),
        ("[]", None),
        ("[A]", None),
        ("[a, [b]]", None),
        ("[[a]]", None),
        ("{a: b}", None),
    ],
)
def test_what_a_quiz_wants_of_a_pool(
    written: str, wish: tuple[int, tuple[str, ...]] | None
) -> None:
    document, reader = opened(f"---\nkind: quiz\npools: {{words: {written}}}\n---\n# Check\n")
    page = document.checked(QuizPage, reader.report)
    assert told(reader) == ([] if wish else ["MB018 3"])
    assert page is None if wish is None else page is not None and page.pools == {"words": wish}


@pytest.mark.parametrize(
    ("written", "pools"),
    [
        ("words", {"words": (0, ())}),
        ("[words, signs]", {"words": (0, ()), "signs": (0, ())}),
        ("[[words]]", None),
    ],
)
def test_pools_by_name_are_all_of_each(written: str, pools: object) -> None:
    document, reader = opened(f"---\nkind: quiz\npools: {written}\n---\n# Check\n")
    page = document.checked(QuizPage, reader.report)
    assert (page.pools if page else None) == pools


@pytest.mark.parametrize(
    ("body", "findings"),
    [
        ("## A\n<!-- #a -->\n\nB?\n\n- [x] c\n- [ ] d\n", ["MB169 8"]),
        ("## A\n\nB:\n\n- [x] c\n- [ ] d\n", []),
        ("## A\n<!-- #a -->\n\nB:\n\n- [ ] c\n- [ ] d\n", []),
        ("## A\n\n### B\n<!-- #b -->\n\nC?\n\n- [x] d\n- [ ] e\n", ["MB169 10"]),
        ("## A\n<!-- #a -->\n\n### B\n\n- [x] d\n- [ ] e\n", []),
        ("## A\n\nB?\n\n- = c\n", ["MB169 7"]),
        ("## A\n<!-- #a kind=single -->\n\nB?\n\n- [x] c\n- [ ] d\n", []),
    ],
)
def test_what_looks_like_a_question_in_a_lesson(body: str, findings: list[str]) -> None:
    assert lesson(f"# L\n\n{body}")[1] == findings


@pytest.mark.parametrize(
    ("above", "findings"),
    [
        ("Which?\n\n- [x] a\n- [ ] b\n", ["MB168 8"]),
        ("**Q1**\n\n1. [x] a\n2. [ ] b\n", ["MB168 8"]),
        ("Say:\n\n- = a\n", ["MB168 8"]),
        ("Bring:\n\n- [ ] soap\n- [ ] water\n", []),
    ],
)
def test_answers_above_the_first_question(above: str, findings: list[str]) -> None:
    assert quiz("kind: quiz\n", f"{above}\n{ASKED}")[1] == findings
