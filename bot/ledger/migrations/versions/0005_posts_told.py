"""A mention keeps which post of the ladder an escalation told, whoever held it on that day."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("mention", sa.Column("post", sa.Text(), nullable=False, server_default=""))
