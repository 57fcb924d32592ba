"""Imports a course without emptying it first, and answers or reads its problems as a learner.

Runs inside the platform: `again.py import ARCHIVE COURSE OUT`, `again.py answer COURSE OUT`,
`again.py partly COURSE OUT`, `again.py gaps WORDS COURSE OUT`,
`again.py state COURSE OUT`, `again.py played COURSE LEARNER OUT`.
OUT gets JSON. Needs OEX_PLATFORM and the settings `oex` there.
"""

import json
import re
import sys
from pathlib import Path

import learners

COMMAND, *ARGUMENTS = sys.argv[1:]
SIDE = "cms" if COMMAND == "import" else "lms"
ARGUMENTS = [str(Path(a).resolve()) if "/" in a else a for a in ARGUMENTS]
learners.start(SIDE)

import lxml.html  # noqa: E402
from opaque_keys.edx.keys import CourseKey  # noqa: E402
from xmodule.modulestore.django import modulestore  # noqa: E402

NAME = "again"


def imported(archive, course_id):
    """Studio's own task, into the course as it is."""
    from cms.djangoapps.contentstore import tasks
    from cms.djangoapps.contentstore.outlines import update_outline_from_modulestore
    from cms.djangoapps.contentstore.storage import course_import_export_storage
    from cms.djangoapps.contentstore.views.course import create_new_course
    from django.core.files import File
    from organizations.models import Organization
    from user_tasks.models import UserTaskArtifact, UserTaskStatus

    author = learners.person("author", is_staff=True, is_superuser=True)
    learners.request_of(author)
    key = CourseKey.from_string(course_id)
    if modulestore().get_course(key) is None:
        Organization.objects.get_or_create(short_name=key.org, defaults={"name": key.org})
        create_new_course(author, key.org, key.course, key.run, {"display_name": "(empty)"})
    name = Path(archive).name
    with Path(archive).open("rb") as stream:
        stored = course_import_export_storage.save(f"olx_import/{name}", File(stream))
    task = tasks.import_olx.delay(author.id, course_id, stored, name, "en")
    status = UserTaskStatus.objects.filter(task_id=task.id).first()
    status = status or UserTaskStatus.objects.order_by("-created").first()
    update_outline_from_modulestore(key)
    return {
        "state": status.state,
        "artifacts": [a.text for a in UserTaskArtifact.objects.filter(status=status)],
    }


def right_answers(problem):
    """What CAPA itself holds for right, as a form would send it."""
    sent = {}
    for response in problem.lcp.responders.values():
        for id, answer in response.get_answers().items():
            kind = type(response).__name__
            if kind == "ChoiceResponse":
                sent[f"input_{id}[]"] = list(answer)
            elif kind == "NumericalResponse":
                ends = re.fullmatch(r"[\[(](.+),(.+)[\])]", str(response.correct_answer))
                middle = str(sum(map(float, ends.groups())) / 2) if ends else None
                sent[f"input_{id}"] = middle or response.correct_answer
            elif kind == "StringResponse":
                sent[f"input_{id}"] = response.correct_answer[0]
            else:
                sent[f"input_{id}"] = answer[0] if isinstance(answer, list) else answer
    return sent


def handled(client, course_id, usage, suffix, data):
    answer = client.post(
        f"/courses/{course_id}/xblock/{usage}/handler/xmodule_handler/{suffix}",
        data,
        HTTP_X_REQUESTED_WITH="XMLHttpRequest",
    )
    return json.loads(answer.content)


def partly_right(problem):
    """Of options that earn a part: the first. Of several boxes: all right ones but the last."""
    sent = {}
    for response in problem.lcp.responders.values():
        for id, answer in response.get_answers().items():
            kind = type(response).__name__
            parts = response.xml.xpath(".//choice[@correct='partial']/@name")
            if kind == "MultipleChoiceResponse" and parts:
                sent[f"input_{id}"] = parts[0]
            elif kind == "ChoiceResponse" and len(answer) > 1:
                sent[f"input_{id}[]"] = sorted(answer)[:-1]
    return sent


