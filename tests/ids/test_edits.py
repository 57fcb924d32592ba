"""Lessons and modules renamed, moved, split, merged: what learners have keeps its meaning."""

from __future__ import annotations

import random
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from ids.course import commit, errors, ids, read, rename_module, start
from ids.edits import EDITS
from moocbuild.build import BuildRequest, variants
from moocbuild.diagnostics import Collector
from moocbuild.model.course import Course
from moocbuild.model.question import ChoiceInteraction
from moocbuild.model.scenario import Scenario


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = start(tmp_path_factory.mktemp("before") / "course")
    commit(root, first=True)
    return root


def edited(name: str, before: Path, root: Path) -> str:
    """The course after an edit and `ids`; the title of the page that is gone, or ""."""
    shutil.copytree(before, root)
    gone = EDITS[name](root)
    status, said = ids(root, "--moved", "--write")
    assert status == 0, said
    assert errors(root) == [], said
    assert ids(root)[1].strip() == "all ids are frozen"
    return gone if isinstance(gone, str) else ""


def records(course: Course) -> dict[str, object]:
    """What is kept of a learner, by what the learner sees → where it is kept."""
    found: dict[str, object] = {}
    for page in course.pages():
        if page.ordinal:
            found[page.title] = (page.id, page.ordinal)
        if isinstance(page, Scenario):
            for scene in page.scenes:
                choices = [(choice.id, choice.text.plain) for choice in scene.choices]
                found[scene.title] = (scene.id, scene.ordinal, choices)
    for question in course.questions():
        assert isinstance(question.interaction, ChoiceInteraction)
        letters = [(choice.id, choice.text.plain) for choice in question.interaction.choices]
        found[f"question {question.title}"] = (question.id, question.ordinal, letters)
    return found


@pytest.mark.parametrize("name", EDITS)
def test_ids_and_numbers_stay(name: str, before: Path, tmp_path: Path) -> None:
    was = records(read(before)[0])
    gone = edited(name, before, tmp_path / "c")
    now = records(read(tmp_path / "c")[0])
    assert set(was) - set(now) == ({gone} if gone else set())
    assert {what: now[what] for what in was if what in now} == {
        what: place for what, place in was.items() if what in now
    }
    numbers = [place[1] for what, place in now.items() if isinstance(place, tuple)]
    assert numbers


def web(root: Path) -> Mapping[str, bytes]:
    (variant,) = variants(read(root)[0], BuildRequest(("web",)), Collector())
    members = variant.target.render(variant.course).members
    return {path: data for path, data in members.items() if isinstance(data, bytes)}


class Learner:
    """A browser with a course at an address of its own."""

    def __init__(self, browser: Any, storage: Any = None) -> None:
        self.files: Mapping[str, bytes] = {}
        self.context = browser.new_context(storage_state=storage)
        self.page = self.context.new_page()
        self.page.route("**/*", self._serve)

    def _serve(self, route: Any) -> None:
        name = route.request.url.partition("//course.test/")[2].partition("#")[0]
        data = self.files.get(name.partition("?")[0] or "index.html")
        types = {"html": "text/html", "js": "text/javascript", "css": "text/css"}
        kind = types.get(name.rpartition(".")[2], "application/octet-stream")
        route.fulfill(status=200 if data else 404, body=data or b"", content_type=kind)

    def open(self, name: str = "index.html") -> None:
        self.page.goto(f"http://course.test/{name}")
        self.page.wait_for_selector("html.js h1")
        self.page.wait_for_selector("[data-set=font][aria-pressed]", state="attached")

    def answer(self, id: str, *, right: bool) -> None:
        form = self.page.locator(f"[data-question={id}]")
        form.locator("label", has_text=f"This is {id}." if right else "That is not.").click()
        form.locator("[type=submit]").click()

    def pages(self) -> dict[str, str]:
        """Title of each page → what the first page says of it."""
        self.open()
        rows = self.page.locator(".units li[data-page]")
        found: list[list[str]] = rows.evaluate_all(
            "rows => rows.map(row => [row.querySelector('a').textContent,"
            " row.querySelector('.state').textContent])"
        )
        return dict(found)

    def verdicts(self) -> dict[str, str]:
        """Place and title of each question → what is said of an earlier answer."""
        said: dict[str, str] = {}
        for name in self.files:
            if name.endswith(".html") and b'class="question"' in self.files[name]:
                self.open(name)
                found: list[list[str]] = self.page.locator(".question").evaluate_all(
                    "forms => forms.map(form => [(form.closest('.quiz') ? 'quiz ' : '')"
                    " + form.dataset.question, form.querySelector('.verdict').textContent])"
                )
                said.update((question, words) for question, words in found)
        return said


