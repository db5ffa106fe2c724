"""What a number can be measured in: money, shares, time, length, weight. One name each, so that units can be compared.

No unit is turned into another: a mile is no kilometre here, and a pound may be money or weight unless its sign says.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.language.numbers.lexemes import Lexeme
from factcheck.language.stems import singular
from factcheck.language.word_lists import word_list

_SIGNS: Final = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH", "₩": "KRW", "₺": "TRY",
    "₪": "ILS", "₦": "NGN",
}  # fmt: skip
_DOLLARS: Final = {"US": "USD", "A": "AUD", "AU": "AUD", "C": "CAD", "CA": "CAD", "HK": "HKD", "NZ": "NZD", "S": "SGD"}
"""The letters before a dollar sign. A bare sign is read as US dollars."""
_CODES: Final = frozenset(word_list("USD EUR GBP JPY CNY INR RUB UAH CHF AUD CAD SEK NOK DKK PLN TRY BRL ZAR KRW MXN"))
MONEY: Final = _CODES | frozenset(_SIGNS.values()) | frozenset(_DOLLARS.values())
"""Every code that a unit of money can have."""
_COUNTRY_MONEY: Final = {
    ("us", "dollar"): "USD", ("american", "dollar"): "USD", ("canadian", "dollar"): "CAD",
    ("australian", "dollar"): "AUD", ("british", "pound"): "GBP", ("swiss", "franc"): "CHF",
    ("japanese", "yen"): "JPY", ("chinese", "yuan"): "CNY", ("indian", "rupee"): "INR",
}  # fmt: skip
_NAMED: Final = {
    "%": "percent pct", "USD": "dollar", "EUR": "euro", "JPY": "yen", "CNY": "yuan renminbi", "INR": "rupee",
    "RUB": "rouble ruble", "UAH": "hryvnia", "pound": "pound lb lbs", "cent": "cent",
    "second": "second sec", "minute": "minute min", "hour": "hour hr", "day": "day", "week": "week", "month": "month",
    "year": "year yr", "decade": "decade", "century": "century",
    "km": "km kilometre kilometer", "m": "m metre meter", "cm": "cm centimetre centimeter",
    "mm": "mm millimetre millimeter", "mile": "mile mi", "foot": "foot ft", "inch": "inch", "hectare": "hectare ha",
    "acre": "acre", "kg": "kg kilogram kilogramme kilo", "g": "g gram gramme", "mg": "mg milligram",
    "tonne": "tonne", "ton": "ton", "litre": "litre liter", "ml": "ml millilitre milliliter", "barrel": "barrel",
    "MW": "mw megawatt",
    "GW": "gw gigawatt", "kWh": "kwh", "mph": "mph", "km/h": "kmh kph", "degree": "degree",
}  # fmt: skip
_DEGREES: Final = {"c": "°C", "f": "°F", "celsius": "°C", "fahrenheit": "°F"}
_UNITS: Final = {word: unit for unit, words in _NAMED.items() for word in words.split()}
_POWERS: Final = {"square": "square", "sq": "square", "cubic": "cubic", "cu": "cubic"}
_LENGTHS: Final = frozenset(word_list("km m cm mm mile foot inch"))
_PLURAL_ONLY: Final = frozenset({"second", "minute", "min", "sec"})
"""Words with another meaning in the singular: `a second man`, `minute traces`."""
TIME_UNITS: Final = frozenset(word_list("second minute hour day week month year decade century"))


def unit_after(words: Sequence[Lexeme], at: int) -> tuple[str, int]:
    """The unit that token `at` begins, and the token after it; `("", at)` where there is none."""
    if at >= len(words):
        return "", at
    token = words[at]
    follower = words[at + 1].lower if at + 1 < len(words) else ""
    if token.text == "%":
        return "%", at + 1
    if token.text == "°" or token.lower in ("degree", "degrees"):
        scale = _DEGREES.get(follower, "")
        return (scale, at + 2) if scale else ("degree", at + 1)
    if token.text == "-" and _touches(words, at) and _touches(words, at + 1):
        if [each.lower for each in words[at + 1 : at + 4]] == ["percentage", "-", "point"]:
            return "percentage point", at + 4
        unit = _UNITS.get(follower, "")
        return (unit, at + 2) if unit else ("", at)
    if token.lower in ("percentage", "basis") and follower in ("point", "points"):
        return f"{token.lower} point", at + 2
    if token.lower in _POWERS:
        step = at + 2 if follower == "." else at + 1
        unit, end = _named_unit(words[step], step) if step < len(words) else ("", at)
        return (f"{_POWERS[token.lower]} {unit}", end) if unit in _LENGTHS else ("", at)
    if token.lower == "per" and follower == "cent":
        return "%", at + 2
    if token.text in _CODES:
        return token.text, at + 1
    money = _country_money(words, at)
    return money if money[0] else _named_unit(token, at)


def currency_before(words: Sequence[Lexeme], at: int) -> tuple[str, int]:
    """The currency whose sign or code stands before token `at`, and its first token; `("", at)` without one."""
    if at == 0:
        return "", at
    sign = words[at - 1]
    if sign.text in _SIGNS and words[at].start - sign.end <= 1:
        if sign.text == "$" and at > 1 and _is_country_of_dollar(words[at - 2], sign):
            return _DOLLARS[words[at - 2].text], at - 2
        return _SIGNS[sign.text], at - 1
    return (sign.text, at - 1) if sign.text in _CODES else ("", at)


def _is_country_of_dollar(country: Lexeme, sign: Lexeme) -> bool:
    """`NZ$`, `NZ $`, and `A$`; a lone letter must touch the sign."""
    apart = sign.start - country.end
    return country.text in _DOLLARS and (apart == 0 or (apart == 1 and len(country.text) > 1))


def unit_of(noun: str) -> str:
    """The unit of time that a singular noun names; `""` for any other."""
    unit = _UNITS.get(noun, "")
    return unit if unit in TIME_UNITS else ""


def _named_unit(token: Lexeme, at: int) -> tuple[str, int]:
    low = token.lower
    if low in _PLURAL_ONLY or (len(low) == 1 and token.text != low) or "'" in low or "’" in low:
        return "", at
    unit = _UNITS.get(low) or _UNITS.get(singular(low)) or ""
    return (unit, at + 1) if unit else ("", at)


def _country_money(words: Sequence[Lexeme], at: int) -> tuple[str, int]:
    """`Canadian dollars`, `US dollars`, `U.S. dollars`."""
    country, step = words[at].lower, at + 1
    if [each.text for each in words[at : at + 4]] == ["U", ".", "S", "."]:
        country, step = "us", at + 4
    if step < len(words) and words[at].is_capitalised:
        code = _COUNTRY_MONEY.get((country, singular(words[step].text)), "")
        if code:
            return code, step + 1
    return "", at


def _touches(words: Sequence[Lexeme], at: int) -> bool:
    """Whether token `at` stands right behind the one before it."""
    return 0 < at < len(words) and words[at - 1].end == words[at].start
