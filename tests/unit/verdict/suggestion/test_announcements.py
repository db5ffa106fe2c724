"""Words of those who are said to have said nothing."""

from __future__ import annotations

import pytest

from factcheck.verdict.suggestion.announcements import announcement
from tests.parsing import details

SILENT = "Icelandic officials have not yet made an official statement on the eruption."


def test_words_of_those_who_are_called_silent_are_found() -> None:
    said = "Iceland's minister Anna Jons announced on Monday that the eruption had ended."
    text = f"It rained. {said}"
    found = announcement(details(SILENT), details(text))
    assert found is not None
    assert found.of(text).strip() == said


@pytest.mark.parametrize(
    "text",
    [
        "The Herald wrote that Iceland and Norway sent planes to the eruption.",
        "Iceland's minister announced new taxes.",
        "Iceland's minister has announced nothing on the eruption.",
        "The eruption in Iceland ended.",
    ],
)
def test_other_sentences_are_no_announcement(text: str) -> None:
    assert announcement(details(SILENT), details(text)) is None


def test_a_claim_that_denies_no_saying_has_none() -> None:
    assert (
        announcement(details("The bridge has not yet opened."), details("The council said the bridge opened.")) is None
    )
