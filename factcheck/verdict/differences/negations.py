"""Where one of two texts denies what the other says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference
from factcheck.language.names.name_places import head_of
from factcheck.language.negation import Negation
from factcheck.language.quantities.counted_nouns import tokens_at
from factcheck.verdict.details.alignment import coverage
from factcheck.verdict.details.details import ContentWord, Details

ASPECT: Final = "negation"
LEAST_SHARED_WORDS: Final = 0.7
NEARLY_ALL: Final = 0.8
"""Share from which a sentence says the same even where the word that is denied is another one in it."""
_LEAST_WORDS: Final = 3
_LONGEST: Final = 80
_COMPLEMENTS: Final = ("attr", "acomp", "oprd", "xcomp", "dobj", "prep", "pobj")
"""What says what a verb without a meaning of its own says: the mayor of `is not the mayor`."""


class _Denied(NamedTuple):
    """A word that is denied, and the denial."""

    cue: Span
    word: ContentWord


def negation_differences(claim: Details, passage: Details) -> list[Difference]:
    """One difference for each denial of `claim`, then one for each word of it that only the passage denies.

    What a denial denies is the word that heads what it reaches over. `Not yet released a statement` denies "released":
    a passage that denies a release agrees, one that states a release differs, and any other is silent.
    """
    own, others = list(_denied(claim)), list(_denied(passage))
    denied_there = {each.word.stem: each.cue for each in others}
    found: list[Difference] = []
    for cue, word in own:
        span = Span(min(cue.start, word.span.start), max(cue.end, word.span.end))
        stated = _stated(passage, word.stem)
        if word.stem in denied_there:
            note, comparison = f"both deny “{word.text}”", Comparison.AGREES
            found.append(_difference(comparison, span, denied_there[word.stem], note))
        elif stated is not None and _same_matter(claim, span, passage, stated):
            note, comparison = f"the claim denies “{word.text}”, the passage does not", Comparison.DIFFERS
            found.append(_difference(comparison, span, stated, note))
        elif (whole := _nearly_all_stated(claim, cue, passage)) is not None:
            note, comparison = (
                f"the claim denies what the passage states: “{_short(whole.of(passage.text))}”",
                Comparison.DIFFERS,
            )
            found.append(_difference(comparison, span, whole, note))
        else:
            note, comparison = f"the passage does not say “{span.of(claim.text)}”", Comparison.ONLY_IN_CLAIM
            found.append(_difference(comparison, span, None, note))
    denied_here = {each.word.stem for each in own}
    for cue, word in others:
        stated = _stated(claim, word.stem)
        if stated is None or word.stem in denied_here or not _same_matter(claim, stated, passage, cue):
            continue
        note = f"the passage denies “{stated.of(claim.text)}”, the claim does not"
        found.append(_difference(Comparison.DIFFERS, stated, cue, note))
    return found


def _denied(details: Details) -> Iterator[_Denied]:
    """Each denial with the word that it denies; those without one deny nothing that can be compared."""
    words = {each.span.start: each for each in details.words}
    for negation in details.negations:
        sentence = details.parsed.sentence_at(negation.cue.start)
        for token in _heads(sentence, negation) if sentence is not None else ():
            if token.start in words:
                yield _Denied(negation.cue, words[token.start])
                break


def _heads(sentence: ParsedSentence, negation: Negation) -> Iterator[Token]:
    """The word that heads what is denied, and then those that say what it says."""
    inside = tokens_at(sentence, negation.scope) if negation.scope is not None else ()
    token = head_of(inside) if inside else None
    while token is not None:
        yield token
        token = next(iter(sentence.children(token, *_COMPLEMENTS)), None)


def _stated(details: Details, stem: str) -> Span | None:
    """The first place of a word where it isn't denied."""
    return next((each.span for each in details.words if each.stem == stem and not details.may_deny(each.span)), None)


def _same_matter(claim: Details, ours: Span, passage: Details, theirs: Span) -> bool:
    """Whether the passage's sentence has most of the claim's words."""
    share, words = coverage(claim, Span(ours.start, ours.start), passage, theirs)
    return words > 0 and share >= LEAST_SHARED_WORDS


def _nearly_all_stated(claim: Details, cue: Span, passage: Details) -> Span | None:
    """The sentence that has nearly all of the claim's words and denies nothing, though not the word that is denied."""
    sentence = claim.parsed.sentence_at(cue.start)
    negation = next(each for each in claim.negations if each.cue == cue)
    if sentence is None or negation.scope is None or sentence.root not in tokens_at(sentence, negation.scope):
        return None  # "He sits because he couldn't …": the rest of the sentence may well be so
    for theirs in passage.sentences:
        share, words = coverage(claim, Span(cue.start, cue.start), passage, theirs)
        if share >= NEARLY_ALL and words >= _LEAST_WORDS and not passage.denies(theirs):
            return theirs
    return None


def _short(said: str) -> str:
    return said if len(said) <= _LONGEST else said[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _difference(comparison: Comparison, ours: Span, theirs: Span | None, note: str) -> Difference:
    return Difference(
        aspect=ASPECT, comparison=comparison, claim_span=ours, passage_span=theirs, note=" ".join(note.split())
    )
