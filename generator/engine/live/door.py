"""Who may ask `mkdocs serve` for anything: this computer by its own name, or by the one its owner
chose.

A page on the web can make a browser ask 127.0.0.1, and by DNS rebinding even under a name of its
own, whose answers it may then read. Its requests carry that name as `Host`, so names that are not
the server's are refused.
"""

from __future__ import annotations

import ipaddress

LOCAL = frozenset({"localhost", "127.0.0.1", "[::1]"})


def may_ask(host: str, chosen: str = "") -> bool:
    """Whether a request's `Host` ("127.0.0.1:8000") is a name of this server.

    `chosen`: the host that `dev_addr` gives. Where that is every address of the machine (0.0.0.0),
    its owner shares the pages with the network, and an address is taken too; a name never is, for
    names can be rebound.
    """
    name = _name(host)
    if name in LOCAL or (chosen and name in (chosen.lower(), f"[{chosen.lower()}]")):
        return True
    return chosen in ("0.0.0.0", "::") and _is_address(name.strip("[]"))  # noqa: S104 (only compared)


def is_loopback(address: str) -> bool:
    """Whether a request came from this computer."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    mapped = getattr(found, "ipv4_mapped", None)
    return found.is_loopback or bool(mapped and mapped.is_loopback)


def _name(host: str) -> str:
    """The host without its port, lower case; "" if it has another form."""
    name, colon, port = host.lower().rpartition(":")
    if not colon or host.endswith("]"):
        return host.lower()
    return name if port.isdigit() else ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
