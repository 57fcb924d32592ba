"""Addresses in YAML files: each kind is looked at where it is written."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path

import pytest

from hostile.course import COURSE, COURSE_YML, FRAMEWORK, FRAMEWORK_YML, write_course
from moocbuild.build import load
from moocbuild.diagnostics import Collector

CONTACTS, REFERENCES = "course/contacts.yml", "course/references.yml"
LINE = 'contacts:\n  - country: BE\n    role: emergency\n    number: "112"\n    url: "{}"\n'
SOURCE = 'references:\n  - key: One\n    cite: "One, 2026"\n    {}: "{}"\n'

RUNS = ["javascript:alert(1)", " JavaScript :x", "data:text/html,x", "file:///etc/passwd"]
NO_PAGE = [
    *RUNS,
    "www.example.org",
    "example.org/help",
    "//example.org",
    "ftp://example.org",
    "https:",
    "https://",
    "https://[",
    "https://example",
    "https://example..org",
    "https://a b.org",
    "https://example.org/a b",
    "https://user@example.org",
    "https://example.org:99999/",
    "https:/example.org",
    "see https://example.org",
    "https://example.org and more",
]
PAGES = [
    "https://example.org",
    "https://www.example.org:8443/a/b?c=d&e=%20#f",
    "https://hilfe-für-dich.de/ä",
    "https://xn--hlfe-0ra.xn--p1ai/",
    "",
]


def complaints(tmp_path: Path, files: Mapping[str, str]) -> list[str]:
    """`path:line message` of every error of the kind `wrong-value`."""
    found = Collector()
    load(write_course(tmp_path, files), found, datetime.date(2026, 11, 21))
    said = [d for d in found.sorted() if d.rule.code == "MB018"]
    return [f"{d.span.path}:{d.span.line} {d.message}" for d in said]


@pytest.mark.parametrize("address", [*NO_PAGE, "http://example.org"])
def test_a_help_line_without_a_page(tmp_path: Path, address: str) -> None:
    [said] = complaints(tmp_path, {CONTACTS: LINE.format(address)})
    assert said.startswith(f"{CONTACTS}:5 contacts.0.url: '{address}' is not a web address")


@pytest.mark.parametrize("address", PAGES)
def test_a_help_line_with_a_page(tmp_path: Path, address: str) -> None:
    assert complaints(tmp_path, {CONTACTS: LINE.format(address)}) == []


@pytest.mark.parametrize("address", NO_PAGE)
def test_a_reference_without_a_page(tmp_path: Path, address: str) -> None:
    [said] = complaints(tmp_path, {REFERENCES: SOURCE.format("url", address)})
    assert said.startswith(f"{REFERENCES}:4 references.0.url: '{address}' is not a web address")


@pytest.mark.parametrize("address", [*PAGES, "http://example.org/1998"])
def test_a_reference_with_a_page(tmp_path: Path, address: str) -> None:
    assert complaints(tmp_path, {REFERENCES: SOURCE.format("url", address)}) == []


@pytest.mark.parametrize(
    ("doi", "right"),
    [
        ("10.1016/S2215-0366(21)00398-9", True),
        ("", True),
        ("https://doi.org/10.1016/x", False),
        ("doi:10.1016/x", False),
        ("javascript:alert(1)", False),
        ("10.1016/x y", False),
    ],
)
def test_a_doi(tmp_path: Path, doi: str, right: bool) -> None:
    said = complaints(tmp_path, {REFERENCES: SOURCE.format("doi", doi)})
    assert said == [] if right else said[0].startswith(f"{REFERENCES}:4 references.0.doi: '{doi}'")


@pytest.mark.parametrize("address", RUNS)
def test_what_is_printed(tmp_path: Path, address: str) -> None:
    """A licence, a framework's source: words, or an address, but none that runs."""
    licence = COURSE_YML.replace("licence: Free", f'licence: "{address}"')
    [said] = complaints(tmp_path / "licence", {COURSE: licence})
    assert said.startswith(f"{COURSE}:6 licence: '{address.strip()}' is not an address")
    for lines, line in (('source: "{}"\n', 12), ('source:\n  by: us\n  website: "{}"\n', 14)):
        framework = FRAMEWORK_YML + lines.format(address)
        [said] = complaints(tmp_path / str(line), {FRAMEWORK: framework})
        assert said.startswith(f"{FRAMEWORK}:{line} source") and address in said


@pytest.mark.parametrize("words", ["CC-BY-4.0", "https://example.org/terms", "data and file: us"])
def test_what_may_be_printed(tmp_path: Path, words: str) -> None:
    files = {
        COURSE: COURSE_YML.replace("licence: Free", f'licence: "{words}"'),
        FRAMEWORK: f'{FRAMEWORK_YML}source:\n  website: www.example.org\n  words: "{words}"\n',
    }
    assert complaints(tmp_path, files) == []


@pytest.mark.parametrize(("length", "whole"), [(60, True), (61, False)])
def test_a_long_address_is_shown_in_part(length: int, whole: bool, tmp_path: Path) -> None:
    address = "ftp://example.org/".ljust(length, "x")
    [said] = complaints(tmp_path, {REFERENCES: SOURCE.format("url", address)})
    assert (f"'{address}'" in said) is whole
    assert (f"'{address[:57]}…'" in said) is not whole
