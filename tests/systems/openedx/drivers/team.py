"""What a course's team sets in Studio, through Studio's own pages, and what is stored of it.

Runs inside the platform: `team.py set VALUES COURSE OUT`, `team.py read COURSE OUT`,
`team.py export ARCHIVE COURSE OUT` (writes what Studio's Export gives). VALUES is a
file of JSON: details, grading, advanced, blocks (type@name: its metadata), added (units, by
subsection) and files. OUT gets JSON. Needs OEX_PLATFORM and the settings `oex` there.
"""

import json
import sys
from pathlib import Path

import learners

COMMAND, *ARGUMENTS = sys.argv[1:]
ARGUMENTS = [str(Path(a).resolve()) if "/" in a else a for a in ARGUMENTS]
learners.start("cms")

from django.core.files.uploadedfile import SimpleUploadedFile  # noqa: E402
from opaque_keys.edx.keys import CourseKey  # noqa: E402
from xmodule.contentstore.django import contentstore  # noqa: E402
from xmodule.modulestore.django import modulestore  # noqa: E402

JSON = "application/json"
CONTENT = ("children", "data", "markdown", "xml_attributes")
PIXEL = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00,"
    b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)


def studio(course_id):
    """A client that is logged in to Studio as the course's author."""
    author = learners.person("author", is_staff=True, is_superuser=True)
    learners.request_of(author)
    return learners.session(author)


def sent(client, path, values):
    answer = client.post(path, json.dumps(values), content_type=JSON, HTTP_ACCEPT=JSON)
    assert answer.status_code == 200, (path, answer.status_code, answer.content[:500])
    return json.loads(answer.content or b"null")


def asked(client, path):
    answer = client.get(path, HTTP_ACCEPT=JSON)
    assert answer.status_code == 200, (path, answer.status_code, answer.content[:500])
    return json.loads(answer.content)


def set_values(given, course_id):
    """As the pages Schedule & Details, Grading, Advanced Settings and the outline send them."""
    values, client = json.loads(Path(given).read_text()), studio(course_id)
    for page in ("details", "grading"):
        path = f"/settings/{page}/{course_id}"
        sent(client, path, asked(client, path) | values.get(page, {}))
    if "advanced" in values:
        sent(client, f"/settings/advanced/{course_id}", values["advanced"])
    key = CourseKey.from_string(course_id)
    for name, metadata in values.get("blocks", {}).items():
        usage = key.make_usage_key(*name.split("@"))
        sent(client, f"/xblock/{usage}", {"metadata": metadata, "publish": "make_public"})
    for parent, title in values.get("added", {}).items():
        told = {"parent_locator": str(key.make_usage_key("sequential", parent))}
        sent(client, "/xblock/", told | {"category": "vertical", "display_name": title})
    for name in values.get("files", ()):
        file = SimpleUploadedFile(name, PIXEL, "image/gif")
        answer = client.post(f"/assets/{course_id}/", {"file": file}, HTTP_ACCEPT=JSON)
        assert answer.status_code == 200, answer.content[:500]
    return read(course_id)


def read(course_id):
    """What the same pages show; of blocks what is set on themselves."""
    client, key = studio(course_id), CourseKey.from_string(course_id)
    advanced = asked(client, f"/settings/advanced/{course_id}")
    return {
        "details": asked(client, f"/settings/details/{course_id}"),
        "grading": asked(client, f"/settings/grading/{course_id}"),
        "advanced": {name: told["value"] for name, told in advanced.items()},
        "blocks": dict(below(modulestore().get_course(key))),
        "files": [
            a["asset_key"].block_id for a in contentstore().get_all_content_for_course(key)[0]
        ],
    }


def below(block):
    """Every block of the outline, with its settings."""
    for child in block.get_children():
        usage, fields = child.location, child.fields.values()
        settings = {f.name: f.read_from(child) for f in fields if f.is_set_on(child)}
        yield (
            f"{usage.block_type}@{usage.block_id}",
            {name: value for name, value in settings.items() if name not in CONTENT},
        )
        yield from below(child)


def export(archive, course_id):
    """As Studio's page does, the course as it is."""
    from cms.djangoapps.contentstore.tasks import create_export_tarball

    key = CourseKey.from_string(course_id)
    made = create_export_tarball(modulestore().get_course(key), key, {})
    data = Path(made.name).read_bytes()
    Path(archive).write_bytes(data)
    return {"bytes": len(data)}


COMMANDS = {"set": set_values, "read": read, "export": export}
*given, out = ARGUMENTS
Path(out).write_text(json.dumps(COMMANDS[COMMAND](*given), indent=1, default=str))
