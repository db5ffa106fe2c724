"""Decisions with the house's own rating, and with the picture, video or recording that they are about; who published an
article."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("review_events", sa.Column("rating", sa.JSON(), nullable=True))
    op.add_column("review_events", sa.Column("media", sa.JSON(), nullable=True))
    op.add_column("articles", sa.Column("publisher", sa.Text(), nullable=True))
