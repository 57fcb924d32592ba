"""SARIF as code scanning takes it: what its consumers require, of every kind of finding."""

from __future__ import annotations

import json
from typing import Any

import pytest

from moocbuild.cli import run
from moocbuild.diagnostics import Diagnostic, Edit, Fix, Rule, Severity, Span
from moocbuild.diagnostics.emit import EMITTERS

RULE = Rule("MB999", "sample-rule", Severity.WARNING, "It is so.\n\nMend it.", remedy="mend it")
NOTE = Rule("MB998", "note", Severity.NOTE, "A note.")
PLACE = Span("a b/ü.md", 3, 5, 2)


def log(*found: Diagnostic, line: str = "# abcd ef") -> Any:
    (said,) = EMITTERS["sarif"](found, lambda _: line)
    return json.loads(said)


def results(*found: Diagnostic, line: str = "# abcd ef") -> Any:
    return log(*found, line=line)["runs"][0]["results"]


def test_a_finding() -> None:
    (result,) = results(RULE.at(PLACE, "bad", related=((Span("b.md", 1, 1, 1), "first"),)))
    assert result["ruleId"] == "MB999"
    assert result["level"] == "warning"
    assert result["message"]["text"] == "bad\nmend it"
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "a%20b/%C3%BC.md", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 3, "startColumn": 5, "endColumn": 7},
            }
        }
    ]
    (related,) = result["relatedLocations"]
    assert related["message"]["text"] == "first"


def test_a_file_as_a_whole_is_its_first_line() -> None:
    (result,) = results(RULE.at(Span("a.md"), "bad"))
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1}


def test_rules_have_help_and_are_there_once() -> None:
    found = log(RULE.at(PLACE, "bad"), NOTE.at(PLACE, "so"), RULE.at(PLACE, "worse"))
    run_ = found["runs"][0]
    rules = run_["tool"]["driver"]["rules"]
    assert [each["id"] for each in rules] == ["MB998", "MB999"]
    assert rules[1]["name"] == "SampleRule"
    assert rules[1]["shortDescription"]["text"] == "It is so."
    assert "mend it" in rules[1]["help"]["text"]
    assert [rules[each["ruleIndex"]]["id"] for each in run_["results"]] == [
        "MB999",
        "MB998",
        "MB999",
    ]


def test_what_an_author_decides_of_a_rule_is_the_level() -> None:
    mild = Rule("MB999", "sample-rule", Severity.NOTE, "It is so.")
    assert results(mild.at(PLACE, "bad"))[0]["level"] == "note"


def _print(line: str, number: int) -> str:
    (result,) = results(RULE.at(Span("a.md", number, 1, 1), "bad"), line=line)
    return str(result["partialFingerprints"]["primaryLocationLineHash"])


def test_a_finding_stays_the_same_when_its_line_moves() -> None:
    assert _print("words", 3) == _print("  words", 30)
    assert _print("words", 3) != _print("other", 3)


def test_two_of_the_same_words_are_two() -> None:
    twice = results(RULE.at(Span("a.md", 3), "bad"), RULE.at(Span("a.md", 9), "bad"))
    marks = {each["partialFingerprints"]["primaryLocationLineHash"] for each in twice}
    assert len(marks) == 2


@pytest.mark.parametrize(
    ("fix", "replaced"),
    [
        (Fix("cd", "x"), [(5, 7, "x")]),
        (Fix("no", "x"), None),
        (Fix(command="moocbuild ids --write"), None),
        (Fix(edits=(Edit(Span("a.md", 2, 1, 0), "    "),)), [(1, 1, "    ")]),
    ],
)
def test_fixes(fix: Fix, replaced: list[tuple[int, int, str]] | None) -> None:
    (result,) = results(Diagnostic(RULE, PLACE, "bad", fix=fix))
    found = result.get("fixes") and [
        (
            each["deletedRegion"]["startColumn"],
            each["deletedRegion"]["endColumn"],
            each["insertedContent"]["text"],
        )
        for each in result["fixes"][0]["artifactChanges"][0]["replacements"]
    ]
    assert found == replaced


def test_of_a_whole_course(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", "--format", "sarif", "-C", "tests/courses/minimal"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["version"] == "2.1.0"
    (one,) = found["runs"]
    assert one["tool"]["driver"]["name"] == "moocbuild"
    assert one["columnKind"] == "unicodeCodePoints"
    for result in one["results"]:
        (place,) = result["locations"]
        address = place["physicalLocation"]["artifactLocation"]
        assert not address["uri"].startswith(("/", "file:"))
        region = place["physicalLocation"]["region"]
        assert region["startLine"] >= 1
        assert region.get("endColumn", 1) >= region.get("startColumn", 1)
