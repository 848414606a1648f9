"""An owner cell -> the separate parties in it, each as written."""

from bot.reading.owners.explain import ExplainedOwners, explain_owners, read_owners

__all__ = ["ExplainedOwners", "explain_owners", "read_owners"]
