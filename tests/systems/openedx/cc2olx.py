"""cc2olx, which turns a Common Cartridge into a course of Open edX; what both say of questions."""

from __future__ import annotations

import os
import re
import subprocess
import tarfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree
from lxml import html as lxml_html

VARIABLE = "CC2OLX"
Asked = tuple[str, tuple[tuple[str, bool], ...]]
"""What is asked, and each option with whether it is right; of a text to type, what is accepted."""


def converted(cartridge: Path, folder: Path) -> Path:
    """The archive that the program named by CC2OLX makes of a cartridge."""
    command = [os.environ[VARIABLE], "-i", str(cartridge), "-o", str(folder / "made")]
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=folder)
    assert run.returncode == 0, run.stderr[-2000:]
    (made,) = (folder / "made").glob("*.tar.gz")
    return made


def course_of(archive: Path) -> tuple[etree._Element, set[str]]:
    """course.xml, and the names of all files."""
    with tarfile.open(archive) as tar:
        names = set(tar.getnames())
        document = tar.extractfile("course.xml")
        assert document is not None
        return etree.fromstring(document.read()), names


def in_cartridge(assessment: bytes) -> Iterator[Asked]:
    """The questions of a QTI 1.2 assessment."""
    for item in etree.fromstring(assessment).iter("{*}item"):
        prompt = item.findtext("{*}presentation/{*}material/{*}mattext") or ""
        options = {
            label.get("ident"): plain(label.findtext(".//{*}mattext") or "")
            for label in item.iter("{*}response_label")
        }
        right = set(_scoring(item))
        known = {options.get(name, name): True for name in right}
        every = {text: name in right for name, text in options.items()} if options else known
        yield plain(prompt), tuple(sorted(every.items()))


def in_course(root: etree._Element) -> Iterator[Asked]:
    """The problems of a course. CAPA reads the text of an option as HTML."""
    for problem in root.iter("problem"):
        (response,) = (child for child in problem if child.tag.endswith("response"))
        accepted = [response, *response.iter("additional_answer")]
        known = {
            plain(_text(choice)): choice.get("correct") == "true"
            for choice in response.iter("choice")
        } or {answer.get("answer"): True for answer in accepted}
        yield _closed(_text(response[0])), tuple(sorted(known.items()))


def plain(markup: str) -> str:
    """What is read of HTML, without white space."""
    return _closed(lxml_html.fromstring(f"<div>{markup}</div>").text_content())


def _text(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _closed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _scoring(item: etree._Element) -> Iterator[str]:
    """What a learner chooses or types for the whole score."""
    for condition in item.iter("{*}respcondition"):
        if condition.findtext("{*}setvar") == "100":
            for equal in condition.iter("{*}varequal"):
                if etree.QName(equal.getparent()).localname != "not":
                    yield equal.text or ""
