"""A mail keeps where it was redirected to; each plan what it was like when its last cycle went out."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("intent", sa.Column("redirected_to", sa.Text(), nullable=False, server_default=""))
    op.create_table(
        "basis",
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("change", sa.Integer(), nullable=False),
        sa.Column("people", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("plan", name=op.f("pk_basis")),
    )
