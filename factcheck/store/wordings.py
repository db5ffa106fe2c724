"""What a claim's words went through, as it stands in JSON columns: substitutions, ambiguities, whole wordings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from factcheck.domain.claims import Ambiguity, ClaimKind, Substitution
from factcheck.domain.lineage import Wording
from factcheck.domain.spans import Span


def substitution_list(substitutions: Iterable[Substitution]) -> list[dict[str, object]]:
    return [
        {
            "span": _pair(each.span),
            "said": each.said,
            "written": each.written,
            "why": each.why,
            "source": _pair(each.source) if each.source else None,
            "is_form": each.is_form,
        }
        for each in substitutions
    ]


def substitutions_of(stored: Sequence[Mapping[str, Any]]) -> tuple[Substitution, ...]:
    """Raises ValueError, TypeError or KeyError where the column holds something else."""
    return tuple(
        Substitution(
            span=Span(*each["span"]),
            said=each["said"],
            written=each["written"],
            why=each["why"],
            source=Span(*each["source"]) if each["source"] else None,
            is_form=bool(each["is_form"]),
        )
        for each in stored
    )


def ambiguity_list(ambiguities: Iterable[Ambiguity]) -> list[dict[str, object]]:
    return [
        {"span": _pair(each.span), "said": each.said, "why": each.why, "candidates": list(each.candidates)}
        for each in ambiguities
    ]


def ambiguities_of(stored: Sequence[Mapping[str, Any]]) -> tuple[Ambiguity, ...]:
    """Raises ValueError, TypeError or KeyError where the column holds something else."""
    return tuple(
        Ambiguity(span=Span(*each["span"]), said=each["said"], why=each["why"], candidates=tuple(each["candidates"]))
        for each in stored
    )


def wording_values(wording: Wording) -> dict[str, object]:
    """Column to value; the columns of `claims` and the keys of a step are the same."""
    return {
        "checked": wording.checked,
        "kind": wording.kind.value,
        "speaker": wording.speaker,
        "substitutions": substitution_list(wording.substitutions),
    }


def wording_from(stored: Mapping[str, Any] | None) -> Wording | None:
    """Raises ValueError, TypeError or KeyError where the column holds something else."""
    if stored is None:
        return None
    return Wording(
        checked=stored["checked"],
        kind=ClaimKind(stored["kind"]),
        speaker=stored["speaker"],
        substitutions=substitutions_of(stored["substitutions"]),
    )


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]
