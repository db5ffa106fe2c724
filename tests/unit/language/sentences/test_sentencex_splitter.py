"""Sentences by the real sentencex, with its known faults and with planted ones."""

from __future__ import annotations

import importlib.metadata
from typing import NoReturn

import pytest
import sentencex
import syntok.segmenter

from factcheck.domain.spans import Span
from factcheck.language.sentences.sentencex_splitter import SentencexSplitter
from factcheck.language.sentences.syntok_splitter import SyntokSplitter
from tests.growth import growing_faster


class Panic(BaseException):
    """As pyo3's `PanicException`: no `Exception`."""


def sentences(text: str) -> list[str]:
    return [span.of(text) for span in SentencexSplitter().split(text)]


def fail(*_: object) -> NoReturn:
    raise Panic


def test_the_name_is_the_installed_library() -> None:
    assert SentencexSplitter().name == f"sentencex {importlib.metadata.version('sentencex')}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Former U.S. President Ann Lee spoke. He left.", ["Former U.S. President Ann Lee spoke.", "He left."]),
        (
            "She said, “Is it big???”—a remark that hints at more. It ended.",
            ["She said, “Is it big???”—a remark that hints at more.", "It ended."],
        ),
        ("They met on Jan. 5 in Paris. It rained.", ["They met on Jan. 5 in Paris.", "It rained."]),
        ("It cost $3.5 million. Nobody paid.", ["It cost $3.5 million.", "Nobody paid."]),
        ("Use tools, e.g. a hammer. Then stop.", ["Use tools, e.g. a hammer.", "Then stop."]),
        ("He waited... and left. She stayed.", ["He waited... and left.", "She stayed."]),
        ("He left... She stayed.", ["He left...", "She stayed."]),
        ("J. K. Rowe of St. James St. writes. She sings.", ["J. K. Rowe of St. James St. writes.", "She sings."]),
        ("No. 10 denied it. It was late.", ["No. 10 denied it.", "It was late."]),
        ("The call is at 9 a.m. Eastern on Monday. Dial in.", ["The call is at 9 a.m. Eastern on Monday.", "Dial in."]),
        ("There were approx. 300 people. They sang.", ["There were approx. 300 people.", "They sang."]),
        ("It rose (to 4.1). (It was 3 before.) It fell.", ["It rose (to 4.1).", "(It was 3 before.)", "It fell."]),
        ("Write to info@example.org. Or see https://example.org/a.b?c=1. Thanks.",
         ["Write to info@example.org.", "Or see https://example.org/a.b?c=1.", "Thanks."]),
        ("It is wrapped\nat the line. Next one\nhere.", ["It is wrapped\nat the line.", "Next one\nhere."]),
        ("One para\n\nAnother one.", ["One para", "Another one."]),
        ("- item one\n- item two", ["- item one", "- item two"]),
        ("He said: “It is over. We lost.” They left.", ["He said: “It is over. We lost.”", "They left."]),
    ],
)  # fmt: skip
def test_hard_cases_are_split_as_a_reader_would(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_the_white_space_that_makes_sentencex_panic_is_kept_from_it() -> None:
    text = "Vitamin B\u00a0. It helps."
    with pytest.raises(BaseException, match="not a char boundary") as bare:
        sentencex.get_sentence_boundaries("en", text)
    assert not isinstance(bare.value, Exception)
    assert sentences(text) == ["Vitamin B\u00a0.", "It helps."]


def test_a_lone_surrogate_is_kept_and_places_still_hold() -> None:
    assert sentences("Rain \ud800fell. It \udfffstopped.") == ["Rain \ud800fell.", "It \udfffstopped."]


def test_when_sentencex_fails_syntok_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    # The two disagree on this one, and neither takes it for one sentence, so it shows who answered.
    text = "He moved to the U.S. She stayed. They met."
    assert [len(splitter.split(text)) for splitter in (SentencexSplitter(), SyntokSplitter())] == [3, 2]
    monkeypatch.setattr(sentencex, "get_sentence_boundaries", fail)
    assert SentencexSplitter().split(text) == SyntokSplitter().split(text)


def test_when_sentencex_loses_text_syntok_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "He moved to the U.S. She stayed. They met."
    monkeypatch.setattr(sentencex, "get_sentence_boundaries", lambda *_: [{"start_index": 0, "end_index": 23}])
    assert SentencexSplitter().split(text) == SyntokSplitter().split(text)
    assert len(SyntokSplitter().split(text)) == 2


def test_when_both_fail_the_text_is_one_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentencex, "get_sentence_boundaries", fail)
    monkeypatch.setattr(syntok.segmenter, "analyze", fail)
    assert SentencexSplitter().split(" One. Two. ") == [Span(1, 10)]


def test_an_interrupt_is_not_taken_for_a_panic(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(sentencex, "get_sentence_boundaries", interrupted)
    with pytest.raises(KeyboardInterrupt):
        SentencexSplitter().split("One. Two.")


def test_five_megabytes_on_one_line_are_split_in_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    read = 0
    original = sentencex.get_sentence_boundaries

    def counting(language: str, text: str) -> object:
        nonlocal read
        read += len(text)
        return original(language, text)

    monkeypatch.setattr(sentencex, "get_sentence_boundaries", counting)
    sentence = "The river rose by 3.5 metres on Jan. 5, the U.S. agency said. "
    text = sentence * (5_000_000 // len(sentence))
    spans = SentencexSplitter().split(text)
    assert len(spans) == text.count("The river")
    assert {span.of(text) for span in spans} == {sentence.strip()}
    assert read < 1.2 * len(text)


HOSTILE = (".", "“", "(", '"', "a\n", "\x00", "\r\n", "\u200b", "U.S. ", "(a. ")


@pytest.mark.parametrize("unit", HOSTILE)
def test_thousands_of_one_sign_do_not_get_lost(unit: str) -> None:
    text = unit * 6_000
    spans = SentencexSplitter().split(text)
    assert sum(len(span.of(text).split()) for span in spans) >= len(text.split())
    if text.strip():
        assert spans[-1].end == len(text.rstrip())


def test_a_long_text_of_one_sign_takes_time_by_its_length_alone() -> None:
    """Unclosed quotation marks take sentencex quadratic time where it is given the whole text."""
    assert growing_faster(SentencexSplitter().split, HOSTILE) == []
