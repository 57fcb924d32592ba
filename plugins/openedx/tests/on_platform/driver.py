"""What the blocks do on a real platform: `driver.py play COURSE LEARNER OUT`, `driver.py again
COURSE LEARNER OUT`, `driver.py export COURSE OUT`, `driver.py studio COURSE OUT`.

Runs inside the platform, beside the drivers of tests/systems/openedx. OUT gets JSON.
"""

import json
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[4] / "tests"
sys.path.insert(0, str(ROOT / "systems" / "openedx" / "drivers"))

import learners  # noqa: E402

COMMAND, COURSE, *ARGUMENTS, OUT = sys.argv[1:]
OUT = str(Path(OUT).resolve())
learners.start("cms" if COMMAND in ("export", "studio") else "lms")

import lxml.html  # noqa: E402
from django.test import Client  # noqa: E402
from lxml import etree  # noqa: E402
from opaque_keys.edx.keys import CourseKey  # noqa: E402
from xmodule.modulestore.django import modulestore  # noqa: E402

KEY = CourseKey.from_string(COURSE)
KINDS = ("moocbuild_scenario", "moocbuild_competencies")


class Block:
    """A block as one learner's browser meets it."""

    def __init__(self, client, usage):
        self.client, self.usage, self.seq = client, usage, 0

    def view(self):
        url = f"/xblock/{self.usage}?view=student_view&show_title=0"
        start = time.monotonic()
        answer = self.client.get(url)
        seconds = time.monotonic() - start
        page = lxml.html.fromstring(answer.content.decode())
        found = page.xpath("//section[contains(@class, 'moocbuild')]")
        files = page.xpath("//script/@src | //link/@href")
        return {
            "status": answer.status_code,
            "seconds": round(seconds, 2),
            "text": " ".join(found[0].text_content().split()) if found else "",
            "links": found[0].xpath(".//@href | .//@src") if found else [],
            "rows": {
                row.get("data-item"): " ".join(row.find("td").text_content().split())
                for row in page.xpath("//tr[@data-item]")
            },
            "files": sorted({f for f in files if "moocbuild" in f or "/public/" in f}),
            "seq": page.xpath("string(//section/@data-seq)"),
        }

    def post(self, handler, body, client=None):
        return (client or self.client).post(
            f"/courses/{COURSE}/xblock/{self.usage}/handler/{handler}",
            body if isinstance(body, bytes) else json.dumps(body),
            content_type="application/json",
        )

    def act(self, do, **more):
        answer = self.post("act", {"seq": self.seq + 1, "do": do, **more})
        told = json.loads(answer.content)
        self.seq = told["seq"]
        return lxml.html.fromstring(f"<div>{told['html']}</div>")

    def run(self):
        """The first choice of every scene, up to an ending; the titles on the way."""
        page, titles = self.act("again"), []
        for _ in range(100):
            (scene,) = page.xpath("//*[@data-scene]")
            titles.append(scene.xpath("string(.//h4)"))
            if "mb-end" in scene.get("class"):
                break
            page = self.act(
                "take",
                scene=scene.get("data-scene"),
                choice=scene.xpath("string(.//@data-choice)"),
            )
        return titles


def collected():
    """The addresses that `collectstatic` fills from packages of blocks."""
    from openedx.core.lib.xblock_pipeline.finder import XBlockPipelineFinder

    files = XBlockPipelineFinder().list([])
    return {f"/static/{storage.prefix}/{path}" for path, storage in files}


def kept(user, usage):
    """What the platform stores of a learner in a block."""
    from completion.models import BlockCompletion
    from lms.djangoapps.courseware.models import StudentModule

    row = StudentModule.objects.filter(student=user, module_state_key=usage).first()
    done = BlockCompletion.objects.filter(user=user, block_key=usage).first()
    return {
        "state": json.loads(row.state) if row else None,
        "grade": [row.grade, row.max_grade] if row else None,
        "completion": done.completion if done else None,
    }


