"""Parses that the words of the sentence speak against, built by hand, so that no parser decides what is tested."""

from __future__ import annotations

from factcheck.claims.clauses.mending import mended
from factcheck.domain.parsed_text import Entity, ParsedSentence, Token
from factcheck.domain.spans import Span


def built(*rows: str, entities: tuple[Entity, ...] = ()) -> ParsedSentence:
    """A sentence of rows `word TAG relation head`, heads by place."""
    tokens, start = [], 0
    for place, row in enumerate(rows):
        text, tag, relation, head = row.split()
        kind = {"V": "VERB", "M": "AUX", "N": "NOUN", ",": "PUNCT"}.get(tag[0], "X")
        kind = "PROPN" if tag.startswith("NNP") else kind
        tokens.append(
            Token(
                place=place, start=start, end=start + len(text), text=text, tag=tag, word_class=kind,
                lemma=text.lower(), morphology="", head=int(head), relation=relation,
            )
        )  # fmt: skip
        start += len(text) + 1
    return ParsedSentence(span=Span(0, start - 1), tokens=tuple(tokens), entities=entities)


def heads(sentence: ParsedSentence, *words: str) -> list[tuple[str, str]]:
    """What these words depend on, and how."""
    found = {token.text: token for token in mended(sentence).tokens}
    return [(mended(sentence).head(found[word]).text, found[word].relation) for word in words]


NOTICED = ("they PRP nsubj 1", "noticed VBD ROOT 1", "the DT det 3", "men NNS nsubjpass 8", "and CC cc 3", "a DT det 6",
           "ship NN conj 3")  # fmt: skip


def test_two_joined_nouns_do_not_take_a_verb_in_the_singular() -> None:
    sentence = built(*NOTICED, "was VBD auxpass 8", "sent VBN ccomp 1")
    assert heads(sentence, "men", "ship", "sent") == [("noticed", "dobj"), ("sent", "nsubjpass"), ("noticed", "conj")]


def test_two_joined_nouns_take_a_verb_in_the_plural() -> None:
    sentence = built(*NOTICED, "were VBD auxpass 8", "sent VBN ccomp 1")
    assert heads(sentence, "men", "sent") == [("sent", "nsubjpass"), ("noticed", "ccomp")]


def test_what_that_introduces_stays_one_clause() -> None:
    sentence = built("they PRP nsubj 1", "noticed VBD ROOT 1", "that IN mark 8", "tea NN nsubjpass 8", "and CC cc 3",
                     "a DT det 6", "cake NN conj 3", "was VBD auxpass 8", "sent VBN ccomp 1")  # fmt: skip
    assert heads(sentence, "sent") == [("noticed", "ccomp")]


def test_a_finite_verb_is_joined_to_a_verb_of_its_tense_and_to_no_noun() -> None:
    sentence = built("it PRP nsubj 1", "raises VBZ ROOT 1", "pay NN dobj 1", "and CC cc 2", "cuts VBZ conj 2")
    assert heads(sentence, "cuts", "and") == [("raises", "conj"), ("raises", "cc")]


def test_a_past_is_joined_to_the_past_around_a_future() -> None:
    sentence = built("it PRP nsubj 1", "said VBD ROOT 1", "pay NN nsubj 4", "would MD aux 4", "fall VB ccomp 1",
                     "and CC cc 4", "left VBD conj 4")  # fmt: skip
    assert heads(sentence, "left") == [("said", "conj")]


def test_a_clause_with_that_is_joined_to_one_with_that() -> None:
    sentence = built("it PRP nsubj 1", "noted VBD ROOT 1", "that IN mark 4", "men NNS nsubj 4", "knew VBD ccomp 1",
                     "they PRP nsubj 6", "left VBD ccomp 4", "and CC cc 6", "that IN mark 10", "pay NN nsubj 10",
                     "fell VBD conj 6")  # fmt: skip
    assert mended(sentence).tokens[10].head == 4


def test_behind_a_comma_a_clause_is_joined_to_the_main_one() -> None:
    because = ("it PRP nsubj 1", "left VBD ROOT 1", "because IN mark 4", "pay NN nsubj 4", "fell VBD advcl 1")
    sentence = built(*because, ", , punct 4", "and CC cc 4", "men NNS nsubj 8", "stayed VBD conj 4")
    assert heads(sentence, "stayed") == [("left", "conj")]
    sentence = built(*because, "and CC cc 4", "men NNS nsubj 7", "stayed VBD conj 4")
    assert heads(sentence, "stayed") == [("fell", "conj")]


def test_what_follows_a_closing_comma_is_no_part_of_the_relative_clause() -> None:
    sentence = built("they PRP nsubj 1", "charged VBD ROOT 1", "Ray NNP dobj 1", ", , punct 2", "who WP nsubj 5",
                     "is VBZ relcl 2", "old JJ acomp 5", ", , punct 5", "with IN prep 5")  # fmt: skip
    assert heads(sentence, "with") == [("charged", "prep")]


def test_one_thing_is_said_of_the_last_of_a_list() -> None:
    listed = ("Ann NNP nsubj 7", "and CC cc 0", "Bob NNP conj 0", ", , punct 0", "a DT det 5")
    sentence = built(*listed, "cook NN appos 0", ", , punct 0", "left VBD ROOT 7")
    assert heads(sentence, "cook") == [("Bob", "appos")]
    sentence = built(*listed, "cooks NNS appos 0", ", , punct 0", "left VBD ROOT 7")
    assert heads(sentence, "cooks") == [("Ann", "appos")]


def test_a_noun_behind_a_comma_tells_of_the_name_before_it_and_not_of_a_day() -> None:
    rows = ("it PRP nsubj 1", "began VBD ROOT 1", "before IN prep 1", "Lent NNP pobj 2", ", , punct 1", "the DT det 6",
            "fast NN npadvmod 1")  # fmt: skip
    assert heads(built(*rows), "fast") == [("Lent", "appos")]
    day = (Entity(label="DATE", first=3, last=3),)
    assert heads(built(*rows, entities=day), "fast") == [("began", "npadvmod")]


def test_an_apposition_is_beside_its_noun() -> None:
    sentence = built("they PRP nsubj 1", "left VBD ROOT 1", "for IN prep 1", "Lent NNP pobj 2", ", , punct 1",
                     "a DT det 6", "fast NN appos 0")  # fmt: skip
    assert heads(sentence, "fast") == [("Lent", "appos")]


def test_a_change_never_makes_a_ring() -> None:
    sentence = built("it PRP nsubj 1", "said VBD ccomp 4", "and CC cc 1", "he PRP nsubj 4", "left VBD ROOT 4")
    assert mended(sentence).root.text == "left"
