"""Whether a person goes with `he` or `she`, by title, role and very common first names.

A parser doesn't tell. The lists are short on purpose: they hold what nearly always goes with one of the two. For any
other name, for one that goes with both, and for who is neither, the answer is that it isn't known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from factcheck.language.names.titles import STYLES, Pronoun
from factcheck.language.word_lists import word_list

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


def _all_with(given: Iterable[str], pronoun: Pronoun | None) -> dict[str, Pronoun | None]:
    return dict.fromkeys(given, pronoun)


_ROLES: Final[dict[str, Pronoun]] = {
    **dict.fromkeys(
        word_list(
            """king prince duke emperor pope spokesman businessman congressman chairman policeman father husband son
            brother uncle nephew grandfather grandson widower boy man gentleman fisherman statesman"""
        ),
        "he",
    ),
    **dict.fromkeys(
        word_list(
            """queen princess duchess empress actress spokeswoman businesswoman congresswoman chairwoman policewoman
            mother wife daughter sister aunt niece grandmother granddaughter widow girl woman waitress heiress nun
            stateswoman sportswoman hostess stewardess"""
        ),
        "she",
    ),
}
_HE: Final = word_list(
    """James John Robert Michael William David Richard Thomas Charles Daniel Matthew Anthony Mark Paul Steven Stephen
    Andrew George Peter Kenneth Edward Brian Timothy Jeffrey Gary Nicholas Eric Jonathan Jacob Larry Justin Scott
    Benjamin Samuel Gregory Patrick Alexander Jack Dennis Jerry Tyler Aaron Henry Douglas Nathan Adam Zachary Arthur
    Harold Carl Keith Roger Simon Philip Martin Oliver Harry Graham Ian Neil Stuart Colin Gareth Liam Sean Kevin
    Muhammad Mohammed Mohamed Ahmed Hassan Hussein Ibrahim Omar Yusuf Mustafa Khalid Carlos Juan Pedro Luis Jorge
    Miguel Fernando Giovanni Giuseppe Marco Luca Hans Wolfgang Klaus Jürgen Pierre François Jacques Henri Lars Erik
    Björn Piotr Hiroshi Takeshi Kenji Rajesh Sanjay Vijay Tom Tim Jim Bob Mike Dave Steve Matt Ben Dan"""
)
_SHE: Final = word_list(
    """Mary Patricia Linda Elizabeth Barbara Susan Jessica Sarah Karen Nancy Margaret Lisa Betty Sandra Ashley Dorothy
    Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie Rebecca Sharon Laura Cynthia Kathleen Amy
    Angela Shirley Anna Ann Anne Brenda Pamela Emma Nicole Helen Samantha Katherine Catherine Christine Debra Rachel
    Carolyn Janet Maria Heather Diane Ruth Julie Olivia Joyce Virginia Victoria Lauren Christina Joan Evelyn Judith
    Hannah Martha Cheryl Megan Andrea Alice Jane Julia Sophia Sophie Charlotte Lucy Claire Fiona Gillian Nicola Kate
    Jennifer Theresa Teresa Fatima Aisha Layla Zainab Carmen Lucia Isabel Elena Giulia Francesca Chiara Ingrid Astrid
    Brigitte Sylvie Hélène Yuko Keiko Priya Sunita Anita Lakshmi"""
)
_BOTH: Final = frozenset({"Andrea"})
"""She in English, he in Italian."""
FIRST_NAMES: Final[dict[str, Pronoun | None]] = _all_with(_HE, "he") | _all_with(_SHE, "she") | _all_with(_BOTH, None)


@lru_cache(maxsize=4096)
def pronoun_of(words: str) -> Pronoun | None:
    """`he` or `she` for a name or a description in the singular (`Ms Lee`, `Ann Lee`, `the actress`).

    None where nothing in it tells, or where two things in it tell differently. A first name counts only where another
    word of the name follows, for `Virginia` alone is a state; a role where it is the last word or names follow it.
    """
    read = _WORD.findall(words)
    told: set[Pronoun] = set()
    for at, word in enumerate(read):
        follower = read[at + 1] if at + 1 < len(read) else ""
        named = follower[:1].isupper()
        by_title = STYLES.get(word.lower()) if follower and word[0].isupper() else None
        by_name = FIRST_NAMES.get(word) if named else None
        by_role = _ROLES.get(word.lower()) if named or not follower else None
        # "Ms King": behind a title, a word is a name.
        weaker = () if told else (by_name, by_role)
        told.update(each for each in (by_title, *weaker) if each is not None)
    return told.pop() if len(told) == 1 else None
