"""Who or what a name stands for, and what a sentence tells of them."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from factcheck.claims.context.mentions import Mention, text_of
from factcheck.claims.context.people import explaining, is_person
from factcheck.claims.context.referents import Referent, Referents
from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.names.people import pronoun_of
from factcheck.language.names.titles import STYLES, Pronoun

_MOST_WORDS: Final = 6
"""Words of a name that its short forms are looked for in."""


def words_of(sentence: ParsedSentence, name: Mention) -> tuple[str, ...]:
    """The words of a name in small letters; what stands together is one: `dong-jin`."""
    words = name.text(sentence).lower().replace("’", "'").split()
    return tuple(each.removesuffix("'s") for each in words)


def has_article(sentence: ParsedSentence, name: Mention) -> bool:
    """Whether `the` stands right before a name."""
    return name.first > 0 and sentence.tokens[name.first - 1].lower == "the" and not name.title


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


def _is_short_for(sentence: ParsedSentence, name: Mention, words: tuple[str, ...], known: Referent) -> bool:
    longer = known.words
    begins, ends = longer[: len(words)] == words, longer[-len(words) :] == words
    if not len(words) < len(longer) <= _MOST_WORDS or not (begins or ends):
        return False
    person = is_person(sentence, name)
    if known.seems_person or (known.is_person is None and (person or name.label == "PERSON") and ends):
        is_part = ends or len(words) > 1 or name.label == "PERSON"
        return is_part and person is not False and _agrees(sentence, name, known)
    if known.is_place:
        return begins and name.has_determiner
    if person or known.is_person:
        return False
    if len(words) == 1:
        return begins and known.labels.most_common(1)[0][0] == "ORG" and name.label not in {"GPE", "LOC", "NORP"}
    return True


def _agrees(sentence: ParsedSentence, name: Mention, known: Referent) -> bool:
    """Whether the title before a name fits whom it may stand for: `Minister Kim` is nobody who wasn't called one."""
    gender = gender_of(sentence, name)
    if gender and known.gender and gender != known.gender:
        return False
    offices = [each for each in name.title if not is_style(each)]
    return not offices or any(offices[-1].lower == head for head, _ in known.phrases)


def gender_of(sentence: ParsedSentence, name: Mention) -> Pronoun | None:
    """`he` or `she`, where the title or the first name tells."""
    return pronoun_of(text_of((*name.title, *name.tokens(sentence))))


def learn(sentence: ParsedSentence, name: Mention, referent: Referent) -> None:
    """Keep what the sentence says of who or what is named."""
    referent.labels[name.label] += 1
    person = is_person(sentence, name)
    if person is not None and referent.is_person is None:
        referent.is_person = person
    referent.gender = referent.gender or gender_of(sentence, name) or ""
    for noun in explaining(sentence, name):
        referent.gender = referent.gender or pronoun_of(noun.lemma) or ""
        referent.called(noun.lemma.lower(), modifiers(sentence, noun))
    if name.title and not is_style(name.title[-1]):
        referent.called(name.title[-1].lower, (each.lower for each in name.title))
    if len(referent.words) > 1 and not referent.seems_person and name.label not in {"GPE", "LOC"}:
        referent.called(head_of(referent.words), referent.words)


def head_of(words: tuple[str, ...]) -> str:
    """The word of a name that says what it is: `university` of `University of Leeds`, `council` of `Leeds Council`."""
    return next((before for before, word in pairwise(words) if word in {"of", "for"}), words[-1])


def modifiers(sentence: ParsedSentence, noun: Token) -> list[str]:
    """The lemmas of the words before a noun that tell which one it is."""
    return [
        each.lemma.lower()
        for each in sentence.children(noun, "amod", "compound", "nmod", "nummod")
        if each.place < noun.place
    ]


def is_style(word: Token) -> bool:
    """Whether a word before a name is a form of address and no office."""
    return word.lower.rstrip(".") in STYLES
