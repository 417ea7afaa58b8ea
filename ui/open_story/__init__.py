"""The story in hand: loaded, checked, saved, recovered, let go."""
