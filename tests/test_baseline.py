"""tools/baseline.py: records what a course becomes, and tells what has become of it since."""

from __future__ import annotations

import io
import shutil
import tarfile
import zipfile
from pathlib import Path

import pytest

import baseline

COURSE = Path(__file__).parent / "courses/minimal"


def test_recorded_and_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As it was: the same. A word of the source changed: told where, for every target."""
    course = tmp_path / "src/small/minimal"
    shutil.copytree(COURSE, course)
    assert baseline.main(["record", str(tmp_path)]) == 0
    assert (tmp_path / "small/minimal/web/index.html").is_file()
    assert (tmp_path / "small/minimal/olx/course/course.xml").is_file()
    assert (tmp_path / "small/minimal/moodle-xml/package.xml").is_file()
    assert baseline.main(["record", str(tmp_path)]) == 0
    assert "recorded before" in capsys.readouterr().out
    assert baseline.main(["compare", str(tmp_path), "small"]) == 0
    assert "0 kinds of difference" in capsys.readouterr().out
    page = course / "course/01-listening/01-silence.md"
    page.write_text(page.read_text("utf-8").replace("not empty", "not hollow"), "utf-8")
    assert baseline.main(["compare", str(tmp_path)]) == 1
    said = capsys.readouterr().out
    assert "text changed in <p> ('empty' → 'hollow')" in said
    assert "web" in said and "first at cc-1.1/small/minimal/" in said
    (course / "course/course.yml").write_text("id: 1 2\n", "utf-8")
    assert baseline.main(["compare", str(tmp_path)]) == 1
    assert "can no longer be built" in capsys.readouterr().out


def test_an_archive_that_ends_with_another_is_unpacked_itself(tmp_path: Path) -> None:
    """A Word file is a zip, whose end also a compressed archive may have as its own."""
    word = io.BytesIO()
    with zipfile.ZipFile(word, "w") as archive:
        archive.writestr("document.xml", "<document/>")
    package = tmp_path / "course.tar.gz"
    with tarfile.open(package, "w:gz", compresslevel=0) as archive:
        member = tarfile.TarInfo("static/hand-out.docx")
        member.size = len(word.getvalue())
        archive.addfile(member, io.BytesIO(word.getvalue()))
    assert zipfile.is_zipfile(package)
    baseline.unpack(package, tmp_path / "unpacked")
    assert (tmp_path / "unpacked/static/hand-out.docx").read_bytes() == word.getvalue()
