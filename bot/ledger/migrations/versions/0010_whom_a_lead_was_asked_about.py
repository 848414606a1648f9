"""A question whose an action is keeps whom it named."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("mention", sa.Column("named", sa.Text(), nullable=False, server_default=""))
