"""From claims to stored suggestions, with a real database and index, and a model that judges by a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from factcheck.domain.documents import Document
from factcheck.domain.ids import content_id
from factcheck.domain.spans import Span
from factcheck.domain.statuses import Status
from factcheck.interfaces import Judged
from factcheck.verdict.suggestion.thresholds import THRESHOLDS
from factcheck.workbench import matching
from factcheck.workbench.matching import match
from tests.contracts.word_encoder import WordEncoder
from tests.unit.workbench.conftest import a_claim, an_article

if TYPE_CHECKING:
    from tests.unit.workbench.conftest import Desk


class ByWord:
    """A model that reads `nothing of the sort` as a refutation, and no other words."""

    name, version, calibrated, margin = "by word", "by word 1", True, 0.0

    def score(self, pairs: Sequence[tuple[str, str]]) -> Any:
        refuted = [(0.02, 0.96, 0.02) if "nothing of the sort" in text else (0.1, 0.1, 0.8) for _, text in pairs]
        return np.array(refuted, dtype=np.float32).reshape(-1, 3)

    def judge(self, pairs: Sequence[tuple[str, str]], *, exact: bool = False) -> Judged:
        return Judged(self.score(pairs), [Span(0, 3) if len(text) > 3 else None for _, text in pairs])


@pytest.fixture
def ready(desk: Desk) -> Desk:
    desk.bench.encoder = WordEncoder()
    desk.bench.stance_model = ByWord()
    return desk


def add(desk: Desk, *texts: str, published_on: date | None = None, publisher: str | None = None) -> list[str]:
    """Documents of one passage each; gives the ids of the passages."""
    ids = []
    base = desk.bench.documents.get(desk.passages[0].document_id)
    assert base is not None
    for text in texts:
        document: Document = replace(
            base,
            id=content_id("d", text),
            text=text,
            blocks=(replace(base.blocks[0], span=Span(0, len(text))),),
            published_on=published_on,
            source=replace(base.source, publisher=publisher),
        )
        passage = replace(
            desk.passages[0],
            id=content_id("p", document.id),
            document_id=document.id,
            span=Span(0, len(text)),
            text=text,
        )
        with desk.bench.database.transaction():
            desk.bench.documents.add(document, [passage], text.encode())
        ids.append(passage.id)
    return ids


def test_what_it_rests_on_is_stored_and_the_same_again_is_not_stored_twice(ready: Desk) -> None:
    made = list(match(ready.bench, ready.claims))
    stored = ready.bench.suggestions.newest()
    assert [stored[each.claim_id] for each in made] == made
    assert {each.version for each in made} == {"by word 1"}
    assert {each.index for each in made} == {"words/1 5 2"}  # five vectors, of which two are passages
    assert made[0].thresholds == THRESHOLDS.by_name()
    assert made[0].passages[0].stance.span == Span(0, 3)
    again = list(match(ready.bench, ready.claims))
    assert [each.basis for each in again] == [each.basis for each in made]
    assert ready.bench.suggestions.newest() == stored


def test_another_limit_or_another_passage_is_another_basis(ready: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    first = [each.basis for each in match(ready.bench, ready.claims)]
    monkeypatch.setattr(matching, "THRESHOLDS", replace(THRESHOLDS, supports=0.75))
    second = [each.basis for each in match(ready.bench, ready.claims)]
    monkeypatch.undo()
    add(ready, "Ann Lee ran the harbour well.")
    third = [each.basis for each in match(ready.bench, ready.claims)]
    assert all(len({*bases}) == 3 for bases in zip(first, second, third, strict=True))


def test_dates_of_article_and_document_reach_the_comparison(ready: Desk) -> None:
    article = replace(an_article("The tower of Orlo is now closed.", "tower"), published_on=date(2019, 5, 20))
    claim = a_claim(article, article.text)
    with ready.bench.database.transaction():
        ready.bench.articles.add(article, article.text.encode())
        ready.bench.claims.add([claim])
    [old] = add(ready, "The tower of Orlo: nothing of the sort.", published_on=date(2018, 1, 2))
    [found] = match(ready.bench, [claim])
    assert found.remarks[old].words == "older (2018-01-02): what it says may have changed"
    assert found.status is Status.NOT_ENOUGH_EVIDENCE
    [found] = match(ready.bench, [replace(claim, said_on=date(2018, 1, 20))])
    assert (found.status, found.deciding_passage_id) == (Status.REFUTED, old)


def test_passages_of_one_publisher_are_of_one_origin(ready: Desk) -> None:
    one, other = add(
        ready, "Nobody was hurt: nothing of the sort.", "Was nobody hurt? Oh, nothing of the sort.", publisher="Post"
    )
    [found] = match(ready.bench, [ready.claims[2]])
    assert found.status is Status.REFUTED
    assert "2 passages, 1 origin refute it." in found.reasons[0].words
    first, second = [each.match.passage_id for each in found.passages if each.match.passage_id in (one, other)]
    assert first not in found.remarks
    assert found.remarks[second].words == f"of one origin with {first}"


def test_counter_evidence_is_found_beside_the_best_for_the_claim_s_own_words(ready: Desk) -> None:
    """Eight passages repeat the claim's number; that which has another comes in by the claim without it."""
    ready.bench.settings = replace(ready.bench.settings, top_k=3)
    article = an_article("In 1912 the mill sold 40 looms.", "mill")
    claim = a_claim(article, article.text)
    with ready.bench.database.transaction():
        ready.bench.articles.add(article, article.text.encode())
        ready.bench.claims.add([claim])
    add(ready, *(f"In 1912 there were 40 looms, 40 looms in 1912, in {place}." for place in "abcdefgh"))
    [wanted] = add(ready, "The mill sold 90 looms.")
    [found] = match(ready.bench, [claim])
    ids = [each.match.passage_id for each in found.passages]
    assert wanted in ids
    assert len(ids) == len(set(ids)) <= 3 + 4


def test_all_counter_queries_of_a_batch_are_encoded_in_one_call(ready: Desk) -> None:
    encoder = WordEncoder()
    list(match(ready.bench, ready.claims))
    ready.bench.encoder = encoder
    list(match(ready.bench, ready.claims))
    assert len(encoder.batches) == 1


def test_passages_are_encoded_by_the_encoder_of_passages_and_nothing_else_is(ready: Desk) -> None:
    ready.bench.encoder, ready.bench.passage_encoder = others, passages = WordEncoder(), WordEncoder()
    list(match(ready.bench, ready.claims))
    matching.search(ready.bench, "pier", top_k=2)
    of_passages, of_others = ({text for batch in each.batches for text in batch} for each in (passages, others))
    assert of_passages == {each.text for each in ready.passages}
    assert of_others >= {"pier", *(each.checked for each in ready.claims)}
    assert not of_others & of_passages
