"""What changed in a question: who earns what first, then its options and its texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from moocbuild.compare.change import Change, Group
from moocbuild.compare.extract import extracts
from moocbuild.compare.slim import same, shown

Row = Mapping[str, Any]
_TURNED = {
    **dict.fromkeys(("share", "accepted", "range", "option"), "turned_share"),
    "partner": "turned_partner",
    "place": "turned_place",
}
_TYPED = ("accepted", "range")
_EARNING = ("points", "critical", "scored", "kind")


def of_question(id: str, old: Row, new: Row) -> Iterator[Change]:
    """Every change of a question that is in both."""
    about: dict[str, Any] = {"id": id, "title": shown(new["title"]), "page": new["page"]}
    for field in _EARNING:
        if old[field] != new[field]:
            yield Change(
                group="answers", what="field", kind="question", part=field,
                old=old[field], new=new[field], **about,
            )  # fmt: skip
    rows = aligned(old["answers"], new["answers"])
    before, after = placed(old["answers"], rows), placed(rows, old["answers"])
    moved = dict(_ranges(before, after))
    for change in _rows(before, after, moved):
        yield _about(change, about)
    for part in ("prompt", "hint", "explanation"):
        yield from text_change(
            old["texts"].get(part, ""), new["texts"].get(part, ""), part, "question", about
        )
    for key, row in after.items():
        if key in before:
            yield from _texts_of(before[key], row, about)


def _about(change: dict[str, Any], about: Mapping[str, Any]) -> Change:
    return Change(kind="question", **change, **about)


def aligned(old: Mapping[str, Row], new: Mapping[str, Row]) -> Mapping[str, Row]:
    """The new rows under the keys of old ones that say the same, whatever their letters are.

    Where ids are not frozen letters are places, and tell nothing of what was moved.
    """
    keys: dict[object, str] = {}
    for key, row in old.items():
        keys.setdefault(_what(row), key)
    taken = {keys[_what(row)] for row in new.values() if _what(row) in keys}
    rows: dict[str, Row] = {}
    for key, row in new.items():
        found = keys.get(_what(row))
        if found is None or found in rows:
            found = f"{key} (new)" if key in taken or key in rows else key
        rows[found] = row
    return rows


def _what(row: Row) -> object:
    return row["sort"], row.get("gap"), row["text"]


def placed(rows: Mapping[str, Row], others: Mapping[str, Row]) -> dict[str, Row]:
    """The rows, with the places of steps among those that stand in both versions."""
    steps = [key for key, row in rows.items() if row["sort"] == "place" and key in others]
    steps.sort(key=lambda key: rows[key]["value"])
    places = {key: {**rows[key], "value": place} for place, key in enumerate(steps, 1)}
    return {**rows, **places}


def _ranges(old: Mapping[str, Row], new: Mapping[str, Row]) -> Iterator[tuple[str, str]]:
    """A range that took the place of the only other one of its worth: new key, old key."""
    for worth in (1.0, 0.0):
        gone, come = (
            [
                key
                for key, row in one.items()
                if row["sort"] == "range" and row["value"] == worth and key not in other
            ]
            for one, other in ((old, new), (new, old))
        )
        if len(gone) == len(come) == 1:
            yield come[0], gone[0]


def _rows(
    old: Mapping[str, Row], new: Mapping[str, Row], moved: Mapping[str, str]
) -> Iterator[dict[str, Any]]:
    for key, row in new.items():
        if key in moved:
            values = {"old": shown(old[moved[key]]["text"]), "new": shown(row["text"])}
            part = "" if row["value"] else "wrong"
            yield {"group": "answers", "what": "turned_range", "part": part, **values}
        elif key not in old:
            yield _come(row)
        else:
            yield from _turned(old[key], row)
    for key, row in old.items():
        if key not in new and key not in moved.values():
            yield _gone(row)


def _turned(old: Row, new: Row) -> Iterator[dict[str, Any]]:
    now, then = old["value"], new["value"]
    differs = (
        not same(now, then) if isinstance(now, str) and isinstance(then, str) else now != then
    )
    if differs and old["sort"] == new["sort"]:
        what = _TURNED[new["sort"]]
        yield {"group": "answers", "what": what, "old": now, "new": then, "text": _named(new)}


def _come(row: Row) -> dict[str, Any]:
    """A row that was not there: one that earns, or is typed, decides who passes."""
    earns = row["sort"] == "share" and row["value"] > 0
    group: Group = "answers" if earns or row["sort"] in _TYPED else "added"
    what = "new_share" if earns else "new_option"
    if row["sort"] in _TYPED:
        what = "new_accepted" if row["value"] else "new_foreseen"
    return {"group": group, "what": what, "new": row["value"], "text": _named(row)}


def _gone(row: Row) -> dict[str, Any]:
    if row["sort"] in _TYPED:
        what = "gone_accepted" if row["value"] else "gone_foreseen"
        return {"group": "answers", "what": what, "old": row["value"], "text": _named(row)}
    earned = row["sort"] == "share" and row["value"] > 0
    what = "gone_share" if earned else "gone_option"
    return {"group": "lost", "what": what, "old": row["value"], "text": _named(row)}


def _named(row: Row) -> str:
    said = shown(row["text"])
    return f"[{row['gap']}] {said}" if "gap" in row else said


def _texts_of(old: Row, new: Row, about: Mapping[str, str]) -> Iterator[Change]:
    yield from text_change(old["text"], new["text"], "option", "question", about)
    named = {**about, "text": _named(new)}
    yield from text_change(
        old.get("feedback", ""), new.get("feedback", ""), "feedback", "question", named
    )


def text_change(
    old: str, new: str, part: str, kind: Any, about: Mapping[str, str]
) -> Iterator[Change]:
    """A text with other words, if it has; `part` says which."""
    if same(old, new):
        return
    found = extracts(old, new)
    one, other = found if found else (None, None)
    yield Change(
        group="text", what="text" if found else "text_alone", kind=kind, part=part,
        old=one, new=other, **about,
    )  # fmt: skip


def listed(
    group: Group, part: str, kind: Any, old: Iterable[str], new: Iterable[str], **about: str
) -> Iterator[Change]:
    """What was added to a list, and what was taken from it."""
    before, after = list(old), list(new)
    for what, each in (
        *(("in_list", each) for each in after if each not in before),
        *(("out_of_list", each) for each in before if each not in after),
    ):
        yield Change(group=group, what=what, kind=kind, part=part, text=shown(each), **about)
