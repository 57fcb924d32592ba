"""What stands around a lesson in Open edX is there, whatever the lesson begins and ends with."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hostile.course import LESSON, write_course
from moocbuild.build import BuildRequest, load, variants
from moocbuild.diagnostics import Collector
from test_diagnostics import TODAY

WORDS = "Words between.\n"
QUESTION = """## Ask
<!-- #ask kind=single -->

`A.1`

Which?

- [x] This.
- [ ] That.
    > No.
"""
HEAD = "---\nitems: [A.1]\ncontent_notes: [loud noise]\n---\n\n# A lesson\n\n"
BODIES = {
    "words": WORDS,
    "a question": QUESTION,
    "words, then a question": f"{WORDS}\n{QUESTION}",
    "a question, then words": f"{QUESTION}\n## More\n<!-- #more -->\n\n{WORDS}",
}


def unit(root: Path, body: str) -> str:
    """The blocks of the lesson's unit, in order, as text."""
    report = Collector()
    course = load(write_course(root, {LESSON: HEAD + body}), report, TODAY).course
    assert course is not None and not report.failed
    (made,) = variants(course, BuildRequest(("olx",)), report)
    package = made.target.render(made.course)
    vertical = package.read("vertical/one__lesson_unit.xml").decode()
    names = re.findall(r'<(html|problem) url_name="([^"]+)"', vertical)
    files = {name: f"{kind}/{name}.{'html' if kind == 'html' else 'xml'}" for kind, name in names}
    return "\n".join(package.read(files[name]).decode() for _, name in names)


@pytest.mark.parametrize("body", BODIES)
def test_the_note_comes_first_and_the_competencies_last(body: str, tmp_path: Path) -> None:
    said = unit(tmp_path / "c", BODIES[body])
    note, items = said.index("loud noise"), said.index("Listens.")
    for part in ("Words between.", "<problem"):
        if part in said:
            assert note < said.index(part) < items
    assert said.count("loud noise") == said.count("A.1: Listens.") == 1


@pytest.mark.parametrize(
    ("listed", "bare"), [("- [ ] Wash.\n- [x] Dry.\n", True), ("- [ ] Wash.\n- Dry.\n", False)]
)
def test_things_to_do_have_one_sign_each(listed: str, bare: bool, tmp_path: Path) -> None:
    """Not a bullet and a box: the platform draws bullets for every list."""
    assert ('<ul style="list-style: none' in unit(tmp_path, listed)) is bare
