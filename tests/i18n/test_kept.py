"""What is kept of translations is never stale: a cached build is a clean one after any edit."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cache.test_keep import COURSE, LESSON, MORE, QUIZ, more, swap, written_course
from hostile.course import STORY
from moocbuild import build_course
from moocbuild.api import Result
from moocbuild.cache import keep
from moocbuild.cli import run

PO = "course/locale/nb.po"
OWN = "course/02-two/01-more.nb.md"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("MOOCBUILD_CACHE_DIR", str(tmp_path / "cache"))
    keep.forget()
    yield
    keep.forget()


def entry(root: Path, context: str, made: Callable[[str], str]) -> None:
    """Changes the first translation of a context."""
    path = root / PO
    if not path.exists():
        return
    head, sign, rest = path.read_text("utf-8").partition(f'msgctxt "{context}"\n')
    if sign:
        words, _, after = rest.partition("msgstr ")
        said, _, end = after.partition("\n")
        path.write_text(f"{head}{sign}{words}msgstr {made(said)}\n{end}", "utf-8")


def fuzzy(root: Path) -> None:
    swap(root / PO, 'msgctxt "one/lesson"\n', '#, fuzzy\nmsgctxt "one/lesson"\n')


EDITS: Mapping[str, Callable[[Path], object]] = {
    "a catalogue": lambda root: run(["i18n", "pseudo", "nb", "-C", str(root)]),
    "another wording": lambda root: entry(root, "one/lesson", lambda _: '"Ganske andre ord."'),
    "no wording": lambda root: entry(root, "one/lesson", lambda _: '""'),
    "a title": lambda root: entry(root, "two/more/title", lambda _: '"En tittel"'),
    "no title": lambda root: entry(root, "two/more/title", lambda _: '""'),
    "the course's title": lambda root: entry(root, "course/title", lambda _: '"Kurset"'),
    "a fuzzy one": fuzzy,
    "more words": lambda root: more(root / LESSON, "\n\nMore words.\n"),
    "an option": lambda root: swap(root / QUIZ, "Wait", "Linger"),
    "a scene": lambda root: swap(root / STORY, "Someone knocks.", "Someone *knocks*."),
    "merged": lambda root: run(["i18n", "merge", "-C", str(root)]),
    "a text of its own": lambda root: (root / OWN).write_text("# Mer\n\nEgne ord.\n", "utf-8"),
    "none of its own": lambda root: (root / OWN).unlink(missing_ok=True),
    "a heading": lambda root: swap(root / MORE, "\n# ", "\n# Not only "),
    "another language": lambda root: more(root / COURSE, "\nlanguages: [en, nb, ar]\n"),
    "no catalogue": lambda root: (root / PO).unlink(missing_ok=True),
}


def built(root: Path, out: Path, *, cache: bool = True) -> Result:
    return build_course(
        root,
        out,
        ["web", "moodle", "olx"],
        every_language=True,
        together=True,
        cache=cache,
    )


def never_stale(root: Path, edits: list[str]) -> list[str]:
    shutil.rmtree(root, ignore_errors=True)
    keep.forget()
    made, done = written_course(root / "course"), []
    for number, edit in enumerate(edits):
        EDITS[edit](made)
        clean = built(made, root / f"clean{number}", cache=False)
        assert built(made, root / f"lives{number}") == clean, edit
        keep.forget()
        assert built(made, root / f"anew{number}") == clean, edit
        done += [edit] if clean.status == "built" else []
    return done


SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def test_each_edit_gives_what_a_clean_build_gives(tmp_path: Path) -> None:
    assert never_stale(tmp_path / "each", list(EDITS)) == list(EDITS)


@pytest.mark.audit
@settings(max_examples=40, deadline=None, suppress_health_check=SLOW)
@given(st.lists(st.sampled_from(sorted(EDITS)), min_size=2, max_size=5))
def test_random_edits_give_what_a_clean_build_gives(tmp_path: Path, edits: list[str]) -> None:
    never_stale(tmp_path / "random", ["a catalogue", *edits])


def test_an_edited_translation_costs_its_own_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from moocbuild.source.pages import kept, modules

    root = written_course(tmp_path / "course")
    EDITS["a catalogue"](root)
    built(root, tmp_path / "out")
    read: list[str] = []
    real = modules.read_page

    def counted(file: object, *rest: object) -> object:
        read.append(file.path)  # type: ignore[attr-defined]
        return real(file, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(kept, "read_page", counted)
    EDITS["another wording"](root)
    built(root, tmp_path / "out")
    assert read == [LESSON]
