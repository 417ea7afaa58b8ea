"""Decisions, moves, seals, keys and the trail that chains them."""
