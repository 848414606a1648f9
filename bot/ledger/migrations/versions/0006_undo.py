"""What undo rests on: messages have numbers and hashes, receipts know their message, updates the row around them."""

from __future__ import annotations

import hashlib

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("intent", sa.Column("answers", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("message", sa.Column("number", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("message", sa.Column("sha256", sa.Text(), nullable=False, server_default=""))
    op.create_index(op.f("ix_message_number"), "message", ["number"])
    for name in ("read", "before", "after"):
        op.add_column("update", sa.Column(name, sa.Text(), nullable=False, server_default="{}"))
    _number_messages()


def _number_messages() -> None:
    """Messages of before get numbers in the order in which they came; their receipts stay without, and no undo."""
    connection = op.get_bind()
    connection.execute(sa.text("UPDATE message SET number = rowid WHERE raw != x''"))
    rowids = connection.execute(sa.text("SELECT rowid FROM message WHERE raw != x''")).scalars().all()
    for rowid in rowids:
        raw = connection.execute(sa.text("SELECT raw FROM message WHERE rowid = :at"), {"at": rowid}).scalar_one()
        connection.execute(
            sa.text("UPDATE message SET sha256 = :hash WHERE rowid = :at"),
            {"hash": hashlib.sha256(raw).hexdigest(), "at": rowid},
        )
