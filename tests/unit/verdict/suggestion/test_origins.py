"""How many origins some passages have."""

from __future__ import annotations

from factcheck.verdict.suggestion.origins import origins
from factcheck.verdict.suggestion.thresholds import Source

REPORT = "The harbour of Alba will close for six weeks, the council said, while divers mend the northern wall."


def test_reprints_and_passages_of_one_publisher_are_of_one_origin() -> None:
    sources = {
        "p-1": Source(text=REPORT, origin="Alba Post"),
        "p-2": Source(text=f"By our staff. {REPORT.upper()}", origin="Coast Radio"),
        "p-3": Source(text="Divers work at night.", origin="ALBA POST"),
        "p-4": Source(text="A harbour closes, and ships go elsewhere.", origin="Elsewhere Weekly"),
    }
    assert origins([*sources, "p-gone"], sources) == {"p-1": 0, "p-2": 0, "p-3": 0, "p-4": 1, "p-gone": 2}


def test_a_third_one_can_join_two() -> None:
    sources = {
        "p-1": Source(text="One thing is said here in some words.", origin="a"),
        "p-2": Source(text=REPORT, origin="b"),
        "p-3": Source(text=REPORT, origin="a"),
    }
    assert origins([*sources], sources) == {"p-1": 0, "p-2": 0, "p-3": 0}


def test_texts_without_words_are_not_reprints() -> None:
    sources = {"p-1": Source(text="…", origin="a"), "p-2": Source(text="", origin="b")}
    assert origins([*sources], sources) == {"p-1": 0, "p-2": 1}
