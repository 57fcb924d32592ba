"""Which page a file is: ids by the names of folders and files, or as front matter says.

Learners' records hang on ids. A file that is renamed or moved keeps its id with `id:` in its
front matter; a folder keeps its with `id:` in its index.md.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace

from moocbuild.diagnostics import Report, Span
from moocbuild.model.outline import text_version
from moocbuild.source.files.front_matter import read_document
from moocbuild.source.files.tree import SourceFile, SourceTree
from moocbuild.source.markdown.anchors import slug
from moocbuild.source.pages.question import DUPLICATE_ID
from moocbuild.source.pages.section import BAD_ID, ID, RESERVED_ID
from moocbuild.source.yaml.reader import Node
from moocbuild.values import dataclass

RESERVED_MODULES = frozenset({"about", "help", "framework", "glossary", "sources", "index"})
"""Modules and pages that the tool makes."""

POOLS = "quizzes/pools"
"""Files in it are pools of questions, unless a module's folder has that name."""

_NUMBER = re.compile(r"^\d+(?:-|[ _.]+)")
_ONE_LANGUAGE = re.compile(r"(.+)\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)(\.[A-Za-z0-9]+)")
_MENTIONS_ID = re.compile(r"\bid\b")
_MENTIONS_DRAFT = re.compile(r"\bdraft\b")
_YES = frozenset({"true", "yes", "on", "1", "t", "y"})
"""Whatever is true where the key is checked, so that no draft is shown by its spelling."""

ID_HELP = "use a-z, 0-9 and hyphens"
OWN_HELP = "give one of them another id: rename its file, or write 'id:' in its front matter"


@dataclass(frozen=True, slots=True)
class Names:
    """modules: folder → module id. pages: path → page id. given: path → where front matter says
    the id. elsewhere: id by the names of folders and files → the id that front matter gives.
    drafts: path → id that a text will have when it is no draft any more. pools: path → id.
    """

    modules: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    given: Mapping[str, Span] = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    drafts: Mapping[str, str] = field(default_factory=dict)
    pools: Mapping[str, str] = field(default_factory=dict)

    def meant(self, written: str) -> str:
        """The id of what other files name by its folder and file, or by its id.

        `02-active-listening/01-first-contact` → `active-listening/first-contact`.
        """
        id = "/".join(map(unnumbered, written.split("/")))
        return self.elsewhere.get(id, id)


def unnumbered(name: str) -> str:
    """`02-active-listening` and `02 Active listening` → `active-listening`.

    A name without a letter that an id may have stays as it is.
    """
    bare = _NUMBER.sub("", name)
    if ID.fullmatch(bare):
        return bare
    return re.sub("-+", "-", slug(bare))[:64].strip("-") or bare


def is_other_language(path: str) -> bool:
    """Whether a text is for one language alone: `lesson.fr.md`."""
    return path.endswith(".md") and one_language(path) is not None


def one_language(path: str) -> tuple[str, str] | None:
    """`bench.fr.svg` → `bench.svg`, `fr`; None of a file that is for every language."""
    match = _ONE_LANGUAGE.fullmatch(path)
    return (match[1] + match[3], match[2]) if match else None


def texts_in(tree: SourceTree, folder: str) -> Iterator[SourceFile]:
    """The files in a folder and below that are pages in the course's own language; no drafts."""
    return (file for file in _texts_in(tree, folder) if not is_draft(file))


def _texts_in(tree: SourceTree, folder: str) -> Iterator[SourceFile]:
    for file in tree.below(folder):
        page = file.path.endswith(".md") and not file.path.endswith("/README.md")
        if page and not is_other_language(file.path):
            yield file


def is_draft(file: SourceFile) -> bool:
    """Whether a text is not to be seen yet: `_name.md`, or `draft: true` in its front matter."""
    return not file.shown and _says_draft(file)


def _says_draft(file: SourceFile) -> bool:
    if posixpath.basename(file.path).startswith("_"):
        return True
    if not _MENTIONS_DRAFT.search(_front(file)):
        return False
    data = read_document(file, lambda _: None).data
    node = data.value.get("draft") if data and isinstance(data.value, dict) else None
    return node is not None and str(node.value).casefold() in _YES


def show_drafts(tree: SourceTree) -> SourceTree:
    """The same texts, each in the place that it will have when it is no draft any more.

    `_name.md` beside `name.md`, the next version of a page, stays a draft.
    """
    places = {path: path.replace("/_", "/") for path in tree.texts}
    shown = {
        path: file if places[path] != path and places[path] in tree.texts else _shown(file)
        for path, file in tree.texts.items()
    }
    texts = {path: shown[path] for path in sorted(shown, key=lambda path: (places[path], path))}
    return SourceTree(tree.root, texts, tree.media, tree.unread)


