"""A framework follows its CASE file, and nothing that a learner has shown is lost."""

from __future__ import annotations

import copy
import json
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from plugins.moodle.tests.site.conftest import Installed

pytestmark = pytest.mark.lms
NOTHING = {"create": 0, "update": 0, "move": 0, "retire": 0, "delete": 0, "order": 0}
Json = dict[str, Any]


@pytest.fixture(scope="module")
def idnumber() -> str:
    return f"mbt-{uuid.uuid4().hex[:8]}"


@pytest.fixture(scope="module")
def courses(site: Installed, idnumber: str) -> Iterator[list[int]]:
    """Courses to be removed in the end, with the framework."""
    made: list[int] = []
    yield made
    site.drive("framework.php", "remove", idnumber, *made)


@pytest.fixture
def write(tmp_path: Path) -> Callable[[Json], Path]:
    def written(package: Json) -> Path:
        file = tmp_path / "framework.json"
        file.write_text(json.dumps(package))
        return file

    return written


def item(package: Json, code: str) -> Json:
    return next(each for each in package["CFItems"] if each["humanCodingScheme"] == code)


def link(package: Json, code: str) -> Json:
    identifier = item(package, code)["identifier"]
    return next(
        each
        for each in package["CFAssociations"]
        if each["originNodeURI"]["identifier"] == identifier
    )


def without(package: Json, *codes: str) -> Json:
    left = copy.deepcopy(package)
    left["CFItems"] = [i for i in left["CFItems"] if i["humanCodingScheme"] not in codes]
    return left


def tree(state: Json) -> list[tuple[str, str, str]]:
    """(code, parent, name) of every competency, in the order that Moodle shows."""
    return [(c["idnumber"], c["parent"] or "", c["shortname"]) for c in state["competencies"]]


def edited(package: Json) -> Json:
    """Four items gone, one renamed, one moved, two swapped, a new one."""
    new = without(package, "IX.2", "X.1", "II.1", "III.2")
    item(new, "I.1")["alternativeLabel"] = "Gets in <b>touch</b> & stays"
    link(new, "I.2")["destinationNodeURI"] = link(new, "II.2")["destinationNodeURI"]
    third, fourth = link(new, "I.3"), link(new, "I.4")
    third["sequenceNumber"], fourth["sequenceNumber"] = (
        fourth["sequenceNumber"],
        third["sequenceNumber"],
    )
    added = {**item(new, "I.1"), "identifier": str(uuid.uuid4()), "humanCodingScheme": "I.9"}
    new["CFItems"].append({**added, "alternativeLabel": "New"})
    place = copy.deepcopy(link(new, "I.1"))
    place["originNodeURI"]["identifier"] = added["identifier"]
    new["CFAssociations"].append({**place, "identifier": str(uuid.uuid4()), "sequenceNumber": 99})
    return new


def test_create_update_and_back(
    site: Installed,
    idnumber: str,
    courses: list[int],
    case_file: Json,
    write: Callable[[Json], Path],
) -> None:
    def sync(package: Json) -> Json:
        return dict(site.drive("framework.php", "sync", idnumber, write(package)))

    def state() -> Json:
        return dict(site.drive("framework.php", "state", idnumber))

    assert sync(case_file) == {**NOTHING, "create": 76}
    first = state()
    codes = {i["humanCodingScheme"] for i in case_file["CFItems"]}
    assert {code for code, _, _ in tree(first)} == codes
    assert all(parent == code.rpartition(".")[0] for code, parent, _ in tree(first))

    assert sync(case_file) == NOTHING
    assert state() == first

    made = site.drive("framework.php", "evidence", idnumber, "IX.2", "X.1", "II.1")
    courses.append(made["course"])
    hanging = site.drive("framework.php", "hanging", idnumber)
    assert min(hanging.values()) >= 1

    changed = edited(case_file)
    counts = {"create": 1, "update": 1, "move": 1, "retire": 3, "delete": 1}
    told = sync(changed)
    assert {**told, "order": 0} == {**counts, "order": 0}
    second = state()
    assert site.drive("framework.php", "hanging", idnumber) == hanging
    ids = {c["idnumber"]: c["id"] for c in first["competencies"]}
    kept = {c["idnumber"]: c["id"] for c in second["competencies"]}
    assert {code: ids[code] for code in kept if code != "I.9"} == {
        code: number for code, number in kept.items() if code != "I.9"
    }
    assert set(ids) - set(kept) == {"III.2"}
    names = {code: name for code, _, name in tree(second)}
    marked = sorted(code for code, name in names.items() if name.startswith("(retired) "))
    assert marked == ["II.1", "IX.2", "X.1"]
    assert names["I.1"] == "I.1 Gets in &#60;b&#62;touch&#60;/b&#62; & stays", "seen as written"
    below = [code for code, parent, _ in tree(second) if parent == "I"]
    assert below[:3] == ["I.1", "I.4", "I.3"]
    assert below[-1] == "I.9"
    assert ("I.2", "II") in [(code, parent) for code, parent, _ in tree(second)]

    assert sync(changed) == NOTHING
    assert state() == second

    sync(case_file)
    assert sorted(tree(state())) == sorted(tree(first))
    order = [code for code, parent, _ in tree(state()) if parent == "I"]
    assert order == [code for code, parent, _ in tree(first) if parent == "I"]
    assert site.drive("framework.php", "hanging", idnumber) == hanging


