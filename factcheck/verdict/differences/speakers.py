"""Who said it: the speaker of a claim beside the one to whom the passage gives the same words.

Two people may say one thing. So two speakers differ only where nearly all that was said stands in the other's mouth
and the passage never names the claim's; otherwise it is only shown that they are not the same.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference
from factcheck.language.function_words import FUNCTION_WORDS
from factcheck.language.names.names import Name
from factcheck.language.names.same_names import same_name
from factcheck.verdict.details.details import Details

ASPECT: Final = "speaker"
LEAST_COVERED: Final = 0.75
"""Share of the words that were said in the claim that the passage's report must hold."""
_LEAST_WORDS: Final = 2
_VERBS: Final = (
    r"(?:said|says|announced|stated|claimed|claims|added|argued|warned|declared|wrote|tweeted|insisted|admitted"
    r"|confirmed|predicted|promised)"
)
_BEFORE: Final = re.compile(rf"(?P<who>[^.,;:“”\"]{{2,60}}?)\s(?:has\s|had\s|also\s)?{_VERBS}\b(?!\sto\sbe\b|\sby\b)")
"""`Coach Ida Falk said that …`, `…, captain Nora Berg said`."""
_BEHIND: Final = re.compile(rf"[,”\"]\s?[”\"]?\s?{_VERBS}\s(?P<who>[^.,;:“”\"]{{2,60}})")
"""`“…,” said coach Ida Falk.`"""
_ACCORDING: Final = re.compile(r"\b(?:[Aa]ccording\sto|in\sthe\swords\sof)\s(?P<who>[^.,;:“”\"]{2,60})")
_LINKS: Final = frozenset({"that", "the", "a", "an"})


class Report(NamedTuple):
    """One sentence that gives words to somebody: where `who` stands, and the sentence."""

    who: Span
    sentence: Span


def speaker_differences(claim: Details, passage: Details) -> list[Difference]:
    """One difference for each report of `claim` that the passage reports too."""
    found = []
    for ours in reports(claim):
        near = [theirs for theirs in reports(passage) if _is_same_matter(claim, ours, passage, theirs)]
        said = [(_comparison(claim, ours, passage, theirs), theirs) for theirs in near]
        for wanted in (Comparison.AGREES, Comparison.DIFFERS, Comparison.NOT_COMPARABLE):
            match = next((theirs for comparison, theirs in said if comparison is wanted), None)
            if match is not None:
                found.append(_difference(claim, ours, passage, match, wanted))
                break
    return found


def reports(details: Details) -> tuple[Report, ...]:
    """At most one report for each sentence, in order."""
    found, text = [], details.text
    for sentence in details.sentences:
        for pattern in (_BEHIND, _ACCORDING, _BEFORE):
            match = pattern.search(text, sentence.start, sentence.end)
            if match is not None:
                found.append(Report(Span(*match.span("who")), sentence))
                break
    return tuple(found)


def _is_same_matter(claim: Details, ours: Report, passage: Details, theirs: Report) -> bool:
    own = [word for word in claim.words_in(ours.sentence) if not ours.who.start <= word.span.start < ours.who.end]
    there = {
        word.stem
        for word in passage.words_in(theirs.sentence)
        if not theirs.who.start <= word.span.start < theirs.who.end
    }
    told = [word.stem for word in own if not _VERB.fullmatch(word.text)]
    return len(told) >= _LEAST_WORDS and sum(each in there for each in told) >= LEAST_COVERED * len(told)


_VERB: Final = re.compile(_VERBS)


def _comparison(claim: Details, ours: Report, passage: Details, theirs: Report) -> Comparison:
    mine, other = _name(claim, ours.who), _name(passage, theirs.who)
    if mine is None or other is None:
        same = _plain(claim, ours.who) == _plain(passage, theirs.who)
        return Comparison.AGREES if same else Comparison.NOT_COMPARABLE
    name = mine.span.of(claim.text)
    if same_name(name, other.span.of(passage.text)):
        return Comparison.AGREES
    people = mine.kind in ("person", "other") and other.kind in ("person", "other")
    named = any(same_name(name, each.span.of(passage.text)) for each in passage.names)
    return Comparison.DIFFERS if people and not named and name not in passage.text else Comparison.NOT_COMPARABLE


def _name(details: Details, who: Span) -> Name | None:
    """The last name of those who speak: `Ida Falk` in `the coach of the team, Ida Falk`."""
    return next((each for each in reversed(details.names) if who.covers(each.span)), None)


def _plain(details: Details, who: Span) -> frozenset[str]:
    return frozenset(who.of(details.text).lower().split()) - _LINKS - FUNCTION_WORDS


def _difference(claim: Details, ours: Report, passage: Details, theirs: Report, comparison: Comparison) -> Difference:
    mine, other = ours.who.of(claim.text), theirs.who.of(passage.text)
    note = f"said by {mine}" if comparison is Comparison.AGREES else f"said by {mine} in the claim, by {other} there"
    return Difference(
        aspect=ASPECT,
        comparison=comparison,
        claim_span=ours.who,
        passage_span=theirs.who,
        note=" ".join(note.split()),
    )
