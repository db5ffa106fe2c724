"""Where a parse can't be right by what its own words say, and what is then meant.

A parser errs most where a sentence goes on after a noun: `noticed the people and a warship was deployed`. A form that
doesn't agree, a conjunction of its own, a comma or a missing subject show it. Each rule changes what a word depends on,
and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeAlias

from factcheck.claims.clauses.grammar import (
    WH,
    finite_form,
    is_clausal,
    is_plural,
    is_set_off,
    is_verb,
    region,
    subject,
)
from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.speech.speech_verbs import BELIEVING, CALLING, DENYING, SAYING

Change: TypeAlias = dict[int, tuple[int, str]]
"""Places of tokens, with the place that each depends on instead, and how; the root depends on itself."""


def mended(sentence: ParsedSentence) -> ParsedSentence:
    """The sentence with the heads that its words ask for; itself where nothing speaks against them."""
    for rule in _RULES:
        for place in range(len(sentence.tokens)):
            change = rule(sentence, sentence.tokens[place])
            if change and _is_tree(sentence, change):
                sentence = _changed(sentence, change)
    return sentence


def _changed(sentence: ParsedSentence, change: Change) -> ParsedSentence:
    tokens = list(sentence.tokens)
    for place, (head, relation) in change.items():
        tokens[place] = replace(tokens[place], head=head, relation=relation)
    return ParsedSentence(span=sentence.span, tokens=tuple(tokens), entities=sentence.entities)


def _is_tree(sentence: ParsedSentence, change: Change) -> bool:
    """Whether every word that is moved still hangs from one root."""
    heads = [token.head for token in sentence.tokens]
    for place, (head, _) in change.items():
        heads[place] = head
    if sum(head == place for place, head in enumerate(heads)) != 1:
        return False
    for place in change:
        seen: set[int] = set()
        while heads[place] != place:
            if place in seen:
                return False
            seen.add(place)
            place = heads[place]
    return True


def _two_clauses(sentence: ParsedSentence, verb: Token) -> Change | None:
    """`noticed the people and a warship was deployed`: two joined nouns don't take a verb in the singular."""
    first = sentence.child(verb, "nsubj", "nsubjpass")
    form, around = finite_form(sentence, verb), sentence.head(verb)
    if first is None or form is None or not is_verb(around) or sentence.child(verb, "mark") is not None:
        return None
    second = sentence.child(first, "conj")
    joint = sentence.child(first, "cc")
    if second is None or joint is None or not around.place < first.place < joint.place < second.place < verb.place:
        return None
    singular = form.tag == "VBZ" or form.lower == "was"
    if not singular or is_plural(sentence, second):
        return None
    return {
        first.place: (around.place, "attr" if around.lemma == "be" else "dobj"),
        joint.place: (around.place, "cc"),
        second.place: (verb.place, first.relation),
        verb.place: (around.place, "conj"),
    }


def _verb_joined_to_noun(sentence: ParsedSentence, verb: Token) -> Change | None:
    """`raises spending and lowers the tax`: a finite verb without a subject is joined to a verb."""
    noun = sentence.head(verb)
    if verb.relation != "conj" or not is_verb(verb) or is_clausal(sentence, noun):
        return None
    form = finite_form(sentence, verb)
    if form is None or subject(sentence, verb) is not None:
        return None
    for around in sentence.ancestors(noun):
        if is_verb(around):
            other = finite_form(sentence, around)
            if other is None or other.tag != form.tag:
                return None
            joints = {
                each.place: (around.place, "cc") for each in sentence.children(noun, "cc") if each.place < verb.place
            }
            return {verb.place: (around.place, "conj"), **joints}
    return None


def _second_subject(sentence: ParsedSentence, participle: Token) -> Change | None:
    """`Ann, wearing a suit, left`: a verb has one subject, and what stands between commas is none."""
    verb = sentence.head(participle)
    if participle.relation != "csubj" or participle.tag != "VBG" or sentence.child(verb, "nsubj", "nsubjpass") is None:
        return None
    return {participle.place: (verb.place, "advcl")} if is_set_off(sentence, region(sentence, participle)) else None


def _same_tense(sentence: ParsedSentence, verb: Token) -> Change | None:
    """`said it would close and threatened to sue`: forms that can't be joined aren't, if one around can."""
    first = sentence.head(verb)
    form, other = finite_form(sentence, verb), finite_form(sentence, first)
    if verb.relation != "conj" or form is not verb or not is_verb(first) or subject(sentence, verb) is not None:
        return None
    if other is None or other.tag == form.tag or first.relation != "ccomp" or sentence.head(first).place > first.place:
        return None
    around = sentence.head(first)
    if (above := finite_form(sentence, around)) is None or above.tag != form.tag:
        return None
    joints = {each.place: (around.place, "cc") for each in sentence.children(first, "cc") if each.place < verb.place}
    return {verb.place: (around.place, "conj"), **joints}


