"""Claims as people reword them: standing, substitutions, a log of edits, and decisions that are reused."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("claims", sa.Column("worthiness_by", sa.Text(), nullable=False, server_default=""))
    op.add_column("claims", sa.Column("substitutions", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("claims", sa.Column("ambiguities", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("claims", sa.Column("standing", sa.Text(), nullable=False, server_default="listed"))
    op.execute("UPDATE claims SET standing = 'withdrawn' WHERE withdrawn")
    # SQLite's own statement: making the table anew, as Alembic would, breaks what refers to it.
    op.execute("ALTER TABLE claims DROP COLUMN withdrawn")
    op.add_column("suggestions", sa.Column("checked", sa.Text(), nullable=False, server_default=""))
    # Until now the words of a claim couldn't change, so each suggestion is about those that stand there.
    op.execute(
        "UPDATE suggestions SET checked = (SELECT claims.checked FROM claims WHERE claims.id = suggestions.claim_id)"
    )
    op.execute(
        "ALTER TABLE review_events ADD COLUMN reuses INTEGER "
        "CONSTRAINT fk_review_events_reuses REFERENCES review_events (number)"
    )
    op.create_table(
        "claim_steps",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("claim_id", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=True),
        sa.Column("after", sa.JSON(), nullable=True),
        sa.Column("related_ids", sa.JSON(), nullable=False),
        sa.Column("takes_back", sa.Integer(), nullable=True),
        sa.CheckConstraint('length(trim("by")) > 0', name=op.f("ck_claim_steps_signed")),
        sa.ForeignKeyConstraint(["claim_id"], ["claims.id"], name=op.f("fk_claim_steps_claim_id")),
        sa.ForeignKeyConstraint(["takes_back"], ["claim_steps.number"], name=op.f("fk_claim_steps_takes_back")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_claim_steps")),
        sa.UniqueConstraint("claim_id", "revision", name=op.f("uq_claim_steps_claim_id_revision")),
        sa.UniqueConstraint("takes_back", name=op.f("uq_claim_steps_takes_back")),
        sqlite_autoincrement=True,
    )
    op.execute(
        "CREATE TRIGGER claim_steps_unchanged BEFORE UPDATE ON claim_steps BEGIN "
        "SELECT RAISE(ABORT, 'rows of claim_steps are never changed'); END"
    )
    op.execute(
        "CREATE TRIGGER claim_steps_kept BEFORE DELETE ON claim_steps BEGIN "
        "SELECT RAISE(ABORT, 'rows of claim_steps are never removed'); END"
    )
