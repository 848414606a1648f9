"""A mention keeps as what its action was spoken of, and whether an escalation was announced."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # Earlier mails did not keep the kind; taken as upcoming, they make nothing be chased less.
    op.add_column("mention", sa.Column("kind", sa.Text(), nullable=False, server_default="upcoming"))
    op.add_column("mention", sa.Column("warned", sa.Integer(), nullable=False, server_default="0"))
