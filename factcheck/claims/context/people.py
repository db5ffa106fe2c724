"""What a sentence says of whether a name or a noun stands for a person."""

from __future__ import annotations

from typing import Final

from factcheck.claims.context.mentions import Mention
from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.names.bodies import is_body
from factcheck.language.names.name_kinds import is_of_person
from factcheck.language.names.name_places import Place
from factcheck.language.names.people import pronoun_of
from factcheck.language.names.titles import is_title
from factcheck.language.word_lists import word_list

_ROLES: Final = frozenset(word_list("""
    actor aide analyst artist author brother candidate child colleague critic daughter doctor driver economist engineer
    expert farmer father founder friend husband journalist lawyer member mother neighbour nurse official owner patient
    player poet priest prisoner professor refugee reporter representative researcher resident scientist singer sister
    solicitor son specialist student surgeon suspect teacher teenager victim visitor volunteer voter widow wife witness
    worker writer
"""))  # fmt: skip
"""Nouns for people by what they do or are to others; those that they are called by are `TITLES`."""
_ENDINGS: Final = ("man", "men", "woman", "women", "person", "people", "ist", "ian")


def is_human(noun: Token) -> bool:
    """Whether a common noun is one for a person."""
    lemma = noun.lemma.lower()
    return lemma in _ROLES or is_title(lemma) or lemma.endswith(_ENDINGS) or pronoun_of(lemma) is not None


def is_person(sentence: ParsedSentence, name: Mention) -> bool | None:
    """Whether the words around a name say that it is a person's; None where they say neither."""
    nouns = explaining(sentence, name)
    if (
        (name.has_determiner and not name.title)
        or is_body([each.text for each in name.tokens(sentence)])
        or any(is_body(["a", each.lemma]) for each in nouns)
    ):
        return False
    told = (
        bool(name.title)
        or pronoun_of(name.text(sentence)) is not None
        or any(map(is_human, nouns))
        or is_of_person(sentence, Place(name.first, name.last, name.label))
    )
    return True if told else None


def explaining(sentence: ParsedSentence, name: Mention) -> list[Token]:
    """The common nouns that say what a name stands for: `Acme, a shipping firm`, `coach Ann Lee`, `Acme is a bank`."""
    head = name.head
    found = [
        *sentence.children(head, "appos"),
        *(each for each in sentence.children(head, "compound", "nmod") if each.place < name.first),
    ]
    if head.relation == "appos":
        found.append(sentence.head(head))
    if head.relation in {"nsubj", "appos"}:
        verb = sentence.head(head)
        if head.relation == "nsubj" and verb.lemma == "be" and not sentence.children(verb, "neg"):
            found += sentence.children(verb, "attr")
    return [each for each in found if each.word_class == "NOUN"]
