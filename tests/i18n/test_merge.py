"""What becomes of translations when the course changes."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest

from i18n.courses import REFERENCE, loaded, messages
from moocbuild.i18n.merge import counts, merged
from moocbuild.i18n.messages import Message
from moocbuild.i18n.po import Catalogue, Entry
from moocbuild.i18n.pseudo import pseudo


def message(context: str, words: str) -> Message:
    return Message(context, words, (), ())


def translated(*said: tuple[str, str]) -> Catalogue:
    every = (Entry(context=c, words=w, translation=w.upper()) for c, w in said)
    return Catalogue(entries={each.key: each for each in every})


def states(made: Catalogue) -> dict[tuple[str, str], str]:
    return {
        key: f"{'fuzzy ' if entry.fuzzy else ''}{entry.translation}"
        for key, entry in made.entries.items()
    }


def test_a_small_change_is_fuzzy_and_tells_what_was_there() -> None:
    old = translated(("a/option-b", "Stay quiet for a moment."))
    made = merged([message("a/option-b", "Stay quiet for a while.")], old)
    (entry,) = made.entries.values()
    assert entry.fuzzy and entry.previous == "Stay quiet for a moment."
    assert entry.translation == "STAY QUIET FOR A MOMENT." and not entry.done
    assert made.obsolete == {}


def test_another_text_is_not_translated_and_the_old_one_is_kept_apart() -> None:
    old = translated(("a", "Stay quiet for a moment."))
    made = merged([message("a", "Call a colleague at once!")], old)
    assert states(made) == {("a", "Call a colleague at once!"): ""}
    assert [entry.words for entry in made.obsolete.values()] == ["Stay quiet for a moment."]


def test_what_comes_back_has_its_translation_again() -> None:
    gone = merged([], translated(("a", "Stay.")))
    assert states(merged([message("a", "Stay.")], gone)) == {("a", "Stay."): "STAY."}
    assert merged([message("a", "Stay.")], gone).obsolete == {}


def test_the_same_words_elsewhere_are_another_message() -> None:
    made = merged([message("b", "Right.")], translated(("a", "Right.")))
    assert states(made) == {("b", "Right."): ""}


def test_a_paragraph_that_is_added_or_moved_changes_no_other() -> None:
    old = translated(("a", "One is here."), ("a", "Two is here."))
    now = [message("a", words) for words in ("Two is here.", "One and a half.", "One is here.")]
    assert list(states(merged(now, old)).values()) == ["TWO IS HERE.", "", "ONE IS HERE."]


def test_of_several_changed_paragraphs_each_keeps_its_own() -> None:
    old = translated(("a", "The first step is to listen."), ("a", "Later you may ask for more."))
    now = [message("a", "Later you may ask for help."), message("a", "The first step: to listen.")]
    found = list(states(merged(now, old)).values())
    assert found == ["fuzzy LATER YOU MAY ASK FOR MORE.", "fuzzy THE FIRST STEP IS TO LISTEN."]


def test_a_change_taken_back_is_still_looked_at() -> None:
    """What was fuzzy stays so: nobody knows whether the translator has begun to change it."""
    old = translated(("a", "Stay quiet for a moment."))
    once = merged([message("a", "Stay quiet for a while.")], old)
    again = merged([message("a", "Stay quiet for a short while.")], once)
    (entry,) = again.entries.values()
    assert entry.previous == "Stay quiet for a moment."


def test_notes_and_flags_of_translators_stay() -> None:
    (key, entry), *_ = translated(("a", "Stay.")).entries.items()
    old = Catalogue(entries={key: replace(entry, notes=("# Ask Lina.",))}, header="X-Team: a\n")
    made = merged([message("a", "Stay.")], old)
    assert (made.header, made.entries[key].notes) == ("X-Team: a\n", ("# Ask Lina.",))


def test_merging_twice_changes_nothing() -> None:
    found = messages(loaded(REFERENCE))[:400]
    old = translated(*(each.key for each in found[::2]))
    once = merged(found, old)
    assert merged(found, once) == once


def edited(words: str) -> str:
    """A typist's small change: of one word."""
    places = list(re.finditer(r"(?<![\w/.@{#(])[a-z]{3,}(?![\w/.@}#)])", words))
    return f"{words[: places[0].start()]}indeed {words[places[0].start() :]}" if places else ""


def test_edits_of_thirty_texts_make_exactly_these_fuzzy() -> None:
    found = messages(loaded(REFERENCE))
    old = Catalogue(
        entries={
            m.key: Entry(context=m.context, words=m.words, translation=pseudo(m.words))
            for m in found
        }
    )
    chosen = set(
        random.Random(17).sample([n for n, m in enumerate(found) if len(m.words) > 40], 30)
    )
    now = [
        replace(m, words=edited(m.words) or f"Indeed {m.words}") if n in chosen else m
        for n, m in enumerate(found)
    ]
    made = merged(now, old)
    fuzzy = {key for key, entry in made.entries.items() if entry.fuzzy}
    assert fuzzy == {now[n].key for n in chosen}
    for number in chosen:
        assert made.entries[now[number].key].previous == found[number].words
    told = counts(now, made)
    assert (told.fuzzy, told.untranslated, told.obsolete) == (30, 0, 0)


@pytest.mark.parametrize("share", [0, 1])
def test_counts_add_up(share: int) -> None:
    found = messages(loaded(REFERENCE))[:50]
    made = merged(found, translated(*(each.key for each in found[:25])) if share else Catalogue())
    told = counts(found, made)
    assert (told.translated, told.untranslated, told.total) == (25 * share, 50 - 25 * share, 50)
