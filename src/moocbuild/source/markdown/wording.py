"""What stands in for a link or a picture: words that say nothing of it."""

from __future__ import annotations

from moocbuild.diagnostics import Rule, Severity

LINK_TEXT = Rule(
    "MB370",
    "link-text",
    Severity.NOTE,
    """The words of a link do not say where it leads: "here", "click here", "read more". People who
use a screen reader go from link to link and hear these words alone; others look over a page for
its links (WCAG 2.4.4 and 2.4.9). Make the name of the target the link: not `for the opening hours
click [here](hours.md)` but `see the [opening hours](hours.md)`.""",
    remedy="make the name of what it leads to the link",
    recurs=True,
)
POOR_ALT = Rule(
    "MB188",
    "poor-alt",
    Severity.WARNING,
    """The alternative text of a picture says nothing of it: "image", "photo 2", or the name of its
file. It is all that people have who cannot see the picture: write what it shows, and why it is
here: `![Two people on a bench, looking ahead](bench.svg)`. Write a picture that only decorates as
`<img src="bench.svg" alt="">`: screen readers skip it.""",
    remedy="describe what the picture shows",
    recurs=True,
)
BARE_ADDRESS = Rule(
    "MB371",
    "bare-address",
    Severity.NOTE,
    """The words of a link are its address. Screen readers read it out sign by sign, and it is
hard to remember: write what it leads to, `[Opening hours](https://…)`.""",
    remedy="write what it leads to: '[words](https://…)'",
    recurs=True,
)
