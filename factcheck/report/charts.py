"""What the charts of a report show: bars of counts, each with the same in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from factcheck.report.outline import ClaimEntry, Outline
from factcheck.report.words import STATUS_SIGNS, folded, listed, status_words

MOST_BARS: Final = 12
"""Most bars of one chart; those after them are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a bar: what it counts (a status, `attached` or `found`), and from where to where, in [0, 100]."""

    of: str
    start: float
    end: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar, and its counts in words."""

    label: str
    parts: tuple[Part, ...]
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """One chart; the longest bar is 100 long.

    Attributes:
        heading: What the bars are labelled with.
        counted: What they count.
        more: How many bars are left out.
    """

    title: str
    heading: str
    counted: str
    bars: tuple[Bar, ...]
    more: int = 0


def charts(report: Outline) -> tuple[Chart, ...]:
    """The charts of a report; none where there is nothing to count."""
    found = (_statuses(report), _kinds(report.claims), _sources(report.claims))
    return tuple(chart for chart in found if chart.bars)


def _statuses(report: Outline) -> Chart:
    rows = [
        (f"{STATUS_SIGNS[status]} {status_words(status)}", [(status.value, count)], str(count))
        for status, count in report.counts
    ]
    return _chart("Claims by status", ("Status", "Claims"), rows)


def _kinds(claims: Sequence[ClaimEntry]) -> Chart:
    by_kind: dict[str, Counter[str]] = {}
    for claim in claims:
        by_kind.setdefault(claim.claim.kind.value, Counter())[claim.status.value] += 1
    rows = []
    for kind, counts in sorted(by_kind.items(), key=lambda each: (-each[1].total(), each[0])):
        parts = [(status, counts[status.value]) for status in STATUS_SIGNS if counts[status.value]]
        said = listed([f"{count} {status_words(status)}" for status, count in parts])
        rows.append((kind.replace("_", " "), [(status.value, count) for status, count in parts], said))
    return _chart("Claims by kind", ("Kind", "Claims"), rows)


def _sources(claims: Sequence[ClaimEntry]) -> Chart:
    """How often who is quoted: a passage beside three claims counts three times."""
    by_name: dict[str, Counter[str]] = {}
    for claim in claims:
        for which, shown in (("attached", claim.exhibits), ("found", claim.found)):
            for each in shown:
                if each.citation:
                    name = folded(each.citation.publisher or "") or folded(each.citation.title)
                    by_name.setdefault(name, Counter())[which] += 1
    said = {"attached": "attached by a person", "found": "found by the machine"}
    rows = []
    for name, counts in sorted(by_name.items(), key=lambda each: (-each[1]["attached"], -each[1]["found"], each[0])):
        parts = [(which, counts[which]) for which in said if counts[which]]
        rows.append((name, parts, listed([f"{count} {said[which]}" for which, count in parts])))
    return _chart("Passages shown, by source", ("Source", "Passages"), rows)


def _chart(title: str, columns: tuple[str, str], rows: Sequence[tuple[str, Sequence[tuple[str, int]], str]]) -> Chart:
    longest = max((sum(count for _, count in parts) for _, parts, _ in rows), default=1)
    bars = [Bar(label=label, parts=tuple(_parts(parts, longest)), words=words) for label, parts, words in rows]
    heading, counted = columns
    return Chart(
        title=title, heading=heading, counted=counted, bars=tuple(bars[:MOST_BARS]), more=len(bars[MOST_BARS:])
    )


def _parts(counts: Sequence[tuple[str, int]], longest: int) -> Iterable[Part]:
    at = 0
    for of, count in counts:
        yield Part(of=of, start=100 * at / longest, end=100 * (at + count) / longest)
        at += count
