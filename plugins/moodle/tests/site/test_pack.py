"""What `make plugins` packs for Moodle's page for installing plugins."""

from __future__ import annotations

import zipfile
from pathlib import Path

from pack_moodle import PLUGIN, pack, version


def test_the_same_bytes_each_time(tmp_path: Path) -> None:
    one, other = pack(tmp_path / "one"), pack(tmp_path / "other")
    assert one.read_bytes() == other.read_bytes()
    assert one.name == f"moocbuild-moodle-{version()}.zip"


def test_the_archive_is_one_folder_without_tests(tmp_path: Path) -> None:
    with zipfile.ZipFile(pack(tmp_path)) as archive:
        names = archive.namelist()
    assert {name.partition("/")[0] for name in names} == {"moocbuild"}
    inside = {name.partition("/")[2] for name in names}
    assert {
        "version.php",
        "lib.php",
        "db/install.xml",
        "COPYING.txt",
        "lang/fr/local_moocbuild.php",
        "lang/no/local_moocbuild.php",
    } <= inside
    sources = {str(path.relative_to(PLUGIN)) for path in PLUGIN.rglob("*.php")}
    assert {name for name in sources if not name.startswith("tests/")} <= inside
    assert not any(name.startswith(("tests/", ".")) for name in inside)
