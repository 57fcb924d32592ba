"""The files of a course: what was read, in our format."""

from __future__ import annotations

import datetime
import json
import posixpath
import re
from collections.abc import Iterator, Mapping
from urllib.parse import unquote

from moocbuild.importing.brought import Bank, Body, Brought, Markdown, Page, Unit
from moocbuild.importing.markdown.blocks import Writer
from moocbuild.importing.markdown.inline import Href
from moocbuild.importing.markdown.question import heading, question
from moocbuild.model.question import Question
from moocbuild.model.text import Element, Node, Nodes, Ref, Text
from moocbuild.values import dataclass

Files = dict[str, bytes]
_LINK = re.compile(r"@(page|media):([^@\s]{1,1000})@")
"""A place in Markdown that was kept, as `formats/markdown` writes it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wished:
    """What a course is called where the source does not say it. id: of the course."""

    id: str
    title: str
    language: str
    licence: str
    released: datetime.date


def course_files(brought: Brought, wished: Wished) -> Files:
    """The files of a course by path. Its units, pages and questions have their ids."""
    writing = _Writing(brought, wished)
    files: Files = {}
    for name, unit in writing.folders.items():
        for path, lines in writing.unit(name, unit):
            files[path] = ("\n".join(lines).rstrip("\n") + "\n").encode()
    for pool in brought.pools:
        path, lines = writing.pool(pool)
        files[path] = ("\n".join(lines).rstrip("\n") + "\n").encode()
    files["course/course.yml"] = _course_yml(brought, wished, list(writing.folders)).encode()
    if brought.codes:
        files["course/framework.yml"] = _framework_yml(brought, wished).encode()
    files |= {f"media/{name}": data for name, data in brought.files.items()}
    return files


class _Writing:
    """Knows where everything lies, so that links lead there."""

    def __init__(self, brought: Brought, wished: Wished) -> None:
        width = max(2, len(str(len(brought.units))))
        self._language = wished.language
        self.folders = {
            f"{number:0{width}}-{unit.id}": unit for number, unit in enumerate(brought.units, 1)
        }
        self._where: dict[str, str] = {}
        for name, unit in self.folders.items():
            if unit.key:
                self._where[unit.key] = f"course/{name}/index.md"
            for path, page in self.pages(name, unit):
                if page.key:
                    self._where[page.key] = path

    def pages(self, folder: str, unit: Unit) -> Iterator[tuple[str, Page | Bank]]:
        """Path and page, of all but the module's first."""
        banks = [page for page in unit.pages if isinstance(page, Bank)]
        width = max(2, len(str(len(unit.pages))))
        for number, page in enumerate(unit.pages, 1):
            if isinstance(page, Page):
                yield f"course/{folder}/{number:0{width}}-{page.id}.md", page
            elif len(banks) == 1:
                yield f"quizzes/{folder}.md", page
            else:
                yield f"quizzes/{folder}/{number:0{width}}-{page.id}.md", page

    def unit(self, folder: str, unit: Unit) -> Iterator[tuple[str, list[str]]]:
        """Path and lines of each of its files."""
        index = f"course/{folder}/index.md"
        yield index, [f"# {heading(unit.title)}", "", *self._body(unit.welcome, index)]
        for path, page in self.pages(folder, unit):
            if isinstance(page, Bank):
                yield path, self._bank(page, path)
            else:
                yield path, [f"# {heading(page.title)}", "", *self._body(page.body, path)]

    def pool(self, pool: Bank) -> tuple[str, list[str]]:
        """Path and lines of a pool."""
        path = f"quizzes/pools/{pool.id}.md"
        return path, [f"# {heading(pool.title)}", "", *self._questions(pool, path)]

    def _bank(self, bank: Bank, path: str) -> list[str]:
        lines = ["---", "kind: quiz", *_settings(bank.settings)]
        if bank.pools:
            lines += ["pools:", *(f"  {id}: {number}" for id, number in bank.pools.items())]
        lines += ["---", "", f"# {heading(bank.title)}", ""]
        return [*lines, *self._questions(bank, path)]

    def _questions(self, bank: Bank, path: str) -> list[str]:
        writer = Writer(self._href(path), question=True)
        lines = [*writer.text(bank.intro), ""] if bank.intro else []
        for asked in bank.questions:
            lines += [*question(asked, writer, self._language), ""]
        return lines

    def _body(self, body: Body, path: str) -> list[str]:
        if isinstance(body, Markdown):
            return self._placed(body.source, path).strip("\n").split("\n")
        writer = Writer(self._href(path))
        return writer.text(Text(_below_title(body.nodes)))

    def _placed(self, source: str, path: str) -> str:
        """Markdown whose links lead to where files lie now."""
        href = self._href(path)
        return _LINK.sub(lambda match: href(Ref(match[1], unquote(match[2]))), source)

    def _href(self, path: str) -> Href:
        here = posixpath.dirname(path)

        def href(ref: Ref) -> str:
            to = f"media/{ref.id}" if ref.kind == "media" else self._where.get(ref.id, "")
            anchor = f"#{ref.anchor}" if ref.anchor else ""
            return f"{posixpath.relpath(to, here) if to else ''}{anchor}"

        return href


