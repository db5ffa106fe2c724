"""What of the published JSON is no plain form of a noun: nouns put together, other names, values that are worked out.

Scripts are written against these keys. Each form that a report has stands beside what reads it back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from factcheck.domain.citations import Citation
from factcheck.domain.claims import Claim
from factcheck.domain.documents import Passage
from factcheck.domain.matches import Match
from factcheck.domain.priorities import Ranked
from factcheck.domain.reasons import Reason
from factcheck.domain.reviews import Quote
from factcheck.domain.stances import Difference, Stance
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Suggestion, WeighedPassage
from factcheck.domain.views import ClaimRow, EvidenceView, Occurrence
from factcheck.report.records.forms import form, noun_of, rounded, wrong

Form: TypeAlias = dict[str, Any]

_IN_SHORT: Final = ("status", "confidence", "leans", "codes", "model", "passages")
"""What a list says of a suggestion."""


def claim_form(
    claim: Claim, status: Status, suggestion: Suggestion | None, passages: Sequence[str] | None = None
) -> Form:
    """A claim, its status, and in short what the machine suggests (null where it hasn't).

    Args:
        passages: Those of a suggestion that was read without them.
    """
    worthiness = rounded(claim.check_worthiness)
    found = suggestion_form(suggestion) if suggestion else None
    short = {key: found[key] for key in _IN_SHORT} if found else None
    if short is not None and passages is not None:
        short["passages"] = list(passages)
    return {**form(claim), "check_worthiness": worthiness, "status": status.value, "suggestion": short}


def row_form(row: ClaimRow, passages: Mapping[str, Sequence[str]], place: Ranked | None = None) -> Form:
    """A claim of the list; with its place in the desk's order where that was asked for.

    Args:
        passages: Those of each suggestion, by the claim's id.
    """
    found = claim_form(row.claim, row.status, row.suggestion, passages.get(row.claim.id, ()))
    return found if place is None else {**found, "priority": rounded(form(place))}


def occurrence_form(occurrence: Occurrence) -> Form:
    """A claim that says nearly the same, what was decided on it, and what differs."""
    claim = occurrence.claim
    rest: Form = form(
        {
            "similarity": rounded(occurrence.similarity),
            "status": occurrence.status,
            "by": occurrence.by,
            "at": occurrence.at,
            "differs": occurrence.differs,
            "is_contrary": occurrence.is_contrary,
        }
    )
    return {"id": claim.id, "article_id": claim.article_id, "checked": claim.checked, **rest}


def citation_form(citation: Citation) -> Form:
    """`id` names the document; `citation` is the line that names it to people."""
    found: Form = form(citation)
    return {"id": found.pop("document_id"), **found, "citation": citation.line}


def _citation_of(found: Form, at: str) -> Citation:
    named = {"document_id": part_of(found, "id", at)}
    return noun_of(Citation, {**named, **{key: found[key] for key in found if key not in ("id", "citation")}}, at)


def suggestion_form(suggestion: Suggestion) -> Form:
    """Its passages by their ids, best first: what was found in each stands with the evidence. Its codes, each once."""
    found: Form = form(suggestion)
    found["codes"] = form(suggestion.codes)
    found["passages"] = [each.match.passage_id for each in suggestion.passages]
    return found


def suggestion_of(found: Form, evidence: Sequence[tuple[EvidenceView, Reason | None]], at: str) -> Suggestion:
    """The suggestion that has this form.

    Args:
        evidence: All passages beside its claim, each with its remark.

    Raises:
        DamageError: If it has none; names the place.
    """
    by_id = {view.passage.id: (view, remark) for view, remark in evidence}
    passages = []
    for number, passage_id in enumerate(noun_of(tuple[str, ...], part_of(found, "passages", at), f"{at}.passages")):
        view, remark = by_id.get(passage_id, (None, None))
        if view is None or view.match is None or view.stance is None:
            wrong(f"{at}.passages[{number}]", "no passage of this id has a stance among the evidence of the claim")
        passages.append(WeighedPassage(match=view.match, stance=view.stance, remark=remark))
    return noun_of(Suggestion, {**found, "passages": form(passages)}, at)


def evidence_form(view: EvidenceView, remark: Reason | None = None) -> Form:
    """A passage with its document, how it was found, what the machine reads in it, and what a person said of it.

    `document` is how the document is cited; `quoted` are the words as a person attached them.
    """
    passage, quote, stance, match = view.passage, view.quote, view.stance, view.match
    return {
        "id": passage.id,
        "start": passage.span.start,
        "end": passage.span.end,
        "text": passage.text,
        "document": citation_form(view.citation),
        "attached": quote is not None,
        "attached_stance": form(quote and quote.stance),
        "quoted": quote and quote.text,
        "stance": form(stance and stance.label),
        "scores": form(stance and stance.scores),
        "deciding_sentence": form(stance and stance.span),
        "differences": [difference_form(each) for each in (stance.differences if stance else ())],
        "remark": form(remark),
        "fused": match and match.fused,
        "lexical_score": match and match.lexical_score,
        "vector_score": match and match.vector_score,
    }


_DIFFERENCE: Final = {"claim_span": "claim", "passage_span": "passage"}
"""Field to key, of a compared detail: where it stands in the claim and in the passage."""


def difference_form(difference: Difference) -> Form:
    """A compared detail with its code; `claim` and `passage` are its places in them."""
    return {"code": difference.code.value, **_renamed(form(difference), _DIFFERENCE)}


_FIELDS: Final = {key: name for name, key in _DIFFERENCE.items()}


def placed_form(view: EvidenceView, remark: Reason | None = None) -> Form:
    """The same as a report shows it, with the words around the passage in its document, and whose it is."""
    return {**evidence_form(view, remark), "before": view.before, "after": view.after, "origin": view.origin}


def evidence_of(found: Form, at: str) -> tuple[EvidenceView, Reason | None]:
    """The passage that has the form of a report's, and its remark, which belongs to the suggestion.

    Raises:
        DamageError: If it has none; names the place.
    """

    def parts(*keys: str) -> Form:
        return {key: part_of(found, key, at) for key in keys}

    citation = _citation_of(part_of(found, "document", at), f"{at}.document")
    passage = {**parts("id", "start", "end", "text"), "document_id": citation.document_id}
    named = {"passage_id": part_of(found, "id", at)}
    match = parts("fused", "lexical_score", "vector_score")
    stance = {
        "label": part_of(found, "stance", at),
        "scores": part_of(found, "scores", at),
        "differences": [_renamed(each, _FIELDS) for each in parts_of(found, "differences", at)],
        "span": part_of(found, "deciding_sentence", at),
    }
    quote = {"text": part_of(found, "quoted", at), "stance": part_of(found, "attached_stance", at)}
    view = EvidenceView(
        passage=noun_of(Passage, passage, at),
        citation=citation,
        match=None if match["fused"] is None else noun_of(Match, {**named, **match}, at),
        stance=None if stance["label"] is None else noun_of(Stance, {**named, **stance}, at),
        quote=None if quote["text"] is None else noun_of(Quote, {**named, **quote}, at),
        before=noun_of(str, part_of(found, "before", at), f"{at}.before"),
        after=noun_of(str, part_of(found, "after", at), f"{at}.after"),
        origin=None if (origin := part_of(found, "origin", at)) is None else noun_of(int, origin, f"{at}.origin"),
    )
    for number, each in enumerate(view.stance.differences if view.stance else ()):
        try:
            _ = each.code
        except KeyError:
            wrong(f"{at}.differences[{number}]", f"no {each.aspect[:40]!r} is compared")
    remark = part_of(found, "remark", at)
    return view, None if remark is None else noun_of(Reason, remark, f"{at}.remark")


def part_of(found: object, key: str, at: str) -> Any:  # noqa: ANN401  # JSON
    """What stands under `key`.

    Raises:
        DamageError: If nothing does.
    """
    if not isinstance(found, dict):
        wrong(at, "it is no object")
    if key not in found:
        wrong(at, f"it has no {key!r}")
    return found[key]


def parts_of(found: object, key: str, at: str) -> list[Form]:
    """The objects of the list that stands under `key`.

    Raises:
        DamageError: If there is no such list.
    """
    listed = part_of(found, key, at)
    if not isinstance(listed, list):
        wrong(f"{at}.{key}", "it is no list")
    for number, each in enumerate(listed):
        if not isinstance(each, dict):
            wrong(f"{at}.{key}[{number}]", "it is no object")
    return listed


def _renamed(found: Form, names: Mapping[str, str]) -> Form:
    return {names.get(key, key): each for key, each in found.items()}
