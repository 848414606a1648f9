"""The papers of a month: made and stored, their leads asked, duties told."""
