"""Short descriptions of what has a name earlier: `the council`, `the company`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.claims.context.mentions import Mention
from factcheck.claims.context.naming import modifiers
from factcheck.claims.context.people import is_human
from factcheck.claims.context.referents import Referent, Referents
from factcheck.claims.context.scene import Found, Scene, cased, unclear
from factcheck.domain.claims import Substitution
from factcheck.domain.parsed_text import ParsedSentence
from factcheck.language.names.bodies import is_body
from factcheck.language.names.people import pronoun_of
from factcheck.language.word_lists import word_list

_MARGIN: Final = 1.3
"""How many times what a description stands for must outweigh the next."""
_BODIES: Final = frozenset(word_list("company firm group organisation organization agency club team charity"))
"""Nouns for what OntoNotes' guidelines call an organisation, `ORG`."""
_AFTER: Final = frozenset({"prep", "relcl", "acl", "appos", "advcl", "ccomp", "nmod", "conj", "cc"})
"""What stands behind a noun and tells by itself which one is meant."""


def description(scene: Scene, noun: Mention) -> Iterator[Found]:
    """What stands for a noun phrase, and keep in mind what it describes."""
    sentence = scene.sentence
    if _says_what(sentence, noun):
        return
    fitting = _described(scene.memory, sentence, noun) if _is_short(sentence, noun) else []
    best = scene.best(fitting, margin=_MARGIN)
    if best is not None:
        said = noun.text(sentence)
        yield Substitution(
            span=noun.span(sentence),
            said=said,
            written=cased(best.in_full, said),
            why="the name stands earlier",
            source=scene.source(best),
        )
        scene.count(best, noun)
    elif fitting:
        yield unclear(noun, sentence, "several fit", fitting)
        scene.nobody(noun)
    else:
        scene.count(_unnamed(scene, noun), noun)


def _unnamed(scene: Scene, noun: Mention) -> Referent:
    """What a noun phrase describes that no name was told of."""
    sentence, memory = scene.sentence, scene.memory
    lemma = noun.head.lemma.lower()
    named = any(each.word_class == "PROPN" for each in sentence.tokens[noun.first : noun.head.place])
    words = tuple(noun.text(sentence).lower().split()) if named and not noun.is_plural else ()
    known = memory.named(words) if words else None
    if known is not None:
        return known
    referent = Referent(
        name="" if _is_anybodys(noun, sentence) else _as_known(noun, sentence),
        words=words,
        source=noun.span(sentence),
        is_plural=noun.is_plural,
        is_person=is_human(noun.head),
        gender=pronoun_of(lemma) or "",
        is_name=False,
    )
    if words:
        memory.add(referent)
        referent.called(lemma, (each.lemma.lower() for each in noun.tokens(sentence)))
    return referent


def _is_anybodys(noun: Mention, sentence: ParsedSentence) -> bool:
    """Whether a pronoun tells whose it is: `his father` explains nothing."""
    return any(each.word_class == "PRON" for each in sentence.children(noun.head, "poss"))


def _as_known(noun: Mention, sentence: ParsedSentence) -> str:
    """How a noun phrase is written where it explains a later word: `the dam` for `A dam`."""
    text = noun.text(sentence)
    first, _, rest = text.partition(" ")
    if first.lower() in {"a", "an"} and rest:
        return f"the {rest}"
    starts = noun.first == 0 and sentence.tokens[0].word_class != "PROPN" and text[1:2].islower()
    return text[0].lower() + text[1:] if starts else text


def _is_short(sentence: ParsedSentence, noun: Mention) -> bool:
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


def _says_what(sentence: ParsedSentence, noun: Mention) -> bool:
    """Whether a noun phrase only says what another one is: `Ann Lee, the mayor`, `Acme is a company`."""
    head = noun.head
    if head.relation == "appos" or any(each.word_class == "PROPN" for each in sentence.children(head, "appos")):
        return True
    return head.relation == "attr" and sentence.child(sentence.head(head), "nsubj") is not None


def _described(memory: Referents, sentence: ParsedSentence, noun: Mention) -> list[Referent]:
    """Those that a description fits by what they were called, or else by what they are."""
    head, wanted = noun.head.lemma.lower(), set(modifiers(sentence, noun.head))
    human = is_human(noun.head)
    called = [
        each
        for each in memory.with_noun(head)
        if (human or not each.seems_person) and any(head == name and wanted <= words for name, words in each.phrases)
    ]
    if called or wanted or head not in _BODIES:
        return called
    return [each for each in memory if each.role == "nsubj" and _may_be_company(each)]


def _may_be_company(referent: Referent) -> bool:
    """Whether a name is one of a body, by the parser's labels, and doesn't say itself what kind of body."""
    return (
        bool(referent.labels)
        and referent.labels.most_common(1)[0][0] == "ORG"
        and not referent.seems_person
        and not is_body(referent.words)
    )
