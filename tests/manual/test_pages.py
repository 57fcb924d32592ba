"""What is taken from a page, and that wrong samples are found."""

from __future__ import annotations

from pathlib import Path

import pytest

from manual.pages import Step, Typed, steps, typed
from manual.samples import sample_errors

PAGE = """\
<!-- not run: it takes a network -->

```sh
first one
```

```sh
second one
```

<!-- first
prepare it
-->

1. In a list:

   ```markdown course/a b.md
   # Title
   ```

````markdown
```sh
no step of its own
```
````
"""


def test_steps_of_a_page() -> None:
    assert [(s.kind, s.body, s.path, s.skipped) for s in steps(PAGE)] == [
        ("sh", "first one\n", "", "it takes a network"),
        ("sh", "second one\n", "", ""),
        ("first", "prepare it\n", "", ""),
        ("file", "# Title\n", "course/a b.md", ""),
        ("markdown", "```sh\nno step of its own\n```\n", "", ""),
    ]
    assert [s.line for s in steps(PAGE)] == [3, 7, 11, 17, 21]


def test_commands_and_what_they_say() -> None:
    said = "$ one --x\na\n\nb\n$ two\n$ three\nc $ d\n"
    assert list(typed(said)) == [
        Typed("one --x", "a\n\nb\n"),
        Typed("two", ""),
        Typed("three", "c $ d\n"),
    ]


@pytest.mark.parametrize(
    ("said", "fails"),
    [
        ("error[MB111]: no option", True),
        ("error: no page", True),
        ("1 error, 1 warning", True),
        ("a.md:1:1: error[MB101] x", True),
        ("2 warnings", False),
        ("no errors here: 1.error", False),
        ("", False),
    ],
)
def test_errors_that_are_shown_are_expected(said: str, fails: bool) -> None:
    assert Typed("", said).fails is fails


QUESTION = "## One\n<!-- #one -->\n\nWhich?\n\n- [{}] A\n    > No.\n- [ ] B\n    > No.\n"


@pytest.mark.parametrize(
    ("kind", "body", "wrong"),
    [
        ("yaml", "pass_mark: 70\ndraw: 3\n", ""),
        ("yaml", "---\nkind: final\npools: {fire: 3}\n---\n", ""),
        ("yaml", "pass_mark: 170\n", "170"),
        ("yaml", "theme: {accent: red}\n", "red"),
        ("yaml", "a: 1\na: 2\n", "a"),
        ("markdown", QUESTION.format("x"), ""),
        ("markdown", QUESTION.format(" "), "marked as right"),
        ("markdown", QUESTION.format("x").replace("Which?", "`Z.9`\n\nWhich? [@Key]"), ""),
        ("markdown", "![](x.png)\n", "x.png"),
        ("markdown", "<details>\n\nNever closed.\n", "details"),
    ],
)
def test_wrong_samples_are_found(kind: str, body: str, wrong: str, tmp_path: Path) -> None:
    try:
        found = str(sample_errors(Step(kind, body, 1), tmp_path / "c"))
    except AssertionError as error:
        found = str(error)
    assert wrong in found and (found == "[]") == (not wrong)


def test_keys_that_no_file_has_are_found(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="no file has the keys"):
        sample_errors(Step("yaml", "colour: red\n", 1), tmp_path / "c")
