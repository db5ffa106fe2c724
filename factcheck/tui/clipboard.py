"""A claim with its evidence as plain text, to paste into a story or a message."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.domain.articles import Article
from factcheck.domain.documents import DocumentKind
from factcheck.domain.views import ClaimView, EvidenceView
from factcheck.language.display import one_line, visible


def claim_citation(view: ClaimView, article: Article) -> str:
    """The claim, where it was said, what was decided, and each attached passage with its citation.

    A suggestion of the machine isn't copied: what leaves the desk is what a person stands for.
    """
    return "\n".join(visible(line) for line in _lines(view, article)) + "\n"


def _lines(view: ClaimView, article: Article) -> Iterator[str]:
    yield f"Claim: “{one_line(view.claim.said)}”"
    when = article.published_on.isoformat() if article.published_on else "no date"
    inferred = " (inferred)" if article.published_on and article.published_on_inferred else ""
    yield f"In: {one_line(article.title)}, {when}{inferred}, {one_line(article.source.address)} ({view.claim.id})"
    decision = view.state.decision
    if decision is None:
        yield "Status: not reviewed"
    else:
        yield f"Status: {decision.verdict} ({one_line(decision.by)}, {decision.at:%Y-%m-%d %H:%M} UTC)"
        if decision.rationale:
            yield f"Because: {decision.rationale}"
        if decision.media is not None:
            yield f"About the {decision.media.words}"
        if decision.without_evidence:
            yield f"Without evidence, because: {decision.without_evidence}"
    for number, evidence in enumerate((each for each in view.evidence if each.quote), 1):
        yield from _evidence(number, evidence)


def _evidence(number: int, evidence: EvidenceView) -> Iterator[str]:
    stance = f" ({evidence.quote.stance.value})" if evidence.quote and evidence.quote.stance else ""
    words = evidence.quote.text if evidence.quote else evidence.passage.text
    # A note's words are the desk's own and get no quotation marks.
    yield f"[{number}]{stance} {words if evidence.citation.kind is DocumentKind.NOTE else f'“{words}”'}"
    yield f"    {one_line(evidence.citation.line)}"
