"""Nothing is made twice, and nothing is stale: pages, modules, and what is seen of them."""

from __future__ import annotations

import dataclasses
import datetime
import marshal
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.complete import FILES
from hostile.course import COURSE, FRAMEWORK, LESSON, QUIZ, STORY, lesson, question, write_course
from moocbuild import build_course, cache
from moocbuild.build import BuildRequest, load, variants
from moocbuild.cache import keep
from moocbuild.cache.keep import Keep, current, keeping, key_of
from moocbuild.diagnostics import Collector, Span
from moocbuild.model.asset import Asset
from moocbuild.model.course import Lesson
from moocbuild.model.marks import module_key
from moocbuild.model.plain import PLAIN, Codec, outline
from moocbuild.model.text import EMPTY, Ref, Text, element, text
from moocbuild.model.walk import map_texts, texts
from moocbuild.player.html.edition import NONE
from moocbuild.player.html.site import site
from moocbuild.source.course import load_course
from moocbuild.source.files.tables import TableFile
from moocbuild.source.files.tree import SourceFile, read_tree
from moocbuild.source.pages import kept, modules
from moocbuild.source.shared import Shared
from moocbuild.targets.moodle.ids import Ids
from test_diagnostics import HERE

REFERENCE = HERE.parent
TWO, MORE, OTHER = "course/02-two/index.md", "course/02-two/01-more.md", "quizzes/02-two.md"
LINKS = """\
To [a lesson](../01-one/01-lesson.md#more), [a story](../01-one/02-story.md), [a
reason](../01-one/01-lesson.md#why-it-helps) and [questions](../../quizzes/01-one.md).
"""
WHY = "\n\n## Why it helps\n<!-- #why -->\n\nBecause.\n"
"""Linked to by the anchor that GitHub gives it."""
SECOND = {
    TWO: "# Two\n\nThe second.\n",
    MORE: lesson(LINKS),
    OTHER: f"---\nkind: quiz\n---\n\n# Two asked\n\n{question('other')}",
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A cache of this test's own, and a process that remembers nothing."""
    monkeypatch.setenv("MOOCBUILD_CACHE_DIR", str(tmp_path / "cache"))
    keep.forget()
    yield tmp_path / "cache"
    keep.forget()


def written_course(root: Path) -> Path:
    """Two modules, with everything in the first."""
    write_course(root, {**FILES, **SECOND})
    more(root / LESSON, WHY)
    change(root / COURSE, "  - 01-one\n", "  - 01-one\n  - 02-two\n")
    return root


@pytest.fixture
def course(tmp_path: Path) -> Path:
    return written_course(tmp_path / "course")


def change(path: Path, old: str, new: str) -> None:
    said = path.read_text("utf-8")
    assert old in said
    path.write_text(said.replace(old, new, 1), "utf-8")


@pytest.fixture
def pages_read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows with each page that is really read."""
    read: list[str] = []
    real = modules.read_page

    def counted(file: Any, shared: Shared, pass_mark: int) -> modules.PageRead:
        read.append(file.path)
        return real(file, shared, pass_mark)

    monkeypatch.setattr(kept, "read_page", counted)
    return read


def shelves(folder: Path) -> dict[str, Mapping[bytes, bytes]]:
    found = {}
    for path in folder.glob("moocbuild-keep-*.bin"):
        found[path.stem.split("-", 3)[3]] = dict(keep.entries(path.read_bytes()))
    return found


# --- what is made again -------------------------------------------------------------------------


@pytest.mark.parametrize("lives", [True, False])
def test_a_page_that_has_not_changed_is_not_read_again(
    lives: bool, course: Path, pages_read: list[str]
) -> None:
    build_course(course)
    assert len(pages_read) == len(set(pages_read)) == 8
    pages_read.clear()
    change(course / MORE, "To ", "On to ")
    if not lives:
        keep.forget()
    build_course(course)
    assert pages_read == [MORE]


def test_a_module_that_has_not_changed_is_not_rendered_again(course: Path, folder: Path) -> None:
    build_course(course)
    before = shelves(folder)
    change(course / MORE, "To ", "On to ")
    build_course(course)
    for name, values in shelves(folder).items():
        if name in ("deflated", "manifests", "verified", "templates"):
            assert before[name].keys() >= values.keys(), name
        elif name not in ("pages", "guesses", "answers", "linking"):
            # One, two and the made pages; one text that has changed is in one of them.
            assert len(before[name].keys() & values.keys()) == len(values) - 1, name


def test_a_new_title_is_shown_wherever_it_stands(course: Path) -> None:
    build_course(course, targets=["web"])
    change(course / MORE, "\n# ", "\n# Not only ")
    found = build_course(course, targets=["web"])
    assert found == build_course(course, course / "clean", targets=["web"], cache=False)


def test_nothing_is_kept_where_nothing_is_asked_for(course: Path, folder: Path) -> None:
    build_course(course, cache=False)
    assert not folder.exists()
    command = [sys.executable, "-m", "moocbuild", "build", "--no-cache", "-C", str(course)]
    subprocess.run(command, check=True, capture_output=True)
    assert not folder.exists()


def test_one_run_remembers_nothing_for_another(course: Path) -> None:
    build_course(course, again=False)
    assert not keep._REMEMBERED._values
    build_course(course, course / "other")
    assert keep._REMEMBERED._values


def test_errors_of_a_kept_page_are_found_again(course: Path, pages_read: list[str]) -> None:
    change(course / MORE, "02-story.md", "03-nowhere.md")
    first = build_course(course)
    keep.forget()
    again = build_course(course)
    assert first.status == "errors"
    assert first == again
    assert len(pages_read) == 8


# --- never stale --------------------------------------------------------------------------------

EDITS: Mapping[str, Callable[[Path], object]] = {
    "more words": lambda root: more(root / LESSON, "\n\nMore words.\n"),
    "a picture": lambda root: more(root / MORE, "\n\n![A bench](../../media/picture.svg)\n"),
    "a question": lambda root: more(root / QUIZ, "\n\n" + question("late")),
    "an option": lambda root: swap(root / QUIZ, "Wait", "Linger"),
    "a lesson's question": lambda root: more(root / MORE, "\n\n" + question("inner")),
    "a scene": lambda root: swap(root / STORY, "Someone knocks.", "Someone *knocks*."),
    "a heading": lambda root: swap(root / LESSON, "## More", "## Even more"),  # and a dead link
    "the heading again": lambda root: swap(root / LESSON, "## Even more", "## More"),
    "an anchor": lambda root: swap(root / LESSON, "<!-- #why -->", "<!-- #reason -->"),
    "a title": lambda root: swap(root / MORE, "# A lesson", "# A longer lesson"),
    "a title of a module": lambda root: swap(root / TWO, "# Two", "# Twofold"),
    "a new page": lambda root: (root / "course/02-two/02-new.md").write_text("# New\n\nWords.\n"),
    "no new page": lambda root: (root / "course/02-two/02-new.md").unlink(missing_ok=True),
    "a name": lambda root: move(root / MORE, root / "course/02-two/03-moved.md"),
    "the name again": lambda root: move(root / "course/02-two/03-moved.md", root / MORE),
    "another picture": lambda root: swap(root / "media/picture.svg", "<svg ", "<svg id='a' "),
    "no second quiz": lambda root: (root / OTHER).unlink(missing_ok=True),
    "a second quiz": lambda root: (root / OTHER).write_text(SECOND[OTHER]),
    "a version": lambda root: swap(root / COURSE, "version: 1.0.0", "version: 1.0.1"),
    "a language": lambda root: swap(root / COURSE, "language: en", "language: fr"),
    "a language to the left": lambda root: swap(root / COURSE, "language: fr", "language: ar"),
    "the language again": lambda root: swap(root / COURSE, "language: ar", "language: en"),
    "the order": lambda root: swap(
        root / COURSE, "  - 01-one\n  - 02-two\n", "  - 02-two\n  - 01-one\n"
    ),
    "a setting": lambda root: more(root / COURSE, "\nscorm: {sco: lesson}\n"),
    "a statement": lambda root: swap(root / FRAMEWORK, "Listens.", "Listens well."),
    "a date": lambda root: swap(root / COURSE, "2026-01-02", "2026-02-03"),
    "a track": lambda root: more(root / COURSE, "\ntracks: {t: {title: T, modules: [02-two]}}\n"),
    "ids": lambda root: subprocess.run(
        [sys.executable, "-m", "moocbuild", "ids", "--write", "-C", str(root)],
        capture_output=True,
        check=False,
    ),
    "nothing": lambda root: None,
}


def more(path: Path, words: str) -> None:
    if path.exists() and words not in path.read_text("utf-8"):
        path.write_text(path.read_text("utf-8") + words, "utf-8")


def swap(path: Path, old: str, new: str) -> None:
    if path.exists():
        path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")


def move(path: Path, new: Path) -> None:
    if path.exists():
        path.rename(new)


def never_stale(root: Path, edits: list[str]) -> list[str]:
    """In this process, which lives, and in one that only has the files. Gives what was built."""
    built = []
    shutil.rmtree(root, ignore_errors=True)
    keep.forget()
    made = written_course(root / "course")
    for number, edit in enumerate(["nothing", *edits]):
        EDITS[edit](made)
        clean = build_course(made, root / f"clean{number}", cache=False, every_track=True)
        lives = build_course(made, root / f"lives{number}", every_track=True)
        assert lives == clean
        keep.forget()
        anew = build_course(made, root / f"anew{number}", every_track=True)
        assert anew == clean
        built += [edit] if clean.status == "built" else []
    return built


NAMES = st.lists(st.sampled_from(sorted(EDITS)), min_size=2, max_size=4)
SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(max_examples=3, deadline=None, suppress_health_check=SLOW)
@given(NAMES)
def test_random_edits_give_what_a_clean_build_gives(tmp_path: Path, edits: list[str]) -> None:
    never_stale(tmp_path / "random", edits)


def test_each_edit_gives_what_a_clean_build_gives(tmp_path: Path) -> None:
    built = never_stale(tmp_path / "each", list(EDITS))
    assert set(EDITS) - set(built) == {"a heading"}


@pytest.mark.audit
@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(NAMES)
def test_many_random_edits(tmp_path: Path, edits: list[str]) -> None:
    never_stale(tmp_path / "random", edits)


@pytest.mark.parametrize(
    "course",
    [
        REFERENCE / "tests" / "courses" / "fractions",
        pytest.param(REFERENCE, marks=pytest.mark.audit),
    ],
    ids=lambda root: root.name,
)
def test_the_same_key_never_has_two_values(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Texts of one module change; what is made of all others, by builds that know nothing of
    each other, is the same.
    """
    root = tmp_path / "course"
    for name in ("course", "quizzes", "media"):
        if (course / name).exists():
            shutil.copytree(course / name, root / name)

    def built(number: int) -> dict[str, Mapping[bytes, bytes]]:
        keep.forget()
        monkeypatch.setenv("MOOCBUILD_CACHE_DIR", str(tmp_path / f"cache{number}"))
        assert build_course(root, tmp_path / f"out{number}", again=False).status == "built"
        return shelves(tmp_path / f"cache{number}")

    first = built(1)
    names = sorted(path.name for path in (root / "course").iterdir() if path.is_dir())
    for path in [*(root / "course" / names[1]).glob("*.md"), root / f"quizzes/{names[1]}.md"]:
        if path.exists():
            said = path.read_text("utf-8")
            path.write_text(re.sub(r"(?m)^([A-Z][a-z]+) (?=[a-z])", r"\1 *also* ", said), "utf-8")
    second = built(2)
    for shelf in ("player", "cc-1.1", "cc-1.3", "moodle", "moodle-bank", "moodle-xml", "olx"):
        both = first[shelf].keys() & second[shelf].keys()
        assert len(both) == len(second[shelf]) - 1, shelf
        for key in both:
            assert marshal.loads(first[shelf][key]) == marshal.loads(second[shelf][key]), shelf


def test_what_a_target_changes_is_told_apart(course: Path) -> None:
    with keeping(Keep(course, "program")):
        found = load(course, Collector(), datetime.date.min).course
        assert found is not None
        made = variants(found, BuildRequest(("web", "scorm-1.2", "cc-1.1", "olx")), Collector())
        keys = {v.target.name: module_key(v.course, "two") for v in made}
        assert keys["web"] == keys["scorm-1.2"] != keys["cc-1.1"] != keys["olx"]
        assert len(set(keys.values()) - {None}) == 3
        assert module_key(replace(made[0].course, title="Another"), "two") is None
    assert module_key(made[0].course, "two") is None


def test_pages_under_another_policy_are_others(course: Path) -> None:
    abroad = replace(NONE, sources={**NONE.sources, "connect-src": "https://example.org"})
    with keeping(Keep(course, "program")):
        found = load(course, Collector(), datetime.date.min).course
        assert found is not None
        (made,) = variants(found, BuildRequest(("web",)), Collector())
        pages = [site(made.course, edition)["two.index.html"] for edition in (NONE, abroad)]
    assert b"https://example.org" in pages[1]
    assert b"https://example.org" not in pages[0]


# --- plain data ---------------------------------------------------------------------------------


def test_every_page_of_the_course_can_be_taken_apart(course: Path) -> None:
    for root in (course, REFERENCE):
        tree = read_tree(root, Collector())
        found, _ = load_course(tree, Collector())
        assert found is not None
        codec = kept.codec()
        for page in found.pages():
            data = marshal.dumps(codec.close(page))
            assert codec.open(marshal.loads(data)) == page
            assert type(codec.open(marshal.loads(data))) is type(page)


def test_an_outline_is_all_but_texts(course: Path) -> None:
    found, _ = load_course(read_tree(course, Collector()), Collector())
    assert found is not None
    for page in found.pages():
        assert [*texts(page)], page.id
        other = map_texts(page, lambda old: text(old, "x"))
        same = replace(other, heading=EMPTY) if isinstance(other, Lesson) else other
        assert outline(same) == outline(page) != outline(replace(page, title="Another"))


def test_what_is_of_no_class_known_is_not_kept(course: Path) -> None:
    class Odd:
        pass

    with pytest.raises(ValueError, match="Odd"):
        PLAIN.close((1, Odd()))
    with pytest.raises(ValueError, match="Odd"):
        outline((1, Odd()))
    store = Keep(course, "program")
    made = [store.made("odd", b"k", Odd, PLAIN.close, PLAIN.open) for _ in range(2)]
    assert made[0] is not made[1]


class Sign(str):
    """As libraries have them."""

    __slots__ = ()


VALUES: list[Any] = [
    (1, 1.5, True, None, "é\ud800", b"\0"),
    {"a": (1, 2), ("b", 1): {"c", "d"}},
    [1, [2]],
    Text((Sign("said"), element("a", "to", href=Ref("page", "a/b", "c")))),
    Text((("p", (), ("plain",), 3),)),
    EMPTY,
    Span("a.md", 1),
]


@pytest.mark.parametrize("value", VALUES)
def test_values_come_back(value: object) -> None:
    codec = Codec([Span])
    assert codec.open(marshal.loads(marshal.dumps(codec.close(value)))) == value


CHANGED = {
    "language": "fr",
    "pages": {"a.md": "a"},
    "media": frozenset({"media/a"}),
    "unread": frozenset({"b.md"}),
    "references": frozenset({"Book"}),
    "placeholders": {"help": "112"},
    "codes": frozenset({"A"}),
    "pools": {"quizzes/pools/a.md": "a"},
}
TABLES = {"a.csv": TableFile("a.csv", "a,b\n1,2\n")}
"""What only pages that name a table depend on."""


def test_a_page_depends_on_all_that_is_shared() -> None:
    names = {field.name for field in dataclasses.fields(Shared)}
    assert names == {*CHANGED, "frozen", "tables"}, "does the key of pages know of it?"
    keys = [kept._key_of_shared(Shared(), 70), kept._key_of_shared(Shared(), 71)]
    keys += [kept._key_of_shared(replace(Shared(), **{n: v}), 70) for n, v in CHANGED.items()]  # type: ignore[arg-type]
    locked = Shared()
    locked.frozen.questions["a"] = 1
    keys.append(kept._key_of_shared(locked, 70))
    assert len(set(keys)) == len(keys)


def test_a_page_depends_on_tables_if_it_names_one() -> None:
    files = [SourceFile("a.md", text, (text,)) for text in ("Words.", "![x](a.CSV)")]
    other = {"a.csv": replace(TABLES["a.csv"], text="a,b\n1,3\n")}
    shared = [Shared(), Shared(tables=TABLES), Shared(tables=other)]
    keys = [{kept._key_of_tables(file, each) for each in shared} for file in files]
    assert [len(found) for found in keys] == [1, 3]


def test_assets_are_told_by_their_hash() -> None:
    """`marks_of` names these, and leaves out where a file lies and how it is cut."""
    told = {"href", "sha256", "media_type", "width", "height", "fills"}
    names = {field.name for field in dataclasses.fields(Asset)}
    assert names - told == {"source", "size", "content", "pieces"}


# --- numbers in Moodle --------------------------------------------------------------------------


def test_a_number_that_is_taken_is_not_claimed() -> None:
    ids = Ids()
    with ids.asked() as asked:
        number = ids.of("page", "a")
    assert asked == {("page", "a"): number}
    assert ids.settled
    assert ids.claim([("page", "a", number), ("page", "b", number + 1)])
    assert not ids.claim([("page", "c", number + 2), ("page", "d", number)])
    assert not ids.claim([("page", "b", number)])
    assert ids.of("page", "b") == number + 1
    other = Ids()
    assert other.claim([("page", "z", number)])
    assert other.of("page", "a") == number + 1
    assert not other.settled


# --- the files ----------------------------------------------------------------------------------

SPOILS: Mapping[str, Callable[[Path], object]] = {
    "damaged": lambda path: path.write_bytes(
        path.read_bytes()[:-9] + b"x" + path.read_bytes()[-8:]
    ),
    "truncated": lambda path: path.write_bytes(path.read_bytes()[:-1]),
    "empty": lambda path: path.write_bytes(b""),
    "writable by others": lambda path: path.chmod(0o666),
    "in a folder writable by others": lambda path: path.parent.chmod(0o777),
    "a link": lambda path: path.symlink_to(path.rename(path.with_name("elsewhere"))),
}


def counted(store: Keep, number: int, made: list[int]) -> int:
    def make() -> int:
        made.append(number)
        return number * number

    square: int = store.made("squares", key_of(number), make, PLAIN.close, PLAIN.open)
    return square


def squares(root: Path, made: list[int], program: str = "program", **options: Any) -> None:
    store = Keep(root, program, **options)
    assert [counted(store, number, made) for number in range(3)] == [0, 1, 4]
    store.flush()


def test_values_are_found_in_the_file(tmp_path: Path, folder: Path) -> None:
    made: list[int] = []
    squares(tmp_path, made, remember=False)
    squares(tmp_path / "course", made)
    assert made == [0, 1, 2] * 2, "of another course"
    keep.forget()
    squares(tmp_path / "course", made)
    squares(tmp_path / "course", made)
    assert made == [0, 1, 2] * 2
    (first, *_) = folder.iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700
    assert first.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("how", SPOILS)
def test_what_is_odd_is_not_read(how: str, tmp_path: Path, folder: Path) -> None:
    made: list[int] = []
    squares(tmp_path / "course", made, remember=False)
    (path,) = folder.iterdir()
    SPOILS[how](path)
    squares(tmp_path / "course", made, remember=False)
    assert made == [0, 1, 2] * 2


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="only root gives files away")
def test_a_file_of_somebody_else_is_not_read(tmp_path: Path, folder: Path) -> None:
    made: list[int] = []
    squares(tmp_path / "course", made, remember=False)
    (path,) = folder.iterdir()
    os.chown(path, 12345, 12345)
    squares(tmp_path / "course", made, remember=False)
    assert made == [0, 1, 2] * 2


