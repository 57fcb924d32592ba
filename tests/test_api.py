"""`moocbuild.build_course`: plain values, in threads and processes; what stops it."""

from __future__ import annotations

import pickle
import shutil
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import pytest

import moocbuild
from builder.complete import FILES
from hostile.course import LESSON, lesson, write_course
from moocbuild import Result, build, build_course
from moocbuild.diagnostics import Span
from moocbuild.errors import ExportError, PackageError, UnknownNameError
from moocbuild.model.course import Course
from moocbuild.package import Package
from moocbuild.targets import targets
from small_course import MINIMAL

COURSES = 20


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MINIMAL, tmp_path / "course"))


def test_a_result_is_plain(course: Path, tmp_path: Path) -> None:
    result = build_course(str(course), str(tmp_path / "out"), ["web"])
    assert result.status == "built"
    assert [*result.files] == sorted(p.name for p in (tmp_path / "out").iterdir() if p.suffix)
    assert pickle.loads(pickle.dumps(result)) == result
    for finding in result.findings:
        if finding.span.line:
            lines = (course / finding.span.path).read_text("utf-8").splitlines()
            assert result.line(finding.span) == lines[finding.span.line - 1]
    assert result.line(Span("nowhere", 3)) == ""


def test_what_stops_a_build(course: Path, tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError):
        build_course(course, targets=["wep"])
    for export in ("course/course.yml", "nowhere.tar.gz"):
        with pytest.raises(ExportError):
            build_course(course, studio=course / export)
    (tmp_path / "file").write_text("")
    with pytest.raises(PackageError):
        build_course(course, tmp_path / "file")
    assert not (course / "dist").exists()


def test_progress_names_each_file(course: Path) -> None:
    begun: list[str] = []
    result = build_course(course, targets=["web", "cc-1.3"], progress=begun.append, cache=False)
    assert begun == [name for name in result.files if name != "report.html"]


def test_ten_threads_write_what_one_writes(tmp_path: Path) -> None:
    roots = [
        write_course(
            tmp_path / f"{n}", {**FILES, LESSON: lesson(f"Words *{n}*[^1]\n\n[^1]: N{n}")}
        )
        for n in range(COURSES)
    ]

    def built(root: Path) -> Result:
        return build_course(root, root / "out", cache=False)

    with ThreadPoolExecutor(10) as pool:
        at_once = [*pool.map(built, roots)]
    assert at_once == [build_course(root, root / "alone", cache=False) for root in roots]
    assert len({tuple(result.files.values()) for result in at_once}) == COURSES


def test_processes_give_results_back(course: Path, tmp_path: Path) -> None:
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        jobs = [pool.submit(build_course, course, tmp_path / f"{n}", ["web"]) for n in range(2)]
        first, second = (job.result() for job in jobs)
    assert first == second == build_course(course, tmp_path / "here", ["web"])


def test_rules_of_a_target_apply_where_it_is_asked_for(tmp_path: Path) -> None:
    """Of SCORM 1.2 alone the state would be too large."""
    root = write_course(tmp_path / "course", FILES)
    (root / "course/course.lock").write_text("questions:\n  first: 9000\n", "utf-8")
    codes = {
        target: {found.rule.code for found in build_course(root, targets=[target]).findings}
        for target in ("scorm-1.2", "scorm-2004", "web")
    }
    assert [target for target, found in codes.items() if "MB143" in found] == ["scorm-1.2"]


@pytest.mark.parametrize(
    ("filename", "raised"),
    [
        (str(Path(moocbuild.__file__).parent / "player/style/base.css"), RuntimeError),
        ("/nowhere/picture.png", PackageError),
        (None, PackageError),
    ],
    ids=["ours", "an author's", "no file"],
)
def test_a_file_of_ours_that_is_missing_is_our_bug(
    filename: str | None,
    raised: type[Exception],
    course: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """An author's file is what the disk refuses."""

    def render(course: Course) -> Package:
        raise OSError(2, "No such file", filename)

    web = replace(targets()["web"], render=render)
    monkeypatch.setattr(build, "targets", lambda: {"web": web})
    with pytest.raises(raised):
        build_course(course, tmp_path / "out", ["web"], cache=False)
