"""Where one of two texts denies what the other says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference
from factcheck.language.negation import Negation
from factcheck.verdict.details.alignment import coverage
from factcheck.verdict.details.details import ContentWord, Details
from factcheck.verdict.differences.noted import noted

ASPECT: Final = "negation"
LEAST_SHARED_WORDS: Final = 0.7
NEARLY_ALL: Final = 0.8
"""Share from which a sentence says the same even where the word that is denied is another one in it."""
_LEAST_WORDS: Final = 3
_LONGEST: Final = 80
_CLAUSES: Final = frozenset({"advcl", "relcl", "ccomp", "parataxis"})


class _Denied(NamedTuple):
    """A word that is denied, and the denial."""

    negation: Negation
    word: ContentWord


def negation_differences(claim: Details, passage: Details) -> list[Difference]:
    """One difference for each denial of `claim`, then one for each word of it that only the passage denies.

    What a denial denies is the next word that it reaches over and that carries meaning. `Not yet released a statement`
    denies "released": a passage that denies a release agrees, one that states a release differs, and any other is
    silent.
    """
    own, others = list(_denied(claim)), list(_denied(passage))
    denied_there = {each.word.stem: each.negation.cue for each in others}
    found: list[Difference] = []
    for negation, word in own:
        span = Span(negation.cue.start, word.span.end)
        stated = _stated(passage, word.stem)
        if word.stem in denied_there:
            note, comparison = f"both deny “{word.text}”", Comparison.AGREES
            found.append(noted(ASPECT, comparison, span, denied_there[word.stem], note))
        elif stated is not None and _same_matter(claim, span, passage, stated):
            note, comparison = f"the claim denies “{word.text}”, the passage does not", Comparison.DIFFERS
            found.append(noted(ASPECT, comparison, span, stated, note))
        elif (whole := _nearly_all_stated(claim, negation, passage)) is not None:
            note, comparison = (
                f"the claim denies what the passage states: “{_short(whole.of(passage.text))}”",
                Comparison.DIFFERS,
            )
            found.append(noted(ASPECT, comparison, span, whole, note))
        else:
            note, comparison = f"the passage does not say “{span.of(claim.text)}”", Comparison.ONLY_IN_CLAIM
            found.append(noted(ASPECT, comparison, span, None, note))
    denied_here = {each.word.stem for each in own}
    for negation, word in others:
        stated, cue = _stated(claim, word.stem), negation.cue
        if stated is None or word.stem in denied_here or not _same_matter(claim, stated, passage, cue):
            continue
        note = f"the passage denies “{stated.of(claim.text)}”, the claim does not"
        found.append(noted(ASPECT, Comparison.DIFFERS, stated, cue, note))
    return found


def _denied(details: Details) -> Iterator[_Denied]:
    """Each denial with the word that it denies; those without one deny nothing that can be compared."""
    adverbs = {each.start for each in details.parsed.tokens if each.word_class == "ADV"}
    for negation in details.negations:
        cue, scope = negation.cue, negation.scope
        behind = details.words_in(Span(cue.end, max(cue.end, scope.end))) if scope is not None else ()
        # "Not officially called": what is denied is the calling.
        word = next((each for each in behind if each.span.start not in adverbs), None)
        if word is not None:
            yield _Denied(negation, word)


def _stated(details: Details, stem: str) -> Span | None:
    """The first place of a word where it isn't denied."""
    return next((each.span for each in details.words if each.stem == stem and not details.may_deny(each.span)), None)


def _same_matter(claim: Details, ours: Span, passage: Details, theirs: Span) -> bool:
    """Whether the passage's sentence has most of the claim's words."""
    share, words = coverage(claim, Span(ours.start, ours.start), passage, theirs)
    return words > 0 and share >= LEAST_SHARED_WORDS


def _nearly_all_stated(claim: Details, negation: Negation, passage: Details) -> Span | None:
    """The sentence that has nearly all of the claim's words and denies nothing, though not the word that is denied."""
    if not _denies_all(claim, negation):
        return None  # "He sits because he couldn't …": the rest of the sentence may well be so
    start = negation.cue.start
    for sentence in passage.sentences:
        share, words = coverage(claim, Span(start, start), passage, sentence)
        if share >= NEARLY_ALL and words >= _LEAST_WORDS and not passage.denies(sentence):
            return sentence
    return None


def _denies_all(claim: Details, negation: Negation) -> bool:
    """Whether the main clause is denied, and no other clause stands beside it."""
    sentence = claim.parsed.sentence_at(negation.cue.start)
    if sentence is None or negation.scope is None:
        return False
    denied = (negation.cue, negation.scope)
    clauses = (sentence.root, *(each for each in sentence.tokens if each.relation in _CLAUSES))
    return all(any(span.covers(each.span) for span in denied) for each in clauses)


def _short(said: str) -> str:
    return said if len(said) <= _LONGEST else said[:_LONGEST].rsplit(" ", 1)[0] + " …"
