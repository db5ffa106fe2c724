"""Two encoders on one workbench: each searches among vectors of its own, whichever was there first."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from factcheck import wiring
from factcheck.domain.sources import ReadFailure
from factcheck.domain.views import EvidenceView
from factcheck.settings import Settings
from factcheck.workbench.adding import add_evidence
from factcheck.workbench.matching import search
from tests.unit.models.tiny_model import save_tiny_model

pytestmark = pytest.mark.model

SENTENCES = ("The ferry carried people.", "Fog stopped the boats.", "The school was closed.", "A bridge was opened.")


@pytest.fixture(scope="module")
def encoders(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """Two folders of one name, so that only the digest tells the models apart."""
    folder = tmp_path_factory.mktemp("models")
    return str(save_tiny_model(folder / "a" / "tiny")), str(save_tiny_model(folder / "b" / "tiny", seed=1))


def searched(encoder: str, text: str) -> tuple[list[EvidenceView], dict[str, float]]:
    """What the workbench finds with this encoder, and the similarities as the encoder itself gives them."""
    bench = wiring.open_workbench(Settings(db="claims.db", encoder=encoder), mode="create")
    with bench.database:
        for number, sentence in enumerate(SENTENCES):
            Path(f"{number}.txt").write_text(sentence)
            (added,) = add_evidence(bench, [f"{number}.txt"])
            assert not isinstance(added, ReadFailure)
        found = search(bench, text, top_k=10)
        query = bench.encoder.encode([text])[0]
        return found, {each: float(bench.encoder.encode([each])[0] @ query) for each in SENTENCES}


def test_vectors_of_another_encoder_are_never_mixed_in(encoders: tuple[str, str]) -> None:
    scores = []
    # Back and forth: the index of the first must not be taken for the second's, nor the other way round.
    for encoder in (*encoders, *encoders):
        found, similarities = searched(encoder, "ferry")
        assert len(found) == len(SENTENCES)
        for view in found:
            assert view.match is not None
            assert view.match.vector_score == pytest.approx(similarities[view.passage.text], abs=1e-4)
        scores.append([similarities[each] for each in SENTENCES])
    assert not np.allclose(scores[0], scores[1], atol=1e-3)
    assert np.allclose(scores[0], scores[2], atol=1e-5)
