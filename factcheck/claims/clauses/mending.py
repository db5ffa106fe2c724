"""Where a parse can't be right by what its own words say, and what is then meant.

A parser errs most where a sentence goes on after a noun: `noticed the people and a warship was deployed`. A form that
doesn't agree, a conjunction of its own, a comma or a missing subject show it. Each rule changes what a word depends on,
and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeAlias

from factcheck.claims.clauses.grammar import finite_form, is_plural, is_set_off, is_verb, label_of, region, subject
from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.parsing.tags import TIMES

Change: TypeAlias = dict[int, tuple[int, str]]
"""Places of tokens, with the place that each depends on instead, and how."""


def mended(sentence: ParsedSentence) -> ParsedSentence:
    """The sentence with the heads that its words ask for; itself where nothing speaks against them."""
    for rule in _RULES:
        for place in range(len(sentence.tokens)):
            change = rule(sentence, sentence.tokens[place])
            if change and _is_tree(sentence, change):
                tokens = list(sentence.tokens)
                for at, (head, relation) in change.items():
                    tokens[at] = replace(tokens[at], head=head, relation=relation)
                sentence = ParsedSentence(span=sentence.span, tokens=tuple(tokens), entities=sentence.entities)
    return sentence


def _is_tree(sentence: ParsedSentence, change: Change) -> bool:
    """Whether every word that is moved still hangs from the root."""
    heads = [token.head for token in sentence.tokens]
    for place, (head, _) in change.items():
        heads[place] = head
    for place in change:
        passed: set[int] = set()
        while place not in passed and heads[place] != place:
            passed.add(place)
            place = heads[place]
        if place != sentence.root.place:
            return False
    return True


def _two_clauses(sentence: ParsedSentence, verb: Token) -> Change | None:
    """`noticed the people and a warship was deployed`: two joined nouns don't take a verb in the singular."""
    first, form, around = subject(sentence, verb), finite_form(sentence, verb), sentence.head(verb)
    second = sentence.child(first, "conj") if first is not None else None
    joint = sentence.child(first, "cc") if first is not None else None
    if first is None or second is None or joint is None or form is None or not is_verb(around):
        return None
    in_order = around.place < first.place < joint.place < second.place < verb.place
    is_singular = form.tag == "VBZ" or form.lower == "was"
    if not in_order or not is_singular or _that(sentence, verb) or second.tag in {"NNS", "NNPS"}:
        return None
    return {
        first.place: (around.place, "attr" if around.lemma == "be" else "dobj"),
        joint.place: (around.place, "cc"),
        second.place: (verb.place, first.relation),
        verb.place: (around.place, "conj"),
    }


def _joined_to_its_like(sentence: ParsedSentence, verb: Token) -> Change | None:
    """A finite verb is joined to one that `that` introduces too, that has the same tense, or that is the main one.

    `noted that A was B and that C`, `raises spending and lowers the tax`, `left because A, and B was late`.
    """
    first, form = sentence.head(verb), finite_form(sentence, verb)
    if verb.relation != "conj" or not is_verb(verb) or form is None or first.relation == "relcl":
        return None
    finite = [each for each in (first, *sentence.ancestors(first)) if finite_form(sentence, each)]
    joint = next((each for each in sentence.children(first, "cc") if first.place < each.place < verb.place), None)
    if _that(sentence, verb):
        alike = [each for each in finite if _that(sentence, each)]
    elif subject(sentence, verb) is None:
        alike = [each for each in finite if getattr(finite_form(sentence, each), "tag", "") == form.tag]
    elif joint is not None and sentence.tokens[joint.place - 1].text == "," and sentence.child(first, "mark"):
        alike = [each for each in finite if sentence.child(each, "mark") is None]
    else:
        return None
    if not alike or alike[0] is first or alike[0].place > verb.place:
        return None
    joints = {} if joint is None else {joint.place: (alike[0].place, "cc")}
    return {verb.place: (alike[0].place, "conj"), **joints}


def _that(sentence: ParsedSentence, verb: Token) -> bool:
    return any(each.lower == "that" for each in sentence.children(verb, "mark"))


def _behind_the_comma(sentence: ParsedSentence, preposition: Token) -> Change | None:
    """`charged Ben Aldo, who is 44, with fraud`: what follows the comma that closes a clause is no part of it."""
    verb = sentence.head(preposition)
    if verb.relation != "relcl" or preposition.relation != "prep" or preposition.place < verb.place + 2:
        return None
    around = next(filter(is_verb, sentence.ancestors(verb)), verb)
    closes = sentence.tokens[preposition.place - 1].text == "," and is_set_off(sentence, region(sentence, verb))
    return {preposition.place: (around.place, "prep")} if closes and around.place < verb.place else None


def _straight_before(sentence: ParsedSentence, token: Token) -> Change | None:
    """`before the Hajj, the pilgrimage to Mecca`, `Ann and Bob, a teacher`: of the noun straight before the comma."""
    places = region(sentence, token)
    if token.relation not in {"appos", "npadvmod", "relcl", "acl"} or places.start < 2:
        return None
    noun, head = sentence.tokens[places.start - 2], sentence.head(token)
    if noun.word_class not in {"NOUN", "PROPN"} or not is_set_off(sentence, places) or noun.place > token.place:
        return None
    form = finite_form(sentence, token)
    of_one = form.tag == "VBZ" or form.lower == "was" if form is not None else not is_plural(sentence, token)
    fits = noun.relation == "conj" and noun.head == head.place and of_one
    if token.relation == "appos":
        fits = fits or (head not in (noun, *sentence.ancestors(noun)) and head.lemma != token.lemma)
    elif token.relation == "npadvmod":
        fits = noun.tag == "NNP" and label_of(sentence, noun) not in TIMES
        fits = fits and sentence.child(token, "det") is not None
    return {token.place: (noun.place, "appos" if token.relation == "npadvmod" else token.relation)} if fits else None


_RULES: Final[tuple[Callable[[ParsedSentence, Token], Change | None], ...]] = (
    _two_clauses,
    _joined_to_its_like,
    _behind_the_comma,
    _straight_before,
)
