"""Where a suggestion should begin, and how often one of a given strength is right.

Run: python -m training.stance.confidence --data FOLDER [--rows N]

On claims with several passages each, those of CLIMATE-FEVER (development data: only the few numbers below are chosen by
them). What the product makes of every passage is asked once, then suggestions are made at several limits. Printed are
precision and coverage of "supported" and "refuted" at each, and the numbers that turn the deciding passage's score into
the share of such suggestions that are right, expit(slope * logit(score) + supported or refuted): fitted on the claims
whose digest is even, measured on the others. They stand in `factcheck.verdict.suggestion.thresholds`.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize
from scipy.special import expit, log_expit, logit

from factcheck import wiring
from factcheck.domain.claims import Claim
from factcheck.domain.matches import Match
from factcheck.domain.stances import Stance
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Suggestion, WeighedPassage
from factcheck.interfaces import StanceModel
from factcheck.language.parsing.parses import Parses
from factcheck.settings import Settings
from factcheck.verdict.details.details import Details, details_of_each
from factcheck.verdict.stance.stances import pairs_of, weigh
from factcheck.verdict.suggestion.suggestion import suggest
from factcheck.verdict.suggestion.thresholds import THRESHOLDS, Grounds, Source
from factcheck.workbench.evaluating_stances import NO_GROUNDS, stated
from training.stance.calibrate import calibration_error
from training.stance.data import is_even

FILE: Final = "climate_fever_claims_folds_0_7.jsonl.gz"
TRIED: Final = (0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9)
SAID: Final = {Status.SUPPORTED: "SUPPORTED", Status.REFUTED: "REFUTED"}
UNFITTED: Final = {"supports": TRIED[0], "refutes": TRIED[0], "slope": 1.0, "supported": 0.0, "refuted": 0.0}
BATCH: Final = 512

Doubles = npt.NDArray[np.float64]


class Judged(NamedTuple):
    """A claim with its label and what each of its passages says."""

    claim: Claim
    checked: Details
    label: str
    weighed: list[WeighedPassage]
    sources: dict[str, Source]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rows", type=int, default=None)
    wanted = parser.parse_args()
    parts = wiring.parts(Settings())
    model = parts.make_stance_model(parts.make_splitter())
    rows = [json.loads(line) for line in gzip.decompress((wanted.data / FILE).read_bytes()).splitlines()]
    claims = _judged(rows[: wanted.rows], model, wiring.parses(Settings()))
    print(f"{len(claims)} claims; by {model.name} {model.version}")
    print(f"{'limit':>6} {'status':>10} {'suggested':>10} {'right':>7} {'precision':>10} {'coverage':>9}")
    for limit in TRIED:
        grounds = replace(NO_GROUNDS, thresholds=replace(THRESHOLDS, supports=limit, refutes=limit))
        made = [_suggested(each, model, grounds) for each in claims]
        for status, label in SAID.items():
            there = sum(each.label == label for each in claims)
            given = [each.label == label for each, found in zip(claims, made, strict=True) if found.status is status]
            right, share = sum(given), sum(given) / max(1, len(given))
            print(f"{limit:6} {status.value:>10} {len(given):10} {right:7} {share:10.3f} {right / there:9.3f}")
    plain_scores = replace(NO_GROUNDS, thresholds=replace(THRESHOLDS, **UNFITTED))
    made = [_suggested(each, model, plain_scores) for each in claims]
    _print_fit([
        (each.claim.checked, found.confidence, found.status is Status.REFUTED, each.label == SAID[found.status])
        for each, found in zip(claims, made, strict=True)
        if found.status in SAID and found.confidence is not None
    ])  # fmt: skip


def _print_fit(suggested: Sequence[tuple[str, float, bool, bool]]) -> None:
    """Of suggestions by their claim, deciding score, whether they are "refuted", and whether they are right."""
    even = np.array([is_even(claim) for claim, *_ in suggested])
    odds = logit(np.clip([score for _, score, *_ in suggested], 1e-6, 1 - 1e-6))
    refuted = np.array([each for *_, each, _ in suggested])
    right = np.array([each for *_, each in suggested])
    signs = np.where(right, 1, -1)

    def shares(values: Doubles) -> Doubles:
        return np.asarray(values[0] * odds + np.where(refuted, values[2], values[1]))

    def loss(values: Doubles) -> float:
        return float(-log_expit((signs * shares(values))[even]).mean())

    values = minimize(loss, np.array([1.0, 0.0, 0.0]), method="Nelder-Mead").x
    print("slope {:.3f}, supported {:+.3f}, refuted {:+.3f}".format(*values), end=" ")
    print(f"from {even.sum()} suggestions, measured on {(~even).sum()}")
    for name, given in (("as scored", expit(odds)), ("fitted", expit(shares(values)))):
        print(f"  {name}: calibration error {calibration_error(given[~even], right[~even]):.3f}")


def _judged(rows: Sequence[dict[str, object]], model: StanceModel, parses: Parses) -> list[Judged]:
    found = []
    for number, row in enumerate(rows):
        evidences = row["evidences"]
        assert isinstance(evidences, list)
        asked = [(str(row["claim"]), f"{number}, {place}", each["text"]) for place, each in enumerate(evidences)]
        pairs = pairs_of(asked, parses)
        origins = [str(each.get("article") or place) for place, each in enumerate(evidences)]
        found.append((row, pairs, origins))
    flat = [pair for _, pairs, _ in found for pair in pairs]
    stances = iter([each for start in range(0, len(flat), BATCH) for each in weigh(flat[start : start + BATCH], model)])
    judged = []
    for row, pairs, origins in found:
        weighed = [_weighed(place, next(stances)) for place, _ in enumerate(pairs, 1)]
        sources = {
            pair.passage_id: Source(details=pair.passage, origin=origin)
            for pair, origin in zip(pairs, origins, strict=True)
        }
        checked = details_of_each([str(row["claim"])], parses)[str(row["claim"])]
        judged.append(Judged(stated(str(row["claim"])), checked, str(row["label"]), weighed, sources))
    return judged


def _weighed(place: int, stance: Stance) -> WeighedPassage:
    match = Match(passage_id=stance.passage_id, fused=1 / place, lexical_score=None, vector_score=None)
    return WeighedPassage(match=match, stance=stance)


def _suggested(judged: Judged, model: StanceModel, grounds: Grounds) -> Suggestion:
    return suggest(judged.claim, judged.checked, judged.weighed, judged.sources, model=model, grounds=grounds)


if __name__ == "__main__":
    main()
