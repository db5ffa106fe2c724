"""Which components are loaded, and what is refused before any of them is made."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.errors import ModelError
from factcheck.language.parsing.components import unused


def config(**factories: str) -> dict[str, Any]:
    """A pipeline of these components, in order, each with the factory of spaCy's that is named."""
    return {
        "nlp": {
            "pipeline": list(factories),
            "tokenizer": {"@tokenizers": "spacy.Tokenizer.v1"},
            "before_creation": None,
            "after_creation": None,
        },
        "components": {
            name: {"factory": factory, "model": {"@architectures": "spacy.Tagger.v2", "width": 96}}
            for name, factory in factories.items()
        },
    }


WHOLE = {"tok2vec": "tok2vec", "tagger": "tagger", "parser": "parser", "lemmatizer": "lemmatizer", "ner": "ner"}


def refused(given: Any, words: str) -> None:
    with pytest.raises(ModelError, match=words) as caught:
        unused(given)
    assert caught.value.hint


def test_what_nothing_reads_is_left_out() -> None:
    assert unused(config(**WHOLE)) == []
    assert unused(config(senter="senter", **WHOLE, topics="textcat")) == ["senter", "topics"]


@pytest.mark.parametrize("other", ["morphologizer", "tagger"])
def test_either_of_two_factories_tells_the_part_of_speech_and_the_lemma(other: str) -> None:
    made = {"words": other, "parser": "parser", "lemmas": "trainable_lemmatizer"}
    assert unused(config(**made)) == []


@pytest.mark.parametrize(
    ("missing", "words"), [("parser", "no parser"), ("tagger", "no morphologizer or tagger"), ("lemmatizer", "no lemm")]
)
def test_a_pipeline_that_does_not_tell_what_the_rules_read_is_refused(missing: str, words: str) -> None:
    refused(config(**{name: factory for name, factory in WHOLE.items() if name != missing}), words)
    refused(config(**WHOLE | {missing: "textcat"}), words)


def test_names_are_not_needed() -> None:
    assert unused(config(**{name: factory for name, factory in WHOLE.items() if name != "ner"})) == []


@pytest.mark.parametrize(
    "name", ["house.Tagger.v1", "spacy-transformers.Model.v3", "os.system", "", None, 3, ["spacy.x"]]
)
def test_a_function_that_is_not_spacy_s_is_refused_wherever_it_is_named(name: object) -> None:
    for place in ("components", "nlp"):
        given = config(**WHOLE)
        inner = given[place]["parser"]["model"] if place == "components" else given[place]["tokenizer"]
        inner["deep"] = [{"tok2vec": {"@architectures": name}}]
        refused(given, "isn't spaCy's own")


def test_a_function_of_a_component_that_is_left_out_does_not_matter() -> None:
    given = config(**WHOLE, topics="textcat")
    given["components"]["topics"]["model"]["@architectures"] = "house.Topics.v1"
    assert unused(given) == ["topics"]


@pytest.mark.parametrize("name", ["before_creation", "after_creation", "after_pipeline_creation"])
def test_a_function_that_is_called_around_the_making_is_refused_even_if_it_is_spacy_s(name: str) -> None:
    given = config(**WHOLE)
    given["nlp"][name] = {"@callbacks": "spacy.copy_from_base_model.v1"}
    refused(given, name)


def test_a_component_of_another_pipeline_is_not_taken() -> None:
    given = config(**WHOLE)
    given["components"]["parser"] = {"source": "en_core_web_md"}
    refused(given, "no parser")


@pytest.mark.parametrize(
    "given",
    [
        {}, {"nlp": None, "components": {}}, {"nlp": {"pipeline": "tagger"}, "components": {}},
        {"nlp": {"pipeline": [3]}, "components": {}}, {"nlp": {"pipeline": ["tagger"]}, "components": {"tagger": "x"}},
        {"nlp": {"pipeline": ["tagger"]}, "components": ["tagger"]}, {"nlp": {"pipeline": ["tagger"]}},
    ],
)  # fmt: skip
def test_a_configuration_of_another_form_is_refused(given: Any) -> None:
    refused(given, "doesn't name the pipeline's components")


def test_a_component_that_is_named_and_not_described_is_not_taken() -> None:
    given = config(**WHOLE)
    del given["components"]["parser"]
    refused(given, "no parser")
