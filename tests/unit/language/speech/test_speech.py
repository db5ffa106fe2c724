"""Who says what in one sentence, whether it is held to be so, and what only looks like speech."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.parsed_text import ParsedSentence
from factcheck.language.parsing.parses import Parses
from factcheck.language.speech.speakers import in_words, name_of
from factcheck.language.speech.speech import Speech, main_speech, speeches

Parse = Callable[[str], ParsedSentence]


def contents(read: ParsedSentence, speech: Speech) -> list[str]:
    return [in_words(speech.words_of(read, each)).strip(" ,.“”\"'") for each in speech.contents]


def only(read: ParsedSentence) -> Speech:
    (found,) = speeches(read)
    return found


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("“The weir is sound,” said Ida Falk.", "Ida Falk", ["The weir is sound"]),
        ("“The weir is sound,” Ida Falk said on Monday.", "Ida Falk", ["The weir is sound"]),
        ('"The weir is sound," Ida Falk, the engineer, said.', "Ida Falk", ["The weir is sound"]),
        ("‘The weir is sound,’ said Ida Falk.", "Ida Falk", ["The weir is sound"]),
        ("«The weir is sound», said Ida Falk.", "Ida Falk", ["The weir is sound"]),
        ("Ida Falk said that the weir was sound.", "Ida Falk", ["that the weir was sound"]),
        ("Ida Falk said the weir was sound.", "Ida Falk", ["the weir was sound"]),
        ("The weir is sound, the board said.", "the board", ["The weir is sound"]),
        ("Ida Falk told reporters that it rained there.", "Ida Falk", ["that it rained there"]),
        ("According to the Water Board, the weir is sound.", "the Water Board", ["the weir is sound"]),
        ("The weir is sound, according to the Water Board.", "the Water Board", ["The weir is sound"]),
        ("In the words of the mayor, the weir is sound.", "the mayor", ["the weir is sound"]),
        ("The mayor was quoted as saying that the weir was sound.", "The mayor", ["that the weir was sound"]),
        ("The Herald quoted Falk as saying that the weir was sound.", "Falk", ["that the weir was sound"]),
        ("It was announced by the board that the weir was sound.", "the board", ["that the weir was sound"]),
        ("“The weir is sound,” said Falk, “and it is new.”", "Falk", ["The weir is sound", "it is new"]),
        ("Ida Falk disagreed: “Everybody knows that it was fair.”", "Ida Falk", ["Everybody knows that it was fair"]),
        ("Economists expect prices to fall.", "Economists", ["prices to fall"]),
        ("A statement by the board that the bridge was safe was withdrawn.", "the board", ["that the bridge was safe"]),
        ("As Falk put it, the weir is a bomb.", "Falk", ["the weir is a bomb"]),
        ("The weir, says Falk, is sound.", "Falk", ["The weir is sound"]),
        ("The police, she added, had found two boats.", "she", ["The police had found two boats"]),
    ],
)  # fmt: skip
def test_speaker_and_words_are_told_apart(sentence: Parse, text: str, speaker: str, said: list[str]) -> None:
    read = sentence(text)
    found = only(read)
    assert (name_of(read, found.speaker), contents(read, found)) == (speaker, said)
    assert found.asserts
    assert not found.denies
    assert main_speech(read) == (None if found.verb.text == "statement" else found)


@pytest.mark.parametrize(
    ("text", "about", "said"),
    [
        ("Ida Falk called the plan “a waste of money”.", "the plan", "a waste of money"),
        ("Ida Falk described the plan as a waste of money.", "the plan", "a waste of money"),
        ("Ida Falk described the rise as “larger than any”.", "the rise", "larger than any"),
        ("The union accused the owners of hiding the figures.", "the owners", "hiding the figures"),
    ],
)
def test_what_is_called_something_is_what_the_content_is_about(
    sentence: Parse, text: str, about: str, said: str
) -> None:
    read = sentence(text)
    found = only(read)
    assert (in_words(found.about), contents(read, found), found.asserts) == (about, [said], True)


@pytest.mark.parametrize(
    "text",
    [
        "No club said that it was behind the offer.",
        "Nobody in the camp believed that the siege would end.",
        "None of the owners said that the weir was sound.",
        "Not one of the owners said that the weir was sound.",
        "Neither club has promised that the mine will stay open.",
        "The mayor never said that the weir was sound.",
        "The mayor did not say the weir was sound.",
        "The mayor refused to say that the weir was sound.",
        "The bank neither confirmed nor denied that it had lost money.",
        "Without saying that the weir was sound, she left.",
        "The mayor asked whether the weir was sound.",
        "The board explained why the weir had been built.",
        "The board may say that the weir is sound.",
        "If the mayor says that the weir is sound, people will stay.",
        "Did the mayor say that the weir was sound?",
        "Doctors recommend that children sleep ten hours.",
        "The mayor doubted that the weir was sound.",
        "The mayor hopes the talks succeed.",
        "The board denied taking bribes and hiding money.",
        "The board is considering closing the pool and selling the library.",
        "She urged the board to build a new weir.",
    ],
)
def test_what_is_not_said_or_not_held_is_not_asserted(sentence: Parse, text: str) -> None:
    found = speeches(sentence(text))
    assert found
    assert not any(each.asserts or each.denies for each in found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The minister denied that the weir was unsafe.", "that the weir was unsafe"),
        ("Falk dismissed claims that the weir was unsafe.", "that the weir was unsafe"),
    ],
)
def test_what_is_denied_is_held_not_to_be_so(sentence: Parse, text: str, said: str) -> None:
    read = sentence(text)
    found = only(read)
    assert (found.asserts, found.denies, contents(read, found)) == (False, True, [said])


def test_a_denial_that_was_not_made_denies_nothing(sentence: Parse) -> None:
    found = only(sentence("The minister did not deny that the weir was unsafe."))
    assert (found.asserts, found.denies) == (False, False)


def test_what_somebody_denies_to_have_heard_is_not_asserted_by_whoever_said_it(sentence: Parse) -> None:
    outer, inner = speeches(sentence("The minister denied that the board had said that the weir was unsafe."))
    assert (outer.denies, inner.asserts, in_words(inner.speaker)) == (True, False, "the board")


@pytest.mark.parametrize(
    "text",
    [
        "The weir broke on Monday.",
        "Figures suggested that the weir was sound.",
        "A study says that the weir is sound.",
        "This suggests that prices will fall.",
        "Prices are expected to fall.",
        "The weir is said to be sound.",
        "It is expected that prices will fall.",
        "The firm expects to win.",
        "The club added a player.",
        "The town called the police.",
        "",
    ],
)
def test_what_nobody_says_is_no_speech(parses: Parses, text: str) -> None:
    assert not any(speeches(each) for each in parses.of(text).sentences)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The agency, quoting the army, said nine men had died.", "the army"),
        ("Newswire reported, citing Juan Roca, that nine men had died.", "Juan Roca"),
        ("The firm, citing high costs, said it would close.", "The firm"),
        ("“Why?” asked Falk.", "Falk"),
    ],
)
def test_whose_words_they_are_is_who_is_named_as_their_source(sentence: Parse, text: str, speaker: str) -> None:
    read = sentence(text)
    assert [in_words(each.speaker) for each in speeches(read)] == [speaker]


def test_the_author_s_own_i_reports_nobody(sentence: Parse) -> None:
    read = sentence("I believe that it rained.")
    assert len(speeches(read)) == 1
    assert main_speech(read) is None


def test_what_is_said_inside_of_marks_is_not_by_who_stands_outside(sentence: Parse) -> None:
    read = sentence("Falk said: “I went home, insisting that it rained.”")
    assert [in_words(each.speaker) for each in speeches(read)] == ["Falk", "I"]


def test_a_study_speaks_for_whoever_made_it(sentence: Parse) -> None:
    read = sentence("A study by Ida Falk says that the weir is sound.")
    assert in_words(only(read).speaker) == "Ida Falk"


def test_speech_without_a_clause_has_no_contents(sentence: Parse) -> None:
    read = sentence("The board announced cuts.")
    assert (only(read).contents, main_speech(read)) == ((), only(read))


@pytest.mark.parametrize(
    ("text", "said", "saying"),
    [
        ("Veltor said on Thursday it aims to grow.", "it aims to grow", "Veltor said on Thursday ."),
        (
            "The board announced that on Monday it would close.",
            "that on Monday it would close",
            "The board announced .",
        ),
    ],
)
def test_the_day_of_saying_is_no_part_of_what_was_said(sentence: Parse, text: str, said: str, saying: str) -> None:
    read = sentence(text)
    found = only(read)
    assert (contents(read, found), in_words(found.saying)) == ([said], saying)


def test_words_outside_the_quotation_are_not_of_the_quoted_clause(sentence: Parse) -> None:
    read = sentence("She told the court “I did it” and wept.")
    assert contents(read, only(read)) == ["I did it"]


def test_a_semicolon_parts_what_was_said_from_the_next_verb(sentence: Parse) -> None:
    first, second = speeches(sentence("Police said a man had been held; the man denies the charge."))
    assert [len(first.contents), len(second.contents)] == [1, 0]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("According to the Herald, Ida Falk said the weir was sound.", "Ida Falk"),
        ("Ida Falk said she believes that the weir is sound.", "Ida Falk"),
        ("“The mayor told me that the weir was sound,” said Ida Falk.", "Ida Falk"),
        ("The mayor was quoted as saying that the weir was sound.", "The mayor"),
        ("The source, who said he was ill, told Newswire the weir was sound.", "The source"),
    ],
)
def test_of_a_report_of_a_report_it_is_who_said_the_thing(sentence: Parse, text: str, speaker: str) -> None:
    read = sentence(text)
    found = main_speech(read)
    assert found is not None
    assert name_of(read, found.speaker) == speaker


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank in May and the owner says the hull was old.",
        "What do the nurses ask?",
        "The board is considering closing the pool.",
        "If the mayor says that the weir is sound, people will stay.",
    ],
)
def test_a_sentence_whose_main_clause_reports_nothing_has_no_main_speech(sentence: Parse, text: str) -> None:
    assert main_speech(sentence(text)) is None


@given(st.text(alphabet="said that “”‘’\"'«»,.:;?!()—\n\u00a0ABWeirNo", max_size=60))
def test_any_text_has_some_answer(parses: Parses, text: str) -> None:
    for read in parses.of(text).sentences:
        for each in speeches(read):
            assert each.speaker
            assert set(each.contents) <= set(read.tokens)
