"""Names that an article mentions, and what its words say of whom they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from factcheck.claims.words import listed
from factcheck.domain.spans import Span
from factcheck.language.lexicon import lexicon
from factcheck.language.names.people import FIRST_NAMES, pronoun_of
from factcheck.language.tagging import Token

TITLES: Final = listed("""
    mr mr. mrs mrs. ms ms. miss dr dr. prof prof. professor president minister chancellor governor senator sen. rep.
    councillor mayor judge justice sir lord lady dame king queen prince princess pope bishop archbishop general gen.
    colonel col. captain capt. lieutenant lt. sergeant sgt. major commander admiral secretary ambassador goalkeeper
    striker coach chairman chairwoman director spokesman spokeswoman spokesperson detective inspector officer deputy
    premier
""")
"""Words before a name that say it is a person's."""

GROUPS: Final = listed("""
    council ministry university company party union court bank agency office department authority association
    committee commission institute institution group club team board foundation trust hospital school college church
    police army navy force forces service times post herald news journal bureau fund corporation corp inc ltd plc
    church mosque bridge park street road square river mountain lake island islands county city state states kingdom
    republic cup league championship act bill treaty war award prize museum library theatre airport station hotel
""")
_SPEAKING: Final = listed("""
    said says told tells added thinks believes argued wrote explained asked replied
""")
_CALENDAR: Final = listed("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
""")


@dataclass(frozen=True, slots=True)
class Name:
    """One mention of a name.

    Attributes:
        words: Its words, without a title; a possessive ending is left out.
        span: Where it stands in the article, with its title.
        sentence: The number of its sentence.
        is_person: Whether something in the text says so, or only its form (two words that are nothing else).
        is_sure: Whether something in the text says so.
        gender: `m`, `f`, or `""` where nothing says it.
        is_subject: Whether it stands before the first verb of its sentence.
    """

    words: tuple[str, ...]
    span: Span
    sentence: int
    is_person: bool
    is_sure: bool
    gender: str
    is_subject: bool
    title: str = ""

    @property
    def text(self) -> str:
        return " ".join(self.words)


def names_in(tokens: Sequence[Token], *, sentence: int, offset: int) -> Iterator[Name]:
    """The names of one sentence in order, their spans counted from `offset`."""
    verb = next((place for place, token in enumerate(tokens) if token.is_finite), len(tokens))
    place = 0
    while place < len(tokens):
        end = _run_end(tokens, place)
        if end == place:
            place += 1
            continue
        yield from _name(tokens, place, end, sentence=sentence, offset=offset, verb=verb)
        place = end


def _run_end(tokens: Sequence[Token], start: int) -> int:
    """Where the run of capitals that begins at `start` ends; `of` and the like may stand inside it."""
    end = start
    while end < len(tokens):
        token = tokens[end]
        capital = token.tag in {"NNP", "NNPS"} or (token.tag == "POS" and token.text[0].isupper())
        if (capital and token.lower.rstrip("'s") not in _CALENDAR) or (
            token.lower in {"of", "al", "de", "van", "von", "bin", "for"}
            and end > start
            and end + 1 < len(tokens)
            and tokens[end + 1].tag == "NNP"
            and tokens[end - 1].tag != "POS"
        ):
            end += 1
        else:
            break
        if tokens[end - 1].tag == "POS" and not (end < len(tokens) and tokens[end].tag == "NNP"):
            break
    return end


def _name(tokens: Sequence[Token], start: int, end: int, *, sentence: int, offset: int, verb: int) -> Iterator[Name]:
    # `New Zealand's Prime Minister John Key`: the name begins after the last title.
    begin = max((at + 1 for at in range(start, end - 1) if tokens[at].lower in TITLES), default=start)
    if tokens[begin].tag not in {"NNP", "NNPS", "POS"}:
        return  # `Premier of Bermuda` names nobody
    title = tokens[begin - 1].lower if begin > start else ""
    if not title and start and tokens[start - 1].lower in TITLES:
        title = tokens[start - 1].lower
        start -= tokens[start - 1].text[0].isupper()  # `Professor` at the beginning of a sentence is no name's word
    words = tuple(
        _bare(token.text) if at == end - 1 else token.text for at, token in enumerate(tokens[begin:end], begin)
    )
    if not words or (len(words) == 1 and len(words[0]) < 2):
        return
    signs = title in TITLES or _follows_person(tokens, end) or _speaks(tokens, end) or _is_explained(tokens, start, end)
    shaped = _is_shaped_like_a_person(words)
    last = tokens[end - 1]
    cut = len(last.text) - len(_bare(last.text))
    first = words[0] in FIRST_NAMES and len(words) > 1
    signs = signs or first
    known = pronoun_of(" ".join(([title.capitalize()] if title else []) + list(words)))
    gender = {"he": "m", "she": "f"}.get(known or "", "")
    yield Name(
        words=words,
        span=Span(offset + tokens[start].start, offset + last.end - cut),
        sentence=sentence,
        is_person=shaped or (signs and not _is_group(words)),
        is_sure=signs and not _is_group(words),
        gender=gender,
        is_subject=end <= verb,
        title=title,
    )


def _bare(word: str) -> str:
    for ending in ("'s", "’s"):
        if word.endswith(ending):
            return word[:-2]
    return word[:-1] if word.endswith(("s'", "s’")) else word


def _is_group(words: Sequence[str]) -> bool:
    return any(word.lower() in GROUPS for word in words) or words[-1].isupper()


def _is_shaped_like_a_person(words: Sequence[str]) -> bool:
    """Two or three capitals that are no ordinary words and no group's."""
    if not 2 <= len(words) <= 4 or _is_group(words):
        return False
    common = {"NN", "NNS", "JJ", "VB", "IN", "CD", "RB"}
    return (
        not any(lexicon().get(word.lower()) in common for word in words if word[0].isupper()) and words[0][0].isupper()
    )


def _follows_person(tokens: Sequence[Token], end: int) -> bool:
    """`…, 45,`, `…, who`, `…, the mayor of`."""
    after = tokens[end : end + 3]
    if len(after) < 2 or after[0].text != ",":
        return bool(after) and after[0].lower == "who"
    return after[1].lower == "who" or (
        after[1].text.isdigit() and int(after[1].text) < 120 and len(after) > 2 and after[2].text == ","
    )


_ROLES: Final = TITLES | listed("""
    leader head chief manager editor founder owner lawyer solicitor doctor surgeon economist scientist researcher
    teacher analyst author actor actress singer player specialist engineer treasurer member candidate mother father
    wife husband daughter son brother sister farmer nurse student resident pensioner
""")


def _is_explained(tokens: Sequence[Token], start: int, end: int) -> bool:
    """`Ann Lee, the head of …` and `their solicitor, Ann Lee,`: whether a role stands beside the name."""
    after = tokens[end : end + 8]
    if len(after) > 2 and after[0].text == "," and after[1].tag in {"DT", "PRP$", "NN", "POS", "JJ"}:
        inner = [token.lower for token in after[1:]]
        inner = inner[: inner.index(",")] if "," in inner else inner
        if _ROLES & set(inner):
            return True
    before = tokens[max(0, start - 2) : start]
    return (
        len(before) == 2
        and before[1].text == ","
        and before[0].lower in _ROLES
        and bool(after)
        and after[0].text == ","
    )


def _speaks(tokens: Sequence[Token], end: int) -> bool:
    if end + 1 < len(tokens) and tokens[end].text == ",":
        end += 1
    return end < len(tokens) and tokens[end].lower in _SPEAKING
