"""What Planminder knows and does; docs/rooms.md is the map."""

__version__ = "0.1.0"
