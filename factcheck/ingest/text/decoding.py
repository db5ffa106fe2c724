"""Bytes to text, without guessing badly.

A wrong guess changes words without anyone noticing, so a text whose charset can't be told is refused. Nothing is
normalised: line ends and Unicode forms stay as they came, and only a byte order mark is taken off.
"""

from __future__ import annotations

import codecs
from typing import Final

from factcheck.errors import InputError
from factcheck.ingest.text.binary import refuse_binary, refuse_binary_text
from factcheck.ingest.text.charsets import guess_charset
from factcheck.language.display import one_line

_MARKS: Final = (  # UTF-32 first: its mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_HINT: Final = "Find out how it was saved, and convert it to UTF-8: `iconv -f CHARSET -t UTF-8 OLD > NEW`."

# What a label stands for on the web (WHATWG Encoding Standard, section 4.2), where Python reads it more narrowly.
_WIDER: Final = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
}

# Python knows codecs that are no charsets (`zip`, `rot13`) or that hide text (`utf-7`): only these are taken. UTF-16 is
# not among them: without a mark its bytes have no known order, and a page that says so in ASCII isn't UTF-16.
_CHARSETS: Final = frozenset(
    {"utf-8", "cp866", "cp874", "cp932", "cp949", "gb18030", "big5hkscs", "euc_jp", "iso2022_jp"}
    | {"koi8-r", "koi8-u", "mac-roman", "mac-cyrillic"}
    | {f"cp125{number}" for number in range(9)}
    | {f"iso8859-{number}" for number in range(2, 17)}
)


def decode(raw: bytes, *, declared: str | None = None) -> tuple[str, str]:
    """Decode `raw`: by its byte order mark, else as declared, else as UTF-8, else by a guess that is sure.

    A declared Latin-1 or cp1252, the label that is wrong most often, gives way to UTF-8 where the bytes fit that
    beyond ASCII. A declared charset that doesn't fit the bytes is passed over.

    Args:
        declared: The charset that the format or the sender names, in any spelling.

    Returns:
        The text without its byte order mark, and the charset in Python's spelling; `("", "utf-8")` for no bytes.

    Raises:
        InputError: If `raw` is no text (see `refuse_binary`), or if its charset can't be told.
    """
    for mark, charset in _MARKS:
        if raw.startswith(mark):
            return _by_mark(raw[len(mark) :], charset), charset
    refuse_binary(raw)
    for charset in _in_order(_charset_named(declared), raw):
        if (text := _decoded(raw, charset)) is not None:
            return text, charset
    guess = guess_charset(raw)
    if guess.sure and (text := _decoded(raw, guess.charset)) is not None:
        return text, guess.charset
    tried = "UTF-8" if declared is None else f"the declared {one_line(declared[:40])!r} or UTF-8"
    likeliest = f" ({guess.charset} is likeliest, but not sure)" if guess.charset else ""
    raise InputError(f"It can't be decoded as {tried}, and its bytes don't show its charset{likeliest}.", hint=_HINT)


def decode_visible(raw: bytes, *, declared: str | None = None) -> str:
    """The text of `raw`, as `decode` gives it.

    Raises:
        InputError: As `decode` does, and if the text holds nothing but white space and invisible characters.
    """
    text, _ = decode(raw, declared=declared)
    if not any(character.isprintable() and not character.isspace() for character in text):
        raise InputError("It holds nothing but white space.", hint="Name a source with some text.")
    return text


def _by_mark(body: bytes, charset: str) -> str:
    text = _decoded(body, charset)
    if text is None:
        raise InputError(f"It begins with the mark of {charset.upper()} but can't be decoded as that.", hint=_HINT)
    refuse_binary_text(text)
    return text


def _charset_named(declared: str | None) -> str | None:
    if not declared or len(declared) > 40 or not declared.isascii() or not declared.isprintable():
        return None
    try:
        name = codecs.lookup(declared.strip()).name
    except LookupError:
        return None
    name = _WIDER.get(name, name)
    return name if name in _CHARSETS else None


def _in_order(known: str | None, raw: bytes) -> tuple[str, ...]:
    if known is None:
        return ("utf-8",)
    return ("utf-8", known) if known == "cp1252" and not raw.isascii() else (known, "utf-8")


def _decoded(raw: bytes, charset: str) -> str | None:
    try:
        return raw.decode(charset)
    except UnicodeError:
        return None
