"""Our pages refuse what is not theirs to do: rights, session keys, other courses, names."""

from __future__ import annotations

import hashlib
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
from plugins.moodle.tests.site.cartridge import cartridge
from plugins.moodle.tests.site.conftest import Installed
from plugins.moodle.tests.site.test_mend import QUIZZES

from systems.moodle.site import PATIENCE, Visitor

pytestmark = pytest.mark.lms
PLUGIN = "/local/moocbuild"


@pytest.fixture(scope="module")
def places(
    served: Installed, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Any]]:
    """A course from a package, one from a cartridge, one of somebody else."""
    folder = tmp_path_factory.mktemp("courses")
    file = small.archive(folder)
    own = served.restore(Path(file))
    served.drive("register.php", own, file)
    plain = served.php("restore.php", cartridge(folder / "plain.imscc", QUIZZES))["course"]
    for number in (own, plain):
        served.drive("help.php", "people", number)
    other = served.drive("pages.php", "other")
    yield {"own": own, "plain": plain, "other": other}
    served.php("remove.php", own, plain, other["course"])


def fetch(
    visitor: Visitor, path: str, form: dict[str, object] | None = None
) -> tuple[int, str, str]:
    """Status, type and text of what somebody gets there."""
    data = None if form is None else urllib.parse.urlencode(form).encode()
    try:
        with visitor._opener.open(visitor.site.address + path, data, timeout=PATIENCE) as answer:
            return answer.status, answer.headers.get_content_type(), answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.headers.get_content_type(), error.read().decode()


def key(visitor: Visitor, path: str) -> str:
    found = re.search(r'"sesskey":"(\w+)"', fetch(visitor, path)[2])
    assert found
    return found[1]


TABLE = "local-moocbuild-table"


def test_report_is_for_those_who_may(served: Installed, places: dict[str, Any]) -> None:
    report = f"{PLUGIN}/report.php?course={places['own']}"
    teacher, learner = Visitor(served, "mbtteacher"), Visitor(served, "mbtlearner")
    assert TABLE in fetch(teacher, report)[2]
    own = fetch(learner, f"{report}&view=people")[2]
    assert (TABLE in own, "My competencies" in own, "Learners by name" in own) == (
        True,
        True,
        False,
    )
    for stranger in ("mbtstranger", "mbtotherteacher"):
        assert TABLE not in fetch(Visitor(served, stranger), report)[2]
    nobody = urllib.request.build_opener()
    with nobody.open(f"{served.address}{report}", timeout=PATIENCE) as answer:
        assert "/login/" in answer.url or "/enrol/" in answer.url


def test_report_stays_in_its_course(served: Installed, places: dict[str, Any]) -> None:
    teacher = Visitor(served, "mbtteacher")
    report = f"{PLUGIN}/report.php?course={places['own']}"
    other = places["other"]
    for user in (other["learner"], 0, -1, 99999999, 2):
        text = fetch(teacher, f"{report}&view=learner&user={user}")[2]
        assert TABLE not in text
        assert "mbtstranger" not in text
    text = fetch(teacher, f"{report}&view=people&group={other['group']}")[2]
    assert "Theirs" not in text
    assert "mbtstranger" not in text
    assert TABLE not in fetch(teacher, f"{PLUGIN}/report.php?course={other['course']}")[2]


@pytest.mark.parametrize("value", ["1'--", "1) OR (1=1", "x", "9" * 40, "%00", "<script>"])
def test_parameters_are_numbers_and_names(
    served: Installed, places: dict[str, Any], value: str
) -> None:
    teacher = Visitor(served, "mbtteacher")
    quoted = urllib.parse.quote(value)
    for query in (
        f"course={quoted}",
        f"course={places['own']}&view={quoted}",
        f"course={places['own']}&view=people&page={quoted}",
        f"course={places['own']}&group={quoted}",
        f"course={places['own']}&view=learner&user={quoted}",
    ):
        text = fetch(teacher, f"{PLUGIN}/report.php?{query}")[2]
        assert "Error reading from database" not in text
        assert "<script>alert" not in text


