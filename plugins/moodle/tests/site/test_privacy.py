"""The privacy provider tells of every column that names somebody, gives and forgets it (G09)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from plugins.moodle.tests.site import small
from plugins.moodle.tests.site.conftest import Installed

pytestmark = pytest.mark.lms
SYSTEM, COURSE = 10, 50


@pytest.fixture(scope="module")
def told(site: Installed, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    file = small.archive(tmp_path_factory.mktemp("small"))
    number = site.restore(Path(file))
    site.drive("register.php", number, file)
    found = site.drive("privacy.php", number)
    site.php("remove.php", number)
    return dict(found)


def test_every_column_that_names_somebody_is_described(told: dict[str, Any]) -> None:
    columns = {table: found for table, found in told["columns"].items() if found}
    described = told["described"]
    assert set(described) == set(columns)
    for table, names in columns.items():
        assert set(names) <= set(described[table][0])
    assert [missing for _, missing in described.values() if missing] == []


def test_people_are_found(told: dict[str, Any]) -> None:
    first, second = told["ids"]
    assert sorted(told["contexts"]) == [SYSTEM, COURSE]
    assert told["users"] == [[first, second], [first, second], []]


def test_everything_is_given(told: dict[str, Any]) -> None:
    numbers = {key: len(rows) for key, rows in told["exported"].items() if rows}
    assert numbers == {
        "50 local_moocbuild_course": 1,
        "50 local_moocbuild_log": 1,
        "10 local_moocbuild_log": 2,  # the site's, and that of a course that is gone
        "10 local_moocbuild_contact": 1,
    }


def test_nothing_is_left_of_a_person_and_all_of_the_others(told: dict[str, Any]) -> None:
    before, other = told["before"]
    assert min(before.values()) == 1
    assert told["after"] == [dict.fromkeys(before, 0), other]
    assert told["end"] == dict.fromkeys(before, 0)
    assert told["emptied"] == dict.fromkeys(before, 0)
    assert told["kept"], "what was done stays in the log, without a name"
