"""Rules about the machine that a command runs on: no course breaks them."""

from __future__ import annotations

from moocbuild.diagnostics import Rule, Severity

NOT_INSTALLED = Rule(
    "MB360",
    "preview-not-installed",
    Severity.ERROR,
    """`moocbuild serve` stands on packages (Starlette, Uvicorn, watchfiles) that building a course
does not need, so they are only installed where they are asked for: install moocbuild again with
its extra `serve`, as in `pipx install --force 'PATH/TO/moocbuild[serve]'`.""",
    remedy="run 'python -m pip install starlette uvicorn watchfiles' where moocbuild is installed",
)
NO_PORT = Rule(
    "MB361",
    "no-port",
    Severity.ERROR,
    """`moocbuild serve` can have none of the ports that it tried, or not the one that `--port`
names: another program answers there, or the port is not yours to use. Without `--port`, the first
free one from 8321 to 8340 is taken; `--port 0` takes any.""",
    remedy="leave --port out, or name a free one",
)
