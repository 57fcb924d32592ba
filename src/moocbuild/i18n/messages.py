"""All messages of a course, file by file, in the order in which learners meet them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field

from moocbuild.i18n.contexts import Contexts, Thing, Told
from moocbuild.i18n.fields import FILES, PAGE, fields
from moocbuild.i18n.languages import own_text
from moocbuild.i18n.leaves import Leaf, leaves
from moocbuild.model.course import Course
from moocbuild.model.scenario import Scenario
from moocbuild.source.files.front_matter import read_document
from moocbuild.source.files.tree import SourceFile, SourceTree
from moocbuild.source.pages.naming import POOLS
from moocbuild.values import dataclass

Key = tuple[str, str]
"""Context and words: what a translation belongs to."""

_NO_WORDS = re.compile(
    r"(?<!`)(?P<t>`+)(?!`)(?:(?!`).)+(?P=t)|\[[@^][^\[\]]*\]|\{local_help\}|\{emergency_number\}"
    r"|\]\([^)]{0,2000}\)|https?://\S+|<[^<>]*>|\$(?:(?!\\text)[^$])+\$|\{width=[^{}]*\}",
    re.S,
)

_DECIMAL = re.compile(r"\d[.,]\d")


@dataclass(frozen=True, slots=True)
class Piece:
    """A place in a file where a message stands. plain: only characters can, no markup."""

    leaf: Leaf
    told: Told
    plain: bool = False

    @property
    def key(self) -> Key:
        """What its translation is known by."""
        return (self.told.context, self.leaf.words)


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of one file. body: the line on which its Markdown begins, 0 without any."""

    file: SourceFile
    pieces: tuple[Piece, ...]
    body: int = 0


@dataclass(frozen=True, slots=True)
class Message:
    """What is translated once. places: every path and line where it stands."""

    context: str
    words: str
    comments: tuple[str, ...]
    places: tuple[tuple[str, int], ...] = field(compare=False)

    @property
    def key(self) -> Key:
        """What its translation is known by."""
        return (self.context, self.words)


def has_words(written: str) -> bool:
    """Whether there is anything to translate in it: not where all is code, whole numbers or marks.

    A decimal number is, as its sign is a comma in many languages.
    """
    said = _NO_WORDS.sub(" ", written)
    return any(map(str.isalpha, said)) or bool(_DECIMAL.search(said))


def pieces_of(tree: SourceTree, course: Course) -> Iterator[Pieces]:
    """Those of every file of the course: settings first, then pages, then data."""
    things = _things(course)
    first, *data = FILES
    yield from _of_data(tree, first)
    for path, page in page_paths(course).items():
        yield _of_page(tree.texts[path], page, things.get(path, {}))
    for path in data:
        yield from _of_data(tree, path)


def messages_of(found: Iterable[Pieces]) -> list[Message]:
    """Each message once, in the order of its first place."""
    known: dict[Key, tuple[Piece, list[tuple[str, int]]]] = {}
    for each in found:
        for piece in each.pieces:
            _, places = known.setdefault(piece.key, (piece, []))
            places.append((each.file.path, piece.leaf.place.first))
    return [
        Message(piece.told.context, piece.leaf.words, piece.told.comments, tuple(places))
        for piece, places in known.values()
    ]


def for_language(found: Iterable[Pieces], tree: SourceTree, language: str) -> list[Message]:
    """Those that are translated one by one: not those of a file that another replaces whole."""
    return messages_of(f for f in found if own_text(tree, f.file.path, language) is None)


def page_paths(course: Course) -> dict[str, str]:
    """Path of each file that is a page or a pool → its id, in reading order."""
    found: dict[str, str] = {}
    pools: dict[str, str] = {}
    for page in (*course.pages(), *course.made.own):
        found.setdefault(page.span.path, page.id)
    for question in course.questions():
        if question.pool:
            pools.setdefault(question.span.path, f"{POOLS}/{question.pool}")
    return {**found, **pools}


def _of_page(file: SourceFile, page: str, things: Mapping[int, Thing]) -> Pieces:
    document = read_document(file, lambda _: None)
    body = document.body_line
    front = [
        Piece(each.leaf, each.told, plain=True)
        for each in (fields(file, 2, body - 2, page, PAGE) if body > 1 else ())
        if has_words(each.leaf.words)
    ]
    contexts = Contexts(file, page, things)
    found = (leaf for leaf in leaves(file, body) if has_words(leaf.words))
    return Pieces(file, (*front, *(Piece(*each) for each in contexts.of(list(found)))), body)


def _of_data(tree: SourceTree, path: str) -> Iterator[Pieces]:
    file = tree.texts.get(path)
    if file is not None:
        name = path.removeprefix("course/").removesuffix(".yml")
        found = fields(file, 1, len(file.lines), name, FILES[path])
        pieces = (Piece(f.leaf, f.told, plain=not f.markdown) for f in found)
        yield Pieces(file, tuple(piece for piece in pieces if has_words(piece.leaf.words)))


_Things = Mapping[str, Mapping[int, Thing]]


def _things(course: Course) -> _Things:
    """Path → line of a heading → the question or the scene below it."""
    found: dict[str, dict[int, Thing]] = {}
    for page in course.pages():
        things = page.scenes if isinstance(page, Scenario) else page.questions
        for thing in things:
            found.setdefault(thing.span.path, {})[thing.span.line] = thing
    return found
