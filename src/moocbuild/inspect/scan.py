"""Every XML file of a package that nobody has read yet: may it be read?"""

from __future__ import annotations

from moocbuild.archive import Member, RefusedError, check_xml, rules
from moocbuild.archive.refused import place
from moocbuild.inspect.contents import Looking

_SUFFIXES = (".xml", ".qti", ".opf")
_MOST_BYTES, _MOST_NODES = 64_000_000, 600_000
"""Of all these files together: as long as it takes to read them, people wait."""


def scan(looking: Looking) -> None:
    """Reports each file that is refused, and how many were not looked at."""
    archive = looking.archive
    size = nodes = 0
    left: list[str] = []

    def wanted(member: Member) -> bool:
        nonlocal size
        if member.name in looking.read or not member.name.lower().endswith(_SUFFIXES):
            return False
        size += member.size
        if member.size > archive.limits.xml:
            message = f"{member.size:,} bytes of XML"
            raise RefusedError(rules.LIMIT, message, member.name)
        if size <= _MOST_BYTES and nodes <= _MOST_NODES:
            return True
        left.append(member.name)
        return False

    for member, data in archive.walk(wanted):
        try:
            nodes += check_xml(data, member.name, archive.limits)
        except RefusedError as error:
            looking.report(error.diagnostic(archive.name))
    if left:
        message = f"more XML than is read: {len(left):,} files were not looked at"
        looking.report(rules.NOT_LOOKED_AT.at(place(archive.name, left[0]), message))