def test_report_as_a_file(served: Installed, places: dict[str, Any]) -> None:
    teacher, learner = Visitor(served, "mbtteacher"), Visitor(served, "mbtlearner")
    report = f"{PLUGIN}/report.php?course={places['own']}&download=1&view=people"
    status, kind, text = fetch(teacher, report)
    assert (status, kind) == (200, "text/csv")
    assert text.startswith('\ufeff"Learner","Code"')
    mine = fetch(learner, report)[2]
    assert set(re.findall(r'^"([^"]+)"', mine.lstrip("\ufeff"), re.M)) == {
        "Learner",
        "mbtlearner Test",
    }
    newest = served.drive("pages.php", "events", places["own"])[0]
    assert newest["eventname"] == "\\local_moocbuild\\event\\report_viewed"
    assert json.loads(newest["other"]) == {"view": "own", "download": True}


def test_hostile_names_are_escaped(served: Installed, places: dict[str, Any]) -> None:
    served.drive("pages.php", "group", places["own"])
    served.drive("report.php", places["own"], "admin", "cohort", "--mode=2")
    teacher = Visitor(served, "mbtteacher")
    for view in ("cohort", "people"):
        text = fetch(teacher, f"{PLUGIN}/report.php?course={places['own']}&view={view}")[2]
        assert "<script>alert(1)" not in text
        assert "<b>&" not in text


def test_mend_wants_rights_and_a_session_key(served: Installed, places: dict[str, Any]) -> None:
    page = f"{PLUGIN}/mend.php?course={places['plain']}"
    planned = served.drive("mend.php", "plan", places["plain"])
    assert planned
    teacher = Visitor(served, "mbtteacher")
    for name in ("mbtlearner", "mbtotherteacher"):
        visitor = Visitor(served, name)
        form = {"confirm": 1, "sesskey": key(visitor, "/my/")}
        assert "Mend this course" not in fetch(visitor, page)[2]
        fetch(visitor, page, form)
    fetch(teacher, page, {"confirm": 1})
    fetch(teacher, page, {"confirm": 1, "sesskey": "wrong"})
    fetch(teacher, f"{page}&confirm=1&sesskey={key(teacher, '/my/')}")
    assert served.drive("mend.php", "plan", places["plain"]) == planned
    done = fetch(teacher, page, {"confirm": 1, "sesskey": key(teacher, "/my/")})[2]
    assert f"Changes: {len(planned)}" in done
    assert served.drive("mend.php", "plan", places["plain"]) == []


def test_framework_wants_rights_a_session_key_and_the_same_file(
    served: Installed, places: dict[str, Any], case_file: dict[str, Any], tmp_path: Path
) -> None:
    page, idnumber = f"{PLUGIN}/framework.php", "mbt-pages"
    file = tmp_path / "framework.json"
    file.write_text(json.dumps(case_file))
    form: dict[str, object] = {"confirm": 1, "idnumber": idnumber}
    form["hash"] = hashlib.sha256(file.read_bytes()).hexdigest()

    def post(name: str, drafts_of: str, **more: object) -> str:
        visitor = Visitor(served, name)
        draft = served.drive("pages.php", "draft", drafts_of, file)
        sesskey = {"sesskey": key(visitor, "/my/")}
        return fetch(visitor, page, {**form, "draft": draft, **sesskey, **more})[2]

    served.drive("framework.php", "remove", idnumber)
    for name in ("mbtlearner", "mbtteacher"):
        post(name, name)
    post("mbtmanager", "mbtmanager", sesskey="wrong")
    assert "no longer the one" in post("mbtmanager", "mbtteacher")
    assert "no longer the one" in post("mbtmanager", "mbtmanager", hash="0" * 64)
    assert served.drive("pages.php", "framework", idnumber) is False
    assert "Changes: 76" in post("mbtmanager", "mbtmanager")
    assert "Changes: 0" in post("mbtmanager", "mbtmanager")
    served.drive("framework.php", "remove", idnumber)
