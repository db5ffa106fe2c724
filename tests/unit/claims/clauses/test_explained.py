"""What of a sentence's explanations belongs to one claim, and its words with them in place."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.claims.clauses.explained import Explained, in_place, put_together
from factcheck.claims.clauses.part import put_in, rewritten
from factcheck.domain.claims import Ambiguity, Substitution
from factcheck.domain.parsed_text import ParsedSentence
from factcheck.domain.spans import Span

Parsed = Callable[[str], ParsedSentence]
TEXT = "The council sold its mill to Ann Lee, closing it."


def put(said: str, written: str, source: Span | None = None) -> Substitution:
    start = TEXT.index(said)
    return Substitution(
        span=Span(start, start + len(said)), said=said, written=written, why="it says so", source=source
    )


def test_words_of_other_parts_and_words_explained_beside_them_need_nothing() -> None:
    council, own = put("The council", "The Leeds council"), put("its", "the council's", Span(0, 11))
    unclear = Ambiguity(span=Span(29, 36), said="Ann Lee", why="two are")
    found = Explained.of([council, own, unclear], (Span(0, 25),))
    assert (found.substitutions, found.ambiguities) == ((council,), ())
    assert Explained.of([own], (Span(12, 25),)).substitutions == (own,)
    assert Explained.of([unclear], (Span(0, 40),)).ambiguities == (unclear,)


def test_quoted_words_stay_as_they_were_said() -> None:
    council = put("The council", "The Leeds council")
    assert Explained((council,), ()).outside((Span(0, 12),)).substitutions == ()
    assert Explained((council,), ()).outside((Span(12, 20),)).substitutions == (council,)


def test_what_was_put_in_or_rewritten_is_told(sentence: Parsed) -> None:
    tokens = sentence(TEXT).tokens
    closing = next(token for token in tokens if token.text == "closing")
    words = (put_in("This", "DT", at=closing), rewritten(closing, "closed", "VBD"), tokens[-2])
    this, closed = Explained((), ()).with_changes(words, TEXT, main=Span(0, len(TEXT))).substitutions
    assert (this.said, this.written, this.why, this.source) == (
        "",
        "This",
        "what the sentence says before",
        Span(0, 38),
    )
    assert (closed.said, closed.written, closed.source) == ("closing", "closed", None)
    assert this.is_form
    assert closed.is_form


def test_substitutions_are_written_over_all_of_their_words(sentence: Parsed) -> None:
    tokens = sentence(TEXT).tokens
    made = [put("The council", "The Leeds council"), put("Ann Lee", "Ann Mary Lee")]
    assert put_together(tokens[:8], TEXT, made) == "The Leeds council sold its mill to Ann Mary Lee."
    assert in_place(TEXT, Span(0, 36), made) == "The Leeds council sold its mill to Ann Mary Lee"


def test_the_ending_of_an_owner_stays(sentence: Parsed) -> None:
    text = "She sold the council's mill."
    made = [Substitution(span=Span(9, 20), said="the council", written="the Leeds council", why="it says so")]
    assert put_together(sentence(text).tokens, text, made) == "She sold the Leeds council's mill."


def test_a_name_in_the_first_place_gets_a_capital() -> None:
    text = "she left."
    made = [Substitution(span=Span(0, 3), said="she", written="the mayor", why="it says so")]
    assert in_place(text, Span(0, 9), made) == "The mayor left."
