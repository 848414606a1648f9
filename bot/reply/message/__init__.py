"""A message as it came in: its class, who vouches for it, its token and files, what a reader sees."""
