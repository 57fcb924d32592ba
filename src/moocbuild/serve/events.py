"""Server-sent events: the newest state, at once and after every build."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping

from moocbuild.diagnostics import Diagnostic
from moocbuild.serve.snapshots import Snapshots, State

MOST = 100
"""Findings that are sent; of the rest their number."""
MOST_CHANNELS = 64
_ALIVE = 15


class Channels:
    """Hands every state to everyone who is connected. Lives in one event loop."""

    def __init__(self, snapshots: Snapshots) -> None:
        self._snapshots = snapshots
        self._wakers: set[asyncio.Event] = set()
        self._closed = False

    def begin(self) -> None:
        """In the loop that serves: states may come from any thread from now on."""
        loop = asyncio.get_running_loop()

        def told(_: State) -> None:
            loop.call_soon_threadsafe(self._wake)

        self._snapshots.listen(told)

    def close(self) -> None:
        """Ends every channel, so that the server can end."""
        self._closed = True
        self._wake()

    def full(self) -> bool:
        """Whether nobody else can be served."""
        return len(self._wakers) >= MOST_CHANNELS

    def _wake(self) -> None:
        for waker in self._wakers:
            waker.set()

    async def stream(self) -> AsyncIterator[str]:
        """Events for one browser. States that come faster than it reads are passed over."""
        waker = asyncio.Event()
        self._wakers.add(waker)
        try:
            sent = None
            while not self._closed:
                waker.clear()
                state = self._snapshots.state
                if state is not sent:
                    sent = state
                    yield f"data: {json.dumps(as_sent(state), ensure_ascii=False)}\n\n"
                try:
                    await asyncio.wait_for(waker.wait(), _ALIVE)
                except TimeoutError:
                    yield ": still here\n\n"
        finally:
            self._wakers.discard(waker)


def as_sent(state: State) -> Mapping[str, object]:
    """A state as the pages of the preview read it."""
    preview = state.preview
    return {
        "snapshot": state.snapshot.number,
        "title": preview.title,
        "failed": preview.failed,
        "trouble": state.trouble,
        "drafts": sorted(preview.drafts),
        "findings": [_finding(each, state) for each in preview.findings[:MOST]],
        "more": max(0, len(preview.findings) - MOST),
    }


def _finding(found: Diagnostic, state: State) -> Mapping[str, object]:
    return {
        "severity": found.rule.severity.name.lower(),
        "code": found.rule.code,
        "message": found.said,
        "help": found.help,
        "path": found.span.path,
        "line": found.span.line,
        "column": found.span.column,
        "length": found.span.length,
        "source": state.preview.lines.get(found.span, "")[:400],
        "why": found.rule.explanation.strip(),
    }
