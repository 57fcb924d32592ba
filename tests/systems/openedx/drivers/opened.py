"""What arrived of a course, and whether a learner can open each of its units.

Runs inside the platform: `opened.py COURSE OUT`. OUT gets JSON: access (whether a learner is let
in), blocks (how many of each type are in the published outline), errors (blocks that stand for one
that could not be read), units (by name: status, and what the platform says went wrong) and titles.
Needs OEX_PLATFORM and the settings `oex` there.
"""

import json
import sys
from collections import Counter
from pathlib import Path

import learners

COURSE, OUT = sys.argv[1:]
OUT = Path(OUT).resolve()
learners.start("lms")

import lxml.html  # noqa: E402
import webpack_loader.templatetags.webpack_loader as tags  # noqa: E402
import webpack_loader.utils as utils  # noqa: E402
from opaque_keys.edx.keys import CourseKey  # noqa: E402
from openedx.core.djangoapps.safe_sessions.testing import (  # noqa: E402
    safe_cookie_test_session_patch,
)
from xmodule.modulestore import ModuleStoreEnum  # noqa: E402
from xmodule.modulestore.django import modulestore  # noqa: E402

KEY = CourseKey.from_string(COURSE)
WRONG = ("error-block", "xblock-render-error", "module-error")
TROUBLE = ("having trouble rendering your component", "there was an error with rendering")
BROKEN = ("ErrorBlock", "HiddenBlock")


def below(block):
    yield block
    for child in block.get_children() if block.has_children else ():
        yield from below(child)


def outline():
    """Every block of the published course, down from its root."""
    store = modulestore()
    with store.branch_setting(ModuleStoreEnum.Branch.published_only, KEY):
        return list(below(store.get_course(KEY, depth=None)))


def kinds(block):
    return {kind.__name__ for kind in type(block).__mro__}


def opened(client, usage):
    """The status of a unit's page, and what it says went wrong."""
    answer = client.get(f"/xblock/{usage}")
    html = answer.content.decode()
    if answer.status_code != 200:
        return [answer.status_code, [html[:300]]]
    page = lxml.html.document_fromstring(html)
    marked = " or ".join(f"contains(@class, '{name}')" for name in WRONG)
    errors = [" ".join(each.text_content().split()) for each in page.xpath(f"//*[{marked}]")]
    shown = len(page.xpath("//*[@data-block-type]"))
    errors += [words for words in TROUBLE if words in html]
    return [answer.status_code, errors, shown]


def main():
    from lms.djangoapps.courseware.access import has_access

    tags.render_bundle = lambda *a, **k: ""  # as the platform's own conftest.py does
    utils.get_as_tags = utils.get_files = lambda *a, **k: []
    safe_cookie_test_session_patch()
    user, client = learners.learner(KEY, "visitor")
    blocks = outline()
    with learners.reading_once(KEY):
        units = {
            block.location.block_id: opened(client, learners.usage_of(block))
            for block in blocks
            if block.location.block_type == "vertical"
        }
    found = {
        "access": bool(has_access(user, "load", blocks[0])),
        "blocks": Counter(block.location.block_type for block in blocks),
        "errors": [str(b.location) for b in blocks if kinds(b) & set(BROKEN)],
        "titles": [b.display_name for b in blocks],
        "units": units,
    }
    OUT.write_text(json.dumps(found, indent=1, ensure_ascii=False), "utf-8")


main()
