"""Formats are found by being there, recognised by their content, and named in the help."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from moocbuild.cli import run
from moocbuild.cli.commands import cli
from moocbuild.importing.formats import formats
from moocbuild.importing.source import opened

SAMPLES = {
    "a.xml": ("<?xml version='1.0'?>\n<quiz>\n<question type='x'/></quiz>", "moodle-xml"),
    "b.xml": ("<questestinterop><assessment ident='a'/></questestinterop>", "qti-1.2"),
    "c.txt": ("::A:: b {=c ~d}\n", "gift"),
    "d.txt": ("Asked?\nA. one\nB. two\nANSWER: A\n", "aiken"),
    "e.txt": ("1.  Asked?\na)  one\n*b) two\n", "text2qti"),
    "f.csv": ("question,answer\n", "sheet"),
    "g.md": ("# Page\n", "markdown"),
}


@pytest.mark.parametrize("name", list(SAMPLES))
def test_a_format_is_known_by_its_content(name: str, tmp_path: Path) -> None:
    text, wanted = SAMPLES[name]
    (tmp_path / name).write_text(text, "utf-8")
    with opened(tmp_path / name) as source:
        assert next(each.name for each in formats().values() if each.recognises(source)) == wanted


def test_the_help_names_each_format() -> None:
    help = cli.commands["import"].help or ""
    assert [name for name in formats() if name not in help] == []


def test_a_format_can_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "words.txt").write_text("Which? {=a ~b}\n", "utf-8")
    made = str(tmp_path / "made")
    assert run(["import", str(tmp_path / "words.txt"), "--into", made, "--from", "gfit"]) == 2
    assert "did you mean 'gift'?" in capsys.readouterr().out
    assert run(["import", str(tmp_path / "words.txt"), "--into", made, "--from", "gift"]) == 0


def packed(name: str, content: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as whole:
        whole.writestr(name, content)
    return stream.getvalue()


_CMI5 = "<courseStructure xmlns='https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd'/>"
_QTI2 = (
    "<manifest xmlns='http://www.imsglobal.org/xsd/imscp_v1p1' identifier='m'><resources>"
    "<resource identifier='r' type='imsqti_item_xmlv2p1' href='a.xml'/></resources></manifest>"
)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.zip", packed("cmi5.xml", _CMI5), "a package of cmi5 1.0, which is not read"),
        ("a.zip", packed("imsmanifest.xml", _QTI2), "a package of QTI 2.1, which is not read"),
        (
            "a.zip",
            packed("moodle_backup.xml", "<moodle_backup/>"),
            "a Moodle backup, which is not",
        ),
        ("a.pptx", packed("ppt/presentation.xml", "<p/>"), "a presentation of PowerPoint, which"),
        ("a.xml", _CMI5.encode(), "a course structure of cmi5, which is not read"),
        ("a.xml", b"<assessmentItem identifier='a'/>", "a question or test of QTI 2 or 3, which"),
        ("a.xml", b"<qti-assessment-test/>", "a question or test of QTI 2 or 3, which is not"),
        ("a.pdf", b"%PDF-1.7", "a PDF, which is not read"),
    ],
)
def test_what_is_not_read_is_named(
    name: str, content: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_bytes(content)
    assert run(["import", str(tmp_path / name), "--into", str(tmp_path / "made")]) == 2
    shown = capsys.readouterr().out
    assert said in shown
    assert "help: export " in shown or "help: save it as DOCX" in shown
    assert not (tmp_path / "made").exists()


def test_no_archive_is_said_to_be_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "words.docx").write_text("Which?", "utf-8")
    asked = ["import", str(tmp_path / "words.docx"), "--from", "docx"]
    assert run([*asked, "--into", str(tmp_path / "made")]) == 1
    assert "MB451" in capsys.readouterr().out and not (tmp_path / "made").exists()


def _as_gift(path: Path) -> None:
    path.write_text(
        "".join(
            f"$CATEGORY: Bank/Part {n // 50}\n\n// [id:q{n}x] [tag:T.{n % 9}]\n"
            f"::Question {n}:: What is {n} + 1? {{={n + 1} ~{n} #No ~{n + 2}}}\n\n"
            for n in range(300)
        ),
        "utf-8",
    )


def _as_moodle_xml(path: Path) -> None:
    def category(n: int) -> str:
        named = f"<category><text>$course$/top/Bank/Part {n // 50}</text></category>"
        return f'<question type="category">{named}</question>'

    def answer(share: int, words: int) -> str:
        return f'<answer fraction="{share}" format="html"><text>{words}</text></answer>'

    asked = (
        f'{category(n)}<question type="multichoice"><name><text>Question {n}</text></name>'
        f'<questiontext format="html"><text>What is {n} + 1?</text></questiontext>'
        f"<single>true</single>{answer(100, n + 1)}{answer(0, n)}{answer(0, n + 2)}"
        f"<idnumber>q{n}x</idnumber><tags><tag><text>T.{n % 9}</text></tag></tags></question>"
        for n in range(300)
    )
    path.write_text(f"<?xml version='1.0'?>\n<quiz>{''.join(asked)}</quiz>", "utf-8")


def _as_sheet(path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for part in range(6):
        sheet = book.create_sheet(f"Part {part}")
        sheet.append(["id", "question", "option a", "option b", "option c", "answer"])
        for n in range(50 * part, 50 * part + 50):
            sheet.append([f"q{n}x", f"What is {n} + 1?", n + 1, n, n + 2, "a"])
    del book["Sheet"]
    book.save(path)


@pytest.mark.audit
@pytest.mark.parametrize(
    ("name", "write"),
    [("bank.gift", _as_gift), ("bank.xml", _as_moodle_xml), ("bank.xlsx", _as_sheet)],
    ids=["gift", "moodle-xml", "xlsx"],
)
def test_a_bank_of_three_hundred(name: str, write: Callable[[Path], None], tmp_path: Path) -> None:
    """Three commands, with an id for each question, and no hand in between."""
    write(tmp_path / name)
    made = str(tmp_path / "made")
    assert run(["import", str(tmp_path / name), "--into", made, "--language", "en"]) == 0
    assert run(["check", "-C", made]) == 0
    assert run(["build", "-C", made, "-t", "moodle-xml", "--no-cache"]) == 0
    assert "300 questions in 6 quizzes" in (tmp_path / "made/IMPORT.md").read_text("utf-8")
    written = "".join(path.read_text("utf-8") for path in (tmp_path / "made").rglob("*.md"))
    assert all(f"<!-- #q{n}x" in written for n in range(300))
