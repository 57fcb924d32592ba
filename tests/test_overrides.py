"""What authors decide of rules counts where they wrote it, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from hostile.course import COURSE, COURSE_YML, LESSON, write_course
from moocbuild import build_course
from moocbuild.api import Result
from moocbuild.cli import cli
from moocbuild.diagnostics import Severity

ASKED = """
## One {n}
<!-- #one-{n} kind=single -->
{comment}
`A.1`

Which fits?

- [x] This.
- [ ] All of the above
    > No.
"""
OFF = "<!-- moocbuild: off {rule}, because the paper test has them. -->\n"
TITLE = "# A lesson\n\nWords.\n"


def lesson(*comments: str, above: str = "") -> str:
    return TITLE + above + "".join(ASKED.format(n=n, comment=c) for n, c in enumerate(comments))


def built(root: Path, text: str, rules: str = "", *, strict: bool = False) -> Result:
    yml = f"{COURSE_YML}rules:\n{rules}" if rules else COURSE_YML
    write_course(root / "c", {COURSE: yml, LESSON: text})
    return build_course(root / "c", root / "out", ("web",), strict=strict, cache=False)


def lines(result: Result, code: str) -> list[int]:
    return [found.span.line for found in result.findings if found.rule.code == code]


@pytest.mark.parametrize("rule", ["MB203", "all-of-the-above"])
def test_off_at_one_place(rule: str, tmp_path: Path) -> None:
    result = built(tmp_path, lesson("", OFF.format(rule=rule)))
    assert len(lines(result, "MB203")) == 1
    assert lines(result, "MB233") == []


def test_off_on_one_page(tmp_path: Path) -> None:
    result = built(tmp_path, lesson("", "", above=OFF.format(rule="MB203")))
    assert lines(result, "MB203") == []


@pytest.mark.parametrize("severity", ["off", "note", "warning", "error"])
def test_another_severity_in_the_course(severity: str, tmp_path: Path) -> None:
    rules = f"  MB203: {{severity: {severity}, because: Our test is on paper.}}\n"
    result = built(tmp_path, lesson("", ""), rules)
    found = {f.rule.severity for f in result.findings if f.rule.code == "MB203"}
    asked = set() if severity == "off" else {Severity[severity.upper()]}
    assert found == asked
    assert result.status == ("errors" if severity == "error" else "built")


def test_the_nearest_counts(tmp_path: Path) -> None:
    rules = "  MB203: {severity: error, because: Never here.}\n"
    result = built(tmp_path, lesson(OFF.format(rule="MB203")), rules)
    assert lines(result, "MB203") == [] and result.status == "built"


def test_a_warning_that_is_off_stops_no_strict_build(tmp_path: Path) -> None:
    rules = "".join(
        f"  {code}: {{severity: off, because: A draft.}}\n" for code in ("MB203", "MB127")
    )
    assert built(tmp_path / "a", lesson(""), rules, strict=True).status == "built"
    assert built(tmp_path / "b", lesson(""), strict=True).status == "errors"


@pytest.mark.parametrize("first", [True, False])
def test_it_takes_no_id_away(first: bool, tmp_path: Path) -> None:
    """Above or below the comment with the id, also with words that are flags there."""
    off = "<!-- moocbuild: off MB203, because the end is not critical=1 -->\n"
    id = "<!-- #one-0 kind=single -->\n"
    text = lesson("").replace(id, off + id if first else id + off)
    result = built(tmp_path, text)
    assert result.status == "built" and lines(result, "MB203") == []
    assert all(f.rule.code == "MB127" or f.rule.code >= "MB210" for f in result.findings)


def test_what_finds_nothing_is_said(tmp_path: Path) -> None:
    text = lesson("", OFF.format(rule="MB204"))
    result = built(tmp_path, text)
    (line,) = lines(result, "MB233")
    assert text.splitlines()[line - 1].startswith("<!-- moocbuild")


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- moocbuild: off MB203 -->",
        "<!-- moocbuild: off -->",
        "<!-- moocbuild: on MB203, because -->",
        "<!-- moocbuild: off MB999, because we want to -->",
        "<!-- moocbuild: off MB101, because we want to -->",
    ],
)
def test_what_cannot_be_is_an_error(comment: str, tmp_path: Path) -> None:
    result = built(tmp_path, lesson(comment + "\n"))
    assert lines(result, "MB170") and result.status == "errors"


def test_an_example_in_code_decides_nothing(tmp_path: Path) -> None:
    block = "~~~~\n```\n" + OFF.format(rule="MB203") + "~~~~\n"
    result = built(tmp_path, lesson("", above=block))
    assert lines(result, "MB203") and not lines(result, "MB170")


def test_an_exception_has_a_reason(tmp_path: Path) -> None:
    result = built(tmp_path, lesson(""), "  MB203: {severity: off}\n")
    assert lines(result, "MB019") and result.status == "errors"


@pytest.mark.parametrize(
    "written",
    ["`{}`", "``{}``", "`` `{}` ``", "say `{}` above", "\\{}", "`a\n{}`"],
    ids=["code", "code of two", "code within", "in a sentence", "escaped", "over two lines"],
)
def test_what_is_quoted_decides_nothing(written: str, tmp_path: Path) -> None:
    quoted = written.format(OFF.format(rule="MB203").strip())
    result = built(tmp_path, lesson("", above=f"{quoted}\n"))
    assert len(lines(result, "MB203")) == 1
    assert lines(result, "MB233") == []


@pytest.mark.parametrize("before", ["A lone ` sign.", "`code` and", "A ` sign.\n\nAnd ` one."])
def test_code_before_it_changes_nothing(before: str, tmp_path: Path) -> None:
    result = built(tmp_path, lesson("", above=f"{before}\n\n{OFF.format(rule='MB203')}\n"))
    assert lines(result, "MB203") == []


def test_a_build_weighs_no_pages_and_so_misses_no_weight(tmp_path: Path) -> None:
    rules = "  heavy-page: {severity: off, because: It is looked up.}\n"
    assert lines(built(tmp_path, lesson(""), rules), "MB233") == []


def test_a_build_reads_no_language_and_so_misses_no_word(tmp_path: Path) -> None:
    """Else what `check` accepts stops a strict build."""
    text = lesson("", above=f"{OFF.format(rule='MB189')}\n")
    result = built(tmp_path, text, "  MB203: {severity: off, because: The paper test has it.}\n")
    assert lines(result, "MB233") == []
    told = CliRunner().invoke(cli, ["check", "-C", str(tmp_path / "c"), "--format", "concise"])
    assert "MB189 finds nothing here" in told.output
