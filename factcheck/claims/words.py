"""The words of one sentence, and the classes of them that the rules for claims ask for."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_TOKEN: Final = re.compile(
    r"""(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Rep|Lt|Col|Sgt|Capt|Gov|St|Jr|Sr|No)\.(?=\s)
      | (?:[^\W\d_]\.){2,} | [A-Z]\.(?=\s[A-Z])  # U.S., J.
      | \w+(?:['’.&/-]\w+)*
      | \S""",
    re.VERBOSE,
)


def listed(text: str) -> frozenset[str]:
    """A word list that reads like text."""
    return frozenset(text.split())


AUXILIARIES: Final = listed("""
    is are was were be been being am isn't aren't wasn't weren't has have had hasn't haven't hadn't do does did
    don't doesn't didn't will won't would wouldn't shall can can't cannot could couldn't may might must should
    shouldn't i'm it's he's she's that's there's we're they're you're i've we've they've you've i'll he'll she'll
    we'll they'll it'll you'll i'd he'd she'd we'd they'd
""")
PAST: Final = listed("""
    was were had did became began beat bled blew bought bore broke brought built burnt burst came cast caught
    chose cost cut dealt drank drew drove fed fell felt fled flew forbade forgot fought found froze gave got grew
    heard held hid hit hurt kept knew laid lay led left lent lit lost made meant met paid put quit ran rang read
    rose said sang sank sat saw sent set shook shot shrank shut slept slid sold sought spent split spoke sprang
    spread stole stood struck stuck swam swept swore taught thought threw told took tore understood went withdrew
    woke won wore wrote wound
""")
"""Past forms that don't end in -ed."""

_PARTICIPLES: Final = listed("""
    been become begun broken chosen come done driven drawn eaten fallen flown forgotten found frozen given gone
    grown hidden known overtaken ridden risen run seen shown spoken stolen sung sunk sworn taken thrown torn
    withdrawn worn written
""")
_PERFECT: Final = listed("has have had i've we've they've you've hasn't haven't hadn't been already")
"""What makes a perfect of the participle after it."""


PRESENT: Final = listed("""
    accept accuse admit affect agree aim allow appear apply argue ask attack back believe belong blame bring build
    call carry cause change claim come comprise consider consist contain continue control cost cover create cut
    decline demand deny disagree depend deserve die differ earn employ end equal estimate exceed exist expect face
    fall fear feel fight find follow force get give go grow happen have help hold hope hurt import include
    increase insist intend involve join keep kill know lack last lead leave lie like live look lose love make mean
    meet move need offer open oppose own pay permit plan play prefer prevent produce promise protect provide reach
    receive refuse reject remain report represent require rise run say see seek seem sell serve share show spend
    stand start stay stop suffer suggest support take talk tell tend think threaten travel treat try turn use vary
    vote want warn win work worry
""")
"""Forms in which a plural asserts without any ending: `officials expect rain`."""

_NO_VERBS: Final = listed(
    "this hers ours yours theirs thus perhaps always besides across news during nothing something"
)
_NOT_PAST: Final = listed(
    "need seed feed speed breed indeed exceed proceed succeed deed greed bleed weed hundred shed sled"
)

SUBORDINATORS: Final = listed(
    "whether which who whom whose that while although though because as since when where unless until"
)


_BEFORE_OTHERS: Final = listed("""
    the a an its their his her , is are am be being isn't aren't it's he's she's they're if once to not will won't
    would can can't cannot could may might must shall should
""")
"""What stands before a participle or an infinitive, and not before a finite past."""


class Word(NamedTuple):
    """A word, number or sign, and where it begins."""

    start: int
    text: str

    @property
    def lower(self) -> str:
        return self.text.lower().replace("’", "'")

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_sign(self) -> bool:
        return not self.text[0].isalnum()

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


def words(text: str) -> list[Word]:
    """All words, numbers and signs of `text` in order; abbreviations keep their full stops."""
    return [Word(match.start(), match.group()) for match in _TOKEN.finditer(text)]


def is_past(before: Word | None, word: Word) -> bool:
    """Whether `word`, with `before` before it, looks like a finite past tense or a perfect.

    `the reported loss`, `talks, expected in May` and `is expected` hold participles, `will cut` an infinitive. The
    word before is all the context that is asked.
    """
    if before is None:
        return False
    if word.lower in {"was", "were", "had", "did"}:
        return True
    if word.lower in _PARTICIPLES and before.lower in _PERFECT:
        return True
    ends = word.is_word and len(word.text) > 3 and word.lower.endswith("ed") and word.lower not in _NOT_PAST
    return (ends or word.lower in PAST) and before.lower not in _BEFORE_OTHERS


def may_be_verb(place: int, word: Word) -> bool:
    """Whether `word` could be the verb of a sentence, at `place` in it. In doubt it could."""
    low = word.lower
    if low in AUXILIARIES or low in PAST or low in PRESENT or low.endswith("n't"):
        return True
    if not word.is_word or len(low) < 4 or low in _NO_VERBS:
        return False
    # At the beginning, -s and -ing are nouns: `Photos of the day`, `Breaking news`.
    return low.endswith("ed") or (place > 0 and low.endswith(("s", "ing")) and not low.endswith(("ss", "'s")))
