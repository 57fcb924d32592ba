"""The LMS on a loopback port, for the browser of one learner, who starts anew.

Runs inside the platform: `serve.py COURSE LEARNER OUT`. OUT gets JSON once it answers: address,
cookies, units (name: path of its page). It serves until its standard input is closed. Needs
OEX_PLATFORM, the settings `oexview` there, and the platform's scripts built.
"""

import importlib
import json
import mimetypes
import os
import re
import sys
import threading
from pathlib import Path
from socketserver import ThreadingMixIn
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import learners

COURSE, LEARNER, OUT = sys.argv[1:]
OUT = Path(OUT).resolve()
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
learners.start("lms", "oexview")

import webpack_loader.utils  # noqa: E402, F401  # the platform takes it for imported
from django.contrib.sites.models import Site  # noqa: E402
from django.contrib.staticfiles.handlers import StaticFilesHandler  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from opaque_keys.edx.keys import CourseKey  # noqa: E402

OF_A_PACKAGE = re.compile(r"/static/xblock/resources/([^/]+)/(.+)$")
CATALOGUE = "/static/js/i18n/"
GETTEXT = b"""window.gettext = function (s) { return s; };
window.ngettext = function (one, many, n) { return n === 1 ? one : many; };
window.pgettext = function (context, s) { return s; };
window.interpolate = function (format, values, named) {
  return named
    ? format.replace(/%\\(\\w+\\)s/g, function (m) { return String(values[m.slice(2, -2)]); })
    : format.replace(/%s/g, function () { return String(values.shift()); });
};
window.get_format = function () { return ""; };
window.django = {gettext: gettext, ngettext: ngettext, pgettext: pgettext,
  interpolate: interpolate, get_format: get_format};
"""


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads = True


class Quiet(WSGIRequestHandler):
    def log_message(self, *told):
        pass


def collected(path):
    """What `collectstatic` and `compilejsi18n` would have made."""
    if path.startswith(CATALOGUE):
        return GETTEXT
    found = OF_A_PACKAGE.match(path)
    if found is None:
        return None
    module = importlib.import_module(found[1])  # a package, or the single module of a block
    folders = {getattr(each, "resources_dir", None) or "" for each in vars(module).values()}
    files = (Path(module.__file__).parent / folder / found[2] for folder in sorted(folders))
    return next((file.read_bytes() for file in files if file.is_file()), None)


def served(application):
    def answer(environ, start):
        body = collected(environ["PATH_INFO"])
        if body is None:
            return application(environ, start)
        kind = mimetypes.guess_type(environ["PATH_INFO"])[0] or "application/octet-stream"
        start("200 OK", [("Content-Type", kind)])
        return [body]

    return answer


def beginner(key, host):
    """The learner's cookies; what was stored of them in the course is gone."""
    from completion.models import BlockCompletion
    from lms.djangoapps.courseware.models import StudentModule
    from waffle.models import Switch

    Switch.objects.update_or_create(
        name="completion.enable_completion_tracking", defaults={"active": True}
    )
    user, client = learners.learner(key, LEARNER, host)
    StudentModule.objects.filter(student=user, course_id=key).delete()
    BlockCompletion.objects.filter(user=user, context_key=key).delete()
    return {name: morsel.value for name, morsel in client.cookies.items()}


def main():
    key = CourseKey.from_string(COURSE)
    application = served(StaticFilesHandler(get_wsgi_application()))
    server = make_server("127.0.0.1", 0, application, Server, Quiet)
    host = f"127.0.0.1:{server.server_port}"
    Site.objects.get_or_create(domain=host, defaults={"name": "served"})
    units = {
        unit.location.block_id: f"/xblock/{learners.usage_of(unit)}"
        for unit in learners.blocks(key, "vertical")
    }
    told = {"address": f"http://{host}", "cookies": beginner(key, host), "units": units}
    threading.Thread(target=server.serve_forever, daemon=True).start()
    OUT.with_suffix(".part").write_text(json.dumps(told))
    OUT.with_suffix(".part").rename(OUT)  # whole, or not there
    sys.stdin.read()
    server.shutdown()


main()
