"""One page a kind of question: what an author writes, what the model holds, what targets keep.

`pytest --accept` rewrites the `model` fences.
"""

from __future__ import annotations

import dataclasses
import datetime
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from moocbuild.build import BuildRequest, load, variants
from moocbuild.diagnostics import Collector, Severity, Span
from moocbuild.model.question import Question
from moocbuild.model.text import Ref, Text
from moocbuild.render import Dialect
from moocbuild.source.pages.questions import kinds
from moocbuild.targets import targets

HERE = Path(__file__).parent
PAGES = sorted((HERE / "questions").glob("*.md"))
HEAD = "---\ntitle: Check\nkind: quiz\n---\n\n# Check\n\n"


def _loaded(page: Path, tmp_path: Path) -> tuple[Collector, Path]:
    course = tmp_path / "course"
    shutil.copytree(HERE / "courses" / "minimal", course)
    (course / "course" / "course.lock").unlink()
    source = re.search(r"```markdown\n(.*?)\n```", page.read_text("utf-8"), re.S)
    assert source
    (course / "quizzes" / "01-listening.md").write_text(HEAD + source[1] + "\n", "utf-8")
    return Collector(), course


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_source_to_model(page: Path, tmp_path: Path, accept: bool) -> None:
    report, course = _loaded(page, tmp_path)
    loaded = load(course, report, datetime.date(2026, 1, 1))
    assert loaded.course is not None and not report.failed
    question = next(q for q in loaded.course.questions())
    assert question.kind == page.stem
    said = "\n".join(_lines(question)) + "\n"
    text = page.read_text("utf-8")
    old = text.partition("```model\n")[2].removesuffix("```\n")
    if accept and old != said:
        page.write_text(text.replace(f"```model\n{old}```", f"```model\n{said}```"), "utf-8")
    else:
        assert said == old


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_target_drops_its_words(page: Path, tmp_path: Path) -> None:
    report, root = _loaded(page, tmp_path)
    course = load(root, report, datetime.date(2026, 1, 1)).course
    assert course is not None
    question = next(course.questions())
    carrying = tuple(name for name, target in targets().items() if target.content)
    for variant in variants(course, BuildRequest(carrying), report):
        package = variant.target.render(variant.course)
        whole = " ".join(
            re.sub(
                r"<[^>]*>", " ", package.read(name).decode("utf-8", "replace").replace("\\n", " ")
            )
            for name in package.names()
            if name.endswith((".html", ".xhtml", ".xml", ".txt"))
        )
        for words in question.prompt.plain.split("____"):
            assert _folded(words) in _folded(whole), variant.target.name
    assert not [d for d in report.found if d.rule.severity is Severity.ERROR]


def test_every_kind_has_a_page() -> None:
    assert {page.stem for page in PAGES} == set(kinds())


def _folded(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.replace("&lt;", "<").replace("em&gt;", ""))


def _lines(question: Question) -> Iterator[str]:
    for field in dataclasses.fields(question):
        value = getattr(question, field.name)
        if field.name not in ("interaction", "span", "ordinal"):
            yield f"{field.name}: {_shown(value)}"
    yield type(question.interaction).__name__
    for field in dataclasses.fields(question.interaction):
        value = getattr(question.interaction, field.name)
        if isinstance(value, tuple):
            yield from (f"  {field.name}: {_shown(item)}" for item in value)
        else:
            yield f"  {field.name}: {_shown(value)}"


def _shown(value: object) -> str:
    if isinstance(value, Text):
        return repr(Dialect().html(value, _named))
    if isinstance(value, Span):
        return f"line {value.line}:{value.column}"
    if isinstance(value, tuple):
        return " ".join(map(_shown, value)) or "-"
    if dataclasses.is_dataclass(value):
        fields = dataclasses.fields(value)
        return " ".join(f"{f.name}={_shown(getattr(value, f.name))}" for f in fields)
    return repr(value) if isinstance(value, str) else str(value)


def _named(ref: Ref) -> str:
    return f"{ref.kind}:{ref.id}#{ref.anchor}"
