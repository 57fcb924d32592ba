"""Quizzes of a cartridge: QTI, and what Canvas says of them beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from moocbuild.archive import Archive
from moocbuild.archive.refused import place
from moocbuild.diagnostics import Span
from moocbuild.diagnostics.importing import MISSING_FILE, MOVED, SETTING
from moocbuild.importing.asked import decimal
from moocbuild.importing.brought import Bank, Page
from moocbuild.importing.format import Wanted
from moocbuild.importing.formats.cartridge.links import Links
from moocbuild.importing.formats.cartridge.manifest import Manifest, Resource
from moocbuild.importing.qti.assessment import (
    MOST_ATTEMPTS,
    Assessment,
    Reading,
    read_assessments,
)
from moocbuild.importing.qti.processing import said
from moocbuild.model.text import Text

_OF_CANVAS = "non_cc_assessments/"


def _stem(name: str) -> str:
    """What a file is called, without its ends."""
    return name.rpartition("/")[2].partition(".")[0]


class Quizzes:
    """Reads them one by one, and remembers banks, which others may draw from."""

    def __init__(self, archive: Archive, manifest: Manifest, wanted: Wanted, links: Links) -> None:
        self._archive, self._manifest = archive, manifest
        self._wanted, self._links = wanted, links
        self._banks: dict[str, Bank] = {}
        self._read: set[str] = set()
        self._seen: set[tuple[str, str]] = set()

    def read(self, resource: Resource, title: str, codes: Sequence[str]) -> Iterator[Page | Bank]:
        """The quiz of a resource; a bank only where somebody asks for it later."""
        name = self._file(resource)
        if name not in self._archive.members:
            span = place(self._archive.name, name)
            self._wanted.report(MISSING_FILE.at(span, f"no file '{name[:80]}'"))
            return
        about = self._about(resource)
        for found in self._assessments(name, title or about.get("title", ""), resource.codes):
            if found.bank:
                self._keep(found)
                continue
            yield from found.pages
            bank = self._bank(found, resource, title, about)
            self._seen |= {(asked.id, asked.prompt.plain) for asked in bank.questions}
            if bank.questions or bank.pools:
                yield bank

    def pools(self, drawn: set[str]) -> dict[str, Bank]:
        """The banks that quizzes draw from, by ident."""
        self._all_banks()
        return {key: bank for key, bank in self._banks.items() if key in drawn}

    def banks(self, drawn: set[str]) -> Iterator[Bank]:
        """The others, as quizzes; without questions that a quiz has already."""
        self._all_banks()
        for key, bank in self._banks.items():
            if key in drawn:
                continue
            new = [e for e in bank.questions if (e.id, e.prompt.plain) not in self._seen]
            if len(new) < len(bank.questions):
                count = len(bank.questions) - len(new)
                message = f"{count} questions of the bank '{bank.title[:60]}' are in quizzes"
                self._wanted.report(MOVED.at(bank.span, message))
            if new:
                yield replace(bank, questions=tuple(new))

    # --- files

    def _file(self, resource: Resource) -> str:
        """Of a quiz that Canvas wrote twice, the file that has all of it."""
        for name in (resource.id, resource.href.partition("/")[0]):
            richer = f"{_OF_CANVAS}{name}.xml.qti"
            if richer in self._archive.members:
                return richer
        xml = [
            name for name in (resource.href, *resource.files) if name.endswith((".xml", ".dat"))
        ]
        return next(iter(xml), resource.href)

    def _all_banks(self) -> None:
        """Banks of Canvas stand in files that no resource names as such."""
        for name in self._archive.members:
            if name.startswith(_OF_CANVAS) and name not in self._read:
                for found in self._assessments(name, "", {}):
                    if found.bank:
                        self._keep(found)

    def _assessments(
        self, name: str, title: str, codes: Mapping[str, Sequence[str]]
    ) -> Iterator[Assessment]:
        self._read.add(name)
        xml = self._archive.xml(name)
        for each in xml.found:
            self._wanted.report(each)

        def where(line: int) -> Span:
            return place(self._archive.name, name, line)

        html = self._links.html(name, self._wanted.report)
        known = self._manifest.statements
        reading = Reading(html=html, wanted=self._wanted, place=where, codes=codes, known=known)
        yield from read_assessments(xml.root, reading, title or _stem(name))

    def _keep(self, found: Assessment) -> None:
        bank = Bank(
            title=found.title,
            questions=tuple(found.questions),
            key=found.ident,
            span=found.span,
        )
        self._banks.setdefault(found.ident, bank)

    # --- what is said of a quiz

    def _bank(
        self, found: Assessment, resource: Resource, title: str, about: Mapping[str, str]
    ) -> Bank:
        intro = found.intro
        if about.get("description"):
            html = self._links.html(resource.href, self._wanted.report)
            intro = Text((*intro.nodes, *html.text(about["description"], found.span).nodes))
        missing = [key for key in found.draws if not self._has_bank(key)]
        for key in missing:
            message = f"{found.draws[key]} questions of a bank that is not in the package"
            self._wanted.report(MISSING_FILE.at(found.span, message))
        if found.picked:
            message = f"{len(found.picked)} questions of banks that are not in the package"
            self._wanted.report(MISSING_FILE.at(found.span, message))
        id = re.sub(r"^R_", "", resource.id) if resource.id.startswith("R_") else ""
        return Bank(
            title=title or found.title,
            questions=tuple(found.questions),
            id=id.rpartition(".")[2],
            key=resource.id,
            intro=intro,
            settings={**found.settings, **self._settings(about, found.span)},
            pools={key: number for key, number in found.draws.items() if key not in missing},
            span=found.span,
        )

    def _has_bank(self, key: str) -> bool:
        return key in self._banks or f"{_OF_CANVAS}{key}.xml.qti" in self._archive.members

    def _about(self, resource: Resource) -> dict[str, str]:
        """`assessment_meta.xml` of Canvas, beside the quiz or in what it depends on."""
        needs = (self._manifest.resources.get(need) for need in resource.needs)
        files = [*resource.files, *(name for need in needs if need for name in need.files)]
        named = (name for name in files if name.endswith("assessment_meta.xml"))
        name = next((each for each in named if each in self._archive.members), "")
        if not name:
            return {}
        return {
            str(each.tag).rpartition("}")[2]: said(each) for each in self._archive.xml(name).root
        }

    def _settings(self, about: Mapping[str, str], span: Span) -> dict[str, int | bool]:
        made: dict[str, int | bool] = {}
        attempts = decimal(about.get("allowed_attempts") or "")
        if attempts is not None and 0 < attempts <= MOST_ATTEMPTS:
            made["attempts"] = int(attempts)
        minutes = decimal(about.get("time_limit") or "")
        if minutes is not None and 0 < minutes <= 1440:
            made["time_limit"] = int(minutes)
        if about.get("shuffle_answers") == "false":
            made["shuffle"] = False
        if about.get("show_correct_answers") == "false":
            made["right_answers"] = False
        for key in ("access_code", "ip_filter", "one_question_at_a_time", "due_at"):
            if about.get(key) not in (None, "", "false"):
                self._wanted.report(SETTING.at(span, f"'{key}' of Canvas"))
        return made
