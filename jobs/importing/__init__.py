"""From a document to its list: what it would do, what is missing made, the same done."""
