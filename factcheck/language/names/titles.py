"""What stands before a person's name and is no part of it: forms of address, ranks, and offices.

The one list of the project. It was collected by hand from the styles, ranks and offices that English-language news
puts before names; a title that is missing costs a name that begins with it.
"""

from __future__ import annotations

from typing import Final, Literal

from factcheck.language.word_lists import word_list

Pronoun = Literal["he", "she"]

STYLES: Final[dict[str, Pronoun | None]] = {
    "mr": "he", "mrs": "she", "ms": "she", "miss": "she", "madam": "she", "madame": "she", "monsieur": "he",
    "sir": "he", "dame": "she", "lady": "she", "lord": "he", "mx": None, "dr": None, "doctor": None, "prof": None,
    "professor": None, "rev": None, "reverend": None, "fr": None, "sen": None, "rep": None, "gov": None, "pres": None,
    "hon": None, "judge": None, "justice": None, "saint": None,
}  # fmt: skip
"""Forms of address in lower case, without their full stop, and the pronoun that they go with."""
RANKS: Final = frozenset(
    word_list(
        """general gen lieutenant lt colonel col major maj captain capt sergeant sgt corporal cpl commander cmdr
        admiral adm brigadier marshal detective inspector constable goalkeeper striker midfielder defender winger"""
    )
)
"""Ranks and positions, which stand before names and are no offices of anything."""
OFFICES: Final = frozenset(
    word_list(
        """president minister premier chancellor mayor governor senator congressman congresswoman congressperson
        ambassador commissioner chairman chairwoman chairperson spokesman spokeswoman spokesperson secretary
        ombudsman sheriff bishop archbishop cardinal pope rabbi treasurer principal dean rector consul envoy
        ceo cfo attorney prosecutor councillor councilman councilwoman lawmaker legislator mp taoiseach emir
        sultan emperor empress king queen prince princess duke duchess"""
    )
)
"""What heads the words of an office wherever it stands."""
WEAK_OFFICES: Final = frozenset(
    word_list(
        """head chief chair leader director speaker general commander judge justice captain coach editor manager
        officer executive whip deputy"""
    )
)
"""Words with other meanings too: an office where what they lead or a person's name stands beside them."""
TITLES: Final = STYLES.keys() | RANKS | OFFICES | WEAK_OFFICES


PERSONAL: Final = TITLES - frozenset(word_list("head chief chair leader speaker whip manager officer executive deputy"))
"""Those that are said of people alone; a body may be the leader of its market."""
PARTS: Final = frozenset(
    word_list(
        """prime vice foreign chief general executive economic financial national managing military presidential
        parliamentary first defence"""
    )
)
"""Adjectives that are a part of an office and don't only describe who holds it: `prime minister`, `foreign secretary`;
and `defence`, which an American lexicon doesn't have."""
BEHIND: Final = frozenset(word_list("elect designate emeritus nominee"))
"""What follows an office, after a hyphen or a space: `president-elect`."""


def is_title(word: str) -> bool:
    """Whether a word may stand before a name as a title: `Mr.`, `Gen`, `mayor`."""
    return word.lower().removesuffix(".") in TITLES
