"""Runs the player's pure parts in Node."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from moocbuild.model.evidence import RULES

SCRIPTS = Path(__file__).parents[2] / "src/moocbuild/player/scripts"


def run(files: tuple[str, ...], code: str, given: object, course: object = None) -> Any:
    """What `code`, the body of a function of `given`, returns after these scripts."""
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.prefix) / "bin"))
    if node is None:
        pytest.skip("no Node")
    text = "\n".join((SCRIPTS / name).read_text("utf-8") for name in files)
    program = (
        f'"use strict";const window={{moocbuild:{json.dumps(course or {})}}};'
        f"const part=()=>0,each=()=>0;"
        f"const PLATFORM=true,RULES={json.dumps(RULES.values())};{text}\n"
        f"const given=JSON.parse(require('fs').readFileSync(0,'utf8'));"
        f"const result=((given)=>{{{code}}})(given);"
        "process.stdout.write(JSON.stringify(result));"
    )
    done = subprocess.run(
        [node, "-e", program],
        input=json.dumps(given),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)
