"""Proof of the matrix: what a target says it keeps, wholly or in part, shows in its package.

For each feature the same small course is built twice, once with the feature changed. A package
that stays the same bytes cannot have kept it. What is kept as words must be there, word by word.
"""

from __future__ import annotations

import datetime
import html
import re
import shutil
from pathlib import Path

import pytest

from media.samples import mp4
from moocbuild.build import BuildRequest, load, variants
from moocbuild.diagnostics import Collector, Rule
from moocbuild.lower import LOWERINGS, features
from moocbuild.lower.losses import LOSSES
from moocbuild.package import Package
from moocbuild.target import Feature, State, Target
from moocbuild.targets import targets

MINIMAL = Path(__file__).parent / "courses" / "minimal"
BANK, LESSON = "quizzes/01-listening.md", "course/01-listening/01-silence.md"
SETTINGS = "course/course.yml"
COURSE = (MINIMAL / SETTINGS).read_text("utf-8")
TALK = "course/01-listening/02-talk.md"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>B</title></svg>\n'
CONTENT = [target for target in targets().values() if target.content]


def bank(answers: str, comment: str = "", items: str = "`L.1`", front: str = "") -> str:
    return (
        f"---\ntitle: Check\nkind: quiz\n{front}---\n\n# Check\n\n## She falls silent\n"
        f"<!-- #silence {comment} -->\n\n{items}\n\nWhat now?\n\n{answers}\n"
        "\n## She goes on\n<!-- #goes-on -->\n\n`L.2`\n\nAnd now?\n\n- [ ] Nothing.\n"
        "    > Hm.\n- [x] Listen.\n- [ ] Talk.\n    > Hm.\n"
    )


NOTE = "\n> [!NOTE]\n> See {}. See {}.\n"
PAGE, SITE = "../course/01-listening/index.md", "https://example.org"
SINGLE = "- [ ] Tablets.\n    > Not now.\n- [x] Waiting.\n    > Room.\n- [ ] Tea.\n    > Later.\n"
LESSON_HEAD = "---\ntitle: Silence\nitems: [L.1, L.2]\n---\n\n# Silence\n\nA gap.\n\n"
ASKED = "## What now\n<!-- #what-now -->\n\n`L.1`\n\nShe looks away.\n\n"
GAPS = "Give her [1], not [2].\n\n1. - [x] room\n   - [ ] a plan\n2. - = words\n"
SURVEY = (
    "\n## You\n<!-- #you kind=survey -->\n\nDo you wait?\n\n- [ ] Zebra often.\n- [ ] Rarely.\n"
)
LIKERT = (
    "\n## You\n<!-- #you kind=likert -->\n\nHow far do you agree?\n\n| | No | Yes |\n"
    "| --- | --- | --- |\n| I like zebras. | ○ | ○ |\n| I wait. | | |\n"
)
SCENE = (
    "---\ntitle: A talk\nkind: scenario\n---\n\n# A talk\n\n## Start\n<!-- #start -->\n\n"
    "She waits.\n\n- [Take your time.](#end) `L.1 2`\n    > {}\n- [Well?](#end) `L.1 0`\n\n"
    "## End\n<!-- #end end -->\n\nShe thanks you.\n"
)

FILM = (
    LESSON_HEAD + "[Watch: a talk](../../media/talk.mp4)\n\n<details>\n"
    "<summary>Transcript</summary>\n\nThey talk.\n\n</details>\n"
)
ELSEWHERE_FILM = "\n> [!NOTE]\n> [A zebra runs](https://youtu.be/abcdefghijk)\n"
TAB = '> <details name="way">\n> <summary>{}</summary>\n>\n> Walk.\n>\n> </details>\n'
TABS = "\n> [!NOTE]\n> Two ways:\n>\n" + TAB + TAB.format("By car")
CAPTIONS, GLOSSARY = "media/talk.en.vtt", "course/glossary.yml"
COVER, THEME = "media/front.svg", "theme: {cover: media/front.svg, cover_text: A door}\n"
VTT = "WEBVTT\n\n00:00.000 --> 00:02.000\n{}\n"
TERM = "terms:\n  - {{term: Pause, definition: {}}}\n"

