"""Short descriptions of what has a name earlier: `the council`, `the company`, `both countries`."""

from __future__ import annotations

from typing import Final

from factcheck.claims.context.mentions import Mention
from factcheck.claims.context.naming import modifiers
from factcheck.claims.context.referents import Referent, Referents
from factcheck.domain.parsed_text import ParsedSentence

_PAIRS: Final = frozenset({"both", "two"})
_BODIES: Final = frozenset({"company", "firm", "group", "organisation", "organization", "agency", "club", "team", "charity"})
"""Nouns for what OntoNotes' guidelines call an organisation, `ORG`."""
_AFTER: Final = frozenset({"prep", "relcl", "acl", "appos", "advcl", "ccomp", "nmod", "conj", "cc"})
"""What stands behind a noun and tells by itself which one is meant."""


def is_short(sentence: ParsedSentence, noun: Mention) -> bool:
    """Whether a noun phrase is a definite one in the singular that says no more than what its referent is."""
    head = noun.head
    determiner = sentence.child(head, "det")
    return (
        determiner is not None
        and determiner.lower == "the"
        and not noun.is_plural
        and not sentence.children(head, "poss", *_AFTER)
        and not any(each.word_class in {"PROPN", "NUM"} for each in noun.tokens(sentence))
        and head.text[0].islower()
    )


def says_what(sentence: ParsedSentence, noun: Mention) -> bool:
    """Whether a noun phrase only says what another one is: `Ann Lee, the mayor`, `Acme is a company`."""
    head = noun.head
    if head.relation == "appos" or any(each.word_class == "PROPN" for each in sentence.children(head, "appos")):
        return True
    return head.relation == "attr" and sentence.child(sentence.head(head), "nsubj") is not None


def is_pair(sentence: ParsedSentence, noun: Mention) -> bool:
    """`both countries`, `the two companies`."""
    before = [each.lower for each in sentence.children(noun.head, "det", "predet", "nummod", "cc")]
    return noun.is_plural and any(each in _PAIRS for each in before) and not sentence.children(noun.head, *_AFTER)


def described(memory: Referents, sentence: ParsedSentence, noun: Mention) -> list[Referent]:
    """Those that a description fits by what they were called, or else by what they are."""
    head, wanted = noun.head.lemma.lower(), set(modifiers(sentence, noun.head))
    called = [
        each
        for each in memory.with_noun(head)
        if any(head == name and wanted <= words for name, words in each.phrases)
    ]
    if called or wanted or head not in _BODIES:
        return called
    bodies = [each for each in memory.all_named() if is_body(each)]
    return bodies if len(bodies) == 1 else []


def pair(memory: Referents, noun: Mention, sentence: int) -> list[Referent]:
    """The two that a plural stands for: `both countries`; empty unless just two fit."""
    lemma = noun.head.lemma.lower()
    found = memory.with_noun(lemma)
    if len(found) != 2 and lemma in {"country", "nation"}:
        found = [each for each in memory.near(sentence) if each.is_name and each.is_place]
    return sorted(found, key=lambda each: each.source.start) if len(found) == 2 else []


def is_body(referent: Referent) -> bool:
    """Whether a name may be called by a noun for any body, as far as the parser's labels tell."""
    return (
        bool(referent.labels)
        and referent.labels.most_common(1)[0][0] == "ORG"
        and not referent.phrases
        and not referent.is_person
    )
