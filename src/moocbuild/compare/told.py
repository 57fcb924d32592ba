"""Changes in words: headings, and one line for each thing that changed.

The words are those of the preview in our plugin for Moodle where both speak of the same; a test
holds them to each other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from moocbuild.compare.change import Change, Value
from moocbuild.values import dataclass
from moocbuild.words import Words

_PARTS = {"pass_mark": "pass", "media": "files"}
"""Fields that the plugin calls by another name."""
_HEADINGS: Mapping[str, str] = {
    "module_new": "step_section_add",
    "page_new": "step_activity_add",
    "question_new": "step_question_add",
    "scene_new": "scene_add",
    "new_option": "option_add",
    "new_choice": "option_add",
    "section_order": "step_section_order",
    "order": "step_order",
    "page_moved": "move",
    "question_moved": "move",
}
"""Of groups in which different things are told apart; of all others the group is the heading."""
_ORDER = ("answers", "lost", *dict.fromkeys(_HEADINGS.values()))
_SHARES = frozenset({"turned_share", "new_share", "gone_share"})
_UNLIMITED = {"attempts": "any", "time_limit": "none", "drawn": "all", "category_mark": "none"}
_LOST: Mapping[str, str] = {
    "module": "module_gone",
    "page": "page_gone",
    "question": "question_gone",
    "scene": "scene_gone",
}
_BARE = frozenset({"module_new", "page_new", "question_new", "scene_new", "order"})
"""Said by their heading."""


@dataclass(frozen=True, slots=True)
class Told:
    """heading: with the number of things. loud: whether learners' records hang on it."""

    heading: str
    lines: tuple[str, ...]
    loud: bool = False


def told(changes: Sequence[Change], say: Words) -> list[Told]:
    """Headings and lines, in the order of the changes."""
    parts = _parts(changes)
    groups: dict[str, dict[tuple[str, str], list[Change]]] = {}
    for change in changes:
        if _is_part(change, parts):
            continue
        heading = _HEADINGS.get(change.what, change.group)
        things = groups.setdefault(heading, {})
        things.setdefault((change.kind, change.id), []).append(change)
    ranked = sorted(groups, key=lambda name: _ORDER.index(name) if name in _ORDER else len(_ORDER))
    return [
        Told(
            say(f"change.{name}", n=len(groups[name])),
            tuple(_line(things, say, parts) for things in groups[name].values()),
            name == "lost",
        )
        for name in ranked
    ]


_Parts = Mapping[tuple[str, str], int]
_PARTS_OF = {
    "lost": frozenset({"question_gone", "question_become", "scene_gone", "scene_become"}),
    "added": frozenset({"question_new", "scene_new"}),
}


def _parts(changes: Sequence[Change]) -> _Parts:
    """What came or went with a whole page: how much, by group and the page's id."""
    pages = {
        (each.group, each.id)
        for each in changes
        if each.kind == "page" and each.group in _PARTS_OF
    }
    return Counter(
        (each.group, each.page)
        for each in changes
        if (each.group, each.page) in pages and each.what in _PARTS_OF[each.group]
    )


def _is_part(change: Change, parts: _Parts) -> bool:
    """Whether it is said with its page."""
    return (change.group, change.page) in parts and change.what in _PARTS_OF[change.group]


def _line(changes: Sequence[Change], say: Words, parts: _Parts) -> str:
    first = changes[0]
    more = [_with_parts(each, say, parts) for each in changes]
    title = _title(first, say)
    said = _joined(list(dict.fromkeys(filter(None, more))), say)
    return say("change.with_more", title=title, more=said) if title and said else title or said


def _with_parts(change: Change, say: Words, parts: _Parts) -> str:
    said = sentence(change, say)
    n = parts.get((change.group, change.id), 0) if change.kind == "page" else 0
    if not n:
        return said
    return say("change.with_parts", what=said, n=n) if said else say("change.parts", n=n)


def _title(change: Change, say: Words) -> str:
    if change.what in ("look", "section_order") or change.kind in ("course", "entry"):
        return ""
    if not change.title:
        return change.id
    about = change.id
    if change.kind == "question" and change.page and change.what != "question_moved":
        about = say("change.on_page", id=change.id, page=change.page)
    return say("change.of_kind", title=say("change.quoted", text=change.title), kind=about)


def _joined(said: Sequence[str], say: Words) -> str:
    whole = "".join(said[:1])
    for each in said[1:]:
        whole = say("change.joined", one=whole, other=each)
    return whole


def sentence(change: Change, say: Words) -> str:
    """What changed, without the thing that it changed of."""
    what = change.what
    if what in _BARE:
        return ""
    special = _SENTENCES.get(what)
    if special:
        return special(change, say)
    if what.endswith("_become"):
        name = say(f"change.{_LOST[change.kind]}")
        return say("change.become", what=name, then=str(change.new))
    values = {
        "text": change.text,
        "part": change.part,
        "now": _value(change, change.old, say),
        "then": _value(change, change.new, say),
    }
    return say(f"change.{what}", **values)


def _part(change: Change, say: Words) -> str:
    name = say(f"change.field_{_PARTS.get(change.part, change.part)}")
    return say("change.said_of", part=name, text=change.text) if change.text else name


def _field(change: Change, say: Words) -> str:
    now, then = (_value(change, each, say) for each in (change.old, change.new))
    return say("change.field", part=_part(change, say), now=now, then=then)


def _words(change: Change, say: Words) -> str:
    part, now, then = _part(change, say), str(change.old), str(change.new)
    if now and then:
        return say("change.words", part=part, now=now, then=then)
    return say("change.words_gone" if now else "change.words_new", part=part, now=now, then=then)


def _listed(change: Change, say: Words) -> str:
    name = say(f"change.field_{_PARTS.get(change.part, change.part)}")
    return say(f"change.{change.what}", part=name, text=change.text)


def _media(change: Change, say: Words) -> str:
    what = say(f"change.{change.what}")
    return say("change.media_on", what=what, text=change.text) if change.text else what


def _range(change: Change, say: Words) -> str:
    what = "turned_range" if change.part != "wrong" else "turned_wrong_range"
    return say(f"change.{what}", now=str(change.old), then=str(change.new))


_SENTENCES: Mapping[str, Callable[[Change, Words], str]] = {
    "field": _field,
    "text": _words,
    "text_alone": _part,
    "in_list": _listed,
    "out_of_list": _listed,
    "media_changed": _media,
    "media_new": _media,
    "media_gone": _media,
    "turned_range": _range,
    "look": lambda change, say: say("change.look_changed"),
    "section_order": lambda change, say: str(change.new),
}


def _value(change: Change, value: Value, say: Words) -> str:
    if change.what in _SHARES and isinstance(value, (int, float)):
        return say("change.percent", n=say.number(round(100 * value, 2)))
    if isinstance(value, bool):
        return say("change.value_yes" if value else "change.value_no")
    if value is None:
        return say("change.value_nothing")
    if value == 0 and change.part in _UNLIMITED:
        return say(f"change.value_{_UNLIMITED[change.part]}")
    if isinstance(value, (int, float)):
        return say.number(value)
    return _named(change, value, say)


def _named(change: Change, value: str, say: Words) -> str:
    key = f"change.value_{value.replace('-', '_')}"
    if change.what == "field" and change.part in ("kind", "feedback_time") and key in say:
        return say(key)
    quoted = change.what in ("field", "turned_partner")
    return say("change.quoted", text=value) if quoted and value else value
