"""Jobs in processes of this machine. One that dies takes its own job alone with it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import partial
from types import FrameType

from moocbuild.catalogue import Done, Job, Runner
from moocbuild.catalogue.work import lost, work

TRIES = 2
"""How often a job is begun whose process dies."""


def processes(number: int) -> Runner:
    """Works in so many processes."""
    return partial(_running, number)


@contextmanager
def _running(number: int, jobs: Sequence[Job]) -> Iterator[Iterator[Done]]:
    workers = [_Worker() for _ in range(min(number, len(jobs)))]
    try:
        yield _done(workers, jobs)
    except BaseException:
        for worker in workers:
            worker.end()
        raise
    finally:
        for worker in workers:
            worker.pool.shutdown(cancel_futures=True)


class _Worker:
    """A process, and another one in its place when it has died.

    A pool of one each: were there one pool of all, nobody could tell whose job had ended it.
    """

    def __init__(self) -> None:
        self._begin()

    def _begin(self) -> None:
        context = multiprocessing.get_context("spawn")  # forks of a process with threads may hang
        self.pool = ProcessPoolExecutor(1, context, _prepare)
        self.pid: Future[int] = self.pool.submit(os.getpid)

    def submit(self, job: Job) -> Future[Done]:
        """Begins with a job."""
        try:
            return self.pool.submit(_work, job)
        except BrokenProcessPool:  # it died between two jobs
            self._begin()
            return self.pool.submit(_work, job)

    def replace(self) -> None:
        """Takes a new process."""
        self.pool.shutdown()
        self._begin()

    def end(self) -> None:
        """Has the process leave what it does; it takes away what it has half made."""
        if self.pid.done() and not self.pid.exception():
            with suppress(ProcessLookupError):
                os.kill(self.pid.result(), signal.SIGTERM)


def _done(workers: Sequence[_Worker], jobs: Sequence[Job]) -> Iterator[Done]:
    left = [(job, 1) for job in reversed(jobs)]
    busy: dict[Future[Done], tuple[_Worker, Job, int]] = {}
    idle = list(workers)
    while left or busy:
        while idle and left:
            worker = idle.pop()
            job, turn = left.pop()
            busy[worker.submit(job)] = (worker, job, turn)
        ended, _ = wait(busy, return_when=FIRST_COMPLETED)
        for future in ended:
            worker, job, turn = busy.pop(future)
            idle.append(worker)
            if future.exception() is None:
                yield future.result()
                continue
            worker.replace()
            if turn < TRIES:
                left.append((job, turn + 1))
            else:
                yield lost(job, turn)


# --- in the process -----------------------------------------------------------------------------


class _Ended(BaseException):
    """The run was interrupted."""


def _prepare() -> None:
    """Interrupts are for the process that was called, and nobody outlives that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, daemon=True).start()


def _follow() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(job: Job) -> Done:
    usual = signal.signal(signal.SIGTERM, _end)
    try:
        return work(job)
    finally:
        signal.signal(signal.SIGTERM, usual)


def _end(number: int, frame: FrameType | None) -> None:
    raise _Ended
