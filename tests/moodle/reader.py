"""Reads a backup as a restore would: every number must lead somewhere."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree

from moocbuild.formats import xml
from moocbuild.package import Package

LINK = re.compile(r"\$@([A-Z]+)VIEWBYID\*(\d+)@\$")
MEDIA = re.compile(r'="@@PLUGINFILE@@(/[^"]+)"')


@dataclass(frozen=True)
class Mbz:
    """A backup."""

    package: Package

    def root(self, name: str) -> xml.Element:
        return etree.fromstring(self.package.read(name))

    @cached_property
    def activities(self) -> list[xml.Element]:
        return self.root("moodle_backup.xml").findall(".//contents/activities/activity")

    @cached_property
    def files(self) -> dict[str, xml.Element]:
        return {row.get("id", ""): row for row in self.root("files.xml").iter("file")}

    @cached_property
    def bank(self) -> xml.Element:
        return self.root("questions.xml")

    def body(self, activity: xml.Element) -> xml.Element:
        return self.root(f"{activity.findtext('directory')}/{activity.findtext('modulename')}.xml")

    def texts(self) -> Iterator[tuple[str, str]]:
        """Every text of every file that may hold HTML."""
        for name in self.package.names():
            if name.endswith(".xml") and name != "files.xml":
                for text in self.root(name).itertext():
                    if text.strip():
                        yield name, text

    def problems(self) -> list[str]:
        """What leads nowhere."""
        return [
            *self._contents(),
            *self._pool(),
            *self._references(),
            *self._slots(),
            *self._answers(),
            *self._links(),
        ]

    def _contents(self) -> Iterator[str]:
        needed = ("module", "grades", "inforef", "calendar", "filters", "roles", "competencies")
        sequences = []
        for section in self.root("moodle_backup.xml").findall(".//contents/sections/section"):
            file = f"{section.findtext('directory')}/section.xml"
            if file not in self.package:
                yield f"no {file}"
                continue
            sequences += (self.root(file).findtext("sequence") or "").split(",")
        listed = [activity.findtext("moduleid") for activity in self.activities]
        if [id for id in sequences if id] != listed:
            yield "sections and contents name other activities"
        for activity in self.activities:
            for name in (*needed, activity.findtext("modulename")):
                file = f"{activity.findtext('directory')}/{name}.xml"
                if file not in self.package:
                    yield f"no {file}"

    def _pool(self) -> Iterator[str]:
        used = set()
        for row in self.files.values():
            sha1 = row.findtext("contenthash") or ""
            member = f"files/{sha1[:2]}/{sha1}"
            used.add(member)
            if member not in self.package:
                yield f"no {member}"
                continue
            data = self.package.read(member)
            if hashlib.sha1(data).hexdigest() != sha1:
                yield f"{member} holds something else"
            if row.findtext("filesize") != str(len(data)):
                yield f"{member} has another size"
        for name in self.package.names():
            if name.startswith("files/") and name not in used:
                yield f"{name} is used nowhere"

    def _references(self) -> Iterator[str]:
        categories = {row.get("id") for row in self.bank.iter("question_category")}
        named = [name for name in self.package.names() if name.endswith("/inforef.xml")]
        roots = [self.root(name) for name in named]
        files = {id for root in roots for id in root.xpath("fileref/file/id/text()")}
        chosen = {id for root in roots for id in root.xpath("//question_category/id/text()")}
        yield from (f"no file {id}" for id in files - self.files.keys())
        yield from (f"no category {id}" for id in chosen - categories)
        for id, row in self.files.items():
            component = row.findtext("component") or ""
            if id not in files and not component.startswith(("question", "qtype_")):
                yield f"file {id} is named in no inforef.xml: a restore leaves it out"

    def _slots(self) -> Iterator[str]:
        entries = {row.get("id") for row in self.bank.iter("question_bank_entry")}
        categories = {row.get("id") for row in self.bank.iter("question_category")}
        for activity in self.activities:
            root = self.body(activity)
            for id in root.xpath("//question_reference/questionbankentryid/text()"):
                if id not in entries:
                    yield f"a slot asks question {id}"
            for text in root.xpath("//question_set_reference/filtercondition/text()"):
                (id,) = json.loads(text)["filter"]["category"]["values"]
                if str(id) not in categories:
                    yield f"a slot draws from category {id}"
            marks = root.xpath("//question_instance/maxmark/text()")
            total = root.findtext(".//sumgrades")
            if total is not None and sum(map(float, marks)) != float(total):
                yield f"sumgrades is {total}"

    def _answers(self) -> Iterator[str]:
        ids: set[str] = set()
        for answer in self.bank.iter("answer"):
            if answer.getparent().tag == "answers":
                if answer.get("id") in ids:
                    yield f"answer {answer.get('id')} is there twice"
                ids.add(answer.get("id", ""))
        named = self.bank.xpath("//trueanswer/text()|//falseanswer/text()")
        for id in (*named, *self.bank.xpath("//numerical_record/answer/text()")):
            if id not in ids:
                yield f"no answer {id}"
        for category in self.bank.iter("question_category"):
            parent = category.findtext("parent")
            if parent != "0" and not self.bank.xpath(f"question_category[@id='{parent}']"):
                yield f"category {category.get('id')} is below {parent}"

    def _links(self) -> Iterator[str]:
        kinds = {a.findtext("moduleid"): a.findtext("modulename") for a in self.activities}
        paths = {
            f"{row.findtext('filepath')}{row.findtext('filename')}" for row in self.files.values()
        }
        for name, text in self.texts():
            for kind, id in LINK.findall(text):
                if kinds.get(id) != kind.lower():
                    yield f"{name}: a link leads to {kind} {id}"
            for path in MEDIA.findall(text):
                if path not in paths:
                    yield f"{name}: no file {path}"
