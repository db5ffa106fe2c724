"""Claims. What was said never changes, and nothing is removed: a claim that isn't listed any more says why."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final

from factcheck.domain.claims import Claim, ClaimKind, Standing
from factcheck.domain.lineage import BY_HAND, Wording
from factcheck.domain.spans import Span
from factcheck.store.database import Database
from factcheck.store.failures import undamaged
from factcheck.store.values import date_of, json_of, listed
from factcheck.store.wordings import ambiguities_of, ambiguity_list, substitution_list, substitutions_of, wording_values

_CLAIMS: Final = "SELECT claims.* FROM claims JOIN articles ON articles.id = claims.article_id"
_IDS: Final = "SELECT claims.id FROM claims JOIN articles ON articles.id = claims.article_id"
_IN_ORDER: Final = 'ORDER BY articles.retrieved_at, claims.article_id, claims.start, claims."end", claims.id'
_IS_LISTED_IN: Final = """
    claims.standing = 'listed'
    AND (articles.language IS NULL OR lower(articles.language) LIKE lower(:language) || '%')
"""

_LISTED: Final = f"{_CLAIMS} WHERE claims.standing = 'listed' {_IN_ORDER}"
_OF_ARTICLE: Final = f"{_CLAIMS} WHERE claims.article_id = :article_id {_IN_ORDER}"
_NOT_SCORED_BY: Final = f"{_IDS} WHERE {_IS_LISTED_IN} AND claims.worthiness_by != :scorer {_IN_ORDER}"
_BY_ONE_OF: Final = "claims.worthiness_by IN (SELECT value FROM json_each(:scorers))"
_SCORED_BY: Final = f"{_IDS} WHERE {_IS_LISTED_IN} AND {_BY_ONE_OF} {_IN_ORDER}"
_AMONG_THE_BEST: Final = """
    claims.id IN (
        SELECT id FROM claims
        WHERE standing = 'listed' AND article_id IN (SELECT value FROM json_each(:article_ids))
        ORDER BY check_worthiness DESC, id LIMIT :most)
"""
_MOST_WORTH: Final = f"{_IDS} WHERE {_AMONG_THE_BEST} {_IN_ORDER}"
_TOUCHED: Final = """
    SELECT id FROM claims WHERE article_id = :article_id AND (
        detector = :by_hand
        OR EXISTS (SELECT 1 FROM review_events WHERE claim_id = claims.id)
        OR EXISTS (SELECT 1 FROM drafts WHERE claim_id = claims.id)
        OR EXISTS (SELECT 1 FROM claim_steps WHERE claim_id = claims.id))