def _below_title(nodes: Nodes) -> Nodes:
    """Headings below the title: the highest is of level 2, and none skips one."""
    levels = sorted({int(node[0][1]) for node in _headings(nodes)})
    new = {level: min(6, place) for place, level in enumerate(levels, 2)}

    def changed(node: Node) -> Node:
        if isinstance(node, str):
            return node
        name, attributes, children, line = node
        if _is_heading(node):
            name = f"h{new[int(name[1])]}"
        return (name, attributes, tuple(changed(child) for child in children), line)

    return tuple(changed(node) for node in nodes)


def _headings(nodes: Nodes) -> Iterator[Element]:
    for node in nodes:
        if not isinstance(node, str):
            if _is_heading(node):
                yield node
            yield from _headings(node[2])


def _is_heading(node: Element) -> bool:
    return len(node[0]) == 2 and node[0][0] == "h" and node[0][1].isdigit()


def _settings(settings: Mapping[str, int | bool]) -> Iterator[str]:
    for key, value in settings.items():
        yield f"{key}: {str(value).lower()}"


def _quoted(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _course_yml(brought: Brought, wished: Wished, folders: list[str]) -> str:
    lines = [
        "# yaml-language-server: $schema=../.schemas/course.json",
        "# All keys: moocbuild schema course",
        f"id: {wished.id}   # never change it: learners' records depend on it",
        f"title: {_quoted(wished.title)}",
    ]
    if brought.description:
        lines.append(f"description: {_quoted(' '.join(brought.description.split())[:500])}")
    lines += [
        "version: 1.0.0",
        f"released: {wished.released.isoformat()}   # every date inside packages is this one",
        f"language: {wished.language}",
    ]
    if wished.licence:
        lines.append(f"licence: {_quoted(wished.licence)}")
    lines.append("modules:   # folders below course/, in order")
    lines += [f"  - {folder}" for folder in folders]
    return "\n".join(lines) + "\n"


def _framework_yml(brought: Brought, wished: Wished) -> str:
    lines = [
        "# Codes that the source has. Write what each of them means, or delete it here and there.",
        f"id: {wished.id}-competencies",
        f"title: {_quoted(wished.title)}",
        f"language: {wished.language}",
        "categories:",
        "  - code: all",
        f"    title: {_quoted(wished.title)}",
        "    items:",
    ]
    for code, statement in brought.codes.items():
        said = " ".join(statement.split()) or code
        lines += [f"      - code: {_quoted(code)}", f"        statement: {_quoted(said)}"]
    return "\n".join(lines) + "\n"


def questions(brought: Brought) -> Iterator[Question]:
    """All questions in order."""
    for unit in brought.units:
        for page in unit.pages:
            if isinstance(page, Bank):
                yield from page.questions
    for pool in brought.pools:
        yield from pool.questions
