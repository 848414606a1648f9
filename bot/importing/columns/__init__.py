"""Which tables hold actions, and which of their columns holds what."""
