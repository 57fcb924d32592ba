"""Catalogues on a cluster, with a worker killed in the middle; and a thousand courses."""

from __future__ import annotations

import os
import resource
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from catalogue.courses import broken, held, started, tinies
from hostile.run import run
from moocbuild import __version__
from moocbuild.catalogue.cluster import _compare, _program, cluster
from moocbuild.errors import NoClusterError

pytestmark = pytest.mark.audit
distributed = pytest.importorskip("distributed")
COURSES = 16


@pytest.fixture
def two_workers(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    ) as made:
        yield made


@contextmanager
def killing_one(cluster: Any, out: Path) -> Iterator[list[int]]:
    """Kills a worker once some courses are done."""
    killed: list[int] = []
    over = threading.Event()

    def watch() -> None:
        while not over.is_set() and len([*out.glob("c*/SHA256SUMS")]) < 3:
            time.sleep(0.005)
        if not over.is_set():
            worker = next(iter(cluster.workers.values()))
            os.kill(worker.pid, signal.SIGKILL)  # the process, which its nanny begins anew
            killed.append(worker.pid)

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield killed
    finally:
        over.set()
        thread.join()


def test_a_cluster_writes_the_same(two_workers: Any, tmp_path: Path) -> None:
    """One of its two workers is killed meanwhile, and one course is broken."""
    top = tinies(tmp_path / "top", COURSES)
    broken(top / "broken")
    asked = ["catalogue", str(top), "-t", "web", "-t", "scorm-1.2", "--no-cache"]
    address = two_workers.scheduler_address
    with killing_one(two_workers, tmp_path / "dask") as killed:
        outcome = run(*asked, "--out", str(tmp_path / "dask"), "--dask", address)
    assert killed and outcome.status == 1, outcome.stderr
    assert f"{COURSES} courses built, 1 not built; 1 error" in outcome.stderr
    assert run(*asked, "--out", str(tmp_path / "own"), "--jobs", "1").status == 1
    assert held(tmp_path / "dask") == held(tmp_path / "own")
    assert not [*tmp_path.rglob(".moocbuild-*")]


def test_no_cluster_that_can_do_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("moocbuild.catalogue.cluster.SECONDS", 1)
    tinies(tmp_path, 1)
    outcome = run("catalogue", str(tmp_path), "--dask", "tcp://127.0.0.1:9")
    assert outcome.status == 2 and "no scheduler answers there" in outcome.stderr
    other = [("0.0.1", ""), (__version__, "other")]
    for program, said in zip(other, ("moocbuild 0.0.1", "other code"), strict=True):
        with pytest.raises(NoClusterError, match=said):
            _compare("here", [_program(), program])
    with (
        distributed.LocalCluster(n_workers=0, host="127.0.0.1", dashboard_address=None) as empty,
        pytest.raises(NoClusterError, match="no workers"),
        cluster(empty.scheduler_address)([]),
    ):
        pass


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured by Linux")
def test_a_thousand_courses(tmp_path: Path) -> None:
    """Neither the process that gathers nor its worker needs more for a thousand than for fifty."""
    few, many = tinies(tmp_path / "few", 50), tinies(tmp_path / "many", 1000)
    used = []
    for top in (few, many):
        process = started(top, "-t", "web", "--jobs", "1")
        said = process.communicate()[1]
        assert process.returncode == 0, said[-2000:]
        used.append(resource.getrusage(resource.RUSAGE_CHILDREN))
    seconds = [used[0].ru_utime + used[0].ru_stime]
    seconds.append(used[1].ru_utime + used[1].ru_stime - seconds[0])
    print(f"{used[0].ru_maxrss >> 10} and {used[1].ru_maxrss >> 10} MB", seconds)
    assert used[1].ru_maxrss < used[0].ru_maxrss * 1.25
