"""`moocbuild i18n`, and what other commands say of translations, as users meet them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from i18n.sample import SAMPLE
from moocbuild.cli import run
from moocbuild.i18n.pseudo import OPENS
from whole.courses import root

HANDS = root("hand-hygiene")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HANDS, tmp_path / "hands", ignore=shutil.ignore_patterns("dist")))


def said(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str]:
    status = run([str(each) for each in arguments])
    captured = capsys.readouterr()
    return status, captured.out + captured.err


def po(course: Path, language: str = "fr") -> Path:
    return course / "course" / "locale" / f"{language}.po"


def test_the_whole_round(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, told = said(capsys, "i18n", "merge", "fr", "-C", course)
    assert status == 0 and "course/locale/fr.po, 0 translated, 0 fuzzy, 62 untranslated" in told
    text = po(course).read_text("utf-8")
    title = next(line for line in text.split("\n") if line.startswith('msgid "') and len(line) > 8)
    done = text.replace(f'{title}\nmsgstr ""', f'{title}\nmsgstr "Mains propres"', 1)
    po(course).write_text(done, "utf-8")
    status, told = said(capsys, "i18n", "status", "-C", course)
    assert (status, told.strip()) == (
        0,
        "fr: 1 %, 1 translated, 0 fuzzy, 61 untranslated, 0 obsolete",
    )
    status, told = said(capsys, "i18n", "status", "--format", "json", "-C", course)
    assert json.loads(told)["fr"]["translated"] == 1
    status, told = said(capsys, "build", "-l", "fr", "-t", "web", "-C", course)
    assert status == 0
    assert len(list((course / "dist").glob("clean-hands-*-fr-web.zip"))) == 1
    assert said(capsys, "i18n", "merge", "-C", course)[0] == 0
    assert po(course).read_text("utf-8") == done


def test_a_template(course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "i18n", "extract", "-C", course)[0] == 0
    template = course / "course" / "locale" / "course.pot"
    text = template.read_text("utf-8")
    assert "\nmsgctxt " in text and '"Language:\\n"' in text
    assert said(capsys, "i18n", "extract", "-o", tmp_path / "x.pot", "-C", course)[0] == 0
    assert (tmp_path / "x.pot").read_text("utf-8") == text
    assert said(capsys, "check", "-C", course)[0] == 0


def test_pseudo_never_writes_over_people(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "i18n", "pseudo", "-C", course)[0] == 0
    assert OPENS in po(course, "en-XA").read_text("utf-8")
    assert said(capsys, "i18n", "pseudo", "-C", course)[0] == 0  # its own, again
    text = po(course, "en-XA").read_text("utf-8")
    start = text.index('msgstr "⟦')
    po(course, "fr").write_text(f'{text[:start]}msgstr "Par quelqu’un"\n', "utf-8")
    before = po(course, "fr").read_bytes()
    status, told = said(capsys, "i18n", "pseudo", "fr", "-C", course)
    assert status == 2 and "has translations by people" in told
    assert po(course, "fr").read_bytes() == before


@pytest.mark.parametrize(
    "arguments, status, words",
    [
        (["merge"], 2, "name one, as in 'moocbuild i18n merge fr'"),
        (["merge", "en"], 2, "'en' is the language in which the course is written"),
        (["merge", "French"], 2, "write a tag such as en, fr or pt-BR"),
        (["merge", "../x"], 2, "write a tag"),
        (["pseudo", "en"], 2, "name another one"),
        (["status"], 0, ""),
    ],
)
def test_what_cannot_be_done(
    arguments: list[str],
    status: int,
    words: str,
    course: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    got, told = said(capsys, "i18n", *arguments, "-C", course)
    assert got == status and words in told
    assert not (course / "course" / "locale").exists()


@pytest.fixture
def film(tmp_path: Path) -> Path:
    """A course with a film, and without captions for it in a language that is begun."""
    root = Path(shutil.copytree(SAMPLE, tmp_path / "film"))
    (root / "media" / "fold.fr.vtt").unlink()
    return root


def test_captions_that_nobody_translated_stop_nobody(
    film: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, told = said(capsys, "i18n", "status", "fr", "-C", film)
    assert status == 0 and "186 translated" in told and "films without captions: 1" in told
    assert said(capsys, "i18n", "merge", "fr", "-C", film)[0] == 0
    status, told = said(capsys, "check", "-C", film)
    assert status == 0
    assert "note[MB252]: 1 film has no captions in 'fr'" in told
    assert "help: put 'media/fold.fr.vtt' beside the others" in told
    assert said(capsys, "build", "-l", "fr", "-t", "web", "-C", film)[0] == 0
    (site,) = (film / "dist").glob("*-fr-web.zip")
    with zipfile.ZipFile(site) as archive:
        page = archive.read("dough.fold-and-wait.html").decode()
    assert 'srclang="en"' in page and 'srclang="fr"' not in page


def test_captions_that_nobody_wrote_keep_no_text_from_translators(
    film: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = po(film).read_bytes()
    for path in (film / "media").glob("fold.*.vtt"):
        path.unlink()
    assert said(capsys, "i18n", "merge", "fr", "-C", film)[0] == 0
    assert po(film).read_bytes() == before
    assert "fr: 100 %" in said(capsys, "i18n", "status", "fr", "-C", film)[1]
    status, told = said(capsys, "build", "-l", "fr", "-t", "web", "-C", film)
    assert status == 1 and "error[MB241]" in told


def test_check_reads_translations_as_it_reads_originals(
    film: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = po(film).read_text("utf-8")
    short = "Maintenant, ça chauffe."
    long = f"Maintenant, {'ça chauffe, et ' * 12}ça chauffe."
    assert short in text
    po(film).write_text(text.replace(short, long), "utf-8")
    status, told = said(capsys, "check", "--format", "concise", "-C", film)
    line = next(n for n, each in enumerate(text.split("\n"), 1) if short in each)
    assert status == 0 and f"course/locale/fr.po:{line}:1: note[MB372] a sentence of" in told


def test_nothing_is_put_aside_while_the_course_has_errors(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said(capsys, "i18n", "pseudo", "fr", "-C", course)
    before = po(course).read_bytes()
    page = next((course / "course").glob("*/index.md"))
    page.write_text("---\ntitle: [\n---\n\n# X\n", "utf-8")
    status, told = said(capsys, "i18n", "merge", "-C", course)
    assert status == 1 and "correct the course first; nothing was written" in told
    assert po(course).read_bytes() == before


def test_a_broken_catalogue_is_never_written_over(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    po(course).parent.mkdir()
    po(course).write_text('msgid "a"\nmsgstr "b\n', "utf-8")
    for command in (["merge"], ["merge", "fr"], ["pseudo", "fr"], ["status"]):
        status, told = said(capsys, "i18n", *command, "-C", course)
        assert status == 1 and "course/locale/fr.po:2" in told, command
    assert po(course).read_text("utf-8") == 'msgid "a"\nmsgstr "b\n'
    status, told = said(capsys, "build", "-l", "fr", "-C", course)
    assert status == 1 and "nothing was written" in told


def test_a_language_that_is_not_there(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, told = said(capsys, "build", "-l", "fr", "-C", course)
    assert status == 2 and "no language 'fr'" in told
    status, told = said(capsys, "serve", "-l", "fr", "-C", course)
    assert status == 2 and "moocbuild i18n merge fr" in told


def test_a_listed_language_without_a_catalogue_is_all_in_the_author_s(
    course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = course / "course" / "course.yml"
    path.write_text(path.read_text("utf-8") + "languages: [en, fr]\n", "utf-8")
    assert said(capsys, "build", "--all", "-t", "web", "-C", course)[0] == 0
    assert len(list((course / "dist").glob("*-web.zip"))) == 2
    assert "62 of 62 texts are not translated into 'fr'" in said(capsys, "check", "-C", course)[1]


def test_a_build_in_one_language_needs_no_catalogues(tmp_path: Path) -> None:
    code = (
        "import sys; from moocbuild.cli import run;"
        f"run(['build', '-t', 'web', '-C', {str(HANDS)!r}, '--out', sys.argv[1]]);"
        "sys.exit('babel' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code, tmp_path], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
