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

# Facts about the ledger itself: its tenant, the secret behind tokens, when each job last woke.
fact = Table("fact", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))

marker = Table("marker", metadata, Column("name", Text, primary_key=True), Column("link", Text, nullable=False))

# The last state of every row of a plan's list: as Graph gave it, and as the action it was read as.
row = Table(
    "row",
    metadata,
    Column("plan", Text, nullable=False),
    Column("item_id", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("fields", Text, nullable=False),
    Column("action", Text, nullable=False),
    PrimaryKeyConstraint("plan", "item_id"),
)

# What the document that was brought in last said of a row: what a newer one is compared with.
imported = Table(
    "imported",
    metadata,
    Column("plan", Text, nullable=False),
    Column("item_id", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("on", Text, nullable=False),
    Column("said", Text, nullable=False),
    PrimaryKeyConstraint("plan", "item_id"),
)

change = Table(
    "change",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("plan", Text, nullable=False),
    Column("item_id", Text, nullable=False),
    Column("ref", Text, nullable=False),
    Column("field", Text, nullable=False),
    Column("old", Text, nullable=False),
    Column("new", Text, nullable=False),
    Column("on", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("why", Text, nullable=False),
    Index(None, "plan", "on"),
)

# A run is what one job decided to send on one day; a held run waits for an admin.
run = Table(
    "run",
    metadata,
    Column("id", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("made_at", Text, nullable=False),
)

# One job, one plan, one local date: the key that makes a second wake do nothing.
cycle = Table(
    "cycle",
    metadata,
    Column("kind", Text, nullable=False),
    Column("plan", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("run", Text, ForeignKey("run.id"), nullable=False),
    PrimaryKeyConstraint("kind", "plan", "day"),
)

# What each plan was like when its last cycle went out: the newest change known by then, and each item's people.
basis = Table(
    "basis",
    metadata,
    Column("plan", Text, primary_key=True),
    Column("day", Text, nullable=False),
    Column("change", Integer, nullable=False),
    Column("people", Text, nullable=False),
)

intent = Table(
    "intent",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False),
    Column("run", Text, ForeignKey("run.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("reply_to", Text, nullable=False),
    Column("token", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("html", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("draft_id", Text, nullable=False),
    Column("internet_message_id", Text, nullable=False),
    Column("moved_at", Text, nullable=False),
    Column("sent_on", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("redirected_to", Text, nullable=False, server_default=""),
    Column("answers", Text, nullable=False, server_default="[]"),
    UniqueConstraint("key"),
    Index(None, "state"),
    Index(None, "internet_message_id"),
    Index(None, "token"),
)

# Which actions a mail speaks of, as what, whether it announces an escalation and for which day, and which post one
# tells.
mention = Table(
    "mention",
    metadata,
    Column("intent", Integer, ForeignKey("intent.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("plan", Text, nullable=False),
    Column("item_id", Text, nullable=False),
    Column("ref", Text, nullable=False),
    Column("kind", Text, nullable=False, server_default="upcoming"),
    Column("warned", Integer, nullable=False, server_default="0"),
    Column("post", Text, nullable=False, server_default=""),
    Column("promised", Text, nullable=False, server_default=""),
    PrimaryKeyConstraint("intent", "position"),
    Index(None, "plan", "item_id"),
)

message = Table(
    "message",
    metadata,
    Column("key", Text, primary_key=True),
    Column("graph_id", Text, nullable=False),
    Column("raw", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
    Column("mail_class", Text, nullable=False),
    Column("sender", Text, nullable=False),
    Column("intent", Integer, ForeignKey("intent.id"), nullable=True),
    Column("reason", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("number", Integer, nullable=False, server_default="0"),
    Column("sha256", Text, nullable=False, server_default=""),
    Column("identity", Text, nullable=False, server_default=""),
    Column("subject", Text, nullable=False, server_default=""),
    Column("written", Text, nullable=False, server_default=""),
    Column("sender_name", Text, nullable=False, server_default=""),
    Column("words", Text, nullable=False, server_default=""),
    Column("tries", Integer, nullable=False, server_default="0"),
    Column("receipt", Text, nullable=False, server_default=""),
    Column("trust", Text, nullable=False, server_default=""),
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
    Column("plan", Text, nullable=False),
    Column("item_id", Text, nullable=False),
    Column("ref", Text, nullable=False),
    Column("decision", Text, nullable=False),
    Column("rule", Text, nullable=False),
    Column("comment", Text, nullable=False),
    Column("sentence", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("changes", Text, nullable=False),
    Column("read", Text, nullable=False, server_default="{}"),
    Column("before", Text, nullable=False, server_default="{}"),
    Column("after", Text, nullable=False, server_default="{}"),
    Column("basis", Text, nullable=False, server_default="{}"),
    PrimaryKeyConstraint("message", "position"),
    Index(None, "plan", "item_id"),
)

# Files that came with a reply: where each was put, or why it was not.
attachment = Table(
    "attachment",
    metadata,
    Column("message", Text, ForeignKey("message.key"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("name", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("refused", Text, nullable=False),
    PrimaryKeyConstraint("message", "position"),
)

# What a person made of words that no rule could be sure of.
example = Table(
    "example",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("words", Text, nullable=False),
    Column("read", Text, nullable=False),
    Column("meant", Text, nullable=False),
)

summary = Table(
    "summary",
    metadata,
    Column("plan", Text, nullable=False),
    Column("month", Text, nullable=False),
    Column("edition", Text, nullable=False),
    Column("figures", Text, nullable=False),
    Column("made_on", Text, nullable=False),
    Column("link", Text, nullable=False),
    PrimaryKeyConstraint("plan", "month", "edition"),
)

event = Table(
    "event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("plan", Text, nullable=False),
    Column("ref", Text, nullable=False),
    Column("person", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("cause", Text, nullable=False),
    Index(None, "plan", "ref"),
    Index(None, "person"),
)
