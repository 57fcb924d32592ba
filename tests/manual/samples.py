"""Samples of a page that are no whole files, read as `check` reads them."""

from __future__ import annotations

import datetime
import re
import shutil
from pathlib import Path

import yaml

from manual.pages import Step
from moocbuild.build import load
from moocbuild.diagnostics import Collector, Diagnostic, Severity, Span
from moocbuild.scaffold.templates import FOLDER
from moocbuild.source.yaml.json_schema import SCHEMAS
from moocbuild.source.yaml.reader import read_yaml
from moocbuild.source.yaml.validate import MISSING_KEY, validate

TODAY = datetime.date(2026, 11, 21)
COURSE = (
    "id: sample\ntitle: A sample\nversion: 1.0.0\nreleased: 2026-01-01\nlanguage: en\n"
    "licence: CC0-1.0\nmodules: [01-sample]\n"
)
_FRONT = re.compile(r"^---\n(?P<front>.*?)^---\n", re.M | re.S)


def sample_errors(step: Step, root: Path) -> list[str]:
    """What is wrong with a sample; `root` is a folder that is not there yet."""
    found = _yaml(step.body) if step.kind == "yaml" else _markdown(step.body, root)
    return [f"{d.span.line}: {d.said}" for d in found if d.rule.severity is Severity.ERROR]


def _yaml(text: str) -> list[Diagnostic]:
    """By the kind of file that has its keys; what is not shown may be missing."""
    front = _FRONT.search(text)
    text = front["front"] if front else text
    keys = set(yaml.safe_load(text))
    models = [each.model for each in SCHEMAS.values() if keys <= set(each.model.fields())]
    found: list[Diagnostic] = []
    node = read_yaml(text, "sample.yml", found.append)
    assert models and node is not None, f"no file has the keys {sorted(keys)}: {found}"
    least: list[Diagnostic] | None = None
    for model in models:
        said: list[Diagnostic] = []
        validate(model, node, said.append, Span("sample.yml", 1))
        said = [d for d in said if d.rule is not MISSING_KEY]
        least = said if least is None or len(said) < len(least) else least
    return [*found, *(least or ())]


def _markdown(text: str, root: Path) -> list[Diagnostic]:
    """As a quiz if it asks something, else as a lesson, in a course that has what it names."""
    files = {
        "course/course.yml": COURSE,
        "course/01-sample/index.md": "# Sample\n\nWords.\n",
        "course/framework.yml": _framework(text),
        "course/references.yml": _references(text),
    }
    if re.search(r"^## .*\n<!-- #", text, re.M):
        files["quizzes/01-sample.md"] = f"# Quiz\n\nWords.\n\n{text}"
    else:
        files["course/01-sample/01-page.md"] = f"# Page\n\n{text}"
    shutil.copytree(FOLDER / "common" / "media", root / "media")
    shutil.copyfile(FOLDER / "en/media/pour.LANGUAGE.vtt", root / "media/pour.en.vtt")
    for path, body in files.items():
        if body:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(body, "utf-8")
    report = Collector()
    load(root, report, TODAY)
    return report.found


def _framework(text: str) -> str:
    codes = sorted(set(re.findall(r"`([A-Z]+)\.(\d+)", text)))
    rows = [f"  - {{code: {a}, title: {a}, items: [{_items(a, codes)}]}}" for a, _ in codes]
    head = "id: f\ntitle: F\nlanguage: en\ncategories:\n"
    return head + "\n".join(sorted(set(rows))) + "\n" if codes else ""


def _items(category: str, codes: list[tuple[str, str]]) -> str:
    return ", ".join(f"{{code: {a}.{n}, statement: S}}" for a, n in codes if a == category)


def _references(text: str) -> str:
    keys = sorted(set(re.findall(r"\[@(\w+)\]", text)))
    rows = [f"  - {{key: {key}, cite: A book., verified: source}}\n" for key in keys]
    return "references:\n" + "".join(rows) if keys else ""
