"""What every `LexicalIndex` promises. A backend subclasses this with one method."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.domain.matches import Hit
from factcheck.interfaces import LexicalIndex

PASSAGES = {
    "p-ferry": "The ferry carried 4,012 people in 2025, the harbour office said.",
    "p-fog": "Fog stopped the ferry on 3 May.",
    "p-school": "The school was closed in May; pupils stayed at home.",
    "p-near": "They met NEAR the station AND the bridge, NOT at 3.5% of cases OR so.",
    "p-accent": "Zoë O’Hara’s café “Bläu” opened.",
    "p-other": "字 строка שלום مرحبا",
}
# The words, signs and forms that are syntax to some query language.
SYNTAX = (
    *("3.5%", 'he said "x', "fell AND", "AND", "NEAR(", "NEAR(a b, 5)", "col:x", "text:ferry", "-x", "^", "^ferry"),
    *("*", "fer*", "ferry OR", "OR OR", "NOT", "(", ")", "((", '"', '""', '"""', "'", "''", ";", "--", "/*", "%", "_"),
    *(
        "ferry' OR 1=1 --",
        "{a b}",
        "{text}: x",
        "+",
        "a + b",
        "\\",
        "\x00",
        "a\x00b",
        "\ud800",
        "\u202e",
        "~",
        "&",
        "|",
    ),
    *(
        "rowid:1",
        "rank",
        "ferry AND NOT",
        '"ferry" "',
        "\n\r\t",
        "¹ ½ Ⅷ",
        "İ ſ ß ŉ",
        "e\u0301",
        "\u0301",
        "🛳",
        "passages_text",
    ),
)
any_text = settings(suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow], max_examples=300)
ANY_TEXT = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=[])),
    st.lists(st.sampled_from([*SYNTAX, "ferry", " ", "may"]), max_size=12).map(" ".join),
    st.lists(st.sampled_from([*SYNTAX, "ferry", " ", "may"]), max_size=12).map("".join),
)


class LexicalIndexContract:
    def make(self, passages: Mapping[str, str]) -> LexicalIndex:
        """The backend with these passages in it, text by id. Called once for each test that needs its own."""
        raise NotImplementedError

    def found(self, text: str, *, top_k: int = 10) -> list[str]:
        return [hit.id for hit in self.make(PASSAGES).search(text, top_k=top_k)]

    def test_a_passage_with_a_word_of_the_text_is_found(self) -> None:
        assert self.found("fog") == ["p-fog"]
        assert self.found("Why did fog come?") == ["p-fog"]
        assert set(self.found("ferry")) == {"p-ferry", "p-fog"}

    def test_the_passage_with_more_of_the_words_comes_first(self) -> None:
        hits = self.make(PASSAGES).search("How many people did the ferry carry in 2025?", top_k=10)
        assert hits[0].id == "p-ferry"
        scores = [hit.score for hit in hits]
        assert scores == sorted(scores, reverse=True)
        assert scores[0] > scores[-1]

    def test_hits_are_plain_values(self) -> None:
        hit = self.make(PASSAGES).search("fog", top_k=1)[0]
        assert type(hit) is Hit
        assert type(hit.score) is float

    @pytest.mark.parametrize("top_k", [1, 2])
    def test_at_most_as_many_as_asked_for(self, top_k: int) -> None:
        assert len(self.found("ferry may the", top_k=top_k)) == top_k

    @pytest.mark.parametrize("top_k", [1, 2, 3, 4, 5])
    def test_ties_go_by_id_at_the_cut_too(self, top_k: int) -> None:
        index = self.make({f"p-{letter}": "Fog came." for letter in "dbeca"})
        assert [hit.id for hit in index.search("fog", top_k=top_k)] == [f"p-{letter}" for letter in "abcde"][:top_k]

    @pytest.mark.parametrize("text", ["", " \n", "walrus", "?!…", "%", "\x00", "\ud800"])
    def test_a_text_without_a_known_word_finds_nothing(self, text: str) -> None:
        assert self.found(text) == []

    def test_an_empty_index_finds_nothing(self) -> None:
        assert self.make({}).search("ferry", top_k=5) == []

    def test_words_of_a_query_language_are_words(self) -> None:
        assert self.found("NEAR") == ["p-near"]
        assert self.found("and not station") == ["p-near"]
        assert set(self.found("ferry NOT fog")) == {"p-ferry", "p-fog", "p-near"}
        assert set(self.found('"ferry fog"')) == {"p-ferry", "p-fog"}
        assert set(self.found("text:zzz OR fog")) == {"p-fog", "p-near"}

    def test_numbers_accents_and_other_scripts_are_found(self) -> None:
        assert self.found("4,012")[0] == "p-ferry"
        assert self.found("3.5%")[0] == "p-near"
        assert self.found("cafe") == ["p-accent"]
        assert self.found("BLÄU") == ["p-accent"]
        for word in ("字", "строка", "שלום", "مرحبا"):
            assert self.found(word) == ["p-other"]

    @pytest.mark.parametrize("text", SYNTAX)
    def test_nothing_is_syntax(self, text: str) -> None:
        index = self.make(PASSAGES)
        index.search(text, top_k=5)
        # A known word beside it is found all the same.
        assert "p-school" in [hit.id for hit in index.search(f"{text} pupils", top_k=10)]
        assert "p-school" in [hit.id for hit in index.search(f"pupils {text}", top_k=10)]

    def test_a_pasted_page_is_a_query_too(self) -> None:
        index = self.make(PASSAGES)
        for text in ("fog " * 200_000, "x" * 3_000_000, "“(" * 500_000, " ".join(f"w{n}" for n in range(100_000))):
            assert [hit.id for hit in index.search(text, top_k=5)] in ([], ["p-fog"])

    def test_any_text_is_a_valid_query(self) -> None:
        index = self.make(PASSAGES)

        @any_text
        @given(text=ANY_TEXT)
        def search(text: str) -> None:
            hits = index.search(text, top_k=5)
            assert len(hits) <= 5
            assert {hit.id for hit in hits} <= set(PASSAGES)
            assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)

        search()
