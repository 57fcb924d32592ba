"""Questions of two options that Blackboard names by keys such as `yes_no.true`: what they say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from moocbuild.words.languages import DEFAULT, facts


def words_of_keys(options: Sequence[str], language: str) -> Sequence[str]:
    """The options, in the course's language where it has words; () where one is no key."""
    known = _pairs(language)
    words = []
    for option in options:
        name, _, key = option.rpartition(".")
        if name not in known or key not in ("true", "false"):
            return ()
        words.append(known[name][key == "false"].capitalize())
    return words


def _pairs(language: str) -> Mapping[str, tuple[str, str]]:
    """Agreement is English alone: no language has words for it here."""
    own, english = facts(language), facts(DEFAULT)
    truths = (own.truths or english.truths)[0]
    return {
        "agree_disagree": ("agree", "disagree"),
        "right_wrong": truths if own.truths and own is not english else ("right", "wrong"),
        "true_false": truths,
        "yes_no": (own.assents or english.assents)[0],
    }
