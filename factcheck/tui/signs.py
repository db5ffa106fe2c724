"""How statuses and stances look: always a sign and a word, so that nothing depends on colour alone."""

from __future__ import annotations

from typing import Final

from textual.content import Content

from factcheck.domain.stances import Comparison, StanceLabel
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Suggestion

STATUS_SIGNS: Final = {
    Status.SUPPORTED: "✔",
    Status.REFUTED: "✘",
    Status.CONFLICTING: "≠",
    Status.NOT_ENOUGH_EVIDENCE: "?",
    Status.NOT_CHECKABLE: "–",
    Status.IN_REVIEW: "…",
    Status.UNREVIEWED: "·",
}
STATUS_STYLES: Final = {
    Status.SUPPORTED: "bold $text-success",
    Status.REFUTED: "bold $text-error",
    Status.CONFLICTING: "bold $text-accent",
    Status.NOT_ENOUGH_EVIDENCE: "bold $text-warning",
    Status.NOT_CHECKABLE: "bold",
    Status.IN_REVIEW: "bold $text-primary",
    Status.UNREVIEWED: "",
}
STANCE_SIGNS: Final = {StanceLabel.SUPPORTS: "▲", StanceLabel.REFUTES: "▼", StanceLabel.NEUTRAL: "◦"}
STANCE_STYLES: Final = {
    StanceLabel.SUPPORTS: "$text-success",
    StanceLabel.REFUTES: "$text-error",
    StanceLabel.NEUTRAL: "",
}
COMPARISON_SIGNS: Final = {
    Comparison.AGREES: "=",
    Comparison.DIFFERS: "≠",
    Comparison.NOT_COMPARABLE: "~",
    Comparison.ONLY_IN_CLAIM: "∅",
}
COMPARISON_STYLES: Final = {
    Comparison.AGREES: "$text-success",
    Comparison.DIFFERS: "bold $text-error",
    Comparison.NOT_COMPARABLE: "$text-warning",
    Comparison.ONLY_IN_CLAIM: "$text-warning",
}
FAINT: Final = "$foreground 65%"
MACHINE: Final = "italic $foreground 75%"

# Where a column is narrow.
SHORT_WORDS: Final = {Status.NOT_ENOUGH_EVIDENCE: "not enough"}


def status_content(status: Status, *, short: bool = False) -> Content:
    """Sign and words of a status."""
    words = SHORT_WORDS.get(status, status.words) if short else status.words
    return Content.styled(f"{STATUS_SIGNS[status]} {words}", STATUS_STYLES[status])


def suggestion_words(suggestion: Suggestion, *, short: bool = False) -> str:
    """Sign and words of what the machine suggests, or of what it leans to."""
    leans = suggestion.leans
    if leans is None:
        return status_content(suggestion.status, short=short).plain
    return f"{STATUS_SIGNS[suggestion.status]} {f'leans {STATUS_SIGNS[leans.status]}' if short else leans.words}"


def stance_content(stance: StanceLabel) -> Content:
    """Sign and word of a stance."""
    return Content.styled(f"{STANCE_SIGNS[stance]} {stance.value}", STANCE_STYLES[stance])
