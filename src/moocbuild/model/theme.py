"""How a course looks: what its authors may choose, and whether it can be read.

Contrast is that of WCAG 2.2 (1.4.3; relative luminance and contrast ratio as defined there).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from moocbuild.values import dataclass

AA = 4.5
"""The least contrast between text of ordinary size and what is behind it."""
BEHIND: Mapping[str, tuple[str, ...]] = {
    "light": ("#fbf8f2", "#fffefb", "#e8f0ea", "#f4ecdc"),
    "dark": ("#1c1a17", "#26231f", "#24302d", "#2f2a20"),
}
"""What links and buttons stand on, by the look of the page (tokens.css)."""
ON_ACCENT = ("#fffefb", "#14201e")
"""Words on a button: light ones, or dark ones."""
_TOWARDS = {"light": "#000000", "dark": "#ffffff"}
_STEPS = 20


@dataclass(frozen=True, slots=True)
class Picture:
    """href: path of the file from the course's root. alt: words in its place."""

    href: str
    alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """accent: look ("light", "dark") → colour of links and buttons, {} for those of the player.

    font: "sans", "serif" or "legible". footer: a line below every page. style: an author's own
    sheet, checked.
    """

    logo: Picture | None = None
    cover: Picture | None = None
    accent: Mapping[str, str]
    font: str = "sans"
    footer: str = ""
    style: str = ""

    def __bool__(self) -> bool:
        own = (self.logo, self.cover, self.accent, self.footer, self.style)
        return any(own) or self.font != "sans"


PLAIN = Theme(accent={})
"""That of a course without one."""


def contrast(one: str, other: str) -> float:
    """Between two colours such as "#1a5a58": from 1 to 21."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(accent: str, look: str) -> float:
    """Of a link on what is behind it, or of the words on a button."""
    behind = min(contrast(accent, each) for each in BEHIND[look])
    return min(behind, max(contrast(accent, words) for words in ON_ACCENT))


def on_accent(accent: str) -> str:
    """The words on a button of that colour."""
    return max(ON_ACCENT, key=lambda words: contrast(accent, words))


def readable(accent: str, look: str) -> str:
    """The nearest colour that can be read: darker in the light look, lighter in the dark one."""
    shades = (_mixed(accent, _TOWARDS[look], step / _STEPS) for step in range(_STEPS + 1))
    return next(shade for shade in shades if least_contrast(shade, look) >= AA)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(value / 255) for value in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _mixed(colour: str, other: str, share: float) -> str:
    pairs: Iterable[tuple[int, int]] = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))
