"""What a sentence says of whether a name or a noun stands for a person."""

from __future__ import annotations

from typing import Final

from factcheck.claims.context.mentions import Mention
from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.names.people import pronoun_of
from factcheck.language.names.titles import TITLES

_ROLES: Final = frozenset("""
    actor admiral adviser ambassador analyst archbishop aide artist author bishop brother candidate captain chair chancellor
    chief child coach colleague colonel commander commissioner councillor critic daughter deputy director doctor driver
    economist editor emperor engineer expert farmer father founder friend general goalkeeper governor head husband
    inspector journalist judge justice king lawyer leader lieutenant lord magistrate manager mayor member minister mother
    neighbour nurse officer official owner patient player poet pope premier president prime priest prince prisoner
    professor prosecutor queen refugee reporter representative researcher resident scientist secretary senator sergeant
    singer sister solicitor son speaker specialist spokesman spokesperson spokeswoman striker student surgeon suspect
    teacher teenager treasurer victim volunteer widow wife witness worker writer
""".split())  # fmt: skip
"""Nouns for people by what they do, hold or are to others."""
_ENDINGS: Final = ("man", "men", "woman", "women", "person", "people", "ist", "ian")
_BODIES: Final = frozenset("""
    academy administration agency army association authority bank board bureau church club college commission committee
    company congress cooperative corp corporation council court department federation force forces foundation fund group
    guard hospital inc institute institution league ltd ministry movement museum navy office organisation organization
    parliament party plc police school senate service society team trust union university
""".split())  # fmt: skip
"""The last word of a body's name."""
_OLDEST: Final = 120


def is_human(noun: Token) -> bool:
    """Whether a common noun is one for a person."""
    lemma = noun.lemma.lower()
    return lemma in _ROLES or lemma.endswith(_ENDINGS) or pronoun_of(lemma) is not None


def names_body(words: tuple[str, ...]) -> bool:
    """Whether a name ends, or before `of` or `for` ends, as the names of bodies do: `the Ministry of Health`."""
    heads = [words[-1]] + [before for before, word in zip(words, words[1:], strict=False) if word in {"of", "for"}]
    return any(head.rstrip(".") in _BODIES for head in heads)


def is_person(sentence: ParsedSentence, name: Mention, words: tuple[str, ...]) -> bool | None:
    """Whether the words around a name say that it is a person's; None where they say neither."""
    if name.has_determiner and not name.title or names_body(words):
        return False
    told = (
        any(each.lower.rstrip(".") in TITLES or is_human(each) for each in name.title)
        or pronoun_of(name.text(sentence)) is not None
        or any(map(is_human, explaining(sentence, name)))
        or any(_is_age(each) for each in sentence.children(name.head, "appos", "nummod"))
        or any(_is_of_somebody(sentence, each) for each in sentence.children(name.head, "relcl"))
    )
    return True if told else None


def explaining(sentence: ParsedSentence, name: Mention) -> list[Token]:
    """The common nouns that say what a name stands for: `Acme, a shipping company`, `coach Ann Lee`, `Acme is a bank`."""
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


def _is_age(token: Token) -> bool:
    return token.text.isascii() and token.text.isdigit() and len(token.text) <= 3 and 0 < int(token.text) < _OLDEST


def _is_of_somebody(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a relative clause begins with `who`, `whose` or `whom`."""
    return any(each.lower in {"who", "whose", "whom"} for each in sentence.subtree(verb)[:2])
