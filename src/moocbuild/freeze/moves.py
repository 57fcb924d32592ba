"""Where pages went that were renamed or moved: proposed from what they hold, and from git.

A proposal is for the author to judge. What counts is the id that is then written into front
matter.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import field
from pathlib import Path

from moocbuild.freeze.history import earlier_trees
from moocbuild.source.course import course_names
from moocbuild.source.files.lock import Ids
from moocbuild.source.files.lock_file import retired
from moocbuild.source.files.tree import SourceTree
from moocbuild.source.pages.naming import gives_whole_id
from moocbuild.values import dataclass

ALIKE = 0.5
"""Share of what two pages hold from which they are taken for one."""
_WELCOME = "/index"
_MANY = 40_000
"""Pairs of pages that are compared."""
_SAME_IN_ALL = ("index", "quiz")
"""Names of files that tell nothing of what is in them."""


@dataclass(frozen=True, slots=True)
class Move:
    """A file that seems to be a page or module of another name. id: to be written into it.

    old: the page or module. kept: ids of pages that are found again by it; left: what else the
    file would be called.
    """

    path: str
    id: str
    old: str
    kept: tuple[str, ...]
    left: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class _Match:
    """How alike two pages are, 0..1, and in what."""

    share: float
    why: str


@dataclass(slots=True)
class _Missing:
    """What is lost, what is new, and what is known of both."""

    ids: Ids
    tree: SourceTree
    lost: list[str]
    new: dict[str, str]
    """Page id → path."""
    before: Mapping[str, str] = field(default_factory=dict)
    """Lost page → its text, as far as git has it."""

    def pairs(self) -> dict[str, tuple[str, _Match]]:
        """Lost page → the new one that it most likely is, each once."""
        found: dict[str, tuple[str, _Match]] = {}
        whole = {self.tree.texts[path].text: new for new, path in self.new.items()}
        for old in self.lost:
            page = whole.pop(self.before.get(old, ""), None)
            if page:
                found[old] = (page, _Match(1, _of_text(1)))
        taken = {page for page, _ in found.values()}
        for match, old, page in self.likely([old for old in self.lost if old not in found], taken):
            if old not in found and page not in taken:
                found[old] = (page, match)
                taken.add(page)
        return found

    def likely(
        self, lost: Sequence[str], taken: AbstractSet[str]
    ) -> list[tuple[_Match, str, str]]:
        """Every likeness, the greatest first."""
        new = [page for page in self.new if page not in taken]
        tried = [(old, page) for old in lost for page in new]
        if len(tried) > _MANY:  # else a course that was turned over could take minutes
            tried = [pair for pair in tried if _have_a_name_in_common(*pair)][:_MANY]
        found = [(self.match(old, page), old, page) for old, page in tried]
        likely = (each for each in found if each[0].share >= ALIKE)
        return sorted(likely, key=lambda each: (-each[0].share, each[1], each[2]))

    def match(self, old: str, new: str) -> _Match:
        """A lost page and a new one."""
        path = self.new[new]
        holds, frozen = self.ids.parts[path], self.ids.frozen
        tried = [_scenes(frozen.scenes.get(old, {}), holds.scenes.get(new, {}))]
        banks = frozen.openedx.banks.get(old, {})
        tried.append(_Match(_overlap(banks, holds.questions), "its questions"))
        if old in self.before:
            share = _alike(self.before[old], self.tree.texts[path].text)
            tried.append(_Match(share, _of_text(share)))
        known = [id for id in holds.questions if id in frozen.questions]
        if len(self.lost) == 1 and known and old not in self.before:
            tried.append(
                _Match(len(known) / len(holds.questions), "it holds questions of the lock")
            )
        name = old.rpartition("/")[2]
        if name == new.rpartition("/")[2] and name not in _SAME_IN_ALL and old not in self.before:
            tried.append(_Match(ALIKE, "its name"))
        return max(tried, key=lambda match: match.share)


def _of_text(share: float) -> str:
    return f"{share:.0%} of its text, as git has it"


def _have_a_name_in_common(old: str, new: str) -> bool:
    return not set(old.split("/")).isdisjoint(new.split("/"))


def _scenes(old: Iterable[str], new: Iterable[str]) -> _Match:
    return _Match(_overlap(old, new), "its scenes")


def _overlap(old: Iterable[str], new: Iterable[str]) -> float:
    one, other = set(old), set(new)
    return len(one & other) / max(1, len(one | other))


def _alike(old: str, new: str) -> float:
    """The share of words that two texts have in common, in lines; short lines tell little."""
    one, other = _weighed(old), _weighed(new)
    common = sum((one & other).values())
    return 2 * common / max(1, one.total() + other.total())


@functools.lru_cache(maxsize=4096)
def _weighed(text: str) -> Counter[str]:
    """Words, each with the one before it: a sentence that was mended keeps most of them."""
    words = re.findall(r"\w+", text)
    return Counter(map(" ".join, itertools.pairwise(words))) or Counter(words)


def moves(root: Path, tree: SourceTree, ids: Ids) -> list[Move]:
    """What seems to have moved, modules first."""
    spent = retired(ids.frozen, "lessons")
    new = {
        id: path
        for path, part in ids.parts.items()
        for id in part.lessons
        if id not in ids.frozen.lessons
        and id not in spent
        and not gives_whole_id(tree.texts[path])
    }
    lost = [id for id in ids.frozen.lessons if id not in ids.used.lessons]
    if not lost or not new:
        return []
    missing = _Missing(ids, tree, lost, new, _before(root, lost))
    pairs = missing.pairs()
    modules = list(_modules(pairs, missing))
    done = {id for move in modules for id in move.kept}
    singles = [
        Move(new[page], old, old, (old,), (page,), match.why)
        for old, (page, match) in pairs.items()
        if old not in done and not new[page].endswith("/index.md")
    ]
    return [*modules, *sorted(singles, key=lambda move: move.path)]


def _before(root: Path, lost: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for tree in earlier_trees(root):
        names = course_names(tree)
        for path, id in names.pages.items() if names else ():
            if id in lost and path in tree.texts:
                found.setdefault(id, tree.texts[path].text)
        if len(found) == len(lost):
            break
    return found


def _modules(pairs: Mapping[str, tuple[str, _Match]], missing: _Missing) -> Iterator[Move]:
    """Folders that were renamed: its welcome page is found again, or half of its pages are."""
    used, frozen = missing.ids.used.lessons, missing.ids.frozen.lessons
    here = {id.removesuffix(_WELCOME) for id in used if id in frozen and id.endswith(_WELCOME)}
    taken: set[str] = set()
    for old in sorted({id.partition("/")[0] for id in missing.lost} - here):
        had = [id for id in missing.lost if id.startswith(f"{old}/")]
        inside = Counter(pairs[id][0].partition("/")[0] for id in had if id in pairs)
        for module, found in inside.most_common(1):
            index = missing.new.get(f"{module}{_WELCOME}")
            same = {id: f"{module}/{id.partition('/')[2]}" for id in had}
            kept = {id: page for id, page in same.items() if page in missing.new}
            welcome = pairs.get(f"{old}{_WELCOME}", ("", None))[0] == f"{module}{_WELCOME}"
            likely = welcome or 2 * max(found, len(kept)) >= len(had)
            if index and likely and module not in taken | here:
                taken.add(module)
                why = f"{len(kept)} of its {len(had)} pages"
                yield Move(index, old, old, tuple(kept), tuple(kept.values()), why)


def with_id(text: str, id: str) -> str:
    """A text with `id:` in its front matter, in the place of one that is there."""
    first, cut, rest = text.partition("\n")
    if first.rstrip() != "---":
        return f"---\nid: {id}\n---\n\n{text}"
    front, end, body = rest.partition("\n---")
    lines = [line for line in front.split("\n") if not line.startswith("id:")]
    return "\n".join([f"{first}{cut}id: {id}", *lines]) + end + body
