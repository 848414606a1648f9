"""Rows below a head -> drafts of actions: what is printed once is carried down, stacked cells are divided."""
