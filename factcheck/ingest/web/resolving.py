"""Looks the addresses of a machine's name up, without waiting for ever: the system's own call has no time limit."""

from __future__ import annotations

import socket
import threading


def resolve(host: str, port: int, seconds: float) -> list[str]:
    """The IP addresses of `host`, in the order of the system's preference, none twice.

    Raises:
        OSError: If there are none; TimeoutError if they aren't known within `seconds`.
    """
    found: list[str] = []
    failed: list[OSError] = []

    def look_up() -> None:
        try:
            for _, _, _, _, place in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM):
                # An address of one link only has the link's name behind it.
                found.append(str(place[0]).partition("%")[0])
        except OSError as error:
            failed.append(error)
        except UnicodeError:
            failed.append(OSError("its name can't be looked up"))

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise TimeoutError("the name was not found in time")
    if failed:
        raise failed[0]
    return list(dict.fromkeys(found))
