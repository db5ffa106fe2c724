"""What a participle adds: `the talks failed, leaving A`, `X, born in Y, left`, `…, with the vote set for May`."""

from __future__ import annotations

from typing import Final

from factcheck.claims.clauses.appositions import phrase
from factcheck.claims.clauses.coordination import shares_what_follows
from factcheck.claims.clauses.grammar import (
    before,
    behind,
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

_BEINGS: Final = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_PERSONAL: Final = frozenset({"he", "she", "they", "we", "i", "you"})
_STATES: Final = frozenset({"base", "locate", "situate", "know", "call", "name", "own", "aim", "design", "intend"})
"""Verbs whose participle says how something is, and not what was done to it once: `X, based in Y, left`."""
_EFFECTS: Final = frozenset(
    word_list(
        """allow bring cause close create cut damage deal destroy drive enable end force give help highlight injure kill
        lead leave make mark mean prompt push raise reflect result send spark suggest trigger underline wound"""
    )
)
"""Verbs of what comes of an event: `the bridge fell, killing nine` tells what its fall did."""


def of_a_noun(sentence: ParsedSentence, participle: Token) -> Part | None:
    """`X, born in Y, left`: what a participle between commas says of the noun before it."""
    noun = sentence.head(participle)
    if is_verb(noun) or noun.tag == "PRP" or participle.tag not in {"VBN", "VBD", "VBG"}:
        return None
    places = _set_off(sentence, participle)
    if places is None or places.start <= noun.place or subject(sentence, participle) is not None:
        return None
    verb = next((each for each in sentence.ancestors(noun) if is_verb(each)), None)
    return _part(sentence, participle, places, phrase(sentence, noun), noun=noun, verb=verb)


def of_a_clause(sentence: ParsedSentence, participle: Token, verb: Token, who: tuple[Token, ...]) -> Part | None:
    """`X ran, becoming Y`, `the talks failed, leaving A`: about the subject `who`, or about what the clause of `verb` says."""
    if participle.tag not in {"VBN", "VBG"} or sentence.child(participle, "mark", "aux") is not None:
        return None
    places = _set_off(sentence, participle)
    own = subject(sentence, verb)
    if places is None or not who or subject(sentence, participle) is not None:
        return None
    comes_first = places.stop <= who[0].place
    if comes_first and participle.tag != "VBN":
        return None
    between = who[-1].place < places.start < verb.place
    if between or participle.tag == "VBN" or participle.lemma not in _EFFECTS or _acts(sentence, who):
        return _part(sentence, participle, places, who, noun=own, verb=verb)
    this = put_in("This", "DT", at=sentence.tokens[places.start])
    return _part(sentence, participle, places, (this,), noun=None, verb=verb)


def joined_participle(sentence: ParsedSentence, participle: Token, first: Part, verb: Token) -> Part | None:
    """A participle joined to another that was made a sentence: `killing nine and wounding ten`."""
    places = region(sentence, participle)
    word = before(sentence, places)
    if participle.tag not in {"VBG", "VBN", "VBD"} or word is None or not first.subject:
        return None
    start = word.place if word.relation == "cc" or word.text == "," else places.start
    words = _finite(sentence, participle, places, first.subject, noun=None, verb=verb)
    if words is None or not is_whole(sentence, participle, places) or shares_what_follows(sentence, participle, places):
        return None
    return Part(
        head=participle,
        taken=frozenset(range(start, places.stop)),
        words=(*first.subject, *words),
        subject=first.subject,
    )


def with_phrase(sentence: ParsedSentence, preposition: Token) -> Part | None:
    """`…, with the vote set for May`, `…, with the prize going to A`: what a phrase behind a comma says is or will be."""
    places = region(sentence, preposition)
    if preposition.lower != "with" or not is_set_off(sentence, places) or not is_whole(sentence, preposition, places):
        return None
    clause = sentence.child(preposition, "pcomp")
    noun = sentence.child(preposition, "pobj") if clause is None else subject(sentence, clause)
    if noun is None:
        return None
    participle = clause if clause is not None else sentence.child(noun, "acl")
    if participle is None:
        return _having(sentence, preposition, noun, places)
    if participle.tag not in {"VBN", "VBG"} or sentence.child(participle, "aux", "auxpass") is not None:
        return None
    told = range(region(sentence, noun).stop if clause is not None else region(sentence, participle).start, places.stop)
    if is_set_off(sentence, told) or participle.place not in told:
        return None
    verb = next((each for each in sentence.ancestors(preposition) if is_verb(each)), None)
    who = sentence.tokens[preposition.place + 1 : told.start]
    words = _finite(sentence, participle, told, who, noun=noun, verb=verb, goes_on=True)
    if words is None:
        return None
    return Part(head=preposition, taken=inset(sentence, places), words=(*who, *words), subject=who)


def _having(sentence: ParsedSentence, preposition: Token, noun: Token, places: range) -> Part | None:
    """`X, with 4,000 members, is Y`: a figure that X has."""
    owner, closing = sentence.head(preposition), behind(sentence, places)
    if is_verb(owner) or sentence.child(noun, "nummod") is None or not is_set_off(sentence, places):
        return None
    if closing is None or closing.text != "," or not is_whole(sentence, preposition, places):
        return None
    who = phrase(sentence, owner)
    has = rewritten(preposition, "have" if is_plural(sentence, owner) else "has", "VBZ")
    words = (*who, has, *sentence.tokens[preposition.place + 1 : places.stop])
    return Part(head=preposition, taken=inset(sentence, places), words=words, subject=who)


def _set_off(sentence: ParsedSentence, participle: Token) -> range | None:
    places = region(sentence, participle)
    closing = behind(sentence, places) if places else None
    if places and is_opening(sentence, places) and closing is not None and closing.text == ",":
        return places if is_whole(sentence, participle, places) else None
    if not places or not is_set_off(sentence, places) or not is_whole(sentence, participle, places):
        return None
    return places if closing is None or closing.word_class == "PUNCT" or closing.relation == "cc" else None


def _acts(sentence: ParsedSentence, who: tuple[Token, ...]) -> bool:
    """Whether somebody does something, and not only something happens."""
    entity = sentence.entity_at(who[-1])
    return who[-1].lower in _PERSONAL or (entity is not None and entity.label in _BEINGS)


def _part(
    sentence: ParsedSentence,
    participle: Token,
    places: range,
    who: tuple[Token, ...],
    *,
    noun: Token | None,
    verb: Token | None,
) -> Part | None:
    words = _finite(sentence, participle, places, who, noun=noun, verb=verb)
    if words is None or not who:
        return None
    about = sentence.head(participle)
    return Part(
        head=participle,
        taken=inset(sentence, places, about),
        words=(*who, *words),
        subject=who,
        explains=not is_verb(about),
    )


def _finite(
    sentence: ParsedSentence,
    participle: Token,
    places: range,
    who: tuple[Token, ...],
    *,
    noun: Token | None,
    verb: Token | None,
    goes_on: bool = False,
) -> tuple[Token, ...] | None:
    """The words at `places` with the participle made finite, in the tense of the clause around it.

    Args:
        goes_on: Whether it says how something is at that time: `with the vote set for May`.
    """
    many = is_plural(sentence, noun) if noun is not None else who[-1].tag == "NNS"
    front = sentence.tokens[places.start : participle.place]
    rest = sentence.tokens[participle.place + 1 : places.stop]
    over = verb is None or in_past(sentence, verb)
    if participle.tag in {"VBN", "VBD"}:
        present_form = (
            verb is not None and (form := finite_form(sentence, verb)) is not None and form.tag in {"VBZ", "VBP"}
        )
        is_state = participle.lemma in _STATES or (goes_on and present_form)
        form_of_be = ("are" if many else "is") if is_state else ("were" if many else "was")
        return (put_in(form_of_be, "VBD", at=sentence.tokens[places.start]), *front, participle, *rest)
    form_of = finite_form(sentence, verb) if verb is not None else None
    if form_of is not None and form_of.tag == "MD":
        return None
    if over:
        made = rewritten(participle, past(participle.lower, participle.lemma, plural=many), "VBD")
    else:
        made = rewritten(participle, present(participle.lemma, plural=many), "VBP" if many else "VBZ")
    return (*front, made, *rest)
