"""Catalogues and messages: what is new, what has changed, and what is gone.

A translation belongs to the context and the words of its message. Words that have changed keep it,
marked fuzzy, where the same context has lost words that are like them; nothing is looked for in
another context, as the same words may mean something else there.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from moocbuild.i18n.messages import Message
from moocbuild.i18n.po import FUZZY, Catalogue, Entry, Key
from moocbuild.values import dataclass

ALIKE = 0.5
"""difflib's ratio from which changed words may keep their translation, to be looked at."""
_COMPARED = 600
"""Characters of each: whole pages would take minutes."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Of the messages of a course, in one language."""

    translated: int = 0
    fuzzy: int = 0
    untranslated: int = 0
    obsolete: int = 0

    @property
    def total(self) -> int:
        """All that learners read."""
        return self.translated + self.fuzzy + self.untranslated


def merged(messages: Sequence[Message], old: Catalogue) -> Catalogue:
    """The messages with what `old` has of them; the rest of `old` is kept apart, as obsolete."""
    left = {key: e for key, e in old.entries.items() if e.translation or e.notes}
    gone = dict(old.obsolete)
    known = {message.key for message in messages}
    changed = _by_context(entry for key, entry in left.items() if key not in known)
    entries: dict[Key, Entry] = {}
    for message in messages:
        kept = left.pop(message.key, None) or gone.pop(message.key, None)
        if kept is None and (near := _nearest(message, changed.get(message.context, []))):
            del left[near.key]
            kept = _fuzzy(near)
        entries[message.key] = _entry(message, kept)
    away = {key: entry for key, entry in left.items() if entry.translation}
    obsolete = {key: replace(entry, files=(), comments=()) for key, entry in away.items()}
    return replace(old, entries=entries, obsolete={**gone, **obsolete})


def counts(messages: Iterable[Message], catalogue: Catalogue) -> Counts:
    """How many are translated, to be looked at again, or not translated."""
    found = [catalogue.entries.get(message.key) for message in messages]
    fuzzy = sum(entry is not None and entry.fuzzy for entry in found)
    done = sum(bool(entry and entry.done) for entry in found)
    known = sum(entry is not None for entry in found)
    gone = len(catalogue.obsolete) + len(catalogue.entries) - known
    return Counts(done, fuzzy, len(found) - done - fuzzy, gone)


def _by_context(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.translation:
            found.setdefault(entry.context, []).append(entry)
    return found


def _nearest(message: Message, candidates: list[Entry]) -> Entry | None:
    """The likest of those whose words are gone, which then is none any more."""
    rated = [(_likeness(message.words, entry.words), entry) for entry in candidates]
    ratio, near = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    if near is None or ratio < ALIKE:
        return None
    candidates.remove(near)
    return near


def _likeness(new: str, old: str) -> float:
    one, other = new[:_COMPARED], old[:_COMPARED]
    found = difflib.SequenceMatcher(None, one, other, autojunk=False)
    if found.real_quick_ratio() < ALIKE or found.quick_ratio() < ALIKE:
        return 0.0
    return found.ratio()


def _fuzzy(entry: Entry) -> Entry:
    before = entry.previous if entry.fuzzy and entry.previous else entry.words
    return replace(entry, flags=entry.flags | {FUZZY}, previous=before)


def _entry(message: Message, kept: Entry | None) -> Entry:
    base = kept or Entry(context="", words="")
    return replace(
        base,
        context=message.context,
        words=message.words,
        comments=message.comments,
        files=tuple(_files(message)),
    )


def _files(message: Message) -> Iterator[str]:
    yield from dict.fromkeys(path for path, _ in message.places)
