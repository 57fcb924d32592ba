"""Help lines: on every page of a course from a package, and only what somebody here confirmed."""

from __future__ import annotations

import json
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from plugins.moodle.tests.site import small
from plugins.moodle.tests.site.conftest import Installed

from systems.moodle.site import PATIENCE, Visitor

pytestmark = pytest.mark.lms
LINE = "0800 00 001"


@pytest.fixture(scope="module")
def course(served: Installed, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    file = small.archive(tmp_path_factory.mktemp("small"))
    number = served.restore(Path(file))
    served.drive("register.php", number, file)
    served.drive("help.php", "people", number)
    served.drive("help.php", "clear")
    yield number
    served.drive("help.php", "clear")
    served.php("remove.php", number)


def suggestion(number: str, **more: Any) -> dict[str, Any]:
    return {"country": "BE", "role": "suicide_line", "number": number, "operator": "mbt", **more}


def found(site: Installed, number: str) -> list[dict[str, Any]]:
    return [each for each in site.drive("help.php", "all") if each["value"] == number]


def test_suggestions_are_never_confirmed(served: Installed, course: int) -> None:
    rows = [
        suggestion(LINE, confirmed="2026-11-01"),
        suggestion("0800 00 002 or 112"),
        suggestion(LINE),
        {"number": 1},
        "x",
    ]
    assert served.drive("help.php", "suggest", json.dumps(rows)) == 2
    (line,) = found(served, LINE)
    assert line["confirmedon"] == 0
    assert "2026-11-01" in line["note"]
    assert served.drive("help.php", "suggest", json.dumps(rows)) == 0
    assert served.drive("help.php", "confirm", "0800 00 002 or 112") is False
    assert found(served, "0800 00 002 or 112")[0]["confirmedon"] == 0


def test_an_import_suggests_the_lines_of_its_package(served: Installed, course: int) -> None:
    served.drive("help.php", "imported", course)
    (line,) = found(served, "0800 00 000")
    assert (line["confirmedon"], line["name"]) == (0, "Not yet rung")


def test_a_course_that_goes_is_forgotten(served: Installed, course: int) -> None:
    number = served.drive("help.php", "other")
    assert served.drive("help.php", "copy", course, number) == 1
    served.php("remove.php", number)
    assert served.drive("help.php", "known", number) == 0


def test_rights(served: Installed, course: int) -> None:
    for name in ("mbtlearner", "mbtteacher"):
        assert served.drive("help.php", "confirm", LINE, f"--user={name}") == "refused"
    assert found(served, LINE)[0]["confirmedon"] == 0


def test_shown_once_confirmed_and_only_in_courses_from_packages(
    served: Installed, course: int
) -> None:
    other = served.drive("help.php", "other")
    visitor = Visitor(served, "mbtlearner")
    try:
        own = f"{served.address}/course/view.php?id={course}"
        help_page = f"{served.address}/local/moocbuild/help.php?course={course}"
        for address in (own, help_page):
            page = visitor.page(address)
            assert "local-moocbuild-help" in page
            assert "0800" not in page
            assert "tel:" not in page
        assert served.drive("help.php", "confirm", LINE) is True
        for address in (own, help_page):
            page = visitor.page(address)
            assert '<a href="tel:080000001">0800 00 001</a>' in page
            assert "Confirmed on " in page
            assert "0800 00 002" not in page
        module = re.search(r"/mod/page/view\.php\?id=\d+", visitor.page(own))
        assert module
        assert "tel:080000001" in visitor.page(served.address + module[0])
        for address in (f"/course/view.php?id={other}", "/my/", "/"):
            assert "local-moocbuild-help" not in visitor.page(served.address + address)
        refused = f"{served.address}/local/moocbuild/help.php?course={other}"
        assert "tel:080000001" not in page_or_error(visitor, refused)
    finally:
        served.php("remove.php", other)


def test_the_page_is_for_managers_and_wants_a_session_key(served: Installed, course: int) -> None:
    address = f"{served.address}/local/moocbuild/contacts.php"
    number = served.drive("help.php", "id", LINE)
    for name in ("mbtlearner", "mbtteacher"):
        assert LINE not in page_or_error(Visitor(served, name), address)
    manager = Visitor(served, "mbtmanager")
    page = manager.page(address)
    assert LINE in page
    before = found(served, LINE)
    for key in ("", "sesskey=wrong&"):
        form = f"{key}id={number}&action=remove"
        page_or_error(manager, address, form.encode())
        page_or_error(manager, f"{address}?{form}")
    assert found(served, LINE) == before
    key = re.search(r'name="sesskey" value="(\w+)"', page)
    assert key
    form = urllib.parse.urlencode({"sesskey": key[1], "id": number, "action": "remove"})
    page_or_error(manager, address, form.encode())
    assert found(served, LINE) == []


def test_texts_are_escaped(served: Installed, course: int) -> None:
    value = {
        "kind": "other",
        "name": "mbt <b>&amp;</b>",
        "value": LINE,
        "note": "<script>x</script>",
    }
    served.drive("help.php", "save", json.dumps({**value, "confirmedon": 1_700_000_000}))
    learner = Visitor(served, "mbtlearner")
    manager = Visitor(served, "mbtmanager")
    for page in (
        learner.page(f"{served.address}/local/moocbuild/help.php?course={course}"),
        manager.page(f"{served.address}/local/moocbuild/contacts.php"),
    ):
        assert "mbt &lt;b&gt;&amp;amp;&lt;/b&gt;" in page
        assert "<script>x</script>" not in page


def page_or_error(visitor: Visitor, address: str, form: bytes | None = None) -> str:
    """What somebody reads there; pages that refuse say so with an error's status."""
    try:
        with visitor._opener.open(address, form, timeout=PATIENCE) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        return error.read().decode()
