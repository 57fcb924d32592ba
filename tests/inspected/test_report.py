"""What `moocbuild inspect` says: as text, as data and as a page."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from lxml import html

from archive.zips import MANIFEST, Entry, Zip, scorm
from inspected.sound import MANIFESTS, broken, package
from moocbuild.cli import run

EVIL = "<script>alert(1)</script>"


def written(folder: Path, data: bytes) -> str:
    path = folder / "package.zip"
    path.write_bytes(data)
    return str(path)


@pytest.mark.parametrize(
    ("standard", "said"),
    [
        ("SCORM 1.2", "SCORM 1.2, 'Knots'"),
        ("SCORM 2004", "SCORM 2004 4th Edition, 'Knots'"),
        ("Common Cartridge", "Common Cartridge 1.3, 'Knots'"),
        ("IMS Content Packaging", "QTI 2.1"),
    ],
)
def test_sound_packages(
    standard: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["inspect", written(tmp_path, package(standard))]) == 0
    out = capsys.readouterr().out
    assert said in out.splitlines()[0]
    assert out.endswith("no problems found\n")


def test_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, broken("SCORM 1.2", ('identifierref="r"', 'identifierref="s"')))
    assert run(["inspect", path, "--format", "json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert (said["result"], said["kind"], said["version"]) == ("errors", "SCORM", "1.2")
    assert (said["title"], said["checked"], said["archive"]) == ("Knots", "standard", "zip")
    assert said["outline"] == [{"depth": 1, "title": "The bowline", "refers": "s"}]
    assert said["facts"]["SCOs"] == 1
    assert {file["name"]: file["bytes"] for file in said["files"]}["index.html"] == 12
    (finding,) = said["findings"]
    assert (finding["code"], finding["line"]) == ("MB444", 8)
    assert finding["path"].endswith("package.zip!imsmanifest.xml")


def test_refused_as_data(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["inspect", written(tmp_path, b"7z"), "--format", "json"]) == 2
    said = json.loads(capsys.readouterr().out)
    assert (said["result"], said["checked"], said["files"]) == ("refused", "nothing", [])


def test_strict_counts_warnings(tmp_path: Path) -> None:
    path = written(tmp_path, scorm(Entry("__MACOSX/._x")))
    assert run(["inspect", path]) == 0
    assert run(["inspect", path, "--strict"]) == 1


def test_words_of_strangers_are_shown_and_never_run(tmp_path: Path) -> None:
    """In titles, names of files and identifiers."""
    hostile = EVIL.replace("<", "&lt;").encode()
    manifest = MANIFEST.replace(b"Knots", hostile).replace(b"The bowline", hostile)
    manifest = manifest.replace(b'identifierref="r"', b'identifierref="' + hostile + b'"')
    data = scorm(Entry(f"{EVIL.replace('/', '')}.html"), manifest=manifest)
    out = tmp_path / "page.html"
    assert run(["inspect", written(tmp_path, data), "--format", "html", "-o", str(out)]) == 1
    page = html.document_fromstring(out.read_text("utf-8"))
    assert EVIL in page.text_content()
    assert not page.xpath("//script | //img | //iframe | //link | //@onerror | //@onload")
    assert page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content") == [
        "default-src 'none'; style-src 'unsafe-inline'"
    ]


def test_a_page_has_what_readers_of_screens_need(tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    case = ('identifier="i" ', "")
    data = broken("SCORM 1.2", case)
    assert run(["inspect", written(tmp_path, data), "--format", "html", "-o", str(out)]) == 1
    page = html.document_fromstring(out.read_text("utf-8"))
    assert page.get("lang") == "en"
    assert len(page.xpath("//h1")) == len(page.xpath("//main")) == 1
    assert all(cell.get("scope") == "col" for cell in page.xpath("//thead//th"))
    assert all(cell.get("scope") == "row" for cell in page.xpath("//tbody//th"))
    for region in page.xpath("//*[@role='region']"):
        assert page.get_element_by_id(region.get("aria-labelledby")).text
        assert region.get("tabindex") == "0"


def test_each_kind_is_known(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the least that makes a package one."""
    for kind, files in {
        "AICC": {"c.crs": "[Course]\nCourse_Title=Knots\n", "c.au": '"system_id"\n"A1"\n'},
        "EPUB": {
            "META-INF/container.xml": '<container><rootfiles><rootfile full-path="c.opf"/>'
            "</rootfiles></container>",
            "c.opf": '<package version="3.0"><metadata><title>Knots</title></metadata></package>',
        },
        "H5P": {"h5p.json": '{"title": "Knots", "mainLibrary": "H5P.Quiz"}'},
        "Moodle backup": {"moodle_backup.xml": "<moodle_backup/>"},
        "OLX": {"course/course.xml": '<course url_name="r"/>'},
        "Web site": {"index.html": "<p>Knots</p>"},
        "cmi5": {"cmi5.xml": "<courseStructure/>"},
        "xAPI (Tin Can)": {"tincan.xml": "<tincan/>"},
    }.items():
        data = Zip([Entry(name, text.encode()) for name, text in files.items()]).bytes()
        assert run(["inspect", written(tmp_path, data), "--format", "json"]) == 0, kind
        said = json.loads(capsys.readouterr().out)
        assert (said["kind"], said["checked"]) == (kind, "archive")


def test_broken_json_is_refused(tmp_path: Path) -> None:
    assert run(["inspect", written(tmp_path, Zip([Entry("h5p.json", b"{")]).bytes())]) == 2
    deep = Zip([Entry("h5p.json", b"[" * 100_000)]).bytes()
    assert run(["inspect", written(tmp_path, deep)]) == 2


def test_many_findings_of_a_clause_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = "".join(f'<file href="{n}.html"/>' for n in range(500))
    file = '<file href="index.html"/>'
    data = broken("SCORM 1.2", (file, file + files))
    assert run(["inspect", written(tmp_path, data), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert len(found) == 21
    assert found[-1]["message"].startswith("and 480 more like this")


def test_a_file_that_cannot_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, package("SCORM 1.2"))
    assert run(["inspect", path, "-o", str(tmp_path / "none" / "x.json")]) == 2
    assert "--out" in capsys.readouterr().err


@pytest.mark.parametrize("standard", MANIFESTS)
def test_packages_that_a_person_packed_again(standard: str, tmp_path: Path) -> None:
    """By Python's own writer, streamed or not."""
    path = tmp_path / "package.zip"
    sound = tmp_path / "sound.zip"
    sound.write_bytes(package(standard))
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, old.read(info))
    assert run(["inspect", str(path)]) == 0


def test_more_xml_than_is_read_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = b"<a>" + b'<b c="d"/>' * 90_000 + b"</a>"
    data = scorm(*(Entry(f"{n}.xml", text) for n in range(6)))
    assert run(["inspect", written(tmp_path, data), "--format", "json"]) == 0
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["code"], finding["severity"]) == ("MB427", "warning")
    assert "2 files were not looked at" in finding["message"]
