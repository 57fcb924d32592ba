"""Edits in a row, as the preview sees them: its pages are those of a clean build, or the last."""

from __future__ import annotations

import datetime
import gc
import shutil
import threading
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from moocbuild import build_course
from moocbuild.cache.keep import remembered
from moocbuild.model.course import Course
from moocbuild.package import read
from moocbuild.serve.preview import WEB
from moocbuild.serve.snapshots import KEPT, State
from moocbuild.serve.workshop import Workshop
from moocbuild.source.files import tree
from serve.conftest import COURSES, HANG
from serve.edits import Author

SCORM = "scorm-1.2"
TODAY = datetime.date(2026, 11, 29)


class Watched:
    """A workshop that runs, and all that it has shown."""

    def __init__(self, root: Path, *targets: str) -> None:
        self.root = root
        self.workshop = Workshop(root, targets, lambda: TODAY, self.say)
        self.states: list[State] = []
        self._shown = threading.Condition()
        self.workshop.snapshots.listen(self._take)

    def say(self, state: State) -> None:
        """As at a terminal that is gone: the work goes on."""
        raise BrokenPipeError

    def _take(self, state: State) -> None:
        with self._shown:
            self.states.append(state)
            self._shown.notify_all()

    def now(self) -> State:
        """Waits until what is shown is what is there."""
        with self._shown:
            assert self._shown.wait_for(self.workshop.is_current, HANG)
            return self.workshop.snapshots.state

    def site(self, target: str = WEB) -> Mapping[str, bytes]:
        return shown(self.workshop.snapshots.state, target)


@pytest.fixture
def watched(course: Path) -> Iterator[Watched]:
    watched = Watched(course)
    watched.workshop.start()
    yield watched
    watched.workshop.stop()


def shown(state: State, target: str = WEB) -> Mapping[str, bytes]:
    members = state.snapshot.sites[target].members
    return {name: read(content) for name, content in members.items()}


def built(root: Path, out: Path, target: str) -> Mapping[str, bytes] | None:
    """What a build of the same course writes that knows nothing of any other; None if none."""
    shutil.rmtree(out, ignore_errors=True)
    result = build_course(root, out, [target], today=TODAY, cache=False)
    if result.status != "built":
        return None
    (name,) = (name for name in result.files if name.endswith(".zip"))
    with zipfile.ZipFile(out / name) as archive:
        return {each: archive.read(each) for each in archive.namelist()}


def is_as_built(watched: Watched, author: Author, out: Path) -> bool:
    """Whether what is shown is what a clean build makes, or says that it makes nothing."""
    state, clean = watched.now(), built(watched.root, out, SCORM)
    assert state.preview.failed == (clean is None), state.preview.findings
    if clean is None:
        return False
    assert watched.site(SCORM) == clean
    if not author.has_drafts():
        assert watched.site() == built(watched.root, out, WEB)
    return True


def edited(root: Path, out: Path, seed: int, edits: int) -> Watched:
    """Edits in a row, some of them at once, compared with clean builds now and then."""
    author, watched = Author(root, seed), Watched(root, SCORM)
    watched.workshop.start()
    watched.now()
    for number in range(edits):
        if number % 7 == 6:
            author.burst()
        else:
            author.edit()
        if number % 3:  # else the next one comes while this one is built
            watched.now()
        if number % 10 == 9:
            is_as_built(watched, author, out)
            author.mended()
        if number % 50 == 49:
            assert is_as_built(watched, author, out)
    author.mended()
    assert is_as_built(watched, author, out)
    assert watched.workshop.snapshots.count() <= KEPT
    watched.workshop.stop()
    return watched


@pytest.mark.parametrize("name", ["hand-hygiene", "minimal"])
def test_edits_in_a_row_end_as_a_clean_build(name: str, tmp_path: Path) -> None:
    root = Path(shutil.copytree(COURSES / name, tmp_path / "course"))
    watched = edited(root, tmp_path / "out", seed=1, edits=20)
    assert any(state.preview.failed for state in watched.states)
    assert len(watched.states) > 10


@pytest.mark.audit
@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("name", ["hand-hygiene", "minimal"])
def test_two_hundred_edits_in_a_row(name: str, seed: int, tmp_path: Path) -> None:
    root = Path(shutil.copytree(COURSES / name, tmp_path / "course"))
    edited(root, tmp_path / "out", seed, edits=200)


