"""Entry points are found wherever packages lie, and what reads them is imported for some alone."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ENTRY = "[moocbuild.checks]\nours = ours:check\n"
FACTS = "ours-1.0.dist-info"
ASK = (
    "import sys; from moocbuild.plugins import plugins;"
    "print([each.name for each in plugins('checks')], 'importlib.metadata' in sys.modules)"
)
FINDER = (
    "import sys; from importlib.metadata import DistributionFinder, PathDistribution\n"
    "from pathlib import Path\n"
    "class Elsewhere:\n"
    "    def find_spec(self, *more): return None\n"
    "    def find_distributions(self, context=None):\n"
    f"        return [PathDistribution(Path(sys.argv[1], '{FACTS}'))]\n"
    "sys.meta_path.append(Elsewhere())\n"
)


def asked(code: str, *arguments: str | Path) -> str:
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    facts = tmp_path / FACTS
    facts.mkdir()
    (facts / "METADATA").write_text("Metadata-Version: 2.1\nName: ours\nVersion: 1.0\n")
    (facts / "entry_points.txt").write_text(ENTRY)
    return tmp_path


def test_none_cost_nothing(folder: Path) -> None:
    assert asked(ASK) == "[] False"
    (folder / FACTS / "entry_points.txt").write_text("[console_scripts]\nours = ours:main\n")
    assert asked(f"import sys; sys.path.append(sys.argv[1]); {ASK}", folder) == "[] False"


def test_in_a_folder(folder: Path) -> None:
    code = f"import sys; sys.path.append(sys.argv[1]); {ASK}"
    assert asked(code, folder) == "['ours'] True"


def test_in_an_archive(folder: Path) -> None:
    archive = folder / "ours.zip"
    with zipfile.ZipFile(archive, "w") as made:
        for file in (folder / FACTS).iterdir():
            made.write(file, f"{FACTS}/{file.name}")
    code = f"import sys; sys.path.append(sys.argv[1]); {ASK}"
    assert asked(code, archive) == "['ours'] True"


def test_in_an_egg(folder: Path) -> None:
    egg = folder / "ours-1.0.egg"
    egg.mkdir()
    (folder / FACTS).rename(egg / "EGG-INFO")
    (egg / "EGG-INFO/METADATA").rename(egg / "EGG-INFO/PKG-INFO")
    code = f"import sys; sys.path.append(sys.argv[1]); {ASK}"
    assert asked(code, egg) == "['ours'] True"


def test_elsewhere(folder: Path) -> None:
    assert asked(FINDER + ASK, folder) == "['ours'] True"