def test_another_program_finds_nothing(tmp_path: Path) -> None:
    made: list[int] = []
    squares(tmp_path / "course", made)
    squares(tmp_path / "course", made, "another")
    keep.forget()
    squares(tmp_path / "course", made, "program")
    assert made == [0, 1, 2] * 3


def test_what_is_not_used_goes(tmp_path: Path, folder: Path) -> None:
    squares(tmp_path / "course", [], remember=False)
    store = Keep(tmp_path / "course", "program", remember=False)
    made: list[int] = []
    assert [counted(store, number, made) for number in (2, 3)] == [4, 9]
    store.flush()
    assert made == [3]
    assert shelves(folder)["squares"].keys() == {key_of(2), key_of(3)}
    assert counted(store, 2, made) == 4, "after it was written"
    assert made == [3]


def test_within_a_course_nothing_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOOCBUILD_CACHE_DIR", str(tmp_path / "course/cache"))
    made: list[int] = []
    for _ in range(2):
        squares(tmp_path / "course", made, remember=False)
    assert made == [0, 1, 2] * 2
    assert not (tmp_path / "course").exists()


def test_a_shelf_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keep, "MOST_OF_A_SHELF", 12)  # bytes: two numbers of five
    made: list[int] = []
    for _ in range(2):
        squares(tmp_path / "course", made, remember=False)
    assert made == [0, 1, 2, 2]


