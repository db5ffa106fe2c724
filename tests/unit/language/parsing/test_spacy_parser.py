"""The parser on sentences whose structure is plain, and on text that is none."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from itertools import accumulate
from pathlib import Path

import pytest

from factcheck.domain.parsed_text import ParsedSentence
from factcheck.domain.spans import Span
from factcheck.errors import ModelError
from factcheck.language.parsing.parses import Parses
from factcheck.language.parsing.spacy_parser import LONGEST, MOST_TOKENS, SpacyParser
from factcheck.models.pipelines import find_pipeline
from factcheck.settings import Settings
from factcheck.wiring import parts


def test_tokens_say_how_they_depend_on_each_other(sentence: Callable[[str], ParsedSentence]) -> None:
    read = sentence("The mayor, who lives in Harle, opened two bridges.")
    root = read.root
    assert (root.text, root.tag, root.lemma) == ("opened", "VBD", "open")
    subject = read.child(root, "nsubj")
    assert subject is not None
    assert [each.text for each in read.subtree(subject)] == ["The", "mayor", ",", "who", "lives", "in", "Harle", ","]
    assert [read.head(each).text for each in read.children(root, "dobj")] == ["opened"]
    assert [entity.label for entity in read.entities if read.tokens_of(entity)[0].text == "two"] == ["CARDINAL"]


def test_offsets_are_into_the_text_whatever_its_white_space(parses: Parses) -> None:
    text = "One\u00a0 line\n\tends here.  Prices rose\n by 3%."
    for each in parses.of(text).sentences:
        assert each.is_parsed
        assert all(token.text == text[token.start : token.end] for token in each.tokens)
        assert "".join(token.text for token in each.tokens) == "".join(each.span.of(text).split())


def test_white_space_does_not_change_the_parse(sentence: Callable[[str], ParsedSentence]) -> None:
    plain, odd = sentence("The ferry sank on Monday."), sentence("The  ferry\nsank on\u2003Monday.")
    assert [(each.tag, each.relation, each.head) for each in plain.tokens] == [
        (each.tag, each.relation, each.head) for each in odd.tokens
    ]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The pipeline that ships, in a folder of its own; its files are links until a test changes them."""
    folder = tmp_path / "copy"
    shutil.copytree(find_pipeline().folder, folder, copy_function=os.symlink)
    return folder


def changed(path: Path, words: str, other: str) -> None:
    """Put other words into a file that is a link."""
    text = path.read_text(encoding="utf-8")
    assert words in text
    path.unlink()
    path.write_text(text.replace(words, other), encoding="utf-8")


def parser_of(folder: Path) -> SpacyParser:
    return SpacyParser(folder, name="x 1", language="en")


def parse(parser: SpacyParser, *sentences: str) -> list[ParsedSentence]:
    text = " ".join(sentences)
    ends = list(accumulate(len(each) + 1 for each in sentences))
    spans = [Span(end - 1 - len(each), end - 1) for each, end in zip(sentences, ends, strict=True)]
    return list(parser.parse(text, spans).sentences)


@pytest.fixture(scope="session")
def shipped() -> SpacyParser:
    made = parts(Settings()).make_parser()
    assert isinstance(made, SpacyParser)
    return made


def test_two_sentences_that_our_splitter_takes_for_one_are_one_tree(shipped: SpacyParser) -> None:
    """The boundaries that count are ours."""
    for text in ("It rained. It snowed.", "They left in time though. :)", "Prices rose and wages fell and it rained."):
        (read,) = parse(shipped, text)
        assert read.is_parsed
        assert len(read.subtree(read.root)) == len(read.tokens)


