"""A course's own look: what authors may choose, where it goes, and that it can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from hostile.course import COURSE, COURSE_YML, PICTURE_SVG, Files, write_course
from media.samples import png
from moocbuild.build import BuildRequest, load, variants
from moocbuild.diagnostics import Collector
from moocbuild.model.theme import (
    AA,
    BEHIND,
    ON_ACCENT,
    contrast,
    least_contrast,
    on_accent,
    readable,
)
from moocbuild.package import Package
from moocbuild.player.html.style import style
from test_diagnostics import TODAY

TOKENS = Path(__file__).parents[1] / "src/moocbuild/player/style/tokens.css"
LOGO = "{logo: logo.svg, logo_text: Our school}"
FILES: Files = {"course/logo.svg": PICTURE_SVG.replace("<title>", "<title>Logo ")}


def built(root: Path, theme: str, target: str = "web", files: Files = FILES) -> Package:
    course = {COURSE: f"{COURSE_YML}theme: {theme}\n", **files}
    report = Collector()
    loaded = load(write_course(root, course), report, TODAY).course
    assert loaded is not None and not report.failed, report.found
    (found,) = variants(loaded, BuildRequest((target,)), report)
    return found.target.render(found.course)


def findings(root: Path, theme: str, files: Files = FILES) -> list[tuple[str, str]]:
    report = Collector()
    load(write_course(root, {COURSE: f"{COURSE_YML}theme: {theme}\n", **files}), report, TODAY)
    return [(d.rule.code, d.help) for d in report.found if d.rule.severity > 2]


# --- contrast


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#ffffff", "#ffffff", 1.0),
        ("#777777", "#ffffff", 4.48),
        ("#767676", "#ffffff", 4.54),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    """Known pairs: the greys on both sides of AA, and pure red."""
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("colour", ["#ff0000", "#ffff00", "#000000", "#ffffff", "#1a5a58"])
def test_a_proposed_colour_can_be_read(colour: str, look: str) -> None:
    assert least_contrast(readable(colour, look), look) >= AA


def test_colours_behind_are_those_of_the_pages() -> None:
    text = TOKENS.read_text("utf-8")
    light, dark = text.split('html[data-theme="dark"]')[:2]
    for look, part in (("light", light), ("dark", dark)):
        found = [re.search(rf"--{n}:\s*(#\w+)", part) for n in ("paper", "raised", "tint", "note")]
        assert tuple(each[1] for each in found if each) == BEHIND[look]
    words = [re.search(r"--on-accent:\s*(#\w+)", part) for part in (light, dark)]
    assert tuple(each[1] for each in words if each) == ON_ACCENT


def test_words_on_a_button() -> None:
    assert on_accent("#9a3412") == ON_ACCENT[0] and on_accent("#ffd400") == ON_ACCENT[1]


@pytest.mark.parametrize(
    ("theme", "key"),
    [
        ('{accent: "#ffd400"}', "accent"),
        ('{accent: "#9a3412", accent_dark: "#9a3412"}', "accent_dark"),
    ],
)
def test_a_colour_that_cannot_be_read_is_an_error(theme: str, key: str, tmp_path: Path) -> None:
    ((code, help),) = findings(tmp_path / "c", theme)
    assert code == "MB171" and re.search(r"take #[0-9a-f]{6}", help)


def test_a_dark_colour_is_found_for_the_dark_look(tmp_path: Path) -> None:
    style = built(tmp_path / "c", '{accent: "#9A3412"}').read("style.css").decode()
    (light, dark, other) = re.findall(r"--accent:(#\w+);--on-accent:#\w+", style)[-3:]
    assert light == "#9a3412" and dark == other != light
    assert least_contrast(dark, "dark") >= AA


# --- pictures, font, line, sheet


def test_a_logo_and_a_cover(tmp_path: Path) -> None:
    theme = "{logo: logo.svg, logo_text: Our school, cover: media/front.png, cover_text: A door}"
    package = built(tmp_path / "c", theme, files={**FILES, "media/front.png": png(8, 4)})
    home, lesson = package.read("index.html").decode(), package.read("one.lesson.html").decode()
    for page in (home, lesson):
        assert re.search(r'class="home" href="index.html"><img src="\S+" alt="Our school">', page)
    cover = r'<img class="cover" src="media/\S+" alt="A door" width="8" height="4">'
    assert re.search(cover, home)
    assert "A door" not in lesson


@pytest.mark.parametrize("target", ["web", "scorm-1.2", "scorm-2004"])
def test_font_and_line(target: str, tmp_path: Path) -> None:
    package = built(tmp_path / "c", "{font: serif, footer: Ask <Dana> & me}", target)
    assert ":root{--font:Charter" in package.read("style.css").decode()
    assert "<p>Ask &lt;Dana&gt; &amp; me</p>" in package.read("one.lesson.html").decode()


def test_an_own_sheet_comes_last(tmp_path: Path) -> None:
    files = {"course/own.css": "h1 { color: #036 }\n"}
    package = built(tmp_path / "c", "{style: own.css}", files=files)
    assert package.read("own.css") == b"h1 { color: #036 }\n"
    page = package.read("one.lesson.html").decode()
    assert page.index('href="style.css"') < page.index('href="own.css"')


@pytest.mark.parametrize(
    "css",
    [
        '@import "https://example.org/x.css";',
        "h1 { background: url(https://example.org/x.png) }",
        "h1 { background: u\\72l(x) }",
        "h1 { background: IMAGE-SET('x.png' 1x) }",
        "</style><script>alert(1)</script>",
        "h1 { color: red",
        "h1 {} }",
        "a{}" * 10_000,
    ],
)
def test_a_sheet_that_loads_something_is_refused(css: str, tmp_path: Path) -> None:
    found = findings(tmp_path / "c", "{style: own.css}", {"course/own.css": css})
    assert [code for code, _ in found] == ["MB172"]


def test_no_look_is_no_byte(tmp_path: Path) -> None:
    plain = built(tmp_path / "c", "{}")
    assert plain.read("style.css") == style() and "own.css" not in plain.members
    assert b"<img" not in plain.read("index.html")


@pytest.mark.parametrize(
    ("theme", "code"),
    [
        ("{logo: nothing.svg, logo_text: X}", "MB006"),
        ("{logo: logo.svg}", "MB240"),
        ("{accent: red}", "MB018"),
        ("{font: comic}", "MB018"),
    ],
)
def test_what_cannot_be_used_is_said(theme: str, code: str, tmp_path: Path) -> None:
    assert [found for found, _ in findings(tmp_path / "c", theme)] == [code]


# --- other systems


def test_the_cover_is_the_image_of_the_course(tmp_path: Path) -> None:
    theme, files = "{cover: front.png, cover_text: A door}", {"course/front.png": png(8, 4)}
    olx = built(tmp_path / "o", theme, "olx", files)
    course = next(olx.read(n).decode() for n in olx.names() if n.startswith("course/"))
    name = re.search(r'course_image="([^"]+)"', course)
    assert name and f"static/{name[1]}" in olx.members
    moodle = built(tmp_path / "m", theme, "moodle", files)
    rows = moodle.read("files.xml").decode()
    row = next(r for r in rows.split("<file ") if "overviewfiles" in r)
    assert "<component>course</component>" in row and ".png</filename>" in row
    id = re.match(r'id="(\d+)"', row)
    assert id and f"<id>{id[1]}</id>" in moodle.read("course/inforef.xml").decode()


@pytest.mark.parametrize("target", ["cc-1.1", "cc-1.3", "moodle", "olx"])
def test_what_is_lost_is_said(target: str, tmp_path: Path) -> None:
    root = write_course(tmp_path / "c", {COURSE: f"{COURSE_YML}theme: {LOGO}\n", **FILES})
    report = Collector()
    course = load(root, report, TODAY).course
    assert course is not None
    variants(course, BuildRequest((target,)), report)
    assert "MB341" in {found.rule.code for found in report.found}


@pytest.mark.parametrize(
    ("css", "refused"),
    [
        ("p{}" + " " * 19_997, False),
        ("p{}" + " " * 19_998, True),
        ("p{", True),
        ("p}", True),
        ("p{}", False),
    ],
)
def test_how_large_a_sheet_of_style_may_be(css: str, refused: bool, tmp_path: Path) -> None:
    found = findings(tmp_path / "c", "{style: own.css}", {"course/own.css": css})
    assert [code for code, _ in found] == (["MB172"] if refused else [])