def test_memory_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keep, "MOST_REMEMBERED", 12)
    squares(tmp_path / "course", [])
    assert [value for value, _ in keep._REMEMBERED._values.values()] == [1, 4]


def test_the_command_clears_it(course: Path, folder: Path) -> None:
    build_course(course)
    assert shelves(folder)
    assert cache.clear() > 0
    assert not folder.exists()


def test_threads_that_build_at_once(course: Path, tmp_path: Path) -> None:
    first = build_course(course, tmp_path / "first")
    change(course / LESSON, "First words.", "First words, and last.")
    clean = build_course(course, tmp_path / "clean", cache=False)
    assert first != clean
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda n: build_course(course, tmp_path / f"out{n}"), range(4)))
    assert found == [clean] * 4
    assert current() is None


def test_processes_that_build_at_once(course: Path, tmp_path: Path) -> None:
    code = "import sys; from moocbuild import build_course; build_course(*sys.argv[1:])"
    start = [sys.executable, "-c", code, str(course)]
    commands = [[*start, str(tmp_path / f"out{n}")] for n in range(3)]
    running = [subprocess.Popen(command) for command in commands]
    assert [process.wait() for process in running] == [0, 0, 0]
    sums = {(tmp_path / f"out{n}/SHA256SUMS").read_text() for n in range(3)}
    assert len(sums) == 1
    assert build_course(course, tmp_path / "last").files


def test_what_is_known_ends_with_the_build(tmp_path: Path) -> None:
    value = object()
    with keeping(Keep(tmp_path, "program")):
        store = current()
        assert store is not None
        store.know(value, "mark")
        assert store.mark(value) == "mark"
        assert store.mark(object()) is None
    assert current() is None
    assert Keep(tmp_path, "program").mark(value) is None
