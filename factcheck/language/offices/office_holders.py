"""Who holds an office: whose title it is, who is named beside it, and of whom it is said."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.names.names import Name
from factcheck.language.offices.office_phrases import Phrase

_SAYS_WHAT: Final = frozenset({"be", "become", "remain"})
_FOLLOWING: Final = frozenset({"succeed", "replace", "follow"})
"""Whoever does so holds the office from then on; of other verbs the object does: `they named Lee as mayor`."""
_SUBJECTS: Final = ("nsubj", "nsubjpass")


def holder_of(sentence: ParsedSentence, phrase: Phrase, people: Mapping[int, Name]) -> Name | None:
    """The name of the holder; `people` are those that can be a person's, by the places of their tokens."""
    head = phrase.head
    titled = next((each for each in people.values() if is_title_of(head, each)), None)
    if titled is not None:
        return titled
    for at in range(phrase.core, phrase.last + 1):
        for beside in sentence.children(sentence.tokens[at], "appos"):
            if beside.place in people:
                return people[beside.place]
    governor = sentence.head(head)
    if head.relation in ("appos", "compound", "nmod") and governor.place in people:
        return people[governor.place]
    told = _beside(sentence, phrase) or _told_of(sentence, head)
    return people.get(told.place) if told is not None else None


def is_title_of(head: Token, name: Name) -> bool:
    """Whether the title before a name holds the head of an office."""
    return name.title is not None and name.title.start <= head.start < name.title.end


def _beside(sentence: ParsedSentence, phrase: Phrase) -> Token | None:
    """`The mayor, Ann Lee said`: with one comma only, a parser takes both for subjects."""
    comma, head = phrase.last + 1, phrase.head
    if comma + 1 >= len(sentence.tokens) or sentence.tokens[comma].text != ",":
        return None
    first = sentence.tokens[comma + 1]
    name = sentence.head(first) if first.relation == "compound" else first
    verb = sentence.head(name)
    same = verb.place == head.head if head.relation in _SUBJECTS else verb.head == head.place
    return name if name.relation in _SUBJECTS and same else None


def _told_of(sentence: ParsedSentence, head: Token) -> Token | None:
    """Of whom the office is said: `Lee was mayor`, `who was mayor`, `served as mayor`, `they named Lee mayor`."""
    governor = sentence.head(head)
    if head.relation == "attr" and governor.lemma in _SAYS_WHAT:
        return _subject(sentence, governor)
    if head.relation == "oprd":
        return sentence.child(governor, "dobj") or _subject(sentence, governor)
    if head.relation == "pobj" and governor.lower == "as":
        verb = sentence.head(governor)
        other = None if verb.lemma in _FOLLOWING else sentence.child(verb, "dobj")
        return other or _subject(sentence, verb)
    return None


def _subject(sentence: ParsedSentence, verb: Token) -> Token | None:
    """The subject of a verb that says how it is, not how it isn't, may be or is to be."""
    if any(each.relation == "neg" or each.tag in ("MD", "TO") for each in sentence.children(verb)):
        return None
    subject = sentence.child(verb, *_SUBJECTS)
    if verb.relation in ("relcl", "acl") and (subject is None or subject.tag in ("WP", "WDT")):
        return sentence.head(verb)
    return subject