def test_a_sentence_of_more_characters_or_tokens_than_that_is_left_unparsed(shipped: SpacyParser) -> None:
    fits, long = "word" * (LONGEST // 4), "word" * (LONGEST // 4) + "s"
    few, many = "a " * (MOST_TOKENS - 1) + "a", "a " * MOST_TOKENS + "a"
    assert [each.is_parsed for each in parse(shipped, long, "It rained.", many, fits, few)] == [
        False, True, False, True, True,
    ]  # fmt: skip


def test_signs_in_a_row_that_are_no_writing_are_left_unparsed(shipped: SpacyParser) -> None:
    """Taking them apart would take time that grows with the square of their number."""
    rained = "It rained "
    assert [each.is_parsed for each in parse(shipped, rained + "“" * 59, rained + "“" * 60)] == [True, False]


def test_a_span_with_white_space_around_it_is_left_unparsed(shipped: SpacyParser) -> None:
    """Its white space would be a token, and none of ours is."""
    (read,) = shipped.parse(" It rained.", [Span(0, 11)]).sentences
    assert not read.is_parsed


def test_the_last_bits_of_a_parse_are_the_same_in_any_batch(shipped: SpacyParser) -> None:
    """Else a sentence could be parsed in two ways, however rarely."""
    sentences = [f"In {year} the town of Harle had {year * 7} people and sold its port." for year in range(1950, 1967)]
    pipeline = shipped._pipeline
    alone = [doc.tensor.tobytes() for doc in pipeline.pipe(sentences, batch_size=1)]
    for size in (2, 5, 17):
        assert [doc.tensor.tobytes() for doc in pipeline.pipe(sentences, batch_size=size)] == alone


def test_what_was_read_is_forgotten(shipped: SpacyParser) -> None:
    """Else a long run would fill the memory with the words of all texts."""
    parse(shipped, "It rained.")
    before = len(shipped._pipeline.vocab.strings)
    parse(shipped, *(f"Harle{number}burg and Wick{number}ton merged." for number in range(50)))
    assert len(shipped._pipeline.vocab.strings) == before


# What can't be loaded


def refused(folder: Path, words: str) -> None:
    with pytest.raises(ModelError, match=words) as caught:
        parse(parser_of(folder), "It rained.")
    assert caught.value.exit_code == 6
    assert caught.value.hint


@pytest.mark.parametrize("name", ["parser/model", "tokenizer", "vocab/strings.json", "vocab/lookups.bin", "config.cfg"])
def test_damaged_files_are_an_error_that_names_the_folder(copy: Path, name: str) -> None:
    before = (copy / name).read_bytes()
    (copy / name).unlink()
    (copy / name).write_bytes(before[: len(before) // 2])
    refused(copy, "copy can't be loaded|doesn't name|has no")


def test_a_pipeline_that_needs_other_code_is_refused(copy: Path) -> None:
    changed(copy / "config.cfg", '"spacy.TransitionBasedParser.v2"', '"house.Parser.v1"')
    refused(copy, "house.Parser.v1")


def test_code_that_is_named_by_a_variable_is_refused_too(copy: Path) -> None:
    changed(copy / "config.cfg", "[system]\n", '[system]\nname = "house.Tokenizer.v1"\n')
    changed(copy / "config.cfg", '{"@tokenizers":"spacy.Tokenizer.v1"}', '{"@tokenizers":${system:name}}')
    refused(copy, "house.Tokenizer.v1")


def test_a_language_that_spacy_does_not_know_is_an_error(copy: Path) -> None:
    changed(copy / "config.cfg", 'lang = "en"', 'lang = "qq"')
    refused(copy, "can't be loaded")


# What is loaded with it


def test_loading_the_parser_loads_no_other_framework_no_command_line_and_warns_of_nothing() -> None:
    program = (
        "import sys\nfrom factcheck.settings import Settings\nfrom factcheck.wiring import parts\n"
        "from factcheck.domain.spans import Span\nparser = parts(Settings()).make_parser()\n"
        "assert parser.name and 'spacy' not in sys.modules\n"
        "assert parser.parse('It rained.', [Span(0, 10)]).sentences[0].is_parsed\n"
        "print(*({'spacy', 'torch', 'tensorflow', 'spacy.cli', 'typer', 'requests'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], check=False, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "spacy\n", "")


def test_quotation_marks_are_cut_from_the_words_that_they_are_written_to(
    sentence: Callable[[str], ParsedSentence],
) -> None:
    words = [token.text for token in sentence("He called it “over”—a remark that hurt.").tokens]
    assert words[3:8] == ["“", "over", "”", "—", "a"]
    words = [token.text for token in sentence("She asked, “really?”–and left.").tokens]
    assert words[4:9] == ["really", "?", "”", "–", "and"]
