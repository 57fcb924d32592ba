"""What changed in a scene: where choices lead and what they show, then its texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from moocbuild.compare.answers import text_change
from moocbuild.compare.change import Change
from moocbuild.compare.slim import shown

Row = Mapping[str, Any]


def of_scene(id: str, old: Row, new: Row, scenes: Row) -> Iterator[Change]:
    """Every change of a scene that is in both; scenes: all of the new course, for their titles."""
    about = {"id": id, "title": shown(new["title"]), "page": new["page"]}
    if old["end"] != new["end"]:
        yield Change(
            group="answers", what="field", kind="scene", part="end", old=old["end"],
            new=new["end"], **about,
        )  # fmt: skip
    yield from text_change(old["words"], new["words"], "content", "scene", about)
    before, after = old["choices"], new["choices"]
    for key, choice in after.items():
        named = {**about, "text": shown(choice["text"])}
        if key not in before:
            yield Change(group="added", what="new_choice", kind="scene", **named)
            continue
        yield from _choice(before[key], choice, named, scenes)
        yield from text_change(before[key]["text"], choice["text"], "choice", "scene", about)
        yield from text_change(
            before[key]["feedback"], choice["feedback"], "feedback", "scene", named
        )
    for key, choice in before.items():
        if key not in after:
            text = shown(choice["text"])
            yield Change(group="lost", what="gone_choice", kind="scene", text=text, **about)


def _choice(old: Row, new: Row, named: Mapping[str, str], scenes: Row) -> Iterator[Change]:
    if old["goes_to"] != new["goes_to"]:
        to = scenes.get(f"{named['page']}#{new['goes_to']}", {"title": new["goes_to"]})
        yield Change(
            group="answers", what="turned_way", kind="scene", new=shown(to["title"]), **named
        )
    if old["critical"] != new["critical"]:
        what = "critical_now" if new["critical"] else "critical_no_more"
        yield Change(group="answers", what=what, kind="scene", **named)
    for code in [*new["evidence"], *(c for c in old["evidence"] if c not in new["evidence"])]:
        now, then = old["evidence"].get(code), new["evidence"].get(code)
        if now != then:
            yield Change(
                group="answers", what="turned_evidence", kind="scene", part=code,
                old=now, new=then, **named,
            )  # fmt: skip
    if old["effects"] != new["effects"]:
        yield Change(group="answers", what="turned_effects", kind="scene", **named)
