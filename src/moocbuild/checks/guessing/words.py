"""Words that give options away, by language. A language that has none has no such tells.

Absolute words make an option easy to refuse, careful ones easy to believe; a concession or a
condition shows that somebody weighed the answer. Words that say what to do are no surface. The
lists stand in the files of words, under `facts`, `tells`.
"""

from __future__ import annotations

from collections.abc import Mapping

from moocbuild.words.languages import tells


def word_lists(language: str) -> Mapping[str, tuple[str, ...]]:
    """Tell → its words in `language`, the best known first."""
    return {name: tuple(words.split()) for name, words in tells(language).items()}
