"""The program → docs/reference/: `make reference` writes the pages that it can say of itself.

Keys come from the JSON Schemas, rules, commands and targets from where they are defined, the
format from the AGENTS.md of `moocbuild init`, kinds of question from the pages that test them. The
contents page, docs/README.md, is made from docs/llms.txt. A test tells when one is behind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

import click

from moocbuild.cli.commands import cli
from moocbuild.diagnostics import Rule
from moocbuild.inspect.clauses import every
from moocbuild.lower import features
from moocbuild.rules import rules
from moocbuild.source.pages.questions import kinds
from moocbuild.target import State, Target
from moocbuild.targets import targets
from reference_keys import keys

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
AGENTS = ROOT / "src/moocbuild/scaffold/templates/common/AGENTS.md"
KINDS = ROOT / "tests" / "questions"
_GROUPS = {
    "MB0": "Files, front matter and Markdown",
    "MB1": "The course: names, links, ids, questions",
    "MB2": "What readers and learners would meet",
    "MB3": "What a package changes or leaves out",
    "MB4": "Packages that others made",
}

CONTENTS = """\
# The manual of moocbuild

For people who write courses, and for those who put them into a learning system. Begin with [ten
minutes](tutorial.md). `make docs` builds these pages into a web site by moocbuild itself, with
[a quiz](manual/quiz.md) at the end.
"""
LAYOUT = """\
# The format on one page

This is the page that `moocbuild init` writes into a new course as `AGENTS.md`, without its list
of [commands](commands.md). [Kinds of question](questions.md) and [keys](keys.md) have pages of
their own.
"""
QUESTIONS = """\
# Kinds of question

Each is a heading, an id in a comment, and the answers. Without `kind=`, the answers say which
kind is meant; in lessons, tables and numbered lists are questions only with `kind=`. Codes such
as `` `L.2` `` name items of the course's framework; a course without one leaves that line out.
"""
CODES = """\
# Findings

