"""Reported speech, kept apart from the author's voice: who says it, and what is said.

`“A,” said X`, `X said that A`, `A, according to X`: that it was said is one claim, what was said is another. What is
quoted only in part (`called it “a farce”`) has no claim of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from factcheck.claims.clause_rules import (
    Clause,
    depth,
    first_finite,
    is_clause,
    noun_phrase_before,
    put_in,
    starts_clause,
    trimmed,
    verb_group_start,
)
from factcheck.claims.speaker import AMBIGUOUS, REPORTING, SAYING
from factcheck.claims.words import listed

_OPENING: Final = frozenset({"“", '"', "‘", "«", "„"})
_CLOSING: Final = frozenset({"”", '"', "’", "»"})
_QUOTES: Final = _OPENING | _CLOSING
_ENDS: Final = frozenset({".", "!", "?"})
_BELIEVING: Final = listed("thinks think thought believes believe believed hopes fears")
_VERBS: Final = SAYING | REPORTING | AMBIGUOUS | _BELIEVING
_FARTHEST: Final = 14
"""Words that may stand between the verb and what was said: `said in a speech to members on Thursday that …`."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one clause reports.

    Attributes:
        head: The clause without what was said: who says it, to whom, and when.
        speaker: The noun phrase or pronoun of who says it.
        contents: What was said, a clause each, without quotation marks.
        is_first: Whether `head` stands before what was said.
    """

    head: Clause
    speaker: Clause
    contents: tuple[Clause, ...]
    is_first: bool


def report(clause: Clause) -> Report | None:
    """What `clause` reports; None where it reports nothing, or not plainly."""
    said = next((found for place in range(len(clause)) if (found := _said_at(clause, place)) is not None), None)
    return _according(clause) or said or _announced(clause) or _called(clause)


def _according(clause: Clause) -> Report | None:
    for place in range(len(clause) - 2):
        if clause[place].lower != "according" or clause[place + 1].lower != "to" or depth(clause, place):
            continue
        end = _name_end(clause, place + 2)
        speaker = clause[place + 2 : end]
        if not speaker:
            return None
        if place == 0:
            start = end + 1 if end < len(clause) and clause[end].text == "," else end
            return _made(head=clause[:end], speaker=speaker, said=clause[start:], is_first=True)
        if end >= len(clause) - 1 or clause[end].text in {",", "."}:
            said = trimmed(clause[:place])
            if said and said[-1].tag in {"WDT", "WP", "WRB", "IN"}:
                return None  # `…, which, according to X, …`
            return _made(head=clause[place:end], speaker=speaker, said=said, is_first=False)
        return None
    return None


def _name_end(clause: Clause, start: int) -> int:
    place = start
    while place < len(clause):
        token = clause[place]
        if (
            token.tag in {"NN", "NNS", "NNP", "NNPS", "POS", "JJ", "PRP$", "FW"}
            or (token.tag == "DT" and (place == start or clause[place - 1].lower == "of"))
            or token.lower in {"of", "for", "&"}
            or (
                token.lower == "by"
                and place > start
                and place + 1 < len(clause)
                and clause[place + 1].tag in {"DT", "NNP"}
            )
            or (token.tag == "DT" and place > start and clause[place - 1].lower in {"by", "for"})
            or (token.lower == "and" and place > start and place + 1 < len(clause) and clause[place + 1].tag == "NNP")
        ):
            place += 1
        else:
            break
    while place > start and clause[place - 1].lower in {"of", "for", "and", "&"}:
        place -= 1
    return place


def _said_at(clause: Clause, verb: int) -> Report | None:
    token = clause[verb]
    if token.lower not in _VERBS or depth(clause, verb):
        return None
    start = verb_group_start(clause, verb)
    subject_end = _before_perfect(clause, start)
    if not token.is_finite and (token.tag != "VBN" or subject_end == start):
        return None
    speaker = _speaker_before(clause, subject_end)
    if speaker:
        begin = next(at for at, each in enumerate(clause) if each is speaker[0])
        before = clause[:begin]
        if before and before[-1].text in {",", "?", "!", *_CLOSING} and is_clause(trimmed(unquoted(before))):
            said = _made(head=clause[begin:], speaker=speaker, said=before, is_first=False)
            if said:
                return said
        return _after(clause, verb, speaker)
    if (
        start == verb
        and verb
        and clause[verb - 1].text in {",", "?", "!", *_CLOSING}
        and token.lower not in {"told", "tells"}
    ):
        end = _name_end(clause, verb + 1)
        named = clause[verb + 1 : end] or (
            clause[verb + 1 : verb + 2] if clause[verb + 1 : verb + 2] and clause[verb + 1].tag == "PRP" else ()
        )
        if named:
            return _made(head=clause[verb:], speaker=named, said=clause[:verb], is_first=False)
    return None


def _before_perfect(clause: Clause, start: int) -> int:
    """Where the subject of the verb at `start` ends: before `has` of `has said`."""
    if start and clause[start - 1].lower in {"has", "have", "had"}:
        return verb_group_start(clause, start - 1)
    return start


def _speaker_before(clause: Clause, end: int) -> Clause:
    """The subject that ends before `end`, an apposition or a place passed over; empty where there is none."""
    if not end:
        return ()
    last = clause[end - 1]
    after_quote = end > 2 and "”" in {clause[end - 2].tag, clause[end - 3].tag}
    if last.tag == "PRP" and (last.lower in {"he", "she", "they"} or (last.lower == "it" and after_quote)):
        return clause[end - 1 : end]
    if clause[end - 1].text == ",":
        commas = [place for place in range(end - 1) if clause[place].text == "," and not depth(clause, place)]
        if not commas:
            return ()
        first, second = noun_phrase_before(clause, commas[-1]), noun_phrase_before(clause, end - 1)
        named = [each for each in (first, second) if any(token.tag == "NNP" for token in each)]
        # Of `the minister, Ann Lee,` and `Ann Lee, the minister,` the one that names; two names are a title and a name.
        proper = [each for each in named if each[0].tag == "NNP"]
        return (proper or named or [()])[0]
    found = noun_phrase_before(clause, end)
    start = end - len(found)
    if found and start > 1 and clause[start - 1].lower in {"from", "at", "for", "in", "with"}:
        # `observers from the council said`: not the council
        found = (
            (*noun_phrase_before(clause, start - 1), clause[start - 1], *found)
            if start == 2 or (noun_phrase_before(clause, start - 1) and first_finite(clause[:start]) is None)
            else found
        )
    return found if any(token.is_noun for token in found) else ()


_BEGIN_CLAUSES: Final = frozenset(
    {"DT", "PRP", "PRP$", "NNP", "NNS", "NN", "EX", "CD", "JJ", "IN", "POS", "PRP+VBZ", "VBG"}
)


def _after(clause: Clause, verb: int, speaker: Clause) -> Report | None:
    """`X said that A`, `X said A`, `X told Y: “A”`."""
    word = clause[verb].lower
    for place in range(verb + 1, min(len(clause), verb + 2 + _FARTHEST)):
        token = clause[place]
        quoted = token.tag == "“" or token.text == "‘"
        if quoted or token.text == ":" or (token.lower == "that" and token.tag in {"IN", "WDT"}):
            said = clause[place + (0 if quoted else 1) :]
            made = _made(head=clause[:place], speaker=speaker, said=said, is_first=True)
            if made is None and quoted:
                break  # only some words are quoted: `said Lee had “put a price” on it`
            return made
        if token.text in {";"} or (
            token.lower in {"to", "whether"} and word not in {"told", "tells"} and place == verb + 1
        ):
            return None
    direct = verb + 2 if clause[verb + 1 : verb + 2] and clause[verb + 1].text == "," else verb + 1
    rest = clause[direct:]
    if not rest or rest[0].tag not in _BEGIN_CLAUSES:
        return None
    if starts_clause(clause, direct) is not None or (
        word in SAYING and rest[0].tag != "IN" and is_clause(trimmed(rest))
    ):
        return _made(head=clause[: verb + 1], speaker=speaker, said=rest, is_first=True)
    return None


def _announced(clause: Clause) -> Report | None:
    """`X disagreed: “A”`: what a person did, and then their words."""
    for place in range(2, len(clause) - 3):
        if clause[place].text == ":" and clause[place + 1].tag == "“":
            verb = first_finite(clause[:place])
            speaker = _speaker_before(clause, verb_group_start(clause, verb)) if verb else ()
            if speaker and (speaker[-1].tag in {"PRP", "NNP"}):
                return _made(head=clause[:place], speaker=speaker, said=clause[place + 1 :], is_first=True)
    return None


_CALLING: Final = listed("called calls described describes branded labelled labeled dubbed")


def _called(clause: Clause) -> Report | None:
    """`X called Y “a farce”` → what was said is that Y is “a farce”."""
    for verb, token in enumerate(clause):
        start = verb_group_start(clause, verb)
        end = _before_perfect(clause, start)
        if token.lower not in _CALLING or depth(clause, verb) or not (token.is_finite or end < start):
            continue
        opening = next((at for at in range(verb + 2, min(len(clause), verb + 10)) if clause[at].tag == "“"), None)
        speaker = _speaker_before(clause, end)
        if opening is None or not speaker:
            continue
        closing = next((at for at in range(opening + 1, len(clause)) if clause[at].tag == "”"), None)
        named = tuple(each for each in clause[verb + 1 : opening] if each.lower != "as")
        article = named[-1:] if named and named[-1].tag == "DT" else ()
        named = named[: len(named) - len(article)]
        if closing is None or not named:
            continue
        is_plural = named[-1].tag in {"NNS", "NNPS"}
        states = put_in("are" if is_plural else "is", at=clause[opening].start, tag="VBZ")
        content = (*named, states, *article, *clause[opening : closing + 1])
        return Report(head=clause[:opening], speaker=speaker, contents=(content,), is_first=True)
    return None


NO_SPEAKERS: Final = listed("""
    figures data results result study studies pictures photos images evidence documents analysis survey poll polls
    research trial estimates findings numbers records tests
