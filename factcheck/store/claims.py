"""Claims. What was said never changes, and nothing is removed: a claim that isn't listed any more says why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, Select, bindparam, exists, func, select, update
from sqlalchemy.dialects.sqlite import insert

from factcheck.domain.claims import Claim, ClaimKind, Standing
from factcheck.domain.lineage import BY_HAND, Wording
from factcheck.domain.spans import Span
from factcheck.store.database import Database
from factcheck.store.failures import undamaged
from factcheck.store.schema import articles, claim_steps, claims, drafts, review_events
from factcheck.store.wordings import ambiguities_of, ambiguity_list, substitution_list, substitutions_of, wording_values

_AT_ONCE: Final = 2_000
"""Claims whose rows are made at once; a long article has 100 times as many."""


class ClaimRepository:
    """Claims by id, in the order of their articles."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, found: Sequence[Claim]) -> int:
        """Store those that aren't there yet; gives how many were new. Inside a transaction."""
        before = len(self._ids_among([claim.id for claim in found]))
        for begin in range(0, len(found), _AT_ONCE):
            rows = [_values(claim) for claim in found[begin : begin + _AT_ONCE]]
            self._database.write(insert(claims).on_conflict_do_nothing(), rows)
        return len({claim.id for claim in found}) - before

    def get(self, claim_id: str) -> Claim | None:
        row = self._database.row(select(claims).where(claims.c.id == claim_id))
        return None if row is None else _claim(row)

    def of_article(self, article_id: str, *, standing: Standing | None = Standing.LISTED) -> list[Claim]:
        """The claims of one article by position, with this standing; None: all of them."""
        statement = _ordered().where(claims.c.article_id == article_id)
        return self._claims(statement if standing is None else statement.where(claims.c.standing == standing.value))

    def count(self, article_id: str) -> int:
        """How many listed claims an article has."""
        listed = (claims.c.article_id == article_id) & (claims.c.standing == Standing.LISTED.value)
        return int(self._database.rows(select(func.count()).select_from(claims).where(listed))[0][0])

    def all(self) -> list[Claim]:
        """All claims that are listed."""
        return self._claims(_ordered().where(claims.c.standing == Standing.LISTED.value))

    def by_ids(self, ids: Iterable[str]) -> list[Claim]:
        """These claims, in the order of the ids; those that don't exist are left out."""
        wanted = list(ids)
        found = {row.id: _claim(row) for row in self._database.rows_among(select(claims), claims.c.id, wanted)}
        return [found[claim_id] for claim_id in wanted if claim_id in found]

    def set_standing(self, ids: Iterable[str], standing: Standing) -> int:
        """Give these claims another standing; says how many didn't have it before. Inside a transaction."""
        statement = (
            update(claims)
            .where(claims.c.id == bindparam("wanted"), claims.c.standing != standing.value)
            .values(standing=standing.value)
        )
        return sum(self._database.write(statement, [{"wanted": claim_id}]) for claim_id in ids)

    def reread(self, claim: Claim) -> None:
        """Take what a newer detector reads at the place of this claim; its place stays. Inside a transaction."""
        values = _values(claim)
        fixed = {"id", "article_id", "start", "end", "said", "parent_ids", "standing"}
        changed = {name: value for name, value in values.items() if name not in fixed}
        self._database.write(update(claims).where(claims.c.id == claim.id).values(**changed))

    def set_wording(self, claim_id: str, wording: Wording) -> None:
        """Change what a person may change of a claim. Inside a transaction."""
        self._database.write(update(claims).where(claims.c.id == claim_id).values(**wording_values(wording)))

    def update_ranking(self, scored: Iterable[Claim]) -> None:
        """Store the check-worthiness of these claims, who gave it, and why; nothing else of them. Inside a transaction.

        Claims that don't exist are passed over.
        """
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
        return self._ids(_is_listed_in(language), claims.c.worthiness_by != scorer)

    def scored_by(self, scorers: Iterable[str], *, language: str = "en") -> list[str]:
        """Ids of the listed claims of this language whose rank one of these scorers gave; `""` stands for nobody."""
        return self._ids(_is_listed_in(language), claims.c.worthiness_by.in_(scorers))

    def most_worth(self, article_ids: Iterable[str], most: int) -> list[str]:
        """Ids of the `most` listed claims of these articles that are most worth checking, in the order of the texts."""
        listed = claims.c.standing == Standing.LISTED.value
        order = (claims.c.check_worthiness.desc(), claims.c.id)
        of_these = select(claims.c.id).where(listed, claims.c.article_id.in_(list(article_ids)))
        return self._ids(claims.c.id.in_(of_these.order_by(*order).limit(most)))

    def touched_by_people(self, article_id: str) -> set[str]:
        """Those of an article's claims that a person made, changed, decided, attached evidence to, or wrote about."""
        acted = exists().where(review_events.c.claim_id == claims.c.id)
        drafted = exists().where(drafts.c.claim_id == claims.c.id)
        stepped = exists().where(claim_steps.c.claim_id == claims.c.id)
        made = claims.c.detector == BY_HAND
        statement = select(claims.c.id).where(claims.c.article_id == article_id, acted | drafted | stepped | made)
        return {row.id for row in self._database.rows(statement)}

    def _ids_among(self, ids: Sequence[str]) -> set[str]:
        return {row.id for row in self._database.rows_among(select(claims.c.id), claims.c.id, ids)}

    def _ids(self, *conditions: ColumnElement[bool]) -> list[str]:
        statement = _ordered().with_only_columns(claims.c.id, maintain_column_froms=True)
        return [row.id for row in self._database.rows(statement.where(*conditions))]

    def _claims(self, statement: Select[Any]) -> list[Claim]:
        return [_claim(row) for row in self._database.rows(statement)]


def _is_listed_in(language: str) -> ColumnElement[bool]:
    spoken = articles.c.language.is_(None) | articles.c.language.ilike(f"{language}%")
    return (claims.c.standing == Standing.LISTED.value) & spoken


def _ordered() -> Select[Any]:
    return (
        select(claims)
        .join(articles, articles.c.id == claims.c.article_id)
        .order_by(articles.c.retrieved_at, claims.c.article_id, claims.c.start, claims.c.end, claims.c.id)
    )


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
def _claim(row: Row[Any]) -> Claim:
    return Claim(
        id=row.id,
        article_id=row.article_id,
        span=Span(row.start, row.end),
        spans=tuple(Span(start, end) for start, end in row.spans),
        said=row.said,
        checked=row.checked,
        kind=ClaimKind(row.kind),
        check_worthiness=row.check_worthiness,
        detector=row.detector,
        reasons=tuple(row.reasons),
        speaker=row.speaker,
        said_on=row.said_on,
        parent_ids=tuple(row.parent_ids),
        worthiness_by=row.worthiness_by,
        substitutions=substitutions_of(row.substitutions),
        ambiguities=ambiguities_of(row.ambiguities),
        standing=Standing(row.standing),
    )