def _shown(file: SourceFile) -> SourceFile:
    return replace(file, shown=True)


def draft_paths(tree: SourceTree) -> Iterator[str]:
    """Texts that are drafts, shown or not."""
    return (file.path for file in tree.texts.values() if _says_draft(file))


def name_pages(tree: SourceTree, folders: Sequence[str], listed: Sequence[str] = ()) -> Names:
    """The id of each module and of each file that is a page. listed: drafts among the folders."""
    modules: dict[str, str] = {}
    pages: dict[str, str] = {}
    given: dict[str, Span] = {}
    elsewhere: dict[str, str] = {}
    for folder in folders:
        index = f"course/{folder}/index.md"
        own = unnumbered(folder)
        id, span = _given(tree.texts[index], whole=False)
        modules[folder] = id or own
        if span:
            given[index] = span
        if id:
            elsewhere[own] = id
        for file, name, id, span in _apart(list(_said(tree, folder, index)), folder):
            page = id if "/" in id else f"{modules[folder]}/{id or name}"
            pages[file.path] = page
            if span:
                given[file.path] = span
            if page != f"{own}/{name}":
                elsewhere[f"{own}/{name}"] = page
    pools = {} if POOLS.rpartition("/")[2] in modules else dict(_pools(tree, drafts=False))
    return Names(modules, pages, given, elsewhere, dict(_drafts(tree, modules, listed)), pools)


def _pools(tree: SourceTree, *, drafts: bool) -> Iterator[tuple[str, str]]:
    """Path and id of each pool that is a draft, or is none."""
    for file in _texts_in(tree, POOLS):
        if is_draft(file) is drafts:
            name = posixpath.basename(file.path).removesuffix(".md").removeprefix("_")
            yield file.path, unnumbered(name)


