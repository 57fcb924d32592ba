"""plugins/moodle → dist/moocbuild-moodle-VERSION.zip, the same bytes from the same sources.

What Moodle's page for installing plugins takes: one folder named `moocbuild`. Tests stay out.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from moocbuild.package import Package
from moocbuild.package.zip import write_zip

ROOT = Path(__file__).parents[1]
PLUGIN = ROOT / "plugins" / "moodle"
LEFT_OUT = ("tests",)


def package() -> Package:
    """Every file of the plugin, and the licence."""
    files = {
        path.relative_to(PLUGIN): path
        for path in PLUGIN.rglob("*")
        if path.is_file() and not any(part.startswith(".") for part in path.parts)
    }
    members = {
        f"moocbuild/{name.as_posix()}": path.read_bytes()
        for name, path in files.items()
        if name.parts[0] not in LEFT_OUT
    }
    return Package(members)


def version() -> str:
    """$plugin->release."""
    found = re.search(r"\$plugin->release = '([^']+)'", (PLUGIN / "version.php").read_text())
    assert found, "version.php names no release"
    return found[1]


def pack(folder: Path) -> Path:
    """Write the archive into `folder`; gives its path."""
    folder.mkdir(parents=True, exist_ok=True)
    archive = folder / f"moocbuild-moodle-{version()}.zip"
    with archive.open("wb") as stream:
        write_zip(package(), stream)
    return archive


if __name__ == "__main__":
    print(pack(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist"))
