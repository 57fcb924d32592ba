"""Drafts in the preview: there, marked, and in no package."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from moocbuild.package import read
from moocbuild.serve.preview import WEB, Maker, Preview

SCORM = "scorm-1.2"


def preview(root: Path) -> Preview:
    return Maker(root, (SCORM,), "test", lambda: datetime.date(2026, 11, 29)).made(lambda: None)


def module_of(root: Path) -> Path:
    return sorted(root.glob("course/*/index.md"))[0].parent


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("_03-later.md", "# Later\n\nNot yet.\n"),
        ("03-later.md", "---\ndraft: true\n---\n# Later\n\nNot yet.\n"),
        ("within/_later.md", "# Later\n\nNot yet.\n"),
    ],
)
def test_a_draft_is_a_page_of_the_preview_alone(course: Path, name: str, text: str) -> None:
    path = module_of(course) / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    made = preview(course)
    (page,) = made.drafts
    assert page == "when-to-wash.later.html"
    assert b"Not yet." in made.sites[WEB].read(page)
    assert page not in made.sites[SCORM]
    assert page.encode() not in b"".join(read(m) for m in made.sites[SCORM].members.values())
    assert not made.findings and not made.failed


def test_a_module_that_is_a_draft_is_one_as_a_whole(course: Path) -> None:
    index = module_of(course) / "index.md"
    text = index.read_text("utf-8")
    assert text.startswith("---\n")
    index.write_text(text.replace("---\n", "---\ndraft: true\n", 1), "utf-8")
    (course / "course/course.lock").unlink()  # else its ids are lost: no record hangs on a draft
    made = preview(course)
    drafts = {page for page in made.sites[WEB].names() if page.startswith("when-to-wash.")}
    assert len(drafts) == 2 and drafts <= made.drafts
    assert not made.failed, made.findings
    assert not [page for page in made.sites[SCORM].names() if page.startswith("when-to-wash.")]


def test_a_draft_has_the_place_that_it_will_have(course: Path) -> None:
    module = module_of(course)
    (module / "_00-before.md").write_text("# Before\n\nFirst of all.\n", "utf-8")
    page = preview(course).sites[WEB].read("when-to-wash.before.html").decode()
    assert 'rel="prev" href="when-to-wash.index.html"' in page
    assert 'rel="next" href="when-to-wash.five-moments.html"' in page


def test_the_next_version_of_a_page_stays_out(course: Path) -> None:
    module = module_of(course)
    first = sorted(module.glob("0*.md"))[0]
    first.with_name(f"_{first.name}").write_text("# Five moments\n\nAnew.\n", "utf-8")
    made = preview(course)
    assert not made.findings and not made.failed
    assert b"Anew." not in made.sites[WEB].read("when-to-wash.five-moments.html")


def test_a_draft_with_errors_is_left_out_and_told(course: Path) -> None:
    module = module_of(course)
    (module / "_03-later.md").write_text("# Later\n\n<div>\n", "utf-8")
    made = preview(course)
    assert not made.failed
    (found,) = made.findings
    assert (found.rule.code, found.span.path) == ("MB033", "course/01-when-to-wash/_03-later.md")
    assert made.lines[found.span] == "<div>"
    assert "when-to-wash.later.html" not in made.sites[WEB]
    assert made.sites[SCORM].names()


def test_a_link_to_a_draft_works_here_and_is_an_error_of_the_build(course: Path) -> None:
    module = module_of(course)
    (module / "_03-later.md").write_text("# Later\n\nNot yet.\n", "utf-8")
    first = sorted(module.glob("0*.md"))[0]
    with first.open("a", encoding="utf-8") as stream:
        stream.write("\n\nSee [later](_03-later.md).\n")
    made = preview(course)
    assert made.failed
    assert {found.span.path for found in made.findings} == {first.relative_to(course).as_posix()}
    page = made.sites[WEB].read("when-to-wash.five-moments.html")
    assert b'href="when-to-wash.later.html"' in page
    assert SCORM not in made.sites


def test_a_preview_reads_no_language_and_so_misses_no_word(course: Path) -> None:
    page = module_of(course) / "index.md"
    off = "\n<!-- moocbuild: off MB189, because this section is about such words -->\n"
    page.write_text(f"{page.read_text('utf-8').rstrip()}\n{off}", "utf-8")
    assert not preview(course).findings