What `moocbuild check` can report; `moocbuild explain MB101` says the same. Errors stop a build,
warnings do with `--strict`, notes never do. `rules:` in [course.yml](keys.md#course) switches a
rule that gives notes or warnings off or makes it stricter, with a reason. Each has a page with a
wrong example in `tests/diagnostics`.
"""
COMMANDS = """\
# Commands

`moocbuild COMMAND --help` says the same. Each command ends with an exit status:

| status | means |
| --: | --- |
| 0 | success, with or without warnings |
| 1 | errors in the course |
| 2 | a usage error, a problem with the environment, or refused input |
| 70 | a bug in moocbuild |

| command | what it does |
| --- | --- |
"""
PACKAGES = """\
# Targets

A target is a kind of package: `moocbuild build -t NAME` builds one, `targets:` in
[course.yml](keys.md#course) says which a plain `moocbuild build` makes. What a target cannot
carry is changed by a fixed rule, and reported as a note. [What packages
lose](../explanation/losses.md) explains why.

| target | file | what it is |
| --- | --- | --- |
"""


CLAUSES = """\
# Clauses

What `moocbuild inspect` asks of SCORM and Common Cartridge. A clause is cited as its publisher
numbers it: requirements of ADL's test suite (`REQ_30.1`) for SCORM 2004, types of the schemas for
SCORM 1.2, Common Cartridge and IMS Content Packaging, and the rules (`RULE 1a`) of Common
Cartridge's Schematron. *And alike* stands for all clauses that demand the same of other elements.

`tests/inspected/clause_cases.py` breaks each clause once, under the name in the last column:
`pytest tests/inspected/test_clauses.py -k NAME` shows that it is found. All else that is reported
of archives and XML is listed with [the findings](rules.md#mb4-packages-that-others-made).
"""


def pages() -> Mapping[str, str]:
    """What each of the pages should hold, by its path below docs/."""
    makers: Mapping[str, Callable[[], Iterator[str]]] = {
        "README.md": contents,
        "reference/format.md": layout,
        "reference/questions.md": questions,
        "reference/keys.md": keys,
        "reference/rules.md": codes,
        "reference/commands.md": commands,
        "reference/targets.md": packages,
        "reference/clauses.md": clauses,
    }
    return {path: "\n".join(make()).rstrip("\n") + "\n" for path, make in makers.items()}


def contents() -> Iterator[str]:
    """The contents: the list that llms.txt has, for people."""
    yield CONTENTS.rstrip("\n")
    text = (DOCS / "llms.txt").read_text("utf-8")
    for part in re.split(r"^## ", text, flags=re.M)[1:]:
        yield from ("", f"## {part.rstrip()}")


def layout() -> Iterator[str]:
    """The format, as every new course has it."""
    yield LAYOUT
    yield AGENTS.read_text("utf-8").partition("\n## Files\n")[2].join(("## Files\n", ""))


_KIND = re.compile(
    r"# (?P<kind>\w+)\n+(?P<words>.*?)\n*^(?P<mark>`{3,})markdown\n(?P<body>.*?)^(?P=mark)$",
    re.M | re.S,
)


def questions() -> Iterator[str]:
    """Every kind, with the first example of the page that tests it."""
    yield QUESTIONS.rstrip("\n")
    for kind in kinds():
        found = _KIND.match((KINDS / f"{kind}.md").read_text("utf-8"))
        if found is None:
            raise ValueError(f"no example of {kind}")
        mark = found["mark"]
        yield from (
            "",
            f"## {kind}",
            "",
            found["words"],
            "",
            f"{mark}markdown",
            found["body"] + mark,
        )


def clauses() -> Iterator[str]:
    """Each clause of each standard, its rule, and the test of it."""
    yield CLAUSES.rstrip("\n")
    for standard, group in groupby(every(), lambda pair: pair[1].standard):
        yield from ("", f"## {standard}", "")
        yield from (
            "| clause | demands | finding | level | test |",
            "| --- | --- | --- | --- | --- |",
        )
        for key, clause in group:
            level = (clause.severity or clause.rule.severity).name.lower()
            level = "refused" if clause.rule.refuses else level
            finding = f"[{clause.rule.code}](rules.md#{_anchor(clause.rule)})"
            says = _cell(clause.says).replace("<", "&lt;")
            yield f"| {_cell(clause.number)} | {says} | {finding} | {level} | `{key}` |"


def codes() -> Iterator[str]:
    """Every rule, by code."""
    yield CODES.rstrip("\n")
    for start, group in groupby(rules().values(), lambda rule: rule.code[:3]):
        listed = list(group)
        yield from ("", f"## {start}__: {_GROUPS[start]}".replace("__", "…"), "")
        yield from ("| code | name | severity |", "| --- | --- | --- |")
        for rule in listed:
            severity = rule.severity.name.lower()
            yield f"| [{rule.code}](#{_anchor(rule)}) | {rule.slug} | {severity} |"
        for rule in listed:
            yield from ("", f"### {rule.code} {rule.slug}", "", _words(rule.explanation.strip()))
            if rule.remedy:
                yield from ("", f"*What to do:* {_words(_quoted(rule.remedy))}.")


def _anchor(rule: Rule) -> str:
    return f"{rule.code.lower()}-{rule.slug}"


def commands() -> Iterator[str]:
    """Every command and its options."""
    yield COMMANDS.rstrip("\n")
    listed = list(_commands(cli, "moocbuild"))
    for name, command in listed:
        yield f"| [`{name}`](#{name.replace(' ', '-')}) | {command.get_short_help_str(200)} |"
    for name, command in listed:
        yield from ("", f"## {name}", "", *_command(name, command))


def _commands(group: click.Group, before: str) -> Iterator[tuple[str, click.Command]]:
    for name, command in sorted(group.commands.items()):
        if isinstance(command, click.Group):
            yield from _commands(command, f"{before} {name}")
        else:
            yield f"{before} {name}", command


def _command(name: str, command: click.Command) -> Iterator[str]:
    context = click.Context(command, info_name=name)
    usage = " ".join(command.collect_usage_pieces(context))
    yield from ("```text", f"{name} {usage}", "```", "", _words((command.help or "").strip()))
    options = [each for each in command.params if isinstance(each, click.Option)]
    if options:
        yield from ("", "| option | meaning |", "| --- | --- |")
    for option in options:
        found = option.get_help_record(context)
        if found is not None:
            written, words = (" ".join(part.split()) for part in found)
            yield f"| `{written.replace('|', '/')}` | {_cell(words)} |"


def _quoted(remedy: str) -> str:
    """What is to be typed stands between quotation marks: it is code."""
    return re.sub(r"(?<!\w)'([^']+)'(?!\w)", lambda m: _code(m[1]), remedy)


def _code(typed: str) -> str:
    return f"`` {typed} ``" if "`" in typed else f"`{typed}`"


def _words(text: str) -> str:
    """Words as Markdown: what looks like HTML or a slot is none; code stands on one line."""
    pieces = re.split(r"((?<!`)(`+)(?!`).+?(?<!`)\2(?!`))", text, flags=re.S)
    del pieces[2::3]  # the marks alone
    for i, piece in enumerate(pieces):
        pieces[i] = piece.replace("\n", " ") if i % 2 else re.sub(r"[<{]", r"\\\g<0>", piece)
    return "".join(pieces)


def _cell(text: str) -> str:
    return _words(text).replace("|", "\\|")


def packages() -> Iterator[str]:
    """Every target: its file, and what it changes."""
    yield PACKAGES.rstrip("\n")
    for target in targets().values():
        anchor = target.name.replace(".", "")
        yield f"| [`{target.name}`](#{anchor}) | `{target.suffix}` | {target.title} |"
    for target in targets().values():
        yield from ("", f"## {target.name}", "", *_package(target))


def _package(target: Target) -> Iterator[str]:
    if not target.content:
        yield f"{target.title}: a file beside the course, which holds none of its pages."
        return
    fates = features(target)
    kept = [feature.value for feature, fate in fates.items() if fate.kept]
    yield f"{target.title}. Kept as it was written: {', '.join(kept)}."
    for state, words in ((State.DEGRADED, "Changed:"), (State.LOST, "Left out:")):
        listed = [(f.value, fate.how) for f, fate in fates.items() if fate.state is state]
        if listed:
            yield from ("", words, "", *(f"- **{name}**: {how}." for name, how in listed))


if __name__ == "__main__":
    for path, text in pages().items():
        (DOCS / path).parent.mkdir(exist_ok=True)
        (DOCS / path).write_text(text, "utf-8")
