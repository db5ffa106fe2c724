"""Suggestions with the other side, the limits they were made with, and the sentence that decided in each passage."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    # SQLite's own statement, as in 0002: a column that refers to another table.
    op.execute(
        "ALTER TABLE suggestions ADD COLUMN counter_passage_id TEXT "
        "CONSTRAINT fk_suggestions_counter_passage_id REFERENCES passages (id)"
    )
    op.add_column("suggestions", sa.Column("thresholds", sa.JSON(), nullable=False, server_default="{}"))
    op.add_column("suggestions", sa.Column("searched", sa.Text(), nullable=False, server_default=""))
    op.add_column("suggestion_passages", sa.Column("span", sa.JSON(), nullable=True))
    op.add_column("suggestion_passages", sa.Column("remark", sa.Text(), nullable=False, server_default=""))
