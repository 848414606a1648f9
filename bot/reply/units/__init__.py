"""Own words as units: a stretch of words and the actions it speaks of, of one, of several, or of all."""
