"""Everything that learners are shown of a course, as HTML and as plain words.

Runs inside the platform: `shown.py COURSE OUT`. OUT gets JSON: html, titles, typed (what answers
that are typed are compared with), solutions (what "Show answer" shows of each problem), images
(address: type of what is there). Needs OEX_PLATFORM and the settings `oex` there.
"""

import json
import sys
from pathlib import Path

import learners

COURSE, OUT = sys.argv[1:]
OUT = Path(OUT).resolve()
learners.start("lms")

import lxml.etree  # noqa: E402
import lxml.html  # noqa: E402
import webpack_loader.templatetags.webpack_loader as tags  # noqa: E402
import webpack_loader.utils as utils  # noqa: E402
from opaque_keys.edx.keys import CourseKey  # noqa: E402
from openedx.core.djangoapps.safe_sessions.testing import (  # noqa: E402
    safe_cookie_test_session_patch,
)

KEY = CourseKey.from_string(COURSE)
JSON = "application/json"


def answer(client, path):
    found = client.get(path)
    assert found.status_code == 200, (path, found.status_code, found.content[:500])
    return found


def titles(client):
    """Of the outline, and of the row of tabs."""
    outline = answer(client, f"/api/learning_sequences/v1/course_outline/{COURSE}").json()
    yield outline["title"]
    yield from (section["title"] for section in outline["outline"]["sections"])
    yield from (each["title"] for each in outline["outline"]["sequences"].values())
    path = f"/api/course_home/course_metadata/{COURSE}"
    yield from (tab["title"] for tab in tabs(client, path))


def tabs(client, path):
    return answer(client, path).json()["tabs"]


def pages(client):
    """The catalogue's page, tabs of the course's own, and all units."""
    yield answer(client, f"/courses/{COURSE}/about").content.decode()
    for tab in tabs(client, f"/api/course_home/course_metadata/{COURSE}"):
        if tab["tab_id"].startswith("static_tab"):
            slug = tab["tab_id"].removeprefix("static_tab_")
            yield answer(client, f"/courses/{COURSE}/{slug}/").content.decode()
    for unit in learners.blocks(KEY, "vertical"):
        yield answer(client, f"/xblock/{learners.usage_of(unit)}").content.decode()


def typed(problem):
    """What typed answers are compared with."""
    root = lxml.etree.fromstring(problem.data.encode())
    yield from (value for value in root.xpath("//*/@answer"))


def other_answers(problem):
    """Of a list, an entry that is not right; of a text, one that its author foresaw as wrong."""
    sent = {}
    for response in problem.lcp.responders.values():
        (id,) = response.answer_ids
        found = response.xml.xpath(".//option[@correct='False']")
        foreseen = response.xml.xpath(".//stringequalhint/@answer")
        words = next(iter([*foreseen, *("".join(o.xpath("text()")).strip() for o in found)]), None)
        if words is not None:
            sent[f"input_{id}"] = words
    return sent


def solution(client, block):
    """By part of the problem."""
    told = learners.handled(client, COURSE, learners.usage_of(block), "problem_show", {})
    return {part: str(words) for part, words in told.get("answers", {}).items()}


def tried(client, user, block):
    """A problem as it is asked, its hint, and what is said of right and of other answers."""
    from lms.djangoapps.courseware.block_render import get_block_by_usage_id

    usage = learners.usage_of(block)

    def ask(suffix, data):
        return learners.handled(client, COURSE, usage, suffix, data)

    problem, _ = get_block_by_usage_id(learners.request_of(user), COURSE, usage)
    yield ask("problem_get", {}).get("html", "")
    if "<demandhint" in problem.data:
        yield ask("hint_button", {"hint_index": 0})["msg"]
    for answers in (other_answers(problem), learners.right_answers(problem)):
        if answers:
            yield ask("problem_check", answers).get("contents", "")


def main():
    from lms.djangoapps.courseware.models import StudentModule

    tags.render_bundle = lambda *a, **k: ""  # as the platform's own conftest.py does
    utils.get_as_tags = utils.get_files = lambda *a, **k: []
    safe_cookie_test_session_patch()
    user, client = learners.learner(KEY, "reader")
    StudentModule.objects.filter(student=user, course_id=KEY).delete()
    told = {"titles": list(titles(client)), "typed": [], "solutions": []}
    html = list(pages(client))
    for problem in learners.blocks(KEY, "problem"):
        told["typed"] += typed(problem)
        html += tried(client, user, problem)
        told["solutions"].append(solution(client, problem))
    sources = {
        source
        for page in html
        if page.strip()
        for source in lxml.html.fromstring(page).xpath("//img/@src")
        if source.startswith(("/asset-v1:", "/assets/courseware/"))
    }
    images = {source: client.get(source).get("Content-Type") for source in sources}
    OUT.write_text(json.dumps({"html": html, "images": images, **told}, indent=1))


main()
