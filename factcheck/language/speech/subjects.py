"""Who does what a verb says, by the grammar of its sentence: also of a participle, an infinitive, a relative clause."""

from __future__ import annotations

from typing import Final

from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.speech.speech_verbs import QUOTING

_SUBJECTS: Final = ("nsubj", "nsubjpass", "csubj")
_SHARED: Final = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep"})
_RELATIVE: Final = frozenset({"who", "which", "that"})
_CONTROLLED: Final = frozenset({"dobj", "dative"})


def doer(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The head of the phrase that names who does it; None where nobody is named.

    Of a passive verb it is who stands after `by`. What has no subject of its own has that of the verb which it depends
    on: `he left, saying …`; what is relative or a participle behind a noun, that noun: `the man who said`.
    """
    while True:
        if is_passive(sentence, verb):
            return _agent(sentence, verb)
        own = _own(sentence, verb)
        if own is not None:
            return own if own.relation != "csubj" else None
        head = sentence.head(verb)
        if head.place == verb.place:
            return _person_before(sentence, verb)
        if verb.relation not in _SHARED or _has_own_mark(sentence, verb):
            return None
        if verb.relation == "xcomp" and (told := sentence.child(head, *_CONTROLLED)) is not None:
            return told
        verb = head


def _own(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The subject of a verb itself, or the noun that it stands beside."""
    head = sentence.head(verb)
    # Of two subjects, the first is that of the clause around it: `The dam, says Lee, is safe`.
    subject = next(reversed(sentence.children(verb, *_SUBJECTS)), None)
    if subject is not None:
        return head if subject.lower in _RELATIVE and verb.relation == "relcl" else subject
    if verb.relation == "amod" and head.place == sentence.root.place and verb.place < head.place:
        return head  # `“A”, added Lee`, read as a sentence without a verb
    if verb.relation == "acl" and head.word_class != "VERB":
        return head
    return _quoted(sentence, verb)


def _person_before(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The last person who is named before a main verb without a subject: the parser gave them to what stands before."""
    people = [each for each in sentence.entities if each.label == "PERSON" and each.last < verb.place]
    return sentence.tokens[people[-1].last] if people else None


def is_passive(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether what it says is done to its subject; so also of a bare participle: `asked about the dam, she …`."""
    return sentence.child(verb, "nsubjpass", "auxpass", "agent") is not None or (
        verb.tag == "VBN" and verb.relation in {"acl", "advcl"} and sentence.child(verb, "aux", "nsubj") is None
    )


def _agent(sentence: ParsedSentence, verb: Token) -> Token | None:
    by = sentence.child(verb, "agent")
    return sentence.child(by, "pobj") if by is not None else None


def _quoted(sentence: ParsedSentence, verb: Token) -> Token | None:
    """Whom somebody quotes `as saying`."""
    through = sentence.head(verb)
    quoting = sentence.head(through)
    if verb.relation == "pcomp" and through.lower == "as" and quoting.lemma in QUOTING:
        return sentence.child(quoting, "dobj", "nsubjpass")
    return None


def _has_own_mark(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether it begins a clause that should have its own subject, and where the parser found none."""
    return verb.relation == "advcl" and sentence.child(verb, "mark") is not None and verb.tag not in {"VBG", "VBN"}
