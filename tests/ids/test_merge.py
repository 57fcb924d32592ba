"""course.lock on two branches: what git merges, what it cannot, and who keeps a number."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ids.course import (
    LOCK,
    append,
    commit,
    edit,
    errors,
    git,
    ids,
    lock,
    question,
    questions,
    start,
)
from moocbuild.build import BuildRequest, load, variants
from moocbuild.diagnostics import Collector
from moocbuild.freeze.history import stages
from moocbuild.source.files.lock import parse_lock
from moocbuild.source.files.lock_file import lock_text, numbers, retired
from moocbuild.source.files.lock_merge import clashes, merged, settled
from moocbuild.source.yaml.schema import LockFile
from test_diagnostics import TODAY

ONE, TWO = "quizzes/01-one.md", "quizzes/02-two.md"
BOTH = pytest.mark.parametrize("order", [("ours", "theirs"), ("theirs", "ours")], ids="-".join)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = start(tmp_path_factory.mktemp("base") / "course")
    commit(root, first=True)
    return root


def branch(root: Path, name: str, bank: str, id: str) -> None:
    """A branch on which a question is added and frozen."""
    git(root, "switch", "-q", "-c", name, "main")
    append(root, bank, "\n" + question(id))
    assert ids(root, "--write")[0] == 0
    commit(root)


def two_branches(base: Path, root: Path, one: str = "apple", other: str = "zebra") -> Path:
    shutil.copytree(base, root)
    branch(root, "ours", ONE, one)
    branch(root, "theirs", TWO, other)
    return root


def merge(root: Path, order: tuple[str, str], *, status: int = 0) -> None:
    git(root, "switch", "-q", order[0])
    git(root, "merge", "-q", "--no-edit", order[1], status=status)


@BOTH
def test_git_merges_the_lock_and_both_ids_get_a_number(
    base: Path, tmp_path: Path, order: tuple[str, str]
) -> None:
    root = two_branches(base, tmp_path / "c")
    before = parse_lock(lock(root), Collector())[0]
    merge(root, order)
    assert errors(root) == ["same-number"]
    status, said = ids(root, "--write")
    assert status == 0 and "'zebra' now has the number 7; 6 belongs to 'apple'" in said
    assert errors(root) == []
    after = questions(root)
    assert (after["apple"], after["zebra"]) == (6, 7)
    assert before is not None
    assert all(after[id] == n for id, n in before.questions.items() if id != "zebra")


@BOTH
def test_a_tagged_release_decides(base: Path, tmp_path: Path, order: tuple[str, str]) -> None:
    root = two_branches(base, tmp_path / "c")
    git(root, "tag", "v1.1", "theirs")
    merge(root, order)
    assert ids(root, "--write")[0] == 0
    assert (questions(root)["zebra"], questions(root)["apple"]) == (6, 7)


@BOTH
@pytest.mark.parametrize("kind", ["lock", "package"])
def test_what_was_released_decides(
    base: Path, tmp_path: Path, order: tuple[str, str], kind: str
) -> None:
    root = two_branches(base, tmp_path / "c")
    released = tmp_path / "released"
    if kind == "lock":
        shutil.copy(root / LOCK, released)  # of 'theirs'
    else:
        course = load(root, Collector(), TODAY).course
        assert course is not None
        (variant,) = variants(course, BuildRequest(("web",)), Collector())
        with released.open("wb") as stream:
            variant.target.pack(variant.target.render(variant.course), stream)
    merge(root, order)
    assert ids(root, "--write", "--released", str(released))[0] == 0
    assert (questions(root)["zebra"], questions(root)["apple"]) == (6, 7)


@BOTH
def test_the_merge_base_decides(base: Path, tmp_path: Path, order: tuple[str, str]) -> None:
    """One branch has given a number of the base to another id, by hand."""
    root = Path(shutil.copytree(base, tmp_path / "c"))
    git(root, "switch", "-q", "-c", "ours", "main")
    append(root, ONE, "\n" + question("apple"))
    edit(root, LOCK, "  first: ", "  apple: 2\n  first: ")
    commit(root)
    second = questions(root)["second"]
    edit(root, LOCK, "  apple: 2\n", f"  apple: {second}\n")
    commit(root)
    branch(root, "theirs", TWO, "zebra")
    merge(root, order)
    assert ids(root, "--write")[0] == 0
    after = questions(root)
    assert after["second"] == second and after["apple"] not in (second, after["zebra"])
    assert errors(root) == []


@BOTH
def test_an_unfinished_merge_is_settled_too(
    base: Path, tmp_path: Path, order: tuple[str, str]
) -> None:
    """Ids that are neighbours: git leaves markers, and keeps the three versions."""
    root = two_branches(base, tmp_path / "c", "apple", "apricot")
    merge(root, order, status=1)
    assert "<<<<<<<" in lock(root) and errors(root) == ["yaml-syntax"]
    status, said = ids(root, "--write")
    assert status == 0, said
    assert errors(root) == []
    assert (questions(root)["apple"], questions(root)["apricot"]) == (6, 7)


def test_markers_without_git_say_what_to_do(base: Path, tmp_path: Path) -> None:
    root = two_branches(base, tmp_path / "c", "apple", "apricot")
    merge(root, ("ours", "theirs"), status=1)
    shutil.rmtree(root / ".git")
    text = lock(root)
    status, said = ids(root, "--write")
    assert status == 1 and "nothing was written" in said and lock(root) == text
    assert "keep the lines of both sides and delete the three lines of markers" in said
    kept = [line for line in text.split("\n") if not line.startswith(("<<<", "===", ">>>"))]
    (root / LOCK).write_text("\n".join(kept), "utf-8")
    assert errors(root) == ["same-number"]
    assert ids(root, "--write")[0] == 0 and errors(root) == []


@BOTH
def test_the_driver_merges_what_git_cannot(
    base: Path, tmp_path: Path, order: tuple[str, str]
) -> None:
    root = two_branches(base, tmp_path / "c", "apple", "apricot")
    program = f"{sys.executable} -m moocbuild ids --merge %O %A %B"
    git(root, "config", "merge.moocbuild.driver", program)
    (root / ".git/info/attributes").write_text("course/course.lock merge=moocbuild\n", "utf-8")
    merge(root, order)
    assert errors(root) == []
    assert (questions(root)["apple"], questions(root)["apricot"]) == (6, 7)
    assert "all ids are frozen" in ids(root)[1]


def test_the_driver_leaves_markers_where_a_lock_cannot_be_read(tmp_path: Path) -> None:
    texts = {"base": "questions: {a: 1}\n", "ours": "questions: [\n", "theirs": "items: {b: 1}\n"}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    names = [str(tmp_path / name) for name in texts]
    status, said = ids(tmp_path, "--merge", *names)
    assert status == 1 and "merge it by hand" in said
    assert "<<<<<<< ours" in (tmp_path / "ours").read_text("utf-8")


def test_a_lock_that_both_began(tmp_path: Path) -> None:
    (tmp_path / "base").write_text("", "utf-8")
    (tmp_path / "ours").write_text("questions:\n  b: 1\n", "utf-8")
    (tmp_path / "theirs").write_text("questions:\n  a: 1\n", "utf-8")
    names = [str(tmp_path / name) for name in ("base", "ours", "theirs")]
    assert ids(tmp_path, "--merge", *names)[0] == 0
    assert "questions:\n  a: 1\n  b: 2\n" in (tmp_path / "ours").read_text("utf-8")


def test_retiring_and_restoring_meet(tmp_path: Path) -> None:
    base = LockFile(questions={"a": 1, "b": 2}, retired={"questions": ["c=3"]})
    ours = LockFile(questions={"a": 1}, retired={"questions": ["b=2", "c=3"]})
    theirs = LockFile(questions={"a": 1, "b": 2, "c": 3, "d": 4})
    lock, given = merged(base, ours, theirs)
    assert (lock.questions, lock.retired, given) == (
        {"a": 1, "c": 3, "d": 4},
        {"questions": ["b=2"]},
        [],
    )


def test_a_retired_number_is_not_used_again() -> None:
    """One branch added and removed a question, the other one added another."""
    found = LockFile(questions={"a": 1, "new": 2}, retired={"questions": ["gone=2"]})
    assert [clash.spent for clash in clashes(found)] == [("gone",)]
    assert settled(found, [])[0].questions == {"a": 1, "new": 3}
    known, _ = settled(found, [LockFile(questions={"new": 2})])
    assert (known.questions["new"], known.retired) == (2, {"questions": ["gone"]})


IDS = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(1, 6), max_size=5)
RETIRED = st.dictionaries(st.sampled_from("uvwxyz"), st.integers(1, 6), max_size=3).map(
    lambda found: {"questions": [f"{id}={n}" for id, n in found.items()]} if found else {}
)
LOCKS = st.builds(
    LockFile,
    questions=IDS,
    lessons=IDS,
    scenes=st.dictionaries(st.just("p"), IDS),
    retired=RETIRED,
)


@given(LOCKS, LOCKS, LOCKS)
def test_any_merge_is_the_same_in_both_orders(
    base: LockFile, ours: LockFile, theirs: LockFile
) -> None:
    one, other = merged(base, ours, theirs)[0], merged(base, theirs, ours)[0]
    assert one == other
    assert (
        parse_lock(lock_text(one), Collector())[0] == parse_lock(lock_text(other), Collector())[0]
    )
    assert not list(clashes(one))


@given(LOCKS, st.lists(LOCKS, max_size=2))
def test_settling_loses_no_id(found: LockFile, known: list[LockFile]) -> None:
    lock, given_ = settled(found, known)
    assert not list(clashes(lock))
    for kind, was in numbers(found).items():
        assert set(numbers(lock)[kind]) == set(was)
        changed = {id for id in was if numbers(lock)[kind][id] != was[id]}
        assert changed == {each.id for each in given_ if each.kind == kind}
        assert set(retired(found, kind)) - set(was) <= set(retired(lock, kind))


def test_an_old_lock_is_read_and_rewritten_when_something_is_new(
    base: Path, tmp_path: Path
) -> None:
    """By number, with empty sections: as locks were before they were made to merge well."""
    root = Path(shutil.copytree(base, tmp_path / "c"))
    found = parse_lock(lock(root), Collector())[0]
    assert found is not None
    rows = sorted(found.questions.items(), key=lambda row: row[1])
    assert [id for id, _ in rows] != sorted(found.questions)
    block = "questions:\n" + "".join(f"  {id}: {number}\n" for id, number in sorted(rows))
    old = "questions:\n" + "".join(f"  {id}: {number}\n" for id, number in rows)
    edit(root, LOCK, block, f"{old}retired: {{}}\n")
    before = lock(root)
    assert "all ids are frozen" in ids(root, "--write")[1] and lock(root) == before
    append(root, ONE, "\n" + question("apple"))
    ids(root, "--write")
    assert "questions:\n  apple: 6\n  first: " in lock(root) and "retired: {}" not in lock(root)


def test_markers_with_the_base_between_them(base: Path, tmp_path: Path) -> None:
    root = two_branches(base, tmp_path / "c", "apple", "apricot")
    git(root, "config", "merge.conflictStyle", "diff3")
    merge(root, ("theirs", "ours"), status=1)
    assert "|||||||" in lock(root)
    assert ids(root, "--write")[0] == 0 and errors(root) == []


def test_a_clash_is_told_before_it_is_settled(base: Path, tmp_path: Path) -> None:
    root = two_branches(base, tmp_path / "c")
    merge(root, ("ours", "theirs"))
    before = lock(root)
    said = ids(root)[1]
    assert "'zebra' would get the number 7; 6 belongs to 'apple'" in said
    assert "would change: course/course.lock" in said and lock(root) == before


@pytest.mark.parametrize(
    ("held", "found"),
    [
        ({1: "a", 2: "b", 3: "c"}, ("a", "b", "c")),
        ({2: "b", 3: "c"}, ("", "b", "c")),
        ({1: "a", 2: "b"}, None),
        ({1: "a", 3: "c"}, None),
        ({}, None),
    ],
)
def test_stages_of_a_merge(
    held: dict[int, str], found: tuple[str, str, str] | None, tmp_path: Path
) -> None:
    """What git keeps of a file until its merge is done: a side may have deleted or added it."""
    git(tmp_path, "init", "-q")
    for stage, text in held.items():
        (tmp_path / "blob").write_text(text)
        blob = git(tmp_path, "hash-object", "-w", "blob").strip()
        info = f"100644 {blob} {stage}\tcourse/course.lock\n"
        subprocess.run(
            ["git", "update-index", "--index-info"],
            cwd=tmp_path,
            input=info,
            text=True,
            check=True,
        )
    assert stages(tmp_path) == found
