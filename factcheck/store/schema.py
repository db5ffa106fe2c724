"""The tables as they are now. Migrations make them; a test compares the two.

Rows of snapshots, articles, documents, passages, review events, their quotes and the steps of claims are written once:
triggers refuse a change or a removal, whoever attempts it. Beside them stands the full-text index `passages_text`
(FTS5), which the migrations make and `DocumentRepository.add` fills: a trigger may not write to it while the schema
isn't trusted.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from factcheck.store.columns import UtcTime

metadata: Final = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _source_columns() -> tuple[Column[object], ...]:
    """What articles and documents share: the text, and where it came from."""
    return (
        Column("title", Text, nullable=False),
        Column("text", Text, nullable=False),
        Column("blocks", JSON, nullable=False),  # [[start, end, kind], …]
        Column("author", Text),
        Column("language", Text),
        Column("published_on", Date),
        Column("published_on_inferred", Boolean, nullable=False),
        Column("address", Text, nullable=False),
        Column("retrieved_at", UtcTime, nullable=False),
        Column("sha256", ForeignKey("snapshots.sha256"), nullable=False),
        Column("reader", Text, nullable=False),
    )


snapshots: Final = Table(
    "snapshots",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("bytes", LargeBinary, nullable=False),
)

articles: Final = Table(
    "articles", metadata, Column("id", Text, primary_key=True), *_source_columns(), Column("publisher", Text)
)

detections: Final = Table(
    "detections",
    metadata,
    Column("article_id", ForeignKey("articles.id"), primary_key=True),
    Column("detector", Text, nullable=False),
    Column("detected_at", UtcTime, nullable=False),
)

claims: Final = Table(
    "claims",
    metadata,
    Column("id", Text, primary_key=True),
    Column("article_id", ForeignKey("articles.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("spans", JSON, nullable=False),  # [[start, end], …]
    Column("said", Text, nullable=False),
    Column("checked", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("check_worthiness", Float, nullable=False),
    Column("reasons", JSON, nullable=False),
    Column("speaker", Text),
    Column("said_on", Date),
    Column("parent_ids", JSON, nullable=False),
    Column("detector", Text, nullable=False),
    # Columns that came with a later schema have a default, because a column can be added in no other way.
    Column("worthiness_by", Text, nullable=False, server_default=text("''")),
    Column("substitutions", JSON, nullable=False, server_default="[]"),
    Column("ambiguities", JSON, nullable=False, server_default="[]"),
    Column("standing", Text, nullable=False, server_default="listed"),
    CheckConstraint('0 <= start AND start < "end"', name="span"),
    Index(None, "article_id", "start"),
)

claim_steps: Final = Table(
    "claim_steps",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("claim_id", ForeignKey("claims.id"), nullable=False),
    Column("act", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
    # Counted together with the revisions of the claim's review events.
    Column("revision", Integer, nullable=False),
    Column("reason", Text, nullable=False),
    Column("before", JSON(none_as_null=True)),  # {"checked", "kind", "speaker", "substitutions"}
    Column("after", JSON(none_as_null=True)),
    Column("related_ids", JSON, nullable=False),
    Column("takes_back", ForeignKey("claim_steps.number")),
    UniqueConstraint("claim_id", "revision"),
    UniqueConstraint("takes_back"),
    CheckConstraint('length(trim("by")) > 0', name="signed"),
    sqlite_autoincrement=True,
)

documents: Final = Table(
    "documents",
    metadata,
    Column("id", Text, primary_key=True),
    *_source_columns(),
    Column("kind", Text, nullable=False),
    Column("publisher", Text),
    Column("owner", Text),
)

passages: Final = Table(
    "passages",
    metadata,
    # FTS5 refers to its rows by this number.
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("document_id", ForeignKey("documents.id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
)

vectors: Final = Table(
    "vectors",
    metadata,
    # Rises with every row and is never used twice, so that "what is new since the index was built" is one comparison.
    Column("number", Integer, primary_key=True),
    Column("kind", Text, nullable=False),  # claim or passage
    Column("item_id", Text, nullable=False),
    Column("encoder", Text, nullable=False),
    Column("vector", LargeBinary, nullable=False),  # float32, little-endian, length 1
    UniqueConstraint("kind", "encoder", "item_id"),
    Index(None, "kind", "encoder", "number"),
    sqlite_autoincrement=True,
)

indexes: Final = Table(
    "indexes",
    metadata,
    Column("kind", Text, primary_key=True),
    Column("encoder", Text, nullable=False),
    Column("last_number", Integer, nullable=False),
    Column("count", Integer, nullable=False),
    Column("sha256", Text, nullable=False),
)

suggestions: Final = Table(
    "suggestions",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("claim_id", ForeignKey("claims.id"), nullable=False),
    Column("status", Text, nullable=False),
    Column("confidence", Float),
    Column("model", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("basis", Text, nullable=False),
    Column("deciding_passage_id", ForeignKey("passages.id")),
    Column("reasons", JSON, nullable=False),  # [[code, words], …]
    Column("gaps", JSON, nullable=False),  # [[start, end, note, code], …]
    Column("suggested_at", UtcTime, nullable=False),
    # The words that it is about: once the claim is worded otherwise, it says nothing of the claim any more.
    Column("checked", Text, nullable=False, server_default=text("''")),
    Column("counter_passage_id", ForeignKey("passages.id")),
    Column("thresholds", JSON, nullable=False, server_default="{}"),  # {name: limit, …}
    Column("searched", Text, nullable=False, server_default=text("''")),
    Column("leans", JSON(none_as_null=True)),  # [status, score]
    Index(None, "claim_id", "number"),
    sqlite_autoincrement=True,
)

suggestion_passages: Final = Table(
    "suggestion_passages",
    metadata,
    Column("suggestion", ForeignKey("suggestions.number"), primary_key=True),
    Column("rank", Integer, primary_key=True),
    Column("passage_id", ForeignKey("passages.id"), nullable=False),
    Column("fused", Float, nullable=False),
    Column("lexical_score", Float),
    Column("vector_score", Float),
    Column("stance", Text, nullable=False),
    Column("scores", JSON, nullable=False),
    Column("differences", JSON, nullable=False),
    Column("span", JSON(none_as_null=True)),  # [start, end] of the passage's sentence that decided
    Column("remark", Text, nullable=False, server_default=text("''")),
    Column("remark_code", Text, nullable=False, server_default=text("''")),
)

review_events: Final = Table(
    "review_events",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("claim_id", ForeignKey("claims.id"), nullable=False),
    Column("act", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("revision", Integer),
    Column("status", Text),
    Column("rationale", Text, nullable=False),
    Column("without_evidence", Text, nullable=False),
    Column("withdraws", ForeignKey("review_events.number")),
    Column("reuses", ForeignKey("review_events.number")),
    Column("rating", JSON(none_as_null=True)),  # {"name", "value", "worst", "best"}
    Column("media", JSON(none_as_null=True)),  # {"address", "kind", "category"}
    # Of two people who decide from the same state, the database itself lets one win.
    UniqueConstraint("claim_id", "revision"),
    UniqueConstraint("withdraws"),
    CheckConstraint("(act IN ('decide', 'withdraw')) = (revision IS NOT NULL)", name="revision"),
    CheckConstraint('length(trim("by")) > 0', name="signed"),
    Index(None, "claim_id", "number"),
    sqlite_autoincrement=True,
)

quotes: Final = Table(
    "quotes",
    metadata,
    Column("event", ForeignKey("review_events.number"), primary_key=True),
    Column("rank", Integer, primary_key=True),
    Column("passage_id", ForeignKey("passages.id"), nullable=False),
    Column("text", Text, nullable=False),
    Column("stance", Text),
)

drafts: Final = Table(
    "drafts",
    metadata,
    Column("claim_id", ForeignKey("claims.id"), primary_key=True),
    Column("by", Text, primary_key=True),
    Column("at", UtcTime, nullable=False),
    Column("rationale", Text, nullable=False),
)
