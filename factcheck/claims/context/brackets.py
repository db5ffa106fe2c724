"""How an explanation is written into a sentence: in place of a word, or behind it in square brackets.

The brackets are the journalist's form: `I [Ann Lee] am leaving`. They stand where the explanation itself would break the
grammar of the sentence: with the first person, and where the verb agrees with another number.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.domain.parsed_text import Token

_OWNING: Final = frozenset({"his", "her", "its", "their", "my"})
_OWN: Final = frozenset({"hers", "theirs", "mine"})
_BRACKETED: Final = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Tt]hey|[Tt]hem|[Tt]heir|[Ii]ts?) \[([^\[\]]{1,300})\]")


def possessive(name: str) -> str:
    """`Ann Lee's`, `the campaigners'`."""
    return name + ("'" if name.endswith("s") else "'s")


def put(pronoun: Token, name: str, *, agrees: bool = True) -> str:
    """What stands for a pronoun.

    Args:
        agrees: Whether the verb of the pronoun would agree with the name.
    """
    owned = (pronoun.lower in _OWNING and pronoun.tag == "PRP$") or pronoun.lower in _OWN
    text = possessive(name) if owned else name
    return text if agrees else f"{pronoun.text} [{text}]"


def without_brackets(text: str) -> str:
    """The text with each explanation in the place of the pronoun that it explains."""
    return _BRACKETED.sub(r"\1", text)
