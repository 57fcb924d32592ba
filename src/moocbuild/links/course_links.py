"""All addresses of a course: what is known of them, and who is asked for the rest."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from moocbuild.cache import keep_record, read_record
from moocbuild.checks.dead_address import Answer
from moocbuild.links.ask import Asker

DELAY = 1.0
"""Seconds between two questions to one server."""
_AT_ONCE = 4
"""Servers that are asked at the same time, each for one page."""
_RECORD = "links"
_FINE_FOR, _ELSE_FOR = 7, 1
"""Days for which an answer counts."""
_MOST = 20_000
"""Answers that are kept."""

Progress = Callable[[int, int], None]


class Links:
    """Asks for what is not known yet. course: whose folder never holds what is kept.

    today: the day that ages count to. progress: called with how many of how many are asked for.
    """

    def __init__(
        self,
        course: Path,
        today: datetime.date,
        asker: Asker,
        *,
        sleep: Callable[[float], None] = time.sleep,
        progress: Progress | None = None,
    ) -> None:
        self._course, self._today, self._asker = course, today, asker
        self._sleep, self._progress = sleep, progress

    def __call__(self, addresses: Sequence[str]) -> Mapping[str, Answer]:
        """The answer for each address."""
        kept = _kept(read_record(_RECORD))
        known = {a: kept[a][0] for a in addresses if a in kept and self._counts(*kept[a])}
        asked = self._asked([each for each in addresses if each not in known])
        if any(answer.answered for answer in asked.values()):
            told = {each: a for each, a in asked.items() if a.answered or a.fine is False}
            kept |= {each: (answer, self._today) for each, answer in told.items()}
        else:
            asked = {each: _offline(answer) for each, answer in asked.items()}
        keep_record(_RECORD, _record(kept), self._course)
        return {**known, **asked}

    def _counts(self, answer: Answer, day: datetime.date) -> bool:
        return 0 <= (self._today - day).days < (_FINE_FOR if answer.fine else _ELSE_FOR)

    def _asked(self, addresses: Sequence[str]) -> dict[str, Answer]:
        """Of different servers at the same time, of one server one after the other."""
        by_host: dict[str, list[str]] = {}
        for address in addresses:
            by_host.setdefault(_host(address), []).append(address)
        found: dict[str, Answer] = {}
        pool = ThreadPoolExecutor(_AT_ONCE)
        try:
            waiting = [pool.submit(self._of_host, each) for each in by_host.values()]
            for done in as_completed(waiting):
                found |= done.result()
                if self._progress:
                    self._progress(len(found), len(addresses))
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
        return {address: found[address] for address in addresses}

    def _of_host(self, addresses: Sequence[str]) -> dict[str, Answer]:
        """Until the server does not answer at all: then it is left in peace."""
        found: dict[str, Answer] = {}
        for address in addresses:
            if found:
                self._sleep(DELAY)
            answer = found[address] = self._asker.ask(address)
            if not answer.answered:
                return {**dict.fromkeys(addresses, answer), **found}
        return found


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _offline(answer: Answer) -> Answer:
    """Where nobody answers at all, a name that nobody has says more of this computer."""
    return Answer(None, f"{answer.said}; perhaps there is no way to the web from here")


def _kept(record: Mapping[str, Any] | None) -> dict[str, tuple[Answer, datetime.date]]:
    """Answers with their days; what is odd is as if it were not there."""
    found: dict[str, tuple[Answer, datetime.date]] = {}
    for address, value in (record or {}).items():
        try:
            fine, said, day = value
            found[address] = Answer(fine, str(said), True), datetime.date.fromisoformat(day)
        except (ValueError, TypeError):
            continue
    return found


def _record(kept: Mapping[str, tuple[Answer, datetime.date]]) -> dict[str, Any]:
    newest = sorted(kept.items(), key=lambda each: each[1][1], reverse=True)[:_MOST]
    return {address: [answer.fine, answer.said, str(day)] for address, (answer, day) in newest}
