"""Text that is easily falsified arrives at every place as it was written."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest

from moocbuild.model.course import Course
from systems import marked
from systems.moodle.site import Site, Visitor

pytestmark = [pytest.mark.lms, pytest.mark.browser]
ABSENT = {"track", "meter"}
"""A track is a package of its own; the title of a meter is for authors, learners see its words."""
KNOWN = {"gap word": r"differs: '\\* _ 1_2_3 👩' for '* _ 1_2_3 👩\u200d'"}
"""Moodle shows the right word of a gap with the backslash that parts `*` from "any word"."""
CLOZE = re.compile(r"\{\d:\w+:")
"""Moodle's own spelling of gaps, in which signs are escaped."""
SHOWN = ("alt", "title", "aria-label", "content", "placeholder", "value")


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return marked.course(tmp_path_factory.mktemp("marked"))


@pytest.fixture(scope="module")
def found(
    site: Site, course: Course, made: list[int], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Any]:
    """The framework and the course, restored as administrators do it."""
    folder = tmp_path_factory.mktemp("packages")
    said = site.php(
        "import_competencies.php", marked.written(course, "moodle-competencies", folder)
    )
    assert said["error"] == "", said
    number = site.restore(marked.written(course, "moodle", folder))
    made.append(number)
    return {"number": number, **site.php("facts.php", number)}


@pytest.fixture(scope="module")
def people(site: Site, found: dict[str, Any]) -> Iterator[tuple[Visitor, Visitor]]:
    """A manager and a learner of the course."""
    manager = site.php("manager.php")
    for module in modules(found, "scorm"):
        site.php("tracks.php", module["id"])  # also enrols
    with site.served():
        yield Visitor(site, manager), Visitor(site, "learner")


def modules(found: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    return [module for module in found["modules"] if module["kind"] == kind]


def texts(page: str) -> Iterator[str]:
    """What a reader has of a page.

    Moodle escapes a lone `&` twice in labels for screen readers, whoever wrote the name.
    """
    root = lxml.html.document_fromstring(page)
    for hidden in root.xpath("//script | //style | //noscript"):
        hidden.drop_tree()
    for markup in root.xpath("//textarea/text() | //@data-content | //@data-bs-content"):
        yield from texts(f"<div>{markup}</div>") if not CLOZE.search(markup) else ()
    for editor in root.xpath("//textarea"):
        editor.drop_tree()
    yield root.text_content().replace("&amp; ", "& ")
    answers = root.xpath("//input[starts-with(@name, 'answer[')]")
    for answer in answers:
        # Other spellings are accepted as well; alone, `*` would be any word.
        spelled = (answer.get("value") or "").replace(r"\*", "*")
        yield from {spelled} & set(marked.PLACES.values())
        answer.drop_tree()
    for value in root.xpath(f"//*/@*[{' or '.join(f'name()={name!r}' for name in SHOWN)}]"):
        yield value.replace("&amp; ", "& ")


def test_every_place(
    site: Site,
    found: dict[str, Any],
    people: tuple[Visitor, Visitor],
    shared_browser: Any,
    tmp_path: Path,
    accept: bool,
) -> None:
    manager, learner = people
    seen = [
        *_course(manager, found["number"]),
        *_pages(learner, found),
        *_bank(manager, found),
        *_simulation(learner, found, shared_browser),
        *_attempts(learner, found),
    ]
    (tmp_path / "seen.txt").write_text("\n".join(seen))
    told = marked.verdicts(seen)
    marked.write(tmp_path / "places.txt", {site.folder.name: told})
    print((tmp_path / "places.txt").read_text())
    marked.judged(name(site), told, absent=ABSENT, known=KNOWN, accept=accept)


def name(site: Site) -> str:
    version = (site.web_root / "version.php").read_text("utf-8")
    (release,) = re.findall(r"^\$release\s*=\s*'(\d+\.\d+)", version, re.M)
    return f"Moodle {release}"


def _course(manager: Visitor, number: int) -> Iterator[str]:
    for path in (
        f"course/view.php?id={number}",
        f"course/info.php?id={number}",
        f"grade/report/grader/index.php?id={number}",
        f"admin/tool/lp/coursecompetencies.php?courseid={number}",
        "admin/tool/lp/competencyframeworks.php?pagecontextid=1",
    ):
        yield from texts(manager.page(f"{manager.site.address}/{path}"))


def _pages(learner: Visitor, found: dict[str, Any]) -> Iterator[str]:
    pictures = 0
    for module in found["modules"]:
        if module["kind"] != "qbank":
            address = f"{learner.site.address}/mod/{module['kind']}/view.php?id={module['id']}"
            page = learner.page(address)
            yield from texts(page)
            for source in lxml.html.document_fromstring(page).xpath(
                f"//img[starts-with(@alt, '{marked.PLACES['alternative text'][:5]}')]/@src"
            ):
                pictures += learner.get(source)[0] == "image/svg+xml"
    yield from marked.loaded(pictures > 0)


def _bank(manager: Visitor, found: dict[str, Any]) -> Iterator[str]:
    """The bank, and the form of each question."""
    banks = modules(found, "qbank")  # since 5.0 an activity
    which = f"cmid={banks[0]['id']}" if banks else f"courseid={found['number']}"
    page = manager.page(f"{manager.site.address}/question/edit.php?{which}")
    yield from texts(page)
    forms = set(re.findall(r"question/bank/editquestion/question\.php\?[^\"]*", page))
    assert len(forms) >= 9
    for form in forms:
        yield from texts(manager.page(f"{manager.site.address}/{html.unescape(form)}"))


def _simulation(learner: Visitor, found: dict[str, Any], browser: Any) -> Iterator[str]:
    """In Moodle's player: the start, the first scene, what is said of a choice, the end."""
    (module,) = modules(found, "scorm")
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    context.add_cookies(
        [
            {"name": cookie.name, "value": cookie.value or "", "url": learner.site.address}
            for cookie in learner.cookies
        ]
    )
    page = context.new_page()
    page.goto(f"{learner.site.address}/mod/scorm/view.php?id={module['id']}")
    page.locator("#scormviewform [type=submit]").last.click()
    frame = page.frame_locator("#scorm_object")
    yield from marked.played(frame, texts)
    context.close()


def _attempts(learner: Visitor, found: dict[str, Any]) -> Iterator[str]:
    (quiz,) = modules(found, "quiz")
    site = learner.site
    yield from (text for page in site.php("hint.php", quiz["id"]).values() for text in texts(page))
    tried = site.php("attempt.php", quiz["id"], "right")
    review = f"{site.address}/mod/quiz/review.php?attempt={tried['attempt']}&showall=1"
    yield from texts(learner.page(review))