"""

_AT_ONCE: Final = 2_000
"""Claims whose rows are made at once; a long article has 100 times as many."""


class ClaimRepository:
    """Claims by id, in the order of their articles."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, found: Sequence[Claim]) -> int:
        """Store those that aren't there yet; gives how many were new. Inside a transaction."""
        from sqlalchemy.dialects.sqlite import insert

        from factcheck.store.schema import claims

        known = self._database.query(
            "SELECT id FROM claims WHERE id IN (SELECT value FROM json_each(:ids))",
            ids=listed(claim.id for claim in found),
        )
        for begin in range(0, len(found), _AT_ONCE):
            rows = [_values(claim) for claim in found[begin : begin + _AT_ONCE]]
            self._database.write(insert(claims).on_conflict_do_nothing(), rows)
        return len({claim.id for claim in found}) - len(known)

    def get(self, claim_id: str) -> Claim | None:
        return next(iter(self.by_ids([claim_id])), None)

    def of_article(self, article_id: str, *, standing: Standing | None = Standing.LISTED) -> list[Claim]:
        """The claims of one article by position, with this standing; None: all of them."""
        found = [_claim(row) for row in self._database.query(_OF_ARTICLE, article_id=article_id)]
        return [claim for claim in found if standing in (None, claim.standing)]

    def count(self, article_id: str) -> int:
        """How many listed claims an article has."""
        sql = "SELECT count(*) FROM claims WHERE article_id = :article_id AND standing = 'listed'"
        return int(self._database.query(sql, article_id=article_id)[0][0])

    def all(self) -> list[Claim]:
        """All claims that are listed."""
        return [_claim(row) for row in self._database.query(_LISTED)]

    def by_ids(self, ids: Iterable[str]) -> list[Claim]:
        """These claims, in the order of the ids; those that don't exist are left out."""
        wanted = list(ids)
        rows = self._database.query(
            "SELECT * FROM claims WHERE id IN (SELECT value FROM json_each(:ids))", ids=listed(wanted)
        )
        found = {claim.id: claim for claim in map(_claim, rows)}
        return [found[claim_id] for claim_id in wanted if claim_id in found]

    def set_standing(self, ids: Iterable[str], standing: Standing) -> int:
        """Give these claims another standing; says how many didn't have it before. Inside a transaction."""
        from sqlalchemy import bindparam, update

        from factcheck.store.schema import claims

        statement = (
            update(claims)
            .where(claims.c.id == bindparam("wanted"), claims.c.standing != standing.value)
            .values(standing=standing.value)
        )
        return sum(self._database.write(statement, [{"wanted": claim_id}]) for claim_id in ids)

    def reread(self, claim: Claim) -> None:
        """Take what a newer detector reads at the place of this claim; its place stays. Inside a transaction."""
        from sqlalchemy import update

        from factcheck.store.schema import claims

        values = _values(claim)
        fixed = {"id", "article_id", "start", "end", "said", "parent_ids", "standing"}
        changed = {name: value for name, value in values.items() if name not in fixed}
        self._database.write(update(claims).where(claims.c.id == claim.id).values(**changed))

    def set_wording(self, claim_id: str, wording: Wording) -> None:
        """Change what a person may change of a claim. Inside a transaction."""
        from sqlalchemy import update

        from factcheck.store.schema import claims

        self._database.write(update(claims).where(claims.c.id == claim_id).values(**wording_values(wording)))

    def update_ranking(self, scored: Iterable[Claim]) -> None:
        """Store the check-worthiness of these claims, who gave it, and why; nothing else of them. Inside a transaction.

        Claims that don't exist are passed over.
        """
        from sqlalchemy import bindparam, update

        from factcheck.store.schema import claims

        statement = update(claims).where(claims.c.id == bindparam("wanted"))
        columns = ("check_worthiness", "worthiness_by", "reasons")
        self._database.write(
            statement.values({name: bindparam(f"new_{name}") for name in columns}),
            [
                {
                    "wanted": claim.id,
                    "new_check_worthiness": claim.check_worthiness,
                    "new_worthiness_by": claim.worthiness_by,
                    "new_reasons": list(claim.reasons),
                }
                for claim in scored
            ],
        )

    def not_scored_by(self, scorer: str, *, language: str = "en") -> list[str]:
        """Ids of the listed claims whose rank another scorer gave, or nobody for their words of today.

        Args:
            language: That of the scorer; claims of articles in others are left out. An article that doesn't say its
                language is taken to be in this one.
        """
        return self._ids(_NOT_SCORED_BY, scorer=scorer, language=language)

    def scored_by(self, scorers: Iterable[str], *, language: str = "en") -> list[str]:
        """Ids of the listed claims of this language whose rank one of these scorers gave; `""` stands for nobody."""
        return self._ids(_SCORED_BY, scorers=listed(scorers), language=language)

    def most_worth(self, article_ids: Iterable[str], most: int) -> list[str]:
        """Ids of the `most` listed claims of these articles that are most worth checking, in the order of the texts."""
        return self._ids(_MOST_WORTH, article_ids=listed(article_ids), most=most)

    def touched_by_people(self, article_id: str) -> set[str]:
        """Those of an article's claims that a person made, changed, decided, attached evidence to, or wrote about."""
        return set(self._ids(_TOUCHED, article_id=article_id, by_hand=BY_HAND))

    def _ids(self, sql: str, **values: object) -> list[str]:
        return [row["id"] for row in self._database.query(sql, **values)]


def _values(claim: Claim) -> dict[str, object]:
    return {
        "id": claim.id,
        "article_id": claim.article_id,
        "start": claim.span.start,
        "end": claim.span.end,
        "spans": [[span.start, span.end] for span in claim.spans],
        "said": claim.said,
        "checked": claim.checked,
        "kind": claim.kind.value,
        "check_worthiness": claim.check_worthiness,
        "reasons": list(claim.reasons),
        "speaker": claim.speaker,
        "said_on": claim.said_on,
        "parent_ids": list(claim.parent_ids),
        "detector": claim.detector,
        "worthiness_by": claim.worthiness_by,
        "substitutions": substitution_list(claim.substitutions),
        "ambiguities": ambiguity_list(claim.ambiguities),
        "standing": claim.standing.value,
    }


@undamaged
def _claim(row: sqlite3.Row) -> Claim:
    return Claim(
        id=row["id"],
        article_id=row["article_id"],
        span=Span(row["start"], row["end"]),
        spans=tuple(Span(start, end) for start, end in json_of(row["spans"])),
        said=row["said"],
        checked=row["checked"],
        kind=ClaimKind(row["kind"]),
        check_worthiness=row["check_worthiness"],
        detector=row["detector"],
        reasons=tuple(json_of(row["reasons"])),
        speaker=row["speaker"],
        said_on=date_of(row["said_on"]),
        parent_ids=tuple(json_of(row["parent_ids"])),
        worthiness_by=row["worthiness_by"],
        substitutions=substitutions_of(json_of(row["substitutions"])),
        ambiguities=ambiguities_of(json_of(row["ambiguities"])),
        standing=Standing(row["standing"]),
    )
