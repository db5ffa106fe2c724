"""The one way for text from outside onto the screen.

Textual takes a plain `str` as markup in titles, labels, lists and toasts: a bracket in an article could crash it or
become a link that runs an action. And control characters reach the terminal even where text is taken as plain. So
every text from an article, a document, a person or an error goes through here; a test looks for sinks that bypass it.
"""

from __future__ import annotations

from textual.content import Content

from factcheck.language.display import one_line, visible


def safe(text: str, style: str = "") -> Content:
    """`text` as it is to be shown: no markup, no control characters, offsets unchanged.

    A carriage return before a line feed becomes a space: it is how some files end their lines, and no sign of attack.
    """
    return Content.styled(visible(text.replace("\r\n", " \n")), style)


def safe_line(text: str, style: str = "", *, most: int = 2_000) -> Content:
    """`text` on one line of at most `most` characters; what was cut off is marked."""
    return Content.styled(shortened(text, most), style)


def shortened(text: str, most: int) -> str:
    """One visible line of at most `most` characters. Looks only at the beginning of a long text."""
    line = one_line(text[: 4 * most + 64])
    if len(line) <= most and len(text) <= 4 * most + 64:
        return line
    return line[: max(1, most - 1)].rstrip() + "…"
