"""What a participle adds: `the talks failed, leaving A`, `X, born in Y, left`, `…, with the vote set for May`."""

from __future__ import annotations

from typing import Final

from factcheck.claims.clauses.appositions import phrase
from factcheck.claims.clauses.coordination import shares_what_follows, with_joint
from factcheck.claims.clauses.grammar import (
    behind,
    clause_of,
    finite_form,
    in_past,
    inset,
    is_opening,
    is_plural,
    is_set_off,
    is_verb,
    is_whole,
    region,
    subject,
)
from factcheck.claims.clauses.part import Part, put_in, rewritten
from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.inflection import past, present
from factcheck.language.word_lists import word_list

_PARTICIPLES: Final = frozenset({"VBG", "VBN"})
_STATES: Final = frozenset(word_list("aim base call design intend know locate name own situate"))
"""Verbs whose participle says how something is, and not what was done to it once: `X, based in Y, left`."""
_EFFECTS: Final = frozenset(
    word_list(
        """allow bring cause close create cut damage deal destroy draw drive enable end force give help highlight injure
        kill lead leave make mark mean prompt push raise reflect result send spark suggest trigger underline wound"""
    )
)
"""Verbs of what comes of an event: `the roof fell, killing nine` tells what its fall did."""


def of_a_noun(sentence: ParsedSentence, participle: Token) -> Part | None:
    """`X, born in Y, left`: what a participle between commas says of the noun before it."""
    noun, places = sentence.head(participle), region(sentence, participle)
    if is_verb(noun) or noun.tag == "PRP" or places.start <= noun.place or not is_set_off(sentence, places):
        return None
    return _part(sentence, participle, phrase(sentence, noun), is_plural(sentence, noun), clause_of(sentence, noun))


def of_a_clause(sentence: ParsedSentence, participle: Token, verb: Token, who: tuple[Token, ...]) -> Part | None:
    """`X ran, becoming Y`, `the talks failed, leaving A`: about the subject, or what the clause of `verb` says."""
    places, own = region(sentence, participle), subject(sentence, verb)
    opens = is_opening(sentence, places) and participle.tag == "VBN"
    if not who or not (opens or is_set_off(sentence, places)):
        return None
    between = who[-1].place < places.start < verb.place
    if participle.tag == "VBG" and participle.lemma in _EFFECTS and not between:
        return _part(sentence, participle, (put_in("This", "DT", at=sentence.tokens[places.start]),), False, verb)
    many = is_plural(sentence, own) if own is not None else who[-1].tag == "NNS"
    return _part(sentence, participle, who, many, verb)


def _part(
    sentence: ParsedSentence, participle: Token, who: tuple[Token, ...], many: bool, verb: Token | None
) -> Part | None:
    around, places = sentence.head(participle), region(sentence, participle)
    if subject(sentence, participle) is not None or sentence.child(participle, "mark", "aux") is not None:
        return None
    if not who or not is_whole(sentence, participle, places) or behind(sentence, places).isalnum():
        return None
    words = _finite(sentence, participle, places, many, verb)
    taken, about_noun = inset(sentence, places, around), not is_verb(around)
    return Part(head=participle, taken=taken, words=(*who, *words), subject=who, explains=about_noun) if words else None


def joined_participle(sentence: ParsedSentence, participle: Token, who: tuple[Token, ...], verb: Token) -> Part | None:
    """A participle joined to another that was made a sentence about `who`: `killing nine and wounding ten`."""
    places = region(sentence, participle)
    taken = with_joint(sentence, places)
    if taken is None or shares_what_follows(sentence, participle, places):
        return None
    words = _finite(sentence, participle, places, who[-1].tag == "NNS", verb)
    return Part(head=participle, taken=taken, words=(*who, *words), subject=who) if words else None


def with_phrase(sentence: ParsedSentence, preposition: Token) -> Part | None:
    """`…, with the vote set for May`, `…, with the prize going to A`: what such a phrase says is or will be."""
    places, clause = region(sentence, preposition), sentence.child(preposition, "pcomp")
    noun = sentence.child(preposition, "pobj") if clause is None else subject(sentence, clause)
    if preposition.lower != "with" or noun is None or not is_set_off(sentence, places):
        return None
    participle = sentence.child(noun, "acl") if clause is None else clause
    verb, tokens = clause_of(sentence, preposition), sentence.tokens
    if participle is None:
        return _having(sentence, preposition, noun, places)
    start = region(sentence, participle).start if clause is None else region(sentence, noun).stop
    told, who = range(start, places.stop), tokens[preposition.place + 1 : start]
    if participle.tag not in _PARTICIPLES or is_set_off(sentence, told) or participle.place not in told:
        return None
    many = is_plural(sentence, noun)
    words = _finite(sentence, participle, told, many, verb, goes_on=True)
    taken = inset(sentence, places, sentence.head(preposition))
    return Part(head=preposition, taken=taken, words=(*who, *words), subject=who) if words else None


def _having(sentence: ParsedSentence, preposition: Token, noun: Token, places: range) -> Part | None:
    """`X, with 4,000 members, is Y`: a figure that X has."""
    owner = sentence.head(preposition)
    if is_verb(owner) or sentence.child(noun, "nummod") is None or behind(sentence, places) != ",":
        return None
    who = phrase(sentence, owner)
    has = rewritten(preposition, "have" if is_plural(sentence, owner) else "has", "VBZ")
    words = (*who, has, *sentence.tokens[preposition.place + 1 : places.stop])
    return Part(head=preposition, taken=inset(sentence, places, owner), words=words, subject=who)


def _finite(
    sentence: ParsedSentence, participle: Token, places: range, many: bool, verb: Token | None, *, goes_on: bool = False
) -> tuple[Token, ...]:
    """The words at `places` with the participle made finite, in the tense of the clause around it; none in the future.

    Args:
        goes_on: Whether it says how something is while that happens: `with the vote set for May`.
    """
    form, first = finite_form(sentence, verb) if verb is not None else None, sentence.tokens[places.start]
    front, rest = sentence.tokens[places.start : participle.place], sentence.tokens[participle.place + 1 : places.stop]
    is_past = verb is None or in_past(sentence, verb)
    if participle.tag != "VBG":
        is_state = participle.lemma in _STATES or (goes_on and not is_past)
        be = ("are" if many else "is") if is_state else ("were" if many else "was")
        return (put_in(be, "VBD", at=first), *front, participle, *rest)
    if (form is not None and form.tag == "MD") or not participle.text.isalpha():
        return ()
    base = participle.lemma
    if is_past:
        return (*front, rewritten(participle, past(participle.lower, base, plural=many), "VBD"), *rest)
    return (*front, rewritten(participle, present(base, plural=many), "VBP" if many else "VBZ"), *rest)
