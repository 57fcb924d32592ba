"""Templates → HTML, in the language that the platform shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from moocbuild_xblock.clean import clean


@dataclass(frozen=True, slots=True)
class Speech:
    """The platform's translations."""

    gettext: Callable[[str], str]
    ngettext: Callable[[str, str, int], str]


def render(template: str, speech: Speech, **values: object) -> Markup:
    """A template filled in; everything but cleaned HTML is escaped."""
    found = _environment().get_template(template)
    return Markup(found.render(_=speech.gettext, ngettext=speech.ngettext, **values))


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("moocbuild_xblock"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["clean"] = clean
    return environment