def _drafts(
    tree: SourceTree, modules: Mapping[str, str], listed: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """Path and future id of each draft: of a module whose first page is one, that page alone."""
    for folder in dict.fromkeys((*modules, *listed)):
        index = tree.texts.get(f"course/{folder}/index.md")
        if folder not in modules:
            if index is not None and is_draft(index):
                yield index.path, unnumbered(folder)
            continue
        for top in ("course", "quizzes"):
            for file in filter(is_draft, _texts_in(tree, f"{top}/{folder}")):
                name = posixpath.basename(file.path).removesuffix(".md").removeprefix("_")
                yield file.path, f"{modules[folder]}/{unnumbered(name)}"
        bank = tree.texts.get(f"quizzes/{folder}.md")
        if bank is not None and is_draft(bank):
            yield bank.path, f"{modules[folder]}/quiz"
    if POOLS.rpartition("/")[2] not in modules:
        yield from _pools(tree, drafts=True)


def _named(tree: SourceTree, folder: str) -> Iterator[tuple[SourceFile, str]]:
    """The pages of a folder, each with the name that its file gives it."""
    for file in (*texts_in(tree, f"course/{folder}"), *texts_in(tree, f"quizzes/{folder}")):
        name = posixpath.basename(file.path).removesuffix(".md")
        yield file, unnumbered(name.removeprefix("_") if file.shown else name)
    bank = tree.texts.get(f"quizzes/{folder}.md")
    if bank and not is_draft(bank):
        yield bank, "quiz"


_Said = tuple[SourceFile, str, str, Span | None]
"""A page, the name that its file gives it, the id that its front matter gives, and where."""


def _said(tree: SourceTree, folder: str, index: str) -> Iterator[_Said]:
    for file, name in _named(tree, folder):
        id, span = ("", None) if file.path == index else _given(file, whole=True)
        yield file, name, id, span


def _apart(found: Sequence[_Said], folder: str) -> Iterator[_Said]:
    """Pages of one name in folders within a module: the folders come before it, as many as tell
    them apart: `week-1/lesson.md` and `week-2/lesson.md` are `week-1-lesson` and `week-2-lesson`.
    """
    within = [_folders(file.path, folder) for file, *_ in found]
    names = [id or name for _, name, id, _ in found]
    for depth in range(1, max(map(len, within), default=0) + 1):
        counts = Counter(names)
        for place, ((_, name, id, _), inner) in enumerate(zip(found, within, strict=True)):
            if counts[names[place]] > 1 and inner and "/" not in id:
                own = id or name
                last = [] if own == "index" else [own]
                names[place] = "-".join([*map(unnumbered, inner[-depth:]), *last])
    for (file, name, id, span), now in zip(found, names, strict=True):
        yield (file, name, now, span) if id else (file, now, "", span)


def _folders(path: str, folder: str) -> list[str]:
    """The folders within a module that a file lies in."""
    _, _, inside = path.partition(f"/{folder}/")
    return inside.split("/")[:-1]


def _given(file: SourceFile, *, whole: bool) -> tuple[str, Span | None]:
    """The id in the front matter and its place; "" and None where there is none that counts.

    whole: it may be `module/page`. What is no id is reported when the page is read.
    """
    if not _MENTIONS_ID.search(_front(file)):
        return "", None
    data = read_document(file, lambda _: None).data
    node = data.value.get("id") if data and isinstance(data.value, dict) else None
    if node is None or not isinstance(node.value, str):
        return "", None
    if node.value == "index" and posixpath.basename(file.path) == "index.md":
        return "", None  # as other tools have it
    parts = node.value.split("/")
    if len(parts) > (2 if whole else 1) or not all(map(ID.fullmatch, parts)):
        return "", None
    return node.value, node.span


def gives_whole_id(file: SourceFile) -> bool:
    """Whether front matter says which page the file is, wherever it lies."""
    return "/" in _given(file, whole=True)[0]


def _front(file: SourceFile) -> str:
    """The lines of the front matter; "" where there is none."""
    if not file.text.startswith("---"):
        return ""
    return file.text[: max(0, file.text.find("\n---", 3))]


def check_module_ids(names: Names, node: Node, listed: Sequence[str], report: Report) -> None:
    """Reports modules whose id cannot be one, or is another's. listed: as course.yml has them."""
    taken: dict[str, Span] = {}
    for folder, id in names.modules.items():
        index = f"course/{folder}/index.md"
        span = names.given.get(index) or node.at(("modules", listed.index(folder)))
        if not ID.fullmatch(id):
            message = f"the folder name '{folder}' is not a valid id"
            report(BAD_ID.at(Span(index), message, help=ID_HELP))
        elif id in RESERVED_MODULES:
            message = f"'{id}' is the name of a page that is made"
            help = "choose another id" if index in names.given else "rename the folder"
            report(RESERVED_ID.at(span, message, help=help))
        elif id in taken:
            message = f"'{id}' is also the id of another module"
            report(DUPLICATE_ID.at(span, message, related=((taken[id], "first used here"),)))
        taken.setdefault(id, span)


def check_page_ids(names: Names, played: Iterable[str], report: Report) -> None:
    """Reports pages whose id cannot be one, or is another's; a text version takes an id, too.

    played: paths of simulations.
    """
    taken: dict[str, Span] = {}
    told = frozenset(played)
    for path in sorted(names.pages, key=lambda path: not path.endswith("/index.md")):
        page = names.pages[path]
        span = names.given.get(path) or Span(path)
        _claim(page, span, taken, names, report)
        if path in told:
            _claim(text_version(page), span, taken, names, report)


def check_pool_ids(names: Names, report: Report) -> None:
    """Reports pools whose name cannot be an id, or is another's."""
    taken: dict[str, Span] = {}
    for path, id in names.pools.items():
        if not ID.fullmatch(id):
            message = f"the file name '{posixpath.basename(path)}' is not a valid id"
            report(BAD_ID.at(Span(path), message, help=ID_HELP))
        elif id in taken:
            message = f"'{id}' is also the name of another pool"
            related = ((taken[id], "here"),)
            report(DUPLICATE_ID.at(Span(path), message, help="rename it", related=related))
        taken.setdefault(id, Span(path))


def _claim(page: str, span: Span, taken: dict[str, Span], names: Names, report: Report) -> None:
    module, _, name = page.partition("/")
    if not ID.fullmatch(name):
        message = f"the file name '{posixpath.basename(span.path)}' is not a valid id"
        report(BAD_ID.at(span, message, help=ID_HELP))
    elif module in RESERVED_MODULES and module not in names.modules.values():
        message = f"'{module}' is the name of a page that is made"
        report(RESERVED_ID.at(span, message, help="choose another id"))
    elif page in taken:
        first = taken[page]
        if not span.path.endswith("/index.md"):  # else said of the modules
            message = f"'{name}' is also the id of another page"
            help = OWN_HELP if span.line or first.line else ""
            report(DUPLICATE_ID.at(span, message, help=help, related=((first, "here"),)))
    taken.setdefault(page, span)
