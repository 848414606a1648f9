"""A newer version of a document against the list that holds the one before it. Pure."""
