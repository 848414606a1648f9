"""Units to updates: one for each action, applied, asked about or held, and lowered to what their sender may do."""
