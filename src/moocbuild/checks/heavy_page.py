"""A lesson or a quiz exceeds its budget, measured as the heaviest package has it.

Learners read on old phones and slow networks. Before it can be read, a lesson should need at most
12 KB of text (HTML, style sheets and scripts, compressed), a quiz 15 KB and 0.6 KB more for each
question; either of them 250 KB of images and 10 requests. What a page fetches beside that or later
does not count. Split the lesson, move questions to the quiz, or make its images smaller.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import deflate
from lxml import etree

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Activity, Course, Lesson, Quiz
from moocbuild.package import Package
from moocbuild.package.names import page_file
from moocbuild.values import dataclass

RULE = Rule("MB250", "heavy-page", Severity.NOTE, __doc__)
_KB = 1024
_QUESTIONS = 1
"""Judged questions of a lesson that is weighed; one with more is half a quiz."""
_LESSON, _QUIZ, _EACH = 12, 15, 0.6
"""KB of text."""


@dataclass(frozen=True, slots=True)
class Weight:
    """Bytes of a page, text as gzip sends it, and how many requests it takes."""

    html: int
    style: int
    scripts: int
    images: int
    requests: int

    @property
    def text(self) -> int:
        """HTML, style and scripts together."""
        return self.html + self.style + self.scripts


def check_package(course: Course, package: Package) -> Iterator[Diagnostic]:
    """Quizzes, and lessons with at most one question that is judged.

    package: the heaviest of those with pages.
    """
    seen: dict[str, int] = {}
    for page in course.pages():
        budget = _budget(page)
        if budget:
            for message in over(weigh(package, page_file(page.id), seen), budget):
                yield RULE.at(
                    page.span, f"'{page.id}' {message}", help="split it, or make it smaller"
                )


def _budget(page: Activity) -> float:
    """KB of text; 0 where none is set."""
    if isinstance(page, Quiz):
        return round(_QUIZ + _EACH * len(page.questions), 1)
    if not isinstance(page, Lesson) or page.kind != "lesson":
        return 0
    return _LESSON if sum(each.scored for each in page.questions) <= _QUESTIONS else 0


def weigh(package: Package, file: str, seen: dict[str, int]) -> Weight:
    """What a page asks for itself. seen: sizes that are known already, by name."""
    page = etree.fromstring(package.read(file), etree.HTMLParser(encoding="utf-8"))
    scripts = [each.get("src", "") for each in page.iter("script") if "src" in each.attrib]
    links = (each for each in page.iter("link") if each.get("rel") == "stylesheet")
    styles = [each.get("href", "") for each in links if each.get("media") != "print"]
    shown = {each.get("src", "") for each in page.iter("img")}
    images = sorted(name for name in shown if name in package)
    for name in {*scripts, *styles} - set(seen):
        seen[name] = sent(package.read(name))
    for name in set(images) - set(seen):
        data = package.read(name)
        seen[name] = sent(data) if name.endswith(".svg") else len(data)
    return Weight(
        sent(package.read(file)),
        sum(seen[name] for name in styles),
        sum(seen[name] for name in scripts),
        sum(seen[name] for name in images),
        1 + len(styles) + len(scripts) + len(images),
    )


def over(weight: Weight, budget: float) -> Iterator[str]:
    """What is more than it should be, in words. budget: KB of text."""
    limits: Mapping[str, tuple[float, float]] = {
        "of text and scripts": (weight.text / _KB, budget),
        "of images": (weight.images / _KB, 250),
    }
    for what, (found, most) in limits.items():
        if found > most:
            yield f"needs {found:.1f} KB {what}; the budget is {most:g} KB"
    if weight.requests > 10:
        yield f"makes {weight.requests} requests; the budget is 10"


def sent(data: bytes) -> int:
    """Bytes of a text as gzip sends it."""
    return len(deflate.gzip_compress(data, 6))