def test_links(
    site: Installed,
    idnumber: str,
    courses: list[int],
    case_file: Json,
    write: Callable[[Json], Path],
) -> None:
    site.drive("framework.php", "sync", idnumber, write(case_file))
    number = site.drive("framework.php", "course", idnumber, "IX.2", "I.3")
    courses.append(number)
    expected = {"course": 2, "modules": ["I.3", "IX.2"]}
    assert site.drive("framework.php", "links", idnumber, number) == {"added": 2, **expected}
    assert site.drive("framework.php", "links", idnumber, number) == {"added": 0, **expected}


def test_refusals_change_nothing(
    site: Installed,
    idnumber: str,
    courses: list[int],
    case_file: Json,
    write: Callable[[Json], Path],
) -> None:
    site.drive("framework.php", "sync", idnumber, write(case_file))
    before = site.drive("framework.php", "state", idnumber)
    cycle = edited(case_file)
    link(cycle, "I")["destinationNodeURI"] = link(cycle, "I.1")["originNodeURI"]
    twice = edited(case_file)
    item(twice, "I.1")["humanCodingScheme"] = "I.3"
    told = [
        site.drive("framework.php", "sync", idnumber, write(cycle)),
        site.drive("framework.php", "sync", idnumber, write(twice)),
        site.drive("framework.php", "sync", idnumber, write({"CFDocument": "x"})),
        site.drive("framework.php", "sync", idnumber, write(edited(case_file)), "--user=learner"),
    ]
    assert [each["refused"] for each in told] == ["cycle", "twice", "shape", "right"]
    assert all(each.get("says", "x") for each in told)
    assert site.drive("framework.php", "state", idnumber) == before


def test_command(
    site: Installed,
    idnumber: str,
    courses: list[int],
    case_file: Json,
    write: Callable[[Json], Path],
) -> None:
    other = f"{idnumber}-cli"
    file = write(case_file)
    options = (f"--file={file}", f"--idnumber={other}")
    try:
        shown = site.command("framework.php", *options, "--preview")
        assert (shown.returncode, "create: 76" in shown.stdout) == (0, True)
        assert site.drive("framework.php", "state", other) == []
        done = site.command("framework.php", *options)
        assert (done.returncode, "create: 76" in done.stdout) == (0, True)
        again = site.command("framework.php", *options)
        assert [line for line in again.stdout.splitlines() if not line.endswith(": 0")] == []
        file.write_text("{}")
        refused = site.command("framework.php", *options)
        assert refused.returncode == 1
        assert "This is not a CASE file" in refused.stderr
    finally:
        site.drive("framework.php", "remove", other)


def test_the_first_command_of_the_guide_on_a_site_without_the_scale(
    site: Installed, idnumber: str, case_file: Json, write: Callable[[Json], Path]
) -> None:
    fresh, steps, hidden = f"{idnumber}-fresh", "Not yet,Competent", "Not yet,Hidden,Competent"
    try:
        site.drive("framework.php", "scales", steps, hidden)
        done = site.command("framework.php", f"--file={write(case_file)}", f"--idnumber={fresh}")
        assert (done.returncode, done.stderr) == (0, ""), done.stdout
        assert "create: 76" in done.stdout
        assert site.drive("framework.php", "scales", steps, steps) == 1
    finally:
        site.drive("framework.php", "remove", fresh)
        site.drive("framework.php", "scales", hidden, steps)
