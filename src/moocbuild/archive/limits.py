"""How much of a stranger's archive is read, at most."""

from __future__ import annotations

from moocbuild.values import dataclass

_MIB = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bytes, unless said otherwise. Whoever knows more of a format sets less.

    files: entries, folders among them. total: of all files, unpacked. ratio: how many times its
    packed size a file of more than `swollen` may have; whole_ratio: the same for all files
    together, where they have more than `whole_swollen`. xml: of one XML file; nodes: elements and
    attributes in it; depth: elements within each other; attributes: of one element.
    programs: let programs for servers and desktops pass, where only files of known names are read.
    """

    files: int = 20_000
    total: int = 8 << 30
    ratio: int = 200
    swollen: int = 8 * _MIB
    whole_ratio: int = 20
    whole_swollen: int = 256 * _MIB
    xml: int = 10_000_000
    nodes: int = 200_000
    depth: int = 200
    attributes: int = 1_000
    programs: bool = False


LIMITS = Limits()
"""Those for packages."""
