"""Why a suggestion is as it is, in sentences that a person can check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from factcheck.domain.reasons import Reason, ReasonCode
from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference, StanceLabel
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Leaning
from factcheck.interfaces import StanceModel
from factcheck.verdict.details.details import Details
from factcheck.verdict.suggestion.grouping import Grouped
from factcheck.verdict.suggestion.thresholds import Source, Thresholds
from factcheck.verdict.suggestion.votes import Vote

_MOST_NOTES: Final = 4
_MOST_ASIDE: Final = 3
_EXCERPT: Final = 200


def side_reason(votes: Sequence[Vote], sources: Mapping[str, Source], model: StanceModel) -> Reason:
    """On the strongest passage of one side, and on how many others there are."""
    first = votes[0]
    label = StanceLabel.REFUTES if first.led else first.weighed.stance.label
    agreeing, differing = notes(first.comparing(Comparison.AGREES)), notes(first.differing)
    if first.led:
        said = f"A compared detail {label.value} it: {'; '.join(notes(first.led))}."
    else:
        parts = [
            f"{'the passage alone' if model.calibrated else 'not calibrated'} ({first.score(label):.2f})",
            *agreeing,
        ]
        if label is StanceLabel.REFUTES and differing:
            parts.append("but " + ", ".join(differing))
        said = f"“{model.name}” {label.value}: {', '.join(parts)}."
    quoted = excerpt(first, sources)
    count = counted(votes)
    more = f" {count} {'refute' if label is StanceLabel.REFUTES else 'support'} it." if len(votes) > 1 else ""
    code = ReasonCode.PASSAGE_REFUTES if label is StanceLabel.REFUTES else ReasonCode.PASSAGE_SUPPORTS
    words = said + (f" It says: “{quoted}”" if quoted else "") + more
    return Reason(code=first.led[0].code if first.led else code, words=words)


def counted(votes: Sequence[Vote]) -> str:
    """`3 passages, 2 origins`."""
    several = len({each.origin for each in votes})
    passages = f"{len(votes)} passage{'' if len(votes) == 1 else 's'}"
    return f"{passages}, {several} origin{'' if several == 1 else 's'}"


def notes(differences: Iterable[Difference]) -> list[str]:
    """The first few. That a passage names what the claim names is none: nearly every match does."""
    told = [each.note for each in differences if each.aspect != "name" or each.comparison is not Comparison.AGREES]
    return list(dict.fromkeys(told))[:_MOST_NOTES]


def set_aside(found: Grouped, sources: Mapping[str, Source]) -> list[Reason]:
    """On the passages that take a side and don't count."""
    refused = [each for each in found.set_aside if not each.weighed.remark]
    said = [
        Reason(
            code=each.differing[0].code,
            words=f"A passage that reads as support was set aside: {', '.join(notes(each.differing))}.",
        )
        for each in refused
    ]
    for each in found.set_aside:
        if remark := each.weighed.remark:
            quoted = excerpt(each, sources)
            words = f"A passage doesn’t count: {remark}." + (f" It says: “{quoted}”" if quoted else "")
            said.append(Reason(code=remark.code, words=words))
    return said[:_MOST_ASIDE]


def leaning(found: Grouped, thresholds: Thresholds) -> Leaning | None:
    """The side of the passage that is nearest to deciding; None where none is nearer than a guess."""
    labelled = [(each, each.weighed.stance.label) for each in found.weak]
    chances = [thresholds.confidence(each.score(label), label) for each, label in labelled]
    if max(chances, default=0.0) < thresholds.leans:
        return None
    nearest, label = labelled[chances.index(max(chances))]
    status = Status.REFUTED if label is StanceLabel.REFUTES else Status.SUPPORTED
    return Leaning(status=status, score=nearest.score(label))


def why_open(found: Grouped, leans: Leaning | None) -> list[Reason]:
    """Why nothing is suggested, what it `leans` to, and what a person could look at."""
    if not found.every:
        return [Reason(code=ReasonCode.NOTHING_FOUND, words="No passage was found for it.")]
    if len(found.every) == 1:
        words = "The one passage that was found does not clearly support or refute it."
    else:
        words = f"None of the {len(found.every)} passages clearly supports or refutes it."
    reasons = [Reason(code=ReasonCode.NOTHING_CLEAR, words=words)]
    if leans is not None:
        does = "refutes" if leans.status is Status.REFUTED else "supports"
        words = f"The nearest to it {does} it too weakly ({leans.score:.2f})."
        reasons.append(Reason(code=ReasonCode.TOO_WEAK, words=words))
    reasons += _details(
        "Details that agree", (each for one in found.every for each in one.comparing(Comparison.AGREES))
    )
    return reasons + _details("Details to look at", (each for one in found.every for each in one.differing))


def _details(label: str, differences: Iterable[Difference]) -> list[Reason]:
    """A reason for each code, in the order of its first detail."""
    by_code: dict[ReasonCode, list[Difference]] = {}
    for each in differences:
        by_code.setdefault(each.code, []).append(each)
    said = ((code, notes(group)) for code, group in by_code.items())
    return [Reason(code=code, words=f"{label}: {', '.join(told)}.") for code, told in said if told]


def excerpt(vote: Vote, sources: Mapping[str, Source]) -> str:
    """The sentence that decided, or the one that holds the first detail that did; "" where neither is known."""
    source = sources.get(vote.id)
    if source is None:
        return ""
    span = _deciding(vote, source.details)
    words = " ".join(span.of(source.text).split()) if span is not None and span.end <= len(source.text) else ""
    return words if len(words) <= _EXCERPT else words[:_EXCERPT].rsplit(" ", 1)[0] + " …"


def _deciding(vote: Vote, passage: Details) -> Span | None:
    stance = vote.weighed.stance
    if stance.span is not None and not vote.led:
        return stance.span
    refutes = stance.label is StanceLabel.REFUTES
    wanted = vote.led or (vote.differing if refutes else vote.comparing(Comparison.AGREES))
    # A name agrees in nearly every sentence, so another detail says more.
    ranked = sorted(wanted, key=lambda each: each.aspect == "name")
    detail = next((each.passage_span for each in ranked if each.passage_span is not None), None)
    return None if detail is None or detail.end > len(passage.text) else passage.sentence_at(detail.start)
