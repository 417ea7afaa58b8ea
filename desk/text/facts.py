"""Facts of a story that are no words of it: how long each may be, wherever it comes from."""

MOST_CHARACTERS = 300
MOST_OF_A_NOTE = 2000
"""Characters; notes of agencies run over pages."""
