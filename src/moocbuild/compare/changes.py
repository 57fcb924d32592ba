"""All that changed between two courses, in the order in which it is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from moocbuild.compare.answers import listed, of_question, text_change
from moocbuild.compare.change import GROUPS, Change, Group, Kind
from moocbuild.compare.facts import Facts, facts
from moocbuild.compare.scenes import of_scene
from moocbuild.compare.slim import same, shown
from moocbuild.errors import TwoCoursesError
from moocbuild.model.course import Course
from moocbuild.values import dataclass

Row = Mapping[str, Any]
_FALLS = ("pass_mark", "graded", "attempts", "time_limit", "drawn", "category_mark", "final")
"""Settings of a quiz that decide who passes."""
_SHOWS = ("feedback_time", "right_answers", "shuffle")


@dataclass(frozen=True, slots=True)
class Compared:
    """Two courses, and what changed from the first to the second."""

    old: Facts
    new: Facts
    changes: tuple[Change, ...]

    @property
    def veiled(self) -> bool:
        """Whether a text changed whose words are not known."""
        return any(change.what == "text_alone" for change in self.changes)


def compared(old: Facts, course: Course) -> Compared:
    """What changed from the facts of a course to the course as it is. Raises TwoCoursesError."""
    new = facts(course)
    return Compared(old, new, changes(old, new))


def changes(old: Facts, new: Facts) -> tuple[Change, ...]:
    """What changed, by group, then in reading order. Raises TwoCoursesError."""
    one, other = old["course"]["id"], new["course"]["id"]
    if one != other:
        raise TwoCoursesError(f"'{one}' and '{other}' are two courses")
    found = [*_all(old, new)]
    return tuple(sorted(found, key=lambda each: GROUPS.index(each.group)))


def _all(old: Facts, new: Facts) -> Iterator[Change]:
    yield from _course(old["course"], new["course"])
    yield from _modules(old["modules"], new["modules"])
    yield from _pages(old, new)
    yield from _questions(old["questions"], new["questions"])
    yield from _scenes(old["scenes"], new["scenes"])
    yield from _competencies(old["competencies"], new["competencies"])
    yield from _media(old, new)
    for part in ("contacts", "sources", "terms"):
        yield from _entries(old[part], new[part], part)
    yield from _tracks(old["tracks"], new["tracks"])


def _come_and_gone(kind: Kind, old: Row, new: Row) -> Iterator[Change]:
    """Things that are in one alone. Where the same thing has another id now, that is said."""
    for id, row in old.items():
        if id in new:
            continue
        become = next((k for k, r in new.items() if k not in old and _alike(row, r)), None)
        yield Change(
            group="lost", what=f"{kind}_become" if become else f"{kind}_gone", kind=kind, id=id,
            title=shown(row["title"]), page=row.get("page", ""), new=become,
        )  # fmt: skip
    for id, row in new.items():
        if id not in old:
            yield Change(
                group="added", what=f"{kind}_new", kind=kind, id=id,
                title=shown(row["title"]), page=row.get("page", ""),
            )  # fmt: skip


def _alike(old: Row, new: Row) -> bool:
    """Whether two things say the same, whatever they are called."""
    if "texts" in old:
        return _same_texts(old["texts"], new["texts"]) and old["kind"] == new["kind"]
    if "pages" in old:
        return bool(old["title"]) and same(old["title"], new["title"])
    return bool(old["words"]) and same(old["words"], new["words"])


def _same_texts(old: Mapping[str, str], new: Mapping[str, str]) -> bool:
    return bool(old) and old.keys() == new.keys() and all(same(old[k], new[k]) for k in old)


def _renamed(kind: Kind, id: str, old: Row, new: Row) -> Iterator[Change]:
    if not same(old["title"], new["title"]):
        yield Change(
            group="renamed", what="field", kind=kind, id=id, part="name", page=new.get("page", ""),
            title=shown(new["title"]), old=shown(old["title"]), new=shown(new["title"]),
        )  # fmt: skip


def _fields(
    group: Group, kind: Kind, id: str, names: tuple[str, ...], old: Row, new: Row, title: str
) -> Iterator[Change]:
    for name in names:
        if old.get(name) != new.get(name):
            yield Change(
                group=group, what="field", kind=kind, id=id, title=title, part=name,
                old=old.get(name), new=new.get(name),
            )  # fmt: skip


def _course(old: Row, new: Row) -> Iterator[Change]:
    about = {"id": new["id"], "title": shown(new["title"])}
    yield from _renamed("course", new["id"], old, new)
    yield from _fields("answers", "course", new["id"], ("pass_mark",), old, new, about["title"])
    yield from text_change(old["description"], new["description"], "summary", "course", about)
    names = ("language", "licence", "framework", "track")
    yield from _fields("settings", "course", new["id"], names, old, new, about["title"])
    for name in ("authors", "countries"):
        yield from listed("settings", name, "course", old[name], new[name], **about)
    if old["look"] != new["look"]:
        yield Change(group="look", what="look", kind="course", **about)


def _modules(old: Row, new: Row) -> Iterator[Change]:
    yield from _come_and_gone("module", old, new)
    for id, row in new.items():
        if id not in old:
            continue
        about = {"id": id, "title": shown(row["title"])}
        yield from _renamed("module", id, old[id], row)
        yield from listed(
            "text", "outcomes", "module", old[id]["outcomes"], row["outcomes"], **about
        )
        yield from _plain(old[id], row, "module", about)
        if _differs(old[id]["pages"], row["pages"]):
            yield Change(group="moved", what="order", kind="module", **about)
    if _differs([*old], [*new]):
        titles = ", ".join(shown(row["title"]) for row in new.values())
        yield Change(group="moved", what="section_order", kind="course", id="", new=titles)


def _differs(old: list[str], new: list[str]) -> bool:
    """Whether what stands in both stands in another order."""
    return [each for each in old if each in new] != [each for each in new if each in old]


def _plain(old: Row, new: Row, kind: Kind, about: Mapping[str, str]) -> Iterator[Change]:
    """What modules and pages have alike: competencies, content notes, minutes."""
    if "competencies" in old and "competencies" in new:
        rows = (old["competencies"], new["competencies"])
        yield from listed("competencies", "competencies", kind, *rows, **about)
    yield from listed("settings", "notes", kind, old["notes"], new["notes"], **about)
    yield from _fields("settings", kind, about["id"], ("minutes",), old, new, about["title"])


def _pages(old: Facts, new: Facts) -> Iterator[Change]:
    yield from _come_and_gone("page", old["pages"], new["pages"])
    for id, row in new["pages"].items():
        before = old["pages"].get(id)
        if before is not None:
            modules = (old["modules"].get(before["module"]), new["modules"][row["module"]])
            yield from _page(id, before, row, *modules)


def _page(id: str, old: Row, new: Row, home: Row | None, module: Row) -> Iterator[Change]:
    """home, module: where it was, and where it is."""
    about = {"id": id, "title": shown(new["title"])}
    if old["module"] != new["module"]:
        to = shown(module["title"])
        yield Change(group="moved", what="page_moved", kind="page", new=to, **about)
    if not home or (old["title"], new["title"]) != (home["title"], module["title"]):
        yield from _renamed("page", id, old, new)  # else it is said of the module
    yield from _fields("settings", "page", id, ("kind",), old, new, about["title"])
    yield from text_change(old["words"], new["words"], "content", "page", about)
    yield from listed("media", "media", "page", old["media"], new["media"], **about)
    yield from _plain(old, new, "page", about)
    before, after = old.get("settings", {}), new.get("settings", {})
    if before and after:
        yield from _fields("answers", "page", id, _FALLS, before, after, about["title"])
        yield from _fields("settings", "page", id, _SHOWS, before, after, about["title"])


def _questions(old: Row, new: Row) -> Iterator[Change]:
    yield from _come_and_gone("question", old, new)
    for id, row in new.items():
        if id not in old:
            continue
        about = {"id": id, "title": shown(row["title"]), "page": row["page"]}
        if old[id]["page"] != row["page"]:
            yield Change(
                group="moved", what="question_moved", kind="question", new=row["page"], **about
            )
        yield from _renamed("question", id, old[id], row)
        yield from of_question(id, old[id], row)
        rows = (old[id]["competencies"], row["competencies"])
        yield from listed("competencies", "competencies", "question", *rows, **about)


def _scenes(old: Row, new: Row) -> Iterator[Change]:
    yield from _come_and_gone("scene", old, new)
    for id, row in new.items():
        if id in old:
            yield from _renamed("scene", id, old[id], row)
            yield from of_scene(id, old[id], row, new)


def _competencies(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    for code in old:
        if code not in new:
            yield Change(
                group="lost", what="competency_gone", kind="competency", id=code,
                title=shown(old[code]),
            )  # fmt: skip
    for code, said in new.items():
        about = {"id": code, "title": shown(said)}
        if code not in old:
            yield Change(group="competencies", what="competency_new", kind="competency", **about)
            continue
        named = {"id": code, "title": ""}
        yield from text_change(old[code], said, "statement", "competency", named)


def _media(old: Facts, new: Facts) -> Iterator[Change]:
    """Files by their bytes. Which page shows one first is said where a page does."""
    before, after = old["media"], new["media"]
    for href in [*after, *(each for each in before if each not in after)]:
        if before.get(href) != after.get(href):
            what = "changed" if href in before and href in after else "new"
            what = what if href in after else "gone"
            pages = (new if href in after else old)["pages"]
            page = next((shown(p["title"]) for p in pages.values() if href in p["media"]), "")
            yield Change(group="media", what=f"media_{what}", kind="media", id=href, text=page)


def _entries(old: Mapping[str, str], new: Mapping[str, str], part: str) -> Iterator[Change]:
    for name in [*new, *(each for each in old if each not in new)]:
        about = {"id": name, "title": ""}
        if name in old and name in new:
            yield from text_change(old[name], new[name], part, "entry", about)
        else:
            what = "in_list" if name in new else "out_of_list"
            yield Change(group="settings", what=what, kind="entry", id=name, part=part, text=name)


def _tracks(old: Row, new: Row) -> Iterator[Change]:
    for id in [*new, *(each for each in old if each not in new)]:
        title = shown((new.get(id) or old[id])["title"])
        if id not in old or id not in new:
            what = "in_list" if id in new else "out_of_list"
            yield Change(
                group="settings", what=what, kind="track", id=id, part="tracks", text=title
            )
            continue
        yield from _renamed("track", id, old[id], new[id])
        about = {"id": id, "title": title}
        yield from listed(
            "settings", "holds", "track", old[id]["holds"], new[id]["holds"], **about
        )
