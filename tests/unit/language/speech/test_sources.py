"""Whose words they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.domain.parsed_text import ParsedSentence
from factcheck.language.speech.sources import cited_by, owner_of, speaker_of
from factcheck.language.speech.speakers import in_words

Parse = Callable[[str], ParsedSentence]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The mayor said it was over.", "The mayor"),
        ("The letter says it was over.", "The letter"),
        ("The board's statement said it was over.", "The board"),
        ("A report by the Water Board says it was over.", "the Water Board"),
        ("Thursday's statement said it was over.", "statement"),
        ("A study by John Burrows says it was over.", "John Burrows"),
        ("A study says it was over.", ""),
        ("Photos of the mayor say it was over.", ""),
        ("This says it was over.", ""),
        ("The rise suggests it was over.", ""),
        ("It suggests it was over.", ""),
        ("The mayor suggests it was over.", "The mayor"),
        ("The city council suggests it was over.", "The city council"),
        ("John Burrows suggests it was over.", "John Burrows"),
        ("The rise warns it was over.", "The rise"),
        ("The weekend said it was over.", ""),
        ("The 34-year-old said it was over.", "The 34-year-old"),
    ],
)
def test_a_speaker_is_somebody_who_can_speak(sentence: Parse, text: str, speaker: str) -> None:
    read = sentence(text)
    subject = read.child(read.root, "nsubj")
    assert subject is not None
    assert in_words(speaker_of(read, subject, read.root)) == speaker


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("The agency, quoting the army, said nine men had died.", "the army"),
        ("The agency, citing John Burrows, said nine men had died.", "John Burrows"),
        ("The firm, citing high costs, said it would close.", ""),
        ("The firm, blaming John Burrows, said it would close.", ""),
    ],
)
def test_a_source_is_whom_the_speaker_cites(sentence: Parse, text: str, source: str) -> None:
    read = sentence(text)
    subject = read.child(read.root, "nsubj")
    assert subject is not None
    assert in_words(cited_by(read, read.root, subject)) == source


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("The claim of the council was false.", "council"),
        ("The report by the council was false.", "council"),
        ("Her claim was false.", "Her"),
        ("The claim about the council was false.", None),
        ("A photo of the council was false.", None),
    ],
)
def test_a_text_is_owned_by_whoever_made_it(sentence: Parse, text: str, owner: str | None) -> None:
    read = sentence(text)
    subject = read.child(read.root, "nsubj")
    assert subject is not None
    found = owner_of(read, subject)
    assert (found.text if found else None) == owner
