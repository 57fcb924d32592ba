"""OLX of both blocks, small enough to count by hand."""

from __future__ import annotations

from pathlib import Path

HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(2)>'
STORY = (Path(__file__).parent / "story.xml").read_text("utf-8")
CALM = STORY.replace(
    "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(2)&gt;", "Leave."
)
"""The same with no hostile words in it."""
CHART = (Path(__file__).parent / "chart.xml").read_text("utf-8")


def scenario(data: str = STORY, attributes: str = "") -> str:
    return (
        f'<moocbuild_scenario url_name="talk" xblock-family="xblock.v1" display_name="A talk" '
        f'weight="2.0"{attributes}>{data}</moocbuild_scenario>'
    )


def competencies(data: str = CHART, attributes: str = "") -> str:
    return (
        '<moocbuild_competencies url_name="map" xblock-family="xblock.v1" '
        f'display_name="My map"{attributes}>{data}</moocbuild_competencies>'
    )
