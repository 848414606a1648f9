"""The sender's own words out of a body: our mail subtracted, quotes, signatures and notices marked, nothing deleted."""