CASES: dict[Feature, tuple[dict[str, str], dict[str, str], str]] = {
    Feature.SINGLE: ({}, {BANK: bank(SINGLE.replace("Tea.", "Zebra walk."))}, "Zebra walk."),
    Feature.TWO_OPTIONS: (
        {BANK: bank("- [x] Waiting.\n- [ ] Tea.\n    > Later.\n")},
        {BANK: bank("- [x] Waiting.\n- [ ] Zebra walk.\n    > Later.\n")},
        "Zebra walk.",
    ),
    Feature.MULTIPLE: ({}, {BANK: bank(SINGLE.replace("[ ] Tea", "[x] Tea"))}, "Tea."),
    Feature.TRUE_FALSE: (
        {BANK: bank("- [x] True\n- [ ] False\n")},
        {BANK: bank("- [ ] True\n- [x] False\n")},
        "",
    ),
    Feature.MATCH: (
        {BANK: bank("| A | B |\n| --- | --- |\n| one | uno |\n| two | due |\n")},
        {BANK: bank("| A | B |\n| --- | --- |\n| one | uno |\n| two | zebra |\n")},
        "zebra",
    ),
    Feature.ORDER: (
        {BANK: bank("1. One.\n2. Two.\n3. Three.\n")},
        {BANK: bank("1. One.\n2. Three.\n3. Two.\n")},
        "Three.",
    ),
    Feature.NUMERIC: ({BANK: bank("- = 64\n")}, {BANK: bank("- = 6431\n")}, "6431"),
    Feature.TEXT: ({BANK: bank("- = pause\n")}, {BANK: bank("- = zebra\n")}, "zebra"),
    Feature.HOTTEXT: (
        {BANK: bank(SINGLE, "kind=hottext")},
        {BANK: bank(SINGLE.replace("Tea.", "Zebra walk."), "kind=hottext")},
        "Zebra walk.",
    ),
    Feature.GAPS: (
        {BANK: bank(GAPS)},
        {BANK: bank(GAPS.replace("a plan", "a zebra walk"))},
        "a zebra walk",
    ),
    Feature.JOURNAL: (
        {},
        {BANK: bank(SINGLE) + "\n## You\n<!-- #you -->\n\nA zebra of yours?\n\n____\n"},
        "A zebra of yours?",
    ),
    Feature.SURVEY: ({}, {BANK: bank(SINGLE) + SURVEY}, "Zebra often."),
    Feature.LIKERT: ({}, {BANK: bank(SINGLE) + LIKERT}, "I like zebras."),
    Feature.PARTIAL_CREDIT: ({}, {BANK: bank(SINGLE.replace("[ ] Tea", "[ ] `0.5` Tea"))}, ""),
    Feature.FEEDBACK: ({}, {BANK: bank(SINGLE.replace("Later.", "Zebra later."))}, "Zebra later."),
    Feature.HINT: ({}, {BANK: bank(SINGLE + "\n> [!TIP]\n> Zebra hint.\n")}, "Zebra hint."),
    Feature.EXPLANATION: ({}, {BANK: bank(SINGLE + "\n> [!NOTE]\n> Zebra why.\n")}, "Zebra why."),
    Feature.POINTS: ({}, {BANK: bank(SINGLE, "points=3")}, ""),
    Feature.CATEGORY_MARK: ({}, {BANK: bank(SINGLE, front="category_mark: 50\n")}, ""),
    Feature.PASS_MARK: ({}, {SETTINGS: COURSE + "completion: {pass_mark: 55}\n"}, ""),
    Feature.DRAW: ({}, {BANK: bank(SINGLE, front="draw: 1\n")}, ""),
    Feature.ATTEMPTS: ({}, {BANK: bank(SINGLE, front="attempts: 2\n")}, ""),
    Feature.TIME_LIMIT: ({}, {BANK: bank(SINGLE, front="time_limit: 20\n")}, ""),
    Feature.LATER_FEEDBACK: ({}, {BANK: bank(SINGLE, front="feedback: after-attempt\n")}, ""),
    Feature.CLOSED_FEEDBACK: ({}, {BANK: bank(SINGLE, front="feedback: after-close\n")}, ""),
    Feature.HIDDEN_ANSWERS: ({}, {BANK: bank(SINGLE, front="right_answers: false\n")}, ""),
    Feature.PRETEST: (
        {},
        {BANK: bank(SINGLE).replace("kind: quiz", "kind: pretest"), LESSON: LESSON_HEAD},
        "",
    ),
    Feature.SHUFFLE: ({}, {BANK: bank(SINGLE, front="shuffle: false\n")}, ""),
    Feature.CRITICAL: (
        {BANK: bank(SINGLE, front="draw: 1\n")},
        {BANK: bank(SINGLE, "critical", front="draw: 1\n")},
        "",
    ),
    Feature.GRADE: ({}, {BANK: bank(SINGLE, front="graded: false\n")}, ""),
    Feature.SCENARIO: (
        {TALK: SCENE.format("She has room.")},
        {TALK: SCENE.format("A zebra has room.")},
        "A zebra has room.",
    ),
    Feature.READING_VERSION: (
        {TALK: SCENE.format("She has room.")},
        {TALK: SCENE.format("A zebra has room.")},
        "A zebra has room.",
    ),
    Feature.CAPTIONS: (
        {LESSON: FILM, CAPTIONS: VTT.format("Take your time.")},
        {LESSON: FILM, CAPTIONS: VTT.format("Zebra time.")},
        "Zebra time.",
    ),
    Feature.FILMS_ELSEWHERE: (
        {},
        {BANK: bank(SINGLE) + ELSEWHERE_FILM},
        "A zebra runs",
    ),
    Feature.POSTERS: (
        {LESSON: FILM, CAPTIONS: VTT.format("Take your time.")},
        {
            LESSON: FILM.replace("[Watch: a talk]", "[![Watch: a talk](../../media/b.svg)]"),
            CAPTIONS: VTT.format("Take your time."),
        },
        "",
    ),
    Feature.TABS: (
        {BANK: bank(SINGLE) + TABS.format("A walk")},
        {BANK: bank(SINGLE) + TABS.format("A zebra walk")},
        "A zebra walk",
    ),
    Feature.THEME: (
        {COVER: DRAWING},
        {COVER: DRAWING, SETTINGS: COURSE + THEME},
        "",
    ),
    Feature.MADE_PAGES: (
        {GLOSSARY: TERM.format("A word.")},
        {GLOSSARY: TERM.format("A zebra word.")},
        "A zebra word.",
    ),
    Feature.QUESTIONS_IN_LESSONS: (
        {LESSON: LESSON_HEAD},
        {LESSON: LESSON_HEAD + ASKED + SINGLE.replace("Tea.", "Zebra walk.")},
        "Zebra walk.",
    ),
    Feature.LINKS: (
        {BANK: bank(SINGLE + NOTE.format("the welcome", "elsewhere"))},
        {
            BANK: bank(
                SINGLE + NOTE.format("[the welcome](" + PAGE + ")", "[elsewhere](" + SITE + ")")
            )
        },
        "elsewhere",
    ),
    Feature.IMAGES: (
        {BANK: bank(SINGLE)},
        {BANK: bank(SINGLE.replace("- [ ] Tea.", "- [ ] ![A zebra.](../media/b.svg)"))},
        "A zebra.",
    ),
    Feature.COMPETENCIES: ({}, {BANK: bank(SINGLE, items="`L.2`")}, ""),
}
GRADED_ANYHOW = {"cc-1.1", "cc-1.3"}
"""A cartridge cannot say that a quiz does not count."""

