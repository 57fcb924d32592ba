"""How often the best answers of a course can be guessed by their surface alone."""

from __future__ import annotations

import itertools
import random
import re
import shutil
from collections.abc import Callable, Sequence
from math import comb
from pathlib import Path

import pytest

from moocbuild.build import load
from moocbuild.checks.guessing import check, guessed
from moocbuild.checks.guessing.chance import at_most
from moocbuild.checks.guessing.guess import Guessed
from moocbuild.checks.guessing.words import word_lists
from moocbuild.diagnostics import Collector
from moocbuild.model.course import Course
from moocbuild.report.data import Release
from moocbuild.report.page import report_page
from moocbuild.words.languages import files
from test_diagnostics import HERE, TODAY

Options = Sequence[str]
"""The right one first; the builder below puts it anywhere."""
NOUNS = ("kettle", "window", "garden", "letter", "bicycle", "teapot", "ladder", "pencil")


class Builder:
    """Writes a course of several units with the questions that a test wants."""

    def __init__(self, root: Path, language: str = "en") -> None:
        shutil.copytree(HERE / "courses" / "minimal", root)
        (root / "course" / "course.lock").unlink()
        (root / "quizzes" / "01-listening.md").unlink()
        self.root, self.language, self.names = root, language, ["01-listening"]
        self.random = random.Random(7)

    def unit(self, asked: Sequence[Options], scenes: Sequence[Options] = ()) -> None:
        name = f"{len(self.names) + 1:02}-unit-{'abcdefghijklmnop'[len(self.names)]}"
        self.names.append(name)
        folder = self.root / "course" / name
        folder.mkdir()
        (folder / "index.md").write_text(f"---\ntitle: {name}\n---\n\n# {name}\n\nText.\n")
        head = "---\ntitle: Quiz\nkind: quiz\n---\n\n# Quiz\n"
        body = "".join(self._question(f"{name}-{n}", each) for n, each in enumerate(asked))
        (self.root / "quizzes" / f"{name}.md").write_text(head + body)
        if scenes:
            (folder / "01-scene.md").write_text(self._simulation(scenes))

    def course(self) -> Course:
        settings = self.root / "course" / "course.yml"
        text = settings.read_text().partition("modules:")[0]
        text = text.replace("language: en", f"language: {self.language}")
        settings.write_text(text + "modules: [" + ", ".join(self.names) + "]\n")
        report = Collector()
        course = load(self.root, report, TODAY).course
        assert course is not None, report.found
        return course

    def _question(self, id: str, options: Options) -> str:
        lines = [f"- [{'x' if not n else ' '}] {option}" for n, option in enumerate(options)]
        self.random.shuffle(lines)
        return f"\n## {id}\n<!-- #{id} kind=single -->\n\n`L.1`\n\nWhat now?\n\n" + "\n".join(
            lines
        )

    def _simulation(self, scenes: Sequence[Options]) -> str:
        parts = ["---\ntitle: Scene\nkind: scenario\n---\n\n# Scene\n\nIntro.\n"]
        for n, options in enumerate(scenes):
            after = f"s{n + 1}" if n + 1 < len(scenes) else "end"
            ways = [
                f"- [{option}](#{after}) `L.1 {0 if m else 2}`\n    > So.\n"
                for m, option in enumerate(options)
            ]
            self.random.shuffle(ways)
            parts.append(f"\n## Scene {n}\n<!-- #s{n} -->\n\nNow.\n\n" + "".join(ways))
        return "".join(parts) + "\n## End\n<!-- #end end -->\n\nDone.\n"


Make = Callable[..., Builder]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    numbers = itertools.count()
    return lambda language="en": Builder(tmp_path / str(next(numbers)), language)


def plain(rng: random.Random, count: int = 4) -> list[str]:
    """Options that differ in nothing but their nouns, and those have the same length."""
    words = ("red", "old", "big", "new", "dry", "wet", "hot", "low", "raw", "shy", "odd", "ill")
    return [f"Take the {word} cup." for word in rng.sample(words, count)]


def unit_of(found: Sequence[Guessed], name: str) -> Guessed:
    return next(each for each in found if each.bank.unit == name)


def test_a_tell_learned_elsewhere_guesses_a_unit(make: Make) -> None:
    rng, course = random.Random(1), make()
    for _ in range(3):
        asked = [plain(rng) for _ in range(10)]
        course.unit([[f"{right[:-1]}?", *wrong] for right, *wrong in asked])
    found = guessed(course.course())
    assert {each.bank.unit for each in found} == {"unit-b", "unit-c", "unit-d"}
    assert [each.hits for each in found] == [10, 10, 10]
    assert "the only option with a question mark is right (10 of 10)" in found[0].tells


def test_the_units_own_questions_teach_nothing(make: Make) -> None:
    """Else any pattern of a few questions would be "found" in them."""
    rng, course = random.Random(2), make()
    course.unit([[f"{a[:-1]}!", *rest] for a, *rest in (plain(rng) for _ in range(12))])
    for _ in range(2):
        course.unit([[a, f"{b[:-1]}!", *rest] for a, b, *rest in (plain(rng) for _ in range(12))])
    assert unit_of(guessed(course.course()), "unit-b").hits == 0


