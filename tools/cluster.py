"""A Dask cluster of two workers on this computer, for trying `moocbuild catalogue --dask`.

`make cluster` starts it; it answers on the loopback address alone, until it is interrupted.
"""

from __future__ import annotations

import argparse
import signal
from contextlib import suppress

from distributed import LocalCluster


def main() -> None:
    """Starts it, says its address, and waits."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8786, help="of the scheduler; 0: any")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    with LocalCluster(
        n_workers=options.workers,
        threads_per_worker=1,
        host="127.0.0.1",
        scheduler_port=options.port,
        dashboard_address=None,
    ) as cluster:
        print(f"moocbuild catalogue --dask {cluster.scheduler_address}", flush=True)
        with suppress(KeyboardInterrupt):
            signal.sigwait({signal.SIGINT, signal.SIGTERM})


if __name__ == "__main__":
    main()
