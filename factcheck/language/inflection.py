"""A participle in -ing as a finite verb: `marking` as `marked` or `marks`."""

from __future__ import annotations

from typing import Final

from factcheck.language.irregular_verbs import PAST_OF

_VOWELS: Final = "aeiou"


def past(gerund: str, base: str, *, plural: bool) -> str:
    """The past of a verb, from its form in -ing, which says what is doubled, and its base: `planning`, `plan`."""
    if base == "be":
        return "were" if plural else "was"
    if base in PAST_OF:
        return PAST_OF[base]
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ied"
    return gerund.removesuffix("ing") + "ed"


def present(base: str, *, plural: bool) -> str:
    """The third person: `plan` gives `plans`, in the plural `plan`."""
    if base == "be":
        return "are" if plural else "is"
    if plural:
        return base
    if base == "have":
        return "has"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
