"""Tables drawn in other ways, turned into a row an action and a column a field."""
