"""One HTTP request to one machine at one IP address, within one span of time for all of it."""

from __future__ import annotations

import http.client
import io
import socket
import ssl
import time
from collections.abc import Callable
from typing import Final, TypeAlias

from factcheck.ingest.web.addresses import WebAddress

_CONNECT: Final = 10.0
"""Seconds for one IP address to take a connection; the name may have others."""

_BUFFER: Final = 1 << 16
MakeTls: TypeAlias = Callable[[], ssl.SSLContext]


class Deadline:
    """A moment after which nothing is waited for."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds until then.

        Raises:
            TimeoutError: If there are none.
        """
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError("the time is up")
        return left


class PinnedConnection(http.client.HTTPConnection):
    """A connection to `ip` that asks for `address`: nothing is looked up again, so nothing can change in between.

    The host's name still goes into the `Host` field and, with https, into the TLS greeting, and the certificate must
    be that of the name. No proxy is ever used. A server that sends a byte now and then doesn't get more time by it.
    """

    def __init__(self, address: WebAddress, ip: str, deadline: Deadline, make_tls: MakeTls) -> None:
        super().__init__(address.host, address.port)
        self._address = address
        self._ip = ip
        self._deadline = deadline
        self._make_tls = make_tls

    def connect(self) -> None:
        """Connect, and greet where the address is an https one.

        Raises:
            OSError: If that fails; `ssl.SSLError` and `TimeoutError` are such.
        """
        plain = socket.create_connection((self._ip, self.port), timeout=min(_CONNECT, self._deadline.left()))
        if self._address.scheme == "https":
            plain.settimeout(self._deadline.left())
            try:
                plain = self._make_tls().wrap_socket(plain, server_hostname=self._address.host)
            except BaseException:
                plain.close()
                raise
        self.sock = _TimedSocket(plain, self._deadline)

    def ask(self, headers: dict[str, str]) -> http.client.HTTPResponse:
        """Send a GET request and read the head of the answer.

        Raises:
            OSError, http.client.HTTPException: If that fails.
        """
        self.putrequest("GET", self._address.target, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": self._address.host_and_port, **headers}.items():
            self.putheader(name, value)
        self.endheaders()
        return self.getresponse()


class _TimedSocket:
    """What `http.client` needs of a socket, with no call longer than the time that is left.

    As with other sockets, the stream of the answer outlives it: whoever closes the stream closes the connection.
    """

    def __init__(self, plain: socket.socket, deadline: Deadline) -> None:
        self._plain = plain
        self._deadline = deadline
        self._has_stream = False

    def sendall(self, data: bytes) -> None:
        self._plain.settimeout(self._deadline.left())
        self._plain.sendall(data)

    def makefile(self, _mode: str) -> io.BufferedReader:
        self._has_stream = True
        return _BoundedReader(_TimedStream(self._plain, self._deadline), _BUFFER)

    def close(self) -> None:
        if not self._has_stream:
            self._plain.close()


class _BoundedReader(io.BufferedReader):
    """A stream that is never read to its end at once: `http.client` would, for a chunk that says its size is -1."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or size < 0:
            raise http.client.HTTPException("it names a size below 0")
        return super().read(size)


class _TimedStream(io.RawIOBase):
    """Bytes from a socket, each read with the time that is left."""

    def __init__(self, plain: socket.socket, deadline: Deadline) -> None:
        super().__init__()
        self._plain = plain
        self._deadline = deadline

    def close(self) -> None:
        self._plain.close()
        super().close()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # any buffer, as callers have it
        self._plain.settimeout(self._deadline.left())
        return self._plain.recv_into(buffer)
