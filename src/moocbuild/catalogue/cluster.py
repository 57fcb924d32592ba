"""Jobs on a Dask cluster that is there already: scheduler and workers see the same folders."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from distributed import Client, as_completed
from distributed.scheduler import KilledWorker

from moocbuild import __version__
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
        versions = client.run(_version)
    except TimeoutError as error:
        client.close()
        raise NoClusterError(address, "the cluster has no workers") from error
    except ModuleNotFoundError as error:
        client.close()
        raise NoClusterError(address, f"its workers have no {error.name}") from error
    others = sorted({each for each in versions.values() if each != __version__})
    if others:
        client.close()
        raise NoClusterError(
            address, f"its workers have moocbuild {others[0]}, and this is {__version__}"
        )
    return client


def _version() -> str:
    return __version__


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
