"""The platform, started inside this process; people in it, and what they are stored as."""

import contextlib
import json
import os
import re
import sys


def start(side, settings="oex"):
    """Django of `side`, "cms" or "lms", with settings that ../shared/lms/openedx/driver has."""
    os.environ["DJANGO_SETTINGS_MODULE"] = f"{side}.envs.{settings}"
    os.environ["SERVICE_VARIANT"] = side
    os.environ.setdefault("EDXAPP_TEST_MONGO_PORT", "27417")
    os.environ.setdefault("EDXAPP_TEST_MONGO_HOST", "127.0.0.1")
    os.chdir(os.environ["OEX_PLATFORM"])
    sys.path.insert(0, os.environ["OEX_PLATFORM"])
    import django

    django.setup()


def person(name, **more):
    from common.djangoapps.student.models import UserProfile
    from django.contrib.auth import get_user_model

    found, _ = get_user_model().objects.get_or_create(
        username=name, defaults={"email": f"{name}@example.com", "is_active": True, **more}
    )
    UserProfile.objects.get_or_create(user=found, defaults={"name": name})
    return found


def request_of(user):
    """The request that services look for, as if `user` had sent it."""
    import crum
    from django.contrib.sites.models import Site
    from django.test import RequestFactory

    request = RequestFactory().get("/", HTTP_HOST="testserver")
    request.user, request.session = user, {}
    request.site, _ = Site.objects.get_or_create(domain="testserver", defaults={"name": "t"})
    crum.set_current_request(request)
    return request


def session(user, host="testserver"):
    """A client that is logged in as `user`."""
    from django.conf import settings
    from django.test import Client
    from openedx.core.djangoapps.safe_sessions.middleware import SafeCookieData

    client = Client(HTTP_HOST=host)
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.cookies[settings.SESSION_COOKIE_NAME] = str(SafeCookieData.create(key, user.id))
    return client


def learner(key, name, host="testserver"):
    """A learner of the course, and a client that is logged in as them."""
    from common.djangoapps.course_modes.models import CourseMode
    from common.djangoapps.student.models import CourseEnrollment

    CourseMode.objects.get_or_create(
        course_id=key, mode_slug="audit", defaults={"mode_display_name": "audit"}
    )
    published(key)
    user = person(name)
    CourseEnrollment.enroll(user, key, mode="audit")
    return user, session(user, host)


def published(key):
    """What workers do in production after a course was published."""
    from openedx.core.djangoapps.content.block_structure.api import (
        clear_course_from_cache,
        update_course_in_cache,
    )
    from openedx.core.djangoapps.content.block_structure.exceptions import BlockStructureNotFound
    from openedx.core.djangoapps.content.course_overviews.models import CourseOverview

    with contextlib.suppress(BlockStructureNotFound):
        clear_course_from_cache(key)
    CourseOverview.load_from_module_store(key)
    update_course_in_cache(key)


def blocks(key, kind):
    """The published blocks of a type."""
    from xmodule.modulestore import ModuleStoreEnum
    from xmodule.modulestore.django import modulestore

    store = modulestore()
    with store.branch_setting(ModuleStoreEnum.Branch.published_only, key):
        return store.get_items(key, qualifiers={"category": kind})


@contextlib.contextmanager
def reading_once(key):
    """Keeps the course's structure for all requests within, as nothing changes it there.

    The platform unpickles the whole of it for each request: of a long course most of the time.
    """
    from xmodule.modulestore.django import modulestore

    with modulestore().bulk_operations(key, emit_signals=False):
        yield


def usage_of(block):
    return str(block.location.replace(branch=None, version_guid=None))


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
