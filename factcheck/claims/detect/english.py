"""Whether the sentences of an article are taken apart: the rules that do it know English, and put English words in."""

from __future__ import annotations

import re
from typing import Final

_ENGLISH: Final = "en"


def is_english(language: str) -> bool:
    """Whether a code of a language, such as `en-GB`, is one of English."""
    return re.split("[-_]", language.strip().lower(), maxsplit=1)[0] == _ENGLISH


def reads_english(parser: str, article: str | None) -> bool:
    """Whether a text is read by English rules.

    Args:
        parser: The language of the parser; empty where there is none, and sentences stay whole for that.
        article: The language of the text; one that isn't known is taken to be the parser's.
    """
    return is_english(parser or _ENGLISH) and is_english(article or _ENGLISH)