def refusals(block):
    """What is answered to those who may not, and to what is too large or unknown."""
    staff = learners.person("blockstaff", is_staff=True, is_superuser=True)
    _, client = learners.learner(KEY, "blockstaff")
    assert staff.is_staff
    client.raise_request_exception = block.client.raise_request_exception = False
    mine = {"display_name": "Mine"}
    return {
        "studio_submit by a learner": block.post("studio_submit", mine).status_code,
        "studio_submit by staff": block.post("studio_submit", mine, client).status_code,
        "act by nobody": block.post("act", {"seq": 1, "do": "go"}, Client()).status_code,
        "too large": block.post("act", b"x" * 5000).status_code,
        "unknown name": block.post("act", {"seq": 1, "do": "go", "score": 1}).status_code,
        "not a number": block.post("act", b'{"seq": NaN, "do": "go"}').status_code,
    }


def play(name):
    user, client = learners.learner(KEY, name)
    tracking_on()
    said = {"scenarios": {}}
    for each in learners.blocks(KEY, KINDS[0]):
        block = Block(client, learners.usage_of(each))
        opened = block.view()
        said["scenarios"][each.location.block_id] = {
            "opened": opened,
            "collected": sorted(set(opened["files"]) & collected()),
            "titles": block.run(),
            "after": kept(user, block.usage),
            "refused": refusals(block),
        }
    (chart,) = learners.blocks(KEY, KINDS[1])
    said["map"] = Block(client, learners.usage_of(chart)).view()
    said["map kept"] = kept(user, learners.usage_of(chart))
    return said


def again(name):
    """The blocks in another session of the same learner."""
    _, client = learners.learner(KEY, name)
    found = {}
    for kind in KINDS:
        for each in learners.blocks(KEY, kind):
            found[each.location.block_id] = Block(client, learners.usage_of(each)).view()
    return found


def tracking_on():
    from waffle.models import Switch

    Switch.objects.update_or_create(
        name="completion.enable_completion_tracking", defaults={"active": True}
    )


def export():
    """The elements of the blocks, as Studio's export writes them."""
    from xmodule.contentstore.django import contentstore
    from xmodule.modulestore.xml_exporter import export_course_to_xml

    found = {}
    with tempfile.TemporaryDirectory() as folder:
        export_course_to_xml(modulestore(), contentstore(), KEY, folder, "course")
        for file in Path(folder).rglob("vertical/*.xml"):
            for kind in KINDS:
                for node in etree.parse(str(file)).iter(kind):
                    node.tail = None
                    found[node.get("url_name")] = etree.tostring(node, encoding="unicode")
    return found


def studio():
    """The editor and the preview of each block for an author, and what a stranger may do."""
    found = {}
    author, stranger = signed_in("author", staff=True), signed_in("stranger")
    for kind in KINDS:
        for each in modulestore().get_items(KEY, qualifiers={"category": kind}):
            usage = learners.usage_of(each)
            changed = {"display_name": "Another name"}
            found[each.location.block_id] = {
                "editor": shown(author, usage, "studio_view"),
                "preview": shown(author, usage, "student_view"),
                "by a stranger": submitted(stranger, usage, changed),
                "wrong data": submitted(author, usage, {"data": "<x>"}),
                "name before": name_of(usage),
                "by an author": submitted(author, usage, changed),
                "name after": name_of(usage),
            }
            submitted(author, usage, {"display_name": each.display_name})
    return found


def signed_in(name, staff=False):
    from django.conf import settings
    from openedx.core.djangoapps.safe_sessions.middleware import SafeCookieData

    user = learners.person(name, is_staff=staff, is_superuser=staff)
    client = Client(HTTP_HOST="testserver")
    client.raise_request_exception = False
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    client.cookies[settings.SESSION_COOKIE_NAME] = str(SafeCookieData.create(session, user.id))
    return client


def shown(client, usage, view):
    answer = client.get(f"/xblock/{usage}/{view}", HTTP_ACCEPT="application/json")
    told = json.loads(answer.content) if answer.status_code == 200 else {}
    page = lxml.html.fromstring(told.get("html") or "<p></p>")
    return [answer.status_code, " ".join(page.text_content().split())]


def submitted(client, usage, body):
    answer = client.post(
        f"/xblock/{usage}/handler/studio_submit", json.dumps(body), "application/json"
    )
    return [answer.status_code, answer.content.decode()[:200]]


def name_of(usage):
    from opaque_keys.edx.keys import UsageKey

    return modulestore().get_item(UsageKey.from_string(usage)).display_name


COMMANDS = {"play": play, "again": again, "export": export, "studio": studio}
Path(OUT).write_text(
    json.dumps(COMMANDS[COMMAND](*ARGUMENTS), ensure_ascii=False, default=str), "utf-8"
)
