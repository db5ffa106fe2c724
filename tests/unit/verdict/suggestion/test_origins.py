"""How many origins some passages have."""

from __future__ import annotations

from factcheck.verdict.suggestion.origins import Published, origins

REPORT = "The harbour of Alba will close for six weeks, the council said, while divers mend the northern wall."


def test_reprints_and_passages_of_one_publisher_are_of_one_origin() -> None:
    sources = {
        "p-1": Published(text=REPORT, publisher="Alba Post"),
        "p-2": Published(text=f"By our staff. {REPORT.upper()}", publisher="Coast Radio"),
        "p-3": Published(text="Divers work at night.", publisher="ALBA POST"),
        "p-4": Published(text="A harbour closes, and ships go elsewhere.", publisher="Elsewhere Weekly"),
    }
    assert origins([*sources, "p-gone"], sources) == {"p-1": 0, "p-2": 0, "p-3": 0, "p-4": 1, "p-gone": 2}


def test_a_third_one_can_join_two() -> None:
    sources = {
        "p-1": Published(text="One thing is said here in some words.", publisher="a"),
        "p-2": Published(text=REPORT, publisher="b"),
        "p-3": Published(text=REPORT, publisher="a"),
    }
    assert origins([*sources], sources) == {"p-1": 0, "p-2": 0, "p-3": 0}


def test_texts_without_words_are_not_reprints() -> None:
    sources = {"p-1": Published(text="…", publisher="a"), "p-2": Published(text="", publisher="b")}
    assert origins([*sources], sources) == {"p-1": 0, "p-2": 1}