def test_memory_does_not_grow_with_edits(course: Path) -> None:
    """Counted, not measured: values of builds, states, courses that are still alive."""
    workshop = Workshop(course, (SCORM,), lambda: TODAY)
    lesson = next(path for path in course.rglob("*.md") if path.name[0] == "0")
    counts = []
    for number in range(60):
        with lesson.open("a", encoding="utf-8") as stream:
            stream.write(f"\n\nSentence {number}.\n")
        workshop.build()
        if number % 20 == 19:
            gc.collect()
            alive = sum(isinstance(each, Course) for each in gc.get_objects())
            counts.append((remembered(), workshop.snapshots.count(), alive))
    assert counts[1] == counts[2]
    assert workshop.snapshots.state.snapshot.number == 60


def test_nothing_is_mixed_that_never_was_together(
    watched: Watched, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two files are written while a build reads: after the one, before the other."""
    watched.now()
    one, other = sorted(watched.root.glob("course/*/0*.md"))[:2]
    texts = {path: path.read_text("utf-8") for path in (one, other)}
    ordinary, written = tree._read_text, threading.Event()

    def read_text(path: Path, *more: object) -> object:
        file = ordinary(path, *more)  # type: ignore[arg-type]
        if path == one and not written.is_set():
            written.set()
            for each, text in texts.items():
                each.write_text(f"{text}\n\nThe second version.\n", "utf-8")
        return file

    monkeypatch.setattr(tree, "_read_text", read_text)
    one.write_text(f"{texts[one]}\n\nThe first version.\n", "utf-8")
    watched.now()
    assert written.is_set()
    for state in watched.states:
        pages = b"".join(data for name, data in shown(state).items() if name.endswith(".html"))
        assert pages.count(b"The second version.") in (0, 2)
    assert pages.count(b"The second version.") == 2


def test_an_unchanged_site_is_no_new_state(watched: Watched) -> None:
    first = watched.now()
    for path in watched.root.rglob("*.md"):
        path.write_bytes(path.read_bytes())
    assert watched.now().snapshot is first.snapshot


def test_errors_leave_the_last_page_and_recovery_shows_the_next(watched: Watched) -> None:
    before = dict(watched.site()) if watched.now() else {}
    lesson = next(watched.root.glob("course/*/0*.md"))
    text = lesson.read_text("utf-8")
    lesson.write_text(f"{text}\n\n<div>\n", "utf-8")
    state = watched.now()
    assert state.preview.failed
    (found,) = state.preview.findings
    assert (found.rule.code, found.span.path) == (
        "MB033",
        lesson.relative_to(watched.root).as_posix(),
    )
    assert state.preview.lines[found.span] == "<div>"
    assert watched.site() == before
    lesson.write_text(f"{text}\n\nMended.\n", "utf-8")
    state = watched.now()
    assert not state.preview.failed and not state.preview.findings
    assert watched.site() != before


def test_a_course_that_comes_and_goes(tmp_path: Path) -> None:
    """An empty folder, then a course in it, then none again, then another one."""
    root = tmp_path / "course"
    root.mkdir()
    watched = Watched(root)
    watched.workshop.start()
    watched.now()
    state = watched.now()
    assert state.snapshot.number == 0 and state.preview.failed
    assert "MB006" in {found.rule.code for found in state.preview.findings}
    for name in ("minimal", "hand-hygiene"):
        shutil.copytree(COURSES / name, root, dirs_exist_ok=True)
        watched.now()
        assert not watched.now().preview.failed
        title = watched.now().preview.title
        for folder in ("course", "quizzes", "media"):
            shutil.rmtree(root / folder, ignore_errors=True)
        assert watched.now().preview.failed
        assert f"<title>{title}".encode() in watched.site()["index.html"]
    watched.workshop.stop()


def test_what_the_machine_refuses_is_told(
    course: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    workshop = Workshop(course, (), lambda: TODAY)
    for error, said in (
        (OSError(28, "No space left on device"), "No space left"),
        (RuntimeError("oh"), "a bug in moocbuild"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr("moocbuild.serve.preview.load", _raising(error))
            state = workshop.build()
        assert state.preview.failed and said in state.trouble
    assert "RuntimeError: oh" in capfd.readouterr().err
    assert workshop.build().trouble == ""


def _raising(error: Exception):  # type: ignore[no-untyped-def]
    def load(*given: object, **named: object) -> None:
        raise error

    return load