""")
"""What shows something, and says nothing: what a study has found is attributed to nobody."""


def _made(*, head: Clause, speaker: Clause, said: Clause, is_first: bool) -> Report | None:
    contents = tuple(part for part in _sentences(said) if is_clause(part))
    if (
        not contents
        or not speaker
        or speaker[-1].lower in NO_SPEAKERS
        or any(token.lower in NO_SPEAKERS for token in speaker[:3])
    ):
        return None
    return Report(head=head, speaker=speaker, contents=contents, is_first=is_first)


def _sentences(said: Clause) -> list[Clause]:
    """What was said, at its full stops, without quotation marks at the ends; marks that are open inside stay whole."""
    parts: list[Clause] = []
    start = 0
    for place, token in enumerate(said):
        ends = (
            token.text in _ENDS
            and place + 1 < len(said)
            and (said[place + 1].text in _QUOTES or said[place + 1].text[0].isupper())
        )
        if ends:
            parts.append(said[start:place])
            start = place + 1
    parts.append(said[start:])
    return [trimmed(unquoted(part)) for part in parts]


def unquoted(part: Clause) -> Clause:
    """`part` without quotation marks that don't close in it, and without those around all of it."""
    part = trimmed(part)
    if (
        sum(token.text in _QUOTES for token in part) <= 2
        and part
        and (part[0].text in _QUOTES or part[-1].text in _QUOTES)
    ):
        outer = part[1:] if part[0].text in _QUOTES else part
        if outer and outer[-1].text in _QUOTES:
            outer = outer[:-1]
        if not any(token.text in _QUOTES for token in outer) or part[0].text in _QUOTES:
            return trimmed(tuple(token for token in outer if token.text not in _QUOTES))
    return part
