"""`moocbuild diff`: folders, packages, folders of packages and git revisions; what it refuses."""

from __future__ import annotations

import contextlib
import io
import json
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from compare.bread import COURSE, LESSON, QUIZ, bread, edited
from hostile.run import run
from moocbuild.cli import _status
from moocbuild.compare import SUMMARY
from test_diagnostics import HERE

NEW = {
    **edited(QUIZ, ("- [x] Un peu", "- [ ] Un peu"), ("- [ ] Beaucoup", "- [x] Beaucoup")),
    **edited(LESSON, ("ne colle plus", "colle encore")),
    **edited(COURSE, ("version: 1.0.0", "version: 1.1.0")),
}
TURNED = "“Beaucoup” earns 100 %, before 0 %; “Un peu” earns 0 %, before 100 %"
IN_FRENCH = "«\u202fBeaucoup\u202f» rapporte 100\u202f%, avant 0\u202f%"


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = bread(tmp_path_factory.mktemp("old"))
    built = run("build", "-C", str(root), *(f"-t{name}" for name in TARGETS))
    assert built.status == 0, built.stdout
    return root


@pytest.fixture(scope="module")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = bread(tmp_path_factory.mktemp("new"), NEW)
    built = run("build", "-C", str(root), *(f"-t{name}" for name in TARGETS))
    assert built.status == 0, built.stdout
    return root


TARGETS = ("web", "scorm-1.2", "scorm-2004", "cc-1.3", "moodle", "olx", "moodle-xml", "case")


def package(root: Path, target: str) -> str:
    (found,) = (root / "dist").glob(f"*-{target}.*")
    return str(found)


def said(*arguments: str, status: int = 0) -> str:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert _status(["diff", *arguments]) == status
    return out.getvalue()


def git(root: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=Dana", "-c", "user.email=dana@example.org")
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)


def test_the_guide_shows_what_is_said(tmp_path: Path) -> None:
    shutil.copytree(HERE / "courses" / "hand-hygiene", tmp_path / "c")
    for name, before, after in (
        ("quizzes/02-how-to-wash.md", "= 20 ± 0", "= 20..30"),
        ("course/02-how-to-wash/01-twenty-seconds.md", "nails for 20", "nails for 30"),
        ("course/course.yml", "1.0.0", "1.1.0"),
        ("media/wash.svg", "<svg", '<svg id="wash"'),
    ):
        text = (tmp_path / "c" / name).read_text("utf-8")
        assert before in text
        (tmp_path / "c" / name).write_text(text.replace(before, after), "utf-8")
    (tmp_path / "c" / "course" / "02-how-to-wash" / "02-new-cook.md").unlink()
    guide = (HERE.parent / "docs" / "releases.md").read_text("utf-8")
    shown = guide.split("$ moocbuild diff v1.0.0\n")[1].split("```")[0]
    assert said(str(HERE / "courses" / "hand-hygiene"), str(tmp_path / "c")) == shown


def test_folders_in_the_words_of_the_course(old: Path, new: Path) -> None:
    text = said(str(old), str(new))
    assert text.startswith("Le pain\u202f: 1.0.0 → 1.1.0\n3 modifications.\n")
    assert IN_FRENCH in text and "«\u202f… quand elle ne colle plus" in text.replace(
        "est prête ", ""
    )
    english = said(str(old), str(new), "--language", "en")
    assert TURNED in english and english.startswith("Le pain: 1.0.0 → 1.1.0\n3 changes.\n")


def test_the_current_course_is_the_new_one(old: Path, new: Path) -> None:
    assert said(str(old), "-C", str(new)) == said(str(old), str(new))


@pytest.mark.parametrize("target", ["web", "scorm-1.2", "scorm-2004"])
def test_packages(target: str, old: Path, new: Path) -> None:
    text = said(package(old, target), package(new, target), "--language", "en")
    assert TURNED in text and "“Pétrir” (la-pate/petrir): text\n" in text
    assert "only that they changed is said" in text
    mixed = said(package(old, target), str(new), "--language", "en")
    assert TURNED in mixed and "3 changes." in mixed
    assert said(package(old, target), package(old, "web")).endswith("apprenants.\n")


def test_a_folder_of_packages(old: Path, new: Path) -> None:
    assert TURNED in said(str(old / "dist"), str(new / "dist"), "--language", "en")


def test_exit_status(old: Path, new: Path) -> None:
    said(str(old), str(new), "--exit-code", status=1)
    said(str(old), str(old), "--exit-code", status=0)


def test_formats(old: Path, new: Path) -> None:
    data = json.loads(said(str(old), str(new), "--format", "json", "--language", "en"))
    assert (data["old"]["version"], data["new"]["version"]) == ("1.0.0", "1.1.0")
    assert [(c["group"], c["kind"], c["id"]) for c in data["changes"]] == [
        ("answers", "question", "sel"),
        ("answers", "question", "sel"),
        ("text", "page", "la-pate/petrir"),
    ]
    assert data["changes"][0]["said"] == "“Beaucoup” earns 100 %, before 0 %"
    assert (data["changes"][0]["old"], data["changes"][0]["new"]) == (0.0, 1.0)
    note = said(str(old), str(new), "--format", "markdown", "--language", "en")
    assert note.startswith("## Le pain: 1.0.0 → 1.1.0\n\n3 changes.\n\n### Answers")
    assert "\n- “Le sel” (sel, on la-pate/quiz): “Beaucoup” earns" in note


