"""What nobody has translated yet says its language, wherever that can be said in a package."""

from __future__ import annotations

import html
import shutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from i18n.courses import catalogue, in_language, loaded, packages, with_catalogue
from i18n.sample import SAMPLE
from moocbuild.diagnostics import Collector
from moocbuild.i18n.po import catalogue_path, read_catalogue
from moocbuild.package import Package

LEFT = {
    "bake a loaf and know when it is done",
    "A warm kitchen",
    "At the bowl",
    "The finger",
    "It makes gas.",
    "bottom",
}
OUTCOME = '<li><span lang="en">bake a loaf and know when it is done</span></li>'
MARKED = {
    "web": {
        "oven.index.html": [OUTCOME],
        "oven.quiz.html": [
            '<option value="a" lang="en">It makes gas.</option>',
            '<option value="a" lang="en">bottom</option>',
            '<h2 id="q-finger-title"><span lang="en">The finger</span></h2>',
        ],
        "oven.sunday-morning-text.html": [
            '<h2 id="read-bowl"><span lang="en">At the bowl</span></h2>'
        ],
        "dough.fold-and-wait.html": ['<summary lang="en">A warm kitchen</summary>'],
    },
    "cc-1.1": {
        "pages/p-oven.index.html": [OUTCOME],
        "pages/p-oven.quiz-1-answers.html": ['<span lang="en">The finger</span></h2>'],
        "pages/p-oven.sunday-morning-text.html": ['<span lang="en">At the bowl</span></h2>'],
        "pages/p-dough.fold-and-wait.html": ['<p lang="en"><strong>A warm kitchen</strong></p>'],
    },
    "moodle": {"": [OUTCOME, '<span lang="en">At the bowl</span></h2>']},
    "olx": {
        "": [
            OUTCOME,
            '<span lang="en">At the bowl</span></h2>',
            '<div lang="en"><strong>A warm kitchen</strong></div>',
        ]
    },
}
"""Target → file, "" for any → what stands in it."""


SHARED = {
    "01-dough/02-fold-and-wait.md": "Fold and wait",
    "02-oven/01-heat-and-steam.md": "Heat and steam",
}
"""File → the title that another page gets as well."""


@cache
def begun() -> Mapping[str, Package]:
    """The sample course in French, but for some of its texts."""
    found = loaded(SAMPLE)
    done = read_catalogue(found.tree.texts[catalogue_path("fr")], Collector()).entries
    made = catalogue(
        found, "fr", lambda each: "" if each.words in LEFT else done[each.key].translation
    )
    return packages(in_language(with_catalogue(found, "fr", made), "fr", Collector()))


@pytest.mark.parametrize("target", MARKED)
def test_what_is_left_is_marked(target: str) -> None:
    package = begun()[target]
    for file, expected in MARKED[target].items():
        names = [file] if file else [n for n in package.names() if n.endswith((".xml", ".html"))]
        said = "\n".join(html.unescape(package.read(name).decode()) for name in names)
        for each in expected:
            assert each in said, (file, each)


def test_of_a_title_and_its_unit_each_says_its_language(tmp_path: Path) -> None:
    """The framework's page names the unit of a page whose title another page has, too."""
    root = tmp_path / "course"
    shutil.copytree(SAMPLE, root)
    for name, title in SHARED.items():
        file = root / "course" / name
        file.write_text(file.read_text("utf-8").replace(f"# {title}\n", "# Waiting\n"), "utf-8")
    found = loaded(root)
    done = read_catalogue(found.tree.texts[catalogue_path("fr")], Collector()).entries
    known = {entry.words: entry.translation for entry in done.values()}
    said = known | {"Waiting": "", "The dough": ""}
    assert known["The oven"] == "Le four"
    made = catalogue(found, "fr", lambda each: said.get(each.words, ""))
    package = packages(in_language(with_catalogue(found, "fr", made), "fr", Collector()))["web"]
    page = html.unescape(package.read("framework.html").decode())
    waiting, dough = (f'<span lang="en">{words}</span>' for words in ("Waiting", "The dough"))
    assert f"<span>{waiting}</span> (<span>Le four</span>)</a>" in page
    assert f"<span>{waiting}</span> (<span>{dough}</span>)</a>" in page