def test_words_tell_only_in_a_language_that_is_known(make: Make) -> None:
    known = {"en": "just", "fr": "toujours", "de": "immer", "es": "siempre", "nb": "alltid"}
    known |= {"ro": "mereu", "ca": "sempre", "ar": "دائما"}
    for language, word in {**known, "xx": "just"}.items():
        rng, course = random.Random(3), make(language)
        for _ in range(3):
            asked = [plain(rng, 3) for _ in range(8)]
            course.unit([[f"Take {rng.choice(NOUNS)}.", *_with(word, w)] for _, *w in asked])
        tells = " ".join(guessed(course.course())[0].tells)
        assert (f"“{word}”" in tells) == (language in known), (language, tells)


def _with(word: str, options: Options) -> list[str]:
    return [option.replace("the", word) for option in options]


def test_what_is_better_in_a_simulation_is_guessed_on_its_own(make: Make) -> None:
    rng, course = random.Random(4), make()
    for _ in range(3):
        scenes = [plain(rng, 3) for _ in range(8)]
        course.unit([plain(rng)], [[f"{right[:-1]} in 2 hours.", *w] for right, *w in scenes])
    found = [each for each in guessed(course.course()) if each.bank.kind == "simulation"]
    assert [(each.hits, each.asked) for each in found] == [(8, 8)] * 3
    assert all(each.expected == pytest.approx(8 / 3) for each in found)
    warned = [d for d in check(course.course()) if "simulation" in d.message]
    assert [d.span.path for d in warned] == [f"course/{n}/01-scene.md" for n in course.names[1:]]


@pytest.mark.parametrize(
    ("units", "each", "guesses"), [(2, 30, False), (3, 5, False), (3, 6, True)]
)
def test_small_courses_are_left_alone(make: Make, units: int, each: int, guesses: bool) -> None:
    """Three units, and twelve decisions outside of the one that is guessed."""
    rng, course = random.Random(5), make()
    for _ in range(units):
        course.unit([[f"{a[:-1]}?", *rest] for a, *rest in (plain(rng) for _ in range(each))])
    assert bool(guessed(course.course())) == guesses


def test_answers_without_a_pattern_are_rarely_warned_of(make: Make) -> None:
    """Options differ in every tell there is; which one is right, a die says."""
    rng, course = random.Random(6), make()
    ends = ("?", "!", ".", " 3.", ", now.", ": yes.", " (so).", " just.", " but.", " if I.")
    for _ in range(14):
        asked = [[o[:-1] + rng.choice(ends) for o in plain(rng)] for _ in range(14)]
        course.unit(asked)
    found = guessed(course.course())
    assert len(found) == 14
    assert sum(each.hits > each.allowed for each in found) <= 2
    hits, asked_for = sum(e.hits for e in found), sum(e.asked for e in found)
    assert hits <= at_most([0.25] * asked_for)


def test_the_same_figures_at_every_run(make: Make) -> None:
    rng, course = random.Random(8), make()
    for _ in range(4):
        course.unit([plain(rng) for _ in range(9)])
    assert guessed(course.course()) == guessed(course.course())


def test_the_report_tells_the_figures(make: Make) -> None:
    rng, course = random.Random(9), make()
    for _ in range(3):
        asked = [plain(rng) for _ in range(6)]
        course.unit([[f"{right[:-1]}?", *wrong] for right, *wrong in asked])
    page = report_page(Release(course=course.course(), packages=[], sums={})).decode()
    figures = re.sub(r"<[^>]+>", " ", page).split("How many best answers")[1].split()
    told = " ".join(figures)
    assert "04-unit-d 6 of 6 single choices 1.5 3" in told
    assert "All 18 of 18 single choices 4.5" in told


def test_the_report_of_a_small_course_has_none(make: Make) -> None:
    bare = Release(course=make().course(), packages=[], sums={})
    assert "Guessed" not in report_page(bare).decode()


@pytest.mark.parametrize(("tries", "most"), [(12, 6), (20, 8)])
def test_what_chance_gives_in_95_of_100(tries: int, most: int) -> None:
    def share(hits: int) -> float:
        return sum(comb(tries, k) * 0.25**k * 0.75 ** (tries - k) for k in range(hits + 1))

    assert at_most([0.25] * tries) == most
    assert share(most - 1) < 0.95 <= share(most)


def test_chances_may_differ() -> None:
    assert at_most([1.0, 1.0, 0.0]) == 2
    assert at_most([0.5, 1.0]) == 2
    assert at_most([]) == 0


def test_word_lists_have_no_word_twice() -> None:
    for language in files():
        lists = word_lists(language)
        assert set(lists) == set(word_lists("en"))
        for name, words in lists.items():
            assert len(set(words)) == len(words), (language, name)
            assert all(word == word.casefold() for word in words)
