"""Tells the names of people and bodies in a document's properties from what programs put there: logins and machines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from factcheck.language.spelling import is_word
from factcheck.language.word_lists import word_list

_APART: Final = re.compile(r"\s*[;\n\r\t]\s*")
_ADDRESS: Final = re.compile(r"\s*[<(\[]?[\w.+-]{1,64}@[\w.-]{1,100}[>)\]]?\s*")
_LOGIN: Final = re.compile(r"\s*\((?=[^ ()]*\))[a-z0-9._-]{2,20}\)")
"""`Ruth Okafor (rokafor)`."""
_WHOLE_IN_BRACKETS: Final = re.compile(r"\A\((.+)\)\Z")
_MACHINE: Final = re.compile(r"[\\/@_]|\w\.\w{3,}|(?=\w*[^\W\d_])(?=\w*\d)\w+")
"""A domain, a path, a host, or letters and figures in one word."""
_WORD: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_USERS: Final = frozenset(
    word_list(
        """user users owner admin administrator administrators guest customer account desktop laptop notebook computer
        pc workstation utilisateur benutzer usuario utente login username client"""
    )
)
"""A name that ends with one of these is a machine's."""
_NOBODY: Final = (
    _USERS
    | frozenset(
        word_list(
            """anonymous unknown author default none null name test root system office staff editor webmaster home hp
            dell acer asus lenovo compaq toshiba sony xp windows microsoft word adobe python-docx pandoc latex tex
            libreoffice openoffice me writer print printer scan scanner secretary student teacher n/a na unspecified
            noreply info contact"""
        )
    )
    | {"your name", "not available", "microsoft office", "microsoft corporation", "no author"}
)
_LONGEST: Final = 12
"""Words of one name; a body's may be long."""


def stated_author(value: str | None, texts: Iterable[str]) -> str | None:
    """The names in `value`, as it states them, without what is no name; None where none is left.

    Two words or more with capitals are a name, and so are words of a script without capitals. One word with a capital
    may be a login as well: it is taken where the text itself has it, and no common word is.

    Args:
        value: One or several names, with semicolons between them.
        texts: The parts of the document's text.
    """
    parts = [_LOGIN.sub("", _ADDRESS.sub(" ", part)).strip(" ,") for part in _APART.split(value or "")]
    parts = [_WHOLE_IN_BRACKETS.sub(r"\1", part) for part in parts]
    names = [part for part in parts if _is_name(part, texts)]
    return "; ".join(names) or None


def _is_name(value: str, texts: Iterable[str]) -> bool:
    words = _WORD.findall(value)
    if not words or len(words) > _LONGEST or value.casefold().strip(" .") in _NOBODY or words[-1].casefold() in _USERS:
        return False
    if _MACHINE.search(value):
        return False
    named = [word for word in words if word[0].isupper() or not (word[0].islower() or word[0].isdigit())]
    if len(named) > 1:
        return True
    if len(words) > 1 or not named or len(named[0]) < 2:
        return False
    is_without_case = not named[0][0].isupper()
    if is_word(named[0]) and not named[0].isupper():
        return False
    return is_without_case or any(re.search(rf"(?<!\w){re.escape(named[0])}(?!\w)", text) for text in texts)
