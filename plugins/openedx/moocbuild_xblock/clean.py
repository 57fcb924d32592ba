"""HTML of authors, made safe to show: an allow-list of what a course's texts hold."""

from __future__ import annotations

import nh3
from markupsafe import Markup

_NAMES = (
    "a abbr b bdi bdo blockquote br caption cite code dd del dfn div dl dt em figcaption figure h4"
    " h5 h6 hr i img ins kbd li mark ol p pre q s small span strong sub sup table tbody td tfoot"
    " th thead tr u ul var"
)
_TAGS = frozenset(_NAMES.split())
_ATTRIBUTES = {
    "*": {"class", "dir", "lang", "title"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
_SCHEMES = {"http", "https", "mailto", "tel"}


def clean(html: str) -> Markup:
    """`html` without scripts, styles, frames, forms, handlers and ids (a scene stands twice)."""
    return Markup(
        nh3.clean(
            html,
            tags=set(_TAGS),
            attributes={name: set(allowed) for name, allowed in _ATTRIBUTES.items()},
            url_schemes=set(_SCHEMES),
            link_rel="noopener noreferrer",
        )
    )
