"""Features for Behat: every step is one that the Moodle at hand defines, every word one of ours.

Behat itself comes with Composer only. Where a site has it, this runs the features:

    vendor/bin/behat --config $CFG->behat_dataroot/behatrun/behat/behat.yml --tags=@local_moocbuild
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from systems.moodle.site import VARIABLE, folders

PLUGIN = Path(__file__).parents[2]
BEHAT = PLUGIN / "tests" / "behat"
FEATURES = sorted(BEHAT.glob("*.feature"))
KEYWORDS = ("Given ", "When ", "Then ", "And ", "But ")
MENTIONED = re.compile(r'I (?:press|should see|navigate to) "([^"]+)"')


def steps(feature: Path) -> Iterator[tuple[int, str]]:
    """Its steps by line, without what follows in a table."""
    for number, line in enumerate(feature.read_text(encoding="utf-8").splitlines(), 1):
        word = line.strip()
        if word.startswith(KEYWORDS):
            yield number, word.partition(" ")[2]


def pattern(defined: str) -> re.Pattern[str]:
    """A definition of Behat (a regular expression, or words with `:names`) as one of Python."""
    if found := re.fullmatch(r"/(.*)/[a-z]*", defined):
        return re.compile(re.sub(r"\(\?(?:P)?<(\w+)>", "(?:", found[1]))
    words = re.sub(r"\\:\w+|:\w+", "\0", defined)
    return re.compile("^" + re.escape(words).replace("\0", r'(?:"[^"]*"|\S+)') + "$")


def definitions(root: Path) -> list[re.Pattern[str]]:
    """All that a Moodle's own classes for Behat define."""
    lines = [
        line
        for file in root.glob("**/tests/behat/behat_*.php")
        for line in file.read_text(encoding="utf-8", errors="replace").splitlines()
    ]
    found = [re.match(r"\s*\*\s*@(?:Given|When|Then)\s+(.+?)\s*$", line) for line in lines]
    return [pattern(each[1]) for each in found if each]


def test_there_are_three_with_a_teacher_and_a_learner() -> None:
    assert len(FEATURES) == 3
    text = "\n".join(feature.read_text(encoding="utf-8") for feature in FEATURES)
    assert 'logged in as "teacher1"' in text
    assert 'logged in as "student1"' in text


@pytest.mark.parametrize("feature", FEATURES, ids=lambda each: each.stem)
def test_words_of_ours_are_as_the_plugin_says_them(feature: Path) -> None:
    strings = (PLUGIN / "lang/en/local_moocbuild.php").read_text(encoding="utf-8")
    whole = re.findall(r"= '((?:[^'\\]|\\.)*)';", strings)
    patterns = [re.sub(r"\\\{\\\$a(?:\\->\w+)?\\\}", ".*", re.escape(each)) for each in whole]
    ours = re.compile("|".join(f"(?:{each})" for each in patterns))
    sources = (PLUGIN / "tests/site/small.py").read_text(encoding="utf-8")
    for number, step in steps(feature):
        for words in MENTIONED.findall(step):
            known = (
                any(words in each for each in whole)
                or ours.fullmatch(words)
                or words in sources
                or "Learner" in words
                or words.startswith("Sorry, but you do not")  # Moodle's own
            )
            assert known, f"{feature.name}:{number}: {words}"


@pytest.fixture(scope="module", params=folders() or [None], ids=lambda f: f.name if f else "none")
def defined(request: pytest.FixtureRequest) -> list[re.Pattern[str]]:
    if request.param is None:
        pytest.skip(f"{VARIABLE} names no folder of an installed Moodle")
    return definitions(request.param)


@pytest.mark.parametrize("feature", FEATURES, ids=lambda each: each.stem)
def test_moodle_has_every_step(feature: Path, defined: list[re.Pattern[str]]) -> None:
    assert len(defined) > 300
    unknown = [
        f"{feature.name}:{number}: {step}"
        for number, step in steps(feature)
        if not any(each.search(step) for each in defined)
    ]
    assert unknown == []


def test_the_packages_that_they_upload_can_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(str(BEHAT))
    import packages  # type: ignore[import-not-found]

    made: Any = packages.write(tmp_path)
    text = "\n".join(feature.read_text(encoding="utf-8") for feature in FEATURES)
    named = set(re.findall(r"tests/fixtures/(\w+\.mbz)", text))
    assert {path.name for path in made} == named
    assert all(path.read_bytes()[:2] == b"PK" for path in made)
    sys.modules.pop("packages", None)
