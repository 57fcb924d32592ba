"""Which addresses of the internet are anybody's: all others are none of ours to ask."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Sequence

_NAT64 = ipaddress.ip_network("64:ff9b::/96")


def is_public(written: str) -> bool:
    """Whether an IP address is one of the public internet, and not of this computer or network."""
    try:
        address = ipaddress.ip_address(written.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return address.is_global and not address.is_multicast


def resolve(host: str, port: int) -> Sequence[str]:
    """The IP addresses of a name. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))
