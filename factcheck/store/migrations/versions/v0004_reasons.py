"""Reasons, gaps and remarks with their codes, and what a suggestion leans to."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

_BEFORE_CODES = "FC000"


def upgrade() -> None:
    op.add_column("suggestions", sa.Column("leans", sa.JSON(), nullable=True))
    op.add_column("suggestion_passages", sa.Column("remark_code", sa.Text(), nullable=False, server_default=""))
    op.execute(
        "UPDATE suggestions SET reasons = (SELECT json_group_array(json_array("  # noqa: S608  # a constant
        f"'{_BEFORE_CODES}', value)) FROM json_each(suggestions.reasons))"
    )
    op.execute(
        "UPDATE suggestions SET gaps = (SELECT json_group_array(json_array("  # noqa: S608  # a constant
        f"value ->> 0, value ->> 1, value ->> 2, '{_BEFORE_CODES}')) FROM json_each(suggestions.gaps))"
    )
    op.execute(f"UPDATE suggestion_passages SET remark_code = '{_BEFORE_CODES}' WHERE remark <> ''")  # noqa: S608
