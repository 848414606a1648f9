"""The review queue: how a row stood when a reply was read, and examples. Of each mail what stays when it is purged."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("update", sa.Column("basis", sa.Text(), nullable=False, server_default="{}"))
    op.add_column("message", sa.Column("tries", sa.Integer(), nullable=False, server_default="0"))
    op.add_column("message", sa.Column("receipt", sa.Text(), nullable=False, server_default=""))
    for name in ("identity", "subject", "written", "sender_name", "words"):
        op.add_column("message", sa.Column(name, sa.Text(), nullable=False, server_default=""))
    op.create_index(op.f("ix_message_identity"), "message", ["identity"])
    # Until now a message went by its identity, and a copy by that of the first with its own id behind.
    op.execute("UPDATE message SET identity = key WHERE number > 0 AND instr(key, ' copy ') = 0")
    op.execute("UPDATE message SET identity = substr(key, 1, instr(key, ' copy ') - 1) WHERE instr(key, ' copy ') > 0")
    op.create_table(
        "example",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("read", sa.Text(), nullable=False),
        sa.Column("meant", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_example")),
    )
    op.create_table(
        "attachment",
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("refused", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["message"], ["message.key"], name=op.f("fk_attachment_message")),
        sa.PrimaryKeyConstraint("message", "position", name=op.f("pk_attachment")),
    )
