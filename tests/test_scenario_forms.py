"""A simulation as it is written: scenes, choices, and the tags behind them."""

from __future__ import annotations

import pytest

from moocbuild.model.scenario import Scenario
from moocbuild.source.pages.scenario import read_scenario
from read_pages import opened, told

FRONT = """\
---
kind: scenario
meters:
  trust: {title: Trust, start: 1, min: 0, max: 3, words: {2: Much, 0: Little}}
---
"""
HEAD = FRONT + "# Story\n\nBegin.\n\n"
END = "\n## End\n<!-- #end end -->\n\nDone.\n"


def read(text: str) -> tuple[Scenario | None, list[str]]:
    document, reader = opened(text)
    return read_scenario(document, reader), told(reader)


def one(choice: str) -> tuple[Scenario, list[str]]:
    """A scene with this choice, on line 15, and its end."""
    found, findings = read(f"{HEAD}## Door\n<!-- #door -->\n\nNow.\n\n{choice}\n{END}")
    assert found is not None
    return found, findings


@pytest.mark.parametrize(
    ("choice", "evidence", "effects", "flags"),
    [
        ("- [Go](#end)", [], [], ""),
        ("- [Go](#end) `L.1 2`", [("L.1", 2)], [], ""),
        ("- [Go](#end) `L.1 0` `LO 1`", [("L.1", 0), ("LO", 1)], [], ""),
        ("- [Go](#end) `trust +1`", [], [("trust", 1)], ""),
        ("- [Go](#end) `trust -2` `read`", [], [("trust", -2)], "read"),
        ("- [Go](#end) `trust \u22121`", [], [("trust", -1)], ""),
        ("- [Go](#end) `critical`", [], [], "critical"),
        ("- [Go](#end)`critical``read`", [], [], "critical read"),
        ("- [Go](#end)\n  `L.1 1`", [("L.1", 1)], [], ""),
        ("- **[Go](#end)** `L.1 1`", None, None, ""),
    ],
)
def test_tags(
    choice: str,
    evidence: list[tuple[str, int]] | None,
    effects: list[tuple[str, int]] | None,
    flags: str,
) -> None:
    found, findings = one(choice)
    if evidence is None:
        assert found.scenes[0].choices == ()
        return
    assert findings == []
    (made,) = found.scenes[0].choices
    assert [(ref.code, worth) for ref, worth in made.evidence] == evidence
    assert list(made.effects) == effects
    said = [flag for flag in ("critical", "read") if getattr(made, flag)]
    assert " ".join(said) == flags
    assert (made.text.plain, made.goes_to) == ("Go", "end")


@pytest.mark.parametrize(
    ("tag", "help"),
    [
        ("L.1 3", "write 'VIII.2 2'"),
        ("L.1", "write 'VIII.2 2'"),
        ("trust 1", ""),
        ("trsut +1", "did you mean 'trust'?"),
        ("calm +1", "write 'VIII.2 2'"),
        ("Critical", "write 'VIII.2 2'"),
        ("x" * 50, "write 'VIII.2 2'"),
    ],
)
def test_tags_that_are_none(tag: str, help: str) -> None:
    document, reader = opened(
        f"{HEAD}## Door\n<!-- #door -->\n\nNow.\n\n- [Go](#end) `{tag}`\n{END}"
    )
    read_scenario(document, reader)
    if not help:  # an item that is called like a meter
        assert reader.findings == []
        return
    (finding,) = reader.findings
    assert (finding.rule.code, finding.span.line, finding.span.column) == ("MB135", 15, 14)
    assert finding.help.startswith(help)
    assert finding.message == f"unknown tag '{tag[:40]}' on a choice"


def test_meters_that_could_not_be_read_may_be_any() -> None:
    broken = HEAD.replace("start: 1", "start: one")
    scenes = f"## Door\n<!-- #door -->\n\nNow.\n\n- [Go](#end) `calm +1`\n{END}"
    found, findings = read(broken + scenes)
    assert found is not None and found.scenes[0].choices[0].effects == (("calm", 1),)
    assert [each.split()[0] for each in findings] == ["MB018"]


@pytest.mark.parametrize(
    "choice",
    ["- [Go](#end)", "- [Go *on*](#end)", "- [Go `on`](#end)", "* [Go](#end)"],
)
def test_a_choice_is_one_link(choice: str) -> None:
    found, findings = one(choice)
    assert findings == [] and len(found.scenes[0].choices) == 1


