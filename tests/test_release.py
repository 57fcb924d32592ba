"""What a release is made of, and what stands against one."""

from __future__ import annotations

import datetime
import hashlib
import json
import re
import subprocess
import tarfile
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest
from packaging.version import Version

import changelog
import moocbuild
import release
import sbom
import share_version
from changelog import UNRELEASED, Entry, entries, entry

ROOT = Path(__file__).parents[1]
KINDS = ("Added", "Changed", "Deprecated", "Removed", "Fixed", "Security")
"""As Keep a Changelog has them."""


# --- versions and the changelog ----------------------------------------------------------------


@pytest.mark.parametrize("path", share_version.FILES)
def test_the_version_is_the_same_everywhere(path: str) -> None:
    now, text = share_version.texts()[path]
    assert now == text, "make version"


def test_a_version_is_written_where_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(share_version, "__version__", "1.2.3rc1")
    later = Entry("1.2.3rc1", datetime.date(2031, 2, 3), "words")
    monkeypatch.setattr(share_version, "entry", lambda version: later)
    texts = {path: text for path, (_, text) in share_version.texts().items()}
    assert all("1.2.3rc1" in text for text in texts.values())
    assert "$plugin->version = 2031020300;" in texts["plugins/moodle/version.php"]
    assert "date-released: 2031-02-03\n" in texts["CITATION.cff"]


def test_the_changelog_has_its_form() -> None:
    """https://keepachangelog.com: newest first, dates, kinds of changes, nothing empty."""
    found = entries()
    assert found[0].version == UNRELEASED and found[0].date is None
    dated = found[1:]
    versions = [Version(each.version) for each in dated]
    assert versions == sorted(versions, reverse=True) and len(set(versions)) == len(versions)
    dates = [each.date for each in dated if each.date]
    assert len(dates) == len(dated) and dates == sorted(dates, reverse=True)
    for each in found:
        kinds = re.findall(r"^### (.*)$", each.text, re.M)
        assert kinds == [kind for kind in KINDS if kind in kinds], each.version
        assert not re.search(r"^### .*\n+(?=###|\Z)", each.text, re.M), f"{each.version}: empty"
    assert all(each.text for each in dated)
    assert moocbuild.__version__ == dated[0].version


def test_changelogs_are_read() -> None:
    heads = (
        "## [Unreleased]\n",
        "## [1.0.0] - 2026-01-02\n\nWords",
        "## [0.9.0] - 2025-01-01\n\nOld",
    )
    text = "\n\n".join(["# Changelog", *heads]) + "\n"
    newest, first, old = entries(text)
    assert newest == Entry("Unreleased", None, "")
    assert (first.version, first.date, first.text) == ("1.0.0", datetime.date(2026, 1, 2), "Words")
    assert first.epoch == 1767312000 and old.text == "Old"
    with pytest.raises(LookupError, match=r"\[2.0.0\]"):
        entry("2.0.0", text)


# --- the bill of materials ---------------------------------------------------------------------


@pytest.fixture(scope="module")
def bill() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(sbom.bill(ROOT, "0.2.0", datetime.date(2026, 11, 30)))
    return read


def licences(component: dict[str, Any]) -> list[str]:
    return [
        each.get("expression") or each["license"].get("id") or each["license"]["name"]
        for each in component.get("licenses", ())
    ]


def test_the_bill_lists_what_is_installed(bill: dict[str, Any]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    names = {each["name"] for each in bill["components"]}
    for requirement in (*project["dependencies"], *project["optional-dependencies"]["serve"]):
        assert re.split(r"[<>=~! ]", requirement)[0].lower() in names
    assert "markupsafe" in names, "what Jinja2 wants"
    assert not names & {"pytest", "hatchling", "ruff", "cyclonedx-python-lib"}
    assert bill["metadata"]["component"]["version"] == "0.2.0"
    assert bill["metadata"]["timestamp"].startswith("2026-11-30T00:00:00")


def test_every_part_has_a_licence_that_may_be_passed_on(bill: dict[str, Any]) -> None:
    """Ours is Apache-2.0: what it runs with must be permissive, the plugin for Moodle apart."""
    told = {each["name"]: licences(each) for each in bill["components"]}
    assert [name for name, found in told.items() if not found] == []
    gpl = [name for name, found in told.items() if any("GPL" in words for words in found)]
    assert gpl == ["moocbuild-moodle"]


def test_the_bill_has_the_very_files_that_are_carried(bill: dict[str, Any]) -> None:
    (vendored,) = (each for each in bill["components"] if each["name"] == "scorm-again")
    package = json.loads((ROOT / "tests/player/package.json").read_text("utf-8"))
    assert vendored["version"] == package["devDependencies"]["scorm-again"]
    assert licences(vendored) == ["MIT"]
    files = {each["name"]: each["hashes"][0]["content"] for each in vendored["components"]}
    there = sorted((ROOT / sbom.VENDOR).glob("*/*"))
    assert {path.relative_to(ROOT).as_posix() for path in there} == set(files)
    for path in there:
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        assert files[path.relative_to(ROOT).as_posix()] == digest


def test_the_bill_says_who_wants_what(bill: dict[str, Any]) -> None:
    wants = {each["ref"]: each.get("dependsOn", []) for each in bill["dependencies"]}
    assert "markupsafe" in wants["jinja2"]
    assert {"jinja2", "vendor/scorm-again", "moocbuild-player"} <= set(wants["moocbuild"])
    optional = {each["name"] for each in bill["components"] if each.get("scope") == "optional"}
    assert {"starlette", "uvicorn"} <= optional and "click" not in optional


def test_the_bill_is_the_same_every_time() -> None:
    date = datetime.date(2026, 11, 30)
    assert sbom.bill(ROOT, "0.2.0", date) == sbom.bill(ROOT, "0.2.0", date)


# --- a release ---------------------------------------------------------------------------------

FIRST = Entry("0.2.0", datetime.date(2026, 11, 30), "Words.")


def _tracked() -> bool:
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, check=False)
    return done.returncode == 0 and b"tools/release.py" in done.stdout


