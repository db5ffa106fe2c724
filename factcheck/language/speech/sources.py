"""Whose words they are: the subject of a verb of saying, the owner of a text, or whom either of them cites."""

from __future__ import annotations

from typing import Final

from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.names.bodies import is_body
from factcheck.language.names.titles import is_title
from factcheck.language.parsing.tags import TIMES
from factcheck.language.speech.speakers import phrase
from factcheck.language.speech.speech_verbs import NEEDING_A_PERSON, QUOTING, SHOWING, TEXTS

_NO_SPEAKERS: Final = frozenset({"this", "that", "these", "those", "there", "which", "what", "nothing", "everything"})
_SOURCES: Final = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_BY: Final = frozenset({"by", "from"})


def speaker_of(sentence: ParsedSentence, who: Token, verb: Token | None = None) -> tuple[Token, ...]:
    """The phrase that names who speaks; empty where it is nobody who could, or a time.

    Args:
        who: The subject of `verb`, or what stands in place of one.
    """
    if who.lower in _NO_SPEAKERS or who.relation == "expl":
        return ()
    if who.lemma in TEXTS | SHOWING:
        owner = owner_of(sentence, who)
        speaker = speaker_of(sentence, owner) if owner is not None else ()
        if speaker or who.lemma in SHOWING:
            return speaker
    entity = sentence.entity_at(who)
    # `The 34-year-old` is a date to the parser.
    if entity is not None and entity.label in TIMES and who.tag != "JJ":
        return ()
    if verb is not None and verb.lemma in NEEDING_A_PERSON and not _is_somebody(sentence, who):
        return ()
    return phrase(sentence, who, verb=verb)


def _is_somebody(sentence: ParsedSentence, who: Token) -> bool:
    """Whether a word surely names a person or a body: a name, a pronoun, an office, a kind of body."""
    if who.word_class in {"PROPN", "PRON"}:
        return who.lower != "it"
    return is_title(who.lemma) or is_body(["the", *(each.text for each in phrase(sentence, who))])


def cited_by(sentence: ParsedSentence, verb: Token, who: Token) -> tuple[Token, ...]:
    """Whom a speaker names as the source: the police of `Newswire reported, citing the police`; empty without one."""
    for each in (*sentence.children(verb), *sentence.children(who)):
        source = sentence.child(each, "dobj") if each.lemma in QUOTING and each.tag == "VBG" else None
        entity = sentence.entity_at(source) if source is not None else None
        if source is not None and (each.lemma == "quote" or (entity and entity.label in _SOURCES)):
            return speaker_of(sentence, source)
    return ()


def owner_of(sentence: ParsedSentence, text: Token) -> Token | None:
    """Whose words a text or a statement is: `the claim of the council`, `a report by the board`, `her report`.

    What only shows something is nobody's by `of`: `a photo of the mayor`.
    """
    by = _BY if text.lemma in SHOWING else _BY | {"of"}
    owners = [sentence.child(each, "pobj") for each in sentence.children(text, "prep", "agent") if each.lower in by]
    return sentence.child(text, "poss") or next(iter(owners), None)
