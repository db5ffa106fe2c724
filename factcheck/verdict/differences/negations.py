"""Where one of two texts denies what the other says."""

from __future__ import annotations

import re
from typing import Final

from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference
from factcheck.verdict.details.alignment import coverage
from factcheck.verdict.details.details import ContentWord, Details

ASPECT: Final = "negation"
LEAST_SHARED_WORDS: Final = 0.7
NEARLY_ALL: Final = 0.8
"""Share from which a sentence says the same even where the word that is denied is another one in it."""
_LEAST_WORDS: Final = 3
_LONGEST: Final = 80
_SUBORDINATE: Final = re.compile(
    r"\b(?:because|since|although|though|while|whereas|if|unless|when|after|before|who|which|that|but|and)\b",
    re.IGNORECASE,
)


def negation_differences(claim: Details, passage: Details) -> list[Difference]:
    """One difference for each denial of `claim`, then one for each word of it that only the passage denies.

    What a denial denies is taken to be the next word that carries meaning. `Not yet released a statement` denies
    "released": a passage that denies a release agrees, one that states a release differs, and any other is silent.
    """
    own, others = _denied(claim), _denied(passage)
    denied_there = {word.stem: cue for cue, word in others}
    found: list[Difference] = []
    for cue, word in own:
        span = Span(cue.start, word.span.end)
        stated = _stated(passage, word.stem)
        if word.stem in denied_there:
            note, comparison = f"both deny “{word.text}”", Comparison.AGREES
            found.append(_difference(comparison, span, denied_there[word.stem], note))
        elif stated is not None and _same_matter(claim, span, passage, stated):
            note, comparison = f"the claim denies “{word.text}”, the passage does not", Comparison.DIFFERS
            found.append(_difference(comparison, span, stated, note))
        elif (whole := _nearly_all_stated(claim, span, passage)) is not None:
            note, comparison = (
                f"the claim denies what the passage states: “{_short(whole.of(passage.text))}”",
                Comparison.DIFFERS,
            )
            found.append(_difference(comparison, span, whole, note))
        else:
            note, comparison = f"the passage does not say “{span.of(claim.text)}”", Comparison.ONLY_IN_CLAIM
            found.append(_difference(comparison, span, None, note))
    denied_here = {word.stem for _, word in own}
    for cue, word in others:
        stated = _stated(claim, word.stem)
        if stated is None or word.stem in denied_here or not _same_matter(claim, stated, passage, cue):
            continue
        note = f"the passage denies “{stated.of(claim.text)}”, the claim does not"
        found.append(_difference(Comparison.DIFFERS, stated, cue, note))
    return found


def _same_matter(claim: Details, ours: Span, passage: Details, theirs: Span) -> bool:
    """Whether two sentences share most of the claim's words and only one of them denies anything."""
    mine, other = claim.sentence_at(ours.start), passage.sentence_at(theirs.start)
    share, words = coverage(claim, Span(ours.start, ours.start), passage, theirs)
    if not words or share < LEAST_SHARED_WORDS:
        return False
    return claim.denies(mine) != passage.denies(other)


def _nearly_all_stated(claim: Details, ours: Span, passage: Details) -> Span | None:
    """The sentence that has nearly all of the claim's words and denies nothing, though not the word that is denied."""
    before = claim.text[claim.sentence_at(ours.start).start : ours.start]
    if _SUBORDINATE.search(before):
        return None  # "He sits because he couldn't …": the rest of the sentence may well be so
    for sentence in passage.sentences:
        share, words = coverage(claim, Span(ours.start, ours.start), passage, sentence)
        if share >= NEARLY_ALL and words >= _LEAST_WORDS and not passage.denies(sentence):
            return sentence
    return None


def _short(said: str) -> str:
    return said if len(said) <= _LONGEST else said[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _denied(details: Details) -> list[tuple[Span, ContentWord]]:
    """Each denial with the word it denies; those at the end of a sentence deny nothing that can be compared."""
    found = []
    for negation in details.negations:
        cue = negation.cue
        sentence = details.sentence_at(cue.start)
        words = details.words_in(Span(cue.end, max(cue.end, sentence.end)))
        # "not officially called": what is denied is the calling.
        told = next((each for each in words[:2] if not each.text.endswith("ly")), None)
        if told is not None:
            found.append((cue, told))
    return found


def _stated(details: Details, stem: str) -> Span | None:
    for word in details.words:
        if word.stem == stem:
            return word.span
    return None


def _difference(comparison: Comparison, ours: Span, theirs: Span | None, note: str) -> Difference:
    return Difference(
        aspect=ASPECT, comparison=comparison, claim_span=ours, passage_span=theirs, note=" ".join(note.split())
    )
