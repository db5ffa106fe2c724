"""The words of an HTML page without its tags: what is left to do where the page can't be parsed as a tree.

One pass from left to right, so a page of any depth, or of nothing but `<`, takes time in proportion to its length.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

_INLINE: Final = re.compile(
    r"a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|q|s|samp|small|span|strike|strong"
    r"|sub|sup|time|tt|u|var|wbr"
)
_UNSEEN: Final = re.compile(
    r"script|style|template|noscript|title|textarea|select|option|svg|math|iframe|object|noembed|noframes"
)
_LINE_ENDS: Final = str.maketrans(dict.fromkeys("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029", " "))
_NAME: Final = re.compile(r"</?([a-zA-Z][\w:-]*)")


def visible_text(html: str) -> str:
    """The text between the tags, one line per block of the page, white space folded, character references replaced.

    Scripts, styles, forms' choices, comments and the page's title are left out; what opens and is never closed goes
    on to the end of the page, as in a browser.
    """
    pieces: list[str] = []
    html = html.translate(_LINE_ENDS)  # in HTML a line end is white space like any other
    place = 0
    while (start := html.find("<", place)) >= 0:
        pieces.append(html[place:start])
        name = _NAME.match(html, start)
        if name is not None:
            place = _behind_tag(html, start, name[1].lower())
            pieces.append("" if _INLINE.fullmatch(name[1].lower()) else "\n")
        elif html.startswith(("<!--", "<!", "<?"), start):
            closing = "-->" if html.startswith("<!--", start) else ">"
            end = html.find(closing, start + 2)
            place = len(html) if end < 0 else end + len(closing)
        else:
            pieces.append("<")
            place = start + 1
    pieces.append(html[place:])
    lines = (" ".join(line.split()) for line in unescape("".join(pieces)).splitlines())
    return "\n".join(line for line in lines if line)


def _behind_tag(html: str, start: int, name: str) -> int:
    """Where the page goes on behind the tag at `start`, and behind its contents where they are not to be seen."""
    end = html.find(">", start)
    if end < 0:
        return len(html)
    if not _UNSEEN.fullmatch(name) or html[start + 1] == "/" or html[end - 1] == "/":
        return end + 1
    closing = re.compile(rf"</{re.escape(name)}[^>]*>?", re.IGNORECASE).search(html, end)
    return len(html) if closing is None else closing.end()