@pytest.fixture(scope="module")
def learned(before: Path, shared_browser: Any) -> tuple[Any, dict[str, str], dict[str, str]]:
    """Storage of a learner who has done some of the course, and what the course says of it."""
    learner = Learner(shared_browser)
    learner.files = web(before)
    for name in ("one.index.html", "two.bread.html"):
        learner.open(name)
    learner.open("one.lesson.html")
    learner.answer("in-hands", right=True)
    learner.open("one.story.html")
    learner.page.locator(".start button").first.click()
    learner.page.locator(".talk").get_by_text("Open it").first.click()
    learner.open("one.quiz.html")
    learner.answer("first", right=True)
    learner.answer("second", right=False)
    learner.open("two.quiz.html")
    learner.answer("third", right=False)
    pages = learner.pages()
    storage = learner.context.storage_state()  # to look at questions is to open their pages
    verdicts = learner.verdicts()
    learner.context.close()
    return storage, pages, verdicts


@pytest.mark.browser
def test_this_learner_has_different_records(learned: tuple[Any, ...]) -> None:
    _, pages, verdicts = learned
    assert len(set(pages.values())) >= 3 and len(set(verdicts.values())) == 3


@pytest.mark.browser
@pytest.mark.parametrize("name", EDITS)
def test_in_the_player(
    name: str, before: Path, tmp_path: Path, learned: tuple[Any, ...], shared_browser: Any
) -> None:
    storage, pages, verdicts = learned
    edited(name, before, tmp_path / "c")
    learner = Learner(shared_browser, storage)
    learner.files = web(tmp_path / "c")
    now, said = learner.pages(), learner.verdicts()
    learner.context.close()
    assert {title: now[title] for title in pages if title in now} == {
        title: state for title, state in pages.items() if title in now
    }
    assert not any(state for title, state in now.items() if title not in pages)
    assert {q: said[q] for q in verdicts if q in said} == {
        q: words for q, words in verdicts.items() if q in said
    }


@pytest.mark.browser
def test_without_a_word_on_the_move_the_record_is_lost(
    before: Path, tmp_path: Path, learned: tuple[Any, ...], shared_browser: Any
) -> None:
    root = tmp_path / "c"
    shutil.copytree(before, root)
    EDITS["move_and_rename"](root)
    assert ids(root, "--write", "--retire")[0] == 0
    learner = Learner(shared_browser, learned[0])
    learner.files = web(root)
    assert (learned[1]["On hands"], learner.pages()["On hands"]) == ("read", "")
    learner.context.close()


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
def test_any_moves_one_after_another(seed: int, before: Path, tmp_path: Path) -> None:
    """Files and folders go anywhere, five times; now and then somebody commits."""
    rng = random.Random(seed)
    root = Path(shutil.copytree(before, tmp_path / "c"))
    was = records(read(root)[0])
    for step in range(5):
        folders = sorted(path for path in (root / "course").iterdir() if path.is_dir())
        if rng.random() < 0.4:
            folder = rng.choice(folders)
            rename_module(root, folder.name, f"0{step}-named-{step}")
        folders = sorted(path for path in (root / "course").iterdir() if path.is_dir())
        files = sorted(set((root / "course").glob("*/*.md")) - {f / "index.md" for f in folders})
        for file in rng.sample(files, rng.randint(1, 2)):
            text = file.read_text("utf-8")
            new = (
                rng.choice(folders) / f"{rng.randint(10, 99)}-{rng.choice('abc')}{step}{file.name}"
            )
            new.write_text(text, "utf-8")
            file.unlink()
        status, said = ids(root, "--moved", "--write")
        assert status == 0, said
        if rng.random() < 0.5:
            commit(root)
    assert errors(root) == []
    assert records(read(root)[0]) == was