@pytest.mark.audit
@pytest.mark.skipif(not _tracked(), reason="no git repository: releases are made in one")
def test_a_release(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "release"
    out.mkdir()
    (out / "of-an-older-release.whl").touch()
    assert release.main(["--dirty", "--out", str(out)]) == 0, capsys.readouterr().err
    version = moocbuild.__version__
    wheels = {f"{name}-{version}-py3-none-any.whl" for name in ("moocbuild", "moocbuild_xblock")}
    assert {path.name for path in out.iterdir()} == wheels | {
        f"moocbuild-{version}.tar.gz",
        f"moocbuild-{version}.cdx.json",
        f"moocbuild-{version}.md",
        f"moocbuild_xblock-{version}.tar.gz",
        f"moocbuild-moodle-{version}.zip",
        "SHA256SUMS",
    }
    for line in (out / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((out / name).read_bytes()).hexdigest() == digest
    day = entry(version)
    assert day.date
    for name in wheels:
        with zipfile.ZipFile(out / name) as archive:
            times = {info.date_time[:3] for info in archive.infolist()}
        assert times == {(day.date.year, day.date.month, day.date.day)}
    with tarfile.open(out / f"moocbuild-{version}.tar.gz") as tar:
        assert {member.mtime for member in tar} == {day.epoch}
        names = {member.name.partition("/")[2] for member in tar}
    assert {"LICENSE", "CHANGELOG.md", "src/moocbuild/py.typed", "tools/release.py"} <= names
    assert not [name for name in names if "node_modules" in name or name.endswith(".pyc")]
    notes = (out / f"moocbuild-{version}.md").read_text("utf-8")
    assert notes == f"# moocbuild {version}\n\n{day.text}\n"


def test_two_builds_that_differ(monkeypatch: pytest.MonkeyPatch) -> None:
    made = iter([{"a": b"1", "b": b"2", "c": b"3"}, {"a": b"1", "b": b"x", "d": b"4"}])
    monkeypatch.setattr(release, "_made", lambda *arguments: next(made))
    with pytest.raises(release.ReleaseError, match="two builds differ in b, c, d"):
        release.twice(FIRST)


def refused(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> None:
    def never(entry: Entry) -> release.Files:
        raise AssertionError("it was built")

    monkeypatch.setattr(release, "twice", never)
    assert release.main(arguments) == 1


def test_a_tag_of_another_version(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    refused(monkeypatch, "--dirty", "--tag", "v99.0.0")
    said = f"no release: the tag is v99.0.0, the version is {moocbuild.__version__}\n"
    assert capsys.readouterr().err == said


def test_what_is_not_committed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(release, "_git", lambda *arguments: b" M README.md\n")
    refused(monkeypatch)
    assert capsys.readouterr().err.endswith("not committed:\n M README.md\n\n")


@pytest.mark.parametrize("text", ["# Changelog\n", "## [{}]\n\nWords\n", "## [{}] - 2026-11-30\n"])
def test_a_version_that_is_not_told_of(
    text: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "CHANGELOG.md"
    path.write_text(text.format(moocbuild.__version__), "utf-8")
    monkeypatch.setattr(changelog, "PATH", path)
    refused(monkeypatch, "--dirty")
    assert "CHANGELOG.md" in capsys.readouterr().err


def test_a_file_that_names_another_version(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(share_version, "texts", lambda: {"CITATION.cff": ("0.1.0", "0.2.0")})
    refused(monkeypatch, "--dirty")
    assert "'make version' would change CITATION.cff" in capsys.readouterr().err
