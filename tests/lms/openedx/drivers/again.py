"""Imports a course without emptying it first, and answers or reads its problems as a learner.

Runs inside the platform: `again.py import ARCHIVE COURSE OUT`, `again.py answer COURSE OUT`,
`again.py state COURSE OUT`. OUT gets JSON. Needs OEX_PLATFORM and the settings `oex` there.
"""

import contextlib
import json
import os
import re
import sys
from pathlib import Path

COMMAND, *ARGUMENTS = sys.argv[1:]
SIDE = "cms" if COMMAND == "import" else "lms"
os.environ["DJANGO_SETTINGS_MODULE"] = f"{SIDE}.envs.oex"
os.environ["SERVICE_VARIANT"] = SIDE
os.environ.setdefault("EDXAPP_TEST_MONGO_PORT", "27417")
os.environ.setdefault("EDXAPP_TEST_MONGO_HOST", "127.0.0.1")
ARGUMENTS = [str(Path(a).resolve()) if "/" in a else a for a in ARGUMENTS]
os.chdir(os.environ["OEX_PLATFORM"])
sys.path.insert(0, os.environ["OEX_PLATFORM"])

import django  # noqa: E402

django.setup()

import crum  # noqa: E402
from common.djangoapps.student.models import CourseEnrollment, UserProfile  # noqa: E402
from django.conf import settings  # noqa: E402
from django.contrib.auth import get_user_model  # noqa: E402
from django.contrib.sites.models import Site  # noqa: E402
from django.test import Client, RequestFactory  # noqa: E402
from opaque_keys.edx.keys import CourseKey  # noqa: E402
from xmodule.modulestore import ModuleStoreEnum  # noqa: E402
from xmodule.modulestore.django import modulestore  # noqa: E402


def person(name, **more):
    found, _ = get_user_model().objects.get_or_create(
        username=name, defaults={"email": f"{name}@example.com", "is_active": True, **more}
    )
    UserProfile.objects.get_or_create(user=found, defaults={"name": name})
    return found


def request_of(user):
    request = RequestFactory().get("/", HTTP_HOST="testserver")
    request.user, request.session = user, {}
    request.site, _ = Site.objects.get_or_create(domain="testserver", defaults={"name": "t"})
    crum.set_current_request(request)
    return request


def imported(archive, course_id):
    """Studio's own task, into the course as it is."""
    from cms.djangoapps.contentstore import tasks
    from cms.djangoapps.contentstore.outlines import update_outline_from_modulestore
    from cms.djangoapps.contentstore.storage import course_import_export_storage
    from cms.djangoapps.contentstore.views.course import create_new_course
    from django.core.files import File
    from organizations.models import Organization
    from user_tasks.models import UserTaskArtifact, UserTaskStatus

    author = person("author", is_staff=True, is_superuser=True)
    request_of(author)
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


def learner(key):
    from common.djangoapps.course_modes.models import CourseMode
    from openedx.core.djangoapps.content.block_structure.api import (
        clear_course_from_cache,
        update_course_in_cache,
    )
    from openedx.core.djangoapps.content.block_structure.exceptions import BlockStructureNotFound
    from openedx.core.djangoapps.content.course_overviews.models import CourseOverview
    from openedx.core.djangoapps.safe_sessions.middleware import SafeCookieData

    CourseMode.objects.get_or_create(
        course_id=key, mode_slug="audit", defaults={"mode_display_name": "audit"}
    )
    with contextlib.suppress(BlockStructureNotFound):
        clear_course_from_cache(key)  # in production workers do so after a course was published
    CourseOverview.load_from_module_store(key)
    update_course_in_cache(key)
    user = person("again")
    CourseEnrollment.enroll(user, key, mode="audit")
    client = Client(HTTP_HOST="testserver")
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.cookies[settings.SESSION_COOKIE_NAME] = str(SafeCookieData.create(session, user.id))
    return user, client


def blocks(key, kind):
    store = modulestore()
    with store.branch_setting(ModuleStoreEnum.Branch.published_only, key):
        return store.get_items(key, qualifiers={"category": kind})


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


def usage_of(block):
    return str(block.location.replace(branch=None, version_guid=None))


def answered(course_id):
    from lms.djangoapps.courseware.block_render import get_block_by_usage_id
    from lms.djangoapps.courseware.models import StudentModule

    key = CourseKey.from_string(course_id)
    user, client = learner(key)
    StudentModule.objects.filter(student=user, course_id=key).delete()
    said = {}
    for block in blocks(key, "problem"):
        usage = usage_of(block)
        problem, _ = get_block_by_usage_id(request_of(user), course_id, usage)
        told = handled(client, course_id, usage, "problem_check", right_answers(problem))
        said[block.location.block_id] = told.get("success")
    return said


def state(course_id):
    """What is stored of the learner, what the problems show, and the grade."""
    from lms.djangoapps.courseware.models import StudentModule
    from lms.djangoapps.grades.api import CourseGradeFactory

    key = CourseKey.from_string(course_id)
    user, client = learner(key)
    rows = StudentModule.objects.filter(student=user, course_id=key, module_type="problem")
    shown = {}
    for block in blocks(key, "problem"):
        html = handled(client, course_id, usage_of(block), "problem_get", {}).get("html", "")
        shown[block.location.block_id] = {
            "correct": len(re.findall(r'class="status correct"', html)),
            "unanswered": len(re.findall(r'class="status unanswered"', html)),
        }
    request_of(user)
    grade = CourseGradeFactory().update(user, course_key=key)
    return {
        "stored": {r.module_state_key.block_id: [r.grade, r.max_grade, r.state] for r in rows},
        "shown": shown,
        "percent": grade.percent,
    }


COMMANDS = {"import": imported, "answer": answered, "state": state}

if SIDE == "lms":  # as the platform's own conftest.py does
    import webpack_loader.templatetags.webpack_loader as tags
    import webpack_loader.utils as utils
    from openedx.core.djangoapps.safe_sessions.testing import safe_cookie_test_session_patch

    tags.render_bundle = lambda *a, **k: ""
    utils.get_as_tags = utils.get_files = lambda *a, **k: []
    safe_cookie_test_session_patch()

*given, out = ARGUMENTS
Path(out).write_text(json.dumps(COMMANDS[COMMAND](*given), indent=1, default=str))
