"""Web addresses: what is one, and which machines may be asked.

An address that someone else wrote, in a feed or a redirect, must not make this machine ask its own services or those
of the network that it stands in. So a machine is asked only where every address of its name is a public one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network
from typing import Final
from urllib.parse import quote, urlsplit

from factcheck.errors import InputError
from factcheck.ingest.opening import shown

_ANY_SCHEME: Final = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_PORTS: Final = {"http": 80, "https": 443}
_IN_PATH: Final = "/%:=&?~#+!$,;'@()*[]"
_HINT: Final = "Write it as https://HOST/PATH."

DENIED: Final[tuple[IPv4Network | IPv6Network, ...]] = tuple(
    ip_network(each)
    for each in (
        "0.0.0.0/8",  # this network
        "10.0.0.0/8",  # private
        "100.64.0.0/10",  # shared by a provider's customers (RFC 6598)
        "127.0.0.0/8",  # this machine
        "168.63.129.16/32",  # a cloud's own service, on a public address
        "169.254.0.0/16",  # this link, and the clouds' services that hand out keys
        "172.16.0.0/12",  # private
        "192.0.0.0/24",  # protocols
        "192.0.2.0/24",  # documentation
        "192.88.99.0/24",  # relays of 6to4
        "192.168.0.0/16",  # private
        "198.18.0.0/15",  # benchmarks
        "198.51.100.0/24",  # documentation
        "203.0.113.0/24",  # documentation
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
        "2001::/23",  # protocols, Teredo among them, which holds an IPv4 address
        "2001:db8::/32",  # documentation
        "2002::/16",  # 6to4, which holds an IPv4 address
        "3fff::/20",  # documentation
    )
)
"""Networks that are never asked (IANA's special-purpose registries), besides all that `ipaddress` calls not global."""

_GLOBAL_UNICAST: Final = IPv6Network("2000::/3")
"""All of IPv6 that is given out. Outside are IPv4 addresses in disguise (mapped, NAT64), local links and multicast."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebAddress:
    """An http or https address, taken apart.

    Attributes:
        url: All of it, in ASCII, without the part behind `#`.
        scheme: `http` or `https`.
        host: In ASCII; an IPv6 address without its brackets.
        target: Path and query, as a request names them.
    """

    url: str
    scheme: str
    host: str
    port: int
    target: str

    @property
    def host_and_port(self) -> str:
        """As the `Host` field of a request names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"


def is_address(source: str) -> bool:
    """True for what begins like an address of any scheme, so that it can't be meant as the name of a file."""
    return _ANY_SCHEME.match(source) is not None


def web_address(source: str) -> WebAddress:
    """Take an address apart.

    Raises:
        InputError: If it is no http or https address, holds a name and a password, or has a host or port that can't be.
    """
    try:
        parts = urlsplit(source.strip())
        host = parts.hostname or ""
        host = host if host.isascii() else host.encode("idna").decode("ascii")
        port = parts.port or _PORTS.get(parts.scheme, 0)
    except ValueError as error:  # UnicodeError is one
        raise InputError(f"{shown(source)} is no web address.", hint=_HINT) from error
    if parts.scheme not in _PORTS:
        raise InputError(
            f"{shown(source)} is no http or https address, and no other kind is fetched.",
            hint="Save the page as a file, and give its address with --url.",
        )
    if parts.username is not None or parts.password is not None:
        raise InputError(
            f"The address of {shown(host)} holds a user's name or password, which would be stored with the text.",
            hint="Save the page as a file, and give its address without them with --url.",
        )
    if not re.fullmatch(r"[\w.:-]{1,253}", host, re.ASCII) or not any(map(str.isalnum, host)):
        raise InputError(f"{shown(source)} names no machine that can be asked.", hint=_HINT)
    path = _quoted(parts.path) or "/"
    query = f"?{_quoted(parts.query)}" if parts.query else ""
    address = WebAddress(url="", scheme=parts.scheme, host=host, port=port, target=path + query)
    url = f"{parts.scheme}://{address.host_and_port}{address.target}"
    return WebAddress(url=url, scheme=parts.scheme, host=host, port=port, target=address.target)


def _quoted(part: str) -> str:
    # What stands on the command line may hold bytes that are no text.
    return quote(part, safe=_IN_PATH, errors="surrogatepass")


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """True for an address of a machine on the open internet.

    Python's own `is_global` says yes to multicast, 6to4 and NAT64, which can lead to private machines; its
    `is_private` says no to a provider's shared network. So this asks for both: global, and in no network of `DENIED`.
    """
    if isinstance(address, IPv6Address) and address not in _GLOBAL_UNICAST:
        return False
    return address.is_global and not any(address in network for network in DENIED if network.version == address.version)
