"""The first schema: from articles and evidence to signed decisions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# Kept as they were at this revision: a migration never reads today's schema.
WRITTEN_ONCE = ("snapshots", "articles", "documents", "passages", "review_events", "quotes")


def upgrade() -> None:
    op.create_table(
        "indexes",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("encoder", sa.Text(), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", name=op.f("pk_indexes")),
    )
    op.create_table(
        "snapshots",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("bytes", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_snapshots")),
    )
    op.create_table(
        "vectors",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("encoder", sa.Text(), nullable=False),
        sa.Column("vector", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_vectors")),
        sa.UniqueConstraint("kind", "encoder", "item_id", name=op.f("uq_vectors_kind_encoder_item_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_vectors_kind_encoder_number"), "vectors", ["kind", "encoder", "number"], unique=False)
    op.create_table(
        "articles",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("blocks", sa.JSON(), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("published_on_inferred", sa.Boolean(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("retrieved_at", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["sha256"], ["snapshots.sha256"], name=op.f("fk_articles_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("blocks", sa.JSON(), nullable=False),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("published_on", sa.Date(), nullable=True),
        sa.Column("published_on_inferred", sa.Boolean(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("retrieved_at", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["sha256"], ["snapshots.sha256"], name=op.f("fk_documents_sha256")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
    )
    op.create_table(
        "claims",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("spans", sa.JSON(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("checked", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("check_worthiness", sa.Float(), nullable=False),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("speaker", sa.Text(), nullable=True),
        sa.Column("said_on", sa.Date(), nullable=True),
        sa.Column("parent_ids", sa.JSON(), nullable=False),
        sa.Column("detector", sa.Text(), nullable=False),
        sa.Column("withdrawn", sa.Boolean(), nullable=False),
        sa.CheckConstraint('0 <= start AND start < "end"', name=op.f("ck_claims_span")),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_claims_article_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_claims")),
    )
    op.create_index(op.f("ix_claims_article_id_start"), "claims", ["article_id", "start"], unique=False)
    op.create_table(
        "detections",
        sa.Column("article_id", sa.Text(), nullable=False),
        sa.Column("detector", sa.Text(), nullable=False),
        sa.Column("detected_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=op.f("fk_detections_article_id")),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_detections")),
    )
    op.create_table(
        "passages",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_passages_document_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_passages")),
        sa.UniqueConstraint("id", name=op.f("uq_passages_id")),
    )
    op.create_index(op.f("ix_passages_document_id"), "passages", ["document_id"], unique=False)
    op.create_table(
        "drafts",
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("rationale", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_drafts_claim_id")),
        sa.PrimaryKeyConstraint("claim_id", "by", name=op.f("pk_drafts")),
    )
    op.create_table(
        "review_events",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=True),
        sa.Column("status", sa.Text(), nullable=True),
        sa.Column("rationale", sa.Text(), nullable=False),
        sa.Column("without_evidence", sa.Text(), nullable=False),
        sa.Column("withdraws", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "(act IN ('decide', 'withdraw')) = (revision IS NOT NULL)", name=op.f("ck_review_events_revision")
        ),
        sa.CheckConstraint('length(trim("by")) > 0', name=op.f("ck_review_events_signed")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_review_events_claim_id")),
        sa.ForeignKeyConstraint(["withdraws"], ["review_events.number"], name=op.f("fk_review_events_withdraws")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_review_events")),
        sa.UniqueConstraint("claim_id", "revision", name=op.f("uq_review_events_claim_id_revision")),
        sa.UniqueConstraint("withdraws", name=op.f("uq_review_events_withdraws")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_review_events_claim_id_number"), "review_events", ["claim_id", "number"], unique=False)
    op.create_table(
        "suggestions",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=True),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("deciding_passage_id", sa.Text(), nullable=True),
        sa.Column("reasons", sa.JSON(), nullable=False),
        sa.Column("gaps", sa.JSON(), nullable=False),
        sa.Column("suggested_at", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_suggestions_claim_id")),
        sa.ForeignKeyConstraint(
            ["deciding_passage_id"], ["passages.id"], name=op.f("fk_suggestions_deciding_passage_id")
        ),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_suggestions")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_suggestions_claim_id_number"), "suggestions", ["claim_id", "number"], unique=False)
    op.create_table(
        "quotes",
        sa.Column("event", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("passage_id", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("stance", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["event"], ["review_events.number"], name=op.f("fk_quotes_event")),
        sa.ForeignKeyConstraint(["passage_id"], ["passages.id"], name=op.f("fk_quotes_passage_id")),
        sa.PrimaryKeyConstraint("event", "rank", name=op.f("pk_quotes")),
    )
    op.create_table(
        "suggestion_passages",
        sa.Column("suggestion", sa.Integer(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("passage_id", sa.Text(), nullable=False),
        sa.Column("fused", sa.Float(), nullable=False),
        sa.Column("lexical_score", sa.Float(), nullable=True),
        sa.Column("vector_score", sa.Float(), nullable=True),
        sa.Column("stance", sa.Text(), nullable=False),
        sa.Column("scores", sa.JSON(), nullable=False),
        sa.Column("differences", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["passage_id"], ["passages.id"], name=op.f("fk_suggestion_passages_passage_id")),
        sa.ForeignKeyConstraint(["suggestion"], ["suggestions.number"], name=op.f("fk_suggestion_passages_suggestion")),
        sa.PrimaryKeyConstraint("suggestion", "rank", name=op.f("pk_suggestion_passages")),
    )
    op.execute(
        "CREATE VIRTUAL TABLE passages_text USING fts5("
        "text, content='passages', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2')"
    )
    for table in WRITTEN_ONCE:
        op.execute(
            f"CREATE TRIGGER {table}_unchanged BEFORE UPDATE ON {table} BEGIN "
            f"SELECT RAISE(ABORT, 'rows of {table} are never changed'); END"
        )
        op.execute(
            f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} BEGIN "
            f"SELECT RAISE(ABORT, 'rows of {table} are never removed'); END"
        )
