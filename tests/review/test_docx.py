"""The sheet for Word, what reviewers do in it, and documents of strangers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from moocbuild.cli import run
from moocbuild.diagnostics import Diagnostic
from moocbuild.model.course import Course
from moocbuild.review.keys import words_hash
from moocbuild.review.marks import read_place
from moocbuild.review.read_docx import read_docx
from moocbuild.review.sheet import sheet
from moocbuild.review.write_docx import review_docx
from review.sheets import SMALL, course_at, rows, told
from review.word import Desk, names
from small_course import MINIMAL

OF_TEXT = {"option", "feedback", "question", "title", "choice", "scene", "statement", "place"}


@pytest.fixture(params=SMALL, ids=lambda root: root.name)
def course(request: pytest.FixtureRequest) -> Course:
    return course_at(request.param)


def test_it_has_every_place_with_its_number(course: Course) -> None:
    every = rows(course)
    desk = Desk(review_docx(sheet(course)))
    named = [(name, p) for p in desk.paragraphs for name in names(p).split()]
    marks = [(mark, p) for name, p in named if (mark := read_place(name))]
    assert [mark.number for mark, _ in marks] == [row.number for row in every]
    assert [mark.hash for mark, _ in marks] == [row.hash for row in every]
    for (mark, paragraph), row in zip(marks, every, strict=True):
        assert paragraph.text.startswith(f"{row.number}\t")
        if row.place.kind in ("paragraph", *OF_TEXT) and "\n" not in row.words:
            assert mark.worded or "[" in row.words, row.words


def test_it_is_the_same_again_and_opens(course: Course) -> None:
    first, second = review_docx(sheet(course)), review_docx(sheet(course))
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        facts = archive.read("docProps/core.xml").decode()
    assert course.released.isoformat() in facts and "python-docx" not in facts
    starts = Document(io.BytesIO(first)).element.iter(qn("w:bookmarkStart"))
    known = [(each.get(qn("w:id")), each.get(qn("w:name"))) for each in starts]
    assert len({id for id, _ in known}) == len({name for _, name in known}) == len(known)
    assert all(len(name) <= 40 for _, name in known)


def test_untouched_it_says_nothing(course: Course, tmp_path: Path) -> None:
    path = tmp_path / "s.docx"
    path.write_bytes(review_docx(sheet(course)))
    assert told(course, path) == []
    Desk(path.read_bytes()).save(path)
    assert told(course, path) == []


def test_from_right_to_left() -> None:
    desk = Desk(review_docx(sheet(course_at(SMALL[1]))))
    placed = [paragraph for paragraph in desk.paragraphs if "mbp" in names(paragraph)]
    straight = [p for p in placed if p._p.find(f".//{qn('w:bidi')}") is None]
    assert len(placed) > 50
    assert ["date,part,size" in p.text for p in straight] == [True], "code alone"
    assert len([*desk.doc.element.iter(qn("w:bidiVisual"))]) == 1


# --- what reviewers do -------------------------------------------------------------------------

Act = Callable[[Desk], None]
LESSON = "course/01-lire/01-la-tarte.md"


@pytest.fixture(scope="module")
def fractions() -> Course:
    return course_at(SMALL[0])


@pytest.fixture
def after(fractions: Course, tmp_path: Path) -> Callable[[Act], list[Diagnostic]]:
    """What is told after a reviewer did something."""

    def done(act: Act) -> list[Diagnostic]:
        desk = Desk(review_docx(sheet(fractions)))
        act(desk)
        return told(fractions, desk.save(tmp_path / "back.docx"))

    return done


After = Callable[[Act], list[Diagnostic]]


def test_a_comment_of_word(after: After) -> None:
    (found,) = after(lambda desk: desk.comment("Cinq parts restent", "Très bien"))
    assert (found.rule.code, found.message) == ("MB392", "Ana: Très bien")
    assert (found.span.path, found.span.line) == (LESSON, 37)


def test_a_comment_on_some_words(after: After) -> None:
    said = after(lambda d: d.comment("Le nombre du haut", "vite", selected="combien de ces parts"))
    assert [each.message for each in said] == ["Ana on 'combien de ces parts': vite"]


def test_a_tracked_change(after: After) -> None:
    (found,) = after(lambda desk: desk.track("Trois, c’est ce", "a mangé", "mangea"))
    assert found.message == "Bea: suggests 'Trois, c’est ce qu’elle mangea.'"
    (found,) = after(lambda desk: desk.track("cinq tiers", "cinq tiers", ""))
    assert found.message == "Bea: suggests to delete this"


def test_a_change_without_a_track(after: After) -> None:
    (found,) = after(lambda desk: desk.type("Cinq parts restent", "Cinq", "5"))
    assert found.message == (
        "a reviewer: suggests '5 parts restent, sur les huit que l’on a coupées.'"
    )
    assert found.rule.code == "MB392"


def test_a_paragraph_of_ones_own(after: After) -> None:
    (found,) = after(lambda desk: desk.enter("C’est la fraction à l’envers", "Un exemple ?"))
    assert found.message == "a reviewer: suggests to add 'Un exemple ?'"
    assert found.span.path == LESSON


def test_the_table_of_a_page(after: After, fractions: Course) -> None:
    def act(desk: Desk) -> None:
        desk.reply(1, "8", "un")
        desk.reply(1, "n° 9 et 11", "deux")
        desk.reply(1, "", "tout")

    by_number = {row.number: row.place.span for row in rows(fractions)}
    found = {(each.message.partition(": ")[2], each.span) for each in after(act)}
    title = by_number[5]
    assert found == {
        ("un", by_number[8]), ("deux", by_number[9]), ("deux", by_number[11]), ("tout", title),
    }  # fmt: skip


def test_the_form(after: After) -> None:
    found = after(lambda d: d.fill(name="Ana", role="prof", verdict="B)", remarks="Merci"))
    assert [(each.rule.code, each.message) for each in found] == [
        ("MB397", "Ana (prof): would let people learn from it after the changes"),
        ("MB392", "Ana (prof) on the whole: Merci"),
    ]


def test_bookmarks_that_got_lost(after: After) -> None:
    """As where a document went through a program that keeps none: words tell the place."""

    def act(desk: Desk) -> None:
        desk.comment("Cinq parts restent", "Très bien")
        desk.reply(1, "8", "lost")
        for each in [*desk.doc.element.iter(qn("w:bookmarkStart"))]:
            each.getparent().remove(each)

    (found,) = after(act)
    assert (found.rule.code, found.span.line) == ("MB392", 37)


def test_a_unit_that_was_read_whole_can_be_signed(fractions: Course, tmp_path: Path) -> None:
    whole = read_docx(review_docx(sheet(fractions, ["01-lire"])))
    part = read_docx(review_docx(sheet(fractions, ["lire/la-tarte"])))
    assert list(whole.hashes.values()) == ["3e2aa2b19a09596674d0912690fd7a9b"]
    assert part.hashes == {}


# --- documents of strangers ---------------------------------------------------------------------

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOMB = (
    '<!DOCTYPE w:document [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    f"<w:document {W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"
)
OUTSIDE = (
    '<!DOCTYPE w:document [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    f"<w:document {W}><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>"
)
DEEP = f"<w:document {W}>{'<w:p>' * 5000}{'</w:p>' * 5000}</w:document>"


def packed(parts: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return stream.getvalue()


def edited(data: bytes, old: bytes, new: bytes) -> bytes:
    assert old in data
    return data.replace(old, new)


IN_DIRECTORY = b"PK\x01\x02\x14\x03\x14\x00"
"""What stands before the flags of a member, of which the first says that it is encrypted."""
PLAIN = packed({"word/document.xml": f"<w:document {W}/>"}, zipfile.ZIP_STORED)
STRANGE: dict[str, Callable[[], bytes]] = {
    "no document": lambda: packed({"a.txt": "x"}),
    "empty": lambda: PLAIN,
    "another's": lambda: packed({"word/document.xml": f"<w:document {W}><w:p/></w:document>"}),
    "entities": lambda: packed({"word/document.xml": BOMB}),
    "a file": lambda: packed({"word/document.xml": OUTSIDE}),
    "no XML": lambda: packed({"word/document.xml": "<w:document"}),
    "deep": lambda: packed({"word/document.xml": DEEP}),
    "zip bomb": lambda: packed({"word/document.xml": b" " * 61_000_000}),
    "many parts": lambda: packed({f"{n}": "" for n in range(5_001)}),
    "cut": lambda: PLAIN[:60],
    "damaged": lambda: edited(PLAIN, b"w:document", b"w:dokument"),
    "locked": lambda: edited(
        PLAIN, b"PK\x01\x02\x14\x03\x14\x00\x00", b"PK\x01\x02\x14\x03\x14\x00\x01"
    ),
}


@pytest.mark.parametrize("name", STRANGE)
def test_what_is_no_document_of_ours_is_refused(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(STRANGE[name]())
    assert run(["review", "-C", str(MINIMAL), "--read", str(path)]) == 2
    out = capsys.readouterr().out
    assert "MB395" in out and "root:" not in out and "aaaa" not in out


def test_a_document_on_another_course_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    path.write_bytes(review_docx(sheet(course_at(SMALL[2]))))
    (found,) = told(course_at(MINIMAL), path)
    assert found.rule.code == "MB396"


def test_names_of_bookmarks_are_checked() -> None:
    key, hash = "0" * 12, words_hash("")
    assert read_place(f"mbp_1_{key}_{hash}") is not None
    for name in ("mbp_1", f"mbp_x_{key}_{hash}", f"mbp_1_{key}_{hash}_", "", "mbp_1_" + "g" * 25):
        assert read_place(name) is None


def test_a_table_with_odd_bookmarks_does_no_harm(fractions: Course, tmp_path: Path) -> None:
    def act(data: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {each: archive.read(each) for each in archive.namelist()}
        root = etree.fromstring(parts["word/document.xml"])
        for each in root.iter(qn("w:bookmarkStart")):
            if str(each.get(qn("w:name"))).startswith(("mbt_", "mbf_")):
                each.set(qn("w:name"), "mbt_\u0662\u0663" if len(each) else "mbf_")
        return packed({**parts, "word/document.xml": etree.tostring(root)})

    path = tmp_path / "x.docx"
    path.write_bytes(act(review_docx(sheet(fractions))))
    assert {each.rule.code for each in told(fractions, path)} <= {"MB392"}
