"""A lesson exceeds its budget, measured on the pages of the web package.

Learners read on old phones and slow networks. A lesson with one question should need at most 15 KB
(HTML, style sheets and scripts, compressed), 8 KB of them scripts, 250 KB of images and 10
requests before it can be read and answered. What is loaded later does not count. Split the lesson,
move questions to the quiz, or make its images smaller.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import deflate
from lxml import etree

from moocbuild.diagnostics import Diagnostic, Rule, Severity
from moocbuild.model.course import Course, Lesson
from moocbuild.package import Package
from moocbuild.package.names import page_file
from moocbuild.values import dataclass

RULE = Rule("MB250", "heavy-page", Severity.NOTE, __doc__)
_KB = 1024
_QUESTIONS = 1


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
    """Lessons of the `web` package with at most one question that is judged."""
    seen: dict[str, int] = {}
    for page in course.pages():
        if not isinstance(page, Lesson) or page.kind != "lesson":
            continue
        if sum(question.scored for question in page.questions) > _QUESTIONS:
            continue
        for message in over(weigh(package, page_file(page.id), seen)):
            yield RULE.at(page.span, f"'{page.id}' {message}", help="split it, or make it smaller")


def weigh(package: Package, file: str, seen: dict[str, int]) -> Weight:
    """What a page asks for itself. seen: sizes that are known already, by name."""
    page = etree.fromstring(package.read(file), etree.HTMLParser(encoding="utf-8"))
    scripts = [each.get("src", "") for each in page.iter("script") if "src" in each.attrib]
    links = (each for each in page.iter("link") if each.get("rel") == "stylesheet")
    styles = [each.get("href", "") for each in links]
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


def over(weight: Weight) -> Iterator[str]:
    """What is more than it should be, in words."""
    limits: Mapping[str, tuple[float, float]] = {
        "of text and scripts": (weight.text / _KB, 15),
        "of scripts": (weight.scripts / _KB, 8),
        "of images": (weight.images / _KB, 250),
    }
    for what, (found, most) in limits.items():
        if found > most:
            yield f"needs {found:.1f} KB {what}; the budget is {most} KB"
    if weight.requests > 10:
        yield f"makes {weight.requests} requests; the budget is 10"


def sent(data: bytes) -> int:
    """Bytes of a text as gzip sends it."""
    return len(deflate.gzip_compress(data, 6))
