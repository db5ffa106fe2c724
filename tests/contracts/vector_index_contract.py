"""What every `VectorIndex` promises. A backend subclasses this with two methods."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.domain.matches import Hit
from factcheck.interfaces import VectorIndex

if TYPE_CHECKING:
    from factcheck.interfaces import Vectors

DIMENSION = 12
any_numbers = settings(
    suppress_health_check=[HealthCheck.differing_executors, HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    max_examples=60,
)


def unit_rows(count: int, *, seed: int = 0, dimension: int = DIMENSION) -> Vectors:
    """`count` directions, none of them near another."""
    rows = np.random.default_rng(seed).standard_normal((count, dimension))
    directions: Vectors = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)
    return directions


def names(count: int, *, begin: str = "p") -> list[str]:
    return [f"{begin}-{number:04d}" for number in range(count)]


class VectorIndexContract:
    def make(self, dimension: int) -> VectorIndex:
        """The backend, empty."""
        raise NotImplementedError

    def load(self, path: Path, sha256: str) -> VectorIndex:
        """The backend, as it was saved."""
        raise NotImplementedError

    def filled(self, count: int) -> tuple[VectorIndex, list[str], Vectors]:
        index, ids, rows = self.make(DIMENSION), names(count), unit_rows(count)
        index.add(ids, rows)
        return index, ids, rows

    # Searching

    def test_an_empty_index_answers_every_query_with_nothing(self) -> None:
        index = self.make(DIMENSION)
        assert len(index) == 0
        assert index.search(unit_rows(3), top_k=5) == [[], [], []]
        assert index.search(unit_rows(1), top_k=5) == [[]]

    def test_no_query_has_no_answer(self) -> None:
        index, _, _ = self.filled(4)
        assert index.search(np.zeros((0, DIMENSION), dtype=np.float32), top_k=5) == []

    def test_hits_are_the_nearest_by_cosine_best_first(self) -> None:
        """Against numpy, over all rows; for one query and for so many that a library may compute them together."""
        index, ids, rows = self.filled(60)
        for count in (1, 40):
            queries = unit_rows(count, seed=1)
            for query, hits in zip(queries, index.search(queries, top_k=7), strict=True):
                similarities = rows @ query
                best = np.argsort(-similarities)[:7]
                assert [hit.id for hit in hits] == [ids[row] for row in best]
                assert np.allclose([hit.score for hit in hits], similarities[best], atol=1e-5)
                assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)

    def test_every_vector_finds_itself_first(self) -> None:
        index, ids, rows = self.filled(60)
        for item, hits in zip(ids, index.search(rows, top_k=1), strict=True):
            assert [hit.id for hit in hits] == [item]
            assert hits[0].score == pytest.approx(1, abs=1e-5)

    def test_an_opposite_is_the_last_and_still_an_answer(self) -> None:
        index, _, rows = self.filled(3)
        index.add(["opposite"], -rows[:1])
        hits = index.search(rows[:1], top_k=4)[0]
        assert hits[-1].id == "opposite"
        assert hits[-1].score == pytest.approx(-1, abs=1e-5)

    @pytest.mark.parametrize("top_k", [1, 3, 4, 5, 1000])
    def test_at_most_as_many_hits_as_asked_for_and_as_there_are(self, top_k: int) -> None:
        index, _, _ = self.filled(4)
        assert [len(hits) for hits in index.search(unit_rows(2, seed=1), top_k=top_k)] == [min(4, top_k)] * 2

    @pytest.mark.parametrize("top_k", [0, -1])
    def test_less_than_one_hit_cannot_be_asked_for(self, top_k: int) -> None:
        index, _, _ = self.filled(4)
        with pytest.raises(ValueError, match="top_k"):
            index.search(unit_rows(1), top_k=top_k)

    @pytest.mark.parametrize("top_k", [1, 2, 5, 9, 10, 11])
    def test_ties_go_by_id_at_the_cut_too(self, top_k: int) -> None:
        """Equal texts stand in several documents: which of them is found must not hang on the order they came in."""
        rows = unit_rows(3)
        items = [(f"p-{letter}", rows[0]) for letter in "hcjadgbfie"] + [("p-0", rows[1]), ("p-1", rows[2])]
        index = self.make(DIMENSION)
        index.add([item for item, _ in items], np.stack([row for _, row in items]))
        hits = index.search(rows[:1], top_k=top_k)[0]
        assert [hit.id for hit in hits][:10] == [f"p-{letter}" for letter in "abcdefghij"][:top_k]
        assert len(hits) == top_k

    # Adding and removing

    @pytest.mark.parametrize(
        "rows",
        [
            unit_rows(2, dimension=DIMENSION + 1),
            unit_rows(2, dimension=DIMENSION - 1),
            unit_rows(3),
            unit_rows(1),
            unit_rows(1)[0],
            unit_rows(2)[None],
            unit_rows(2).astype(np.float64),
            np.zeros((0, DIMENSION), dtype=np.float32),
        ],
        ids=["too wide", "too narrow", "too many", "too few", "one row flat", "a batch", "float64", "none"],
    )
    def test_vectors_of_a_wrong_form_are_refused_and_nothing_is_added(self, rows: Vectors) -> None:
        index, ids, before = self.filled(3)
        with pytest.raises(ValueError, match="expected"):
            index.add(["new-1", "new-2"], rows)
        assert len(index) == 3
        assert [hits[0].id for hits in index.search(before, top_k=1)] == ids
        index.add(["new-1", "new-2"], unit_rows(2, seed=5))
        assert len(index) == 5

    @pytest.mark.parametrize("ids", [["p-0001", "new"], ["new", "new"]])
    def test_an_id_that_is_there_is_refused_and_nothing_is_added(self, ids: list[str]) -> None:
        index, known, before = self.filled(3)
        with pytest.raises(ValueError, match="already"):
            index.add(ids, unit_rows(2, seed=5))
        assert len(index) == 3
        assert [[hit.id for hit in hits] for hits in index.search(before, top_k=1)] == [[item] for item in known]
        assert {hit.id for hit in index.search(unit_rows(1, seed=5), top_k=9)[0]} == set(known)

    @pytest.mark.parametrize("rows", [unit_rows(1, dimension=DIMENSION + 1), unit_rows(1)[0]])
    def test_a_query_of_a_wrong_form_is_refused(self, rows: Vectors) -> None:
        index, _, _ = self.filled(3)
        with pytest.raises(ValueError, match="expected"):
            index.search(rows, top_k=1)

    def test_adding_nothing_changes_nothing(self) -> None:
        index, _, _ = self.filled(3)
        index.add([], np.zeros((0, DIMENSION), dtype=np.float32))
        assert len(index) == 3

    def test_what_was_removed_is_not_found_and_the_others_keep_their_names(self) -> None:
        index, ids, rows = self.filled(20)
        index.remove([ids[0], ids[7], ids[19], "stranger"])
        left = [item for item in ids if item not in (ids[0], ids[7], ids[19])]
        assert len(index) == 17
        assert {hit.id for hit in index.search(rows[:1], top_k=20)[0]} == set(left)
        kept = [row for item, row in zip(ids, rows, strict=True) if item in left]
        assert [hits[0].id for hits in index.search(np.stack(kept), top_k=1)] == left

    def test_a_removed_id_can_be_added_again_with_another_vector(self) -> None:
        index, ids, rows = self.filled(5)
        index.remove([ids[2]])
        index.add([ids[2]], -rows[2:3])
        assert index.search(-rows[2:3], top_k=1)[0][0].id == ids[2]

    def test_removing_nothing_or_everything_works(self) -> None:
        index, ids, rows = self.filled(5)
        index.remove([])
        assert len(index) == 5
        index.remove(ids)
        assert len(index) == 0
        assert index.search(rows[:2], top_k=3) == [[], []]
        index.remove(ids)
        index.add(ids, rows)
        assert [hits[0].id for hits in index.search(rows, top_k=1)] == ids

    @any_numbers
    @given(data=st.data())
    def test_after_any_changes_it_answers_like_one_made_anew(self, data: st.DataObject, tmp_path: Path) -> None:
        rows = dict(zip(names(12), unit_rows(12), strict=True))
        index, held = self.make(DIMENSION), dict[str, "Vectors"]()
        for _ in range(data.draw(st.integers(1, 6))):
            act = data.draw(st.sampled_from(["add", "remove", "save and load"]))
            some = data.draw(st.lists(st.sampled_from(sorted(rows)), unique=True, max_size=6))
            if act == "add":
                new = [item for item in some if item not in held]
                index.add(new, np.array([rows[item] for item in new], dtype=np.float32).reshape(len(new), DIMENSION))
                held.update({item: rows[item] for item in new})
            elif act == "remove":
                index.remove(some)
                held = {item: row for item, row in held.items() if item not in some}
            else:
                index = self.load(tmp_path / "index", index.save(tmp_path / "index"))
        assert len(index) == len(held)
        for query in unit_rows(2, seed=8):
            similarities = sorted(((float(row @ query), item) for item, row in held.items()), reverse=True)
            hits = index.search(query[None], top_k=4)[0]
            assert [hit.id for hit in hits] == [item for _, item in similarities[:4]]

    # Saving and loading

    def test_it_survives_saving_and_loading(self, tmp_path: Path) -> None:
        index, ids, rows = self.filled(30)
        odd = ["p-é\n\u2028\x00", "p-\ud800"]
        index.add(odd, unit_rows(2, seed=4))
        path = tmp_path / "folder" / "is new" / "passages.faiss"
        loaded = self.load(path, index.save(path))
        assert len(loaded) == 32
        assert loaded.search(unit_rows(3, seed=4), top_k=32) == index.search(unit_rows(3, seed=4), top_k=32)
        loaded.add(["new"], -rows[:1])
        loaded.remove([ids[3], odd[0]])
        assert len(loaded) == 31
        assert loaded.search(-rows[:1], top_k=1)[0][0].id == "new"

    def test_an_empty_index_survives_too(self, tmp_path: Path) -> None:
        path = tmp_path / "empty"
        loaded = self.load(path, self.make(DIMENSION).save(path))
        assert len(loaded) == 0
        assert loaded.search(unit_rows(1), top_k=1) == [[]]
        with pytest.raises(ValueError, match="expected"):
            loaded.add(["wide"], unit_rows(1, dimension=DIMENSION + 1))
        loaded.add(["right"], unit_rows(1))
        assert loaded.search(unit_rows(1), top_k=1)[0][0].id == "right"

    def test_equal_indexes_are_equal_files(self, tmp_path: Path) -> None:
        first, _, _ = self.filled(8)
        second, _, _ = self.filled(8)
        assert first.save(tmp_path / "one") == second.save(tmp_path / "two")
        assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()

    def test_hits_are_plain_values(self) -> None:
        index, _, rows = self.filled(2)
        hit = index.search(rows[:1], top_k=1)[0][0]
        assert type(hit) is Hit
        assert type(hit.score) is float
        assert type(hit.id) is str
