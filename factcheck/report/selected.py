"""What a report was asked to be about, in words: whoever reads it must know that claims were left out, and which."""

from __future__ import annotations

from factcheck.domain.selection import Selection
from factcheck.report.words import day, status_words


def selection_words(selection: Selection) -> tuple[str, ...]:
    """One phrase for each condition; empty where all claims were asked for."""
    told = []
    if selection.ids:
        told.append(f"only {', '.join(selection.ids)}")
    if selection.since:
        told.append(f"only what a person decided or changed since {day(selection.since)}")
    if selection.statuses:
        told.append(f"only claims that are {' or '.join(status_words(each) for each in selection.statuses)}")
    if selection.decided_only:
        told.append("only claims that a person has decided")
    return tuple(told)


def left_out_words(selection: Selection, left_out: int) -> str:
    """One sentence on what isn't in the report; empty where all claims are."""
    told = selection_words(selection)
    if not told and not left_out:
        return ""
    count = f"{left_out} claim{' is' if left_out == 1 else 's are'}" if left_out else "no claim is"
    return f"This report was asked for {'; '.join(told) or 'a part of the claims'}: {count} left out."
