"""Fetches one web address, carefully: see `addresses` for who may be asked and `pinned_http` for how."""

from __future__ import annotations

import http.client
import ssl
import zlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import Final, TypeAlias
from urllib.parse import unquote, urljoin

from factcheck import __version__
from factcheck.domain.sources import Retrieval
from factcheck.errors import InputError
from factcheck.ingest.material import Material, ending_of
from factcheck.ingest.opening import shown
from factcheck.ingest.web.addresses import WebAddress, is_public, web_address
from factcheck.ingest.web.gzip_body import GzipBody
from factcheck.ingest.web.pinned_http import Deadline, MakeTls, PinnedConnection
from factcheck.ingest.web.resolving import resolve

Allowed: TypeAlias = Callable[[IPv4Address | IPv6Address], bool]
Resolve: TypeAlias = Callable[[str, int, float], Sequence[str]]

MOST_BYTES: Final = 20_000_000
"""Of the answer, unpacked."""

SECONDS: Final = 30.0
MOST_REDIRECTS: Final = 5
_MOST_TRIED: Final = 3
"""Addresses of one name that are tried, one after the other."""

_CHUNK: Final = 1 << 16
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_SAVE: Final = "Open it in a browser, save it as a file, and give its address with --url."
_HEADERS: Final = {
    "User-Agent": f"factcheck/{__version__}",
    "Accept": "text/html,application/xhtml+xml,application/pdf,application/rss+xml,application/atom+xml,text/*;q=0.9,"
    "*/*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}
ENDINGS: Final = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/epub+zip": ".epub",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".atom",
    "application/rdf+xml": ".rss",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl",
    "application/json-lines": ".jsonl",
    "application/jsonlines": ".jsonl",
    "application/octet-stream": "",
    "binary/octet-stream": "",
    "application/zip": "",
    "application/gzip": "",
    "": "",
}
"""What is taken, and the file ending that stands for it; "" where only the address's ending or the bytes can tell."""

_PLAIN: Final = frozenset({".md", ".markdown", ".jsonl", ".ndjson"})
"""Endings of formats that servers often send as plain text."""


