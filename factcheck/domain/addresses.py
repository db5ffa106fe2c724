"""Which addresses a report may link to."""

from __future__ import annotations

import re
from typing import Final

# RFC 3986, sections 2 and 3.2.2, without user information (a name before the host can pass for the host), and with
# characters beyond ASCII as browsers accept them.
_WEB_ADDRESS: Final = re.compile(
    r"https?://(?:[\w.-]|%[0-9a-f]{2})+(?::\d{1,5})?(?:[/?#](?:[\w.~:/?#\[\]@!$&'()*+,;=-]|%[0-9a-f]{2})*)?",
    re.IGNORECASE,
)


def is_web_address(address: str) -> bool:
    """True for http and https, without any character that hides where the link goes."""
    # Controls, marks that reorder text and halves of characters aren't printable.
    return address.isprintable() and _WEB_ADDRESS.fullmatch(address) is not None
