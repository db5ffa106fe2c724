"""Claims split into several and merged into one by a person, and both taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim, Standing
from factcheck.domain.ids import content_id
from factcheck.domain.lineage import BY_HAND, ClaimStep, StepAct
from factcheck.domain.spans import Span
from factcheck.errors import DamageError, UsageError
from factcheck.review.rules import check_signature
from factcheck.workbench.bench import Bench
from factcheck.workbench.stepping import check_on_the_list, check_step, claim_of, state_now, take_step
from factcheck.workbench.wording import checked_words, cut_spans, inside, part_spans, united, words_of

FIRST_POSITION: Final = 1_000
"""Positions from here on are those of claims made by hand: no detector finds as many claims at one span."""


def split(  # noqa: PLR0913  # two ways to say where, and who, why and on what
    bench: Bench,
    claim_id: str,
    *,
    at: Sequence[str] = (),
    parts: Sequence[str] = (),
    by: str,
    reason: str = "",
    based_on: int | None = None,
) -> list[Claim]:
    """Put several claims in the place of one, each with the exact words that it consists of.

    Args:
        at: Cuts: words with which a part begins, or offsets in the article.
        parts: The words of each part, `…` for words left out between; parts may share words.

    Raises:
        UsageError: If the claim isn't listed, or the words don't stand in it, or make fewer than two parts.
        ConflictError: If another person decided it, or someone came first.
    """
    name = check_signature(by)
    if bool(at) == bool(parts):
        raise UsageError(
            "A split needs either cuts or parts.",
            hint='Say where parts begin with --at "…", or give each part\'s words with --part "…".',
        )
    with bench.database.transaction():
        claim = claim_of(bench, claim_id)
        check_on_the_list(bench, claim)
        check_step(bench, claim, name, based_on)
        wanted = cut_spans(claim, at) if at else [part_spans(claim, part) for part in parts]
        if len(set(wanted)) < 2 or len(set(wanted)) != len(wanted):
            raise UsageError(
                f"A split of {claim_id} needs at least two different parts.",
                hint='Give at least two: --part "…" --part "…".',
            )
        article = _article(bench, claim)
        made = []
        for spans in wanted:
            made.append(_part(bench, claim, spans, article))
            # One by one, so that the next one's id is not the same.
            bench.claims.add(made[-1:])
        bench.claims.set_standing([claim.id], Standing.REPLACED)
        take_step(bench, claim, StepAct.SPLIT, by=name, reason=reason, related_ids=[each.id for each in made])
        return made


def merge(  # what, how it is worded, and who, why and on what
    bench: Bench,
    claim_ids: Sequence[str],
    *,
    checked: str | None = None,
    by: str,
    reason: str = "",
    based_on: Mapping[str, int] | None = None,
) -> Claim:
    """Put one claim in the place of several of the same article; its parts are theirs, in the order of the text.

    Args:
        checked: Its wording; None: theirs, one after the other.
        based_on: The revision of each that the person looked at.

    Raises:
        UsageError: If they are fewer than two, of several articles, or not listed.
        ConflictError: If another person decided one of them, or someone came first.
    """
    name = check_signature(by)
    ids = list(dict.fromkeys(claim_ids))
    if len(ids) < 2:
        raise UsageError(
            f"{len(ids)} claim(s) can't be merged.",
            hint="Name two or more: factcheck claims merge CLAIM CLAIM...",
        )
    with bench.database.transaction():
        claims = sorted((claim_of(bench, each) for each in ids), key=lambda each: (each.span, each.id))
        if len({claim.article_id for claim in claims}) > 1:
            places = ", ".join(f"{claim.id} in {claim.article_id}" for claim in claims)
            raise UsageError(
                f"A merge stays within one article: {places}.",
                hint="Decide one of them and reuse that: factcheck decide CLAIM --same-as OTHER.",
            )
        for claim in claims:
            check_on_the_list(bench, claim)
            check_step(bench, claim, name, (based_on or {}).get(claim.id))
        made = _merged(bench, claims, checked)
        bench.claims.add([made])
        bench.claims.set_standing(ids, Standing.REPLACED)
        for claim in claims:
            take_step(bench, claim, StepAct.MERGE, by=name, reason=reason, related_ids=[made.id])
        return made


def take_apart_back(bench: Bench, claim: Claim, step: ClaimStep, *, by: str, reason: str) -> ClaimStep:
    """Take a split or a merge back: what was there before is listed again, what it made is not. Inside a transaction.

    Raises:
        UsageError: If a person decided what it made, or made something else of that.
    """
    made = bench.claims.by_ids(step.related_ids)
    for each in made:
        decision = state_now(bench, each.id).decision
        if decision is not None and decision.status is not None:
            raise UsageError(
                f"{each.id}, made of {claim.id}, was decided {decision.status.words} by {decision.by}.",
                hint=f"{decision.by} can withdraw that with `factcheck undo`; then it can be taken back.",
            )
        if each.standing is Standing.REPLACED:
            raise UsageError(
                f"{each.id}, made of {claim.id}, has itself been split or merged.",
                hint=f"Take that back first: factcheck claims restore {each.id}.",
            )
    whole = [claim] if step.act is StepAct.SPLIT else bench.claims.by_ids(made[0].parent_ids)
    bench.claims.set_standing(step.related_ids, Standing.REPLACED)
    bench.claims.set_standing([each.id for each in whole], Standing.LISTED)
    for each in made:
        take_step(bench, each, StepAct.RESTORE, by=by, reason=reason, related_ids=[one.id for one in whole])
    taken = {}
    for each in whole:
        last = [one for one in bench.steps.of_claim(each.id) if one.related_ids == step.related_ids][-1]
        taken[each.id] = take_step(
            bench, each, StepAct.RESTORE, by=by, reason=reason, related_ids=step.related_ids, takes_back=last.number
        )
    return taken[claim.id]


def _part(bench: Bench, claim: Claim, spans: tuple[Span, ...], article: Article) -> Claim:
    substitutions = inside(claim.substitutions, spans)
    around = Span(spans[0].start, spans[-1].end)
    return Claim(
        id=_new_id(bench, claim.article_id, around),
        article_id=claim.article_id,
        span=around,
        spans=spans,
        said=around.of(article.text),
        checked=checked_words(words_of(article.text, spans, substitutions)),
        kind=claim.kind,
        check_worthiness=claim.check_worthiness,  # until the next ranking
        detector=BY_HAND,
        speaker=claim.speaker,
        said_on=claim.said_on,
        substitutions=substitutions,
        ambiguities=tuple(each for each in claim.ambiguities if any(span.covers(each.span) for span in spans)),
        parent_ids=(claim.id,),
    )


def _merged(bench: Bench, claims: Sequence[Claim], checked: str | None) -> Claim:
    first = claims[0]
    spans = united(span for claim in claims for span in claim.spans)
    around = Span(spans[0].start, spans[-1].end)
    words = checked_words(" ".join(claim.checked for claim in claims) if checked is None else checked)
    substitutions = dict.fromkeys(each for claim in claims for each in claim.substitutions)
    speakers, days = {claim.speaker for claim in claims}, {claim.said_on for claim in claims}
    return Claim(
        id=_new_id(bench, first.article_id, around),
        article_id=first.article_id,
        span=around,
        spans=spans,
        said=around.of(_article(bench, first).text),
        checked=words,
        kind=first.kind,
        check_worthiness=max(claim.check_worthiness for claim in claims),  # until the next ranking
        detector=BY_HAND,
        speaker=first.speaker if len(speakers) == 1 else None,
        said_on=first.said_on if len(days) == 1 else None,
        substitutions=tuple(sorted((each for each in substitutions if each.written in words), key=lambda s: s.span)),
        ambiguities=tuple(
            sorted(dict.fromkeys(each for claim in claims for each in claim.ambiguities), key=lambda each: each.span)
        ),
        parent_ids=tuple(claim.id for claim in claims),
    )


def _new_id(bench: Bench, article_id: str, span: Span) -> str:
    """An id that no claim has: parts may share a span, and a split may be made again after it was taken back."""
    position = FIRST_POSITION
    while bench.claims.get(claim_id := content_id("c", article_id, span.start, span.end, position)) is not None:
        position += 1
    return claim_id


def _article(bench: Bench, claim: Claim) -> Article:
    article = bench.articles.get(claim.article_id)
    if article is None or claim.span.of(article.text) != claim.said:
        raise DamageError(
            f"{claim.id} isn't at its place in the stored article.", hint="`factcheck doctor` says what is damaged."
        )
    return article
