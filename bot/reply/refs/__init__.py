"""Which action words name: by its reference, in lists and ranges, by its place in our mail, by its topic or heading."""
