"""What differs between two trees, values or texts: told by shape, so that like can be counted.

A shape has no place in it ("attribute loading added on <img>"); what it became is its detail.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from package_trees import Node, key_of, leaves

Part = Node | str
SHORT = 60
DIGEST = re.compile(r"\b[0-9a-f]{15,64}\b")
"""What changes wherever the content of something else does."""


@dataclass(frozen=True, slots=True)
class Difference:
    """shape: without values. detail: the values, before and now. line: in the new file, or 0."""

    shape: str
    detail: str
    line: int = 0


def trees(old: Node, new: Node) -> Iterator[Difference]:
    """Of two elements, and of all that is in them."""
    if old.key == new.key:
        return
    if old.tag != new.tag:
        yield Difference(f"<{old.tag}> became <{new.tag}>", f"{old} → {new}", new.line)
    yield from _attributes(old, new)
    yield from _children(old, new)


# --- attributes --------------------------------------------------------------------------------


def _attributes(old: Node, new: Node) -> Iterator[Difference]:
    for name in sorted({**old.attributes, **new.attributes}):
        before, now = old.attributes.get(name), new.attributes.get(name)
        if name == "class":
            yield from _classes(before or "", now or "", new)
        elif before is None:
            yield Difference(f"attribute {name} added on <{new.tag}>", _short(now), new.line)
        elif now is None:
            yield Difference(
                f"attribute {name} removed from <{new.tag}>", _short(before), new.line
            )
        elif before != now:
            detail = _both(before, now)
            yield Difference(f"attribute {name} changed on <{new.tag}>", detail, new.line)


def _both(before: str, now: str) -> str:
    if DIGEST.sub("#", before) == DIGEST.sub("#", now):
        return "a hash of other content"
    return f"{_short(before)} → {_short(now)}"


def _classes(before: str, now: str, new: Node) -> Iterator[Difference]:
    old, fresh = set(before.split()), set(now.split())
    for name in sorted(fresh - old):
        yield Difference(f"class {name} added on <{new.tag}>", "", new.line)
    for name in sorted(old - fresh):
        yield Difference(f"class {name} removed from <{new.tag}>", "", new.line)


# --- children ----------------------------------------------------------------------------------


def _children(old: Node, new: Node) -> Iterator[Difference]:
    before, now = old.children, new.children
    match = difflib.SequenceMatcher(
        None, list(map(key_of, before)), list(map(key_of, now)), autojunk=False
    )
    for what, a, b, c, d in match.get_opcodes():
        if what != "equal":
            yield from _replaced(before[a:b], now[c:d], new)


def _replaced(before: Sequence[Part], now: Sequence[Part], new: Node) -> Iterator[Difference]:
    """Parts of one kind are taken for each other, in order; the rest may have been wrapped."""
    match = difflib.SequenceMatcher(
        None, list(map(_kind, before)), list(map(_kind, now)), autojunk=False
    )
    for what, a, b, c, d in match.get_opcodes():
        if what == "equal":
            for one, other in zip(before[a:b], now[c:d], strict=True):
                yield from _pair(one, other, new)
        else:
            yield from _rest(list(before[a:b]), list(now[c:d]), new)


def _kind(part: Part) -> str:
    return "" if isinstance(part, str) else part.tag


def _pair(one: Part, other: Part, new: Node) -> Iterator[Difference]:
    if isinstance(one, Node) and isinstance(other, Node):
        yield from trees(one, other)
    elif isinstance(one, str) and isinstance(other, str):
        yield text(one, other, f"<{new.tag}>", new.line)


def _rest(before: list[Part], now: list[Part], new: Node) -> Iterator[Difference]:
    for wrapper in [part for part in now if isinstance(part, Node)]:
        held = [part for part in before if _holds(wrapper, part)]
        if held:
            yield Difference(f"{_called(held[0])} wrapped", f"in {wrapper}", wrapper.line)
            yield from _children(Node("", {}, held), wrapper)
            before = [part for part in before if part not in held]
            now = [part for part in now if part is not wrapper]
    for wrapper in [part for part in before if isinstance(part, Node)]:
        freed = [part for part in now if _holds(wrapper, part)]
        if freed:
            yield Difference(f"{_called(freed[0])} no longer wrapped", f"in {wrapper}", new.line)
            yield from _children(wrapper, Node(new.tag, {}, freed, new.line))
            now = [part for part in now if part not in freed]
            before = [part for part in before if part is not wrapper]
    yield from _left(before, now, new)


def _holds(wrapper: Node, part: Part) -> bool:
    """The part itself is inside, or the only element inside is of its kind."""
    if isinstance(part, str) and len(part) < 2:
        return False
    if any(key_of(child) == key_of(part) for child in wrapper.children):
        return True
    inside = [child for child in wrapper.children if isinstance(child, Node)]
    return isinstance(part, Node) and len(inside) == 1 and inside[0].tag == part.tag


def _left(before: list[Part], now: list[Part], new: Node) -> Iterator[Difference]:
    """One for one: the same thing with another name. Otherwise gone, or new."""
    if len(before) == len(now) == 1 and isinstance(before[0], Node) and isinstance(now[0], Node):
        yield from trees(before[0], now[0])
        return
    for part in before:
        yield Difference(f"{_told(part)} removed from <{new.tag}>", _words(part), new.line)
    for part in now:
        line = part.line if isinstance(part, Node) else new.line
        yield Difference(f"{_told(part)} added in <{new.tag}>", _words(part), line)


def _told(part: Part) -> str:
    return "text" if isinstance(part, str) else str(part)


def _called(part: Part) -> str:
    return "text" if isinstance(part, str) else f"<{part.tag}>"


def _words(part: Part) -> str:
    if isinstance(part, str):
        return _short(part)
    inside = " ".join(filter(None, map(_plain, part.children)))
    return _short(inside) if inside else ""


def _plain(part: Part) -> str:
    return part if isinstance(part, str) else " ".join(map(_plain, part.children))


# --- texts and values --------------------------------------------------------------------------


def text(before: str, now: str, where: str, line: int) -> Difference:
    """The part that differs; the same change in many texts has one shape and one detail."""
    if re.sub(r"\s+", "", before) == re.sub(r"\s+", "", now):
        return Difference(f"white space changed in {where}", _middle(before, now), line)
    return Difference(f"text changed in {where}", _middle(before, now), line)


def _middle(before: str, now: str) -> str:
    if DIGEST.sub("#", before) == DIGEST.sub("#", now):
        return "a hash of other content"
    start = len(_common(before, now))
    end = len(_common(before[start:][::-1], now[start:][::-1]))
    old = before[start : len(before) - end]
    new = now[start : len(now) - end]
    return f"{_short(old)} → {_short(new)}"


def _common(one: str, other: str) -> str:
    length = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    return one[:length]


def _short(value: object) -> str:
    told = str(value)
    return repr(told if len(told) <= SHORT else f"{told[: SHORT - 1]}…")


def values(old: object, new: object) -> Iterator[Difference]:
    """Of two values of JSON."""
    before, now = dict(leaves(old)), dict(leaves(new))
    for path in {**before, **now}:
        shape = re.sub(r"\[\d+\]", "[]", path) or "(all)"
        if path not in now:
            yield Difference(f"value {shape} removed", _short(before[path]))
        elif path not in before:
            yield Difference(f"value {shape} added", _short(now[path]))
        elif before[path] != now[path] or type(before[path]) is not type(now[path]):
            detail = f"{_short(before[path])} → {_short(now[path])}"
            yield Difference(f"value {shape} changed", detail)


def lines(old: str, new: str) -> Iterator[Difference]:
    """Of two texts."""
    before, now = old.splitlines(), new.splitlines()
    match = difflib.SequenceMatcher(None, before, now, autojunk=False)
    for what, a, b, c, d in match.get_opcodes():
        if what == "replace" and b - a == d - c:
            pairs = zip(before[a:b], now[c:d], range(c + 1, d + 1), strict=True)
            yield from (text(one, other, "a line", n) for one, other, n in pairs)
        elif what != "equal":
            yield from (Difference("line removed", _short(each), c + 1) for each in before[a:b])
            yield from (Difference("line added", _short(each), c + 1) for each in now[c:d])
