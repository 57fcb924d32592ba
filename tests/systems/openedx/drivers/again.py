"""Imports a course without emptying it first, and answers or reads its problems as a learner.

Runs inside the platform: `again.py import ARCHIVE COURSE OUT`, `again.py answer COURSE OUT`,
`again.py partly COURSE OUT`, `again.py gaps WORDS COURSE OUT`, `again.py typed WORDS COURSE OUT`,
`again.py state COURSE OUT`, `again.py played COURSE LEARNER OUT`, `again.py due COURSE OUT`,
`again.py draw COURSE OUT`, `again.py drawn COURSE OUT`, `again.py redraw COURSE OUT`.
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
    from lms.djangoapps.courseware.models import StudentModule

    key = CourseKey.from_string(course_id)
    user, client = learners.learner(key, name)
    StudentModule.objects.filter(student=user, course_id=key).delete()
    said = {}
    for block in learners.blocks(key, "problem"):
        usage = learners.usage_of(block)
        problem = block_of(user, course_id, usage)
        if data := answers(problem):
            said[block.location.block_id] = learners.handled(
                client, course_id, usage, "problem_check", data
            )
    return said


def answered(course_id):
    return {
        id: told["success"]
        for id, told in checked(course_id, NAME, learners.right_answers).items()
    }


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


def typed(given, course_id):
    """How each of the texts in a file is taken, one after the other, by problems with one field.

    By text and problem: what the platform says, and the attempts it has counted so far.
    """
    from lms.djangoapps.courseware.models import StudentModule

    key = CourseKey.from_string(course_id)
    user, client = learners.learner(key, "typist")
    StudentModule.objects.filter(student=user, course_id=key).delete()
    said = {}
    for text in json.loads(Path(given).read_text("utf-8")):
        for block in learners.blocks(key, "problem"):
            usage = learners.usage_of(block)
            problem = block_of(user, course_id, usage)
            (field,) = (id for each in problem.lcp.responders.values() for id in each.answer_ids)
            told = learners.handled(
                client, course_id, usage, "problem_check", {f"input_{field}": text}
            )
            counted = block_of(user, course_id, usage)
            said.setdefault(text, {})[block.location.block_id] = [
                told["success"],
                counted.attempts,
            ]
    return said


def block_of(user, course_id, usage):
    """The block as `user` has it now."""
    from lms.djangoapps.courseware.block_render import get_block_by_usage_id

    return get_block_by_usage_id(learners.request_of(user), course_id, usage)[0]


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
        html = learners.handled(
            client, course_id, learners.usage_of(block), "problem_get", {}
        ).get("html", "")
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


def bound(course_id, kind):
    """The learner's client, and each block of `kind` as the learner has it."""
    key = CourseKey.from_string(course_id)
    user, client = learners.learner(key, NAME)
    blocks = (
        block_of(user, course_id, learners.usage_of(block)) for block in learners.blocks(key, kind)
    )
    return user, client, {block.location.block_id: block for block in blocks}


def drawn(course_id):
    """What each bank has drawn for the learner, and the grade."""
    from lms.djangoapps.grades.api import CourseGradeFactory

    found = {}
    for kind in ("library_content", "itembank"):
        user, _, banks = bound(course_id, kind)
        for name, bank in banks.items():
            found[name] = sorted(id for _, id in bank.selected_children())
            bank.save()
    learners.request_of(user)
    key = CourseKey.from_string(course_id)
    # As after the next answer: what was stored of a subsection is not looked at again before.
    grade = CourseGradeFactory().update(user, course_key=key, force_update_subsections=True)
    return {"drawn": found, "percent": grade.percent}


def draw(course_id):
    """A new learner draws, and answers what was drawn right."""
    from lms.djangoapps.courseware.models import StudentModule

    user, client, problems = bound(course_id, "problem")
    StudentModule.objects.filter(student=user, course_id=CourseKey.from_string(course_id)).delete()
    names = [id for bank in drawn(course_id)["drawn"].values() for id in bank]
    for id in names:
        usage = learners.usage_of(problems[id])
        learners.handled(
            client, course_id, usage, "problem_check", learners.right_answers(problems[id])
        )
    return drawn(course_id)


def redraw(course_id):
    """The learner resets each bank by its button. Also: how the server answers."""
    told = {}
    for kind in ("library_content", "itembank"):
        _, client, banks = bound(course_id, kind)
        for name, bank in banks.items():
            path = f"{learners.usage_of(bank)}/handler/reset_selected_children"
            told[name] = client.post(f"/courses/{course_id}/xblock/{path}").status_code
    return {"answers": told, **drawn(course_id)}


def due(course_id):
    """When subsections are due for a learner."""
    from lms.djangoapps.course_blocks.api import get_course_blocks
    from openedx.core.djangoapps.course_date_signals.handlers import extract_dates

    key = CourseKey.from_string(course_id)
    extract_dates(None, key)  # as workers do after a course was published
    user, _ = learners.learner(key, "dates")
    learners.request_of(user)
    blocks = get_course_blocks(user, modulestore().make_course_usage_key(key))
    names = (usage for usage in blocks if usage.block_type == "sequential")
    return {each.block_id: blocks.get_xblock_field(each, "due") for each in names}


COMMANDS = {
    "draw": draw,
    "drawn": drawn,
    "redraw": redraw,
    "due": due,
    "import": imported,
    "answer": answered,
    "partly": partly,
    "gaps": gaps,
    "typed": typed,
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
