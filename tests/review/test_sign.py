"""Signing: a row in reviews.yml, the rest of the file as it was; and who counts as a person."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moocbuild.build import BuildRequest, variants
from moocbuild.checks.stale_review import check
from moocbuild.checks.unreviewed_unit import check as unreviewed
from moocbuild.cli import run
from moocbuild.diagnostics import Collector
from moocbuild.model.course import Course, Lesson
from moocbuild.model.places import text_hash
from moocbuild.model.text import Text
from moocbuild.pages import add_pages
from moocbuild.report.contents import reviews as reported
from moocbuild.review.sheet import sheet
from moocbuild.review.sign import NoRoomError, with_review
from moocbuild.review.write_docx import review_docx
from moocbuild.source.reviewers import is_person
from moocbuild.source.yaml.reader import read_yaml
from moocbuild.targets import targets
from moocbuild.words import words
from moocbuild.words.statement import sentence
from review.sheets import course_at, saved, written
from small_course import read

ROW = {"unit": "01-a", "who": "A person", "role": "nurse: nights", "when": "2026-02-03"}
ONE = "  - unit: x\n    who: B\n    role: c\n    when: 2026-01-01\n"
FILES = [
    "reviews:\n" + ONE,
    "reviews:\n" + ONE[:-1],
    "reviews: []\n",
    "reviews: []   # nobody yet\n",
    "reviews:\n",
    "reviews: ~\n",
    "# Only a remark\n",
    "",
    "extra: {a: 1}\n",
    "reviews:\n- unit: x\n  who: B\n  role: c\n  when: 2026-01-01\n",
    "reviews:\n" + ONE + "\n# The end\n\nextra:\n  a: 1\n",
    "extra:\n  a: 1\nreviews:\n" + ONE + "\n\n",
    "reviews:\n  # first\n" + ONE + "    note: |\n      Lines.\n\n      # no remark\n",
    "reviews: [{unit: x, who: B, role: c, when: 2026-01-01}]\n",
    "reviews:\n  - {unit: x, who: B, role: c, when: 2026-01-01}  # early\n",
    "reviews:\n  [\n    {unit: x, who: B, role: c, when: 2026-01-01},\n  ]\n",
    "\ufeffreviews: []\n",
    "\ufeff# Hello\nreviews:\n" + ONE,
    "---\nreviews:\n" + ONE + "...\n",
]  # fmt: skip


def plain(text: str) -> object:
    node = read_yaml(text.removeprefix("\ufeff").replace("\r\n", "\n"), "r.yml", lambda _: None)
    return node.plain() if node else None


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("text", FILES)
def test_a_row_is_added_and_every_line_stays(text: str, end: str) -> None:
    before = text.replace("\n", end)
    after = with_review(before, ROW)
    old, new = plain(before), plain(after)
    listed = (old.get("reviews") if isinstance(old, dict) else None) or []
    rest = {k: v for k, v in old.items() if k != "reviews"} if isinstance(old, dict) else {}
    assert new == {**rest, "reviews": [*listed, ROW]}
    lines = after.split("\n")
    for line in before.split("\n"):
        if not set("[{~") & set(line):
            assert line in lines or f"{line}{end[:-1]}" in lines, line
    assert ("\r" in after) == (end == "\r\n" and "\n" in text)
    assert after.startswith("\ufeff") == text.startswith("\ufeff")
    assert all(f"#{each}".split("\n")[0] in after for each in text.split("#")[1:])


def test_a_new_file_says_what_it_is_for() -> None:
    made = with_review(None, ROW)
    assert plain(made) == {"reviews": [ROW]}
    assert made.startswith("# Who has reviewed")
    assert with_review(made, ROW).count("- unit: 01-a") == 2


@pytest.mark.parametrize("text", ["reviews: soon\n", "- a\n", "reviews: {a: 1}\n", "a: [\n"])
def test_what_cannot_be_changed_stays(text: str) -> None:
    with pytest.raises(NoRoomError) as told:
        with_review(text, ROW)
    assert "who: A person" in told.value.row


@given(st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cf", "Zl", "Zp"))))
def test_every_name_is_written_as_it_is_said(name: str) -> None:
    who = " ".join(name.split())
    for text in ("reviews:\n" + ONE, "reviews: []\n", FILES[13]):
        try:
            found = plain(with_review(text, {**ROW, "who": who}))
        except NoRoomError:
            assert "\ufeff" in who or "\x7f" in who or not who.isprintable() or not who
            continue
        assert isinstance(found, dict)
        assert found["reviews"][-1]["who"] == who


# --- people ------------------------------------------------------------------------------------

NOBODY = """
AI|A.I.|ai|KI|IA|ChatGPT|GPT-4|gpt 5|Claude|Claude 3.5 Sonnet|Claude (AI assistant)|Gemini Pro
Microsoft Copilot|GitHub Copilot|an AI|The AI assistant|Large language model|LLM|Assistant IA
intelligence artificielle|Künstliche Intelligenz|Inteligencia artificial|人工智能|ذكاء اصطناعي
TBD|tbd.|N/A|n.n.|?|-|...|123|anonymous|Unknown|reviewed by ChatGPT|moocbuild|bot|Robot|Grok 3
Jo Bloggs with ChatGPT|Mistral|DeepSeek R1|someone|your name|Name
"""
PEOPLE = """
A person|A psychiatric nurse|Claude Monet|Ai Weiwei|Max|Ada Lovelace|Jean Bot|Iris|Li|Ng|Mr. Spock
Marie Curie (physicist)|Ana|ماري كوري|毛笔|Сократ|Claude Debussy|Gemini Ganesan|R. Machine-Smith
Une infirmière|Eine Pflegekraft|Assistant professor Curie|Kim
"""


@pytest.mark.parametrize("name", NOBODY.strip().replace("\n", "|").split("|"))
def test_programs_and_nobody_do_not_count(name: str) -> None:
    assert not is_person(name)


@pytest.mark.parametrize("name", PEOPLE.strip().replace("\n", "|").split("|"))
def test_people_count(name: str) -> None:
    assert is_person(name)


# --- the command, and what follows from a row --------------------------------------------------

LESSON = "course/01-listening/01-silence.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    read(tmp_path / "c")
    return tmp_path / "c"


def sign(root: Path, *more: str) -> int:
    return run(["review", "-C", str(root), "--sign", "01-listening", *more])


ANA = ("--name", "Ana", "--role", "nurse", "--date", "2026-02-03")


def change(root: Path) -> None:
    text = (root / LESSON).read_text("utf-8")
    (root / LESSON).write_text(text.replace("A gap is", "A gap can be"), "utf-8")


def about(course: Course) -> str:
    page = next(page for page in add_pages(course).pages() if page.id == "about")
    assert isinstance(page, Lesson)
    return " ".join(part.plain for part in page.parts if isinstance(part, Text))


def test_a_signature_counts_until_the_text_changes(root: Path) -> None:
    assert sign(root, *ANA, "--note", "Read aloud.") == 0
    course = course_at(root)
    (review,) = course.reviews or ()
    (module,) = course.units()
    assert (review.who, review.role, review.note) == ("Ana", "nurse", "Read aloud.")
    assert (review.when, review.version) == (datetime.date(2026, 2, 3), course.version)
    assert review.hash == text_hash(module) and not review.stale
    assert sentence(course) == "Every unit reviewed by people."
    assert [*check(course)] == [*unreviewed(course)] == []
    change(root)
    course = course_at(root)
    assert sentence(course) == "No unit reviewed by people yet."
    assert [d.message for d in check(course)] == ["'Listening' has changed since Ana reviewed it"]
    assert [*unreviewed(course)] == [], "one finding is enough"
    assert "2026-02-03, version 1.0.0, the text has changed since. Read aloud." in about(course)
    (row,) = reported(course, words("en")) or ()
    assert row["reviews"][0]["changed_since"] is True
    assert sign(root, *ANA) == 0
    course = course_at(root)
    assert [*check(course)] == [], "whoever signs again has renewed it"
    assert sentence(course) == "Every unit reviewed by people."


def test_the_report_lists_reviews(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "report.html"
    assert run(["report", "-C", str(root), "-o", str(out)]) == 0
    assert 'id="reviews"' not in out.read_text("utf-8")
    assert sign(root, *ANA) == 0
    change(root)
    assert run(["report", "-C", str(root), "-o", str(out)]) == 0
    told = out.read_text("utf-8").split('id="reviews"')[1].split("</section>")[0]
    assert "<td>Ana</td><td>nurse</td><td>2026-02-03</td>" in told.replace(
        "3 February 2026", "2026-02-03"
    )
    assert "The text has changed since." in told


def test_a_track_does_not_make_a_review_outdated(root: Path) -> None:
    assert sign(root, *ANA) == 0
    settings = root / "course/course.yml"
    track = "tracks:\n  short: {title: Short, modules: [01-listening/01-silence]}\n"
    settings.write_text(settings.read_text("utf-8") + track, "utf-8")
    course = course_at(root)
    wanted = BuildRequest(("web",), track="short")
    (variant,) = variants(course, wanted, Collector())
    assert not any(each.stale for each in variant.course.reviews or ())
    assert targets()["web"].render(variant.course)


def test_a_file_tells_who_has_read_what(root: Path, tmp_path: Path) -> None:
    course = course_at(root)
    (module,) = course.units()
    told = {"saved": "2026-03-04", "hashes": {module.id: text_hash(module)}}
    file = written(tmp_path / "r.json", saved(course, {}, **told))
    change(root)
    assert sign(root, str(file)) == 0
    (review,) = course_at(root).reviews or ()
    assert (review.who, review.role, review.when.isoformat()) == ("Ana", "nurse", "2026-03-04")
    assert review.stale, "what they have read is not what stands there now"


def test_a_document_tells_it_too(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "r.docx"
    file.write_bytes(review_docx(sheet(course_at(root))))
    assert sign(root, str(file), *ANA) == 0
    (review,) = course_at(root).reviews or ()
    assert not review.stale


REFUSED = [
    ((), "--name is missing"),
    (("--name", "Ana"), "--role is missing"),
    (("--name", "ChatGPT", "--role", "nurse"), "'ChatGPT' is no person"),
    (("--name", " ", "--role", "nurse"), "--name is missing"),
    (("nowhere.json", *ANA), "MB395"),
    ((*ANA, "--read"), "cannot be one step"),
]


@pytest.mark.parametrize(("more", "said"), REFUSED, ids=[said for _, said in REFUSED])
def test_what_is_refused_writes_nothing(
    more: tuple[str, ...], said: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert sign(root, *more) == 2
    assert said in capsys.readouterr().err
    assert not (root / "course/reviews.yml").exists()


def test_a_name_without_a_unit_is_refused(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["review", "-C", str(root), "--name", "Ana"]) == 2
    assert "are for --sign" in capsys.readouterr().err


def test_half_a_unit_cannot_be_signed(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path / "r.json", saved(course_at(root), {}))
    assert sign(root, str(file), *ANA) == 2
    assert "does not have all of '01-listening'" in capsys.readouterr().err
    other = {**saved(course_at(root), {}), "course": {"id": "baking"}}
    assert sign(root, str(written(tmp_path / "o.json", other)), *ANA) == 2
    assert "MB396" in capsys.readouterr().err
    assert run(["review", "-C", str(root), "--sign", "listning", *ANA]) == 2
    assert "did you mean '01-listening'" in capsys.readouterr().err
