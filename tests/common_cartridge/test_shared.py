"""Pages that both editions write alike are written once, and are what each writes alone."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from moocbuild import build_course
from moocbuild.render import Dialect

COURSE = """
id: pans
title: Pans & lids
version: 1.0.0
released: 2026-11-21
language: en
licence: CC-BY-4.0
modules: [one]
"""
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)
PAGES = {
    "01-plain": "# Plain\n\nA lid keeps the heat.\n\n![A lid](../../media/lid.png)\n",
    "02-signs": "# Signs\n\nLids & pans, `<b>` and 1 < 2.\n\n![A lid](../../media/lid.png)\n",
    "03-quoted": '# Quoted\n\n![A "big" lid](../../media/lid.png)\n\nA "lid" of 100 %25.\n',
}


@pytest.fixture
def course(tmp_path: Path) -> Path:
    root = tmp_path / "pans"
    folder = root / "course/one"
    folder.mkdir(parents=True)
    (root / "media").mkdir()
    (root / "media/lid.png").write_bytes(PNG)
    (root / "course/course.yml").write_text(COURSE)
    (folder / "index.md").write_text(
        '---\noutcomes: ["tell lids from pans & pots"]\n---\n\n# One\n\nAbout lids.\n'
    )
    for name, text in PAGES.items():
        (folder / f"{name}.md").write_text(text)
    return root


def members(file: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(file) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_each_is_what_it_is_alone(course: Path, tmp_path: Path) -> None:
    build_course(course, tmp_path / "both", ["cc-1.1", "cc-1.3"])
    for target in ("cc-1.1", "cc-1.3"):
        build_course(course, tmp_path / target, [target])
        name = f"pans-1.0.0-en-{target}.imscc"
        alone = members(tmp_path / target / name)
        assert members(tmp_path / "both" / name) == alone
        pages = {key: text.decode() for key, text in alone.items() if key.endswith(".html")}
        assert len(pages) >= 4 and all("\0" not in text for text in pages.values())
        folder = "../media/" if target == "cc-1.1" else "$IMS-CC-FILEBASE$/media/"
        for page in ("plain", "signs", "quoted"):
            (text,) = (each for key, each in pages.items() if page in key)
            assert f'src="{folder}' in text
        (signs,) = (each for key, each in pages.items() if "signs" in key)
        assert ("&lt;\u2060b&gt;" in signs) == (target == "cc-1.1")
        (quoted,) = (each for key, each in pages.items() if "quoted" in key)
        assert ("“big”" in quoted) == (target == "cc-1.1")


def test_what_is_alike_is_written_once(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    html = Dialect.html

    def counted(self: Dialect, text: object, href: object) -> str:
        made = html(self, text, href)  # type: ignore[arg-type]
        written.append(made)
        return made

    monkeypatch.setattr(Dialect, "html", counted)
    build_course(course, tmp_path / "both", ["cc-1.1", "cc-1.3"])
    assert sum("A lid keeps the heat." in each for each in written) == 1
    assert sum("1 &lt; 2" in each for each in written) == 2
