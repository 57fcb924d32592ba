"""Jobs on a Dask cluster that is there already: scheduler and workers see the same folders."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache, partial

from distributed import Client, as_completed
from distributed.scheduler import KilledWorker

from moocbuild import __version__
from moocbuild.cache.prints import code
from moocbuild.catalogue import Done, Job, Runner
from moocbuild.catalogue.work import lost, work
from moocbuild.errors import NoClusterError

SECONDS = 30
"""How long a scheduler and its first worker are waited for."""


def cluster(address: str) -> Runner:
    """Works on the cluster of this scheduler. Raises NoClusterError, at its first use."""
    return partial(_running, address)


@contextmanager
def _running(address: str, jobs: Sequence[Job]) -> Iterator[Iterator[Done]]:
    client = _client(address)
    try:
        yield _done(client, jobs)
    finally:
        client.close()  # the scheduler drops what nobody waits for any more


def _client(address: str) -> Client:
    try:
        client = Client(address, timeout=SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise NoClusterError(address, "no scheduler answers there") from error
    try:
        client.wait_for_workers(1, timeout=SECONDS)
        _compare(address, _programs(client, address))
    except BaseException as error:
        client.close()
        if isinstance(error, TimeoutError):
            raise NoClusterError(address, "the cluster has no workers") from error
        raise
    return client


def _programs(client: Client, address: str) -> Iterable[tuple[str, str]]:
    """Of each worker; one without moocbuild, or with another, answers by any kind of error."""
    try:
        found: dict[str, tuple[str, str]] = client.run(_program)
    except TimeoutError:
        raise
    except Exception as error:
        why = f"its workers do not have this moocbuild ({error})"
        raise NoClusterError(address, why) from error
    return found.values()


def _compare(address: str, programs: Iterable[tuple[str, str]]) -> None:
    """Other programs would write other packages, and nobody would know which has made which."""
    for version, made_of in programs:
        if version != __version__:
            why = f"its workers have moocbuild {version}, and this is {__version__}"
            raise NoClusterError(address, why)
        if (version, made_of) != _program():
            why = "its workers have other code of moocbuild, or of what it stands on"
            raise NoClusterError(address, why)


@cache
def _program() -> tuple[str, str]:
    return __version__, code()


def _done(client: Client, jobs: Sequence[Job]) -> Iterator[Done]:
    """Dask begins the jobs of a worker that dies anew elsewhere, and gives up after some times."""
    asked = {client.submit(work, job, pure=False): job for job in jobs}
    for future in as_completed(list(asked), loop=client.loop):
        job = asked.pop(future)
        error = future.exception()
        if isinstance(error, KilledWorker):
            *_, failures = error.args
            yield lost(job, failures + 1)
        else:
            yield future.result()
        future.release()
