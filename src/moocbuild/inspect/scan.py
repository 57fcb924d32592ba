"""Every XML file of a package that nobody has read yet: may it be read?"""

from __future__ import annotations

from moocbuild.archive import Member, RefusedError, check_xml, rules
from moocbuild.inspect.contents import Looking

_SUFFIXES = (".xml", ".qti", ".opf")
_MOST = 64_000_000
"""Bytes of XML in a package: as long as it takes to read them, programs wait."""


def scan(looking: Looking) -> None:
    """Reports each file that is refused."""
    archive = looking.archive
    whole = 0

    def wanted(member: Member) -> bool:
        nonlocal whole
        if member.name in looking.read or not member.name.lower().endswith(_SUFFIXES):
            return False
        whole += member.size
        if member.size > archive.limits.xml or whole > _MOST:
            message = f"{max(whole, member.size):,} bytes of XML"
            raise RefusedError(rules.LIMIT, message, member.name)
        return True

    for member, data in archive.walk(wanted):
        try:
            check_xml(data, member.name, archive.limits)
        except RefusedError as error:
            looking.report(error.diagnostic(archive.name))
