"""Slips that are words too: a language model weighs each word against its neighbours, and against its absence."""
