"""What every `SentenceSplitter` promises. A backend subclasses this with one method."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.domain.spans import Span
from factcheck.interfaces import SentenceSplitter

SIGNS = ".!?… \n\t\x0b\x0c\x1c\x85\xa0\u2028\u3000“”\"'‘’«»()[]*_`-—•>字。aA"
ODD_SIGNS = "\x00\x07\x7f\u200b\ufeff\u202e\u0301\ud800\udfff\U0001f600"
PIECES = """... ** 1. 2) \x1b[2J B. U.S. Mr. Dr. e.g. a.m. approx. No. 10 3.5 word Word said a@b.example
https://example.org/a.b?c=1."""
ALL_PIECES = [*SIGNS, *ODD_SIGNS, *PIECES.split(), "\r\n", "\n\n", "p.m. Eastern", "Vitamin B\xa0."]
ANY_TEXT = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=[])),  # the default leaves surrogates out
    st.lists(st.sampled_from(ALL_PIECES), max_size=60).map("".join),
)
# A contract is one class that several classes inherit, so its tests run on different `self`s by intention.
any_text = settings(suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow], max_examples=150)


def assert_sound(text: str, spans: list[Span]) -> None:
    """Spans in order, inside, trimmed, not overlapping, and nothing visible left out."""
    place = 0
    for span in spans:
        assert place <= span.start < span.end <= len(text)
        assert span.of(text) == span.of(text).strip()
        assert not text[place : span.start].strip()
        place = span.end
    assert not text[place:].strip()


class SentenceSplitterContract:
    def make(self) -> SentenceSplitter:
        """The backend, ready to use."""
        raise NotImplementedError

    def sentences(self, text: str) -> list[str]:
        spans = self.make().split(text)
        assert_sound(text, spans)
        return [span.of(text) for span in spans]

    def test_the_name_tells_library_and_version(self) -> None:
        splitter, version = self.make().name.split(" ")
        assert splitter[0].isalpha()
        assert any(sign.isdigit() for sign in version)

    def test_plain_sentences_are_found_where_they_stand(self) -> None:
        text = "  The dam broke.  Did it? \n It did!  "
        assert self.sentences(text) == ["The dam broke.", "Did it?", "It did!"]
        assert self.make().split(text)[0] == Span(2, 16)

    def test_offsets_count_code_points(self) -> None:
        text = "\U0001f600 It rained. Zoe\u0301 left."
        assert self.sentences(text) == ["\U0001f600 It rained.", "Zoe\u0301 left."]

    @pytest.mark.parametrize("text", ["", " ", "\n\n", " \t\r\n\x0b\x1c\x85\xa0\u2028\u3000"])
    def test_a_text_without_anything_visible_has_no_sentence(self, text: str) -> None:
        assert self.make().split(text) == []

    @pytest.mark.parametrize("text", ["\x00", "\u200b", "\ufeff", "\ud800", "\x1b[2J", ".", "”", "字"])
    def test_one_odd_visible_character_is_kept(self, text: str) -> None:
        assert self.sentences(text) == [text]

    def test_a_stretch_that_is_no_language_is_kept_whole_or_in_pieces(self) -> None:
        for unit in ("x", ".", "“", "(a. ", "\u200b", "1. ", "\n"):
            text = (unit * 9000)[:9000]
            assert_sound(text, self.make().split(text))

    @any_text
    @given(text=ANY_TEXT)
    def test_any_text_is_split_in_order_with_nothing_lost(self, text: str) -> None:
        assert_sound(text, self.make().split(text))

    @any_text
    @given(text=ANY_TEXT)
    def test_the_same_text_is_always_split_alike(self, text: str) -> None:
        assert self.make().split(text) == self.make().split(text)
