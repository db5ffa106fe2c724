"""Ids as people type them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.domain.ids import ID_KINDS, IdKind
from factcheck.errors import UsageError
from factcheck.store.claims import ClaimRepository
from factcheck.store.database import Database
from factcheck.store.lookup import resolve

if TYPE_CHECKING:
    from tests.unit.store.conftest import Nouns

NEAR = ("c-77aaaaaaaaaa", "c-77ab00000000", "c-77abcccccccc", "c-77abdddddddd", "c-77z000000000", "c-77zz00000000")


@pytest.fixture
def crowded(database: Database, nouns: Nouns) -> Database:
    """Six claims more whose ids begin alike."""
    with database.transaction():
        ClaimRepository(database).add([replace(nouns.claims[0], id=each) for each in NEAR])
    return database


def test_a_whole_id_is_itself_for_every_kind(database: Database, nouns: Nouns) -> None:
    ids: dict[IdKind, str] = {
        "a": nouns.article.id,
        "c": nouns.claims[0].id,
        "d": nouns.document.id,
        "p": nouns.passages[0].id,
    }
    assert ids.keys() == ID_KINDS.keys()
    for kind, each in ids.items():
        assert resolve(database, kind, each) == each


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("c-77aa", "c-77aaaaaaaaaa"),
        ("c-77ab0", "c-77ab00000000"),
        ("c-77zz", "c-77zz00000000"),
        ("  C-77ZZ\n", "c-77zz00000000"),
    ],
)
def test_a_beginning_that_fits_only_one_is_enough(crowded: Database, typed: str, found: str) -> None:
    assert resolve(crowded, "c", typed) == found


def test_an_ambiguous_beginning_is_refused_with_the_candidates(crowded: Database) -> None:
    with pytest.raises(UsageError) as caught:
        resolve(crowded, "c", "c-77ab")
    assert caught.value.exit_code == 2
    assert caught.value.message == "c-77ab fits several: c-77ab00000000, c-77abcccccccc, c-77abdddddddd"
    assert caught.value.hint


def test_of_many_candidates_the_first_five_are_named(crowded: Database) -> None:
    with pytest.raises(UsageError) as caught:
        resolve(crowded, "c", "c-77")
    assert caught.value.message == f"c-77 fits several: {', '.join(NEAR[:5])}, …"


@pytest.mark.parametrize("typed", ["c-zzzz", "c-000000000000", "c-77abcccccccd"])
def test_an_unknown_id_is_refused(crowded: Database, typed: str) -> None:
    with pytest.raises(UsageError, match=f"There is no claim {typed}"):
        resolve(crowded, "c", typed)


def test_the_id_of_another_kind_is_refused_though_it_exists(database: Database, nouns: Nouns) -> None:
    with pytest.raises(UsageError, match="not the id of a claim: those begin with c-") as caught:
        resolve(database, "c", nouns.passages[0].id)
    assert "factcheck claims" in caught.value.hint


@pytest.mark.parametrize(
    "typed",
    [
        *("", " ", "c", "c77", "-", "c-%", "c-_7aaaaaaaaaa", "c-77aa' OR 1=1 --", "c-*", "c-77aaaaaaaaaa0", "c-\x00"),
        *("c-é", "c-\udcff", "c-\u0660", "c-7\n7", "c-" + "7" * 100_000, "--help", "c-77aa;DROP TABLE claims"),
    ],
)
def test_hostile_text_is_no_id(crowded: Database, typed: str) -> None:
    with pytest.raises(UsageError) as caught:
        resolve(crowded, "c", typed)
    assert caught.value.hint
    assert caught.value.message.isprintable()  # what was typed is shown, not obeyed
    assert len(ClaimRepository(crowded).all()) == 8


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=200)
@given(
    kind=st.sampled_from(sorted(ID_KINDS)),
    typed=st.one_of(
        st.text(alphabet=st.characters(exclude_categories=[])),
        st.from_regex(r"[acdp]-[0-9a-z%_*]{0,13}", fullmatch=True),
    ),
)
def test_any_text_is_an_id_that_exists_or_a_usage_error(crowded: Database, kind: IdKind, typed: str) -> None:
    try:
        found = resolve(crowded, kind, typed)
    except UsageError:
        return
    assert found.startswith(typed.strip().lower())
    assert found.startswith(f"{kind}-")
    assert resolve(crowded, kind, found) == found
