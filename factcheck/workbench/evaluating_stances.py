"""Measuring what the product makes of labelled claims: the stances of single passages, and suggestions from several."""

from __future__ import annotations

import time
from collections.abc import Collection, Sequence
from datetime import UTC, datetime
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.ids import content_id
from factcheck.domain.matches import Match
from factcheck.domain.spans import Span
from factcheck.domain.stances import Stance
from factcheck.domain.suggestions import Suggestion, WeighedPassage
from factcheck.evaluation.results import JudgedResult
from factcheck.interfaces import SentenceSplitter, StanceModel
from factcheck.language.parsing.parses import Parses
from factcheck.verdict.details.details import details_of_each
from factcheck.verdict.stance.stances import label_of, pairs_of, read, weigh
from factcheck.verdict.suggestion.suggestion import suggest
from factcheck.verdict.suggestion.thresholds import Grounds, Source
from factcheck.workbench.bench import Parts
from factcheck.workbench.evaluating import Watch

if TYPE_CHECKING:
    from factcheck.evaluation.stance import LabelledPair
    from factcheck.evaluation.verdict import LabelledClaim

_BATCH: Final = 256
"""Pairs judged between two steps of progress: enough for a model that sorts them by length."""

NO_GROUNDS: Final = Grounds(basis="-", at=datetime(1970, 1, 1, tzinfo=UTC))
"""What these suggestions rest on: the limits of the product. None of them is stored."""


class _Asked(NamedTuple):
    """A claim and a passage that may say something of it."""

    claim: str
    passage_id: str
    passage: str


class StanceEvaluator:
    """Runs the stance model over labelled files. Each method reads the whole file before any part is loaded.

    Args:
        watch: Is given the long loops.
        limit: Take only so many rows of each file.
        folds: Take only rows of these folds; of all where it is empty.
        leave_out: Labels whose rows are passed over.
        baselines: Judge twice more, without the evidence and without the claim.
        model_only: Take the scores of the model as they are, without what comparing details makes of them.
    """

    def __init__(  # noqa: PLR0913  # one argument per option of the command
        self,
        parts: Parts,
        watch: Watch,
        *,
        limit: int | None = None,
        folds: Collection[int] = (),
        leave_out: Collection[str] = (),
        baselines: bool = False,
        model_only: bool = False,
    ) -> None:
        self._parts = parts
        self._watch = watch
        self._limit = limit
        self._folds = folds
        self._leave_out = leave_out
        self._baselines = baselines
        self._model_only = model_only

    def stance(self, path: Path) -> JudgedResult:
        """What each passage says of its claim.

        Raises:
            InputError: Where the file can't be read, a row has another form, or none is left.
        """
        from factcheck.evaluation import stance

        labelled = stance.read(path, limit=self._limit, folds=self._folds, leave_out=self._leave_out)
        pairs = [_asked(each) for each in labelled.pairs]
        # A model's first answer takes longer than any other, and some load what they need only then.
        self._judged(pairs[:1])
        stances, seconds = self._timed(pairs, label="Weighing")
        blind: dict[str, Sequence[Stance]] = {}
        if self._baselines:
            far = len(pairs) // 2
            foreign = [*pairs[far:], *pairs[:far]]
            claims = [each._replace(passage=other.passage) for each, other in zip(pairs, foreign, strict=True)]
            passages = [each._replace(claim=other.claim) for each, other in zip(pairs, foreign, strict=True)]
            blind["claim_only"], _ = self._timed(claims, label="Claims with foreign evidence")
            blind["evidence_only"], _ = self._timed(passages, label="Evidence of foreign claims")
        return stance.score(str(path), self._by, labelled, stances, seconds=seconds, blind=blind)

    def verdict(self, path: Path) -> JudgedResult:
        """What is suggested for each claim from all its passages.

        Raises:
            InputError: As `stance` does.
        """
        from factcheck.evaluation import verdict

        claims = verdict.read(path, limit=self._limit, folds=self._folds, leave_out=self._leave_out)
        pairs = [
            _Asked(each.claim, f"line {each.line}, {place}", passage.text)
            for each in claims
            for place, passage in enumerate(each.passages)
        ]
        self._judged(pairs[:1])
        stances, seconds = self._timed(pairs, label="Weighing")
        weighed = iter(zip(pairs, stances, strict=True))
        began = time.perf_counter()
        suggestions = [self._suggested(each, list(islice(weighed, len(each.passages)))) for each in claims]
        return verdict.score(str(path), self._by, claims, suggestions, seconds=seconds + time.perf_counter() - began)

    def _timed(self, pairs: Sequence[_Asked], *, label: str) -> tuple[list[Stance], float]:
        """The stances, and how many seconds they took."""
        batches = [pairs[start : start + _BATCH] for start in range(0, len(pairs), _BATCH)]
        stances: list[Stance] = []
        seconds = 0.0
        for batch in self._watch(batches, total=len(batches), label=f"{label}, {_BATCH} pairs at a time"):
            began = time.perf_counter()
            stances += self._judged(batch)
            seconds += time.perf_counter() - began
        return stances, seconds

    def _judged(self, pairs: Sequence[_Asked]) -> list[Stance]:
        if self._model_only:
            read_as = read([(each.claim, each.passage) for each in pairs], self._model)
            return [
                Stance(passage_id=each.passage_id, label=label_of(scores), scores=scores)
                for each, scores in zip(pairs, read_as, strict=True)
            ]
        return weigh(pairs_of(pairs, self._parses), self._model)

    def _suggested(self, claim: LabelledClaim, weighed: Sequence[tuple[_Asked, Stance]]) -> Suggestion:
        """What is suggested for a claim that may be checked; the passages are taken to be found in their order."""
        details = details_of_each([claim.claim, *(asked.passage for asked, _ in weighed)], self._parses)
        return suggest(
            stated(claim.claim),
            details[claim.claim],
            [
                WeighedPassage(
                    match=Match(passage_id=asked.passage_id, fused=1 / place, lexical_score=None, vector_score=None),
                    stance=stance,
                )
                for place, (asked, stance) in enumerate(weighed, 1)
            ],
            {
                asked.passage_id: Source(details=details[each.text], origin=each.origin)
                for (asked, _), each in zip(weighed, claim.passages, strict=True)
            },
            model=self._model,
            grounds=NO_GROUNDS,
        )

    @property
    def _by(self) -> str:
        name = f"{self._model.name} ({self._model.version})"
        return f"{name}, model only" if self._model_only else name

    @cached_property
    def _model(self) -> StanceModel:
        return self._parts.make_stance_model(self._splitter)

    @cached_property
    def _parses(self) -> Parses:
        return Parses(self._parts.make_parser().parse_each, self._splitter.split)

    @cached_property
    def _splitter(self) -> SentenceSplitter:
        return self._parts.make_splitter()


def stated(text: str) -> Claim:
    """A claim that is a whole article; a row is labelled as a statement whatever its words are."""
    whole = Span(0, len(text))
    return Claim(
        id=content_id("c", text),
        article_id=content_id("a", text),
        span=whole,
        spans=(whole,),
        said=text,
        checked=text,
        kind=ClaimKind.STATEMENT,
        check_worthiness=0.0,
        detector="eval/1",
    )


def _asked(labelled: LabelledPair) -> _Asked:
    return _Asked(labelled.claim, f"line {labelled.line}", labelled.evidence)