def test_words_that_are_markdown_stay_words(old: Path, tmp_path: Path) -> None:
    other = bread(tmp_path / "n", edited(QUIZ, ("- = levain\n", "- = `*_[a](b)<i>`\n")))
    note = said(str(old), str(other), "--format", "markdown")
    assert "\\*\\_\\[a\\](b)\\<i\\>" in note


def test_a_revision(tmp_path: Path) -> None:
    repository = tmp_path / "repository"
    root = bread(repository / "courses" / "bread")
    git(repository, "init", "-q")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "One", "--no-verify")
    git(repository, "tag", "v1")
    for name, text in NEW.items():
        (root / name).write_text(text or "", "utf-8")
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    text = said("v1", "-C", str(root), "--language", "en")
    assert TURNED in text and "3 changes." in text
    assert "quand elle ne colle plus" in text and "Pictures" not in text
    git(repository, "commit", "-qam", "Two")
    assert said("HEAD~1", "HEAD", "-C", str(root), "--language", "en") == text
    assert before == {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_revision_runs_nothing_and_follows_no_link(tmp_path: Path) -> None:
    """A filter and a hook of the repository stay out of it; a link in it is left out."""
    root = bread(tmp_path / "course")
    ran = tmp_path / "ran"
    (root / ".gitattributes").write_text("*.md filter=odd export-subst\n")
    (root / "media" / "link.svg").symlink_to("/etc/passwd")
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-qm", "One")
    for how in ("smudge", "clean", "process"):
        git(root, "config", f"filter.odd.{how}", f"touch {ran}")
    git(root, "config", "core.fsmonitor", f"touch {ran}")
    assert said("HEAD", "HEAD", "-C", str(root)).endswith("apprenants.\n")
    assert not ran.exists()


@pytest.mark.parametrize("name", ["--version", "HEAD:course", "nothing-of-the-kind", "HEAD --"])
def test_no_such_thing(name: str, old: Path) -> None:
    git(old, "init", "-q")
    done = run("diff", "-C", str(old), "--", name)
    assert done.status == 2
    assert f"{name}: is no file, no folder and no git revision of this course" in done.stderr


@pytest.mark.parametrize("target", ["cc-1.3", "moodle", "olx", "moodle-xml", "case"])
def test_packages_that_tell_too_little(target: str, old: Path) -> None:
    done = run("diff", package(old, target), str(old))
    assert done.status == 2
    assert "carry no summary of the course: packages for the web and for SCORM" in done.stderr


def test_odd_files(old: Path, tmp_path: Path) -> None:
    odd = tmp_path / "odd.zip"
    for make, said in (
        (lambda: odd.write_bytes(b"PK nothing"), "cannot be read"),
        (lambda: _zip(odd, b"{"), "damaged"),
        (lambda: _zip(odd, b'{"form": 7}'), "made by a newer moocbuild"),
        (lambda: shutil.copy(package(old, "web"), tmp_path / "copy.zip"), ""),
    ):
        make()
        done = run("diff", str(odd), str(old))
        assert done.status == 2 and said in done.stderr
    (tmp_path / "empty").mkdir()
    done = run("diff", str(tmp_path / "empty"), str(old))
    assert done.status == 2 and "holds neither a course nor a package" in done.stderr


def _zip(path: Path, data: bytes) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(SUMMARY, data)


def test_a_course_with_errors_is_compared_as_far_as_it_goes(old: Path, tmp_path: Path) -> None:
    broken = bread(tmp_path / "b", edited(LESSON, ("Un pain rond](", "Un pain rond](no-")))
    done = run("diff", str(old), str(broken), "--language", "en")
    assert done.status == 0 and "no longer “media/pain.svg”" in done.stdout
    assert "compared as far as it can be read (1 error)" in done.stderr
    (broken / COURSE).write_text("id: [", "utf-8")
    done = run("diff", str(old), str(broken))
    assert done.status == 2 and "cannot be read: course/course.yml" in done.stderr


def test_two_courses(old: Path, tmp_path: Path) -> None:
    other = bread(tmp_path / "o", edited(COURSE, ("id: le-pain", "id: le-vin")))
    done = run("diff", str(old), str(other))
    assert done.status == 2 and "'le-pain' and 'le-vin' are two courses" in done.stderr


def test_what_a_summary_weighs(old: Path) -> None:
    """It is no page: a learner's browser never asks for it, and no worker keeps it."""
    with zipfile.ZipFile(package(old, "web")) as archive:
        assert SUMMARY in archive.namelist()
        texts = [n for n in archive.namelist() if n.endswith((".html", ".js"))]
        assert all(SUMMARY.encode() not in archive.read(name) for name in texts)