def checked(course_id, name, answers):
    """What the platform says of `answers` (a function of a problem) to each problem, if any."""
    from lms.djangoapps.courseware.block_render import get_block_by_usage_id
    from lms.djangoapps.courseware.models import StudentModule

    key = CourseKey.from_string(course_id)
    user, client = learners.learner(key, name)
    StudentModule.objects.filter(student=user, course_id=key).delete()
    said = {}
    for block in learners.blocks(key, "problem"):
        usage = learners.usage_of(block)
        problem, _ = get_block_by_usage_id(learners.request_of(user), course_id, usage)
        if data := answers(problem):
            said[block.location.block_id] = handled(
                client, course_id, usage, "problem_check", data
            )
    return said


def answered(course_id):
    return {id: told["success"] for id, told in checked(course_id, NAME, right_answers).items()}


def partly(course_id):
    found = checked(course_id, "partly", partly_right)
    return {id: told["current_score"] / told["total_possible"] for id, told in found.items()}


def gaps(given, course_id):
    """Shares of the points by problem, for each set of words (by problem, in order) in a file."""

    def share(words):
        def filled(problem):
            ids = [
                id for response in problem.lcp.responders.values() for id in response.answer_ids
            ]
            by_field = zip(ids, words[problem.location.block_id], strict=True)
            return {f"input_{id}": word for id, word in by_field}

        found = checked(course_id, "gaps", filled)
        return {id: told["current_score"] / told["total_possible"] for id, told in found.items()}

    return {name: share(words) for name, words in json.loads(Path(given).read_text()).items()}


def chosen(html):
    """The texts of the options that are chosen in a problem's HTML."""
    page = lxml.html.fromstring(html or "<p></p>")
    labels = {label.get("for"): label.text_content() for label in page.iter("label")}
    ids = [field.get("id") for field in page.iter("input") if field.get("checked")]
    return [" ".join(labels[id].split()) for id in ids]


def state(course_id):
    """What is stored of the learner, what the problems show, and the grade."""
    from lms.djangoapps.courseware.models import StudentModule
    from lms.djangoapps.grades.api import CourseGradeFactory

    key = CourseKey.from_string(course_id)
    user, client = learners.learner(key, NAME)
    rows = StudentModule.objects.filter(student=user, course_id=key, module_type="problem")
    shown = {}
    for block in learners.blocks(key, "problem"):
        html = handled(client, course_id, learners.usage_of(block), "problem_get", {}).get(
            "html", ""
        )
        shown[block.location.block_id] = {
            "correct": len(re.findall(r'class="status correct"', html)),
            "unanswered": len(re.findall(r'class="status unanswered"', html)),
            "chosen": chosen(html),
        }
    learners.request_of(user)
    grade = CourseGradeFactory().update(user, course_key=key)
    return {
        "stored": {r.module_state_key.block_id: [r.grade, r.max_grade, r.state] for r in rows},
        "shown": shown,
        "percent": grade.percent,
    }


def played(course_id, name):
    """What is stored of a learner's simulations, and how far each block is completed."""
    from completion.models import BlockCompletion
    from lms.djangoapps.courseware.models import StudentModule

    key = CourseKey.from_string(course_id)
    user = learners.person(name)
    rows = StudentModule.objects.filter(student=user, course_id=key, module_type="scorm")
    done = BlockCompletion.objects.filter(user=user, context_key=key)
    return {
        "simulations": {
            r.module_state_key.block_id: {"grade": r.grade, "state": json.loads(r.state)}
            for r in rows
        },
        "completed": {row.block_key.block_id: row.completion for row in done},
    }


COMMANDS = {
    "import": imported,
    "answer": answered,
    "partly": partly,
    "gaps": gaps,
    "state": state,
    "played": played,
}

if SIDE == "lms":  # as the platform's own conftest.py does
    import webpack_loader.templatetags.webpack_loader as tags
    import webpack_loader.utils as utils
    from openedx.core.djangoapps.safe_sessions.testing import safe_cookie_test_session_patch

    tags.render_bundle = lambda *a, **k: ""
    utils.get_as_tags = utils.get_files = lambda *a, **k: []
    safe_cookie_test_session_patch()

*given, out = ARGUMENTS
Path(out).write_text(json.dumps(COMMANDS[COMMAND](*given), indent=1, default=str))
