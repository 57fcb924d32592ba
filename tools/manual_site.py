"""docs/ → a course → a web site: `make docs`. The manual is a course of moocbuild's own.

There is one copy of each text: the pages that GitHub shows. The sections of docs/llms.txt are the
modules and their links the pages, in order; docs/manual/ has course.yml, the ids and the last
module, with the quiz. Staging copies them to where a course has them and gives links their new
addresses; a link to a file that is no page of the manual becomes words.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from moocbuild import __version__, build_course
from moocbuild.cli import run
from moocbuild.diagnostics.emit import EMITTERS

DOCS = Path(__file__).parents[1] / "docs"
OWN = DOCS / "manual"
PICTURES = (".png", ".svg")
_ENTRY = re.compile(r"^- \[(?P<title>[^\]]+)\]\((?P<path>[^)]+)\): (?P<about>.+)$", re.M)
_LINK = re.compile(
    r"(?P<code>^(?P<in>[ \t]*)(?P<fence>`{3,})[^\n]*\n.*?^(?P=in)(?P=fence)[ \t]*$"
    r"|(?P<ticks>`+)(?!`).*?(?<!`)(?P=ticks)(?!`))"
    r"|(?P<picture>!?)\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\])*)\]\((?P<to>[^)\s]+)\)",
    re.M | re.S,
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the manual. path: below docs/. place: below course/, without the module."""

    title: str
    path: str
    about: str
    place: str


@dataclass(frozen=True, slots=True)
class Module:
    """A section of the contents."""

    title: str
    folder: str
    pages: Sequence[Page]


def modules(contents: str) -> Iterator[Module]:
    """The sections of llms.txt that have pages of docs/."""
    for number, section in enumerate(re.split(r"^## ", contents, flags=re.M)[1:], 1):
        title = section.partition("\n")[0].strip()
        entries = [m for m in _ENTRY.finditer(section) if not m["path"].startswith("../")]
        pages = [
            Page(m["title"], m["path"], m["about"], f"{i:02}-{PurePosixPath(m['path']).name}")
            for i, m in enumerate(entries, 1)
        ]
        yield Module(title, f"{number:02}-{title.lower().replace(' ', '-')}", pages)


def stage(root: Path) -> None:
    """Writes the course to `root`, a folder that is empty or not there."""
    listed = list(modules((DOCS / "llms.txt").read_text("utf-8")))
    last = f"{len(listed) + 1:02}-check-yourself"
    places = {page.path: f"course/{m.folder}/{page.place}" for m in listed for page in m.pages}
    places |= {"README.md": f"course/{listed[0].folder}/index.md"}
    places |= {
        "manual/index.md": f"course/{last}/index.md",
        "manual/quiz.md": f"quizzes/{last}.md",
    }
    for path, place in places.items():
        if path != "README.md":
            _write(root / place, moved((DOCS / path).read_text("utf-8"), path, places, DOCS))
    for module in listed:
        _write(root / "course" / module.folder / "index.md", _index(module))
    for picture in sorted(DOCS.rglob("*")):
        if picture.suffix in PICTURES:
            _copy(picture, root / "media" / picture.name)
    names = "".join(f"  - {name}\n" for name in (*(m.folder for m in listed), last))
    head = (OWN / "course.yml").read_text("utf-8")
    _write(root / "course/course.yml", f"{head}version: {__version__}\nmodules:\n{names}")
    for name in ("course.lock", "manual.css"):
        if (OWN / name).exists():
            _copy(OWN / name, root / "course" / name)


def _index(module: Module) -> str:
    entries = "".join(f"- [{p.title}]({p.place}): {p.about}\n" for p in module.pages)
    return f"# {module.title}\n\n{entries}"


def moved(text: str, path: str, places: Mapping[str, str], docs: Path) -> str:
    """The text of a page of `docs`, with links as they are where it is staged."""
    here = PurePosixPath(places[path]).parent

    def at(link: re.Match[str]) -> str:
        if link["code"] or link["to"].startswith(("https:", "http:", "mailto:", "#")):
            return link[0]
        words = _LINK.sub(at, link["words"])
        to, _, anchor = link["to"].partition("#")
        goal = os.path.normpath(PurePosixPath(path).parent / to).replace(os.sep, "/")
        new = places.get(
            goal, f"media/{PurePosixPath(goal).name}" if _is_picture(docs, goal) else ""
        )
        if not new:
            return words
        address = os.path.relpath(new, here).replace(os.sep, "/")
        return f"{link['picture']}[{words}]({address}{'#' + anchor if anchor else ''})"

    return _LINK.sub(at, text)


def _is_picture(docs: Path, goal: str) -> bool:
    return goal.endswith(PICTURES) and (docs / goal).is_file()


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _copy(old: Path, new: Path) -> None:
    new.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(old, new)


def build(out: Path) -> int:
    """Builds the site into the folder `out`, in place of what is there; 1 if anything is found."""

    def site(root: Path) -> int:
        result = build_course(root, root / "dist", ["web"], strict=True)
        lines = EMITTERS["full"](
            result.findings, lambda span: result.lines.get((span.path, span.line), "")
        )
        print("\n".join(lines))
        if result.status != "built" or result.findings:
            return 1
        shutil.rmtree(out, ignore_errors=True)
        (package,) = (root / "dist").glob("*-web.zip")
        with zipfile.ZipFile(package) as archive:
            archive.extractall(out)
        return 0

    return _staged(site)


def freeze() -> int:
    """Keeps the ids of pages and questions that are new, and retires those that are gone."""

    def write(root: Path) -> int:
        status = run(["ids", "--write", "-C", str(root)])
        if not status:
            _copy(root / "course/course.lock", OWN / "course.lock")
        return status

    return _staged(write)


def _staged(do: Callable[[Path], int]) -> int:
    with tempfile.TemporaryDirectory() as folder:
        stage(Path(folder))
        return do(Path(folder))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    way = parser.add_mutually_exclusive_group(required=True)
    way.add_argument("--out", type=Path, help="build the site into this folder")
    way.add_argument("--ids", action="store_true", help="write docs/manual/course.lock")
    way.add_argument("--stage", type=Path, help="only write the course to this folder")
    asked = parser.parse_args()
    if asked.stage:
        stage(asked.stage)
    else:
        raise SystemExit(freeze() if asked.ids else build(asked.out))