@pytest.mark.parametrize(
    "choice",
    ["- [Go](#end) or [stay](#end)", "- [Go] or [stay](#end)", "- [Go](#end) `read` [x](#end)"],
)
def test_a_choice_of_more_than_one_link(choice: str) -> None:
    found, findings = one(choice)
    others = [each for each in findings if each != "MB370 15"]  # "Go" says not where to
    assert others == ["MB135 15"] and len(found.scenes[0].choices) == 1


@pytest.mark.parametrize(
    "listed",
    ["- [Go](#end) now", "- Go", "1. [Go](#end)", "- [Go](other.md)"],
)
def test_other_lists_are_text(listed: str) -> None:
    found, _ = one(listed)
    assert found.scenes[0].choices == ()
    assert "Go" in found.scenes[0].text.plain


def test_meters() -> None:
    found, _ = one("- [Go](#end)")
    (meter,) = found.meters
    assert (meter.id, meter.start, meter.min, meter.max) == ("trust", 1, 0, 3)
    assert list(meter.words.items()) == [(0, "Little"), (2, "Much")]


def test_scenes_and_where_choices_lead() -> None:
    scenes = "## At the Door\n\nNow.\n\n- [Go](#at-the-door)\n- [No](#nowhere)\n" + END
    found, findings = read(HEAD + scenes)
    assert found is not None
    assert [(each.id, each.end) for each in found.scenes] == [
        ("at-the-door", False),
        ("end", True),
    ]
    assert [each.goes_to for each in found.scenes[0].choices] == ["at-the-door", "nowhere"]
    assert findings == ["MB102 10", "MB131 15"]


@pytest.mark.parametrize(
    ("scenes", "findings"),
    [
        ("## A\n<!-- #a -->\n\nNow.\n\n## B\n<!-- #a -->\n\nNow.\n", ["MB103 15"]),
        ("## A\n<!-- #main -->\n\nNow.\n", ["MB144 11"]),
        ("## Main\n\nNow.\n", ["MB102 10"]),
        ("## A\n<!-- #a -->\n", ["MB116 10"]),
        ("## A\n<!-- #a -->\n\n- [Go](#a)\n", ["MB116 10"]),
        ("", ["MB136 6"]),
        ("## Talk\n<!-- kind=debrief -->\n\nSo?\n", ["MB136 6"]),
    ],
)
def test_what_is_wrong_with_scenes(scenes: str, findings: list[str]) -> None:
    found, reported = read(HEAD + scenes)
    assert reported == findings
    assert (found is None) == ("MB136" in findings[0])


@pytest.mark.parametrize(
    ("debrief", "text", "questions"),
    [
        ("", "", 0),
        ("## Talk\n<!-- kind=debrief -->\n\nSo?\n", "So?", 0),
        ("## Talk\n<!-- kind=debrief -->\n\nSo?\n\n---\n", "So?", 1),
        ("## Talk\n<!-- kind=debrief -->\n\n---\n", "", 1),
    ],
)
def test_a_debrief(debrief: str, text: str, questions: int) -> None:
    found, findings = read(f"{HEAD}## A\n<!-- #a end -->\n\nNow.\n\n{debrief}")
    assert found is not None and findings == []
    assert (found.debrief.plain, len(found.debrief_questions)) == (text, questions)
    assert found.debrief_title == ("Talk" if debrief else "")
    assert [each.id for each in found.debrief_questions] == ["m-p-debrief"] * questions
    assert len(found.scenes) == 1


@pytest.mark.parametrize(
    ("choices", "findings"),
    [
        ("- [Go](#end)\n    > Fine.\n- [Stay](#end)\n", []),
        ("- [Go](#end)\n\n    > Fine.\n\n    More.\n- [Stay](#end)\n", ["MB147 19"]),
        ("- [Go](#end)\n> Fine.\n- [Stay](#end)\n", ["MB147 16"]),
        ("- [Go](#end)\n- [Stay](#end)\n\nThey come in.\n", ["MB195 18"]),
        ("- [Go](#end)\n\n---\n\n- [Stay](#end)\n", []),
    ],
)
def test_what_stands_behind_a_choice(choices: str, findings: list[str]) -> None:
    assert one(choices)[1] == findings
