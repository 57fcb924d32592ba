"""The tokens' contrast, computed from the file that defines them, and what the sheets may hold."""

from __future__ import annotations

import re

import pytest

from moocbuild.player.html.style import style

TEXT = {"ink": 7, "quiet": 7, "accent": 4.5, "good": 4.5, "part": 4.5, "off": 4.5}
GROUNDS = {
    "ink": ("paper", "raised", "tint", "note", "good-tint", "part-tint", "off-tint"),
    "quiet": ("paper",),
    "accent": ("paper", "raised", "tint", "note"),
    "good": ("good-tint", "paper"),
    "part": ("part-tint", "paper"),
    "off": ("off-tint", "paper"),
}


def schemes() -> dict[str, dict[str, str]]:
    blocks = {}
    for name, selector in {
        "light": r":root",
        "dark": r'html\[data-theme="dark"\]',
        "dark by system": r'html:not\(\[data-theme="light"\]\)',
    }.items():
        match = re.search(selector + r"\{([^}]*)\}", style().decode())
        assert match, name
        blocks[name] = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6})", match[1]))
    return blocks


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", schemes())
def test_contrast(scheme: str) -> None:
    colours = schemes()[scheme]
    for text, least in TEXT.items():
        for ground in GROUNDS[text]:
            found = contrast(colours[text], colours[ground])
            assert found >= least, f"{scheme}: {text} on {ground} is {found:.2f}"
    assert contrast(colours["on-accent"], colours["accent"]) >= 4.5
    assert contrast(colours["line"], colours["paper"]) >= 3
    assert contrast(colours["line"], colours["raised"]) >= 3


def test_dark_is_the_same_by_system_and_by_choice() -> None:
    assert schemes()["dark"] == schemes()["dark by system"]


def test_nothing_is_fetched_from_elsewhere() -> None:
    text = style().decode()
    assert "@import" not in text and "http" not in text.replace('href^="http"', "")
