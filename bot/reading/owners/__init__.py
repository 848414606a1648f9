"""An owner cell -> the separate parties in it, each as written."""

from bot.reading.owners.explain import ExplainedOwners, explain_owners, read_owners
from bot.reading.owners.named_elsewhere import with_names_apart

__all__ = ["ExplainedOwners", "explain_owners", "read_owners", "with_names_apart"]
