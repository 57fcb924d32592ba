"""Changes as a text, as Markdown for a release note, and as JSON for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict

from moocbuild.compare.change import Change
from moocbuild.compare.changes import Compared
from moocbuild.compare.slim import shown
from moocbuild.compare.told import sentence, told
from moocbuild.words import Words

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&])")
_NAMED = ("id", "title", "version", "released")


def title(compared: Compared, say: Words) -> str:
    """Which course, and from which version to which."""
    old, new = compared.old["course"], compared.new["course"]
    return say(
        "change.versions", title=shown(new["title"]), old=old["version"], new=new["version"]
    )


def count(compared: Compared, say: Words) -> str:
    """How much changed, in a sentence."""
    n = len(compared.changes)
    return say("change.count", n=n) if n else say("change.nothing")


def _text(compared: Compared, say: Words) -> Iterator[str]:
    yield title(compared, say)
    yield count(compared, say)
    for each in told(compared.changes, say):
        yield ""
        yield f"{'!! ' if each.loud else ''}{each.heading}"
        for line in each.lines:
            yield f"  {line}"
    if compared.veiled:
        yield ""
        yield say("change.without_words")


def _markdown(compared: Compared, say: Words) -> Iterator[str]:
    yield f"## {_escaped(title(compared, say))}"
    yield ""
    yield _escaped(count(compared, say))
    for each in told(compared.changes, say):
        yield ""
        yield f"### {'⚠ ' if each.loud else ''}{_escaped(each.heading)}"
        yield ""
        for line in each.lines:
            yield f"- {_escaped(line)}"
    if compared.veiled:
        yield ""
        yield _escaped(say("change.without_words"))


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)


def as_data(compared: Compared, say: Words) -> Mapping[str, object]:
    """For programs: names of both courses, and each change with its sentence as `said`."""
    return {
        "old": {name: compared.old["course"][name] for name in _NAMED},
        "new": {name: compared.new["course"][name] for name in _NAMED},
        "changes": [_row(change, say) for change in compared.changes],
    }


def _row(change: Change, say: Words) -> Mapping[str, object]:
    return {**asdict(change), "said": sentence(change, say)}


def _json(compared: Compared, say: Words) -> Sequence[str]:
    return [json.dumps(as_data(compared, say), ensure_ascii=False, indent=2)]


EMITTERS: Mapping[str, Callable[[Compared, Words], Iterator[str] | Sequence[str]]] = {
    "text": _text,
    "markdown": _markdown,
    "json": _json,
}
"""The formats of `moocbuild diff`: lines of each."""
