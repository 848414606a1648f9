"""A warning keeps the day that it named, and a message who vouches for its sender."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("mention", sa.Column("promised", sa.Text(), nullable=False, server_default=""))
    op.add_column("message", sa.Column("trust", sa.Text(), nullable=False, server_default=""))
