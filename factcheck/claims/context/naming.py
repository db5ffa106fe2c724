"""Who or what a name stands for, and what stands for a short form of it: `Mr Key`, `Brenna`, `KCNA`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.claims.context.mentions import Mention, text_of
from factcheck.claims.context.people import explaining, is_person, names_body
from factcheck.claims.context.referents import Referent, Referents
from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.names.people import pronoun_of
from factcheck.language.names.titles import TITLES

_HONORIFICS: Final = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady"})
_SMALL: Final = frozenset({"ADP", "DET", "CCONJ"})
_OF_COUNTRIES: Final = frozenset("""
    ambassador army chancellor embassy government king military minister navy parliament premier president queen
""".split())  # fmt: skip
"""What countries have, and towns and other bodies don't."""
_MOST_WORDS: Final = 6
"""Words of a name that its short forms are looked for in."""


def words_of(sentence: ParsedSentence, name: Mention) -> tuple[str, ...]:
    """The words of a name in small letters; what stands together is one: `dong-jin`."""
    words = name.text(sentence).lower().replace("’", "'").split()
    return tuple(each.removesuffix("'s") for each in words)


def written(sentence: ParsedSentence, name: Mention) -> str:
    """How the name is written where it explains another word: with the place it belongs to, where that makes it one."""
    owner = sentence.child(name.head, "poss")
    if owner is not None and owner.word_class == "PROPN" and owner.place < name.first and not name.title:
        inner = sentence.subtree(owner)
        if inner[-1].place == name.first - 1:
            return text_of(sentence.tokens[inner[0].place : name.last + 1])
    return name.text(sentence)


def known_as(memory: Referents, sentence: ParsedSentence, name: Mention) -> list[Referent]:
    """The referents that a name may stand for, longest known first; none for a new one.

    The same name is the same referent. A person is also named by the first or the last word, a body by the words that
    its name begins or ends with, but a place that a body is named after stays the place.
    """
    words = words_of(sentence, name)
    same = memory.named(words)
    if same is not None:
        return [same]
    return [each for each in memory.with_word(words[0]) if _is_short_for(sentence, name, words, each)]


def is_acronym_of(letters: str, words: Sequence[Token]) -> bool:
    """Whether these are the first letters of the words, with or without those of small ones: `KCNA`, `DHSC`."""
    firsts = [each.text[0].lower() for each in words if each.text[0].isalnum()]
    weighty = [each.text[0].lower() for each in words if each.text[0].isalnum() and each.word_class not in _SMALL]
    return len(letters) > 1 and letters.isupper() and list(letters.lower()) in (firsts, weighty)


def spelled_out(sentence: ParsedSentence, name: Mention) -> int | None:
    """Where the words end that stand before an acronym in brackets, or before `, or` and it."""
    before = [each.text for each in sentence.tokens[max(0, name.first - 2) : name.first]]
    if before[-1:] in (["("], ["["]):
        return name.first - 2
    return name.first - 3 if before == [",", "or"] else None


def part_of(memory: Referents, words: tuple[str, ...]) -> Referent | None:
    """The person whose known name is a part of this longer one: `Ann Lee` of `Ann Lee Brown`."""
    for each in memory.with_word(words[0]) if len(words) > 2 else ():
        if 1 < len(each.words) < len(words) and words[: len(each.words)] == each.words and each.seems_person:
            return each
    return None


def _is_short_for(sentence: ParsedSentence, name: Mention, words: tuple[str, ...], known: Referent) -> bool:
    longer = known.words
    if not len(words) < len(longer) <= _MOST_WORDS:
        return False
    begins, ends = longer[: len(words)] == words, longer[-len(words) :] == words
    if not (begins or ends):
        return False
    person = is_person(sentence, name, words)
    if any(each.lower in {"a", "an"} for each in sentence.children(name.head, "det")):
        return False
    if begins and len(words) == 1 and name.label != "PERSON" and known.seems_person:
        return False
    if known.seems_person or (known.is_person is None and (person or name.label == "PERSON") and ends):
        return person is not False and _agrees(sentence, name, known)
    if known.is_place:
        return begins and name.has_determiner
    if person or known.is_person:
        return False
    if len(words) == 1:
        return begins and known.labels.most_common(1)[0][0] == "ORG" and name.label not in {"GPE", "LOC", "NORP"}
    return True


def _agrees(sentence: ParsedSentence, name: Mention, known: Referent) -> bool:
    """Whether the title before a name fits whom it may stand for: `Minister Kim` is nobody's whom no office was told of."""
    gender = gender_of(sentence, name)
    if gender and known.gender and gender != known.gender:
        return False
    offices = [each for each in name.title if each.lower.rstrip(".") not in TITLES]
    return not offices or any(offices[-1].lower == head for head, _ in known.phrases)


def gender_of(sentence: ParsedSentence, name: Mention) -> str:
    """`he` or `she`, where the title or the first name tells; empty where nothing does."""
    return pronoun_of(text_of((*name.title, *name.tokens(sentence)))) or ""


def learn(memory: Referents, sentence: ParsedSentence, name: Mention, referent: Referent) -> None:
    """Keep what the sentence says of who or what is named."""
    words = words_of(sentence, name)
    referent.labels[name.label] += 1
    person = is_person(sentence, name, words)
    if person is not None and referent.is_person is None:
        referent.is_person = person
    if not referent.gender:
        referent.gender = gender_of(sentence, name)  # type: ignore[assignment]
    for noun in explaining(sentence, name):
        memory.call(referent, noun.lemma.lower(), modifiers(sentence, noun))
    if name.title and name.title[-1].lower.rstrip(".") not in TITLES:
        memory.call(referent, name.title[-1].lower, (each.lower for each in name.title))
    if len(referent.words) > 1 and not referent.seems_person and name.label not in {"GPE", "LOC"}:
        memory.call(referent, head_of(referent.words), referent.words)
    if _governs(sentence, name):
        memory.call(referent, "country", ())
        memory.call(referent, "nation", ())


def head_of(words: tuple[str, ...]) -> str:
    """The word of a name that says what it is: `university` of `University of Leeds`, `council` of `Leeds Council`."""
    return next((before for before, word in zip(words, words[1:], strict=False) if word in {"of", "for"}), words[-1])


def _governs(sentence: ParsedSentence, name: Mention) -> bool:
    """Whether a name is that of a country by what it has: `Norvia's president`, `the Norvian government` is not one."""
    owned = sentence.head(name.head)
    return (
        name.label == "GPE"
        and name.head.relation in {"poss", "compound", "nmod"}
        and owned.lemma.lower() in _OF_COUNTRIES
    )


def modifiers(sentence: ParsedSentence, noun: Token) -> list[str]:
    """The lemmas of the words before a noun that tell which one it is."""
    return [
        each.lemma.lower()
        for each in sentence.children(noun, "amod", "compound", "nmod", "nummod")
        if each.place < noun.place
    ]


def honorific(name: Mention) -> Sequence[Token]:
    """The titles before a name that its full form is written without."""
    return [each for each in name.title if each.lower.rstrip(".") in _HONORIFICS]