ELSEWHERE = {
    Feature.PROGRESS: "what is resumed shows in the browser and on real systems only",
    Feature.COMPLETION: "what counts as complete shows in the browser and on real systems only",
}


def test_every_feature_is_proved_or_says_where() -> None:
    assert set(CASES) | set(ELSEWHERE) == set(Feature)


@pytest.mark.parametrize("feature", CASES, ids=lambda feature: feature.name)
def test_what_is_kept_shows(feature: Feature, tmp_path: Path) -> None:
    without, with_, words = CASES[feature]
    plain = _packages(tmp_path / "a", {BANK: bank(SINGLE), **without})
    changed = _packages(tmp_path / "b", {BANK: bank(SINGLE), **without, **with_})
    for target in CONTENT:
        if features(target)[feature].state is State.LOST:
            continue
        if feature is Feature.GRADE and target.name in GRADED_ANYHOW:
            continue
        assert _contents(plain[target.name]) != _contents(changed[target.name]), target.name
        assert words in _words(changed[target.name]), target.name


CHANGED = {lowering.FEATURE: lowering.RULE for lowering in LOWERINGS if lowering.FEATURE}


def test_every_feature_has_a_note() -> None:
    assert {*CHANGED, *LOSSES} == set(Feature)


@pytest.mark.parametrize("target", CONTENT, ids=lambda target: target.name)
def test_what_becomes_of_a_feature_is_told_once(target: Target) -> None:
    applied = [lowering for lowering in LOWERINGS if lowering.applies(target)]
    given = {feature: fate for step in applied for feature, fate in step.FATES.items()}
    for feature in given.keys() & target.fates.keys():
        own = target.fates[feature]
        assert own != given[feature], f"{feature.name}: a row that says what its lowering says"
        assert not own.kept, f"{feature.name}: said to be kept, and replaced"
    assert target.reasons.keys() <= given.keys() - target.fates.keys()


