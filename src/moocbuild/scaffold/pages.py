"""A new module or page of a course: a file in the right place, and a line in course.yml."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from moocbuild.diagnostics import Collector, near
from moocbuild.freeze import replace_file
from moocbuild.scaffold.course_yml import with_module
from moocbuild.scaffold.errors import ScaffoldError, taken
from moocbuild.scaffold.templates import page_text
from moocbuild.source.course import COURSE, load_course
from moocbuild.source.files.lock import Ids
from moocbuild.source.files.tree import SourceTree, read_tree
from moocbuild.source.framework import read_framework
from moocbuild.source.pages.naming import unnumbered
from moocbuild.source.pages.section import ID
from moocbuild.source.requires import other_version
from moocbuild.source.yaml.reader import read_yaml
from moocbuild.values import dataclass

_NUMBER = re.compile(r"(\d+)[-_. ]")


@dataclass(frozen=True, slots=True)
class Course:
    """What is to be known of a course to add to it. item: the first of its framework, or ""."""

    root: Path
    tree: SourceTree
    ids: Ids
    language: str
    modules: tuple[str, ...]
    item: str


def open_course(root: Path) -> Course:
    """The course below `root`, whatever else is wrong with it. Raises ScaffoldError, too, where it
    requires another version."""
    report = Collector()
    tree = read_tree(root, report)
    file = tree.texts.get(COURSE)
    if unfit := other_version(file):
        raise ScaffoldError(unfit.message, unfit.help)
    _, ids = load_course(tree, report)
    node = read_yaml(file.text, COURSE, Collector()) if file else None
    if node is None:
        of_course = [found for found in report.sorted() if found.span.path == COURSE]
        first = (of_course or report.sorted())[0]
        raise ScaffoldError(first.message, first.help)
    listed = node.child("modules").value
    modules = (each.value for each in listed) if isinstance(listed, list) else ()
    language = node.child("language").value
    framework = read_framework(tree, ids, Collector())
    items = [item.code for item in framework.items] if framework else []
    return Course(
        root=root,
        tree=tree,
        ids=ids,
        language=language if isinstance(language, str) else "en",
        modules=tuple(name for name in modules if isinstance(name, str)),
        item=next(iter(items), ""),
    )


def add_module(course: Course, title: str) -> list[str]:
    """A folder with an index.md, listed in course.yml; what was written, by path."""
    folder = f"{_next(course.modules)}-{_slug(title, 'module')}"
    _check_id(folder, course.modules)
    settings = with_module(course.tree.texts[COURSE].text, folder)
    index = f"course/{folder}/index.md"
    _write_new(course.root, index, _page(course, "module", title))
    try:
        replace_file(course.root / COURSE, _with_its_ends(course.root / COURSE, settings))
    except BaseException:
        (course.root / index).unlink()
        (course.root / index).parent.rmdir()
        raise
    return [index, COURSE]


def add_page(course: Course, kind: str, title: str, module: str) -> list[str]:
    """A lesson, a simulation or a quiz; what was written, by path."""
    folder = _module(course, module)
    slug = _slug(title, kind)
    if kind == "quiz":
        path = f"quizzes/{folder}.md"
        if path in course.tree.texts:
            there = [Path(p).stem for p in course.tree.texts if p.startswith(f"quizzes/{folder}/")]
            path = f"quizzes/{folder}/{_next(there)}-{slug}.md"
    else:
        here = [Path(file.path).stem for file in course.tree.under(f"course/{folder}")]
        path = f"course/{folder}/{_next(here)}-{slug}.md"
        _check_id(Path(path).stem, here)
    _write_new(course.root, path, _page(course, kind, title))
    return [path]


def _with_its_ends(path: Path, text: str) -> str:
    """With line ends of Windows, where the file has them."""
    return text.replace("\n", "\r\n") if b"\r\n" in path.read_bytes() else text


def _module(course: Course, name: str) -> str:
    """The folder that is meant, by its name, id or number; without a word, the only one."""
    if not name and len(course.modules) == 1:
        return course.modules[0]
    for folder in course.modules:
        number = _NUMBER.match(folder)
        numbers = (number[1], number[1].lstrip("0")) if number else ()
        if name in (folder, unnumbered(folder), *numbers):
            return folder
    help = near(name, course.modules) or f"name one with --in: {', '.join(course.modules)}"
    raise ScaffoldError(f"no module '{name}'" if name else "which module is it for?", help)


def _slug(title: str, otherwise: str) -> str:
    """A name for a file, after the title; where no letter of it may stand in an id, the kind."""
    name = unnumbered(title)
    return name if ID.fullmatch(name) else otherwise


def _next(names: Iterable[str]) -> str:
    """The number behind the highest, in as many digits."""
    found = [number[1] for number in map(_NUMBER.match, names) if number]
    width = max((len(number) for number in found), default=2)
    return str(max(map(int, found), default=0) + 1).zfill(width)


def _check_id(name: str, there: Iterable[str]) -> None:
    """Two pages of one id would have their records mixed up."""
    for other in there:
        if unnumbered(other) == unnumbered(name):
            raise taken(other)


def _page(course: Course, kind: str, title: str) -> str:
    return page_text(
        kind,
        course.language,
        {"title": " ".join(title.split()), "item": course.item, "question": _question(course)},
    )


def _question(course: Course) -> str:
    """An id that no question has, or had."""
    retired = {name.rpartition("=")[0] for name in course.ids.frozen.retired.get("questions", ())}
    taken = {*course.ids.used.questions, *course.ids.frozen.questions, *retired}
    return next(id for n in range(1, len(taken) + 2) if (id := f"question-{n}") not in taken)


def _write_new(root: Path, path: str, text: str) -> None:
    """A file that is not there yet. Raises ScaffoldError."""
    made = [each for each in (root / path).parents if not each.exists()]
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    try:
        with (root / path).open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise taken(path) from None
    except BaseException:
        (root / path).unlink(missing_ok=True)
        for folder in made:
            folder.rmdir()
        raise
