"""No function of a script is longer than Python's may be, measured by a parser."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
LONGEST = 50
FOLDERS = ("src", "plugins")
_MEASURE = """
import {readFileSync} from "node:fs";
import {parse} from "acorn";
const found = [];
const visit = (node, file, name) => {
  if (!node || typeof node !== "object") return;
  if (Array.isArray(node)) return node.forEach((one) => visit(one, file, name));
  const own = (node.id || node.key || {}).name || name;
  if (/Function/.test(node.type)) {
    found.push([node.loc.end.line - node.loc.start.line + 1, file, own]);
  }
  for (const key of Object.keys(node)) if (key !== "loc") visit(node[key], file, own);
};
for (const file of JSON.parse(readFileSync(0, "utf8"))) {
  visit(parse(readFileSync(file, "utf8"), {ecmaVersion: 2020, locations: true}), file, "");
}
process.stdout.write(JSON.stringify(found));
"""


def scripts() -> list[Path]:
    found = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.js")]
    return sorted(path for path in found if {"compiled", "vendor"}.isdisjoint(path.parts))


def measured() -> list[tuple[int, str, str]]:
    """(lines, file, name) of every function of every script."""
    node = shutil.which("node") or shutil.which("node", path=str(Path(sys.prefix) / "bin"))
    if node is None or not (HERE / "node_modules/acorn").is_dir():
        pytest.skip("no parser: npm --prefix tests/player ci")
    run = subprocess.run(
        [node, "--input-type=module", "-e", _MEASURE],
        input=json.dumps([str(path) for path in scripts()]),
        cwd=HERE,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return [(lines, Path(file).name, name) for lines, file, name in json.loads(run.stdout)]


def test_no_function_is_long() -> None:
    found = measured()
    assert len(found) > 250 and "scenario.js" in {file for _, file, _ in found}
    assert [each for each in sorted(found, reverse=True) if each[0] > LONGEST] == []
