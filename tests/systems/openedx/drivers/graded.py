"""How the platform grades answers that a learner picks by their words, as pages show them.

Runs inside the platform: `graded.py TRIALS COURSE OUT`. TRIALS is a file of JSON: by problem, by
the name of a trial, its fields in the order of the page. A field is what is typed, a list of the
options that are picked, or the option of each list by its label. OUT gets a line of JSON a trial;
trials that it has already are passed over, so that a long run can be gone on with. Needs
OEX_PLATFORM and the settings `oex` there.
"""

import json
import sys
import time
from pathlib import Path

import learners

TRIALS, COURSE, OUT = sys.argv[1:]
TRIALS, OUT = Path(TRIALS).resolve(), Path(OUT).resolve()
learners.start("lms")

import lxml.html  # noqa: E402
import webpack_loader.templatetags.webpack_loader as tags  # noqa: E402
import webpack_loader.utils as utils  # noqa: E402
from opaque_keys.edx.keys import CourseKey  # noqa: E402
from openedx.core.djangoapps.safe_sessions.testing import (  # noqa: E402
    safe_cookie_test_session_patch,
)

NAME = "graded"
KEY = CourseKey.from_string(COURSE)
DUMMY = "dummy_default"


def said(text):
    """Words as they compare: without the white space and the invisible signs of a page."""
    return "".join(text.replace("\u2060", "").replace("'", "\u2019").split())


def options(page, field):
    """Of a list, or of the boxes and circles that bear the name of `field`: value by words."""
    if field.tag == "select":
        offered = ((o.text_content(), o.get("value")) for o in field.iter("option"))
        return {said(words): value for words, value in offered if not value.endswith(DUMMY)}
    labels = {label.get("for"): label.text_content() for label in page.iter("label")}
    group = page.xpath("//input[@name=$name]", name=field.get("name"))
    return {said(labels[each.get("id")]): each.get("value") for each in group}


def label(page, field):
    (found,) = page.xpath("//label[@for=$id]", id=field.get("id"))
    return said(found.text_content())


def fields(html):
    """What a page asks for, each once: its name, label and options (None: it is typed)."""
    page, found = lxml.html.fromstring(html), {}
    for field in page.xpath("//select | //input[starts-with(@name, 'input_')]"):
        name = field.get("name")
        picked = field.tag == "select" or field.get("type") in ("radio", "checkbox")
        if name not in found:
            named = label(page, field) if field.tag == "select" else ""
            found[name] = (named, options(page, field) if picked else None)
    return found


def sent(asked, given):
    """The form of a trial. LookupError: the page does not show what was to be picked."""
    if any(isinstance(each, dict) for each in given):
        (by_label,) = given
        by_label = {said(words): option for words, option in by_label.items()}
        given = [by_label[named] for named, _ in asked.values()]
    if len(given) != len(asked):
        raise LookupError(f"{len(asked)} fields for {len(given)}: {list(asked)}")
    form = {}
    for (name, (_, offered)), words in zip(asked.items(), given, strict=True):
        if offered is None:
            form[name] = words
        elif isinstance(words, list):
            form[name] = [offered[said(each)] for each in words]
        else:
            form[name] = offered[said(words)]
    return form


def trials(user, client, usage, wanted):
    """Each trial as if it were the first."""
    from lms.djangoapps.courseware.models import StudentModule
    from opaque_keys.edx.keys import UsageKey

    stored = StudentModule.objects.filter(
        student=user, module_state_key=UsageKey.from_string(usage)
    )
    asked = fields(learners.handled(client, COURSE, usage, "problem_get", {})["html"])
    for name, given in wanted.items():
        stored.delete()
        start = time.monotonic()
        try:
            form = sent(asked, given)
        except LookupError as error:
            yield {"trial": name, "failed": repr(error)}
            continue
        told = learners.handled(client, COURSE, usage, "problem_check", form)
        page = lxml.html.fromstring(told.get("contents") or "<p></p>")
        yield {
            "trial": name,
            "success": told["success"],
            "score": told.get("current_score"),
            "of": told.get("total_possible"),
            "said": " ".join(page.text_content().split()),
            "seconds": round(time.monotonic() - start, 2),
        }


def without_workers():
    """Leaves undone what workers do after an answer: the grade of its subsection, made anew.

    That looks at the whole course each time, and takes longer than all else.
    """
    from lms.djangoapps.grades.tasks import recalculate_subsection_grade_v3

    recalculate_subsection_grade_v3.apply_async = lambda *a, **k: None


def main():
    tags.render_bundle = lambda *a, **k: ""  # as the platform's own conftest.py does
    utils.get_as_tags = utils.get_files = lambda *a, **k: []
    safe_cookie_test_session_patch()
    without_workers()
    lines = OUT.read_text("utf-8").splitlines() if OUT.exists() else []
    had = {(told["problem"], told["trial"]) for told in map(json.loads, lines)}
    user, client = learners.learner(KEY, NAME)
    with OUT.open("a", encoding="utf-8") as out, learners.reading_once(KEY):
        for id, wanted in json.loads(TRIALS.read_text("utf-8")).items():
            left = {name: each for name, each in wanted.items() if (id, name) not in had}
            usage = str(KEY.make_usage_key("problem", id))
            for told in trials(user, client, usage, left) if left else ():
                out.write(json.dumps({"problem": id, **told}, ensure_ascii=False) + "\n")
                out.flush()


main()