def _contrast_beyond(sentence: ParsedSentence, verb: Token) -> Change | None:
    """`said A, while his lawyer called it B`: what sets one report against another belongs to neither."""
    mark = sentence.child(verb, "mark")
    if verb.relation != "advcl" or mark is None or mark.lower not in _CONTRASTS or verb.lemma not in _REPORTING:
        return None
    if subject(sentence, verb) is None or not is_set_off(sentence, region(sentence, verb)):
        return None
    around = next(
        (each for each in sentence.ancestors(verb) if each.lemma in _REPORTING and each.relation != "ccomp"), None
    )
    return {verb.place: (around.place, "advcl")} if around is not None and around.place < verb.place else None


_CONTRASTS: Final = frozenset({"while", "although", "though", "whereas"})
_REPORTING: Final = SAYING | BELIEVING | CALLING | DENYING


def _again_that(sentence: ParsedSentence, verb: Token) -> Change | None:
    """`noted that A and that B`: a clause that begins with `that` is joined to one that does."""
    first = sentence.head(verb)
    mark = sentence.child(verb, "mark")
    if verb.relation != "conj" or mark is None or mark.lower != "that":
        return None
    for around in (first, *sentence.ancestors(first)):
        other = sentence.child(around, "mark")
        if other is not None and other.lower == "that":
            joints = {
                each.place: (around.place, "cc") for each in sentence.children(first, "cc") if each.place < verb.place
            }
            return {verb.place: (around.place, "conj"), **joints} if around is not first else None
    return None


def _beyond(sentence: ParsedSentence, verb: Token) -> Change | None:
    """`A because B, and C`, `said that A, and B`: a clause behind a comma is joined to the main one, if not by `that`."""
    first = sentence.head(verb)
    form = finite_form(sentence, verb)
    if verb.relation != "conj" or form is None or sentence.child(verb, "mark") is not None:
        return None
    mark = sentence.child(first, "mark")
    around = next((each for each in sentence.ancestors(first) if finite_form(sentence, each)), None)
    joint = next((each for each in sentence.children(first, "cc") if first.place < each.place < verb.place), None)
    if mark is None or around is None or joint is None or sentence.tokens[joint.place - 1].text != ",":
        return None
    outer = first.relation == "advcl" or (first.relation == "ccomp" and mark.lower == "that")
    if not outer or around.place > first.place:
        return None
    if subject(sentence, verb) is None and (first.relation == "ccomp" or finite_form(sentence, around).tag != form.tag):
        return None
    return {verb.place: (around.place, "conj"), joint.place: (around.place, "cc")}


def _about_the_first(sentence: ParsedSentence, verb: Token) -> Change | None:
    """`Ansel, a town of 8,000 people, whose school shut`: behind two commas the first noun is spoken of."""
    places = region(sentence, verb)
    if verb.relation != "relcl" or not is_set_off(sentence, places):
        return None
    noun = sentence.head(verb)
    for token in (noun, *sentence.ancestors(noun)):
        if token.relation == "appos" and is_set_off(sentence, region(sentence, token)):
            return {verb.place: (token.head, "relcl")} if token.place < places.start else None
    return None


def _behind_the_comma(sentence: ParsedSentence, preposition: Token) -> Change | None:
    """`charged Ben Aldo, who is 44, with fraud`: what follows the comma that closes a clause is no part of it."""
    verb = sentence.head(preposition)
    if verb.relation != "relcl" or preposition.relation != "prep" or preposition.place < verb.place + 2:
        return None
    if sentence.tokens[preposition.place - 1].text != "," or not is_set_off(sentence, region(sentence, verb)):
        return None
    for around in sentence.ancestors(verb):
        if is_verb(around):
            return {preposition.place: (around.place, "prep")} if around.place < verb.place else None
    return None


def _last_of_a_list(sentence: ParsedSentence, token: Token) -> Change | None:
    """`Ann and Bob, a teacher, left`: one thing is said of the noun straight before the comma."""
    noun = sentence.head(token)
    if (
        token.relation not in {"appos", "relcl", "acl"}
        or token.place < noun.place
        or not is_set_off(sentence, region(sentence, token))
    ):
        return None
    last = sentence.child(noun, "conj")
    if last is None or not last.place < token.place or region(sentence, last).stop != region(sentence, token).start - 1:
        return None
    plural = is_plural(sentence, token) if token.relation == "appos" else _is_plural_verb(sentence, token)
    return None if plural else {token.place: (last.place, token.relation)}


