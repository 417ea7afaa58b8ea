"""Dialogs: each asks for one thing, sends what was wanted by a signal, and knows nothing of sessions or lanes."""