class Fetcher:
    """Fetches addresses, each in `seconds` at most.

    Args:
        max_bytes: Largest answer that is taken, as it is sent and unpacked.
        seconds: For all of it, redirects included.
        allowed: Says which IP addresses may be asked. Every address of a name must be, before any is.
        resolve: The IP addresses of a name and a port, in so many seconds at most. Raises OSError.
        make_tls: How certificates are checked; by the system's own by default.
    """

    def __init__(
        self,
        max_bytes: int = MOST_BYTES,
        *,
        seconds: float = SECONDS,
        allowed: Allowed = is_public,
        resolve: Resolve = resolve,
        make_tls: MakeTls = ssl.create_default_context,
    ) -> None:
        self._max_bytes = min(max_bytes, MOST_BYTES)
        self._seconds = seconds
        self._allowed = allowed
        self._resolve = resolve
        self._make_tls = make_tls

    def fetch(self, source: str) -> Material:
        """What the address answers, behind its redirects, as it was sent but unpacked.

        Raises:
            InputError: If it or an address that it redirects to may not be asked, or doesn't answer with a content
                type of `ENDINGS`, whole and in time; and for a page that isn't there.
        """
        deadline = Deadline(self._seconds)
        address = web_address(source)
        for _ in range(MOST_REDIRECTS + 1):
            try:
                answer = self._ask(address, deadline)
                if isinstance(answer, Material):
                    return _as_asked(answer, source)
            except TimeoutError as error:
                raise InputError(
                    f"{shown(address.url)} didn't answer within {self._seconds:g} seconds.",
                    hint="Try again later, or save the page in a browser.",
                ) from error
            except ssl.SSLCertVerificationError as error:
                raise InputError(
                    f"{shown(address.url)} doesn't prove that it is that machine: {error.verify_message}.", hint=_SAVE
                ) from error
            except (OSError, http.client.HTTPException, zlib.error, ValueError) as error:
                # ValueError: http.client trusts the numbers that a server names.
                raise InputError(
                    f"{shown(address.url)} can't be fetched: {_why(error)}.",
                    hint="Check the address and the network, or save the page in a browser.",
                ) from error
            address = answer
        raise InputError(f"{shown(source)} redirects more than {MOST_REDIRECTS} times.", hint=_SAVE)

    def _ask(self, address: WebAddress, deadline: Deadline) -> Material | WebAddress:
        """One answer, or where it leads to."""
        addresses = self._addresses_of(address, deadline)
        for place, ip in enumerate(addresses, 1):
            connection = PinnedConnection(address, ip, deadline, self._make_tls)
            try:
                connection.connect()
            except ssl.SSLError:
                raise
            except OSError:
                if place == len(addresses):
                    raise
                continue
            try:
                with connection.ask(_HEADERS) as response:
                    return self._read(address, response)
            finally:
                connection.close()
        raise OSError("its name has no address")

    def _addresses_of(self, address: WebAddress, deadline: Deadline) -> list[str]:
        found = self._resolve(address.host, address.port, deadline.left())
        for each in found:
            if not self._allowed(ip_address(each)):
                raise InputError(
                    f"{shown(address.url)} leads to {each}, which is no public address; such are never asked.",
                    hint="If it is a page of your own network, save it as a file, and give its address with --url.",
                )
        return list(found[:_MOST_TRIED])

    def _read(self, address: WebAddress, response: http.client.HTTPResponse) -> Material | WebAddress:
        if response.status in _REDIRECTS and response.headers["Location"]:
            return _led_to(address, response.headers["Location"])
        if response.status != http.client.OK:
            reason = http.client.responses.get(response.status, "no known status")
            raise InputError(f"{shown(address.url)} answered {response.status}: {reason}.", hint=_SAVE)
        said = response.headers.get("Content-Type") or ""
        kind = response.headers.get_content_type() if said else ""
        if kind not in ENDINGS:
            raise InputError(f"{shown(address.url)} is {shown(kind)}, which can't be read.", hint=_SAVE)
        raw = self._body(address, response)
        return Material(
            address=address.url,
            raw=raw,
            ending=_ending(kind, address),
            charset=response.headers.get_content_charset(),
            retrieval=Retrieval(
                asked=address.url,
                address=address.url,
                status=response.status,
                content_type=said[:200],
                retrieved_at=datetime.now(UTC),
            ),
        )

    def _body(self, address: WebAddress, response: http.client.HTTPResponse) -> bytes:
        packing = (response.headers.get("Content-Encoding") or "identity").strip().lower()
        if packing not in ("identity", "gzip", "x-gzip"):
            raise InputError(f"{shown(address.url)} is packed as {shown(packing)}, which isn't known here.", hint=_SAVE)
        unpacked = None if packing == "identity" else GzipBody()
        body = bytearray()
        received = 0
        while chunk := response.read(_CHUNK):
            received += len(chunk)
            body += chunk if unpacked is None else unpacked.unpack(chunk, self._max_bytes - len(body))
            # What is sent counts too: behind a packed page there may be more that unpacks to nothing.
            if max(received, len(body)) > self._max_bytes:
                raise InputError(
                    f"{shown(address.url)} is larger than {self._max_bytes / 1e6:.3g} MB.",
                    hint="Save it as a file, and give its address with --url.",
                )
        if response.length or (unpacked is not None and not unpacked.is_whole):
            raise http.client.IncompleteRead(bytes(body[:0]))
        if not body:
            raise InputError(f"{shown(address.url)} is empty.", hint=_SAVE)
        return bytes(body)


def _ending(kind: str, address: WebAddress) -> str:
    """By what the server says; by the address where that says nothing, or only that it is text."""
    own = ending_of(unquote(address.target.partition("?")[0]))
    return own if ENDINGS[kind] == "" or (ENDINGS[kind] == ".txt" and own in _PLAIN) else ENDINGS[kind]


def _led_to(address: WebAddress, location: str) -> WebAddress:
    # http.client takes each byte for a letter; servers send UTF-8 where they send more than ASCII.
    there = location.encode("latin-1", "replace").decode("utf-8", "replace")
    try:
        return web_address(urljoin(address.url, there))
    except ValueError as error:
        raise InputError(
            f"{shown(address.url)} redirects to {shown(there)}, which is no address.", hint=_SAVE
        ) from error


def _as_asked(answer: Material, source: str) -> Material:
    assert answer.retrieval is not None
    return replace(answer, retrieval=replace(answer.retrieval, asked=source))


def _why(error: Exception) -> str:
    if isinstance(error, http.client.IncompleteRead):
        return "the connection broke off before all of it had come"
    if isinstance(error, OSError) and error.strerror:
        return str(error.strerror)
    return shown(str(error)[:150]) or type(error).__name__