def rule_of(feature: Feature, target: Target) -> Rule:
    """The note of the lowering that is for this feature, where it applies; else its loss."""
    applied = (step for step in LOWERINGS if step.FEATURE is feature and step.applies(target))
    return next((step.RULE for step in applied), None) or LOSSES[feature][0]


@pytest.mark.parametrize(
    "feature",
    [f for f in CASES if f is not Feature.FEEDBACK],  # cc-1.1 has no quiz of two questions at all
    ids=lambda feature: feature.name,
)
def test_what_is_not_kept_is_said(feature: Feature, tmp_path: Path) -> None:
    without, with_, _ = CASES[feature]
    report = Collector()
    _packages(tmp_path / "a", {BANK: bank(SINGLE), **without}, report)
    _packages(tmp_path / "b", {BANK: bank(SINGLE), **without, **with_}, report)
    said = {(d.target, d.rule.code) for d in report.found}
    for target in CONTENT:
        if not features(target)[feature].kept:
            assert (target.name, rule_of(feature, target).code) in said


def _packages(
    root: Path, files: dict[str, str], report: Collector | None = None
) -> dict[str, Package]:
    shutil.copytree(MINIMAL, root)
    (root / "course" / "course.lock").unlink()
    (root / "media" / "b.svg").write_text(DRAWING, "utf-8")
    (root / "media" / "talk.mp4").write_bytes(mp4())
    for path, text in files.items():
        (root / path).write_text(text, "utf-8")
    report = Collector() if report is None else report
    course = load(root, report, datetime.date(2026, 1, 1)).course
    assert course is not None and not report.failed, report.found
    found = variants(course, BuildRequest(tuple(t.name for t in CONTENT)), report)
    return {v.target.name: v.target.render(v.course) for v in found}


def _contents(package: Package) -> dict[str, bytes]:
    return {name: package.read(name) for name in package.names()}


def _words(package: Package) -> str:
    """Everything readable in a package, packages within it too."""
    text = " ".join(
        package.read(name).decode("utf-8", "replace")
        for name in package.names()
        if not name.endswith((".zip", ".svg"))
    )
    plain = html.unescape(html.unescape(re.sub(r"<[^>]*>", "", html.unescape(text))))
    return text + plain


def test_targets_are_told_apart() -> None:
    assert all(isinstance(target, Target) for target in CONTENT) and len(CONTENT) > 4
