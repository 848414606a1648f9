"""The ledger's tables. Moments are ISO 8601 text in UTC, days ISO dates, structured values JSON text."""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _texts(*names: str, default: str | None = None) -> list[Column[str]]:
    """Columns of text, none of which is ever null; `default` is what rows from before a column have in it."""
    return [Column(name, Text, nullable=False, server_default=default) for name in names]


# Facts about the ledger itself: its tenant, the secret behind tokens, when each job last woke.
fact = Table("fact", metadata, Column("name", Text, primary_key=True), *_texts("value"))

marker = Table("marker", metadata, Column("name", Text, primary_key=True), *_texts("link"))

# The last state of every row of a plan's list: as Graph gave it, and as the action it was read as.
row = Table(
    "row",
    metadata,
    *_texts("plan", "item_id", "version", "fields", "action"),
    PrimaryKeyConstraint("plan", "item_id"),
)

# What the document that was brought in last said of a row: what a newer one is compared with.
imported = Table(
    "imported",
    metadata,
    *_texts("plan", "item_id", "source", "on", "said"),
    PrimaryKeyConstraint("plan", "item_id"),
)

change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True),
    *_texts("plan", "item_id", "ref", "field", "old", "new", "on", "by", "why"),
    Index(None, "plan", "on"),
)

# A run is what one job decided to send on one day; a held run waits for an admin.
run = Table(
    "run",
    metadata,
    Column("id", Text, primary_key=True),
    *_texts("kind", "day", "state", "reason", "made_at"),
)

# One job, one plan, one local date: the key that makes a second wake do nothing.
cycle = Table(
    "cycle",
    metadata,
    *_texts("kind", "plan", "day"),
    Column("run", Text, ForeignKey("run.id"), nullable=False),
    PrimaryKeyConstraint("kind", "plan", "day"),
)

# What each plan was like when its last cycle went out: the newest change known by then, and each item's people.
basis = Table(
    "basis",
    metadata,
    Column("plan", Text, primary_key=True),
    *_texts("day"),
    Column("change", Integer, nullable=False),
    *_texts("people"),
)

intent = Table(
    "intent",
    metadata,
    Column("id", Integer, primary_key=True),
    *_texts("key"),
    Column("run", Text, ForeignKey("run.id"), nullable=False),
    *_texts("kind", "day", "name", "address", "reply_to", "token", "subject", "text", "html"),
    *_texts("state", "draft_id", "internet_message_id", "moved_at", "sent_on", "note"),
    *_texts("redirected_to", default=""),
    Column("answers", Text, nullable=False, server_default="[]"),
    UniqueConstraint("key"),
    Index(None, "state"),
    Index(None, "internet_message_id"),
    Index(None, "token"),
)

# Which actions a mail speaks of, as what, whether it announces an escalation and for which day, which post one tells,
# and the address of whom a question whose it is names.
mention = Table(
    "mention",
    metadata,
    Column("intent", Integer, ForeignKey("intent.id"), nullable=False),
    Column("position", Integer, nullable=False),
    *_texts("plan", "item_id", "ref"),
    Column("kind", Text, nullable=False, server_default="upcoming"),
    Column("warned", Integer, nullable=False, server_default="0"),
    *_texts("post", "promised", "named", default=""),
    PrimaryKeyConstraint("intent", "position"),
    Index(None, "plan", "item_id"),
)

message = Table(
    "message",
    metadata,
    Column("key", Text, primary_key=True),
    *_texts("graph_id"),
    Column("raw", LargeBinary, nullable=False),
    *_texts("state", "mail_class", "sender"),
    Column("intent", Integer, ForeignKey("intent.id"), nullable=True),
    *_texts("reason", "day"),
    Column("number", Integer, nullable=False, server_default="0"),
    *_texts("sha256", "identity", "subject", "written", "sender_name", "words", default=""),
    Column("tries", Integer, nullable=False, server_default="0"),
    *_texts("receipt", "trust", default=""),
    Index(None, "state"),
    Index(None, "graph_id"),
    Index(None, "number"),
    Index(None, "identity"),
)

update = Table(
    "update",
    metadata,
    Column("message", Text, ForeignKey("message.key"), nullable=False),
    Column("position", Integer, nullable=False),
    *_texts("plan", "item_id", "ref", "decision", "rule", "comment", "sentence", "state", "changes"),
    *_texts("read", "before", "after", "basis", default="{}"),
    PrimaryKeyConstraint("message", "position"),
    Index(None, "plan", "item_id"),
)

# Files that came with a reply: where each was put, or why it was not.
attachment = Table(
    "attachment",
    metadata,
    Column("message", Text, ForeignKey("message.key"), nullable=False),
    Column("position", Integer, nullable=False),
    *_texts("name", "sha256", "url", "refused"),
    PrimaryKeyConstraint("message", "position"),
)

# What a person made of words that no rule could be sure of.
example = Table(
    "example",
    metadata,
    Column("id", Integer, primary_key=True),
    *_texts("words", "read", "meant"),
)

summary = Table(
    "summary",
    metadata,
    *_texts("plan", "month", "edition", "figures", "made_on", "link"),
    PrimaryKeyConstraint("plan", "month", "edition"),
)

event = Table(
    "event",
    metadata,
    Column("id", Integer, primary_key=True),
    *_texts("at", "kind", "plan", "ref", "person", "what", "cause"),
    Index(None, "plan", "ref"),
    Index(None, "person"),
)
