"""How `all`, `most`, `none`, `only` and `the largest` of a claim stand to what the passage says of the same things.

Only what can't both be so differs: `all` and `not all`, `none` and `some`, `the longest` and `the second longest`.
`Many` beside `all` says less and denies nothing.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference
from factcheck.language.quantities.quantifiers import Quantifier, QuantifierKind
from factcheck.language.stems import stem
from factcheck.language.word_lists import word_list
from factcheck.verdict.details.alignment import coverage
from factcheck.verdict.details.details import Details
from factcheck.verdict.details.opposites import opposites_of
from factcheck.verdict.differences.noted import noted, told_first

ASPECT: Final = "quantifier"
LEAST_COVERED: Final = 0.7
"""Share of the claim's words that the passage's sentence must hold before two quantifiers are of one matter."""
_LEAST_WORDS: Final = 2
_TOLD: Final = frozenset[QuantifierKind](["all", "most", "none", "both", "only", "first", "last", "superlative"])
"""Those whose absence from a passage is worth telling: `some` and `many` are nearly always only wording."""
_APART: Final = frozenset[frozenset[QuantifierKind]](
    frozenset(pair)
    for pair in (
        ("all", "none"), ("all", "few"), ("most", "none"), ("most", "few"), ("many", "none"), ("many", "few"),
        ("some", "none"), ("both", "none"), ("first", "last"),
    )
)  # fmt: skip
_NONE_OF: Final = frozenset(word_list("none nobody"))
_TOP: Final = re.compile(
    r"(?:(?:the|its|their|his|her|our)\s)?(?:(?P<place>second|third|fourth|fifth)[-\s])?(?P<top>.+)", re.IGNORECASE
)
_ONE_OF: Final = re.compile(r"\b(?:one|some|among|two|three|many|several)\s(?:of\s)?$", re.IGNORECASE)
_LOOK_BACK: Final = 12
_OF_NOUN: Final = frozenset({"DET", "ADJ", "ADV", "NUM"})


def quantifier_differences(claim: Details, passage: Details) -> list[Difference]:
    """At most one difference for each quantifier of `claim`, in order; a place in a row is left to the quantities."""
    counted = [each.span for each in claim.quantities]
    found = []
    for ours in claim.quantifiers:
        if any(each.overlaps(ours.span) for each in counted) or _is_denial(claim, ours):
            continue
        difference = _compared(claim, ours, passage)
        if difference is not None:
            found.append(difference)
    return found


def _is_denial(details: Details, ours: Quantifier) -> bool:
    """`never` and `no` are told as denials; `none of` counts too."""
    return ours.kind == "none" and ours.span.of(details.text).lower() not in _NONE_OF


def _compared(claim: Details, ours: Quantifier, passage: Details) -> Difference | None:
    there = passage.quantifiers
    near = [each for each in there if _same_matter(claim, ours, passage, each)]
    said = [(_comparison(claim, ours, passage, each), each) for each in near]
    if any(each.kind == ours.kind and each not in near for each in there):
        # "Its last record, and the first with a drummer": the passage has the claim's word too, of something else.
        said = [each for each in said if each[0] is not Comparison.DIFFERS]
    told = told_first((comparison, each.span) for comparison, each in said)
    if told is None:
        alone = f"the passage does not say “{ours.span.of(claim.text)}”"
        return noted(ASPECT, Comparison.ONLY_IN_CLAIM, ours.span, None, alone) if ours.kind in _TOLD else None
    comparison, theirs = told
    return noted(
        ASPECT, comparison, ours.span, theirs, _note(ours.span.of(claim.text), theirs.of(passage.text), comparison)
    )


def _same_matter(claim: Details, ours: Quantifier, passage: Details, theirs: Quantifier) -> bool:
    """Whether both are said of the same word, and the rest of the claim stands there too."""
    own, other = _quantified(claim, ours.span), _quantified(passage, theirs.span)
    if own is None or own != other:
        return False
    share, words = coverage(claim, ours.span, passage, theirs.span)
    return share >= LEAST_COVERED and words >= _LEAST_WORDS


def _quantified(details: Details, span: Span) -> str | None:
    """The stem of the noun that it is said of: crew of `all of the crew`, bridge of `the second longest bridge`."""
    found = details.head_at(span)
    if found is None:
        return None
    sentence, head = found
    of = next((each for each in sentence.children(head, "prep") if each.lower == "of"), None)
    noun = sentence.child(of, "pobj") if of is not None else None
    while noun is None and head.word_class in _OF_NOUN and head.head != head.place:
        head = sentence.head(head)
        noun = head if head.word_class not in _OF_NOUN else None
    return stem(noun.lemma) if noun is not None else None


def _comparison(claim: Details, ours: Quantifier, passage: Details, theirs: Quantifier) -> Comparison:
    if ours.kind == theirs.kind == "superlative":
        return _of_tops(claim, ours, passage, theirs)
    if ours.kind == theirs.kind:
        return Comparison.AGREES if ours.negated == theirs.negated else Comparison.DIFFERS
    denies = claim.denies(claim.sentence_at(ours.span.start)) or _denies_otherwise(passage, theirs)
    apart = frozenset((ours.kind, theirs.kind)) in _APART and not ours.negated and not theirs.negated
    # A second denial turns "none" and "some" round; only the one that is the quantifier itself is known.
    return Comparison.DIFFERS if apart and (not denies or ours.kind == "none") else Comparison.NOT_COMPARABLE


def _denies_otherwise(passage: Details, theirs: Quantifier) -> bool:
    sentence = passage.sentence_at(theirs.span.start)
    return any(
        sentence.start <= each.cue.start < sentence.end and not each.cue.overlaps(theirs.span)
        for each in passage.negations
    )


def _of_tops(claim: Details, ours: Quantifier, passage: Details, theirs: Quantifier) -> Comparison:
    mine, other = _TOP.fullmatch(ours.span.of(claim.text)), _TOP.fullmatch(theirs.span.of(passage.text))
    if mine is None or other is None:
        return Comparison.NOT_COMPARABLE
    if any(
        _ONE_OF.search(details.text[max(0, each.span.start - _LOOK_BACK) : each.span.start])
        for details, each in ((claim, ours), (passage, theirs))
    ):
        return Comparison.NOT_COMPARABLE
    top, their_top = (match["top"].lower() for match in (mine, other))
    place, their_place = ((match["place"] or "").lower() for match in (mine, other))
    if top == their_top:
        return Comparison.AGREES if place == their_place else Comparison.DIFFERS
    opposite = stem(their_top.split()[0]) in opposites_of(stem(top.split()[0]))
    return Comparison.DIFFERS if opposite and place == their_place else Comparison.NOT_COMPARABLE


def _note(mine: str, other: str, comparison: Comparison) -> str:
    if comparison is Comparison.AGREES:
        return f"“{mine}” agrees"
    both = f"“{mine}” in the claim, “{other}” in the passage"
    return both if comparison is Comparison.DIFFERS else f"{both}: one may hold without the other"