def _is_plural_verb(sentence: ParsedSentence, verb: Token) -> bool:
    form = finite_form(sentence, verb)
    return (
        form is None or form.tag == "VBP" or form.lower == "were" or (form.tag in {"VBD", "MD"} and form.lower != "was")
    )


def _effect(sentence: ParsedSentence, participle: Token) -> Change | None:
    """`is to be held in May, choosing A`: a participle behind a comma belongs to the finite verb before it."""
    verb = sentence.head(participle)
    if participle.relation != "advcl" or participle.tag != "VBG" or verb.relation not in {"xcomp", "ccomp"}:
        return None
    around = sentence.head(verb)
    infinitive = sentence.child(verb, "aux")
    happens = around.lemma in _HAPPENING and infinitive is not None and infinitive.tag == "TO"
    return (
        {participle.place: (around.place, "advcl")}
        if happens and is_set_off(sentence, region(sentence, participle))
        else None
    )


_HAPPENING: Final = frozenset({"be", "cause", "force", "lead", "make"})
"""Verbs with which what their infinitive says comes about."""


def _alike(sentence: ParsedSentence, verb: Token) -> Change | None:
    """`was set up, aiming at A and hoping for B`: a form in -ing is joined to a form in -ing."""
    first = sentence.head(verb)
    if verb.relation != "conj" or verb.tag != "VBG" or sentence.child(verb, "aux") is not None:
        return None
    if not is_verb(first) or first.tag == "VBG":
        return None
    for other in reversed(sentence.children(first)):
        if first.place < other.place < verb.place and other.tag == "VBG" and other.relation in {"advcl", "xcomp"}:
            return {verb.place: (other.place, "conj")}
    return None


def _and_then(sentence: ParsedSentence, verb: Token) -> Change | None:
    """`dived to her left, then held the ball`: a finite verb behind a comma that the parser could not place."""
    around = sentence.head(verb)
    if verb.relation != "dep" or not is_verb(verb) or not is_verb(around) or subject(sentence, verb) is not None:
        return None
    form = finite_form(sentence, verb)
    places = region(sentence, verb)
    if form is None or verb.place < around.place or not is_set_off(sentence, places):
        return None
    return {verb.place: (around.place, "conj")} if sentence.tokens[places.start].tag not in WH else None


def _told_between(sentence: ParsedSentence, verb: Token) -> Change | None:
    """`sales, published on Monday, rose`: no comma parts a subject from its verb, so the first of the two is told of it."""
    first = subject(sentence, verb)
    later = sentence.child(verb, "conj")
    if first is None or later is None or verb.tag not in {"VBN", "VBD"} or sentence.child(verb, "aux", "auxpass"):
        return None
    places = region(sentence, first)
    told = range(places.stop + 1, region(sentence, later).start - 1)
    if verb.place not in told or sentence.tokens[places.stop].text != "," or sentence.tokens[told.stop].text != ",":
        return None
    if finite_form(sentence, later) is None or subject(sentence, later) is not None:
        return None
    above = (later.place, "ROOT") if verb.head == verb.place else (verb.head, verb.relation)
    rest = {
        each.place: (later.place, each.relation)
        for each in sentence.children(verb)
        if each.place > later.place or each.place < places.start or each is first
    }
    return {**rest, later.place: above, verb.place: (first.place, "acl")}


def _name_behind(sentence: ParsedSentence, noun: Token) -> Change | None:
    """`before the Hajj, the annual pilgrimage to Mecca`: a noun behind a comma tells more of the name before it."""
    places = region(sentence, noun)
    if noun.relation != "npadvmod" or noun.word_class != "NOUN" or not is_set_off(sentence, places) or places.start < 2:
        return None
    name = sentence.tokens[places.start - 2]
    entity = sentence.entity_at(name)
    is_time = entity is not None and entity.label in {"DATE", "TIME"}
    if name.tag != "NNP" or is_time or sentence.child(noun, "det") is None or name.place > noun.place:
        return None
    return {noun.place: (name.place, "appos")}


_RULES: Final[tuple[Callable[[ParsedSentence, Token], Change | None], ...]] = (
    _two_clauses,
    _verb_joined_to_noun,
    _second_subject,
    _same_tense,
    _contrast_beyond,
    _again_that,
    _beyond,
    _about_the_first,
    _behind_the_comma,
    _last_of_a_list,
    _effect,
    _alike,
    _and_then,
    _told_between,
    _name_behind,
)
