"""Which http(s) addresses may be asked: public ones only, judged by what their host's name resolves to.

A page's address may come from an untrusted text, and may redirect; without this a page could make tocsin read from
the machine or the network that it runs in.
"""

import asyncio
import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network
from urllib.parse import urlsplit

from tocsin.errors import InputError

SAVE_PAGE = "Open the page in a browser, save it as .html, and read that file"
# Special networks (IANA registries) that Python 3.11 still takes for public.
SPECIAL = tuple(map(ip_network, ("192.0.0.0/24", "64:ff9b:1::/48", "3fff::/20")))
# Carries an IPv4 address in its last 32 bits (RFC 6052).
TRANSLATED = IPv6Network("64:ff9b::/96")


def read_host(address: str) -> tuple[str, int]:
    """Host and port of an address. Raises InputError for one that is not http(s), or that holds a password."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise InputError(address, "it is no address of a page", "Give one like https://example.org/page") from error
    if parts.scheme not in ("http", "https"):
        raise InputError(address, "only http and https addresses are read", "Save the page as a file, and read that")
    if not host or any(c.isspace() or ord(c) < 32 for c in address):
        raise InputError(address, "it is no address of a page", "Give one like https://example.org/page")
    if "@" in parts.netloc:
        raise InputError(f"{parts.scheme}://{host}", "addresses with a user name are not read", SAVE_PAGE)
    return host, port or (443 if parts.scheme == "https" else 80)


async def resolve_host(address: str, *, allow_private: bool) -> str:
    """The Internet address of the host of `address`, to connect to and to no other.

    Raises InputError where the host is unknown, or has an address that is not public.
    """
    host, port = read_host(address)
    try:
        found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        mend = f"Check the address and the network connection. {SAVE_PAGE}"
        raise InputError(address, f"the host {host} cannot be found", mend) from error
    numbers = [str(entry[4][0]) for entry in found]
    if not allow_private and not all(map(is_public, numbers)):
        what = f"the host {host} is at a private address ({numbers[0]}), which is not asked"
        raise InputError(address, what, SAVE_PAGE)
    return numbers[0]


def is_public(number: str) -> bool:
    """Whether an Internet address is one that anyone can reach.

    **Holds** never for loopback, private, link-local, shared, reserved or multicast ones, nor for an IPv6 address
    that carries such an IPv4 address.
    """
    ip = ip_address(number.split("%")[0])
    inner = find_inner(ip) if isinstance(ip, IPv6Address) else None
    if inner is not None:
        return is_public(str(inner))
    if isinstance(ip, IPv6Address) and ip.is_site_local:
        return False
    special = ip.is_multicast or ip.is_reserved or any(ip in network for network in SPECIAL)
    return ip.is_global and not special


def find_inner(ip: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that an IPv6 address stands for, where it stands for one."""
    if ip in TRANSLATED or (int(ip) >> 32 == 0 and int(ip) > 1):
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
