"""From one message to its rows: read apart, decided, written once, answered, taken back."""
