"""Which elements and attributes of SVG a clean drawing may have (indexes of SVG 1.1 and 2)."""

from __future__ import annotations

TEXT_ONLY = frozenset({"title", "desc", "style"})
"""Their children are left out. In HTML, elements within `title` and `desc` would be HTML."""

WITH_TEXT = frozenset({"text", "tspan", "textPath"}) | TEXT_ONLY
"""Elsewhere text is never drawn."""

RENAMED = {"a": "g", "switch": "g"}
"""What a drawing cannot do here, while its parts are still worth drawing."""

_DRAWING = """
    circle clipPath defs desc ellipse g line linearGradient marker mask path pattern polygon
    polyline radialGradient rect stop svg symbol text textPath title tspan use view
"""
_FILTERS = """
    feBlend feColorMatrix feComponentTransfer feComposite feDropShadow feFlood feFuncA feFuncB
    feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset feTile filter
"""
ELEMENTS = frozenset((_DRAWING + _FILTERS).split())
"""Besides `style`, whose content decides."""

_CORE = "tabindex version preserveAspectRatio viewBox"
_GEOMETRY = """
    clipPathUnits cx cy d dx dy fr fx fy gradientTransform gradientUnits height lengthAdjust
    markerHeight markerUnits markerWidth maskContentUnits maskUnits method offset orient pathLength
    patternContentUnits patternTransform patternUnits points r refX refY rotate rx ry side spacing
    spreadMethod startOffset textLength transform width x x1 x2 y y1 y2
"""
_FILTERING = """
    amplitude edgeMode exponent filterUnits in in2 intercept k1 k2 k3 k4 mode operator
    primitiveUnits radius result slope stdDeviation tableValues type values
"""
_PRESENTATION = """
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
    color-interpolation-filters direction display dominant-baseline fill fill-opacity fill-rule
    filter flood-color flood-opacity font-family font-size font-size-adjust font-stretch
    font-style font-variant font-weight image-rendering letter-spacing marker-end marker-mid
    marker-start mask mask-type mix-blend-mode opacity overflow paint-order pointer-events
    shape-rendering stop-color stop-opacity stroke stroke-dasharray stroke-dashoffset
    stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor
    text-decoration text-rendering transform-origin unicode-bidi vector-effect visibility
    white-space word-spacing writing-mode
"""
ATTRIBUTES = frozenset(" ".join([_CORE, _GEOMETRY, _FILTERING, _PRESENTATION]).split())
"""Besides those that describe (`id`, `aria-*` …), and `style` and `href`, whose values decide."""
