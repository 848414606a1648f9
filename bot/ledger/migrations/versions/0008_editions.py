"""A month may have several editions of its paper, each with figures of its own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "summary_by_edition",
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("month", sa.Text(), nullable=False),
        sa.Column("edition", sa.Text(), nullable=False),
        sa.Column("figures", sa.Text(), nullable=False),
        sa.Column("made_on", sa.Text(), nullable=False),
        sa.Column("link", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("plan", "month", "edition", name=op.f("pk_summary")),
    )
    op.execute(
        "INSERT INTO summary_by_edition (plan, month, edition, figures, made_on, link) "
        "SELECT plan, month, 'internal', figures, made_on, link FROM summary"
    )
    op.drop_table("summary")
    op.rename_table("summary_by_edition", "summary")
