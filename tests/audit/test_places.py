"""Photos, films, sounds and documents with places, through a whole build; exiftool judges."""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path, PurePosixPath

import pytest

from hostile.course import BASE, LESSON, lesson, write_course
from hostile.run import run
from media import samples
from media.test_avif import REAL
from media.test_films import OLD, SOUND, film, id3, track
from media.test_strip import SHOWN, webp

pytestmark = pytest.mark.audit

EXIFTOOL = shutil.which("exiftool") or ""
PLACES = (
    "-GPSLatitude=53.1",
    "-GPSLatitudeRef=N",
    "-GPSLongitude=4.8",
    "-GPSLongitudeRef=E",
    "-XMP:GPSLatitude=53.1",
    "-XMP:City=Somewhere",
    "-Artist=Somebody",
    "-Comment=Here",
)
FILM = ("-Keys:GPSCoordinates=53.1, 4.8", "-XMP:GPSLatitude=53.1", "-ItemList:Title=Here")


def pdf() -> bytes:
    """Without a page."""
    parts = [
        b"%PDF-1.4\n",
        b"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n",
        b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n",
    ]
    at = [len(b"".join(parts[:n])) for n in (1, 2, 3)]
    rows = b"".join(b"%010d 00000 n \n" % each for each in at[:2])
    end = b"trailer<</Size 3/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % at[2]
    return b"".join([*parts, b"xref\n0 3\n0000000000 65535 f \n", rows, end])


MADE: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "photo.jpg": (samples.jpeg(), (*PLACES, "-Orientation#=6")),
    "plain.jpg": (samples.jpeg(), (*PLACES, "-Orientation#=1")),
    "photo.png": (samples.png(), (*PLACES, "-Orientation#=6")),
    "photo.webp": (webp(0x30, *SHOWN), (*PLACES[:-1], "-Orientation#=6")),
    "photo.gif": (samples.gif(body=b",\0\0\0\0\3\0\2\0\0\2\1\0\0"), ("-XMP:GPSLatitude=53.1",)),
    "photo.avif": (base64.b64decode(REAL), PLACES[:-1]),
    "film.mp4": (film(), FILM),
    "sound.m4a": (film(tracks=track(b"soun")), FILM),
    "sound.mp3": (id3(b"GEOB" + bytes(60)) + SOUND + OLD, ()),
    "paper.pdf": (pdf(), ("-XMP:GPSLatitude=53.1", "-XMP:Title=Stays")),
}
ALLOWED = {
    "photo.jpg": {"Orientation"},
    "photo.png": {"Orientation"},
    "photo.webp": {"Orientation"},
    "paper.pdf": {"Title", "XMPToolkit"},
}
TELLING = ("EXIF", "XMP", "IPTC", "MakerNotes", "Photoshop", "MPF", "GPS", "ID3", "APE")


def told(path: Path) -> set[str]:
    """Names of what a file says of its making."""
    command = [EXIFTOOL, "-j", "-G0", "-ee", "-a", path]
    said = subprocess.run(command, capture_output=True, check=True).stdout
    (found,) = json.loads(said)
    names = {tuple(name.split(":")) for name in found if ":" in name}
    return {
        name[1]
        for name in names
        if name[0] in TELLING or any(word in name[1] for word in ("GPS", "Title", "Artist"))
    }


def made(folder: Path) -> None:
    for name, (data, words) in MADE.items():
        path = folder / name
        path.write_bytes(data)
        if words:
            command = [EXIFTOOL, "-q", "-m", "-overwrite_original", *words, path]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            assert done.returncode == 0, done.stderr
        assert told(path) > ALLOWED.get(name, set()), name


def members(path: Path) -> dict[str, bytes]:
    """Files of a package by their own names: a backup lists these, cartridges add a hash."""
    inside: dict[str, bytes] = {}
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            inside = {name: archive.read(name) for name in archive.namelist()}
    elif path.suffix == ".gz":
        with tarfile.open(path) as tar:
            inside = {m.name: read.read() for m in tar if (read := tar.extractfile(m))}
    pairs = r"<contenthash>(\w+)</contenthash>.*?<filename>([^<]+)"
    names = dict(re.findall(pairs, inside.get("files.xml", b"").decode(), re.S))
    last = {name: PurePosixPath(name).name for name in inside}
    own = {name: names.get(short, short) for name, short in last.items()}
    return {re.sub(r"^[0-9a-f]{16}-", "", own[name]): data for name, data in inside.items()}


@pytest.mark.parametrize("hashed", ["0123456789abcdef-a.jpg", "a.jpg"])
def test_names_of_members(tmp_path: Path, hashed: str) -> None:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as archive:
        archive.writestr(f"media/{hashed}", b"x")
    assert members(tmp_path / "x.zip") == {"a.jpg": b"x"}


@pytest.mark.skipif(not EXIFTOOL, reason="no exiftool (apt-get install libimage-exiftool-perl)")
def test_only_colours_and_orientation_are_left(tmp_path: Path) -> None:
    (tmp_path / "given").mkdir()
    made(tmp_path / "given")
    shown = [f"![A thing of {name}](../../media/{name})" for name in MADE if "photo" in name]
    spoken = "\n\n<details><summary>Transcript</summary>\n\nHello.\n\n</details>"
    linked = [f"[A file](../../media/{name}){spoken}" for name in MADE if "photo" not in name]
    files = {f"media/{name}": (tmp_path / "given" / name).read_bytes() for name in MADE}
    files["media/film.en.vtt"] = b"WEBVTT\n\n00:00.000 --> 00:02.000\nHello.\n"
    root = write_course(tmp_path / "course", {**BASE, LESSON: lesson(*shown, *linked), **files})
    outcome = run("build", "-C", str(root))
    assert outcome.status == 0, outcome.stdout
    given, with_media = set(files.values()), 0
    for package in sorted((root / "dist").iterdir()):
        found = {name: data for name, data in members(package).items() if name in MADE}
        assert not found or found.keys() == MADE.keys(), package.name
        assert not given & set(found.values())
        with_media += bool(found)
        for name, data in found.items():
            path = tmp_path / name
            path.write_bytes(data)
            assert told(path) <= ALLOWED.get(name, set()), f"{package.name}: {name}"
    assert with_media == 7
