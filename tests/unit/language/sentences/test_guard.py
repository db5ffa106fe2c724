"""The guard around sentence libraries: what it keeps from them, believes of them and mends."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.spans import Span
from factcheck.language.sentences.guard import NEVER_CUT, WINDOW, is_sound, plain_spaced, repaired, split_guarded


class Panic(BaseException):
    """As a Rust library raises it: no `Exception`."""


def at_stops(text: str) -> Iterator[tuple[int, int]]:
    """A finder: cuts after each full stop."""
    yield from pairwise([0, *(at + 1 for at, sign in enumerate(text) if sign == "."), len(text)])


def panics(text: str) -> Iterator[tuple[int, int]]:
    raise Panic
    yield 0, 0


def test_every_odd_white_space_becomes_a_space_and_every_surrogate_a_sign() -> None:
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    plain = plain_spaced(every)
    assert len(plain) == len(every)
    for before, after in zip(every, plain, strict=True):
        if "\ud800" <= before <= "\udfff":
            assert after == "\ufffd"
        elif before.isspace() and before not in " \n\r\t":
            assert after == " "
        else:
            assert after == before


def test_a_finder_that_panics_hands_over_to_the_next() -> None:
    assert split_guarded("One. Two.", [panics, at_stops]) == [Span(0, 4), Span(5, 9)]


def test_where_every_finder_fails_the_text_is_one_trimmed_sentence() -> None:
    assert split_guarded(" One. Two. ", [panics, panics]) == [Span(1, 10)]
    assert split_guarded(" One. Two. ", []) == [Span(1, 10)]


@pytest.mark.parametrize(
    "wrong",
    [
        [(0, 4)],  # loses the end
        [(4, 9)],  # loses the beginning
        [(0, 4), (6, 9)],  # loses one letter
        [(0, 6), (4, 9)],  # overlaps
        [(5, 9), (0, 4)],  # out of order
        [(0, 4), (4, 99)],  # outside: slicing would forgive it
        [(0, 4), (-5, 9)],
        [(4, 0), (5, 9)],
        [(0, None)],
        [("0", "9")],
        [(0,)],
        [],
    ],
)
def test_an_answer_that_is_not_sound_is_not_believed(wrong: list[tuple[int, int]]) -> None:
    assert split_guarded("One. Two.", [lambda _: wrong, at_stops]) == [Span(0, 4), Span(5, 9)]


@pytest.mark.parametrize("signal", [KeyboardInterrupt, SystemExit, GeneratorExit])
def test_what_is_no_fault_of_a_finder_is_passed_on(signal: type[BaseException]) -> None:
    def interrupted(text: str) -> Iterator[tuple[int, int]]:
        raise signal
        yield 0, 0

    with pytest.raises(signal):
        split_guarded("One. Two.", [interrupted, at_stops])


def test_a_finder_sees_plain_white_space_and_no_surrogates() -> None:
    seen: list[str] = []

    def listening(text: str) -> Iterator[tuple[int, int]]:
        seen.append(text)
        yield 0, len(text)

    assert split_guarded("a\xa0b\ud800c\nd\r\te", [listening]) == [Span(0, 10)]
    assert seen == ["a b\ufffdc\nd\r\te"]


@pytest.mark.parametrize(
    "unit", ["x", "word ", "A short one. ", "“", "a" * 1500 + ". ", "Tiny. " + "b" * 3000 + ". ", "\n"]
)
def test_a_long_text_is_given_to_finders_in_windows_that_hardly_overlap(unit: str) -> None:
    """Time is in proportion to length: counted in characters read, because a clock would depend on the machine."""
    text = (unit * 200_000)[:200_000]
    read = 0

    def counting(window: str) -> Iterator[tuple[int, int]]:
        nonlocal read
        assert len(window) <= WINDOW
        read += len(window)
        return at_stops(window)

    spans = split_guarded(text, [counting])
    assert is_sound(text, spans)
    assert read <= 2.1 * len(text)


def test_a_finder_that_always_gives_a_tiny_sentence_first_does_not_make_it_quadratic() -> None:
    text = "word " * 8000
    read = 0

    def tiny_first(window: str) -> list[tuple[int, int]]:
        nonlocal read
        read += len(window)
        return [(0, 4), (4, len(window))]

    assert is_sound(text, split_guarded(text, [tiny_first]))
    assert read <= 2.1 * len(text)


def test_white_space_longer_than_a_window_parts_sentences_and_belongs_to_none() -> None:
    text = "One. Two." + " " * 3 * WINDOW + "Three." + "\n" * 2 * WINDOW
    assert [span.of(text) for span in split_guarded(text, [at_stops])] == ["One.", "Two.", "Three."]


def test_sentences_of_ordinary_length_are_never_cut_by_a_window() -> None:
    for shift in range(0, NEVER_CUT, 60):
        sentences = ["y" * (shift + 1) + ".", *(["x" * (NEVER_CUT - 1) + "."] * 8)]
        text = " ".join(sentences)
        assert len(text) > 3 * WINDOW
        assert [span.of(text) for span in split_guarded(text, [at_stops])] == sentences


def test_an_end_near_the_end_of_a_window_waits_for_what_follows() -> None:
    """A window that ends between `winter` and `time` must not make a sentence end of `5 p.m.`"""

    def unless_it_goes_on(window: str) -> Iterator[tuple[int, int]]:
        ends = [match.end() for match in re.finditer(r"\.m\.(?! in winter time)|y\.", window)]
        return pairwise([0, *ends, len(window)])

    before = "x" * 97 + " y."
    for shift in range(len(before)):
        text = " ".join(["x" * shift + " y.", *[before] * 40, "It began at 5 p.m. in winter time y.", *[before] * 9])
        found = [span.of(text) for span in split_guarded(text, [unless_it_goes_on])]
        assert "It began at 5 p.m. in winter time y." in found


def test_a_sentence_longer_than_a_window_is_cut_at_white_space() -> None:
    text = "word " * 3000
    pieces = [span.of(text) for span in split_guarded(text, [at_stops])]
    assert len(pieces) > 1
    assert all(piece.startswith("word") and piece.endswith("word") for piece in pieces)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The call is at 9 a.m.", "Eastern on Monday."),
        ("The call is at 9 p.m.", "Pacific Standard Time."),
        ("It began at 9 a.m.", "Central."),
        ("There were approx.", "300 people."),
        ("It dates from ca.", "1900, he said."),
        ("See Fig.", "3 for it."),
        ("It breaks Art.", "5 of the treaty."),
        ("See pp.", "10-12."),
        ("The prize went to Dr.", "No, of all people."),
        ("It was Cllr.", "Smith."),
        ("1.", "Water fell."),
        ("(12)", "Water fell."),
    ],
)
def test_what_a_library_wrongly_parted_is_joined(left: str, right: str) -> None:
    text = f"{left} {right}"
    parted = [Span(0, len(left)), Span(len(left) + 1, len(text))]
    assert repaired(text, parted) == [Span(0, len(text))]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("It opens at 9 a.m.", "The doors close at 5."),
        ("It opens at 9 a.m.", "Central banks met."),
        ("It opens at 9 a.m.", "Eastern Europe froze."),
        ("It cost $3.5 million.", "Nobody paid."),
        ("He said no.", "10 people came."),
        ("He lives on Main St.", "Mary sang."),
        ("He ate a fig.", "Then he left."),
        ("They ate figs.", "10 were left."),
        ("They need vitamin C.", "300 tablets came."),
        ("It began at 5 EST.", "300 people came."),
        ("She studied art.", "10 of them did."),
        ("She is a Dr.", "in name only."),
        ("The score was 3 to 1.", "10 people came."),
        ("It was 2024.", "Water fell."),
    ],
)
def test_what_a_library_rightly_parted_stays_parted(left: str, right: str) -> None:
    text = f"{left} {right}"
    parted = [Span(0, len(left)), Span(len(left) + 1, len(text))]
    assert repaired(text, parted) == parted


def test_nothing_is_joined_over_an_empty_line() -> None:
    text = "There were approx.\n\n300 people."
    parted = [Span(0, 18), Span(20, len(text))]
    assert repaired(text, parted) == parted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(He got two.) They won.", ["(He got two.)", "They won."]),
        ("(He got two.) (She got one.) They won.", ["(He got two.)", "(She got one.)", "They won."]),
        (
            "Growth rose (to 4.1). (It was 3 before.) It fell.",
            ["Growth rose (to 4.1).", "(It was 3 before.)", "It fell."],
        ),
        ("(Reuters) They won. So", ["(Reuters) They won. So"]),
        ("He (Mr. Smith) left. Good", ["He (Mr. Smith) left. Good"]),
    ],
)
def test_a_parenthesis_that_is_a_sentence_is_parted(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in repaired(text, [Span(0, len(text))])] == expected


def test_closing_marks_stay_with_what_they_close() -> None:
    text = "**Bold one.** Next one."
    assert [span.of(text) for span in repaired(text, [Span(0, 11), Span(11, 23)])] == ["**Bold one.**", "Next one."]
    text = "He left.”"
    assert repaired(text, [Span(0, 8), Span(8, 9)]) == [Span(0, 9)]


@given(text=st.text(alphabet=" .!?\n()*”AaDr9pm\u200b\x00", max_size=80), cuts=st.sets(st.integers(1, 79), max_size=8))
def test_repairs_of_any_sound_spans_are_sound(text: str, cuts: set[int]) -> None:
    places = [0, *sorted(cut for cut in cuts if cut < len(text)), len(text)]
    pieces = [(start, end) for start, end in pairwise(places) if text[start:end].strip()]
    spans = split_guarded(text, [lambda _: pieces])
    assert is_sound(text, spans)
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
