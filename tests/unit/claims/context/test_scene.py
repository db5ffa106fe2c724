"""One sentence as it is read."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims.context.mentions import mentions
from factcheck.claims.context.referents import Referent, Referents
from factcheck.claims.context.scene import Scene, cased, unclear
from factcheck.domain.parsed_text import ParsedSentence
from factcheck.domain.spans import Span
from factcheck.language.speech.quotations import quotations


@pytest.fixture
def scene(sentence: Callable[[str], ParsedSentence]) -> Scene:
    read = sentence("The dog saw Ann Lee.")
    return Scene(Referents(), read, 1, "", quotations(read.tokens))


def referent(name: str, weight: float, role: str = "dobj") -> Referent:
    one = Referent(name=name, words=(name.lower(),), source=Span(0, 1))
    one.mentioned(1, weight, role)
    return one


def test_the_best_outweighs_the_next_by_the_margin(scene: Scene) -> None:
    heavy, light = referent("Heavy", 150), referent("Light", 100)
    assert scene.best([light, heavy], margin=1.5) is heavy
    assert scene.best([light, heavy], margin=1.6) is None
    assert scene.best([light], margin=9) is light
    assert scene.best([], margin=1) is None


def test_the_same_role_adds_weight(scene: Scene) -> None:
    subject, other = referent("Subject", 100, "nsubj"), referent("Object", 100)
    assert scene.best([subject, other], margin=1.2, role="dobj") is other


def test_the_source_is_the_name_in_the_sentence_or_where_it_was_told_first(scene: Scene) -> None:
    known = referent("Ann Lee", 100)
    assert scene.source(known) == Span(0, 1)
    noun, name = mentions(scene.sentence)
    scene.count(known, noun)
    assert scene.source(known) == Span(0, 1)
    scene.count(known, name)
    assert scene.source(known) == name.span(scene.sentence)
    assert scene.memory.near(1) == [known]


def test_somebody_unknown_is_kept_in_mind(scene: Scene) -> None:
    unknown = scene.nobody(mentions(scene.sentence)[0], gender="she")
    assert scene.memory.near(1) == [unknown]
    assert (unknown.name, unknown.is_person, unknown.gender) == ("", True, "she")


def test_a_capital_is_kept() -> None:
    assert (cased("the dam", "It"), cased("the dam", "it")) == ("The dam", "the dam")


def test_only_some_candidates_are_told(scene: Scene) -> None:
    told = unclear(mentions(scene.sentence)[0], scene.sentence, "several", [referent(str(n), 1) for n in range(9)])
    assert told.candidates == ("0", "1", "2", "3", "4")
    assert told.said == "The dog"
