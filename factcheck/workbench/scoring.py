"""Claims that aren't stored → rows. What one process does with a batch; nothing is written to the workbench.

A batch's rows depend on the batch alone: on its inputs, the evidence, the models and the settings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeAlias

from factcheck.claims.kinds.kinds import kind_of_text
from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.ready_claims import claim_of
from factcheck.domain.scores import GivenClaim, ScoreRow
from factcheck.domain.sources import ReadFailure, SourceFacts, SourceText
from factcheck.domain.suggestions import Suggestion
from factcheck.domain.views import EvidenceView
from factcheck.errors import InputError
from factcheck.ingest.opening import shown
from factcheck.interfaces import VectorIndex
from factcheck.report.records.score_rows import json_line
from factcheck.workbench.adding import article_of
from factcheck.workbench.bench import Bench
from factcheck.workbench.matching import suggestions_for
from factcheck.workbench.ranking import ranked, ranked_by_rules

if TYPE_CHECKING:
    from factcheck.interfaces import Encoder, Vectors

ScoreInput: TypeAlias = SourceText | GivenClaim

_TOGETHER: Final = 64
"""Claims that are embedded and judged in one go."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The index over the passages that are searched.

    Attributes:
        path: Its file, which stands where it is asked for; None where there are no passages.
        sha256: Of the file.
    """

    path: PathLike[str] | None
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which claims are scored.

    Attributes:
        kinds: Only these; all where it is empty.
        least: Least check-worthiness, in [0, 1].
    """

    kinds: frozenset[ClaimKind] = frozenset()
    least: float = 0.0

    def takes(self, claim: Claim) -> bool:
        return not self.kinds or claim.kind in self.kinds


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """What came of a batch.

    Attributes:
        lines: The rows as lines of JSON, in the order of the inputs.
        rows: How many.
        claims: Claims found, also those that weren't wanted.
        failures: Inputs that were more than may be scored.
    """

    lines: bytes
    rows: int
    claims: int
    failures: tuple[ReadFailure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Question:
    claim: Claim
    article: Article | None
    given: GivenClaim | None


class Scorer:
    """Scores batches against the passages of one bench, of which it only reads. For one process; loads models once.

    Args:
        bench: Holds the evidence.
        precisions: In what each model computes, by its part; only told.
    """

    def __init__(self, bench: Bench, wanted: Wanted, *, precisions: Mapping[str, str] | None = None) -> None:
        self._bench = bench
        self._wanted = wanted
        self._precisions = precisions or {}
        self._indexes: dict[str, VectorIndex] = {}

    @cached_property
    def models(self) -> dict[str, str]:
        """What rows are computed with, by part; loads the models."""
        bench = self._bench
        return {
            "encoder": bench.encoder.name,
            "stance": bench.stance_model.name,
            "stance_version": bench.stance_model.version,
            "check_worthiness": bench.worthiness.name,
            "detector": bench.detector.name,
            **{f"{part}_precision": precision for part, precision in self._precisions.items()},
        }

    def encode(self, texts: Sequence[str]) -> Vectors:
        """The texts' vectors, in their order; equal texts are encoded once."""
        return _encoded(self._bench.encoder, texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """The same of passages, which may be encoded in fewer bits."""
        return _encoded(self._bench.passage_encoder, texts)

    def score(self, inputs: Sequence[ScoreInput], evidence: Evidence) -> Scored:
        """The rows of these inputs, in their order; one that is too much is a failure, and the others have theirs."""
        questions, failures = self._asked(inputs)
        lines = [json_line(row) for row in self._judged(questions, evidence)]
        return Scored(lines=b"".join(lines), rows=len(lines), claims=len(questions), failures=tuple(failures))

    def rows(self, inputs: Sequence[ScoreInput], evidence: Evidence) -> Iterator[ScoreRow | ReadFailure]:
        """The same as they are, one by one; failures first."""
        questions, failures = self._asked(inputs)
        yield from failures
        yield from self._judged(questions, evidence)

    def _asked(self, inputs: Sequence[ScoreInput]) -> tuple[list[_Question], list[ReadFailure]]:
        questions: list[_Question] = []
        failures = []
        # All ready claims are parsed in one call.
        self._bench.parses.of_each(each.text for each in inputs if isinstance(each, GivenClaim))
        for each in inputs:
            try:
                questions += self._questions(each)
            except InputError as error:
                wrong = InputError(f"{shown(each.address)}: {error.message}", hint=error.hint)
                failures.append(ReadFailure(address=each.address, error=wrong))
        return questions, failures

    def _judged(self, questions: Sequence[_Question], evidence: Evidence) -> Iterator[ScoreRow]:
        index = self._index(evidence)
        searched = f"{self._bench.encoder.name} {evidence.sha256[:12]}"
        wanted = [each for each in questions if self._wanted.takes(each.claim)]
        for begin in range(0, len(wanted), _TOGETHER):
            yield from self._rows(wanted[begin : begin + _TOGETHER], index, searched)

    def _questions(self, read: ScoreInput) -> list[_Question]:
        if isinstance(read, GivenClaim):
            return [
                _Question(
                    claim=claim_of(read, kind_of_text(self._bench.parses.of(read.text))), article=None, given=read
                )
            ]
        article = article_of(read, SourceFacts(), self._bench.now)
        return [_Question(claim=each, article=article, given=None) for each in self._bench.detector.detect(article)]

    def _rows(self, asked: Sequence[_Question], index: VectorIndex | None, searched: str) -> Iterator[ScoreRow]:
        vectors = self.encode([each.claim.checked for each in asked])
        claims = self._ranked(asked, vectors)
        kept = [place for place, claim in enumerate(claims) if claim.check_worthiness >= self._wanted.least]
        dates = {
            claims[place].id: claims[place].said_on or (article.published_on if article else None)
            for place in kept
            for article in [asked[place].article]
        }
        made = suggestions_for(
            self._bench,
            [claims[place] for place in kept],
            vectors[kept],
            dates=dates,
            index=index,
            searched=searched,
        )
        views = self._views(made)
        for place, suggestion in zip(kept, made, strict=True):
            yield ScoreRow(
                claim=claims[place],
                article=asked[place].article,
                given=asked[place].given,
                suggestion=suggestion,
                evidence=tuple(
                    replace(views[each.match.passage_id], match=each.match, stance=each.stance)
                    for each in suggestion.passages
                ),
                encoder=self._bench.encoder.name,
            )

    def _ranked(self, asked: Sequence[_Question], vectors: Vectors) -> list[Claim]:
        """The claims with their ranks; the trained scorer knows English only, so that others keep that of the rules."""
        claims = ranked_by_rules(self._bench, [each.claim for each in asked])
        english = [place for place, each in enumerate(asked) if _is_english(each.article)]
        trained = ranked(self._bench, [claims[place] for place in english], vectors[english])
        for place, claim in zip(english, trained, strict=True):
            claims[place] = claim
        return claims

    def _views(self, made: Sequence[Suggestion]) -> dict[str, EvidenceView]:
        """The passages of all suggestions with how they are cited, in one query each."""
        documents = self._bench.documents
        passages = documents.passages(each.match.passage_id for suggestion in made for each in suggestion.passages)
        citations = documents.citations(passage.document_id for passage in passages.values())
        return {
            name: EvidenceView(passage=passage, citation=citations[passage.document_id])
            for name, passage in passages.items()
        }

    def _index(self, evidence: Evidence) -> VectorIndex | None:
        if evidence.path is None:
            return None
        if evidence.sha256 not in self._indexes:
            self._indexes = {evidence.sha256: self._bench.parts.load_index(Path(evidence.path), evidence.sha256)}
        return self._indexes[evidence.sha256]


def _encoded(encoder: Encoder, texts: Sequence[str]) -> Vectors:
    once = list(dict.fromkeys(texts))
    rows = {text: row for row, text in enumerate(once)}
    return encoder.encode(once)[[rows[text] for text in texts]]


def _is_english(article: Article | None) -> bool:
    return article is None or (article.language or "en").lower().startswith("en")
